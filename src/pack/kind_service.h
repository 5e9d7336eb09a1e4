/*
 * What other kinds may ask of a service.
 */
#ifndef VEREDA_KIND_SERVICE_H
#define VEREDA_KIND_SERVICE_H

#include <stdbool.h>

#include "pack/kind.h"

/* Has the service ITEM a telephone that serves COUNTRY ("XR": anywhere)? */
bool kind_service_answers(const struct item *item, const char *country);

#endif

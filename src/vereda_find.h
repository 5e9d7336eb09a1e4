/*
 * vereda --find: the kiosk's search on the command line.
 */
#ifndef VEREDA_VEREDA_FIND_H
#define VEREDA_VEREDA_FIND_H

#include <stdbool.h>
#include <stddef.h>

#include "base/compiler.h"
#include "base/err.h"
#include "catalog/catalog.h"

/* Print what WORDS find in LANG, a line each or as JSON. */
CHECKED int find_print(struct catalog *c, const char *words,
    const char *lang, size_t limit, bool as_json, struct err *e);

#endif

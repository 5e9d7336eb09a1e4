/*
 * The installation of unit_oom, into a folder on the disk: what a program
 * that ended leaves there is looked at by the next.
 */
#ifndef VEREDA_OOM_PRIVATE_H
#define VEREDA_OOM_PRIVATE_H

#include "base/err.h"

struct hostile;

void oom_install_begin(const struct hostile *h);
void oom_install_end(const struct hostile *h);

/* Install the bundle of H into the store, which has none. */
CHECKED int oom_install(const struct hostile *h, struct err *e);

/* Open the store as the next program does: it is empty or has the edition
 * whole, nothing else is there; then empty it. */
void oom_install_check(const struct hostile *h);
void oom_install_reset(const struct hostile *h);

#endif

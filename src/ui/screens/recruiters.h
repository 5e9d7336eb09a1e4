/*
 * What the screens about recruiters share.
 */
#ifndef VEREDA_RECRUITERS_H
#define VEREDA_RECRUITERS_H

#include "catalog/recruiter.h"
#include "ui/screen.h"
#include "ui/widget_sheet.h"

/* What may be said of R by the kiosk's own date. */
enum licence_state recruiter_today(struct screen *sc,
    const struct recruiter *r);

/* "in the register", "CANCELLED" */
const char *recruiter_word(enum licence_state state);

/* The licence, then the job order: the check that is the reader's own. */
void recruiter_say_steps(struct sheet *sh);

/* At most MOST offices of COUNTRY that know who may recruit, with their
 * telephones; *SAID of them. */
CHECKED int recruiter_say_offices(struct screen *sc, struct sheet *sh,
    const char *country, size_t most, size_t *said, struct err *e);

/* The first telephone of these, and whose it is; untouched without one. */
CHECKED int recruiter_office(struct screen *sc, const char *country,
    const char **phone, const char **name, struct err *e);

#endif

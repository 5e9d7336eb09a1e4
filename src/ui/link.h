/*
 * The link to the helper (doc/helper-protocol.md): one descriptor that never
 * makes anybody wait.  Requests stand in a queue, one runs at a time; what
 * comes fills the model that the screens of the staff draw.  A helper that
 * dies or talks nonsense only takes the link down: the public goes on.
 */
#ifndef VEREDA_LINK_H
#define VEREDA_LINK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "text/cv.h"
#include "ui/link_model.h"

#define LINK_PIN_DIGITS 6

struct link;

/* Where a helper comes from. */
struct link_source {
	void *context;
	/* A connected stream socket that does not block; the link closes it.
	 * Must not make the caller wait. */
	CHECKED int (*open)(void *context, int *fd, struct err *e);
	const char *lang; /* of titles, borrowed; NULL: the helper's choice */
};

struct link *link_new(const struct link_source *source);
void link_free(struct link *l); /* NULL is allowed */

/* Connect if the link is down; what fails is logged. */
void link_open(struct link *l);
bool link_is_down(const struct link *l);

/* What the loop polls for; fd -1 while it is down. */
int link_fd(const struct link *l);
short link_events(const struct link *l);

/*
 * Do what poll() said is possible.  True when the model moved.  NOW is for
 * the waits that the model counts.
 */
bool link_io(struct link *l, short revents, int64_t now);

const struct link_model *link_model(const struct link *l);
/* Milliseconds that the staff must wait before the next PIN. */
int64_t link_wait(const struct link *l, int64_t now);
/* An answer is due: of an installation a first line, and its end once it was
 * cancelled; of anything else its end. */
bool link_is_silent(const struct link *l);
bool link_take_changed(struct link *l); /* once for each "changed" */

/*
 * Requests.  Each is put behind those that wait; reading the stick and
 * previewing give way to whatever comes next.
 */
void link_pin(struct link *l, const char *digits); /* then status and scan */
void link_leave(struct link *l); /* what runs is cancelled, the rest dropped */
void link_scan(struct link *l);
void link_preview(struct link *l, unsigned number);
void link_install(struct link *l, unsigned number);
void link_roll_back(struct link *l, const struct link_edition *to,
    int reason);
void link_receipt(struct link *l, uint64_t record);
void link_cancel(struct link *l); /* what runs */

/* Write CV on the stick, for who stands there: no PIN.  Only its numbers are
 * sent; cv_due, cv_number and code[LINK_CV] of the model say how it goes. */
void link_cv(struct link *l, const struct cv *cv);

#endif

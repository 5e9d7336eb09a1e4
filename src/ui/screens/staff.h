/*
 * What the screens of the staff share: their head, sizes, signers, and what
 * stands on them when the helper is gone.
 */
#ifndef VEREDA_STAFF_H
#define VEREDA_STAFF_H

#include "ui/app.h"
#include "ui/screens/screens.h"

/* Always there: with no helper one that knows nothing. */
const struct link_model *staff_model(const struct screen *sc);

/* "Staff > TITLE" where it fits, else SHORT_TITLE; RIGHT may be NULL. */
void staff_header(struct screen *sc, struct surface *s, const char *title,
    const char *short_title, const char *right);

/* Whether nobody is staff (any more); then says so in place of the screen. */
bool staff_draw_gone(struct screen *sc, struct surface *s);

/* "18.4 MB", "222 MB", "8 GB" */
const char *staff_size(struct arena *a, uint64_t bytes);
/* "2025-11-14", "" for 0 */
const char *staff_day(struct arena *a, int64_t seconds);
const char *staff_title(const struct link_edition *x);

/* "EDITOR-A 4F2A91C03B5E7D10" is a name and a key "4F2A 91C0"; either may be
 * missing and is "" then. */
void staff_signer(struct arena *a, const char *signer, const char **name,
    const char **key);

/* staff_kinds.c: "Topics" for "article"; NAME itself if it is new to us. */
const char *staff_kind(const char *name);

/*
 * A row of the preview: one kind or, in the last when there are too many,
 * all others that change.
 */
#define STAFF_KIND_ROWS 4
struct staff_kind_row {
	const char *title;
	uint64_t count[3]; /* by enum link_sign */
	unsigned kinds[LINK_KINDS_MAX]; /* in kinds of the preview */
	size_t kind_count;
};
size_t staff_kind_rows(struct staff_kind_row rows[STAFF_KIND_ROWS],
    const struct link_preview *p);

/* TEXT in rows of ROLE from (X, Y); an alert gets its sign.  Returns the row
 * behind the last. */
int staff_text(struct screen *sc, struct surface *s, int x, int y, int width,
    enum role role, const char *text);

/* A whole row in ALERT or OK with TEXT from column X. */
void staff_band(struct surface *s, int y, int x, enum role role,
    const char *text);

/* One sentence for what CODE ("E16", "WAIT") says. */
const char *staff_sentence(const char *code);

/* "base 2025-08-02 · alerts 2025-10-11": what is in use. */
const char *staff_in_use(struct screen *sc);

/* For heard(): nothing but what entering again does. */
void staff_heard(struct screen *sc);

/* A choice in a row of its own, or beside another. */
struct choice staff_choice(const struct grid *g, char digit, int x, int y,
    const char *title);

#endif

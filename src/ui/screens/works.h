/*
 * Kinds of work as a reader chooses them.
 */
#ifndef VEREDA_WORKS_H
#define VEREDA_WORKS_H

#include "catalog/cv_work.h"
#include "ui/screen.h"
#include "ui/widget.h"
#include "ui/widget_menu.h"

/* What the choice is for. */
enum works_for {
	WORKS_TO_OPEN, /* only what there is something to read about */
	WORKS_OF_CV,
};

struct work_choice {
	struct cv_offer offer;
	const char *title;  /* in the reader's language, if there is one */
	const char *folded; /* for the order */
};

/* Those that have a word beginning with each of WORDS, in their name or in
 * those that people use; all for "".  By name. */
CHECKED int works_list(struct screen *sc, enum works_for use,
    const char *words, struct work_choice **out, size_t *count,
    struct err *e);

/* Opens it, or puts it on the CV and asks how long; false where there is no
 * room for it.  STAYS: this screen, below what is opened. */
bool works_choose(struct screen *sc, enum works_for use,
    const struct work_choice *choice, bool stays);

/* The choice that leads to looking by name, with DIGIT on row Y; and the way
 * there. */
struct choice works_by_name(const struct grid *g, int y, char digit);
void works_go_by_name(struct screen *sc, enum works_for use);

#endif

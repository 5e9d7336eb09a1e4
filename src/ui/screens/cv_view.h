/*
 * What the screens of the CV share.
 */
#ifndef VEREDA_CV_VIEW_H
#define VEREDA_CV_VIEW_H

#include "catalog/cv_work.h"
#include "ui/app.h"
#include "ui/widget_sheet.h"

/* A choice of a list as the form shows it: in the reader's language, where
 * the page has it in two. */
const char *cv_view_choice(enum cv_list list, size_t at);

/* What is done in a trade is a list as well, behind the others. */
#define CV_VIEW_TASKS CV_LISTS

/* The place of a list; ABOUT is the job or the language that it is about. */
struct place cv_view_list(enum cv_list list, size_t about);

/* What the jobs of the session are called.  Those of which the content says
 * nothing any more are taken off. */
CHECKED int cv_view_works(struct screen *sc,
    struct cv_work out[CV_JOBS_MAX], struct err *e);

/* The page in one language, on SH. */
void cv_view_fill(struct sheet *sh, const struct cv *cv,
    const struct cv_work *works, enum cv_lang lang);

/* There is a helper, and a stick in it that can be written. */
bool cv_view_may_save(const struct screen *sc);

/* The stick came or went, or the file is written: all is drawn anew. */
void cv_view_heard(struct screen *sc);

#endif

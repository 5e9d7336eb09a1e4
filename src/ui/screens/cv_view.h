/*
 * What the two screens of a finished CV share.
 */
#ifndef VEREDA_CV_VIEW_H
#define VEREDA_CV_VIEW_H

#include "ui/app.h"

/* There is a helper, and a stick in it that can be written. */
bool cv_view_may_save(const struct screen *sc);

/* The stick came or went, or the file is written: all is drawn anew. */
void cv_view_heard(struct screen *sc);

#endif

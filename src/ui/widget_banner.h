/*
 * The banner: how old the content is, or what is wrong with it.
 */
#ifndef VEREDA_WIDGET_BANNER_H
#define VEREDA_WIDGET_BANNER_H

#include "ui/screen.h"

/* In the first row that is free below the head of what is drawn; nothing if
 * there is nothing to say. */
void widget_banner(struct screen *sc, struct surface *s);

#endif

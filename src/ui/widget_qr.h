/*
 * QR codes on the screen: two modules in a cell, one above the other, dark on
 * light in any palette; and, where there are no half blocks, large digits.
 */
#ifndef VEREDA_WIDGET_QR_H
#define VEREDA_WIDGET_QR_H

#include "out/qr.h"
#include "ui/screen.h"

#define QR_MARGIN 4 /* light modules around it, where there is room */

/* Whether the terminal can show one. */
bool widget_qr_works(const struct screen *sc);

/* The largest code for ROWS rows and WIDTH columns, MARGIN around it. */
int widget_qr_size(int width, int rows, int margin);

/* QR in the middle of a light field. */
void widget_qr(struct surface *s, const struct qr *qr, int x, int y,
    int width, int height);

#define BIG_ROWS 5

/* Cells of TEXT in large signs. */
int widget_big_width(const char *text);

/* TEXT, of digits, "V", "-" and blanks, from (X, Y). */
void widget_big(struct surface *s, int x, int y, const char *text);

#endif

/*
 * The kiosk as rows of text and a prompt: for terminals whose cursor cannot
 * be moved, for braille lines and for pipes.
 */
#ifndef VEREDA_LINE_MODE_H
#define VEREDA_LINE_MODE_H

#include "base/compiler.h"
#include "base/err.h"
#include "ui/app.h"

/* Run APP on standard input and output until "q" or the end of the input. */
CHECKED int line_mode_run(struct app *app, struct err *e);

#endif

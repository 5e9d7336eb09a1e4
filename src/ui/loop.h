/*
 * The full-screen loop: waits for keys, signals and the next timer, and for
 * nothing else.
 */
#ifndef VEREDA_LOOP_H
#define VEREDA_LOOP_H

#include "base/compiler.h"
#include "base/err.h"
#include "ui/app.h"

/*
 * Run APP on the terminal until it is done, the terminal is gone or a signal
 * asks for the end.  ERR_TERMINAL when there is no terminal to run on.
 */
CHECKED int loop_run(struct app *app, bool kiosk, struct err *e);

#endif

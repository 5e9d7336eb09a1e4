/*
 * From a sheet to the printer that this kiosk has.
 */
#ifndef VEREDA_PRINT_H
#define VEREDA_PRINT_H

#include <poll.h>

#include "out/paper.h"
#include "state/settings.h"
#include "ui/app.h"
#include "ui/widget_sheet.h"

/* The printer that the settings name, or NULL; the caller frees it. */
struct printer *print_open(const struct settings *s);

/* What the settings say of it. */
struct paper_kind print_kind(const struct settings *s);

/* Does it take plain text, and no ESC/POS? */
bool print_is_text(const struct settings *s);

/* Columns of a slip; PAPER_COLUMNS where there is no printer. */
int print_columns(const struct app *app);

/* Begin to print all rows of SH and a code that says QR ("" for none).  False
 * when the printer is busy, or there is none. */
bool print_sheet(struct screen *sc, const struct sheet *sh, const char *qr);

/* What a loop polls for, passed over where there is nothing; and what it does
 * behind poll(): true when the screen is another one now. */
struct pollfd print_watch(struct app *app);
bool print_io(struct app *app, short revents, int64_t now);
/* Milliseconds until print_io() is due, -1 for never. */
int print_wait(struct app *app, int64_t now);

#endif

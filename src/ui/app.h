/*
 * The application: the stack of places, the session, the clock and what
 * every screen may ask for.  Knows nothing of curses: tty.c and line_mode.c
 * feed it keys and show its surface.
 */
#ifndef VEREDA_APP_H
#define VEREDA_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/err.h"
#include "catalog/catalog.h"
#include "out/printer.h"
#include "out/voice.h"
#include "state/settings.h"
#include "ui/console.h"
#include "ui/link.h"
#include "ui/screen.h"
#include "ui/session.h"
#include "ui/surface.h"

#define APP_DEPTH_MAX 32 /* places on the stack; the oldest but Home go */

/* Cells of the smallest screen that anything is drawn on. */
#define APP_WIDTH_MIN 40
#define APP_HEIGHT_MIN 15

/* Which glyphs the terminal can show. */
enum glyphs {
	GLYPHS_FULL,  /* half blocks too */
	GLYPHS_SAFE,  /* Debian's console fonts */
	GLYPHS_ASCII, /* letters without accents, + - | */
};

struct app;

/* What stands above every page, from calm to grave. */
enum banner_kind {
	BANNER_NONE,
	BANNER_AGED,    /* the content is not new any more */
	BANNER_CLOCK,   /* the clock of the machine is wrong */
	BANNER_DAMAGED, /* an older edition stands in for a damaged one */
	BANNER_PAST,    /* the content is past its date, or the clock wrong */
	BANNER_PROVED,  /* it is past its date without doubt */
};

struct banner {
	enum banner_kind kind;
	int64_t created; /* of the edition, Unix seconds */
};

/*
 * What only the main program can do.  A new catalog takes the place of the
 * old one, which is gone when these return; NULL: the old one stays.
 */
struct app_host {
	void *context;
	struct catalog *(*reload)(void *context);
	/* CHANNEL is the one that failed, -1 if that is not known. */
	struct catalog *(*fall_back)(void *context, int channel);
	bool (*has_fault)(void *context); /* a block could not be read */
	void (*banner)(void *context, int64_t now, struct banner *out);
};

/* CATALOG and SETTINGS are borrowed and must outlive the app. */
struct app *app_new(struct catalog *catalog, const struct settings *settings);
void app_free(struct app *app);

/* --- what screens ask for --- */
struct catalog *app_catalog(struct app *app);
struct session *app_session(struct app *app);
const struct settings *app_settings(const struct app *app);
int app_width(const struct app *app);
int app_height(const struct app *app);
enum glyphs app_glyphs(const struct app *app);
bool app_touch(const struct app *app);
bool app_keypad(const struct app *app); /* digits, and no letters at hand */
bool app_line_mode(const struct app *app);
const char *app_lang(const struct app *app);
const char *app_country(const struct app *app); /* session's, else kiosk's */
void app_today(const struct app *app, struct date *out); /* year 0: unknown */
int64_t app_now(const struct app *app); /* monotonic milliseconds */
void app_banner(const struct app *app, struct banner *out);
struct link *app_link(struct app *app); /* NULL if there is no helper */
struct printer *app_printer(struct app *app); /* NULL if there is none */
/* The key that hides all of it now, as it is printed; NULL: nothing to hide. */
const char *app_hide_key(const struct app *app);
bool app_is_hidden(const struct app *app); /* below the attract screen */
bool app_has_voice(const struct app *app); /* it can be heard */
bool app_listens_at_dot(const struct app *app); /* else only at F4 */
bool app_is_reading(const struct app *app); /* aloud */
bool app_is_repeating(const struct app *app); /* the sentence once more */
bool app_reads_slowly(const struct app *app); /* what comes */
int app_volume(const struct app *app); /* from 1, the softest */
int app_volumes(const struct app *app); /* the loudest */
bool app_has_large_letters(const struct app *app); /* they can be shown */

/* The place below the top, or NULL. */
const struct place *app_below(const struct app *app);

/*
 * --- what screens do ---
 * A move takes effect when key() or tick() returns; the last one wins.  The
 * language changes at once, and the screen on top is entered again.
 */
void app_go(struct app *app, const struct place *to);
void app_replace(struct app *app, const struct place *to); /* same depth */
void app_back(struct app *app);
void app_home(struct app *app); /* a new session if none is open */
void app_set_language(struct app *app, const char *lang);
void app_end_session(struct app *app); /* wipe, then SCREEN_END */
void app_attract(struct app *app);     /* wipe, then attract */
void app_reenter(struct app *app);     /* enter() the top again */
void app_look_again(struct app *app);  /* perhaps there is content now */
void app_read_aloud(struct app *app);  /* the screen that is drawn next */
void app_read_slowly(struct app *app, bool slowly); /* from now on */
/* One step louder, behind the loudest the softest; what the screen shows of
 * it is said at once. */
void app_next_volume(struct app *app);

/* --- what tty.c, line_mode.c and the tests do --- */
void app_set_terminal(struct app *app, enum glyphs glyphs, bool line_mode);
/* A kiosk never ends; else F10 on the attract screen ends the program, and
 * the attract screen says so. */
void app_set_kiosk(struct app *app, bool kiosk);
/* The date for app_today(); NULL for the clock of the machine. */
void app_set_today(struct app *app, const struct date *today);
/* The way to the helper, borrowed; NULL for none. */
void app_set_link(struct app *app, struct link *link);
/* Who reads aloud, borrowed; NULL for nobody. */
void app_set_voice(struct app *app, struct voice *voice);
/* For poll(): when this is readable, app_hear_voice(); -1 for none. */
int app_voice_fd(const struct app *app);
void app_hear_voice(struct app *app);
/* Borrowed; NULL for none. */
void app_set_printer(struct app *app, struct printer *printer);
/* Borrowed; NULL where letters have one size. */
void app_set_console(struct app *app, struct console *console);
struct console *app_console(struct app *app);
/* console_enlarge() changed them, or found that it cannot. */
void app_letters_changed(struct app *app);
/* Borrows what HOST points to; without one the content never changes. */
void app_set_host(struct app *app, const struct app_host *host);
/* link_io() said that the model moved. */
void app_hear(struct app *app);
/* printer_io() said that it goes on. */
void app_printed(struct app *app);
/* Begin at the attract screen, when time and size are known. */
void app_start(struct app *app);
void app_resize(struct app *app, int width, int height);
void app_key(struct app *app, struct key key);
/* One after the other; only the last of those that type in a row is looked
 * up (types_ahead), so that each key cancels the search before it. */
void app_keys(struct app *app, const struct key *keys, size_t count);
/* Milliseconds until app_tick() is due, -1 for never. */
int app_wait(struct app *app);
/* Time has come to NOW (monotonic milliseconds). */
void app_tick(struct app *app, int64_t now);
/* The drawn screen of the moment; borrowed until the next call. */
struct surface *app_draw(struct app *app);
enum screen_id app_screen(const struct app *app);
/* Set when the terminal's own memory of the screen must be cleared too. */
bool app_take_wipe(struct app *app);
bool app_wants_contrast(const struct app *app);
bool app_wants_large_letters(const struct app *app);
bool app_takes_text(const struct app *app); /* the screen on top does */
bool app_asks(const struct app *app); /* "are you still there" */
bool app_done(const struct app *app); /* the program may end */

#endif

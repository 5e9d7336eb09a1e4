/*
 * Screen tests: a program on a pseudo-terminal, a real emulator (libvterm)
 * that decides what was painted, and a clock that stands still.  Nothing
 * sleeps: the program says when it waits, and a mark behind its output says
 * when all of it has been seen.
 */
#ifndef VEREDA_HARNESS_H
#define VEREDA_HARNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "ui/role.h"

#define TERM_STEP_MS 1000 /* that pass before each key */

struct term;

struct term_setup {
	char *const *argv; /* argv[0] is the program's path */
	const char *term;  /* TERM; "xterm-256color" if NULL */
	const char *today; /* "2026-11-25" if NULL */
	int width, height; /* 80x25 if 0 */
	bool real_clock;   /* time runs */
};

/* What stands in one cell. */
struct term_cell {
	uint32_t code;
	int fg, bg; /* colour number, -1 for the terminal's own */
	bool bold, reverse;
};

struct term *term_start(const struct term_setup *setup);
void term_free(struct term *t); /* ends the program */

/* One of Up Down Left Right Enter Esc Tab BackTab Home End PageUp PageDown
 * Backspace F1 .. F4 F9 F10, or the text itself. */
void term_key(struct term *t, const char *name);
void term_keys(struct term *t, const char *names); /* separated by blanks */
void term_bytes(struct term *t, const void *bytes, size_t len);
void term_advance(struct term *t, uint64_t ms);
void term_resize(struct term *t, int width, int height);

bool term_alive(const struct term *t);
/* Wait for the end; the exit status, or -1 after a signal. */
int term_status(struct term *t);
pid_t term_pid(const struct term *t);
void term_signal(struct term *t, int number);
void term_hang_up(struct term *t); /* the terminal goes away */
/* Whether it is as a shell wants it: echo on, no mouse, no second screen. */
bool term_is_restored(const struct term *t);
int term_width(const struct term *t);
int term_height(const struct term *t);
/* How often the program has waited: its wake-ups, and one. */
unsigned term_waits(const struct term *t);
void term_cursor(const struct term *t, int *x, int *y);
struct term_cell term_cell(const struct term *t, int x, int y);

/* Row Y without the blanks at its end; valid until the next call. */
const char *term_row(struct term *t, int y);
bool term_has(struct term *t, const char *text); /* in some row */
/* In some row, or in one that went off the top. */
bool term_remembers(struct term *t, const char *text);
/* Let the program go on until it has, or has no more; false if never. */
bool term_until(struct term *t, const char *text);
bool term_until_gone(struct term *t, const char *text);
enum palette term_palette(const struct term *t);
/* The first role that looks like this; ROLE_COUNT for none. */
enum role term_role(const struct term *t, const struct term_cell *cell);

/* Text rows, a row of role letters under each, and the cursor. */
void term_dump(struct term *t, FILE *out);
char *term_dumped(struct term *t); /* the same; free() it */

/* --- TAP --- */
bool ok(bool good, const char *format, ...)
    __attribute__((__format__(__printf__, 2, 3)));
int done(void); /* the exit status of the test */

/* Is SEEN what stands in the file NAME below srcdir?  It is written there when
 * UPDATE_SCREENS is set. */
bool same_as_file(const char *name, const char *seen);

/* Compare with golden/NAME.txt in the same way. */
bool golden(struct term *t, const char *name);

/* The same with a text and golden/FILE; says nothing by itself. */
bool golden_text(const char *file, const char *seen);

/* A path under builddir or srcdir; lives for ever. */
char *in_builddir(const char *name);
char *in_srcdir(const char *name);

/* The whole file, or "" when it is not there; free() it. */
char *file_text(const char *path);

#endif

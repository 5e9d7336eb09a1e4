/*
 * The Linux console, where it can show larger letters: another font, and so
 * fewer cells.  Everywhere else (a terminal emulator, a serial line, a
 * console of 8 columns a letter) there is nothing to choose.
 *
 * The kernel lets whoever has the console as controlling terminal change its
 * font; no privilege is needed.
 */
#ifndef VEREDA_CONSOLE_H
#define VEREDA_CONSOLE_H

#include <stdbool.h>

struct console;

struct console_setup {
	int fd; /* of the terminal */
	/* Paths of fonts, the one to be preferred first; NULL at the end. */
	const char *const *fonts;
	/* The least that must be left of the screen, in cells. */
	int width_min, height_min;
	/* console_control(), but in tests. */
	int (*control)(int fd, unsigned long request, void *argument);
};

/* ioctl(). */
int console_control(int fd, unsigned long request, void *argument);

struct console *console_new(const struct console_setup *setup);
/* The usual font again; NULL is allowed. */
void console_free(struct console *c);

/* Is there a font that is larger than the usual one, and can it be set? */
bool console_can_enlarge(const struct console *c); /* NULL: no */

/*
 * Show the larger letters or the usual ones.  True when they changed: then
 * the terminal has another size and perhaps other glyphs.
 */
bool console_enlarge(struct console *c, bool larger);

/* As console_free() does, out of a signal handler. */
void console_last_words(void);

#endif

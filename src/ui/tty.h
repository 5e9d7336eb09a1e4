/*
 * The terminal.  tty.c is the only file that knows curses: it paints
 * surfaces and gives bytes; input.c makes keys of them.
 */
#ifndef VEREDA_TTY_H
#define VEREDA_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "ui/app.h"
#include "ui/input.h"
#include "ui/surface.h"

struct tty;

/*
 * Take over the terminal on standard input and output.  A TERM that is not
 * known is tried as xterm-256color and vt100.  ERR_TERMINAL when the cursor
 * cannot be moved (line mode still works) or when it is no terminal.  On a
 * KIOSK the terminal is ours alone, its scrollback too.
 */
CHECKED int tty_open(struct tty **out, bool kiosk, struct err *e);
void tty_close(struct tty *t); /* as it was before; NULL is allowed */

/*
 * Give the terminal back from anywhere, also out of a signal handler and
 * when there is no memory left.
 */
void tty_last_words(void);

int tty_fd(const struct tty *t); /* to poll for what tty_read() gives */
enum glyphs tty_glyphs(const struct tty *t);

/* The console has another font: see which glyphs there are. */
void tty_look_again(struct tty *t);

/* What the terminal's description calls its keys. */
void tty_teach(const struct tty *t, struct input *in);

/* Up to LEN bytes that wait; 0 for none, -1 when the terminal is gone. */
CHECKED int tty_read(struct tty *t, uint8_t *out, size_t len);

/* Ask the terminal for its size. */
void tty_size(struct tty *t, int *width, int *height);

/* Send what changed; the cursor stands where S says. */
void tty_paint(struct tty *t, const struct surface *s, bool contrast);

/* Nothing of what was shown may stay, here or in the terminal. */
void tty_wipe(struct tty *t);

#endif

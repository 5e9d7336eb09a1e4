/*
 * The surface: a grid of cells that a screen draws on.  Only tty.c paints it.
 * The same surface gives the golden screens of the tests, the line mode and,
 * beside its cells, what is read aloud of them (said.h).
 */
#ifndef VEREDA_SURFACE_H
#define VEREDA_SURFACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ui/key.h"
#include "ui/role.h"
#include "ui/said.h"

#define SURFACE_WIDTH_MAX 500
#define SURFACE_HEIGHT_MAX 200
#define SURFACE_TARGETS_MAX 64

struct cell {
	uint32_t code; /* one code point, one cell wide */
	uint8_t role;
};

/* A place that can be tapped, and the key that a tap there is. */
struct target {
	int x, y, width, height;
	struct key key;
};

struct surface {
	int width;
	int height;
	int cursor_x; /* where the hardware cursor rests */
	int cursor_y;
	size_t target_count;
	struct target targets[SURFACE_TARGETS_MAX];
	struct cell *cells; /* height * width */
	struct said_list said;
};

void surface_init(struct surface *s, int width, int height);
void surface_fini(struct surface *s);
/* Blanks in ROLE_PAGE, no targets, nothing said. */
void surface_wipe(struct surface *s);
/* A new size: cells are blank afterwards, the old ones overwritten. */
void surface_resize(struct surface *s, int width, int height);
struct cell *surface_cell(struct surface *s, int x, int y); /* NULL outside */

/* Fill a rectangle with blanks in ROLE; clipped. */
void surface_fill(struct surface *s, int x, int y, int width, int height,
    enum role role);

/* Draw TEXT from (X, Y) in at most WIDTH cells; clipped, never cut with an
 * ellipsis (that is width_cut()).  Unsafe code points become U+FFFD.
 * Returns the cells used. */
int surface_text(struct surface *s, int x, int y, int width, enum role role,
    const char *text);

/* The same with its end at column X + WIDTH. */
void surface_text_right(struct surface *s, int x, int y, int width,
    enum role role, const char *text);

void surface_cursor(struct surface *s, int x, int y);
void surface_target(struct surface *s, int x, int y, int width, int height,
    struct key key);

/* For fingers: each target of one row takes a blank row beside it that no
 * other has. */
void surface_grow_targets(struct surface *s);

/* The key of the target at (X, Y); UIKEY_NONE if there is none. */
struct key surface_tap(const struct surface *s, int x, int y);

#endif

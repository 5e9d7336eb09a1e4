/*
 * Contrast: of every cell of every golden screen, in the colours that the
 * program sends, on four palettes.  Letters have at least 4.5 (WCAG 2, 1.4.3),
 * lines and blocks at least 3 (1.4.11).  doc/accessibility.md has the figures.
 */
#include <config.h>

#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "contrast.h"
#include "light.h"
#include "shots.h"

#define LETTERS 4.5
#define DRAWINGS 3.0
#define PALETTES_MAX 4
#define KEYS_SIZE 256

static const struct mode {
	const char *name;
	const char *term;
	const char *comfort; /* keys behind the first one, or NULL */
} modes[] = {
	{ "256 colours", "xterm-256color", NULL },
	{ "256 colours, clearer letters", "xterm-256color", "F2 7 Esc" },
	{ "8 colours", "linux", NULL },
	{ "8 colours, clearer letters", "linux", "F2 7 Esc" },
};

struct tally {
	unsigned cells; /* that are not blank */
	unsigned below;
	double lowest;
};

static struct tally tallies[COUNT_OF(modes)][PALETTES_MAX];

/* Lines, blocks, shades, triangles. */
static bool
is_drawing(uint32_t code)
{
	return code >= 0x2500 && code <= 0x25FF;
}

static void
measure(struct tally *tally, size_t palette, const struct term_cell *c,
    const char *where)
{
	int fg = c->reverse ? c->bg : c->fg;
	int bg = c->reverse ? c->fg : c->bg;
	double ratio;

	if (c->bold && !c->reverse && fg >= 0 && fg < 8 &&
	    contrast_bold_brightens(palette))
		fg += 8;
	ratio = fg < 0 || bg < 0 ? 0 : contrast_of(palette, fg, bg);
	tally->cells++;
	if (tally->lowest == 0 || ratio < tally->lowest)
		tally->lowest = ratio;
	if (ratio >= (is_drawing(c->code) ? DRAWINGS : LETTERS))
		return;
	tally->below++;
	printf("# %s: U+%04X in %d on %d%s has %.2f\n", where,
	    (unsigned)c->code, fg, bg, c->bold ? ", bold" : "", ratio);
}

static void
measure_screen(const struct shot *s, size_t mode)
{
	struct shot again = *s;
	size_t first = strcspn(s->keys, " ");
	char keys[KEYS_SIZE];
	struct term *t = NULL;

	again.term = modes[mode].term;
	/* The language is chosen first: comfort comes behind it. */
	if (modes[mode].comfort != NULL && first > 0) {
		snprintf(keys, sizeof keys, "%.*s %s%s", (int)first, s->keys,
		    modes[mode].comfort, s->keys + first);
		again.keys = keys;
	}
	t = shot_take(&again);
	for (int y = 0; y < term_height(t); y++)
		for (int x = 0; x < term_width(t); x++) {
			struct term_cell c = term_cell(t, x, y);

			for (size_t p = 0;
			     c.code != ' ' && p < contrast_palettes; p++)
				measure(&tallies[mode][p], p, &c, s->name);
		}
	term_free(t);
}

int
main(void)
{
	for (size_t m = 0; m < COUNT_OF(modes); m++) {
		for (size_t i = 0; i < shot_count; i++)
			if (shots[i].term == NULL && !is_left_out(i + m))
				measure_screen(&shots[i], m);
		for (size_t p = 0; p < contrast_palettes; p++)
			ok(tallies[m][p].below == 0,
			    "%s on %s: of %u cells the lowest has %.1f",
			    modes[m].name, contrast_palette_name(p),
			    tallies[m][p].cells, tallies[m][p].lowest);
	}
	return done();
}

/*
 * What check_boot.sh relies on: a screen is read as it was drawn, whatever
 * its colours, and what is no letter is said to be none.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "console_text.h"

#define WIDTH 8
#define HEIGHT 2
#define COLUMNS 4
#define ROWS 2

static const uint8_t night[3] = { 0, 0, 0 };
static const uint8_t grey[3] = { 170, 170, 170 };
static const uint8_t blue[3] = { 0, 0, 170 };

/* "L", a blank, and "#", of two rows of eight dots. */
static void
make_font(struct psf *f)
{
	static const uint8_t glyphs[] = { 0x40, 0x7E, 0, 0, 0x81, 0x81 };
	static const uint32_t head[] = { 0x864AB572, 0, 32, 1, 3, HEIGHT,
		HEIGHT, WIDTH };
	struct buffer font = { 0 };
	struct err e = { 0 };

	for (size_t i = 0; i < COUNT_OF(head); i++)
		buffer_add_u32(&font, head[i]);
	buffer_add(&font, glyphs, sizeof glyphs);
	buffer_add_text(&font, "L\xFF \xFF#\xFF");
	assert_int_equal(psf_parse(f, buffer_bytes(&font), &e), 0);
	buffer_fini(&font);
}

struct drawn {
	struct buffer ppm;
	size_t dots; /* where they begin */
};

static void
draw_nothing(struct drawn *d)
{
	char head[32];

	memset(d, 0, sizeof *d);
	snprintf(head, sizeof head, "P6\n%d %d\n255\n", COLUMNS * WIDTH,
	    ROWS * HEIGHT);
	buffer_add_text(&d->ppm, head);
	d->dots = d->ppm.len;
	buffer_add_zeros(&d->ppm,
	    (size_t)COLUMNS * WIDTH * ROWS * HEIGHT * sizeof night);
}

static void
draw(struct drawn *d, const struct psf *f, unsigned column, unsigned row,
    int glyph, const uint8_t *ink, const uint8_t *paper)
{
	for (unsigned y = 0; y < HEIGHT; y++)
		for (unsigned x = 0; x < WIDTH; x++) {
			size_t at = (size_t)(row * HEIGHT + y) * COLUMNS *
			    WIDTH + column * WIDTH + x;

			memcpy(d->ppm.at + d->dots + at * sizeof night,
			    psf_dot(f, glyph, x, y) ? ink : paper,
			    sizeof night);
		}
}

static void
assert_reads(const struct drawn *d, const struct psf *f, const char *text)
{
	struct buffer out = { 0 };
	struct err e = { 0 };

	assert_int_equal(console_text(&out, buffer_bytes(&d->ppm), f, &e), 0);
	buffer_add(&out, "", 1);
	assert_string_equal((const char *)out.at, text);
	buffer_fini(&out);
}

static void
letters_are_read_in_all_colours(void **state)
{
	struct psf f;
	struct drawn d;

	(void)state;
	make_font(&f);
	draw_nothing(&d);
	assert_reads(&d, &f, "\n\n");
	draw(&d, &f, 0, 0, 0, grey, night);
	draw(&d, &f, 2, 0, 2, night, grey); /* its first dot is ink */
	draw(&d, &f, 1, 1, 0, night, blue);
	draw(&d, &f, 2, 1, 1, night, blue); /* a blank */
	assert_reads(&d, &f, "L #\n L\n");
	buffer_fini(&d.ppm);
	psf_fini(&f);
}

static void
what_is_no_letter_is_a_question_mark(void **state)
{
	struct psf f;
	struct drawn d;

	(void)state;
	make_font(&f);
	draw_nothing(&d);
	draw(&d, &f, 0, 0, 0, grey, night);
	draw(&d, &f, 1, 0, 0, grey, night);
	d.ppm.at[d.dots + (WIDTH + 3) * sizeof night] = 1; /* a third colour */
	assert_reads(&d, &f, "L?\n\n");
	buffer_fini(&d.ppm);
	psf_fini(&f);
}

static void
what_is_no_picture_is_refused(void **state)
{
	struct psf f;
	struct drawn d;
	struct buffer out = { 0 };
	size_t whole;

	(void)state;
	make_font(&f);
	draw_nothing(&d);
	whole = d.ppm.len;
	for (size_t len = 0; len < whole; len++) {
		struct err e = { 0 };

		d.ppm.len = len;
		assert_int_equal(console_text(&out, buffer_bytes(&d.ppm), &f,
		    &e), -1);
		assert_int_equal(e.code, ERR_INPUT);
	}
	assert_int_equal(out.len, 0);
	d.ppm.len = whole;
	buffer_fini(&d.ppm);
	psf_fini(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_read_in_all_colours),
		cmocka_unit_test(what_is_no_letter_is_a_question_mark),
		cmocka_unit_test(what_is_no_picture_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

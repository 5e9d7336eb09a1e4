/*
 * Larger letters: the reader of fonts, what is done to a console (a stub of
 * one, that keeps what it is told), and the fonts that were built.
 */
#include <config.h>

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <linux/kd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ui/console.h"
#include "ui/glyph.h"
#include "ui/psf.h"

#define GLYPHS 2
#define USUAL_WIDTH 8
#define USUAL_HEIGHT 16

static char folder[] = "/tmp/vereda-console-XXXXXX";

/* --- a font of two letters --- */

static void
make_font(struct buffer *out, unsigned width, unsigned height)
{
	unsigned size = height * ((width + 7) / 8);
	const unsigned head[] = { 0x864AB572, 0, 32, 1, GLYPHS, size, height,
		width };

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < COUNT_OF(head); i++)
		buffer_add_u32(out, head[i]);
	for (unsigned i = 0; i < size; i++)
		buffer_add(out, "\xF0", 1);
	buffer_add_zeros(out, size);
	buffer_add_text(out, "a\xC3\xA1\xFF\xE2\x96\x80\xFF"); /* a á, ▀ */
}

static char *
font_file(const char *name, unsigned width, unsigned height)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct buffer font;
	struct err e = { 0 };

	make_font(&font, width, height);
	assert_int_equal(io_write_file(path, buffer_bytes(&font),
	    IO_REPLACE, &e), 0);
	buffer_fini(&font);
	return path;
}

static void
a_font_is_read(void **state)
{
	struct buffer font;
	struct psf f;
	struct err e = { 0 };

	(void)state;
	make_font(&font, 12, 20);
	assert_int_equal(psf_parse(&f, buffer_bytes(&font), &e), 0);
	assert_int_equal(f.width, 12);
	assert_int_equal(f.height, 20);
	assert_int_equal(psf_glyph(&f, 'a'), 0);
	assert_int_equal(psf_glyph(&f, 0xE1), 0);
	assert_int_equal(psf_glyph(&f, 0x2580), 1);
	assert_int_equal(psf_glyph(&f, 'b'), -1);
	assert_true(psf_dot(&f, 0, 3, 19));
	assert_false(psf_dot(&f, 0, 4, 19));
	assert_false(psf_dot(&f, 0, 3, 20)); /* what the kernel wants is 0 */
	assert_false(psf_dot(&f, 1, 3, 0));
	psf_fini(&f);
	buffer_fini(&font);
}

/* Cut anywhere, and with every byte of its head and table another. */
static void
what_is_no_font_is_refused(void **state)
{
	struct buffer font;
	struct psf f;
	size_t table;

	(void)state;
	make_font(&font, 8, 16);
	table = font.len - 9;
	for (size_t len = 0; len < font.len; len++) {
		struct err e = { 0 };

		assert_int_equal(psf_parse(&f, bytes_of(font.at, len), &e),
		    -1);
		assert_null(f.map);
	}
	for (size_t i = 0; i < font.len; i++) {
		struct err e = { 0 };

		if (i >= 32 && i < table)
			continue;
		font.at[i] ^= 0x80;
		if (psf_parse(&f, buffer_bytes(&font), &e) == 0)
			psf_fini(&f);
		font.at[i] ^= 0x80;
	}
	for (size_t i = 0; i < 32; i += 4) { /* all that a number can be */
		struct err e = { 0 };
		uint8_t kept[4];

		memcpy(kept, font.at + i, 4);
		memset(font.at + i, 0xFF, 4);
		assert_int_equal(psf_parse(&f, buffer_bytes(&font), &e),
		    i == 12 ? 0 : -1); /* flags that nobody knows yet */
		psf_fini(&f);
		memcpy(font.at + i, kept, 4);
	}
	buffer_fini(&font);
}

/* --- a console --- */

static struct {
	bool is_console, may, knows_wide;
	unsigned columns, rows;
	unsigned width, height; /* of the font that is shown */
	unsigned sets;
	unsigned short map_count;
} stub;

static int
refuse(int why)
{
	errno = why;
	return -1;
}

static int
stub_font(struct console_font_op *op)
{
	if (op->op == KD_FONT_OP_GET) {
		assert_true(op->charcount >= GLYPHS && op->width >= 8);
		op->width = stub.width;
		op->height = stub.height;
		op->charcount = GLYPHS;
		memset(op->data, 0x55, 64);
		return 0;
	}
	if (!stub.may)
		return refuse(EPERM);
	if (op->width > 8 && !stub.knows_wide)
		return refuse(EINVAL);
	assert_int_equal(op->charcount, GLYPHS);
	stub.width = op->width;
	stub.height = op->height;
	stub.sets++;
	return 0;
}

static int
stub_control(int fd, unsigned long request, void *argument)
{
	struct unimapdesc *map = argument;
	struct winsize *size = argument;

	assert_int_equal(fd, 7);
	if (request == TIOCGWINSZ) {
		*size = (struct winsize){
			.ws_col = (unsigned short)stub.columns,
			.ws_row = (unsigned short)stub.rows };
		return 0;
	}
	if (!stub.is_console)
		return refuse(ENOTTY);
	switch (request) {
	case KDFONTOP:
		return stub_font(argument);
	case GIO_UNIMAP:
		map->entry_ct = 1;
		map->entries[0] = (struct unipair){ 'a', 0 };
		return 0;
	case PIO_UNIMAPCLR:
		stub.map_count = 0;
		return 0;
	case PIO_UNIMAP:
		stub.map_count = map->entry_ct;
		return 0;
	default:
		return refuse(EINVAL);
	}
}

static struct console *
open_stub(unsigned columns, unsigned rows)
{
	char *large = font_file("large", 16, 32);
	char *middle = font_file("middle", 16, 28);
	const char *const fonts[] = { large, "/nowhere", middle, NULL };
	struct console *c = NULL;

	stub.columns = columns;
	stub.rows = rows;
	stub.width = USUAL_WIDTH;
	stub.height = USUAL_HEIGHT;
	stub.sets = 0;
	c = console_new(&(struct console_setup){ .fd = 7,
	    .fonts = fonts,
	    .width_min = 40,
	    .height_min = 15,
	    .control = stub_control });
	free(large);
	free(middle);
	return c;
}

static int
start(void **state)
{
	(void)state;
	stub.is_console = stub.may = stub.knows_wide = true;
	return 0;
}

static void
letters_grow_and_shrink_again(void **state)
{
	struct console *c = open_stub(80, 30);

	(void)state;
	assert_true(console_can_enlarge(c));
	assert_int_equal(stub.height, USUAL_HEIGHT);
	assert_false(console_enlarge(c, false));
	assert_true(console_enlarge(c, true));
	assert_int_equal(stub.width, 16);
	assert_int_equal(stub.height, 32);
	assert_int_equal(stub.map_count, 3);
	assert_false(console_enlarge(c, true));
	assert_true(console_enlarge(c, false));
	assert_int_equal(stub.width, USUAL_WIDTH);
	assert_int_equal(stub.height, USUAL_HEIGHT);
	assert_int_equal(stub.map_count, 1);
	assert_true(console_enlarge(c, true));
	console_free(c);
	assert_int_equal(stub.height, USUAL_HEIGHT);
	console_free(NULL);
	assert_false(console_can_enlarge(NULL));
	assert_false(console_enlarge(NULL, true));
}

static void
the_screen_stays_large_enough(void **state)
{
	struct console *c = open_stub(80, 28); /* 448 rows of dots */

	(void)state;
	assert_true(console_enlarge(c, true));
	assert_int_equal(stub.height, 28); /* 16 rows; with 32 it were 14 */
	console_free(c);
	c = open_stub(80, 26);
	assert_false(console_can_enlarge(c));
	console_free(c);
	c = open_stub(78, 40); /* 39 columns */
	assert_false(console_can_enlarge(c));
	console_free(c);
}

static void
elsewhere_there_is_nothing_to_choose(void **state)
{
	struct console *c = NULL;

	(void)state;
	stub.is_console = false;
	c = open_stub(80, 30);
	assert_false(console_can_enlarge(c));
	assert_false(console_enlarge(c, true));
	console_free(c);
	assert_int_equal(stub.sets, 0);
	stub.is_console = true;
	stub.may = false;
	c = open_stub(80, 30);
	assert_false(console_can_enlarge(c));
	console_free(c);
	assert_int_equal(stub.sets, 0);
}

/* The usual font can be set, but none of 16 columns: VGA's text mode. */
static void
a_console_that_refuses_keeps_its_font(void **state)
{
	struct console *c = NULL;

	(void)state;
	stub.knows_wide = false;
	c = open_stub(80, 30);
	assert_true(console_can_enlarge(c));
	assert_true(console_enlarge(c, true)); /* something may have moved */
	assert_false(console_can_enlarge(c));
	assert_int_equal(stub.width, USUAL_WIDTH);
	assert_int_equal(stub.height, USUAL_HEIGHT);
	console_free(c);
}

static void
even_a_crash_gives_the_font_back(void **state)
{
	struct console *c = open_stub(80, 30);

	(void)state;
	console_last_words();
	assert_int_equal(stub.sets, 1); /* the trial at the beginning */
	assert_true(console_enlarge(c, true));
	console_last_words();
	assert_int_equal(stub.height, USUAL_HEIGHT);
	console_last_words();
	assert_int_equal(stub.sets, 3);
	console_free(c);
}

/* --- the fonts that were built --- */

static struct psf built;
static size_t files;

static void
assert_shows(uint32_t code, const char *where)
{
	/* a terminal that has all glyphs is sent the character itself */
	uint32_t shown = glyph_shown(GLYPHS_FULL, code);

	if (shown < 0x20 || psf_glyph(&built, shown) >= 0)
		return;
	fail_msg("U+%04X of %s is not in the font", (unsigned)code, where);
}

/* Texts of people; in sources only these stand, and what is written as
 * "\u2580" is in the table of glyph.c. */
static bool
has_texts(const char *path)
{
	static const char *const ends[] = { ".po", ".md", ".yaml", ".csv",
		".txt", ".c" };

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		size_t len = strlen(ends[i]);

		if (strlen(path) > len &&
		    strcmp(path + strlen(path) - len, ends[i]) == 0)
			return true;
	}
	return false;
}

static int
look_through(const char *path, const struct stat *st, int type,
    struct FTW *where)
{
	struct buffer file = { 0 };
	struct err e = { 0 };
	const char *text = NULL;
	uint32_t code;

	(void)st;
	(void)where;
	if (type != FTW_F || !has_texts(path))
		return 0;
	assert_int_equal(io_read_file(&file, path, 1u << 24, &e), 0);
	text = (const char *)file.at;
	while ((code = utf8_next(&text)) != 0)
		assert_shows(code, path);
	buffer_fini(&file);
	files++;
	return 0;
}

static bool
read_built(const char *name)
{
	const char *builddir = getenv("builddir");
	char *path = xasprintf("%s/%s", builddir != NULL ? builddir : ".",
	    name);
	struct err e = { 0 };
	bool is_there = access(path, R_OK) == 0;

	if (is_there)
		assert_int_equal(psf_read(&built, path, &e), 0);
	free(path);
	return is_there;
}

static void
assert_full(uint32_t code, unsigned left, unsigned top, unsigned right,
    unsigned bottom)
{
	int glyph = psf_glyph(&built, code);

	assert_true(glyph >= 0);
	for (unsigned y = 0; y < built.height; y++)
		for (unsigned x = 0; x < built.width; x++)
			assert_int_equal(psf_dot(&built, glyph, x, y),
			    x >= left && x < right && y >= top && y < bottom);
}

/* Half blocks fill their halves to the edge, or no QR code can be read; a
 * line meets the next one. */
static void
assert_joined(void)
{
	unsigned w = built.width;
	unsigned h = built.height;
	int line = psf_glyph(&built, 0x2500);
	unsigned left = 0;
	unsigned right = 0;

	assert_full(0x2580, 0, 0, w, h / 2);
	assert_full(0x2584, 0, h / 2, w, h);
	assert_full(0x258C, 0, 0, w / 2, h);
	assert_full(0x2590, w / 2, 0, w, h);
	assert_full(0x2588, 0, 0, w, h);
	assert_full(' ', 0, 0, 0, 0);
	for (unsigned y = 0; y < h; y++) {
		left += psf_dot(&built, line, 0, y);
		right += psf_dot(&built, line, w - 1, y);
	}
	assert_true(left > 0 && left == right);
}

static void
assert_complete(const char *name, unsigned height)
{
	const char *srcdir = getenv("srcdir");
	static const char *const rooms[] = { "po", "data/channels",
		"src/ui", "src/text" };

	if (!read_built(name))
		skip(); /* no fonts were built: configure says why */
	assert_int_equal(built.width, 16);
	assert_int_equal(built.height, height);
	assert_int_equal(built.count, 256); /* or bright colours are lost */
	files = 0;
	for (size_t i = 0; i < COUNT_OF(rooms); i++) {
		char *room = xasprintf("%s/%s", srcdir != NULL ? srcdir : ".",
		    rooms[i]);

		assert_int_equal(nftw(room, look_through, 16, FTW_PHYS), 0);
		free(room);
	}
	assert_true(files > 300);
	for (uint32_t code = 0x20; code < 0x3000; code++)
		if (glyph_is_safe(code))
			assert_shows(code, "the safe glyphs");
	assert_joined();
	psf_fini(&built);
}

static void
the_font_of_32_rows_shows_all_that_we_write(void **state)
{
	(void)state;
	assert_complete("vereda-32x16.psf", 32);
}

static void
so_does_the_one_of_28(void **state)
{
	(void)state;
	assert_complete("vereda-28x16.psf", 28);
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL;
}

static int
remove_folder(void **state)
{
	char *large = xasprintf("%s/large", folder);
	char *middle = xasprintf("%s/middle", folder);

	(void)state;
	unlink(large);
	unlink(middle);
	free(large);
	free(middle);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_font_is_read),
		cmocka_unit_test(what_is_no_font_is_refused),
		cmocka_unit_test_setup(letters_grow_and_shrink_again, start),
		cmocka_unit_test_setup(the_screen_stays_large_enough, start),
		cmocka_unit_test_setup(elsewhere_there_is_nothing_to_choose,
		    start),
		cmocka_unit_test_setup(a_console_that_refuses_keeps_its_font,
		    start),
		cmocka_unit_test_setup(even_a_crash_gives_the_font_back,
		    start),
		cmocka_unit_test(the_font_of_32_rows_shows_all_that_we_write),
		cmocka_unit_test(so_does_the_one_of_28),
	};

	return cmocka_run_group_tests_name("unit_console", tests, make_folder,
	    remove_folder);
}

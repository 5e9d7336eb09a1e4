/*
 * What every entry of a content database gives to take along: its QR code as
 * the screen shows it and its slip, as pictures for a decoder, each beside
 * the text that it should say.
 *
 *	kiosk-codes DB LANG WIDTHxHEIGHT DIR [EVERY]
 *		N.pgm and N.txt, N-paper.pgm and N-paper.txt, of every
 *		EVERY-th entry
 *	kiosk-codes DB LANG SLUG		that slip as SVG, to be looked at
 *
 * Ends with 1 if a code does not fit and the screen does not say so, or a
 * slip is no ESC/POS.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "escpos.h"

#include "base/io.h"
#include "base/paths.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/print.h"
#include "ui/screens/away.h"
#include "ui/widget.h"
#include "ui/widget_qr.h"

#define CELL 4 /* dots of a module */

struct codes {
	struct app *app;
	struct catalog *catalog;
	const char *lang;
	const char *folder;
	const char *paper; /* the printer */
	int64_t now; /* milliseconds */
	unsigned every;
	unsigned count;
	unsigned faults;
};

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "kiosk-codes: %s: %s\n", what, why);
	exit(2);
}

static FILE *
create(const struct codes *c, const char *suffix)
{
	char name[512];
	FILE *out = NULL;

	snprintf(name, sizeof name, "%s/%u%s", c->folder, c->count, suffix);
	out = fopen(name, "wb");
	if (out == NULL)
		die(name, "cannot be written");
	return out;
}

/* A move is made behind a key, which means nothing here. */
static void
settle(struct codes *c)
{
	c->now += 1000; /* no bounce */
	app_tick(c->app, c->now);
	app_key(c->app, key_char('x'));
}

/* Which half of a cell is dark. */
static bool
is_dark(uint32_t code, bool lower)
{
	return code == 0x2588 || code == (lower ? 0x2584u : 0x2580u);
}

/* The light field that begins in a corner of the screen. */
static void
draw(struct surface *s, FILE *out)
{
	int width = 0;
	int height = 0;

	while (width < s->width &&
	    surface_cell(s, width, 0)->role == ROLE_QR)
		width++;
	while (height < s->height &&
	    surface_cell(s, 0, height)->role == ROLE_QR)
		height++;
	fprintf(out, "P5 %d %d 255\n", width * CELL, 2 * height * CELL);
	for (int y = 0; y < 2 * height * CELL; y++)
		for (int x = 0; x < width * CELL; x++) {
			const struct cell *cell = surface_cell(s, x / CELL,
			    y / CELL / 2);

			putc(is_dark(cell->code, y / CELL % 2 != 0) ? 0 : 255,
			    out);
		}
}

static bool
shows(struct surface *s, const char *text)
{
	char row[1024];

	for (int y = 0; y < s->height; y++) {
		size_t len = 0;

		for (int x = 0; x < s->width; x++)
			if (surface_cell(s, x, y)->code < 0x80)
				row[len++] =
				    (char)surface_cell(s, x, y)->code;
		row[len] = '\0';
		if (strstr(row, text) != NULL)
			return true;
	}
	return false;
}

static void
one_screen(struct codes *c, struct screen *sc, const struct away *x)
{
	struct place to = sc->place;
	struct surface *s = NULL;
	const char *text = NULL;
	struct qr qr;
	bool fits = away_qr(sc, x, away_qr_size(sc), &qr, &text);
	FILE *out = NULL;

	to.screen = SCREEN_QR;
	app_go(c->app, &to);
	settle(c);
	s = app_draw(c->app);
	if (fits) {
		out = create(c, ".pgm");
		draw(s, out);
		fclose(out);
		out = create(c, ".txt");
		fputs(text, out);
		fclose(out);
	} else if (!shows(s, "QR")) {
		fprintf(stderr, "%s: no code, and no word of it\n",
		    x->title);
		c->faults++;
	}
	app_back(c->app);
	settle(c);
}

/* NULL, and said, if it is none. */
static struct escpos *
one_paper(struct codes *c, struct screen *sc)
{
	struct buffer job = { 0 };
	struct escpos *p = NULL;
	struct err e = { 0 };
	char why[80];
	FILE *out = fopen(c->paper, "wb");

	if (out == NULL || fclose(out) != 0)
		die(c->paper, "cannot be written");
	if (!paper_go(sc, &sc->place) ||
	    io_read_file(&job, c->paper, 1 << 20, &e) < 0)
		die("paper", e.text);
	settle(c);
	app_back(c->app);
	settle(c);
	p = escpos_read(buffer_bytes(&job), PAPER_COLUMNS, why);
	if (p == NULL) {
		fprintf(stderr, "entry %u: %s\n", c->count, why);
		c->faults++;
	}
	buffer_fini(&job);
	return p;
}

static void
one_entry(struct codes *c, const struct entry_head *h, bool as_svg)
{
	struct screen sc = { .app = c->app,
		.place = { .screen = SCREEN_TAKE, .ref = h->ref },
		.arena = NULL };
	struct away x;
	struct err e = { 0 };
	struct escpos *p = NULL;
	const char *text = "";
	struct qr qr;
	FILE *out = NULL;

	if (c->count++ % c->every != 0 && !as_svg)
		return;
	sc.arena = arena_new();
	if (away_load(&sc, &x, &e) < 0)
		die(h->slug, e.text);
	if (!as_svg)
		one_screen(c, &sc, &x);
	p = one_paper(c, &sc);
	if (p != NULL && as_svg)
		escpos_svg(p, stdout);
	if (p != NULL && !as_svg) {
		out = create(c, "-paper.pgm");
		escpos_image(p, out);
		fclose(out);
		away_qr(&sc, &x, PAPER_QR_SIZE_MAX, &qr, &text);
		out = create(c, "-paper.txt");
		fputs(text, out);
		fclose(out);
	}
	escpos_free(p);
	arena_free(sc.arena);
}

static void
all_entries(struct codes *c, const char *slug)
{
	for (enum entry_kind kind = 0; kind < ENTRY_KINDS; kind++) {
		struct arena *a = arena_new();
		struct entry_list list;
		struct err e = { 0 };

		if (catalog_of_kind(c->catalog, kind, c->lang, a, &list, &e)
			< 0)
			die("entries", e.text);
		for (size_t i = 0; i < list.count; i++)
			if (slug == NULL ||
			    strcmp(slug, list.heads[i].slug) == 0)
				one_entry(c, &list.heads[i], slug != NULL);
		arena_free(a);
	}
}

static struct catalog *
open_catalog(const char *name)
{
	static const struct edition edition = { .channel = "crm",
		.epoch = 1,
		.sequence = 1,
		.created = 1795219200 };
	struct catalog *c = catalog_new();
	sqlite3 *db = NULL;
	struct err e = { 0 };

	if (sqlite3_open_v2(name, &db, SQLITE_OPEN_READONLY, NULL) !=
		SQLITE_OK)
		die(name, sqlite3_errmsg(db));
	if (catalog_add(c, db, &edition, &e) < 0)
		die(name, e.text);
	return c;
}

int
main(int argc, char **argv)
{
	static const struct date today = { 2026, 11, 28 };
	char *locale = paths_find(LOCALEDIR, "locale");
	char printer_path[] = "/tmp/kiosk-codes.XXXXXX";
	struct settings settings;
	struct printer *printer = NULL;
	struct codes c = { .paper = printer_path, .every = 1 };
	struct err e = { 0 };
	bool as_svg = argc == 4;
	int width = 80;
	int height = 25;

	if (argc < 4 || argc > 6)
		die("use", "DB LANG WIDTHxHEIGHT DIR [EVERY], or DB LANG "
			   "SLUG");
	if (mkstemp(printer_path) < 0 || language_init(locale, &e) < 0)
		die("start", e.text);
	if (!as_svg && sscanf(argv[3], "%dx%d", &width, &height) != 2)
		die(argv[3], "is no size");
	settings_defaults(&settings);
	snprintf(settings.language, sizeof settings.language, "%s", argv[2]);
	snprintf(settings.printer_device, sizeof settings.printer_device,
	    "%s", printer_path);
	c.catalog = open_catalog(argv[1]);
	c.lang = argv[2];
	c.folder = as_svg ? "" : argv[4];
	c.every = argc == 6 ? (unsigned)strtoul(argv[5], NULL, 10) : 1;
	if (c.every == 0)
		die(argv[5], "is no number");
	c.app = app_new(c.catalog, &settings);
	printer = print_open(&settings);
	app_set_printer(c.app, printer);
	app_set_today(c.app, &today);
	app_set_terminal(c.app, GLYPHS_FULL, false);
	app_resize(c.app, width, height);
	app_tick(c.app, 1000);
	app_start(c.app);
	app_home(c.app);
	settle(&c);
	all_entries(&c, as_svg ? argv[3] : NULL);
	app_free(c.app);
	printer_free(printer);
	catalog_free(c.catalog);
	free(locale);
	remove(printer_path);
	if (c.count == 0)
		die(argv[3], "there is no such entry");
	return c.faults > 0;
}

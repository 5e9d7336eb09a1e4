/*
 * The kiosk on the small content database of the tests: the very loop and
 * screens of vereda, without bundles, keys and signatures.
 *
 *	kiosk-fixture [--kiosk] [--touch] [--keypad] [--line] [--staff]
 *	    [--options] [--lang xx] [--voice PROGRAM] [--play PROGRAM]
 *	    [--large FONT]
 *	kiosk-fixture --write FILE [--options]
 *
 * --play decodes recordings and plays them.
 * --staff has a helper that serves a stick, --options something to find.
 * With --large the terminal is as good as a console, and FONT has larger
 * letters for it.
 * The content is written once, with --write, to kiosk-fixture.db or
 * kiosk-fixture-options.db beside the program: some thousand begin with it,
 * and making it takes longer than most of what they do.
 */
#include <config.h>

#include <limits.h>
#include <linux/kd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "../unit/content_fixture.h"
#include "../unit/helper_fixture.h"
#include "../unit/options_fixture.h"
#include "arguments.h"
#include "base/paths.h"
#include "image/database.h"
#include "out/voice.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/forget.h"
#include "ui/hooks.h"
#include "ui/line_mode.h"
#include "ui/loop.h"
#include "ui/print.h"

/* All the content of the tests, with options where they are asked for. */
static sqlite3 *
make_content(bool options)
{
	sqlite3 *db = content_fixture_full();

	if (options)
		options_fixture(db);
	return db;
}

static int
write_content(sqlite3 *db, const char *name)
{
	FILE *out = fopen(name, "wb");
	sqlite3_int64 size = 0;
	unsigned char *bytes = sqlite3_serialize(db, "main", &size, 0);
	bool done = out != NULL && bytes != NULL &&
	    fwrite(bytes, 1, (size_t)size, out) == (size_t)size;

	if (out != NULL && fclose(out) != 0)
		done = false;
	if (!done)
		perror(name);
	sqlite3_free(bytes);
	sqlite3_close(db);
	return !done;
}

/* The content as it was written beside PROGRAM. */
static sqlite3 *
read_content(const char *program, bool options)
{
	char name[PATH_MAX + 64];
	sqlite3 *db = NULL;

	snprintf(name, sizeof name, "file:%s%s.db?immutable=1", program,
	    options ? "-options" : "");
	if (sqlite3_open_v2(name, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
	        NULL) != SQLITE_OK) {
		fprintf(stderr, "%s: %s\n", name, sqlite3_errmsg(db));
		exit(1);
	}
	/* As database_open_image() does: nothing keeps what was searched. */
	sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
	return db;
}

static struct catalog *
open_catalog(sqlite3 *db)
{
	struct catalog *c = catalog_new();
	struct err e = { 0 };

	if (catalog_add(c, db, &content_fixture_edition, &e) < 0) {
		fprintf(stderr, "%s\n", e.text);
		abort();
	}
	return c;
}

/* A screen of as many dots as 80x30 letters of 8x16 have. */
static int
console_stub(int fd, unsigned long request, void *argument)
{
	struct console_font_op *op = argument;
	struct winsize size = { 0 };

	if (request == TIOCGWINSZ)
		return ioctl(fd, request, argument);
	if (request == GIO_UNIMAP)
		((struct unimapdesc *)argument)->entry_ct = 0;
	if (request != KDFONTOP)
		return 0;
	if (op->op == KD_FONT_OP_GET) {
		op->width = 8;
		op->height = 16;
		op->charcount = 256;
		return 0;
	}
	size.ws_col = (unsigned short)(640 / op->width);
	size.ws_row = (unsigned short)(480 / op->height);
	return ioctl(fd, TIOCSWINSZ, &size);
}

static struct console *
open_console(const char *font)
{
	const char *const fonts[] = { font, NULL };

	if (font == NULL)
		return NULL;
	return console_new(&(struct console_setup){ .fd = STDOUT_FILENO,
	    .fonts = fonts,
	    .width_min = APP_WIDTH_MIN,
	    .height_min = APP_HEIGHT_MIN,
	    .control = console_stub });
}

int
main(int argc, char **argv)
{
	char *locale = NULL;
	struct settings settings;
	struct catalog *catalog = NULL;
	struct app *app = NULL;
	struct helper helper = { .fd = -1 };
	struct link_source source = { &helper, helper_open_child,
		NULL };
	struct link *link = NULL;
	struct voice *voice = NULL;
	struct printer *printer = NULL;
	struct console *console = NULL;
	struct date today;
	struct err e = { 0 };
	bool kiosk = arguments_have(argc, argv, "--kiosk");
	bool options = arguments_have(argc, argv, "--options");
	const char *written = arguments_value(argc, argv, "--write", NULL);
	int rc;

	if (written != NULL)
		return write_content(make_content(options), written);
	forget_begin();
	if (database_wipe_freed(&e) < 0)
		abort();
	locale = paths_find(LOCALEDIR, "locale");
	if (language_init(locale, &e) < 0)
		fprintf(stderr, "%s\n", e.text);
	free(locale);
	settings_defaults(&settings);
	snprintf(settings.country, sizeof settings.country, "GT");
	snprintf(settings.language, sizeof settings.language, "%s",
	    arguments_value(argc, argv, "--lang", "es"));
	settings.touch = arguments_have(argc, argv, "--touch");
	settings.keypad_only = arguments_have(argc, argv, "--keypad");
	snprintf(settings.printer_device, sizeof settings.printer_device,
	    "/dev/null"); /* which takes everything */
	catalog = open_catalog(read_content(argv[0], options));
	app = app_new(catalog, &settings);
	app_set_kiosk(app, kiosk);
	printer = print_open(&settings);
	app_set_printer(app, printer);
	if (arguments_have(argc, argv, "--staff")) {
		link = link_new(&source);
		link_open(link);
		app_set_link(app, link);
	}
	voice = voice_new(&(struct voice_setup){
	    .program = arguments_value(argc, argv, "--voice", ""),
	    .decoder = arguments_value(argc, argv, "--play", ""),
	    .player = arguments_value(argc, argv, "--play", ""),
	    .volume = 100 });
	app_set_voice(app, voice);
	console = open_console(arguments_value(argc, argv, "--large", NULL));
	app_set_console(app, console);
	if (hooks_today(&today))
		app_set_today(app, &today);
	err_clear(&e);
	if (arguments_have(argc, argv, "--line"))
		rc = line_mode_run(app, &e);
	else
		rc = loop_run(app, kiosk, &e);
	app_free(app);
	console_free(console);
	voice_free(voice);
	printer_free(printer);
	link_free(link);
	catalog_free(catalog);
	if (rc < 0)
		fprintf(stderr, "%s\n", e.text);
	return rc < 0;
}

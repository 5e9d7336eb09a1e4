/*
 * The kiosk on the small content database of the tests: the very loop and
 * screens of vereda, without bundles, keys and signatures.
 *
 *	kiosk-fixture [--kiosk] [--touch] [--keypad] [--line] [--staff]
 *	    [--options] [--lang xx]
 *
 * --staff has a helper that serves a stick, --options something to find.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/content_fixture.h"
#include "../unit/helper_fixture.h"
#include "../unit/options_fixture.h"
#include "base/paths.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/forget.h"
#include "ui/hooks.h"
#include "ui/line_mode.h"
#include "ui/loop.h"

static bool
has(int argc, char **argv, const char *option)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], option) == 0)
			return true;
	return false;
}

static const char *
value(int argc, char **argv, const char *option, const char *otherwise)
{
	for (int i = 1; i + 1 < argc; i++)
		if (strcmp(argv[i], option) == 0)
			return argv[i + 1];
	return otherwise;
}

/* All the content of the tests, with options where they are asked for. */
static struct catalog *
open_catalog(bool options)
{
	struct catalog *c = catalog_new();
	sqlite3 *db = content_fixture_full();
	struct err e = { 0 };

	if (options)
		options_fixture(db);
	if (catalog_add(c, db, &content_fixture_edition, &e) < 0) {
		fprintf(stderr, "%s\n", e.text);
		abort();
	}
	return c;
}

int
main(int argc, char **argv)
{
	char *locale = paths_find(LOCALEDIR, "locale");
	struct settings settings;
	struct catalog *catalog = NULL;
	struct app *app = NULL;
	struct helper helper = { .fd = -1 };
	struct link_source source = { &helper, helper_open_child,
		NULL };
	struct link *link = NULL;
	struct date today;
	struct err e = { 0 };
	bool kiosk = has(argc, argv, "--kiosk");
	int rc;

	forget_begin();
	if (language_init(locale, &e) < 0)
		fprintf(stderr, "%s\n", e.text);
	free(locale);
	settings_defaults(&settings);
	snprintf(settings.country, sizeof settings.country, "GT");
	snprintf(settings.language, sizeof settings.language, "%s",
	    value(argc, argv, "--lang", "es"));
	settings.touch = has(argc, argv, "--touch");
	settings.keypad_only = has(argc, argv, "--keypad");
	catalog = open_catalog(has(argc, argv, "--options"));
	app = app_new(catalog, &settings);
	app_set_kiosk(app, kiosk);
	if (has(argc, argv, "--staff")) {
		link = link_new(&source);
		link_open(link);
		app_set_link(app, link);
	}
	if (hooks_today(&today))
		app_set_today(app, &today);
	err_clear(&e);
	if (has(argc, argv, "--line"))
		rc = line_mode_run(app, &e);
	else
		rc = loop_run(app, kiosk, &e);
	app_free(app);
	link_free(link);
	catalog_free(catalog);
	if (rc < 0)
		fprintf(stderr, "%s\n", e.text);
	return rc < 0;
}

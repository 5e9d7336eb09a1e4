/*
 * The content becomes another while somebody reads: it was installed, or what
 * was shown is damaged.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog.h"
#include "content_fixture.h"
#include "desk_fixture.h"

static unsigned reloads;
static struct catalog *given; /* the other content */

static struct catalog *
give_same(void *context)
{
	(void)context;
	reloads++;
	given = content_fixture_full_catalog();
	return given;
}

static struct catalog *
give_less(void *context)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)context;
	reloads++;
	content_fixture_run(db,
	    "UPDATE entry SET slug = 'other' WHERE slug = "
	    "'you-do-not-pay'");
	given = catalog_new();
	if (catalog_add(given, db, &content_fixture_edition, &e) < 0)
		fail();
	return given;
}

static struct catalog *
give_nothing(void *context)
{
	(void)context;
	reloads++;
	return NULL;
}

static void
after_a_change(const char *way, struct catalog *(*give)(void *context),
    enum screen_id screen)
{
	struct desk d;
	struct app_host host = { .context = &d.k, .reload = give };
	char *before = NULL;
	char *after = NULL;

	given = NULL;
	reloads = 0;
	desk_open(&d, "es", 80, 25);
	app_set_host(d.k.app, &host);
	desk_keys(&d, way);
	before = kiosk_text(&d.k);
	helper_say(&d.helper, "changed\tcrm\t1\t43\n");
	desk_talk(&d);
	after = kiosk_text(&d.k);
	assert_int_equal(reloads, 1);
	assert_int_equal(app_screen(d.k.app), screen);
	if (give != give_less)
		assert_string_equal(before, after);
	desk_keys(&d, "0");
	free(before);
	free(after);
	desk_close(&d);
	catalog_free(given);
}

static void
the_reader_keeps_the_place_when_content_changes(void **state)
{
	(void)state;
	after_a_change("1", give_same, SCREEN_HOME);
	after_a_change("111", give_same, SCREEN_TOPIC);
	after_a_change("1111+", give_same, SCREEN_ARTICLE);
	after_a_change("164", give_same, SCREEN_SERVICE);
	after_a_change("19", give_same, SCREEN_ALERT);
	after_a_change("1421", give_same, SCREEN_LESSON);
	after_a_change("1111", give_nothing, SCREEN_ARTICLE);
}

static void
who_reads_what_is_no_more_goes_home(void **state)
{
	(void)state;
	after_a_change("1111", give_less, SCREEN_HOME);
}

static bool fault;
static unsigned falls;

static bool
tell_fault(void *context)
{
	(void)context;
	return fault;
}

static struct catalog *
give_older(void *context, int channel)
{
	(void)channel;
	falls++;
	fault = false;
	return give_same(context);
}

static void
give_banner(void *context, int64_t now, struct banner *out)
{
	(void)context;
	(void)now;
	*out = (struct banner){ falls > 0 ? BANNER_DAMAGED : BANNER_NONE,
		1754092800 };
}

static void
damaged_content_is_replaced_and_every_page_says_so(void **state)
{
	struct desk d;
	struct app_host host = { &d.k, give_same, give_older, tell_fault,
		give_banner };

	(void)state;
	falls = 0;
	fault = false;
	desk_open(&d, "es", 80, 25);
	app_set_host(d.k.app, &host);
	desk_keys(&d, "111");
	fault = true; /* the next block cannot be read */
	desk_keys(&d, "1");
	assert_int_equal(falls, 1);
	assert_int_equal(app_screen(d.k.app), SCREEN_ARTICLE);
	assert_true(kiosk_shows(&d.k,
	    " ▲ La información más nueva está dañada. Esta es del 2 ago "
	    "2025."));
	desk_keys(&d, "000");
	assert_int_equal(app_screen(d.k.app), SCREEN_HOME);
	assert_true(kiosk_shows(&d.k, "está dañada"));
	desk_close(&d);
	catalog_free(given);
}

static void
damage_without_anything_else_does_not_spin(void **state)
{
	struct desk d;
	struct app_host host = { .context = &d.k, .has_fault = tell_fault };

	(void)state;
	desk_open(&d, "es", 80, 25);
	app_set_host(d.k.app, &host);
	fault = true;
	desk_keys(&d, "1111");
	assert_int_equal(app_screen(d.k.app), SCREEN_ARTICLE);
	desk_close(&d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_reader_keeps_the_place_when_content_changes),
		cmocka_unit_test(who_reads_what_is_no_more_goes_home),
		cmocka_unit_test(
		    damaged_content_is_replaced_and_every_page_says_so),
		cmocka_unit_test(damage_without_anything_else_does_not_spin),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

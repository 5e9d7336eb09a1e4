/*
 * catalog/catalog_withdraw.c and its screen: what an alert channel takes from
 * the others, and what nobody else may take.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog.h"
#include "catalog/schema.h"
#include "content_fixture.h"
#include "options_fixture.h"
#include "screens_fixture.h"

static struct kiosk k;
static struct arena *arena;
static struct err err;

static int
begin(void **state)
{
	(void)state;
	kiosk_open_on(&k, content_fixture_catalog(), "es", 80, 25);
	arena = arena_new();
	err_clear(&err);
	return 0;
}

static int
begin_options(void **state)
{
	struct catalog *c = catalog_new();
	sqlite3 *db = content_fixture();

	(void)state;
	err_clear(&err);
	options_fixture(db);
	assert_int_equal(catalog_add(c, db, &content_fixture_edition, &err),
	    0);
	kiosk_open_on(&k, c, "es", 80, 25);
	arena = arena_new();
	return 0;
}

static int
begin_small(void **state)
{
	(void)state;
	kiosk_open_on(&k, content_fixture_catalog(), "ht", 40, 15);
	arena = arena_new();
	err_clear(&err);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	kiosk_close(&k);
	catalog_free(k.catalog);
	arena_free(arena);
	return 0;
}

/* Only one alert is left, "a-warning", which withdraws the ids of SLUGS. */
static void
add_alerts(bool may, int64_t days, const char *slugs, const char *more)
{
	struct edition edition = content_fixture_edition;
	sqlite3 *db = content_fixture();

	edition.channel = "crm-alerts";
	edition.created += days * 86400;
	edition.alerts = may;
	content_fixture_run(db,
	    "DELETE FROM entry WHERE slug<>'false-visas';"
	    "DELETE FROM text WHERE entry NOT IN (SELECT id FROM entry);"
	    "DELETE FROM alert WHERE entry NOT IN (SELECT id FROM entry);"
	    "DELETE FROM entry_topic; DELETE FROM service; DELETE FROM link;"
	    "UPDATE entry SET slug='a-warning';"
	    "UPDATE text SET title='Aviso de prueba',"
	    " summary='Ese número es de estafadores'");
	content_fixture_run(db, arena_printf(arena,
		"WITH RECURSIVE w(slug, rest) AS (SELECT NULL, '%s '"
		" UNION ALL SELECT substr(rest,1,instr(rest,' ')-1),"
		" substr(rest,instr(rest,' ')+1) FROM w WHERE rest<>'')"
		"INSERT INTO withdraws SELECT slug, (SELECT id FROM entry)"
		" FROM w WHERE slug<>''", slugs));
	content_fixture_run(db, more);
	content_fixture_lexicon(db);
	assert_int_equal(catalog_add(k.catalog, db, &edition, &err), 0);
}

/* ERR_NONE when SLUG can be opened. */
static enum err_code
opening(const char *slug)
{
	struct entry entry;
	struct err e = { 0 };
	struct ref ref;

	assert_int_equal(catalog_find_entry(k.catalog, slug, &ref, &err), 0);
	if (ref.row == 0)
		fail_msg("there is no %s", slug);
	if (catalog_entry(k.catalog, ref, "es", arena, &entry, &e) == 0)
		return ERR_NONE;
	return e.code;
}

static bool
is_found(const char *slug, const char *words)
{
	struct search_result found;

	assert_int_equal(catalog_search(k.catalog, words, "es", 100, arena,
			     &found, &err), 0);
	for (size_t i = 0; i < found.list.count; i++)
		if (strcmp(found.list.heads[i].slug, slug) == 0)
			return true;
	return false;
}

static bool
is_service(const char *slug)
{
	const struct service_filter all = { .country = "" };
	struct entry *entries;
	size_t count;

	assert_int_equal(catalog_services(k.catalog, &all, "es", arena,
			     &entries, &count, &err), 0);
	for (size_t i = 0; i < count; i++)
		if (strcmp(entries[i].head.slug, slug) == 0)
			return true;
	return false;
}

static const char *
a_service(void)
{
	const struct service_filter all = { .country = "" };
	struct entry *entries;
	size_t count;

	assert_int_equal(catalog_services(k.catalog, &all, "es", arena,
			     &entries, &count, &err), 0);
	assert_true(count > 0);
	return entries[0].head.slug;
}

static void
an_alert_channel_takes_entries_of_any_kind(void **state)
{
	const char *service = a_service();

	(void)state;
	assert_true(is_service(service));
	assert_true(is_found("receipts", "recibos"));
	assert_true(is_found("false-agency", "agencia"));
	add_alerts(true, 1, arena_printf(arena, "receipts false-agency %s",
		service), "");
	assert_int_equal(opening("receipts"), ERR_WITHDRAWN);
	assert_int_equal(opening("false-agency"), ERR_WITHDRAWN);
	assert_int_equal(opening(service), ERR_WITHDRAWN);
	assert_false(is_found("receipts", "recibos"));
	assert_false(is_found("false-agency", "agencia"));
	assert_false(is_service(service));
	assert_int_equal(opening("ten-questions"), ERR_NONE);
}

static void
the_alert_says_why(void **state)
{
	struct withdrawal w;
	struct ref ref;
	bool found = false;

	(void)state;
	add_alerts(true, 1, "receipts", "");
	assert_int_equal(catalog_find_entry(k.catalog, "receipts", &ref, &err),
	    0);
	assert_int_equal(catalog_withdrawal(k.catalog, ref, "es", arena, &w,
			     &found, &err), 0);
	assert_true(found);
	assert_string_equal(w.slug, "receipts");
	assert_string_equal(w.alert.slug, "a-warning");
	assert_string_equal(w.alert.summary, "Ese número es de estafadores");
}

/* A site's own key, stolen, hides nothing of another channel: neither by
 * "withdraws" nor with a newer alert of the same id. */
static void
another_channel_takes_nothing(void **state)
{
	(void)state;
	add_alerts(false, 1, "receipts false-agency",
	    "UPDATE entry SET slug='phone-prize';"
	    "UPDATE text SET withdrawn='No'");
	assert_int_equal(opening("receipts"), ERR_NONE);
	assert_int_equal(opening("false-agency"), ERR_NONE);
	assert_true(is_found("receipts", "recibos"));
	assert_true(is_found("phone-prize", "premio"));
}

static void
an_older_edition_takes_nothing(void **state)
{
	(void)state;
	add_alerts(true, -1, "receipts", "");
	assert_int_equal(opening("receipts"), ERR_NONE);
}

static void
an_alert_that_is_taken_back_gives_back(void **state)
{
	(void)state;
	add_alerts(true, 1, "receipts", "UPDATE text SET withdrawn='Error'");
	assert_int_equal(opening("receipts"), ERR_NONE);
}

/* Even an alert channel's key, stolen, cannot empty a kiosk. */
static void
more_than_fifty_are_none(void **state)
{
	(void)state;
	add_alerts(true, 1, "receipts",
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
	    " WHERE i<50) INSERT INTO withdraws SELECT 'x-'||i,"
	    "(SELECT id FROM entry) FROM n");
	assert_int_equal(opening("receipts"), ERR_NONE);
}

static void
fifty_are_some(void **state)
{
	(void)state;
	add_alerts(true, 1, "receipts",
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
	    " WHERE i<49) INSERT INTO withdraws SELECT 'x-'||i,"
	    "(SELECT id FROM entry) FROM n");
	assert_int_equal(opening("receipts"), ERR_WITHDRAWN);
}

/* Who reads an entry when it is withdrawn sees that, and why. */
static void
who_is_reading_it_sees_why(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~recibos~v!");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	add_alerts(true, 1, "receipts", "");
	app_reenter(k.app);
	kiosk_keys(&k, "7"); /* which does nothing there */
	assert_int_equal(app_screen(k.app), SCREEN_WITHDRAWN);
	assert_true(kiosk_shows(&k, "Aviso de prueba"));
	assert_true(kiosk_shows(&k, "Ese número es de estafadores"));
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_ALERT);
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_WITHDRAWN);
	kiosk_keys(&k, "2");
	assert_int_equal(app_screen(k.app), SCREEN_HELP);
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_WITHDRAWN);
}

/* Whoever took it along may have it in mind still. */
static void
on_a_plan_it_stays_and_says_so(void **state)
{
	(void)state;
	kiosk_keys(&k, "17~recibos~v!" "5");
	add_alerts(true, 1, "receipts", "");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_true(kiosk_shows(&k, "RETIRADA"));
	assert_true(kiosk_shows(&k, "No confíe en eso. Lea por qué."));
	assert_false(kiosk_shows(&k, "con alguien de confianza"));
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_STEP);
	assert_true(kiosk_shows(&k, "RETIRADA"));
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_WITHDRAWN);
	assert_true(kiosk_shows(&k, "Aviso de prueba"));
}

/* Two that are compared; one is withdrawn, and the other is left. */
static void
what_is_compared_is_what_is_left(void **state)
{
	const struct session_list *compare = NULL;

	(void)state;
	compare = &app_session(k.app)->compare;
	kiosk_keys(&k, "14" "7" "8" "16" "0" "26" "0" "0");
	assert_int_equal(compare->count, 2);
	add_alerts(true, 1, compare->slugs[0], "");
	kiosk_keys(&k, "9");
	assert_int_equal(app_screen(k.app), SCREEN_COMPARE);
	assert_int_equal(compare->count, 1);
	assert_true(kiosk_shows(&k, "1 opción"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
		TEST(an_alert_channel_takes_entries_of_any_kind),
		TEST(the_alert_says_why),
		TEST(another_channel_takes_nothing),
		TEST(an_older_edition_takes_nothing),
		TEST(an_alert_that_is_taken_back_gives_back),
		TEST(more_than_fifty_are_none),
		TEST(fifty_are_some),
		TEST(who_is_reading_it_sees_why),
		TEST(on_a_plan_it_stays_and_says_so),
		cmocka_unit_test_setup_teardown(
		    what_is_compared_is_what_is_left, begin_options, end),
		cmocka_unit_test_setup_teardown(who_is_reading_it_sees_why,
		    begin_small, end),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

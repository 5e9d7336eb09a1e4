/*
 * catalog/: alerts, services, hard words and facts of all editions.
 */
#include <config.h>

#include "unit.h"

#include <string.h>

#include "catalog/catalog.h"
#include "content_fixture.h"

static struct catalog *catalog;
static struct arena *arena;
static struct err err;

static int
begin(void **state)
{
	(void)state;
	catalog = content_fixture_catalog();
	arena = arena_new();
	err_clear(&err);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	catalog_free(catalog);
	arena_free(arena);
	return 0;
}

/* Add a second channel that says MORE, made one day after the first. */
static void
add_channel(const char *name, const char *more)
{
	struct edition edition = content_fixture_edition;
	sqlite3 *db = content_fixture();

	edition.channel = name;
	edition.created += 86400;
	edition.alerts = true;
	content_fixture_run(db, more);
	assert_int_equal(catalog_add(catalog, db, &edition, &err), 0);
}

static const char *
slugs(const struct entry_list *list)
{
	char *all = arena_strdup(arena, "");

	for (size_t i = 0; i < list->count; i++)
		all = arena_printf(arena, "%s%s%s", all, i > 0 ? " " : "",
		    list->heads[i].slug);
	return all;
}

static struct ref
entry_called(const char *slug)
{
	struct ref ref = { 0 };

	assert_int_equal(catalog_find_entry(catalog, slug, &ref, &err), 0);
	assert_int_not_equal(ref.row, 0);
	return ref;
}

static const char *
alerts_on(const char *country, int year, int month, int day)
{
	struct date today = { year, month, day };
	struct entry_list list;

	assert_int_equal(
	    catalog_alerts(catalog, country, &today, "es", arena, &list, &err),
	    0);
	return slugs(&list);
}

static void
open_alerts_stand_gravest_first(void **state)
{
	(void)state;
	assert_string_equal(alerts_on("", 2026, 11, 21),
	    "false-visas false-agency phone-prize old-bus");
	assert_string_equal(alerts_on("", 2026, 12, 31),
	    "false-visas false-agency phone-prize old-bus");
	assert_string_equal(
	    alerts_on("", 2027, 1, 1), "false-visas false-agency old-bus");
	assert_string_equal(alerts_on("", 2026, 5, 1), "old-bus");
	assert_string_equal(alerts_on("", 2026, 4, 30), "");
}

static void
of_equally_grave_alerts_the_newest_stands_first(void **state)
{
	struct edition edition = content_fixture_edition;
	sqlite3 *db = content_fixture();

	(void)state;
	content_fixture_run(db,
	    "UPDATE alert SET severity=3;"
	    "UPDATE alert SET effective='2026-11-20' WHERE entry=18;"
	    "UPDATE alert SET effective='2026-10-15' WHERE entry=17;");
	catalog_free(catalog);
	catalog = catalog_new();
	assert_int_equal(catalog_add(catalog, db, &edition, &err), 0);
	assert_string_equal(alerts_on("", 2026, 11, 21),
	    "old-bus false-visas false-agency phone-prize");
}

static void
alerts_are_the_countrys_and_the_regions(void **state)
{
	(void)state;
	assert_string_equal(
	    alerts_on("SV", 2026, 11, 21), "false-agency phone-prize old-bus");
	assert_string_equal(
	    alerts_on("CR", 2026, 11, 21), "phone-prize old-bus");
}

static void
without_a_clock_no_alert_is_left_out(void **state)
{
	struct date unknown = { 0 };
	struct entry_list list;

	(void)state;
	assert_int_equal(
	    catalog_alerts(catalog, "", &unknown, "en", arena, &list, &err), 0);
	assert_int_equal(list.count, 4);
	assert_int_equal(list.heads[0].severity, SEVERITY_EXTREME);
	assert_string_equal(list.heads[0].effective, "2026-11-01");
	assert_string_equal(list.heads[0].countries, "GT HN MX");
	assert_false(list.heads[0].withdrawn);
	assert_true(list.heads[3].withdrawn);
}

static void
the_newest_edition_of_an_alert_is_the_one_that_is_shown(void **state)
{
	struct entry_list list;
	struct search_result found;
	struct ref ref;

	(void)state;
	add_channel("crm-alerts",
	    "DELETE FROM entry WHERE slug<>'false-visas';"
	    "DELETE FROM text WHERE entry<>15; DELETE FROM alert WHERE "
	    "entry<>15; UPDATE text SET withdrawn='Ya no.';"
	    "DELETE FROM entry_topic; DELETE FROM service;");
	assert_string_equal(alerts_on("", 2026, 11, 21),
	    "false-visas false-agency phone-prize old-bus");
	ref = entry_called("false-visas");
	assert_int_equal(ref.channel, 1);
	assert_int_equal(
	    catalog_search(catalog, "falsas", "es", 10, arena, &found, &err), 0);
	list = found.list;
	assert_string_equal(list.heads[0].slug, "false-visas");
	assert_true(list.heads[0].withdrawn);
	for (size_t i = 1; i < list.count; i++)
		assert_string_not_equal(list.heads[i].slug, "false-visas");
}

static const char *
services_in(const char *country, bool emergencies)
{
	struct service_filter filter = { country, emergencies };
	struct entry *entries = NULL;
	size_t count = 0;
	char *all = arena_strdup(arena, "");

	assert_int_equal(catalog_services(catalog, &filter, "es", arena,
			     &entries, &count, &err),
	    0);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(arena, "%s%s ", all, entries[i].head.slug);
	return all;
}

static void
the_countrys_own_services_stand_before_the_regions(void **state)
{
	(void)state;
	assert_string_equal(services_in("MX", false),
	    "mx-emergency mx-consulate-hn mx-shelter xr-hotline xr-legal ");
	assert_string_equal(services_in("PA", false), "xr-hotline xr-legal ");
	assert_string_equal(services_in("", true),
	    "gt-emergency hn-emergency mx-emergency us-emergency ");
	add_channel("mx-local",
	    "UPDATE entry SET slug='local-'||slug; DELETE FROM service WHERE "
	    "country IN ('GT','HN','US') OR type IN ('legal-aid','shelter');");
	assert_string_equal(services_in("MX", false),
	    "mx-emergency mx-consulate-hn mx-shelter local-mx-emergency "
	    "local-mx-consulate-hn xr-hotline xr-legal local-xr-hotline ");
}

static void
countries_with_a_service_are_sorted_and_single(void **state)
{
	const char **countries = NULL;
	size_t count = 0;

	(void)state;
	add_channel("more", "UPDATE service SET country='BZ' WHERE "
			    "country='US'");
	assert_int_equal(
	    catalog_service_countries(catalog, arena, &countries, &count, &err),
	    0);
	assert_int_equal(count, 5);
	assert_string_equal(countries[0], "BZ");
	assert_string_equal(countries[4], "US");
}

static const char *
glossary_of(const char *text, const char *lang)
{
	struct gloss *gloss = NULL;
	size_t count = 0;
	char *all = arena_strdup(arena, "");

	assert_int_equal(
	    catalog_glossary(catalog, text, lang, arena, &gloss, &count, &err),
	    0);
	for (size_t i = 0; i < count; i++)
		all = arena_printf(arena, "%s%s;", all, gloss[i].term);
	return all;
}

static void
hard_words_are_found_whole_and_the_longest_first(void **state)
{
	(void)state;
	assert_string_equal(glossary_of("El RECLUTADOR y la **visa** de\n"
					"trabajo. El reclutador.",
				"es"),
	    "reclutador;visa de trabajo;");
	assert_string_equal(glossary_of("cupo, visa; visa de trabajo", "es"),
	    "cupo;visa;visa de trabajo;");
	assert_string_equal(glossary_of("ocupo cupos revisado", "es"), "");
	assert_string_equal(glossary_of("cupo", "en"), "");
	assert_string_equal(glossary_of("", "es"), "");
}

static void
facts_are_listed_for_every_entry(void **state)
{
	struct entry_facts *facts = NULL;
	size_t count = 0;

	(void)state;
	assert_int_equal(
	    catalog_facts(catalog, arena, &facts, &count, &err), 0);
	assert_int_equal(count, 31);
	assert_string_equal(facts[0].slug, "agency-register");
	assert_string_equal(facts[0].kind, "article");
	assert_string_equal(facts[0].facts, "XR-01 XR-04");
	assert_string_equal(facts[0].langs, "en es");
	for (size_t i = 1; i < count; i++)
		assert_true(strcmp(facts[i - 1].slug, facts[i].slug) < 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(open_alerts_stand_gravest_first),
		TEST(of_equally_grave_alerts_the_newest_stands_first),
		TEST(alerts_are_the_countrys_and_the_regions),
		TEST(without_a_clock_no_alert_is_left_out),
		TEST(the_newest_edition_of_an_alert_is_the_one_that_is_shown),
		TEST(the_countrys_own_services_stand_before_the_regions),
		TEST(countries_with_a_service_are_sorted_and_single),
		TEST(hard_words_are_found_whole_and_the_longest_first),
		TEST(facts_are_listed_for_every_entry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

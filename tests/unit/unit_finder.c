/*
 * The finder on the starter content: every count is the length of its list,
 * and no choice leads to nothing.  What an option is found by is computed
 * here once more, from what the option says of itself.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/date.h"
#include "catalog/agreement.h"
#include "catalog/option.h"
#include "catalog/schema.h"
#include "pack/compile.h"

#define OPTIONS_MAX 1000
#define VALUES_MAX 32

static const char *const region[] = { "BZ", "CA", "CR", "DO", "GT", "HN",
	"MX", "NI", "PA", "SV", "US" };

static struct catalog *catalog;
static struct arena *arena;
static struct option_row *all;
static size_t all_count;
static const char *values[OPTION_FACETS][VALUES_MAX];
static size_t value_count[OPTION_FACETS];
static struct err err;
static char *folder; /* of the starter content */

/* The starter content as an edition in a database of its own. */
static sqlite3 *
compiled(const char *sources)
{
	char path[] = "/tmp/vereda-finder-XXXXXX";
	struct channel *c = channel_read(sources);
	sqlite3 *file = NULL;
	sqlite3 *db = NULL;
	sqlite3_backup *copy = NULL;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	close(fd);
	unlink(path);
	if (compile_database(c, path, NULL, &err) < 0)
		fail_msg("%s", err.text);
	channel_free(c);
	assert_int_equal(sqlite3_open(path, &file), SQLITE_OK);
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	copy = sqlite3_backup_init(db, "main", file, "main");
	assert_non_null(copy);
	assert_int_equal(sqlite3_backup_step(copy, -1), SQLITE_DONE);
	sqlite3_backup_finish(copy);
	sqlite3_close(file);
	unlink(path);
	return db;
}

static int
set_up(void **state)
{
	static const struct edition edition = { .channel = "crm",
		.epoch = 1, .sequence = 1 };
	const char *srcdir = getenv("srcdir");
	const struct option_filter every = { .count = { 0 } };
	struct option_counts n;
	size_t total = 0;

	(void)state;
	folder = xasprintf("%s/data/channels/crm",
	    srcdir == NULL ? "." : srcdir);
	arena = arena_new();
	catalog = catalog_new();
	assert_int_equal(
	    catalog_add(catalog, compiled(folder), &edition, &err), 0);
	assert_int_equal(catalog_options(catalog, &every, 0, OPTIONS_MAX,
			     "es", arena, &all, &all_count, &total, &err), 0);
	assert_int_equal(total, all_count);
	assert_int_equal(
	    catalog_option_counts(catalog, &every, arena, &n, &err), 0);
	assert_int_equal(n.all, all_count);
	for (size_t f = 0; f < OPTION_FACETS; f++)
		for (size_t i = 0; i < n.count[f]; i++)
			values[f][value_count[f]++] = n.values[f][i].value;
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	catalog_free(catalog);
	arena_free(arena);
	free(folder);
	return 0;
}

static bool
has_word(const char *list, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = list; (at = strstr(at, word)) != NULL; at++)
		if ((at == list || at[-1] == ' ') &&
		    (at[len] == ' ' || at[len] == '\0'))
			return true;
	return false;
}

static const char *
class_of(const struct option_facts *f)
{
	struct duration d;
	int days = 0;

	if (f->duration[0] == '\0')
		return "ask";
	assert_true(date_duration_parse(&d, f->duration_max[0] != '\0' ?
		f->duration_max : f->duration));
	if (d.hours > 0)
		return d.hours <= 160 ? "short" : d.hours <= 960 ? "medium" :
								   "long";
	days = date_duration_about(&d);
	return days <= 31 ? "short" : days <= 186 ? "medium" : "long";
}

/* Has the option the value, by what it says of itself? */
static bool
has_value(const struct option_facts *f, enum option_facet facet,
    const char *value)
{
	switch (facet) {
	case OPTION_COUNTRY:
		if (strcmp(f->country, "XR") != 0)
			return strcmp(f->country, value) == 0;
		for (size_t i = 0; i < COUNT_OF(region); i++)
			if (strcmp(region[i], value) == 0)
				return true;
		return false;
	case OPTION_SECTOR:
		return has_word(f->sectors, value);
	case OPTION_COST:
		return strcmp(f->cost, value) == 0;
	case OPTION_DURATION:
		return strcmp(class_of(f), value) == 0;
	case OPTION_MODE:
		return strcmp(f->modality, value) == 0;
	case OPTION_AUDIENCE:
		return has_word(f->audience, value) ||
		    (has_word(f->audience, "anyone") &&
			has_word("returnee migrant youth women", value));
	case OPTION_FACETS:
		break;
	}
	return false;
}

static bool
agrees(const struct option_facts *facts, const struct option_filter *f,
    enum option_facet facet)
{
	if (f->count[facet] == 0)
		return true;
	for (size_t i = 0; i < f->count[facet]; i++)
		if (has_value(facts, facet, f->chosen[facet][i]))
			return true;
	return false;
}

/* How many match F; those with VALUE of FACET, not asking what is chosen in
 * it, unless VALUE is NULL. */
static size_t
expected(const struct option_filter *f, enum option_facet facet,
    const char *value)
{
	size_t count = 0;

	for (size_t i = 0; i < all_count; i++) {
		bool good = true;

		for (int n = 0; n < OPTION_FACETS; n++)
			if (value == NULL || n != (int)facet)
				good = good && agrees(&all[i].facts, f,
						   (enum option_facet)n);
		count += good &&
		    (value == NULL || has_value(&all[i].facts, facet, value));
	}
	return count;
}

/* All counts of F are right; returns how many options match. */
static size_t
check_counts(const struct option_filter *f, struct option_counts *n,
    struct arena *a)
{
	struct option_row *rows = NULL;
	size_t found = 0;
	size_t total = 0;

	assert_int_equal(catalog_option_counts(catalog, f, a, n, &err), 0);
	assert_int_equal(n->matching, expected(f, 0, NULL));
	assert_int_equal(catalog_options(catalog, f, 0, OPTIONS_MAX, "es", a,
			     &rows, &found, &total, &err), 0);
	assert_int_equal(found, n->matching);
	assert_int_equal(total, n->matching);
	for (size_t i = 0; i < OPTION_FACETS; i++) {
		size_t some = 0;

		for (size_t k = 0; k < value_count[i]; k++)
			some += expected(f, (enum option_facet)i,
				    values[i][k]) > 0;
		assert_int_equal(n->count[i], some);
		for (size_t k = 0; k < n->count[i]; k++) {
			assert_true(n->values[i][k].count > 0);
			assert_int_equal(n->values[i][k].count,
			    expected(f, (enum option_facet)i,
				n->values[i][k].value));
		}
	}
	return n->matching;
}

/* Every way to choose at most one value of each facet from FACET on, only
 * of those that are offered. */
static size_t
walk(struct option_filter *f, int facet)
{
	struct arena *a = arena_new();
	struct option_counts n;
	size_t visited = 1;

	assert_true(check_counts(f, &n, a) > 0);
	for (int i = facet; i < OPTION_FACETS; i++)
		for (size_t k = 0; k < n.count[i]; k++) {
			enum option_facet at = (enum option_facet)i;

			assert_true(option_filter_toggle(f, at,
			    n.values[i][k].value));
			visited += walk(f, i + 1);
			option_filter_clear(f, at);
		}
	arena_free(a);
	return visited;
}

static void
every_combination_counts_its_list(void **state)
{
	struct option_filter f = { .count = { 0 } };

	(void)state;
	assert_true(walk(&f, 0) > 1000);
}

static void
several_values_of_a_facet_add_up(void **state)
{
	struct option_filter f = { .count = { 0 } };
	struct option_counts n;

	(void)state;
	for (size_t i = 0; i < value_count[OPTION_COUNTRY]; i++) {
		struct arena *a = arena_new();

		option_filter_toggle(&f, OPTION_COUNTRY,
		    values[OPTION_COUNTRY][i]);
		check_counts(&f, &n, a);
		option_filter_toggle(&f, OPTION_SECTOR, "construction");
		check_counts(&f, &n, a);
		option_filter_toggle(&f, OPTION_SECTOR, "construction");
		arena_free(a);
	}
}

/* Beauty is offered in Guatemala; without Guatemala the other country that
 * was chosen has none, and the choice of it must not leave nothing. */
static void
taking_a_value_away_never_leaves_nothing(void **state)
{
	struct option_filter f = { .count = { 0 } };
	struct option_counts n;

	(void)state;
	option_filter_toggle(&f, OPTION_COUNTRY, "GT");
	option_filter_toggle(&f, OPTION_COUNTRY, "CA");
	option_filter_toggle(&f, OPTION_SECTOR, "beauty");
	option_filter_toggle(&f, OPTION_COUNTRY, "GT");
	assert_int_equal(expected(&f, 0, NULL), 0);
	assert_int_equal(catalog_option_settle(catalog, &f, &err), 0);
	assert_true(check_counts(&f, &n, arena) > 0);
	assert_false(option_filter_has(&f, OPTION_COUNTRY, "CA"));
}

/* An alert of a newer channel that may, and withdraws the option SLUG. */
static sqlite3 *
alerts_against(const char *slug)
{
	sqlite3 *db = NULL;
	char *sql = sqlite3_mprintf("PRAGMA user_version = %d;"
	    "INSERT INTO entry VALUES(1,'warning','alert','checked','high',"
	    "'2026-11-22','2027-05-22');"
	    "INSERT INTO alert VALUES(1,'fraud',3,'Immediate','Observed',"
	    "'2026-11-22','2027-05-22');"
	    "INSERT INTO text VALUES(1,'es','Aviso','Aviso','',1,0);"
	    "INSERT INTO withdraws(slug,entry) VALUES(%Q,1)",
	    SCHEMA_VERSION, slug);

	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(schema_create(db, &err), 0);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_free(sql);
	return db;
}

static void
a_withdrawn_option_is_neither_counted_nor_listed(void **state)
{
	static const struct edition crm = { .channel = "crm", .epoch = 1,
		.sequence = 1, .created = 1 };
	static const struct edition alerts = { .channel = "crm-alerts",
		.epoch = 1, .sequence = 1, .created = 2, .alerts = true };
	struct option_filter f = { .count = { 0 } };
	struct catalog *both = catalog_new();
	struct option_counts n;
	struct option_row *rows = NULL;
	size_t found = 0;
	size_t total = 0;

	(void)state;
	assert_int_equal(catalog_add(both, compiled(folder), &crm, &err), 0);
	assert_int_equal(catalog_add(both,
			     alerts_against("gt-cert-soldadura"), &alerts,
			     &err), 0);
	assert_int_equal(catalog_option_counts(both, &f, arena, &n, &err), 0);
	assert_int_equal(n.all, all_count - 1);
	assert_int_equal(n.matching, all_count - 1);
	assert_int_equal(catalog_options(both, &f, 0, OPTIONS_MAX, "es",
			     arena, &rows, &found, &total, &err), 0);
	assert_int_equal(found, all_count - 1);
	for (size_t i = 0; i < found; i++)
		assert_string_not_equal(rows[i].head.slug,
		    "gt-cert-soldadura");
	catalog_free(both);
}

static void
pages_of_the_list_follow_each_other(void **state)
{
	const struct option_filter every = { .count = { 0 } };
	struct option_row *rows = NULL;
	size_t found = 0;
	size_t total = 0;

	(void)state;
	for (size_t first = 0; first < all_count; first += 9) {
		assert_int_equal(catalog_options(catalog, &every, first, 9,
				     "es", arena, &rows, &found, &total,
				     &err), 0);
		for (size_t i = 0; i < found; i++)
			assert_string_equal(rows[i].head.slug,
			    all[first + i].head.slug);
	}
}

/* The starter content with every other option, from the first or second on;
 * what they are found by is not kept. */
static sqlite3 *
every_other(int from)
{
	sqlite3 *db = compiled(folder);
	char *sql = sqlite3_mprintf(
	    "CREATE TEMP TABLE kept AS SELECT option FROM index_option"
	    " WHERE id%%2=%d ORDER BY id; DELETE FROM index_option;"
	    "INSERT INTO index_option(option) SELECT option FROM kept;"
	    "DROP TABLE kept", from);

	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_free(sql);
	return db;
}

static void
two_channels_make_one_list(void **state)
{
	static const struct edition odd = { .channel = "a", .epoch = 1 };
	static const struct edition even = { .channel = "b", .epoch = 1 };
	const struct option_filter every = { .count = { 0 } };
	struct catalog *both = catalog_new();
	struct option_row *rows = NULL;
	size_t found = 0, total = 0;

	(void)state;
	assert_int_equal(catalog_add(both, every_other(1), &odd, &err), 0);
	assert_int_equal(catalog_add(both, every_other(0), &even, &err), 0);
	for (size_t first = 0; first <= all_count; first += 17) {
		assert_int_equal(catalog_options(both, &every, first, 9, "en",
				     arena, &rows, &found, &total, &err), 0);
		assert_int_equal(total, all_count);
		assert_int_equal(found,
		    all_count - first < 9 ? all_count - first : 9);
		for (size_t i = 0; i < found; i++)
			assert_string_equal(rows[i].head.slug,
			    all[first + i].head.slug);
	}
	catalog_free(both);
}

static void
a_mason_finds_courses_by_an_everyday_name(void **state)
{
	struct occupation *found = NULL;
	const struct occupation *mason = NULL;
	struct option_row *rows = NULL;
	size_t count = 0;

	(void)state;
	assert_int_equal(catalog_occupations(catalog, "es", arena, &found,
			     &count, &err), 0);
	assert_int_equal(count, 28);
	for (size_t i = 0; i < count; i++)
		if (catalog_has_words("máistro", found[i].head.summary,
			arena))
			mason = &found[i];
	if (mason == NULL)
		fail_msg("%s", "no work is called that");
	assert_string_equal(mason->isco, "7112");
	assert_int_equal(catalog_occupation_options(catalog, mason->head.ref,
			     "es", arena, &rows, &count, &err), 0);
	assert_true(count >= 2);
}

static void
agreements_hold_between_their_two_countries(void **state)
{
	struct agreement *found = NULL;
	size_t count = 0;

	(void)state;
	assert_int_equal(catalog_agreements(catalog, "US", "CA", "en", arena,
			     &found, &count, &err), 0);
	assert_int_equal(count, 1);
	assert_string_equal(found[0].head.slug, "ss-us-ca");
	assert_int_equal(catalog_agreements(catalog, "HN", "NI", "en", arena,
			     &found, &count, &err), 0);
	assert_true(count >= 2); /* both are of the CA-4 */
	assert_string_equal(found[0].status, "in-force");
	assert_int_equal(catalog_agreements(catalog, "HN", "CA", "en", arena,
			     &found, &count, &err), 0);
	assert_int_equal(count, 0);
}

static void
conventions_between_two_countries_are_of_both(void **state)
{
	struct convention *found = NULL;
	size_t count = 0;

	(void)state;
	assert_int_equal(catalog_conventions_between(catalog, "HN", "GT", "en",
			     arena, &found, &count, &err), 0);
	assert_true(count >= 2);
	assert_string_equal(found[0].status, "ratified");
	for (size_t i = 0; i < count; i++) {
		struct convention *every = NULL;
		size_t parties = 0;
		unsigned in = 0;

		assert_int_equal(catalog_convention(catalog,
				     found[i].head.ref, "en", arena, &every,
				     &parties, &err), 0);
		for (size_t n = 0; n < parties; n++)
			in += (strcmp(every[n].country, "HN") == 0 ||
				  strcmp(every[n].country, "GT") == 0) &&
			    (strcmp(every[n].status, "signed") == 0 ||
				strcmp(every[n].status, "ratified") == 0);
		assert_int_equal(in, 2);
	}
}

static void
every_party_can_be_chosen(void **state)
{
	const char **codes = NULL;
	size_t count = 0;
	bool spain = false;

	(void)state;
	assert_int_equal(catalog_party_countries(catalog, arena, &codes,
			     &count, &err), 0);
	for (size_t i = 0; i < count; i++) {
		spain = spain || strcmp(codes[i], "ES") == 0;
		for (size_t n = 0; n < i; n++)
			assert_string_not_equal(codes[i], codes[n]);
	}
	assert_true(spain);
	assert_true(count > COUNT_OF(region));
}

static void
conventions_of_a_country_begin_with_what_holds(void **state)
{
	struct convention *found = NULL;
	size_t count = 0;

	(void)state;
	assert_int_equal(catalog_conventions(catalog, "CA", "en", arena,
			     &found, &count, &err), 0);
	assert_true(count >= 2);
	assert_string_equal(found[0].head.slug, "lisbon-1997");
	assert_string_equal(found[0].status, "ratified");
	assert_string_equal(found[0].date, "2018-06-13");
}

static void
what_no_source_says_stays_unsaid(void **state)
{
	struct option o;

	(void)state;
	for (size_t i = 0; i < all_count; i++) {
		assert_int_equal(catalog_option(catalog, all[i].head.ref,
				     "es", arena, &o, &err), 0);
		assert_null(strstr(o.documents, "sin verificar"));
		assert_null(strstr(o.support, "sin verificar"));
		assert_true(o.steps[0] != '\0');
		assert_true(o.entry.source_count > 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_combination_counts_its_list),
		cmocka_unit_test(several_values_of_a_facet_add_up),
		cmocka_unit_test(taking_a_value_away_never_leaves_nothing),
		cmocka_unit_test(
		    a_withdrawn_option_is_neither_counted_nor_listed),
		cmocka_unit_test(pages_of_the_list_follow_each_other),
		cmocka_unit_test(two_channels_make_one_list),
		cmocka_unit_test(a_mason_finds_courses_by_an_everyday_name),
		cmocka_unit_test(agreements_hold_between_their_two_countries),
		cmocka_unit_test(
		    conventions_between_two_countries_are_of_both),
		cmocka_unit_test(every_party_can_be_chosen),
		cmocka_unit_test(
		    conventions_of_a_country_begin_with_what_holds),
		cmocka_unit_test(what_no_source_says_stays_unsaid),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

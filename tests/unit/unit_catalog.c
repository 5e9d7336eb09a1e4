/*
 * catalog/: what all editions say together.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/io.h"
#include "catalog/catalog.h"
#include "catalog/catalog_internal.h"
#include "content_fixture.h"
#include "image/database.h"
#include "image/image.h"
#include "image/image_build.h"

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
	content_fixture_run(db, more);
	content_fixture_lexicon(db);
	assert_int_equal(catalog_add(catalog, db, &edition, &err), 0);
}

#define EMPTY                                                                 \
	"DELETE FROM entry; DELETE FROM text; DELETE FROM body;"              \
	"DELETE FROM topic; DELETE FROM topic_text; DELETE FROM entry_topic;" \
	"DELETE FROM alert; DELETE FROM service; DELETE FROM entry_country;"  \
	"DELETE FROM glossary; DELETE FROM synonym; DELETE FROM meta;"        \
	"DELETE FROM link; DELETE FROM entry_source;"                         \
	"DELETE FROM indexed;"

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

static struct browse_list
browse(const char *slug, const char *lang)
{
	struct browse_list list = { 0 };
	struct ref topic = { 0 };

	if (slug[0] != '\0')
		assert_int_equal(
		    catalog_find_topic(catalog, slug, &topic, &err), 0);
	assert_int_equal(
	    catalog_browse(catalog, topic, lang, arena, &list, &err), 0);
	return list;
}

/* Titles of rows, topics in brackets with their counts. */
static const char *
drawn(const struct browse_list *list)
{
	char *all = arena_strdup(arena, "");

	for (size_t i = 0; i < list->count; i++) {
		const struct browse_row *row = &list->rows[i];

		all = row->is_topic
			  ? arena_printf(arena, "%s[%s %zu] ", all, row->title,
				row->entry_count)
			  : arena_printf(arena, "%s%s ", all, row->entry.slug);
	}
	return all;
}

static void
the_root_lists_topics_and_counts_what_is_below(void **state)
{
	struct browse_list list = browse("", "es");

	(void)state;
	assert_string_equal(list.title, "");
	assert_string_equal(drawn(&list),
	    "[Mis derechos al buscar trabajo 10] "
	    "[¿Es verdadera esta oferta? 3] [Cursos y certificados 1] "
	    "[Hacer valer lo que ya sé 2] ");
}

static void
a_topic_lists_topics_and_entries_by_position(void **state)
{
	struct browse_list list = browse("rights", "en");

	(void)state;
	assert_string_equal(list.title, "My rights when looking for work");
	assert_string_equal(drawn(&list),
	    "[Who pays the costs 2] contract-in-writing [Domestic workers 2] "
	    "your-passport if-something-goes-wrong wages health visa-h2a ");
	assert_string_equal(list.rows[1].title, "Your contract in writing");
	assert_string_equal(list.rows[1].entry.lang, "en");
}

static void
an_entry_without_the_language_falls_back_and_says_so(void **state)
{
	struct browse_list list = browse("rights", "en");
	struct entry entry;

	(void)state;
	assert_string_equal(list.rows[6].title, "Accidente de trabajo");
	assert_string_equal(list.rows[6].entry.lang, "es");
	assert_int_equal(catalog_entry(catalog, entry_called("health"), "ht",
			     arena, &entry, &err),
	    0);
	assert_string_equal(entry.head.lang, "es");
	assert_true(strlen(entry.markdown) > 10);
	assert_int_equal(catalog_entry(catalog, entry_called("wages"), "ht",
			     arena, &entry, &err),
	    0);
	assert_string_equal(entry.head.lang, "es");
}

static void
an_article_comes_whole(void **state)
{
	struct entry entry;

	(void)state;
	assert_int_equal(catalog_entry(catalog, entry_called("you-do-not-pay"),
			     "en", arena, &entry, &err),
	    0);
	assert_int_equal(entry.head.kind, ENTRY_ARTICLE);
	assert_string_equal(entry.head.title, "You do not pay to work");
	assert_string_equal(entry.head.countries, "XR");
	assert_non_null(strstr(entry.markdown, "## What the company pays"));
	assert_string_equal(entry.status, "checked");
	assert_string_equal(entry.confidence, "high");
	assert_string_equal(entry.reviewed, "2026-11-21");
	assert_string_equal(entry.review_by, "2027-05-21");
	assert_string_equal(entry.topic_title, "Who pays the costs");
	assert_int_equal(entry.source_count, 2);
	assert_string_equal(entry.sources[1].publisher, "CRM");
	assert_string_equal(
	    slugs(&entry.links), "receipts contract-in-writing");
	assert_string_equal(entry.links.heads[0].title, "Ask for a receipt");
	assert_string_equal(entry.event, "");
	assert_string_equal(entry.hours, "");
}

static void
a_service_comes_with_its_telephones(void **state)
{
	struct entry entry;

	(void)state;
	assert_int_equal(catalog_entry(catalog, entry_called("mx-consulate-hn"),
			     "en", arena, &entry, &err),
	    0);
	assert_int_equal(entry.head.kind, ENTRY_SERVICE);
	assert_string_equal(entry.type, "consulate");
	assert_string_equal(entry.hours, "Mon to Fri, 8:00-14:00");
	assert_string_equal(entry.languages, "es en");
	assert_string_equal(entry.checked, "2026-10-02");
	assert_int_equal(entry.phone_count, 1);
	assert_string_equal(entry.phones[0].number, "900 000 0302");
	assert_string_equal(entry.phones[0].note, "No appointment");
	assert_int_equal(catalog_entry(catalog, entry_called("gt-emergency"),
			     "fr", arena, &entry, &err),
	    0);
	assert_string_equal(entry.phones[0].note, "");
	assert_string_equal(entry.hours, "24 horas");
	assert_int_equal(catalog_entry(catalog, entry_called("mx-shelter"),
			     "es", arena, &entry, &err),
	    0);
	assert_int_equal(entry.phone_count, 0);
}

static void
what_is_not_there_is_not_found(void **state)
{
	struct ref no_row = { 0, 999 };
	struct ref no_channel = { 9, 1 };
	struct browse_list list;
	struct entry entry;
	struct ref ref;

	(void)state;
	assert_int_equal(
	    catalog_entry(catalog, no_row, "es", arena, &entry, &err), -1);
	assert_int_equal(err.code, ERR_NOT_FOUND);
	err_clear(&err);
	assert_int_equal(
	    catalog_browse(catalog, no_channel, "es", arena, &list, &err), -1);
	assert_int_equal(err.code, ERR_NOT_FOUND);
	err_clear(&err);
	assert_int_equal(catalog_find_topic(catalog, "no", &ref, &err), 0);
	assert_int_equal(ref.row, 0);
	assert_int_equal(catalog_find_entry(catalog, "'--", &ref, &err), 0);
	assert_int_equal(ref.row, 0);
}

static void
a_withdrawn_alert_says_why(void **state)
{
	struct entry entry;

	(void)state;
	assert_int_equal(catalog_entry(catalog, entry_called("old-bus"), "en",
			     arena, &entry, &err),
	    0);
	assert_string_equal(
	    entry.withdrawn, "The company has given the money back.");
	assert_string_equal(entry.event, "transport");
	assert_string_equal(entry.urgency, "Immediate");
	assert_string_equal(entry.expires, "2027-05-01");
}

static void
topics_with_one_name_in_several_channels_are_one(void **state)
{
	struct browse_list list;
	struct ref topic;

	(void)state;
	add_channel("local",
	    EMPTY "INSERT INTO topic VALUES(7,'rights',0,1,0),(8,'bus',7,3,0),"
		  "(9,'near',0,2,0);"
		  "INSERT INTO topic_text VALUES(7,'es','Otros','x'),"
		  "(8,'es','Autobús','x'),(9,'es','Cerca','x');"
		  "INSERT INTO entry VALUES(1,'stop','article','draft','low',"
		  "'2026-01-01','2027-01-01');"
		  "INSERT INTO text VALUES(1,'es','Parada','x','',1,0);"
		  "INSERT INTO entry_topic VALUES(8,1,1),(7,2,1),(7,3,1);");
	list = browse("", "es");
	assert_string_equal(drawn(&list),
	    "[Mis derechos al buscar trabajo 11] "
	    "[¿Es verdadera esta oferta? 3] [Cerca 0] "
	    "[Cursos y certificados 1] [Hacer valer lo que ya sé 2] ");
	assert_int_equal(list.rows[0].topic.channel, 0);
	list = browse("rights", "es");
	assert_string_equal(drawn(&list),
	    "[Quién paga los gastos 2] contract-in-writing "
	    "[Trabajadoras del hogar 2] your-passport stop [Autobús 1] "
	    "if-something-goes-wrong stop wages health visa-h2a ");
	assert_int_equal(catalog_find_topic(catalog, "bus", &topic, &err), 0);
	assert_int_equal(topic.channel, 1);
	assert_int_equal(
	    catalog_browse(catalog, topic, "es", arena, &list, &err), 0);
	assert_string_equal(drawn(&list), "stop ");
}

static void
a_tree_that_bites_its_tail_ends(void **state)
{
	struct browse_list list;

	(void)state;
	add_channel("bad", "UPDATE topic SET slug='x-'||slug;"
			   "UPDATE topic SET parent=5 WHERE id=1;"
			   "INSERT INTO entry_topic VALUES(1,1,999);");
	list = browse("x-rights", "es");
	assert_true(list.count > 5);
}

static void
meta_falls_back_to_what_there_is(void **state)
{
	const char *value = NULL;

	(void)state;
	assert_int_equal(
	    catalog_meta(catalog, 0, "title", "en", arena, &value, &err), 0);
	assert_string_equal(value, "Regional base");
	assert_int_equal(
	    catalog_meta(catalog, 0, "title", "fr", arena, &value, &err), 0);
	assert_string_equal(value, "Base regional");
	assert_int_equal(
	    catalog_meta(catalog, 0, "notice", "en", arena, &value, &err), 0);
	assert_string_equal(value, "");
	assert_int_equal(
	    catalog_meta(catalog, 0, "publisher", "en", arena, &value, &err),
	    0);
	assert_string_equal(value, "OIM");
	assert_int_equal(
	    catalog_meta(catalog, 0, "none", "en", arena, &value, &err), 0);
	assert_string_equal(value, "");
	assert_int_equal(
	    catalog_meta(catalog, 1, "title", "en", arena, &value, &err), -1);
}

static void
entries_are_counted_by_kind(void **state)
{
	size_t count = 0;

	(void)state;
	assert_int_equal(
	    catalog_count(catalog, ENTRY_ARTICLE, &count, &err), 0);
	assert_int_equal(count, 14);
	assert_int_equal(catalog_count(catalog, ENTRY_ALERT, &count, &err), 0);
	assert_int_equal(count, 4);
	assert_int_equal(
	    catalog_count(catalog, ENTRY_SERVICE, &count, &err), 0);
	assert_int_equal(count, 12);
}

static void
no_more_channels_than_the_limit_are_taken(void **state)
{
	(void)state;
	while (catalog_channel_count(catalog) < CATALOG_CHANNELS_MAX)
		add_channel("more", "");
	assert_string_equal(catalog_edition(catalog, 1)->channel, "more");
	assert_int_equal(catalog_edition(catalog, 0)->sequence, 42);
	assert_null(catalog_edition(catalog, CATALOG_CHANNELS_MAX));
	assert_int_equal(catalog_add(catalog, content_fixture(),
			     &content_fixture_edition, &err),
	    -1);
	assert_int_equal(err.code, ERR_LIMIT);
}

static void
a_database_of_another_form_is_refused(void **state)
{
	sqlite3 *db = NULL;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &err), -1);
	assert_int_equal(catalog_channel_count(catalog), 1);
	db = content_fixture();
	content_fixture_run(db, "CREATE INDEX more ON entry(status)");
	err_clear(&err);
	assert_int_equal(
	    catalog_add(catalog, db, &content_fixture_edition, &err), -1);
	assert_int_equal(err.code, ERR_SCHEMA);
}

/* A query that is cut off in the middle is an error, not a shorter list. */
static int
stop_soon(void *count)
{
	int *left = count;

	return --*left < 0;
}

static void
a_query_gives_all_its_rows_or_an_error(void **state)
{
	sqlite3 *db = content_fixture();
	struct catalog *c = catalog_new();
	bool whole = false;

	(void)state;
	assert_int_equal(catalog_add(c, db, &content_fixture_edition, &err), 0);
	for (int steps = 0; !whole; steps++) {
		struct browse_list list;
		struct ref root = { 0 };
		int left = steps;

		err_clear(&err);
		sqlite3_progress_handler(db, 20, stop_soon, &left);
		whole = catalog_browse(c, root, "es", arena, &list, &err) == 0;
		sqlite3_progress_handler(db, 0, NULL, NULL);
		if (whole)
			assert_int_equal(list.count, 4);
		else
			assert_int_equal(err.code, ERR_DATABASE);
		assert_true(steps < 1000);
	}
	catalog_free(c);
}

/* The fixture as a kiosk has it: in an image, with all limits set. */
static struct image *
image_of_fixture(const char *database, const char *data)
{
	static const struct image_recipe recipe = { .block_size = 16384 };
	char *sql = xasprintf("VACUUM INTO '%s'", database);
	struct image_parts parts = { 0 };
	struct image_layout layout = { 0 };
	struct image *image = NULL;
	sqlite3 *db = content_fixture();
	int fd = -1;

	content_fixture_run(db, sql);
	sqlite3_close(db);
	free(sql);
	assert_int_equal(hash_init(&err), 0);
	assert_int_equal(
	    image_build(&parts, database, &recipe, NULL, &err), 0);
	assert_int_equal(
	    io_write_file(data, buffer_bytes(&parts.data), IO_REPLACE, &err),
	    0);
	assert_int_equal(io_open(&fd, AT_FDCWD, data, IO_READ, &err), 0);
	layout.block_size = parts.block_size;
	layout.block_count = parts.block_count;
	layout.image_size = parts.image_size;
	layout.data_len = parts.data.len;
	layout.image_hash = parts.image_hash;
	layout.table = bytes_of(
	    arena_strndup(arena, (const char *)parts.table.at, parts.table.len),
	    parts.table.len);
	image_parts_fini(&parts);
	if (image_open(&image, fd, &layout, &err) < 0)
		fail_msg("%s", err.text);
	return image;
}

/* They are prepared when they are first asked for: here all of them are. */
static void
prepare_every_statement(const struct catalog *c)
{
	for (int n = 0; n < ST_COUNT; n++) {
		struct query q;

		query_begin(&q, &c->channels[0], (enum statement)n);
		assert_non_null(q.st);
		assert_int_equal(q.rc, SQLITE_OK);
		q.rc = SQLITE_DONE;
		assert_int_equal(query_end(&q, &err), 0);
	}
}

static void
every_question_is_allowed_where_the_kiosk_opens_it(void **state)
{
	char folder[] = "/tmp/vereda-catalog-XXXXXX";
	struct date today = { 2026, 11, 21 };
	struct image *image = NULL;
	struct entry_list list;
	struct search_result found;
	struct service_filter filter = { "HN", false };
	struct entry_facts *facts = NULL;
	struct entry *services = NULL;
	struct gloss *gloss = NULL;
	const char **countries = NULL;
	char *database = NULL;
	char *data = NULL;
	sqlite3 *db = NULL;
	size_t count = 0;

	(void)state;
	assert_non_null(mkdtemp(folder));
	database = arena_printf(arena, "%s/database", folder);
	data = arena_printf(arena, "%s/data", folder);
	image = image_of_fixture(database, data);
	if (database_open_image(&db, image, DATABASE_SCREEN, &err) < 0)
		fail_msg("%s", err.text);
	catalog_free(catalog);
	catalog = catalog_new();
	if (catalog_add(catalog, db, &content_fixture_edition, &err) < 0)
		fail_msg("%s", err.text);
	prepare_every_statement(catalog);
	assert_int_equal(browse("rights", "es").count, 8);
	assert_int_equal(
	    catalog_alerts(catalog, "GT", &today, "es", arena, &list, &err), 0);
	assert_int_equal(list.count, 3);
	assert_int_equal(
	    catalog_facts(catalog, arena, &facts, &count, &err), 0);
	assert_int_equal(catalog_services(catalog, &filter, "es", arena,
			     &services, &count, &err),
	    0);
	assert_int_equal(count, 4);
	assert_int_equal(
	    catalog_service_countries(catalog, arena, &countries, &count, &err),
	    0);
	assert_int_equal(catalog_glossary(catalog, "el cupo", "es", arena,
			     &gloss, &count, &err),
	    0);
	assert_int_equal(count, 1);
	if (catalog_search(catalog,
		"los coyotes de la vivienda h2a ni "
		"pazaporte resivo soldadura contrato",
		"es", 10, arena, &found, &err) < 0)
		fail_msg("%s", err.text);
	assert_true(found.list.count > 3);
	catalog_free(catalog);
	catalog = NULL;
	image_close(image);
	unlink(database);
	unlink(data);
	assert_int_equal(rmdir(folder), 0);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_root_lists_topics_and_counts_what_is_below),
		TEST(a_topic_lists_topics_and_entries_by_position),
		TEST(an_entry_without_the_language_falls_back_and_says_so),
		TEST(an_article_comes_whole),
		TEST(a_service_comes_with_its_telephones),
		TEST(what_is_not_there_is_not_found),
		TEST(a_withdrawn_alert_says_why),
		TEST(topics_with_one_name_in_several_channels_are_one),
		TEST(a_tree_that_bites_its_tail_ends),
		TEST(meta_falls_back_to_what_there_is),
		TEST(entries_are_counted_by_kind),
		TEST(no_more_channels_than_the_limit_are_taken),
		TEST(a_database_of_another_form_is_refused),
		TEST(a_query_gives_all_its_rows_or_an_error),
		TEST(every_question_is_allowed_where_the_kiosk_opens_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Databases to begin with: made by SQL, and mazes.
 */
#include <config.h>

#include "hostile.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"

#include "content_fixture.h"
#include "hostile_private.h"

#define MAZE_LEVELS 12
#define MAZE_WAYS 200 /* that lead from each page to the next */
#define PAGE1_HEAD 100u /* bytes of the database header */

/* Rows enough for trees of two levels, and a text on many pages. */
static const char grow[] =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
    " WHERE i<1500) INSERT INTO synonym"
    " SELECT 'pt', printf('palavra%05d', i), 'formal' FROM n;"
    "INSERT INTO body VALUES(2097153, 1, 'fr',"
    " replace(hex(zeroblob(30000)), '0', 'a '));"
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
    " WHERE i<400) INSERT INTO indexed SELECT 'pt', i, printf('visa%d', i),"
    " '', '', printf('palavra%d %d visto', i, i) FROM n";

#define SCHEMA "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET "

static const struct {
	const char *name;
	const char *sql;
} made[] = {
	{ "good", "" },
	{ "lists zero",
	    "UPDATE index_list SET entries=zeroblob(length(entries))" },
	{ "lists cut",
	    "UPDATE index_list SET entries=substr(entries,1,"
	    "length(entries)/2)" },
	{ "lists empty", "UPDATE index_list SET entries=x''" },
	{ "lists of text", "UPDATE index_list SET entries='entries'" },
	{ "lists ff",
	    "UPDATE index_list SET entries=CAST(replace(hex(zeroblob("
	    "length(entries)/2)),'00',x'ffff') AS BLOB)" },
	{ "lists gone", "DELETE FROM index_list" },
	{ "lists of a megabyte",
	    "UPDATE index_list SET entries=CAST(replace(hex(zeroblob(490000)),"
	    "'00',x'1101') AS BLOB)" },
	{ "words zero", "UPDATE index_part SET words=zeroblob(length(words))" },
	{ "words cut",
	    "UPDATE index_part SET words=substr(words,1,length(words)-7)" },
	{ "words empty", "UPDATE index_part SET words=x''" },
	{ "words ff",
	    "UPDATE index_part SET words=CAST(replace(hex(zeroblob("
	    "length(words)/2)),'00',x'ffff') AS BLOB)" },
	{ "words without runs",
	    "UPDATE index_part SET words=CAST(x'0000'||substr(words,3)"
	    " AS BLOB)" },
	{ "runs that begin elsewhere",
	    "UPDATE index_part SET words=CAST(substr(words,1,2)||x'ffffffff'||"
	    "substr(words,7) AS BLOB)" },
	{ "words gone", "DELETE FROM index_part" },
	{ "words of a megabyte",
	    "UPDATE index_part SET words=zeroblob(990000)" },
	{ "words of another language",
	    "UPDATE index_lexicon SET part=part%3+1" },
	{ "words far away",
	    "UPDATE index_lexicon SET part=9223372036854775807" },
	{ "20000 parts",
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
	    " WHERE i<20000) INSERT OR IGNORE INTO index_lexicon"
	    " SELECT 'es', printf('a%05d', i), 1 FROM n" },
	{ "a last entry too far",
	    "UPDATE index_language SET last=4611686018427387904" },
	{ "no last entry", "UPDATE index_language SET last=0, entries=0" },
	{ "less than no entries",
	    "UPDATE index_language SET entries=-9223372036854775807" },
	{ "a language of nobody",
	    "UPDATE index_language SET lang='xx' WHERE lang='es'" },
	{ "heads gone", "DELETE FROM index_head" },
	{ "heads that are none",
	    "UPDATE index_head SET kind=x'00ff', slug=1e300, title=x'fe'" },
	{ "two roots on one page", SCHEMA "rootpage=2 WHERE name='topic'" },
	{ "root zero", SCHEMA "rootpage=0 WHERE name='entry'" },
	{ "root past the end", SCHEMA "rootpage=99999 WHERE name='text'" },
	{ "a table that is an index",
	    SCHEMA "rootpage=(SELECT rootpage FROM sqlite_schema WHERE"
	    " name='entry_kind') WHERE name='entry'" },
	{ "a computed column",
	    SCHEMA "sql='CREATE TABLE alert(entry INTEGER PRIMARY KEY,"
	    "event AS (randomblob(1000000000)),severity,urgency,certainty,"
	    "effective,expires)' WHERE name='alert'" },
	{ "a default that calls",
	    SCHEMA "sql='CREATE TABLE alert(entry INTEGER PRIMARY KEY,event,"
	    "severity,urgency,certainty,effective,expires,more TEXT DEFAULT"
	    " (load_extension(''x'')))' WHERE name='alert'" },
	{ "an index on an expression",
	    SCHEMA "sql='CREATE INDEX entry_kind ON entry("
	    "zeroblob(1000000000))' WHERE name='entry_kind'" },
	{ "SQL that is none", SCHEMA "sql=x'ff00ff' WHERE name='meta'" },
	{ "SQL of nothing", SCHEMA "sql='' WHERE name='topic'" },
	{ "SQL without an end",
	    SCHEMA "sql='CREATE TABLE meta(' || replace(hex(zeroblob(20000)),"
	    "'0','(') WHERE name='meta'" },
	{ "a deep expression",
	    SCHEMA "sql='CREATE TABLE link(entry,position,target CHECK('||"
	    "replace(hex(zeroblob(3000)),'00','1+(')||'1'||"
	    "replace(hex(zeroblob(3000)),'00',')')||'))' WHERE name='link'" },
	{ "a table of 5000 columns",
	    SCHEMA "sql=(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT"
	    " i+1 FROM n WHERE i<5000) SELECT 'CREATE TABLE link(' ||"
	    " group_concat('c'||i) || ')' FROM n) WHERE name='link'" },
	{ "another module",
	    SCHEMA "sql='CREATE VIRTUAL TABLE index_list USING dbstat(main)'"
	    " WHERE name='index_list'" },
	{ "a module of no program",
	    SCHEMA "sql='CREATE VIRTUAL TABLE index_list USING nothing(x)'"
	    " WHERE name='index_list'" },
	{ "full text",
	    SCHEMA "sql='CREATE VIRTUAL TABLE index_list USING fts5(entries)'"
	    " WHERE name='index_list'" },
	{ "a trigger",
	    SCHEMA "type='trigger', sql='CREATE TRIGGER link AFTER INSERT ON"
	    " meta BEGIN SELECT 1; END' WHERE name='link'" },
	{ "a view of itself",
	    SCHEMA "type='view', rootpage=0, sql='CREATE VIEW link AS SELECT *"
	    " FROM link' WHERE name='link'" },
	{ "names of 200 kB",
	    SCHEMA "name=replace(hex(zeroblob(50000)),'0','ab')"
	    " WHERE name='link'" },
	{ "the same name twice",
	    SCHEMA "name='meta', tbl_name='meta' WHERE name='synonym'" },
	{ "statistics",
	    "ANALYZE; UPDATE sqlite_stat1 SET stat='0 -1 99999999999999999999"
	    " unordered sz=-5 noskipscan'" },
	{ "titles in capitals", "UPDATE text SET title=upper(title)" },
	{ "large",
	    "UPDATE body SET markdown=markdown || replace(hex(zeroblob(50000)),"
	    "'0','a ') WHERE id<40" },
	{ "topics in a ring",
	    "UPDATE topic SET parent=id%6+1" },
	{ "texts of a megabyte",
	    "UPDATE text SET title=replace(hex(zeroblob(240000)),'0','ab')"
	    " WHERE entry=3" },
	{ "texts too long",
	    "UPDATE text SET summary=replace(hex(zeroblob(600000)),'0','x')"
	    " WHERE entry=3" },
	{ "blobs for texts",
	    "UPDATE text SET title=x'ff00fe80', summary=x'c0af';"
	    "UPDATE phone SET number=x'00';"
	    "UPDATE meta SET value=zeroblob(70000)" },
	{ "numbers for texts",
	    "UPDATE text SET title=9223372036854775807, revision=-1.5e308;"
	    "UPDATE entry SET kind=1; UPDATE alert SET severity=1e300" },
	{ "texts for numbers",
	    "UPDATE alert SET severity='grave'; UPDATE topic SET parent='x',"
	    "position=x'00'; UPDATE entry_topic SET entry='1'" },
	{ "a link to itself, 20000 times",
	    "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i+1 FROM n"
	    " WHERE i<20100) INSERT INTO link SELECT 1, i, 1 FROM n" },
	{ "20000 words for one",
	    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n"
	    " WHERE i<20000) INSERT INTO synonym SELECT 'es', 'coyote',"
	    " printf('%x* OR \"', i) FROM n" },
};

enum { MAZE_SCHEMA, MAZE_TABLE, MAZE_COUNT };

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "hostile: %s: %s\n", what, why);
	abort();
}

static void
run(sqlite3 *db, const char *name, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		die(name, sqlite3_errmsg(db));
}

/* SQL on what OUT holds, in the file PATH. */
static void
change_by_sql(struct buffer *out, const char *path, const char *name,
    const char *sql)
{
	struct err e = { 0 };
	sqlite3 *db = NULL;

	if (out->len > 0 &&
	    io_write_file(path, buffer_bytes(out), IO_REPLACE, &e) < 0)
		die(name, e.text);
	if (sqlite3_open(path, &db) != SQLITE_OK)
		die(name, "cannot be opened");
	run(db, name, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
	run(db, name, sql);
	sqlite3_close(db);
	buffer_fini(out);
	*out = (struct buffer){ 0 };
	if (io_read_file(out, path, 1u << 26, &e) < 0)
		die(name, e.text);
	unlink(path);
}

/* The content, more of it, and some pages that are free again. */
static void
make_good(struct buffer *out, const char *path)
{
	char *into = sqlite3_mprintf("VACUUM INTO %Q", path);
	sqlite3 *db = content_fixture();

	content_fixture_run(db, grow);
	content_fixture_lexicon(db);
	content_fixture_run(db, into);
	sqlite3_free(into);
	sqlite3_close(db);
	change_by_sql(out, path, "good",
	    "DELETE FROM synonym WHERE word < 'palavra00900'");
}

/* The good one, and what SQL makes of it. */
static void
make_by_sql(struct hostile *h, struct buffer *out, const char *name,
    const char *sql)
{
	char *path = xasprintf("%s/base.db", h->dir);
	struct buffer *good = &h->bases[0];

	if (good->len == 0)
		make_good(good, path);
	if (out != good) {
		buffer_add(out, good->at, good->len);
		change_by_sql(out, path, name, sql);
	}
	free(path);
}

/* A page that leads WAYS times to PAGE, keys from KEY on. */
static void
add_crossing(uint8_t *page, size_t head, unsigned ways, uint32_t to,
    uint32_t key)
{
	size_t cells = head + 12;
	size_t at = HOSTILE_PAGE;

	page[head] = 5; /* inside a table's tree */
	for (unsigned i = 0; i < ways; i++) {
		at -= 9;
		hostile_put(page + at, to, 4);
		page[at + 4] = (uint8_t)(0x80 | key >> 28);
		page[at + 5] = (uint8_t)(0x80 | (key >> 21 & 0x7f));
		page[at + 6] = (uint8_t)(0x80 | (key >> 14 & 0x7f));
		page[at + 7] = (uint8_t)(0x80 | (key >> 7 & 0x7f));
		page[at + 8] = (uint8_t)(key & 0x7f);
		hostile_put(page + cells + 2 * i, (uint32_t)at, 2);
		key++;
	}
	hostile_put(page + head + 1, 0, 2);
	hostile_put(page + head + 3, ways, 2);
	hostile_put(page + head + 5, (uint32_t)at, 2);
	page[head + 7] = 0;
	hostile_put(page + head + 8, to, 4);
}

/* The schema's leaf as a page of its own, page header at its begin. */
static void
move_leaf(uint8_t *to, const uint8_t *page1, bool own_indexes_only)
{
	unsigned count = hostile_get(page1 + PAGE1_HEAD + 3, 2);
	unsigned kept = 0;

	memcpy(to, page1, HOSTILE_PAGE);
	memcpy(to, page1 + PAGE1_HEAD, 8);
	for (unsigned i = 0; i < count; i++) {
		const uint8_t *at = page1 + PAGE1_HEAD + 8 + 2 * i;
		const uint8_t *cell = page1 + hostile_get(at, 2);

		cell += cell[0] & 0x80 ? 2 : 1; /* bytes of the payload */
		cell += cell[0] & 0x80 ? 2 : 1; /* row id */
		/* length of the header, then type, name, table, root, SQL */
		if (own_indexes_only && cell[5] != 0)
			continue;
		memcpy(to + 8 + (size_t)2 * kept++, at, 2);
	}
	hostile_put(to + 3, kept, 2);
}

/*
 * A tree whose every page leads MAZE_WAYS times to the next: more rows than
 * can be read in a lifetime, on a dozen pages.  In the schema it ends in
 * rows that SQLite takes without a word however often they come.
 */
static void
make_maze(struct buffer *out, uint32_t root, bool schema)
{
	uint32_t pages = (uint32_t)(out->len / HOSTILE_PAGE);
	size_t head = root == 1 ? PAGE1_HEAD : 0;
	uint8_t *old = NULL;

	buffer_add_zeros(out, (size_t)(MAZE_LEVELS + 2) * HOSTILE_PAGE);
	for (uint32_t n = 0; n < MAZE_LEVELS; n++)
		add_crossing(out->at + (size_t)(pages + n) * HOSTILE_PAGE, 0,
		    MAZE_WAYS, pages + n + 2, 1u << 20);
	old = out->at + (size_t)(root - 1) * HOSTILE_PAGE;
	/* the last page of the maze, and the leaf as it was */
	if (schema) {
		move_leaf(out->at + (size_t)(pages + MAZE_LEVELS) *
			HOSTILE_PAGE, old, true);
		move_leaf(out->at + (size_t)(pages + MAZE_LEVELS + 1) *
			HOSTILE_PAGE, old, false);
	} else {
		memcpy(out->at + (size_t)(pages + MAZE_LEVELS) * HOSTILE_PAGE,
		    old, HOSTILE_PAGE);
	}
	add_crossing(old, head, MAZE_WAYS, pages + 1, 1u << 20);
	if (schema) /* first what there is to know */
		hostile_put(old + hostile_get(old + head + 12, 2),
		    pages + MAZE_LEVELS + 2, 4);
	hostile_put(out->at + 28, pages + MAZE_LEVELS + 2, 4);
}

size_t
hostile_base_count(void)
{
	return COUNT_OF(made) + MAZE_COUNT;
}

const char *
hostile_base_name(size_t n)
{
	if (n < COUNT_OF(made))
		return made[n].name;
	return n - COUNT_OF(made) == MAZE_SCHEMA ? "a maze for a schema" :
						   "a maze for a table";
}

/* The first page of the tree of TABLE. */
static uint32_t
root_of(const struct hostile *h, struct bytes file, const char *table)
{
	char *path = xasprintf("%s/root.db", h->dir);
	char *sql = sqlite3_mprintf(
	    "SELECT rootpage FROM sqlite_schema WHERE name=%Q", table);
	sqlite3_stmt *s = NULL;
	sqlite3 *db = NULL;
	struct err e = { 0 };
	uint32_t root = 0;

	if (io_write_file(path, file, IO_REPLACE, &e) < 0 ||
	    sqlite3_open(path, &db) != SQLITE_OK ||
	    sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK ||
	    sqlite3_step(s) != SQLITE_ROW)
		die("root", table);
	root = (uint32_t)sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	sqlite3_close(db);
	sqlite3_free(sql);
	unlink(path);
	free(path);
	return root;
}

struct bytes
hostile_base(struct hostile *h, size_t n)
{
	struct buffer *out = &h->bases[n];

	if (out->len > 0)
		return buffer_bytes(out);
	if (n < COUNT_OF(made)) {
		make_by_sql(h, out, made[n].name, made[n].sql);
		return buffer_bytes(out);
	}
	make_by_sql(h, out, "maze", "");
	if (n - COUNT_OF(made) == MAZE_SCHEMA)
		make_maze(out, 1, true);
	else
		make_maze(out, root_of(h, buffer_bytes(out), "entry"), false);
	return buffer_bytes(out);
}

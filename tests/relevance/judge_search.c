/*
 * How good the search is, judged by the needs in *.tsv (see README).
 *
 *	judge-search [--misses SET] DATABASE... -- NEEDS.tsv...
 *
 * Databases are what "vereda-pack extract" writes.  Prints Markdown; nothing
 * here can fail but what cannot be read.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/bytes.h"
#include "base/io.h"
#include "base/mem.h"
#include "catalog/catalog.h"
#include "catalog/catalog_words.h"

#define DATABASES_MAX CATALOG_CHANNELS_MAX
#define LOOKED_AT 100 /* results in which an answer may stand */
#define PLACE_GOOD 3
#define NEEDS_SIZE_MAX (1u << 20) /* bytes of a file */

static const char *const sets[] = { "tune", "held" };
static const char *const kinds[] = { "right", "colloquial", "mixed", "code",
	"misspelled", "sound", "cut" };
#define LAST_RIGHT 3 /* of kinds: the rest is spelled wrong */

/* Of one search, over some needs. */
struct score {
	unsigned first;
	unsigned good;
	double reciprocal;
};

struct count {
	unsigned needs;
	struct score ours;
	struct score plain;
};

struct judge {
	struct catalog *c;
	sqlite3 *plain[DATABASES_MAX];
	size_t plain_count;
	const char *misses; /* set whose misses are named, or NULL */
	struct count counts[COUNT_OF(sets)][COUNT_OF(kinds)];
};

struct need {
	const char *set;
	const char *kind;
	const char *query;
	const char *ids;
};

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "judge-search: %s: %s\n", what, why);
	exit(1);
}

/* Is SLUG one of the words of IDS? */
static bool
answers(const char *ids, const char *slug)
{
	size_t len = strlen(slug);

	for (const char *p = ids; (p = strstr(p, slug)) != NULL; p += len)
		if ((p == ids || p[-1] == ' ') &&
		    (p[len] == ' ' || p[len] == '\0'))
			return true;
	return false;
}

/* The place of the first answer, from 1; 0 for none. */
static size_t
our_place(struct judge *j, const struct need *n, const char *lang,
    struct arena *a)
{
	struct search_result found = { .cut = false };
	struct err e = { 0 };

	if (catalog_search(j->c, n->query, lang, LOOKED_AT, a, &found, &e) < 0)
		die(n->query, e.text);
	for (size_t i = 0; i < found.list.count; i++)
		if (answers(n->ids, found.list.heads[i].slug))
			return i + 1;
	return 0;
}

/* All words, the last one as a beginning. */
static const char *
plain_question(const char *query, struct arena *a)
{
	struct word_list words;
	const char *text = "";

	catalog_words(query, &words, a);
	for (size_t i = 0; i < words.count; i++)
		text = arena_printf(a, "%s%s\"%s\"%s", text,
		    i > 0 ? " AND " : "", words.words[i].folded,
		    i + 1 == words.count && words.open ? " *" : "");
	return text;
}

/* As our_place(), in one index; *BEFORE rows of others were looked at. */
static size_t
plain_place_in(sqlite3 *db, const struct need *n, const char *lang,
    size_t *before, struct arena *a)
{
	const char *sql = arena_printf(a,
	    "SELECT slug FROM plain WHERE plain MATCH ?1 AND lang=?2"
	    " ORDER BY bm25(plain,0.0,0.0,10.0,4.0,1.0) LIMIT %d",
	    LOOKED_AT);
	const char *question = plain_question(n->query, a);
	sqlite3_stmt *s = NULL;
	size_t place = 0;

	if (question[0] == '\0')
		return 0;
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK ||
	    sqlite3_bind_text(s, 1, question, -1, SQLITE_STATIC) !=
		SQLITE_OK ||
	    sqlite3_bind_text(s, 2, lang, -1, SQLITE_STATIC) != SQLITE_OK)
		die(sql, sqlite3_errmsg(db));
	while (place == 0 && sqlite3_step(s) == SQLITE_ROW) {
		const char *slug = (const char *)sqlite3_column_text(s, 0);

		(*before)++;
		if (answers(n->ids, slug))
			place = *before;
	}
	sqlite3_finalize(s);
	return place;
}

static size_t
plain_place(struct judge *j, const struct need *n, const char *lang,
    struct arena *a)
{
	const char *const langs[] = { lang, "es", "en" };
	size_t before = 0;
	size_t place = 0;

	for (size_t l = 0; l < COUNT_OF(langs) && place == 0 && before == 0;
	     l++)
		for (size_t i = 0; i < j->plain_count && place == 0; i++)
			place = plain_place_in(
			    j->plain[i], n, langs[l], &before, a);
	return place;
}

static void
add_place(struct score *s, size_t place)
{
	if (place == 0)
		return;
	s->first += place == 1;
	s->good += place <= PLACE_GOOD;
	s->reciprocal += 1.0 / (double)place;
}

static size_t
find(const char *const *list, size_t count, const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(list[i], name) == 0)
			return i;
	die(name, "neither a set nor a kind");
	return 0;
}

static void
judge_need(struct judge *j, const struct need *n, const char *lang)
{
	struct arena *a = arena_new();
	struct count *c = &j->counts[find(sets, COUNT_OF(sets), n->set)]
		[find(kinds, COUNT_OF(kinds), n->kind)];
	size_t place = our_place(j, n, lang, a);

	c->needs++;
	add_place(&c->ours, place);
	add_place(&c->plain, plain_place(j, n, lang, a));
	if (j->misses != NULL && strcmp(j->misses, n->set) == 0 &&
	    (place == 0 || place > PLACE_GOOD))
		printf("miss\t%s\t%s\t%s\tplace %zu\n", lang, n->kind,
		    n->query, place);
	arena_free(a);
}

static void
add_count(struct count *sum, const struct count *c)
{
	sum->needs += c->needs;
	sum->ours.first += c->ours.first;
	sum->ours.good += c->ours.good;
	sum->ours.reciprocal += c->ours.reciprocal;
	sum->plain.first += c->plain.first;
	sum->plain.good += c->plain.good;
	sum->plain.reciprocal += c->plain.reciprocal;
}

static void
print_count(const char *lang, const char *name, const struct count *c)
{
	double n = c->needs;

	if (c->needs == 0)
		return;
	printf("| %s | %s | %u | %.0f %% | %.0f %% | %.2f | %.0f %% | %.0f %%"
	       " | %.2f |\n",
	    lang, name, c->needs, 100 * c->ours.first / n,
	    100 * c->ours.good / n, c->ours.reciprocal / n,
	    100 * c->plain.first / n, 100 * c->plain.good / n,
	    c->plain.reciprocal / n);
}

/* One row: kinds FROM to TO of sets FIRST to LAST. */
static void
print_sum(const struct judge *j, const char *lang, const char *name,
    const size_t from_to[2], const size_t first_last[2])
{
	struct count sum = { 0 };

	for (size_t s = first_last[0]; s <= first_last[1]; s++)
		for (size_t k = from_to[0]; k <= from_to[1]; k++)
			add_count(&sum, &j->counts[s][k]);
	print_count(lang, name, &sum);
}

static void
print_language(const struct judge *j, const char *lang)
{
	static const size_t all[] = { 0, COUNT_OF(kinds) - 1 };
	static const size_t right[] = { 0, LAST_RIGHT };
	static const size_t wrong[] = { LAST_RIGHT + 1, COUNT_OF(kinds) - 1 };
	static const size_t tune[] = { 0, 0 };
	static const size_t held[] = { 1, 1 };
	static const size_t both[] = { 0, 1 };

	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		const size_t kind[] = { k, k };

		print_sum(j, lang, kinds[k], kind, both);
	}
	print_sum(j, lang, "**spelled right**", right, both);
	print_sum(j, lang, "**spelled wrong**", wrong, both);
	print_sum(j, lang, "tuned on", all, tune);
	print_sum(j, lang, "held out, right", right, held);
	print_sum(j, lang, "held out, wrong", wrong, held);
	print_sum(j, lang, "**held out**", all, held);
	print_sum(j, lang, "**all**", all, both);
}

/* The next part of *P up to END, which becomes a NUL. */
static char *
cut(char **p, char end)
{
	char *start = *p;
	char *at = strchr(start, end);

	if (at == NULL)
		return NULL;
	*at = '\0';
	*p = at + 1;
	return start;
}

/* ".../es.tsv" */
static void
judge_file(struct judge *j, const char *path)
{
	const char *name = strrchr(path, '/');
	struct buffer file = { 0 };
	struct err e = { 0 };
	char lang[3] = "";
	char *p = NULL;
	char *line = NULL;

	name = name == NULL ? path : name + 1;
	if (strlen(name) < 2 ||
	    io_read_file(&file, path, NEEDS_SIZE_MAX, &e) < 0)
		die(path, e.text);
	memcpy(lang, name, 2);
	buffer_add_zeros(&file, 1);
	memset(j->counts, 0, sizeof j->counts);
	p = (char *)file.at;
	while ((line = cut(&p, '\n')) != NULL) {
		struct need n = { .ids = NULL };

		if (line[0] == '#')
			continue;
		n.set = cut(&line, '\t');
		n.kind = n.set == NULL ? NULL : cut(&line, '\t');
		n.query = n.kind == NULL ? NULL : cut(&line, '\t');
		n.ids = line;
		if (n.query == NULL)
			die(path, "a line without four fields");
		judge_need(j, &n, lang);
	}
	buffer_fini(&file);
	print_language(j, lang);
}

/* The plain search: the same texts, in SQLite's own index. */
static sqlite3 *
make_plain(const char *path)
{
	static const char sql[] =
	    "CREATE VIRTUAL TABLE plain USING fts5(slug UNINDEXED,"
	    " lang UNINDEXED, title, summary, body,"
	    " tokenize='unicode61 remove_diacritics 2');"
	    "INSERT INTO plain SELECT e.slug,t.lang,t.title,t.summary,"
	    " coalesce(b.markdown,'') FROM content.text t"
	    " JOIN content.entry e ON e.id=t.entry"
	    " LEFT JOIN content.body b ON b.entry=t.entry AND b.lang=t.lang;"
	    "DETACH content;";
	char *attach = sqlite3_mprintf("ATTACH %Q AS content", path);
	sqlite3 *db = NULL;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
	    sqlite3_exec(db, attach, NULL, NULL, NULL) != SQLITE_OK ||
	    sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		die(path, sqlite3_errmsg(db));
	sqlite3_free(attach);
	return db;
}

static void
open_database(struct judge *j, const char *path)
{
	struct edition edition = { .channel = path, .epoch = 1, .sequence = 1,
		.created = 1 + (int64_t)j->plain_count };
	struct err e = { 0 };
	sqlite3 *db = NULL;

	if (j->plain_count == DATABASES_MAX ||
	    sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) !=
		SQLITE_OK)
		die(path, "cannot be opened");
	edition.alerts = j->plain_count > 0;
	j->plain[j->plain_count++] = make_plain(path);
	if (catalog_add(j->c, db, &edition, &e) < 0)
		die(path, e.text);
}

int
main(int argc, char **argv)
{
	struct judge j = { .c = catalog_new() };
	int i = 1;

	if (argc > 2 && strcmp(argv[i], "--misses") == 0) {
		j.misses = argv[i + 1];
		i += 2;
	}
	for (; i < argc && strcmp(argv[i], "--") != 0; i++)
		open_database(&j, argv[i]);
	if (i + 1 >= argc) {
		fputs("usage: judge-search [--misses SET] DATABASE... --"
		      " NEEDS...\n", stderr);
		return 2;
	}
	puts("| language | kind | needs | s@1 | s@3 | MRR | plain s@1 |"
	     " plain s@3 | plain MRR |\n"
	     "|---|---|---|---|---|---|---|---|---|");
	while (++i < argc)
		judge_file(&j, argv[i]);
	catalog_free(j.c);
	while (j.plain_count > 0)
		sqlite3_close(j.plain[--j.plain_count]);
	return 0;
}

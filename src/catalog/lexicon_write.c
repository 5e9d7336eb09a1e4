/*
 * Writing the lexicons.  FTS5 itself says which words are in an index, so
 * that a lexicon has them as the search will ask for them.
 */
#include <config.h>

#include "catalog/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "catalog/catalog_words.h"
#include "catalog/schema.h"
#include "image/database.h"

struct entry_of_lexicon {
	char *word;
	uint32_t entries;
};

struct words {
	struct entry_of_lexicon *list;
	size_t count;
	size_t room;
};

/* Numbers are not looked up: nobody means another one. */
static bool
is_kept(const char *word)
{
	return word[0] != '\0' && strlen(word) <= LEXICON_WORD_MAX &&
	    strspn(word, "0123456789") < strlen(word);
}

static void
add_word(struct words *l, const char *word, uint32_t entries)
{
	if (!is_kept(word))
		return;
	if (l->count == l->room) {
		l->room = 2 * l->room + 256;
		l->list = xrealloc(l->list, l->room, sizeof *l->list);
	}
	l->list[l->count].word = xstrdup(word);
	l->list[l->count++].entries = entries;
}

static int
compare_words(const void *x, const void *y)
{
	const struct entry_of_lexicon *a = x;
	const struct entry_of_lexicon *b = y;
	int order = strcmp(a->word, b->word);

	if (order != 0)
		return order;
	return a->entries > b->entries ? -1 : a->entries < b->entries;
}

/* Every row of SQL: a text, and in how many entries it is. */
static int
read_words(struct words *l, sqlite3 *db, const char *sql, const char *lang,
    struct err *e)
{
	struct arena *a = arena_new();
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);

	if (rc == SQLITE_OK && lang != NULL)
		rc = sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		struct word_list words = { 0 };

		rc = sqlite3_step(s);
		if (rc != SQLITE_ROW)
			break;
		catalog_words(database_text(s, 0), &words, a);
		for (size_t i = 0; i < words.count; i++)
			add_word(l, words.words[i].folded,
			    (uint32_t)sqlite3_column_int(s, 1));
		arena_reset(a);
	}
	if (rc != SQLITE_DONE)
		database_err(e, db, sql);
	sqlite3_finalize(s);
	arena_free(a);
	return rc == SQLITE_DONE ? 0 : -1;
}

static int
read_index(struct words *l, sqlite3 *db, const char *lang, struct err *e)
{
	char *make = xasprintf("CREATE VIRTUAL TABLE temp.vocabulary"
			       " USING fts5vocab(main, fts_%s, 'row')",
	    lang);
	int rc = -1;

	if (sqlite3_exec(db, make, NULL, NULL, NULL) != SQLITE_OK)
		database_err(e, db, make);
	else
		rc = read_words(l, db,
		    "SELECT term,doc FROM temp.vocabulary", NULL, e);
	free(make);
	if (sqlite3_exec(db, "DROP TABLE IF EXISTS temp.vocabulary", NULL,
		NULL, NULL) != SQLITE_OK &&
	    rc == 0)
		rc = database_err(e, db, "vocabulary");
	return rc;
}

static size_t
common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n;
}

/* BEFORE is the word before in the same part, or "". */
static void
put_word(struct buffer *out, const struct entry_of_lexicon *w,
    const char *before, const char *stem)
{
	size_t shared = common(before, w->word);
	size_t kept = common(w->word, stem);
	uint32_t n = w->entries;
	uint8_t head[2] = { (uint8_t)shared,
		(uint8_t)(strlen(w->word) - shared) };
	uint8_t tail[2] = { (uint8_t)kept, (uint8_t)(strlen(stem) - kept) };

	buffer_add(out, head, sizeof head);
	buffer_add_text(out, w->word + shared);
	buffer_add(out, tail, sizeof tail);
	buffer_add_text(out, stem + kept);
	do {
		uint8_t byte = (uint8_t)((n & 0x7F) | (n > 0x7F ? 0x80 : 0));

		buffer_add(out, &byte, 1);
		n >>= 7;
	} while (n > 0);
}

static int
put_part(sqlite3 *db, const char *lang, int part, struct buffer *b,
    struct err *e)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(
	    db, "INSERT INTO index_lexicon VALUES(?1,?2,?3)", -1, &s, NULL);

	if (rc == SQLITE_OK &&
	    sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC) == SQLITE_OK &&
	    sqlite3_bind_int(s, 2, part) == SQLITE_OK &&
	    sqlite3_bind_blob(s, 3, b->at, (int)b->len, SQLITE_STATIC) ==
		SQLITE_OK)
		rc = sqlite3_step(s);
	if (rc != SQLITE_DONE)
		database_err(e, db, "lexicon");
	sqlite3_finalize(s);
	b->len = 0;
	return rc == SQLITE_DONE ? 0 : -1;
}

static int
put_words(sqlite3 *db, const char *lang, const struct words *l, struct err *e)
{
	struct stemmer *stemmer = stemmer_new(lang);
	struct buffer part = { 0 };
	const char *before = "";
	int parts = 0;
	int rc = 0;

	for (size_t i = 0; i < l->count && rc == 0; i++) {
		char stem[STEM_MAX + 1];

		if (i > 0 && strcmp(l->list[i - 1].word, l->list[i].word) == 0)
			continue;
		stemmer_stem(stemmer, l->list[i].word, stem);
		put_word(&part, &l->list[i], part.len > 0 ? before : "", stem);
		before = l->list[i].word;
		if (part.len > LEXICON_PART_MAX - 256)
			rc = put_part(db, lang, ++parts, &part, e);
	}
	if (part.len > 0 && rc == 0)
		rc = put_part(db, lang, ++parts, &part, e);
	buffer_fini(&part);
	stemmer_free(stemmer);
	return rc;
}

static int
write_language(sqlite3 *db, const char *lang, struct err *e)
{
	struct words l = { 0 };
	int rc = 0;

	if (read_index(&l, db, lang, e) < 0 ||
	    read_words(&l, db, "SELECT word,0 FROM synonym WHERE lang=?1",
		lang, e) < 0)
		rc = -1;
	if (l.count > 0)
		qsort(l.list, l.count, sizeof *l.list, compare_words);
	if (rc == 0)
		rc = put_words(db, lang, &l, e);
	for (size_t i = 0; i < l.count; i++)
		free(l.list[i].word);
	free(l.list);
	return rc;
}

int
lexicon_write(sqlite3 *db, struct err *e)
{
	if (sqlite3_exec(db, "DELETE FROM index_lexicon", NULL, NULL, NULL) !=
	    SQLITE_OK)
		return database_err(e, db, "lexicon");
	for (const char *const *lang = schema_languages(); *lang != NULL;
	     lang++)
		if (write_language(db, *lang, e) < 0)
			return -1;
	return 0;
}

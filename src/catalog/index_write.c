/*
 * The index of an edition, language by language.
 */
#include <config.h>

#include "catalog/index_write.h"

#include <string.h>

#include "base/bytes.h"
#include "catalog/index_words.h"
#include "catalog/lexicon.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "text/stem.h"

struct writer {
	sqlite3 *db;
	sqlite3_stmt *lists;
	sqlite3_stmt *parts;
	sqlite3_stmt *first;
	sqlite3_stmt *language;
	sqlite3_stmt *heads;
	uint32_t rows; /* of lists */
	int part_count;
	struct err *e;
};

static int
step(struct writer *w, sqlite3_stmt *s)
{
	int rc = sqlite3_step(s);

	sqlite3_reset(s); /* repeats the failure of the step */
	return rc == SQLITE_DONE ? 0 : database_err(w->e, w->db, "index");
}

/* Bytes with a number, the next of its table. */
static int
put_row(struct writer *w, sqlite3_stmt *s, int64_t id, const struct buffer *b)
{
	if (sqlite3_bind_int64(s, 1, id) != SQLITE_OK ||
	    sqlite3_bind_blob(s, 2, b->at, (int)b->len, SQLITE_STATIC) !=
		SQLITE_OK)
		return database_err(w->e, w->db, "index");
	return step(w, s);
}

/* The list of X: into BYTES if it is short, else into rows; where it stands
 * into OUT. */
static int
put_list(struct writer *w, const struct index_word *x, struct buffer *bytes,
    struct posting_place *out)
{
	size_t at = 0;

	memset(out, 0, sizeof *out);
	bytes->len = 0;
	posting_put(bytes, x->list, x->count, &at, POSTING_FIRST_MAX);
	if (at == x->count && bytes->len <= LEXICON_HERE_MAX) {
		out->here = buffer_bytes(bytes);
		return 0;
	}
	out->row = w->rows + 1;
	for (;;) {
		if (put_row(w, w->lists, ++w->rows, bytes) < 0)
			return -1;
		out->parts++;
		if (at == x->count)
			return 0;
		bytes->len = 0;
		posting_put(bytes, x->list, x->count, &at, POSTING_PART_MAX);
	}
}

static int
put_part(struct writer *w, const char *lang, const char *first,
    struct lexicon_part *part)
{
	struct buffer bytes = { 0 };
	int rc;

	lexicon_end(part, &bytes);
	rc = put_row(w, w->parts, ++w->part_count, &bytes);
	buffer_fini(&bytes);
	if (rc < 0)
		return -1;
	if (sqlite3_bind_text(w->first, 1, lang, -1, SQLITE_STATIC) !=
		SQLITE_OK ||
	    sqlite3_bind_text(w->first, 2, first, -1, SQLITE_STATIC) !=
		SQLITE_OK ||
	    sqlite3_bind_int(w->first, 3, w->part_count) != SQLITE_OK)
		return database_err(w->e, w->db, "index");
	return step(w, w->first);
}

static int
put_words(struct writer *w, const char *lang, const struct index_words *all)
{
	struct stemmer *stemmer = stemmer_new(lang);
	struct lexicon_part part = { .count = 0 };
	struct buffer list = { 0 };
	const char *first = "";
	int rc = 0;

	for (size_t i = 0; i < all->count && rc == 0; i++) {
		const struct index_word *x = &all->list[i];
		struct lexicon_word word = { .entries = (uint32_t)x->count };

		if (x->count == 0 && x->text[0] == ' ')
			continue;
		word.len = strlen(x->text);
		memcpy(word.text, x->text, word.len + 1);
		if (x->text[0] == ' ')
			memcpy(word.stem, x->text, word.len + 1);
		else
			stemmer_stem(stemmer, x->text, word.stem);
		rc = put_list(w, x, &list, &word.list);
		if (rc == 0 && !lexicon_put(&part, &word)) {
			rc = put_part(w, lang, first, &part);
			if (!lexicon_put(&part, &word))
				rc = -1; /* an empty one takes any */
		}
		if (part.count == 1)
			first = x->text;
	}
	if (part.count > 0 && rc == 0)
		rc = put_part(w, lang, first, &part);
	lexicon_part_fini(&part);
	buffer_fini(&list);
	stemmer_free(stemmer);
	return rc;
}

/* Every row of SQL, whose parameter is LANG: each of its texts to USE. */
static int
each_text(struct writer *w, const char *sql, const char *lang,
    struct index_words *all,
    void (*use)(struct index_words *all, const char *text))
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(w->db, sql, -1, &s, NULL);

	if (rc == SQLITE_OK && lang != NULL)
		rc = sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(s);
		for (int i = 0; rc == SQLITE_ROW && i < sqlite3_column_count(s);
		     i++)
			use(all, database_text(s, i));
	}
	if (rc != SQLITE_DONE)
		database_err(w->e, w->db, sql);
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? 0 : -1;
}

static int
each_entry(struct writer *w, const char *lang, struct index_words *all)
{
	static const char sql[] =
	    "SELECT entry,title,keywords,summary,body FROM temp.indexed"
	    " WHERE lang=?1 ORDER BY entry";
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(w->db, sql, -1, &s, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		int64_t entry;

		rc = sqlite3_step(s);
		if (rc != SQLITE_ROW)
			break;
		entry = sqlite3_column_int64(s, 0);
		if (entry < 1 || entry >= POSTING_ENTRIES_MAX) {
			sqlite3_finalize(s);
			return err_set(w->e, ERR_LIMIT,
			    "an entry of the number %lld", (long long)entry);
		}
		for (int i = 0; i < POSTING_FIELDS; i++)
			index_words_text(all, (uint32_t)entry, i,
			    database_text(s, i + 1));
	}
	if (rc != SQLITE_DONE)
		database_err(w->e, w->db, sql);
	sqlite3_finalize(s);
	return rc == SQLITE_DONE ? 0 : -1;
}

static int
put_language(struct writer *w, const char *lang, const struct index_words *all)
{
	if (sqlite3_bind_text(w->language, 1, lang, -1, SQLITE_STATIC) !=
		SQLITE_OK ||
	    sqlite3_bind_int64(w->language, 2, all->most) != SQLITE_OK ||
	    sqlite3_bind_int64(w->language, 3, all->last) != SQLITE_OK)
		return database_err(w->e, w->db, "index");
	return step(w, w->language);
}

/* Heads of one language lie side by side. */
static int
put_heads(struct writer *w, size_t language)
{
	const char *lang = schema_language(language);

	if (sqlite3_bind_int64(w->heads, 1, schema_text_id(language, 0)) !=
		SQLITE_OK ||
	    sqlite3_bind_text(w->heads, 2, lang, -1, SQLITE_STATIC) !=
		SQLITE_OK)
		return database_err(w->e, w->db, "index");
	return step(w, w->heads);
}

static int
write_language(struct writer *w, size_t language)
{
	const char *lang = schema_language(language);
	struct index_words all;
	int parts = w->part_count;
	int rc = -1;

	index_words_init(&all);
	/* what is said in any language may lead here */
	if (each_text(w, "SELECT word,formal FROM synonym", NULL, &all,
		index_words_phrase) == 0 &&
	    each_text(w, "SELECT word FROM synonym WHERE lang=?1", lang, &all,
		index_words_said) == 0 &&
	    each_entry(w, lang, &all) == 0) {
		index_words_end(&all);
		rc = put_words(w, lang, &all);
		if (rc == 0 && w->part_count > parts)
			rc = put_language(w, lang, &all);
		if (rc == 0)
			rc = put_heads(w, language);
	}
	index_words_fini(&all);
	return rc;
}

static int
prepare(struct writer *w)
{
	static const char empty[] =
	    "DELETE FROM index_language; DELETE FROM index_lexicon;"
	    "DELETE FROM index_part; DELETE FROM index_list;"
	    "DELETE FROM index_head;";
	const struct {
		sqlite3_stmt **s;
		const char *sql;
	} all[] = {
		{ &w->lists, "INSERT INTO index_list VALUES(?1,?2)" },
		{ &w->parts, "INSERT INTO index_part VALUES(?1,?2)" },
		{ &w->first, "INSERT INTO index_lexicon VALUES(?1,?2,?3)" },
		{ &w->language, "INSERT INTO index_language VALUES(?1,?2,?3)" },
		{ &w->heads,
		    "INSERT INTO index_head SELECT ?1+t.entry,e.kind,e.slug,"
		    "t.title FROM text t JOIN entry e ON e.id=t.entry"
		    " WHERE t.lang=?2 ORDER BY t.entry" },
	};

	if (sqlite3_exec(w->db, empty, NULL, NULL, NULL) != SQLITE_OK)
		return database_err(w->e, w->db, "index");
	for (size_t i = 0; i < COUNT_OF(all); i++)
		if (sqlite3_prepare_v2(w->db, all[i].sql, -1, all[i].s, NULL) !=
		    SQLITE_OK)
			return database_err(w->e, w->db, all[i].sql);
	return 0;
}

int
index_write(sqlite3 *db, struct err *e)
{
	struct writer w = { .db = db, .e = e };
	int rc = prepare(&w);

	for (size_t i = 0; schema_language(i) != NULL && rc == 0; i++)
		rc = write_language(&w, i);
	sqlite3_finalize(w.lists);
	sqlite3_finalize(w.parts);
	sqlite3_finalize(w.first);
	sqlite3_finalize(w.language);
	sqlite3_finalize(w.heads);
	return rc;
}

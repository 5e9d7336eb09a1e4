/*
 * Reading a lexicon.
 */
#include <config.h>

#include "catalog/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "image/database.h"

#define ENTRIES_BYTES_MAX 4 /* of a number of entries */

/* The byte at *POS, which moves on; 0 past END, and *POS past it. */
static uint8_t
next_byte(const struct lexicon *l, size_t *pos, size_t end)
{
	if (*pos < end)
		return l->at[(*pos)++];
	*pos = end + 1;
	return 0;
}

/* KEEP bytes that are in OUT and N that follow at *POS. */
static bool
next_text(char *out, size_t most, size_t keep, const struct lexicon *l,
    size_t *pos, size_t end)
{
	size_t n = next_byte(l, pos, end);

	if (*pos > end || n > end - *pos || keep + n > most)
		return false;
	memcpy(out + keep, l->at + *pos, n);
	out[keep + n] = '\0';
	*pos += n;
	return true;
}

static bool
next_number(uint32_t *out, const struct lexicon *l, size_t *pos, size_t end)
{
	uint32_t value = 0;

	for (unsigned i = 0; i < ENTRIES_BYTES_MAX; i++) {
		uint8_t byte = next_byte(l, pos, end);

		value |= (uint32_t)(byte & 0x7F) << (7 * i);
		if (*pos > end)
			return false;
		if (byte < 0x80) {
			*out = value;
			return true;
		}
	}
	return false;
}

/* The word at *POS into W, which holds the one before. */
static bool
next_word(struct lexicon_word *w, const struct lexicon *l, size_t *pos,
    size_t end)
{
	size_t shared = next_byte(l, pos, end);
	size_t kept = 0;

	if (*pos > end || shared > w->len ||
	    !next_text(w->text, LEXICON_WORD_MAX, shared, l, pos, end))
		return false;
	w->shared = shared;
	w->len = strlen(w->text);
	kept = next_byte(l, pos, end);
	if (*pos > end || kept > w->len)
		return false;
	memcpy(w->stem, w->text, kept);
	return next_text(w->stem, STEM_MAX, kept, l, pos, end) &&
	    next_number(&w->entries, l, pos, end);
}

/* All words in their order, none twice, none with a NUL; the index. */
static bool
check(struct lexicon *l)
{
	struct lexicon_word word = { .len = 0 };
	char last[LEXICON_WORD_MAX + 1] = "";
	size_t letter = 0;
	size_t pos = 0;

	while (pos < l->len) {
		size_t at = pos;
		size_t rest = 0;

		if (!next_word(&word, l, &pos, l->len))
			return false;
		rest = l->at[at + 1];
		if (word.len != word.shared + rest ||
		    strcmp(word.text, last) <= 0)
			return false;
		for (; letter <= (unsigned char)word.text[0]; letter++)
			l->first[letter] = (uint32_t)at;
		memcpy(last, word.text, word.len + 1);
		l->count++;
		if (word.entries > l->most)
			l->most = word.entries;
	}
	for (; letter <= 256; letter++)
		l->first[letter] = (uint32_t)l->len;
	return true;
}

int
lexicon_read(struct lexicon *out, struct bytes bytes, struct err *e)
{
	memset(out, 0, sizeof *out);
	if (bytes.len > LEXICON_SIZE_MAX)
		return err_set(e, ERR_DATABASE, "lexicon of %zu bytes",
		    bytes.len);
	out->at = xcalloc(bytes.len + 1, 1);
	out->len = bytes.len;
	if (bytes.len > 0)
		memcpy(out->at, bytes.at, bytes.len);
	if (check(out))
		return 0;
	lexicon_fini(out);
	return err_set(e, ERR_DATABASE, "the lexicon is no list of words");
}

int
lexicon_load(
    struct lexicon *out, sqlite3 *db, const char *lang, struct err *e)
{
	static const char sql[] =
	    "SELECT words FROM index_lexicon WHERE lang=?1 ORDER BY part";
	struct buffer all = { 0 };
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);

	memset(out, 0, sizeof *out);
	if (rc == SQLITE_OK)
		rc = sqlite3_bind_text(s, 1, lang, -1, SQLITE_STATIC);
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		const void *part = NULL;

		rc = sqlite3_step(s);
		part = rc == SQLITE_ROW ? sqlite3_column_blob(s, 0) : NULL;
		if (part != NULL && all.len <= LEXICON_SIZE_MAX)
			buffer_add(
			    &all, part, (size_t)sqlite3_column_bytes(s, 0));
	}
	if (rc != SQLITE_DONE)
		database_err(e, db, "lexicon");
	sqlite3_finalize(s);
	rc = rc == SQLITE_DONE ? lexicon_read(out, buffer_bytes(&all), e) : -1;
	buffer_fini(&all);
	return rc;
}

void
lexicon_fini(struct lexicon *l)
{
	free(l->at);
	memset(l, 0, sizeof *l);
}

void
lexicon_begin(struct lexicon_cursor *c, const struct lexicon *l)
{
	c->lexicon = l;
	c->pos = 0;
	c->end = l->len;
	c->word.len = 0;
}

void
lexicon_begin_at(
    struct lexicon_cursor *c, const struct lexicon *l, char first)
{
	lexicon_begin(c, l);
	c->pos = l->first[(unsigned char)first];
	c->end = l->first[(unsigned char)first + 1];
}

bool
lexicon_next(struct lexicon_cursor *c)
{
	return c->pos < c->end &&
	    next_word(&c->word, c->lexicon, &c->pos, c->end);
}

/*
 * Reading a lexicon.
 */
#include <config.h>

#include "catalog/lexicon.h"

#include <string.h>

#define HALF 15u /* of a byte: the number stands behind it */
#define OFFSET_SIZE 2u /* bytes */

static unsigned
next_byte(struct reader *r)
{
	if (r->pos < r->bytes.len)
		return r->bytes.at[r->pos++];
	r->failed = true;
	return 0;
}

/* Two numbers, which share a byte when they are small. */
static void
next_pair(struct reader *r, size_t *first, size_t *second)
{
	unsigned both = next_byte(r);

	*first = both >> 4;
	*second = both & HALF;
	if (*first == HALF)
		*first = next_byte(r);
	if (*second == HALF)
		*second = next_byte(r);
}

/* The text of W: SHARED bytes of it stay, REST follow.  SHARED of W is what
 * they have in common in truth: the first word of a run tells none. */
static void
next_text(struct reader *r, struct lexicon_word *w, size_t shared, size_t rest)
{
	struct bytes b = reader_take(r, rest);
	size_t same = 0;

	if (shared > w->len || rest > LEXICON_WORD_MAX - shared ||
	    b.len != rest || (rest > 0 && memchr(b.at, 0, rest) != NULL)) {
		r->failed = true;
		return;
	}
	while (same < rest && shared + same < w->len &&
	    w->text[shared + same] == (char)b.at[same])
		same++;
	if (rest > 0)
		memcpy(w->text + shared, b.at, rest);
	w->shared = shared + same;
	w->len = shared + rest;
	w->text[w->len] = '\0';
}

/* Its stem: the word without its last DROPPED bytes, and MORE. */
static void
next_stem(struct reader *r, struct lexicon_word *w, size_t dropped, size_t more)
{
	struct bytes b = reader_take(r, more);
	size_t kept = w->len - dropped;

	if (r->failed || dropped > w->len || b.len != more ||
	    more > STEM_MAX - kept) {
		r->failed = true;
		return;
	}
	memcpy(w->stem, w->text, kept);
	if (more > 0)
		memcpy(w->stem + kept, b.at, more);
	w->stem[kept + more] = '\0';
}

static void
next_place(struct reader *r, struct posting_place *out)
{
	uint32_t len = reader_number(r);

	memset(out, 0, sizeof *out);
	if (len > LEXICON_HERE_MAX)
		r->failed = true;
	if (len > 0) {
		out->here = reader_take(r, len);
		return;
	}
	out->row = reader_number(r);
	out->parts = reader_number(r);
}

/* The word that follows into W, which holds the one before. */
static bool
next_word(struct reader *r, struct lexicon_word *w)
{
	size_t first = 0, second = 0;

	next_pair(r, &first, &second);
	next_text(r, w, first, second);
	next_pair(r, &first, &second);
	next_stem(r, w, first, second);
	w->entries = reader_number(r);
	memset(&w->list, 0, sizeof w->list);
	if (w->entries > 0)
		next_place(r, &w->list);
	return !r->failed;
}

/* Where run N begins. */
static void
to_run(struct reader *r, size_t n)
{
	r->pos = OFFSET_SIZE * (1 + n);
	r->pos = reader_u16(r);
	if (r->pos > r->bytes.len) {
		r->pos = r->bytes.len;
		r->failed = true;
	}
}

/* To the last of RUNS runs that begins before FROM, or to the first. */
static void
find_run(struct reader *r, size_t runs, const char *from)
{
	size_t low = 0, high = runs;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		struct lexicon_word word = { .len = 0 };

		to_run(r, middle);
		if (next_word(r, &word) && strcmp(word.text, from) < 0)
			low = middle;
		else
			high = middle;
	}
	to_run(r, low);
}

void
lexicon_begin(struct lexicon_cursor *c, struct bytes part, const char *from)
{
	size_t runs;

	c->r = reader_of(part);
	c->word.len = 0;
	c->word.text[0] = '\0';
	c->ready = false;
	runs = reader_u16(&c->r);
	if (runs == 0 || runs > reader_left(&c->r) / OFFSET_SIZE) {
		c->r.failed = true;
		return;
	}
	find_run(&c->r, runs, from);
	while (lexicon_next(c))
		if (strcmp(c->word.text, from) >= 0) {
			c->ready = true;
			return;
		}
}

bool
lexicon_next(struct lexicon_cursor *c)
{
	if (c->ready) {
		c->ready = false;
		return true;
	}
	if (c->r.failed || reader_left(&c->r) == 0)
		return false;
	return next_word(&c->r, &c->word);
}

bool
lexicon_failed(const struct lexicon_cursor *c)
{
	return reader_failed(&c->r);
}

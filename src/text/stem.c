/*
 * Stems.  Snowball expects accents where a language writes them; people leave
 * them out, and the index has none.  So the endings that Snowball knows only
 * with an accent get it back before it sees the word, which treats all
 * spellings alike.
 */
#include <config.h>

#include "text/stem.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "text/lang.h"

struct stemmer {
	struct snowball *snowball; /* NULL: not one of its languages */
	const struct lang *lang;
};

struct stemmer *
stemmer_new(const char *lang)
{
	struct stemmer *s = xcalloc(1, sizeof *s);

	s->lang = lang_of(lang);
	if (s->lang->snowball != NULL)
		s->snowball = snowball_new(s->lang->snowball);
	return s;
}

void
stemmer_free(struct stemmer *s)
{
	if (s == NULL)
		return;
	snowball_free(s->snowball);
	free(s);
}

/* FROM at AT of WORD, which has room for SIZE bytes, becomes TO. */
static size_t
replace(char *word, size_t size, size_t len, size_t at, const char *from,
    const char *to)
{
	size_t from_len = strlen(from);
	size_t to_len = strlen(to);

	if (len - from_len + to_len >= size)
		return len;
	memmove(word + at + to_len, word + at + from_len,
	    len - at - from_len + 1);
	memcpy(word + at, to, to_len);
	return len - from_len + to_len;
}

/* Each spelling once, in their order; a word keeps two letters of its own. */
static void
respell(char *word, size_t size, const struct lang_spelling *spelling)
{
	size_t len = strlen(word);

	for (; spelling != NULL && spelling->from != NULL; spelling++) {
		const char *from = spelling->from;
		bool anywhere = from[0] == '^';
		size_t from_len = strlen(from += anywhere);
		char *p = word;

		if (!anywhere && len >= from_len + 2 &&
		    strcmp(word + len - from_len, from) == 0)
			len = replace(word, size, len, len - from_len, from,
			    spelling->to);
		while (anywhere && (p = strstr(p, from)) != NULL) {
			len = replace(word, size, len, (size_t)(p - word),
			    from, spelling->to);
			p++;
		}
	}
}

/* What folding does to the letters that the tables above put in. */
static size_t
fold_stem(char *out, const unsigned char *stem, size_t len)
{
	static const struct {
		unsigned char last; /* of two bytes that begin with C3 */
		char plain;
	} letters[] = { { 0xA1, 'a' }, { 0xA3, 'a' }, { 0xA7, 'c' },
		{ 0xA9, 'e' }, { 0xAA, 'e' }, { 0xAD, 'i' }, { 0xB3, 'o' },
		{ 0xB5, 'o' } };
	size_t n = 0;

	for (size_t i = 0; i < len && n < STEM_MAX; i++) {
		char plain = (char)stem[i];
		bool two = stem[i] == 0xC3 && i + 1 < len;

		for (size_t k = 0; two && k < COUNT_OF(letters); k++)
			if (letters[k].last == stem[i + 1]) {
				plain = letters[k].plain;
				i++;
				two = false;
			}
		out[n++] = plain;
	}
	out[n] = '\0';
	return n;
}

size_t
stemmer_stem(struct stemmer *s, const char *word, char out[STEM_MAX + 1])
{
	char copy[2 * STEM_MAX] = "";
	size_t len = strlen(word);
	const unsigned char *stem = NULL;
	size_t stem_len = 0;

	if (len > STEM_MAX)
		len = STEM_MAX;
	memcpy(copy, word, len);
	if (s->snowball == NULL)
		respell(copy, STEM_MAX, s->lang->spellings);
	if (s->snowball != NULL && len == strlen(word)) {
		respell(copy, sizeof copy, s->lang->spellings);
		stem = snowball_stem(s->snowball, copy, &stem_len);
	}
	if (stem != NULL)
		return fold_stem(out, stem, stem_len);
	len = strlen(copy);
	memcpy(out, copy, len + 1);
	return len;
}

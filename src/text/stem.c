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

#include <libstemmer.h>

#include "base/compiler.h"
#include "base/mem.h"

struct stemmer {
	struct sb_stemmer *snowball; /* NULL: not one of its languages */
	const char *lang;
};

/* Of LANG; with "^" anywhere in a word, else at its end. */
struct spelling {
	const char *lang;
	const char *from;
	const char *to;
};

static const struct spelling accents[] = {
	{ "es", "cion", "ción" },
	{ "es", "sion", "sión" },
	{ "es", "logia", "logía" },
	{ "es", "logias", "logías" },
	{ "es", "aria", "aría" },
	{ "pt", "cao", "ção" },
	{ "pt", "coes", "ções" },
	{ "pt", "sao", "são" },
	{ "pt", "encia", "ência" },
	{ "pt", "encias", "ências" },
	{ "pt", "avel", "ável" },
	{ "pt", "ivel", "ível" },
	{ "pt", "aveis", "áveis" },
	{ "pt", "iveis", "íveis" },
	{ "pt", "logia", "logía" },
};

/* Creole as it is written since 1979, for what is written as in French. */
static const struct spelling creole[] = {
	{ "ht", "^qu", "k" },
	{ "ht", "^ph", "f" },
	{ "ht", "^eau", "o" },
	{ "ht", "^tion", "syon" },
	{ "ht", "^cion", "syon" },
	{ "ht", "^oi", "wa" },
	{ "ht", "^ch", "C" },
	{ "ht", "^ce", "se" },
	{ "ht", "^ci", "si" },
	{ "ht", "^c", "k" },
	{ "ht", "^C", "ch" },
	{ "ht", "^rou", "wou" },
	{ "ht", "^ro", "wo" },
	{ "ht", "^aill", "ay" },
	{ "ht", "ail", "ay" },
	{ "ht", "eil", "ey" },
	{ "ht", "^ss", "s" },
	{ "ht", "^ll", "l" },
	{ "ht", "^tt", "t" },
	{ "ht", "^nn", "n" },
	{ "ht", "^mm", "m" },
	{ "ht", "ment", "man" },
	{ "ht", "ez", "e" },
	{ "ht", "er", "e" },
	{ "ht", "eur", "e" },
};

struct stemmer *
stemmer_new(const char *lang)
{
	static const char *const names[][2] = { { "es", "spanish" },
		{ "en", "english" }, { "fr", "french" },
		{ "pt", "portuguese" } };
	static const char *const others[] = { "ht", "" };
	struct stemmer *s = xcalloc(1, sizeof *s);

	s->lang = strcmp(lang, others[0]) == 0 ? others[0] : others[1];
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i][0], lang) == 0) {
			s->lang = names[i][0];
			s->snowball = sb_stemmer_new(names[i][1], NULL);
		}
	return s;
}

void
stemmer_free(struct stemmer *s)
{
	if (s == NULL)
		return;
	if (s->snowball != NULL)
		sb_stemmer_delete(s->snowball);
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
respell(char *word, size_t size, const struct spelling *table, size_t count,
    const char *lang)
{
	size_t len = strlen(word);

	for (size_t i = 0; i < count; i++) {
		const char *from = table[i].from;
		bool anywhere = from[0] == '^';
		size_t from_len = strlen(from += anywhere);
		char *p = word;

		if (strcmp(table[i].lang, lang) != 0)
			continue;
		if (!anywhere && len >= from_len + 2 &&
		    strcmp(word + len - from_len, from) == 0)
			len = replace(word, size, len, len - from_len, from,
			    table[i].to);
		while (anywhere && (p = strstr(p, from)) != NULL) {
			size_t at = (size_t)(p - word);

			len = replace(word, size, len, at, from, table[i].to);
			p = word + at + 1;
		}
	}
}

/* What folding does to the letters that the tables above put in. */
static size_t
fold_stem(char *out, const sb_symbol *stem, size_t len)
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
	const sb_symbol *stem = NULL;

	if (len > STEM_MAX)
		len = STEM_MAX;
	memcpy(copy, word, len);
	if (strcmp(s->lang, "ht") == 0)
		respell(copy, STEM_MAX, creole, COUNT_OF(creole), "ht");
	if (s->snowball != NULL && len == strlen(word)) {
		respell(
		    copy, sizeof copy, accents, COUNT_OF(accents), s->lang);
		stem = sb_stemmer_stem(s->snowball, (const sb_symbol *)copy,
		    (int)strlen(copy));
	}
	if (stem != NULL)
		return fold_stem(
		    out, stem, (size_t)sb_stemmer_length(s->snowball));
	len = strlen(copy);
	memcpy(out, copy, len + 1);
	return len;
}

/*
 * Words of texts, counted.
 */
#include <config.h>

#include "catalog/index_words.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_words.h"
#include "catalog/lexicon.h"

#define PLACES_FIRST 4096

static void *
grown(void *list, size_t count, size_t *room, size_t size)
{
	if (count < *room)
		return list;
	*room = 2 * *room + 16;
	return xrealloc(list, *room, size);
}

/* FNV-1a. */
static uint32_t
hash_text(const char *text)
{
	uint32_t hash = 2166136261u;

	for (; *text != '\0'; text++)
		hash = (hash ^ (unsigned char)*text) * 16777619u;
	return hash;
}

static size_t
place_of(const struct index_words *w, const char *text)
{
	size_t at = hash_text(text) & (w->place_count - 1);

	while (w->places[at] != 0 &&
	    strcmp(w->list[w->places[at] - 1].text, text) != 0)
		at = (at + 1) & (w->place_count - 1);
	return at;
}

static void
make_places(struct index_words *w, size_t count)
{
	free(w->places);
	w->places = xcalloc(count, sizeof *w->places);
	w->place_count = count;
	for (size_t i = 0; i < w->count; i++)
		w->places[place_of(w, w->list[i].text)] = (uint32_t)i + 1;
}

/* The number of TEXT, which is made if it is new. */
static size_t
number_of(struct index_words *w, const char *text)
{
	size_t at = place_of(w, text);

	if (w->places[at] != 0)
		return w->places[at] - 1;
	w->list = grown(w->list, w->count, &w->room, sizeof *w->list);
	w->list[w->count] = (struct index_word){
		.text = arena_strdup(w->arena, text) };
	w->places[at] = (uint32_t)++w->count;
	if (2 * w->count > w->place_count)
		make_places(w, 2 * w->place_count);
	return w->count - 1;
}

/* As many whole letters of TEXT as a lexicon takes. */
static const char *
cut(const char *text, struct arena *a)
{
	size_t len = strlen(text);

	if (len <= LEXICON_WORD_MAX)
		return text;
	len = LEXICON_WORD_MAX;
	while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
		len--;
	return arena_strndup(a, text, len);
}

void
index_words_init(struct index_words *w)
{
	memset(w, 0, sizeof *w);
	w->arena = arena_new();
	make_places(w, PLACES_FIRST);
}

void
index_words_fini(struct index_words *w)
{
	for (size_t i = 0; i < w->count; i++)
		free(w->list[i].list);
	free(w->list);
	free(w->places);
	free(w->phrases);
	free(w->touched);
	arena_free(w->arena);
}

/* The COUNT words at AT with BETWEEN between them. */
static const char *
joined(const struct word *at, size_t count, const char *between,
    struct arena *a)
{
	const char *all = "";

	for (size_t i = 0; i < count; i++)
		all = arena_printf(a, "%s%s%s", all, i > 0 ? between : "",
		    at[i].folded);
	return all;
}

void
index_words_phrase(struct index_words *w, const char *text)
{
	struct arena *a = arena_new();
	struct word_list words = { 0 };
	const char *all = "";

	catalog_words(text, &words, a);
	if (words.count > 1)
		all = catalog_phrase(joined(words.words, words.count, " ", a),
		    LEXICON_WORD_MAX, a);
	if (all[0] != '\0') {
		size_t first = number_of(w, words.words[0].folded);
		size_t whole = number_of(w, all);

		w->list[first].said = true;
		w->phrases = grown(w->phrases, w->phrase_count,
		    &w->phrase_room, sizeof *w->phrases);
		w->phrases[w->phrase_count++] = w->list[whole].text;
	}
	arena_free(a);
}

void
index_words_said(struct index_words *w, const char *text)
{
	struct arena *a = arena_new();
	struct word_list words = { 0 };

	catalog_words(text, &words, a);
	for (size_t i = 0; i < words.count; i++)
		if (words.words[i].folded[0] != '\0')
			number_of(w, cut(words.words[i].folded, a));
	arena_free(a);
}

static void
end_entry(struct index_words *w)
{
	for (size_t i = 0; i < w->touched_count; i++) {
		struct index_word *x = &w->list[w->touched[i]];

		x->list = grown(x->list, x->count, &x->room, sizeof *x->list);
		x->list[x->count++] = (struct posting){ w->entry,
			(uint8_t)posting_level(x->times, w->length) };
	}
	w->touched_count = 0;
}

static void
begin_entry(struct index_words *w, uint32_t entry)
{
	end_entry(w);
	memset(w->length, 0, sizeof w->length);
	w->entry = entry;
	w->last = entry;
}

static size_t
count_word(struct index_words *w, int field, const char *text)
{
	size_t n = number_of(w, text);
	struct index_word *x = &w->list[n];

	if (x->entry != w->entry) {
		memset(x->times, 0, sizeof x->times);
		x->entry = w->entry;
		w->touched = grown(w->touched, w->touched_count,
		    &w->touched_room, sizeof *w->touched);
		w->touched[w->touched_count++] = n;
	}
	x->times[field]++;
	return n;
}

/* Is PHRASE, " so written", what the COUNT words at AT are? */
static bool
is_said_at(const struct word *at, size_t count, const char *phrase)
{
	size_t i = 0;

	for (; *phrase == ' '; i++) {
		size_t len = strcspn(++phrase, " ");

		if (i == count || strlen(at[i].folded) != len ||
		    memcmp(at[i].folded, phrase, len) != 0)
			return false;
		phrase += len;
	}
	return true;
}

/* "H-2A" is "h" and "2a", and "h2a" as well. */
static size_t
count_code(struct index_words *w, int field, const struct word *at,
    size_t count, struct arena *a)
{
	size_t n = catalog_code_length(at, count);
	const char *code = n > 1 ? joined(at, n, "", a) : "";
	bool glued = true;

	for (size_t i = 1; i < n; i++)
		glued = glued && at[i].glued;
	if (n > 1 && strlen(code) <= CATALOG_CODE_MAX &&
	    (glued || catalog_has_letter(code)))
		count_word(w, field, code);
	return n;
}

void
index_words_text(struct index_words *w, uint32_t entry, int field,
    const char *text)
{
	struct arena *a = arena_new();
	struct word_list l = { 0 };
	size_t code = 0; /* first word behind one */

	if (entry != w->entry)
		begin_entry(w, entry);
	catalog_words(text, &l, a);
	for (size_t i = 0; i < l.count; i++) {
		const struct word *at = &l.words[i];
		size_t n;

		if (at->folded[0] == '\0')
			continue;
		n = count_word(w, field, cut(at->folded, a));
		w->length[field]++;
		if (i >= code)
			code = i + count_code(w, field, at, l.count - i, a);
		for (size_t k = 0; w->list[n].said && k < w->phrase_count; k++)
			if (is_said_at(at, l.count - i, w->phrases[k]))
				count_word(w, field, w->phrases[k]);
	}
	arena_free(a);
}

static int
compare_words(const void *x, const void *y)
{
	const struct index_word *a = x;
	const struct index_word *b = y;

	return strcmp(a->text, b->text);
}

/* What is worth most first; entries up. */
static int
compare_postings(const void *x, const void *y)
{
	const struct posting *a = x;
	const struct posting *b = y;

	if (a->level != b->level)
		return a->level > b->level ? -1 : 1;
	return a->entry < b->entry ? -1 : a->entry > b->entry;
}

void
index_words_end(struct index_words *w)
{
	end_entry(w);
	if (w->count > 0)
		qsort(w->list, w->count, sizeof *w->list, compare_words);
	w->place_count = 0; /* they lead nowhere now */
	for (size_t i = 0; i < w->count; i++) {
		struct index_word *x = &w->list[i];

		if (x->count > 1)
			qsort(x->list, x->count, sizeof *x->list,
			    compare_postings);
		if (x->count > w->most)
			w->most = (uint32_t)x->count;
	}
}

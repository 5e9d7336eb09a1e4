/*
 * From what a person typed to what FTS5 is asked.  Every token is quoted,
 * and holds letters and digits only, so nothing typed is ever syntax.
 */
#include <config.h>

#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"
#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"

#define WORDS_MAX 16   /* of one query */
#define SOUNDS_MAX 32  /* spellings of one word */
#define WHOLE_PREFIX 4 /* letters from which a guess may be a beginning */

const struct statement_text catalog_plan_statements[] = {
	{ ST_SYNONYMS, "SELECT word,formal FROM synonym WHERE lang=?1"
		       " ORDER BY word,formal" },
	{ ST_COUNT, NULL },
};

struct synonym {
	struct word_list said;
	struct word_list formal;
};

struct planner {
	struct arena *a;
	const char *lang;
	struct word_list words;
	struct synonym *synonyms;
	size_t synonym_count;
	size_t synonym_room;
	bool guess; /* words may be beginnings */
};

static void
add_synonym(struct planner *p, const struct synonym *s)
{
	if (p->synonym_count == p->synonym_room) {
		struct synonym *old = p->synonyms;

		p->synonym_room = p->synonym_room ? 2 * p->synonym_room : 64;
		p->synonyms = arena_array(p->a, p->synonym_room, sizeof *s);
		if (old != NULL)
			memcpy(p->synonyms, old, p->synonym_count * sizeof *s);
	}
	p->synonyms[p->synonym_count++] = *s;
}

/* The same word, or its plural. */
static bool
same_word(const char *folded, const char *other)
{
	size_t len = strlen(other);

	if (strncmp(folded, other, len) != 0)
		return false;
	return strcmp(folded + len, "") == 0 ||
	       strcmp(folded + len, "s") == 0 ||
	       strcmp(folded + len, "es") == 0;
}

static bool
is_said_at(const struct planner *p, const struct synonym *s, size_t at)
{
	if (s->said.count == 0 || s->said.count > p->words.count - at)
		return false;
	for (size_t i = 0; i < s->said.count; i++)
		if (!same_word(
			p->words.words[at + i].folded, s->said.words[i].folded))
			return false;
	return true;
}

/* Only those that somebody said: the rest of the table is let go. */
static int
load_synonyms(struct planner *p, struct catalog *c, struct err *e)
{
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_SYNONYMS);
		query_text(&q, 1, p->lang);
		while (query_row(&q)) {
			struct synonym s;
			bool said = false;

			catalog_words(query_get(&q, 0, p->a), &s.said, p->a);
			for (size_t at = 0; at < p->words.count; at++)
				said = said || is_said_at(p, &s, at);
			if (!said)
				continue;
			catalog_words(query_get(&q, 1, p->a), &s.formal, p->a);
			if (s.formal.count > 0)
				add_synonym(p, &s);
		}
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}

static bool
has_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

static void
add_or(struct buffer *out, bool *first)
{
	if (!*first)
		buffer_add_text(out, " OR ");
	*first = false;
}

/* "text"* with an OR before all but the first. */
static void
add_phrase(struct buffer *out, bool *first, const char *text, bool prefix)
{
	add_or(out, first);
	buffer_add_text(out, "\"");
	buffer_add_text(out, text);
	buffer_add_text(out, prefix ? "\" *" : "\"");
}

/* Words AT to AT + COUNT, joined by BETWEEN. */
static const char *
joined(const struct word_list *words, size_t at, size_t count,
    const char *between, struct arena *a)
{
	const char *text = words->words[at].raw;

	for (size_t i = 1; i < count; i++)
		text = arena_printf(
		    a, "%s%s%s", text, between, words->words[at + i].raw);
	return text;
}

/* A code may be written together or apart: H2A, H-2A, H 2A. */
static void
add_code(struct buffer *out, const struct planner *p, size_t at, size_t count,
    bool prefix)
{
	const char *together = joined(&p->words, at, count, "", p->a);
	bool first = true;

	add_phrase(out, &first, together, prefix);
	if (count > 1)
		add_phrase(out, &first, joined(&p->words, at, count, " ", p->a),
		    prefix);
	for (size_t i = 1; together[i] != '\0'; i++) {
		char here[2] = { together[i], '\0' };
		char before[2] = { together[i - 1], '\0' };

		if (has_digit(here) == has_digit(before) ||
		    ((unsigned char)together[i] & 0xC0) == 0x80)
			continue;
		add_phrase(out, &first,
		    arena_printf(
			p->a, "%.*s %s", (int)i, together, together + i),
		    prefix);
	}
}

/* One and many: "visas" finds "visa", "agencies" finds "agency". */
static void
add_numbers(struct buffer *out, bool *first, const struct planner *p,
    const char *word, bool prefix)
{
	size_t len = strlen(word);
	bool english = strcmp(p->lang, "en") == 0;

	if (len < 4 || strcmp(p->lang, "ht") == 0)
		return;
	if (english && len > 4 && strcmp(word + len - 3, "ies") == 0)
		add_phrase(out, first,
		    arena_printf(p->a, "%.*sy", (int)len - 3, word), false);
	if (word[len - 1] == 's')
		add_phrase(
		    out, first, arena_strndup(p->a, word, len - 1), false);
	if (len > 4 && strcmp(word + len - 2, "es") == 0)
		add_phrase(
		    out, first, arena_strndup(p->a, word, len - 2), false);
	if (prefix || word[len - 1] == 's')
		return;
	add_phrase(out, first, arena_printf(p->a, "%ss", word), false);
	add_phrase(out, first, arena_printf(p->a, "%ses", word), false);
	if (english && word[len - 1] == 'y')
		add_phrase(out, first,
		    arena_printf(p->a, "%.*sies", (int)len - 1, word), false);
}

/* "oeuvre" is printed "œuvre", which the index keeps as one letter. */
static void
add_ligature(struct buffer *out, bool *first, const struct planner *p,
    const char *word, bool prefix)
{
	const char *at = strstr(word, "oe");

	if (at != NULL)
		add_phrase(out, first,
		    arena_printf(
			p->a, "%.*s\xC5\x93%s", (int)(at - word), word, at + 2),
		    prefix);
}

static void
add_word(struct buffer *out, const struct planner *p, size_t at)
{
	const struct word *word = &p->words.words[at];
	bool last = at + 1 == p->words.count;
	bool prefix = (last && p->words.open) ||
		      (p->guess && utf8_length(word->raw) >= WHOLE_PREFIX);
	bool first = true;

	if (has_digit(word->raw)) {
		add_code(out, p, at, 1, prefix);
		return;
	}
	add_phrase(out, &first, word->raw, prefix);
	add_numbers(out, &first, p, word->folded, prefix);
	add_ligature(out, &first, p, word->folded, prefix);
}

/* How many words from AT on are one code: "H-2A", "1-866-487-9243". */
static size_t
code_length(const struct planner *p, size_t at)
{
	size_t count = 1;
	bool digit = has_digit(p->words.words[at].raw);

	while (
	    at + count < p->words.count && p->words.words[at + count].glued) {
		digit = digit || has_digit(p->words.words[at + count].raw);
		count++;
	}
	return digit ? count : 1;
}

/* The words from AT on that stand for one thing, and what finds it. */
static size_t
add_group(struct buffer *out, const struct planner *p, size_t at)
{
	size_t code = code_length(p, at);
	size_t count = code;

	for (size_t i = 0; i < p->synonym_count; i++)
		if (is_said_at(p, &p->synonyms[i], at) &&
		    p->synonyms[i].said.count > count)
			count = p->synonyms[i].said.count;
	buffer_add_text(out, "((");
	if (code > 1 && count == code)
		add_code(out, p, at, count,
		    at + count == p->words.count && p->words.open);
	else
		for (size_t i = 0; i < count; i++) {
			buffer_add_text(out, i > 0 ? ") AND (" : "");
			add_word(out, p, at + i);
		}
	buffer_add_text(out, ")");
	for (size_t i = 0; i < p->synonym_count; i++) {
		const struct synonym *s = &p->synonyms[i];
		bool first = false;

		if (is_said_at(p, s, at) && s->said.count == count)
			add_phrase(out, &first,
			    joined(&s->formal, 0, s->formal.count, " ", p->a),
			    true);
	}
	buffer_add_text(out, ")");
	return count;
}

/* May the word AT be left out?  Not if it is part of something longer. */
static bool
says_nothing(const struct planner *p, size_t at, size_t count)
{
	const char *folded = p->words.words[at].folded;

	if (count > 1)
		return false;
	if (p->guess && utf8_length(folded) < 2)
		return true;
	return catalog_is_stop_word(folded, p->lang);
}

/* All groups with OPERATOR between them; NULL if none says anything. */
static const char *
expression(const struct planner *p, const char *operator, bool with_stops)
{
	struct buffer out = { 0 };
	const char *text = NULL;
	size_t at = 0;

	while (at < p->words.count) {
		struct buffer group = { 0 };
		size_t count = add_group(&group, p, at);

		if (with_stops || !says_nothing(p, at, count)) {
			buffer_add_text(&out, out.len > 0 ? operator : "");
			buffer_add(&out, group.at, group.len);
		}
		buffer_fini(&group);
		at += count;
	}
	if (out.len > 0)
		text = arena_strndup(p->a, (char *)out.at, out.len);
	buffer_fini(&out);
	return text;
}

/* The bytes of the first COUNT code points. */
static size_t
first_bytes(const char *text, size_t count)
{
	const char *end = text;

	while (count-- > 0)
		(void)utf8_next(&end);
	return (size_t)(end - text);
}

/* As words begin, but for a slip at their end, and as they sound. */
static const char *
near_expression(const struct planner *p)
{
	const char *sounds[SOUNDS_MAX];
	struct buffer out = { 0 };
	const char *text = NULL;
	bool first = true;

	for (size_t i = 0; i < p->words.count; i++) {
		const char *word = p->words.words[i].folded;
		size_t length = utf8_length(word);
		size_t count = 0;

		if (length < WHOLE_PREFIX || has_digit(word) ||
		    catalog_is_stop_word(word, p->lang))
			continue;
		if (length > WHOLE_PREFIX) {
			size_t keep = length - 2 > WHOLE_PREFIX ? length - 2
								: WHOLE_PREFIX;

			add_phrase(&out, &first,
			    arena_strndup(p->a, word, first_bytes(word, keep)),
			    true);
		}
		count = catalog_sounds(sounds, SOUNDS_MAX, word, p->lang, p->a);
		for (size_t k = 0; k < count; k++)
			add_phrase(&out, &first, sounds[k], true);
	}
	if (out.len > 0)
		text = arena_strndup(p->a, (char *)out.at, out.len);
	buffer_fini(&out);
	return text;
}

/* The first CATALOG_SEARCH_MAX code points. */
static const char *
cut_query(const char *text, struct arena *a)
{
	const char *end = text;

	for (int i = 0; i < CATALOG_SEARCH_MAX && *end != '\0'; i++)
		(void)utf8_next(&end);
	return arena_strndup(a, text, (size_t)(end - text));
}

int
catalog_plan(struct search_plan *out, struct catalog *c, const char *text,
    const char *lang, struct arena *a, struct err *e)
{
	struct planner p = { .a = a, .lang = lang };
	const char *cut = cut_query(text, a);

	memset(out, 0, sizeof *out);
	out->folded = "";
	catalog_words(cut, &p.words, a);
	if (p.words.count > WORDS_MAX) {
		p.words.count = WORDS_MAX;
		p.words.open = false;
	}
	if (p.words.count == 0 ||
	    (p.words.count == 1 && utf8_length(p.words.words[0].raw) < 2))
		return 0;
	if (load_synonyms(&p, c, e) < 0)
		return -1;
	for (size_t i = 0; i < p.words.count; i++)
		out->folded = arena_printf(a, "%s%s%s", out->folded,
		    i > 0 ? " " : "", p.words.words[i].folded);
	out->all = expression(&p, " AND ", false);
	if (out->all == NULL)
		out->all = expression(&p, " AND ", true);
	p.guess = true;
	out->any = expression(&p, " OR ", false);
	out->near = near_expression(&p);
	return 0;
}

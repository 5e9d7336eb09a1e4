/*
 * Words for what is said.
 */
#include <config.h>

#include "ui/said_text.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>

#include "base/utf8.h"
#include "text/speech.h"
#include "text/width.h"

#define _(text) gettext(text)
#define N_(text) text
#define NAME_LETTERS 4 /* of "OIT", "RD", "EAD" */

/* Does TEXT end as a sentence does, or in a colon? */
static bool
is_ended(const char *text)
{
	static const char *const ends[] = { ".", "!", "?", ":", ";", "…",
		".»", ".”", ".\"", "?»", "!»" };
	size_t len = strlen(text);

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		size_t n = strlen(ends[i]);

		if (len >= n && strcmp(text + len - n, ends[i]) == 0)
			return true;
	}
	return false;
}

const char *
said_ended(struct arena *a, const char *text)
{
	return text[0] == '\0' || is_ended(text)
		? text
		: arena_printf(a, "%s.", text);
}

const char *
said_joined(struct arena *a, const char *text, const char *more)
{
	if (text[0] == '\0')
		return said_ended(a, more);
	return arena_printf(a, "%s %s", said_ended(a, text),
	    said_ended(a, more));
}

const char *
said_listed(struct arena *a, const char *text, const char *more)
{
	return arena_printf(a, is_ended(text) ? "%s %s" : "%s, %s", text,
	    more);
}

const char *
said_key_name(const char *key)
{
	static const struct {
		const char *key;
		const char *name;
	} names[] = {
		/* TRANSLATORS: names of keys, read aloud: "Key plus: More." */
		{ "+", N_("plus") },
		{ "-", N_("minus") },
		{ ".", N_("dot") },
		{ "*", N_("star") },
		{ "/", N_("slash") },
		{ "?", N_("question mark") },
		{ "↓", N_("arrow down") },
	};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].key, key) == 0)
			return _(names[i].name);
	return key;
}

/* --- sentences of rows --- */

/* One paragraph as a text again, and where its rows begin in it. */
struct paragraph {
	const char *text;
	size_t *starts;
	size_t first, count; /* rows of the block */
};

/* Words in capitals are a heading, one short one is a name: "OIT". */
static bool
is_shouted(const char *text)
{
	size_t letters = 0;
	uint32_t code;

	while ((code = utf8_next(&text)) != 0) {
		if (uc_is_property_lowercase(code))
			return false;
		letters += uc_is_alpha(code);
	}
	return letters > NAME_LETTERS;
}

bool
said_is_something(const char *text)
{
	uint32_t code;

	while ((code = utf8_next(&text)) != 0)
		if (uc_is_alpha(code) || (code >= '0' && code <= '9'))
			return true;
	return false;
}

const char *
said_calmly(struct arena *a, const char *text)
{
	return is_shouted(text) ? said_in_small_letters(a, text) : text;
}

const char *
said_in_small_letters(struct arena *a, const char *text)
{
	size_t len = 0;
	const char *rest = text;
	const char *copy = text;
	uint8_t *small = NULL;

	/* up to the first letter, which stays as it is */
	while (*rest != '\0' && !uc_is_alpha(utf8_next(&rest)))
		;
	small = u8_tolower((const uint8_t *)rest, strlen(rest), "", NULL,
	    NULL, &len);
	if (small != NULL)
		copy = arena_printf(a, "%.*s%.*s", (int)(rest - text), text,
		    (int)len, (const char *)small);
	free(small);
	return copy;
}

static struct paragraph
gather(const struct said_block *b, size_t first, struct arena *a)
{
	struct paragraph p = { .first = first };
	size_t end = first + 1;
	const char *text = "";

	while (end < b->count && b->rows[end].style != ROW_BLANK &&
	    !b->rows[end].begins)
		end++;
	p.count = end - first;
	p.starts = arena_array(a, p.count + 1, sizeof *p.starts);
	for (size_t i = 0; i < p.count; i++) {
		const char *gap =
		    i > 0 && !b->rows[first + i].split ? " " : "";

		p.starts[i] = strlen(text) + strlen(gap);
		text = arena_printf(a, "%s%s%s", text, gap,
		    b->rows[first + i].text);
	}
	p.starts[p.count] = strlen(text) + 1;
	p.text = text;
	return p;
}

/* Cells of the first LEN bytes of TEXT. */
static int
cells(const char *text, size_t len, struct arena *a)
{
	return width_of(arena_strndup(a, text, len));
}

/* Where the bytes from START to END of P stand. */
static void
find_spans(struct utterance *u, const struct said_block *b,
    const struct paragraph *p, size_t start, size_t end, struct arena *a)
{
	struct said_span *spans = arena_array(a, p->count, sizeof *spans);

	u->span_count = 0;
	for (size_t i = 0; i < p->count && p->first + i < b->shown; i++) {
		const struct row *row = &b->rows[p->first + i];
		size_t from = start > p->starts[i] ? start : p->starts[i];
		size_t ends = p->starts[i] + strlen(row->text);
		size_t to = end < ends ? end : ends;
		int skip = 0;

		if (from >= to)
			continue;
		skip = cells(p->text + p->starts[i], from - p->starts[i], a);
		spans[u->span_count++] = (struct said_span){
			b->x + row->indent + skip,
			b->y + (int)(p->first + i),
			cells(p->text + from, to - from, a),
		};
	}
	u->spans = spans;
}

static void
cut(struct utterances *out, const struct said_block *b,
    const struct paragraph *p, struct arena *a)
{
	const char *lang = arena_strdup(a, b->rows[p->first].lang);
	bool heading = b->rows[p->first].style == ROW_HEADING;
	size_t at = 0;

	while (p->text[at] != '\0') {
		size_t all = speech_sentence(lang, p->text + at);
		struct utterance *u = &out->at[out->count++];
		size_t len = all;
		const char *text = NULL;

		while (len > 0 && p->text[at + len - 1] == ' ')
			len--;
		text = arena_strndup(a, p->text + at, len);

		*u = (struct utterance){ .kind = SAID_FLOW,
			.text = said_ended(a,
			    heading ? said_in_small_letters(a, text)
				    : said_calmly(a, text)),
			.lang = lang,
			.of_text = lang != NULL };
		find_spans(u, b, p, at, at + len, a);
		at += all;
	}
}

/* How many sentences can end in TEXT, at most; "…" begins with \xE2. */
static size_t
ends_in(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += strchr(".!?\xE2", *text) != NULL;
	return n;
}

void
said_sentences(struct utterances *out, const struct said_block *b,
    struct arena *a)
{
	size_t room = 1;

	for (size_t i = 0; i < b->count; i++)
		room += 1 + ends_in(b->rows[i].text);
	out->at = arena_array(a, room, sizeof *out->at);
	out->count = 0;
	for (size_t i = 0; i < b->count;) {
		struct paragraph p;

		if (b->rows[i].style == ROW_BLANK) {
			i++;
			continue;
		}
		p = gather(b, i, a);
		cut(out, b, &p, a);
		i += p.count;
	}
}

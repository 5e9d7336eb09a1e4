/*
 * The list of what a screen says, and the order it is said in: what this is,
 * what stands above the list, each choice with all that stands in its rows,
 * what stands below and beside, and last what the keys do.
 */
#include <config.h>

#include "ui/said.h"

#include <libintl.h>
#include <string.h>

#include "text/speech.h"
#include "text/width.h"
#include "ui/said_text.h"
#include "ui/widget_menu.h"

#define _(text) gettext(text)
#define ROOM_FIRST 32

struct said {
	enum said_kind kind;
	bool aside;
	bool focused;
	const char *text;
	const char *lang;
	int x, y, width, height;
	/* SAID_FLOW, SAID_NOTE: all sentences of one text */
	struct utterances flow;
};

void
said_fini(struct said_list *l)
{
	arena_free(l->arena);
	memset(l, 0, sizeof *l);
}

void
said_clear(struct said_list *l)
{
	if (l->arena != NULL)
		arena_reset(l->arena);
	l->at = NULL;
	l->count = l->room = 0;
	l->quiet = 0;
	l->aside = l->more = false;
	l->lang = NULL;
	l->entry = NULL;
}

static struct said *
add(struct said_list *l)
{
	struct said *bigger = NULL;

	if (l->arena == NULL)
		l->arena = arena_new();
	if (l->count == l->room) {
		l->room = l->room > 0 ? 2 * l->room : ROOM_FIRST;
		bigger = arena_array(l->arena, l->room, sizeof *bigger);
		if (l->count > 0)
			memcpy(bigger, l->at, l->count * sizeof *bigger);
		l->at = bigger;
	}
	l->at[l->count] = (struct said){ .aside = l->aside,
		.lang = arena_strdup(l->arena, l->lang) };
	return &l->at[l->count++];
}

static bool
is_deaf(const struct said_list *l)
{
	return !l->wanted || l->quiet > 0;
}

void
said_hush(struct said_list *l)
{
	l->quiet++;
}

void
said_go_on(struct said_list *l)
{
	l->quiet--;
}

void
said_add(struct said_list *l, enum said_kind kind, const char *text, int x,
    int y, int width, int height)
{
	struct said *s = NULL;

	if (is_deaf(l) || text == NULL || !said_is_something(text))
		return;
	s = add(l);
	s->kind = kind;
	s->text = arena_strdup(l->arena, said_calmly(l->arena, text));
	s->x = x;
	s->y = y;
	s->width = width;
	s->height = height;
}

/* "3, Fraud alerts, 2 new. What is going round." */
void
said_choice(struct said_list *l, const struct choice *c, bool focused)
{
	const char *text = NULL;

	if (is_deaf(l))
		return;
	if (l->arena == NULL)
		l->arena = arena_new();
	text = c->title != NULL ? c->title : "";
	if (c->digit != 0)
		text = arena_printf(l->arena, "%s, %s",
		    said_key_name((char[]){ c->digit, '\0' }), text);
	if (c->badge != NULL && c->badge[0] != '\0')
		text = arena_printf(l->arena, "%s, %s", text, c->badge);
	if (c->summary != NULL && c->summary[0] != '\0')
		text = said_joined(l->arena, text, c->summary);
	said_add(l, SAID_CHOICE, text, c->x, c->y, c->width, c->height);
	l->at[l->count - 1].focused = focused;
	if (c->lang != NULL)
		l->at[l->count - 1].lang = arena_strdup(l->arena, c->lang);
}

void
said_key(struct said_list *l, const char *key, const char *verb, int x,
    int y, int width)
{
	if (is_deaf(l))
		return;
	if (l->arena == NULL)
		l->arena = arena_new();
	/* TRANSLATORS: read aloud, what a key of the foot does: "Key plus:
	 * More". */
	said_add(l, SAID_KEY,
	    arena_printf(l->arena, _("Key %s: %s."), said_key_name(key),
		verb), x, y, width, 1);
}

void
said_rows(struct said_list *l, enum said_kind kind, const struct rows *rows,
    size_t first, size_t count, size_t last, int x, int y)
{
	struct said_block block = { .count = count, .shown = last, .x = x,
		.y = y };
	struct said *s = NULL;

	if (is_deaf(l) || count == 0)
		return;
	block.rows = rows->rows + first;
	s = add(l);
	s->kind = kind;
	s->x = x;
	s->y = y;
	s->height = (int)last;
	said_sentences(&s->flow, &block, l->arena);
}

/* --- in which order --- */

struct order {
	const struct said_list *list;
	struct arena *arena;
	struct utterances *out;
	bool *done; /* one for each of the list */
};

static struct utterance *
say(struct order *o, const struct said *s, const char *text)
{
	struct utterance *u = &o->out->at[o->out->count++];
	struct said_span *span = arena_zero(o->arena, sizeof *span);

	*span = (struct said_span){ s->x, s->y, s->width };
	*u = (struct utterance){ .kind = s->kind,
		.text = text,
		.lang = s->lang,
		.spans = span,
		.span_count = 1,
		.focused = s->focused };
	return u;
}

static bool
is_same(const char *lang, const char *other)
{
	return lang == other || (lang != NULL && other != NULL &&
				    strcmp(lang, other) == 0);
}

/* All of KIND as one, if it is in one language. */
static void
say_all(struct order *o, enum said_kind kind)
{
	struct utterance *u = NULL;

	for (size_t i = 0; i < o->list->count; i++) {
		const struct said *s = &o->list->at[i];

		if (s->kind != kind)
			continue;
		o->done[i] = true;
		if (u == NULL || !is_same(u->lang, s->lang))
			u = say(o, s, said_ended(o->arena, s->text));
		else
			u->text = said_joined(o->arena, u->text, s->text);
	}
}

static bool
is_before(const struct said *a, int x, int y)
{
	return a->y < y || (a->y == y && a->x < x);
}

static bool
is_in_rows(const struct said *choice, const struct said *s)
{
	return s->y >= choice->y && s->y < choice->y + choice->height &&
	    s->x >= choice->x;
}

/* Which choice S is a part of: in its rows, and nearer to it than to any
 * other at its left; -1 for none. */
static int
choice_of(const struct said_list *l, const struct said *s)
{
	int best = -1;

	if (s->kind != SAID_PIECE || s->aside)
		return -1;
	for (size_t i = 0; i < l->count; i++)
		if (l->at[i].kind == SAID_CHOICE &&
		    is_in_rows(&l->at[i], s) &&
		    (best < 0 || l->at[i].x >= l->at[best].x))
			best = (int)i;
	return best;
}

/* The first by place of what is not said yet and is no part of a choice; -1
 * for none. */
static int
next_text(const struct order *o, bool aside)
{
	const struct said_list *l = o->list;
	int best = -1;

	for (size_t i = 0; i < l->count; i++) {
		const struct said *s = &l->at[i];

		if (o->done[i] || s->aside != aside ||
		    s->kind == SAID_CHOICE || s->kind == SAID_KEY ||
		    choice_of(l, s) >= 0)
			continue;
		if (best < 0 || is_before(s, l->at[best].x, l->at[best].y))
			best = (int)i;
	}
	return best;
}

static void
say_flow(struct order *o, const struct said *s)
{
	for (size_t i = 0; i < s->flow.count; i++) {
		s->flow.at[i].kind = s->kind;
		o->out->at[o->out->count++] = s->flow.at[i];
	}
}

/* Texts in their places, up to (X, Y); pieces of one row are one. */
static void
say_texts(struct order *o, bool aside, int x, int y)
{
	const struct said_list *l = o->list;
	struct utterance *u = NULL;
	int row = -1;
	int i = 0;

	while ((i = next_text(o, aside)) >= 0 &&
	    is_before(&l->at[i], x, y)) {
		const struct said *s = &l->at[i];

		o->done[i] = true;
		if (s->kind != SAID_PIECE) {
			say_flow(o, s);
			u = NULL;
		} else if (u != NULL && s->y == row) {
			u->text = said_listed(o->arena, u->text, s->text);
		} else {
			u = say(o, s, s->text);
		}
		row = s->y;
	}
}

static void
say_choice(struct order *o, int choice)
{
	const struct said_list *l = o->list;
	const char *text = l->at[choice].text;
	int y = -1;

	o->done[choice] = true;
	for (;;) {
		int best = -1;

		for (size_t i = 0; i < l->count; i++)
			if (!o->done[i] &&
			    choice_of(l, &l->at[i]) == choice &&
			    (best < 0 || is_before(&l->at[i], l->at[best].x,
					     l->at[best].y)))
				best = (int)i;
		if (best < 0)
			break;
		o->done[best] = true;
		text = y == l->at[best].y
			? said_listed(o->arena, text, l->at[best].text)
			: said_joined(o->arena, text, l->at[best].text);
		y = l->at[best].y;
	}
	say(o, &l->at[choice], said_ended(o->arena, text));
}

/* How many there can be at most. */
static size_t
most(const struct said_list *l)
{
	size_t n = 0;

	for (size_t i = 0; i < l->count; i++)
		n += 1 + l->at[i].flow.count;
	return n;
}

void
said_compose(struct utterances *out, const struct said_list *l,
    const char *lang, struct arena *a)
{
	struct order o = { .list = l, .arena = a, .out = out };
	const int far = 1 << 16;

	out->at = arena_array(a, most(l), sizeof *out->at);
	out->count = 0;
	o.done = arena_array(a, l->count + 1, sizeof *o.done);
	say_all(&o, SAID_HEAD);
	for (size_t i = 0; i < l->count; i++) {
		if (l->at[i].kind != SAID_CHOICE)
			continue;
		say_texts(&o, false, l->at[i].x, l->at[i].y);
		say_choice(&o, (int)i);
	}
	say_texts(&o, false, far, far);
	say_texts(&o, true, far, far);
	say_all(&o, SAID_KEY);
	for (size_t i = 0; i < out->count; i++)
		if (out->at[i].lang == NULL)
			out->at[i].lang = lang;
}

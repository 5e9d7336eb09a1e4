/*
 * The plan of a search: the words that were typed fall into groups, each one
 * thing that is asked for; each group has terms, the words of an index that
 * stand for it: the word itself, its other forms, how it may go on, and what
 * the content says for it.
 */
#include <config.h>

#include "catalog/search_plan.h"

#include <math.h>
#include <string.h>

#include "base/bytes.h"
#include "base/utf8.h"

#define LONGER_MAX 40  /* words that one may be the beginning of */
#define FORMS_MAX 24   /* forms of one word */
#define STEM_TELLS 4   /* letters of a stem that is no accident */
#define FEW_ENTRIES 3  /* what a phrase is taken to be in */
#define WEIGHT_FORM 0.8
#define WEIGHT_LONGER 0.7
#define WEIGHT_FORMAL 0.7
#define WEIGHT_PART 0.8 /* of all words that say one thing together */
#define WEIGHT_WHOLE 0.8 /* what two words would be as one */
#define COMMON 10 /* what more than a tenth of all entries have */

struct planner {
	struct search_plan *plan;
	struct asked *q;
	const struct wanted_list *words;
	size_t language;
	unsigned group;
};

static void
add_term(const struct planner *p, const char *phrase, double weight,
    uint32_t entries, bool prefix)
{
	struct term_list *l = &p->plan->terms[p->language];

	for (size_t i = 0; i < l->count; i++) {
		struct term *t = &l->list[i];

		if (t->group != p->group || t->prefix != prefix ||
		    strcmp(t->phrase, phrase) != 0)
			continue;
		if (weight > t->weight)
			t->weight = weight;
		if (entries > t->entries)
			t->entries = entries;
		return;
	}
	if (l->count == l->room) {
		struct term *old = l->list;

		l->room = 2 * l->room + 32;
		l->list = arena_array(p->q->a, l->room, sizeof *old);
		if (old != NULL)
			memcpy(l->list, old, l->count * sizeof *old);
	}
	l->list[l->count++] = (struct term){ arena_strdup(p->q->a, phrase),
		p->group, weight, entries, prefix };
	l->groups |= 1u << p->group;
}

/* The words of a lexicon that are most often used. */
struct often {
	struct {
		char text[LEXICON_WORD_MAX + 1];
		uint32_t entries;
	} list[LONGER_MAX];
	size_t count;
	size_t most;
};

static void
keep_often(struct often *o, const struct lexicon_word *w)
{
	size_t at = 0;

	if (o->count < o->most) {
		at = o->count++;
	} else {
		for (size_t i = 1; i < o->count; i++)
			if (o->list[i].entries < o->list[at].entries)
				at = i;
		if (o->list[at].entries >= w->entries)
			return;
	}
	memcpy(o->list[at].text, w->text, w->len + 1);
	o->list[at].entries = w->entries;
}

static void
add_often(const struct planner *p, const struct often *o, double weight)
{
	for (size_t i = 0; i < o->count; i++)
		add_term(p, o->list[i].text, weight, o->list[i].entries, false);
}

/* WORD as a lexicon has it: itself, forms of it, how it may go on. */
static void
add_word_of(const struct planner *p, const struct lexicon *l,
    const char *word, const char *stem, bool open, double weight)
{
	struct often longer = { .most = LONGER_MAX };
	struct often forms = { .most = FORMS_MAX };
	struct lexicon_cursor c;
	size_t len = strlen(word);
	bool there = strlen(stem) >= STEM_TELLS;

	lexicon_begin_at(&c, l, word[0]);
	while (lexicon_next(&c)) {
		if (c.word.entries == 0)
			continue; /* only said; see add_synonyms() */
		if (strcmp(c.word.text, word) == 0) {
			add_term(p, word, weight, c.word.entries, false);
			there = true;
		} else if (strcmp(c.word.stem, stem) == 0) {
			keep_often(&forms, &c.word);
		} else if (open && strncmp(c.word.text, word, len) == 0) {
			keep_often(&longer, &c.word);
		}
	}
	if (there)
		add_often(p, &forms, weight * WEIGHT_FORM);
	add_often(p, &longer, weight * WEIGHT_LONGER);
}

static void
add_word(const struct planner *p, const char *word, bool open, double weight)
{
	const struct language *l = &p->q->languages[p->language];
	char stem[STEM_MAX + 1];

	if (word[0] == '\0')
		return;
	stemmer_stem(l->stemmer, word, stem);
	for (size_t i = 0; i < l->count; i++)
		add_word_of(p, &l->channels[i]->lexicon, word, stem, open,
		    weight);
}

static bool
has_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

/* Words AT to AT + COUNT, joined by BETWEEN. */
static const char *
joined(const struct planner *p, size_t at, size_t count, const char *between)
{
	const char *text = p->words->words[at].folded;

	for (size_t i = 1; i < count; i++)
		text = arena_printf(p->q->a, "%s%s%s", text, between,
		    p->words->words[at + i].folded);
	return text;
}

/* A code may be written together or apart: H2A, H-2A, H 2A. */
static void
add_code(const struct planner *p, size_t at, size_t count)
{
	const char *together = joined(p, at, count, "");
	bool prefix = p->words->words[at + count - 1].open;

	add_term(p, together, 1, 0, prefix);
	if (count > 1)
		add_term(p, joined(p, at, count, " "), 1, 0, prefix);
	for (size_t i = 1; together[i] != '\0'; i++) {
		char here[2] = { together[i], '\0' };
		char before[2] = { together[i - 1], '\0' };

		if (has_digit(here) == has_digit(before) ||
		    ((unsigned char)together[i] & 0xC0) == 0x80)
			continue;
		add_term(p,
		    arena_printf(p->q->a, "%.*s %s", (int)i, together,
			together + i),
		    1, 0, prefix);
	}
}

/* A letter, or a number of one or two digits: part of "h 2 a". */
static bool
is_code_part(const char *word)
{
	size_t len = strlen(word);

	return len == 1 || (len == 2 && has_digit(word));
}

/* How many words from AT on are one code: "H-2A", "1-866-487-9243". */
static size_t
code_length(const struct wanted_list *l, size_t at)
{
	bool digit = has_digit(l->words[at].folded);
	size_t count = 1;

	while (at + count < l->count) {
		const struct wanted *w = &l->words[at + count];

		if (!w->glued && !(is_code_part(w->folded) &&
				     is_code_part(w[-1].folded)))
			break;
		digit = digit || has_digit(w->folded);
		count++;
	}
	return digit ? count : 0;
}

/* "h2a", but not "2025". */
static bool
has_letter(const struct wanted_list *l, size_t at, size_t count)
{
	for (size_t i = at; i < at + count; i++)
		if (strspn(l->words[i].folded, "0123456789") <
		    strlen(l->words[i].folded))
			return true;
	return false;
}

/* Does what somebody says for something else stand at AT? */
static bool
is_said_at(const struct wanted_list *l, size_t at, const struct synonym *s,
    struct stemmer *stemmer)
{
	if (s->count > l->count - at)
		return false;
	for (size_t i = 0; i < s->count; i++) {
		const char *word = l->words[at + i].folded;
		char stem[STEM_MAX + 1];

		/* most differ in their first letter */
		if (word[0] != s->said[i][0])
			return false;
		stemmer_stem(stemmer, word, stem);
		if (strcmp(stem, s->said[i]) != 0)
			return false;
	}
	return true;
}

/* The most words from AT on for which somebody has a synonym; 0: none. */
static size_t
said_length(const struct asked *q, const struct wanted_list *words, size_t at)
{
	size_t most = 0;

	for (size_t n = 0; n < q->language_count; n++)
		for (size_t i = 0; i < q->languages[n].count; i++) {
			const struct vocabulary *v =
			    q->languages[n].channels[i];

			for (size_t k = 0; k < v->synonym_count; k++)
				if (v->synonyms[k].count > most &&
				    is_said_at(words, at, &v->synonyms[k],
					q->languages[n].stemmer))
					most = v->synonyms[k].count;
		}
	return most;
}

/* What the content says: a word in all its forms, or a phrase. */
static void
add_formal(const struct planner *p, const char *formal)
{
	const char *blank = strchr(formal, ' ');

	if (blank == NULL)
		add_word(p, formal, false, WEIGHT_FORMAL);
	else
		add_term(p, formal, WEIGHT_FORMAL, 0, false);
}

/* The synonyms of the COUNT words at AT, in whatever language they are. */
static void
add_synonyms(const struct planner *p, const struct wanted_list *words,
    size_t at, size_t count)
{
	for (size_t n = 0; n < p->q->language_count; n++) {
		const struct language *l = &p->q->languages[n];

		for (size_t i = 0; i < l->count; i++)
			for (size_t k = 0; k < l->channels[i]->synonym_count;
			     k++) {
				const struct synonym *s =
				    &l->channels[i]->synonyms[k];

				if (s->count == count &&
				    is_said_at(words, at, s, l->stemmer))
					add_formal(p, s->formal);
			}
	}
}

/* Other ways to read a word that no index knows. */
static void
add_near(const struct planner *p, const struct wanted *w)
{
	for (size_t i = 0; i < w->near_count; i++) {
		const struct near_word *near = &w->near[i];
		struct wanted_list one = { .count = 1 };

		one.words[0].folded = near->text;
		if (near->language == p->language)
			add_word(p, near->text, near->open,
			    8.0 / (10 + near->penalty));
		add_synonyms(p, &one, 0, 1);
	}
}

/* "over time": what words AT and AT + 1 are as one, if they are. */
static void
add_whole(const struct planner *p, size_t at)
{
	const struct wanted *w = &p->words->words[at];
	const char *whole = NULL;

	if (at + 1 >= p->words->count || w[1].glued)
		return;
	whole = joined(p, at, 2, "");
	if (search_is_word(p->q, whole))
		add_word(p, whole, w[1].open, WEIGHT_WHOLE);
}

static bool
says_nothing(const struct asked *q, const char *word)
{
	for (size_t n = 0; n < q->language_count; n++)
		if (catalog_is_stop_word(word, q->languages[n].code))
			return true;
	return false;
}

/* Terms in one language for the COUNT words at AT. */
static void
add_group(const struct planner *p, size_t at, size_t count, bool code)
{
	const struct wanted *w = &p->words->words[at];
	unsigned telling = 0;

	if (code) {
		add_code(p, at, count);
		return;
	}
	if (count > 1)
		add_term(p, joined(p, at, count, " "), 1, 0,
		    w[count - 1].open);
	if (count == 1)
		add_whole(p, at);
	if (count == 1 && at > 0)
		add_whole(p, at - 1);
	for (size_t i = 0; i < count; i++)
		telling += !says_nothing(p->q, w[i].folded);
	for (size_t i = 0; i < count; i++) {
		if (count > 1 && says_nothing(p->q, w[i].folded))
			continue;
		add_word(p, w[i].folded, w[i].open,
		    count > 1 ? WEIGHT_PART / telling : 1);
		add_near(p, &w[i]);
		if (w[i].number != NULL)
			add_term(p, w[i].number, 1, 0, w[i].open);
	}
	add_synonyms(p, p->words, at, count);
}

/* Something beside words like "de": only that is looked for. */
static bool
says_something(const struct asked *q, const struct wanted_list *words)
{
	for (size_t i = 0; i < words->count; i++)
		if (!says_nothing(q, words->words[i].folded))
			return true;
	return false;
}

/* How much the groups count: what is in few entries tells more, and what is
 * in very many may be missing, if something else is asked for. */
static void
find_rarity(struct search_plan *plan, const struct asked *q)
{
	for (size_t g = 0; g < plan->groups; g++) {
		double best = 0;
		bool common = false;

		for (size_t n = 0; n < q->language_count; n++) {
			const struct term_list *l = &plan->terms[n];
			double in = 0;

			for (size_t i = 0; i < l->count; i++)
				if (l->list[i].group == g &&
				    l->list[i].entries > in)
					in = l->list[i].entries;
			if (!(l->groups & 1u << g))
				continue;
			common = common ||
			    in * COMMON > q->languages[n].entries;
			if (in < 1)
				in = FEW_ENTRIES;
			if (log(1 + q->languages[n].entries / in) > best)
				best = log(1 + q->languages[n].entries / in);
		}
		plan->rarity[g] = best > 0 ? best : 1;
		plan->needed |= common ? 0 : 1u << g;
	}
	/* nobody who asks for H-2B means something else */
	if (plan->codes != 0)
		plan->needed = plan->codes;
	if (plan->needed == 0)
		plan->needed = (1u << plan->groups) - 1;
}

void
search_plan(struct search_plan *out, struct asked *q,
    const struct wanted_list *words)
{
	bool skip = says_something(q, words);
	size_t at = 0;

	memset(out, 0, sizeof *out);
	while (at < words->count && out->groups < SEARCH_GROUPS_MAX) {
		size_t code = code_length(words, at);
		size_t count = said_length(q, words, at);
		bool is_code = code > 0 && code >= count;

		if (is_code)
			count = code;
		else if (count == 0)
			count = 1;
		if (count > 1 || is_code || !skip ||
		    !says_nothing(q, words->words[at].folded)) {
			out->first[out->groups] = at;
			out->words[out->groups] = count;
			if (is_code && has_letter(words, at, count))
				out->codes |= 1u << out->groups;
			for (size_t n = 0; n < q->language_count; n++) {
				struct planner p = { out, q, words, n,
					(unsigned)out->groups };

				add_group(&p, at, count, is_code);
			}
			out->groups++;
		}
		at += count;
	}
	find_rarity(out, q);
}

/* "text" or "text"*; no word of it has a quote. */
static void
put_phrase(struct buffer *out, const struct term *t)
{
	buffer_add_text(out, "\"");
	buffer_add_text(out, t->phrase);
	buffer_add_text(out, t->prefix ? "\" *" : "\"");
}

/* The phrases of group G with OR between them; WEIGHT times their own. */
static void
put_group(struct buffer *out, const struct term_list *l, unsigned g,
    double weight, struct search_rank *rank)
{
	const char *between = "";

	for (size_t i = 0; i < l->count && rank->count < SEARCH_PHRASES_MAX;
	     i++) {
		if (l->list[i].group != g)
			continue;
		buffer_add_text(out, between);
		put_phrase(out, &l->list[i]);
		rank->phrases[rank->count].group = g;
		rank->phrases[rank->count++].weight =
		    weight * l->list[i].weight;
		between = " OR ";
	}
}

/*
 * (A) AND (B) AND (A OR c OR d): c and d may be missing.  A stands there
 * twice, and counts once.
 */
static void
put_all(struct buffer *out, const struct search_plan *p,
    const struct term_list *l, struct search_rank *rank)
{
	unsigned first = SEARCH_GROUPS_MAX;

	for (unsigned g = 0; g < p->groups; g++) {
		if (!(p->needed & 1u << g))
			continue;
		buffer_add_text(out, out->len > 0 ? " AND (" : "(");
		put_group(out, l, g, 1, rank);
		buffer_add_text(out, ")");
		first = g < first ? g : first;
	}
	if ((l->groups & ~p->needed) == 0)
		return;
	buffer_add_text(out, " AND (");
	put_group(out, l, first, 0, rank);
	for (unsigned g = 0; g < p->groups; g++)
		if (l->groups & ~p->needed & 1u << g) {
			buffer_add_text(out, " OR ");
			put_group(out, l, g, 1, rank);
		}
	buffer_add_text(out, ")");
}

const char *
search_question(const struct search_plan *p, size_t n, bool all,
    struct search_rank *rank, struct arena *a)
{
	const struct term_list *l = &p->terms[n];
	struct buffer out = { 0 };
	const char *text = NULL;

	rank->count = 0;
	if (l->groups == 0 || (all && (p->needed & ~l->groups) != 0))
		return NULL;
	if (all)
		put_all(&out, p, l, rank);
	for (unsigned g = 0; g < p->groups && !all; g++)
		if (l->groups & 1u << g) {
			buffer_add_text(&out, out.len > 0 ? " OR " : "");
			put_group(&out, l, g, 1, rank);
		}
	if (out.len > 0)
		text = arena_strndup(a, (char *)out.at, out.len);
	buffer_fini(&out);
	return text;
}

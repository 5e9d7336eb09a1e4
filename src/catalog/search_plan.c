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
#include "text/lang.h"

#define LONGER_MAX 40  /* words that one may be the beginning of */
#define FORMS_MAX 24   /* forms of one word */
#define STEM_TELLS 4   /* letters of a stem that is no accident */
#define STEM_LONG 6    /* of one whose last two may change */
#define FEW_ENTRIES 3  /* what a phrase is taken to be in */
#define WEIGHT_FORM 0.8
#define WEIGHT_LONGER 0.7
#define WEIGHT_FORMAL 0.7
#define WEIGHT_PART 0.8 /* of all words that say one thing together */
#define WEIGHT_WHOLE 0.8 /* what two words would be as one */
#define COMMON 10 /* what more than a tenth of all entries have */

struct often;

struct planner {
	struct search_plan *plan;
	struct asked *q;
	const struct wanted_list *words;
	size_t language;
	unsigned group;
	struct often *found; /* two, to be filled anew for each word */
};

/* For good: what a word of a lexicon points to is gone with the next one. */
static struct posting_place
copied(const struct planner *p, const struct posting_place *place)
{
	struct posting_place copy = *place;

	if (place->here.len > 0) {
		uint8_t *here = arena_array(p->q->a, place->here.len, 1);

		memcpy(here, place->here.at, place->here.len);
		copy.here.at = here;
	}
	return copy;
}

/* The list of a term in channel NUMBER. */
static void
add_list(const struct planner *p, struct term *t, size_t number,
    const struct posting_place *place)
{
	struct term_list_of *l = NULL;

	for (const struct term_list_of *old = t->lists; old != NULL;
	     old = old->next)
		if (old->channel == number)
			return;
	l = arena_zero(p->q->a, sizeof *l);
	*l = (struct term_list_of){ number, *place, t->lists };
	t->lists = l;
}

/* The term of WORD, a new one if there is none; NULL when there are enough. */
static struct term *
find_term(const struct planner *p, const char *word)
{
	struct term_list *l = &p->plan->terms[p->language];

	for (size_t i = 0; i < l->count; i++)
		if (l->list[i].group == p->group &&
		    strcmp(l->list[i].text, word) == 0)
			return &l->list[i];
	if (l->count == SEARCH_TERMS_MAX)
		return NULL;
	if (l->count == l->room) {
		struct term *old = l->list;

		l->room = 2 * l->room + 32;
		l->list = arena_array(p->q->a, l->room, sizeof *old);
		if (old != NULL)
			memcpy(l->list, old, l->count * sizeof *old);
	}
	l->list[l->count] = (struct term){ .group = p->group,
		.text = arena_strdup(p->q->a, word) };
	l->groups |= 1u << p->group;
	return &l->list[l->count++];
}

/* WORD, as the lexicon of channel NUMBER has it. */
static void
add_term(const struct planner *p, const char *word, uint32_t entries,
    const struct posting_place *place, size_t number, double weight)
{
	struct term *t = find_term(p, word);

	if (t == NULL)
		return;
	if (weight > t->weight)
		t->weight = weight;
	if (entries > t->entries)
		t->entries = entries;
	add_list(p, t, number, place);
}

/* The words of a lexicon that are most often used. */
struct often {
	struct often_used {
		char text[LEXICON_WORD_MAX + 1];
		uint32_t entries;
		struct posting_place place;
	} list[LONGER_MAX];
	size_t count;
	size_t most;
	size_t least; /* of a full list: the word that is used least */
};

static void
often_begin(struct often *o, size_t most)
{
	o->count = 0;
	o->most = most;
	o->least = 0;
}

static void
keep_often(const struct planner *p, struct often *o,
    const struct lexicon_word *w)
{
	struct often_used *kept = &o->list[o->least];

	if (o->count < o->most)
		kept = &o->list[o->count++];
	else if (kept->entries >= w->entries)
		return;
	memcpy(kept->text, w->text, w->len + 1);
	kept->entries = w->entries;
	kept->place = copied(p, &w->list);
	if (o->count < o->most)
		return;
	for (size_t i = 0; i < o->count; i++)
		if (o->list[i].entries < o->list[o->least].entries)
			o->least = i;
}

static void
add_often(const struct planner *p, struct often *o, size_t number,
    double weight)
{
	for (size_t i = 0; i < o->count; i++)
		add_term(p, o->list[i].text, o->list[i].entries,
		    &o->list[i].place, number, weight);
}

/* How many bytes of WORD all its forms begin with: those of its stem, but for
 * an end that changes ("early", "earlier"). */
static size_t
form_length(const char *word, const char *stem, const char *lang)
{
	size_t len = strlen(stem);
	size_t same = 0;

	while (word[same] != '\0' && word[same] == stem[same])
		same++;
	if (lang_of(lang)->is_spelled_freely)
		return 1;
	if (len >= STEM_TELLS && same > len - (len >= STEM_LONG ? 2 : 1))
		same = len - (len >= STEM_LONG ? 2 : 1);
	return same > 0 ? same : 1;
}

/* WORD as a lexicon has it: itself, forms of it (if it has a STEM), how it may
 * go on. */
static void
add_word_of(const struct planner *p, const struct vocabulary *v,
    const char *word, const char *stem, bool open, double weight)
{
	struct often *longer = &p->found[0];
	struct often *forms = &p->found[1];
	size_t len = strlen(word);
	size_t begin = stem == NULL ?
	    len :
	    form_length(word, stem, p->q->languages[p->language].code);
	bool there = stem != NULL && strlen(stem) >= STEM_TELLS;
	const struct lexicon_word *w = NULL;
	struct vocabulary_range r;

	often_begin(longer, LONGER_MAX);
	often_begin(forms, FORMS_MAX);
	vocabulary_begin(&r, v, arena_strndup(p->q->a, word, begin),
	    &p->q->work);
	while ((w = vocabulary_next(&r)) != NULL &&
	    strncmp(w->text, word, begin) == 0) {
		if (w->entries == 0)
			continue; /* only said; see add_synonyms() */
		if (strcmp(w->text, word) == 0) {
			struct posting_place place = copied(p, &w->list);

			add_term(
			    p, w->text, w->entries, &place, v->number, weight);
			there = stem != NULL;
			if (stem == NULL && !open)
				break;
		} else if (stem != NULL && strcmp(w->stem, stem) == 0) {
			keep_often(p, forms, w);
		} else if (open && strncmp(w->text, word, len) == 0) {
			keep_often(p, longer, w);
		}
	}
	vocabulary_end(&r);
	if (there)
		add_often(p, forms, v->number, weight * WEIGHT_FORM);
	add_often(p, longer, v->number, weight * WEIGHT_LONGER);
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
		add_word_of(p, l->channels[i], word, stem, open, weight);
}

/* Just TEXT: a code, a number, or a phrase. */
static void
add_whole_text(const struct planner *p, const char *text, bool open,
    double weight)
{
	const struct language *l = &p->q->languages[p->language];

	for (size_t i = 0; i < l->count; i++)
		add_word_of(p, l->channels[i], text, NULL, open, weight);
}

/* Words that are said together: as the indexes have them. */
static void
add_phrase(const struct planner *p, const char *words, bool open, double weight)
{
	add_whole_text(p, catalog_phrase(words, LEXICON_WORD_MAX, p->q->a),
	    open, weight);
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

/* Is it a code as an index has it: in one, whatever stood between? */
static bool
is_code(const struct planner *p, size_t at, size_t count)
{
	const char *code = joined(p, at, count, "");

	return strlen(code) <= CATALOG_CODE_MAX &&
	    (count == 1 || search_is_word(p->q, code,
			       p->words->words[at + count - 1].open));
}

/* How many words from AT on are one code: "H-2A", "1-866-487". */
static size_t
code_length(const struct planner *p, size_t at)
{
	struct word words[SEARCH_WORDS_MAX];
	size_t count = 0;

	for (size_t i = at; i < p->words->count; i++)
		words[count++] = (struct word){
			.folded = p->words->words[i].folded,
			.glued = p->words->words[i].glued };
	count = catalog_code_length(words, count);
	return count > 0 && is_code(p, at, count) ? count : 0;
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
		add_phrase(p, formal, false, WEIGHT_FORMAL);
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

/* The first one that anything is written in. */
static size_t
main_language(const struct asked *q)
{
	size_t n = 0;

	while (n + 1 < q->language_count && q->languages[n].entries < 1)
		n++;
	return n;
}

/* "over time": what words AT and AT + 1 are as one, if they are; of a language
 * that nothing is written in, what is said for that. */
static void
add_whole(const struct planner *p, size_t at)
{
	const struct wanted *w = &p->words->words[at];
	size_t language = main_language(p->q);
	struct wanted_list one = { .count = 1 };
	const char *whole = NULL;

	if (at + 1 >= p->words->count || w[1].glued)
		return;
	whole = joined(p, at, 2, "");
	one.words[0].folded = whole;
	if (language > 0 && search_is_word_of(p->q, 0, whole, false))
		add_synonyms(p, &one, 0, 1);
	else if (p->language == language &&
	    search_is_word_of(p->q, language, whole, false))
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
		add_whole_text(p, joined(p, at, count, ""),
		    w[count - 1].open, 1);
		return;
	}
	if (count > 1)
		add_phrase(p, joined(p, at, count, " "), w[count - 1].open,
		    1);
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
		if (count == 1) /* those that say one thing are right */
			add_near(p, &w[i]);
		if (w[i].number != NULL)
			add_whole_text(p, w[i].number, w[i].open, 1);
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

/* Bits: groups of words in quotes. */
static unsigned
quoted_groups(const struct search_plan *p, const struct wanted_list *words)
{
	unsigned groups = 0;

	for (size_t g = 0; g < p->groups; g++)
		for (size_t i = 0; i < p->words[g]; i++)
			if (words->words[p->first[g] + i].quoted != 0)
				groups |= 1u << g;
	return groups;
}

void
search_plan(struct search_plan *out, struct asked *q,
    const struct wanted_list *words)
{
	struct planner p = { out, q, words, 0, 0,
		arena_array(q->a, 2, sizeof *p.found) };
	bool skip = says_something(q, words);
	size_t at = 0;

	memset(out, 0, sizeof *out);
	while (at < words->count && out->groups < SEARCH_GROUPS_MAX) {
		size_t code = code_length(&p, at);
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
			if (is_code &&
			    catalog_has_letter(joined(&p, at, count, "")))
				out->codes |= 1u << out->groups;
			p.group = (unsigned)out->groups++;
			for (p.language = 0; p.language < q->language_count;
			     p.language++)
				add_group(&p, at, count, is_code);
		}
		at += count;
	}
	find_rarity(out, q);
	out->quoted = quoted_groups(out, words);
	out->needed |= out->quoted;
}

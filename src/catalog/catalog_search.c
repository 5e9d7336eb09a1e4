/*
 * Search: each channel's indexes are asked for all that was typed; when that
 * finds little, for any of it, with what may have been meant in the place of
 * words that nobody wrote.
 */
#include <config.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"
#include "catalog/schema.h"
#include "catalog/search_phrase.h"
#include "catalog/search_plan.h"
#include "catalog/search_rank.h"
#include "image/database.h"

#define FEW 3 /* fewer exact finds than this call for guesses */
#define MORE 8 /* heads read beyond a low limit: their titles may tell */
/* Finds of the asked language: no list is longer, and it stands first. */
#define ENOUGH CATALOG_RESULTS_MAX
#define TITLES 20 /* best ones, whose titles are compared */
#define LETTERS_MIN 2 /* of the only word */

const struct statement_text catalog_search_statements[] = {
	{ ST_INDEX_HEAD,
	    "SELECT kind,slug,title FROM index_head WHERE id=?1" },
	{ ST_COUNT, NULL },
};

/* An entry that was found, with what it is sorted by. */
struct found {
	struct entry_head head;
	double score;
};

struct search {
	struct asked q;
	const char *folded; /* what was asked, for comparing with titles */
	bool phrase; /* in it: found is what has it */
	size_t most; /* entries that a question may find */
	size_t more; /* rows behind those, of what was asked */
	struct found *found;
	size_t count;
	size_t room;
	struct rows any; /* beside few that have all; .most 0: not asked */
};

static bool
is_found(const struct search *s, struct ref ref)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->found[i].head.ref.channel == ref.channel &&
		    s->found[i].head.ref.row == ref.row)
			return true;
	return false;
}

static void
add_found(struct search *s, const struct found *found)
{
	if (s->count == s->room) {
		struct found *old = s->found;

		s->room = s->room > 0 ? 2 * s->room : 32;
		s->found = arena_array(s->q.a, s->room, sizeof *old);
		if (old != NULL)
			memcpy(s->found, old, s->count * sizeof *old);
	}
	s->found[s->count++] = *found;
}

static void
rows_begin(struct rows *out, const struct search *s, size_t most)
{
	*out = (struct rows){ .most = most,
		.list = arena_array(s->q.a, most, sizeof *out->list) };
}

/* All channels: what has every group that is needed into OUT, and, if that is
 * little, what has any into s->any; or (not ALL) the latter into OUT. */
static int
ask_all(struct search *s, const struct search_plan *p, bool all,
    struct rows *out)
{
	struct catalog *c = s->q.c;
	size_t most = s->most + s->count; /* some may be found before */
	unsigned known = 0;

	if (most < ENOUGH)
		most = ENOUGH;
	for (size_t i = 0; i < c->count; i++) /* or be withdrawn */
		most += c->channels[i].withdraws ? SCHEMA_WITHDRAWS_MAX : 0;
	rows_begin(out, s, most);
	rows_begin(&s->any, s, all ? most + FEW : 0);
	for (size_t n = 0; n < s->q.language_count; n++)
		known |= p->terms[n].groups;
	if (known == 0 || (all && (p->needed & ~known) != 0)) {
		s->any.most = 0;
		return 0;
	}
	for (size_t i = 0; i < c->count && !s->q.work.failed; i++)
		search_rank(all ? out : NULL, FEW, all ? &s->any : out, &s->q,
		    p, i, most);
	if (out->count >= FEW)
		s->any.most = 0; /* not all channels were asked for them */
	return s->q.work.failed ? -1 : 0;
}

/* May it, by its first letter?  Most may not, and folding is dear. */
static bool
may_begin_so(const struct search *s, const char *title)
{
	return !isalnum((unsigned char)title[0]) ||
	    tolower((unsigned char)title[0]) == s->folded[0];
}

/* 2: the title is what was asked, words apart from signs; 1: begins so. */
static int
title_match(const struct search *s, const char *title)
{
	struct word_list words = { 0 };
	const char *folded = "";
	size_t len = strlen(s->folded);

	if (!may_begin_so(s, title))
		return 0;
	catalog_words(title, &words, s->q.a);
	for (size_t i = 0; i < words.count; i++)
		folded = arena_printf(s->q.a, "%s%s%s", folded,
		    i > 0 ? " " : "", words.words[i].folded);
	if (strcmp(folded, s->folded) == 0)
		return 2;
	return strncmp(folded, s->folded, len) == 0 ? 1 : 0;
}

static int
compare_rows(const void *x, const void *y)
{
	const struct row *a = x;
	const struct row *b = y;

	if (a->score < b->score || a->score > b->score)
		return a->score > b->score ? -1 : 1;
	if (a->ref.channel != b->ref.channel)
		return a->ref.channel < b->ref.channel ? -1 : 1;
	return a->ref.row < b->ref.row ? -1 : a->ref.row > b->ref.row;
}

static void
sort_rows(struct rows *rows)
{
	if (rows->count > 1)
		qsort(rows->list, rows->count, sizeof *rows->list,
		    compare_rows);
}

/* Of ROWS those alone in which the phrases of WORDS stand. */
static int
keep_phrases(struct search *s, const struct search_plan *p,
    const struct wanted_list *words, struct rows *rows)
{
	size_t looked = rows->count;
	size_t kept = 0;

	if (looked > PHRASE_LOOKED)
		looked = PHRASE_LOOKED;
	sort_rows(rows);
	for (size_t i = 0; i < looked; i++) {
		bool stands = false;

		if (search_phrase_stands(&s->q, p, words,
			rows->list[i].ref, &stands) < 0)
			return -1;
		if (stands)
			rows->list[kept++] = rows->list[i];
	}
	rows->count = kept;
	return 0;
}

/* The head of REF in LANGUAGE, as a list of results shows it. */
static int
head_in(const struct asked *q, struct ref ref, size_t language,
    struct entry_head *out, bool *found, struct err *e)
{
	struct query query;

	query_begin(&query, &q->c->channels[ref.channel], ST_INDEX_HEAD);
	query_number(&query, 1, schema_text_id(language, ref.row));
	while (query_row(&query)) {
		*out = (struct entry_head){ .ref = ref,
			.kind = entry_kind_find(database_text(query.st, 0)),
			.slug = query_get(&query, 1, q->a),
			.lang = schema_language(language),
			.title = query_get(&query, 2, q->a),
			.summary = "", .countries = "", .effective = "" };
		*found = out->kind != ENTRY_KINDS;
	}
	return query_end(&query, e);
}

/* The languages of the search first, then any. */
static int
short_head(const struct asked *q, struct ref ref, struct entry_head *out,
    bool *found, struct err *e)
{
	size_t languages[SEARCH_LANGUAGES_MAX + LANG_MAX];
	size_t count = 0;

	for (; count < q->language_count; count++)
		languages[count] = q->languages[count].number;
	for (size_t i = 0; i < lang_count; i++)
		languages[count++] = i;
	*found = false;
	for (size_t i = 0; i < count && !*found; i++)
		if (head_in(q, ref, languages[i], out, found, e) < 0)
			return -1;
	return 0;
}

/* As catalog_head(), from the index where that is enough. */
static int
result_head(const struct asked *q, struct ref ref, struct entry_head *out,
    bool *found, struct err *e)
{
	struct ref by = { 0 };

	if (short_head(q, ref, out, found, e) < 0)
		return -1;
	if (*found && out->kind == ENTRY_ALERT)
		return catalog_head(q->c, ref, q->lang, q->a, out, found, e);
	if (*found &&
	    catalog_withdrawer(q->c, ref.channel, out->slug, &by, e) < 0)
		return -1;
	*found = *found && by.row == 0;
	return 0;
}

/* The best of ROWS that are shown, and were not found before.  GUESS: all of
 * them are; else those that lack something. */
static int
take_rows(struct search *s, const struct search_plan *p, struct rows *rows,
    bool guess, struct err *e)
{
	size_t most = s->count + s->most;

	sort_rows(rows);
	for (; rows->taken < rows->count && s->count < most; rows->taken++) {
		size_t i = rows->taken;
		struct found f = { .score = rows->list[i].score };
		bool found = false;

		if (is_found(s, rows->list[i].ref))
			continue;
		if (result_head(&s->q, rows->list[i].ref, &f.head, &found, e) <
		    0)
			return -1;
		if (!found)
			continue;
		f.head.guess = guess ||
		    (rows->list[i].there & p->needed) != p->needed;
		if (i < TITLES) /* the same ones, however many are read */
			f.score += title_match(s, f.head.title);
		add_found(s, &f);
	}
	return 0;
}

static int
compare_found(const void *x, const void *y)
{
	const struct found *a = x;
	const struct found *b = y;

	if (a->head.guess != b->head.guess)
		return a->head.guess ? 1 : -1;
	if (a->score < b->score || a->score > b->score)
		return a->score > b->score ? -1 : 1;
	return strcmp(a->head.slug, b->head.slug);
}

/* The words of TEXT; LAST: nothing follows it, not even a sign. */
static void
add_words(struct wanted_list *out, const char *text, unsigned quoted,
    bool last, struct arena *a)
{
	struct word_list words = { 0 };

	catalog_words(text, &words, a);
	for (size_t i = 0; i < words.count && out->count < SEARCH_WORDS_MAX;
	     i++)
		if (words.words[i].folded[0] != '\0')
			out->words[out->count++] = (struct wanted){
				.folded = words.words[i].folded,
				.glued = words.words[i].glued,
				.open = last && words.open &&
				    i + 1 == words.count,
				.quoted = quoted,
			};
}

static bool
is_quote(uint32_t code)
{
	return code == '"' || code == 0xAB || code == 0xBB || /* « » */
	    (code >= 0x201C && code <= 0x201F);
}

/* The first CATALOG_SEARCH_MAX code points of TEXT, word by word.  Quotes that
 * nobody has closed yet go to the end. */
static void
read_words(struct wanted_list *out, const char *text, struct arena *a)
{
	const char *from = text;
	const char *end = text;
	unsigned quotes = 0;

	out->count = 0;
	for (int i = 0; i < CATALOG_SEARCH_MAX && *end != '\0'; i++) {
		const char *at = end;

		if (!is_quote(utf8_next(&end)))
			continue;
		add_words(out, arena_strndup(a, from, (size_t)(at - from)),
		    quotes % 2 * quotes, false, a);
		quotes++;
		from = end;
	}
	add_words(out, arena_strndup(a, from, (size_t)(end - from)),
	    quotes % 2 * quotes, true, a);
}

static const char *
joined_words(const struct wanted_list *l, struct arena *a)
{
	const char *all = "";

	for (size_t i = 0; i < l->count; i++)
		all = arena_printf(a, "%s%s%s", all, i > 0 ? " " : "",
		    l->words[i].folded);
	return all;
}

/* Any of what was asked, with what may have been meant; HARDER: also for
 * words that only another language knows. */
static int
guess(struct search *s, const struct wanted_list *words,
    const struct search_plan *plan, bool harder, const char **meant,
    struct err *e)
{
	struct wanted_list *other = arena_zero(s->q.a, sizeof *other);
	struct search_plan fixed;
	struct rows rows;
	bool changed = search_correct(other, &s->q, words, plan, harder);

	if (harder && !changed)
		return 0;
	if (changed) {
		search_plan(&fixed, &s->q, other);
		if (strcmp(joined_words(other, s->q.a), s->folded) != 0)
			*meant = joined_words(other, s->q.a);
		plan = &fixed;
	}
	if (!changed && s->any.most > 0)
		rows = s->any;
	else if (ask_all(s, plan, false, &rows) < 0)
		return -1;
	return take_rows(s, plan, &rows, changed || s->phrase, e);
}

static int
open_language(struct asked *q, const char *code, struct err *e)
{
	struct language *l = &q->languages[q->language_count];
	size_t number = schema_language_number(code);

	for (size_t n = 0; n < q->language_count; n++)
		if (q->languages[n].number == number)
			return 0;
	if (number == lang_count)
		return 0;
	l->number = number;
	l->code = schema_language(number);
	q->language_count++;
	l->stemmer = stemmer_new(l->code);
	for (size_t i = 0; i < q->c->count; i++) {
		const struct vocabulary *v = NULL;

		if (catalog_vocabulary(q->c, i, number, &v, e) < 0)
			return -1;
		l->entries += v->entries;
		if (v->part_count > 0)
			l->channels[l->count++] = v;
	}
	return 0;
}

/* Spanish and English beside the asked one. */
static int
open_others(struct asked *q, struct err *e)
{
	if (open_language(q, "es", e) < 0)
		return -1;
	return open_language(q, "en", e);
}

/* Is there anything in another language than the asked one? */
static bool
has_others(const struct asked *q)
{
	for (size_t n = 1; n < q->language_count; n++)
		if (q->languages[n].count > 0)
			return true;
	return false;
}

/* All of what was asked: in the asked language alone, which often is all that
 * can be shown; else in all of them. */
static int
search_exact(struct search *s, const struct wanted_list *words,
    struct search_plan *plan, struct err *e)
{
	struct rows rows;

	/* how many stay of a phrase is not known yet */
	if (s->phrase && open_others(&s->q, e) < 0)
		return -1;
	search_plan(plan, &s->q, words);
	if (ask_all(s, plan, true, &rows) < 0)
		return -1;
	if (rows.count < ENOUGH && !s->phrase) {
		if (open_others(&s->q, e) < 0)
			return -1;
		if (has_others(&s->q)) {
			search_plan(plan, &s->q, words);
			if (ask_all(s, plan, true, &rows) < 0)
				return -1;
		}
	}
	if (s->phrase && keep_phrases(s, plan, words, &rows) < 0)
		return -1;
	if (take_rows(s, plan, &rows, false, e) < 0)
		return -1;
	s->more = rows.count - rows.taken;
	return 0;
}

static int
search_all(struct search *s, const struct wanted_list *words,
    const char **meant, struct err *e)
{
	struct search_plan plan;

	if (words->count == 0 ||
	    (words->count == 1 &&
		utf8_length(words->words[0].folded) < LETTERS_MIN))
		return 0;
	s->folded = joined_words(words, s->q.a);
	s->phrase = search_has_phrase(words);
	if (search_exact(s, words, &plan, e) < 0)
		return -1;
	if (s->count < FEW && guess(s, words, &plan, false, meant, e) < 0)
		return -1;
	if (s->count == 0 && guess(s, words, &plan, true, meant, e) < 0)
		return -1;
	if (s->count > 1)
		qsort(s->found, s->count, sizeof *s->found, compare_found);
	return 0;
}

/* HEAD for good: what was found lives in an arena of the search. */
static struct entry_head
kept_head(const struct entry_head *head, struct arena *a)
{
	struct entry_head kept = *head;

	kept.slug = arena_strdup(a, head->slug);
	kept.lang = arena_strdup(a, head->lang);
	kept.title = arena_strdup(a, head->title);
	kept.summary = arena_strdup(a, head->summary);
	kept.countries = arena_strdup(a, head->countries);
	kept.effective = arena_strdup(a, head->effective);
	return kept;
}

/* KEYS: words are typed on the keys of a telephone. */
static int
search(struct search *s, const char *text, bool keys, const char **meant,
    struct err *e)
{
	struct wanted_list *words = arena_zero(s->q.a, sizeof *words);

	if (catalog_count_indexed(s->q.c, e) < 0 ||
	    open_language(&s->q, s->q.lang, e) < 0)
		return -1;
	read_words(words, text, s->q.a);
	if (keys) {
		if (open_others(&s->q, e) < 0)
			return -1;
		search_resolve_keys(words, &s->q);
		*meant = joined_words(words, s->q.a);
	}
	if (search_all(s, words, meant, e) < 0)
		return -1;
	return s->q.work.failed ? -1 : 0;
}

static int
search_in(struct catalog *c, const char *text, const char *lang, bool keys,
    size_t limit, struct arena *a, struct search_result *out, struct err *e)
{
	struct search s = { .q = { .c = c, .a = arena_new(), .lang = lang,
		.work = { .left = SEARCH_WORK_MAX, .e = e } } };
	const char *meant = "";
	int rc;

	memset(out, 0, sizeof *out);
	if (limit > CATALOG_RESULTS_MAX)
		limit = CATALOG_RESULTS_MAX;
	s.most = limit < 2 * MORE ? limit + MORE : limit;
	rc = search(&s, text, keys, &meant, e);
	for (size_t i = limit; i < s.count; i++)
		s.more += !s.found[i].head.guess;
	if (limit > s.count)
		limit = s.count;
	if (rc == 0)
		out->more = s.more < CATALOG_RESULTS_MAX - limit ?
		    s.more :
		    CATALOG_RESULTS_MAX - limit;
	out->list.heads = arena_array(a, limit + 1, sizeof *out->list.heads);
	for (size_t i = 0; i < limit && rc == 0; i++)
		out->list.heads[out->list.count++] =
		    kept_head(&s.found[i].head, a);
	out->meant = arena_strdup(a, meant);
	out->cut = s.q.work.cut;
	out->work = SEARCH_WORK_MAX - s.q.work.left;
	for (size_t n = 0; n < s.q.language_count; n++)
		stemmer_free(s.q.languages[n].stemmer);
	arena_free(s.q.a);
	return rc;
}

int
catalog_search(struct catalog *c, const char *words, const char *lang,
    size_t limit, struct arena *a, struct search_result *out, struct err *e)
{
	return search_in(c, words, lang, false, limit, a, out, e);
}

int
catalog_search_keys(struct catalog *c, const char *keys, const char *lang,
    size_t limit, struct arena *a, struct search_result *out, struct err *e)
{
	return search_in(c, keys, lang, true, limit, a, out, e);
}

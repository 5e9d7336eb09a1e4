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
#include "catalog/search_plan.h"

#define FEW 3 /* fewer exact finds than this call for guesses */
#define ROWS_MAX 20000 /* that one search ranks, over all its questions */
#define MORE 8 /* heads that are read beyond the limit: their titles may tell */
#define KEPT_MAX (CATALOG_RESULTS_MAX + MORE) /* best ones of a question */
#define LETTERS_MIN 2 /* of the only word */

#define SEARCH(n, lang)                                              \
	{                                                            \
		ST_SEARCH + (n),                                     \
		    "SELECT rowid,search_rank(fts_" lang             \
		    ",?2) FROM fts_" lang " WHERE fts_" lang         \
		    " MATCH ?1"                                      \
	}

const struct statement_text catalog_search_statements[] = {
	SEARCH(0, "es"),
	SEARCH(1, "en"),
	SEARCH(2, "fr"),
	SEARCH(3, "pt"),
	SEARCH(4, "ht"),
	{ ST_COUNT, NULL },
};

/* A row, with how well each group stands in it. */
struct row {
	struct ref ref;
	double scores[SEARCH_GROUPS_MAX];
	double score;
};

/* The best of those that were seen. */
struct rows {
	struct row *list;
	size_t count;
	size_t worst; /* of a full list */
};

/* An entry that was found, with what it is sorted by. */
struct found {
	struct entry_head head;
	double score;
};

struct search {
	struct asked q;
	struct search_rank *rank;
	const char *folded; /* what was asked, for comparing with titles */
	size_t most; /* entries that a question may find */
	size_t left; /* rows that may still be ranked */
	bool cut;
	struct found *found;
	size_t count;
	size_t room;
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

/* From 0 to 1: all groups as well as can be, by how much they tell. */
static double
score_of(const struct search_plan *p, const double scores[SEARCH_GROUPS_MAX])
{
	double all = 0;
	double sum = 0;
	double there = 0;

	for (size_t g = 0; g < p->groups; g++) {
		all += p->rarity[g];
		sum += p->rarity[g] * scores[g];
		there += scores[g] > 0 ? p->rarity[g] : 0;
	}
	return all > 0 ? sum / all * there / all : 0;
}

static void
find_worst(struct rows *rows)
{
	rows->worst = 0;
	for (size_t i = 1; i < rows->count; i++)
		if (rows->list[i].score < rows->list[rows->worst].score)
			rows->worst = i;
}

static void
keep_row(struct rows *rows, const struct row *row)
{
	if (rows->count < KEPT_MAX) {
		rows->list[rows->count++] = *row;
	} else if (row->score > rows->list[rows->worst].score) {
		rows->list[rows->worst] = *row;
	} else {
		return;
	}
	if (rows->count == KEPT_MAX)
		find_worst(rows);
}

/* Ask the index of language N of one channel. */
static int
ask(struct search *s, const struct search_plan *p, size_t channel, size_t n,
    const char *question, struct rows *out, struct err *e)
{
	struct channel *ch = &s->q.c->channels[channel];
	struct query q;

	query_begin(&q, ch,
	    (enum statement)(ST_SEARCH + s->q.languages[n].number));
	query_text(&q, 1, question);
	if (q.rc == SQLITE_OK)
		q.rc = search_rank_bind(q.st, 2, s->rank);
	while (query_row(&q)) {
		struct row row = { .ref = { (uint16_t)channel,
					query_get_row(&q, 0) } };

		if (s->left == 0) {
			s->cut = true;
			break;
		}
		s->left--;
		(void)sqlite3_column_int(q.st, 1); /* has filled s->rank */
		memcpy(row.scores, s->rank->scores, sizeof row.scores);
		row.score = score_of(p, row.scores);
		keep_row(out, &row);
	}
	if (q.rc == SQLITE_INTERRUPT) { /* its time is up */
		s->cut = true;
		q.rc = SQLITE_DONE;
	}
	return s->cut ? query_stop(&q, e) : query_end(&q, e);
}

/* What two languages know of an entry counts together. */
static void
merge_row(const struct search_plan *p, struct rows *rows, const struct row *row)
{
	for (size_t i = 0; i < rows->count; i++) {
		struct row *other = &rows->list[i];

		if (other->ref.channel != row->ref.channel ||
		    other->ref.row != row->ref.row)
			continue;
		for (size_t g = 0; g < SEARCH_GROUPS_MAX; g++)
			if (row->scores[g] > other->scores[g])
				other->scores[g] = row->scores[g];
		other->score = score_of(p, other->scores);
		return;
	}
	rows->list[rows->count++] = *row;
}

/* All languages of all channels; ALL: every group must be there. */
static int
ask_all(struct search *s, const struct search_plan *p, bool all,
    struct rows *out, struct err *e)
{
	struct arena *a = s->q.a;

	out->count = 0;
	out->list = arena_array(a,
	    s->q.c->count * s->q.language_count * KEPT_MAX + 1,
	    sizeof *out->list);
	for (size_t n = 0; n < s->q.language_count; n++) {
		const char *question = search_question(p, n, all, s->rank, a);

		for (size_t i = 0; question != NULL && i < s->q.c->count; i++) {
			struct rows rows = { .count = 0 };
			size_t number = s->q.languages[n].number;

			if (s->cut || !s->q.c->channels[i].searchable[number])
				continue;
			rows.list = arena_array(a, KEPT_MAX, sizeof *rows.list);
			if (ask(s, p, i, n, question, &rows, e) < 0)
				return -1;
			for (size_t k = 0; k < rows.count; k++)
				merge_row(p, out, &rows.list[k]);
		}
	}
	return 0;
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

static bool
has_all(const struct search_plan *p, const struct row *row)
{
	for (size_t g = 0; g < p->groups; g++)
		if (!(row->scores[g] > 0) && p->needed & 1u << g)
			return false;
	return true;
}

/* The best of ROWS that are shown, and were not found before.  GUESS: all of
 * them are; else those that lack something. */
static int
take_rows(struct search *s, const struct search_plan *p, struct rows *rows,
    bool guess, struct err *e)
{
	size_t most = s->count + s->most;

	if (rows->count > 1)
		qsort(rows->list, rows->count, sizeof *rows->list,
		    compare_rows);
	for (size_t i = 0; i < rows->count && s->count < most; i++) {
		struct found f = { .score = rows->list[i].score };
		bool found = false;

		if (is_found(s, rows->list[i].ref))
			continue;
		if (catalog_head(s->q.c, rows->list[i].ref, s->q.lang, s->q.a,
			&f.head, &found, e) < 0)
			return -1;
		if (!found)
			continue;
		f.head.guess = guess || !has_all(p, &rows->list[i]);
		f.score += title_match(s, f.head.title);
		add_found(s, &f);
	}
	return 0;
}

/* What was asked in the reader's language stands before the rest. */
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

static int
open_language(struct asked *q, const char *code, struct err *e)
{
	const char *const *languages = schema_languages();
	struct language *l = &q->languages[q->language_count];
	size_t number = 0;

	while (number < SEARCH_LANGUAGES &&
	    strcmp(languages[number], code) != 0)
		number++;
	for (size_t n = 0; n < q->language_count; n++)
		if (q->languages[n].number == number)
			return 0;
	if (number == SEARCH_LANGUAGES)
		return 0;
	l->number = number;
	l->code = languages[number];
	q->language_count++;
	l->stemmer = stemmer_new(l->code);
	for (size_t i = 0; i < q->c->count; i++) {
		const struct vocabulary *v = NULL;

		if (catalog_vocabulary(q->c, i, number, &v, e) < 0)
			return -1;
		l->entries += v->lexicon.most;
		if (v->lexicon.count > 0)
			l->channels[l->count++] = v;
	}
	return 0;
}

/* The first CATALOG_SEARCH_MAX code points of TEXT, word by word. */
static void
read_words(struct wanted_list *out, const char *text, struct arena *a)
{
	struct word_list words = { 0 };
	const char *end = text;

	for (int i = 0; i < CATALOG_SEARCH_MAX && *end != '\0'; i++)
		(void)utf8_next(&end);
	catalog_words(
	    arena_strndup(a, text, (size_t)(end - text)), &words, a);
	out->count = 0;
	for (size_t i = 0; i < words.count && out->count < SEARCH_WORDS_MAX;
	     i++)
		if (words.words[i].folded[0] != '\0')
			out->words[out->count++] = (struct wanted){
				.folded = words.words[i].folded,
				.glued = words.words[i].glued,
				.open = words.open && i + 1 == words.count,
			};
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
	if (ask_all(s, plan, false, &rows, e) < 0)
		return -1;
	return take_rows(s, plan, &rows, changed, e);
}

static int
search_all(struct search *s, const struct wanted_list *words,
    const char **meant, struct err *e)
{
	struct search_plan plan;
	struct rows rows;

	if (words->count == 0 ||
	    (words->count == 1 &&
		utf8_length(words->words[0].folded) < LETTERS_MIN))
		return 0;
	s->folded = joined_words(words, s->q.a);
	s->rank = arena_zero(s->q.a, sizeof *s->rank);
	search_plan(&plan, &s->q, words);
	if (ask_all(s, &plan, true, &rows, e) < 0 ||
	    take_rows(s, &plan, &rows, false, e) < 0)
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
search(const struct asked *q, const char *text, bool keys, size_t limit,
    struct arena *a, struct search_result *out, struct err *e)
{
	struct search s = { .q = *q, .left = ROWS_MAX };
	struct wanted_list *words = arena_zero(q->a, sizeof *words);
	const char *meant = "";
	int rc = 0;

	if (limit > CATALOG_RESULTS_MAX)
		limit = CATALOG_RESULTS_MAX;
	s.most = limit + MORE;
	read_words(words, text, q->a);
	if (keys) {
		search_resolve_keys(words, &s.q);
		meant = joined_words(words, q->a);
	}
	rc = search_all(&s, words, &meant, e);
	if (limit > s.count)
		limit = s.count;
	out->list.heads = arena_array(a, limit + 1, sizeof *out->list.heads);
	for (size_t i = 0; i < limit && rc == 0; i++)
		out->list.heads[out->list.count++] =
		    kept_head(&s.found[i].head, a);
	out->meant = arena_strdup(a, meant);
	out->cut = s.cut;
	return rc;
}

static int
search_in(struct catalog *c, const char *text, const char *lang, bool keys,
    size_t limit, struct arena *a, struct search_result *out, struct err *e)
{
	struct asked q = { .c = c, .a = arena_new(), .lang = lang };
	int rc = -1;

	memset(out, 0, sizeof *out);
	if (open_language(&q, lang, e) == 0 &&
	    open_language(&q, "es", e) == 0 &&
	    open_language(&q, "en", e) == 0)
		rc = search(&q, text, keys, limit, a, out, e);
	for (size_t n = 0; n < q.language_count; n++)
		stemmer_free(q.languages[n].stemmer);
	arena_free(q.a);
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

/*
 * Ranks: what the lists say is added up entry by entry for one group after the
 * other, and bent so that the tenth time says little more than the third.
 */
#include <config.h>

#include "catalog/search_rank.h"

#include <string.h>

#include "catalog/posting.h"

#define BEND (10 * POSTING_UNIT) /* what gives half of all */

const struct statement_text catalog_rank_statements[] = {
	{ ST_INDEX_LIST, "SELECT entries FROM index_list WHERE id=?1" },
	{ ST_COUNT, NULL },
};

struct ranking {
	struct asked *q;
	const struct search_plan *plan;
	const struct channel *channel;
	size_t number; /* of the channel */
	struct search_scratch *scratch;
	size_t entries; /* 1 + the last */
};

/* Part N of PLACE into T. */
static int
tally_part(const struct ranking *r, const struct posting_place *place,
    uint32_t n, const uint16_t add[POSTING_LEVELS], struct tally *t,
    unsigned *lowest)
{
	struct search_work *work = &r->q->work;
	struct query q;
	int rc = 0;

	*lowest = 0;
	if (place->parts == 0)
		return posting_tally(
		    t, place->here, add, &work->left, lowest, work->e);
	if (!search_work_pay(work, SEARCH_WORK_ROW))
		return 0;
	query_begin(&q, r->channel, ST_INDEX_LIST);
	query_number(&q, 1, (int64_t)place->row + n);
	if (query_row(&q)) {
		const void *at = sqlite3_column_blob(q.st, 0);
		size_t len = (size_t)sqlite3_column_bytes(q.st, 0);

		if (search_work_pay(work, len))
			rc = posting_tally(t, bytes_of(at, len), add,
			    &work->left, lowest, work->e);
	}
	return query_stop(&q, work->e) < 0 ? -1 : rc;
}

/* Have WANTED entries as much as any other can still get? */
static bool
is_enough(const struct tally *t, unsigned more, size_t wanted)
{
	size_t count = 0;

	for (uint32_t i = 1; i < t->count && count < wanted; i++)
		count += t->at[i] >= more && t->at[i] > 0;
	return count >= wanted;
}

/* Part N of all lists of the group G in language L.  *MORE becomes what an
 * entry can get at most in the parts that follow; false: none does. */
static bool
tally_parts(const struct ranking *r, unsigned g, size_t l, uint32_t n,
    struct tally *t, unsigned *more)
{
	const struct term_list *terms = &r->plan->terms[l];
	struct search_work *work = &r->q->work;
	bool follow = false;

	*more = 0;
	for (size_t i = 0; i < terms->count && !work->failed; i++) {
		const struct term_list_of *list = terms->list[i].lists;
		uint16_t add[POSTING_LEVELS];
		unsigned lowest = 0;

		if (terms->list[i].group != g)
			continue;
		while (list != NULL && list->channel != r->number)
			list = list->next;
		if (list == NULL || (n > 0 && n >= list->place.parts))
			continue;
		for (unsigned k = 0; k < POSTING_LEVELS; k++)
			add[k] = (uint16_t)(terms->list[i].weight *
				posting_worth[k] + 0.5);
		if (tally_part(r, &list->place, n, add, t, &lowest) < 0)
			work->failed = true;
		if (n + 1 < list->place.parts) {
			*more += add[lowest];
			follow = true;
		}
	}
	return follow && !work->failed;
}

/*
 * All lists of the group G in language L, part by part, the best first.  Only
 * those for what may be missing; and for what stands alone, until WANTED rows
 * cannot be passed by one that was not seen.
 */
static void
tally_group(const struct ranking *r, unsigned g, size_t l, size_t wanted,
    struct tally *t)
{
	bool alone = r->plan->groups == 1;
	bool needed = (r->plan->needed & 1u << g) != 0;
	unsigned more = 0;
	uint32_t n = 0;

	while (tally_parts(r, g, l, n++, t, &more)) {
		if (!needed || (alone && is_enough(t, more, wanted)))
			return;
		if (r->q->work.left == 0)
			return;
	}
}

/*
 * What a search adds up in is walked in steps: those in which there is nothing
 * are passed over, and of the others a compiler makes what counts several
 * entries at once.
 */
/* Is there anything in the step from AT on? */
static bool
is_used(const uint16_t *at)
{
	uint64_t four[SEARCH_STEP / 4];

	memcpy(four, at, sizeof four);
	return (four[0] | four[1] | four[2] | four[3]) != 0;
}

static void
take_greater(struct tally *t, const struct tally *other)
{
	for (uint32_t i = 0; i < t->count; i++)
		if (other->at[i] > t->at[i])
			t->at[i] = other->at[i];
}

/* What was added up for the group G, into the scores; the tally is empty
 * again. */
static void
add_group(const struct ranking *r, unsigned g, struct tally *t)
{
	struct search_scratch *s = r->scratch;
	float rarity = (float)r->plan->rarity[g];
	uint16_t bit = (uint16_t)(1u << g);

	for (size_t i = 0; i < t->count; i += SEARCH_STEP) {
		uint16_t sums[SEARCH_STEP];

		if (!is_used(t->at + i))
			continue;
		memcpy(sums, t->at + i, sizeof sums);
		memset(t->at + i, 0, sizeof sums);
		for (unsigned k = 0; k < SEARCH_STEP; k++) {
			float sum = sums[k];

			s->scores[i + k] += rarity * sum / (sum + BEND);
		}
		for (unsigned k = 0; k < SEARCH_STEP; k++)
			s->there[i + k] |= sums[k] > 0 ? bit : 0;
	}
}

/* What two languages say of a group counts once: the better one. */
static void
rank_group(const struct ranking *r, unsigned g, size_t wanted)
{
	struct tally t = { r->scratch->sums[0], (uint32_t)r->entries };
	struct tally other = { r->scratch->sums[1], (uint32_t)r->entries };
	bool first = true;

	for (size_t l = 0; l < r->q->language_count; l++) {
		if (!(r->plan->terms[l].groups & 1u << g))
			continue;
		tally_group(r, g, l, wanted, first ? &t : &other);
		if (!first) {
			take_greater(&t, &other);
			memset(other.at, 0, r->entries * sizeof *other.at);
		}
		first = false;
	}
	if (!first)
		add_group(r, g, &t);
}

static bool
is_worse(const struct row *a, const struct row *b)
{
	if (a->score < b->score || a->score > b->score)
		return a->score < b->score;
	if (a->ref.channel != b->ref.channel)
		return a->ref.channel > b->ref.channel;
	return a->ref.row > b->ref.row;
}

/* The row AT to where none below it in the heap is worse. */
static void
sift_down(struct rows *rows, size_t at)
{
	struct row row = rows->list[at];

	for (size_t next = 2 * at + 1; next < rows->count; next = 2 * at + 1) {
		if (next + 1 < rows->count &&
		    is_worse(&rows->list[next + 1], &rows->list[next]))
			next++;
		if (!is_worse(&rows->list[next], &row))
			break;
		rows->list[at] = rows->list[next];
		at = next;
	}
	rows->list[at] = row;
}

/* A full list is a heap, its worst row first. */
static void
keep_row(struct rows *rows, const struct row *row)
{
	if (rows->count == rows->most) {
		rows->list[0] = *row;
		sift_down(rows, 0);
		return;
	}
	rows->list[rows->count++] = *row;
	for (size_t i = rows->count / 2; rows->count == rows->most && i > 0;
	     i--)
		sift_down(rows, i - 1);
}

/* What a row must pass to be kept. */
static double
lowest(const struct rows *rows)
{
	return rows->count == rows->most ? rows->list[0].score : -1;
}

/* How much of what was asked for is there. */
static double
part_of(const struct search_plan *p, unsigned there)
{
	double sum = 0;

	for (size_t g = 0; g < p->groups; g++)
		sum += there & 1u << g ? p->rarity[g] : 0;
	return sum;
}

/* Rows with all of NEEDED into OUT. */
static void
take_rows(struct rows *out, const struct ranking *r, unsigned needed)
{
	const struct search_scratch *s = r->scratch;
	double whole = part_of(r->plan, UINT16_MAX);
	double part = 0; /* what a score counts where OF is there */
	unsigned of = 0;

	for (size_t i = 0; i < r->entries; i += SEARCH_STEP) {
		if (!is_used(s->there + i))
			continue;
		for (size_t k = i; k < i + SEARCH_STEP; k++) {
			unsigned there = s->there[k];
			struct row row;

			if (there == 0 || (there & needed) != needed)
				continue;
			if (there != of)
				part = part_of(r->plan, there) /
				    (whole * whole);
			of = there;
			if (s->scores[k] * part <= lowest(out))
				continue;
			row = (struct row){ { (uint16_t)r->number, (int32_t)k },
				there, s->scores[k] * part };
			keep_row(out, &row);
		}
	}
}

/* Everything is empty again. */
static void
forget(const struct ranking *r)
{
	struct search_scratch *s = r->scratch;

	for (size_t i = 0; i < r->entries; i += SEARCH_STEP) {
		if (!is_used(s->there + i))
			continue;
		memset(s->there + i, 0, SEARCH_STEP * sizeof *s->there);
		memset(s->scores + i, 0, SEARCH_STEP * sizeof *s->scores);
	}
}

void
search_rank(struct rows *all, size_t few, struct rows *any, struct asked *q,
    const struct search_plan *p, size_t channel, size_t wanted)
{
	struct ranking r = { q, p, &q->c->channels[channel], channel,
		&q->c->scratch, (size_t)q->c->channels[channel].last + 1 };

	/* what is needed first, if the work should not be enough */
	for (unsigned g = 0; g < p->groups; g++)
		if (p->needed & 1u << g)
			rank_group(&r, g, wanted);
	for (unsigned g = 0; g < p->groups; g++)
		if (!(p->needed & 1u << g))
			rank_group(&r, g, wanted);
	if (all != NULL)
		take_rows(all, &r, p->needed);
	if (all == NULL || all->count < few)
		take_rows(any, &r, 0);
	forget(&r);
}

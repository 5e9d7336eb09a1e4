/*
 * Posting lists: writing and adding up.
 */
#include <config.h>

#include "catalog/posting.h"

#define COUNT_BITS 3
#define COUNT_MANY 7u /* of a group whose count stands behind its level */
#define TIMES_MAX 8 /* in one field; more say nothing */

/* Each 1.186 times the one before: what lies between is within a tenth. */
const uint16_t posting_worth[POSTING_LEVELS] = {
	16, 19, 23, 27, 32, 38, 45, 53, 63, 75, 88, 105, 124, 148, 175, 208,
	247, 293, 347, 412, 489, 580, 688, 816, 968, 1149, 1363, 1617, 1919,
	2277, 2701, 3205
};

/* In their order. */
static const struct {
	double weight;
	double usual; /* words */
	double part;  /* how much the length counts, 0 to 1 */
} fields[POSTING_FIELDS] = {
	{ 20.0, 7, 0.3 },   /* title */
	{ 4.0, 8, 0.3 },    /* keywords */
	{ 4.0, 14, 0.3 },   /* summary */
	{ 1.0, 250, 0.5 },  /* body */
};

unsigned
posting_level(const unsigned times[POSTING_FIELDS],
    const unsigned length[POSTING_FIELDS])
{
	double worth = 0;
	unsigned level = 0;

	for (int i = 0; i < POSTING_FIELDS; i++)
		worth += (times[i] < TIMES_MAX ? times[i] : TIMES_MAX) *
		    fields[i].weight /
		    (1 - fields[i].part +
			fields[i].part * length[i] / fields[i].usual);
	worth *= POSTING_UNIT;
	/* the nearer one: between two that follow, their middle */
	while (level + 1 < POSTING_LEVELS &&
	    worth > (posting_worth[level] + posting_worth[level + 1]) / 2.0)
		level++;
	return level;
}

static size_t
number_size(uint32_t n)
{
	size_t size = 1;

	while ((n >>= 7) > 0)
		size++;
	return size;
}

/* How many from LIST on have one level and fit in ROOM bytes; 1 at least. */
static uint32_t
group_length(const struct posting *list, size_t count, size_t room)
{
	uint32_t before = 0;
	size_t size = 0;
	uint32_t n = 0;

	while (n < count && list[n].level == list->level) {
		size += number_size(list[n].entry - before);
		if (n > 0 && size > room)
			break;
		before = list[n++].entry;
	}
	return n;
}

void
posting_put(struct buffer *out, const struct posting *list, size_t count,
    size_t *at, size_t most)
{
	size_t end = out->len + most;

	while (*at < count && out->len < end) {
		uint32_t n = group_length(
		    list + *at, count - *at, end - out->len);
		uint8_t head = (uint8_t)(list[*at].level << COUNT_BITS |
		    (n < COUNT_MANY ? n : COUNT_MANY));
		uint32_t before = 0;

		buffer_add(out, &head, 1);
		if (n >= COUNT_MANY)
			buffer_add_number(out, n - COUNT_MANY);
		for (; n > 0; n--, (*at)++) {
			buffer_add_number(out, list[*at].entry - before);
			before = list[*at].entry;
		}
	}
}

/* COUNT entries of R, each ADD more; false for what is no list of them.  Most
 * steps are one byte. */
static bool
tally_group(struct tally *t, struct reader *r, uint32_t count, unsigned add)
{
	const uint8_t *bytes = r->bytes.at;
	size_t len = r->bytes.len;
	size_t pos = r->pos;
	uint16_t *sums = t->at;
	uint32_t entries = t->count;
	uint32_t entry = 0;

	for (; count > 0; count--) {
		uint32_t step;
		unsigned sum;

		if (pos < len && bytes[pos] < 0x80) {
			step = bytes[pos++];
		} else {
			r->pos = pos;
			step = reader_number(r);
			pos = r->pos;
		}
		entry += step;
		if (step == 0 || entry >= entries) /* a failed one is 0 */
			return false;
		sum = sums[entry] + add;
		sums[entry] = (uint16_t)(sum < UINT16_MAX ? sum : UINT16_MAX);
	}
	r->pos = pos;
	return true;
}

int
posting_tally(struct tally *t, struct bytes part,
    const uint16_t add[POSTING_LEVELS], size_t *left, unsigned *lowest,
    struct err *e)
{
	struct reader r = reader_of(part);

	*lowest = 0;
	while (reader_left(&r) > 0 && *left > 0) {
		unsigned head = part.at[r.pos++];
		uint32_t count = head & COUNT_MANY;

		*lowest = head >> COUNT_BITS;
		if (count == COUNT_MANY)
			count += reader_number(&r);
		if (count == 0 || count > reader_left(&r))
			return err_set(e, ERR_DATABASE, "a list of %u entries "
			    "in %zu bytes", count, reader_left(&r));
		if (count > *left)
			count = (uint32_t)*left;
		*left -= count;
		if (!tally_group(t, &r, count, add[*lowest]))
			return err_set(e, ERR_DATABASE,
			    "a list with an entry out of its order");
	}
	return 0;
}

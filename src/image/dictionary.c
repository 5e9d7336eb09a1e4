/*
 * How a dictionary is found (after zstd's fast cover): count in how many
 * samples each run of 8 bytes stands; go through the samples in as many
 * stretches as the dictionary has room for windows; take the window of each
 * stretch whose runs stand in the most samples, and let those runs count no
 * more.  The best windows come last, where deflate reaches them with the
 * shortest distances.
 */
#include <config.h>

#include "image/dictionary.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "image/image.h"

#define RUN 8u         /* bytes */
#define WINDOW 256u    /* bytes */
#define TABLE_BITS 20u /* of the table of counts */
#define WINDOWS (DICTIONARY_TRAINED_SIZE / WINDOW)

struct window {
	const uint8_t *at;
	uint64_t score;
	size_t order; /* for equal scores */
};

/* In how many samples a run stands.  Runs of one hash share a count. */
struct counts {
	uint32_t *samples;
	uint32_t *last_sample;
};

static uint32_t
slot_of(const uint8_t *at)
{
	uint64_t run = 0;

	for (unsigned i = 0; i < RUN; i++)
		run |= (uint64_t)at[i] << (8 * i);
	return (uint32_t)((run * 0x9E3779B97F4A7C15ull) >> (64 - TABLE_BITS));
}

static void
count_runs(struct counts *c, struct bytes samples, size_t sample_size)
{
	for (size_t i = 0; i + RUN <= samples.len; i++) {
		uint32_t sample = (uint32_t)(i / sample_size) + 1;
		uint32_t slot = slot_of(samples.at + i);

		if (c->last_sample[slot] == sample)
			continue;
		c->last_sample[slot] = sample;
		c->samples[slot]++;
	}
}

/* What a run is worth: nothing in one sample only. */
static uint64_t
worth(const struct counts *c, uint32_t slot)
{
	return c->samples[slot] > 1 ? c->samples[slot] : 0;
}

/* The best window of STRETCH, found by sliding; score 0 if none is good. */
static struct window
best_window(const struct counts *c, struct bytes stretch)
{
	struct window best = { .at = stretch.at };
	uint64_t score = 0;

	if (stretch.len < WINDOW)
		return best;
	for (size_t i = 0; i + RUN <= stretch.len; i++) {
		score += worth(c, slot_of(stretch.at + i));
		if (i + RUN > WINDOW)
			score -= worth(c,
			    slot_of(stretch.at + i + RUN - WINDOW - 1));
		if (i + RUN >= WINDOW && score > best.score) {
			best.at = stretch.at + i + RUN - WINDOW;
			best.score = score;
		}
	}
	return best;
}

static void
forget_runs(struct counts *c, const uint8_t *window)
{
	for (unsigned i = 0; i + RUN <= WINDOW; i++)
		c->samples[slot_of(window + i)] = 0;
}

static int
compare_windows(const void *left, const void *right)
{
	const struct window *a = left;
	const struct window *b = right;

	if (a->score != b->score)
		return a->score < b->score ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

void
dictionary_train(struct buffer *out, struct bytes samples, size_t sample_size)
{
	struct counts c;
	struct window found[WINDOWS];
	size_t count = 0;
	size_t stretch = samples.len / WINDOWS;

	if (stretch < WINDOW)
		return; /* the dictionary would be longer than what it helps */
	c.samples = xcalloc(1u << TABLE_BITS, sizeof *c.samples);
	c.last_sample = xcalloc(1u << TABLE_BITS, sizeof *c.last_sample);
	count_runs(&c, samples, sample_size);
	for (size_t i = 0; i < WINDOWS; i++) {
		struct window w = best_window(&c,
		    bytes_of(samples.at + i * stretch, stretch));

		if (w.score == 0)
			continue;
		w.order = count;
		found[count++] = w;
		forget_runs(&c, w.at);
	}
	qsort(found, count, sizeof found[0], compare_windows);
	for (size_t i = 0; i < count; i++)
		buffer_add(out, found[i].at, WINDOW);
	free(c.samples);
	free(c.last_sample);
}

/*
 * Every disk that a power cut can leave.  Each pending write and each
 * pending change of a folder is one digit of a number that counts through
 * all of them:
 *
 *     write     0 absent, 1 there, 2 torn (its first half is there)
 *     length    0 absent, 1 there
 *     change    0 absent, 1 there
 *
 * Where that is too many, numbers are drawn by lot.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "model_fs.h"

#define DIGITS_MAX 96
#define SECTOR 512 /* bytes that a card writes or does not */

struct digit {
	struct model_inode *inode; /* NULL: a change */
	size_t n;                  /* of the write or the change */
	unsigned when;
	unsigned base;
	unsigned value;
	uint64_t tear; /* which sectors of a torn one are there; 0: half */
};

static uint64_t
mix(uint64_t h, uint64_t value)
{
	h ^= value;
	h *= UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 29;
}

/* Four at a time, for a processor does so. */
static uint64_t
hash_bytes(const uint8_t *at, size_t len)
{
	uint64_t h[4] = { len + 1, 2, 3, 4 };

	for (; len >= sizeof h; at += sizeof h, len -= sizeof h) {
		uint64_t words[4];

		memcpy(words, at, sizeof words);
		for (int i = 0; i < 4; i++)
			h[i] = mix(h[i], words[i]);
	}
	while (len-- > 0)
		h[0] = mix(h[0], *at++);
	return mix(mix(mix(h[0], h[1]), h[2]), h[3]);
}

/* False if H was there already. */
static bool
add_seen(struct model_seen *seen, uint64_t h)
{
	size_t i;

	if (seen->count * 2 >= seen->room) {
		struct model_seen old = *seen;

		seen->room = old.room > 0 ? old.room * 4 : 4096;
		seen->slots = xcalloc(seen->room, sizeof *seen->slots);
		seen->count = 0;
		for (size_t j = 0; j < old.room; j++)
			if (old.slots[j] != 0)
				add_seen(seen, old.slots[j]);
		free(old.slots);
	}
	h = h != 0 ? h : 1;
	for (i = (size_t)h & (seen->room - 1); seen->slots[i] != 0;
	     i = (i + 1) & (seen->room - 1))
		if (seen->slots[i] == h)
			return false;
	seen->slots[i] = h;
	seen->count++;
	return true;
}

static void
copy_torn(uint8_t *to, const uint8_t *from, size_t len, uint64_t tear)
{
	for (size_t at = 0; at < len; at += SECTOR) {
		size_t part = len - at < SECTOR ? len - at : SECTOR;

		if (tear >> at / SECTOR % 64 & 1)
			memcpy(to + at, from + at, part);
	}
}

/* What is left of INODE with the writes that DIGITS choose. */
static void
leave(struct buffer *out, const struct model_inode *inode,
    const struct digit *digits, size_t count)
{
	out->len = 0;
	buffer_add(out, inode->disk, inode->disk_len);
	for (size_t i = 0; i < count; i++) {
		const struct model_write *w;
		size_t len;

		if (digits[i].inode != inode || digits[i].value == 0)
			continue;
		w = &inode->pending[digits[i].n];
		len = digits[i].value == 2 && digits[i].tear == 0 ?
		    w->len / 2 : w->len;
		if (out->len < w->at + len)
			buffer_add_zeros(out, w->at + len - out->len);
		if (digits[i].value == 2 && digits[i].tear != 0)
			copy_torn(out->at + w->at, inode->now + w->at, len,
			    digits[i].tear);
		else
			memcpy(out->at + w->at, inode->now + w->at, len);
	}
}

/* Could a name lead to INODE after a power cut? */
static bool
is_reachable(const struct model *m, const struct model_inode *inode)
{
	for (size_t i = 0; i < m->disk.count; i++)
		if (m->disk.list[i].inode == inode)
			return true;
	for (size_t i = 0; i < m->change_count; i++)
		if (m->changes[i].inode == inode)
			return true;
	return false;
}

static int
by_time(const void *left, const void *right)
{
	const struct digit *a = left;
	const struct digit *b = right;

	return (a->when > b->when) - (a->when < b->when);
}

static size_t
list_digits(struct model *m, struct digit *out)
{
	size_t count = 0;

	for (size_t i = 0; i < m->inode_count; i++)
		for (size_t j = 0; is_reachable(m, m->inodes[i]) &&
		     j < m->inodes[i]->pending_count; j++) {
			assert_true(count < DIGITS_MAX);
			out[count++] = (struct digit){
				.inode = m->inodes[i], .n = j,
				.when = m->inodes[i]->pending[j].when,
				.base = m->inodes[i]->pending[j].grows ? 2 : 3,
			};
		}
	for (size_t i = 0; i < m->change_count; i++) {
		assert_true(count < DIGITS_MAX);
		out[count++] = (struct digit){ .n = i, .base = 2,
			.when = m->changes[i].when };
	}
	qsort(out, count, sizeof *out, by_time);
	return count;
}

static void
apply_change(struct model_entries *entries, const struct model_change *c)
{
	size_t kept = 0;

	for (size_t i = 0; i < entries->count; i++) {
		const struct model_entry *entry = &entries->list[i];

		if (entry->folder == c->folder &&
		    (strcmp(entry->name, c->name) == 0 ||
			strcmp(entry->name, c->from) == 0))
			continue;
		entries->list[kept++] = *entry;
	}
	entries->count = kept;
	if (c->inode == NULL)
		return;
	entries->list[kept].folder = c->folder;
	memcpy(entries->list[kept].name, c->name, sizeof c->name);
	entries->list[kept].inode = c->inode;
	entries->count++;
}

static bool
is_pending(const struct model_inode *inode)
{
	return !inode->borrowed && inode->pending_count > 0;
}

/* The disk of one choice; false if it was seen before. */
static bool
build(const struct model *m, const struct digit *digits, size_t count,
    struct model_seen *seen, struct model *out, struct buffer *contents)
{
	uint64_t sum = 0;

	out->disk = m->disk;
	for (size_t i = 0; i < count; i++)
		if (digits[i].inode == NULL && digits[i].value == 1)
			apply_change(&out->disk, &m->changes[digits[i].n]);
	for (size_t i = 0; i < out->disk.count; i++) {
		struct model_entry *entry = &out->disk.list[i];
		struct model_inode *from = entry->inode;
		struct model_inode *to = out->inodes[i];
		uint64_t h;

		to->borrowed = true;
		to->now = from->disk;
		to->now_len = from->disk_len;
		if (is_pending(from)) {
			leave(&contents[i], from, digits, count);
			to->now = contents[i].at;
			to->now_len = contents[i].len;
			to->sum = hash_bytes(to->now, to->now_len);
		} else {
			if (from->sum == 0)
				from->sum = hash_bytes(to->now, to->now_len);
			to->sum = from->sum;
		}
		to->disk = to->now;
		to->disk_len = to->now_len;
		entry->inode = to;
		h = hash_bytes((const uint8_t *)entry->name,
		    strlen(entry->name));
		h = mix(h, (uint64_t)entry->folder);
		sum += mix(h, to->sum);
	}
	out->now = out->disk;
	return add_seen(seen, sum);
}

static bool
count_on(struct digit *digits, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (++digits[i].value < digits[i].base)
			return true;
		digits[i].value = 0;
	}
	return false;
}

/* One disk after the other. */
struct crashes {
	struct model *m;
	struct digit digits[DIGITS_MAX];
	size_t count;
	struct buffer contents[MODEL_FILES_MAX];
	struct model_seen *seen;
	void (*each)(struct model *crashed, void *context);
	void *context;
	const struct io_ops *ops; /* perhaps those of a mutant */
};

static void
begin(struct crashes *c, struct model *m, struct model_seen *seen)
{
	memset(c, 0, sizeof *c);
	c->m = m;
	c->seen = seen;
	c->count = list_digits(m, c->digits);
	c->ops = io_used();
}

static void
end(struct crashes *c)
{
	for (size_t i = 0; i < MODEL_FILES_MAX; i++)
		buffer_fini(&c->contents[i]);
}

/* The disk of the digits as they are. */
static void
try_one(struct crashes *c)
{
	struct model *crashed = model_new();
	struct model *before;

	crashed->inodes = xcalloc(MODEL_FILES_MAX, sizeof *crashed->inodes);
	for (; crashed->inode_count < c->m->disk.count + c->m->change_count;
	     crashed->inode_count++)
		crashed->inodes[crashed->inode_count] = xcalloc(1,
		    sizeof *crashed->inodes[0]);
	if (build(c->m, c->digits, c->count, c->seen, crashed, c->contents)) {
		before = model_use(crashed);
		c->each(crashed, c->context);
		model_use(before);
		io_use(c->ops);
	}
	model_free(crashed);
}

static bool
is_more_than(const struct crashes *c, unsigned long budget)
{
	unsigned long states = 1;

	for (size_t i = 0; i < c->count && states <= budget; i++)
		states *= c->digits[i].base;
	return states > budget;
}

static uint64_t
draw(struct model_sample *sample)
{
	sample->lot ^= sample->lot << 13;
	sample->lot ^= sample->lot >> 7;
	sample->lot ^= sample->lot << 17;
	return sample->lot;
}

/* From nearly all there to nearly nothing: else all would be rubble. */
static void
draw_digits(struct crashes *c, struct model_sample *sample)
{
	unsigned damage = (unsigned)(draw(sample) % 64);

	for (size_t i = 0; i < c->count; i++) {
		struct digit *d = &c->digits[i];

		d->value = 1;
		d->tear = draw(sample) | 1;
		if (draw(sample) % 64 < damage)
			d->value = (unsigned)(draw(sample) % d->base);
	}
}

void
model_crashes(struct model *m, struct model_seen *seen,
    struct model_sample *sample,
    void (*each)(struct model *crashed, void *context), void *context)
{
	struct crashes c;

	begin(&c, m, seen);
	c.each = each;
	c.context = context;
	if (sample->budget > 0 && is_more_than(&c, sample->budget)) {
		for (unsigned long i = 0; i < sample->budget; i++) {
			draw_digits(&c, sample);
			try_one(&c);
		}
	} else {
		do
			try_one(&c);
		while (count_on(c.digits, c.count));
	}
	end(&c);
}

void
model_forgets(struct model *m, struct model_seen *seen,
    void (*each)(struct model *crashed, void *context), void *context)
{
	struct crashes c;

	begin(&c, m, seen);
	c.each = each;
	c.context = context;
	for (size_t i = 0; i < c.count; i++)
		c.digits[i].value = 1;
	try_one(&c);
	for (size_t i = c.count; i-- > 0;) {
		c.digits[i].value = 2; /* half of the first that is lost */
		if (c.digits[i].base == 3)
			try_one(&c);
		c.digits[i].value = 0;
		try_one(&c);
	}
	end(&c);
}

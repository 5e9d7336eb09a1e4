/*
 * Changing databases where it hurts.
 */
#include <config.h>

#include "hostile.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"
#include "bundle/head.h"
#include "catalog/schema.h"
#include "pack/bundle_write.h"

#include "hostile_private.h"

#define TRUNK_LEAVES 4

/* The page that a change is about, and what it says. */
struct target {
	uint8_t *db;
	uint32_t pages;
	uint8_t *page;
	size_t head;   /* of its b-tree header: 100 on the first page */
	uint8_t where; /* which cell, or which of some values */
	uint16_t a;
	uint8_t b;
};

uint32_t
hostile_get(const uint8_t *at, size_t len)
{
	uint32_t value = 0;

	for (size_t i = 0; i < len; i++)
		value = value << 8 | at[i];
	return value;
}

void
hostile_put(uint8_t *at, uint32_t value, size_t len)
{
	while (len-- > 0) {
		at[len] = (uint8_t)value;
		value >>= 8;
	}
}

/* LEN bytes at AT of the page, if they fit. */
static void
put(const struct target *t, size_t at, uint32_t value, size_t len)
{
	if (at + len <= HOSTILE_PAGE)
		hostile_put(t->page + at, value, len);
}

/* A page by number, often one that is there. */
static uint32_t
some_page(const struct target *t)
{
	uint32_t own = (uint32_t)((t->page - t->db) / HOSTILE_PAGE) + 1;
	const uint32_t odd[] = { 0, own, 1, t->pages, t->pages + 1,
		0x7fffffff, 0xffffffff, 0x80000000 };

	if (t->b < COUNT_OF(odd))
		return odd[t->b];
	return t->a % t->pages + 1;
}

static uint32_t
some_number(const struct target *t)
{
	static const uint32_t odd[] = { 0, 1, 2, 3, 4, 7, 8, 12, 0x7fff,
		0x8000, 0xffff, HOSTILE_PAGE - 1, HOSTILE_PAGE,
		HOSTILE_PAGE - 4 };

	return t->b < COUNT_OF(odd) ? odd[t->b] : t->a;
}

static bool
is_interior(const struct target *t)
{
	return t->page[t->head] == 2 || t->page[t->head] == 5;
}

static size_t
cell_pointer(const struct target *t)
{
	uint32_t count = hostile_get(t->page + t->head + 3, 2);

	return t->head + (is_interior(t) ? 12 : 8) +
	    (size_t)2 * (count > 0 ? t->where % count : 0);
}

/* Where one of the cells is. */
static size_t
cell(const struct target *t)
{
	size_t at = cell_pointer(t);

	return at + 2 <= HOSTILE_PAGE ?
	    hostile_get(t->page + at, 2) % HOSTILE_PAGE : 0;
}

static void
any_byte(const struct target *t)
{
	t->page[t->a % HOSTILE_PAGE] = t->b;
}

static void
page_kind(const struct target *t)
{
	static const uint8_t kinds[] = { 2, 5, 10, 13, 0, 1, 255 };

	t->page[t->head] = kinds[t->where % sizeof kinds];
}

static void
cell_count(const struct target *t)
{
	put(t, t->head + 3, some_number(t), 2);
}

static void
cell_place(const struct target *t)
{
	put(t, cell_pointer(t), some_number(t), 2);
}

static void
content_begin(const struct target *t)
{
	put(t, t->head + 5, some_number(t), 2);
}

/* A free block that is its own next, or lies anywhere. */
static void
free_block(const struct target *t)
{
	uint32_t at = some_number(t) % HOSTILE_PAGE;

	put(t, t->head + 1, at, 2);
	put(t, at, t->where & 1 ? at : some_number(t), 2);
	put(t, at + 2u, t->where & 2 ? 4 : 0xffff, 2);
}

static void
fragments(const struct target *t)
{
	t->page[t->head + 7] = t->b;
}

static void
last_child(const struct target *t)
{
	put(t, t->head + 8, some_page(t), 4);
}

static void
child(const struct target *t)
{
	put(t, cell(t), some_page(t), 4);
}

/* The payload's length: nine bytes that say as much as there can be. */
static void
huge_payload(const struct target *t)
{
	size_t at = cell(t) + (is_interior(t) ? 4 : 0);
	size_t len = t->b % 9 + 1u;

	for (size_t i = 0; i < len; i++)
		put(t, at + i, i + 1 < len ? 0xff : t->a & 0x7f, 1);
}

/* A record's header: its length, or a column's type. */
static void
record_head(const struct target *t)
{
	size_t at = cell(t) + 2u + (is_interior(t) ? 4 : 0) + t->where % 12u;

	for (size_t i = 0; i < t->b % 10u; i++)
		put(t, at + i, 0xff, 1);
	put(t, at + t->b % 10u, t->a, 1);
}

/* Where a long row goes on. */
static void
overflow(const struct target *t)
{
	size_t at = cell(t);

	put(t, (at + t->a) % (HOSTILE_PAGE - 4), some_page(t), 4);
	put(t, 0, t->where & 1 ? some_page(t) : hostile_get(t->page, 4), 4);
}

static void
copy_page(const struct target *t)
{
	uint32_t from = t->a % t->pages;

	memmove(t->page, t->db + (size_t)from * HOSTILE_PAGE, HOSTILE_PAGE);
}

static void
database_header(const struct target *t)
{
	/* size, write versions, reserved bytes, fractions, change counter,
	 * free pages, cookie, format, cache, auto-vacuum, encoding ... */
	static const uint8_t fields[] = { 16, 18, 20, 21, 22, 24, 28, 32, 36,
		40, 44, 48, 52, 56, 60, 64, 68, 92, 96 };
	uint8_t at = fields[t->where % sizeof fields];

	hostile_put(t->db + at, some_number(t), at >= 24 ? 4 : 1);
}

/* The list of free pages: in a ring, or too long, or of pages in use. */
static void
free_list(const struct target *t)
{
	uint32_t own = (uint32_t)((t->page - t->db) / HOSTILE_PAGE) + 1;

	hostile_put(t->db + 32, own, 4);
	hostile_put(t->db + 36, t->where & 1 ? 0xffffffff : t->a, 4);
	if (own == 1)
		return;
	put(t, 0, t->where & 2 ? own : some_page(t), 4);
	put(t, 4, t->where & 4 ? 0xffffffff : TRUNK_LEAVES, 4);
	for (uint32_t i = 0; i < TRUNK_LEAVES; i++)
		put(t, 8 + 4 * i, i & 1 ? own : some_page(t), 4);
}

/* A run of bytes inside a cell: texts, and the leaves of the index. */
static void
run_in_cell(const struct target *t)
{
	size_t at = cell(t) + t->a % 512;

	for (size_t i = 0; i < t->where % 16u; i++)
		put(t, at + i, t->b, 1);
}

static void
swap_cells(const struct target *t)
{
	struct target other = *t;
	size_t here = cell_pointer(t);
	size_t there;
	uint8_t two[2];

	other.where = t->b;
	there = cell_pointer(&other);
	if (here + 2 > HOSTILE_PAGE || there + 2 > HOSTILE_PAGE)
		return;
	memcpy(two, t->page + here, 2);
	memmove(t->page + here, t->page + there, 2);
	memcpy(t->page + there, two, 2);
}

static void (*const kinds[])(const struct target *t) = {
	any_byte, page_kind, cell_count, cell_place, content_begin, free_block,
	fragments, last_child, child, huge_payload, record_head, overflow,
	copy_page, database_header, free_list, run_in_cell, swap_cells,
};

void
hostile_change(struct buffer *db, struct bytes changes)
{
	size_t count = changes.len / HOSTILE_CHANGE_SIZE;

	if (count > HOSTILE_CHANGES_MAX)
		count = HOSTILE_CHANGES_MAX;
	for (size_t i = 0; i < count; i++) {
		const uint8_t *c = changes.at + i * HOSTILE_CHANGE_SIZE;
		struct target t = { .db = db->at,
			.pages = (uint32_t)(db->len / HOSTILE_PAGE),
			.where = c[2],
			.a = (uint16_t)(c[3] | c[4] << 8),
			.b = c[5] };
		uint32_t n = c[1] % t.pages;

		t.page = db->at + (size_t)n * HOSTILE_PAGE;
		t.head = n == 0 ? 100 : 0;
		kinds[c[0] % COUNT_OF(kinds)](&t);
	}
}

/*
 * First every base as it is; then of each page of the good one every kind of
 * change, one to three at a time, and now and then on another base.
 */
void
hostile_database(struct hostile *h, size_t n, struct buffer *out)
{
	uint8_t changes[3 * HOSTILE_CHANGE_SIZE];
	uint32_t random = (uint32_t)n * 2654435761u + 1;
	size_t bases = hostile_base_count();
	size_t count = n < bases ? 0 : n % 3 + 1;
	struct bytes base = hostile_base(h, n < bases ? n :
	    n % 8 == 7 ? n / 8 % bases : 0);

	for (size_t i = 0; i < sizeof changes; i++) {
		random ^= random << 13;
		random ^= random >> 17;
		random ^= random << 5;
		changes[i] = (uint8_t)(random >> 11);
		if (i % HOSTILE_CHANGE_SIZE == 5 && random & 1)
			changes[i] &= 15; /* one of the odd ones */
	}
	changes[0] = (uint8_t)(n % COUNT_OF(kinds));
	changes[1] = (uint8_t)(n / COUNT_OF(kinds));
	out->len = 0;
	buffer_add(out, base.at, base.len);
	hostile_change(out, bytes_of(changes, count * HOSTILE_CHANGE_SIZE));
}

static void
must(int rc, const struct err *e)
{
	if (rc == 0)
		return;
	fprintf(stderr, "hostile: %s\n", e->text);
	abort();
}

void
hostile_open(struct hostile *h)
{
	static const char *const channels[] = { "hostile", NULL };
	const uint8_t seed[crypto_sign_SEEDBYTES] = { 7 };
	const char *tmp = getenv("TMPDIR");
	struct err e = { 0 };

	*h = (struct hostile){ .sequence = 1 };
	snprintf(h->dir, sizeof h->dir, "%s/vereda-hostile-XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	if (mkdtemp(h->dir) == NULL)
		abort();
	snprintf(h->path, sizeof h->path, "%s/x.vereda", h->dir);
	must(secret_key_from_seed(&h->key, seed, &e), &e);
	must(bundle_write_development_root(h->path, channels, h->key, &e), &e);
	must(io_read_file(&h->root, h->path, 1u << 14, &e), &e);
	must(trust_parse(&h->trust, buffer_bytes(&h->root), &e), &e);
	h->bases = xcalloc(hostile_base_count(), sizeof *h->bases);
}

void
hostile_close(struct hostile *h)
{
	for (size_t i = 0; i < hostile_base_count(); i++)
		buffer_fini(&h->bases[i]);
	free(h->bases);
	trust_free(h->trust);
	buffer_fini(&h->root);
	secret_key_free(h->key);
	unlink(h->path);
	rmdir(h->dir);
}

/* Every block as it is, with its hash. */
static void
make_table(struct buffer *out, struct bytes db)
{
	for (size_t at = 0; at < db.len; at += HOSTILE_PAGE) {
		struct hash sum;

		hash_of(&sum, bytes_of(db.at + at, HOSTILE_PAGE));
		buffer_add_u32(out, IMAGE_ENTRY_RAW | HOSTILE_PAGE);
		buffer_add(out, sum.bytes, HASH_SIZE);
	}
}

void
hostile_sign(const struct hostile *h, struct buffer *out, struct bytes db)
{
	struct head head = { .epoch = 1, .min_reader = 1,
		.sequence = h->sequence,
		.created = 1793491200, .stale_after = 1793491200,
		.expires = 4000000000, .schema_version = SCHEMA_VERSION,
		.root_version = 1, .channel = "hostile",
		.manifest = bytes_of_text("langs=es\n"),
		.image = { .block_size = HOSTILE_PAGE,
		    .block_count = (uint32_t)(db.len / HOSTILE_PAGE),
		    .image_size = db.len, .data_len = db.len } };
	struct buffer table = { 0 };
	struct buffer bytes = { 0 };
	struct buffer signature = { 0 };
	struct bytes slot;
	struct err e = { 0 };

	make_table(&table, db);
	hash_of(&head.image.image_hash, db);
	head.image.table = buffer_bytes(&table);
	must(head_write(&bytes, &head, &e), &e);
	must(secret_key_sign(h->key, buffer_bytes(&bytes), "hostile",
	    &signature, &e), &e);
	slot = buffer_bytes(&signature);
	must(envelope_write(out, head.len, &slot, 1, &e), &e);
	buffer_add(out, bytes.at, bytes.len);
	buffer_add(out, db.at, db.len);
	buffer_fini(&table);
	buffer_fini(&bytes);
	buffer_fini(&signature);
}

void
hostile_write(const struct hostile *h, struct bytes bundle)
{
	struct err e = { 0 };
	int fd = -1;

	must(io_open(&fd, AT_FDCWD, h->path, IO_REPLACE, &e), &e);
	must(io_write(fd, bundle, &e), &e);
	io_close(fd);
}

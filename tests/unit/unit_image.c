/*
 * image/: what comes out of an image is what went in, or an error.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <zlib.h>

#include "base/io.h"
#include "base/mem.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "image/image.h"
#include "image/image_build.h"
#include "image/table_blocks.h"

#include "bundle_fixture.h"

#define ROWS 600

static const struct image_recipe small_blocks = { .block_size = 8192 };

struct place {
	char dir[256];
	char database[300];
	char data[300];
};

static int
setup(void **state)
{
	const char *tmp = getenv("TMPDIR");
	struct place *p = xcalloc(1, sizeof *p);

	snprintf(p->dir, sizeof p->dir, "%s/vereda-unit-XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(p->dir));
	snprintf(p->database, sizeof p->database, "%s/db", p->dir);
	snprintf(p->data, sizeof p->data, "%s/data", p->dir);
	*state = p;
	return 0;
}

static int
teardown(void **state)
{
	struct place *p = *state;

	unlink(p->database);
	unlink(p->data);
	rmdir(p->dir);
	free(p);
	return 0;
}

/* A new database at its place, as image parts with the data in a file. */
static void
build(struct image_parts *parts, const struct place *p, uint32_t block_size,
    int rows, unsigned dictionaries)
{
	const struct image_recipe recipe = { .block_size = block_size,
		.dictionaries = dictionaries };
	struct err e = { 0 };

	unlink(p->database);
	fixture_database(p->database, (int)block_size, rows);
	if (image_build(parts, p->database, &recipe, NULL, &e) < 0 ||
	    io_write_file(p->data, buffer_bytes(&parts->data), IO_REPLACE,
		&e) < 0)
		fail_msg("%s", e.text);
}

static struct image_layout
layout_of(const struct image_parts *parts)
{
	struct image_layout l = {
		.block_size = parts->block_size,
		.block_count = parts->block_count,
		.image_size = parts->image_size,
		.data_len = parts->data.len,
		.image_hash = parts->image_hash,
		.table = buffer_bytes(&parts->table),
	};

	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		l.dictionaries[i] = buffer_bytes(&parts->dictionaries[i]);
	return l;
}

static struct image *
open_image(const char *data, const struct image_layout *l)
{
	struct image *img = NULL;
	struct err e = { 0 };
	int fd = -1;

	if (io_open(&fd, AT_FDCWD, data, IO_READ, &e) < 0 ||
	    image_open(&img, fd, l, &e) < 0)
		fail_msg("%s", e.text);
	return img;
}

/* What a kiosk asks: titles, texts, words by their beginning, ends, sums. */
static const char *const queries[] = {
	"SELECT id, title FROM t ORDER BY title LIMIT 40",
	"SELECT body FROM t WHERE id = 300",
	("SELECT id, length(body) FROM t WHERE body LIKE '%visa%'"
	 " ORDER BY length(body), id LIMIT 30"),
	"SELECT id FROM t WHERE title GLOB 'pasap*' ORDER BY id",
	"SELECT count(*), max(title), sum(length(body)) FROM t",
	"SELECT id FROM t WHERE title = 'camino 77'",
};

/* All rows of SQL as one text into *OUT, or the code that ended it. */
static int
ask(struct buffer *out, sqlite3 *db, const char *sql)
{
	sqlite3_stmt *s = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &s, NULL);

	out->len = 0;
	while (rc == SQLITE_OK || rc == SQLITE_ROW) {
		rc = sqlite3_step(s);
		for (int i = 0; rc == SQLITE_ROW &&
		    i < sqlite3_column_count(s); i++) {
			const unsigned char *text = sqlite3_column_text(s, i);

			buffer_add_text(out, text != NULL ?
			    (const char *)text : "NULL");
			buffer_add_text(out, "|");
		}
	}
	sqlite3_finalize(s);
	return rc;
}

/* The right answers, from the plain file. */
static void
answers(struct buffer *right, const struct place *p)
{
	struct err e = { 0 };
	sqlite3 *db = NULL;

	assert_int_equal(database_create(&db, p->database, 8192, &e), 0);
	for (size_t i = 0; i < COUNT_OF(queries); i++) {
		assert_int_equal(ask(&right[i], db, queries[i]), SQLITE_DONE);
		assert_true(right[i].len > 0);
	}
	database_close(db);
}

static void
answers_fini(struct buffer *right)
{
	for (size_t i = 0; i < COUNT_OF(queries); i++)
		buffer_fini(&right[i]);
}

/*
 * Every query gives the right rows or an error.  How many were errors; the
 * code of the last in *CODE.
 */
static unsigned
right_or_error(struct image *img, const struct buffer *right,
    enum database_use use, enum err_code *code)
{
	struct buffer got = { 0 };
	struct err e = { 0 };
	sqlite3 *db = NULL;
	unsigned errors = 0;

	if (database_open_image(&db, img, use, &e) < 0) {
		*code = e.code;
		return COUNT_OF(queries);
	}
	for (size_t i = 0; i < COUNT_OF(queries); i++) {
		if (ask(&got, db, queries[i]) == SQLITE_DONE) {
			assert_true(bytes_equal(buffer_bytes(&got),
			    buffer_bytes(&right[i])));
			continue;
		}
		err_clear(&e);
		database_err(&e, db, "query");
		*code = e.code;
		errors++;
	}
	buffer_fini(&got);
	database_close(db);
	return errors;
}

static void
every_block_size_gives_the_same_answers(void **state)
{
	static const uint32_t sizes[] = { 8192, 16384, 32768, 65536 };
	const struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct image_parts parts = { 0 };
		struct buffer right[COUNT_OF(queries)] = { { 0 } };
		struct image_layout l;
		struct image *img;
		struct err e = { 0 };
		enum err_code code = ERR_NONE;

		build(&parts, p, sizes[i], ROWS, 0);
		answers(right, p);
		l = layout_of(&parts);
		img = open_image(p->data, &l);
		assert_int_equal(image_verify(img, NULL, &e), 0);
		assert_int_equal(right_or_error(img, right, DATABASE_SCREEN,
		    &code), 0);
		assert_int_equal(right_or_error(img, right, DATABASE_IMPORT,
		    &code), 0);
		assert_int_equal(image_fault(img)->code, ERR_NONE);
		image_close(img);
		answers_fini(right);
		image_parts_fini(&parts);
	}
}

static void
dictionaries_make_an_image_smaller_and_no_different(void **state)
{
	static const struct image_recipe two = { .block_size = 8192,
		.dictionaries = 2 };
	const struct place *p = *state;
	struct image_parts plain = { 0 };
	struct image_parts with = { 0 };
	struct image_parts again = { 0 };
	struct buffer right[COUNT_OF(queries)] = { { 0 } };
	enum err_code code = ERR_NONE;
	struct err e = { 0 };
	struct image_layout l;
	struct image *img;
	bool used = false;

	build(&plain, p, 8192, 3000, 0);
	assert_int_equal(image_build(&with, p->database, &two, NULL, &e), 0);
	assert_int_equal(image_build(&again, p->database, &two, NULL, &e), 0);
	assert_true(with.dictionaries[1].len >= IMAGE_DICTIONARY_MIN);
	assert_true(with.data.len < plain.data.len);
	assert_true(bytes_equal(buffer_bytes(&with.data),
	    buffer_bytes(&again.data)));
	for (size_t at = 3; at < with.table.len; at += IMAGE_ENTRY_SIZE)
		used = used || (with.table.at[at] & 0x78) != 0;
	assert_true(used);
	assert_int_equal(io_write_file(p->data, buffer_bytes(&with.data),
	    IO_REPLACE, &e), 0);
	answers(right, p);
	l = layout_of(&with);
	img = open_image(p->data, &l);
	assert_int_equal(image_verify(img, NULL, &e), 0);
	assert_int_equal(right_or_error(img, right, DATABASE_SCREEN, &code),
	    0);
	image_close(img);
	answers_fini(right);
	image_parts_fini(&plain);
	image_parts_fini(&with);
	image_parts_fini(&again);
}

static void
as_many_dictionaries_are_usual_as_pay(void **state)
{
	static const struct image_recipe usual = { .block_size = 8192,
		.dictionaries = IMAGE_DICTIONARIES_USUAL };
	static const int rows[] = { 20, 3000, 20000 };
	const struct place *p = *state;

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct image_parts plain = { 0 };
		struct image_parts with = { 0 };
		struct err e = { 0 };

		build(&plain, p, 8192, rows[i], 0);
		assert_int_equal(image_build(&with, p->database, &usual, NULL,
		    &e), 0);
		assert_true(with.data.len + with.dictionaries[0].len <=
		    plain.data.len);
		assert_int_equal(with.dictionaries[1].len, 0);
		if (rows[i] == 20)
			assert_int_equal(with.dictionaries[0].len, 0);
		if (rows[i] == 20000)
			assert_true(with.dictionaries[0].len > 0);
		image_parts_fini(&plain);
		image_parts_fini(&with);
	}
}

static uint32_t
no_shorter(uint8_t *out, uint32_t room, struct bytes plain,
    struct bytes dictionary)
{
	(void)out;
	(void)room;
	(void)plain;
	(void)dictionary;
	return 0;
}

static uint32_t
one_byte(uint8_t *out, uint32_t room, struct bytes plain,
    struct bytes dictionary)
{
	(void)plain;
	(void)dictionary;
	out[0] = 0;
	return room > 1 ? 1 : 0;
}

static void
another_writer_counts_where_it_is_shorter(void **state)
{
	struct image_recipe recipe = { .block_size = 8192,
		.deflate = no_shorter };
	const struct place *p = *state;
	struct image_parts plain = { 0 };
	struct image_parts with = { 0 };
	struct err e = { 0 };

	build(&plain, p, 8192, ROWS, 0);
	assert_int_equal(image_build(&with, p->database, &recipe, NULL, &e),
	    0);
	assert_true(bytes_equal(buffer_bytes(&with.table),
	    buffer_bytes(&plain.table)));
	image_parts_fini(&with);
	recipe.deflate = one_byte;
	assert_int_equal(image_build(&with, p->database, &recipe, NULL, &e),
	    0);
	assert_int_equal(with.data.len, with.block_count);
	image_parts_fini(&with);
	image_parts_fini(&plain);
}

/* The root page of the table NAME in the database at its place. */
static uint32_t
root_of(const struct place *p, const char *name)
{
	sqlite3_stmt *s = NULL;
	sqlite3 *db = NULL;
	struct err e = { 0 };
	uint32_t root = 0;

	if (database_open_own(&db, p->database, &e) < 0 ||
	    database_prepare(&s, db, "SELECT rootpage FROM sqlite_schema"
		" WHERE name=?1", &e) < 0)
		fail_msg("%s", e.text);
	assert_int_equal(sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC),
	    SQLITE_OK);
	if (sqlite3_step(s) == SQLITE_ROW)
		root = (uint32_t)sqlite3_column_int(s, 0);
	database_close(db);
	return root;
}

/* Entries of the table of blocks that say "as it is". */
static unsigned
count_raw(const struct image_parts *parts)
{
	unsigned raw = 0;

	for (uint32_t n = 0; n < parts->block_count; n++)
		raw += parts->table.at[(size_t)n * IMAGE_ENTRY_SIZE + 3] >> 7;
	return raw;
}

static void
the_blocks_of_a_scattered_table_are_stored_as_they_are(void **state)
{
	const struct place *p = *state;
	struct image_recipe recipe = { .block_size = 8192 };
	struct image_parts plain = { 0 };
	struct image_parts with = { 0 };
	struct err e = { 0 };
	bool *marks = NULL;
	uint32_t found = 0;
	int fd = -1;

	build(&plain, p, 8192, 10 * ROWS, 0);
	recipe.scattered = root_of(p, "t");
	assert_int_equal(image_build(&with, p->database, &recipe, NULL, &e),
	    0);
	marks = xcalloc(with.block_count, sizeof *marks);
	assert_int_equal(io_open(&fd, AT_FDCWD, p->database, IO_READ, &e), 0);
	assert_int_equal(table_blocks(marks, &found, fd, 8192,
	    with.block_count, recipe.scattered, &e), 0);
	assert_true(found >= 16);
	assert_int_equal(count_raw(&with) - count_raw(&plain), found);
	assert_true(hash_equal(&with.image_hash, &plain.image_hash));
	/* a page that is no table's, or is met twice, is an error */
	assert_int_equal(table_blocks(marks, &found, fd, 8192,
	    with.block_count, recipe.scattered, &e), -1);
	assert_int_equal(table_blocks(marks, &found, fd, 8192,
	    with.block_count, with.block_count + 1, &e), -1);
	io_close(fd);
	free(marks);
	image_parts_fini(&with);
	image_parts_fini(&plain);
}

/* T13, I7 */
static void
a_damaged_block_is_an_error_and_never_fewer_rows(void **state)
{
	const struct place *p = *state;
	struct image_parts parts = { 0 };
	struct buffer right[COUNT_OF(queries)] = { { 0 } };
	struct image_layout l;
	unsigned errors = 0;
	size_t at = 0;

	build(&parts, p, 8192, ROWS, 0);
	answers(right, p);
	l = layout_of(&parts);
	for (uint32_t n = 0; n < parts.block_count; n++) {
		struct reader r = reader_of(bytes_of(parts.table.at +
		    (size_t)n * IMAGE_ENTRY_SIZE, 4));
		enum err_code code = ERR_NONE;
		struct err e = { 0 };
		struct image *img;
		unsigned some;

		parts.data.at[at] ^= 0x10;
		assert_int_equal(io_write_file(p->data,
		    buffer_bytes(&parts.data), IO_REPLACE, &e), 0);
		img = open_image(p->data, &l);
		some = right_or_error(img, right, DATABASE_SCREEN, &code);
		if (some > 0)
			assert_int_equal(code, ERR_BLOCK_HASH);
		errors += some;
		assert_int_equal(image_verify(img, NULL, &e), -1);
		assert_int_equal(e.code, ERR_BLOCK_HASH);
		image_close(img);
		parts.data.at[at] ^= 0x10;
		at += reader_u32(&r) & IMAGE_ENTRY_LENGTH_MASK;
	}
	assert_true(errors > COUNT_OF(queries));
	answers_fini(right);
	image_parts_fini(&parts);
}

/* What an import relies on: it needs the card once, and nothing bad stays. */
static void
blocks_are_kept_once_they_are_good(void **state)
{
	const struct place *p = *state;
	struct image_parts parts = { 0 };
	struct image_layout l;
	struct image *img;
	uint8_t plain[8192];
	struct err e = { 0 };
	uint32_t len = 0;

	build(&parts, p, 8192, ROWS, 0);
	l = layout_of(&parts);
	assert_true(l.block_count > 3);
	img = open_image(p->data, &l);
	image_keep(img, 3 * sizeof plain);
	assert_int_equal(image_verify(img, NULL, &e), 0);
	assert_int_equal(truncate(p->data, 0), 0);
	for (uint32_t n = 0; n < 3; n++) {
		assert_int_equal(image_read_block(img, n, plain, &len, &e), 0);
		assert_int_equal(len, sizeof plain);
	}
	assert_int_equal(image_read_block(img, 3, plain, &len, &e), -1);
	assert_int_equal(e.code, ERR_STICK);
	image_close(img);
	parts.data.at[0] ^= 0x10;
	err_clear(&e);
	assert_int_equal(io_write_file(p->data, buffer_bytes(&parts.data),
	    IO_REPLACE, &e), 0);
	img = open_image(p->data, &l);
	image_keep(img, l.image_size);
	for (int tries = 0; tries < 2; tries++) {
		err_clear(&e);
		assert_int_equal(image_read_block(img, 0, plain, &len, &e),
		    -1);
		assert_int_equal(e.code, ERR_BLOCK_HASH);
	}
	image_close(img);
	image_parts_fini(&parts);
}

/* T38 */
static void
a_read_that_fails_is_an_error_and_the_next_one_is_right(void **state)
{
	const struct place *p = *state;
	struct image_parts parts = { 0 };
	struct buffer right[COUNT_OF(queries)] = { { 0 } };
	struct image_layout l;
	unsigned errors;
	unsigned n = 1;

	build(&parts, p, 8192, ROWS, 0);
	answers(right, p);
	l = layout_of(&parts);
	do {
		enum err_code code = ERR_NONE;
		struct image *img = open_image(p->data, &l);

		io_fail_at(n++);
		errors = right_or_error(img, right, DATABASE_SCREEN, &code);
		io_fail_at(0);
		if (errors > 0)
			assert_int_equal(code, ERR_STICK);
		assert_int_equal(right_or_error(img, right, DATABASE_SCREEN,
		    &code), 0);
		image_close(img);
	} while (errors > 0);
	assert_true(n > 10);
	answers_fini(right);
	image_parts_fini(&parts);
}

/* One block of 8192 bytes stored as STORED, its hash right, read. */
static enum err_code
read_crafted(const struct place *p, struct bytes stored, uint32_t form,
    struct bytes dictionary)
{
	static uint8_t out[8192];
	struct image_layout l = { .block_size = 8192, .block_count = 1,
		.image_size = 8192, .data_len = stored.len };
	struct buffer table = { 0 };
	struct err e = { 0 };
	struct image *img = NULL;
	struct hash sum;
	uint32_t len = 0;
	int fd = -1;

	e.code = ERR_NONE;
	hash_of(&sum, stored);
	buffer_add_u32(&table, form | (uint32_t)stored.len);
	buffer_add(&table, sum.bytes, HASH_SIZE);
	l.table = buffer_bytes(&table);
	l.dictionaries[0] = dictionary;
	if (io_write_file(p->data, stored, IO_REPLACE, &e) < 0 ||
	    io_open(&fd, AT_FDCWD, p->data, IO_READ, &e) < 0)
		fail_msg("%s", e.text);
	if (image_open(&img, fd, &l, &e) == 0 &&
	    image_read_block(img, 0, out, &len, &e) == 0)
		assert_int_equal(len, 8192);
	image_close(img);
	buffer_fini(&table);
	return e.code;
}

/* LEN equal bytes, deflated with an optional dictionary. */
static void
pack(struct buffer *out, size_t len, struct bytes dictionary)
{
	static uint8_t packed[65536];
	uint8_t *plain = xcalloc(1, len);
	z_stream z = { 0 };

	memset(plain, 'v', len);
	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, IMAGE_WINDOW_BITS, 9,
	    Z_DEFAULT_STRATEGY), Z_OK);
	if (dictionary.len > 0)
		assert_int_equal(deflateSetDictionary(&z, dictionary.at,
		    (uInt)dictionary.len), Z_OK);
	z.next_in = plain;
	z.avail_in = (uInt)len;
	z.next_out = packed;
	z.avail_out = sizeof packed;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	buffer_add(out, packed, sizeof packed - z.avail_out);
	deflateEnd(&z);
	free(plain);
}

/* T28 bomb, block by block; unit_hostile has it in signed bundles */
static void
a_block_that_does_not_inflate_exactly_is_e22(void **state)
{
	static const size_t lengths[] = { 8192, 8191, 8193, 1, 8192 * 1000 };
	static uint8_t dictionary[512];
	const struct place *p = *state;
	const struct bytes none = { 0 };
	struct bytes d = bytes_of(dictionary, sizeof dictionary);
	struct buffer packed = { 0 };

	memset(dictionary, 'v', sizeof dictionary);
	for (size_t i = 0; i < COUNT_OF(lengths); i++) {
		packed.len = 0;
		pack(&packed, lengths[i], none);
		assert_int_equal(read_crafted(p, buffer_bytes(&packed), 0,
		    none), lengths[i] == 8192 ? ERR_NONE : ERR_BLOCK_INFLATE);
	}
	packed.len = 0;
	pack(&packed, 8192, none);
	buffer_add_zeros(&packed, 1); /* a byte behind the stream */
	assert_int_equal(read_crafted(p, buffer_bytes(&packed), 0, none),
	    ERR_BLOCK_INFLATE);
	packed.len -= 2; /* and one too few */
	assert_int_equal(read_crafted(p, buffer_bytes(&packed), 0, none),
	    ERR_BLOCK_INFLATE);
	packed.len = 0;
	pack(&packed, 8192, d);
	assert_int_equal(read_crafted(p, buffer_bytes(&packed),
	    1u << IMAGE_ENTRY_DICTIONARY_SHIFT, d), ERR_NONE);
	assert_int_equal(read_crafted(p, buffer_bytes(&packed), 0, none),
	    ERR_BLOCK_INFLATE); /* its dictionary is not named */
	assert_int_equal(read_crafted(p, buffer_bytes(&packed),
	    2u << IMAGE_ENTRY_DICTIONARY_SHIFT, d), ERR_HEAD_LENGTHS);
	buffer_fini(&packed);
}

static void
only_the_form_that_the_writer_makes_is_legal(void **state)
{
	static uint8_t plain[8192];
	const struct place *p = *state;
	const struct bytes none = { 0 };

	memset(plain, 7, sizeof plain);
	assert_int_equal(read_crafted(p, bytes_of(plain, 8192),
	    IMAGE_ENTRY_RAW, none), ERR_NONE);
	assert_int_equal(read_crafted(p, bytes_of(plain, 8191),
	    IMAGE_ENTRY_RAW, none), ERR_HEAD_LENGTHS);
	assert_int_equal(read_crafted(p, bytes_of(plain, 8192), 0, none),
	    ERR_HEAD_LENGTHS); /* not shorter than what it stands for */
	assert_int_equal(read_crafted(p, bytes_of(plain, 8192),
	    IMAGE_ENTRY_RAW | 1u << IMAGE_ENTRY_DICTIONARY_SHIFT, none),
	    ERR_HEAD_LENGTHS);
	assert_int_equal(read_crafted(p, bytes_of(plain, 0), 0, none),
	    ERR_HEAD_LENGTHS);
	assert_int_equal(read_crafted(p, bytes_of(plain, 8192),
	    IMAGE_ENTRY_RAW, bytes_of(plain, 255)), ERR_HEAD_LENGTHS);
}

static void
a_database_from_outside_can_only_be_read(void **state)
{
	static const char *const refused[] = {
		"INSERT INTO t VALUES(1, 'x', 'y')",
		"DELETE FROM t",
		"CREATE TABLE x(y)",
		"CREATE TEMP TABLE x(y)",
		"DROP TABLE t",
		"ATTACH ':memory:' AS x",
		"PRAGMA query_only = OFF",
		"PRAGMA writable_schema = ON",
		"PRAGMA quick_check",
		"SELECT load_extension('x')",
		"SELECT randomblob(10)",
		"SELECT sqlite_version()",
		"SELECT * FROM pragma_table_info('t')",
		"VACUUM",
		"BEGIN",
		"SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4",
		("SELECT 1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1+(1"
		 "+(1+(1+(1+1))))))))))))))))))))"),
	};
	const struct place *p = *state;
	struct image_parts parts = { 0 };
	struct buffer got = { 0 };
	struct image_layout l;
	struct image *img;
	struct err e = { 0 };
	sqlite3 *db = NULL;

	build(&parts, p, 8192, ROWS, 0);
	l = layout_of(&parts);
	img = open_image(p->data, &l);
	assert_int_equal(database_open_image(&db, img, DATABASE_SCREEN, &e),
	    0);
	for (size_t i = 0; i < COUNT_OF(refused); i++)
		if (ask(&got, db, refused[i]) == SQLITE_DONE)
			fail_msg("done: %s", refused[i]);
	assert_int_equal(ask(&got, db, "SELECT count(*) FROM t"), SQLITE_DONE);
	database_close(db);
	assert_int_equal(database_open_image(&db, img, DATABASE_IMPORT, &e),
	    0);
	assert_int_equal(ask(&got, db, "PRAGMA quick_check"), SQLITE_DONE);
	assert_memory_equal(got.at, "ok|", 3);
	database_close(db);
	image_close(img);
	buffer_fini(&got);
	image_parts_fini(&parts);
}

static void
an_endless_statement_ends_and_the_next_has_its_own_time(void **state)
{
	const struct place *p = *state;
	struct image_parts parts = { 0 };
	struct buffer got = { 0 };
	struct image_layout l;
	struct image *img;
	struct err e = { 0 };
	sqlite3 *db = NULL;

	build(&parts, p, 8192, ROWS, 0);
	l = layout_of(&parts);
	img = open_image(p->data, &l);
	assert_int_equal(database_open_image(&db, img, DATABASE_SCREEN, &e),
	    0);
	assert_int_equal(ask(&got, db, "SELECT count(*) FROM t a CROSS JOIN"
	    " t b CROSS JOIN t c CROSS JOIN t d"),
	    SQLITE_INTERRUPT);
	assert_int_equal(ask(&got, db, queries[2]), SQLITE_DONE);
	assert_true(got.len > 0);
	database_close(db);
	image_close(img);
	buffer_fini(&got);
	image_parts_fini(&parts);
}

/* Build an image of LEN bytes at AT of the database changed, and open it. */
static enum err_code
open_changed(const struct place *p, size_t at, uint8_t value)
{
	struct image_parts parts = { 0 };
	struct buffer file = { 0 };
	struct err e = { 0 };
	struct image_layout l;
	struct image *img;
	sqlite3 *db = NULL;

	unlink(p->database);
	fixture_database(p->database, 8192, 20);
	if (io_read_file(&file, p->database, 1u << 20, &e) < 0)
		fail_msg("%s", e.text);
	file.at[at] = value;
	if (io_write_file(p->database, buffer_bytes(&file), IO_REPLACE, &e) <
		0 ||
	    image_build(&parts, p->database, &small_blocks, NULL, &e) < 0 ||
	    io_write_file(p->data, buffer_bytes(&parts.data), IO_REPLACE,
		&e) < 0)
		fail_msg("%s", e.text);
	l = layout_of(&parts);
	img = open_image(p->data, &l);
	e.code = ERR_NONE;
	if (database_open_image(&db, img, DATABASE_SCREEN, &e) == 0)
		database_close(db);
	image_close(img);
	image_parts_fini(&parts);
	buffer_fini(&file);
	return e.code;
}

/* T27 wal-header, and what is no database */
static void
a_database_of_another_kind_is_e24(void **state)
{
	const struct place *p = *state;

	assert_int_equal(open_changed(p, 0, 'S'), ERR_NONE);
	assert_int_equal(open_changed(p, 0, 's'), ERR_SCHEMA);
	assert_int_equal(open_changed(p, 16, 0x10), ERR_SCHEMA); /* page */
	assert_int_equal(open_changed(p, 18, 2), ERR_SCHEMA); /* WAL */
	assert_int_equal(open_changed(p, 19, 2), ERR_SCHEMA);
	assert_int_equal(open_changed(p, 31, 99), ERR_SCHEMA); /* pages */
	assert_int_equal(open_changed(p, 100, 0), ERR_SCHEMA); /* root page */
}

/* A database with our schema and EXTRA, as an image, through the pin. */
static enum err_code
schema_verdict(const struct place *p, const char *extra)
{
	struct image_parts parts = { 0 };
	struct err e = { 0 };
	struct image_layout l;
	struct image *img;
	sqlite3 *db = NULL;

	unlink(p->database);
	assert_int_equal(database_create(&db, p->database, 8192, &e), 0);
	assert_int_equal(schema_create(db, &e), 0);
	assert_int_equal(sqlite3_exec(db, "PRAGMA user_version = 2", NULL,
	    NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, extra, NULL, NULL, NULL), SQLITE_OK);
	database_close(db);
	if (image_build(&parts, p->database, &small_blocks, NULL, &e) < 0 ||
	    io_write_file(p->data, buffer_bytes(&parts.data), IO_REPLACE,
		&e) < 0)
		fail_msg("%s", e.text);
	l = layout_of(&parts);
	img = open_image(p->data, &l);
	e.code = ERR_NONE;
	if (database_open_image(&db, img, DATABASE_IMPORT, &e) < 0 ||
	    schema_check(db, &e) < 0)
		assert_int_not_equal(e.code, ERR_NONE);
	database_close(db);
	image_close(img);
	image_parts_fini(&parts);
	return e.code;
}

/* T27 schema-pin, extra-trigger, extra-view */
static void
a_schema_with_anything_more_is_e24(void **state)
{
	static const char *const extras[] = {
		"CREATE INDEX more ON entry(status)",
		"CREATE VIEW more AS SELECT 1",
		"CREATE TRIGGER more AFTER INSERT ON meta BEGIN SELECT 1; END",
		"CREATE TABLE more(x)",
		"DROP TABLE synonym",
		"ANALYZE",
		"PRAGMA user_version = 99",
	};
	const struct place *p = *state;

	assert_int_equal(schema_verdict(p, ""), ERR_NONE);
	assert_int_equal(schema_verdict(p, "VACUUM"), ERR_NONE);
	for (size_t i = 0; i < COUNT_OF(extras); i++)
		assert_int_equal(schema_verdict(p, extras[i]), ERR_SCHEMA);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_block_size_gives_the_same_answers),
		cmocka_unit_test(
		    dictionaries_make_an_image_smaller_and_no_different),
		cmocka_unit_test(as_many_dictionaries_are_usual_as_pay),
		cmocka_unit_test(another_writer_counts_where_it_is_shorter),
		cmocka_unit_test(
		    the_blocks_of_a_scattered_table_are_stored_as_they_are),
		cmocka_unit_test(
		    a_damaged_block_is_an_error_and_never_fewer_rows),
		cmocka_unit_test(
		    a_read_that_fails_is_an_error_and_the_next_one_is_right),
		cmocka_unit_test(blocks_are_kept_once_they_are_good),
		cmocka_unit_test(a_block_that_does_not_inflate_exactly_is_e22),
		cmocka_unit_test(only_the_form_that_the_writer_makes_is_legal),
		cmocka_unit_test(a_database_from_outside_can_only_be_read),
		cmocka_unit_test(
		    an_endless_statement_ends_and_the_next_has_its_own_time),
		cmocka_unit_test(a_database_of_another_kind_is_e24),
		cmocka_unit_test(a_schema_with_anything_more_is_e24),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

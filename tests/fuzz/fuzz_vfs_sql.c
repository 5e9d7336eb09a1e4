/*
 * Fuzz entry: signed databases.  An input is a base to begin with and a list
 * of changes to it (tests/unit/hostile.h), which is hashed and signed anew,
 * then checked as the loader does and asked as the kiosk does.
 */
#include <config.h>

#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/log.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "image/database.h"
#include "load/load_database.h"

#include "content_questions.h"
#include "hostile.h"

#define SEEDS 40 /* of our set */
#define STEPS_MAX 2000000 /* of SQLite's machine, a question */
#define STEPS_EACH 1000

const char fuzz_name[] = "vfs_sql";

static struct hostile h; /* one for all inputs */
static int64_t steps;

static void
finish(void)
{
	hostile_close(&h);
}

static int
count_steps(void *context)
{
	(void)context;
	steps += STEPS_EACH;
	return steps >= STEPS_MAX;
}

/* A fault of the database alone, whatever is wrong with it: broken, larger
 * than memory may be, or an index that names a row that is none. */
static void
expect(const struct err *e)
{
	if (e->code == ERR_DATABASE || e->code == ERR_SCHEMA ||
	    e->code == ERR_SYSTEM || e->code == ERR_NOT_FOUND)
		return;
	fprintf(stderr, "%s %s\n", err_name(e->code), e->text);
	abort();
}

static void
show(struct bundle *b)
{
	struct buffer answer = { 0 };
	struct catalog *c = NULL;
	struct err e = { 0 };
	sqlite3 *db = NULL;

	steps = 0;
	if (database_open_image(&db, bundle_image(b), DATABASE_SCREEN, &e) <
	    0) {
		expect(&e);
		return;
	}
	sqlite3_progress_handler(db, STEPS_EACH, count_steps, NULL);
	if (content_questions_catalog(&c, db, &e) < 0) {
		expect(&e);
		return;
	}
	for (size_t i = 0; i < content_question_count(); i++) {
		steps = 0;
		err_clear(&e);
		if (content_question(&answer, c, i, &e) < 0)
			expect(&e);
	}
	buffer_fini(&answer);
	catalog_free(c);
}

static void
judge(struct bytes db)
{
	struct buffer bundle = { 0 };
	struct bundle *b = NULL;
	struct err e = { 0 };

	hostile_sign(&h, &bundle, db);
	hostile_write(&h, buffer_bytes(&bundle));
	buffer_fini(&bundle);
	if (bundle_open(&b, h.path, h.trust, &e) < 0 ||
	    bundle_verify(b, NULL, &e) < 0) {
		fprintf(stderr, "%s\n", e.text);
		abort();
	}
	if (load_database_try(b, &e) < 0)
		expect(&e);
	show(b);
	bundle_close(b);
}

static void
begin(void)
{
	if (h.key != NULL)
		return;
	log_to(-1);
	hostile_open(&h);
	atexit(finish);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buffer db = { 0 };
	struct bytes base;

	begin();
	if (size == 0)
		return 0;
	base = hostile_base(&h, data[0] % hostile_base_count());
	buffer_add(&db, base.at, base.len);
	hostile_change(&db, bytes_of(data + 1, size - 1));
	judge(buffer_bytes(&db));
	buffer_fini(&db);
	return 0;
}

/* Base 0 but for the last, and one change: kind, page, where, 16 bits, 8. */
static const struct {
	const char *name;
	uint8_t input[7];
} known[] = {
	{ "a child is itself", { 0, 8, 4, 0, 0, 0, 1 } },
	{ "a child is the root", { 0, 8, 21, 0, 0, 0, 2 } },
	{ "free pages in a ring", { 0, 14, 9, 3, 0, 0, 1 } },
	{ "a payload of 2^63", { 0, 9, 30, 2, 127, 0, 8 } },
	{ "a row that goes on in itself", { 0, 11, 20, 1, 10, 0, 1 } },
	{ "UTF-16", { 0, 13, 0, 14, 0, 0, 2 } },
	{ "runs in a leaf of the index", { 0, 15, 33, 15, 40, 0, 255 } },
	{ "a page is another", { 0, 12, 12, 0, 5, 0, 0 } },
	{ "a maze, and one cell too many", { 52, 2, 80, 0, 0, 0, 10 } },
};

/* Those, and some of our set that unit_hostile_db does not come to. */
void
fuzz_seeds(void)
{
	struct buffer db = { 0 };

	begin();
	for (size_t i = 0; i < COUNT_OF(known); i++)
		LLVMFuzzerTestOneInput(known[i].input,
		    sizeof known[i].input);
	for (size_t n = 0; n < SEEDS; n++) {
		hostile_database(&h, 10007 + 101 * n, &db);
		judge(buffer_bytes(&db));
	}
	buffer_fini(&db);
}

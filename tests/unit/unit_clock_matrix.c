/*
 * T29 clock-matrix: what a kiosk's clock says changes neither what may be
 * installed nor that something is shown (I6), in a store that is fresh, in
 * one that was updated, and in one whose roots were changed.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>

#include "base/mem.h"
#include "bundle/clock.h"

#include "store_fixture.h"

enum history { FRESH, UPDATED, ROTATED, HISTORIES };

#define ROOT_CREATED INT64_C(1767225600) /* 2026-01-01 */

static int
setup(void **state)
{
	*state = xcalloc(1, sizeof(struct store_fixture));
	store_fixture_open(*state, 20);
	return 0;
}

static int
teardown(void **state)
{
	store_fixture_close(*state);
	free(*state);
	return 0;
}

/* Root 1, and root 2 that began epoch 2. */
static void
make_roots(struct store_fixture *sf, struct buffer *region)
{
	static const struct fixture_root second = {
		.version = 2, .root_threshold = 1, .roots = { 4, -1 },
		.epoch = 2, .publishers = { 1, -1 }, .revoked = { 0, -1 },
		.signers = { 0, 4, -1 },
	};
	struct buffer entry = { 0 };

	fixture_root(&sf->f, &entry, &second);
	fixture_add_entry(region, bytes_of_text(sf->f.root));
	fixture_add_entry(region, buffer_bytes(&entry));
	buffer_fini(&entry);
}

/* An edition as the publisher of the moment signs it. */
static void
make_edition(struct store_fixture *sf, struct buffer *out,
    enum history history, uint64_t sequence, int64_t created, int64_t expires)
{
	struct fixture_edition spec = { .sequence = sequence,
		.created = created, .expires = expires };
	struct buffer region = { 0 };

	if (history == ROTATED) {
		make_roots(sf, &region);
		spec.epoch = 2;
		spec.root_version = 2;
		spec.who[0] = 1;
		spec.count = 1;
		spec.roots = buffer_bytes(&region);
	}
	out->len = 0;
	fixture_edition(&sf->f, out, &spec);
	buffer_fini(&region);
}

/* A store with that history, made while the clock was right; its floor. */
static int64_t
make_history(struct store_fixture *sf, enum history history)
{
	int64_t created = STORE_FIXTURE_CREATED + STORE_FIXTURE_DAY;
	struct buffer before = { 0 };

	store_fixture_fresh(sf);
	if (history == FRESH)
		return ROOT_CREATED;
	sf->m->clock = created;
	make_edition(sf, &before, history, 10, created,
	    created + 30 * STORE_FIXTURE_DAY);
	assert_int_equal(store_fixture_install(sf, buffer_bytes(&before)),
	    ERR_NONE);
	buffer_fini(&before);
	return created;
}

/* One cell: the verdict, and what is shown afterwards. */
static void
check_cell(struct store_fixture *sf, enum history history, int64_t clock,
    struct bytes candidate, bool proved)
{
	enum err_code want = proved && history != FRESH ? ERR_EXPIRED :
							  ERR_NONE;
	enum err_code got;

	make_history(sf, history);
	sf->m->clock = clock;
	if (history != FRESH) /* I6, before anybody does anything */
		assert_int_equal(store_fixture_shown(sf, NULL), 10);
	got = store_fixture_install(sf, candidate);
	if (got != want)
		fail_msg("history %d, clock %lld: E%02d", (int)history,
		    (long long)clock, (int)got);
	assert_int_equal(store_fixture_shown(sf, NULL),
	    want == ERR_NONE ? 11 : 10);
}

static void
the_clock_decides_nothing_in_a_store(void **state)
{
	struct store_fixture *sf = *state;
	unsigned cells = 0;

	for (int h = 0; h < HISTORIES; h++) {
		enum history history = (enum history)h;
		int64_t floor = make_history(sf, history);
		int64_t built = sf->place.built;
		const int64_t ends[] = { floor - 1, floor, floor + 1,
			floor + 365 * STORE_FIXTURE_DAY };

		for (unsigned e = 0; e < COUNT_OF(ends); e++) {
			const int64_t clocks[] = { 0, 946684800, built - 1,
				built, floor - 1, floor, floor + 1,
				ends[e] - 1, ends[e], ends[e] + 1,
				INT64_C(2147483649), INT64_C(4070908800),
				INT64_C(4294967297) };
			struct buffer candidate = { 0 };

			make_edition(sf, &candidate, history, 11,
			    STORE_FIXTURE_DAY, ends[e]);
			for (unsigned c = 0; c < COUNT_OF(clocks); c++) {
				check_cell(sf, history, clocks[c],
				    buffer_bytes(&candidate), ends[e] < floor);
				cells++;
			}
			buffer_fini(&candidate);
		}
	}
	assert_int_equal(cells, HISTORIES * 4 * 13);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_clock_decides_nothing_in_a_store),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

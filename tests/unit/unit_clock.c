/*
 * bundle/clock: the clock never takes content away, and never decides what
 * may be installed.
 */
#include <config.h>

#include "unit.h"

#include "base/compiler.h"
#include "bundle/clock.h"

#define DAY INT64_C(86400)
#define BUILT INT64_C(1764547200) /* 2025-12-01 */
#define CREATED INT64_C(1767225600) /* 2026-01-01 */

static const struct clock_dates dates = {
	.created = CREATED,
	.stale_after = CREATED + 90 * DAY,
	.expires = CREATED + 365 * DAY,
};

static void
the_floor_is_the_latest_of_what_we_trust(void **state)
{
	(void)state;
	assert_int_equal(clock_floor(BUILT, 0, 0), BUILT);
	assert_int_equal(clock_floor(BUILT, CREATED, 0), CREATED);
	assert_int_equal(clock_floor(BUILT, CREATED, CREATED + 1),
	    CREATED + 1);
	assert_int_equal(clock_floor(BUILT, BUILT - 1, BUILT - 2), BUILT);
}

static void
each_row_of_the_table_holds_to_the_second(void **state)
{
	static const struct {
		int64_t now;
		int64_t floor;
		enum clock_banner banner;
		bool wrong;
		bool may; /* with an edition installed */
		bool warn;
	} rows[] = {
		/* 1970, or a dead battery: staff only */
		{ 0, CREATED, CLOCK_FRESH, true, true, false },
		{ CREATED - 1, CREATED, CLOCK_FRESH, true, true, false },
		{ CREATED, CREATED, CLOCK_FRESH, false, true, false },
		/* the publisher's own rhythm */
		{ CREATED + 90 * DAY, CREATED, CLOCK_FRESH, false, true,
		    false },
		{ CREATED + 90 * DAY + 1, CREATED, CLOCK_AGED, false, true,
		    false },
		/* past its date, says a clock that may be wrong */
		{ CREATED + 365 * DAY, CREATED, CLOCK_AGED, false, true,
		    false },
		{ CREATED + 365 * DAY + 1, CREATED, CLOCK_PAST, false, true,
		    true },
		{ INT64_C(4070908800), CREATED, CLOCK_PAST, false, true, true },
		/* the floor itself is later: proved, whatever the clock says */
		{ 0, CREATED + 90 * DAY + 1, CLOCK_AGED, true, true, false },
		{ 0, CREATED + 365 * DAY, CLOCK_AGED, true, true, false },
		{ 0, CREATED + 365 * DAY + 1, CLOCK_PROVED, true, false,
		    false },
		{ INT64_C(4070908800), CREATED + 365 * DAY + 1, CLOCK_PROVED,
		    false, false, false },
	};

	(void)state;
	for (unsigned i = 0; i < COUNT_OF(rows); i++) {
		struct clock_verdict v = clock_judge(rows[i].now,
		    rows[i].floor, &dates, true);

		if (v.banner != rows[i].banner ||
		    v.clock_is_wrong != rows[i].wrong ||
		    v.may_install != rows[i].may ||
		    v.warn_installer != rows[i].warn)
			fail_msg("row %u", i);
		assert_true(clock_judge(rows[i].now, rows[i].floor, &dates,
		    false).may_install);
	}
}

/* T29 clock-matrix: the rule alone; unit_clock_matrix asks the store. */
static void
the_clock_decides_no_installation(void **state)
{
	static const int64_t clocks[] = { 0, 946684800, BUILT - 1, BUILT,
		BUILT + 1, CREATED - 1, CREATED, CREATED + 1,
		CREATED + 365 * DAY - 1, CREATED + 365 * DAY,
		CREATED + 365 * DAY + 1, INT64_C(2147483648),
		INT64_C(4070908800), INT64_C(4294967296), INT64_MAX,
		INT64_MIN };
	static const int64_t floors[] = { BUILT, CREATED - 1, CREATED,
		CREATED + 1, CREATED + 365 * DAY, CREATED + 365 * DAY + 1,
		INT64_C(4294967297) };

	(void)state;
	for (unsigned f = 0; f < COUNT_OF(floors); f++) {
		for (unsigned c = 0; c < COUNT_OF(clocks); c++) {
			struct clock_verdict v = clock_judge(clocks[c],
			    floors[f], &dates, true);

			assert_int_equal(v.may_install,
			    floors[f] <= dates.expires);
			assert_int_equal(v.banner == CLOCK_PROVED,
			    floors[f] > dates.expires);
			assert_true(clock_judge(clocks[c], floors[f], &dates,
			    false).may_install);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_floor_is_the_latest_of_what_we_trust),
		cmocka_unit_test(each_row_of_the_table_holds_to_the_second),
		cmocka_unit_test(the_clock_decides_no_installation),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

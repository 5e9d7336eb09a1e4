/*
 * bundle/store: what is installed, what is refused, what is shown.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store_fixture.h"

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
	struct store_fixture *sf = *state;

	assert_int_equal(model_open_fds(sf->m), 0);
	store_fixture_close(sf);
	free(sf);
	return 0;
}

static struct store *
must_open(struct store_fixture *sf, enum store_use use)
{
	struct store *s = NULL;
	struct err e = { 0 };

	if (store_open(&s, &sf->place, use, &e) < 0)
		fail_msg("%s", e.text);
	return s;
}

/* Editions FROM to TO, one after the other. */
static void
install_all(struct store_fixture *sf, unsigned from, unsigned to)
{
	for (unsigned i = from; i <= to; i++)
		assert_int_equal(store_fixture_install(sf,
		    store_fixture_edition(sf, i)), ERR_NONE);
}

static bool
is_there(struct store_fixture *sf, unsigned sequence)
{
	char path[MODEL_NAME_SIZE];
	struct bytes found;

	store_fixture_path(sf, store_fixture_edition(sf, sequence), path);
	return model_get(sf->m, path, &found);
}

static void
an_empty_store_shows_nothing_and_a_missing_one_is_an_error(void **state)
{
	struct store_fixture *sf = *state;
	struct store_place place = sf->place;
	struct store *s = NULL;
	struct err e = { 0 };

	assert_int_equal(store_fixture_shown(sf, NULL), 0);
	place.folder = "nowhere";
	place.factory = NULL;
	assert_int_equal(store_open(&s, &place, STORE_READ, &e), -1);
	assert_int_equal(e.code, ERR_NOT_FOUND);
	err_clear(&e);
	assert_int_equal(store_open(&s, &place, STORE_WRITE, &e), -1);
	assert_int_equal(e.code, ERR_NO_ROOM);
	assert_null(s);
}

static void
the_newest_is_shown_and_two_before_it_are_kept(void **state)
{
	struct store_fixture *sf = *state;
	enum store_why why = STORE_FACTORY;
	struct store *s;

	install_all(sf, 41, 45);
	assert_int_equal(store_fixture_shown(sf, &why), 45);
	assert_int_equal(why, STORE_NEWEST);
	assert_false(is_there(sf, 42));
	assert_true(is_there(sf, 43));
	assert_true(is_there(sf, 44));
	assert_int_equal(model_count(sf->m, "store"), 4); /* and the state */
	s = must_open(sf, STORE_READ);
	assert_int_equal(store_count(s), 3);
	assert_int_equal(store_edition(s, 0)->sequence, 45);
	assert_int_equal(store_edition(s, 2)->sequence, 43);
	assert_null(store_edition(s, 3));
	assert_int_equal(store_floor_time(s),
	    STORE_FIXTURE_CREATED + 45 * STORE_FIXTURE_DAY);
	store_close(s);
}

/* T26 rollback, equal-sequence, equivocation */
static void
older_and_equal_and_two_faced_editions_are_refused(void **state)
{
	struct store_fixture *sf = *state;
	struct fixture_edition spec = { .sequence = 43,
		.created = STORE_FIXTURE_CREATED,
		.expires = STORE_FIXTURE_CREATED * 2 };
	struct buffer other = { 0 };

	install_all(sf, 42, 43);
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 42)), ERR_OLDER);
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 43)), ERR_INSTALLED);
	fixture_edition(&sf->f, &other, &spec);
	assert_int_equal(store_fixture_install(sf, buffer_bytes(&other)),
	    ERR_EQUIVOCATION);
	assert_int_equal(store_fixture_shown(sf, NULL), 43);
	/* the floor holds without the file, and lets only it come back */
	{
		char path[MODEL_NAME_SIZE];

		store_fixture_path(sf, store_fixture_edition(sf, 43), path);
		model_remove(sf->m, path);
	}
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 42)), ERR_INSTALLED);
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 41)), ERR_OLDER);
	assert_int_equal(store_fixture_install(sf, buffer_bytes(&other)),
	    ERR_EQUIVOCATION);
	install_all(sf, 43, 43);
	buffer_fini(&other);
}

/* Root 2 ends epoch 1, for the thief of key 0 has jumped ahead. */
static void
make_second_root(struct store_fixture *sf, struct buffer *region)
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

/* T26 fast-forward, then recovery by a new epoch. */
static void
a_new_epoch_ends_a_poisoned_floor(void **state)
{
	struct store_fixture *sf = *state;
	struct fixture_edition spec = { .sequence = (uint64_t)1 << 62,
		.created = INT64_C(7000000000),
		.expires = INT64_C(7100000000) };
	struct buffer region = { 0 };
	struct buffer far = { 0 };
	struct buffer good = { 0 };
	struct store *s;
	struct bytes root;

	install_all(sf, 42, 42);
	fixture_edition(&sf->f, &far, &spec);
	assert_int_equal(store_fixture_install(sf, buffer_bytes(&far)),
	    ERR_NONE);
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 43)), ERR_OLDER);
	make_second_root(sf, &region);
	spec = (struct fixture_edition){ .epoch = 2, .sequence = 1,
		.created = STORE_FIXTURE_CREATED, .root_version = 2,
		.expires = STORE_FIXTURE_CREATED + 365 * STORE_FIXTURE_DAY,
		.who = { 1 }, .count = 1, .roots = buffer_bytes(&region) };
	fixture_edition(&sf->f, &good, &spec);
	assert_int_equal(store_fixture_install(sf, buffer_bytes(&good)),
	    ERR_NONE);
	assert_int_equal(store_fixture_shown(sf, NULL), 1);
	/* the thief's key and epoch are over */
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 43)), ERR_UNKNOWN_KEY);
	s = must_open(sf, STORE_WRITE);
	assert_int_equal(store_floor_time(s), STORE_FIXTURE_CREATED);
	assert_true(store_edition(s, 1)->outdated);
	{
		struct err e = { 0 };

		assert_int_equal(store_roll_back(s, "aa", 0, 1, &e), -1);
		assert_int_equal(e.code, ERR_NOT_FOUND);
	}
	store_close(s);
	/* roots that are lost or rot come back from the edition */
	assert_true(model_get(sf->m, "store/roots/root.2", &root));
	model_remove(sf->m, "store/roots/root.2");
	assert_int_equal(store_fixture_shown(sf, NULL), 1);
	store_close(must_open(sf, STORE_WRITE));
	assert_true(model_get(sf->m, "store/roots/root.2", &root));
	model_put(sf->m, "store/roots/root.2", bytes_of_text("rot"));
	store_close(must_open(sf, STORE_WRITE));
	assert_true(model_get(sf->m, "store/roots/root.2", &root));
	assert_true(root.len > 100);
	buffer_fini(&region);
	buffer_fini(&far);
	buffer_fini(&good);
}

static void
staff_go_back_and_it_stays_so_until_something_newer(void **state)
{
	struct store_fixture *sf = *state;
	enum store_why why = STORE_NEWEST;
	struct err e = { 0 };
	struct store *s;

	install_all(sf, 41, 43);
	s = must_open(sf, STORE_WRITE);
	assert_int_equal(store_roll_back(s, "aa", 0, 0, &e), -1);
	assert_int_equal(e.code, ERR_USAGE);
	err_clear(&e);
	assert_int_equal(store_roll_back(s, "aa", 40, 2, &e), -1);
	assert_int_equal(e.code, ERR_NOT_FOUND);
	err_clear(&e);
	assert_int_equal(store_roll_back(s, "aa", 0, 2, &e), 0);
	assert_int_equal(store_shown(s, "aa", &why)->sequence, 42);
	assert_int_equal(why, STORE_ROLLED_BACK);
	store_close(s);
	s = must_open(sf, STORE_READ);
	assert_int_equal(store_shown(s, "aa", &why)->sequence, 42);
	assert_int_equal(why, STORE_ROLLED_BACK);
	assert_int_equal(store_reason(s, "aa"), 2);
	assert_true(store_edition(s, 0)->away);
	store_close(s);
	/* the stick again does not bring it back */
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 43)), ERR_INSTALLED);
	assert_int_equal(store_fixture_shown(sf, NULL), 42);
	/* one more step, by number */
	s = must_open(sf, STORE_WRITE);
	assert_int_equal(store_roll_back(s, "aa", 41, 3, &e), 0);
	assert_int_equal(store_roll_back(s, "aa", 0, 3, &e), -1);
	store_close(s);
	assert_int_equal(store_fixture_shown(sf, &why), 41);
	install_all(sf, 44, 44);
	assert_int_equal(store_fixture_shown(sf, &why), 44);
	assert_int_equal(why, STORE_NEWEST);
	assert_false(is_there(sf, 43));
	assert_false(is_there(sf, 42));
	assert_true(is_there(sf, 41));
}

/* Flip the byte at AT, counted from the end if negative, of an edition. */
static void
rot(struct store_fixture *sf, unsigned sequence, long at, struct buffer *out)
{
	struct bytes good = store_fixture_edition(sf, sequence);
	char path[MODEL_NAME_SIZE];

	out->len = 0;
	buffer_add(out, good.at, good.len);
	out->at[at < 0 ? (long)good.len + at : at] ^= 4;
	store_fixture_path(sf, good, path);
	model_put(sf->m, path, buffer_bytes(out));
}

/* T13 in part, T14 */
static void
damage_falls_back_and_says_so(void **state)
{
	struct store_fixture *sf = *state;
	enum store_why why = STORE_NEWEST;
	struct buffer rotten[3] = { { 0 } };
	struct err e = { 0 };
	struct store *s;

	install_all(sf, 42, 43);
	rot(sf, 43, 4096 + 300, &rotten[0]); /* the head */
	assert_int_equal(store_fixture_shown(sf, &why), 42);
	assert_int_equal(why, STORE_FELL_BACK);
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 41)), ERR_OLDER);
	rot(sf, 42, -1, &rotten[1]); /* the last block */
	s = must_open(sf, STORE_READ);
	assert_int_equal(store_shown(s, "aa", NULL)->sequence, 42);
	assert_int_equal(store_verify(s, NULL, &e), -1);
	assert_null(store_shown(s, "aa", NULL));
	store_close(s);
	model_put(sf->m, "factory/base.vereda",
	    store_fixture_edition(sf, 7));
	s = must_open(sf, STORE_READ);
	assert_true(store_fall_back(s, "aa"));
	assert_int_equal(store_shown(s, "aa", &why)->sequence, 7);
	assert_int_equal(why, STORE_FACTORY);
	assert_false(store_fall_back(s, "aa"));
	store_close(s);
	/* the same edition again renews it */
	install_all(sf, 43, 43);
	assert_int_equal(store_fixture_shown(sf, &why), 43);
	assert_int_equal(why, STORE_NEWEST);
	for (unsigned i = 0; i < 3; i++)
		buffer_fini(&rotten[i]);
}

static void
the_factory_serves_until_something_is_installed(void **state)
{
	struct store_fixture *sf = *state;
	struct fixture_edition spec = { .sequence = 30,
		.created = STORE_FIXTURE_CREATED, .who = { 9 }, .count = 1,
		.expires = STORE_FIXTURE_CREATED * 2 };
	enum store_why why = STORE_NEWEST;
	struct buffer own = { 0 };
	struct buffer cut = { 0 };
	struct store *s;
	struct err e = { 0 };

	/* signed by who knows whom: it came with the program */
	fixture_edition(&sf->f, &own, &spec);
	buffer_add(&cut, own.at, own.len - 1);
	model_put(sf->m, "factory/cut.vereda", buffer_bytes(&cut));
	assert_int_equal(store_fixture_shown(sf, &why), 0);
	model_put(sf->m, "factory/base.vereda", buffer_bytes(&own));
	assert_int_equal(store_fixture_shown(sf, &why), 30);
	assert_int_equal(why, STORE_FACTORY);
	model_remove(sf->m, "etc/root.1");
	assert_int_equal(store_fixture_shown(sf, &why), 30);
	assert_int_equal(store_open(&s, &sf->place, STORE_WRITE, &e), -1);
	assert_int_equal(e.code, ERR_ROOT_CHAIN);
	model_put(sf->m, "etc/root.1", bytes_of_text(sf->f.root));
	/* what is shown does not fall */
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 29)), ERR_OLDER);
	install_all(sf, 31, 31);
	assert_int_equal(store_fixture_shown(sf, &why), 31);
	assert_int_equal(why, STORE_NEWEST);
	/* its blocks are checked as any other's */
	buffer_fini(&cut);
	buffer_add(&cut, own.at, own.len);
	cut.at[cut.len - 1] ^= 1;
	model_put(sf->m, "factory/cut.vereda", buffer_bytes(&cut));
	s = must_open(sf, STORE_READ);
	assert_int_equal(store_verify(s, NULL, &e), -1);
	store_close(s);
	buffer_fini(&own);
	buffer_fini(&cut);
}

static void
channels_do_not_disturb_each_other(void **state)
{
	static const char *const only_bb[] = { "bb", NULL };
	struct store_fixture *sf = *state;
	struct fixture_edition spec = { .channel = "bb", .epoch = 2,
		.sequence = 5, .created = STORE_FIXTURE_CREATED,
		.who = { 1, 2 }, .count = 2,
		.expires = STORE_FIXTURE_CREATED * 2 };
	struct buffer bb = { 0 };
	struct store *s;

	install_all(sf, 42, 43);
	fixture_edition(&sf->f, &bb, &spec);
	assert_int_equal(store_fixture_install(sf, buffer_bytes(&bb)),
	    ERR_NONE);
	s = must_open(sf, STORE_READ);
	assert_int_equal(store_shown(s, "aa", NULL)->sequence, 43);
	assert_int_equal(store_shown(s, "bb", NULL)->sequence, 5);
	assert_null(store_shown(s, "cc", NULL));
	store_close(s);
	/* E13: not subscribed, whoever signed it */
	sf->place.channels = only_bb;
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 44)), ERR_CHANNEL);
	s = must_open(sf, STORE_READ);
	assert_int_equal(store_count(s), 1);
	store_close(s);
	assert_true(is_there(sf, 43));
	buffer_fini(&bb);
}

/* T29 clock-matrix in part; all of it is in unit_clock_matrix */
static void
expiry_is_proved_by_the_floor_alone(void **state)
{
	static const int64_t clocks[] = { 0, 946684800, 2147483648,
		4070908800 };
	struct store_fixture *sf = *state;
	struct fixture_edition spec = { .sequence = 50,
		.created = STORE_FIXTURE_CREATED + STORE_FIXTURE_DAY,
		.expires = STORE_FIXTURE_CREATED + 2 * STORE_FIXTURE_DAY };
	struct buffer brief = { 0 };

	fixture_edition(&sf->f, &brief, &spec);
	for (unsigned i = 0; i < COUNT_OF(clocks); i++) {
		/* fresh: better than nothing, whatever the date */
		store_fixture_fresh(sf);
		sf->m->clock = clocks[i];
		sf->place.built = STORE_FIXTURE_CREATED * 2;
		assert_int_equal(store_fixture_install(sf,
		    buffer_bytes(&brief)), ERR_NONE);
		/* updated, floor before its end */
		store_fixture_fresh(sf);
		sf->m->clock = clocks[i];
		sf->place.built = 0;
		install_all(sf, 1, 1);
		assert_int_equal(store_fixture_install(sf,
		    buffer_bytes(&brief)), ERR_NONE);
		/* updated, floor behind its end */
		store_fixture_fresh(sf);
		sf->m->clock = clocks[i];
		install_all(sf, 3, 3);
		assert_int_equal(store_fixture_install(sf,
		    buffer_bytes(&brief)), ERR_EXPIRED);
		assert_int_equal(store_fixture_shown(sf, NULL), 3);
	}
	buffer_fini(&brief);
}

static int
refuse(void *context, struct bundle *b, struct err *e)
{
	assert_non_null(bundle_image(b));
	(*(unsigned *)context)++;
	return err_set(e, ERR_SCHEMA, "no such table");
}

static void
what_the_caller_refuses_is_not_installed(void **state)
{
	struct store_fixture *sf = *state;
	unsigned asked = 0;

	install_all(sf, 42, 42);
	sf->job.context = &asked;
	sf->job.try_out = refuse;
	assert_int_equal(store_fixture_install(sf,
	    store_fixture_edition(sf, 43)), ERR_SCHEMA);
	assert_int_equal(asked, 1);
	assert_int_equal(store_fixture_shown(sf, NULL), 42);
	assert_int_equal(model_count(sf->m, "store"), 2);
}

struct witness {
	unsigned questions;
	unsigned stop_at; /* 0: never */
	enum store_step last;
	unsigned steps_seen; /* bits */
};

static void
note_step(void *context, enum store_step step, uint64_t done, uint64_t all)
{
	struct witness *w = context;

	assert_true(done <= all);
	assert_true(step >= w->last);
	w->last = step;
	w->steps_seen |= 1u << step;
}

static bool
stop_now(void *context)
{
	struct witness *w = context;

	assert_true(w->last < STORE_SWITCH);
	return ++w->questions == w->stop_at;
}

static void
it_can_be_cancelled_until_the_switch(void **state)
{
	struct store_fixture *sf = *state;
	struct witness w = { 0 };
	bool cancelled = true;

	install_all(sf, 42, 42);
	sf->job = (struct store_job){ .context = &w, .tell = note_step,
		.cancelled = stop_now };
	for (unsigned n = 1; cancelled; n++) {
		struct err e = { 0 };
		struct store *s;
		int rc;

		w = (struct witness){ .stop_at = n };
		model_put(sf->m, STICK, store_fixture_edition(sf, 43));
		s = must_open(sf, STORE_WRITE);
		rc = store_install(s, STICK, &sf->job, &cancelled, &e);
		store_close(s);
		assert_int_equal(rc < 0, cancelled);
		if (!cancelled)
			break;
		assert_int_equal(e.code, ERR_SYSTEM);
		assert_int_equal(store_fixture_shown(sf, NULL), 42);
		assert_int_equal(model_count(sf->m, "store"), 2);
	}
	assert_int_equal(w.steps_seen, (1u << STORE_STEP_COUNT) - 1);
	assert_true(w.questions > 6);
	assert_int_equal(store_fixture_shown(sf, NULL), 43);
}

static void
only_one_writes(void **state)
{
	struct store_fixture *sf = *state;
	struct store *one = must_open(sf, STORE_WRITE);
	struct store *reader;
	struct store *two = NULL;
	struct err e = { 0 };

	assert_int_equal(store_open(&two, &sf->place, STORE_WRITE, &e), -1);
	assert_int_equal(e.code, ERR_BUSY);
	assert_null(two);
	reader = must_open(sf, STORE_READ); /* who only reads may */
	store_close(reader);
	store_close(one);
	store_close(must_open(sf, STORE_WRITE));
}

/* T15 */
static void
a_state_that_is_lost_is_made_again(void **state)
{
	struct store_fixture *sf = *state;
	struct buffer good = { 0 };
	struct buffer bad = { 0 };
	struct bytes now;

	install_all(sf, 42, 43);
	assert_true(model_get(sf->m, "store/state", &now));
	buffer_add(&good, now.at, now.len);
	/* every length, then every bit */
	for (size_t i = 0; i < good.len + 8 * good.len; i++) {
		bad.len = 0;
		buffer_add(&bad, good.at, i < good.len ? i : good.len);
		if (i >= good.len)
			bad.at[(i - good.len) / 8] ^=
			    (uint8_t)(1u << (i - good.len) % 8);
		model_put(sf->m, "store/state", buffer_bytes(&bad));
		if (i % 64 == 0) {
			enum store_why why;

			assert_int_equal(store_fixture_shown(sf, &why), 43);
			assert_int_equal(why, STORE_NEWEST);
			assert_int_equal(store_fixture_install(sf,
			    store_fixture_edition(sf, 41)), ERR_OLDER);
		} else {
			store_close(must_open(sf, STORE_WRITE));
		}
		assert_true(model_get(sf->m, "store/state", &now));
		assert_true(bytes_equal(now, buffer_bytes(&good)));
	}
	model_remove(sf->m, "store/state");
	assert_int_equal(store_fixture_shown(sf, NULL), 43);
	store_close(must_open(sf, STORE_WRITE));
	assert_true(model_get(sf->m, "store/state", &now));
	assert_true(bytes_equal(now, buffer_bytes(&good)));
	buffer_fini(&good);
	buffer_fini(&bad);
}

static void
a_file_under_a_wrong_name_is_not_shown(void **state)
{
	static const char *const wrong[] = {
		"store/aa-1-99-00000000.vereda",
		"store/aa-2-43-00000000.vereda",
		"store/aa-1-043-00000000.vereda",
		"store/bb-1-43-00000000.vereda",
		"store/aa-1-99999999999999999999-00000000.vereda",
		"store/-1-43-00000000.vereda",
		"store/43-00000000.vereda",
		"store/00000000.vereda",
		"store/x.vereda",
	};
	struct store_fixture *sf = *state;

	install_all(sf, 42, 42);
	for (unsigned i = 0; i < COUNT_OF(wrong); i++)
		model_put(sf->m, wrong[i], store_fixture_edition(sf, 43));
	assert_int_equal(store_fixture_shown(sf, NULL), 42);
	install_all(sf, 44, 44);
	assert_int_equal(store_fixture_shown(sf, NULL), 44);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_store_shows_nothing_and_a_missing_one_is_an_error),
		TEST(the_newest_is_shown_and_two_before_it_are_kept),
		TEST(older_and_equal_and_two_faced_editions_are_refused),
		TEST(a_new_epoch_ends_a_poisoned_floor),
		TEST(staff_go_back_and_it_stays_so_until_something_newer),
		TEST(damage_falls_back_and_says_so),
		TEST(the_factory_serves_until_something_is_installed),
		TEST(channels_do_not_disturb_each_other),
		TEST(expiry_is_proved_by_the_floor_alone),
		TEST(what_the_caller_refuses_is_not_installed),
		TEST(it_can_be_cancelled_until_the_switch),
		TEST(only_one_writes),
		TEST(a_state_that_is_lost_is_made_again),
		TEST(a_file_under_a_wrong_name_is_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Power cuts: the real installation runs over the disk in memory, and after
 * each of its calls every state is looked at that the disk could be left in.
 * What then starts up must show the old edition or the new, whole; the new
 * one once it was said to be done.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crash_fixture.h"
#include "light.h"

#define FEW_ROWS 120 /* a file of 5 writes: for what is wrong on purpose */
#define ROWS 440     /* of 8 */
#define MANY_ROWS 470 /* of 10: three to the tenth states */

/* T01; the second with VEREDA_CHECK_LIGHT (light.h), where there are ROWS in
 * place of MANY_ROWS. */
#define STATES 50000
#define STATES_LIGHT 25000

static int
setup_few(void **state)
{
	(void)state;
	crash_open(FEW_ROWS);
	return 0;
}

static int
setup(void **state)
{
	(void)state;
	crash_open(getenv("VEREDA_CHECK_FULL") != NULL ? MANY_ROWS : ROWS);
	return 0;
}

static int
setup_many(void **state)
{
	(void)state;
	crash_open(is_light() ? ROWS : MANY_ROWS);
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	crash_close();
	return 0;
}

static unsigned long all_states;

static void
nothing_is_lost(const char *workload)
{
	crash_install(&model_ops);
	all_states += crash_run.states;
	crash_must_be_good(workload);
}

static void
the_first_installation_survives_every_power_cut(void **state)
{
	(void)state;
	crash_prepare(NULL, 0, store_fixture_edition(&crash_run.sf, 42));
	nothing_is_lost("first installation");
}

static void
an_upgrade_survives_every_power_cut(void **state)
{
	struct bytes before[1];

	(void)state;
	before[0] = store_fixture_edition(&crash_run.sf, 42);
	crash_prepare(before, 1, store_fixture_edition(&crash_run.sf, 43));
	nothing_is_lost("upgrade");
}

static void
an_upgrade_that_prunes_survives_every_power_cut(void **state)
{
	struct bytes before[3];

	(void)state;
	for (unsigned i = 0; i < 3; i++)
		before[i] = store_fixture_edition(&crash_run.sf, 41 + i);
	crash_prepare(before, 3, store_fixture_edition(&crash_run.sf, 44));
	nothing_is_lost("upgrade and prune");
	assert_int_equal(model_count(crash_run.sf.m, "store"), 4); /* and state */
}

static void
a_rotation_of_roots_survives_every_power_cut(void **state)
{
	static const struct fixture_root second = {
		.version = 2, .root_threshold = 1, .roots = { 4, -1 },
		.epoch = 2, .publishers = { 1, 2, -1 }, .revoked = { 0, -1 },
		.signers = { 0, 4, -1 },
	};
	struct fixture_edition spec = { .epoch = 2, .sequence = 1,
		.created = STORE_FIXTURE_CREATED, .root_version = 2,
		.expires = STORE_FIXTURE_CREATED * 2, .who = { 1 },
		.count = 1 };
	struct buffer region = { 0 };
	struct buffer entry = { 0 };
	struct buffer new = { 0 };
	struct bytes before[1];

	(void)state;
	fixture_root(&crash_run.sf.f, &entry, &second);
	fixture_add_entry(&region, bytes_of_text(crash_run.sf.f.root));
	fixture_add_entry(&region, buffer_bytes(&entry));
	spec.roots = buffer_bytes(&region);
	fixture_edition(&crash_run.sf.f, &new, &spec);
	before[0] = store_fixture_edition(&crash_run.sf, 42);
	crash_prepare(before, 1, buffer_bytes(&new));
	nothing_is_lost("rotation of roots and upgrade");
	assert_int_equal(model_count(crash_run.sf.m, "store/roots"), 1);
	store_fixture_fresh(&crash_run.sf);
	buffer_fini(&region);
	buffer_fini(&entry);
	buffer_fini(&new);
}

/* The one installed has rotted, and comes again from the stick. */
static void
a_renewal_survives_every_power_cut(void **state)
{
	struct bytes good = store_fixture_edition(&crash_run.sf, 43);
	struct buffer rotten = { 0 };
	char path[MODEL_NAME_SIZE];

	(void)state;
	buffer_add(&rotten, good.at, good.len);
	rotten.at[rotten.len - 1] ^= 1;
	crash_prepare(NULL, 0, good);
	store_fixture_put(&crash_run.sf, store_fixture_edition(&crash_run.sf, 42));
	store_fixture_path(&crash_run.sf, good, path);
	model_put(crash_run.sf.m, path, buffer_bytes(&rotten));
	crash_run.old = buffer_bytes(&rotten); /* its head is good: it is shown */
	nothing_is_lost("renewal");
	store_fixture_fresh(&crash_run.sf);
	buffer_fini(&rotten);
}

/* As if it were killed when the edition has its name. */
static bool dead;

static int
last_rename(int dirfd, const char *from, const char *to)
{
	int rc = dead ? -1 : model_ops.rename(dirfd, from, to);

	dead = dead || strcmp(from, "incoming") == 0;
	return rc;
}

static int
fsync_alive(int fd)
{
	return dead ? -1 : model_ops.fsync(fd);
}

static int
unlink_alive(int dirfd, const char *name)
{
	return dead ? -1 : model_ops.unlink(dirfd, name);
}

/* The name is there and not durable; then the next one comes, and the power
 * goes.  A floor that stays while the edition goes would be seen. */
static void
what_one_who_was_killed_left_survives_every_power_cut(void **state)
{
	struct bytes before[1];
	struct store *s = NULL;
	struct err e = { 0 };
	struct io_ops dying = model_ops;

	(void)state;
	before[0] = store_fixture_edition(&crash_run.sf, 42);
	crash_prepare(before, 1, store_fixture_edition(&crash_run.sf, 43));
	model_put(crash_run.sf.m, STICK, crash_run.new);
	dying.rename = last_rename;
	dying.fsync = fsync_alive;
	dying.unlink = unlink_alive;
	dead = false;
	io_use(&dying);
	assert_int_equal(store_open(&s, &crash_run.sf.place, STORE_WRITE, &e),
	    0);
	assert_true(store_install(s, STICK, &crash_run.sf.job, NULL, &e) < 0);
	store_close(s);
	io_use(&model_ops);
	assert_true(dead);
	crash_put_in_order();
	crash_must_be_good("killed, and put in order");
}

static void /* T01 */
enough_states_were_looked_at(void **state)
{
	(void)state;
	printf("# %lu states in all\n", all_states);
	assert_true(all_states >= (is_light() ? STATES_LIGHT : STATES));
}

/*
 * T03: four protocols that are wrong.  Each must be found out.
 */
static char late_from[MODEL_NAME_SIZE];
static char late_to[MODEL_NAME_SIZE];
static unsigned wrong_step;

static int
no_sync_of_the_image(int fd)
{
	if (model_is_longer(fd, 8192))
		return 0;
	return model_ops.fsync(fd);
}

static int
no_sync_after_the_name(int fd)
{
	if (!model_is_longer(fd, 0) && wrong_step == 1) {
		wrong_step = 2;
		return 0;
	}
	return model_ops.fsync(fd);
}

static int
note_the_name(int dirfd, const char *from, const char *to)
{
	if (strcmp(from, "incoming") == 0)
		wrong_step = 1;
	return model_ops.rename(dirfd, from, to);
}

/* The name comes only when the state has its own and is durable. */
static int
name_it_later(int dirfd, const char *from, const char *to)
{
	int rc;

	if (strcmp(from, "incoming") == 0) {
		snprintf(late_from, sizeof late_from, "%s", from);
		snprintf(late_to, sizeof late_to, "%s", to);
		return 0;
	}
	rc = model_ops.rename(dirfd, from, to);
	if (late_from[0] != '\0' && strcmp(to, "state") == 0) {
		model_ops.fsync(dirfd);
		model_ops.rename(dirfd, late_from, late_to);
		late_from[0] = '\0';
	}
	return rc;
}

/* The old edition goes before the new one has its name. */
static int
remove_the_old_first(int dirfd, const char *from, const char *to)
{
	char path[MODEL_NAME_SIZE];

	if (strcmp(from, "incoming") == 0) {
		store_fixture_path(&crash_run.sf, crash_run.old, path);
		model_ops.unlink(dirfd, path + strlen("store/"));
	}
	return model_ops.rename(dirfd, from, to);
}

static void
each_of_four_wrong_protocols_is_found_out(void **state)
{
	static const char *const names[] = { "no fsync of the image",
		"no fsync of the folder after the rename",
		"the floor before the image", "unlink before the rename" };

	(void)state;
	for (unsigned i = 0; i < COUNT_OF(names); i++) {
		struct io_ops wrong = model_ops;
		struct bytes before[1];

		if (i == 0)
			wrong.fsync = no_sync_of_the_image;
		if (i == 1) {
			wrong.fsync = no_sync_after_the_name;
			wrong.rename = note_the_name;
		}
		if (i == 2)
			wrong.rename = name_it_later;
		if (i == 3)
			wrong.rename = remove_the_old_first;
		wrong_step = 0;
		before[0] = store_fixture_edition(&crash_run.sf, 42);
		crash_prepare(before, 1, store_fixture_edition(&crash_run.sf, 43));
		crash_install(&wrong);
		printf("# %s: %lu bad of %lu states: %s\n", names[i], crash_run.bad,
		    crash_run.states, crash_run.first);
		assert_true(crash_run.bad > 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
		    the_first_installation_survives_every_power_cut, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(
		    an_upgrade_survives_every_power_cut, setup_many, teardown),
		cmocka_unit_test_setup_teardown(
		    an_upgrade_that_prunes_survives_every_power_cut, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(
		    a_rotation_of_roots_survives_every_power_cut, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(
		    a_renewal_survives_every_power_cut, setup, teardown),
		cmocka_unit_test_setup_teardown(
		    what_one_who_was_killed_left_survives_every_power_cut,
		    setup_few, teardown),
		cmocka_unit_test(enough_states_were_looked_at),
		cmocka_unit_test_setup_teardown(
		    each_of_four_wrong_protocols_is_found_out, setup_few,
		    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

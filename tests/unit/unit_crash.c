/*
 * Power cuts: the real installation runs over the disk in memory, and after
 * each of its calls every state is looked at that the disk could be left in.
 * What then starts up must show the old edition or the new, whole; the new
 * one once it was said to be done.
 */
#include <config.h>

#include "unit.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "store_fixture.h"

#define FEW_ROWS 120 /* a file of 5 writes: for what is wrong on purpose */
#define ROWS 440     /* of 8 */
#define MANY_ROWS 470 /* of 10: three to the tenth states */
#define TRY_AGAIN 16 /* of so many states one installs again */

/*
 * The same few signatures and keys are checked a hundred thousand times: the good
 * verdicts are remembered.  Everything else runs as it does in a kiosk.
 */
#define KNOWN_MAX 64

static struct known {
	unsigned char signature[crypto_sign_BYTES];
	unsigned char key[crypto_sign_PUBLICKEYBYTES];
	struct buffer message;
} known[KNOWN_MAX];
static size_t known_count;

int
crypto_sign_verify_detached(const unsigned char *signature,
    const unsigned char *message, unsigned long long len,
    const unsigned char *key)
{
	static int (*verify)(const unsigned char *, const unsigned char *,
	    unsigned long long, const unsigned char *);
	struct bytes bytes = bytes_of(message, (size_t)len);
	int rc;

	for (size_t i = 0; i < known_count; i++)
		if (memcmp(known[i].signature, signature,
			sizeof known[i].signature) == 0 &&
		    memcmp(known[i].key, key, sizeof known[i].key) == 0 &&
		    bytes_equal(buffer_bytes(&known[i].message), bytes))
			return 0;
	if (verify == NULL)
		*(void **)&verify = dlsym(RTLD_NEXT,
		    "crypto_sign_verify_detached");
	rc = verify(signature, message, len, key);
	if (rc == 0 && known_count < KNOWN_MAX) {
		struct known *k = &known[known_count++];

		memcpy(k->signature, signature, sizeof k->signature);
		memcpy(k->key, key, sizeof k->key);
		buffer_add(&k->message, message, (size_t)len);
	}
	return rc;
}

static struct hash points[KNOWN_MAX]; /* the same for keys */
static size_t point_count;

int
crypto_core_ed25519_is_valid_point(const unsigned char *point)
{
	static int (*is_valid)(const unsigned char *);

	for (size_t i = 0; i < point_count; i++)
		if (memcmp(points[i].bytes, point, HASH_SIZE) == 0)
			return 1;
	if (is_valid == NULL)
		*(void **)&is_valid = dlsym(RTLD_NEXT,
		    "crypto_core_ed25519_is_valid_point");
	if (is_valid(point) != 1)
		return 0;
	if (point_count < KNOWN_MAX)
		memcpy(points[point_count++].bytes, point, HASH_SIZE);
	return 1;
}

static void
forget_known(void)
{
	while (known_count > 0)
		buffer_fini(&known[--known_count].message);
}

/* One run and what it found. */
struct run {
	struct store_fixture sf;
	struct bytes old; /* empty: nothing is shown before */
	struct bytes new;
	enum store_why old_why;
	bool done;
	struct model_seen seen;
	unsigned long states;
	unsigned long bad;
	char first[ERR_TEXT_SIZE]; /* what is bad with the first */
};

static struct run run; /* tests share it one after the other */

static void
blame(const char *what)
{
	if (run.bad++ == 0)
		snprintf(run.first, sizeof run.first, "%s", what);
}

/* The file of EDITION on the disk that is used now. */
static bool
is_file(const struct stored *edition, struct bytes wanted)
{
	char path[STORE_NAME_SIZE + 8];
	struct bytes found;

	snprintf(path, sizeof path, "store/%s", edition->name);
	return model_get(model_used(), path, &found) &&
	    bytes_equal(found, wanted);
}

/* I1 to I4: 'o' for the old one, 'n' for the new, or 0. */
static char
what_is_shown(const struct store *s)
{
	enum store_why why = STORE_NEWEST;
	const struct stored *shown = store_shown(s, "aa", &why);

	if (shown == NULL)
		return run.old.len == 0 ? 'o' : 0;
	if (is_file(shown, run.new))
		return why == STORE_NEWEST ? 'n' : 0;
	return run.old.len > 0 && is_file(shown, run.old) &&
	    why == run.old_why ? 'o' : 0;
}

static char
start(enum store_use use)
{
	struct err e = { 0 };
	struct store *s = NULL;
	char shown;

	if (store_open(&s, &run.sf.place, use, &e) < 0) {
		blame(e.text);
		return 0;
	}
	shown = what_is_shown(s);
	if (shown == 0)
		blame("neither the old edition whole nor the new");
	if (run.done && shown == 'o')
		blame("the old edition after it was done");
	store_close(s);
	return shown;
}

/* On the disk that is left, without a word to who counts. */
static enum err_code
install_again(struct model *crashed)
{
	struct store_fixture sf = run.sf;

	sf.m = crashed;
	sf.job = (struct store_job){ 0 };
	return store_fixture_install(&sf, run.new);
}

static void cut_power(struct model *m, void *context);

/* Power may go again while it is put in order: the states that leaves are
 * looked at in the same way. */
static void
look_at(struct model *crashed, void *context)
{
	struct bytes bytes;
	char reader;

	(void)context;
	run.states++;
	reader = start(STORE_READ);
	crashed->changed = cut_power;
	if (start(STORE_WRITE) != reader)
		blame("putting it in order changed what is shown");
	crashed->changed = NULL;
	if (model_get(crashed, "store/incoming", &bytes) ||
	    model_get(crashed, "store/state.new", &bytes))
		blame("a leftover is still there");
	if (run.states % TRY_AGAIN == 0) {
		enum err_code code;

		code = install_again(crashed);

		if (code != ERR_NONE && code != ERR_INSTALLED)
			blame("it does not install a second time");
		if (start(STORE_READ) != 'n')
			blame("the second time it is not shown");
	}
	if (model_open_fds(crashed) != 0)
		blame("a descriptor is left open");
}

static void
cut_power(struct model *m, void *context)
{
	(void)context;
	m->changed = NULL;
	model_crashes(m, &run.seen, look_at, NULL);
	m->changed = cut_power;
}

static void
note_done(void *context, const struct stored *edition)
{
	(void)context;
	(void)edition;
	run.done = true;
	/* From now on the same states are judged more strictly. */
	free(run.seen.slots);
	run.seen = (struct model_seen){ 0 };
}

static int
open_rows(int rows)
{
	store_fixture_open(&run.sf, rows);
	run.sf.job.done = note_done;
	return 0;
}

static int
setup_few(void **state)
{
	(void)state;
	return open_rows(FEW_ROWS);
}

static int
setup(void **state)
{
	(void)state;
	return open_rows(getenv("VEREDA_CHECK_FULL") != NULL ? MANY_ROWS :
							       ROWS);
}

static int
setup_many(void **state)
{
	(void)state;
	return open_rows(MANY_ROWS);
}

static int
teardown(void **state)
{
	(void)state;
	store_fixture_close(&run.sf);
	free(run.seen.slots);
	run.seen = (struct model_seen){ 0 };
	forget_known();
	return 0;
}

/* The editions that are there before, put in order once. */
static void
prepare(const struct bytes *before, size_t count, struct bytes new)
{
	struct err e = { 0 };
	struct store *s = NULL;

	store_fixture_fresh(&run.sf);
	for (size_t i = 0; i < count; i++)
		store_fixture_put(&run.sf, before[i]);
	if (store_open(&s, &run.sf.place, STORE_WRITE, &e) < 0)
		fail_msg("%s", e.text);
	store_close(s);
	run.old = count > 0 ? before[count - 1] : (struct bytes){ 0 };
	run.old_why = STORE_NEWEST;
	run.new = new;
	run.done = false;
	run.bad = run.states = 0;
	free(run.seen.slots);
	run.seen = (struct model_seen){ 0 };
}

static void
install(const struct io_ops *ops)
{
	struct err e = { 0 };
	struct store *s = NULL;
	struct model *m = run.sf.m;

	model_put(m, STICK, run.new);
	m->changed = cut_power;
	io_use(ops);
	if (store_open(&s, &run.sf.place, STORE_WRITE, &e) < 0 ||
	    store_install(s, STICK, &run.sf.job, NULL, &e) < 0)
		fail_msg("%s", e.text);
	store_close(s);
	m->changed = NULL;
	model_crashes(m, &run.seen, look_at, NULL);
	io_use(&model_ops);
	assert_true(run.done);
}

static unsigned long all_states;

static void
nothing_is_lost(const char *workload)
{
	install(&model_ops);
	all_states += run.states;
	printf("# %s: %lu states, %lu bad\n", workload, run.states, run.bad);
	if (run.bad > 0)
		fail_msg("%s: %s", workload, run.first);
}

static void
the_first_installation_survives_every_power_cut(void **state)
{
	(void)state;
	prepare(NULL, 0, store_fixture_edition(&run.sf, 42));
	nothing_is_lost("first installation");
}

static void
an_upgrade_survives_every_power_cut(void **state)
{
	struct bytes before[1];

	(void)state;
	before[0] = store_fixture_edition(&run.sf, 42);
	prepare(before, 1, store_fixture_edition(&run.sf, 43));
	nothing_is_lost("upgrade");
}

static void
an_upgrade_that_prunes_survives_every_power_cut(void **state)
{
	struct bytes before[3];

	(void)state;
	for (unsigned i = 0; i < 3; i++)
		before[i] = store_fixture_edition(&run.sf, 41 + i);
	prepare(before, 3, store_fixture_edition(&run.sf, 44));
	nothing_is_lost("upgrade and prune");
	assert_int_equal(model_count(run.sf.m, "store"), 4); /* and state */
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
	fixture_root(&run.sf.f, &entry, &second);
	fixture_add_entry(&region, bytes_of_text(run.sf.f.root));
	fixture_add_entry(&region, buffer_bytes(&entry));
	spec.roots = buffer_bytes(&region);
	fixture_edition(&run.sf.f, &new, &spec);
	before[0] = store_fixture_edition(&run.sf, 42);
	prepare(before, 1, buffer_bytes(&new));
	nothing_is_lost("rotation of roots and upgrade");
	assert_int_equal(model_count(run.sf.m, "store/roots"), 1);
	store_fixture_fresh(&run.sf);
	buffer_fini(&region);
	buffer_fini(&entry);
	buffer_fini(&new);
}

/* The one installed has rotted, and comes again from the stick. */
static void
a_renewal_survives_every_power_cut(void **state)
{
	struct bytes good = store_fixture_edition(&run.sf, 43);
	struct buffer rotten = { 0 };
	char path[MODEL_NAME_SIZE];

	(void)state;
	buffer_add(&rotten, good.at, good.len);
	rotten.at[rotten.len - 1] ^= 1;
	prepare(NULL, 0, good);
	store_fixture_put(&run.sf, store_fixture_edition(&run.sf, 42));
	store_fixture_path(&run.sf, good, path);
	model_put(run.sf.m, path, buffer_bytes(&rotten));
	run.old = buffer_bytes(&rotten); /* its head is good: it is shown */
	nothing_is_lost("renewal");
	store_fixture_fresh(&run.sf);
	buffer_fini(&rotten);
}

/* T01 */
static void
enough_states_were_looked_at(void **state)
{
	(void)state;
	printf("# %lu states in all\n", all_states);
	assert_true(all_states >= 50000);
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
		store_fixture_path(&run.sf, run.old, path);
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
		before[0] = store_fixture_edition(&run.sf, 42);
		prepare(before, 1, store_fixture_edition(&run.sf, 43));
		install(&wrong);
		printf("# %s: %lu bad of %lu states: %s\n", names[i], run.bad,
		    run.states, run.first);
		assert_true(run.bad > 0);
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
		cmocka_unit_test(enough_states_were_looked_at),
		cmocka_unit_test_setup_teardown(
		    each_of_four_wrong_protocols_is_found_out, setup_few,
		    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

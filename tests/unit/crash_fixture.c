/*
 * Power cuts for tests.
 */
#include <config.h>

#include "unit.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "crash_fixture.h"

#define KNOWN_MAX 64
#define TRY_AGAIN 16 /* of so many states one installs again */
#define TRY_AGAIN_BY_LOT 64 /* it takes long with a long file */

/*
 * The same few signatures and keys are checked a hundred thousand times: the
 * good verdicts are remembered.  Everything else runs as it does in a kiosk.
 */

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

struct crash_run crash_run; /* tests share it one after the other */
static void
blame(const char *what)
{
	if (crash_run.bad++ == 0)
		snprintf(crash_run.first, sizeof crash_run.first, "%s", what);
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
		return crash_run.old.len == 0 ? 'o' : 0;
	if (is_file(shown, crash_run.new))
		return why == STORE_NEWEST ? 'n' : 0;
	return crash_run.old.len > 0 && is_file(shown, crash_run.old) &&
	    (why == crash_run.old_why || crash_run.forgets) ? 'o' : 0;
}

static char
start(enum store_use use)
{
	struct err e = { 0 };
	struct store *s = NULL;
	char shown;

	if (store_open(&s, &crash_run.sf.place, use, &e) < 0) {
		blame(e.text);
		return 0;
	}
	/* What cannot be read is found when it is, and counts as gone. */
	if (crash_run.forgets && store_verify(s, NULL, &e) < 0)
		err_clear(&e);
	shown = what_is_shown(s);
	if (shown == 0)
		blame("neither the old edition whole nor the new");
	if (crash_run.done && shown == 'o' && !crash_run.forgets)
		blame("the old edition after it was done");
	store_close(s);
	return shown;
}

/* On the disk that is left, without a word to who counts. */
static enum err_code
install_again(struct model *crashed)
{
	struct store_fixture sf = crash_run.sf;

	sf.m = crashed;
	sf.job = (struct store_job){ 0 };
	return store_fixture_install(&sf, crash_run.new);
}

static bool
is_tried_again(void)
{
	return crash_run.states % (crash_run.sample.budget > 0 ?
		TRY_AGAIN_BY_LOT : TRY_AGAIN) == 0;
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
	crash_run.states++;
	reader = start(STORE_READ);
	crashed->changed = cut_power;
	if (start(STORE_WRITE) != reader)
		blame("putting it in order changed what is shown");
	crashed->changed = NULL;
	if (model_get(crashed, "store/incoming", &bytes) ||
	    model_get(crashed, "store/state.new", &bytes) ||
	    model_get(crashed, "store/roots/root.2.new", &bytes))
		blame("a leftover is still there");
	if (is_tried_again()) {
		enum err_code code = install_again(crashed);

		if (code != ERR_NONE && code != ERR_INSTALLED)
			blame("it does not install a second time");
		if (start(STORE_READ) != 'n')
			blame("the second time it is not shown");
	}
	if (model_open_fds(crashed) != 0)
		blame("a descriptor is left open");
}

static void
look_at_all(struct model *m)
{
	if (crash_run.forgets)
		model_forgets(m, &crash_run.seen, look_at, NULL);
	if (!crash_run.forgets || crash_run.sample.budget > 0)
		model_crashes(m, &crash_run.seen, &crash_run.sample, look_at,
		    NULL);
}

static void
cut_power(struct model *m, void *context)
{
	(void)context;
	m->changed = NULL;
	look_at_all(m);
	m->changed = cut_power;
}

static void
forget_seen(void)
{
	free(crash_run.seen.slots);
	crash_run.seen = (struct model_seen){ 0 };
}

static void
note_done(void *context, const struct stored *edition)
{
	(void)context;
	(void)edition;
	crash_run.done = true;
	forget_seen(); /* the same states are judged more strictly now */
}

void
crash_open(int rows)
{
	crash_run = (struct crash_run){ 0 };
	store_fixture_open(&crash_run.sf, rows);
	crash_run.sf.job.done = note_done;
}

void
crash_close(void)
{
	store_fixture_close(&crash_run.sf);
	forget_seen();
	forget_known();
}

void
crash_prepare(const struct bytes *before, size_t count, struct bytes new)
{
	struct err e = { 0 };
	struct store *s = NULL;

	store_fixture_fresh(&crash_run.sf);
	for (size_t i = 0; i < count; i++)
		store_fixture_put(&crash_run.sf, before[i]);
	if (store_open(&s, &crash_run.sf.place, STORE_WRITE, &e) < 0)
		fail_msg("%s", e.text);
	store_close(s);
	crash_run.old = count > 0 ? before[count - 1] : (struct bytes){ 0 };
	crash_run.old_why = STORE_NEWEST;
	crash_run.new = new;
	crash_run.done = false;
	crash_run.bad = crash_run.states = 0;
	forget_seen();
}

void
crash_install(const struct io_ops *ops)
{
	struct err e = { 0 };
	struct store *s = NULL;
	struct model *m = crash_run.sf.m;

	model_put(m, STICK, crash_run.new);
	m->changed = cut_power;
	io_use(ops);
	if (store_open(&s, &crash_run.sf.place, STORE_WRITE, &e) < 0 ||
	    store_install(s, STICK, &crash_run.sf.job, NULL, &e) < 0)
		fail_msg("%s", e.text);
	store_close(s);
	m->changed = NULL;
	look_at_all(m);
	io_use(&model_ops);
	assert_true(crash_run.done);
}

void
crash_put_in_order(void)
{
	struct err e = { 0 };
	struct store *s = NULL;
	struct model *m = crash_run.sf.m;

	m->changed = cut_power;
	if (store_open(&s, &crash_run.sf.place, STORE_WRITE, &e) < 0)
		fail_msg("%s", e.text);
	store_close(s);
	m->changed = NULL;
	look_at_all(m);
}

void
crash_must_be_good(const char *workload)
{
	printf("# %s: %lu states, %lu bad\n", workload, crash_run.states,
	    crash_run.bad);
	if (crash_run.bad > 0)
		fail_msg("%s: %s", workload, crash_run.first);
}

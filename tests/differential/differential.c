/*
 * T36 differential (I12): many mutants of good bundles, judged by us, by stock
 * minisign, and by read-bundle.awk, which was written from the manual alone
 * and lets od, b2sum, gzip and minisign do the work.
 *
 * What agreement means:
 *
 * - With the script: the same word about the file, "good" or the same code.
 * - With minisign, for each slot that is in use and each key of a publisher:
 *   we take the signature of this key exactly when minisign does.  The one
 *   allowed difference is the form: a slot that minisign takes and we do not
 *   even read (E06) is a "stricter" case, and is counted.  The script, which
 *   has the rules of the form from the manual, must say so too.
 *
 * `make check` asks about some hundreds, `make check-full` about 10,000.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"

#include "bundle_fixture.h"
#include "mutate.h"

#define FEW 200
#define ALL 10000
#define BATCH 100
#define ANSWERS 65536 /* more than all can ask */
#define PUBLISHERS 3 /* keys 0, 1 and 2 sign for the channels */

extern char **environ;

struct answer {
	bool known;
	bool takes;
	struct hash question;
};

struct judges {
	struct fixture f;
	struct mutate m;
	struct buffer mutant;
	char word[BATCH][8]; /* ours */
	unsigned good;
	unsigned codes[ERR_BUNDLE_LAST + 1];
	struct answer answers[ANSWERS]; /* of minisign, an open table */
	unsigned asked;
	/* slots times keys */
	unsigned both_take;
	unsigned both_refuse;
	unsigned stricter;
	unsigned disagreements; /* with minisign */
	unsigned others;        /* with the script */
};

static void
must_write(const char *path, struct bytes bytes)
{
	struct err e = { 0 };

	if (io_write_file(path, bytes, IO_REPLACE, &e) < 0)
		fail_msg("%s", e.text);
}

static bool
run_minisign(const struct judges *j, unsigned key)
{
	char public[64];
	char head[300];
	char sig[300];
	char *argv[] = { (char *)(uintptr_t)MINISIGN, (char *)(uintptr_t)"-Vq",
		(char *)(uintptr_t)"-P", public, (char *)(uintptr_t)"-m", head,
		(char *)(uintptr_t)"-x", sig, NULL };
	posix_spawn_file_actions_t quiet;
	pid_t child = -1;
	int status = -1;

	secret_key_public_text(public, j->f.keys[key]);
	snprintf(head, sizeof head, "%.250s/head", j->f.dir);
	snprintf(sig, sizeof sig, "%.250s/sig", j->f.dir);
	assert_int_equal(posix_spawn_file_actions_init(&quiet), 0);
	for (int fd = 1; fd <= 2; fd++)
		assert_int_equal(posix_spawn_file_actions_addopen(&quiet, fd,
		    "/dev/null", O_WRONLY, 0), 0);
	assert_int_equal(posix_spawn(&child, MINISIGN, &quiet, NULL, argv,
	    environ), 0);
	posix_spawn_file_actions_destroy(&quiet);
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* The same question is asked once: most mutants leave the signatures alone. */
static bool
minisign_takes(struct judges *j, unsigned key, struct bytes text,
    struct bytes head)
{
	struct buffer question = { 0 };
	struct hash sum;
	size_t at;

	buffer_add_u32(&question, key);
	buffer_add_u32(&question, (uint32_t)text.len);
	buffer_add(&question, text.at, text.len);
	buffer_add(&question, head.at, head.len);
	hash_of(&sum, buffer_bytes(&question));
	buffer_fini(&question);
	at = (sum.bytes[0] | (size_t)sum.bytes[1] << 8) % ANSWERS;
	while (j->answers[at].known &&
	    !hash_equal(&j->answers[at].question, &sum))
		at = (at + 1) % ANSWERS;
	if (!j->answers[at].known) {
		j->asked++;
		j->answers[at] = (struct answer){ true, run_minisign(j, key),
			sum };
	}
	return j->answers[at].takes;
}

/* The slot as an auditor cuts it out: without its NULs. */
static void
cut_slot(struct buffer *out, struct bytes slot)
{
	for (size_t i = 0; i < slot.len; i++)
		if (slot.at[i] != 0)
			buffer_add(out, slot.at + i, 1);
}

/* Is KEY worth asking about?  The base64 of its id, but for the ends that it
 * shares with other bytes, stands in every signature of it; key 0 is asked
 * about in any case. */
static bool
is_of(const struct judges *j, unsigned key, const struct buffer *text)
{
	char public[64];

	secret_key_public_text(public, j->f.keys[key]);
	return key == 0 || (text->len > 0 &&
	    memmem(text->at, text->len, public + 3, 10) != NULL);
}

/* One slot, by each key. */
static void
ask_minisign(struct judges *j, struct bytes slot, struct bytes head)
{
	const uint8_t *nul = memchr(slot.at, 0, slot.len);
	size_t len = nul != NULL ? (size_t)(nul - slot.at) : slot.len;
	bool zeros = bytes_all_zero(bytes_of(slot.at + len, slot.len - len));
	struct err e = { 0 };
	struct minisig parsed;
	bool form = zeros &&
	    minisig_parse(&parsed, bytes_of(slot.at, len), &e) == 0;
	struct buffer text = { 0 };
	char path[300];

	cut_slot(&text, slot);
	snprintf(path, sizeof path, "%.250s/sig", j->f.dir);
	must_write(path, buffer_bytes(&text));
	for (unsigned key = 0; key < PUBLISHERS; key++) {
		struct err why = { 0 };
		bool ours = form && minisig_verify(&parsed,
		    secret_key_public(j->f.keys[key]), head, &why) == 0;
		bool theirs;

		if (!ours && !is_of(j, key, &text))
			continue;
		theirs = minisign_takes(j, key, buffer_bytes(&text), head);
		if (ours != theirs && (form || ours))
			j->disagreements++;
		j->both_take += ours && theirs;
		j->both_refuse += !ours && !theirs;
		j->stricter += !form && theirs;
	}
	buffer_fini(&text);
}

/* Every slot in use of a mutant that has a head. */
static void
ask_minisign_all(struct judges *j)
{
	const struct buffer *b = &j->mutant;
	struct reader r = reader_of(buffer_bytes(b));
	struct bytes head = { 0 };
	uint32_t len;
	uint32_t count;
	char path[300];

	(void)reader_take(&r, 8);
	len = reader_u32(&r);
	count = reader_u32(&r);
	if (reader_failed(&r) || b->len < BUNDLE_ENVELOPE_SIZE ||
	    len > b->len - BUNDLE_ENVELOPE_SIZE)
		return;
	head = bytes_of(b->at + BUNDLE_ENVELOPE_SIZE, len);
	snprintf(path, sizeof path, "%.250s/head", j->f.dir);
	must_write(path, head);
	for (uint32_t n = 1; n <= count && n <= BUNDLE_SIGNATURES_MAX; n++)
		ask_minisign(j, bytes_of(b->at + (size_t)n * BUNDLE_SLOT_SIZE,
		    BUNDLE_SLOT_SIZE), head);
}

static void
judge_ourselves(struct judges *j, unsigned place)
{
	enum err_code code = fixture_verdict_of(&j->f,
	    buffer_bytes(&j->mutant));

	snprintf(j->word[place], sizeof j->word[place], "%s",
	    code == ERR_NONE ? "good" : err_name(code));
	j->good += code == ERR_NONE;
	if (code >= 0 && code <= ERR_BUNDLE_LAST)
		j->codes[code]++;
}

/* What the script says of the COUNT files, compared. */
static void
ask_script(struct judges *j, uint64_t first, unsigned count)
{
	const char *srcdir = getenv("srcdir");
	const char *awk = getenv("AWK");
	char *script = xasprintf("%s/tests/differential/read-bundle.awk",
	    srcdir != NULL ? srcdir : ".");
	char *path = realpath(script, NULL);
	char *line = xasprintf("cd %s && mkdir -p tmp && LC_ALL=C %s"
	    " -v root=root -v tmp=tmp -v minisign=" MINISIGN
	    " -f %s [0-9]*.vereda", j->f.dir, awk != NULL ? awk : "awk",
	    path != NULL ? path : script);
	FILE *said = popen(line, "r");
	char name[32];
	char word[8];
	unsigned n = 0;

	assert_non_null(said);
	for (; fscanf(said, "%31s %7s", name, word) == 2; n++) {
		if (n < count && strcmp(word, j->word[n]) == 0)
			continue;
		j->others++;
		print_message("mutant %llu: the script says %s, we %s\n",
		    (unsigned long long)(first + n), word, j->word[n]);
	}
	assert_int_equal(pclose(said), 0);
	assert_int_equal(n, count);
	free(line);
	free(path);
	free(script);
}

static void
judge_batch(struct judges *j, uint64_t first, unsigned count)
{
	for (unsigned n = 0; n < count; n++) {
		unsigned before = j->disagreements;

		snprintf(j->f.path, sizeof j->f.path, "%.250s/%03u.vereda",
		    j->f.dir, n);
		mutate_make(&j->m, first + n, &j->mutant);
		judge_ourselves(j, n);
		ask_minisign_all(j);
		if (j->disagreements != before)
			print_message("mutant %llu: minisign differs\n",
			    (unsigned long long)(first + n));
	}
	ask_script(j, first, count);
}

static void
say(const struct judges *j, uint64_t all)
{
	print_message("%llu bundles: %u good;", (unsigned long long)all,
	    j->good);
	for (int i = 0; i <= ERR_BUNDLE_LAST; i++)
		if (j->codes[i] > 0)
			print_message(" %s %u", err_name((enum err_code)i),
			    j->codes[i]);
	print_message("\nslots and keys: %u both take, %u both refuse, "
	    "%u we are stricter, %u disagree (%u times minisign ran); "
	    "the script: %u disagree\n",
	    j->both_take, j->both_refuse, j->stricter, j->disagreements,
	    j->asked, j->others);
}

static void
clean(const struct judges *j)
{
	char *line = xasprintf("rm -rf '%s/tmp'", j->f.dir);

	if (system(line) != 0)
		print_message("%s is left behind\n", j->f.dir);
	free(line);
}

static void
three_readers_agree(void **state)
{
	uint64_t all = getenv("VEREDA_CHECK_FULL") != NULL ? ALL : FEW;
	static struct judges j;
	char path[300];

	(void)state;
	if (access(MINISIGN, X_OK) < 0)
		skip();
	fixture_open(&j.f);
	mutate_open(&j.m, &j.f);
	snprintf(path, sizeof path, "%.250s/root", j.f.dir);
	must_write(path, buffer_bytes(&j.f.root_text));
	for (uint64_t first = 0; first < all; first += BATCH)
		judge_batch(&j, first, BATCH);
	say(&j, all);
	assert_int_equal(j.disagreements, 0);
	assert_int_equal(j.others, 0);
	/* neither kind of verdict is rare */
	assert_true(j.good > all / 50);
	assert_true(j.both_take > all / 10);
	assert_true(j.both_refuse > all / 10);
	clean(&j);
	mutate_close(&j.m);
	buffer_fini(&j.mutant);
	fixture_close(&j.f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_readers_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

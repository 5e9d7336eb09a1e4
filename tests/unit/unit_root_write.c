/*
 * pack/: drafts of roots and what may be done to them, signatures that are
 * added one by one, and that a fault in between costs nothing.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "bundle/minisig_write.h"
#include "pack/bundle_sign.h"
#include "pack/public_key.h"
#include "pack/root_edit.h"
#include "pack/root_write.h"
#include "pack/signature.h"

#include "bundle_fixture.h"

struct state {
	struct fixture fixture;
	struct root_file file; /* keys 0, 1, 2 of 2 must sign; channel "aa"
				  has 3, 4 of 1, channel "bb" 4, 5 of 1 */
	struct err err;
};

static const struct minisig_key *
key(const struct state *s, unsigned n)
{
	return secret_key_public(s->fixture.keys[n]);
}

static void
add_channel(struct state *s, const char *name, unsigned first)
{
	struct root *r = &s->file.root;

	assert_int_equal(root_edit_add_channel(r, name, 7, 1, &s->err), 0);
	for (unsigned n = first; n < first + 2; n++)
		assert_int_equal(root_edit_add_publisher(r,
				     root_edit_find(r, name), key(s, n),
				     &s->err), 0);
}

static int
setup(void **state)
{
	struct state *s = xcalloc(1, sizeof *s);

	*state = s;
	fixture_open(&s->fixture);
	s->file.root.version = 1;
	assert_true(date_parse(&s->file.root.created, "2026-01-01"));
	assert_true(date_parse(&s->file.root.expires, "2030-01-01"));
	s->file.root.roots.threshold = 2;
	for (unsigned n = 0; n < 3; n++)
		assert_int_equal(root_edit_add_root_key(&s->file.root,
				     key(s, n), &s->err), 0);
	add_channel(s, "bb", 4);
	add_channel(s, "aa", 3);
	assert_int_equal(root_file_compose(&s->file, &s->err), 0);
	return 0;
}

static int
teardown(void **state)
{
	struct state *s = *state;

	fixture_close(&s->fixture);
	root_file_fini(&s->file);
	free(s);
	return 0;
}

/* Key N signs the document of F; PREVIOUS may be NULL. */
static enum err_code
sign(struct state *s, unsigned n, const struct root *previous)
{
	struct err e = { .code = ERR_NONE };
	struct minisig m;

	assert_int_equal(signature_make(&m, s->fixture.keys[n],
			     buffer_bytes(&s->file.document), "a test",
			     &s->err), 0);
	if (root_file_sign(&s->file, &m, previous, &e) == 0)
		assert_string_equal(e.text, "");
	return e.code;
}

static void
a_written_root_is_read_back_byte_for_byte(void **state)
{
	struct state *s = *state;
	struct root_file *again = xcalloc(1, sizeof *again);
	struct buffer first = { 0 };
	struct buffer second = { 0 };

	assert_int_equal(sign(s, 2, NULL), ERR_NONE);
	assert_int_equal(sign(s, 0, NULL), ERR_NONE);
	root_file_text(&first, &s->file);
	assert_int_equal(
	    root_file_parse(again, buffer_bytes(&first), &s->err), 0);
	root_file_text(&second, again);
	assert_true(bytes_equal(buffer_bytes(&first), buffer_bytes(&second)));
	assert_int_equal(again->count, 2);
	again->count = 0; /* a draft once more */
	assert_int_equal(root_file_compose(again, &s->err), 0);
	assert_true(bytes_equal(buffer_bytes(&s->file.document),
	    buffer_bytes(&again->document)));
	root_file_fini(again);
	free(again);
	buffer_fini(&first);
	buffer_fini(&second);
}

static void
the_order_of_editing_does_not_show(void **state)
{
	struct state *s = *state;
	struct root *r = &s->file.root;
	struct buffer before = { 0 };

	buffer_add(&before, s->file.document.at, s->file.document.len);
	assert_int_equal(
	    root_edit_drop_key(r, NULL, key(s, 0)->id, &s->err), 0);
	assert_int_equal(root_edit_drop_channel(r, "aa", &s->err), 0);
	add_channel(s, "aa", 3);
	assert_int_equal(root_edit_add_root_key(r, key(s, 0), &s->err), 0);
	assert_int_equal(root_file_compose(&s->file, &s->err), 0);
	assert_true(bytes_equal(buffer_bytes(&before),
	    buffer_bytes(&s->file.document)));
	buffer_fini(&before);
}

static void
a_kiosk_reads_what_we_write(void **state)
{
	struct state *s = *state;
	struct trust *t = NULL;
	uint32_t epoch = 0;

	assert_int_equal(trust_parse(&t, buffer_bytes(&s->file.document),
			     &s->err), 0);
	assert_int_equal(trust_epoch(t, "bb", &epoch, &s->err), 0);
	assert_int_equal(epoch, 7);
	trust_free(t);
}

static void
a_revoked_key_begins_an_epoch_where_it_signed(void **state)
{
	struct state *s = *state;
	struct root *r = &s->file.root;

	assert_int_equal(root_edit_revoke(r, key(s, 3)->id, "stolen",
			     ROOT_EPOCHS_BUMP, &s->err), 0);
	assert_int_equal(root_edit_find(r, "aa")->epoch, 8);
	assert_int_equal(root_edit_find(r, "aa")->publishers.count, 1);
	assert_int_equal(root_edit_find(r, "bb")->epoch, 7);
	assert_int_equal(root_edit_check(r, &s->err), 0);
	assert_int_equal(root_file_compose(&s->file, &s->err), 0);
}

static void
a_lost_key_can_be_revoked_without_an_epoch(void **state)
{
	struct state *s = *state;
	struct root *r = &s->file.root;

	assert_int_equal(root_edit_revoke(r, key(s, 4)->id, "lost",
			     ROOT_EPOCHS_KEEP, &s->err), 0);
	for (unsigned i = 0; i < r->channel_count; i++) {
		assert_int_equal(r->channels[i].epoch, 7);
		assert_int_equal(r->channels[i].publishers.count, 1);
	}
}

static void
a_revoked_key_never_comes_back(void **state)
{
	struct state *s = *state;
	struct root *r = &s->file.root;

	assert_int_equal(root_edit_revoke(r, key(s, 0)->id, "lost",
			     ROOT_EPOCHS_BUMP, &s->err), 0);
	assert_int_equal(r->roots.count, 2);
	assert_int_equal(root_edit_add_root_key(r, key(s, 0), &s->err), -1);
	assert_int_equal(s->err.code, ERR_INPUT);
	err_clear(&s->err);
	assert_int_equal(root_edit_revoke(r, key(s, 0)->id, "twice",
			     ROOT_EPOCHS_BUMP, &s->err), -1);
}

static void
no_edit_leaves_a_threshold_that_cannot_be_met(void **state)
{
	struct state *s = *state;
	struct root *r = &s->file.root;

	r->roots.threshold = 4;
	assert_int_equal(root_edit_check(r, &s->err), -1);
	err_clear(&s->err);
	r->roots.threshold = 2;
	root_edit_find(r, "bb")->publishers.threshold = 0;
	assert_int_equal(root_edit_check(r, &s->err), -1);
	err_clear(&s->err);
	root_edit_find(r, "bb")->publishers.threshold = 2;
	assert_int_equal(root_edit_check(r, &s->err), 0);
	r->expires = r->created;
	assert_int_equal(root_edit_check(r, &s->err), -1);
}

static void
a_reason_is_one_line_of_plain_words(void **state)
{
	static const char *const bad[] = { "", "two\nlines", "an \033 escape",
		"\xff" };
	struct state *s = *state;
	char *long_one = xcalloc(ROOT_REASON_MAX + 2, 1);

	memset(long_one, 'x', ROOT_REASON_MAX + 1);
	for (size_t i = 0; i <= COUNT_OF(bad); i++) {
		err_clear(&s->err);
		assert_int_equal(root_edit_revoke(&s->file.root,
				     key(s, 9)->id,
				     i < COUNT_OF(bad) ? bad[i] : long_one,
				     ROOT_EPOCHS_BUMP, &s->err), -1);
		assert_int_equal(s->err.code, ERR_INPUT);
	}
	long_one[ROOT_REASON_MAX] = '\0';
	err_clear(&s->err);
	assert_int_equal(root_edit_revoke(&s->file.root, key(s, 9)->id,
			     long_one, ROOT_EPOCHS_BUMP, &s->err), 0);
	assert_int_equal(root_file_compose(&s->file, &s->err), 0);
	free(long_one);
}

static void
the_limits_of_a_root_are_kept(void **state)
{
	struct state *s = *state;
	struct root *r = &s->file.root;
	char name[HEAD_CHANNEL_SIZE + 8];

	for (unsigned i = r->channel_count; i < TRUST_CHANNELS_MAX; i++) {
		snprintf(name, sizeof name, "more-%u", i);
		assert_int_equal(
		    root_edit_add_channel(r, name, 1, 1, &s->err), 0);
	}
	assert_int_equal(root_edit_add_channel(r, "x", 1, 1, &s->err), -1);
	assert_int_equal(s->err.code, ERR_LIMIT);
	for (unsigned n = 3; n < ROOT_KEYS_MAX; n++)
		assert_int_equal(root_edit_add_root_key(r, key(s, n),
				     &s->err), 0);
	err_clear(&s->err);
	assert_int_equal(root_edit_add_root_key(r, key(s, 11), &s->err), -1);
	assert_int_equal(s->err.code, ERR_LIMIT);
	assert_int_equal(root_edit_drop_channel(r, "more-3", &s->err), 0);
	err_clear(&s->err);
	memset(name, 'x', HEAD_CHANNEL_SIZE);
	name[HEAD_CHANNEL_SIZE] = '\0';
	assert_int_equal(root_edit_add_channel(r, name, 1, 1, &s->err), -1);
	assert_int_equal(s->err.code, ERR_INPUT);
}

static void
only_holders_sign_and_each_once(void **state)
{
	struct state *s = *state;
	struct root *previous = xcalloc(1, sizeof *previous);

	assert_int_equal(sign(s, 1, NULL), ERR_NONE);
	assert_int_equal(sign(s, 1, NULL), ERR_INPUT);
	assert_int_equal(sign(s, 3, NULL), ERR_UNKNOWN_KEY);
	previous->roots.keys[0] = *key(s, 3);
	previous->roots.count = 1;
	assert_int_equal(sign(s, 3, previous), ERR_NONE);
	assert_int_equal(root_file_signed_by(&s->file, &s->file.root.roots),
	    1);
	assert_int_equal(root_file_signed_by(&s->file, &previous->roots), 1);
	assert_int_equal(root_file_compose(&s->file, &s->err), -1);
	free(previous);
}

static void
nobody_signs_below_a_bad_signature(void **state)
{
	struct state *s = *state;

	assert_int_equal(sign(s, 1, NULL), ERR_NONE);
	s->file.signatures[0].signature[5] ^= 1;
	assert_int_equal(sign(s, 0, NULL), ERR_SIGNATURE);
	assert_int_equal(s->file.count, 1);
	assert_int_equal(root_file_signed_by(&s->file, &s->file.root.roots),
	    0);
}

static void
a_key_is_read_from_its_line_and_an_id_from_its_digits(void **state)
{
	struct state *s = *state;
	char text[MINISIG_KEY_TEXT_SIZE];
	char hex[MINISIG_KEY_ID_HEX_SIZE];
	uint8_t id[MINISIG_KEY_ID_SIZE];
	struct minisig_key again;

	minisig_key_text(text, key(s, 4));
	assert_int_equal(public_key_read(&again, text, &s->err), 0);
	assert_memory_equal(&again, key(s, 4), sizeof again);
	minisig_key_id_hex(hex, again.id);
	assert_int_equal(public_key_id(id, hex, &s->err), 0);
	assert_memory_equal(id, again.id, sizeof id);
	hex[0] = 'g';
	assert_int_equal(public_key_id(id, hex, &s->err), -1);
	err_clear(&s->err);
	assert_int_equal(public_key_id(id, "0123456789ABCDE", &s->err), -1);
	err_clear(&s->err);
	assert_int_equal(public_key_id(id, "0123456789ABCDEF0", &s->err), -1);
}

/* A call may fail without harm (a leftover that is not there), so that one
 * success does not say that the last call was reached. */
#define CALLS_MAX 60

static void
a_fault_leaves_the_old_root_or_the_new(void **state)
{
	struct state *s = *state;
	char *path = xasprintf("%s/root.1", s->fixture.dir);
	unsigned failed = 0;

	assert_int_equal(sign(s, 0, NULL), ERR_NONE);
	for (unsigned n = 1; n <= CALLS_MAX; n++) {
		struct root_file *left = xcalloc(1, sizeof *left);
		struct err e = { 0 };
		int rc;

		s->file.count = 0;
		assert_int_equal(root_file_replace(&s->file, path, &s->err),
		    0);
		s->file.count = 1;
		io_fail_at(n);
		rc = root_file_replace(&s->file, path, &e);
		io_fail_at(0);
		failed += rc < 0;
		assert_int_equal(root_file_read(left, path, &s->err), 0);
		assert_int_equal(left->count, rc == 0 ? 1 : 0);
		root_file_fini(left);
		free(left);
	}
	assert_in_range(failed, 3, CALLS_MAX - 10); /* open, write, sync */
	free(path);
}

static void
a_fault_leaves_no_new_root_behind(void **state)
{
	struct state *s = *state;
	char *path = xasprintf("%s/root.1", s->fixture.dir);
	int rc = -1;

	for (unsigned n = 1; rc < 0; n++) {
		struct err e = { 0 };

		io_fail_at(n);
		rc = root_file_create(&s->file, path, &e);
		io_fail_at(0);
		assert_int_equal(access(path, F_OK), rc);
		assert_true(n < 20);
	}
	free(path);
}

/* A bundle of "bb", which two of the keys 0, 1, 2 must sign: key 2 has. */
static void
write_half_signed(struct state *s)
{
	struct fixture_edition spec = { .channel = "bb", .epoch = 2,
		.who = { 2 }, .count = 1 };
	struct buffer file = { 0 };

	fixture_edition(&s->fixture, &file, &spec);
	fixture_write(&s->fixture, buffer_bytes(&file));
	buffer_fini(&file);
}

static enum err_code
second_signature(struct state *s, unsigned n)
{
	struct err e = { .code = ERR_NONE };
	struct bundle_signing *signing = NULL;
	struct minisig m;
	int rc = bundle_signing_open(&signing, s->fixture.path,
	    s->fixture.trust, &e);

	if (rc == 0)
		rc = signature_make(&m, s->fixture.keys[n],
		    bundle_signing_head(signing), "a test", &e);
	if (rc == 0)
		rc = bundle_signing_add(signing, &m, &e);
	if (rc == 0)
		rc = bundle_signing_write(signing, s->fixture.path, &e);
	bundle_signing_close(signing);
	return e.code;
}

static void
the_second_signature_makes_a_bundle_good(void **state)
{
	struct state *s = *state;

	write_half_signed(s);
	assert_int_equal(fixture_verdict(&s->fixture), ERR_THRESHOLD);
	assert_int_equal(second_signature(s, 2), ERR_INPUT);
	assert_int_equal(second_signature(s, 3), ERR_UNKNOWN_KEY);
	assert_int_equal(second_signature(s, 0), ERR_NONE);
	assert_int_equal(fixture_verdict(&s->fixture), ERR_NONE);
	assert_int_equal(second_signature(s, 1), ERR_NONE);
	assert_int_equal(fixture_verdict(&s->fixture), ERR_NONE);
}

static void
a_fault_leaves_the_bundle_as_it_was_or_signed(void **state)
{
	struct state *s = *state;
	char *leftover = xasprintf("%s.new", s->fixture.path);
	unsigned failed = 0;

	for (unsigned n = 1; n <= CALLS_MAX; n++) {
		enum err_code code;

		write_half_signed(s);
		io_fail_at(n);
		code = second_signature(s, 0);
		io_fail_at(0);
		failed += code != ERR_NONE;
		assert_int_equal(fixture_verdict(&s->fixture),
		    code == ERR_NONE ? ERR_NONE : ERR_THRESHOLD);
		assert_int_equal(access(leftover, F_OK), -1);
	}
	assert_in_range(failed, 10, CALLS_MAX - 10);
	free(leftover);
}

static void
a_bundle_that_nobody_signed_is_not_signed_on(void **state)
{
	struct state *s = *state;
	struct buffer file = { 0 };

	fixture_sign(&s->fixture, &file, fixture_head(&s->fixture),
	    fixture_data(&s->fixture), NULL, 0);
	fixture_write(&s->fixture, buffer_bytes(&file));
	assert_int_equal(second_signature(s, 0), ERR_THRESHOLD);
	buffer_fini(&file);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
		TEST(a_written_root_is_read_back_byte_for_byte),
		TEST(the_order_of_editing_does_not_show),
		TEST(a_kiosk_reads_what_we_write),
		TEST(a_revoked_key_begins_an_epoch_where_it_signed),
		TEST(a_lost_key_can_be_revoked_without_an_epoch),
		TEST(a_revoked_key_never_comes_back),
		TEST(no_edit_leaves_a_threshold_that_cannot_be_met),
		TEST(a_reason_is_one_line_of_plain_words),
		TEST(the_limits_of_a_root_are_kept),
		TEST(only_holders_sign_and_each_once),
		TEST(nobody_signs_below_a_bad_signature),
		TEST(a_key_is_read_from_its_line_and_an_id_from_its_digits),
		TEST(a_fault_leaves_the_old_root_or_the_new),
		TEST(a_fault_leaves_no_new_root_behind),
		TEST(the_second_signature_makes_a_bundle_good),
		TEST(a_fault_leaves_the_bundle_as_it_was_or_signed),
		TEST(a_bundle_that_nobody_signed_is_not_signed_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

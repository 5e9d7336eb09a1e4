/*
 * bundle/trust: the chain of roots (T25 root-chain).  Names follow those of the TUF
 * conformance suite where they apply.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "bundle/trust.h"

#include "bundle_fixture.h"

/* Keys 4, 5 and 6 are the first root keys, two of them must sign. */
static const struct fixture_root first = {
	.version = 1, .root_threshold = 2, .roots = { 4, 5, 6, -1 },
	.epoch = 1, .publishers = { 0, 1, -1 }, .revoked = { -1 },
	.signers = { -1 },
};

struct chain {
	struct fixture f;
	struct trust *trust; /* FIRST */
	struct buffer region; /* FIRST */
};

static int
setup(void **state)
{
	struct chain *c = xcalloc(1, sizeof *c);
	struct buffer entry = { 0 };
	struct err e = { 0 };

	fixture_open(&c->f);
	fixture_root(&c->f, &entry, &first);
	if (trust_parse(&c->trust, buffer_bytes(&entry), &e) < 0)
		fail_msg("%s", e.text);
	fixture_add_entry(&c->region, buffer_bytes(&entry));
	buffer_fini(&entry);
	*state = c;
	return 0;
}

static int
teardown(void **state)
{
	struct chain *c = *state;

	trust_free(c->trust);
	buffer_fini(&c->region);
	fixture_close(&c->f);
	free(c);
	return 0;
}

/* The version after FIRST with one key changed, well signed. */
static struct fixture_root
second(void)
{
	struct fixture_root r = first;

	r.version = 2;
	r.roots[2] = 7; /* 6 goes, 7 comes */
	r.signers[0] = 4;
	r.signers[1] = 5;
	r.signers[2] = -1;
	return r;
}

static void
sign_with(struct fixture_root *r, int a, int b, int c)
{
	r->signers[0] = a;
	r->signers[1] = b;
	r->signers[2] = c;
	r->signers[3] = -1;
}

static enum err_code
add(struct chain *c, struct trust *t, const struct fixture_root *r)
{
	struct err e = { .code = ERR_NONE };
	struct buffer entry = { 0 };
	uint32_t before = trust_root_version(t);

	fixture_root(&c->f, &entry, r);
	if (trust_add(t, buffer_bytes(&entry), &e) < 0) {
		assert_int_not_equal(e.code, ERR_NONE);
		assert_int_equal(trust_root_version(t), before);
	}
	buffer_fini(&entry);
	return e.code;
}

static enum err_code
verdict(struct chain *c, const struct fixture_root *r)
{
	struct trust *t = trust_copy(c->trust);
	enum err_code code = add(c, t, r);

	trust_free(t);
	return code;
}

static enum err_code
region_verdict(const struct trust *from, struct bytes region,
    uint32_t *version)
{
	struct err e = { .code = ERR_NONE };
	struct trust *t = trust_copy(from);

	if (trust_add_region(t, region, &e) < 0)
		assert_int_not_equal(e.code, ERR_NONE);
	*version = trust_root_version(t);
	trust_free(t);
	return e.code;
}

static void
a_root_signed_by_old_and_new_keys_follows(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = second();

	assert_int_equal(verdict(c, &r), ERR_NONE);
	sign_with(&r, 4, 5, 7);
	assert_int_equal(verdict(c, &r), ERR_NONE);
	/* 6 is in the old one only, 7 in the new one only */
	sign_with(&r, 4, 6, 7);
	assert_int_equal(verdict(c, &r), ERR_NONE);
}

static void
versions_follow_one_by_one(void **state)
{
	static const uint32_t wrong[] = { 1, 3, 4, 4294967295u };
	struct chain *c = *state;
	struct fixture_root r = second();

	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		r.version = wrong[i];
		assert_int_equal(verdict(c, &r), ERR_ROOT_CHAIN);
	}
}

static void
too_few_signatures_are_refused(void **state)
{
	static const int sets[][3] = {
		{ -1, -1, -1 }, /* none */
		{ 4, -1, -1 },  /* one */
		{ 6, 4, -1 },   /* enough of the old, one of the new */
		{ 7, 4, -1 },   /* enough of the new, one of the old */
		{ 7, -1, -1 },  /* the newcomer alone */
		{ 8, 4, 5 },    /* a stranger among them */
		{ 0, 1, -1 },   /* publishers are no root keys */
	};
	struct chain *c = *state;
	struct fixture_root r = second();

	for (size_t i = 0; i < COUNT_OF(sets); i++) {
		sign_with(&r, sets[i][0], sets[i][1], sets[i][2]);
		if (verdict(c, &r) != ERR_ROOT_CHAIN)
			fail_msg("set %zu", i);
	}
	/* self-signed only: all of its keys are new */
	r.roots[0] = 8;
	r.roots[1] = 9;
	sign_with(&r, 7, 8, 9);
	assert_int_equal(verdict(c, &r), ERR_ROOT_CHAIN);
	/* old-signed only */
	sign_with(&r, 4, 5, 6);
	assert_int_equal(verdict(c, &r), ERR_ROOT_CHAIN);
	/* both */
	r.signers[0] = 4;
	r.signers[1] = 5;
	r.signers[2] = 8;
	r.signers[3] = 9;
	r.signers[4] = -1;
	assert_int_equal(verdict(c, &r), ERR_NONE);
}

static void
a_key_counts_once(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = second();
	struct buffer entry = { 0 };
	struct err e = { 0 };
	size_t document;

	sign_with(&r, 4, -1, -1);
	fixture_root(&c->f, &entry, &r);
	document = (size_t)((uint8_t *)strstr((char *)entry.at, "untrusted") -
	    entry.at);
	buffer_add(&entry, entry.at + document, entry.len - document);
	assert_int_equal(trust_add(c->trust, buffer_bytes(&entry), &e), -1);
	assert_int_equal(e.code, ERR_ROOT_CHAIN);
	buffer_fini(&entry);
}

static void
what_was_revoked_does_not_come_back(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = second();
	struct fixture_root third;
	struct trust *t = trust_copy(c->trust);

	r.epoch = 2;
	r.publishers[0] = 2; /* 0 goes */
	r.revoked[0] = 0;
	r.revoked[1] = -1;
	assert_int_equal(add(c, t, &r), ERR_NONE);
	third = r;
	third.version = 3;
	third.revoked[0] = -1; /* the list forgets it, we do not */
	third.publishers[0] = 0;
	assert_int_equal(add(c, t, &third), ERR_ROOT_CHAIN);
	third.publishers[0] = 2;
	third.roots[1] = 0;
	sign_with(&third, 4, 5, 7);
	assert_int_equal(add(c, t, &third), ERR_ROOT_CHAIN);
	third.roots[1] = 5;
	assert_int_equal(add(c, t, &third), ERR_NONE);
	trust_free(t);
}

static void
an_epoch_never_goes_back(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = second();
	struct trust *t = trust_copy(c->trust);
	uint32_t epoch = 0;
	struct err e = { 0 };

	r.epoch = 3;
	assert_int_equal(add(c, t, &r), ERR_NONE);
	r.version = 3;
	r.epoch = 2;
	assert_int_equal(add(c, t, &r), ERR_ROOT_CHAIN);
	r.epoch = 3;
	assert_int_equal(add(c, t, &r), ERR_NONE);
	assert_int_equal(trust_epoch(t, "aa", &epoch, &e), 0);
	assert_int_equal(epoch, 3);
	assert_int_equal(trust_epoch_by(t, 1, "aa", &epoch, &e), 0);
	assert_int_equal(epoch, 1);
	trust_free(t);
}

/* COUNT roots since version 1 as a region. */
static void
make_region(struct chain *c, struct buffer *out, uint32_t count)
{
	buffer_add(out, c->region.at, c->region.len);
	for (uint32_t v = 2; v <= count; v++) {
		struct fixture_root r = first;
		struct buffer entry = { 0 };

		r.version = v;
		sign_with(&r, 4, 6, -1);
		fixture_root(&c->f, &entry, &r);
		fixture_add_entry(out, buffer_bytes(&entry));
		buffer_fini(&entry);
	}
}

static void
a_chain_of_64_is_followed_and_one_of_65_is_not(void **state)
{
	struct chain *c = *state;
	struct buffer region = { 0 };
	uint32_t version = 0;

	make_region(c, &region, TRUST_ROOTS_MAX);
	assert_int_equal(region_verdict(c->trust, buffer_bytes(&region),
	    &version), ERR_NONE);
	assert_int_equal(version, TRUST_ROOTS_MAX);
	region.len = 0;
	make_region(c, &region, TRUST_ROOTS_MAX + 1);
	assert_int_equal(region_verdict(c->trust, buffer_bytes(&region),
	    &version), ERR_ROOT_CHAIN);
	buffer_fini(&region);
}

static void
an_old_chain_replayed_changes_nothing(void **state)
{
	struct chain *c = *state;
	struct buffer three = { 0 };
	struct buffer two = { 0 };
	struct err e = { 0 };
	uint32_t version = 0;
	struct trust *t = trust_copy(c->trust);

	make_region(c, &three, 3);
	make_region(c, &two, 2);
	assert_int_equal(trust_add_region(t, buffer_bytes(&three), &e), 0);
	assert_int_equal(region_verdict(t, buffer_bytes(&two), &version),
	    ERR_NONE);
	assert_int_equal(version, 3);
	assert_int_equal(region_verdict(t, (struct bytes){ 0 }, &version),
	    ERR_NONE);
	assert_int_equal(version, 3);
	/* who knows the chain judges as who does not: a bad signature stays
	 * bad, here in the last line of the last root */
	two.at[two.len - 10] ^= 1;
	assert_int_equal(region_verdict(t, buffer_bytes(&two), &version),
	    ERR_ROOT_CHAIN);
	assert_int_equal(region_verdict(c->trust, buffer_bytes(&two),
	    &version), ERR_ROOT_CHAIN);
	trust_free(t);
	buffer_fini(&two);
	buffer_fini(&three);
}

/* Two second roots, both well signed: who has one refuses the other. */
static void
a_fork_is_refused(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = second();
	struct trust *t = trust_copy(c->trust);
	struct buffer region = { 0 };
	struct buffer entry = { 0 };
	uint32_t version = 0;

	assert_int_equal(add(c, t, &r), ERR_NONE);
	r.created = "2026-02-02";
	fixture_root(&c->f, &entry, &r);
	buffer_add(&region, c->region.at, c->region.len);
	fixture_add_entry(&region, buffer_bytes(&entry));
	assert_int_equal(region_verdict(c->trust, buffer_bytes(&region),
	    &version), ERR_NONE);
	assert_int_equal(region_verdict(t, buffer_bytes(&region), &version),
	    ERR_ROOT_CHAIN);
	trust_free(t);
	buffer_fini(&entry);
	buffer_fini(&region);
}

static void
another_first_root_is_refused(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = first;
	struct buffer region = { 0 };
	struct buffer entry = { 0 };
	uint32_t version = 0;

	r.created = "2026-01-02";
	fixture_root(&c->f, &entry, &r);
	fixture_add_entry(&region, buffer_bytes(&entry));
	assert_int_equal(region_verdict(c->trust, buffer_bytes(&region),
	    &version), ERR_ROOT_CHAIN);
	/* nor may trust begin with a later one */
	r = second();
	entry.len = 0;
	fixture_root(&c->f, &entry, &r);
	{
		struct err e = { 0 };
		struct trust *t = NULL;

		assert_int_equal(trust_parse(&t, buffer_bytes(&entry), &e),
		    -1);
		assert_int_equal(e.code, ERR_ROOT_CHAIN);
		assert_null(t);
	}
	buffer_fini(&entry);
	buffer_fini(&region);
}

static void
no_flipped_bit_and_no_other_length_of_a_chain_is_accepted(void **state)
{
	struct chain *c = *state;
	struct buffer region = { 0 };
	uint32_t version = 0;
	size_t whole;

	make_region(c, &region, 2);
	whole = region.len;
	for (size_t i = 0; i < whole; i++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			region.at[i] ^= (uint8_t)(1u << bit);
			if (region_verdict(c->trust, buffer_bytes(&region),
				&version) != ERR_ROOT_CHAIN)
				fail_msg("byte %zu, bit %u", i, bit);
			region.at[i] ^= (uint8_t)(1u << bit);
		}
	}
	for (region.len = 1; region.len < whole; region.len++)
		if (region_verdict(c->trust, buffer_bytes(&region),
			&version) != ERR_ROOT_CHAIN)
			assert_int_equal(region.len, c->region.len);
	region.len = whole;
	buffer_add_zeros(&region, 1);
	assert_int_equal(region_verdict(c->trust, buffer_bytes(&region),
	    &version), ERR_ROOT_CHAIN);
	buffer_fini(&region);
}

static void
a_field_that_is_not_known_is_refused(void **state)
{
	static const char line[] = "colour=red\n";
	struct chain *c = *state;
	struct buffer text = { 0 };
	struct buffer entry = { 0 };
	struct err e = { 0 };
	struct fixture_root r = second();
	size_t document;

	fixture_root(&c->f, &entry, &r);
	document = (size_t)((uint8_t *)strstr((char *)entry.at, "untrusted") -
	    entry.at);
	buffer_add(&text, entry.at, document);
	buffer_add_text(&text, line);
	document = text.len;
	if (secret_key_sign(c->f.keys[4], bytes_of(text.at, document), "x",
		&text, &e) < 0)
		fail_msg("%s", e.text);
	assert_int_equal(trust_add(c->trust, buffer_bytes(&text), &e), -1);
	assert_int_equal(e.code, ERR_ROOT_CHAIN);
	buffer_fini(&text);
	buffer_fini(&entry);
}

static void
a_bundle_brings_the_root_that_signs_it(void **state)
{
	struct chain *c = *state;
	struct fixture_root r = second();
	struct fixture_edition spec = { .root_version = 2, .epoch = 2,
		.who = { 2 }, .count = 1 };
	struct buffer region = { 0 };
	struct buffer entry = { 0 };
	struct buffer file = { 0 };
	struct fixture asked = c->f; /* the same files, another root */

	r.epoch = 2;
	r.publishers[0] = 2;
	r.revoked[0] = 0;
	r.revoked[1] = -1;
	fixture_root(&c->f, &entry, &r);
	buffer_add(&region, c->region.at, c->region.len);
	fixture_add_entry(&region, buffer_bytes(&entry));
	asked.trust = c->trust;
	/* without its root the signer is a stranger */
	fixture_edition(&c->f, &file, &spec);
	assert_int_equal(fixture_verdict_of(&asked, buffer_bytes(&file)),
	    ERR_UNKNOWN_KEY);
	file.len = 0;
	spec.roots = buffer_bytes(&region);
	fixture_edition(&c->f, &file, &spec);
	assert_int_equal(fixture_verdict_of(&asked, buffer_bytes(&file)),
	    ERR_NONE);
	/* the key that this root revokes, and the epoch that it ends */
	file.len = 0;
	spec.who[0] = 0;
	fixture_edition(&c->f, &file, &spec);
	assert_int_equal(fixture_verdict_of(&asked, buffer_bytes(&file)),
	    ERR_UNKNOWN_KEY);
	file.len = 0;
	spec.who[0] = 2;
	spec.epoch = 1;
	fixture_edition(&c->f, &file, &spec);
	assert_int_equal(fixture_verdict_of(&asked, buffer_bytes(&file)),
	    ERR_EPOCH);
	buffer_fini(&file);
	buffer_fini(&entry);
	buffer_fini(&region);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_root_signed_by_old_and_new_keys_follows),
		TEST(versions_follow_one_by_one),
		TEST(too_few_signatures_are_refused),
		TEST(a_key_counts_once),
		TEST(what_was_revoked_does_not_come_back),
		TEST(an_epoch_never_goes_back),
		TEST(a_chain_of_64_is_followed_and_one_of_65_is_not),
		TEST(an_old_chain_replayed_changes_nothing),
		TEST(a_fork_is_refused),
		TEST(another_first_root_is_refused),
		TEST(no_flipped_bit_and_no_other_length_of_a_chain_is_accepted),
		TEST(a_field_that_is_not_known_is_refused),
		TEST(a_bundle_brings_the_root_that_signs_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Signatures, keys, root documents and manifests: one spelling of each, and
 * the same verdict as stock minisign.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/base64.h"
#include "bundle/bundle.h"
#include "bundle/manifest.h"
#include "bundle/minisig.h"
#include "bundle/trust.h"
#include "pack/secret_key.h"

#include "bundle_fixture.h"

static int
setup(void **state)
{
	*state = xcalloc(1, sizeof(struct fixture));
	fixture_open(*state);
	return 0;
}

static int
teardown(void **state)
{
	fixture_close(*state);
	free(*state);
	return 0;
}

static void
sign(struct buffer *out, const struct fixture *f, const char *message)
{
	struct err e = { 0 };

	if (secret_key_sign(f->keys[0], bytes_of_text(message), "a comment",
		out, &e) < 0)
		fail_msg("%s", e.text);
}

static enum err_code
parse_code(struct minisig *out, struct bytes text)
{
	struct err e = { .code = ERR_NONE };

	if (minisig_parse(out, text, &e) == 0)
		assert_string_equal(e.text, "");
	return e.code;
}

static enum err_code
verify_code(const struct minisig *sig, const struct minisig_key *key,
    const char *message)
{
	struct err e = { .code = ERR_NONE };

	if (minisig_verify(sig, key, bytes_of_text(message), &e) == 0)
		assert_string_equal(e.text, "");
	return e.code;
}

static void
a_signature_is_good_for_its_message_key_and_comment(void **state)
{
	struct fixture *f = *state;
	const struct minisig_key *key = secret_key_public(f->keys[0]);
	struct buffer text = { 0 };
	struct minisig sig;

	sign(&text, f, "hola");
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)), ERR_NONE);
	assert_string_equal(sig.comment, "a comment");
	assert_int_equal(verify_code(&sig, key, "hola"), ERR_NONE);
	assert_int_equal(verify_code(&sig, key, "holas"), ERR_SIGNATURE);
	assert_int_equal(verify_code(&sig, secret_key_public(f->keys[1]),
	    "hola"), ERR_SIGNATURE);
	sig.comment[0] = 'A'; /* the swapped comment */
	assert_int_equal(verify_code(&sig, key, "hola"), ERR_SIGNATURE);
	buffer_fini(&text);
}

/* T41 ascii-strict: no other byte is taken anywhere. */
static void
a_signature_has_one_spelling(void **state)
{
	struct fixture *f = *state;
	const struct minisig_key *key = secret_key_public(f->keys[0]);
	struct buffer text = { 0 };
	struct minisig sig;

	sign(&text, f, "hola");
	for (size_t i = 0; i < text.len; i++) {
		uint8_t good = text.at[i];

		for (unsigned value = 0; value < 256; value++) {
			if (value == good)
				continue;
			text.at[i] = (uint8_t)value;
			if (parse_code(&sig, buffer_bytes(&text)) == ERR_NONE)
				assert_int_equal(verify_code(&sig, key,
				    "hola"), ERR_SIGNATURE);
		}
		text.at[i] = good;
	}
	for (size_t len = 0; len < text.len; len++)
		assert_int_equal(parse_code(&sig, bytes_of(text.at, len)),
		    ERR_SIGNATURE_FORM);
	buffer_add_text(&text, "\n");
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)),
	    ERR_SIGNATURE_FORM);
	buffer_fini(&text);
}

/* T41 ascii-strict, byte by byte: what is not printable is E06 wherever it
 * stands, but for a tab in the words of the trusted comment. */
static void
a_tab_stands_in_the_trusted_comment_alone(void **state)
{
	struct fixture *f = *state;
	struct buffer text = { 0 };
	struct minisig sig;
	size_t words;
	size_t end;

	sign(&text, f, "hola");
	buffer_add_zeros(&text, 1); /* for strstr() */
	text.len--;
	words = (size_t)(strstr((char *)text.at, "a comment") -
	    (char *)text.at);
	end = words + strlen("a comment");
	for (size_t i = 0; i < text.len; i++) {
		uint8_t good = text.at[i];
		bool in_words = i >= words && i < end;

		for (unsigned value = 0; value < 256; value++) {
			if (value >= ' ' && value <= '~')
				continue;
			if (value == good)
				continue;
			text.at[i] = (uint8_t)value;
			if (parse_code(&sig, buffer_bytes(&text)) !=
			    (in_words && value == '\t' ? ERR_NONE :
				ERR_SIGNATURE_FORM))
				fail_msg("byte %zu, value %u", i, value);
		}
		text.at[i] = good;
	}
	buffer_fini(&text);
}

static void
a_comment_with_tabs_is_covered_by_the_global_signature(void **state)
{
	struct fixture *f = *state;
	const struct minisig_key *key = secret_key_public(f->keys[0]);
	struct buffer text = { 0 };
	struct minisig sig;
	struct err e = { 0 };

	assert_int_equal(secret_key_sign(f->keys[0], bytes_of_text("hola"),
	    "timestamp:1\tfile:m\thashed", &text, &e), 0);
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)), ERR_NONE);
	assert_int_equal(verify_code(&sig, key, "hola"), ERR_NONE);
	*strchr(sig.comment, '\t') = ' ';
	assert_int_equal(verify_code(&sig, key, "hola"), ERR_SIGNATURE);
	buffer_fini(&text);
}

/* T41 ascii-strict: lines as other systems end them, blanks, no last LF. */
static void
carriage_returns_and_high_bytes_are_e06(void **state)
{
	struct fixture *f = *state;
	struct buffer text = { 0 };
	struct buffer crlf = { 0 };
	struct minisig sig;
	char *slash;

	sign(&text, f, "hola");
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '\n')
			buffer_add_text(&crlf, "\r");
		buffer_add(&crlf, text.at + i, 1);
	}
	assert_int_equal(parse_code(&sig, buffer_bytes(&crlf)),
	    ERR_SIGNATURE_FORM);
	buffer_add_zeros(&text, 1);
	slash = strchr(strchr((char *)text.at, '\n'), '/');
	assert_non_null(slash); /* the seed gives one */
	*(uint8_t *)slash = 0xFF; /* libsodium 1.0.18 reads that as "/" */
	assert_int_equal(parse_code(&sig, bytes_of(text.at, text.len - 1)),
	    ERR_SIGNATURE_FORM);
	buffer_fini(&text);
	buffer_fini(&crlf);
}

/* Put the 74 raw bytes of line 2 into TEXT. */
static void
replace_line_2(struct buffer *text, const uint8_t raw[74])
{
	char line[BASE64_TEXT_SIZE];
	size_t at = strlen(MINISIG_UNTRUSTED_LINE) + 1;

	base64_encode(line, bytes_of(raw, 74));
	memcpy(text->at + at, line, strlen(line));
}

/* T24: kinds of signatures that a kind reader would take. */
static void
no_signature_of_the_zoo_is_taken(void **state)
{
	/* The order of the group, L, little-endian. */
	static const uint8_t order[32] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63,
		0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
		[31] = 0x10 };
	struct fixture *f = *state;
	const struct minisig_key *key = secret_key_public(f->keys[0]);
	struct buffer text = { 0 };
	struct minisig sig;
	struct minisig_key small = *key;
	uint8_t raw[74];
	unsigned carry = 0;

	sign(&text, f, "hola");
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)), ERR_NONE);
	memcpy(raw, "ED", 2);
	memcpy(raw + 2, sig.id, 8);
	memcpy(raw + 10, sig.signature, 64);
	replace_line_2(&text, raw);
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)), ERR_NONE);
	raw[1] = 'd'; /* legacy: not prehashed */
	replace_line_2(&text, raw);
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)),
	    ERR_SIGNATURE_FORM);
	raw[1] = 'D';
	for (unsigned i = 0; i < 32; i++) { /* S + L signs the same */
		carry += (unsigned)raw[10 + 32 + i] + order[i];
		raw[10 + 32 + i] = (uint8_t)carry;
		carry >>= 8;
	}
	replace_line_2(&text, raw);
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)), ERR_NONE);
	assert_int_equal(verify_code(&sig, key, "hola"), ERR_SIGNATURE);
	/* all zeros, and a key of small order that any message would fit */
	memset(raw + 10, 0, 64);
	replace_line_2(&text, raw);
	assert_int_equal(parse_code(&sig, buffer_bytes(&text)), ERR_NONE);
	assert_int_equal(verify_code(&sig, key, "hola"), ERR_SIGNATURE);
	memset(small.key, 0, sizeof small.key);
	small.key[0] = 1;
	memset(sig.global, 0, sizeof sig.global);
	sig.global[0] = sig.signature[0] = 1;
	assert_int_equal(verify_code(&sig, &small, "hola"), ERR_SIGNATURE);
	buffer_fini(&text);
}

static void
a_public_key_is_a_proper_point_in_one_spelling(void **state)
{
	struct fixture *f = *state;
	struct minisig_key key;
	struct err e = { 0 };
	uint8_t raw[42] = "Ed";
	char line[BASE64_TEXT_SIZE];
	char text[64];

	secret_key_public_text(text, f->keys[0]);
	assert_int_equal(strlen(text), 56);
	assert_int_equal(minisig_key_parse(&key, bytes_of_text(text), &e), 0);
	assert_memory_equal(&key, secret_key_public(f->keys[0]), sizeof key);
	raw[10] = 1; /* the neutral element */
	base64_encode(line, bytes_of(raw, sizeof raw));
	assert_int_equal(minisig_key_parse(&key, bytes_of_text(line), &e), -1);
	assert_int_equal(e.code, ERR_KEY);
	assert_int_equal(minisig_key_parse(&key, bytes_of(text, 55), &e), -1);
}

/* TEXT with the first OLD replaced by NEW, as a root document. */
static enum err_code
root_with(const struct fixture *f, const char *old, const char *new)
{
	struct buffer text = { 0 };
	struct trust *t = NULL;
	struct err e = { .code = ERR_NONE };
	const char *at = strstr(f->root, old);

	assert_non_null(at);
	buffer_add(&text, f->root, (size_t)(at - f->root));
	buffer_add_text(&text, new);
	buffer_add_text(&text, at + strlen(old));
	if (trust_parse(&t, buffer_bytes(&text), &e) == 0)
		assert_string_equal(e.text, "");
	trust_free(t);
	buffer_fini(&text);
	return e.code;
}

static void
a_root_document_has_one_spelling(void **state)
{
	static const char *const changes[][2] = {
		{ "vereda.root.v1\n", "vereda.root.v2\n" },
		{ "vereda.root.v1\n", "" },
		{ "version=1", "version=0" },
		{ "version=1", "version=01" },
		{ "version=1", "version=-1" },
		{ "version=1", "version=4294967296" },
		{ "version=1", "version= 1" },
		{ "version=1\n", "version=1\r\n" },
		{ "version=1\n", "version=1\n\n" },
		{ "version=1\n", "version=1\nversion=1\n" },
		{ "version=1\n", "version=1\nuses=2\n" },
		{ "2026-01-01", "2026-02-30" },
		{ "2030-01-01", "2026-01-01" },
		{ "threshold=1\nroot_key", "threshold=0\nroot_key" },
		{ "threshold=1\nroot_key", "threshold=2\nroot_key" },
		{ "channel=aa", "channel=AA" },
		{ "channel=aa", "channel=bb" },
		{ "channel=aa", "channel=zz" },
		{ "channel=aa", "channel=" },
		{ "epoch=1", "epoch=0" },
		{ "threshold=2", "threshold=0" },
		{ "threshold=2", "threshold=4" },
		{ "publisher_key=RW", "publisher_key=RX" },
		{ "publisher_key=RW", "publisher_key=RW " },
		{ " the laptop", "the laptop" },
		{ " the laptop was stolen", " " },
		{ " the laptop", " the\033laptop" },
		{ "stolen\n", "stolen" },
		{ "stolen\n", "stolen\n\n" },
		{ "stolen\n", "stolen\nunknown=1\n" },
	};
	struct fixture *f = *state;

	/* well spelt, but trust begins with the first */
	assert_int_equal(root_with(f, "version=1", "version=7"),
	    ERR_ROOT_CHAIN);
	assert_int_equal(root_with(f, "epoch=1", "epoch=4294967295"),
	    ERR_NONE);
	for (size_t i = 0; i < COUNT_OF(changes); i++)
		if (root_with(f, changes[i][0], changes[i][1]) !=
		    ERR_ROOT_CHAIN)
			fail_msg("taken: %s", changes[i][1]);
}

static void
one_key_counts_once_even_under_two_ids(void **state)
{
	struct fixture *f = *state;
	const struct minisig_key *key = secret_key_public(f->keys[0]);
	uint8_t raw[42] = "Ed";
	char twin[BASE64_TEXT_SIZE];
	char again[64];
	char *lines;

	memcpy(raw + 10, key->key, sizeof key->key);
	base64_encode(twin, bytes_of(raw, sizeof raw)); /* id 0: sorts first */
	secret_key_public_text(again, f->keys[0]);
	lines = xasprintf("root_key=%s\nroot_key=%s\n", twin, again);
	{
		char *one = xasprintf("root_key=%s\n", again);
		char *other = xasprintf("root_key=%s\n", twin);

		assert_int_equal(root_with(f, one, other), ERR_NONE);
		assert_int_equal(root_with(f, one, lines), ERR_ROOT_CHAIN);
		free(one);
		free(other);
	}
	free(lines);
}

static void
a_revoked_key_is_nobodys_key(void **state)
{
	struct fixture *f = *state;
	char revoked[MINISIG_KEY_ID_HEX_SIZE];
	char used[MINISIG_KEY_ID_HEX_SIZE];

	minisig_key_id_hex(revoked, secret_key_public(f->keys[3])->id);
	minisig_key_id_hex(used, secret_key_public(f->keys[2])->id);
	assert_int_equal(root_with(f, revoked, used), ERR_ROOT_CHAIN);
}

static void
a_development_root_lets_its_key_sign(void **state)
{
	static const char *const channels[] = { "zz", "crm", NULL };
	struct fixture *f = *state;
	struct trust *t = NULL;
	struct err e = { 0 };
	uint32_t epoch = 0;
	char path[320];

	snprintf(path, sizeof path, "%s/dev", f->dir);
	assert_int_equal(bundle_write_development_root(path, channels,
	    f->keys[2], &e), 0);
	assert_int_equal(trust_load(&t, path, &e), 0);
	assert_int_equal(trust_root_version(t), 1);
	assert_int_equal(trust_epoch(t, "crm", &epoch, &e), 0);
	assert_int_equal(epoch, 1);
	assert_int_equal(trust_epoch(t, "gt", &epoch, &e), -1);
	assert_int_equal(e.code, ERR_CHANNEL);
	trust_free(t);
}

static enum err_code
manifest_code(const char *text)
{
	struct manifest *m = NULL;
	struct err e = { .code = ERR_NONE };

	if (manifest_parse(&m, bytes_of_text(text), &e) == 0)
		assert_non_null(m);
	manifest_free(m);
	return e.code;
}

static void
a_manifest_is_sorted_lines_of_safe_text(void **state)
{
	static const char *const bad[] = { "a", "a=1", "=1\n", "a=1\n\n",
		"b=1\na=1\n", "a=1\na=1\n", "A=1\n", "a b=1\n", "a=\x1b\n",
		"a=\r\n", "a=\xE2\x80\xAE\n", "a=\xFF\n", "a=1\nb" };
	const char *text = "title.en=T\ntitle.es=T\xC3\xADtulo=\nx.fr=\n";
	struct manifest *m = NULL;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(manifest_code(""), ERR_NONE);
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		assert_int_equal(manifest_code(bad[i]), ERR_HEAD_LENGTHS);
	assert_int_equal(manifest_parse(&m, bytes_of_text(text), &e), 0);
	assert_int_equal(manifest_count(m), 3);
	assert_string_equal(manifest_get_in(m, "title", "en"), "T");
	assert_string_equal(manifest_get_in(m, "title", "ht"),
	    "T\xC3\xADtulo=");
	assert_string_equal(manifest_get_in(m, "x", "en"), "");
	assert_null(manifest_get(m, "title"));
	manifest_free(m);
}

static void
a_saved_key_loads_with_its_passphrase_only(void **state)
{
	struct fixture *f = *state;
	struct secret_key *k = NULL;
	struct err e = { 0 };
	bool encrypted = false;
	char path[320];
	char public[320];

	snprintf(path, sizeof path, "%s/enc", f->dir);
	snprintf(public, sizeof public, "%s/enc.pub", f->dir);
	assert_int_equal(secret_key_save(f->keys[1], path, public,
	    "mar y cielo", &e), 0);
	assert_int_equal(secret_key_is_encrypted(&encrypted, path, &e), 0);
	assert_true(encrypted);
	assert_int_equal(secret_key_load(&k, path, "mar y suelo", &e), -1);
	assert_int_equal(e.code, ERR_KEY);
	err_clear(&e);
	assert_int_equal(secret_key_load(&k, path, NULL, &e), -1);
	assert_int_equal(e.code, ERR_KEY);
	err_clear(&e);
	assert_int_equal(secret_key_load(&k, path, "mar y cielo", &e), 0);
	assert_memory_equal(secret_key_public(k),
	    secret_key_public(f->keys[1]), sizeof(struct minisig_key));
	secret_key_free(k);
	/* Neither file is ever overwritten. */
	assert_int_equal(secret_key_save(f->keys[0], path, public, NULL, &e),
	    -1);
}

/* What stock minisign 0.11 -G -W wrote, and what -G wrote for "pw". */
static const char their_plain[] =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "0HLKwYqkntXXqwa0zgLrwg8o8vIMb3kpDoQMhkP6xFmFJl3rOw1ik1dFCmxd6/mgfeJSSJAu"
    "VDcBSoNiWWMv0VCQNLV44zUXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
static const char their_encrypted[] =
    "untrusted comment: minisign encrypted secret key\n"
    "RWRTY0IyLm0v+htGQ3kGN8qk93RQQ0cUqA9OWtOdM4FlN0LFzOcAAAACAAAAAAAAAEAAAAAA"
    "WKO+/jjzz1zXjMGmgdZRcerNcdOi5E9hX70oyORB5QvJHHcBw4SfGezutMD8QZWtC41Vzx9C"
    "uFkEJB4Az943K3hl1haQpneohZFzr8TU6omTTtA12RtsZDQzJkgLVY3+vwhsOg5Rddg=\n";

static void
keys_that_stock_minisign_made_are_read(void **state)
{
	struct fixture *f = *state;
	struct secret_key *k = NULL;
	struct err e = { 0 };
	char path[320];
	char text[64];

	snprintf(path, sizeof path, "%s/theirs", f->dir);
	assert_int_equal(io_write_file(path, bytes_of_text(their_plain),
	    IO_REPLACE, &e), 0);
	assert_int_equal(secret_key_load(&k, path, NULL, &e), 0);
	secret_key_public_text(text, k);
	assert_string_equal(text,
	    "RWTQcsrBiqSe1VdFCmxd6/mgfeJSSJAuVDcBSoNiWWMv0VCQNLV44zUX");
	secret_key_free(k);
	assert_int_equal(io_write_file(path, bytes_of_text(their_encrypted),
	    IO_REPLACE, &e), 0);
	assert_int_equal(secret_key_load(&k, path, "pw", &e), 0);
	secret_key_public_text(text, k);
	assert_string_equal(text,
	    "RWQnY4gJNWl5mSBp64uQCcw9JEtxt1beuAI3dlo5if3RMzhbmoEsfPOZ");
	secret_key_free(k);
}

/* Run a shell line in the fixture's folder; its exit status. */
static int
run(const struct fixture *f, const char *line)
{
	pid_t child = fork();
	int status = -1;

	if (child == 0) {
		if (chdir(f->dir) < 0)
			_exit(99);
		execl("/bin/sh", "sh", "-c", line, (char *)NULL);
		_exit(99);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
skip_without_minisign(void)
{
	if (access(MINISIGN, X_OK) < 0)
		skip();
}

static void
stock_minisign_signs_with_our_keys_and_we_read_it(void **state)
{
	struct fixture *f = *state;
	struct buffer text = { 0 };
	struct minisig sig;
	struct err e = { 0 };
	char path[320];
	char public[320];

	skip_without_minisign();
	snprintf(path, sizeof path, "%s/ours", f->dir);
	snprintf(public, sizeof public, "%s/ours.pub", f->dir);
	assert_int_equal(secret_key_save(f->keys[0], path, public, NULL, &e),
	    0);
	snprintf(path, sizeof path, "%s/locked", f->dir);
	snprintf(public, sizeof public, "%s/locked.pub", f->dir);
	assert_int_equal(secret_key_save(f->keys[0], path, public, "pw", &e),
	    0);
	assert_int_equal(run(f, "printf hola >m && " MINISIGN
	    " -S -s ours -m m -x 1 -t one -c 'vereda bundle signature'"
	    " >/dev/null && " MINISIGN " -V -q -p ours.pub -m m -x 1"), 0);
	assert_int_equal(run(f, "echo pw | " MINISIGN
	    " -S -s locked -m m -x 2 -t two -c 'vereda bundle signature'"
	    " >/dev/null 2>&1"), 0);
	/* plain -S: words of its own, with tabs */
	assert_int_equal(run(f, MINISIGN " -S -s ours -m m -x 3"
	    " -c 'vereda bundle signature' >/dev/null"), 0);
	for (unsigned n = 1; n <= 3; n++) {
		snprintf(path, sizeof path, "%s/%u", f->dir, n);
		assert_int_equal(io_read_file(&text, path, 1024, &e), 0);
		assert_int_equal(parse_code(&sig, buffer_bytes(&text)),
		    ERR_NONE);
		if (n == 3)
			assert_non_null(strchr(sig.comment, '\t'));
		else
			assert_string_equal(sig.comment,
			    n == 1 ? "one" : "two");
		assert_int_equal(verify_code(&sig,
		    secret_key_public(f->keys[0]), "hola"), ERR_NONE);
		buffer_fini(&text);
	}
}

/* The auditor's line of vereda-bundle(5). */
static void
stock_minisign_accepts_a_bundle_through_dd(void **state)
{
	struct fixture *f = *state;
	char public[64];
	char *line;

	skip_without_minisign();
	fixture_write(f, buffer_bytes(&f->whole));
	secret_key_public_text(public, f->keys[0]);
	line = xasprintf("dd if=x.vereda bs=1024 skip=1 count=1 2>/dev/null |"
	    " tr -d '\\000' >sig && dd if=x.vereda bs=4096 skip=1 count=%zu"
	    " 2>/dev/null | " MINISIGN " -V -q -P %s -m /dev/stdin -x sig",
	    f->head_len / 4096, public);
	assert_int_equal(run(f, line), 0);
	f->whole.at[BUNDLE_ENVELOPE_SIZE + 64] ^= 1;
	fixture_write(f, buffer_bytes(&f->whole));
	assert_int_not_equal(run(f, line), 0);
	f->whole.at[BUNDLE_ENVELOPE_SIZE + 64] ^= 1;
	free(line);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_signature_is_good_for_its_message_key_and_comment),
		cmocka_unit_test(a_signature_has_one_spelling),
		cmocka_unit_test(a_tab_stands_in_the_trusted_comment_alone),
		cmocka_unit_test(
		    a_comment_with_tabs_is_covered_by_the_global_signature),
		cmocka_unit_test(carriage_returns_and_high_bytes_are_e06),
		cmocka_unit_test(no_signature_of_the_zoo_is_taken),
		cmocka_unit_test(
		    a_public_key_is_a_proper_point_in_one_spelling),
		cmocka_unit_test(a_root_document_has_one_spelling),
		cmocka_unit_test(one_key_counts_once_even_under_two_ids),
		cmocka_unit_test(a_revoked_key_is_nobodys_key),
		cmocka_unit_test(a_development_root_lets_its_key_sign),
		cmocka_unit_test(a_manifest_is_sorted_lines_of_safe_text),
		cmocka_unit_test(a_saved_key_loads_with_its_passphrase_only),
		cmocka_unit_test(keys_that_stock_minisign_made_are_read),
		cmocka_unit_test(
		    stock_minisign_signs_with_our_keys_and_we_read_it),
		cmocka_unit_test(stock_minisign_accepts_a_bundle_through_dd),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

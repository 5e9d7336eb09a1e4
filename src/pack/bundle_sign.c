/*
 * Adding signatures to a bundle.  Only the envelope changes; the rest of the
 * file is copied as it is, and the copy is checked before it gets its name.
 */
#include <config.h>

#include "pack/bundle_sign.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "base/mem.h"
#include "bundle/envelope.h"
#include "bundle/minisig_write.h"
#include "pack/root_write.h"
#include "pack/signature.h"

#define CHUNK 65536u /* bytes that are copied at once */

struct bundle_signing {
	struct bundle *bundle;
	const struct trust *trust; /* borrowed */
	char *path;
	struct envelope envelope;
	struct buffer head;
	struct root_keys publishers;
};

/* The publishers of the channel by the newest root of T; E13, E15. */
static int
find_publishers(struct bundle_signing *s, const struct trust *t,
    struct err *e)
{
	const struct head *h = bundle_head(s->bundle);
	struct root_file *newest = xcalloc(1, sizeof *newest);
	const struct root *r = &newest->root;
	uint32_t epoch = 0;
	int rc = -1;

	if (h->root_version > trust_root_version(t))
		err_set(e, ERR_ROOT_CHAIN, "made under root %u, the newest "
		    "here is %u", h->root_version, trust_root_version(t));
	else if (trust_epoch(t, h->channel, &epoch, e) == 0 &&
	    root_file_parse(newest, trust_entry(t, trust_root_version(t)),
		e) == 0)
		rc = 0;
	if (rc == 0 && epoch != h->epoch)
		rc = err_set(e, ERR_EPOCH, "epoch %u, the root says %u",
		    h->epoch, epoch);
	for (unsigned i = 0; rc == 0 && i < r->channel_count; i++)
		if (strcmp(r->channels[i].name, h->channel) == 0)
			s->publishers = r->channels[i].publishers;
	root_file_fini(newest);
	free(newest);
	return rc;
}

static int
judge(const struct bundle_signing *s, const struct minisig *signature,
    struct err *e)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];

	minisig_key_id_hex(id, signature->id);
	for (unsigned i = 0; i < s->publishers.count; i++) {
		const struct minisig_key *key = &s->publishers.keys[i];

		if (memcmp(key->id, signature->id, sizeof key->id) != 0)
			continue;
		if (minisig_verify(signature, key, buffer_bytes(&s->head),
			e) < 0)
			return err_wrap(e, "key %s", id);
		return 0;
	}
	return err_set(e, ERR_UNKNOWN_KEY, "key %s is no publisher of %s", id,
	    bundle_head(s->bundle)->channel);
}

/* The head was read twice: that is one head. */
static int
check_same(const struct bundle_signing *s, struct err *e)
{
	struct hash opened;
	struct hash read;

	bundle_head_hash(s->bundle, &opened);
	hash_of(&read, buffer_bytes(&s->head));
	if (hash_equal(&opened, &read))
		return 0;
	return err_set(e, ERR_STICK, "the file changes while it is read");
}

/* Envelope, head and roots, and what TRUST says of them. */
static int
read_front(struct bundle_signing *s, int fd, const struct trust *trust,
    struct err *e)
{
	struct trust *chain = trust_copy(trust);
	struct buffer envelope = { 0 };
	struct buffer roots = { 0 };
	struct envelope *v = &s->envelope;
	int rc = -1;

	if (io_read_to(&envelope, fd, BUNDLE_ENVELOPE_SIZE, 0, e) < 0 ||
	    envelope_parse(v, buffer_bytes(&envelope), e) < 0 ||
	    io_read_to(&s->head, fd, v->head_len, BUNDLE_ENVELOPE_SIZE, e) <
		0 ||
	    io_read_to(&roots, fd, v->roots_len,
		bundle_size(s->bundle) - v->roots_len, e) < 0)
		goto out;
	if (check_same(s, e) < 0 ||
	    trust_add_region(chain, buffer_bytes(&roots), e) < 0 ||
	    find_publishers(s, chain, e) < 0)
		goto out;
	rc = v->count > 0 ? 0 : err_set(e, ERR_THRESHOLD, "nobody has signed");
	for (unsigned i = 0; rc == 0 && i < v->count; i++)
		rc = judge(s, &v->signatures[i], e);
out:
	trust_free(chain);
	buffer_fini(&envelope);
	buffer_fini(&roots);
	return rc;
}

int
bundle_signing_open(struct bundle_signing **out, const char *path,
    const struct trust *trust, struct err *e)
{
	const struct bundle_rules form_only = { .use = BUNDLE_FACTORY };
	struct bundle_signing *s = xcalloc(1, sizeof *s);
	int fd = -1;
	int rc = -1;

	*out = NULL;
	s->path = xstrdup(path);
	s->trust = trust;
	if (bundle_open_at(&s->bundle, AT_FDCWD, path, &form_only, e) == 0 &&
	    io_open(&fd, AT_FDCWD, path, IO_READ, e) == 0)
		rc = read_front(s, fd, trust, e);
	io_close(fd);
	if (rc == 0) {
		*out = s;
		return 0;
	}
	bundle_signing_close(s);
	return rc;
}

void
bundle_signing_close(struct bundle_signing *s)
{
	if (s == NULL)
		return;
	bundle_close(s->bundle);
	buffer_fini(&s->head);
	free(s->path);
	free(s);
}

struct bundle *
bundle_signing_bundle(const struct bundle_signing *s)
{
	return s->bundle;
}

struct bytes
bundle_signing_head(const struct bundle_signing *s)
{
	return buffer_bytes(&s->head);
}

unsigned
bundle_signing_count(const struct bundle_signing *s)
{
	return s->envelope.count;
}

unsigned
bundle_signing_needed(const struct bundle_signing *s)
{
	return s->publishers.threshold;
}

struct bundle *
bundle_signing_release(struct bundle_signing *s)
{
	struct bundle *b = s->bundle;

	s->bundle = NULL;
	return b;
}

int
bundle_signing_add(struct bundle_signing *s, const struct minisig *signature,
    struct err *e)
{
	if (judge(s, signature, e) < 0)
		return -1;
	return signature_insert(s->envelope.signatures, &s->envelope.count,
	    BUNDLE_SIGNATURES_MAX, signature, e);
}

static int
make_envelope(const struct bundle_signing *s, struct buffer *out,
    struct err *e)
{
	struct buffer texts[BUNDLE_SIGNATURES_MAX] = { { 0 } };
	struct bytes slots[BUNDLE_SIGNATURES_MAX];
	unsigned count = s->envelope.count;
	int rc;

	for (unsigned i = 0; i < count; i++) {
		minisig_text(&texts[i], &s->envelope.signatures[i]);
		slots[i] = buffer_bytes(&texts[i]);
	}
	rc = envelope_write(out, s->envelope.head_len, slots, count, e);
	if (rc == 0)
		envelope_set_roots(out->at, s->envelope.roots_len);
	for (unsigned i = 0; i < count; i++)
		buffer_fini(&texts[i]);
	return rc;
}

/* What follows the envelope in the file FROM, to TO. */
static int
copy_rest(int from, int to, uint64_t size, struct err *e)
{
	uint8_t *chunk = xcalloc(1, CHUNK);
	int rc = 0;

	for (uint64_t at = BUNDLE_ENVELOPE_SIZE; rc == 0 && at < size;) {
		size_t len = size - at < CHUNK ? (size_t)(size - at) : CHUNK;

		rc = io_read_at(from, chunk, len, at, e);
		if (rc == 0)
			rc = io_write(to, bytes_of(chunk, len), e);
		at += len;
	}
	free(chunk);
	return rc;
}

/* PATH, which was just written, with as many signatures as S. */
static int
check_copy(const struct bundle_signing *s, const char *path, struct err *e)
{
	struct bundle_signing *copy = NULL;
	int rc = bundle_signing_open(&copy, path, s->trust, e);

	if (rc == 0)
		rc = bundle_verify(copy->bundle, NULL, e);
	if (rc == 0 && copy->envelope.count != s->envelope.count)
		rc = err_set(e, ERR_STICK, "%u signatures came back",
		    copy->envelope.count);
	bundle_signing_close(copy);
	return rc;
}

int
bundle_signing_write(const struct bundle_signing *s, const char *path,
    struct err *e)
{
	char *new_path = xasprintf("%s.new", path);
	struct buffer envelope = { 0 };
	struct err ignored = { 0 };
	int from = -1;
	int to = -1;
	int rc = -1;

	if (io_unlink(AT_FDCWD, new_path, &ignored) < 0)
		err_clear(&ignored); /* no leftover of an interrupted run */
	if (make_envelope(s, &envelope, e) == 0 &&
	    io_open(&from, AT_FDCWD, s->path, IO_READ, e) == 0 &&
	    io_open(&to, AT_FDCWD, new_path, IO_NEW, e) == 0 &&
	    io_write(to, buffer_bytes(&envelope), e) == 0 &&
	    copy_rest(from, to, bundle_size(s->bundle), e) == 0 &&
	    io_sync(to, e) == 0 && check_copy(s, new_path, e) == 0 &&
	    io_rename(AT_FDCWD, new_path, path, e) == 0)
		rc = 0;
	else if (to >= 0 && io_unlink(AT_FDCWD, new_path, &ignored) < 0)
		err_wrap(e, "%s is left behind", new_path);
	io_close(from);
	io_close(to);
	buffer_fini(&envelope);
	free(new_path);
	return rc;
}

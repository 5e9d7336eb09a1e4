/*
 * Opening bundles.  The envelope and the head are read once, into memory,
 * and judged there: what the file says later does not matter.
 *
 *     | envelope 4096 | head, head_len | data, data_len | roots, roots_len |
 */
#include <config.h>

#include "bundle/bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/envelope.h"
#include "bundle/manifest.h"

#define ROOT_VERSION_AT 108 /* in the head */

struct bundle {
	char *path;
	uint64_t size; /* bytes */
	struct envelope envelope;
	struct buffer front; /* envelope and head; HEAD borrows from it */
	struct buffer roots;
	struct trust *trust; /* with the roots of the bundle, or NULL */
	struct head head;
	struct image *image; /* owns the descriptor */
	int fd;              /* the same one, borrowed */
	char signers[BUNDLE_SIGNATURES_MAX][MINISIG_KEY_ID_HEX_SIZE];
};

static struct bytes
head_bytes(const struct bundle *b)
{
	return bytes_of(b->front.at + BUNDLE_ENVELOPE_SIZE,
	    b->envelope.head_len);
}

/* E01, E02 */
static int
open_file(struct bundle *b, int dirfd, struct err *e)
{
	struct err why = { 0 };

	if (io_open(&b->fd, dirfd, b->path, IO_READ, &why) < 0)
		return err_set(e, errno == ELOOP ? ERR_NOT_A_FILE : why.code,
		    "%s", why.text);
	if (io_size(&b->size, b->fd, e) < 0)
		return -1;
	if (b->size > BUNDLE_SIZE_MAX)
		return err_set(e, ERR_NOT_A_FILE, "%llu bytes",
		    (unsigned long long)b->size);
	if (b->size < BUNDLE_ENVELOPE_SIZE + HEAD_ALIGN)
		return err_set(e, ERR_SHORT, "%llu bytes",
		    (unsigned long long)b->size);
	return 0;
}

/*
 * E03 to E06, and E04 for an envelope that promises more than there is.  The
 * roots are the end of the file; that they touch the data is checked later.
 */
static int
read_front(struct bundle *b, struct err *e)
{
	if (io_read_to(&b->front, b->fd, BUNDLE_ENVELOPE_SIZE, 0, e) < 0 ||
	    envelope_parse(&b->envelope, buffer_bytes(&b->front), e) < 0)
		return -1;
	if ((uint64_t)BUNDLE_ENVELOPE_SIZE + b->envelope.head_len +
		b->envelope.roots_len > b->size)
		return err_set(e, ERR_ENVELOPE, "the head ends past the file");
	if (io_read_to(&b->front, b->fd, b->envelope.head_len,
		BUNDLE_ENVELOPE_SIZE, e) < 0)
		return -1;
	return io_read_to(&b->roots, b->fd, b->envelope.roots_len,
	    b->size - b->envelope.roots_len, e);
}

/* The root that judges the head: what the rules say, or the head's own word
 * for a bundle that was judged before. */
static uint32_t
judging_root(const struct bundle *b, enum bundle_use use)
{
	struct bytes head = head_bytes(b);
	struct reader r = reader_of(bytes_of(head.at + ROOT_VERSION_AT, 4));

	if (use == BUNDLE_SHOW)
		return reader_u32(&r);
	return trust_root_version(b->trust);
}

/* E07 to E11 */
static int
authenticate(struct bundle *b, const struct bundle_rules *rules,
    struct err *e)
{
	char channel[HEAD_CHANNEL_SIZE + 1];
	struct bytes head = head_bytes(b);

	if (rules->use == BUNDLE_FACTORY)
		return 0;
	b->trust = trust_copy(rules->trust);
	if (trust_add_region(b->trust, buffer_bytes(&b->roots), e) < 0 ||
	    head_peek_channel(channel, head, e) < 0)
		return -1;
	return trust_check_by(b->trust, judging_root(b, rules->use), channel,
	    head, b->envelope.signatures, b->envelope.count, e);
}

/* E12: head, manifest and the length of the file; E02 if that is short. */
static int
read_head(struct bundle *b, struct err *e)
{
	uint64_t data_at =
	    (uint64_t)BUNDLE_ENVELOPE_SIZE + b->envelope.head_len;
	struct manifest *manifest = NULL;
	uint64_t whole;

	if (head_parse(&b->head, head_bytes(b), data_at, e) < 0 ||
	    manifest_parse(&manifest, b->head.manifest, e) < 0)
		return -1;
	manifest_free(manifest);
	if (!add_u64(data_at, b->head.image.data_len, &whole) ||
	    !add_u64(whole, b->envelope.roots_len, &whole))
		return err_set(e, ERR_HEAD_LENGTHS, "data_len");
	if (b->size != whole)
		return err_set(e, b->size < whole ? ERR_SHORT :
		    ERR_HEAD_LENGTHS, "%llu bytes, not %llu",
		    (unsigned long long)b->size, (unsigned long long)whole);
	return 0;
}

static bool
is_wanted(const char *const *channels, const char *channel)
{
	if (channels == NULL)
		return true;
	while (*channels != NULL && strcmp(*channels, channel) != 0)
		channels++;
	return *channels != NULL;
}

/* E13 to E15, and E07 for a root that this machine has not seen yet. */
static int
check_fit(const struct bundle *b, const struct bundle_rules *rules,
    struct err *e)
{
	const struct head *h = &b->head;
	uint32_t epoch = 0;

	if (b->trust != NULL &&
	    h->root_version > trust_root_version(b->trust))
		return err_set(e, ERR_ROOT_CHAIN,
		    "signed under root %u, this machine has root %u",
		    h->root_version, trust_root_version(b->trust));
	if (!is_wanted(rules->channels, h->channel))
		return err_set(e, ERR_CHANNEL, "channel \"%s\" is not wanted",
		    h->channel);
	if (h->min_reader > HEAD_READER)
		return err_set(e, ERR_READER_TOO_OLD,
		    "needs format %u, this is %u", h->min_reader,
		    HEAD_READER);
	if (rules->use == BUNDLE_FACTORY)
		return 0;
	if (trust_epoch_by(b->trust, judging_root(b, rules->use), h->channel,
		&epoch, e) < 0)
		return -1;
	if (h->epoch != epoch)
		return err_set(e, ERR_EPOCH, "epoch %u, the root says %u",
		    h->epoch, epoch);
	return 0;
}

/* A bundle that brings no root need not hold copies of those we have. */
static void
drop_trust(struct bundle *b, const struct bundle_rules *rules)
{
	if (b->trust == NULL || trust_root_version(b->trust) >
		trust_root_version(rules->trust))
		return;
	trust_free(b->trust);
	b->trust = NULL;
}

int
bundle_open_at(struct bundle **out, int dirfd, const char *name,
    const struct bundle_rules *rules, struct err *e)
{
	struct bundle *b = xcalloc(1, sizeof *b);
	int fd;

	*out = NULL;
	b->path = xstrdup(name);
	b->fd = -1;
	if (open_file(b, dirfd, e) < 0 || read_front(b, e) < 0 ||
	    authenticate(b, rules, e) < 0 || read_head(b, e) < 0 ||
	    check_fit(b, rules, e) < 0) {
		io_close(b->fd);
		goto fail;
	}
	fd = b->fd;
	if (image_open(&b->image, fd, &b->head.image, e) < 0)
		goto fail;
	for (unsigned i = 0; i < b->envelope.count; i++)
		minisig_key_id_hex(b->signers[i],
		    b->envelope.signatures[i].id);
	drop_trust(b, rules);
	*out = b;
	return 0;
fail:
	bundle_close(b);
	return err_wrap(e, "%s", name);
}

int
bundle_open(struct bundle **out, const char *path, const struct trust *trust,
    struct err *e)
{
	const struct bundle_rules rules = { .trust = trust };

	return bundle_open_at(out, AT_FDCWD, path, &rules, e);
}

void
bundle_close(struct bundle *b)
{
	if (b == NULL)
		return;
	image_close(b->image);
	trust_free(b->trust);
	buffer_fini(&b->front);
	buffer_fini(&b->roots);
	free(b->path);
	free(b);
}

/* Read, check and write the stored bytes of block N at *OFFSET. */
static int
copy_block(const struct bundle *b, uint32_t n, int fd, uint64_t *offset,
    struct buffer *stored, struct err *e)
{
	struct reader entry = reader_of(bytes_of(b->head.image.table.at +
	    (size_t)n * IMAGE_ENTRY_SIZE, IMAGE_ENTRY_SIZE));
	uint32_t len = reader_u32(&entry) & IMAGE_ENTRY_LENGTH_MASK;
	struct bytes expected = reader_take(&entry, HASH_SIZE);
	struct hash sum;

	stored->len = 0;
	if (io_read_to(stored, b->fd, len, *offset, e) < 0)
		return err_wrap(e, "block %u", n);
	hash_of(&sum, buffer_bytes(stored));
	if (!bytes_equal(bytes_of(sum.bytes, HASH_SIZE), expected))
		return err_set(e, ERR_BLOCK_HASH,
		    "block %u is not what was signed", n);
	*offset += len;
	return io_write(fd, buffer_bytes(stored), e);
}

int
bundle_copy(struct bundle *b, int fd,
    bool (*tell)(void *context, uint64_t done, uint64_t all), void *context,
    struct err *e)
{
	uint64_t offset = b->head.image.data_at;
	struct buffer stored = { 0 };
	int rc = -1;

	if (io_write(fd, buffer_bytes(&b->front), e) < 0)
		return -1;
	for (uint32_t n = 0; n < b->head.image.block_count; n++) {
		if (copy_block(b, n, fd, &offset, &stored, e) < 0)
			goto out;
		if (!tell(context, offset, b->size)) {
			err_set(e, ERR_SYSTEM, "stopped by who asked for it");
			goto out;
		}
	}
	rc = io_write(fd, buffer_bytes(&b->roots), e);
out:
	buffer_fini(&stored);
	return rc;
}

const struct trust *
bundle_trust(const struct bundle *b)
{
	return b->trust;
}

int
bundle_verify(struct bundle *b, const struct progress *p, struct err *e)
{
	return image_verify(b->image, p, e);
}

const struct head *
bundle_head(const struct bundle *b)
{
	return &b->head;
}

struct image *
bundle_image(const struct bundle *b)
{
	return b->image;
}

uint64_t
bundle_size(const struct bundle *b)
{
	return b->size;
}

const char *
bundle_path(const struct bundle *b)
{
	return b->path;
}

void
bundle_head_hash(const struct bundle *b, struct hash *out)
{
	hash_of(out, head_bytes(b));
}

unsigned
bundle_signatures(const struct bundle *b)
{
	return b->envelope.count;
}

const char *
bundle_signer(const struct bundle *b, unsigned n)
{
	return n < b->envelope.count ? b->signers[n] : "";
}

const char *
bundle_comment(const struct bundle *b, unsigned n)
{
	return n < b->envelope.count ? b->envelope.signatures[n].comment : "";
}

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

#include "base/io.h"
#include "base/mem.h"
#include "bundle/envelope.h"
#include "bundle/manifest.h"

struct bundle {
	char *path;
	uint64_t size; /* bytes */
	struct envelope envelope;
	struct buffer bytes; /* of the head; HEAD borrows from it */
	struct head head;
	struct image *image; /* owns the descriptor */
	char signers[BUNDLE_SIGNATURES_MAX][MINISIG_KEY_ID_HEX_SIZE];
};

/* E01, E02 */
static int
open_file(struct bundle *b, int *fd, struct err *e)
{
	struct err why = { 0 };

	if (io_open(fd, AT_FDCWD, b->path, IO_READ, &why) < 0)
		return err_set(e, errno == ELOOP ? ERR_NOT_A_FILE : why.code,
		    "%s", why.text);
	if (io_size(&b->size, *fd, e) < 0)
		return -1;
	if (b->size > BUNDLE_SIZE_MAX)
		return err_set(e, ERR_NOT_A_FILE, "%llu bytes",
		    (unsigned long long)b->size);
	if (b->size < BUNDLE_ENVELOPE_SIZE + HEAD_ALIGN)
		return err_set(e, ERR_SHORT, "%llu bytes",
		    (unsigned long long)b->size);
	return 0;
}

/* E03 to E06, and E04 for an envelope that promises more than there is. */
static int
read_envelope(struct bundle *b, int fd, struct err *e)
{
	uint8_t raw[BUNDLE_ENVELOPE_SIZE];

	if (io_read_at(fd, raw, sizeof raw, 0, e) < 0 ||
	    envelope_parse(&b->envelope, bytes_of(raw, sizeof raw), e) < 0)
		return -1;
	if ((uint64_t)BUNDLE_ENVELOPE_SIZE + b->envelope.head_len +
		b->envelope.roots_len > b->size)
		return err_set(e, ERR_ENVELOPE, "the head ends past the file");
	return 0;
}

/*
 * E07 to E11.  The chain of roots is not read yet, so a bundle that carries
 * one is refused: it would be bytes that nobody vouches for.
 */
static int
authenticate(struct bundle *b, int fd, const struct trust *trust,
    struct err *e)
{
	char channel[HEAD_CHANNEL_SIZE + 1];
	struct bytes bytes;

	if (b->envelope.roots_len != 0)
		return err_set(e, ERR_ROOT_CHAIN,
		    "roots are not known to this version");
	buffer_add_zeros(&b->bytes, b->envelope.head_len);
	if (io_read_at(fd, b->bytes.at, b->bytes.len, BUNDLE_ENVELOPE_SIZE,
		e) < 0)
		return -1;
	bytes = buffer_bytes(&b->bytes);
	if (head_peek_channel(channel, bytes, e) < 0)
		return -1;
	return trust_check(trust, channel, bytes, b->envelope.signatures,
	    b->envelope.count, e);
}

/* E12: head, manifest and the length of the file; E02 if that is short. */
static int
read_head(struct bundle *b, struct err *e)
{
	uint64_t data_at =
	    (uint64_t)BUNDLE_ENVELOPE_SIZE + b->envelope.head_len;
	struct manifest *manifest = NULL;
	uint64_t whole;

	if (head_parse(&b->head, buffer_bytes(&b->bytes), data_at, e) < 0 ||
	    manifest_parse(&manifest, b->head.manifest, e) < 0)
		return -1;
	manifest_free(manifest);
	if (!add_u64(data_at, b->head.image.data_len, &whole))
		return err_set(e, ERR_HEAD_LENGTHS, "data_len");
	if (b->size != whole)
		return err_set(e, b->size < whole ? ERR_SHORT :
		    ERR_HEAD_LENGTHS, "%llu bytes, not %llu",
		    (unsigned long long)b->size, (unsigned long long)whole);
	return 0;
}

/* E13 to E15, and E07 for a root that this machine has not seen yet. */
static int
check_fit(const struct bundle *b, const struct trust *trust, struct err *e)
{
	const struct head *h = &b->head;
	uint32_t epoch = 0;

	if (h->root_version > trust_root_version(trust))
		return err_set(e, ERR_ROOT_CHAIN,
		    "signed under root %u, this machine has root %u",
		    h->root_version, trust_root_version(trust));
	if (trust_epoch(trust, h->channel, &epoch, e) < 0)
		return -1;
	if (h->min_reader > HEAD_READER)
		return err_set(e, ERR_READER_TOO_OLD,
		    "needs format %u, this is %u", h->min_reader,
		    HEAD_READER);
	if (h->epoch != epoch)
		return err_set(e, ERR_EPOCH, "epoch %u, the root says %u",
		    h->epoch, epoch);
	return 0;
}

int
bundle_open(struct bundle **out, const char *path, const struct trust *trust,
    struct err *e)
{
	struct bundle *b = xcalloc(1, sizeof *b);
	int fd = -1;

	*out = NULL;
	b->path = xstrdup(path);
	if (open_file(b, &fd, e) < 0 || read_envelope(b, fd, e) < 0 ||
	    authenticate(b, fd, trust, e) < 0 || read_head(b, e) < 0 ||
	    check_fit(b, trust, e) < 0) {
		io_close(fd);
		goto fail;
	}
	/* The store joins here: E16 to E18 compare with what is installed. */
	if (image_open(&b->image, fd, &b->head.image, e) < 0)
		goto fail;
	for (unsigned i = 0; i < b->envelope.count; i++)
		minisig_key_id_hex(b->signers[i],
		    b->envelope.signatures[i].id);
	*out = b;
	return 0;
fail:
	bundle_close(b);
	return err_wrap(e, "%s", path);
}

void
bundle_close(struct bundle *b)
{
	if (b == NULL)
		return;
	image_close(b->image);
	buffer_fini(&b->bytes);
	free(b->path);
	free(b);
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
	hash_of(out, buffer_bytes(&b->bytes));
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

/*
 * vereda-pack extract: the parts of a verified bundle as plain files, for
 * stock tools: sqlite3, minisign, b2sum.
 */
#include <config.h>

#include <fcntl.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "pack/pack_command.h"
#include "pack/pack_open.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	OPTION_OUT,
	OPTION_HEAD,
	OPTION_SIGNATURE,
	OPTION_ROOT,
};

/* Block after block into NAME.new, then the name. */
static int
write_database(struct bundle *b, const char *out, struct err *e)
{
	struct image *img = bundle_image(b);
	char *part = xasprintf("%s.new", out);
	uint8_t *block = xcalloc(1, image_block_size(img));
	uint32_t len = 0;
	int fd = -1;
	int rc = io_open(&fd, AT_FDCWD, part, IO_REPLACE, e);

	for (uint32_t n = 0; rc == 0 && n < image_block_count(img); n++) {
		rc = image_read_block(img, n, block, &len, e);
		if (rc == 0)
			rc = io_write(fd, bytes_of(block, len), e);
	}
	if (rc == 0)
		rc = io_sync(fd, e);
	if (rc == 0)
		rc = io_rename(AT_FDCWD, part, out, e);
	io_close(fd);
	free(block);
	free(part);
	return rc;
}

/* LEN bytes of the bundle's file at OFFSET, up to the first NUL if TEXT. */
static int
write_range(struct bundle *b, const char *out, uint64_t offset, size_t len,
    bool text, struct err *e)
{
	char *bytes = xcalloc(len + 1, 1);
	int fd = -1;
	int rc = io_open(&fd, AT_FDCWD, bundle_path(b), IO_READ, e);

	if (rc == 0)
		rc = io_read_at(fd, bytes, len, offset, e);
	if (rc == 0)
		rc = io_write_file(out,
		    bytes_of(bytes, text ? strlen(bytes) : len), IO_REPLACE,
		    e);
	io_close(fd);
	free(bytes);
	return rc;
}

static int
extract(struct bundle *b, const struct pack_given *given, unsigned signature,
    struct err *e)
{
	const char *out = given[OPTION_OUT].value;

	if (given[OPTION_HEAD].value != NULL)
		return write_range(b, out, BUNDLE_ENVELOPE_SIZE,
		    bundle_head(b)->len, false, e);
	if (signature == 0)
		return write_database(b, out, e);
	if (signature > bundle_signatures(b))
		return err_set(e, ERR_NOT_FOUND, "signature %u of %u",
		    signature, bundle_signatures(b));
	return write_range(b, out, (uint64_t)signature * BUNDLE_SLOT_SIZE,
	    BUNDLE_SLOT_SIZE, true, e);
}

static int
run(const struct pack_given *given, char **operands)
{
	const char *number = given[OPTION_SIGNATURE].value;
	struct bundle *b = NULL;
	struct trust *trust = NULL;
	struct err e = { 0 };
	unsigned signature = 0;
	int rc = -1;

	if (given[OPTION_OUT].value == NULL ||
	    (number != NULL && given[OPTION_HEAD].value != NULL)) {
		fputs(_("vereda-pack: Say with -o which file to write, and "
			"at most one of --head and --signature.\n"),
		    stderr);
		return PACK_USAGE;
	}
	if (number != NULL &&
	    !pack_number(&signature, "signature", number, 1,
		BUNDLE_SIGNATURES_MAX))
		return PACK_USAGE;
	rc = pack_trust(&trust, given[OPTION_ROOT].value, &e);
	if (rc == 0)
		rc = pack_open(&b, operands[0], trust, BUNDLE_INSTALL, &e);
	if (rc == 0)
		rc = extract(b, given, signature, &e);
	bundle_close(b);
	trust_free(trust);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_extract = {
	.name = "extract",
	.operands = "FILE",
	.about = N_("Verify a bundle and write its database as a plain SQLite "
		    "file."),
	.options = {
	    [OPTION_OUT] = { "output", 'o', "FILE", N_("the file to write") },
	    [OPTION_HEAD] = { "head", 0, NULL,
		N_("write the signed head instead") },
	    [OPTION_SIGNATURE] = { "signature", 0, "N",
		N_("write the minisign signature N instead") },
	    [OPTION_ROOT] = { "root", 'r', "FILE",
		N_("trust the keys of this root") },
	},
	.operand_count = 1,
	.run = run,
};

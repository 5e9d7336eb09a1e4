/*
 * Writing a bundle: cut the image, make the head, sign it, put envelope,
 * head and data into a new file, and read that with the reader's own code
 * before it gets its name.
 */
#include <config.h>

#include "pack/bundle_write.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"
#include "bundle/manifest.h"
#include "bundle/root.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "image/image_build.h"
#include "pack/bundle_sign.h"
#include "pack/signature.h"

/* A root that lets KEY alone sign CHANNELS (sorted) of EPOCH. */
static void
add_root(struct buffer *out, const char *const *channels, uint32_t epoch,
    const struct secret_key *key)
{
	char line[64];
	char *text;

	secret_key_public_text(line, key);
	text = xasprintf(ROOT_DOMAIN "\nversion=1\ncreated=2026-01-01\n"
	    "expires=2099-12-31\nthreshold=1\nroot_key=%s\n", line);
	buffer_add_text(out, text);
	free(text);
	for (; *channels != NULL; channels++) {
		text = xasprintf("channel=%s\nepoch=%u\nthreshold=1\n"
		    "publisher_key=%s\n", *channels, epoch, line);
		buffer_add_text(out, text);
		free(text);
	}
}

static int
compare_names(const void *left, const void *right)
{
	const char *const *a = left;
	const char *const *b = right;

	return strcmp(*a, *b);
}

int
bundle_write_development_root(const char *path, const char *const *channels,
    const struct secret_key *key, struct err *e)
{
	const char *sorted[TRUST_CHANNELS_MAX + 1] = { NULL };
	struct buffer text = { 0 };
	struct trust *trust = NULL;
	size_t count = 0;
	int rc = -1;

	while (channels[count] != NULL && count < TRUST_CHANNELS_MAX) {
		sorted[count] = channels[count];
		count++;
	}
	if (channels[count] != NULL)
		return err_set(e, ERR_LIMIT, "more than %d channels",
		    TRUST_CHANNELS_MAX);
	qsort(sorted, count, sizeof sorted[0], compare_names);
	add_root(&text, sorted, 1, key);
	if (trust_parse(&trust, buffer_bytes(&text), e) == 0)
		rc = io_write_file(path, buffer_bytes(&text), IO_REPLACE, e);
	trust_free(trust);
	buffer_fini(&text);
	return rc;
}

static int
make_head(struct head *h, struct buffer *out, const struct bundle_recipe *r,
    const struct image_parts *parts, struct err *e)
{
	size_t len = strlen(r->channel);

	*h = (struct head){
		.epoch = r->epoch,
		.min_reader = HEAD_READER,
		.sequence = r->sequence,
		.created = r->created,
		.stale_after = r->stale_after,
		.expires = r->expires,
		.schema_version = r->schema_version,
		.root_version = r->root_version,
		.manifest = bytes_of_text(r->manifest),
		.image = {
			.block_size = parts->block_size,
			.block_count = parts->block_count,
			.image_size = parts->image_size,
			.data_len = parts->data.len,
			.image_hash = parts->image_hash,
			.table = buffer_bytes(&parts->table),
		},
	};
	if (len >= HEAD_CHANNEL_SIZE)
		return err_set(e, ERR_INPUT, "the channel's name is too long");
	memcpy(h->channel, r->channel, len + 1);
	for (unsigned i = 0; i < IMAGE_DICTIONARIES_MAX; i++)
		h->image.dictionaries[i] =
		    buffer_bytes(&parts->dictionaries[i]);
	return head_write(out, h, e);
}

/* Envelope and head, signed, to OUT. */
static int
make_front(struct buffer *out, const struct bundle_recipe *r,
    const struct image_parts *parts, const struct secret_key *key,
    struct err *e)
{
	char words[SIGNATURE_WORDS_SIZE];
	struct buffer head = { 0 };
	struct buffer signature = { 0 };
	struct bytes slot;
	struct head h;
	int rc = -1;

	if (make_head(&h, &head, r, parts, e) < 0)
		goto out;
	signature_words(words, &h);
	if (secret_key_sign(key, buffer_bytes(&head), words, &signature, e) <
	    0)
		goto out;
	slot = buffer_bytes(&signature);
	if (envelope_write(out, h.len, &slot, 1, e) < 0)
		goto out;
	envelope_set_roots(out->at, (uint32_t)r->roots.len);
	buffer_add(out, head.at, head.len);
	rc = 0;
out:
	buffer_fini(&head);
	buffer_fini(&signature);
	return rc;
}

static int
write_file(const char *path, const struct buffer *front,
    const struct buffer *data, struct bytes roots, struct err *e)
{
	struct err ignored = { 0 };
	int fd = -1;
	int rc = -1;

	/* A leftover of an interrupted run, if there is one. */
	if (io_unlink(AT_FDCWD, path, &ignored) < 0)
		err_clear(&ignored);
	if (io_open(&fd, AT_FDCWD, path, IO_NEW, e) < 0)
		return -1;
	if (io_write(fd, buffer_bytes(front), e) == 0 &&
	    io_write(fd, buffer_bytes(data), e) == 0 &&
	    io_write(fd, roots, e) == 0 && io_sync(fd, e) == 0)
		rc = 0;
	io_close(fd);
	return rc;
}

/* All blocks of B, and that they are a database. */
static int
check_content(struct bundle *b, const struct progress *p, struct err *e)
{
	sqlite3 *db = NULL;

	if (bundle_verify(b, p, e) < 0 ||
	    database_open_image(&db, bundle_image(b), DATABASE_IMPORT, e) < 0)
		return -1;
	database_close(db);
	return 0;
}

/* Read PATH as the next signer will who trusts T. */
static int
check_signing(const char *path, const struct trust *t,
    const struct progress *p, struct err *e)
{
	struct bundle_signing *s = NULL;
	int rc = bundle_signing_open(&s, path, t, e);

	if (rc == 0)
		rc = check_content(bundle_signing_bundle(s), p, e);
	bundle_signing_close(s);
	return rc;
}

/* Read PATH as a kiosk will that trusts KEY. */
static int
check_alone(const char *path, const struct bundle_recipe *r,
    const struct secret_key *key, const struct progress *p, struct err *e)
{
	const char *const channels[] = { r->channel, NULL };
	struct buffer root = { 0 };
	struct trust *trust = NULL;
	struct bundle *b = NULL;
	int rc = -1;

	add_root(&root, channels, r->epoch, key);
	if (trust_parse(&trust, buffer_bytes(&root), e) == 0 &&
	    bundle_open(&b, path, trust, e) == 0)
		rc = check_content(b, p, e);
	bundle_close(b);
	trust_free(trust);
	buffer_fini(&root);
	return rc;
}

static int
check_file(const char *path, const struct bundle_recipe *r,
    const struct secret_key *key, const struct progress *p, struct err *e)
{
	return r->trust != NULL ? check_signing(path, r->trust, p, e) :
				  check_alone(path, r, key, p, e);
}

static int
cut(struct image_parts *out, const struct bundle_recipe *r,
    const struct progress *p, struct err *e)
{
	struct image_recipe image = r->image;
	sqlite3 *db = NULL;

	if (database_open_own(&db, r->database, e) < 0)
		return -1;
	image.scattered = schema_head_root(db);
	database_close(db);
	return image_build(out, r->database, &image, p, e);
}

int
bundle_write(const char *out_path, const struct bundle_recipe *recipe,
    const struct secret_key *key, const struct progress *p, struct err *e)
{
	char *new_path = xasprintf("%s.new", out_path);
	struct image_parts parts = { 0 };
	struct manifest *manifest = NULL;
	struct buffer front = { 0 };
	struct err ignored = { 0 };
	int rc = -1;

	if (manifest_parse(&manifest, bytes_of_text(recipe->manifest), e) < 0 ||
	    cut(&parts, recipe, p, e) < 0 ||
	    make_front(&front, recipe, &parts, key, e) < 0)
		goto out;
	if (write_file(new_path, &front, &parts.data, recipe->roots, e) == 0 &&
	    check_file(new_path, recipe, key, p, e) == 0 &&
	    io_rename(AT_FDCWD, new_path, out_path, e) == 0)
		rc = 0;
	else if (io_unlink(AT_FDCWD, new_path, &ignored) < 0)
		err_clear(&ignored); /* the first error tells more */
out:
	manifest_free(manifest);
	image_parts_fini(&parts);
	buffer_fini(&front);
	free(new_path);
	return rc;
}

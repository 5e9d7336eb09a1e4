/*
 * Writing root documents.  There is one spelling of each: sets are sorted
 * here, and the reader of the kiosk judges what was written.
 */
#include <config.h>

#include "pack/root_write.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "base/mem.h"
#include "bundle/minisig_write.h"
#include "pack/signature.h"

#define SIGNATURE_LINES 4

/* The first LINES lines of *REST, or what there is. */
static struct bytes
take_lines(struct bytes *rest, int lines)
{
	size_t end = 0;
	struct bytes taken;

	while (lines-- > 0 && end < rest->len) {
		const uint8_t *lf =
		    memchr(rest->at + end, '\n', rest->len - end);

		end = lf != NULL ? (size_t)(lf - rest->at) + 1 : rest->len;
	}
	taken = bytes_of(rest->at, end);
	*rest = bytes_of(rest->at + end, rest->len - end);
	return taken;
}

/* Lines up to the first signature. */
static size_t
document_len(struct bytes all)
{
	static const char mark[] = "untrusted comment:";
	struct bytes rest = all;

	while (rest.len > 0) {
		size_t at = all.len - rest.len;
		struct bytes line = take_lines(&rest, 1);

		if (line.len >= strlen(mark) &&
		    memcmp(line.at, mark, strlen(mark)) == 0)
			return at;
	}
	return all.len;
}

int
root_file_parse(struct root_file *out, struct bytes bytes, struct err *e)
{
	size_t len = document_len(bytes);
	struct bytes rest = bytes_of(bytes.at + len, bytes.len - len);

	if (root_parse(&out->root, bytes_of(bytes.at, len), e) < 0)
		return -1;
	buffer_add(&out->document, bytes.at, len);
	while (rest.len > 0) {
		struct bytes text = take_lines(&rest, SIGNATURE_LINES);
		struct minisig s;

		if (minisig_parse(&s, text, e) < 0 ||
		    signature_insert(out->signatures, &out->count,
			TRUST_SIGNATURES_MAX, &s, e) < 0)
			return err_wrap(e, "signature %u", out->count + 1);
	}
	return 0;
}

int
root_file_read(struct root_file *out, const char *path, struct err *e)
{
	struct buffer bytes = { 0 };
	int rc;

	if (io_read_file(&bytes, path, TRUST_ENTRY_MAX, e) < 0)
		return -1;
	rc = root_file_parse(out, buffer_bytes(&bytes), e);
	buffer_fini(&bytes);
	return rc == 0 ? 0 : err_wrap(e, "%s", path);
}

void
root_file_fini(struct root_file *f)
{
	buffer_fini(&f->document);
}

static int
compare_keys(const void *x, const void *y)
{
	char a[MINISIG_KEY_TEXT_SIZE];
	char b[MINISIG_KEY_TEXT_SIZE];

	minisig_key_text(a, x);
	minisig_key_text(b, y);
	return strcmp(a, b);
}

static int
compare_channels(const void *x, const void *y)
{
	const struct root_channel *a = x;
	const struct root_channel *b = y;

	return strcmp(a->name, b->name);
}

/* By the id as it is printed. */
static int
compare_revoked(const void *x, const void *y)
{
	const struct root_revoked *a = x;
	const struct root_revoked *b = y;
	char first[MINISIG_KEY_ID_HEX_SIZE];
	char second[MINISIG_KEY_ID_HEX_SIZE];

	minisig_key_id_hex(first, a->id);
	minisig_key_id_hex(second, b->id);
	return strcmp(first, second);
}

static void
sort_keys(struct root_keys *set)
{
	if (set->count > 1)
		qsort(set->keys, set->count, sizeof set->keys[0],
		    compare_keys);
}

static void
sort(struct root *r)
{
	sort_keys(&r->roots);
	for (unsigned i = 0; i < r->channel_count; i++)
		sort_keys(&r->channels[i].publishers);
	if (r->channel_count > 1)
		qsort(r->channels, r->channel_count, sizeof r->channels[0],
		    compare_channels);
	if (r->revoked_count > 1)
		qsort(r->revoked, r->revoked_count, sizeof r->revoked[0],
		    compare_revoked);
}

static void add_line(struct buffer *out, const char *format, ...)
    PRINTF_LIKE(2, 3);

static void
add_line(struct buffer *out, const char *format, ...)
{
	char line[320]; /* longer than any: an id and a reason */
	va_list args;

	va_start(args, format);
	vsnprintf(line, sizeof line, format, args);
	va_end(args);
	buffer_add_text(out, line);
	buffer_add_text(out, "\n");
}

static void
add_date(struct buffer *out, const char *key, const struct date *d)
{
	add_line(out, "%s=%04d-%02d-%02d", key, d->year, d->month, d->day);
}

static void
add_keys(struct buffer *out, const char *name, const struct root_keys *set)
{
	char text[MINISIG_KEY_TEXT_SIZE];

	add_line(out, "threshold=%u", set->threshold);
	for (unsigned i = 0; i < set->count; i++) {
		minisig_key_text(text, &set->keys[i]);
		add_line(out, "%s=%s", name, text);
	}
}

static void
add_document(struct buffer *out, const struct root *r)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];

	add_line(out, "%s", ROOT_DOMAIN);
	add_line(out, "version=%u", r->version);
	add_date(out, "created", &r->created);
	add_date(out, "expires", &r->expires);
	add_keys(out, "root_key", &r->roots);
	for (unsigned i = 0; i < r->channel_count; i++) {
		add_line(out, "channel=%s", r->channels[i].name);
		add_line(out, "epoch=%u", r->channels[i].epoch);
		add_keys(out, "publisher_key", &r->channels[i].publishers);
	}
	for (unsigned i = 0; i < r->revoked_count; i++) {
		minisig_key_id_hex(id, r->revoked[i].id);
		add_line(out, "revoked=%s %s", id, r->revoked[i].reason);
	}
}

int
root_file_compose(struct root_file *f, struct err *e)
{
	if (f->count > 0)
		return err_set(e, ERR_INPUT, "root %u is signed and cannot "
		    "be changed; make the next version", f->root.version);
	sort(&f->root);
	f->document.len = 0;
	add_document(&f->document, &f->root);
	return root_parse(&f->root, buffer_bytes(&f->document), e);
}

void
root_file_text(struct buffer *out, const struct root_file *f)
{
	buffer_add(out, f->document.at, f->document.len);
	for (unsigned i = 0; i < f->count; i++)
		minisig_text(out, &f->signatures[i]);
}

int
root_file_create(const struct root_file *f, const char *path, struct err *e)
{
	struct err ignored = { 0 };
	struct buffer text = { 0 };
	int fd = -1;
	int rc = io_open(&fd, AT_FDCWD, path, IO_NEW, e);

	if (rc < 0)
		return -1;
	root_file_text(&text, f);
	if (io_write(fd, buffer_bytes(&text), e) < 0 || io_sync(fd, e) < 0) {
		rc = -1;
		if (io_unlink(AT_FDCWD, path, &ignored) < 0)
			err_wrap(e, "%s is left behind", path);
	}
	io_close(fd);
	buffer_fini(&text);
	return rc;
}

int
root_file_replace(const struct root_file *f, const char *path, struct err *e)
{
	struct buffer text = { 0 };
	int rc;

	root_file_text(&text, f);
	rc = io_write_file(path, buffer_bytes(&text), IO_REPLACE, e);
	buffer_fini(&text);
	return rc;
}

static const struct minisig_key *
find_key(const struct root_keys *set, const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	for (unsigned i = 0; i < set->count; i++)
		if (memcmp(set->keys[i].id, id, MINISIG_KEY_ID_SIZE) == 0)
			return &set->keys[i];
	return NULL;
}

static int
judge(const struct root_file *f, const struct minisig *s,
    const struct root *previous, struct err *e)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];
	const struct minisig_key *key = find_key(&f->root.roots, s->id);

	minisig_key_id_hex(id, s->id);
	if (key == NULL && previous != NULL)
		key = find_key(&previous->roots, s->id);
	if (key == NULL)
		return err_set(e, ERR_UNKNOWN_KEY,
		    "key %s is no root key of root %u%s", id, f->root.version,
		    previous != NULL ? " or the one before it" : "");
	if (minisig_verify(s, key, buffer_bytes(&f->document), e) < 0)
		return err_wrap(e, "key %s", id);
	return 0;
}

int
root_file_sign(struct root_file *f, const struct minisig *s,
    const struct root *previous, struct err *e)
{
	for (unsigned i = 0; i < f->count; i++)
		if (judge(f, &f->signatures[i], previous, e) < 0)
			return err_wrap(e, "a signature that is there");
	if (judge(f, s, previous, e) < 0)
		return -1;
	return signature_insert(f->signatures, &f->count,
	    TRUST_SIGNATURES_MAX, s, e);
}

unsigned
root_file_signed_by(const struct root_file *f, const struct root_keys *set)
{
	unsigned count = 0;

	for (unsigned i = 0; i < f->count; i++) {
		const struct minisig_key *key =
		    find_key(set, f->signatures[i].id);
		struct err ignored = { 0 };

		count += key != NULL &&
		    minisig_verify(&f->signatures[i], key,
			buffer_bytes(&f->document), &ignored) == 0;
	}
	return count;
}

void
root_fingerprint(char out[ROOT_FINGERPRINT_SIZE], struct bytes document)
{
	struct hash sum;

	hash_of(&sum, document);
	for (size_t i = 0; i < HASH_SIZE / 2; i++)
		snprintf(out + 5 * i, ROOT_FINGERPRINT_SIZE - 5 * i,
		    "%02X%02X ", sum.bytes[2 * i], sum.bytes[2 * i + 1]);
	out[ROOT_FINGERPRINT_SIZE - 1] = '\0'; /* not the last blank */
}

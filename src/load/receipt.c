/*
 * Reports on a stick.
 */
#include <config.h>

#include "load/receipt.h"

#include <ctype.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/io.h"
#include "base/json.h"
#include "base/log.h"
#include "base/mem.h"
#include "bundle/minisig_write.h"
#include "load/kiosk_key.h"
#include "load/load_records.h"
#include "load/receipt_stats.h"
#include "load/stick.h"

#define RECEIPTS "receipts"
#define SITE_SIZE 32 /* bytes of a site in a name, with its NUL */

/* NAME under DIRFD, made if it is not there. */
static int
open_made(int *out, int dirfd, const char *name, struct err *e)
{
	*out = -1;
	if (io_make_folder(dirfd, name, e) < 0) {
		e->code = ERR_STICK;
		return -1;
	}
	*out = openat(dirfd, name,
	    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (*out < 0)
		return err_set_errno(e, ERR_STICK, "%s", name);
	return 0;
}

int
receipt_folder(int *out, const char *dir, const char *name, struct err *e)
{
	int top = -1;
	int folder = -1;
	int rc = -1;

	*out = -1;
	if (io_open(&top, AT_FDCWD, dir, IO_FOLDER, e) < 0 ||
	    open_made(&folder, top, STICK_FOLDER, e) < 0)
		goto out;
	if (name != NULL) {
		rc = open_made(out, folder, name, e);
	} else {
		*out = folder;
		folder = -1;
		rc = 0;
	}
out:
	io_close(folder);
	io_close(top);
	return rc;
}

/* Letters that every file system takes; "kiosk" if none are left. */
static void
plain_site(char out[SITE_SIZE], const char *site)
{
	size_t len = 0;

	for (; *site != '\0' && len < SITE_SIZE - 1; site++) {
		unsigned char c = (unsigned char)*site;

		if (c < 0x80 && isalnum(c) != 0)
			out[len++] = (char)tolower(c);
		else if (len > 0 && out[len - 1] != '-' && c < 0x80)
			out[len++] = '-';
	}
	while (len > 0 && out[len - 1] == '-')
		len--;
	out[len] = '\0';
	if (len == 0)
		snprintf(out, SITE_SIZE, "kiosk");
}

static void
json_record(struct json *j, const struct record *r)
{
	json_number(j, "record", r->number);
	json_number(j, "time", r->time);
	json_text(j, "what", record_what_name(r->what));
	json_text(j, "channel", r->channel);
	json_number(j, "epoch", r->epoch);
	json_number(j, "sequence", (int64_t)r->sequence);
	json_text(j, "result", r->result);
	json_number(j, "seconds", r->seconds);
	json_number(j, "new", r->new);
	json_number(j, "changed", r->changed);
	json_number(j, "withdrawn", r->withdrawn);
	json_number(j, "reason", r->reason);
}

static void
json_store(struct json *j, const struct store *s)
{
	const struct trust *trust = store_trust(s);
	char hex[HASH_HEX_SIZE] = "";
	struct err ignored = { 0 };
	struct hash sum;
	uint64_t left = 0;

	if (trust != NULL) {
		trust_fingerprint(trust, &sum);
		hash_hex(hex, &sum);
	}
	if (store_room(s, &left, &ignored) < 0)
		left = 0;
	json_number(j, "free", (int64_t)left);
	json_number(j, "root",
	    trust != NULL ? trust_root_version(trust) : 0);
	json_text(j, "fingerprint", hex);
	json_array_begin(j, "shown");
	for (size_t n = 0; n < store_count(s); n++) {
		const struct stored *edition = store_edition(s, n);

		if (store_shown(s, edition->channel, NULL) != edition)
			continue;
		json_object_begin(j, NULL);
		json_text(j, "channel", edition->channel);
		json_number(j, "epoch", edition->epoch);
		json_number(j, "sequence", (int64_t)edition->sequence);
		if (edition->dates.created > 0)
			json_number(j, "created", edition->dates.created);
		json_object_end(j);
	}
	json_array_end(j);
}

/* Of a kiosk that counts: who says it, and what it counted. */
static void
json_kiosk(struct json *j, const struct receipt_from *from,
    const struct minisig_key *key, int64_t now)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];
	char text[MINISIG_KEY_TEXT_SIZE];

	minisig_key_id_hex(id, key->id);
	minisig_key_text(text, key);
	json_text(j, "kiosk", id);
	json_text(j, "key", text);
	receipt_stats(j, from->statistics, now);
}

/* The whole report, added to OUT.  KEY is NULL if nothing is counted. */
static int
add_report(struct buffer *out, const struct record *r, const struct store *s,
    const struct receipt_from *from, const struct minisig_key *key,
    struct err *e)
{
	char *text = NULL;
	size_t len = 0;
	struct json j = { .out = open_memstream(&text, &len) };
	int64_t now = io_now();

	if (j.out == NULL)
		return err_set(e, ERR_SYSTEM, "no memory");
	json_object_begin(&j, NULL);
	json_number(&j, "receipt", 1);
	json_text(&j, "site", from->site);
	json_text(&j, "program", PACKAGE_VERSION);
	json_record(&j, r);
	json_store(&j, s);
	json_text(&j, "country", from->country);
	json_number(&j, "written", now);
	if (key != NULL)
		json_kiosk(&j, from, key, now);
	json_object_end(&j);
	json_end(&j);
	fclose(j.out);
	buffer_add(out, text, len);
	free(text);
	return 0;
}

static void
make_name(char name[RECEIPT_NAME_SIZE], const struct record *r,
    const char *site)
{
	char plain[SITE_SIZE];
	struct date d;

	plain_site(plain, site);
	date_of_seconds(&d, r->time);
	snprintf(name, RECEIPT_NAME_SIZE, "%s-%04d%02d%02d-%04u.json", plain,
	    d.year, d.month, d.day, r->number);
}

/*
 * TEXT as NAME in the folder FD.  Its signature stands there first: whoever
 * sees a report of a kiosk that signs sees the signature too.
 */
static int
write_report(int fd, const char *name, struct bytes text,
    const struct kiosk_key *key, struct err *e)
{
	struct buffer signature = { 0 };
	char *beside = NULL;
	int rc = 0;

	if (key != NULL) {
		beside = xasprintf("%s.minisig", name);
		rc = minisig_sign(&signature, &key->public, key->secret, text,
		    name, e);
		if (rc == 0)
			rc = io_write_file_at(fd, beside,
			    buffer_bytes(&signature), IO_REPLACE, e);
	}
	if (rc == 0)
		rc = io_write_file_at(fd, name, text, IO_REPLACE, e);
	buffer_fini(&signature);
	free(beside);
	return rc;
}

/* The key of a kiosk that counts; *OUT is NULL for one that does not, or
 * that cannot have one: its report is worth more than its signature. */
static void
find_key(struct kiosk_key *key, const struct kiosk_key **out,
    const struct receipt_from *from, const char *folder)
{
	struct err e = { 0 };

	*out = NULL;
	if (from->statistics[0] == '\0')
		return;
	if (kiosk_key_open(key, folder, &e) < 0)
		log_line("the kiosk's key: %s", e.text);
	else
		*out = key;
}

int
receipt_write(char name[RECEIPT_NAME_SIZE], const char *dir,
    const struct store_place *place, const struct receipt_from *from,
    unsigned number, struct err *e)
{
	struct records all = { 0 };
	const struct record *r = NULL;
	struct store *s = NULL;
	struct buffer text = { 0 };
	struct kiosk_key own = { 0 };
	const struct kiosk_key *key = NULL;
	int fd = -1;
	int rc = -1;

	name[0] = '\0';
	if (records_read(&all, place->folder, e) < 0 ||
	    store_open(&s, place, STORE_READ, e) < 0)
		goto out;
	r = records_find(&all, number);
	if (r == NULL) {
		err_set(e, ERR_NOT_FOUND, "no record %u", number);
		goto out;
	}
	make_name(name, r, from->site);
	find_key(&own, &key, from, place->folder);
	if (add_report(&text, r, s, from, key != NULL ? &key->public : NULL,
		e) == 0 && receipt_folder(&fd, dir, RECEIPTS, e) == 0)
		rc = write_report(fd, name, buffer_bytes(&text), key, e);
	if (rc < 0 && e->code == ERR_NO_ROOM)
		e->code = ERR_STICK; /* it is the stick that is full */
out:
	io_close(fd);
	kiosk_key_wipe(&own);
	buffer_fini(&text);
	store_close(s);
	records_free(&all);
	return rc;
}

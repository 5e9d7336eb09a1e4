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
#include "load/load_records.h"
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
		json_object_end(j);
	}
	json_array_end(j);
}

/* The whole report; the caller frees it.  NULL without memory. */
static char *
report(const struct record *r, const struct store *s, const char *site)
{
	char *text = NULL;
	size_t len = 0;
	struct json j = { .out = open_memstream(&text, &len) };

	if (j.out == NULL)
		return NULL;
	json_object_begin(&j, NULL);
	json_number(&j, "receipt", 1);
	json_text(&j, "site", site);
	json_text(&j, "program", PACKAGE_VERSION);
	json_record(&j, r);
	json_store(&j, s);
	json_object_end(&j);
	json_end(&j);
	fclose(j.out);
	return text;
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

int
receipt_write(char name[RECEIPT_NAME_SIZE], const char *dir,
    const struct store_place *place, const char *site, unsigned number,
    struct err *e)
{
	struct records all = { 0 };
	const struct record *r = NULL;
	struct store *s = NULL;
	char *text = NULL;
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
	make_name(name, r, site);
	text = report(r, s, site);
	if (text == NULL)
		err_set(e, ERR_SYSTEM, "no memory");
	else if (receipt_folder(&fd, dir, RECEIPTS, e) == 0)
		rc = io_write_file_at(fd, name, bytes_of_text(text),
		    IO_REPLACE, e);
	if (rc < 0 && e->code == ERR_NO_ROOM)
		e->code = ERR_STICK; /* it is the stick that is full */
out:
	io_close(fd);
	free(text);
	store_close(s);
	records_free(&all);
	return rc;
}

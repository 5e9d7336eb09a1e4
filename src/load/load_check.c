/*
 * vereda-load check: is a file a whole, signed bundle?
 */
#include <config.h>

#include "load/load.h"

#include <inttypes.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "bundle/bundle.h"
#include "bundle/manifest.h"
#include "load/load_database.h"

#define _(text) gettext(text)
#define N_(text) text

static int
check_whole(struct bundle **out, const char *path, const struct trust *trust,
    struct err *e)
{
	struct progress_bar bar;
	struct progress p = progress_bar_open(&bar);
	int rc = -1;

	if (bundle_open(out, path, trust, e) == 0) {
		image_keep(bundle_image(*out), IMAGE_KEEP_IMPORT);
		if (bundle_verify(*out, &p, e) == 0 &&
		    load_database_try(*out, e) == 0)
			rc = 0;
	}
	progress_bar_close(&bar);
	return rc;
}

static void
say_signers(const struct bundle *b)
{
	unsigned count = bundle_signatures(b);

	printf(ngettext("Signed with %u key:\n", "Signed with %u keys:\n",
		   count), count);
	for (unsigned n = 0; n < count; n++) {
		char *words = utf8_made_safe(bundle_comment(b, n), false);

		printf("  %s  %s\n", bundle_signer(b, n), words);
		free(words);
	}
}

static void
say_valid(const struct load *l, const struct bundle *b, const char *path,
    const struct manifest *m)
{
	const struct head *h = bundle_head(b);
	char hex[HASH_HEX_SIZE];
	struct hash sum;
	const char *title = manifest_get_in(m, "title", l->lang);
	const char *summary = manifest_get_in(m, "summary", l->lang);
	char *edition = load_edition_name(h->channel, h->epoch, h->sequence);
	char *created = load_date(h->created);
	char *expires = load_date(h->expires);

	bundle_head_hash(b, &sum);
	hash_hex(hex, &sum);
	printf(_("%s is a good bundle.\n"), path);
	if (title[0] != '\0')
		printf(_("Title: %s\n"), title);
	if (summary[0] != '\0')
		printf(_("What changed: %s\n"), summary);
	printf(_("Edition: %s\n"), edition);
	printf(_("Made on %s, past its date after %s\n"), created, expires);
	printf(_("Head: %s\n"), hex);
	say_signers(b);
	free(edition);
	free(created);
	free(expires);
}

static void
json_valid(struct json *j, const struct bundle *b, const struct manifest *m)
{
	const struct head *h = bundle_head(b);
	char hex[HASH_HEX_SIZE];
	struct hash sum;

	bundle_head_hash(b, &sum);
	hash_hex(hex, &sum);
	json_text(j, "channel", h->channel);
	json_number(j, "epoch", h->epoch);
	json_number(j, "sequence", (int64_t)h->sequence);
	json_number(j, "created", h->created);
	json_number(j, "stale_after", h->stale_after);
	json_number(j, "expires", h->expires);
	json_number(j, "schema_version", h->schema_version);
	json_number(j, "size", (int64_t)bundle_size(b));
	json_number(j, "image_size", (int64_t)h->image.image_size);
	json_text(j, "head_hash", hex);
	json_array_begin(j, "signatures");
	for (unsigned n = 0; n < bundle_signatures(b); n++) {
		json_object_begin(j, NULL);
		json_text(j, "key", bundle_signer(b, n));
		json_text(j, "comment", bundle_comment(b, n));
		json_object_end(j);
	}
	json_array_end(j);
	json_object_begin(j, "manifest");
	for (size_t n = 0; n < manifest_count(m); n++)
		json_text(j, manifest_key(m, n), manifest_value(m, n));
	json_object_end(j);
}

/* E is NULL when the bundle is good; B and M are not NULL then. */
static void
answer_json(const struct bundle *b, const struct manifest *m,
    const char *path, const struct err *e)
{
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_text(&j, "file", path);
	json_bool(&j, "valid", e == NULL);
	if (e == NULL)
		json_valid(&j, b, m);
	else
		load_json_err(&j, e);
	json_object_end(&j);
	json_end(&j);
}

static int
run(struct load *l, char **operands)
{
	struct err e = { 0 };
	struct trust *trust = NULL;
	struct bundle *b = NULL;
	struct manifest *m = NULL;
	char *shown = utf8_made_safe(operands[0], false);
	int rc = -1;

	if (trust_load(&trust, l->root, &e) == 0 &&
	    check_whole(&b, operands[0], trust, &e) == 0 &&
	    manifest_parse(&m, bundle_head(b)->manifest, &e) == 0)
		rc = 0;
	if (load_json(l))
		answer_json(b, m, shown, rc == 0 ? NULL : &e);
	else if (rc == 0)
		say_valid(l, b, shown, m);
	else
		load_refuse(l, shown, &e);
	manifest_free(m);
	bundle_close(b);
	trust_free(trust);
	free(shown);
	return rc == 0 ? LOAD_DONE : LOAD_REFUSED;
}

const struct load_command load_check = {
	.name = "check",
	.operands = "FILE",
	.about = N_("Say whether FILE is a whole, signed bundle.  Nothing is "
		    "written."),
	.least = 1,
	.most = 1,
	.run = run,
};

/*
 * vereda-pack show: what a bundle is and holds, once all of it was verified.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "bundle/bundle.h"
#include "bundle/manifest.h"
#include "catalog/catalog.h"
#include "catalog/recording.h"
#include "image/database.h"
#include "pack/pack_command.h"
#include "pack/pack_open.h"

#define _(s) gettext(s)
#define N_(s) s

#define LANGS_MAX 16 /* that are counted apart */

enum {
	OPTION_JSON,
	OPTION_ROOT,
};

/* All that is shown. */
struct shown {
	struct bundle *bundle;
	struct manifest *manifest;
	struct catalog *catalog;
	struct arena *arena;
	struct entry_facts *entries;
	size_t entry_count;
	struct recordings_total recordings;
};

static int
open_shown(struct shown *s, const char *path, const char *root,
    struct trust **trust, struct err *e)
{
	const struct head *head = NULL;
	struct edition edition = { 0 };
	sqlite3 *db = NULL;

	if (pack_trust(trust, root, e) < 0 ||
	    pack_open(&s->bundle, path, *trust, BUNDLE_INSTALL, e) < 0)
		return -1;
	head = bundle_head(s->bundle);
	edition = (struct edition){ .channel = head->channel,
		.epoch = head->epoch,
		.sequence = head->sequence,
		.created = head->created,
		.stale_after = head->stale_after,
		.expires = head->expires };
	if (manifest_parse(&s->manifest, head->manifest, e) < 0 ||
	    database_open_image(&db, bundle_image(s->bundle), DATABASE_IMPORT,
		e) < 0)
		return -1;
	s->catalog = catalog_new();
	if (catalog_add(s->catalog, db, &edition, e) < 0)
		return -1;
	s->arena = arena_new();
	if (catalog_recordings_total(s->catalog, &s->recordings, e) < 0)
		return -1;
	return catalog_facts(s->catalog, s->arena, &s->entries,
	    &s->entry_count, e);
}

static void
close_shown(struct shown *s, struct trust *trust)
{
	catalog_free(s->catalog);
	arena_free(s->arena);
	manifest_free(s->manifest);
	bundle_close(s->bundle);
	trust_free(trust);
}

static const char *
day_of(char out[DATE_TEXT_SIZE], int64_t seconds)
{
	struct date d = { 0 };

	date_of_seconds(&d, seconds);
	snprintf(out, DATE_TEXT_SIZE, "%04d-%02d-%02d", d.year, d.month,
	    d.day);
	return out;
}

/* TEXT out of a bundle, on one line of a terminal. */
static void
print_pair(const char *name, const char *text)
{
	char *safe = utf8_made_safe(text, false);

	printf("  %-14s %s\n", name, safe);
	free(safe);
}

static void
print_head(const struct shown *s)
{
	const struct head *h = bundle_head(s->bundle);
	char day[DATE_TEXT_SIZE];
	char hex[HASH_HEX_SIZE];

	printf(_("Channel %s, epoch %u, edition %llu\n"), h->channel,
	    h->epoch, (unsigned long long)h->sequence);
	printf(_("Created %s\n"), day_of(day, h->created));
	printf(_("Shows its age from %s\n"), day_of(day, h->stale_after));
	printf(_("Past its date from %s\n"), day_of(day, h->expires));
	hash_hex(hex, &h->image.image_hash);
	printf(_("Image hash: %s\n"), hex);
	puts(_("Manifest:"));
	for (size_t i = 0; i < manifest_count(s->manifest); i++)
		print_pair(manifest_key(s->manifest, i),
		    manifest_value(s->manifest, i));
	puts(_("Signed by:"));
	for (unsigned i = 0; i < bundle_signatures(s->bundle); i++)
		print_pair(bundle_signer(s->bundle, i),
		    bundle_comment(s->bundle, i));
}

/* How many entries are of KIND and have LANG (NULL: any). */
static size_t
count_entries(const struct shown *s, const char *kind, const char *lang)
{
	size_t count = 0;

	for (size_t i = 0; i < s->entry_count; i++) {
		const struct entry_facts *x = &s->entries[i];
		const char *at = x->langs;
		size_t len = lang == NULL ? 0 : strlen(lang);
		bool has = lang == NULL;

		while (!has && *at != '\0') {
			size_t n = strcspn(at, " ");

			has = n == len && strncmp(at, lang, n) == 0;
			at += n + strspn(at + n, " ");
		}
		count += has && strcmp(x->kind, kind) == 0;
	}
	return count;
}

static void
print_counts(const struct shown *s)
{
	const char *langs = manifest_get(s->manifest, "langs");
	struct values codes = { 0 };
	struct place nowhere = { "", 0, 0, NULL };

	rules_split(&codes, langs == NULL ? "" : langs, &nowhere, " ",
	    s->arena);
	puts(_("Entries:"));
	for (int kind = 0; kind < ENTRY_KINDS; kind++) {
		const char *name = entry_kind_name(kind);

		printf("  %-14s %zu", name, count_entries(s, name, NULL));
		for (size_t i = 0; i < codes.count && i < LANGS_MAX; i++)
			printf("%s%s %zu", i == 0 ? " (" : ", ",
			    codes.list[i].text,
			    count_entries(s, name, codes.list[i].text));
		puts(codes.count > 0 ? ")" : "");
	}
}

static void
print_recordings(const struct shown *s)
{
	const struct recordings_total *r = &s->recordings;

	if (r->count == 0)
		return;
	/* TRANSLATORS: texts as people read them aloud; minutes, seconds */
	printf(_("Recordings: %zu, of %llu:%02llu minutes, %llu bytes\n"),
	    r->count, (unsigned long long)(r->seconds / 60),
	    (unsigned long long)(r->seconds % 60),
	    (unsigned long long)r->bytes);
}

static void
print_sizes(const struct shown *s)
{
	uint64_t file = bundle_size(s->bundle);
	uint64_t image = image_size(bundle_image(s->bundle));

	/* TRANSLATORS: the database, text and index, beside the file */
	printf(_("Sizes: file %llu bytes, database %llu bytes in %u blocks "
		 "of %u, ratio %.2f\n"),
	    (unsigned long long)file, (unsigned long long)image,
	    image_block_count(bundle_image(s->bundle)),
	    image_block_size(bundle_image(s->bundle)),
	    file == 0 ? 0.0 : (double)image / (double)file);
}

static void
json_head(struct json *j, const struct shown *s)
{
	const struct head *h = bundle_head(s->bundle);
	char hex[HASH_HEX_SIZE];
	struct hash hash;

	json_object_begin(j, "head");
	json_text(j, "channel", h->channel);
	json_number(j, "epoch", h->epoch);
	json_number(j, "sequence", (int64_t)h->sequence);
	json_number(j, "created", h->created);
	json_number(j, "stale_after", h->stale_after);
	json_number(j, "expires", h->expires);
	json_number(j, "min_reader", h->min_reader);
	json_number(j, "schema_version", h->schema_version);
	json_number(j, "root_version", h->root_version);
	hash_hex(hex, &h->image.image_hash);
	json_text(j, "image_hash", hex);
	bundle_head_hash(s->bundle, &hash);
	hash_hex(hex, &hash);
	json_text(j, "head_hash", hex);
	json_number(j, "block_size", h->image.block_size);
	json_number(j, "block_count", h->image.block_count);
	json_number(j, "image_size", (int64_t)h->image.image_size);
	json_number(j, "file_size", (int64_t)bundle_size(s->bundle));
	json_object_end(j);
}

/* Words separated by blanks as an array. */
static void
json_words(struct json *j, const char *name, const char *words,
    struct arena *a)
{
	json_array_begin(j, name);
	while (*words != '\0') {
		size_t n = strcspn(words, " ");

		if (n > 0)
			json_text(j, NULL, arena_strndup(a, words, n));
		words += n + strspn(words + n, " ");
	}
	json_array_end(j);
}

static void
json_entries(struct json *j, const struct shown *s)
{
	json_array_begin(j, "entries");
	for (size_t i = 0; i < s->entry_count; i++) {
		const struct entry_facts *x = &s->entries[i];

		json_object_begin(j, NULL);
		json_text(j, "id", x->slug);
		json_text(j, "kind", x->kind);
		json_words(j, "countries", x->countries, s->arena);
		json_words(j, "langs", x->langs, s->arena);
		json_words(j, "facts", x->facts, s->arena);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
print_json(const struct shown *s)
{
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_head(&j, s);
	json_object_begin(&j, "manifest");
	for (size_t i = 0; i < manifest_count(s->manifest); i++)
		json_text(&j, manifest_key(s->manifest, i),
		    manifest_value(s->manifest, i));
	json_object_end(&j);
	json_array_begin(&j, "signatures");
	for (unsigned i = 0; i < bundle_signatures(s->bundle); i++) {
		json_object_begin(&j, NULL);
		json_text(&j, "key", bundle_signer(s->bundle, i));
		json_text(&j, "comment", bundle_comment(s->bundle, i));
		json_object_end(&j);
	}
	json_array_end(&j);
	json_entries(&j, s);
	json_object_begin(&j, "recordings");
	json_number(&j, "count", (int64_t)s->recordings.count);
	json_number(&j, "bytes", (int64_t)s->recordings.bytes);
	json_number(&j, "seconds", (int64_t)s->recordings.seconds);
	json_object_end(&j);
	json_object_end(&j);
	json_end(&j);
}

static int
run(const struct pack_given *given, char **operands)
{
	struct shown s = { 0 };
	struct trust *trust = NULL;
	struct err e = { 0 };
	int status = PACK_DONE;

	if (open_shown(&s, operands[0], given[OPTION_ROOT].value, &trust, &e) <
	    0) {
		status = pack_refuse(&e);
	} else if (given[OPTION_JSON].value != NULL) {
		print_json(&s);
	} else {
		print_head(&s);
		print_counts(&s);
		print_recordings(&s);
		print_sizes(&s);
	}
	close_shown(&s, trust);
	return status;
}

const struct pack_command pack_show = {
	.name = "show",
	.operands = "FILE",
	.about = N_("Verify a bundle and show what it is and holds."),
	.options = {
	    [OPTION_JSON] = { "json", 0, NULL, N_("write JSON") },
	    [OPTION_ROOT] = { "root", 'r', "FILE",
		N_("trust the keys of this root") },
	},
	.operand_count = 1,
	.run = run,
};

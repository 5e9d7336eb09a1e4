/*
 * vereda-pack diff: what a new edition says otherwise than an old one.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/utf8.h"
#include "catalog/catalog.h"
#include "catalog/compare.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "pack/pack_command.h"
#include "pack/pack_open.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	OPTION_JSON,
	OPTION_ROOT,
};

struct side {
	struct bundle *bundle;
	sqlite3 *db;
};

static int
open_side(struct side *s, const char *path, const struct trust *trust,
    enum bundle_use use, struct err *e)
{
	if (pack_open(&s->bundle, path, trust, use, e) < 0 ||
	    database_open_image(&s->db, bundle_image(s->bundle),
		DATABASE_IMPORT, e) < 0)
		return -1;
	return schema_check(s->db, e);
}

static void
close_side(struct side *s)
{
	database_close(s->db);
	bundle_close(s->bundle);
}

static void
print_edition(const char *sign, const struct side *s)
{
	const struct head *h = bundle_head(s->bundle);

	/* TRANSLATORS: --- or +++, as diff(1) marks the old and the new file */
	printf(_("%s %s, epoch %u, edition %llu\n"), sign, h->channel, h->epoch,
	    (unsigned long long)h->sequence);
}

static void
print_text(const struct comparison *c, const struct side *sides)
{
	static const char *const parts[COMPARE_PARTS] = {
		[COMPARE_TOPICS] = N_("The topics changed."),
		[COMPARE_GLOSSARY] = N_("The glossary changed."),
		[COMPARE_SYNONYMS] = N_("The synonyms changed."),
		[COMPARE_FEES] = N_("What may be charged changed."),
		[COMPARE_NOTICES] = N_("The title, publisher, licence or "
				       "notices of the channel changed."),
	};

	print_edition("---", &sides[0]);
	print_edition("+++", &sides[1]);
	for (size_t i = 0; i < c->count; i++) {
		char *title = utf8_made_safe(c->list[i].title, false);

		printf("%c %-7s %s  %s\n",
		    compare_change_sign(c->list[i].change),
		    entry_kind_name(c->list[i].kind), c->list[i].slug, title);
		free(title);
	}
	for (size_t i = 0; i < COMPARE_PARTS; i++)
		if (c->parts[i])
			puts(_(parts[i]));
	/* TRANSLATORS: entries; numbers only, so no plural is needed */
	printf(_("New: %zu, changed: %zu, withdrawn: %zu, as before: %zu\n"),
	    compare_sum(c, COMPARE_NEW), compare_sum(c, COMPARE_CHANGED),
	    compare_sum(c, COMPARE_WITHDRAWN), c->same);
}

static void
json_edition(struct json *j, const char *name, const struct side *s)
{
	const struct head *h = bundle_head(s->bundle);

	json_object_begin(j, name);
	json_text(j, "channel", h->channel);
	json_number(j, "epoch", h->epoch);
	json_number(j, "sequence", (int64_t)h->sequence);
	json_object_end(j);
}

static void
print_json(const struct comparison *c, const struct side *sides)
{
	static const char *const parts[COMPARE_PARTS] = {
		[COMPARE_TOPICS] = "topics",
		[COMPARE_GLOSSARY] = "glossary",
		[COMPARE_SYNONYMS] = "synonyms",
		[COMPARE_FEES] = "fees",
		[COMPARE_NOTICES] = "notices",
	};
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_edition(&j, "old", &sides[0]);
	json_edition(&j, "new", &sides[1]);
	json_object_begin(&j, "counts");
	for (enum compare_change i = 0; i < COMPARE_CHANGES; i++)
		json_number(&j, compare_change_name(i),
		    (int64_t)compare_sum(c, i));
	json_number(&j, "same", (int64_t)c->same);
	json_object_end(&j);
	json_array_begin(&j, "entries");
	for (size_t i = 0; i < c->count; i++) {
		json_object_begin(&j, NULL);
		json_text(&j, "change",
		    compare_change_name(c->list[i].change));
		json_text(&j, "kind", entry_kind_name(c->list[i].kind));
		json_text(&j, "id", c->list[i].slug);
		json_text(&j, "title", c->list[i].title);
		json_object_end(&j);
	}
	json_array_end(&j);
	json_array_begin(&j, "parts");
	for (size_t i = 0; i < COMPARE_PARTS; i++)
		if (c->parts[i])
			json_text(&j, NULL, parts[i]);
	json_array_end(&j);
	json_object_end(&j);
	json_end(&j);
}

static int
compare(struct side *sides, char **paths, const struct trust *trust,
    bool as_json, struct err *e)
{
	/* TRANSLATORS: the code of your language, as in "es". */
	const char *lang = _("@lang@");
	struct arena *a = arena_new();
	struct comparison c;
	int rc = -1;

	/* The old one may be of an epoch that is over by now. */
	if (open_side(&sides[0], paths[0], trust, BUNDLE_SHOW, e) == 0 &&
	    open_side(&sides[1], paths[1], trust, BUNDLE_INSTALL, e) == 0)
		rc = catalog_compare(&c, &(struct compare_job){
			.old = sides[0].db, .new = sides[1].db,
			.lang = lang }, a, e);
	if (rc == 0 && as_json)
		print_json(&c, sides);
	else if (rc == 0)
		print_text(&c, sides);
	arena_free(a);
	return rc;
}

static int
run(const struct pack_given *given, char **operands)
{
	struct side sides[2] = { { NULL, NULL }, { NULL, NULL } };
	struct trust *trust = NULL;
	struct err e = { 0 };
	int rc = pack_trust(&trust, given[OPTION_ROOT].value, &e);

	if (rc == 0)
		rc = compare(sides, operands, trust,
		    given[OPTION_JSON].value != NULL, &e);
	close_side(&sides[0]);
	close_side(&sides[1]);
	trust_free(trust);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_diff = {
	.name = "diff",
	.operands = "OLD NEW",
	.about = N_("Verify two bundles and show which entries are new (+), "
		    "changed (~) or withdrawn (-)."),
	.options = {
	    [OPTION_JSON] = { "json", 0, NULL, N_("write JSON") },
	    [OPTION_ROOT] = { "root", 'r', "FILE",
		N_("trust the keys of this root") },
	},
	.operand_count = 2,
	.run = run,
};

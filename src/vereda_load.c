/*
 * vereda-load: what field staff do with a bundle.  The only program that
 * reads sticks; so far it looks at one file and says whether it is good.
 */
#include <config.h>

#include <getopt.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libintl.h>
#include <sqlite3.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "bundle/bundle.h"
#include "bundle/manifest.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "text/language.h"

#define _(text) gettext(text)

enum exit_status { EXIT_VALID = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2 };

struct settings {
	const char *root; /* NULL for the installed one */
	bool json;
};

static void
print_usage(FILE *out)
{
	/* TRANSLATORS: leave check, FILE and the options as they are. */
	fputs(_("Usage: vereda-load [OPTION...] check FILE\n"
		"\n"
		"  check FILE   say whether FILE is a whole, signed bundle\n"
		"\n"
		"  --root FILE  trust this root, not the installed one\n"
		"  --json       answer in JSON\n"
		"  --help       show this help\n"
		"  --version    show the version\n"
		"\n"
		"Exit status: 0 it is good, 1 it is refused, 2 usage.\n"),
	    out);
}

static int
complain_usage(void)
{
	fprintf(stderr, "vereda-load: %s\n", err_sentence(ERR_USAGE));
	return EXIT_USAGE;
}

/* PRAGMA quick_check says "ok", or what is wrong in its first row. */
static int
quick_check(sqlite3 *db, struct err *e)
{
	sqlite3_stmt *s = NULL;
	const unsigned char *text = NULL;
	int rc = -1;

	if (sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &s, NULL) !=
	    SQLITE_OK) {
		database_err(e, db, "quick_check");
		goto out;
	}
	if (sqlite3_step(s) == SQLITE_ROW)
		text = sqlite3_column_text(s, 0);
	if (text == NULL)
		database_err(e, db, "quick_check");
	else if (strcmp((const char *)text, "ok") != 0)
		err_set(e, ERR_SCHEMA, "quick_check: %s", (const char *)text);
	else
		rc = 0;
out:
	sqlite3_finalize(s);
	if (rc < 0 && e->code == ERR_DATABASE)
		e->code = ERR_SCHEMA; /* its bytes are as they were signed */
	return rc;
}

/* E24: the database inside B. */
static int
check_database(struct bundle *b, struct err *e)
{
	sqlite3 *db = NULL;
	int rc = -1;

	if (bundle_head(b)->schema_version != SCHEMA_VERSION)
		return err_set(e, ERR_SCHEMA, "schema version %u, not %d",
		    bundle_head(b)->schema_version, SCHEMA_VERSION);
	if (database_open_image(&db, bundle_image(b), DATABASE_IMPORT, e) ==
		0 && schema_check(db, e) == 0 && quick_check(db, e) == 0)
		rc = 0;
	database_close(db);
	return rc;
}

static int
check_whole(struct bundle **out, const char *path, const struct trust *trust,
    struct err *e)
{
	struct progress_bar bar;
	struct progress p = progress_bar_open(&bar);
	int rc = -1;

	if (bundle_open(out, path, trust, e) == 0 &&
	    bundle_verify(*out, &p, e) == 0 && check_database(*out, e) == 0)
		rc = 0;
	progress_bar_close(&bar);
	return rc;
}

static char *
date_text(int64_t seconds)
{
	struct date d;

	date_of_seconds(&d, seconds);
	return xasprintf("%04d-%02d-%02d", d.year, d.month, d.day);
}

static void
say_signers(const struct bundle *b)
{
	unsigned count = bundle_signatures(b);

	printf(ngettext("Signed with %u key:\n", "Signed with %u keys:\n",
		   count), count);
	for (unsigned n = 0; n < count; n++)
		printf("  %s  %s\n", bundle_signer(b, n), bundle_comment(b, n));
}

static void
say_valid(const struct bundle *b, const char *path, const struct manifest *m)
{
	const struct head *h = bundle_head(b);
	char hex[HASH_HEX_SIZE];
	struct hash sum;
	/* TRANSLATORS: the code of your language, as in "es". */
	const char *lang = _("@lang@");
	const char *title = manifest_get_in(m, "title", lang);
	const char *summary = manifest_get_in(m, "summary", lang);
	char *edition = xasprintf("%s-%" PRIu32 "-%" PRIu64, h->channel,
	    h->epoch, h->sequence);
	char *created = date_text(h->created);
	char *expires = date_text(h->expires);

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
	if (e == NULL) {
		json_valid(&j, b, m);
	} else {
		json_text(&j, "code", err_name(e->code));
		json_text(&j, "sentence", err_sentence(e->code));
		json_text(&j, "detail", e->text);
	}
	json_object_end(&j);
	json_end(&j);
}

static void
say_refused(const char *path, const struct err *e)
{
	char *detail = utf8_made_safe(e->text, false);
	const char *name = err_name(e->code);

	if (name[0] != '\0')
		fprintf(stderr, "%s: %s: %s\n", path, name,
		    err_sentence(e->code));
	else
		fprintf(stderr, "%s: %s\n", path, err_sentence(e->code));
	fprintf(stderr, "  (%s)\n", detail);
	free(detail);
}

static int
load_trust(struct trust **out, const char *root, struct err *e)
{
	char *path = root != NULL ? xstrdup(root) :
	    paths_find(SYSCONFDIR "/vereda/root.1", "development.root");
	int rc = trust_load(out, path, e);

	free(path);
	return rc;
}

static int
run_check(const char *path, const struct settings *settings)
{
	struct err e = { 0 };
	struct trust *trust = NULL;
	struct bundle *b = NULL;
	struct manifest *m = NULL;
	char *shown = utf8_made_safe(path, false);
	int rc = -1;

	if (hash_init(&e) == 0 && load_trust(&trust, settings->root, &e) == 0 &&
	    check_whole(&b, path, trust, &e) == 0 &&
	    manifest_parse(&m, bundle_head(b)->manifest, &e) == 0)
		rc = 0;
	if (settings->json)
		answer_json(b, m, shown, rc == 0 ? NULL : &e);
	else if (rc == 0)
		say_valid(b, shown, m);
	else
		say_refused(shown, &e);
	manifest_free(m);
	bundle_close(b);
	trust_free(trust);
	free(shown);
	return rc == 0 ? EXIT_VALID : EXIT_REFUSED;
}

int
main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "root", required_argument, NULL, 'r' },
		{ "json", no_argument, NULL, 'j' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 },
	};
	struct settings settings = { 0 };
	int option;

	language_start();
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (option) {
		case 'r':
			settings.root = optarg;
			break;
		case 'j':
			settings.json = true;
			break;
		case 'h':
			print_usage(stdout);
			return EXIT_VALID;
		case 'v':
			puts("vereda-load " PACKAGE_VERSION);
			return EXIT_VALID;
		default:
			return complain_usage();
		}
	}
	if (argc - optind != 2 || strcmp(argv[optind], "check") != 0)
		return complain_usage();
	return run_check(argv[optind + 1], &settings);
}

/*
 * What a search costs at worst: questions that nobody would ask, to a bundle
 * (VEREDA_ROOT in the environment says whose signature counts).
 *
 *	bench-worst BUNDLE		one line of figures for each kind
 *	bench-worst BUNDLE WORDS	that one, to be counted
 *
 * Ends with 1 when one did more work than it may.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "catalog/catalog.h"
#include "catalog/search_work.h"
#include "image/database.h"

#define LIMIT 20
#define WORDS 64 /* of a long question; more is cut anyway */

/* How the Nth question of a kind is made, of COUNT. */
static const struct kind {
	const char *name;
	size_t count;
	bool keys;
} kinds[] = {
	{ "two letters", 26 * 26, false },
	{ "one letter, three times", 26, false },
	{ "64 beginnings", 26, false },
	{ "64 wrong words", 26, false },
	{ "a word of 80 letters", 26, false },
	{ "numbers", 100, false },
	{ "common words in quotes", 26, false },
	{ "two keys", 100, true },
	{ "64 words of keys", 10, true },
};

struct worst {
	char words[1024];
	size_t work;
	unsigned cut;
	unsigned passed;
};

static const char *
letters(size_t n, struct arena *a)
{
	return arena_printf(a, "%c%c", 'a' + (int)(n / 26 % 26),
	    'a' + (int)(n % 26));
}

/* Question N of kind K. */
static const char *
question(size_t k, size_t n, struct arena *a)
{
	static const char *const common[] = { "the", "of", "and", "in", "to" };
	const char *all = k == 6 ? "\"" : "";

	for (size_t i = 0; i < WORDS; i++) {
		const char *next = letters(n + 27 * i, a);

		switch (k) {
		case 0:
			return letters(n, a);
		case 1:
			return arena_printf(a, "%c %c %c", 'a' + (int)n,
			    'a' + (int)n, 'a' + (int)n);
		case 3:
			next = arena_printf(a, "%sxq%se", next, next);
			break;
		case 4:
			all = arena_printf(a, "%s%s", all, next);
			continue;
		case 5:
		case 7:
			return arena_printf(a, "%02zu", n);
		case 6:
			next = common[(n + i) % COUNT_OF(common)];
			break;
		case 8:
			next = arena_printf(a, "%zu%zu", n, i % 10);
			break;
		default:
			break;
		}
		all = arena_printf(a, "%s%s ", all, next);
	}
	return all;
}

static int
ask(struct catalog *c, const char *words, bool keys, struct worst *w)
{
	struct search_result found = { .cut = false };
	struct arena *a = arena_new();
	struct err e = { 0 };
	int rc = (keys ? catalog_search_keys : catalog_search)(c, words, "en",
	    LIMIT, a, &found, &e);

	if (rc < 0)
		fprintf(stderr, "%s: %s\n", words, e.text);
	w->cut += found.cut;
	w->passed += found.work > SEARCH_WORK_MAX;
	if (found.work > w->work) {
		w->work = found.work;
		snprintf(w->words, sizeof w->words, "%s", words);
	}
	arena_free(a);
	return rc;
}

static int
ask_kind(struct catalog *c, size_t k)
{
	struct worst w = { .work = 0 };
	int rc = 0;

	for (size_t n = 0; n < kinds[k].count && rc == 0; n++) {
		struct arena *a = arena_new();

		rc = ask(c, question(k, n, a), kinds[k].keys, &w);
		arena_free(a);
	}
	printf("%s\t%zu\t%zu\t%u\t%s%s\n", kinds[k].name, kinds[k].count,
	    w.work, w.cut, kinds[k].keys ? "#" : "", w.words);
	return rc < 0 || w.passed > 0 ? -1 : 0;
}

int
main(int argc, char **argv)
{
	static const struct edition edition = { .channel = "crm",
		.epoch = 1, .sequence = 1 };
	struct catalog *c = catalog_new();
	struct trust *trust = NULL;
	struct bundle *bundle = NULL;
	const char *root = getenv("VEREDA_ROOT");
	struct worst w = { .work = 0 };
	struct err e = { 0 };
	sqlite3 *db = NULL;
	int rc = 0;

	if (argc < 2 || root == NULL) {
		fputs("usage: bench-worst BUNDLE [WORDS]\n", stderr);
		return 2;
	}
	if (hash_init(&e) < 0 || trust_load(&trust, root, &e) < 0 ||
	    bundle_open(&bundle, argv[1], trust, &e) < 0 ||
	    database_open_image(&db, bundle_image(bundle), DATABASE_SCREEN,
		&e) < 0 ||
	    catalog_add(c, db, &edition, &e) < 0) {
		fprintf(stderr, "bench-worst: %s\n", e.text);
		return 2;
	}
	if (argc > 2)
		rc = ask(c, argv[2] + (argv[2][0] == '#'), argv[2][0] == '#',
		    &w);
	for (size_t k = 0; k < COUNT_OF(kinds) && argc == 2; k++)
		if (ask_kind(c, k) < 0)
			rc = -1;
	catalog_free(c);
	bundle_close(bundle);
	trust_free(trust);
	return rc < 0;
}

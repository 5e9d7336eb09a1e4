/*
 * The catalog: what all open editions say together.  Topics of one slug are
 * one topic.  An edition of an alert channel (edition.alerts) takes from older
 * editions of the others the alerts that it says anew, and the entries of any
 * kind that its alerts withdraw: they are in no list.  Every answer is
 * in the asked language, or else in Spanish, English or whatever the entry
 * has, and says which; it lives in the arena that the caller gives.
 * A query yields all its rows or an error, never fewer rows.
 */
#ifndef VEREDA_CATALOG_H
#define VEREDA_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/err.h"
#include "base/mem.h"
#include "catalog/entry.h"

#define CATALOG_CHANNELS_MAX 12
#define CATALOG_SEARCH_MAX 80   /* code points of a query; more is cut */
#define CATALOG_RESULTS_MAX 100 /* results of one search */

struct catalog;

struct service_filter {
	const char *country; /* "GT"; "" for all */
	bool emergencies_only;
};

struct catalog *catalog_new(void);
void catalog_free(struct catalog *c); /* NULL is allowed; closes databases */

/*
 * Add an edition.  DB (from database_open_image()) is the catalog's from
 * here on, also when this fails.  EDITION is copied.  Checks the schema
 * (ERR_SCHEMA).
 */
CHECKED int catalog_add(struct catalog *c, sqlite3 *db,
    const struct edition *edition, struct err *e);

size_t catalog_channel_count(const struct catalog *c);
const struct edition *catalog_edition(const struct catalog *c, size_t n);

/* meta value KEY of channel N in LANG ("KEY.LANG", falling back), or "". */
CHECKED int catalog_meta(struct catalog *c, size_t n, const char *key,
    const char *lang, struct arena *a, const char **out, struct err *e);

/* The topic with that slug in the first channel that has it; row 0: none. */
CHECKED int catalog_find_topic(struct catalog *c, const char *slug,
    struct ref *out, struct err *e);
CHECKED int catalog_find_entry(struct catalog *c, const char *slug,
    struct ref *out, struct err *e);

/* The same entry in another edition: in CHANNEL, else wherever it is. */
CHECKED int catalog_find_again(struct catalog *c, const char *channel,
    const char *slug, struct ref *out, struct err *e);

/* And back: what it is called, which is the same in every edition; "" for the
 * root of the topics.  Little is read for it.  ERR_NOT_FOUND. */
CHECKED int catalog_topic_slug(struct catalog *c, struct ref topic,
    struct arena *a, const char **out, struct err *e);
CHECKED int catalog_entry_slug(struct catalog *c, struct ref ref,
    struct arena *a, const char **out, struct err *e);

/* Where an entry belongs: the name of its kind, and the slug of its first
 * topic or "".  ERR_NOT_FOUND. */
CHECKED int catalog_shelf(struct catalog *c, struct ref ref, struct arena *a,
    const char **kind, const char **topic, struct err *e);

/* What was read of the editions is out of memory then. */
void catalog_forget(struct catalog *c);

/* What nobody else should see a reader read: a topic that any channel marks, an
 * entry in such a topic of its own channel. */
CHECKED int catalog_topic_is_sensitive(struct catalog *c, struct ref topic,
    struct arena *a, bool *out, struct err *e);
CHECKED int catalog_entry_is_sensitive(struct catalog *c, struct ref ref,
    bool *out, struct err *e);

/* What stands directly below TOPIC: topics and entries by position. */
CHECKED int catalog_browse(struct catalog *c, struct ref topic,
    const char *lang, struct arena *a, struct browse_list *out,
    struct err *e);

/* One whole entry; ERR_NOT_FOUND, ERR_WITHDRAWN. */
CHECKED int catalog_entry(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct entry *out, struct err *e);

/* An entry that another channel warns of, and the alert that says why. */
struct withdrawal {
	const char *slug;
	const char *lang;  /* of the title */
	const char *title;
	struct entry_head alert;
};

/* *FOUND is false for an entry that nobody withdraws. */
CHECKED int catalog_withdrawal(struct catalog *c, struct ref ref,
    const char *lang, struct arena *a, struct withdrawal *out, bool *found,
    struct err *e);

/*
 * Alerts that are open on TODAY (effective <= TODAY <= expires; withdrawn
 * ones stay in until they expire), gravest first, then newest.  COUNTRY ""
 * for all; else that country's and the region's.  TODAY with year 0 (clock
 * not to be trusted): no alert is left out for its dates.
 */
CHECKED int catalog_alerts(struct catalog *c, const char *country,
    const struct date *today, const char *lang, struct arena *a,
    struct entry_list *out, struct err *e);

/* Services as whole entries, the country's own before the region's. */
CHECKED int catalog_services(struct catalog *c,
    const struct service_filter *filter, const char *lang, struct arena *a,
    struct entry **out, size_t *count, struct err *e);

/* Countries with a service, sorted by code: "BZ", "CA", ...; not "XR". */
CHECKED int catalog_service_countries(struct catalog *c, struct arena *a,
    const char ***out, size_t *count, struct err *e);

/*
 * Ranked full-text search over everything, in LANG and in Spanish and English:
 * accents and case are ignored, all forms of a word are one, the last word may
 * go on.  Words with a synonym find what the content says, "h2a" finds
 * "H-2A"; words in quotes stand next to each other (search_phrase.h).  When
 * fewer than three entries have all of it, guesses follow: with
 * what may have been meant (MEANT) in the place of words that nobody wrote, and
 * entries that have only some of it.  Heads are without summary and countries.
 * Never an error for what a person types.
 */
struct search_result {
	struct entry_list list; /* guesses last */
	size_t more; /* found as well, beyond the limit; with those at most
			CATALOG_RESULTS_MAX */
	const char *meant; /* in other words, folded; "" if as it was typed */
	bool cut; /* there was too much to look at all of it */
	size_t work; /* what it took, of SEARCH_WORK_MAX */
};
CHECKED int catalog_search(struct catalog *c, const char *words,
    const char *lang, size_t limit, struct arena *a, struct search_result *out,
    struct err *e);

/*
 * The same, typed on the keys of a telephone: each digit is one of its letters
 * or itself ("8472": visa).  MEANT has what the keys were taken for, as many
 * letters as keys; numbers stay.
 */
CHECKED int catalog_search_keys(struct catalog *c, const char *keys,
    const char *lang, size_t limit, struct arena *a, struct search_result *out,
    struct err *e);

/* Those whose short code (short_code.h) is CODE, as it is printed: none or
 * one; more only where channels share it.  What is withdrawn too.  The list
 * has room for one more. */
CHECKED int catalog_by_code(struct catalog *c, const char *code,
    const char *lang, struct arena *a, struct entry_list *out,
    struct err *e);

/* How many entries of KIND there are. */
CHECKED int catalog_count(struct catalog *c, enum entry_kind kind,
    size_t *out, struct err *e);

/* All entries of KIND, of all channels, in the order of their slugs. */
CHECKED int catalog_of_kind(struct catalog *c, enum entry_kind kind,
    const char *lang, struct arena *a, struct entry_list *out,
    struct err *e);

/* Glossary words that stand in TEXT, in their order there. */
struct gloss {
	const char *term;
	const char *explanation;
};
CHECKED int catalog_glossary(struct catalog *c, const char *text,
    const char *lang, struct arena *a, struct gloss **out, size_t *count,
    struct err *e);

/* "article", "alert", "rumour"; ENTRY_KINDS for another name. */
const char *entry_kind_name(enum entry_kind kind);
enum entry_kind entry_kind_find(const char *name);

/* For each entry in slug order, with facts and languages: `show`, coverage. */
struct entry_facts {
	const char *slug;
	const char *kind;
	const char *countries; /* separated by blanks */
	const char *langs;
	const char *facts;
};
CHECKED int catalog_facts(struct catalog *c, struct arena *a,
    struct entry_facts **out, size_t *count, struct err *e);

#endif

/*
 * The catalog: what all open editions say together.  Every answer is in the
 * asked language, or else in the first of the channel's languages that the
 * entry has, and says which; it lives in the arena that the caller gives.
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

#define CATALOG_CHANNELS_MAX 12
#define CATALOG_SEARCH_MAX 80   /* code points of a query; more is cut */
#define CATALOG_RESULTS_MAX 100 /* results of one search */

struct catalog;

/* One edition, as the signed head and manifest describe it. */
struct edition {
	const char *channel;   /* "crm" */
	uint32_t epoch;
	uint64_t sequence;
	int64_t created;       /* Unix seconds, UTC */
	int64_t stale_after;
	int64_t expires;
};

/* Which entry or topic: the channel's place in the catalog and the row.
 * A zeroed one is none (rows begin at 1); for topics it is the root. */
struct ref {
	uint16_t channel;
	int32_t row;
};

enum entry_kind {
	ENTRY_ARTICLE,
	ENTRY_ALERT,
	ENTRY_SERVICE,
	ENTRY_KINDS,
};

enum severity { /* CAP 1.2 */
	SEVERITY_NONE,
	SEVERITY_MINOR,
	SEVERITY_MODERATE,
	SEVERITY_SEVERE,
	SEVERITY_EXTREME,
};

/* What a list shows of an entry. */
struct entry_head {
	struct ref ref;
	enum entry_kind kind;
	const char *slug;
	const char *lang; /* of title and summary: as asked, or the fallback */
	const char *title;
	const char *summary;
	const char *countries; /* "GT HN MX", sorted; "XR" is the region */
	enum severity severity; /* alerts only */
	const char *effective;  /* alerts only: ISO date */
	bool withdrawn;         /* alerts only */
	bool guess; /* search only: not what was asked, but near */
};

struct entry_list {
	struct entry_head *heads;
	size_t count;
};

struct source {
	const char *title;
	const char *publisher;
	const char *url;
	const char *date; /* "YYYY[-MM[-DD]]" or "" */
};

struct phone {
	const char *number; /* as it is dialled, grouped for reading */
	const char *note;   /* "" or what it is for */
};

/* A whole entry. */
struct entry {
	struct entry_head head;
	const char *markdown;
	const char *status;     /* draft, checked, approved */
	const char *confidence; /* high, medium, low */
	const char *reviewed;   /* ISO date */
	const char *review_by;  /* ISO date */
	struct source *sources;
	size_t source_count;
	struct entry_list links; /* related entries */
	const char *topic_title; /* of its first topic, or "" */
	/* alerts */
	const char *event;
	const char *urgency;
	const char *certainty;
	const char *expires;   /* ISO date */
	const char *withdrawn; /* why, or "" */
	/* services */
	const char *type;
	const char *hours;
	const char *eligibility;
	const char *languages; /* "es en" */
	const char *cost;      /* free, unknown, paid */
	const char *anonymous; /* yes, no, unknown */
	const char *url;
	const char *checked;   /* ISO date the number was last seen */
	struct phone *phones;
	size_t phone_count;
};

/* One row of a browse list: a topic below, or an entry. */
struct browse_row {
	bool is_topic;
	struct ref topic;        /* when is_topic */
	size_t entry_count;      /* when is_topic: entries below it, all levels */
	const char *title;
	const char *summary;
	struct entry_head entry; /* when not is_topic */
};

struct browse_list {
	const char *title; /* of the topic itself */
	struct browse_row *rows;
	size_t count;
};

struct service_filter {
	const char *country; /* "GT"; "" for all */
	bool emergencies_only;
};

struct catalog *catalog_new(void);
void catalog_free(struct catalog *c); /* NULL is allowed; closes databases */

/*
 * Add an edition.  DB (from database_open_image()) is the catalog's from
 * here on, also when this fails.  EDITION is copied.  Checks the schema
 * (ERR_SCHEMA) and prepares every statement.
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

/* What stands directly below TOPIC: topics and entries by position. */
CHECKED int catalog_browse(struct catalog *c, struct ref topic,
    const char *lang, struct arena *a, struct browse_list *out,
    struct err *e);

/* One whole entry; ERR_NOT_FOUND. */
CHECKED int catalog_entry(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct entry *out, struct err *e);

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

/* Countries that have a service, sorted by code: "BZ", "CA", ... */
CHECKED int catalog_service_countries(struct catalog *c, struct arena *a,
    const char ***out, size_t *count, struct err *e);

/*
 * Ranked full-text search over everything in LANG: accents and case are
 * ignored, every word must be there, the last one is a prefix.  Words with a
 * synonym find the formal word too.  If nothing has all words, entries with
 * any of them come back as guesses.  Never an error for what a person types.
 */
CHECKED int catalog_search(struct catalog *c, const char *words,
    const char *lang, size_t limit, struct arena *a, struct entry_list *out,
    struct err *e);

/* How many entries of KIND there are. */
CHECKED int catalog_count(struct catalog *c, enum entry_kind kind,
    size_t *out, struct err *e);

/* Glossary words that stand in TEXT, in their order there. */
struct gloss {
	const char *term;
	const char *explanation;
};
CHECKED int catalog_glossary(struct catalog *c, const char *text,
    const char *lang, struct arena *a, struct gloss **out, size_t *count,
    struct err *e);

/* "article", "alert", "service". */
const char *entry_kind_name(enum entry_kind kind);

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

/*
 * What the sources of a channel say, read and checked (doc/sources.md); the
 * compiler turns it into the database.  It all lives in one arena.
 */
#ifndef VEREDA_CHANNEL_H
#define VEREDA_CHANNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"
#include "base/mem.h"
#include "pack/finding.h"
#include "pack/phone.h"
#include "pack/prose.h"
#include "pack/rules.h"

#define CHANNEL_ENTRIES_MAX 20000 /* articles and alerts */
#define CHANNEL_TOPIC_DEPTH_MAX 3
#define CHANNEL_TOPIC_CHILDREN_MAX 9
#define CHANNEL_TITLE_MAX 60    /* columns */
#define CHANNEL_SUMMARY_MAX 70  /* columns */
#define CHANNEL_CHANGES_MAX 400 /* characters: summary of the edition */
#define CHANNEL_NOTICE_MAX 200  /* characters */
#define CHANNEL_LINKS_MAX 3

struct channel_topic {
	struct value id;
	struct value parent;
	struct value position;
	struct by_language title;
	struct by_language summary;
	struct place at;
	size_t row; /* in the database */
};

enum channel_kind { /* of an entry with front matter */
	CHANNEL_ARTICLE,
	CHANNEL_ALERT,
};

/* One file of an entry. */
struct channel_text {
	const char *file; /* NULL: there is no such file */
	bool has_keys;    /* its front matter could be read */
	bool is_translation;
	struct value title;
	struct value summary;
	struct values keywords;
	struct value withdrawn;
	struct value translates;
	const char *markdown;
	const char *plain; /* for the index: words without marks */
	/* of the original */
	struct value revision;
	struct values topics;
	struct value position;
	struct values countries;
	struct values facts;
	struct values sources;
	struct values links;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
	struct value event;
	struct value severity;
	struct value urgency;
	struct value certainty;
	struct value effective;
	struct value expires;
};

struct channel_entry {
	enum channel_kind kind;
	const char *slug;
	struct place at; /* its folder */
	struct channel_text text[RULES_LANGUAGES];
	const struct channel_text *original; /* NULL: there is none */
};

struct channel_service {
	struct value id;
	struct value country;
	struct value type;
	struct value position;
	struct by_language name;
	struct by_language summary;
	struct by_language hours;
	struct by_language eligibility;
	struct by_language keywords;
	struct value phones;
	struct phone_list numbers;
	struct values languages;
	struct value cost;
	struct value anonymous;
	struct value url;
	struct values facts;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
};

struct channel_source {
	struct value id;
	struct value title;
	struct value publisher;
	struct value url;
	struct value date;
	size_t row; /* in the database; 0: no entry names it */
};

struct channel_gloss {
	struct value id;
	struct by_language term;
	struct by_language explanation;
};

struct channel_synonym {
	const char *lang;
	struct value word;
	struct value formal;
};

struct channel {
	struct arena *arena;
	struct findings *findings;
	const char *folder; /* as it was given */
	struct hash_state rev_state;
	struct hash rev; /* of all sources */
	struct value id;
	struct value publisher;
	struct value licence;
	struct value epoch;
	struct value sequence;
	struct value created;
	struct value stale_after;
	struct value expires;
	struct values languages; /* the main one first */
	struct by_language title;
	struct by_language summary;
	struct by_language notice;
	struct place at; /* of channel.yaml */
	struct channel_topic *topics;
	size_t topic_count;
	bool has_topics; /* could be read: what names another is wrong */
	struct channel_entry *entries;
	size_t entry_count;
	struct channel_service *services;
	size_t service_count;
	struct channel_source *sources;
	size_t source_count;
	bool has_sources; /* the same */
	struct channel_gloss *glossary;
	size_t gloss_count;
	struct channel_synonym *synonyms;
	size_t synonym_count;
	size_t synonym_room;
	struct prose_stats stats[RULES_LANGUAGES];
};

/* Read FOLDER and check all of it; what is wrong is in ->findings. */
struct channel *channel_read(const char *folder);
void channel_free(struct channel *c); /* NULL is allowed */

/* Number N of the channel's languages as in struct by_language. */
int channel_language(const struct channel *c, size_t n);

/* By their ids, or NULL. */
struct channel_topic *channel_topic(const struct channel *c, const char *id);
struct channel_source *channel_source(const struct channel *c,
    const char *id);

/* The parts of channel_read(), in this order. */
void channel_yaml_read(struct channel *c);
void channel_topics_read(struct channel *c);
void channel_sheets_read(struct channel *c);
void channel_synonyms_read(struct channel *c, const char *lang,
    const char *name);
void channel_text_read(struct channel *c, struct channel_entry *entry,
    int lang, const char *name);
void channel_check(struct channel *c); /* how it hangs together */
void channel_check_topics(struct channel *c);

/* Is LATER after EARLIER, both ISO days? */
void channel_check_dates(struct channel *c, const struct value *earlier,
    const struct value *later);

/* The text of the file NAME in the folder, through the gate, or NULL. */
char *channel_file(struct channel *c, const char *name, size_t max,
    size_t *len, struct place *start);

#endif

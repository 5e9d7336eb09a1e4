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
#include "pack/prose.h"
#include "pack/rules.h"

#define CHANNEL_ENTRIES_MAX 20000 /* of a folder */
#define CHANNEL_TOPIC_DEPTH_MAX 3
#define CHANNEL_TOPIC_CHILDREN_MAX 9
#define CHANNEL_TITLE_MAX 60    /* columns */
#define CHANNEL_SUMMARY_MAX 70  /* columns */
#define CHANNEL_CHANGES_MAX 400 /* characters: summary of the edition */
#define CHANNEL_NOTICE_MAX 200  /* characters */
#define CHANNEL_LAW_MAX 76      /* columns */
#define CHANNEL_LINKS_MAX 3

/* For the column or key of that name, in every kind. */
extern const char *const channel_statuses[];
extern const char *const channel_confidences[];

struct channel_topic {
	struct value id;
	struct value parent;
	struct value position;
	struct value sensitive; /* yes or no; absent: as the parent */
	struct by_language title;
	struct by_language summary;
	struct place at;
	size_t row; /* in the database */
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

/* A fact that a law or an authority states, and how that is cited. */
struct channel_law {
	struct value id; /* of the fact: "US-11" */
	struct value country;
	struct by_language law;
	struct values sources;
};

struct channel_fee; /* fees.h */
struct channel_recording; /* recordings.h */

struct channel_synonym {
	const char *lang;
	struct value word;
	struct value formal;
};

struct item; /* one entry: kind.h */

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
	struct item *items; /* sorted by slug once all kinds are read */
	size_t item_count;
	size_t item_room;
	struct channel_source *sources;
	size_t source_count;
	bool has_sources; /* the same */
	struct channel_gloss *glossary;
	size_t gloss_count;
	struct channel_law *laws;
	size_t law_count;
	bool has_laws; /* the same */
	struct channel_fee *fees;
	size_t fee_count;
	struct channel_recording *recordings;
	size_t recording_count;
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
const struct channel_law *channel_law(const struct channel *c,
    const char *fact);
struct channel_topic *channel_topic(const struct channel *c, const char *id);
struct channel_source *channel_source(const struct channel *c,
    const char *id);

/* The parts of channel_read(), in this order. */
void channel_yaml_read(struct channel *c);
void channel_topics_read(struct channel *c);
void channel_sheets_read(struct channel *c);
void channel_synonyms_read(struct channel *c, const char *lang,
    const char *name);
void channel_check(struct channel *c); /* how it hangs together */
void channel_check_topics(struct channel *c);

/* For the kinds: does all that is named here exist? */
void channel_check_sources(struct channel *c, const char *slug,
    const struct place *at, const struct values *sources);
void channel_check_named_topics(struct channel *c,
    const struct values *topics);

/* Is LATER after EARLIER, both ISO days? */
void channel_check_dates(struct channel *c, const struct value *earlier,
    const struct value *later);

/* Is LAST not before FIRST? */
void channel_check_days(struct channel *c, const struct value *first,
    const struct value *last);

/* The root of the YAML file NAME, a map, or NULL with a finding. */
const struct yaml_node *channel_yaml_root(struct channel *c, const char *name,
    struct place *start);

/* The text under KEY of MAP must be there in each of LANGUAGES. */
void channel_need_languages(struct channel *c, const struct values *languages,
    const struct by_language *texts, const struct yaml_node *map,
    const char *key);

/* The text of the file NAME in the folder, through the gate, or NULL. */
char *channel_file(struct channel *c, const char *name, size_t max,
    size_t *len, struct place *start);

#endif

/*
 * What the catalog gives out: editions, entries, lists.  All of it is
 * borrowed from the arena that the query was given.
 */
#ifndef VEREDA_ENTRY_H
#define VEREDA_ENTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One edition, as the signed head and manifest describe it. */
struct edition {
	const char *channel;   /* "crm" */
	uint32_t epoch;
	uint64_t sequence;
	int64_t created;       /* Unix seconds, UTC */
	int64_t stale_after;
	int64_t expires;
	bool alerts; /* may withdraw what other channels say: the word of who
			keeps the kiosk, not of the publisher */
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
	ENTRY_COURSE,
	ENTRY_RECRUITER,
	ENTRY_RUMOUR,
	ENTRY_OPTION,
	ENTRY_OCCUPATION,
	ENTRY_AGREEMENT,
	ENTRY_CONVENTION,
	ENTRY_CHECK,
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

#define COURSE_LESSONS_MAX 8 /* with the quiz they fill a page of choices */
#define CARDS_MAX 9          /* of one quiz */
#define CARD_ANSWERS_MAX 4
#define ENTRY_SLUG_SIZE 65   /* bytes, with the NUL */

struct lesson {
	const char *title;
	const char *markdown;
};

/* One card of a quiz. */
struct card {
	const char *question;
	const char *answers[CARD_ANSWERS_MAX];
	size_t answer_count;
	int right; /* number of the right answer, from 1 */
	const char *why;
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
	/* courses */
	int minutes; /* 0: not known */
	const char *tool; /* what follows it: "cv", or "" */
	struct lesson *lessons;
	size_t lesson_count;
	/* what has a quiz */
	struct card *cards;
	size_t card_count;
};

/* One row of a browse list: a topic below, or an entry. */
struct browse_row {
	bool is_topic;
	struct ref topic;        /* when is_topic */
	size_t entry_count;      /* when is_topic: in all levels below */
	const char *title;
	const char *summary;
	struct entry_head entry; /* when not is_topic */
};

struct browse_list {
	const char *title; /* of the topic itself */
	struct browse_row *rows;
	size_t count;
};

#endif

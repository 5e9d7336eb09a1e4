/*
 * Entries that are a folder of texts with front matter: articles, alerts,
 * courses, rumours.
 */
#ifndef VEREDA_CHANNEL_TEXT_H
#define VEREDA_CHANNEL_TEXT_H

#include <stdbool.h>

#include "pack/channel.h"
#include "pack/lessons.h"
#include "pack/quiz.h"

enum channel_kind { /* of an entry with front matter */
	CHANNEL_ARTICLE,
	CHANNEL_ALERT,
	CHANNEL_COURSE,
	CHANNEL_RUMOUR,
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
	struct values withdraws; /* alerts */
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
	struct value minutes;
	struct value tool;
	/* of a course or a rumour, in each language */
	const struct yaml_node *quiz_node;
	struct quiz quiz;
	struct lessons lessons;
};

struct channel_entry {
	enum channel_kind kind;
	const char *slug;
	struct place at; /* its folder */
	struct channel_text text[RULES_LANGUAGES];
	const struct channel_text *original; /* NULL: there is none */
};

/* Read the file NAME of ENTRY in LANG, and check it by itself. */
void channel_text_read(struct channel *c, struct channel_entry *entry,
    int lang, const char *name);

#endif

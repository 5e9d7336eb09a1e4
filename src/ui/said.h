/*
 * What a screen says to somebody who does not see it.  Widgets note it while
 * they draw, each thing whole, also where the screen has room for a part
 * only, and in its kind: so a list is heard as a list and a text sentence by
 * sentence, and what is heard is never older than what is seen.
 *
 * Nothing is noted unless somebody wants to hear.
 */
#ifndef VEREDA_SAID_H
#define VEREDA_SAID_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"

enum said_kind {
	SAID_HEAD,   /* row 0: what this is, and which page of it */
	SAID_PIECE,  /* a few words; pieces of one row are one sentence */
	SAID_FLOW,   /* a sentence of the text that is read page by page */
	SAID_NOTE,   /* a sentence beside or below it */
	SAID_CHOICE, /* "3, Fraud alerts. 2 new this week." */
	SAID_KEY,    /* "Key plus: More." */
};

/* Cells on one row. */
struct said_span {
	int x, y, width;
};

/* One thing that is said in one go, and the cells that it stands in. */
struct utterance {
	enum said_kind kind;
	const char *text;
	const char *lang; /* NULL: the reader's */
	const struct said_span *spans;
	size_t span_count;
	bool focused; /* a choice that Enter would open */
	bool of_text; /* what a recording of the entry says, too */
	bool recorded; /* that recording, in place of it all */
};

struct utterances {
	struct utterance *at;
	size_t count;
};

struct said;
struct entry_head;

struct said_list {
	bool wanted;
	struct arena *arena; /* NULL until something is noted */
	struct said *at;
	size_t count, room;
	int quiet;        /* > 0: widgets that draw parts of something noted */
	bool more;        /* the text goes on on another page, behind + */
	bool aside;       /* what comes now stands beside the list */
	const char *lang; /* of what comes now; NULL: the reader's */
	/* an entry that is read here from its beginning to its end, of which
	 * there may be a recording; NULL: none */
	const struct entry_head *entry;
};

void said_fini(struct said_list *l);
void said_clear(struct said_list *l); /* and overwrite */

/* TEXT as one thing of KIND in the cells from (X, Y). */
void said_add(struct said_list *l, enum said_kind kind, const char *text,
    int x, int y, int width, int height);

/* One of a list: what is drawn later in its rows is said with it.  DIGIT 0
 * for none. */
struct choice;
void said_choice(struct said_list *l, const struct choice *c, bool focused);

/* The sentences (SAID_FLOW or SAID_NOTE) of COUNT rows from FIRST, which
 * stand below (X, Y); those from LAST on are said and not seen. */
struct rows;
void said_rows(struct said_list *l, enum said_kind kind,
    const struct rows *rows, size_t first, size_t count, size_t last, int x,
    int y);

/* The label of a key in the footer. */
void said_key(struct said_list *l, const char *key, const char *verb, int x,
    int y, int width);

/* Whatever is noted until the other, is not. */
void said_hush(struct said_list *l);
void said_go_on(struct said_list *l);

/* All that was noted, in the order in which it is said, in A.  LANG is the
 * reader's. */
void said_compose(struct utterances *out, const struct said_list *l,
    const char *lang, struct arena *a);

#endif

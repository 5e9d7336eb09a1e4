/*
 * What is different between two editions of a channel: entries by their
 * slug, and whether anything else changed that a reader can meet.
 */
#ifndef VEREDA_COMPARE_H
#define VEREDA_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "base/progress.h"
#include "catalog/entry.h"

enum compare_change {
	COMPARE_NEW,       /* was not there before */
	COMPARE_CHANGED,   /* any word, number, date or source of it */
	COMPARE_WITHDRAWN, /* is no longer there, or says so of itself */
	COMPARE_CHANGES,
};

/* What is no entry, as one thing each. */
enum compare_part {
	COMPARE_TOPICS,   /* the tree and its names */
	COMPARE_GLOSSARY,
	COMPARE_SYNONYMS,
	COMPARE_FEES,     /* what may be charged */
	COMPARE_NOTICES,  /* title, publisher, notice, licence */
	COMPARE_PARTS,
};

struct compared {
	enum compare_change change;
	enum entry_kind kind;
	const char *slug;
	const char *lang;  /* of the title: as asked, or what there is */
	const char *title; /* of the newer edition, if it is there */
};

struct comparison {
	struct compared *list; /* by change, alerts first, then by slug */
	size_t count;
	size_t counts[ENTRY_KINDS][COMPARE_CHANGES];
	size_t same; /* entries that did not change */
	bool parts[COMPARE_PARTS]; /* changed */
};

/*
 * Two content databases whose schema was checked (of an image: opened with
 * DATABASE_IMPORT, for all of both is read).
 */
struct compare_job {
	sqlite3 *old; /* NULL: all that NEW has is new */
	sqlite3 *new;
	const char *lang; /* of titles */
	const struct progress *progress; /* NULL is allowed */
};

/* What *OUT points to lives in A. */
CHECKED int catalog_compare(struct comparison *out,
    const struct compare_job *job, struct arena *a, struct err *e);

/* Add one that was found elsewhere; the texts of ONE live as long as A. */
void compare_add(struct comparison *c, const struct compared *one,
    struct arena *a);

/* Over all kinds. */
size_t compare_sum(const struct comparison *c, enum compare_change change);

/* "new", "changed", "withdrawn"; '+', '~', '-'. */
const char *compare_change_name(enum compare_change change);
char compare_change_sign(enum compare_change change);

#endif

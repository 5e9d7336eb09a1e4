/*
 * Kinds of entry.  All that the pack knows about one stands in a file of its
 * own, kind_NAME.c, and in a row of the table in kind.c: where its sources
 * are, how they are read, checked and written.
 */
#ifndef VEREDA_KIND_H
#define VEREDA_KIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "pack/channel.h"

/* Read by the conventions, beside their own sheet. */
#define KIND_INSTRUMENTS "instruments.csv"

struct compile;
struct kind;

/* One entry under its slug, whatever its kind. */
struct item {
	const char *slug;
	struct place at; /* of the slug; line 0: a folder of this name */
	const struct kind *kind;
	const void *data; /* what the kind read */
	int64_t row;      /* in the database, once it is compiled */
};

struct kind {
	const char *name; /* of the table entry and of the manifest's count */
	const char *source; /* its folder or sheet at the top of a channel */
	bool is_folder;
	const struct rules *columns; /* of a sheet; NULL for a folder */
	/* "3 articles", for the summary of a check. */
	void (*tell_count)(FILE *out, size_t count);
	/* Read the source, which is there, and check what can be seen without
	 * the others; each entry goes to kind_add_item(). */
	void (*read)(struct channel *c, const struct kind *k);
	/* Check one entry against all that was read; NULL: nothing to do. */
	void (*check)(struct channel *c, const struct item *item);
	/* What it names, NULL for nothing. */
	const struct values *(*sources)(const struct item *item);
	const struct values *(*topics)(const struct item *item);
	/* Write its rows with the helpers of compile_entry.h. */
	void (*write)(struct compile *m, const struct item *item);
	/* Its Markdown in a language, or NULL; the op NULL: it has none. */
	const char *(*body)(const struct item *item, int lang);
	/* Rows that belong to no entry; NULL: none. */
	void (*write_rest)(struct compile *m);
};

/* All kinds, NULL at the end. */
const struct kind *const *kinds(void);

/* The kind whose sources are the file or folder NAME, or NULL. */
const struct kind *kind_of_source(const char *name);

void kind_add_item(struct channel *c, const struct kind *k, const char *slug,
    const struct place *at, const void *data);

/* Sort what was read; two of one id are told. */
void kind_sort_items(struct channel *c);

/* Two of one short code are told; after kind_sort_items(). */
void kind_check_codes(struct channel *c);

/* The entry with that slug, or NULL; after kind_sort_items(). */
struct item *kind_item(const struct channel *c, const char *slug);

size_t kind_count(const struct channel *c, const struct kind *k);

extern const struct kind article_kind;
extern const struct kind alert_kind;
extern const struct kind service_kind;
extern const struct kind course_kind;
extern const struct kind recruiter_kind;
extern const struct kind rumour_kind;
extern const struct kind option_kind;
extern const struct kind occupation_kind;
extern const struct kind agreement_kind;
extern const struct kind convention_kind;
extern const struct kind check_kind;

#endif

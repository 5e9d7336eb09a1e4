/*
 * What kinds of entry write of themselves: the rows that every kind has, and
 * the writer for those that only one has.
 */
#ifndef VEREDA_COMPILE_ENTRY_H
#define VEREDA_COMPILE_ENTRY_H

#include <stdint.h>

#include "pack/channel.h"
#include "pack/kind.h"
#include "pack/phone.h"
#include "pack/row_writer.h"

#define COMPILE_POSITION_USUAL 100 /* of an entry that names none */

struct compile {
	struct row_writer *w;
	const struct channel *c;
};

/* "es" for a number in struct by_language. */
const char *compile_language(int lang);

/* Begin an entry; its row is ITEM's. */
void compile_entry(struct compile *m, const struct item *item,
    const struct value *status, const struct value *confidence,
    const struct value *reviewed, const struct value *review_by);

/* Its title and summary in a language where a spreadsheet says them: the
 * channel's main language is the original. */
void compile_text(struct compile *m, int64_t id, int lang, const char *title,
    const char *summary);

/* For the search: title, keywords, summary, body. */
void compile_index(struct compile *m, int64_t id, int lang,
    const char *const words[4]);

/* An entry that has a title and a summary in each language and no more. */
void compile_names(struct compile *m, int64_t id,
    const struct by_language *title, const struct by_language *summary);

void compile_country(struct compile *m, int64_t id, const char *country);
void compile_topics(struct compile *m, int64_t id,
    const struct values *topics, const struct value *position);
void compile_links(struct compile *m, int64_t id,
    const struct values *slugs);
void compile_phones(struct compile *m, int64_t id,
    const struct phone_list *phones);
void compile_facts(struct compile *m, int64_t id,
    const struct values *facts);
void compile_sources(struct compile *m, int64_t id,
    const struct values *sources);

/* The words that a list holds, as one text. */
const char *compile_joined(struct compile *m, const struct values *words);

#endif

/*
 * What articles, alerts, courses and rumours have in common: a folder for
 * each, a file with front matter in it for each language.
 */
#ifndef VEREDA_KIND_PROSE_H
#define VEREDA_KIND_PROSE_H

#include "pack/channel_text.h"
#include "pack/kind.h"

void kind_prose_read(struct channel *c, const struct kind *k,
    enum channel_kind kind);
void kind_prose_check(struct channel *c, const struct item *item);
const struct values *kind_prose_sources(const struct item *item);
const struct values *kind_prose_topics(const struct item *item);
const char *kind_prose_body(const struct item *item, int lang);
void kind_prose_write(struct compile *m, const struct item *item);

#endif

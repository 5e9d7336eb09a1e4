/*
 * Each language by its name, for the table of them alone.
 */
#ifndef VEREDA_LANG_TABLE_H
#define VEREDA_LANG_TABLE_H

#include "text/lang.h"

extern const struct lang lang_es;
extern const struct lang lang_en;
extern const struct lang lang_fr;
extern const struct lang lang_pt;
extern const struct lang lang_ht;

#endif

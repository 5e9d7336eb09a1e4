/*
 * What may stand in the sources, as tables: for each key its form, where it
 * is allowed and needed, and where its value goes.  The front matter, the
 * YAML files and the spreadsheets share the same checks of values.
 */
#ifndef VEREDA_RULES_H
#define VEREDA_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "pack/csv_table.h"
#include "pack/finding.h"
#include "pack/yaml_tree.h"
#include "text/lang.h"

#define RULES_ID_MAX 64         /* characters of an id */
#define RULES_LANGUAGES LANG_MAX
#define RULES_LIST_MAX 100      /* items of a list in a file */
#define RULES_TEXT_MAX 1000     /* characters, where a rule says nothing */
#define RULES_NUMBER_MAX 1000000000

/* A value and its place; TEXT is NULL where the key is absent. */
struct value {
	const char *text;
	int64_t number; /* RULE_NUMBER; RULE_DURATION in days */
	struct place at;
};

struct values {
	struct value *list;
	size_t count;
	struct place at;
};

/* One text in each language, by rules_language(). */
struct by_language {
	struct value in[RULES_LANGUAGES];
};

enum rule_form {
	RULE_LINE,         /* struct value: one line of text */
	RULE_ID,           /* struct value */
	RULE_MARK,         /* struct value: an id with dots, "oc.q01" */
	RULE_FACT,         /* struct value: the id of one fact, "XR-01" */
	RULE_NUMBER,       /* struct value: 0 .. RULES_NUMBER_MAX */
	RULE_DATE,         /* struct value: YYYY-MM-DD */
	RULE_DATE_PARTIAL, /* struct value: YYYY, YYYY-MM or a day */
	RULE_DURATION,     /* struct value: P6M */
	RULE_CHOICE,       /* struct value: one of CHOICES */
	RULE_COUNTRY,      /* struct value */
	RULE_ADDRESS,      /* struct value: http:// or https:// */
	RULE_PERIOD,       /* struct value: range.h */
	RULE_COST,         /* struct value: range.h */
	RULE_ISCO_ONE,     /* struct value: an ISCO-08 code */
	RULE_ISCO,         /* struct values and so on */
	RULE_CHOICES,
	RULE_IDS,
	RULE_FACTS,
	RULE_COUNTRIES,
	RULE_LANGUAGE_CODES,
	RULE_SPOKEN, /* language codes, also of languages we do not show */
	RULE_LINES,
	RULE_BY_LANGUAGE, /* struct by_language of lines */
	RULE_NODE, /* const struct yaml_node *: read by who asks for it */
};

struct rule {
	const char *key;
	enum rule_form form;
	unsigned allowed; /* bits of the reader's kinds of file; 0: all */
	unsigned needed;  /* bits: the key must be there and not be empty */
	size_t offset;    /* in the struct that is filled */
	unsigned max;     /* characters of a text, items of a list; 0: usual */
	const char *const *choices; /* NULL at the end */
};

struct rules {
	const struct rule *list;
	size_t count;
};

#define RULES_OF(array) { (array), COUNT_OF(array) }

/* What readers pass around. */
struct reading {
	struct arena *arena;
	struct findings *findings;
};

/* The number of language CODE in struct by_language, or -1. */
int rules_language(const char *code);

/*
 * Fill OUT from NODE, which must be a map, in a file of the kind KIND (one
 * bit).  Unknown, misplaced and missing keys are findings.
 */
void rules_read_map(const struct rules *rules, unsigned kind,
    const struct yaml_node *node, void *out, const struct reading *r);

/* Fill OUT from the text of one cell of a table. */
void rules_read_cell(const struct rule *rule, const struct csv_cell *cell,
    void *out, const struct reading *r);

/* Cut TEXT at any of DELIMITERS into values, blanks around them taken off. */
void rules_split(struct values *out, const char *text,
    const struct place *at, const char *delimiters, struct arena *a);

bool rules_has(const struct values *all, const char *text);
bool rules_is_id(const char *text);
bool rules_is_country(const char *code); /* ISO 3166-1, or "XR" */

#endif

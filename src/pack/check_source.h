/*
 * A check as its YAML file says it: questions with what each answer counts,
 * and an outcome for each colour (doc/sources.md).
 */
#ifndef VEREDA_CHECK_SOURCE_H
#define VEREDA_CHECK_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/check_score.h"
#include "pack/channel.h"

/* A text that belongs to some facts: a cost that is not always a trick. */
struct source_exception {
	struct values facts;
	struct by_language text;
};

struct source_question {
	struct place at;
	struct value id;
	struct value weight;
	struct value danger;
	struct values facts;  /* laws */
	struct values frauds; /* what alerts say */
	struct by_language text;
	struct by_language example;
	struct by_language reason;
	struct by_language label; /* on the result: what was asked */
	struct by_language brief; /* on the result: why it matters */
	struct by_language way;   /* how to find out, or what to do */
	const struct yaml_node *exception_nodes;
	struct source_exception *exceptions;
	size_t exception_count;
};

struct source_outcome {
	bool is_there;
	struct place at;
	struct value outcome;
	struct by_language title; /* {n}: how many danger answers */
	struct by_language title_one; /* the same for one */
	struct by_language text;
	struct values services;
	struct value read; /* an entry that says more */
	const struct yaml_node *step_nodes;
	struct by_language *steps;
	size_t step_count;
};

struct source_check {
	const char *slug;
	struct place at;
	struct values topics;
	struct value position;
	struct values countries;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
	struct values awaiting; /* languages that no speaker has read yet */
	struct values languages; /* of the channel, and those */
	struct value red_from;
	struct by_language title;
	struct by_language summary;
	struct by_language keywords;
	const struct yaml_node *question_nodes;
	const struct yaml_node *outcome_nodes;
	struct source_question *questions;
	size_t question_count;
	struct source_outcome outcomes[CHECK_OUTCOMES];
};

/* The file NAME of the channel, or NULL with a finding. */
struct source_check *check_source_read(struct channel *c, const char *name,
    const char *slug);

/* Where NAME stands in NAMES, which ends with NULL; -1 for nowhere. */
int check_source_number(const char *const *names, const struct value *name);

/* Whatever answers are given, is there an outcome, and what it needs?  When
 * all entries are read. */
void check_source_prove(struct channel *c, const struct source_check *k);

#endif

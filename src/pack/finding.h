/*
 * Findings: what is wrong with the sources of a channel, each with its place,
 * in the form "file:line:column: LEVEL: sentence: detail", of a spreadsheet
 * with the cell in front of the sentence.  A run collects
 * all of them; nothing stops at the first.
 */
#ifndef VEREDA_FINDING_H
#define VEREDA_FINDING_H

#include <stddef.h>
#include <stdio.h>

#include "base/compiler.h"

#define FINDINGS_MAX 1000     /* more are counted but not kept */
#define FINDING_DETAIL_MAX 80 /* code points of a detail that are kept */

/* Where in the sources; line 0 is the file as a whole, column 0 the line. */
struct place {
	const char *file; /* path as it was given, for an editor to jump to */
	unsigned line;
	unsigned column; /* in code points */
	const char *cell; /* of a spreadsheet: "N2, duration"; or NULL */
};

enum finding_level {
	FINDING_WARNING,
	FINDING_ERROR,
};

enum finding_kind {
	/* files and characters */
	FINDING_UNREADABLE,
	FINDING_UNEXPECTED,
	FINDING_MISSING_FILE,
	FINDING_EMPTY_FILE,
	FINDING_TOO_LARGE,
	FINDING_BOM,
	FINDING_CRLF,
	FINDING_NOT_UTF8,
	FINDING_UNSAFE,
	FINDING_NOT_NFC,
	FINDING_WIDE,
	FINDING_COMBINING,
	FINDING_RIGHT_TO_LEFT,
	/* form */
	FINDING_SYNTAX,
	FINDING_ALIAS,
	FINDING_TOO_DEEP,
	FINDING_NO_FRONT_MATTER,
	FINDING_UNKNOWN_KEY,
	FINDING_DUPLICATE_KEY,
	FINDING_MISSING_KEY,
	FINDING_MISPLACED_KEY,
	FINDING_NOT_TEXT,
	FINDING_NOT_LIST,
	FINDING_NOT_MAP,
	FINDING_MISSING_COLUMN,
	FINDING_UNKNOWN_COLUMN,
	FINDING_COLUMN_ORDER,
	FINDING_ROW_LENGTH,
	FINDING_SYNONYM_FORM,
	/* values */
	FINDING_EMPTY_VALUE,
	FINDING_TOO_LONG,
	FINDING_TWO_LINES,
	FINDING_TOO_MANY,
	FINDING_REPEATED,
	FINDING_BAD_ID,
	FINDING_BAD_FACT,
	FINDING_BAD_NUMBER,
	FINDING_BAD_DATE,
	FINDING_BAD_DURATION,
	FINDING_BAD_COUNTRY,
	FINDING_BAD_LANGUAGE,
	FINDING_BAD_CHOICE,
	FINDING_BAD_PHONE,
	FINDING_BAD_ADDRESS,
	FINDING_BAD_PERIOD,
	FINDING_BAD_COST,
	FINDING_BAD_OCCUPATION,
	FINDING_LIST_LENGTH,
	FINDING_DATE_ORDER,
	/* how things hang together */
	FINDING_CHANNEL_NAME,
	FINDING_DUPLICATE_ID,
	FINDING_SAME_CODE,
	FINDING_NO_TRANSLATION,
	FINDING_BEHIND,
	FINDING_AHEAD,
	FINDING_NO_ORIGINAL,
	FINDING_TWO_ORIGINALS,
	FINDING_NO_SOURCE,
	FINDING_UNKNOWN_TOPIC,
	FINDING_UNKNOWN_ENTRY,
	FINDING_UNKNOWN_SOURCE,
	FINDING_SELF_LINK,
	FINDING_OWN_ENTRY,
	FINDING_TOO_MANY_WITHDRAWN,
	FINDING_TOPIC_DEPTH,
	FINDING_TOPIC_CHILDREN,
	FINDING_TOPIC_LOOP,
	FINDING_TOPIC_BARE,
	/* checks */
	FINDING_OUTCOME_MISSING,
	FINDING_OUTCOME_UNREACHED,
	FINDING_NO_BASIS,
	FINDING_NO_STEP,
	FINDING_NO_PHONE,
	FINDING_UNKNOWN_LAW,
	FINDING_UNKNOWN_FRAUD,
	/* text */
	FINDING_NO_TEXT,
	FINDING_MARKDOWN,
	FINDING_HEADING,
	FINDING_SECTIONS,
	FINDING_RUMOUR_SECTIONS,
	FINDING_NO_LIST,
	FINDING_STEPS_TWICE,
	FINDING_NO_LESSONS,
	FINDING_LESSON_EMPTY,
	FINDING_LESSONS_DIFFER,
	FINDING_QUIZ_ONE,
	FINDING_QUIZ_ANSWERS,
	FINDING_QUIZ_RIGHT,
	FINDING_QUIZ_DIFFERS,
	/* registers */
	FINDING_NAME_BARE,
	FINDING_LICENCE_NONE,
	FINDING_LICENCE_NOT,
	FINDING_LICENCE_TWICE,
	FINDING_LICENCE_OVER,
	/* fees */
	FINDING_FEE_LAW,
	FINDING_FEE_CEILING,
	FINDING_FEE_NOTE,
	FINDING_FEE_TWICE,
	/* recordings */
	FINDING_RECORDING_ENTRY,
	FINDING_RECORDING_FILE,
	FINDING_RECORDING_FORM,
	FINDING_RECORDING_OLD,
	FINDING_LONG_SENTENCE,
	FINDING_KINDS
};

struct findings;

struct findings *findings_new(void);
void findings_free(struct findings *f); /* NULL is allowed */

/* Remember one; AT and the detail are copied. */
void finding_add(struct findings *f, const struct place *at,
    enum finding_kind kind, const char *format, ...) PRINTF_LIKE(4, 5);

size_t findings_count(const struct findings *f, enum finding_level level);
size_t findings_of(const struct findings *f, enum finding_kind kind);

/* Every finding, sorted by file, line and column. */
void findings_print(struct findings *f, FILE *out);

enum finding_level finding_level(enum finding_kind kind);
const char *finding_sentence(enum finding_kind kind); /* translated */

#endif

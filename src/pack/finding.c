/*
 * Findings: one table of sentences, one sorted list.
 */
#include <config.h>

#include "pack/finding.h"

#include <libintl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define _(s) gettext(s)
#define N_(s) s

struct finding {
	struct place at;
	enum finding_kind kind;
	size_t order; /* of being found: breaks ties */
	const char *detail;
};

struct findings {
	struct arena *arena;
	struct finding *list;
	size_t count;
	size_t room;
	size_t of[FINDING_KINDS];
};

/* A sentence says what to do; a detail follows it after a colon. */
static const struct {
	enum finding_level level;
	const char *sentence;
} table[FINDING_KINDS] = {
	[FINDING_UNREADABLE] = { FINDING_ERROR,
	    N_("This cannot be read; correct what the system says") },
	[FINDING_UNEXPECTED] = { FINDING_ERROR,
	    N_("Nothing of this name belongs here; "
	       "rename it or take it away") },
	[FINDING_MISSING_FILE] = { FINDING_ERROR,
	    N_("This file is needed; write it") },
	[FINDING_EMPTY_FILE] = { FINDING_ERROR,
	    N_("This file is empty; write it or take it away") },
	[FINDING_TOO_LARGE] = { FINDING_ERROR,
	    N_("This is larger than allowed; make it smaller") },
	[FINDING_BOM] = { FINDING_WARNING,
	    N_("The file begins with a byte order mark; "
	       "save it as UTF-8 without one") },
	[FINDING_CRLF] = { FINDING_WARNING,
	    N_("Lines end in CR LF; save the file with LF alone") },
	[FINDING_NOT_UTF8] = { FINDING_ERROR,
	    N_("This is not UTF-8; save the file as UTF-8") },
	[FINDING_UNSAFE] = { FINDING_ERROR,
	    N_("This invisible character is not allowed; remove it") },
	[FINDING_NOT_NFC] = { FINDING_ERROR,
	    N_("This letter is written in pieces; "
	       "save the text in normal form C") },
	[FINDING_WIDE] = { FINDING_ERROR,
	    N_("This character is not one column wide; use another") },
	[FINDING_COMBINING] = { FINDING_ERROR,
	    N_("This mark stands on another letter; "
	       "use a letter that has it") },
	[FINDING_RIGHT_TO_LEFT] = { FINDING_ERROR,
	    N_("Letters written from right to left cannot be shown; "
	       "use Latin ones") },
	[FINDING_SYNTAX] = { FINDING_ERROR,
	    N_("This is not well formed; correct it") },
	[FINDING_ALIAS] = { FINDING_ERROR,
	    N_("Anchors, aliases and tags are not allowed; "
	       "write the value itself") },
	[FINDING_TOO_DEEP] = { FINDING_ERROR,
	    N_("This is nested too deep; make it flatter") },
	[FINDING_NO_FRONT_MATTER] = { FINDING_ERROR,
	    N_("The keys must stand between two lines of \"---\" "
	       "at the top; add them") },
	[FINDING_UNKNOWN_KEY] = { FINDING_ERROR,
	    N_("This key is not known; correct or remove it") },
	[FINDING_DUPLICATE_KEY] = { FINDING_ERROR,
	    N_("This key stands here twice; keep one") },
	[FINDING_MISSING_KEY] = { FINDING_ERROR,
	    N_("This key is missing; add it") },
	[FINDING_MISPLACED_KEY] = { FINDING_ERROR,
	    N_("This key does not belong in this file; remove it") },
	[FINDING_NOT_TEXT] = { FINDING_ERROR,
	    N_("Here must stand one text; write it behind the key") },
	[FINDING_NOT_LIST] = { FINDING_ERROR,
	    N_("Here must stand a list; write [a, b]") },
	[FINDING_NOT_MAP] = { FINDING_ERROR,
	    N_("Here must stand keys with values; "
	       "write one \"key: value\" a line") },
	[FINDING_MISSING_COLUMN] = { FINDING_ERROR,
	    N_("This column is missing; add it") },
	[FINDING_UNKNOWN_COLUMN] = { FINDING_ERROR,
	    N_("This column is not known; remove it") },
	[FINDING_COLUMN_ORDER] = { FINDING_ERROR,
	    N_("This column stands in the wrong place; "
	       "put it where it belongs") },
	[FINDING_ROW_LENGTH] = { FINDING_ERROR,
	    N_("This row has another number of cells than the first; "
	       "correct it") },
	[FINDING_SYNONYM_FORM] = { FINDING_ERROR,
	    N_("Write a word, a colon, and the words that mean the same") },
	[FINDING_EMPTY_VALUE] = { FINDING_ERROR,
	    N_("This is empty; fill it in") },
	[FINDING_TOO_LONG] = { FINDING_ERROR,
	    N_("This text is too long; shorten it") },
	[FINDING_TWO_LINES] = { FINDING_ERROR,
	    N_("This text must stand on one line; join its lines") },
	[FINDING_TOO_MANY] = { FINDING_ERROR,
	    N_("There are too many here; take some away") },
	[FINDING_REPEATED] = { FINDING_ERROR,
	    N_("This stands in the list twice; keep one") },
	[FINDING_BAD_ID] = { FINDING_ERROR,
	    N_("This is no id; use lower-case letters, digits "
	       "and hyphens") },
	[FINDING_BAD_FACT] = { FINDING_ERROR,
	    N_("This is no fact id; write it as in \"XR-01\"") },
	[FINDING_BAD_NUMBER] = { FINDING_ERROR,
	    N_("This is no number that is allowed here; correct it") },
	[FINDING_BAD_DATE] = { FINDING_ERROR,
	    N_("This is no date; write it as YYYY-MM-DD") },
	[FINDING_BAD_DURATION] = { FINDING_ERROR,
	    N_("This is no duration; write it as in \"P6M\"") },
	[FINDING_BAD_COUNTRY] = { FINDING_ERROR,
	    N_("This is no country; use two capitals of ISO 3166-1, "
	       "or XR") },
	[FINDING_BAD_LANGUAGE] = { FINDING_ERROR,
	    N_("This is no language of the channel; correct it") },
	[FINDING_BAD_CHOICE] = { FINDING_ERROR,
	    N_("This value is not allowed; use one of the list") },
	[FINDING_BAD_PHONE] = { FINDING_ERROR,
	    N_("This is no telephone number; "
	       "use digits, blanks, +, -, * and #") },
	[FINDING_BAD_ADDRESS] = { FINDING_ERROR,
	    N_("This is no web address; begin it with https://") },
	[FINDING_BAD_PERIOD] = { FINDING_ERROR,
	    N_("This is no time; write it as in P3M, PT120H or P1M..P3M, "
	       "or ask") },
	[FINDING_BAD_COST] = { FINDING_ERROR,
	    N_("This is no cost; write free, ask, or cents and a currency "
	       "as in 8500 HNL") },
	[FINDING_BAD_OCCUPATION] = { FINDING_ERROR,
	    N_("This is no code of ISCO-08; use its four digits") },
	[FINDING_LIST_LENGTH] = { FINDING_ERROR,
	    N_("This list has not as many items as in the main language; "
	       "translate each") },
	[FINDING_DATE_ORDER] = { FINDING_ERROR,
	    N_("This date must be the later one; correct it") },
	[FINDING_CHANNEL_NAME] = { FINDING_ERROR,
	    N_("The folder must be named as the channel; rename one") },
	[FINDING_DUPLICATE_ID] = { FINDING_ERROR,
	    N_("This id is used already; choose another") },
	[FINDING_SAME_CODE] = { FINDING_WARNING,
	    N_("The short code of this entry is that of another; give the "
	       "newer of the two another id") },
	[FINDING_NO_TRANSLATION] = { FINDING_ERROR,
	    N_("This language is missing; translate the text") },
	[FINDING_BEHIND] = { FINDING_WARNING,
	    N_("The original was changed since; "
	       "bring this translation up to it") },
	[FINDING_AHEAD] = { FINDING_ERROR,
	    N_("The original has no such revision; correct the number") },
	[FINDING_NO_ORIGINAL] = { FINDING_ERROR,
	    N_("One file must be the original; "
	       "remove \"translates\" from one") },
	[FINDING_TWO_ORIGINALS] = { FINDING_ERROR,
	    N_("There is another original; "
	       "say with \"translates\" what this one follows") },
	[FINDING_NO_SOURCE] = { FINDING_ERROR,
	    N_("This text has no source; name at least one") },
	[FINDING_UNKNOWN_TOPIC] = { FINDING_ERROR,
	    N_("There is no such topic in topics.yaml; correct it") },
	[FINDING_UNKNOWN_ENTRY] = { FINDING_ERROR,
	    N_("There is no entry with this id; correct the link") },
	[FINDING_UNKNOWN_SOURCE] = { FINDING_ERROR,
	    N_("There is no such source in sources.csv; add it there") },
	[FINDING_SELF_LINK] = { FINDING_ERROR,
	    N_("This entry links to itself; remove the link") },
	[FINDING_OWN_ENTRY] = { FINDING_ERROR,
	    N_("This entry is of this channel itself; "
	       "remove it there instead") },
	[FINDING_TOO_MANY_WITHDRAWN] = { FINDING_ERROR,
	    N_("A kiosk heeds no edition that withdraws more than 50; "
	       "withdraw less") },
	[FINDING_TOPIC_DEPTH] = { FINDING_ERROR,
	    N_("This topic lies deeper than three levels; move it up") },
	[FINDING_TOPIC_CHILDREN] = { FINDING_ERROR,
	    N_("A topic has at most nine topics below it; regroup them") },
	[FINDING_TOPIC_LOOP] = { FINDING_ERROR,
	    N_("This topic lies below itself; correct its parent") },
	[FINDING_TOPIC_BARE] = { FINDING_WARNING,
	    N_("Nothing stands below this topic; "
	       "write something or remove it") },
	[FINDING_OUTCOME_MISSING] = { FINDING_ERROR,
	    N_("Answers can lead to this outcome; write it") },
	[FINDING_OUTCOME_UNREACHED] = { FINDING_ERROR,
	    N_("No answers lead to this outcome; "
	       "take it away or change what the answers count") },
	[FINDING_NO_BASIS] = { FINDING_ERROR,
	    N_("This question rests on no law and no known fraud; "
	       "name one in facts or frauds") },
	[FINDING_NO_STEP] = { FINDING_ERROR,
	    N_("This outcome says no next step; write one") },
	[FINDING_NO_PHONE] = { FINDING_ERROR,
	    N_("This outcome has no telephone for a country of the check; "
	       "name a service that has one") },
	[FINDING_UNKNOWN_LAW] = { FINDING_ERROR,
	    N_("laws.csv has no such fact; add it or correct the id") },
	[FINDING_UNKNOWN_FRAUD] = { FINDING_WARNING,
	    N_("No alert states this fraud; correct the id") },
	[FINDING_NO_TEXT] = { FINDING_ERROR,
	    N_("There is no text below the keys; write it") },
	[FINDING_MARKDOWN] = { FINDING_ERROR,
	    N_("This cannot be shown on the kiosk; "
	       "write it in plain words") },
	[FINDING_HEADING] = { FINDING_ERROR,
	    N_("Only headings with \"##\" are allowed; correct this one") },
	[FINDING_SECTIONS] = { FINDING_ERROR,
	    N_("An alert has exactly three sections, each under \"##\"; "
	       "correct them") },
	[FINDING_RUMOUR_SECTIONS] = { FINDING_ERROR,
	    N_("A rumour has exactly four sections, each under \"##\"; "
	       "correct them") },
	[FINDING_NO_LIST] = { FINDING_ERROR,
	    N_("The second section of an alert must have a list; "
	       "write one") },
	[FINDING_STEPS_TWICE] = { FINDING_ERROR,
	    N_("A text has one numbered list, its next steps; write the "
	       "others with \"-\"") },
	[FINDING_NO_LESSONS] = { FINDING_ERROR,
	    N_("A course is lessons, each under \"##\", and nothing before "
	       "the first; correct it") },
	[FINDING_LESSON_EMPTY] = { FINDING_ERROR,
	    N_("A lesson has no title or no text; write it") },
	[FINDING_LESSONS_DIFFER] = { FINDING_ERROR,
	    N_("A translation must have as many lessons as its original; "
	       "correct it") },
	[FINDING_QUIZ_ONE] = { FINDING_ERROR,
	    N_("A rumour has exactly one question; correct the quiz") },
	[FINDING_QUIZ_ANSWERS] = { FINDING_ERROR,
	    N_("A question has two to four answers; correct them") },
	[FINDING_QUIZ_RIGHT] = { FINDING_ERROR,
	    N_("There is no answer of that number; correct it") },
	[FINDING_QUIZ_DIFFERS] = { FINDING_ERROR,
	    N_("A translation must have the questions and answers of its "
	       "original, in the same order; correct it") },
	[FINDING_NAME_BARE] = { FINDING_ERROR,
	    N_("Nobody can look for this name; write it whole") },
	[FINDING_LICENCE_NONE] = { FINDING_ERROR,
	    N_("Who has or had a licence has its number; write it") },
	[FINDING_LICENCE_NOT] = { FINDING_ERROR,
	    N_("Who never had a licence has neither number nor day; "
	       "take it away") },
	[FINDING_LICENCE_TWICE] = { FINDING_ERROR,
	    N_("Another row of this country has this licence number; "
	       "check which is right") },
	[FINDING_LICENCE_OVER] = { FINDING_ERROR,
	    N_("The licence was over when it was seen; "
	       "look in the register again") },
	[FINDING_FEE_LAW] = { FINDING_ERROR,
	    N_("This law is of neither country of the row; "
	       "correct the law or the row") },
	[FINDING_FEE_CEILING] = { FINDING_ERROR,
	    N_("A ceiling is cents with a currency and what it is per, "
	       "and only of what a worker may be charged; correct it") },
	[FINDING_FEE_NOTE] = { FINDING_ERROR,
	    N_("This holds for some jobs only; say in the note for which") },
	[FINDING_FEE_TWICE] = { FINDING_ERROR,
	    N_("Another row has these countries, this item and this law; "
	       "keep one") },
	[FINDING_RECORDING_ENTRY] = { FINDING_ERROR,
	    N_("No article and no alert of this id has a text in this "
	       "language; correct the row") },
	[FINDING_RECORDING_FILE] = { FINDING_ERROR,
	    N_("The recording of this row is missing; add the file or take "
	       "the row away") },
	[FINDING_RECORDING_FORM] = { FINDING_ERROR,
	    N_("This is no recording of one voice as Ogg Opus; make it with "
	       "opusenc --downmix-mono") },
	[FINDING_RECORDING_OLD] = { FINDING_WARNING,
	    N_("The text was changed since this was recorded, and it is left "
	       "out; record it anew, or if it still says the same write") },
	[FINDING_LONG_SENTENCE] = { FINDING_WARNING,
	    N_("This sentence is long; make two of it") },
};

struct findings *
findings_new(void)
{
	struct findings *f = xcalloc(1, sizeof *f);

	f->arena = arena_new();
	return f;
}

void
findings_free(struct findings *f)
{
	if (f == NULL)
		return;
	arena_free(f->arena);
	free(f->list);
	free(f);
}

static const char *clean_detail(struct arena *a, const char *format,
    va_list args) PRINTF_LIKE(2, 0);

/* What a source says, fit for one line of a terminal. */
static const char *
clean_detail(struct arena *a, const char *format, va_list args)
{
	char raw[FINDING_DETAIL_MAX * UTF8_MAX * 2];
	char *safe = NULL;
	const char *end = NULL;
	const char *detail = NULL;

	vsnprintf(raw, sizeof raw, format, args);
	safe = utf8_made_safe(raw, false);
	end = safe;
	for (int i = 0; i < FINDING_DETAIL_MAX && *end != '\0'; i++)
		utf8_next(&end);
	detail = arena_printf(a, "%.*s%s", (int)(end - safe), safe,
	    *end == '\0' ? "" : "...");
	free(safe);
	return detail;
}

void
finding_add(struct findings *f, const struct place *at,
    enum finding_kind kind, const char *format, ...)
{
	va_list args;
	struct finding *one = NULL;

	f->of[kind]++;
	if (f->count == FINDINGS_MAX)
		return;
	if (f->count == f->room) {
		f->room = f->room == 0 ? 16 : f->room * 2;
		f->list = xrealloc(f->list, f->room, sizeof *f->list);
	}
	one = &f->list[f->count];
	one->at = *at;
	one->at.file = arena_strdup(f->arena, at->file);
	one->kind = kind;
	one->order = f->count++;
	va_start(args, format);
	one->detail = clean_detail(f->arena, format, args);
	va_end(args);
}

size_t
findings_of(const struct findings *f, enum finding_kind kind)
{
	return f->of[kind];
}

size_t
findings_count(const struct findings *f, enum finding_level level)
{
	size_t count = 0;

	for (int kind = 0; kind < FINDING_KINDS; kind++)
		if (table[kind].level == level)
			count += f->of[kind];
	return count;
}

static int
compare(const void *left, const void *right)
{
	const struct finding *a = left;
	const struct finding *b = right;
	int order = strcmp(a->at.file, b->at.file);

	if (order != 0)
		return order;
	if (a->at.line != b->at.line)
		return a->at.line < b->at.line ? -1 : 1;
	if (a->at.column != b->at.column)
		return a->at.column < b->at.column ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

void
findings_print(struct findings *f, FILE *out)
{
	size_t all = findings_count(f, FINDING_ERROR) +
	    findings_count(f, FINDING_WARNING);

	if (f->count > 0)
		qsort(f->list, f->count, sizeof *f->list, compare);
	for (size_t i = 0; i < f->count; i++) {
		const struct finding *one = &f->list[i];

		fprintf(out, "%s:%u:%u: %s: %s%s%s%s%s\n", one->at.file,
		    one->at.line, one->at.column,
		    table[one->kind].level == FINDING_ERROR ? "ERROR" :
							      "WARNING",
		    one->at.cell != NULL ? one->at.cell : "",
		    one->at.cell != NULL ? ": " : "",
		    finding_sentence(one->kind),
		    one->detail[0] == '\0' ? "" : ": ", one->detail);
	}
	if (all > f->count)
		fprintf(out,
		    ngettext("%zu more finding is not shown.\n",
			"%zu more findings are not shown.\n",
			(unsigned long)(all - f->count)),
		    all - f->count);
}

enum finding_level
finding_level(enum finding_kind kind)
{
	return table[kind].level;
}

const char *
finding_sentence(enum finding_kind kind)
{
	return _(table[kind].sentence);
}

/*
 * A curriculum vitae that is put together from lists: each choice has its
 * words in Spanish and in English, so one form gives both.  Nothing in it
 * says who the person is: name and telephone are lines to be filled in by
 * hand.  Part of the session: it goes with it.
 */
#ifndef VEREDA_CV_H
#define VEREDA_CV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/mem.h"

#define CV_JOBS_MAX 4 /* on the page */
#define CV_SKILLS_MAX 5
#define CV_CHOICES_MAX 32 /* of one list but that of trades */
#define CV_TASKS 3        /* of a trade */
#define CV_WORK_SIZE 65   /* bytes, with the NUL */

enum cv_lang { CV_ES, CV_EN, CV_LANGS };

enum cv_list {
	CV_TRADES,
	CV_YEARS,     /* of a job */
	CV_SKILLS,
	CV_SPOKEN,
	CV_LEVELS,    /* of a language */
	CV_SCHOOLING,
	CV_REFERENCES,
	CV_LISTS,
};

/* The choices of a list, in cv_phrases.c; "" behind the last. */
size_t cv_count(enum cv_list list);
const char *cv_choice(enum cv_list list, size_t at, enum cv_lang lang);

/* The trade with that ISCO-08 code, and what is done in it; the count of
 * trades, and "", for none. */
size_t cv_trade_find(const char *isco);
const char *cv_trade_code(size_t trade);
const char *cv_task(size_t trade, size_t at, enum cv_lang lang);

/* One kind of work that was done. */
struct cv_job {
	char work[CV_WORK_SIZE]; /* which: catalog/cv_work.h; "" for none */
	uint8_t years;           /* from 1; 0: nothing is said */
	uint8_t tasks;           /* a bit for each */
};

/* What was chosen; of languages the number, from 1, in the list of levels. */
struct cv {
	struct cv_job jobs[CV_JOBS_MAX]; /* as they were chosen, without gaps */
	uint8_t levels[CV_CHOICES_MAX];  /* of each language; 0: not spoken */
	uint32_t skills;                 /* a bit for each */
	uint8_t schooling;               /* from 1; 0: nothing is said */
	uint8_t references;
};

size_t cv_job_count(const struct cv *cv);
size_t cv_skill_count(const struct cv *cv);
size_t cv_spoken_count(const struct cv *cv);
bool cv_is_empty(const struct cv *cv);

/* Which job it is; -1 for none. */
int cv_find_job(const struct cv *cv, const char *work);

/* The number of the job WORK, which is there from now on; -1, and nothing is
 * changed, when there would be more than a page holds. */
int cv_add_job(struct cv *cv, const char *work);
void cv_remove_job(struct cv *cv, size_t job);
bool cv_toggle_skill(struct cv *cv, size_t skill); /* false as well */

/* What the job of that number is called. */
struct cv_work {
	const char *name[CV_LANGS];
	size_t trade; /* with its tasks; cv_count(CV_TRADES) for none */
};

/* One block of the page: a heading (the others have none), or a line. */
struct cv_line {
	const char *text;
	bool heading;
	bool item;
};

/* The page in one language, in A. */
void cv_compose(struct cv_line **out, size_t *count, const struct cv *cv,
    const struct cv_work works[CV_JOBS_MAX], enum cv_lang lang,
    struct arena *a);

/*
 * The choices as fields of the helper's protocol (doc/helper-protocol.md):
 * the languages, "es-en"; jobs, each with its years and tasks,
 * "occ-mason.3.13,7126..2"; skills, "2,5"; languages and how well, "1.3";
 * schooling; references.  Numbers are from 1, a list of them goes upward, and
 * what is empty was not chosen: each choice has one spelling.
 */
#define CV_FIELDS 6
#define CV_NUMBERS_SIZE 400 /* bytes, with the NUL */

/* The fields with a TAB between them. */
void cv_write_numbers(char out[CV_NUMBERS_SIZE], const struct cv *cv);

/* False for anything that the lists above cannot give, and for nothing.
 * Whether there is such work only the catalog knows. */
bool cv_read_numbers(struct cv *out, const char *const field[CV_FIELDS]);

/*
 * The file for a person's own stick, appended to OUT: both languages, one
 * behind the other, for any program that shows text; at most CV_FILE_MAX
 * bytes.
 */
#define CV_FILE_MAX 16384u
void cv_write_file(struct buffer *out, const struct cv *cv,
    const struct cv_work works[CV_JOBS_MAX]);

#endif

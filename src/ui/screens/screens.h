/*
 * The screens, for the table in screens.c; and the little that one screen
 * asks of another.
 */
#ifndef VEREDA_SCREENS_H
#define VEREDA_SCREENS_H

#include "ui/learning.h"
#include "ui/screen.h"
#include "ui/screens/take.h"
#include "ui/widget.h"
#include "ui/widget_menu.h"
#include "ui/widget_sheet.h"
#include "ui/widget_words.h"

extern const struct screen_ops attract_ops;
extern const struct screen_ops comfort_ops;
extern const struct screen_ops home_ops;
extern const struct screen_ops topic_ops;
extern const struct screen_ops article_ops;
extern const struct screen_ops alerts_ops;
extern const struct screen_ops alert_ops;
extern const struct screen_ops rumours_ops;
extern const struct screen_ops search_ops;
extern const struct screen_ops help_ops;
extern const struct screen_ops country_ops;
extern const struct screen_ops service_ops;
extern const struct screen_ops recruiters_ops;
extern const struct screen_ops register_ops;
extern const struct screen_ops whom_to_ask_ops;
extern const struct screen_ops recruiter_ops;
extern const struct screen_ops finder_ops;
extern const struct screen_ops facet_ops;
extern const struct screen_ops options_ops;
extern const struct screen_ops option_ops;
extern const struct screen_ops compare_ops;
extern const struct screen_ops agreement_ops;
extern const struct screen_ops convention_ops;
extern const struct screen_ops occupation_ops;
extern const struct screen_ops demand_ops;
extern const struct screen_ops work_ops;
extern const struct screen_ops find_work_ops;
extern const struct screen_ops pair_ops;
extern const struct screen_ops howto_ops;
extern const struct screen_ops check_ops;
extern const struct screen_ops check_why_ops;
extern const struct screen_ops check_result_ops;
extern const struct screen_ops check_phones_ops;
extern const struct screen_ops check_taken_ops;
extern const struct screen_ops fees_ops;
extern const struct screen_ops fee_list_ops;
extern const struct screen_ops fee_ops;
extern const struct screen_ops money_ops;
extern const struct screen_ops fees_result_ops;
extern const struct screen_ops words_ops;
extern const struct screen_ops sources_ops;
extern const struct screen_ops about_ops;
extern const struct screen_ops careful_ops;
extern const struct screen_ops withdrawn_ops;
extern const struct screen_ops course_ops;
extern const struct screen_ops lesson_ops;
extern const struct screen_ops quiz_ops;
extern const struct screen_ops score_ops;
extern const struct screen_ops slip_ops;
extern const struct screen_ops take_ops;
extern const struct screen_ops qr_ops;
extern const struct screen_ops paper_ops;
extern const struct screen_ops plan_ops;
extern const struct screen_ops step_ops;
extern const struct screen_ops cv_ops;
extern const struct screen_ops cvwork_ops;
extern const struct screen_ops cvlist_ops;
extern const struct screen_ops cvpage_ops;
extern const struct screen_ops cvsave_ops;
extern const struct screen_ops end_ops;
extern const struct screen_ops pin_ops;
extern const struct screen_ops usb_ops;
extern const struct screen_ops preview_ops;
extern const struct screen_ops changes_ops;
extern const struct screen_ops progress_ops;
extern const struct screen_ops result_ops;
extern const struct screen_ops rollback_ops;
extern const struct screen_ops reason_ops;

/* Opens ENTRY on the screen of its kind. */
void screens_open(struct screen *sc, const struct entry_head *entry);

/* Opens a topic or an entry. */
void screens_open_row(struct screen *sc, const struct browse_row *row);

/* Goes TO a topic or an entry; before a sensitive one to SCREEN_CAREFUL. */
void careful_go(struct screen *sc, const struct place *to);

/* "F9 hides the page at once. ..." with the key that it has here. */
const char *screens_say_hide(struct screen *sc);

/* "To read", "Telephone": what an entry of KIND is. */
const char *screens_kind_word(enum entry_kind kind);

/* Opens SCREEN; for what needs no ref. */
void screens_go(struct screen *sc, enum screen_id screen);

/* Opens the check SLUG; false when no channel has it. */
bool screens_go_check(struct screen *sc, const char *slug);

/* Opens the topic SLUG; false when no channel has it. */
bool screens_go_topic(struct screen *sc, const char *slug);

/* The next card of the quiz of this place, which has COUNT, or how it went
 * when all are answered; beside this screen or in its place. */
void quiz_go(struct screen *sc, const struct learning *l, size_t count);
void quiz_replace(struct screen *sc, const struct learning *l, size_t count);

/* A place of the quiz that belongs to no entry? */
bool quiz_is_of_rumours(const struct place *p);

/* The hard words on page PAGE of the article REF as it is drawn here. */
CHECKED int article_words(struct screen *sc, struct ref ref, int page,
    struct gloss **out, size_t *count, struct err *e);

/* Into SH: the names that people use for the work of this place, why it is
 * asked for, and where. */
CHECKED int occupation_say_demand(struct screen *sc, struct sheet *sh,
    struct err *e);

/* "It is in force.": how it stands with an agreement or a convention. */
const char *agreement_state(const char *status);

/* Into SH: the sources of X, and FRESH, or that DAY (ISO) is long ago. */
void entry_say_sources(struct screen *sc, struct sheet *sh,
    const struct entry *x, const char *day, const char *fresh);

/* What SCREEN_COUNTRY asks: place.number. */
enum country_question {
	COUNTRY_HERE, /* where one is: those with a telephone */
	COUNTRY_FROM, /* where one is from */
	COUNTRY_TO,   /* where one was or goes to */
	COUNTRY_WORK, /* before a check: where the job is */
	COUNTRY_ORIGIN, /* before a check: where one is from */
};

#endif

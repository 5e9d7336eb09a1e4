/*
 * The table of screens, and the ways from one to another.
 */
#include <config.h>

#include "ui/screen.h"

#include <libintl.h>

#include "base/log.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(s) gettext(s)
#define N_(s) s

static const struct screen_ops *const table[SCREEN_COUNT] = {
	[SCREEN_ATTRACT] = &attract_ops,
	[SCREEN_COMFORT] = &comfort_ops,
	[SCREEN_HOME] = &home_ops,
	[SCREEN_TOPIC] = &topic_ops,
	[SCREEN_ARTICLE] = &article_ops,
	[SCREEN_ALERTS] = &alerts_ops,
	[SCREEN_ALERT] = &alert_ops,
	[SCREEN_RUMOURS] = &rumours_ops,
	[SCREEN_SEARCH] = &search_ops,
	[SCREEN_HELP] = &help_ops,
	[SCREEN_COUNTRY] = &country_ops,
	[SCREEN_SERVICE] = &service_ops,
	[SCREEN_RECRUITERS] = &recruiters_ops,
	[SCREEN_REGISTER] = &register_ops,
	[SCREEN_WHOM_TO_ASK] = &whom_to_ask_ops,
	[SCREEN_RECRUITER] = &recruiter_ops,
	[SCREEN_FINDER] = &finder_ops,
	[SCREEN_FACET] = &facet_ops,
	[SCREEN_OPTIONS] = &options_ops,
	[SCREEN_OPTION] = &option_ops,
	[SCREEN_COMPARE] = &compare_ops,
	[SCREEN_AGREEMENT] = &agreement_ops,
	[SCREEN_CONVENTION] = &convention_ops,
	[SCREEN_OCCUPATION] = &occupation_ops,
	[SCREEN_DEMAND] = &demand_ops,
	[SCREEN_WORK] = &work_ops,
	[SCREEN_FIND_WORK] = &find_work_ops,
	[SCREEN_PAIR] = &pair_ops,
	[SCREEN_HOWTO] = &howto_ops,
	[SCREEN_CHECK] = &check_ops,
	[SCREEN_CHECK_WHY] = &check_why_ops,
	[SCREEN_CHECK_RESULT] = &check_result_ops,
	[SCREEN_CHECK_PHONES] = &check_phones_ops,
	[SCREEN_CHECK_TAKEN] = &check_taken_ops,
	[SCREEN_FEES] = &fees_ops,
	[SCREEN_FEE_LIST] = &fee_list_ops,
	[SCREEN_FEE] = &fee_ops,
	[SCREEN_MONEY] = &money_ops,
	[SCREEN_FEES_RESULT] = &fees_result_ops,
	[SCREEN_WORDS] = &words_ops,
	[SCREEN_SOURCES] = &sources_ops,
	[SCREEN_ABOUT] = &about_ops,
	[SCREEN_CAREFUL] = &careful_ops,
	[SCREEN_WITHDRAWN] = &withdrawn_ops,
	[SCREEN_COURSE] = &course_ops,
	[SCREEN_LESSON] = &lesson_ops,
	[SCREEN_QUIZ] = &quiz_ops,
	[SCREEN_SCORE] = &score_ops,
	[SCREEN_SLIP] = &slip_ops,
	[SCREEN_TAKE] = &take_ops,
	[SCREEN_QR] = &qr_ops,
	[SCREEN_PAPER] = &paper_ops,
	[SCREEN_PLAN] = &plan_ops,
	[SCREEN_STEP] = &step_ops,
	[SCREEN_CV] = &cv_ops,
	[SCREEN_CVWORK] = &cvwork_ops,
	[SCREEN_CVLIST] = &cvlist_ops,
	[SCREEN_CVPAGE] = &cvpage_ops,
	[SCREEN_CVSAVE] = &cvsave_ops,
	[SCREEN_END] = &end_ops,
	[SCREEN_PIN] = &pin_ops,
	[SCREEN_USB] = &usb_ops,
	[SCREEN_PREVIEW] = &preview_ops,
	[SCREEN_CHANGES] = &changes_ops,
	[SCREEN_PROGRESS] = &progress_ops,
	[SCREEN_RESULT] = &result_ops,
	[SCREEN_ROLLBACK] = &rollback_ops,
	[SCREEN_REASON] = &reason_ops,
};

const struct screen_ops *
screen_ops(enum screen_id id)
{
	return table[id];
}

/* What a reader meets of a kind of entry. */
static const struct {
	enum screen_id screen;
	const char *word;
} kinds[ENTRY_KINDS] = {
	/* TRANSLATORS: what a result of the search is; 20 columns. */
	[ENTRY_ARTICLE] = { SCREEN_ARTICLE, N_("To read") },
	/* TRANSLATORS: what a result of the search is; 16 columns. */
	[ENTRY_ALERT] = { SCREEN_ALERT, N_("Alert") },
	/* TRANSLATORS: what a result of the search is; 20 columns. */
	[ENTRY_SERVICE] = { SCREEN_SERVICE, N_("Telephone") },
	/* TRANSLATORS: what a result of the search is; 20 columns. */
	[ENTRY_COURSE] = { SCREEN_COURSE, N_("Short course") },
	/* TRANSLATORS: what a result of the search is; 20 columns. */
	[ENTRY_RECRUITER] = { SCREEN_RECRUITER, N_("Recruiter") },
	/* TRANSLATORS: what a result of the search is; 20 columns. */
	[ENTRY_RUMOUR] = { SCREEN_ARTICLE, N_("Rumour or fact?") },
	/* TRANSLATORS: what a result of the search is; 20 columns each. */
	[ENTRY_OPTION] = { SCREEN_OPTION, N_("Course") },
	[ENTRY_OCCUPATION] = { SCREEN_OCCUPATION, N_("Kind of work") },
	[ENTRY_AGREEMENT] = { SCREEN_AGREEMENT, N_("Agreement") },
	[ENTRY_CONVENTION] = { SCREEN_CONVENTION, N_("Convention") },
	/* TRANSLATORS: what a result of the search is; 20 columns. */
	[ENTRY_CHECK] = { SCREEN_CHECK, N_("Questions") },
};

const char *
screens_kind_word(enum entry_kind kind)
{
	return _(kinds[kind].word);
}

void
screens_open(struct screen *sc, const struct entry_head *entry)
{
	struct place to = { .screen = kinds[entry->kind].screen,
		.ref = entry->ref };

	careful_go(sc, &to);
}

/* Topics that have a screen of their own. */
static enum screen_id
screen_of_topic(struct screen *sc, struct ref topic)
{
	static const struct {
		const char *slug;
		enum screen_id screen;
	} own[] = { { "recruiters", SCREEN_RECRUITERS },
		{ "fees", SCREEN_FEES } };

	for (size_t i = 0; i < COUNT_OF(own); i++) {
		struct ref ref = { 0 };
		struct err e = { 0 };

		if (catalog_find_topic(app_catalog(sc->app), own[i].slug,
			&ref, &e) < 0)
			log_line("topic %s: %s", own[i].slug, e.text);
		if (ref.row == topic.row && ref.channel == topic.channel)
			return own[i].screen;
	}
	return SCREEN_TOPIC;
}

void
screens_open_row(struct screen *sc, const struct browse_row *row)
{
	struct place to = { .ref = row->topic };

	if (!row->is_topic) {
		screens_open(sc, &row->entry);
		return;
	}
	to.screen = screen_of_topic(sc, row->topic);
	careful_go(sc, &to);
}

void
screens_go(struct screen *sc, enum screen_id screen)
{
	struct place to = { .screen = screen };

	app_go(sc->app, &to);
}

bool
screens_go_check(struct screen *sc, const char *slug)
{
	struct place to = { .screen = SCREEN_CHECK };
	struct err e = { 0 };

	if (catalog_find_entry(app_catalog(sc->app), slug, &to.ref, &e) < 0)
		log_line("check %s: %s", slug, e.text);
	if (to.ref.row == 0)
		return false;
	app_go(sc->app, &to);
	return true;
}

bool
screens_go_topic(struct screen *sc, const char *slug)
{
	struct place to = { .screen = SCREEN_TOPIC };
	struct err e = { 0 };

	if (catalog_find_topic(app_catalog(sc->app), slug, &to.ref, &e) < 0)
		log_line("topic %s: %s", slug, e.text);
	if (to.ref.row == 0)
		return false;
	careful_go(sc, &to);
	return true;
}

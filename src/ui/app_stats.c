/*
 * Counting what people open, and the words that they search in vain.
 */
#include <config.h>

#include "ui/app_stats.h"

#include <string.h>

#include "base/log.h"
#include "catalog/check_score.h"
#include "text/fold.h"
#include "ui/app_private.h"
#include "ui/check_run.h"

#define WORDS_MAX 8 /* of one query */

void
app_set_stats(struct app *app, struct stats *stats)
{
	app->stats = stats;
}

bool
app_counts(const struct app *app)
{
	return app->stats != NULL;
}

static void
count(struct app *app, enum stats_measure measure, const char *word)
{
	struct date today;

	app_today(app, &today);
	stats_today(app->stats, &today);
	stats_count(app->stats, measure, word);
}

void
app_count_found(struct app *app, const char *answer)
{
	count(app, STATS_FOUND, answer);
}

/* The screens on which an entry is opened, whole. */
static bool
shows_entry(enum screen_id id)
{
	static const enum screen_id shows[] = { SCREEN_ARTICLE, SCREEN_ALERT,
		SCREEN_SERVICE, SCREEN_RECRUITER, SCREEN_OPTION,
		SCREEN_AGREEMENT, SCREEN_CONVENTION, SCREEN_OCCUPATION,
		SCREEN_COURSE, SCREEN_CHECK };

	for (size_t i = 0; i < COUNT_OF(shows); i++)
		if (shows[i] == id)
			return true;
	return false;
}

static void
count_entry(struct app *app)
{
	const char *kind = NULL;
	const char *topic = NULL;
	struct err e = { 0 };

	if (catalog_shelf(app->catalog, app->screen.place.ref,
		app->screen.arena, &kind, &topic, &e) < 0) {
		log_line("statistics: %s", e.text);
		return;
	}
	count(app, STATS_KINDS, kind);
	count(app, STATS_TOPICS, topic);
	count(app, STATS_LANGUAGES, app->session.lang);
}

static void
count_check(struct app *app)
{
	struct check check = { 0 };
	struct check_score score = { 0 };
	struct err e = { 0 };

	if (check_run_open(&app->screen, &check, &e) < 0) {
		log_line("statistics: %s", e.text);
		return;
	}
	check_run_score(&app->session.check, &check, &score);
	count(app, STATS_CHECKS,
	    check_outcome_names[check_outcome(&score, check.red_from)]);
}

void
app_stats_arrive(struct app *app, struct app_step step)
{
	enum screen_id id = app->screen.place.screen;

	if (app->stats == NULL || step.aside)
		return;
	if (id == SCREEN_ATTRACT)
		stats_rest(app->stats, app->now); /* nobody waits */
	if (app->failed != ERR_NONE || app_too_small(app))
		return;
	if (!step.was_open && app->session.open && !screen_is_staff(id))
		count(app, STATS_VISITS, "");
	if (!step.ahead)
		return;
	if (id == SCREEN_CHECK_RESULT)
		count_check(app);
	else if (shows_entry(id) && !step.turned &&
	    app->screen.place.ref.row != 0)
		count_entry(app);
}

/* Whether WORD alone finds nothing but guesses. */
static bool
is_in_vain(struct app *app, const char *word)
{
	struct search_result found = { 0 };
	struct err e = { 0 };

	if (catalog_search(app->catalog, word, app->session.lang, 1,
		app->screen.arena, &found, &e) < 0) {
		log_line("statistics: %s", e.text);
		return false;
	}
	return found.list.count == 0 || found.list.heads[0].guess;
}

/*
 * Word by word, so that no two that were searched together stay together.
 * What has anything but letters in it is none of the words that are counted
 * (stats_in_vain), and so it is not cut here but at blanks.
 */
static void
count_words(struct app *app)
{
	char *text = NULL;
	char *rest = NULL;
	int words = 0;
	struct date today;

	if (!is_in_vain(app, app->session.query))
		return;
	app_today(app, &today);
	stats_today(app->stats, &today);
	text = fold_text(app->session.query, app->screen.arena);
	for (char *word = strtok_r(text, " ", &rest);
	    word != NULL && words < WORDS_MAX;
	    word = strtok_r(NULL, " ", &rest), words++)
		if (is_in_vain(app, word))
			stats_in_vain(app->stats, word);
}

struct app_step
app_stats_leave(struct app *app, enum move move)
{
	const struct place *from = &app->screen.place;
	struct app_step step = { .was_open = app->session.open,
		.ahead = move == MOVE_GO || move == MOVE_REPLACE,
		.aside = move == MOVE_HIDE || move == MOVE_SHOW };

	if (app->stats == NULL || step.aside)
		return step;
	step.turned = move == MOVE_REPLACE && shows_entry(from->screen) &&
	    from->ref.row == app->to.ref.row &&
	    from->ref.channel == app->to.ref.channel;
	if (from->screen == SCREEN_SEARCH && app->failed == ERR_NONE &&
	    app->session.query[0] != '\0')
		count_words(app);
	return step;
}

/*
 * The table of screens, and the ways from one to another.
 */
#include <config.h>

#include "ui/screen.h"

#include "base/log.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

static const struct screen_ops *const table[SCREEN_COUNT] = {
	[SCREEN_ATTRACT] = &attract_ops,
	[SCREEN_COMFORT] = &comfort_ops,
	[SCREEN_HOME] = &home_ops,
	[SCREEN_TOPIC] = &topic_ops,
	[SCREEN_ARTICLE] = &article_ops,
	[SCREEN_ALERTS] = &alerts_ops,
	[SCREEN_ALERT] = &alert_ops,
	[SCREEN_SEARCH] = &search_ops,
	[SCREEN_HELP] = &help_ops,
	[SCREEN_COUNTRY] = &country_ops,
	[SCREEN_SERVICE] = &service_ops,
	[SCREEN_HOWTO] = &howto_ops,
	[SCREEN_WORDS] = &words_ops,
	[SCREEN_SOURCES] = &sources_ops,
	[SCREEN_ABOUT] = &about_ops,
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

void
screens_open(struct screen *sc, const struct entry_head *entry)
{
	struct place to = { .ref = entry->ref };

	switch (entry->kind) {
	case ENTRY_ARTICLE:
		to.screen = SCREEN_ARTICLE;
		break;
	case ENTRY_ALERT:
		to.screen = SCREEN_ALERT;
		break;
	case ENTRY_SERVICE:
		to.screen = SCREEN_SERVICE;
		break;
	case ENTRY_KINDS:
		return;
	}
	app_go(sc->app, &to);
}

void
screens_go(struct screen *sc, enum screen_id screen)
{
	struct place to = { .screen = screen };

	app_go(sc->app, &to);
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
	app_go(sc->app, &to);
	return true;
}

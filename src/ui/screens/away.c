/*
 * What goes along of a page.
 */
#include <config.h>

#include "ui/screens/away.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "catalog/option.h"
#include "text/steps.h"
#include "ui/app.h"
#include "ui/screens/away_private.h"
#include "ui/screens/plan_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

/* What a code can say, in the order in which it says it. */
enum piece {
	PIECE_TITLE,
	PIECE_PHONE,
	PIECE_STEP,
	PIECE_SOURCE = PIECE_STEP + AWAY_STEPS,
	PIECE_DAY,
	PIECE_CODE,
	PIECES,
};

void
away_add_step(struct away *x, const char *text)
{
	if (x->step_count < AWAY_STEPS && text[0] != '\0')
		x->steps[x->step_count++] = text;
}

/* A text says itself where its steps stand; one that does not has none. */
static int
steps_of_text(struct arena *a, const struct entry *entry, struct away *x,
    struct err *e)
{
	enum steps_place place =
	    entry->head.kind == ENTRY_ALERT ? STEPS_ALERT : STEPS_NUMBERED;
	struct steps steps;

	if (entry->markdown == NULL)
		return 0;
	if (steps_find(&steps, entry->markdown, place, a, e) < 0)
		return -1;
	for (size_t i = 0; i < steps.count; i++)
		away_add_step(x, steps.texts[i]);
	x->steps_of = steps.heading;
	return 0;
}

static int
steps_of_option(struct screen *sc, struct ref ref, struct away *x,
    struct err *e)
{
	struct option o;

	if (catalog_option(app_catalog(sc->app), ref, app_lang(sc->app),
		sc->arena, &o, e) < 0)
		return -1;
	for (const char *at = o.steps; *at != '\0';) {
		size_t len = strcspn(at, "\n");

		away_add_step(x, arena_strndup(sc->arena, at, len));
		at += len + (at[len] != '\0');
	}
	return 0;
}

/* Its own telephone, or that of the first service it names. */
static int
find_phone(struct screen *sc, const struct entry *from, struct away *x,
    struct err *e)
{
	const struct entry_list *links = &from->links;

	x->phone = x->phone_of = "";
	if (from->phone_count > 0) {
		x->phone = from->phones[0].number;
		return 0;
	}
	for (size_t i = 0; i < links->count && x->phone[0] == '\0'; i++) {
		struct entry service;

		if (links->heads[i].kind != ENTRY_SERVICE)
			continue;
		if (catalog_entry(app_catalog(sc->app), links->heads[i].ref,
			app_lang(sc->app), sc->arena, &service, e) < 0)
			return -1;
		if (service.phone_count == 0)
			continue;
		x->phone = service.phones[0].number;
		x->phone_of = service.head.title;
	}
	return 0;
}

int
away_publisher(struct screen *sc, struct away *x, struct err *e)
{
	return catalog_meta(app_catalog(sc->app), sc->place.ref.channel,
	    "publisher", app_lang(sc->app), sc->arena, &x->publisher, e);
}

static const char *
day_of(const struct entry *x)
{
	if (x->checked != NULL && x->checked[0] != '\0')
		return x->checked;
	return x->reviewed != NULL ? x->reviewed : "";
}

/* Those of an option or a text; else what the plan says of it. */
static int
find_steps(struct screen *sc, const struct plan_view *v, struct away *x,
    struct err *e)
{
	const struct entry *entry = &v->entry;

	switch (entry->head.kind) {
	case ENTRY_OPTION:
		if (steps_of_option(sc, entry->head.ref, x, e) < 0)
			return -1;
		break;
	case ENTRY_ARTICLE:
	case ENTRY_ALERT:
		return x->withdrawn ? 0
				    : steps_of_text(sc->arena, entry, x, e);
	case ENTRY_SERVICE:
	case ENTRY_CHECK:
	case ENTRY_COURSE:
	case ENTRY_RUMOUR:
	case ENTRY_RECRUITER:
	case ENTRY_OCCUPATION:
	case ENTRY_AGREEMENT:
	case ENTRY_CONVENTION:
	case ENTRY_KINDS:
		break;
	}
	if (x->step_count == 0)
		away_add_step(x, v->step);
	return 0;
}

static int
load_entry(struct screen *sc, struct away *x, struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct plan_item item = { .part = (uint8_t)sc->place.part };
	struct plan_view v = { .part = 0 };
	const struct entry *entry = &v.entry;
	const char *slug = "";
	bool found = false;

	if (catalog_entry_slug(c, sc->place.ref, sc->arena, &slug, e) < 0)
		return -1;
	snprintf(item.slug, sizeof item.slug, "%s", slug);
	if (plan_view_of(sc, &item, &v, &found, e) < 0)
		return -1;
	if (!found)
		return err_set(e, ERR_NOT_FOUND, "entry %s", slug);
	x->title = v.title;
	short_code(x->code, slug);
	if (away_publisher(sc, x, e) < 0)
		return -1;
	x->withdrawn = plan_is_withdrawn(&v);
	if (v.withdrawn) {
		away_add_step(x, v.step);
		return 0;
	}
	x->summary =
	    x->withdrawn ? entry->withdrawn : entry->head.summary;
	if (entry->phone_count > 0)
		x->hours = entry->hours != NULL ? entry->hours : "";
	x->day = day_of(entry);
	if (entry->source_count > 0)
		x->source = entry->sources[0].publisher;
	if (find_phone(sc, entry, x, e) < 0)
		return -1;
	return find_steps(sc, &v, x, e);
}

/* The first things of the plan are the next steps. */
static int
load_plan(struct screen *sc, struct away *x, struct err *e)
{
	const struct plan *plan = &app_session(sc->app)->plan;

	x->title = _("My plan");
	for (size_t i = 0; i < plan->count && x->step_count < AWAY_STEPS;
	     i++) {
		struct plan_view v = { .part = 0 };
		bool found = false;

		if (plan_view_load(sc, (int)i, &v, &found, e) < 0)
			return -1;
		if (found || v.withdrawn)
			away_add_step(x, arena_printf(sc->arena, "%s: %s",
					     v.title, v.step));
	}
	return 0;
}

int
away_load(struct screen *sc, struct away *x, struct err *e)
{
	*x = (struct away){ .title = "", .summary = "", .phone = "",
		.phone_of = "", .hours = "", .source = "", .day = "",
		.publisher = "", .steps_of = "" };
	switch ((enum away_what)sc->place.number) {
	case AWAY_ENTRY:
		return load_entry(sc, x, e);
	case AWAY_CHECK:
		return away_load_check(sc, x, e);
	case AWAY_FEES:
		return away_load_fees(sc, x, e);
	case AWAY_PLAN:
		return load_plan(sc, x, e);
	case AWAY_CV:
		x->title = _("My CV");
		return 0;
	case AWAY_TEST:
		return 0;
	case AWAY_COURSE:
		x->title = _("To take with you");
		return 0;
	}
	return err_set(e, ERR_NOT_FOUND, "nothing to take along");
}

/* One line each; "" for what there is not. */
static void
find_pieces(struct arena *a, const struct away *x, const char *out[PIECES])
{
	for (int i = 0; i < PIECES; i++)
		out[i] = "";
	out[PIECE_TITLE] = !x->withdrawn ? x->title :
	    arena_printf(a, "%s\n%s", _("WITHDRAWN"), x->title);
	out[PIECE_PHONE] = x->phone;
	for (size_t i = 0; i < x->step_count; i++)
		out[PIECE_STEP + i] = arena_printf(a, "%s%s%zu. %s",
		    i == 0 ? x->steps_of : "",
		    i == 0 && x->steps_of[0] != '\0' ? "\n" : "", i + 1,
		    x->steps[i]);
	if (x->source[0] != '\0')
		out[PIECE_SOURCE] = arena_printf(a, _("Source: %s"),
		    x->source);
	if (x->day[0] != '\0')
		out[PIECE_DAY] = arena_printf(a, _("Checked on %s"),
		    widget_date_short(a, x->day));
	out[PIECE_CODE] = x->code;
}

static const char *
join(struct arena *a, const char *const pieces[PIECES],
    const bool taken[PIECES])
{
	const char *text = "";

	for (int i = 0; i < PIECES; i++)
		if (taken[i] && pieces[i][0] != '\0')
			text = arena_printf(a, "%s%s%s", text,
			    text[0] != '\0' ? "\n" : "", pieces[i]);
	return text;
}

bool
away_qr(struct screen *sc, const struct away *x, int size_max,
    struct qr *out, const char **text)
{
	/* a step is of no use without the one before it, and the day and the
	 * source none without the title */
	static const enum piece order[] = { PIECE_CODE, PIECE_PHONE,
		PIECE_TITLE, PIECE_STEP, PIECE_STEP + 1, PIECE_STEP + 2,
		PIECE_DAY, PIECE_SOURCE };
	const char *pieces[PIECES];
	bool taken[PIECES] = { false };
	bool steps = true; /* none was left out */
	bool any = false;

	*text = "";
	find_pieces(sc->arena, x, pieces);
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		bool is_step = order[i] >= PIECE_STEP &&
		    order[i] < PIECE_SOURCE;
		const char *longer = NULL;
		struct qr qr;

		if (pieces[order[i]][0] == '\0' || (is_step && !steps) ||
		    (order[i] > PIECE_PHONE && order[i] != PIECE_CODE &&
			!taken[PIECE_TITLE]))
			continue;
		taken[order[i]] = true;
		longer = join(sc->arena, pieces, taken);
		if (qr_make(&qr, longer, size_max, sc->arena)) {
			*out = qr;
			*text = longer;
			any = any || order[i] != PIECE_TITLE;
			continue;
		}
		taken[order[i]] = false;
		steps = steps && !is_step;
	}
	return any;
}

/*
 * My plan: what the reader took along, as next steps in their order.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "catalog/option.h"
#include "ui/app.h"
#include "ui/screens/away.h"
#include "ui/screens/checks.h"
#include "ui/screens/fees.h"
#include "ui/screens/plan_view.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)

#define TAKE_ALL '9' /* the digits of the steps end before it */

struct plan_page {
	struct menu menu;
	struct choice all; /* along on paper, or as a code */
};

/* What to do next with a course: the lesson that is not read, the quiz. */
static const char *
step_of_course(struct screen *sc, const struct entry *x)
{
	const struct learning *l = learning_of(
	    app_session(sc->app)->learning, x->head.slug);
	size_t next = 0;

	while (next < x->lesson_count && learning_has_read(l, (int)next))
		next++;
	if (next < x->lesson_count)
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return arena_printf(sc->arena, _("Read lesson %zu of %zu"),
		    next + 1, x->lesson_count);
	if (learning_next_card(l, x->card_count) < x->card_count)
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return _("Answer the questions");
	/* TRANSLATORS: a course on a plan, finished; 34 columns. */
	return arena_printf(sc->arena, _("Finished: %zu of %zu right"),
	    learning_right_count(l, x->cards, x->card_count), x->card_count);
}

/* What to do next with an option: its first step, and whom to call. */
static int
step_of_option(struct screen *sc, struct plan_view *v, struct err *e)
{
	struct option o;

	if (catalog_option(app_catalog(sc->app), v->entry.head.ref,
		app_lang(sc->app), sc->arena, &o, e) < 0)
		return -1;
	v->step = _("Ask the centre.");
	if (o.steps[0] != '\0')
		v->step = arena_strndup(sc->arena, o.steps,
		    strcspn(o.steps, "\n"));
	if (v->entry.phone_count > 0)
		v->step = arena_printf(sc->arena, "%s · %s", v->step,
		    v->entry.phones[0].number);
	return 0;
}

static const char *
step_of(struct screen *sc, const struct plan_view *v)
{
	const struct entry *x = &v->entry;

	if (x->phone_count > 0)
		/* TRANSLATORS: a next step of a plan: a number; 34 columns. */
		return arena_printf(sc->arena, _("Call %s"),
		    x->phones[0].number);
	switch (x->head.kind) {
	case ENTRY_ALERT:
		if (x->withdrawn[0] != '\0')
			break;
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return _("Check before you pay or sign");
	case ENTRY_SERVICE:
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return _("Ask the staff how to reach them");
	case ENTRY_COURSE:
		if (v->part == 0)
			return step_of_course(sc, x);
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return arena_printf(sc->arena, _("Read lesson %d of %zu"),
		    v->part, x->lesson_count);
	case ENTRY_RECRUITER:
		/* TRANSLATORS: a next step of a plan: the paper in which the
		 * employer asks for workers; 34 columns. */
		return _("Ask for the job order");
	case ENTRY_RUMOUR:
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return _("Ask before you believe it");
	case ENTRY_OCCUPATION:
		/* TRANSLATORS: a next step of a plan; 34 columns. */
		return _("See what recognises this work");
	case ENTRY_OPTION: /* step_of_option() */
	case ENTRY_CHECK: /* step_of_check() */
	case ENTRY_ARTICLE:
	case ENTRY_AGREEMENT:
	case ENTRY_CONVENTION:
	case ENTRY_KINDS:
		break;
	}
	/* TRANSLATORS: a next step of a plan; 34 columns. */
	return _("Read it with somebody you trust");
}

/* An entry that is withdrawn stays on the plan and says so: whoever took it
 * along may have it in mind still. */
static int
load_withdrawn(struct screen *sc, struct ref ref, struct plan_view *out,
    bool *found, struct err *e)
{
	struct withdrawal w;

	if (catalog_withdrawal(app_catalog(sc->app), ref, app_lang(sc->app),
		sc->arena, &w, found, e) < 0)
		return -1;
	out->withdrawn = true;
	out->entry.head.ref = ref; /* whatever screen it has says why */
	out->entry.head.summary = "";
	out->title = w.title;
	/* TRANSLATORS: on a plan: what was taken along is withdrawn; 34
	 * columns. */
	out->step = _("Do not rely on it. Read why.");
	return 0;
}

/* How a check ended whose result was taken along; else what to do. */
static int
step_of_check(struct screen *sc, struct plan_view *v, struct err *e)
{
	const struct session_check *given = taken_check(
	    &app_session(sc->app)->taken, v->entry.head.slug);
	struct concluded c;
	struct check k;

	v->step = _("Answer the questions");
	if (given == NULL)
		return 0;
	if (catalog_check(app_catalog(sc->app), v->entry.head.ref,
		app_lang(sc->app), sc->arena, &k, e) < 0 ||
	    checks_conclude(sc->arena, &k, given, &c, e) < 0)
		return -1;
	v->step = c.title;
	v->result = SCREEN_CHECK_TAKEN;
	return 0;
}

int
plan_view_of(struct screen *sc, const struct plan_item *item,
    struct plan_view *out, bool *found, struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct ref ref = { 0 };

	*found = false;
	if (strcmp(item->slug, TAKEN_FEES) == 0)
		return fees_plan_view(sc, out, found, e);
	if (catalog_find_entry(c, item->slug, &ref, e) < 0)
		return -1;
	if (ref.row == 0)
		return 0;
	if (catalog_entry(c, ref, app_lang(sc->app), sc->arena, &out->entry,
		e) < 0) {
		if (e->code != ERR_WITHDRAWN)
			return -1;
		err_clear(e);
		return load_withdrawn(sc, ref, out, found, e);
	}
	out->part = item->part;
	out->title = out->entry.head.title;
	if (out->part > (int)out->entry.lesson_count)
		return 0; /* another edition has fewer */
	if (out->part > 0)
		out->title = out->entry.lessons[out->part - 1].title;
	*found = true;
	if (out->entry.head.kind == ENTRY_OPTION)
		return step_of_option(sc, out, e);
	if (out->entry.head.kind == ENTRY_CHECK)
		return step_of_check(sc, out, e);
	out->step = step_of(sc, out);
	return 0;
}

int
plan_view_load(struct screen *sc, int at, struct plan_view *out, bool *found,
    struct err *e)
{
	return plan_view_of(sc, &app_session(sc->app)->plan.items[at], out,
	    found, e);
}

bool
plan_is_withdrawn(const struct plan_view *v)
{
	return v->withdrawn || (v->entry.head.kind == ENTRY_ALERT &&
				   v->entry.withdrawn[0] != '\0');
}

/* What the content has no more is taken off, and that is said. */
static int
fill_menu(struct screen *sc, struct plan_page *t, struct err *e)
{
	struct plan *plan = &app_session(sc->app)->plan;
	struct menu_item *items = arena_array(sc->arena, PLAN_MAX,
	    sizeof *items);

	t->menu.items = items;
	while (t->menu.count < plan->count) {
		struct plan_view v = { 0 };
		bool found = false;
		int at = (int)t->menu.count;

		if (plan_view_load(sc, at, &v, &found, e) < 0)
			return -1;
		if (!found) {
			plan_drop(plan, at);
			continue;
		}
		items[at].title = v.title;
		items[at].summary = v.step;
		items[at].lang = v.entry.head.lang;
		if (plan_is_withdrawn(&v)) {
			items[at].badge = _("WITHDRAWN");
			items[at].badge_role = ROLE_ALERT;
		}
		t->menu.count++;
	}
	return 0;
}

static void
add_all(struct plan_page *t, const struct grid *g)
{
	int height = g->touch ? 2 : 1;

	t->all = (struct choice){
		.digit = TAKE_ALL,
		.x = g->margin,
		.y = g->note - height,
		.width = g->right - g->margin + 1,
		.height = height,
		.indent = 4,
		/* TRANSLATORS: below the plan: all of it, on paper or as a
		 * code; 34 columns. */
		.title = _("Take all of it with me"),
	};
	t->menu.heads = &t->all;
	t->menu.head_count = 1;
	t->menu.first_digit = '1';
	t->menu.digits = TAKE_ALL - '1';
}

static int
plan_enter(struct screen *sc, struct err *e)
{
	struct plan_page *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	widget_grid(&g, sc);
	if (fill_menu(sc, t, e) < 0)
		return -1;
	t->menu.item_rows = g.wide ? 2 : 3; /* a long title takes two */
	if (t->menu.count > 0)
		add_all(t, &g);
	menu_fit(sc, &t->menu, g.top, t->menu.count > 0 ? t->all.y : g.note);
	sc->state = t;
	return 0;
}

static const char *
note(struct screen *sc)
{
	unsigned gone = app_session(sc->app)->plan.gone;

	if (gone == 0)
		/* TRANSLATORS: foot of the plan; 38 columns. */
		return _("It is erased when you finish.");
	/* TRANSLATORS: foot of the plan: what stood on it is in the content
	 * no more; 38 columns. */
	return arena_printf(sc->arena,
	    ngettext("%u thing is not published now.",
		"%u things are not published now.", gone), gone);
}

static void
plan_draw(struct screen *sc, struct surface *s)
{
	const struct plan_page *t = sc->state;
	int pages = menu_pages(&t->menu);
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	/* TRANSLATORS: head of the list of what one takes along. */
	widget_header(sc, s, _("My plan"),
	    widget_page_of(sc->arena, sc->place.page, pages));
	menu_draw(sc, s, &t->menu);
	if (t->menu.count == 0)
		/* TRANSLATORS: in place of the plan; 36 columns. */
		widget_text(s, g.margin + 1, g.top, g.right - g.margin,
		    ROLE_PAGE, _("There is nothing on it now."));
	widget_note(sc, s, g.margin + 1, note(sc));
	footer_add_char(&f, "0", _("Back"));
	if (pages > 1) {
		footer_add_char(&f, "+", _("More"));
		footer_add_char(&f, "-", _("Before"));
	}
	if (t->menu.count > 0)
		footer_add_enter(&f, _("Choose"));
	widget_footer(sc, s, &f);
}

static bool
plan_key(struct screen *sc, struct key key)
{
	const struct plan_page *t = sc->state;
	bool used = false;
	int chosen = menu_key(sc, &t->menu, key, &used);
	struct place to = { .screen = SCREEN_STEP, .part = chosen };
	const struct place all = { .screen = SCREEN_TAKE,
		.number = AWAY_PLAN };

	if (chosen == MENU_HEAD(0)) {
		app_go(sc->app, &all);
		return true;
	}
	if (chosen < 0)
		return used;
	app_go(sc->app, &to);
	return true;
}

const struct screen_ops plan_ops = {
	.name = "plan",
	.enter = plan_enter,
	.draw = plan_draw,
	.key = plan_key,
};

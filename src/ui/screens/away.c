/*
 * What goes along of a page.
 */
#include <config.h>

#include "ui/screens/away.h"

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "catalog/option.h"
#include "text/layout.h"
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

/* "• Text" and "2. Text" without what stands before the text. */
static const char *
without_bullet(const char *item)
{
	const char *text = strchr(item, ' ');

	return text != NULL ? text + 1 : item;
}

static bool
is_numbered(const char *item)
{
	return item[0] >= '1' && item[0] <= '9';
}

/* The rows of the list item that begins at I, as one line. */
static const char *
item_text(struct arena *a, const struct rows *rows, size_t i)
{
	unsigned block = rows->rows[i].block;
	const char *text = without_bullet(rows->rows[i].text);

	for (i++; i < rows->count && rows->rows[i].block == block; i++)
		text = arena_printf(a, "%s %s", text, rows->rows[i].text);
	return text;
}

static bool
begins_item(const struct rows *rows, size_t i)
{
	const struct row *r = &rows->rows[i];

	return r->style == ROW_ITEM &&
	    (i == 0 || rows->rows[i - 1].block != r->block);
}

/* Where the last list begins, of those that are NUMBERED or of all. */
static size_t
last_list(const struct rows *rows, bool numbered)
{
	size_t at = rows->count;
	bool inside = false;

	for (size_t i = 0; i < rows->count; i++) {
		const struct row *r = &rows->rows[i];

		if (r->style == ROW_ITEM && begins_item(rows, i) && !inside &&
		    (!numbered || is_numbered(r->text)))
			at = i;
		inside = r->style == ROW_ITEM || (inside && i > 0 &&
		    r->block == rows->rows[i - 1].block);
	}
	return at;
}

/*
 * The next steps of a text: editors write them as its last numbered list, or
 * as its last list.
 */
static int
steps_of_text(struct arena *a, const char *markdown, struct away *x,
    struct err *e)
{
	const struct layout_style style = { .width = LAYOUT_WIDTH_MAX,
		.bullet = "•" };
	struct rows rows = { 0 };
	unsigned block = 0;
	size_t i;

	if (markdown == NULL || markdown[0] == '\0')
		return 0;
	if (layout_markdown(&rows, markdown, &style, a, e) < 0)
		return -1;
	i = last_list(&rows, true);
	if (i == rows.count)
		i = last_list(&rows, false);
	for (; i < rows.count; i++) {
		const struct row *r = &rows.rows[i];

		if (begins_item(&rows, i))
			away_add_step(x, item_text(a, &rows, i));
		else if (r->block != block)
			break;
		block = r->block;
	}
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
	if (v.withdrawn) {
		away_add_step(x, v.step);
		return 0;
	}
	x->summary = entry->head.summary;
	if (entry->phone_count > 0)
		x->hours = entry->hours != NULL ? entry->hours : "";
	x->day = day_of(entry);
	if (entry->source_count > 0)
		x->source = entry->sources[0].publisher;
	if (find_phone(sc, entry, x, e) < 0)
		return -1;
	if (entry->head.kind == ENTRY_OPTION) {
		if (steps_of_option(sc, entry->head.ref, x, e) < 0)
			return -1;
	} else if (v.part == 0 && steps_of_text(sc->arena, entry->markdown,
				      x, e) < 0) {
		return -1;
	}
	if (x->step_count == 0)
		away_add_step(x, v.step);
	return 0;
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
		.publisher = "" };
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
	out[PIECE_TITLE] = x->title;
	out[PIECE_PHONE] = x->phone;
	for (size_t i = 0; i < x->step_count; i++)
		out[PIECE_STEP + i] = arena_printf(a, "%zu. %s", i + 1,
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

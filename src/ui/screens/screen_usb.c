/*
 * What is on the stick: one row (two on a small screen) for each bundle,
 * with the reason why one cannot be installed in words.  The list follows
 * the stick by itself.
 */
#include <config.h>

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "text/width.h"
#include "ui/screens/away.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)
#define N_(text) text

#define ITEMS_MAX 7 /* a page: 8 and 9 mean something else */
#define TEST '7' /* of the printer, where there is one: one item less */
#define VERSION_X 36
#define SIGNATURE_X 48
#define SIGNER_X 56
#define SIGNER_NARROW 9 /* cells for a name on a small screen */

struct usb {
	int per_page;
	int pages;
	int top;
	int rows; /* of one item */
};

/* Why an item is not installed; short, for its row. */
static const struct {
	const char *code;
	const char *words;
	bool bad; /* it is not to be trusted */
} reasons[] = {
	/* TRANSLATORS: list of bundles on a stick, why one cannot be
	 * installed; 28 columns each, "not valid" in capitals. */
	{ "E00", N_("installed already"), false },
	{ "E07", N_("NOT VALID: chain of keys"), true },
	{ "E08", N_("NOT VALID: unknown key"), true },
	{ "E09", N_("NOT VALID: a signature lacks"), true },
	{ "E13", N_("not for this kiosk"), false },
	{ "E14", N_("needs a newer program"), false },
	{ "E15", N_("NOT VALID: old keys"), true },
	{ "E16", N_("older than what you have"), false },
	{ "E17", N_("NOT VALID: number used twice"), true },
	{ "E18", N_("past its date"), false },
	{ "E19", N_("no room for it"), false },
	{ "E20", N_("cannot be read"), false },
	{ "SYSTEM", N_("cannot be read"), false },
	{ "E26", N_("another one is installing"), false },
};

/* NULL if it can be installed. */
static const char *
reason(const struct link_item *x, bool *bad)
{
	*bad = false;
	if (strcmp(x->code, "new") == 0)
		return NULL;
	for (size_t i = 0; i < COUNT_OF(reasons); i++)
		if (strcmp(reasons[i].code, x->code) == 0) {
			*bad = reasons[i].bad;
			return _(reasons[i].words);
		}
	*bad = true;
	return _("NOT VALID: the file changed");
}

static const struct link_stick *
stick(const struct screen *sc)
{
	return staff_model(sc)->stick;
}

static size_t
item_count(const struct screen *sc)
{
	return stick(sc) != NULL ? stick(sc)->count : 0;
}

static bool
has_printer(const struct screen *sc)
{
	return app_printer(sc->app) != NULL;
}

static int
items_max(const struct screen *sc)
{
	return has_printer(sc) ? ITEMS_MAX - 1 : ITEMS_MAX;
}

static int
usb_enter(struct screen *sc, struct err *e)
{
	struct usb *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* the link keeps it all */
	widget_grid(&g, sc);
	t->top = g.wide ? 3 : 2;
	t->rows = g.wide && !g.touch ? 1 : 2;
	t->per_page = (g.note - t->top - (g.wide ? 1 : 0)) / t->rows;
	if (t->per_page > items_max(sc))
		t->per_page = items_max(sc);
	t->pages = ((int)item_count(sc) + t->per_page - 1) / t->per_page;
	if (t->pages < 1)
		t->pages = 1;
	if (sc->place.page >= t->pages)
		sc->place.page = t->pages - 1;
	sc->state = t;
	return 0;
}

/* The items of this page. */
static const struct link_item *
page_items(const struct screen *sc, const struct usb *t, int *count)
{
	int first = sc->place.page * t->per_page;

	*count = (int)item_count(sc) - first;
	if (*count > t->per_page)
		*count = t->per_page;
	return *count > 0 ? stick(sc)->items + first : NULL;
}

static int
page_choices(const struct screen *sc, const struct usb *t,
    struct choice out[ITEMS_MAX])
{
	int count = 0;
	const struct link_item *x = page_items(sc, t, &count);
	struct grid g;

	widget_grid(&g, sc);
	for (int i = 0; i < count; i++) {
		out[i] = staff_choice(&g, (char)('1' + i), g.margin - 1,
		    t->top + i * t->rows, staff_title(&x[i].edition));
		out[i].x += g.wide ? 1 : 0;
		out[i].width = g.right - out[i].x;
		out[i].height = t->rows;
	}
	return count > 0 ? count : 0;
}

/* "signature valid EDITOR-A" or why not. */
static const char *
signature(struct screen *sc, const struct link_item *x)
{
	const char *name = "";
	const char *key = "";
	bool bad = false;
	const char *why = reason(x, &bad);

	if (why != NULL)
		return why;
	staff_signer(sc->arena, x->edition.signer, &name, &key);
	if (name[0] == '\0' || width_of(name) > SIGNER_NARROW)
		name = key;
	return arena_printf(sc->arena, "%s %s", _("signature valid"), name);
}

/* All that stands on a row beside the title, in ROLE. */
static void
draw_wide_item(struct screen *sc, struct surface *s, const struct grid *g,
    const struct choice *c, const struct link_item *x, enum role role)
{
	const char *day = staff_day(sc->arena, x->edition.created);
	const char *name = "";
	const char *key = "";
	bool bad = false;
	const char *why = reason(x, &bad);
	int end = g->right;

	said_hush(&s->said);
	widget_text(s, c->x + c->indent, c->y, VERSION_X - 2 - c->x -
	    c->indent, role, c->title);
	said_go_on(&s->said);
	surface_text(s, VERSION_X, c->y, 10, role, day);
	if (!bad)
		end = widget_text_right(s, SIGNER_X + 10, c->y, end, role,
			  staff_size(sc->arena, x->size)) - 2;
	if (why != NULL) {
		widget_text(s, SIGNATURE_X, c->y, end - SIGNATURE_X, role,
		    why);
		return;
	}
	staff_signer(sc->arena, x->edition.signer, &name, &key);
	/* TRANSLATORS: list of bundles, of a signature; 7 columns. */
	widget_text(s, SIGNATURE_X, c->y, 7, role, _("valid"));
	if (name[0] == '\0' || width_of(name) > end - SIGNER_X)
		name = key;
	widget_text(s, SIGNER_X, c->y, end - SIGNER_X, role, name);
}

static void
draw_narrow_item(struct screen *sc, struct surface *s, const struct grid *g,
    const struct choice *c, const struct link_item *x, enum role role)
{
	bool bad = false;
	int end = 0;
	int at = c->x + c->indent;

	(void)reason(x, &bad);
	said_hush(&s->said);
	end = widget_text_right(s, g->right - 10, c->y, g->right, role,
		  staff_day(sc->arena, x->edition.created)) - 2;
	widget_text(s, at, c->y, end - at, role, c->title);
	said_go_on(&s->said);
	end = bad ? g->right
		  : widget_text_right(s, g->right - 9, c->y + 1, g->right,
			role, staff_size(sc->arena, x->size)) - 2;
	widget_text(s, at, c->y + 1, end - at, role,
	    signature(sc, x));
}

static void
draw_item(struct screen *sc, struct surface *s, const struct grid *g,
    const struct choice *c, const struct link_item *x, bool focused)
{
	char digit[2] = { c->digit, '\0' };
	enum role role = ROLE_PAGE;
	int rows = g->wide ? 1 : 2;
	bool bad = false;

	said_choice(&s->said, c, focused);
	said_add(&s->said, SAID_PIECE, staff_day(sc->arena,
	    x->edition.created), c->x + 1, c->y, c->width, 1);
	(void)reason(x, &bad);
	if (bad)
		role = ROLE_ALERT;
	if (bad)
		surface_fill(s, 0, c->y, g->width, rows, role);
	if (focused)
		role = ROLE_FOCUS;
	if (focused)
		surface_fill(s, c->x, c->y, c->width, rows, role);
	/* On a small screen the focus has its place in the first row. */
	if (bad && g->wide)
		surface_text(s, c->x - 1, c->y, 1, ROLE_ALERT, "▲");
	else if (bad)
		surface_text(s, c->x, c->y + (focused ? 1 : 0), 1, role, "▲");
	if (focused)
		surface_text(s, c->x, c->y, 1, role, ">");
	if (focused)
		surface_cursor(s, c->x + 1, c->y);
	surface_text(s, c->x + 1, c->y, 1, role, digit);
	if (g->wide)
		draw_wide_item(sc, s, g, c, x, role);
	else
		draw_narrow_item(sc, s, g, c, x, role);
	surface_target(s, c->x, c->y, c->width, c->height,
	    key_char((unsigned char)c->digit));
}

static void
draw_heads(struct surface *s, const struct grid *g)
{
	/* TRANSLATORS: heads of the list of bundles: 28, 10, 18 and 9
	 * columns. */
	said_hush(&s->said);
	widget_text(s, 6, 2, 28, ROLE_TITLE, _("Bundle"));
	widget_text(s, VERSION_X, 2, 10, ROLE_TITLE, _("Version"));
	widget_text(s, SIGNATURE_X, 2, 18, ROLE_TITLE, _("Signature"));
	widget_text_right(s, 67, 2, g->right, ROLE_TITLE, _("Size"));
	said_go_on(&s->said);
}

/* The sentence when there is no list. */
static const char *
say_nothing(const struct screen *sc)
{
	const struct link_model *m = staff_model(sc);

	if (m->running == LINK_SCAN || m->code[LINK_SCAN][0] == '\0')
		if (stick(sc) == NULL)
			return m->running == LINK_NOTHING
			    ? _("Put the stick in.")
			    : _("Reading the stick ...");
	if (strcmp(m->code[LINK_SCAN], "NONE") == 0)
		return _("Put the stick in.");
	if (stick(sc) == NULL)
		return staff_sentence(m->code[LINK_SCAN]);
	return _("There is no bundle on this stick.");
}

/* "8 GB stick, being read" */
static const char *
head_of(struct screen *sc, bool wide)
{
	const char *size = NULL;

	if (stick(sc) == NULL)
		return NULL;
	size = staff_size(sc->arena, stick(sc)->size);
	if (!wide)
		/* TRANSLATORS: size of the stick; 14 columns. */
		return arena_printf(sc->arena, _("%s · can be read"), size);
	/* TRANSLATORS: head of the list of bundles; 26 columns. */
	return arena_printf(sc->arena, _("Stick of %s · can be read"), size);
}

static void
draw_footer(struct screen *sc, struct surface *s, const struct usb *t,
    int count)
{
	const struct link_model *m = staff_model(sc);
	struct footer f = { .count = 0 };
	struct grid g;

	widget_grid(&g, sc);
	footer_add_char(&f, "0", _("Leave"));
	if (count == 1)
		footer_add_char(&f, "1", _("Look at"));
	else if (count > 1)
		footer_add(&f, arena_printf(sc->arena, "1-%d", count),
		    /* TRANSLATORS: foot: look at one bundle. */
		    _("Look at"), key_of(UIKEY_NONE));
	if (t->pages > 1)
		footer_add_char(&f, "+", _("More"));
	if (m->status != NULL && m->status->previouses > 0)
		footer_add_char(&f, "8",
		    /* TRANSLATORS: foot: to an older version. */
		    g.wide ? _("Go back to an older version")
			   : _("Go back"));
	if (m->result.record > 0)
		footer_add_char(&f, "9", _("Report"));
	if (has_printer(sc)) /* the last: it makes place for the others */
		footer_add_char(&f, (char[]){ TEST, '\0' },
		    /* TRANSLATORS: foot: print a slip that tests the printer;
		     * 10 columns. */
		    _("Test slip"));
	widget_footer(sc, s, &f);
}

/* What the keys of this kiosk need, or NULL. */
static const char *
say_keys(struct screen *sc, const struct link_status *st, bool wide)
{
	if (!st->has_root)
		return wide
		    /* TRANSLATORS: this machine does not know whom to trust;
		     * 74 columns. */
		    ? _("Nothing can be installed: there is no list of "
			"publishers. Ask for help.")
		    /* TRANSLATORS: the same; 36 columns. */
		    : _("No list of publishers: ask for help.");
	if (!st->root_past)
		return NULL;
	return arena_printf(sc->arena, wide
		/* TRANSLATORS: a date; 74 columns. */
		? _("The list of publishers ended on %s. Tell who runs this "
		    "kiosk.")
		/* TRANSLATORS: a date; 36 columns. */
		: _("Publishers' list ended %s."),
	    staff_day(sc->arena, st->root_expires));
}

/* Staff compare it with the label on the machine. */
static const char *
say_label(struct screen *sc, const struct link_status *st, bool wide)
{
	return arena_printf(sc->arena, wide
		/* TRANSLATORS: groups of digits; 74 columns. */
		? _("The label on this kiosk must say: %s")
		/* TRANSLATORS: groups of digits; 37 columns. */
		: _("Label: %s"), st->label);
}

/*
 * Behind the list: what is in use, what the label must say, what the keys
 * need; at the bottom of a small screen the label and the keys come first.
 */
static void
draw_now(struct screen *sc, struct surface *s, const struct grid *g, int y)
{
	const struct link_model *m = staff_model(sc);
	const char *now = staff_in_use(sc);
	const char *keys = NULL;
	int x = g->wide ? 3 : 1;
	int room = g->right - x;
	int last = g->note;

	if (m->result.receipt[0] != '\0' && g->wide)
		widget_note(sc, s, g->margin + 1,
		    arena_printf(sc->arena, _("The report is on the stick: %s"),
			m->result.receipt));
	if (m->status == NULL)
		return;
	keys = say_keys(sc, m->status, g->wide);
	if (!g->wide && m->status->label[0] != '\0')
		widget_text(s, x, last, room, ROLE_PAGE,
		    say_label(sc, m->status, false));
	if (!g->wide && keys != NULL)
		staff_text(sc, s, x, --last, room, ROLE_ALERT, keys);
	if (now[0] != '\0' && y < last)
		/* TRANSLATORS: before what is installed now. */
		widget_text(s, x, y++, room, ROLE_PAGE,
		    arena_printf(sc->arena, _("You have now: %s"), now));
	if (g->wide && m->status->label[0] != '\0' && y < last)
		widget_text(s, x, y++, room, ROLE_PAGE,
		    say_label(sc, m->status, true));
	if (g->wide && keys != NULL && y < last)
		staff_text(sc, s, x, y, room, ROLE_ALERT, keys);
}

static void
usb_draw(struct screen *sc, struct surface *s)
{
	const struct usb *t = sc->state;
	struct choice c[ITEMS_MAX];
	int count = 0;
	const struct link_item *x = page_items(sc, t, &count);
	struct grid g;

	if (staff_draw_gone(sc, s))
		return;
	widget_grid(&g, sc);
	count = page_choices(sc, t, c);
	if (sc->place.focus >= count)
		sc->place.focus = 0;
	/* TRANSLATORS: head of the list of bundles: 9 columns. */
	staff_header(sc, s, _("USB stick"), _("USB stick"),
	    head_of(sc, g.wide));
	if (count == 0) {
		staff_text(sc, s, g.wide ? 6 : 1, 2, g.text_width, ROLE_PAGE,
		    say_nothing(sc));
		surface_cursor(s, g.wide ? 6 : 1, 2);
	} else if (g.wide) {
		draw_heads(s, &g);
	}
	for (int i = 0; i < count; i++)
		draw_item(sc, s, &g, &c[i], &x[i], i == sc->place.focus);
	draw_now(sc, s, &g,
	    count == 0 ? 4 : t->top + count * t->rows + 1);
	draw_footer(sc, s, t, count);
}

static bool
usb_command(struct screen *sc, struct key key)
{
	const struct link_model *m = staff_model(sc);
	const struct place test = { .screen = SCREEN_PAPER,
		.number = AWAY_TEST };

	if (key_is(key, TEST) && has_printer(sc))
		paper_go(sc, &test);
	else if (key_is(key, '8') && m->status != NULL &&
	    m->status->previouses > 0)
		screens_go(sc, SCREEN_ROLLBACK);
	else if (key_is(key, '9') && m->result.record > 0)
		link_receipt(app_link(sc->app), m->result.record);
	else
		return false;
	return true;
}

static bool
usb_key(struct screen *sc, struct key key)
{
	const struct usb *t = sc->state;
	struct place to = { .screen = SCREEN_PREVIEW };
	struct choice c[ITEMS_MAX];
	int count = page_choices(sc, t, c);
	const struct link_item *x = page_items(sc, t, &count);
	bool used = false;
	int chosen = -1;

	if (!staff_model(sc)->staff)
		return false;
	if (t->pages > 1 && (key_is(key, '+') || key_is(key, '-'))) {
		sc->place.page += key_is(key, '+') ? 1 : t->pages - 1;
		sc->place.page %= t->pages;
		sc->place.focus = 0;
		return true;
	}
	if (usb_command(sc, key))
		return true;
	if (count > 0)
		chosen = choices_key(sc, c, (size_t)count, key, &used);
	if (chosen < 0)
		return used;
	to.ref.row = (int32_t)x[chosen].number; /* the list may go now */
	link_preview(app_link(sc->app), (unsigned)to.ref.row);
	app_go(sc->app, &to);
	return true;
}

const struct screen_ops usb_ops = {
	.name = "usb",
	.enter = usb_enter,
	.draw = usb_draw,
	.key = usb_key,
	.heard = staff_heard,
};

/*
 * The PIN of the staff.  The digits lie in the session, which the wipe
 * overwrites; nothing here says how near a wrong one was.
 */
#include <config.h>

#include <inttypes.h>
#include <libintl.h>
#include <string.h>

#include "ui/screens/staff.h"
#include "ui/widget_pad.h"

#define _(text) gettext(text)

#define SECOND 1000

struct pin {
	int left; /* first column of the text */
	int room;
	struct pad pad;
};

static int
pin_enter(struct screen *sc, struct err *e)
{
	struct pin *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* nothing is read */
	widget_grid(&g, sc);
	t->left = g.text_x;
	t->room = g.text_width;
	t->pad = pad_fit(&g);
	if (t->pad.x > 0)
		t->room = t->pad.x - t->left - 1;
	sc->state = t;
	return 0;
}

static bool
is_checked(const struct screen *sc)
{
	return staff_model(sc)->running == LINK_PIN;
}

static int64_t
wait_seconds(const struct screen *sc)
{
	const struct link *link = app_link(sc->app);

	if (link == NULL)
		return 0;
	return (link_wait(link, app_now(sc->app)) + SECOND - 1) / SECOND;
}

static void
draw_field(struct screen *sc, struct surface *s, const struct pin *t)
{
	size_t typed = strlen(app_session(sc->app)->pin);
	int x = t->left;

	/* TRANSLATORS: read aloud: how many digits of the PIN are typed. */
	said_add(&s->said, SAID_PIECE, arena_printf(sc->arena,
	    _("%zu of %d digits"), typed, LINK_PIN_DIGITS), x, 2, t->room, 1);
	/* TRANSLATORS: before the cells of the staff's number; 8 columns. */
	x += surface_text(s, x, 2, t->room, ROLE_PAGE, _("PIN:")) + 2;
	for (size_t i = 0; i < LINK_PIN_DIGITS; i++)
		surface_text(s, x + 2 * (int)i, 2, 1, ROLE_FIELD,
		    i < typed ? "●" : "_");
	if (typed == LINK_PIN_DIGITS)
		typed--;
	surface_cursor(s, x + 2 * (int)typed, 2);
}

/* "6 numbers and Enter. 4 tries." */
static const char *
say_short(struct screen *sc, int tries)
{
	/* TRANSLATORS: PIN of the staff; 20 columns. */
	const char *how = _("6 numbers and Enter.");

	if (tries == 0)
		return how;
	return arena_printf(sc->arena, "%s %s", how,
	    arena_printf(sc->arena,
		/* TRANSLATORS: PIN of the staff; 12 columns. */
		ngettext("%d try.", "%d tries.", (unsigned long)tries),
		tries));
}

static const char *
say_tries(struct screen *sc, int tries)
{
	return arena_printf(sc->arena,
	    /* TRANSLATORS: PIN of the staff; 66 columns. */
	    ngettext("You have %d try left. After it you must wait 1 minute.",
		"You have %d tries left. After that you must wait 1 minute.",
		(unsigned long)tries),
	    tries);
}

static const char *
say_wait(struct screen *sc, int64_t seconds)
{
	/* TRANSLATORS: minutes and seconds that are counted down. */
	return arena_printf(sc->arena, _("Wait %d min %02d s."),
	    (int)(seconds / 60), (int)(seconds % 60));
}

static void
draw_words(struct screen *sc, struct surface *s, const struct pin *t)
{
	const struct link_model *m = staff_model(sc);
	int64_t wait = wait_seconds(sc);
	int tries = wait == 0 && m->tries < 100 ? (int)m->tries : 0;
	bool wide = app_width(sc->app) >= WIDGET_WIDE;
	int y = staff_text(sc, s, t->left, 4, t->room, ROLE_PAGE,
	    wide ? _("Write the 6 numbers and press Enter.")
		 : say_short(sc, tries));

	if (tries > 0 && wide)
		y = staff_text(sc, s, t->left, y, t->room, ROLE_PAGE,
		    say_tries(sc, tries));
	y++;
	if (is_checked(sc))
		staff_text(sc, s, t->left, y, t->room, ROLE_MUTED,
		    _("One moment ..."));
	else if (wait > 0)
		staff_text(sc, s, t->left, y, t->room, ROLE_ALERT,
		    say_wait(sc, wait));
	else if (strcmp(m->code[LINK_PIN], "PIN") == 0)
		staff_text(sc, s, t->left, y, t->room, ROLE_ALERT,
		    _("The PIN is not right."));
	else if (m->code[LINK_PIN][0] != '\0' &&
	    strcmp(m->code[LINK_PIN], "WAIT") != 0)
		staff_text(sc, s, t->left, y, t->room, ROLE_ALERT,
		    staff_sentence(m->code[LINK_PIN]));
}

static void
draw_footer(struct screen *sc, struct surface *s, bool wide)
{
	struct footer f = { .count = 0 };

	if (wide)
		/* TRANSLATORS: foot of the PIN: the digits are typed. */
		footer_add(&f, "0-9", _("PIN"), key_of(UIKEY_NONE));
	footer_add_enter(&f, _("Go in"));
	footer_add_char(&f, ".", _("Erase"));
	footer_add_char(&f, "-", _("Return"));
	widget_footer(sc, s, &f);
}

static void
draw_down(struct screen *sc, struct surface *s, const struct pin *t)
{
	struct footer f = { .count = 0 };

	staff_text(sc, s, t->left, 2, t->room, ROLE_PAGE,
	    _("The part that reads sticks does not answer. The public can go "
	      "on reading."));
	surface_cursor(s, t->left, 2);
	footer_add_char(&f, "-", _("Return"));
	widget_footer(sc, s, &f);
}

static void
pin_draw(struct screen *sc, struct surface *s)
{
	const struct pin *t = sc->state;
	struct grid g;

	widget_grid(&g, sc);
	widget_header(sc, s, _("For the staff only"), NULL);
	if (app_link(sc->app) == NULL || link_is_down(app_link(sc->app))) {
		draw_down(sc, s, t);
		return;
	}
	draw_field(sc, s, t);
	draw_words(sc, s, t);
	pad_draw(&t->pad, s);
	draw_footer(sc, s, g.wide);
}

static void
erase(char *pin)
{
	size_t len = strlen(pin);

	if (len > 0)
		pin[len - 1] = '\0';
}

static void
submit(struct screen *sc, char pin[8])
{
	struct link *link = app_link(sc->app);

	if (strlen(pin) < LINK_PIN_DIGITS || link == NULL ||
	    link_is_down(link) || is_checked(sc) || wait_seconds(sc) > 0)
		return;
	link_pin(link, pin);
	explicit_bzero(pin, sizeof app_session(sc->app)->pin);
}

static bool
pin_key(struct screen *sc, struct key key)
{
	struct session *session = app_session(sc->app);
	size_t len = strlen(session->pin);

	if (key.kind == UIKEY_CHAR && key.code >= '0' && key.code <= '9') {
		if (len < LINK_PIN_DIGITS && !is_checked(sc))
			session->pin[len] = (char)key.code;
		return true;
	}
	if (key_is(key, '.') || key_is(key, ',') ||
	    key.kind == UIKEY_BACKSPACE)
		erase(session->pin);
	else if (key_is(key, '-') || key.kind == UIKEY_ESCAPE)
		app_attract(sc->app);
	else if (key.kind == UIKEY_ENTER)
		submit(sc, session->pin);
	return true; /* nothing else means anything here */
}

static void
pin_heard(struct screen *sc)
{
	if (staff_model(sc)->staff)
		app_replace(sc->app, &(struct place){ .screen = SCREEN_USB });
}

/* The wait is counted down. */
static int
pin_wait(const struct screen *sc)
{
	return wait_seconds(sc) > 0 ? SECOND : -1;
}

static void
pin_tick(struct screen *sc)
{
	(void)sc; /* it is drawn again */
}

const struct screen_ops pin_ops = {
	.name = "pin",
	.enter = pin_enter,
	.draw = pin_draw,
	.key = pin_key,
	.wait = pin_wait,
	.tick = pin_tick,
	.heard = pin_heard,
	.takes_text = true,
};

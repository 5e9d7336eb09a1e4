/*
 * What the screens of the staff share.
 */
#include <config.h>

#include "ui/screens/staff.h"

#include <ctype.h>
#include <inttypes.h>
#include <libintl.h>
#include <string.h>

#include "text/width.h"

#define _(text) gettext(text)

#define KEY_DIGITS 16 /* of a key id; the first half is shown */

const struct link_model *
staff_model(const struct screen *sc)
{
	static const struct link_model nothing;
	const struct link *link = app_link(sc->app);

	return link != NULL ? link_model(link) : &nothing;
}

void
staff_header(struct screen *sc, struct surface *s, const char *title,
    const char *short_title, const char *right)
{
	struct grid g;
	int room = 0;

	widget_grid(&g, sc);
	room = g.width - 4 - (right != NULL ? width_of(right) + 1 : 0);
	/* TRANSLATORS: head of the pages for the staff, before ">". */
	title = arena_printf(sc->arena, "%s > %s", _("Staff"), title);
	widget_header(sc, s,
	    g.wide ? widget_fit(room, title, short_title) : short_title,
	    right);
}

int
staff_text(struct screen *sc, struct surface *s, int x, int y, int width,
    enum role role, const char *text)
{
	struct sheet sh;

	if (role == ROLE_ALERT)
		text = arena_printf(sc->arena, "▲ %s", text);
	sheet_init(&sh, sc->arena, width);
	sheet_text(&sh, role, text);
	said_rows(&s->said, SAID_NOTE, &sh.rows, 0, sh.rows.count,
	    sh.rows.count, x, y);
	for (size_t i = 0; i < sh.rows.count; i++) {
		if (role == ROLE_ALERT)
			surface_fill(s, x, y + (int)i, width, 1, role);
		surface_text(s, x, y + (int)i, width, role,
		    sh.rows.rows[i].text);
	}
	return y + (int)sh.rows.count;
}

void
staff_band(struct surface *s, int y, int x, enum role role, const char *text)
{
	surface_fill(s, 0, y, s->width, 1, role);
	widget_text(s, x, y, s->width - x - 1, role, text);
}

bool
staff_draw_gone(struct screen *sc, struct surface *s)
{
	struct footer f = { .count = 0 };
	struct link *link = app_link(sc->app);
	bool down = link == NULL || link_is_down(link);
	struct grid g;

	if (!down && staff_model(sc)->staff)
		return false;
	widget_grid(&g, sc);
	widget_header(sc, s, _("For the staff only"), NULL);
	staff_text(sc, s, g.text_x, g.top, g.text_width, ROLE_PAGE,
	    down ? _("The part that reads sticks does not answer. The public "
		     "can go on reading.")
		 : _("The session of the staff has ended."));
	surface_cursor(s, g.text_x, g.top);
	footer_add_char(&f, "0", _("Leave"));
	widget_footer(sc, s, &f);
	return true;
}

const char *
staff_size(struct arena *a, uint64_t bytes)
{
	bool large = bytes >= 999950000;
	uint64_t unit = large ? 100000000 : 100000; /* a tenth */
	uint64_t tenths = (bytes + unit / 2) / unit;
	const char *text = NULL;

	if (tenths == 0 && bytes > 0)
		tenths = 1;
	if (tenths >= 1000) /* nobody needs its tenths, and the line is full */
		tenths = (tenths + 5) / 10 * 10;
	text = tenths % 10 == 0
	    ? arena_printf(a, "%" PRIu64, tenths / 10)
	    : arena_printf(a, "%" PRIu64 ".%" PRIu64, tenths / 10,
		  tenths % 10);
	return arena_printf(a, large ? "%s GB" : "%s MB", text);
}

const char *
staff_day(struct arena *a, int64_t seconds)
{
	return seconds > 0 ? widget_iso(a, seconds) : "";
}

const char *
staff_title(const struct link_edition *x)
{
	return x->title[0] != '\0' ? x->title : x->channel;
}

static bool
is_key(const char *word)
{
	size_t n = 0;

	while (isxdigit((unsigned char)word[n]))
		n++;
	return n == KEY_DIGITS && word[n] == '\0';
}

void
staff_signer(struct arena *a, const char *signer, const char **name,
    const char **key)
{
	const char *word = strrchr(signer, ' ');

	word = word != NULL ? word + 1 : signer;
	*name = signer;
	*key = "";
	if (!is_key(word))
		return;
	*key = arena_printf(a, "%.4s %.4s", word, word + 4);
	*name = word == signer
	    ? ""
	    : arena_strndup(a, signer, (size_t)(word - signer) - 1);
}

const char *
staff_sentence(const char *code)
{
	for (int i = 0; i <= ERR_BUNDLE_LAST; i++)
		if (strcmp(err_name((enum err_code)i), code) == 0)
			return err_sentence((enum err_code)i);
	if (strcmp(code, "PIN") == 0 || strcmp(code, "WAIT") == 0)
		return _("The session of the staff has ended.");
	return _("Something in this machine failed. Try again, or ask for "
		 "help.");
}

const char *
staff_in_use(struct screen *sc)
{
	const struct link_status *st = staff_model(sc)->status;
	const char *text = "";

	for (size_t i = 0; st != NULL && i < st->channels; i++)
		text = arena_printf(sc->arena, "%s%s%s %s", text,
		    i > 0 ? " · " : "", st->channel[i].channel,
		    staff_day(sc->arena, st->channel[i].created));
	return text;
}

void
staff_heard(struct screen *sc)
{
	(void)sc;
}

struct choice
staff_choice(const struct grid *g, char digit, int x, int y,
    const char *title)
{
	return (struct choice){
		.digit = digit,
		.x = x,
		.y = y,
		.width = g->right - x,
		.height = 1,
		.indent = g->wide ? 4 : 3,
		.title = title,
	};
}

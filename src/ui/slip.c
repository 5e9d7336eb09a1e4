/*
 * What the slips say.
 */
#include <config.h>

#include "ui/slip.h"

#include <libintl.h>

#define _(text) gettext(text)

void
slip_course(struct sheet *sh, const struct slip_course *c)
{
	struct arena *a = sh->arena;

	sheet_text(sh, ROLE_TITLE, "VEREDA");
	/* TRANSLATORS: a paper of 32 columns, wrapped by itself. */
	sheet_text(sh, ROLE_PAGE, _("Short course, result"));
	sheet_blank(sh);
	sheet_text(sh, ROLE_TITLE, c->title);
	sheet_text(sh, ROLE_PAGE, c->day);
	sheet_blank(sh);
	if (c->lessons > 0)
		sheet_text(sh, ROLE_PAGE,
		    arena_printf(a, _("Lessons read: %zu of %zu"), c->read,
			c->lessons));
	sheet_text(sh, ROLE_PAGE,
	    arena_printf(a, _("Right answers: %zu of %zu"), c->right,
		c->count));
	if (c->code == NULL)
		return;
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE, arena_printf(a, _("Code: %s"), c->code));
	sheet_blank(sh);
	sheet_text(sh, ROLE_PAGE,
	    _("The code shows only that somebody finished this course at a "
	      "kiosk. It says nothing about who."));
}

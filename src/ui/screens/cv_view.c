/*
 * The form and the page of a CV.
 */
#include <config.h>

#include "ui/screens/cv_view.h"

#include <libintl.h>

const char *
cv_view_choice(enum cv_list list, size_t at)
{
	const char *en = cv_choice(list, at, CV_EN);

	return en[0] != '\0' ? gettext(en) : "";
}

struct place
cv_view_list(enum cv_list list, size_t about)
{
	return (struct place){ .screen = SCREEN_CVLIST,
		.part = (int)list,
		.number = (int)about };
}

int
cv_view_works(struct screen *sc, struct cv_work out[CV_JOBS_MAX],
    struct err *e)
{
	struct catalog *c = app_catalog(sc->app);
	struct cv *cv = &app_session(sc->app)->cv;

	if (catalog_cv_settle(c, cv, sc->arena, e) < 0)
		return -1;
	return catalog_cv_works(c, cv, sc->arena, out, e);
}

void
cv_view_fill(struct sheet *sh, const struct cv *cv,
    const struct cv_work *works, enum cv_lang lang)
{
	struct cv_line *lines = NULL;
	size_t count = 0;

	cv_compose(&lines, &count, cv, works, lang, sh->arena);
	for (size_t i = 0; i < count; i++) {
		if (lines[i].heading)
			sheet_heading(sh, lines[i].text);
		else if (lines[i].item)
			sheet_item(sh, "•", lines[i].text);
		else
			sheet_text(sh, ROLE_PAGE, lines[i].text);
	}
}

bool
cv_view_may_save(const struct screen *sc)
{
	const struct link *link = app_link(sc->app);

	return link != NULL && !link_is_down(link) &&
	    link_model(link)->stick_writable;
}

void
cv_view_heard(struct screen *sc)
{
	(void)sc;
}

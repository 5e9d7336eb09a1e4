/*
 * Other content while somebody reads.  References are rows of a database, so
 * each place is found again by what it is called; who reads something that
 * is no more goes Home.
 */
#include <config.h>

#include "ui/app.h"

#include "base/log.h"
#include "ui/app_private.h"

/* What a place of the stack is called; NULL for one that is no content. */
struct name {
	const char *slug;
	const char *channel; /* of an entry: others may have the same slug */
	bool is_topic;
};

static bool
is_entry(enum screen_id id)
{
	return id == SCREEN_ARTICLE || id == SCREEN_ALERT ||
	    id == SCREEN_SERVICE || id == SCREEN_RECRUITER ||
	    id == SCREEN_WORDS ||
	    id == SCREEN_SOURCES || id == SCREEN_WITHDRAWN ||
	    id == SCREEN_COURSE || id == SCREEN_LESSON ||
	    id == SCREEN_QUIZ || id == SCREEN_SCORE || id == SCREEN_SLIP ||
	    id == SCREEN_TAKE || id == SCREEN_QR ||
	    id == SCREEN_PAPER ||
	    id == SCREEN_OPTION || id == SCREEN_AGREEMENT ||
	    id == SCREEN_CONVENTION || id == SCREEN_OCCUPATION ||
	    id == SCREEN_DEMAND ||
	    (id >= SCREEN_CHECK && id <= SCREEN_CHECK_PHONES);
}

/*
 * An empty name for what cannot be read any more.  Nothing but the name is
 * read: it may be the page itself that is damaged.
 */
static void
name_place(struct app *app, const struct place *p, struct arena *a,
    struct name *out)
{
	const struct edition *edition = catalog_edition(app->catalog,
	    p->ref.channel);
	struct err e = { 0 };
	enum screen_id id = p->screen == SCREEN_CAREFUL ? p->about
							: p->screen;
	int rc = 0;

	*out = (struct name){ .is_topic = id == SCREEN_TOPIC ||
		    id == SCREEN_RECRUITERS };
	out->channel = arena_strdup(a,
	    edition != NULL ? edition->channel : "");
	/* the quiz of the rumours belongs to no entry */
	if (is_entry(id) && p->ref.row != 0)
		rc = catalog_entry_slug(app->catalog, p->ref, a, &out->slug,
		    &e);
	else if (out->is_topic && p->ref.row != 0)
		rc = catalog_topic_slug(app->catalog, p->ref, a, &out->slug,
		    &e);
	if (rc < 0) {
		log_line("reload: %s", e.text);
		out->slug = "";
	}
}

/* Whether the place is still there; its reference is the new one then. */
static bool
place_again(struct app *app, struct place *p, const struct name *name)
{
	struct err e = { 0 };
	int rc;

	if (name->slug == NULL)
		return true;
	rc = name->is_topic ?
	    catalog_find_topic(app->catalog, name->slug, &p->ref, &e) :
	    catalog_find_again(app->catalog, name->channel, name->slug,
		&p->ref, &e);
	return rc == 0 && p->ref.row != 0;
}

/* FRESH from now on; the stack is cut above the first place that is gone. */
static void
swap(struct app *app, struct catalog *fresh, const struct name *names)
{
	app->catalog = fresh;
	for (size_t i = 0; i < app->depth; i++) {
		if (place_again(app, &app->stack[i], &names[i]))
			continue;
		app->depth = app->depth > 1 &&
			app->stack[1].screen == SCREEN_HOME
		    ? 2
		    : 1;
		app->move = MOVE_NONE;
		if (app->hidden) /* what covers it stays */
			app->stack[app->depth++] = app->stack[0];
		break;
	}
	app->screen.place = app->stack[app->depth - 1];
	app->drawn = false;
}

static bool
exchange(struct app *app, bool falls, int channel)
{
	struct name names[APP_DEPTH_MAX];
	struct arena *a = arena_new();
	struct catalog *fresh = NULL;

	if (app->depth > 0)
		app->stack[app->depth - 1] = app->screen.place;
	for (size_t i = 0; i < app->depth; i++)
		name_place(app, &app->stack[i], a, &names[i]);
	fresh = falls ? app->host.fall_back(app->host.context, channel)
		      : app->host.reload(app->host.context);
	if (fresh != NULL)
		swap(app, fresh, names);
	arena_free(a);
	return fresh != NULL;
}

void
app_reload(struct app *app)
{
	if (app->host.reload == NULL || !exchange(app, false, -1))
		return;
	app_reenter(app);
	app_apply(app);
}

bool
app_fall_back(struct app *app, int channel)
{
	bool done = false;

	if (app->host.fall_back == NULL || app->falling)
		return false;
	app->falling = true;
	done = exchange(app, true, channel);
	app->falling = false;
	return done;
}

/*
 * Other content while somebody reads.  References are rows of a database, so
 * each place is found again by what it is called; who reads something that
 * is no more goes Home.
 */
#include <config.h>

#include "ui/app.h"

#include <string.h>

#include "base/log.h"
#include "ui/app_private.h"

#define TOPIC_DEPTH 4 /* levels of topics */

/* What a place of the stack is called; NULL for one without an entry. */
struct name {
	const char *slug;  /* of an entry */
	const char *topic; /* title of a topic */
};

static bool
is_entry(enum screen_id id)
{
	return id == SCREEN_ARTICLE || id == SCREEN_ALERT ||
	    id == SCREEN_SERVICE || id == SCREEN_WORDS ||
	    id == SCREEN_SOURCES || id == SCREEN_WITHDRAWN ||
	    id == SCREEN_COURSE || id == SCREEN_LESSON ||
	    id == SCREEN_QUIZ || id == SCREEN_SCORE || id == SCREEN_SLIP;
}

/* Empty names for what cannot be read any more. */
static void
name_place(struct app *app, const struct place *p, struct arena *a,
    struct name *out)
{
	struct entry entry = { 0 };
	struct browse_list list = { 0 };
	struct err e = { 0 };

	memset(out, 0, sizeof *out);
	if (is_entry(p->screen)) {
		out->slug = "";
		if (catalog_entry(app->catalog, p->ref, app->session.lang, a,
			&entry, &e) == 0)
			out->slug = entry.head.slug;
	} else if (p->screen == SCREEN_TOPIC && p->ref.row != 0) {
		out->topic = "";
		if (catalog_browse(app->catalog, p->ref, app->session.lang, a,
			&list, &e) == 0)
			out->topic = list.title;
	}
	if (e.text[0] != '\0')
		log_line("reload: %s", e.text);
}

/* The topic below ROOT that is called TITLE; row 0 if there is none. */
static struct ref
find_topic(struct app *app, struct ref root, const char *title, int depth,
    struct arena *a)
{
	struct browse_list list = { 0 };
	struct ref found = { 0 };
	struct err e = { 0 };

	if (depth == 0 || catalog_browse(app->catalog, root,
			      app->session.lang, a, &list, &e) < 0)
		return found;
	for (size_t i = 0; i < list.count && found.row == 0; i++) {
		if (!list.rows[i].is_topic)
			continue;
		if (strcmp(list.rows[i].title, title) == 0)
			return list.rows[i].topic;
		found = find_topic(app, list.rows[i].topic, title, depth - 1,
		    a);
	}
	return found;
}

/* Whether the place is still there; its reference is the new one then. */
static bool
place_again(struct app *app, struct place *p, const struct name *name,
    struct arena *a)
{
	struct ref none = { 0 };
	struct err e = { 0 };

	if (name->slug != NULL) {
		if (name->slug[0] == '\0' ||
		    catalog_find_entry(app->catalog, name->slug, &p->ref,
			&e) < 0)
			return false;
		return p->ref.row != 0;
	}
	if (name->topic == NULL)
		return true;
	p->ref = find_topic(app, none, name->topic, TOPIC_DEPTH, a);
	return p->ref.row != 0;
}

/* FRESH from now on; the stack is cut above the first place that is gone. */
static void
swap(struct app *app, struct catalog *fresh, const struct name *names,
    struct arena *a)
{
	app->catalog = fresh;
	for (size_t i = 0; i < app->depth; i++) {
		if (place_again(app, &app->stack[i], &names[i], a))
			continue;
		app->depth = app->depth > 1 &&
			app->stack[1].screen == SCREEN_HOME
		    ? 2
		    : 1;
		app->move = MOVE_NONE;
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
		swap(app, fresh, names, a);
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

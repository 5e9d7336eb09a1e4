/*
 * vereda: the kiosk.  Reads signed bundles and shows them; writes nothing,
 * opens no stick, needs no privilege.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "state/settings.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/forget.h"
#include "ui/hooks.h"
#include "ui/line_mode.h"
#include "ui/loop.h"
#include "vereda_content.h"
#include "vereda_find.h"
#include "vereda_options.h"

#define _(text) gettext(text)

enum status {
	STATUS_DONE = 0,
	STATUS_REFUSED = 1,
	STATUS_USAGE = 2,
};

/* What happened and what to do; never a piece of a file's content. */
static int
refuse(const char *what, const struct err *e)
{
	const char *name = err_name(e->code);
	char *safe = utf8_made_safe(*name != '\0' ? what : e->text, false);

	fprintf(stderr, "vereda: %s: %s%s%s\n", safe, name,
	    *name != '\0' ? " " : "", err_sentence(e->code));
	free(safe);
	return STATUS_REFUSED;
}

static int
load_settings(struct settings *s, const struct options *o, struct err *e)
{
	char *usual = paths_find(SYSCONFDIR "/vereda/vereda.conf",
	    "vereda.conf");
	const char *path = o->config != NULL ? o->config : usual;
	int rc = 0;

	settings_defaults(s);
	if (o->config != NULL || access(path, F_OK) == 0)
		rc = settings_load(s, path, e);
	free(usual);
	if (rc == 0 && !language_known(s->language))
		rc = err_set(e, ERR_INPUT, "%s: language %s is not one of "
		    "ours", path, s->language);
	if (o->lang != NULL)
		snprintf(s->language, sizeof s->language, "%s", o->lang);
	if (o->country != NULL)
		snprintf(s->country, sizeof s->country, "%s", o->country);
	s->touch = s->touch || o->touch;
	return rc;
}

/* WHAT is the file or folder to name when it fails; the caller frees it. */
static int
open_content(struct content *c, const struct options *o, char **what,
    struct err *e)
{
	*what = o->root != NULL ? xstrdup(o->root)
				: paths_find(SYSCONFDIR "/vereda/root.1",
				      "development.root");
	if (content_trust(c, *what, e) < 0)
		return -1;
	for (size_t i = 0; i < o->bundle_count; i++) {
		free(*what);
		*what = xstrdup(o->bundles[i]);
		if (content_add(c, *what, e) < 0)
			return -1;
	}
	if (o->store == NULL && o->bundle_count > 0)
		return content_ready(c, e);
	free(*what);
	if (o->store != NULL) {
		*what = xstrdup(o->store);
		if (content_add_store(c, *what, e) < 0)
			return -1;
	} else {
		*what = paths_find(PKGDATADIR "/content/crm.vereda",
		    "crm.vereda");
		if (content_add(c, *what, e) < 0)
			return -1;
	}
	return content_ready(c, e);
}

static int
find(struct content *c, const struct options *o, const struct settings *s)
{
	struct err e = { 0 };

	if (find_print(c->catalog, o->find, s->language, o->limit, o->json,
		&e) < 0)
		return refuse("--find", &e);
	return STATUS_DONE;
}

/* The full screen, or rows of text where there is no cursor to move. */
static int
show(struct content *c, const struct options *o, const struct settings *s)
{
	struct app *app = app_new(c->catalog, s);
	struct err e = { 0 };
	struct date today;
	int rc = -1;

	app_set_kiosk(app, o->kiosk);
	if (hooks_today(&today))
		app_set_today(app, &today);
	if (!o->line)
		rc = loop_run(app, o->kiosk, &e);
	if (o->line || (rc < 0 && e.code == ERR_TERMINAL && !o->kiosk)) {
		err_clear(&e);
		rc = line_mode_run(app, &e);
	}
	app_free(app);
	return rc < 0 ? refuse(_("the terminal"), &e) : STATUS_DONE;
}

/* No picture of what somebody looks at may land on a disk. */
static void
no_core(void)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
}

int
main(int argc, char **argv)
{
	struct options o = { 0 };
	struct settings s;
	struct content c = { 0 };
	struct err e = { 0 };
	char *what = NULL;
	int status = STATUS_DONE;

	language_start();
	if (!options_parse(&o, argc, argv)) {
		fprintf(stderr, "vereda: %s\n", err_sentence(ERR_USAGE));
		return STATUS_USAGE;
	}
	forget_begin();
	if (o.kiosk)
		no_core();
	if (o.help)
		options_help();
	else if (o.version)
		puts("vereda " PACKAGE_VERSION);
	else if (load_settings(&s, &o, &e) < 0)
		status = refuse("vereda.conf", &e);
	else if (open_content(&c, &o, &what, &e) < 0)
		status = refuse(what, &e);
	else
		status = o.find != NULL ? find(&c, &o, &s) : show(&c, &o, &s);
	free(what);
	content_close(&c);
	return status;
}

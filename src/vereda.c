/*
 * vereda: the kiosk.  Reads signed bundles and shows them; writes nothing but
 * what it counts, opens no stick, needs no privilege.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "image/database.h"
#include "out/printer.h"
#include "out/voice.h"
#include "state/settings.h"
#include "state/stats.h"
#include "text/language.h"
#include "ui/app.h"
#include "ui/app_stats.h"
#include "ui/console.h"
#include "ui/forget.h"
#include "ui/hooks.h"
#include "ui/line_mode.h"
#include "ui/loop.h"
#include "ui/print.h"
#include "vereda_find.h"
#include "vereda_helper.h"
#include "vereda_host.h"
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

static int
find(struct host *h, const struct options *o, const struct settings *s)
{
	struct err e = { 0 };

	if (find_print(h->content.catalog, o->find, s->language, o->limit,
		o->json, &e) < 0)
		return refuse("--find", &e);
	return STATUS_DONE;
}

/* Who reads aloud.  A program that somebody chose needs no sound card that
 * we know of. */
static struct voice *
find_voice(const struct settings *s)
{
	bool usual = strcmp(s->voice, "auto") == 0;
	const struct voice_setup setup = {
		.program = usual ? ESPEAK_NG : s->voice,
		.decoder = strcmp(s->decoder, "auto") == 0 ? OPUSDEC
							   : s->decoder,
		.player = strcmp(s->player, "auto") == 0 ? APLAY : s->player,
		.needs_card = usual,
		.volume = s->volume,
	};

	return voice_new(&setup);
}

/* Larger letters, where the terminal is a Linux console. */
static struct console *
find_console(const struct settings *s)
{
	bool usual = strcmp(s->large_font, "auto") == 0;
	char *first = paths_find(PKGDATADIR "/fonts/vereda-32x16.psf",
	    "vereda-32x16.psf");
	char *second = paths_find(PKGDATADIR "/fonts/vereda-28x16.psf",
	    "vereda-28x16.psf");
	const char *const ours[] = { first, second, NULL };
	const char *const theirs[] = { s->large_font, NULL };
	const struct console_setup setup = {
		.fd = STDOUT_FILENO,
		.fonts = usual ? ours
		    : s->large_font[0] != '\0' ? theirs : &theirs[1],
		.width_min = APP_WIDTH_MIN,
		.height_min = APP_HEIGHT_MIN,
		.control = console_control,
	};
	struct console *c = console_new(&setup);

	free(first);
	free(second);
	return c;
}

/* The full screen, or rows of text where there is no cursor to move. */
static int
show(struct host *h, const struct options *o, const struct settings *s)
{
	struct app *app = app_new(h->content.catalog, s);
	struct app_host host = host_of(h);
	struct helper helper = { .options = o, .store = host_store(h),
		.lang = s->language };
	struct link_source source = helper_source(&helper);
	struct link *link = NULL;
	struct printer *printer = print_open(s);
	/* Whoever looks at a bundle on a desk is no visitor. */
	struct stats *stats = stats_new(o->kiosk ? s->statistics : "");
	struct voice *voice = find_voice(s);
	struct console *console = o->line ? NULL : find_console(s);
	struct err e = { 0 };
	struct date today;
	int rc = -1;

	app_set_kiosk(app, o->kiosk);
	app_set_stats(app, stats);
	app_set_voice(app, voice);
	app_set_console(app, console);
	app_set_host(app, &host);
	app_set_printer(app, printer);
	if (hooks_today(&today))
		app_set_today(app, &today);
	if (helper_is_wanted(&helper)) {
		link = link_new(&source);
		link_open(link);
		app_set_link(app, link);
	}
	if (!o->line && isatty(STDERR_FILENO))
		log_to(-1); /* it would write on the screen */
	if (!o->line)
		rc = loop_run(app, o->kiosk, &e);
	log_to(STDERR_FILENO);
	app_set_voice(app, NULL); /* line mode has readers of its own */
	app_set_console(app, NULL);
	console_free(console);
	if (o->line || (rc < 0 && e.code == ERR_TERMINAL && !o->kiosk)) {
		err_clear(&e);
		rc = line_mode_run(app, &e);
	}
	app_set_link(app, NULL);
	link_free(link);
	helper_end(&helper);
	app_free(app);
	voice_free(voice);
	printer_free(printer);
	stats_free(stats);
	return rc < 0 ? refuse(_("the terminal"), &e) : STATUS_DONE;
}

/* A kiosk always shows something; on a desk one is told what is wrong. */
static bool
stand_in(struct host *h, const struct err *e)
{
	const struct options *o = h->options;

	if (!o->kiosk || o->line || o->find != NULL)
		return false;
	log_line("%s %s; there is nothing to show", err_name(e->code),
	    e->text);
	host_open_empty(h);
	return true;
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
	struct host h = { .options = &o, .settings = &s };
	struct err e = { 0 };
	char *what = NULL;
	int status = STATUS_DONE;

	language_start();
	if (!options_parse(&o, argc, argv)) {
		fprintf(stderr, "vereda: %s\n", err_sentence(ERR_USAGE));
		return STATUS_USAGE;
	}
	forget_begin();
	if (database_wipe_freed(&e) < 0)
		log_line("%s", e.text);
	err_clear(&e);
	if (o.kiosk)
		no_core();
	if (o.help)
		options_help();
	else if (o.version)
		puts("vereda " PACKAGE_VERSION);
	else if (hash_init(&e) < 0)
		status = refuse("libsodium", &e);
	else if (load_settings(&s, &o, &e) < 0)
		status = refuse("vereda.conf", &e);
	else if (host_open(&h, &what, &e) < 0 && !stand_in(&h, &e))
		status = refuse(what, &e);
	else
		status = o.find != NULL ? find(&h, &o, &s) : show(&h, &o, &s);
	free(what);
	host_close(&h);
	return status;
}

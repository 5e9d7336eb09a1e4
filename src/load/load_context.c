/*
 * What every command needs first: the settings, and where everything is.
 */
#include <config.h>

#include "load/load.h"

#include <inttypes.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/paths.h"
#include "text/language.h"

#define _(text) gettext(text)

static int
read_settings(struct load *l, struct err *e)
{
	const char *given = l->given[LOAD_OPTION_CONFIG];
	char *usual = paths_find(SYSCONFDIR "/vereda/vereda.conf",
	    "vereda.conf");
	int rc = 0;

	settings_defaults(&l->settings);
	if (given != NULL || access(usual, F_OK) == 0)
		rc = settings_load(&l->settings, given != NULL ? given : usual,
		    e);
	free(usual);
	return rc;
}

static char *
first_path(const char *given, const char *setting, const char *usual)
{
	if (given != NULL)
		return xstrdup(given);
	return xstrdup(setting[0] != '\0' ? setting : usual);
}

int
load_ready(struct load *l, struct err *e)
{
	const char *const *given = l->given;

	if (hash_init(e) < 0 || read_settings(l, e) < 0)
		return -1;
	l->folder = first_path(given[LOAD_OPTION_STORE], l->settings.store,
	    SETTINGS_STORE);
	l->pin_file = first_path(NULL, l->settings.pin_file, LOAD_PIN_FILE);
	l->factory = given[LOAD_OPTION_FACTORY] != NULL ?
	    xstrdup(given[LOAD_OPTION_FACTORY]) : paths_content();
	l->root = given[LOAD_OPTION_ROOT] != NULL ?
	    xstrdup(given[LOAD_OPTION_ROOT]) :
	    paths_find(SYSCONFDIR "/vereda/root.1", "development.root");
	settings_cut(&l->channels, l->settings.channels);
	settings_cut(&l->alert_channels, l->settings.alert_channels);
	l->place = (struct store_place){
		.folder = l->folder,
		.factory = l->factory,
		.root = l->root,
		.channels = l->channels.list[0] != NULL ? l->channels.list :
							  NULL,
		.built = CLOCK_BUILT,
	};
	/* TRANSLATORS: the code of your language, as in "es". */
	l->lang = _("@lang@");
	if (!language_known(l->lang))
		l->lang = "en";
	return 0;
}

void
load_finish(struct load *l)
{
	free(l->folder);
	free(l->pin_file);
	free(l->factory);
	free(l->root);
	l->folder = l->pin_file = l->factory = l->root = NULL;
}

bool
load_json(const struct load *l)
{
	return l->given[LOAD_OPTION_JSON] != NULL;
}

bool
load_number(uint64_t *out, const char *text, uint64_t min, uint64_t max)
{
	size_t len = strspn(text, "0123456789");

	*out = 0;
	if (len == 0 || len > 19 || text[len] != '\0' ||
	    (text[0] == '0' && len > 1))
		return false;
	for (size_t i = 0; i < len; i++)
		*out = *out * 10 + (uint64_t)(text[i] - '0');
	return *out >= min && *out <= max;
}

struct receipt_from
load_receipt_from(const struct load *l)
{
	return (struct receipt_from){ .site = l->settings.site,
		.country = l->settings.country,
		.statistics = l->settings.statistics };
}

/*
 * The command line.  An option, its line of help and its line in vereda(1)
 * change together.
 */
#include <config.h>

#include "vereda_options.h"

#include <getopt.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "text/language.h"

#define _(text) gettext(text)
#define FIND_LIMIT 20 /* results, if nobody says */

enum {
	OPTION_STORE = 256,
	OPTION_BUNDLE,
	OPTION_ROOT,
	OPTION_LANG,
	OPTION_COUNTRY,
	OPTION_CONFIG,
	OPTION_KIOSK,
	OPTION_LINE,
	OPTION_TOUCH,
	OPTION_FIND,
	OPTION_JSON,
	OPTION_LIMIT,
	OPTION_STICK,
	OPTION_HELPER,
	OPTION_FACTORY,
};

static const struct option long_options[] = {
	{ "store", required_argument, NULL, OPTION_STORE },
	{ "bundle", required_argument, NULL, OPTION_BUNDLE },
	{ "root", required_argument, NULL, OPTION_ROOT },
	{ "lang", required_argument, NULL, OPTION_LANG },
	{ "country", required_argument, NULL, OPTION_COUNTRY },
	{ "config", required_argument, NULL, OPTION_CONFIG },
	{ "kiosk", no_argument, NULL, OPTION_KIOSK },
	{ "line", no_argument, NULL, OPTION_LINE },
	{ "touch", no_argument, NULL, OPTION_TOUCH },
	{ "find", required_argument, NULL, OPTION_FIND },
	{ "json", no_argument, NULL, OPTION_JSON },
	{ "limit", required_argument, NULL, OPTION_LIMIT },
	{ "stick", required_argument, NULL, OPTION_STICK },
	{ "helper", required_argument, NULL, OPTION_HELPER },
	{ "factory", required_argument, NULL, OPTION_FACTORY },
	{ "help", no_argument, NULL, 'h' },
	{ "version", no_argument, NULL, 'V' },
	{ NULL, 0, NULL, 0 },
};

void
options_help(void)
{
	/* TRANSLATORS: options stay as they are; at most 80 columns. */
	fputs(_("Usage: vereda [OPTION]...\n"
		"Show what a person must know before and after working "
		"abroad.\n"
		"\n"
		"  --bundle FILE   show this bundle; may be given again\n"
		"  --store DIR     show all bundles in this folder\n"
		"  --factory DIR   what is shown below them\n"
		"  --stick DIR     staff installs from this folder, into "
		"--store\n"
		"  --helper PATH   staff installs through the helper at this "
		"socket\n"
		"  --root FILE     the document that says whose signature "
		"counts\n"
		"  --config FILE   settings of this kiosk\n"
		"  --lang LANG     the first language, by its code, as in es\n"
		"  --country CC    the country this kiosk stands in\n"
		"  --kiosk         for the public: nothing ends the program\n"
		"  --touch         larger targets for fingers\n"
		"  --line          rows of text and a prompt, no full screen\n"
		"  --find WORDS    print what the search finds and end\n"
		"  --json          the same for programs, with --find\n"
		"  --limit N       at most N results, with --find\n"
		"  --help          print this and end\n"
		"  --version       print the version and end\n"
		"\n"
		"Without --kiosk, F10 on the first screen leaves the program; "
		"so does q with --line.\n"),
	    stdout);
}

static bool
parse_limit(struct options *o, const char *text)
{
	char *end = NULL;
	long number = strtol(text, &end, 10);

	o->limit = (size_t)number;
	return *text != '\0' && *end == '\0' && number >= 1 &&
	    number <= CATALOG_RESULTS_MAX;
}

static bool
take_option(struct options *o, int option, const char *value)
{
	switch (option) {
	case OPTION_STORE:
		o->store = value;
		break;
	case OPTION_BUNDLE:
		if (o->bundle_count == COUNT_OF(o->bundles))
			return false;
		o->bundles[o->bundle_count++] = value;
		break;
	case OPTION_ROOT:
		o->root = value;
		break;
	case OPTION_LANG:
		o->lang = value;
		return language_known(value);
	case OPTION_COUNTRY:
		o->country = value;
		return strlen(value) == 2 && value[0] >= 'A' &&
		    value[0] <= 'Z' && value[1] >= 'A' && value[1] <= 'Z';
	case OPTION_CONFIG:
		o->config = value;
		break;
	case OPTION_FIND:
		o->find = value;
		break;
	case OPTION_STICK:
		o->stick = value;
		break;
	case OPTION_HELPER:
		o->helper = value;
		break;
	case OPTION_FACTORY:
		o->factory = value;
		break;
	case OPTION_LIMIT:
		return parse_limit(o, value);
	case OPTION_KIOSK:
		o->kiosk = true;
		break;
	case OPTION_LINE:
		o->line = true;
		break;
	case OPTION_TOUCH:
		o->touch = true;
		break;
	case OPTION_JSON:
		o->json = true;
		break;
	case 'h':
		o->help = true;
		break;
	case 'V':
		o->version = true;
		break;
	default:
		return false;
	}
	return true;
}

bool
options_parse(struct options *o, int argc, char **argv)
{
	int option;

	o->limit = FIND_LIMIT;
	while ((option = getopt_long(argc, argv, "hV", long_options, NULL)) !=
	    -1)
		if (!take_option(o, option, optarg))
			return false;
	return optind == argc && (o->find != NULL || !o->json);
}

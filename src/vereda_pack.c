/*
 * vereda-pack: what a publisher uses.  Checks the sources of a channel, makes
 * signed bundles of them, and looks into bundles.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/hash.h"
#include "base/paths.h"
#include "pack/pack_command.h"
#include "text/language.h"

#define _(s) gettext(s)

static const struct pack_command *const commands[] = {
	&pack_check,
	&pack_template,
	&pack_transcript,
	&pack_build,
	&pack_show,
	&pack_extract,
	&pack_diff,
	&pack_sign,
	&pack_cap_import,
	&pack_cap_export,
	&pack_key_new,
	&pack_key_show,
	&pack_key_root,
	&pack_root_new,
	&pack_root_next,
	&pack_root_add,
	&pack_root_drop,
	&pack_root_revoke,
	&pack_root_set_threshold,
	&pack_root_sign,
	&pack_root_show,
};

static void
print_help(FILE *out)
{
	fputs(_("Usage: vereda-pack COMMAND [OPTION]...\n"), out);
	fputs("\n", out);
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		fprintf(out, "  %-18s %s\n", commands[i]->name,
		    _(commands[i]->about));
	fputs("\n", out);
	fputs(_("\"vereda-pack COMMAND --help\" explains a command; "
		"vereda-pack(1) all of them.\n"),
	    out);
}

/* How many words of ARGV name C ("key new" is two), or 0. */
static int
words_that_name(const struct pack_command *c, int argc, char **argv)
{
	const char *blank = strchr(c->name, ' ');
	size_t n = blank == NULL ? strlen(c->name) : (size_t)(blank - c->name);

	if (strlen(argv[1]) != n || strncmp(argv[1], c->name, n) != 0)
		return 0;
	if (blank == NULL)
		return 1;
	return argc > 2 && strcmp(argv[2], blank + 1) == 0 ? 2 : 0;
}

int
main(int argc, char **argv)
{
	struct err e = { 0 };

	language_start();
	if (hash_init(&e) < 0)
		return pack_refuse(&e);
	if (argc > 1 && (strcmp(argv[1], "--help") == 0 ||
			    strcmp(argv[1], "-h") == 0)) {
		print_help(stdout);
		return PACK_DONE;
	}
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		puts("vereda-pack " PACKAGE_VERSION);
		return PACK_DONE;
	}
	for (size_t i = 0; argc > 1 && i < COUNT_OF(commands); i++) {
		int words = words_that_name(commands[i], argc, argv);

		if (words > 0)
			return pack_command_run(commands[i], argc - words,
			    argv + words);
	}
	print_help(stderr);
	return PACK_USAGE;
}

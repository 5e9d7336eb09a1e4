/*
 * vereda-pack template: an empty spreadsheet with the right header, for an
 * institution to fill in.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "pack/kind.h"
#include "pack/pack_command.h"
#include "pack/source_sheet.h"

#define _(s) gettext(s)
#define N_(s) s

/* The kind whose sheet is NAME, with or without ".csv". */
static const struct kind *
kind_of_sheet(const char *name)
{
	for (const struct kind *const *k = kinds(); *k != NULL; k++) {
		size_t len = strlen(name);

		if ((*k)->columns == NULL ||
		    strncmp((*k)->source, name, len) != 0)
			continue;
		if ((*k)->source[len] == '\0' ||
		    strcmp((*k)->source + len, ".csv") == 0)
			return *k;
	}
	return NULL;
}

static int
run(const struct pack_given *given, char **operands)
{
	const struct kind *k = kind_of_sheet(operands[0]);
	struct channel *c = NULL;

	(void)given;
	if (k == NULL) {
		fprintf(stderr, _("vereda-pack: no spreadsheet is called %s; "
				  "there are:"), operands[0]);
		for (const struct kind *const *all = kinds(); *all != NULL;
		     all++)
			if ((*all)->columns != NULL)
				fprintf(stderr, " %s", (*all)->source);
		fputc('\n', stderr);
		return PACK_USAGE;
	}
	c = channel_read(operands[1]);
	if (c->languages.count == 0) {
		findings_print(c->findings, stderr);
		channel_free(c);
		return PACK_REFUSED;
	}
	puts(source_sheet_header(c, k->columns));
	channel_free(c);
	return PACK_DONE;
}

const struct pack_command pack_template = {
	.name = "template",
	.operands = "SHEET SRC",
	.about = N_("Print an empty SHEET (options, services ...) with the "
		    "columns for the languages of the channel in SRC."),
	.operand_count = 2,
	.run = run,
};

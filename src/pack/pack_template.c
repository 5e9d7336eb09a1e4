/*
 * vereda-pack template: an empty spreadsheet with the right header, for an
 * institution to fill in.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "pack/fees.h"
#include "pack/kind.h"
#include "pack/pack_command.h"
#include "pack/source_sheet.h"

#define _(s) gettext(s)
#define N_(s) s

/* Is NAME the name of the sheet SOURCE, with or without ".csv"? */
static bool
is_sheet(const char *source, const char *name)
{
	size_t len = strlen(name);

	return strncmp(source, name, len) == 0 &&
	    (source[len] == '\0' || strcmp(source + len, ".csv") == 0);
}

/* The columns of the sheet NAME, or NULL. */
static const struct rules *
columns_of(const char *name)
{
	for (const struct kind *const *k = kinds(); *k != NULL; k++)
		if ((*k)->columns != NULL && is_sheet((*k)->source, name))
			return (*k)->columns;
	return is_sheet(FEES_SHEET, name) ? &fees_rules : NULL;
}

static int
run(const struct pack_given *given, char **operands)
{
	const struct rules *columns = columns_of(operands[0]);
	struct channel *c = NULL;

	(void)given;
	if (columns == NULL) {
		fprintf(stderr, _("vereda-pack: no spreadsheet is called %s; "
				  "there are:"), operands[0]);
		for (const struct kind *const *all = kinds(); *all != NULL;
		     all++)
			if ((*all)->columns != NULL)
				fprintf(stderr, " %s", (*all)->source);
		fprintf(stderr, " %s\n", FEES_SHEET);
		return PACK_USAGE;
	}
	c = channel_read(operands[1]);
	if (c->languages.count == 0) {
		findings_print(c->findings, stderr);
		channel_free(c);
		return PACK_REFUSED;
	}
	puts(source_sheet_header(c, columns));
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

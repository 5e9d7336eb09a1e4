/*
 * Options and messages that all commands of vereda-pack share.
 */
#include <config.h>

#include "pack/pack_command.h"

#include <getopt.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

#define _(s) gettext(s)
#define N_(s) s

#define HELP_COLUMN 26 /* where the explanations begin */
#define LETTER_HELP 'h'
#define FIRST_CODE 256 /* getopt's codes of options without a letter */

static void
print_option(const struct pack_option *o)
{
	char *left = xasprintf("  %s%c%s--%s%s%s", o->letter != 0 ? "-" : " ",
	    o->letter != 0 ? o->letter : ' ', o->letter != 0 ? ", " : "  ",
	    o->name, o->argument == NULL ? "" : " ",
	    o->argument == NULL ? "" : o->argument);

	if (strlen(left) >= HELP_COLUMN)
		printf("%s\n%*s%s\n", left, HELP_COLUMN, "", _(o->help));
	else
		printf("%-*s%s\n", HELP_COLUMN, left, _(o->help));
	free(left);
}

static void
print_help(const struct pack_command *c)
{
	static const struct pack_option help = { "help", LETTER_HELP, NULL,
		N_("say this and end") };

	/* TRANSLATORS: a command line; %s are its fixed words */
	printf(_("Usage: vereda-pack %s [OPTION]... %s\n"), c->name,
	    c->operands);
	printf("\n%s\n\n", _(c->about));
	for (size_t i = 0; i < PACK_OPTIONS_MAX && c->options[i].name != NULL;
	     i++)
		print_option(&c->options[i]);
	print_option(&help);
}

static int
usage_fault(const struct pack_command *c)
{
	fprintf(stderr, _("Try \"vereda-pack %s --help\".\n"), c->name);
	return PACK_USAGE;
}

/* What getopt_long() wants, out of the table. */
struct getopt_tables {
	struct option longs[PACK_OPTIONS_MAX + 2];
	char letters[2 * PACK_OPTIONS_MAX + 4];
	size_t count;
};

static void
fill_tables(struct getopt_tables *t, const struct pack_command *c)
{
	size_t at = 0;

	t->letters[at++] = LETTER_HELP;
	for (; t->count < PACK_OPTIONS_MAX &&
	     c->options[t->count].name != NULL;
	     t->count++) {
		const struct pack_option *o = &c->options[t->count];

		t->longs[t->count] = (struct option){ o->name,
			o->argument == NULL ? no_argument : required_argument,
			NULL, FIRST_CODE + (int)t->count };
		if (o->letter == 0)
			continue;
		t->letters[at++] = o->letter;
		if (o->argument != NULL)
			t->letters[at++] = ':';
	}
	t->longs[t->count] =
	    (struct option){ "help", no_argument, NULL, LETTER_HELP };
}

/* Which row of the table getopt's CODE is. */
static size_t
row_of(const struct pack_command *c, const struct getopt_tables *t, int code)
{
	size_t row = 0;

	if (code >= FIRST_CODE)
		return (size_t)(code - FIRST_CODE);
	while (row < t->count && c->options[row].letter != code)
		row++;
	return row;
}

static bool
remember(struct pack_given *g, const char *value)
{
	if (g->count == PACK_REPEATS_MAX)
		return false;
	g->value = value == NULL ? "" : value;
	g->all[g->count++] = g->value;
	return true;
}

int
pack_command_run(const struct pack_command *command, int argc, char **argv)
{
	struct getopt_tables tables = { .count = 0 };
	struct pack_given given[PACK_OPTIONS_MAX] = { 0 };
	int code = 0;

	fill_tables(&tables, command);
	optind = 1;
	while ((code = getopt_long(argc, argv, tables.letters, tables.longs,
		    NULL)) != -1) {
		size_t row = row_of(command, &tables, code);

		if (code == LETTER_HELP) {
			print_help(command);
			return PACK_DONE;
		}
		if (code == '?' || row >= tables.count ||
		    !remember(&given[row], optarg))
			return usage_fault(command);
	}
	if ((size_t)(argc - optind) != command->operand_count)
		return usage_fault(command);
	return command->run(given, argv + optind);
}

int
pack_refuse(const struct err *e)
{
	char *detail = utf8_made_safe(e->text, false);
	const char *name = err_name(e->code);

	fprintf(stderr, "vereda-pack: %s%s%s\n", name,
	    name[0] == '\0' ? "" : " ", err_sentence(e->code));
	fprintf(stderr, "  (%s)\n", detail);
	free(detail);
	return PACK_REFUSED;
}

bool
pack_number(unsigned *out, const char *option, const char *text, unsigned min,
    unsigned max)
{
	char *end = NULL;
	unsigned long value = strtoul(text, &end, 10);

	if (text[0] < '0' || text[0] > '9' || *end != '\0' || value < min ||
	    value > max) {
		fprintf(stderr,
		    _("vereda-pack: --%s must be a number from %u to %u.\n"),
		    option, min, max);
		return false;
	}
	*out = (unsigned)value;
	return true;
}

/*
 * vereda-load: what field staff do with bundles.  The only program that
 * reads sticks and writes the store.
 */
#include <config.h>

#include <getopt.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/load.h"
#include "text/language.h"

#define _(text) gettext(text)
#define N_(text) text

static const struct load_command *const commands[] = {
	&load_list,
	&load_check,
	&load_preview,
	&load_install,
	&load_rollback,
	&load_status_command,
	&load_verify,
	&load_receipt,
	&load_export,
	&load_pin,
	&load_serve,
};

/* Options that every command takes. */
#define USUAL \
	(1u << LOAD_OPTION_STORE | 1u << LOAD_OPTION_ROOT | \
	    1u << LOAD_OPTION_CONFIG | 1u << LOAD_OPTION_FACTORY | \
	    1u << LOAD_OPTION_JSON)

static const struct {
	const char *name;
	const char *argument; /* NULL for a flag */
	const char *about;
} option_table[LOAD_OPTION_COUNT] = {
	[LOAD_OPTION_STORE] = { "store", "DIR",
	    N_("the store, not the one of the settings") },
	[LOAD_OPTION_ROOT] = { "root", "FILE",
	    N_("trust this root, not the installed one") },
	[LOAD_OPTION_CONFIG] = { "config", "FILE",
	    N_("settings of this kiosk") },
	[LOAD_OPTION_FACTORY] = { "factory", "DIR",
	    N_("content that came with the program") },
	[LOAD_OPTION_STICK] = { "stick", "DIR",
	    N_("a folder in place of a stick") },
	[LOAD_OPTION_DEVICE] = { "device", "FILE",
	    N_("the block device of the stick") },
	[LOAD_OPTION_MOUNT] = { "mount", "DIR",
	    N_("where to mount it, seen by nobody else") },
	[LOAD_OPTION_SOCKET] = { "socket", "FD",
	    N_("serve this descriptor, not 0 and 1") },
	[LOAD_OPTION_SEQUENCE] = { "sequence", "N",
	    N_("go back to the edition of this number") },
	[LOAD_OPTION_REASON] = { "reason", "N",
	    N_("1 wrong content, 2 shows badly, 3 mistake, 4 other") },
	[LOAD_OPTION_SET] = { "set", NULL, N_("ask for a new PIN") },
	[LOAD_OPTION_JSON] = { "json", NULL, N_("answer in JSON") },
};

static void
print_option(const char *name, const char *argument, const char *about)
{
	char left[32];

	snprintf(left, sizeof left, "--%s%s%s", name,
	    argument != NULL ? " " : "", argument != NULL ? argument : "");
	printf("  %-14s  %s\n", left, about);
}

static void
print_options(unsigned options)
{
	putchar('\n');
	for (size_t i = 0; i < LOAD_OPTION_COUNT; i++)
		if ((options & 1u << i) != 0)
			print_option(option_table[i].name,
			    option_table[i].argument,
			    _(option_table[i].about));
	print_option("help", NULL, _("print this and end"));
	print_option("version", NULL, _("print the version and end"));
	putchar('\n');
	fputs(_("Exit status: 0 done, 1 refused, 2 wrong command line.\n"),
	    stdout);
}

static void
print_help(void)
{
	puts(_("Usage: vereda-load COMMAND [OPTION]..."));
	putchar('\n');
	for (size_t i = 0; i < COUNT_OF(commands); i++)
		printf("  %s %s\n      %s\n", commands[i]->name,
		    commands[i]->operands, _(commands[i]->about));
	print_options(USUAL);
}

static void
print_command_help(const struct load_command *c)
{
	/* TRANSLATORS: a command and what stands behind it. */
	printf(_("Usage: vereda-load %s [OPTION]... %s\n"), c->name,
	    c->operands);
	printf("\n%s\n", _(c->about));
	print_options(USUAL | c->options);
}

/* C is the command as far as it is known, or NULL. */
static int
complain_usage(const struct load_command *c)
{
	fprintf(stderr, "vereda-load: %s\n", err_sentence(ERR_USAGE));
	if (c != NULL)
		fprintf(stderr, "  vereda-load %s %s\n", c->name,
		    c->operands);
	return LOAD_USAGE;
}

static const struct load_command *
find_command(const char *name)
{
	for (size_t i = 0; name != NULL && i < COUNT_OF(commands); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static int
run(const struct load_command *c, struct load *l, char **operands)
{
	struct err e = { 0 };
	int status;

	status = load_ready(l, &e) < 0 ? load_refuse(l, c->name, &e) :
	    c->run(l, operands);
	load_finish(l);
	return status == LOAD_USAGE ? complain_usage(c) : status;
}

enum { OPTION_HELP = LOAD_OPTION_COUNT, OPTION_VERSION, OPTIONS };

/* Fill L; the option that ends the program, or -1, or '?'. */
static int
read_options(struct load *l, int argc, char **argv)
{
	struct option options[OPTIONS + 1] = {
		[OPTION_HELP] = { "help", no_argument, NULL, OPTION_HELP },
		[OPTION_VERSION] = { "version", no_argument, NULL,
		    OPTION_VERSION },
	};
	int ends = -1;
	int option;

	for (int i = 0; i < LOAD_OPTION_COUNT; i++)
		options[i] = (struct option){ option_table[i].name,
			option_table[i].argument != NULL ?
			    required_argument : no_argument, NULL, i };
	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == '?')
			return '?';
		if (option >= OPTION_HELP)
			ends = option;
		else
			l->given[option] = optarg != NULL ? optarg : "";
	}
	return ends;
}

/* Does C take all that was given? */
static bool
takes(const struct load_command *c, const struct load *l, int operands)
{
	for (size_t i = 0; i < LOAD_OPTION_COUNT; i++)
		if (l->given[i] != NULL &&
		    ((USUAL | c->options) & 1u << i) == 0)
			return false;
	return operands >= c->least && operands <= c->most;
}

int
main(int argc, char **argv)
{
	struct load l = { 0 };
	const struct load_command *c = NULL;
	int ends;

	language_start();
	ends = read_options(&l, argc, argv);
	c = find_command(argv[optind]);
	if (ends == OPTION_VERSION) {
		puts("vereda-load " PACKAGE_VERSION);
	} else if (ends == OPTION_HELP && c != NULL) {
		print_command_help(c);
	} else if (ends == OPTION_HELP && argv[optind] == NULL) {
		print_help();
	} else if (ends != -1 || c == NULL ||
	    !takes(c, &l, argc - optind - 1)) {
		return complain_usage(c);
	} else {
		return run(c, &l, argv + optind + 1);
	}
	return LOAD_DONE;
}

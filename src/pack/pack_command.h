/*
 * The commands of vereda-pack: their options as tables, from which the
 * reading of the command line and --help both come.
 */
#ifndef VEREDA_PACK_COMMAND_H
#define VEREDA_PACK_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/compiler.h"
#include "base/err.h"
#include "pack/channel.h"

#define PACK_OPTIONS_MAX 12 /* of one command */
#define PACK_REPEATS_MAX 16 /* how often one option may be given */
#define PACK_DEFAULT_ROOT SYSCONFDIR "/vereda/root.1"
#define PACK_DEVELOPMENT_KEY "development.key"
#define PACK_DEVELOPMENT_ROOT "development.root"

enum pack_status {
	PACK_DONE = 0,
	PACK_REFUSED = 1, /* found faults, or could not */
	PACK_USAGE = 2,
};

struct pack_option {
	const char *name;
	char letter;          /* 0 for none */
	const char *argument; /* what stands behind it, or NULL */
	const char *help;     /* English; --help translates it */
};

/* One option as it was given. */
struct pack_given {
	const char *value; /* the last; "" for a flag; NULL: not given */
	const char *all[PACK_REPEATS_MAX + 1]; /* NULL at the end */
	size_t count;
};

struct pack_command {
	const char *name;     /* "build", "key new" */
	const char *operands; /* "SRC" */
	const char *about;    /* English; --help translates it */
	struct pack_option options[PACK_OPTIONS_MAX]; /* ends at name NULL */
	size_t operand_count;
	int (*run)(const struct pack_given *given, char **operands);
};

extern const struct pack_command pack_check;
extern const struct pack_command pack_build;
extern const struct pack_command pack_show;
extern const struct pack_command pack_extract;
extern const struct pack_command pack_diff;
extern const struct pack_command pack_template;
extern const struct pack_command pack_transcript;
extern const struct pack_command pack_sign;
extern const struct pack_command pack_cap_import;
extern const struct pack_command pack_cap_export;
extern const struct pack_command pack_key_new;
extern const struct pack_command pack_key_show;
extern const struct pack_command pack_key_root;
extern const struct pack_command pack_root_new;
extern const struct pack_command pack_root_next;
extern const struct pack_command pack_root_add;
extern const struct pack_command pack_root_drop;
extern const struct pack_command pack_root_revoke;
extern const struct pack_command pack_root_set_threshold;
extern const struct pack_command pack_root_sign;
extern const struct pack_command pack_root_show;

/* Read ARGV behind the command's name and run it; its exit status. */
int pack_command_run(const struct pack_command *command, int argc,
    char **argv);

/* Say on standard error what failed, for people; returns PACK_REFUSED. */
int pack_refuse(const struct err *e);

/* Read and check FOLDER; print what was found to OUT.  NULL and PACK_REFUSED
 * in *STATUS if it has errors.  The caller frees it. */
struct channel *pack_read(const char *folder, FILE *out, int *status);

/* A whole number MIN .. MAX, or a sentence on standard error and false. */
bool pack_number(unsigned *out, const char *option, const char *text,
    unsigned min, unsigned max);

#endif

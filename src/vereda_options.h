/*
 * The command line of vereda.
 */
#ifndef VEREDA_VEREDA_OPTIONS_H
#define VEREDA_VEREDA_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "catalog/catalog.h"

/* What was not given is NULL, 0 or false. */
struct options {
	const char *store;
	const char *factory; /* in place of what came with the program */
	const char *bundles[CATALOG_CHANNELS_MAX];
	size_t bundle_count;
	const char *root;
	const char *lang;
	const char *country;
	const char *config;
	const char *find;
	const char *stick;  /* a folder that stands for a stick */
	const char *helper; /* the socket of the helper */
	size_t limit;
	bool kiosk, line, touch, json, help, version;
};

/* False when the command line is not right.  The texts are ARGV's. */
bool options_parse(struct options *o, int argc, char **argv);
void options_help(void);

#endif

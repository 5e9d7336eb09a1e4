/*
 * The arguments of a program that stands in for another: those that it knows
 * are looked for, in any order, and the rest is let be.
 */
#ifndef VEREDA_ARGUMENTS_H
#define VEREDA_ARGUMENTS_H

#include <stdbool.h>
#include <string.h>

static inline bool
arguments_have(int argc, char **argv, const char *option)
{
	for (int i = 1; i < argc; i++)
		if (strcmp(argv[i], option) == 0)
			return true;
	return false;
}

/* What stands behind OPTION; OTHERWISE, where there is none. */
static inline const char *
arguments_value(int argc, char **argv, const char *option,
    const char *otherwise)
{
	for (int i = 1; i + 1 < argc; i++)
		if (strcmp(argv[i], option) == 0)
			return argv[i + 1];
	return otherwise;
}

#endif

/*
 * Where the helper comes from: a child of ours on a desk, a socket that the
 * system holds in the field.
 */
#ifndef VEREDA_VEREDA_HELPER_H
#define VEREDA_VEREDA_HELPER_H

#include <stdbool.h>
#include <sys/types.h>

#include "ui/link.h"
#include "vereda_options.h"

/* Start with { .options = O, .store = host_store() }. */
struct helper {
	const struct options *options;
	const char *store; /* or NULL: then there is none to install into */
	const char *lang; /* of the kiosk */
	pid_t pid; /* of the child; 0 for none */
};

/* Do the options say that there is one? */
bool helper_is_wanted(const struct helper *h);

/* For link_new(); borrows H. */
struct link_source helper_source(struct helper *h);

/* The child has lost its socket and ends by itself. */
void helper_end(struct helper *h);

#endif

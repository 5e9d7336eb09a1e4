/*
 * What the screens cannot do: open the editions anew when the helper has
 * installed one, and fall back when one turns out to be damaged.
 */
#ifndef VEREDA_VEREDA_HOST_H
#define VEREDA_VEREDA_HOST_H

#include "base/compiler.h"
#include "base/err.h"
#include "state/settings.h"
#include "ui/app.h"
#include "vereda_content.h"
#include "vereda_options.h"

/* Start with { .options = O, .settings = S }. */
struct host {
	const struct options *options;
	const struct settings *settings;
	char *root; /* from here on of host_open(); an open store borrows it */
	char *factory;
	struct channel_names channels;
	struct channel_names alert_channels;
	struct content content;
	struct damaged damaged;
};

/* WHAT is the file or folder to name when it fails; the caller frees it. */
CHECKED int host_open(struct host *h, char **what, struct err *e);
void host_close(struct host *h);

/* A kiosk that found no content shows that, and looks for some again. */
void host_open_empty(struct host *h);

/* For app_set_host(); borrows H. */
struct app_host host_of(struct host *h);

/* The folder of the store, borrowed: by the options, the settings or as it is
 * usual; NULL when bundles are shown in place of a store. */
const char *host_store(const struct host *h);

/* The root document that O names, or the usual one; the caller frees it. */
char *host_root(const struct options *o);

/* The folder of what came with the program; the caller frees it. */
char *host_factory(const struct options *o);

#endif

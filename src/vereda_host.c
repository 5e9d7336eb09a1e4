/*
 * The host of the screens.  New content is opened beside the old, which goes
 * only when the new one is whole.
 */
#include <config.h>

#include "vereda_host.h"

#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/paths.h"

char *
host_root(const struct options *o)
{
	return o->root != NULL ? xstrdup(o->root)
			       : paths_find(SYSCONFDIR "/vereda/root.1",
				     "development.root");
}

char *
host_factory(const struct options *o)
{
	return o->factory != NULL ? xstrdup(o->factory) : paths_content();
}

/* Is there anything to fall back to? */
static bool
has_store(const struct host *h)
{
	return host_store(h) != NULL;
}

const char *
host_store(const struct host *h)
{
	if (h->options->store != NULL)
		return h->options->store;
	if (h->options->bundle_count > 0)
		return NULL;
	return h->settings->store[0] != '\0' ? h->settings->store :
						SETTINGS_STORE;
}

/* Bundles by name, each of which must be good. */
static int
open_bundles(struct content *c, const struct host *h, char **what,
    struct err *e)
{
	const struct options *o = h->options;

	if (content_trust(c, h->root, e) < 0)
		return -1;
	for (size_t i = 0; i < o->bundle_count; i++) {
		free(*what);
		*what = xstrdup(o->bundles[i]);
		if (content_add(c, *what, e) < 0)
			return -1;
	}
	return 0;
}

/* The store, and below it what came with the program, which is shown also
 * where there is no root yet. */
static int
open_store(struct content *c, const struct host *h, char **what,
    struct err *e)
{
	const struct store_place place = {
		.folder = host_store(h),
		.factory = h->factory,
		.root = h->root,
		.channels = h->channels.list[0] != NULL ? h->channels.list :
							  NULL,
		.built = CLOCK_BUILT,
	};
	struct err none = { 0 };

	free(*what);
	*what = xstrdup(place.folder);
	if (c->trust == NULL && content_trust(c, h->root, &none) < 0)
		log_line("%s", none.text);
	return content_add_store(c, &place, &h->damaged, e);
}

/* All that the options name. */
static int
open_content(struct content *c, const struct host *h, char **what,
    struct err *e)
{
	int rc = 0;

	*what = xstrdup(h->root);
	if (h->options->bundle_count > 0)
		rc = open_bundles(c, h, what, e);
	if (rc == 0 && has_store(h))
		rc = open_store(c, h, what, e);
	if (rc == 0)
		rc = content_ready(c, h->alert_channels.list, e);
	return rc;
}

static void
log_damaged(const struct host *h, size_t from)
{
	for (size_t i = from; i < h->damaged.count; i++)
		log_line("%s %llu is damaged, falling back",
		    h->damaged.at[i].channel,
		    (unsigned long long)h->damaged.at[i].sequence);
}

/* As open_content(), with what is before an edition that is damaged. */
static int
open_whole(struct content *c, struct host *h, char **what, struct err *e)
{
	for (;;) {
		size_t before = h->damaged.count;
		struct err one = { 0 };

		if (open_content(c, h, what, &one) == 0)
			return 0;
		if (!has_store(h) || !content_has_fault(c) ||
		    !content_find_damaged(c, -1, &h->damaged)) {
			*e = one;
			return -1;
		}
		log_damaged(h, before);
		content_close(c);
		free(*what);
		*what = NULL;
	}
}

int
host_open(struct host *h, char **what, struct err *e)
{
	h->root = host_root(h->options);
	h->factory = host_factory(h->options);
	settings_cut(&h->channels, h->settings->channels);
	settings_cut(&h->alert_channels, h->settings->alert_channels);
	return open_whole(&h->content, h, what, e);
}

void
host_close(struct host *h)
{
	content_close(&h->content);
	free(h->root);
	free(h->factory);
	h->root = h->factory = NULL;
}

void
host_open_empty(struct host *h)
{
	content_close(&h->content);
	h->content.catalog = catalog_new();
}

static struct catalog *
reload(void *context)
{
	struct host *h = context;
	struct content fresh = { 0 };
	struct err e = { 0 };
	char *what = NULL;

	if (open_whole(&fresh, h, &what, &e) < 0) {
		log_line("%s: %s %s; the old content stays", what,
		    err_name(e.code), e.text);
		content_close(&fresh);
		free(what);
		return NULL;
	}
	free(what);
	content_close(&h->content);
	h->content = fresh;
	return h->content.catalog;
}

static struct catalog *
fall_back(void *context, int channel)
{
	struct host *h = context;
	size_t before = h->damaged.count;

	if (!has_store(h) ||
	    !content_find_damaged(&h->content, channel, &h->damaged))
		return NULL; /* there is nothing else to show */
	log_damaged(h, before);
	return reload(h);
}

static bool
has_fault(void *context)
{
	const struct host *h = context;

	return h->damaged.count < DAMAGED_MAX &&
	    content_has_fault(&h->content);
}

static void
banner(void *context, int64_t now, struct banner *out)
{
	const struct host *h = context;

	content_banner(&h->content, now, out);
}

struct app_host
host_of(struct host *h)
{
	return (struct app_host){ h, reload, fall_back, has_fault, banner };
}

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

/* All that the options name. */
static int
open_content(struct content *c, const struct host *h, char **what,
    struct err *e)
{
	const struct options *o = h->options;
	char *root = host_root(o);
	int rc = -1;

	*what = xstrdup(root);
	if (content_trust(c, root, e) < 0)
		goto out;
	for (size_t i = 0; i < o->bundle_count; i++) {
		free(*what);
		*what = xstrdup(o->bundles[i]);
		if (content_add(c, *what, e) < 0)
			goto out;
	}
	if (o->store != NULL) {
		free(*what);
		*what = xstrdup(o->store);
		rc = content_add_store(c, *what, root, &h->damaged, e);
	} else if (o->bundle_count == 0) {
		free(*what);
		*what = paths_find(PKGDATADIR "/content/crm.vereda",
		    "crm.vereda");
		rc = content_add(c, *what, e);
	} else {
		rc = 0;
	}
	if (rc == 0)
		rc = content_ready(c, e);
out:
	free(root);
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
		if (h->options->store == NULL || !content_has_fault(c) ||
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
	return open_whole(&h->content, h, what, e);
}

void
host_close(struct host *h)
{
	content_close(&h->content);
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

	if (h->options->store == NULL ||
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

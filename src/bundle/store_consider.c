/*
 * What would come of an installation, before anything is written.
 */
#include <config.h>

#include "bundle/store.h"

#include <fcntl.h>
#include <string.h>

#include "base/io.h"
#include "bundle/store_private.h"

/* E00 in its two forms: what is shown, and what is there. */
static bool
is_there(const struct store *s, const struct stored *new, bool shown_only)
{
	const struct stored *shown = store_shown(s, new->channel, NULL);

	if (shown != NULL && !shown->factory &&
	    hash_equal(&shown->head, &new->head))
		return true;
	for (size_t i = 0; !shown_only && i < s->count; i++)
		if (!s->editions[i].factory && !s->editions[i].damaged &&
		    strcmp(s->editions[i].name, new->name) == 0)
			return true;
	return false;
}

int
store_consider(struct store *s, const char *path, struct bundle **out,
    struct err *e)
{
	const struct bundle_rules rules = {
		.trust = s->trust,
		.channels = s->place.channels,
	};
	struct stored new;

	*out = NULL;
	if (s->trust == NULL)
		return err_set(e, ERR_ROOT_CHAIN, "there is no root");
	if (bundle_open_at(out, AT_FDCWD, path, &rules, e) < 0)
		return -1;
	store_describe(&new, *out);
	if (is_there(s, &new, true))
		return err_set(e, ERR_INSTALLED, "%s", new.name);
	if (store_check_order(s, &new, e) < 0)
		return -1;
	if (is_there(s, &new, false))
		return err_set(e, ERR_INSTALLED, "%s", new.name);
	return store_check_dates(s, &new, bundle_trust(*out) != NULL ?
		bundle_trust(*out) : s->trust, e);
}

int64_t
store_growth(const struct store *s, const struct bundle *b)
{
	uint64_t goes = store_prunable(s, bundle_head(b)->channel,
	    STORE_KEEP - 1);

	return (int64_t)bundle_size(b) - (int64_t)goes;
}

int
store_room(const struct store *s, uint64_t *left, struct err *e)
{
	uint64_t all = 0;

	*left = 0;
	if (s->fd < 0)
		return err_set(e, ERR_NO_ROOM, "there is no store");
	return io_room(left, &all, s->fd, e);
}

/*
 * Opening the store, and what is shown of it.
 */
#include <config.h>

#include "bundle/store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"
#include "bundle/store_private.h"

/* A folder that a reader can do without; -1 if it is not there. */
static int
open_optional(int dirfd, const char *name)
{
	struct err e = { 0 };
	int fd = -1;

	if (name != NULL && io_open(&fd, dirfd, name, IO_FOLDER, &e) < 0 &&
	    errno != ENOENT)
		log_line("store: %s", e.text);
	return fd;
}

/* What an interrupted installation left, and a place for the roots. */
static int
tidy(struct store *s, struct err *e)
{
	static const char *const leftovers[] = { STORE_INCOMING,
		STORE_STATE ".new", STORE_RECORDS ".new" };

	if (io_lock(s->fd, e) < 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(leftovers); i++) {
		struct err why = { 0 };

		if (io_unlink(s->fd, leftovers[i], &why) < 0 &&
		    errno != ENOENT)
			return err_set(e, ERR_NO_ROOM, "%s", why.text);
	}
	return io_make_folder(s->fd, STORE_ROOTS, e);
}

/* A root that was being written: nothing refers to it. */
static void
drop_new_root(void *context, const char *name)
{
	const struct store *s = context;
	size_t len = strlen(name);
	struct err e = { 0 };

	if (len > 4 && strcmp(name + len - 4, ".new") == 0 &&
	    io_unlink(s->roots_fd, name, &e) < 0)
		log_line("store: %s", e.text); /* it is in nobody's way */
}

static int
open_folders(struct store *s, struct err *e)
{
	struct err ignored = { 0 };

	if (s->use == STORE_READ) {
		s->fd = open_optional(AT_FDCWD, s->place.folder);
	} else if (io_open(&s->fd, AT_FDCWD, s->place.folder, IO_FOLDER, e) <
		0 || tidy(s, e) < 0) {
		if (e->code != ERR_BUSY)
			e->code = ERR_NO_ROOM;
		return -1;
	}
	if (s->fd >= 0)
		s->roots_fd = open_optional(s->fd, STORE_ROOTS);
	if (s->use == STORE_WRITE && s->roots_fd < 0)
		return err_set(e, ERR_NO_ROOM, "there is no folder for roots");
	if (s->use == STORE_WRITE &&
	    io_list(s->roots_fd, drop_new_root, s, &ignored) < 0)
		log_line("store: %s", ignored.text);
	s->factory_fd = open_optional(AT_FDCWD, s->place.factory);
	if (s->fd < 0 && s->factory_fd < 0)
		return err_set(e, ERR_NOT_FOUND, "there is no store");
	return 0;
}

/* A kiosk without a root still shows what came with the program. */
static int
load_trust(struct store *s, struct err *e)
{
	struct err why = { 0 };

	if (trust_load(&s->trust, s->place.root, &why) < 0) {
		if (s->use == STORE_WRITE)
			return err_set(e, why.code, "%s", why.text);
		log_line("store: %s", why.text);
		return 0;
	}
	store_roots_read(s);
	return 0;
}

static int
read_all(struct store *s, struct err *e)
{
	/* Before the editions: one that comes meanwhile is newer, not lost. */
	if (s->fd >= 0 && store_state_read(s, e) < 0)
		return -1;
	if (store_scan(s, e) < 0) {
		e->code = ERR_NO_ROOM; /* it is not the stick that fails */
		return -1;
	}
	if (s->use == STORE_READ ||
	    (!store_roots_are_new(s) && !store_state_is_new(s)))
		return 0;
	/* A name that was given before may not be durable yet, and the floor
	 * must not stand above it. */
	if (io_sync(s->fd, e) < 0 || store_roots_write(s, e) < 0)
		return -1;
	return store_state_write(s, e);
}

int
store_open(struct store **out, const struct store_place *place,
    enum store_use use, struct err *e)
{
	struct store *s = xcalloc(1, sizeof *s);

	*out = NULL;
	s->place = *place;
	s->use = use;
	s->fd = s->roots_fd = s->factory_fd = -1;
	if (open_folders(s, e) < 0 || load_trust(s, e) < 0 ||
	    read_all(s, e) < 0) {
		store_close(s);
		return err_wrap(e, "store");
	}
	*out = s;
	return 0;
}

void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	io_close(s->roots_fd);
	io_close(s->factory_fd);
	io_close(s->fd);
	trust_free(s->trust);
	buffer_fini(&s->state);
	free(s->editions);
	free(s);
}

const struct trust *
store_trust(const struct store *s)
{
	return s->trust;
}

int64_t
store_floor_time(const struct store *s)
{
	return store_floor_under(s, s->trust);
}

bool
store_root_is_past(const struct store *s, int64_t now)
{
	int64_t floor = store_floor_time(s);

	return s->trust != NULL &&
	    (now > floor ? now : floor) > trust_expires(s->trust);
}

size_t
store_count(const struct store *s)
{
	return s->count;
}

const struct stored *
store_edition(const struct store *s, size_t n)
{
	return n < s->count ? &s->editions[n] : NULL;
}

static const struct store_line *
find_line(const struct store *s, const char *channel)
{
	for (size_t i = 0; i < s->line_count; i++)
		if (strcmp(s->lines[i].channel, channel) == 0)
			return &s->lines[i];
	return NULL;
}

static enum store_why
why_shown(const struct store *s, const struct stored *shown)
{
	const struct store_line *line = find_line(s, shown->channel);

	if (shown->factory)
		return STORE_FACTORY;
	if (line != NULL && line->reason != 0)
		return store_compare(shown->epoch, shown->sequence,
			   line->cap_epoch, line->cap_sequence) < 0 ?
		    STORE_FELL_BACK : STORE_ROLLED_BACK;
	if (line != NULL && store_compare(shown->epoch, shown->sequence,
				line->epoch, line->sequence) < 0)
		return STORE_FELL_BACK;
	return STORE_NEWEST;
}

const struct stored *
store_shown(const struct store *s, const char *channel, enum store_why *why)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct stored *edition = &s->editions[i];

		if (strcmp(edition->channel, channel) != 0 ||
		    edition->damaged || edition->away)
			continue;
		if (why != NULL)
			*why = why_shown(s, edition);
		return edition;
	}
	return NULL;
}

unsigned
store_reason(const struct store *s, const char *channel)
{
	const struct store_line *line = find_line(s, channel);

	return line != NULL ? line->reason : 0;
}

bool
store_fall_back(struct store *s, const char *channel)
{
	const struct stored *shown = store_shown(s, channel, NULL);

	if (shown == NULL)
		return false;
	log_line("store: %s is damaged, falling back", shown->name);
	s->editions[shown - s->editions].damaged = true;
	return store_shown(s, channel, NULL) != NULL;
}

int
store_verify_edition(const struct store *s, const struct stored *edition,
    const struct progress *p, struct err *e)
{
	struct bundle *b = NULL;
	int rc = -1;

	if (store_open_edition(s, edition, &b, e) == 0 &&
	    bundle_verify(b, p, e) == 0)
		rc = 0;
	bundle_close(b);
	return rc;
}

int
store_verify(struct store *s, const struct progress *p, struct err *e)
{
	int rc = 0;

	for (size_t i = 0; i < s->count; i++) {
		struct stored *edition = &s->editions[i];
		struct err why = { 0 };

		if (store_verify_edition(s, edition, p, &why) == 0)
			continue;
		log_line("store: %s", why.text);
		edition->damaged = true;
		edition->unread = why.code == ERR_STICK;
		rc = err_set(e, why.code, "%s: %s", edition->name, why.text);
	}
	return rc;
}

/*
 * Installing a bundle, by the protocol of vereda-bundle(5):
 *
 *     judge -> room -> incoming: copy, sync -> verify from the card -> roots
 *     -> rename, sync the folder = commit -> state -> prune
 *
 * What is durable before what is all that matters here: the file before its
 * name, its name before the floor, the floor before anything is removed.
 */
#include <config.h>

#include "bundle/store.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"
#include "bundle/store_private.h"

#define ROOM_MIN (16u << 20) /* bytes that stay free */
#define ROOM_PART 20         /* or this part of the card, if it is more */

/* One installation. */
struct install {
	struct store *store;
	const struct store_job *job;
	struct bundle *source; /* NULL once it is copied */
	struct trust *trust;   /* the store's, and the roots it brings */
	struct stored edition;
	bool cancelled;
};

static void
tell(const struct install *in, enum store_step step, uint64_t done,
    uint64_t all)
{
	if (in->job->tell != NULL)
		in->job->tell(in->job->context, step, done, all);
}

static bool
goes_on(struct install *in)
{
	if (!in->cancelled && in->job->cancelled != NULL)
		in->cancelled = in->job->cancelled(in->job->context);
	return !in->cancelled;
}

static int
stop(struct err *e)
{
	return err_set(e, ERR_SYSTEM, "cancelled");
}

/* Whether the very edition of IN is there; damaged ones are no use. */
static const struct stored *
find_same(const struct install *in)
{
	const struct store *s = in->store;

	for (size_t i = 0; i < s->count; i++)
		if (!s->editions[i].factory && !s->editions[i].damaged &&
		    strcmp(s->editions[i].name, in->edition.name) == 0)
			return &s->editions[i];
	return NULL;
}

static bool
has_installed(const struct store *s, const char *channel)
{
	const struct stored *shown = store_shown(s, channel, NULL);

	return shown != NULL && !shown->factory;
}

/* E00: there, and every block of it whole.  One that rots may be renewed. */
static int
check_installed(struct install *in, struct err *e)
{
	const struct stored *same = find_same(in);
	struct err why = { 0 };

	if (same == NULL)
		return 0;
	if (store_verify_edition(in->store, same, NULL, &why) == 0) {
		/* Whoever gave it its name may not have come to this. */
		if (io_sync(in->store->fd, e) == 0)
			return err_set(e, ERR_INSTALLED, "%s", same->name);
		e->code = ERR_NO_ROOM;
		return -1;
	}
	log_line("store: %s: %s", same->name, why.text);
	in->store->editions[same - in->store->editions].damaged = true;
	return 0;
}

int
store_check_order(struct store *s, const struct stored *new, struct err *e)
{
	const struct stored *shown = store_shown(s, new->channel, NULL);
	const struct store_line *line = store_line_find(s, new->channel);
	int order = 1;

	if (line != NULL)
		order = store_compare(new->epoch, new->sequence, line->epoch,
		    line->sequence);
	if (order < 0)
		return err_set(e, ERR_OLDER, "%llu is older than %u-%llu",
		    (unsigned long long)new->sequence, line->epoch,
		    (unsigned long long)line->sequence);
	if (order == 0 && !hash_equal(&new->head, &line->head))
		return err_set(e, ERR_EQUIVOCATION,
		    "two editions have the number %u-%llu", line->epoch,
		    (unsigned long long)line->sequence);
	if (shown != NULL && shown->factory && shown->epoch == new->epoch &&
	    shown->sequence > new->sequence)
		return err_set(e, ERR_OLDER,
		    "%llu is older than what came with the program",
		    (unsigned long long)new->sequence);
	return 0;
}

int
store_check_dates(struct store *s, const struct stored *new,
    const struct trust *trust, struct err *e)
{
	int64_t floor = store_floor_under(s, trust);
	struct clock_verdict verdict = clock_judge(io_now(), floor,
	    &new->dates, has_installed(s, new->channel));

	if (!verdict.may_install)
		return err_set(e, ERR_EXPIRED, "it expired before %lld",
		    (long long)floor);
	return 0;
}

/* E00, E16 to E18 */
static int
judge(struct install *in, struct err *e)
{
	const struct stored *shown = store_shown(in->store,
	    in->edition.channel, NULL);

	/* An older one that is shown again is "installed", not "older". */
	if (shown != NULL && hash_equal(&shown->head, &in->edition.head) &&
	    check_installed(in, e) < 0)
		return -1;
	if (store_check_order(in->store, &in->edition, e) < 0 ||
	    check_installed(in, e) < 0)
		return -1;
	return store_check_dates(in->store, &in->edition, in->trust, e);
}

/* E19, before anything is written: only what is older than the previous
 * edition may go to make room. */
static int
make_room(const struct install *in, struct err *e)
{
	struct store *s = in->store;
	uint64_t left = 0;
	uint64_t all = 0;
	uint64_t spare;
	uint64_t wanted;

	if (io_room(&left, &all, s->fd, e) < 0)
		return -1;
	spare = all / ROOM_PART > ROOM_MIN ? all / ROOM_PART : ROOM_MIN;
	wanted = in->edition.size + spare;
	if (left >= wanted)
		return 0;
	if (left + store_prunable(s, in->edition.channel, STORE_KEEP - 1) <
		wanted ||
	    store_prune(s, in->edition.channel, STORE_KEEP - 1, e) < 0 ||
	    io_room(&left, &all, s->fd, e) < 0 || left < wanted)
		return err_set(e, ERR_NO_ROOM,
		    "%llu bytes are free, %llu are needed",
		    (unsigned long long)left, (unsigned long long)wanted);
	return 0;
}

static bool
tell_copied(void *context, uint64_t done, uint64_t all)
{
	struct install *in = context;

	tell(in, STORE_COPY, done, all);
	return goes_on(in);
}

static int
write_incoming(struct install *in, struct err *e)
{
	int fd = -1;
	int rc = -1;

	if (io_open(&fd, in->store->fd, STORE_INCOMING, IO_NEW, e) < 0)
		return -1;
	if (io_reserve(fd, in->edition.size, e) == 0 &&
	    bundle_copy(in->source, fd, tell_copied, in, e) == 0 &&
	    io_sync(fd, e) == 0 && io_drop_cache(fd, e) == 0)
		rc = 0;
	io_close(fd);
	if (rc < 0 && e->code == ERR_SYSTEM && !in->cancelled)
		e->code = ERR_NO_ROOM;
	return rc;
}

/* E21 to E23, block by block so that it can be cancelled. */
static int
verify_blocks(struct install *in, const struct bundle *b, struct err *e)
{
	struct image *img = bundle_image(b);
	const struct image_layout *layout = &bundle_head(b)->image;
	uint8_t *plain = xcalloc(1, layout->block_size);
	struct hash_state whole;
	struct hash sum;
	int rc = -1;

	hash_begin(&whole);
	for (uint32_t n = 0; n < layout->block_count; n++) {
		uint32_t len = 0;

		if (image_read_block(img, n, plain, &len, e) < 0)
			goto out;
		hash_add(&whole, bytes_of(plain, len));
		tell(in, STORE_PREPARE, n + 1, layout->block_count);
		if (!goes_on(in)) {
			stop(e);
			goto out;
		}
	}
	hash_end(&whole, &sum);
	if (hash_equal(&sum, &layout->image_hash))
		rc = 0;
	else
		err_set(e, ERR_IMAGE_HASH, "the hash of the image differs");
out:
	free(plain);
	return rc;
}

/* The caller's own questions; a fault of the card is not the content's. */
static int
try_out(struct install *in, struct bundle *b, struct err *e)
{
	struct err why = { 0 };

	tell(in, STORE_TRY, 0, 1);
	if (in->job->try_out != NULL &&
	    in->job->try_out(in->job->context, b, &why) < 0)
		return err_set(e, image_fault(bundle_image(b))->code !=
			ERR_NONE ? ERR_CARD : why.code, "%s", why.text);
	tell(in, STORE_TRY, 1, 1);
	return goes_on(in) ? 0 : stop(e);
}

/*
 * Everything again, from the card: the copy was judged as it passed, so
 * whatever differs now is the card's doing (E25).  Only what is found first
 * here, how blocks inflate and fit together, is the publisher's.
 */
static int
verify_incoming(struct install *in, struct err *e)
{
	const struct bundle_rules rules = { .trust = in->store->trust };
	struct bundle *b = NULL;
	struct hash head;
	int rc = -1;

	tell(in, STORE_CHECK, 0, 1);
	if (bundle_open_at(&b, in->store->fd, STORE_INCOMING, &rules, e) < 0) {
		e->code = ERR_CARD;
		return -1;
	}
	bundle_head_hash(b, &head);
	image_keep(bundle_image(b), IMAGE_KEEP_IMPORT);
	tell(in, STORE_CHECK, 1, 1);
	if (!hash_equal(&head, &in->edition.head))
		err_set(e, ERR_CARD, "the head is another one");
	else if (!goes_on(in))
		stop(e);
	else if (verify_blocks(in, b, e) == 0)
		rc = try_out(in, b, e);
	bundle_close(b);
	if (rc < 0 && (e->code == ERR_BLOCK_HASH || e->code == ERR_STICK))
		e->code = ERR_CARD;
	return rc;
}

/* One by one: each is judged by the one before it, which is stored. */
static int
store_new_roots(struct install *in, struct err *e)
{
	struct store *s = in->store;

	while (trust_root_version(s->trust) < trust_root_version(in->trust)) {
		uint32_t next = trust_root_version(s->trust) + 1;

		if (trust_add(s->trust, trust_entry(in->trust, next), e) < 0 ||
		    store_roots_write(s, e) < 0)
			return -1;
	}
	store_mark(s);
	return 0;
}

static void
discard(const struct store *s, const char *name)
{
	struct err e = { 0 };

	if (io_unlink(s->fd, name, &e) < 0)
		log_line("store: %s", e.text);
}

/* The commit.  When the folder does not sync nobody knows what the card
 * holds; both are whole, and what runs goes on with the old one. */
static int
commit(struct install *in, struct err *e)
{
	struct store *s = in->store;

	tell(in, STORE_SWITCH, 0, 1);
	if (store_new_roots(in, e) < 0 ||
	    io_rename(s->fd, STORE_INCOMING, in->edition.name, e) < 0)
		return -1;
	if (io_sync(s->fd, e) < 0) {
		discard(s, in->edition.name);
		return -1;
	}
	return 0;
}

static void
forget(struct store *s, const char *name)
{
	for (size_t i = 0; i < s->count; i++) {
		if (s->editions[i].factory ||
		    strcmp(s->editions[i].name, name) != 0)
			continue;
		memmove(&s->editions[i], &s->editions[i + 1],
		    (s->count - i - 1) * sizeof *s->editions);
		s->count--;
		return;
	}
}

/*
 * It is installed whatever fails here: the next start puts it in order.  So
 * it is said to be in use first: the floor is what the editions say until the
 * state says it too.
 */
static void
settle(struct install *in)
{
	struct store *s = in->store;
	struct err e = { 0 };
	bool floor_stands;

	forget(s, in->edition.name);
	store_add_edition(s, &in->edition);
	store_line_raise(s, &in->edition);
	tell(in, STORE_SWITCH, 1, 1);
	if (in->job->done != NULL)
		in->job->done(in->job->context, &in->edition);
	floor_stands = store_state_write(s, &e) == 0;
	/* What staff went back from is still marked, and goes. */
	if (!floor_stands ||
	    store_prune(s, in->edition.channel, STORE_KEEP, &e) < 0)
		log_line("store: %s", e.text);
	store_mark(s);
}

static int
prepare(struct install *in, const char *path, struct err *e)
{
	struct store *s = in->store;
	const struct bundle_rules rules = {
		.trust = s->trust,
		.channels = s->place.channels,
	};

	tell(in, STORE_COPY, 0, 1);
	if (bundle_open_at(&in->source, AT_FDCWD, path, &rules, e) < 0)
		return -1;
	store_describe(&in->edition, in->source);
	in->trust = trust_copy(bundle_trust(in->source) != NULL ?
		bundle_trust(in->source) : s->trust);
	if (judge(in, e) < 0)
		return -1;
	if (make_room(in, e) < 0) {
		e->code = ERR_NO_ROOM;
		return -1;
	}
	return 0;
}

int
store_install(struct store *s, const char *path, const struct store_job *job,
    bool *cancelled, struct err *e)
{
	struct install in = { .store = s, .job = job };
	int rc = -1;

	if (prepare(&in, path, e) < 0)
		goto out;
	if (write_incoming(&in, e) < 0)
		goto discard;
	bundle_close(in.source); /* the stick may go */
	in.source = NULL;
	if (verify_incoming(&in, e) < 0 || commit(&in, e) < 0)
		goto discard;
	settle(&in);
	rc = 0;
	goto out;
discard:
	discard(s, STORE_INCOMING);
out:
	bundle_close(in.source);
	trust_free(in.trust);
	if (cancelled != NULL)
		*cancelled = in.cancelled;
	return rc;
}

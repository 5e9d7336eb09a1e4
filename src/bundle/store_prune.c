/*
 * Making room, and going back: what is removed, and what is only set aside.
 */
#include <config.h>

#include "bundle/store.h"

#include <string.h>

#include "base/io.h"
#include "base/log.h"
#include "bundle/store_private.h"

/*
 * Is the edition I of the store behind the KEEP that are good for showing?
 * One that could not be read today may be good tomorrow.
 */
static bool
is_surplus(const struct store *s, size_t i, const char *channel,
    unsigned keep)
{
	const struct stored *edition = &s->editions[i];
	unsigned better = 0;

	if (edition->factory || strcmp(edition->channel, channel) != 0)
		return false;
	if ((edition->damaged && !edition->unread) || edition->away)
		return true;
	for (size_t j = 0; j < i; j++)
		better += !s->editions[j].factory &&
		    !s->editions[j].damaged && !s->editions[j].away &&
		    strcmp(s->editions[j].channel, channel) == 0;
	return better >= keep;
}

uint64_t
store_prunable(const struct store *s, const char *channel, unsigned keep)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < s->count; i++)
		if (is_surplus(s, i, channel, keep))
			sum += s->editions[i].size; /* 0 if it is damaged */
	return sum;
}

int
store_prune(struct store *s, const char *channel, unsigned keep,
    struct err *e)
{
	size_t i = s->count;
	size_t removed = 0;
	int rc = 0;

	while (i-- > 0) {
		if (!is_surplus(s, i, channel, keep))
			continue;
		if (io_unlink(s->fd, s->editions[i].name, e) < 0) {
			rc = -1;
			continue;
		}
		memmove(&s->editions[i], &s->editions[i + 1],
		    (s->count - i - 1) * sizeof *s->editions);
		s->count--;
		removed++;
	}
	if (removed > 0 && io_sync(s->fd, e) < 0)
		rc = -1;
	return rc;
}

/* What SEQUENCE names (0: the next) below the one that is shown. */
static const struct stored *
find_older(const struct store *s, const char *channel, uint64_t sequence,
    uint32_t epoch)
{
	const struct stored *shown = store_shown(s, channel, NULL);

	for (size_t i = 0; shown != NULL && i < s->count; i++) {
		const struct stored *edition = &s->editions[i];

		if (strcmp(edition->channel, channel) == 0 &&
		    !edition->factory && !edition->damaged &&
		    edition->epoch == epoch &&
		    store_compare(epoch, edition->sequence, shown->epoch,
			shown->sequence) < 0 &&
		    (sequence == 0 || edition->sequence == sequence))
			return edition;
	}
	return NULL;
}

int
store_roll_back(struct store *s, const char *channel, uint64_t sequence,
    unsigned reason, struct err *e)
{
	struct store_line *line = store_line_find(s, channel);
	const struct stored *to = NULL;
	struct store_line before;
	struct err why = { 0 };
	uint32_t epoch = 0;

	if (reason < 1 || reason > STORE_REASON_MAX)
		return err_set(e, ERR_USAGE, "reason %u", reason);
	/* No file is for another kiosk: there is just nothing of it here. */
	if (trust_epoch(s->trust, channel, &epoch, e) < 0) {
		e->code = ERR_NOT_FOUND;
		return -1;
	}
	to = find_older(s, channel, sequence, epoch);
	if (to == NULL || line == NULL)
		return err_set(e, ERR_NOT_FOUND,
		    "no whole edition to go back to");
	if (store_verify_edition(s, to, NULL, &why) < 0)
		return err_set(e, ERR_CARD, "%s", why.text);
	before = *line;
	line->reason = reason;
	line->cap_epoch = to->epoch;
	line->cap_sequence = to->sequence;
	if (store_state_write(s, e) < 0) {
		*line = before;
		if (store_state_write(s, &why) < 0)
			log_line("store: %s", why.text);
		return -1;
	}
	store_mark(s);
	return 0;
}

/*
 * The state: how far each channel was.  Little-endian:
 *
 *     | domain 16 | count 4 | lines, 100 each | BLAKE2b-256 of all before |
 *
 *     line: channel 32 | floor: epoch 4, sequence 8, head 32, created 8 |
 *           cap: reason 4, epoch 4, sequence 8
 *
 * Lost or damaged, it is made again from the editions: it only ever stops
 * the installation of older ones.
 */
#include <config.h>

#include "bundle/store.h"

#include <errno.h>
#include <string.h>

#include "base/io.h"
#include "base/log.h"
#include "bundle/store_private.h"

#define STATE_DOMAIN "vereda.state.v1\n"
#define STATE_DOMAIN_SIZE 16
#define STATE_LINE_SIZE 100
#define STATE_MAX \
	(STATE_DOMAIN_SIZE + 4 + STORE_LINES_MAX * STATE_LINE_SIZE + HASH_SIZE)

struct store_line *
store_line_find(struct store *s, const char *channel)
{
	for (size_t i = 0; i < s->line_count; i++)
		if (strcmp(s->lines[i].channel, channel) == 0)
			return &s->lines[i];
	return NULL;
}

void
store_line_raise(struct store *s, const struct stored *edition)
{
	struct store_line *line = store_line_find(s, edition->channel);
	int order = 1;

	if (line == NULL && s->line_count < STORE_LINES_MAX) {
		line = &s->lines[s->line_count++];
		*line = (struct store_line){ 0 };
		memcpy(line->channel, edition->channel,
		    sizeof line->channel);
	}
	if (line == NULL)
		return; /* more channels than any root can have */
	order = store_compare(edition->epoch, edition->sequence, line->epoch,
	    line->sequence);
	if (edition->epoch > line->epoch)
		line->created = 0;
	if (edition->epoch >= line->epoch &&
	    edition->dates.created > line->created)
		line->created = edition->dates.created;
	if (order <= 0)
		return;
	line->epoch = edition->epoch;
	line->sequence = edition->sequence;
	line->head = edition->head;
	line->reason = 0; /* newer than what staff went back from */
	line->cap_epoch = 0;
	line->cap_sequence = 0;
}

int64_t
store_floor_under(const struct store *s, const struct trust *trust)
{
	int64_t created = 0;

	for (size_t i = 0; i < s->line_count; i++) {
		const struct store_line *line = &s->lines[i];
		struct err ignored = { 0 };
		uint32_t epoch = 0;

		/* A date of an epoch that is over may be a thief's. */
		if (trust != NULL && trust_epoch(trust, line->channel, &epoch,
					 &ignored) == 0 &&
		    epoch == line->epoch && line->created > created)
			created = line->created;
	}
	return clock_floor(s->place.built,
	    trust != NULL ? trust_created(trust) : 0, created);
}

static void
add_line(struct buffer *out, const struct store_line *line)
{
	buffer_add(out, line->channel, HEAD_CHANNEL_SIZE);
	buffer_add_u32(out, line->epoch);
	buffer_add_u64(out, line->sequence);
	buffer_add(out, line->head.bytes, HASH_SIZE);
	buffer_add_u64(out, (uint64_t)line->created);
	buffer_add_u32(out, line->reason);
	buffer_add_u32(out, line->cap_epoch);
	buffer_add_u64(out, line->cap_sequence);
}

static struct store_line
take_line(struct reader *r)
{
	struct store_line line = { 0 };
	struct bytes part = reader_take(r, HEAD_CHANNEL_SIZE);

	if (part.len > 0)
		memcpy(line.channel, part.at, part.len);
	line.epoch = reader_u32(r);
	line.sequence = reader_u64(r);
	part = reader_take(r, HASH_SIZE);
	if (part.len > 0)
		memcpy(line.head.bytes, part.at, part.len);
	line.created = (int64_t)reader_u64(r);
	line.reason = reader_u32(r);
	line.cap_epoch = reader_u32(r);
	line.cap_sequence = reader_u64(r);
	return line;
}

/* All or nothing: the hash says whether it is what we wrote. */
static bool
parse(struct store *s, struct bytes text)
{
	struct reader r = reader_of(text);
	struct bytes domain = reader_take(&r, STATE_DOMAIN_SIZE);
	uint32_t count = reader_u32(&r);
	struct hash sum;

	if (reader_failed(&r) || count > STORE_LINES_MAX ||
	    memcmp(domain.at, STATE_DOMAIN, STATE_DOMAIN_SIZE) != 0 ||
	    reader_left(&r) != (size_t)count * STATE_LINE_SIZE + HASH_SIZE)
		return false;
	hash_of(&sum, bytes_of(text.at, text.len - HASH_SIZE));
	if (memcmp(sum.bytes, text.at + text.len - HASH_SIZE, HASH_SIZE) != 0)
		return false;
	for (uint32_t i = 0; i < count; i++)
		s->lines[i] = take_line(&r);
	s->line_count = count;
	return true;
}

int
store_state_read(struct store *s, struct err *e)
{
	struct err why = { 0 };
	int cause;

	s->line_count = 0;
	if (io_read_file_at(&s->state, s->fd, STORE_STATE, STATE_MAX, &why) ==
	    0) {
		if (!parse(s, buffer_bytes(&s->state)))
			log_line("store: the state is damaged");
		return 0;
	}
	cause = errno;
	/* What cannot be read now may say more than the editions do. */
	if (s->use == STORE_WRITE && cause != ENOENT && why.code == ERR_STICK)
		return err_set(e, ERR_NO_ROOM, "%s", why.text);
	if (cause != ENOENT)
		log_line("store: %s", why.text);
	return 0;
}

/* The whole file as it should be, to be given to buffer_fini(). */
static struct buffer
print(const struct store *s)
{
	struct buffer text = { 0 };
	struct hash sum;

	buffer_add(&text, STATE_DOMAIN, STATE_DOMAIN_SIZE);
	buffer_add_u32(&text, (uint32_t)s->line_count);
	for (size_t i = 0; i < s->line_count; i++)
		add_line(&text, &s->lines[i]);
	hash_of(&sum, buffer_bytes(&text));
	buffer_add(&text, sum.bytes, HASH_SIZE);
	return text;
}

bool
store_state_is_new(const struct store *s)
{
	struct buffer text = print(s);
	bool is_new = !bytes_equal(buffer_bytes(&text),
	    buffer_bytes(&s->state));

	buffer_fini(&text);
	return is_new;
}

int
store_state_write(struct store *s, struct err *e)
{
	struct buffer text = print(s);

	if (bytes_equal(buffer_bytes(&text), buffer_bytes(&s->state))) {
		buffer_fini(&text);
		return 0;
	}
	if (io_write_file_at(s->fd, STORE_STATE, buffer_bytes(&text), IO_NEW,
		e) < 0) {
		buffer_fini(&text);
		buffer_fini(&s->state); /* not known any more */
		return -1;
	}
	buffer_fini(&s->state);
	s->state = text;
	return 0;
}

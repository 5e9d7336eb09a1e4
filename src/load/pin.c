/*
 * The staff's PIN.
 */
#include <config.h>

#include "load/pin.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <sodium.h>

#include "base/bytes.h"
#include "base/io.h"
#include "base/log.h"
#include "base/mem.h"

/* What a small machine can bear while it shows a page: about a second. */
#define ARGON_OPS 3
#define ARGON_MEMORY (32u << 20) /* bytes */
#define MINUTE 60u               /* seconds */

struct tries {
	unsigned count; /* wrong ones in a row */
	char boot[PIN_BOOT_SIZE];
	int64_t at; /* the last one, seconds since that start */
};

void
pin_clock_read(struct pin_clock *out)
{
	struct timespec now = { 0 };
	FILE *in = fopen("/proc/sys/kernel/random/boot_id", "re");
	char line[PIN_BOOT_SIZE] = "";

	clock_gettime(CLOCK_BOOTTIME, &now);
	out->now = (int64_t)now.tv_sec;
	if (in != NULL && fgets(line, sizeof line, in) != NULL)
		line[strspn(line, "0123456789abcdef-")] = '\0';
	if (in != NULL)
		fclose(in);
	snprintf(out->boot, sizeof out->boot, "%s",
	    line[0] != '\0' ? line : "unknown");
}

bool
pin_is_well_formed(const char *text)
{
	return strlen(text) == PIN_DIGITS &&
	    strspn(text, "0123456789") == PIN_DIGITS;
}

int
pin_set(const char *file, const char *pin, struct err *e)
{
	char hash[crypto_pwhash_STRBYTES] = "";
	char *leftover = xasprintf("%s.new", file);
	struct err ignored = { 0 };
	int rc = -1;

	if (!pin_is_well_formed(pin)) {
		err_set(e, ERR_INPUT, "a PIN has %u digits", PIN_DIGITS);
	} else if (crypto_pwhash_str_alg(hash, pin, strlen(pin), ARGON_OPS,
		ARGON_MEMORY, crypto_pwhash_ALG_ARGON2ID13) != 0) {
		err_set(e, ERR_SYSTEM, "no memory for Argon2id");
	} else {
		/* Of an interruption; mostly it is not there. */
		if (io_unlink(AT_FDCWD, leftover, &ignored) < 0 &&
		    errno != ENOENT)
			log_line("%s", ignored.text);
		rc = io_write_file(file, bytes_of_text(hash), IO_SECRET, e);
	}
	sodium_memzero(hash, sizeof hash);
	free(leftover);
	return rc;
}

/* The hash, only from a file that nobody else can read. */
static int
read_hash(char out[crypto_pwhash_STRBYTES], const char *file, struct err *e)
{
	struct buffer text = { 0 };
	struct stat st;
	int rc = -1;

	if (lstat(file, &st) < 0)
		return err_set_errno(e, errno == ENOENT ? ERR_NOT_FOUND :
			ERR_SYSTEM, "%s", file);
	if (!S_ISREG(st.st_mode) || (st.st_mode & 077) != 0)
		return err_set(e, ERR_SYSTEM,
		    "%s: only its owner may read a PIN's file", file);
	if (io_read_file(&text, file, crypto_pwhash_STRBYTES, e) == 0 &&
	    text.len < crypto_pwhash_STRBYTES) {
		memset(out, 0, crypto_pwhash_STRBYTES);
		memcpy(out, text.at, text.len);
		rc = 0;
	} else {
		err_set(e, ERR_SYSTEM, "%s: no hash", file);
	}
	buffer_fini(&text);
	return rc;
}

/* A file that means nothing counts as all the free tries. */
static void
parse_tries(struct tries *out, const char *text)
{
	char boot[PIN_BOOT_SIZE] = "";
	unsigned count = 0;
	int64_t at = 0;

	*out = (struct tries){ .count = PIN_FREE_TRIES };
	if (sscanf(text, "%9u %39s %" SCNd64, &count, boot, &at) != 3)
		return;
	out->count = count;
	out->at = at;
	memcpy(out->boot, boot, sizeof out->boot);
}

static int
read_tries(struct tries *out, const struct pin_place *place, struct err *e)
{
	char *path = xasprintf("%s/%s", place->folder, PIN_TRIES_FILE);
	struct buffer text = { 0 };
	int rc = 0;

	*out = (struct tries){ 0 };
	errno = 0;
	if (io_read_file(&text, path, 256, e) == 0) {
		parse_tries(out, (const char *)text.at);
	} else if (errno == ENOENT) {
		err_clear(e);
	} else {
		e->code = ERR_SYSTEM;
		rc = -1;
	}
	buffer_fini(&text);
	free(path);
	return rc;
}

static int
write_tries(const struct tries *t, const struct pin_place *place,
    struct err *e)
{
	char *line = xasprintf("%u %s %" PRId64 "\n", t->count, t->boot,
	    t->at);
	int fd = -1;
	int rc = -1;

	if (io_open(&fd, AT_FDCWD, place->folder, IO_FOLDER, e) == 0)
		rc = io_write_file_at(fd, PIN_TRIES_FILE, bytes_of_text(line),
		    IO_REPLACE, e);
	io_close(fd);
	free(line);
	if (rc < 0)
		e->code = ERR_SYSTEM;
	return rc;
}

/* Seconds that COUNT wrong ones cost. */
static unsigned
wait_for(unsigned count)
{
	unsigned wait = MINUTE;

	if (count < PIN_FREE_TRIES)
		return 0;
	for (unsigned n = PIN_FREE_TRIES; n < count && wait < PIN_WAIT_MAX; n++)
		wait *= 2;
	return wait < PIN_WAIT_MAX ? wait : PIN_WAIT_MAX;
}

/* Is T of this start of the machine, and not of a time to come? */
static bool
is_current(const struct tries *t, const struct pin_clock *clock)
{
	return strcmp(t->boot, clock->boot) == 0 && t->at <= clock->now;
}

static void
stamp(struct tries *t, const struct pin_clock *clock)
{
	memcpy(t->boot, clock->boot, sizeof t->boot);
	t->at = clock->now;
}

static void
answer(struct pin_answer *out, const struct tries *t,
    const struct pin_clock *clock)
{
	int64_t left = (int64_t)wait_for(t->count);

	if (left > 0 && is_current(t, clock))
		left -= clock->now - t->at;
	*out = (struct pin_answer){ .verdict = PIN_WRONG, .tries = 1 };
	if (t->count < PIN_FREE_TRIES)
		out->tries = PIN_FREE_TRIES - t->count;
	if (left > 0) {
		out->verdict = PIN_WAIT;
		out->tries = 0;
		out->wait = (unsigned)left;
	}
}

int
pin_look(struct pin_answer *out, const struct pin_place *place,
    const struct pin_clock *clock, struct err *e)
{
	struct tries t;

	*out = (struct pin_answer){ .verdict = PIN_WAIT,
		.wait = PIN_WAIT_MAX };
	if (read_tries(&t, place, e) < 0)
		return -1;
	answer(out, &t, clock);
	/* From now on the wait of an earlier start runs. */
	if (out->verdict != PIN_WAIT || is_current(&t, clock))
		return 0;
	stamp(&t, clock);
	return write_tries(&t, place, e);
}

/* Counted first, looked at then. */
static int
count_and_verify(struct pin_answer *out, const struct pin_place *place,
    const char *pin, const char *hash, const struct pin_clock *clock,
    struct err *e)
{
	struct err why = { 0 };
	struct tries t;

	if (read_tries(&t, place, e) < 0)
		return -1;
	if (t.count < UINT16_MAX)
		t.count++;
	stamp(&t, clock);
	if (write_tries(&t, place, e) < 0)
		return -1;
	if (crypto_pwhash_str_verify(hash, pin, strlen(pin)) != 0) {
		answer(out, &t, clock);
		return 0;
	}
	t.count = 0;
	if (write_tries(&t, place, &why) < 0)
		log_line("%s", why.text);
	*out = (struct pin_answer){ .verdict = PIN_GOOD,
		.tries = PIN_FREE_TRIES };
	return 0;
}

int
pin_try(struct pin_answer *out, const struct pin_place *place,
    const char *pin, const struct pin_clock *clock, struct err *e)
{
	char hash[crypto_pwhash_STRBYTES];
	int rc = -1;

	if (pin_look(out, place, clock, e) < 0)
		return -1;
	if (out->verdict == PIN_WAIT)
		return 0;
	if (read_hash(hash, place->file, e) == 0)
		rc = count_and_verify(out, place, pin, hash, clock, e);
	sodium_memzero(hash, sizeof hash);
	return rc;
}

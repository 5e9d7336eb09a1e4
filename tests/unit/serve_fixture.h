/*
 * A stick, a store and a kiosk's end of the helper's socket.
 */
#ifndef VEREDA_SERVE_FIXTURE_H
#define VEREDA_SERVE_FIXTURE_H

#include <sys/types.h>

#include "load/serve.h"

#include "bundle_fixture.h"

#define SERVE_FIXTURE_PIN "271828"

struct serve_fixture {
	struct fixture f;
	char stick[300];
	char folder[300]; /* VEREDA on it */
	char store[300];
	char root[300];
	char pin_file[300];
	struct load load;
	int fd; /* to the helper; -1 */
	pid_t pid;
	char answer[1 << 17]; /* of serve_fixture_ask() */
};

void serve_fixture_open(struct serve_fixture *sf);
void serve_fixture_close(struct serve_fixture *sf);

/* A bundle of channel "aa" with the content of content_fixture(). */
void serve_fixture_bundle(struct serve_fixture *sf, const char *path,
    unsigned sequence);

/* Start a helper, and end it when it has read all. */
void serve_fixture_start(struct serve_fixture *sf,
    void (*clock)(struct pin_clock *out));
void serve_fixture_stop(struct serve_fixture *sf);

/* Send LEN bytes; false if the helper hung up. */
bool serve_fixture_send(struct serve_fixture *sf, const void *at, size_t len);

/* Send LINE and read to the "ok" or "error" of its answer; what came. */
const char *serve_fixture_ask(struct serve_fixture *sf, const char *line);

/* Has the helper closed the connection? */
bool serve_fixture_hung_up(struct serve_fixture *sf);

#endif

/*
 * Listening to a kiosk: it runs in the harness with fake-voice, and what it
 * says can be read.
 */
#ifndef LISTEN_H
#define LISTEN_H

#include "base/bytes.h"
#include "harness.h"

/* A folder for what is heard; the kiosks that start from now on say it
 * there. */
void listen_open(void);
void listen_close(void);

/* What the voice does from now on: "", "hangs" or "dies"; "deaf" and "dumb":
 * who decodes or plays recordings dies.  A kiosk that
 * starts behind "hangs" is not waited for until it is silent. */
void listen_manner(const char *manner);

/* A kiosk-fixture with a voice and ARGUMENTS, which end with NULL. */
struct term *listen_start(char *const *arguments, int width, int height);

/* The same, and it plays recordings too. */
struct term *listen_start_player(int width, int height);

/* What the player was given last, into OUT; false if it was nothing. */
bool listen_played(struct buffer *out);

/* What was heard since the last call, one line for each sentence; the caller
 * frees it. */
char *listen_heard(void);

/* Behind "hangs": read what is heard until it is LINE; false if it never
 * is. */
bool listen_until(const char *line);

#endif

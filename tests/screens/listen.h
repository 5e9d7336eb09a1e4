/*
 * Listening to a kiosk: it runs in the harness with fake-voice, and what it
 * says can be read.
 */
#ifndef LISTEN_H
#define LISTEN_H

#include "harness.h"

/* A folder for what is heard; the kiosks that start from now on say it
 * there. */
void listen_open(void);
void listen_close(void);

/* What the voice does from now on: "", "hangs" or "dies".  A kiosk that
 * starts behind "hangs" is not waited for until it is silent. */
void listen_manner(const char *manner);

/* A kiosk-fixture with a voice and ARGUMENTS, which end with NULL. */
struct term *listen_start(char *const *arguments, int width, int height);

/* What was heard since the last call, one line for each sentence; the caller
 * frees it. */
char *listen_heard(void);

/* Behind "hangs": read what is heard until it is LINE; false if it never
 * is. */
bool listen_until(const char *line);

#endif

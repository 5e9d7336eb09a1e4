/*
 * A kiosk and the helper of the tests, and what passes between them: for the
 * screens of the staff.
 */
#ifndef VEREDA_DESK_FIXTURE_H
#define VEREDA_DESK_FIXTURE_H

#include <stdbool.h>

#include "helper_fixture.h"
#include "screens_fixture.h"

/* The keys that lead to the first screen of the staff. */
#define LOG_IN "9123456!"

#define DESK_SIZES 5
extern const struct desk_size {
	int width;
	int height;
} desk_sizes[DESK_SIZES];

struct desk {
	struct kiosk k;
	struct helper helper;
	struct link *link;
};

void desk_open(struct desk *d, const char *lang, int width, int height);
void desk_open_touch(struct desk *d, const char *lang, int width, int height,
    bool touch);
void desk_close(struct desk *d);

/* Until neither side has anything to say. */
void desk_talk(struct desk *d);

/* Press the keys NAMES; the helper answers between two. */
void desk_keys(struct desk *d, const char *names);

/* Do WORDS stand on the screen, within a line? */
bool desk_says(struct desk *d, const char *words);

#endif

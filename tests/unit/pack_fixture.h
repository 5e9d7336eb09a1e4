/*
 * A copy of tests/fixtures/channel-ok, with a check, that a test may spoil,
 * and builders of the texts that are too long to write down.
 */
#ifndef VEREDA_PACK_FIXTURE_H
#define VEREDA_PACK_FIXTURE_H

#include <stddef.h>

/* A new copy under /tmp; its path, which the caller gives to _remove(). */
char *pack_fixture_copy(void);
void pack_fixture_remove(char *folder);

/* Put TO in the place of the first FROM of the file NAME; "" for FROM is the
 * start of a file, and a file that is not there is made. */
void pack_fixture_change(const char *folder, const char *name,
    const char *from, const char *to);

/* Write the file NAME with just TEXT; folders on the way are made. */
void pack_fixture_write(const char *folder, const char *name,
    const char *text);

struct pack_question {
	const char *sql;
	const char *answer; /* first column of the first row */
};

/* FOLDER, free of errors, is compiled, and each question has its answer. */
void pack_fixture_ask(const char *folder,
    const struct pack_question *questions, size_t count);

#endif

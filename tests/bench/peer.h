/*
 * An engine that make bench-peers compares: opens a file, gives an article,
 * searches, verifies.  bench_peer.c asks each the same things and counts.
 */
#ifndef VEREDA_BENCH_PEER_H
#define VEREDA_BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct peer {
	/* Each 0, or what it counts; -1 for a failure, which it has told. */
	int (*open)(const char *file);
	void (*close)(void);
	/* Bytes of the text of the article ID. */
	long (*article)(const char *id);
	/* Titles of what is found, at most LIMIT; WORDS may end within a
	 * word when it is a PREFIX. */
	long (*search)(const char *lang, const char *words, bool prefix,
	    size_t limit);
	int (*verify)(void);
};

extern const struct peer peer;

#ifdef __cplusplus
}
#endif

#endif

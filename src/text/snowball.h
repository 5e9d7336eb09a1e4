/*
 * Snowball's stemmers for those of our languages that have one.
 *
 * The shared libstemmer carries those of thirty languages, which the loader
 * of programs makes ready at each start (10,800 relocations, 0.6 MB of memory);
 * where there is an archive of it, we link ours alone (a row each in snowball.c).
 */
#ifndef VEREDA_SNOWBALL_H
#define VEREDA_SNOWBALL_H

#include <stddef.h>

struct snowball;

/* NAME as Snowball calls it ("spanish"); NULL: it is not there. */
struct snowball *snowball_new(const char *name);
void snowball_free(struct snowball *s); /* NULL is allowed */

/* The stem of WORD, *LEN bytes that are good until the next one, not ended by
 * a NUL; NULL when there is none. */
const unsigned char *snowball_stem(
    struct snowball *s, const char *word, size_t *len);

#endif

/*
 * Snowball's stemmers.
 *
 * The shared libstemmer carries those of thirty languages, which the loader
 * of programs makes ready at each start (10,800 relocations, 0.6 MB of
 * memory).  Where there is an archive of it, those that a lang_*.c names are
 * linked alone.
 */
#ifndef VEREDA_SNOWBALL_H
#define VEREDA_SNOWBALL_H

#include <stddef.h>

/* What Snowball's compiler makes of one language. */
struct snowball_of {
	const char *name; /* as Snowball calls it: "spanish" */
	struct SN_env *(*open)(void);
	void (*close)(struct SN_env *z);
	int (*stem)(struct SN_env *z); /* negative: no memory */
};

/* SNOWBALL(spanish); makes snowball_spanish.  The names of the functions are
 * Snowball's own (the header beside each stemmer, which Debian leaves out). */
#ifdef HAVE_STEMMERS_APART
#define SNOWBALL(name)                                                         \
	struct SN_env *name##_UTF_8_create_env(void);                          \
	void name##_UTF_8_close_env(struct SN_env *z);                         \
	int name##_UTF_8_stem(struct SN_env *z);                               \
	static const struct snowball_of snowball_##name = { #name,             \
		name##_UTF_8_create_env, name##_UTF_8_close_env,               \
		name##_UTF_8_stem }
#else
#define SNOWBALL(name)                                                         \
	static const struct snowball_of snowball_##name = { #name, NULL, NULL, \
		NULL }
#endif

struct snowball;

struct snowball *snowball_new(const struct snowball_of *of); /* NULL: none */
void snowball_free(struct snowball *s); /* NULL is allowed */

/* The stem of WORD, *LEN bytes that are good until the next one, not ended by
 * a NUL; NULL when there is none. */
const unsigned char *snowball_stem(
    struct snowball *s, const char *word, size_t *len);

#endif

/*
 * Snowball's stemmers: each by itself, or all of them in the shared library.
 */
#include <config.h>

#include "text/snowball.h"

#include <stdlib.h>
#include <string.h>

#ifndef HAVE_STEMMERS_APART
#include <libstemmer.h>
#endif

#include "base/mem.h"

#ifdef HAVE_STEMMERS_APART

/* The beginning of what a stemmer works on (Snowball's runtime/api.h). */
struct SN_env {
	unsigned char *p; /* the word, then its stem */
	int c;
	int l; /* bytes of it; more follows, which only Snowball knows */
};

int SN_set_current(struct SN_env *z, int size, const unsigned char *word);

struct snowball {
	const struct snowball_of *of;
	struct SN_env *z;
};

struct snowball *
snowball_new(const struct snowball_of *of)
{
	struct snowball *s = xcalloc(1, sizeof *s);

	s->of = of;
	s->z = of->open();
	if (s->z != NULL)
		return s;
	free(s);
	return NULL;
}

void
snowball_free(struct snowball *s)
{
	if (s == NULL)
		return;
	s->of->close(s->z);
	free(s);
}

const unsigned char *
snowball_stem(struct snowball *s, const char *word, size_t *len)
{
	if (SN_set_current(s->z, (int)strlen(word),
		(const unsigned char *)word) != 0 ||
	    s->of->stem(s->z) < 0)
		return NULL;
	*len = (size_t)s->z->l;
	return s->z->p;
}

#else

struct snowball {
	struct sb_stemmer *stemmer;
};

struct snowball *
snowball_new(const struct snowball_of *of)
{
	struct snowball *s = xcalloc(1, sizeof *s);

	s->stemmer = sb_stemmer_new(of->name, NULL);
	if (s->stemmer != NULL)
		return s;
	free(s);
	return NULL;
}

void
snowball_free(struct snowball *s)
{
	if (s == NULL)
		return;
	sb_stemmer_delete(s->stemmer);
	free(s);
}

const unsigned char *
snowball_stem(struct snowball *s, const char *word, size_t *len)
{
	const sb_symbol *stem = sb_stemmer_stem(
	    s->stemmer, (const sb_symbol *)word, (int)strlen(word));

	*len = (size_t)sb_stemmer_length(s->stemmer);
	return stem;
}

#endif

/*
 * Snowball's stemmers.
 */
#include <config.h>

#include "text/snowball.h"

#include <stdlib.h>
#include <string.h>

#ifndef HAVE_STEMMERS_APART
#include <libstemmer.h>
#endif

#include "base/compiler.h"
#include "base/mem.h"

#ifdef HAVE_STEMMERS_APART

/*
 * What each stemmer offers (Snowball's runtime/api.h and the header beside
 * each stemmer), which Debian installs no headers of.  Snowball's compiler
 * makes one of them of each language and encoding; the names are its own.
 */
struct SN_env {
	unsigned char *p; /* the word, then its stem */
	int c;
	int l; /* bytes of it; more follows, which only Snowball knows */
};

int SN_set_current(struct SN_env *z, int size, const unsigned char *word);

struct stemmer_of {
	const char *name;
	struct SN_env *(*open)(void);
	void (*close)(struct SN_env *z);
	int (*stem)(struct SN_env *z); /* negative: no memory */
};

#define STEMMER(name)                                                          \
	struct SN_env *name##_UTF_8_create_env(void);                          \
	void name##_UTF_8_close_env(struct SN_env *z);                         \
	int name##_UTF_8_stem(struct SN_env *z)

STEMMER(spanish);
STEMMER(english);
STEMMER(french);
STEMMER(portuguese);

#define FUNCTIONS(name)                                                        \
	name##_UTF_8_create_env, name##_UTF_8_close_env, name##_UTF_8_stem

static const struct stemmer_of stemmers[] = {
	{ "spanish", FUNCTIONS(spanish) },
	{ "english", FUNCTIONS(english) },
	{ "french", FUNCTIONS(french) },
	{ "portuguese", FUNCTIONS(portuguese) },
};

struct snowball {
	const struct stemmer_of *of;
	struct SN_env *z;
};

struct snowball *
snowball_new(const char *name)
{
	struct snowball *s = NULL;

	for (size_t i = 0; i < COUNT_OF(stemmers); i++)
		if (strcmp(stemmers[i].name, name) == 0) {
			s = xcalloc(1, sizeof *s);
			s->of = &stemmers[i];
			s->z = s->of->open();
		}
	if (s != NULL && s->z == NULL) {
		free(s);
		s = NULL;
	}
	return s;
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

#else /* all of them, in the shared library */

struct snowball {
	struct sb_stemmer *stemmer;
};

struct snowball *
snowball_new(const char *name)
{
	struct snowball *s = xcalloc(1, sizeof *s);

	s->stemmer = sb_stemmer_new(name, NULL);
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

/*
 * Reading the words of a channel.
 */
#include <config.h>

#include "catalog/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_words.h"
#include "catalog/schema.h"

const struct statement_text catalog_vocabulary_statements[] = {
	{ ST_SYNONYMS, "SELECT word,formal FROM synonym WHERE lang=?1"
		       " ORDER BY word,formal" },
	{ ST_COUNT, NULL },
};

/* Words of TEXT, folded, a blank between them. */
static const char *
folded_words(const char *text, struct arena *keep, struct arena *scratch)
{
	struct word_list words = { 0 };
	const char *all = "";

	catalog_words(text, &words, scratch);
	for (size_t i = 0; i < words.count; i++)
		all = arena_printf(scratch, "%s%s%s", all, i > 0 ? " " : "",
		    words.words[i].folded);
	return arena_strdup(keep, all);
}

static void
add_synonym(struct vocabulary *v, struct stemmer *stemmer, const char *word,
    const char *formal, struct arena *scratch)
{
	struct word_list said = { 0 };
	struct synonym s = { .count = 0 };

	catalog_words(word, &said, scratch);
	if (said.count == 0 || said.count > SYNONYM_WORDS_MAX)
		return;
	for (; s.count < said.count; s.count++) {
		char stem[STEM_MAX + 1];

		stemmer_stem(stemmer, said.words[s.count].folded, stem);
		s.said[s.count] = arena_strdup(v->arena, stem);
	}
	s.formal = folded_words(formal, v->arena, scratch);
	if (s.formal[0] == '\0')
		return;
	if (v->synonym_count == v->synonym_room) {
		struct synonym *old = v->synonyms;

		v->synonym_room = 2 * v->synonym_room + 64;
		v->synonyms = arena_array(v->arena, v->synonym_room, sizeof s);
		if (old != NULL)
			memcpy(v->synonyms, old, v->synonym_count * sizeof s);
	}
	v->synonyms[v->synonym_count++] = s;
}

static int
load_synonyms(struct vocabulary *v, const struct channel *ch,
    const char *lang, struct err *e)
{
	struct stemmer *stemmer = stemmer_new(lang);
	struct arena *scratch = arena_new();
	struct query q;
	int rc = 0;

	query_begin(&q, ch, ST_SYNONYMS);
	query_text(&q, 1, lang);
	while (query_row(&q)) {
		add_synonym(v, stemmer, query_get(&q, 0, scratch),
		    query_get(&q, 1, scratch), scratch);
		arena_reset(scratch);
	}
	rc = query_end(&q, e);
	arena_free(scratch);
	stemmer_free(stemmer);
	return rc;
}

int
catalog_vocabulary(struct catalog *c, size_t channel, size_t language,
    const struct vocabulary **out, struct err *e)
{
	struct channel *ch = &c->channels[channel];
	const char *lang = schema_languages()[language];
	struct vocabulary *v = NULL;

	*out = ch->vocabularies[language];
	if (*out != NULL)
		return 0;
	v = xcalloc(1, sizeof *v);
	v->arena = arena_new();
	if (lexicon_load(&v->lexicon, ch->db, lang, e) < 0 ||
	    load_synonyms(v, ch, lang, e) < 0) {
		vocabulary_free(v);
		return -1;
	}
	ch->vocabularies[language] = v;
	*out = v;
	return 0;
}

void
vocabulary_free(struct vocabulary *v)
{
	if (v == NULL)
		return;
	lexicon_fini(&v->lexicon);
	arena_free(v->arena);
	free(v);
}

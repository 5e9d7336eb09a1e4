/*
 * What may have been meant: words of the lexicons that are written or that
 * sound like one that is in none of them; words that were written as one.
 */
#include <config.h>

#include "catalog/search_plan.h"

#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "text/edit.h"
#include "text/lang.h"
#include "text/sound.h"

#define LETTER 10      /* penalty of a letter */
#define SAME_SOUND 3   /* of another spelling of the same sound */
#define FIRST_LETTER 3 /* more, when it is the first one */
#define OTHER_LANGUAGE 5 /* more, for a word of another than was asked */
#define UNFINISHED 4   /* more, for the beginning of a longer word */
#define WORD_MIN 3     /* letters; shorter words are not guessed at */
#define UNFINISHED_MIN 5
#define SOUNDS_MIN 3  /* that a word must have to be known by them */
#define SOUNDS_MANY 5 /* of which one may be another */
#define LATE 6 /* more than the best one: no more meant */
#define PART_MIN 3 /* letters of a word that was written with another */
#define PARTS_MAX 4 /* words that were written as one */

/* The word that is compared with all others. */
struct comparing {
	const char *word;
	size_t len;
	bool open;
	unsigned most; /* penalty */
	struct edit letters;
	struct edit sounds;
	char sound[LEXICON_WORD_MAX];
	size_t sound_len;
	enum sound_ear ear;
};

/* How much a word of LEN letters may be off. */
static unsigned
penalty_allowed(size_t len)
{
	return len < 4 ? SAME_SOUND :
	    len < 6    ? LETTER + FIRST_LETTER :
	    len < 8    ? LETTER + FIRST_LETTER + SAME_SOUND :
			 2 * LETTER + SAME_SOUND;
}

static void
begin(struct comparing *c, const char *word, bool open, const char *lang)
{
	c->word = word;
	c->len = strlen(word);
	c->open = open && c->len >= UNFINISHED_MIN;
	c->most = penalty_allowed(c->len);
	c->ear = lang_of(lang)->ear;
	c->sound_len = sound_of(
	    c->sound, sizeof c->sound, word, c->len, c->ear);
	edit_begin(&c->letters, word, c->len);
	edit_begin(&c->sounds, c->sound, c->sound_len);
}

/* How far the sounds of W are from those of the word. */
static unsigned
sound_penalty(struct comparing *c, const struct lexicon_word *w)
{
	char sound[LEXICON_WORD_MAX];
	size_t len = sound_of(sound, sizeof sound, w->text, w->len, c->ear);
	size_t common = 0;
	unsigned away;

	while (common < len && common < c->sounds.depth &&
	    c->sounds.pushed[common] == sound[common])
		common++;
	edit_keep(&c->sounds, common);
	for (size_t i = common; i < len; i++)
		(void)edit_push(&c->sounds, sound[i]);
	away = LETTER * edit_distance(&c->sounds);
	if (c->open && UNFINISHED + LETTER * edit_prefix_distance(&c->sounds) <
			   away)
		away = UNFINISHED + LETTER * edit_prefix_distance(&c->sounds);
	if (c->sound_len < SOUNDS_MIN ||
	    (away >= LETTER && c->sound_len < SOUNDS_MANY))
		return UINT_MAX;
	return SAME_SOUND + away;
}

/* How far W, whose letters are pushed, is from the word. */
static unsigned
penalty_of(struct comparing *c, const struct lexicon_word *w)
{
	unsigned first = w->text[0] != c->word[0] ? FIRST_LETTER : 0;
	unsigned letters = LETTER * edit_distance(&c->letters) + first;
	unsigned sounds = sound_penalty(c, w);

	if (c->open) {
		unsigned begun = UNFINISHED + first +
		    LETTER * edit_prefix_distance(&c->letters);

		if (begun < letters)
			letters = begun;
	}
	return letters < sounds ? letters : sounds;
}

static bool
is_likelier(const struct near_word *a, const struct near_word *b)
{
	if (a->penalty != b->penalty)
		return a->penalty < b->penalty;
	if (a->language != b->language)
		return a->language < b->language;
	return a->entries > b->entries;
}

/* Each text of a language once. */
size_t
search_keep_near(struct near_word out[NEAR_MAX], size_t count,
    const struct near_word *one, struct arena *a)
{
	size_t at = count;

	for (size_t i = 0; i < count; i++)
		if (out[i].language == one->language &&
		    strcmp(out[i].text, one->text) == 0)
			return count;
	while (at > 0 && is_likelier(one, &out[at - 1]))
		at--;
	if (at == NEAR_MAX)
		return count;
	if (count < NEAR_MAX)
		count++;
	for (size_t i = count - 1; i > at; i--)
		out[i] = out[i - 1];
	out[at] = *one;
	out[at].text = arena_strdup(a, one->text);
	return count;
}

/* All words of one lexicon; those that begin hopelessly are skipped, and
 * numbers, for nobody means another one. */
static size_t
compare_all(struct near_word out[NEAR_MAX], size_t count, struct comparing *c,
    const struct vocabulary *v, size_t language, struct asked *q)
{
	const struct lexicon_word *w = NULL;
	struct vocabulary_range r;

	edit_keep(&c->letters, 0);
	vocabulary_begin(&r, v, VOCABULARY_FIRST, &q->work);
	while ((w = vocabulary_next(&r)) != NULL &&
	    search_work_pay(&q->work, SEARCH_WORK_COMPARE)) {
		struct near_word one = { w->text, language, 0, w->entries,
			false };

		edit_keep(&c->letters, w->shared);
		for (size_t i = c->letters.depth; i < w->len; i++)
			(void)edit_push(&c->letters, w->text[i]);
		if (w->len + 3 < c->len || w->len < 2 ||
		    !catalog_has_letter(w->text))
			continue;
		if (!c->open && w->len > c->len + 4)
			continue;
		one.penalty = penalty_of(c, w);
		if (one.penalty == 0 || one.penalty > c->most)
			continue;
		one.penalty += language > 0 ? OTHER_LANGUAGE : 0;
		count = search_keep_near(out, count, &one, q->a);
	}
	vocabulary_end(&r);
	return count;
}

/* Words of the first LANGUAGES lexicons near WORD, the likeliest first. */
static size_t
near(struct near_word out[NEAR_MAX], struct asked *q, size_t languages,
    const char *word, bool open)
{
	struct comparing *c = arena_zero(q->a, sizeof *c);
	size_t count = 0;

	if (utf8_length(word) < WORD_MIN || strlen(word) > LEXICON_WORD_MAX ||
	    strpbrk(word, "0123456789") != NULL)
		return 0;
	for (size_t n = 0; n < languages; n++) {
		begin(c, word, open, q->languages[n].code);
		for (size_t i = 0; i < q->languages[n].count; i++)
			count = compare_all(out, count, c,
			    q->languages[n].channels[i], n, q);
	}
	while (count > 1 && out[count - 1].penalty > out[0].penalty + LATE)
		count--;
	return count;
}

bool
search_is_word_of(struct asked *q, size_t n, const char *word, bool open)
{
	size_t len = strlen(word) + (open ? 0 : 1);
	bool found = false;

	for (size_t i = 0; i < q->languages[n].count && !found; i++) {
		const struct lexicon_word *w = NULL;
		struct vocabulary_range r;

		vocabulary_begin(
		    &r, q->languages[n].channels[i], word, &q->work);
		w = vocabulary_next(&r);
		found = w != NULL && strncmp(w->text, word, len) == 0;
		vocabulary_end(&r);
	}
	return found;
}

bool
search_is_word(struct asked *q, const char *word, bool open)
{
	for (size_t n = 0; n < q->language_count; n++)
		if (search_is_word_of(q, n, word, open))
			return true;
	return false;
}

/* May the LEN bytes at TEXT be a word among those that were written as one? */
static bool
is_part(struct asked *q, const char *text, size_t len)
{
	const char *part = arena_strndup(q->a, text, len);

	if (len >= PART_MIN && len <= LEXICON_WORD_MAX)
		return search_is_word(q, part, false);
	return len == PART_MIN - 1 && catalog_is_stop_word(part, q->lang);
}

/*
 * "hojadevida": the fewest words that it may be made of.  LAST[n] is where the
 * last word of its first N letters begins, PARTS[n] how many they are.
 */
static bool
split(struct wanted_list *out, struct asked *q, const struct wanted *w)
{
	size_t len = strlen(w->folded);
	size_t *last = arena_array(q->a, len + 1, sizeof *last);
	size_t *parts = arena_array(q->a, len + 1, sizeof *parts);
	size_t at = len;

	for (size_t end = 1; end <= len; end++) {
		parts[end] = PARTS_MAX + 1;
		for (size_t start = 0; start < end; start++)
			if (parts[start] + 1 < parts[end] &&
			    is_part(q, w->folded + start, end - start)) {
				parts[end] = parts[start] + 1;
				last[end] = start;
			}
	}
	if (len == 0 || parts[len] > PARTS_MAX ||
	    out->count + parts[len] > SEARCH_WORDS_MAX)
		return false;
	out->count += parts[len];
	for (size_t i = out->count; at > 0; at = last[at])
		out->words[--i] = (struct wanted){ .folded = arena_strndup(q->a,
						       w->folded + last[at],
						       at - last[at]),
			.open = w->open && at == len };
	return true;
}

/* Bits: words that no group of the plan knows. */
static unsigned
unknown_words(const struct asked *q, const struct search_plan *p, bool harder)
{
	unsigned groups = 0;
	unsigned words = 0;
	size_t languages = harder ? 1 : q->language_count;

	for (size_t n = 0; n < languages; n++)
		groups |= p->terms[n].groups;
	for (size_t g = 0; g < p->groups; g++)
		if (!(groups & 1u << g))
			words |= ((1u << p->words[g]) - 1) << p->first[g];
	return words;
}

/* What W is near to: a word of the asked language, if there is one. */
static const char *
likeliest(const struct wanted *w)
{
	for (size_t i = 0; i < w->near_count; i++)
		if (w->near[i].language == 0)
			return w->near[i].text;
	return w->near[0].text;
}

/* WORD as it may have been meant, with the other ways to read it. */
static bool
correct(struct wanted_list *out, struct asked *q, const struct wanted *w)
{
	struct wanted *fixed = &out->words[out->count];

	*fixed = (struct wanted){ .folded = w->folded };
	fixed->near_count =
	    near(fixed->near, q, q->language_count, w->folded, w->open);
	if (fixed->near_count == 0)
		return split(out, q, w);
	if (!search_is_word(q, w->folded, false)) /* it may be just that */
		fixed->folded = likeliest(fixed);
	out->count++;
	return true;
}

/* A word that only another language knows, with those of the asked one that are
 * near it: who writes Creole as French writes words of English. */
static bool
add_own(struct wanted_list *out, struct asked *q, const struct wanted *w)
{
	struct wanted *both = &out->words[out->count];

	*both = *w;
	both->near_count = near(both->near, q, 1, w->folded, w->open);
	out->count += both->near_count > 0;
	return both->near_count > 0;
}

bool
search_correct(struct wanted_list *out, struct asked *q,
    const struct wanted_list *words, const struct search_plan *p, bool harder)
{
	unsigned unknown = unknown_words(q, p, harder);
	unsigned foreign = unknown_words(q, p, true);
	bool changed = false;

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < words->count && out->count < SEARCH_WORDS_MAX;
	     i++) {
		if ((unknown & 1u << i) && correct(out, q, &words->words[i]))
			changed = true;
		else if (!harder && (foreign & 1u << i) &&
		    add_own(out, q, &words->words[i]))
			changed = true;
		else
			out->words[out->count++] = words->words[i];
	}
	return changed;
}

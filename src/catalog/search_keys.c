/*
 * Words typed on the keys of a telephone, one press a letter: the lexicons say
 * which ones begin so.
 */
#include <config.h>

#include "catalog/search_plan.h"

#include <string.h>

#include "text/keypad.h"

#define KEYS_WORD 0 /* penalty of a word or its beginning */
#define KEYS_STOP 6 /* "para", while it may still become "pasaporte" */

/* Is KEYS, of LEN keys, what WORD begins with? */
static bool
begins_with(const char *word, const char *keys, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (keypad_digit(word[i]) != keys[i])
			return false;
	return true;
}

/* What the words of one lexicon that begin with LETTER (or a digit, as "2a")
 * begin with that KEYS may mean; words with one beginning follow each other,
 * and are counted together. */
static size_t
find_beginnings(struct near_word out[NEAR_MAX], size_t count,
    const struct vocabulary *v, char letter, const struct wanted *w,
    size_t language, struct asked *q)
{
	const char *lang = q->languages[language].code;
	const char from[2] = { letter, '\0' };
	size_t len = strlen(w->folded);
	struct near_word one = { "", language, KEYS_WORD, 0, w->open };
	char text[LEXICON_WORD_MAX + 1] = "";
	const struct lexicon_word *x = NULL;
	struct vocabulary_range r;

	vocabulary_begin(&r, v, from, &q->work);
	while ((x = vocabulary_next(&r)) != NULL && x->text[0] == letter) {
		if (x->len < len || (x->len > len && !w->open) ||
		    !catalog_has_letter(x->text) ||
		    !begins_with(x->text, w->folded, len))
			continue;
		if (strncmp(text, x->text, len) != 0) {
			if (text[0] != '\0')
				count = search_keep_near(
				    out, count, &one, q->a);
			memcpy(text, x->text, len);
			text[len] = '\0';
			one.text = text;
			one.penalty = w->open &&
				catalog_is_stop_word(text, lang) ?
				    KEYS_STOP :
				    KEYS_WORD;
			one.entries = 0;
		}
		one.entries += x->entries;
	}
	vocabulary_end(&r);
	return text[0] == '\0' ? count :
				 search_keep_near(out, count, &one, q->a);
}

static void
resolve(struct wanted *w, struct asked *q)
{
	struct near_word found[NEAR_MAX];
	size_t count = 0;

	if (strlen(w->folded) > LEXICON_WORD_MAX)
		return;
	for (size_t n = 0; n < q->language_count; n++)
		for (size_t i = 0; i < q->languages[n].count; i++) {
			const struct vocabulary *v =
			    q->languages[n].channels[i];
			const char *letters = keypad_letters(w->folded[0]);

			for (; *letters != '\0'; letters++)
				count = find_beginnings(
				    found, count, v, *letters, w, n, q);
			count = find_beginnings(
			    found, count, v, w->folded[0], w, n, q);
		}
	if (count == 0)
		return;
	w->number = w->folded;
	w->folded = found[0].text;
	w->near_count = count - 1;
	memcpy(w->near, found + 1, (count - 1) * sizeof *found);
}

void
search_resolve_keys(struct wanted_list *words, struct asked *q)
{
	for (size_t i = 0; i < words->count; i++) {
		struct wanted *w = &words->words[i];

		if (w->folded[strspn(w->folded, "0123456789")] == '\0')
			resolve(w, q);
	}
}

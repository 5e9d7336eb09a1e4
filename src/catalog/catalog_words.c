/*
 * Words: how a text is split, and which say nothing.
 */
#include <config.h>

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "base/utf8.h"
#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"
#include "text/fold.h"
#include "text/lang.h"

static bool
is_word_code(uint32_t code)
{
	if (code < 0x80)
		return isalnum((int)code) != 0;
	return uc_is_general_category(code, UC_LETTER) ||
	       uc_is_general_category(code, UC_NUMBER) ||
	       uc_is_general_category(code, UC_MARK);
}

/* Is what stands at *TEXT, which moves behind it, part of a word? */
static bool
take_code(const char **text)
{
	if ((unsigned char)**text < 0x80)
		return isalnum((unsigned char)*(*text)++) != 0;
	return is_word_code(utf8_next(text));
}

/* Printable, with ends of line: nothing to put right. */
static bool
is_ascii(const char *text)
{
	while ((*text >= ' ' && *text < 0x7F) || *text == '\n')
		text++;
	return *text == '\0';
}

/* TEXT in normal form C, without malformed bytes; in A. */
static const char *
composed(const char *text, struct arena *a)
{
	char *safe = NULL;
	size_t len = 0;
	uint8_t *normal = NULL;
	const char *copy = "";

	if (is_ascii(text))
		return text;
	safe = utf8_made_safe(text, true);
	normal = u8_normalize(
	    UNINORM_NFC, (const uint8_t *)safe, strlen(safe), NULL, &len);
	if (normal != NULL)
		copy = arena_strndup(a, (const char *)normal, len);
	free(normal);
	free(safe);
	return copy;
}

bool
catalog_next_word(const char **text, const char **word)
{
	const char *next = *text;

	do
		*word = next;
	while (*next != '\0' && !take_code(&next));
	do
		*text = next;
	while (*next != '\0' && take_code(&next));
	return *text > *word;
}

/* The next word of *TEXT into *OUT; false at the end. */
static bool
next_word(const char **text, struct word *out, struct arena *a)
{
	const char *before = *text;
	const char *start = NULL;
	size_t between;

	if (!catalog_next_word(text, &start))
		return false;
	between = (size_t)(start - before);
	out->glued = memchr(before, ' ', between) == NULL &&
	    memchr(before, '\n', between) == NULL;
	out->raw = arena_strndup(a, start, (size_t)(*text - start));
	out->folded = fold_text(out->raw, a);
	return true;
}

void
catalog_words(const char *text, struct word_list *out, struct arena *a)
{
	const char *p = composed(text, a);
	struct word word = { 0 };
	size_t room = 0;

	out->words = NULL;
	out->count = 0;
	out->open = false;
	while (next_word(&p, &word, a)) {
		if (out->count == room) {
			struct word *old = out->words;

			room = room > 0 ? 2 * room : 16;
			out->words = arena_array(a, room, sizeof word);
			if (old != NULL)
				memcpy(
				    out->words, old, out->count * sizeof word);
		}
		word.glued = word.glued && out->count > 0;
		out->words[out->count++] = word;
		out->open = *p == '\0';
	}
}

static bool
has_digit(const char *word)
{
	return strpbrk(word, "0123456789") != NULL;
}

/* A letter, or a number of one or two digits: part of "h 2 a". */
static bool
is_code_part(const char *word)
{
	size_t len = strlen(word);

	return len == 1 || (len == 2 && has_digit(word));
}

size_t
catalog_code_length(const struct word *at, size_t count)
{
	bool digit = count > 0 && has_digit(at->folded);
	size_t n = 1;

	for (; n < count; n++) {
		if (!at[n].glued && !(is_code_part(at[n].folded) &&
					is_code_part(at[n - 1].folded)))
			break;
		digit = digit || has_digit(at[n].folded);
	}
	return digit ? n : 0;
}

const char *
catalog_phrase(const char *words, size_t most, struct arena *a)
{
	char *all = arena_printf(a, " %s", words);
	size_t len = strlen(all);

	while (len > most) {
		while (all[--len] != ' ')
			;
		all[len] = '\0';
	}
	return all;
}

bool
catalog_has_letter(const char *word)
{
	return strspn(word, "0123456789") < strlen(word);
}

bool
catalog_is_stop_word(const char *folded, const char *lang)
{
	char *word = xasprintf(" %s ", folded);
	bool found = strstr(lang_of(lang)->stop_words, word) != NULL;

	free(word);
	return found;
}

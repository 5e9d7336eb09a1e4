/*
 * Words: how a text is split, and which say nothing.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>

#include "base/utf8.h"
#include "catalog/catalog_internal.h"
#include "catalog/catalog_words.h"
#include "text/fold.h"

static bool
is_word_code(uint32_t code)
{
	return uc_is_general_category(code, UC_LETTER) ||
	       uc_is_general_category(code, UC_NUMBER) ||
	       uc_is_general_category(code, UC_MARK);
}

/* TEXT in normal form C, without malformed bytes; in A. */
static const char *
composed(const char *text, struct arena *a)
{
	char *safe = utf8_made_safe(text, true);
	size_t len = 0;
	uint8_t *normal = u8_normalize(
	    UNINORM_NFC, (const uint8_t *)safe, strlen(safe), NULL, &len);
	const char *copy =
	    normal == NULL ? "" : arena_strndup(a, (const char *)normal, len);

	free(normal);
	free(safe);
	return copy;
}

/* The next word of *TEXT into *OUT; false at the end. */
static bool
next_word(const char **text, struct word *out, struct arena *a)
{
	const char *start = NULL;
	const char *next = *text;
	uint32_t code;

	out->glued = true;
	for (;;) {
		*text = next;
		code = utf8_next(&next);
		if (code == 0)
			return false;
		if (is_word_code(code))
			break;
		if (code == ' ' || code == '\n')
			out->glued = false;
	}
	start = *text;
	while (code != 0 && is_word_code(code)) {
		*text = next;
		code = utf8_next(&next);
	}
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

bool
catalog_is_stop_word(const char *folded, const char *lang)
{
	static const struct {
		const char *lang;
		const char *words;
	} tables[] = {
		{ "es", " a al como con cual cuando de del donde e el ella en "
			"es esta este la las le lo los me mi mis no o para "
			"por que quien se si sin son su sus te tu un una y "
			"yo " },
		{ "en", " a an and are as at be by can do for from how i if "
			"in is it me my not of on or the their they to was "
			"what when where which who with you your " },
		{ "fr", " a au aux avec ce ces comme dans de des du elle en "
			"est et il je la le les leur ma mes mon ne ou par "
			"pas pour qu que qui sa se ses son sur un une vous " },
		{ "pt", " a ao aos as com como da das de do dos e ela em "
			"essa este eu meu minha na nas nao no nos o os ou "
			"para pela pelo por quando que quem se sem seu sua "
			"um uma " },
		{ "ht", " a ak an ane ap e epi fe gen ki kote kou la le li "
			"mwen nan nou ou pa pou sa se si sou te ti yo yon " },
	};
	char *word = NULL;
	bool found = false;

	for (size_t i = 0; i < COUNT_OF(tables); i++)
		if (strcmp(tables[i].lang, lang) == 0) {
			word = xasprintf(" %s ", folded);
			found = strstr(tables[i].words, word) != NULL;
			free(word);
		}
	return found;
}

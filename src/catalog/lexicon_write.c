/*
 * Writing a lexicon.
 */
#include <config.h>

#include "catalog/lexicon.h"

#include <string.h>

#define RUN 16 /* words */
#define HALF 15u
#define WORD_SPACE 200 /* bytes that a word needs at most, without its list */

static void
put_pair(struct buffer *out, size_t first, size_t second)
{
	uint8_t all[3] = { (uint8_t)((first < HALF ? first : HALF) << 4 |
		(second < HALF ? second : HALF)) };
	size_t len = 1;

	if (first >= HALF)
		all[len++] = (uint8_t)first;
	if (second >= HALF)
		all[len++] = (uint8_t)second;
	buffer_add(out, all, len);
}

static size_t
common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] != '\0' && a[n] == b[n])
		n++;
	return n;
}

static size_t
part_length(const struct lexicon_part *p)
{
	return 2 + p->runs.len + p->words.len;
}

bool
lexicon_put(struct lexicon_part *p, const struct lexicon_word *word)
{
	size_t shared = 0;
	size_t kept = common(word->text, word->stem);

	if (part_length(p) + WORD_SPACE + word->list.here.len >
	    LEXICON_PART_MAX)
		return false;
	if (p->count++ % RUN == 0)
		buffer_add_u16(&p->runs, (uint16_t)p->words.len);
	else
		shared = common(p->last.text, word->text);
	put_pair(&p->words, shared, word->len - shared);
	buffer_add_text(&p->words, word->text + shared);
	put_pair(&p->words, word->len - kept, strlen(word->stem) - kept);
	buffer_add_text(&p->words, word->stem + kept);
	buffer_add_number(&p->words, word->entries);
	if (word->entries > 0) {
		buffer_add_number(&p->words, (uint32_t)word->list.here.len);
		if (word->list.here.len > 0)
			buffer_add(&p->words, word->list.here.at,
			    word->list.here.len);
		else {
			buffer_add_number(&p->words, word->list.row);
			buffer_add_number(&p->words, word->list.parts);
		}
	}
	p->last = *word;
	return true;
}

void
lexicon_end(struct lexicon_part *p, struct buffer *out)
{
	size_t start = 2 + p->runs.len;

	buffer_add_u16(out, (uint16_t)(p->runs.len / 2));
	for (size_t i = 0; i + 1 < p->runs.len; i += 2)
		buffer_add_u16(out, (uint16_t)(start +
		    (p->runs.at[i] | p->runs.at[i + 1] << 8)));
	buffer_add(out, p->words.at, p->words.len);
	p->words.len = 0;
	p->runs.len = 0;
	p->count = 0;
}

void
lexicon_part_fini(struct lexicon_part *p)
{
	buffer_fini(&p->words);
	buffer_fini(&p->runs);
}

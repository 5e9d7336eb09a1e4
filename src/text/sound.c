/*
 * Sounds by rules: what a letter is heard as, given those around it.
 */
#include <config.h>

#include "text/sound.h"

#include <stdbool.h>
#include <string.h>

/* The letters left to read, and what was read last; 0 where there is none. */
struct at {
	const char *p;
	size_t left;
	char before;
};

static char
peek(const struct at *a, size_t n)
{
	return n < a->left ? a->p[n] : '\0';
}

static bool
is_soft(char next)
{
	return next == 'e' || next == 'i' || next == 'y';
}

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiouy", c) != NULL;
}

/* How the letter at A sounds, 0 for not at all; *USED letters are read. */
static char
iberian(const struct at *a, size_t *used)
{
	char next = peek(a, 1);

	*used = 1;
	switch (a->p[0]) {
	case 'h':
		return 0;
	case 'c':
		if (next == 'h') {
			*used = 2;
			return 'x';
		}
		return is_soft(next) ? 's' : 'k';
	case 'q':
		*used = next == 'u' ? 2 : 1;
		return 'k';
	case 'p':
		*used = next == 'h' ? 2 : 1;
		return next == 'h' ? 'f' : 'p';
	case 'g':
		if (next == 'u' && is_soft(peek(a, 2)))
			*used = 2;
		return is_soft(next) ? 'j' : 'g';
	case 'l':
		*used = next == 'l' ? 2 : 1;
		return next == 'l' ? 'i' : 'l';
	case 'm':
		return next == 'b' || next == 'p' ? 'n' : 'm';
	case 'x':
	case 'z':
		return 's';
	case 'v':
		return 'b';
	case 'w':
		return 'u';
	case 'y':
		return 'i';
	default:
		return a->p[0];
	}
}

/* Several letters that are heard as one; the longer ones first. */
static const struct {
	const char *letters;
	char sound;
} together[] = {
	{ "eau", 'o' },
	{ "aill", 'Y' },
	{ "ail", 'Y' },
	{ "ay", 'Y' },
	{ "eill", 'E' },
	{ "eil", 'E' },
	{ "ey", 'E' },
	{ "tion", 'S' }, /* "sion", "syon" */
	{ "sion", 'S' },
	{ "syon", 'S' },
	{ "ph", 'f' },
	{ "ch", 'C' },
	{ "qu", 'k' },
	{ "ou", 'u' },
	{ "au", 'o' },
	{ "roi", 'W' }, /* "wa" */
	{ "oi", 'W' },
	{ "wa", 'W' },
	{ "ai", 'e' },
	{ "ei", 'e' },
	{ "gn", 'N' },
	{ "th", 't' },
	{ "ill", 'i' },
	{ "dj", 'j' },
	{ "ge", 'j' },
	{ "gi", 'j' },
};

/* Letters that French writes at the end of a word and nobody says. */
static bool
is_silent_end(const struct at *a)
{
	return a->left == 1 && a->before != '\0' &&
	    strchr("estxpz", a->p[0]) != NULL &&
	    !(a->p[0] == 'e' && !is_vowel(a->before) && a->before == 'l');
}

/* Are NEXT and what is BEHIND it no sound of their own, but one with the vowel
 * before? */
static bool
is_nasal(char next, char behind)
{
	return (next == 'n' || next == 'm') && behind != next &&
	    !is_vowel(behind);
}

static char
creole(const struct at *a, size_t *used)
{
	char next = peek(a, 1);

	*used = 1;
	for (size_t i = 0; i < sizeof together / sizeof *together; i++) {
		size_t len = strlen(together[i].letters);

		if (len <= a->left &&
		    memcmp(a->p, together[i].letters, len) == 0) {
			*used = len;
			return together[i].sound;
		}
	}
	if (is_silent_end(a))
		return 0;
	switch (a->p[0]) {
	case 'h':
		return 0;
	case 'c':
		return is_soft(next) ? 's' : 'k';
	case 'q':
		return 'k';
	case 'g':
		return is_soft(next) ? 'j' : 'g';
	case 'x':
	case 'z': /* "mezon", "maison" */
		return 's';
	case 'm':
		return next == 'b' || next == 'p' ? 'n' : 'm';
	case 'r':
		return 'w'; /* "pwoblèm", "problèm" */
	case 'e':
		return next == 'n' || next == 'm' ? 'a' : 'e';
	case 'i': /* "sendika", "syndicat" */
	case 'y':
	case 'u': /* "asirans", "assurance" */
		return is_nasal(next, peek(a, 2)) ? 'a' : 'i';
	default:
		return a->p[0];
	}
}

size_t
sound_of(char *out, size_t room, const char *word, size_t len,
    enum sound_ear ear)
{
	struct at a = { word, len, '\0' };
	size_t count = 0;

	while (a.left > 0 && count < room) {
		size_t used = 1;
		char c = ear == SOUND_IBERIAN ? iberian(&a, &used) :
						creole(&a, &used);

		a.before = a.p[used - 1];
		a.p += used;
		a.left -= used;
		if (c != 0 && (count == 0 || out[count - 1] != c))
			out[count++] = c;
	}
	return count;
}

/*
 * Names: their words, how those sound, and how far they are from each other.
 * Sounds are those of Spanish and Portuguese ears, which is who recruits
 * here; a letter stands for all that sounds like it.
 */
#include <config.h>

#include "catalog/name_match.h"

#include <stdbool.h>
#include <string.h>

#include "catalog/catalog_words.h"
#include "text/edit.h"
#include "text/sound.h"

#define LETTERS_MAX EDIT_MAX /* of a name that are compared */
#define WORDS_MAX 12
#define PREFIX_MIN 3   /* letters that may begin a longer word */
#define PART_MIN 4     /* letters that may stand anywhere in a name */
#define COMMON_WEIGHT 4 /* a word that many names have counts a fourth */

/* A name as it is compared. */
struct sounds {
	char letters[LETTERS_MAX]; /* of all its words, no blanks */
	size_t count;
	char core[LETTERS_MAX]; /* of those that few names have, or of all */
	size_t core_count;
	struct {
		size_t at;
		size_t len;
		bool common;
	} words[WORDS_MAX];
	size_t word_count;
};

/* Said of the form of a company, or saying nothing. */
static const char legal[] =
    " s a c v r l sa sas sac sapi sc sca sadecv cv rl srl sderl ltda ltd"
    " limitada limited inc incorporated llc llp corp corporation corporacion"
    " co cia compania company sociedad anonima responsabilidad capital"
    " variable eirl me epp eireli de del la las los el lo y e and of for the"
    " para en do da dos das du des le les et ";

/* What many of them are called. */
static const char common[] =
    " agencia agencias agency empleo empleos employment trabajo trabajos"
    " laboral laborales labor labour servicio servicios service services"
    " internacional internacionales international reclutamiento reclutadora"
    " reclutadores recruitment recruiting recruiters recruiter personal"
    " staffing consultores consultora consultoria consulting grupo group"
    " recursos humanos resources human colocacion colocaciones talento"
    " global placement agricola farm workers trabajadores ";

static bool
has_word(const char *list, const char *word, size_t len)
{
	const char *p = list;

	while (len > 0 && (p = strstr(p, word)) != NULL) {
		if (p[-1] == ' ' && p[len] == ' ')
			return true;
		p++;
	}
	return false;
}

/* "S.A." is one word, and so is "J M"; from FIRST on, into *END. */
static const char *
glue_letters(const struct word_list *l, size_t first, size_t *end,
    struct arena *a)
{
	const char *glued = "";

	*end = first;
	while (*end < l->count && strlen(l->words[*end].folded) == 1)
		glued = arena_printf(a, "%s%s", glued,
		    l->words[(*end)++].folded);
	if (*end > first)
		return glued;
	*end = first + 1;
	return l->words[first].folded;
}

const char *
name_words(const char *name, struct arena *a)
{
	struct word_list l = { 0 };
	const char *all = "";
	const char *telling = "";

	catalog_words(name, &l, a);
	for (size_t i = 0; i < l.count;) {
		const char *word = glue_letters(&l, i, &i, a);

		all = arena_printf(a, "%s%s%s", all,
		    all[0] == '\0' ? "" : " ", word);
		if (!has_word(legal, word, strlen(word)))
			telling = arena_printf(a, "%s%s%s", telling,
			    telling[0] == '\0' ? "" : " ", word);
	}
	return telling[0] != '\0' ? telling : all;
}

const char *
name_number(const char *text, struct arena *a)
{
	struct word_list l = { 0 };
	const char *number = "";

	catalog_words(text, &l, a);
	for (size_t i = 0; i < l.count; i++)
		number = arena_printf(a, "%s%s", number, l.words[i].folded);
	return strpbrk(number, "0123456789") != NULL ? number : "";
}

/* WORD of LEN letters behind what S has; PLAIN: as it is written. */
static void
add_word(struct sounds *s, const char *word, size_t len, bool plain)
{
	char copy[LETTERS_MAX] = "";
	size_t start = s->count;
	size_t room = LETTERS_MAX - start;

	memcpy(copy, word, len < sizeof copy ? len : sizeof copy - 1);
	if (!plain) {
		s->count += sound_of(
		    s->letters + start, room, word, len, SOUND_IBERIAN);
	} else {
		s->count += len < room ? len : room;
		memcpy(s->letters + start, word, s->count - start);
	}
	if (s->count == start || s->word_count == WORDS_MAX)
		return;
	s->words[s->word_count].at = start;
	s->words[s->word_count].len = s->count - start;
	s->words[s->word_count++].common = has_word(common, copy, len);
}

static void
take_core(struct sounds *s)
{
	s->core_count = 0;
	for (size_t w = 0; w < s->word_count; w++) {
		if (s->words[w].common)
			continue;
		memcpy(s->core + s->core_count, s->letters + s->words[w].at,
		    s->words[w].len);
		s->core_count += s->words[w].len;
	}
	if (s->core_count > 0)
		return;
	memcpy(s->core, s->letters, s->count);
	s->core_count = s->count;
}

static void
sounds_of(struct sounds *s, const char *words, bool plain)
{
	s->count = 0;
	s->word_count = 0;
	while (*words != '\0') {
		size_t len = strcspn(words, " ");

		add_word(s, words, len, plain);
		words += len + strspn(words + len, " ");
	}
	take_core(s);
}

static unsigned
nearness(const char *a, size_t la, const char *b, size_t lb)
{
	size_t longer = la > lb ? la : lb;
	struct edit e;

	if (longer == 0)
		return 0;
	edit_begin(&e, a, la);
	for (size_t i = 0; i < lb; i++)
		(void)edit_push(&e, b[i]);
	return (unsigned)(NAME_SAME -
	    NAME_SAME * edit_distance(&e) / longer);
}

/* How well word W of Q stands somewhere in N. */
static unsigned
best_word(const struct sounds *q, size_t w, const struct sounds *n)
{
	const char *word = q->letters + q->words[w].at;
	size_t len = q->words[w].len;
	unsigned best = 0;

	for (size_t i = 0; i < n->word_count; i++) {
		const char *other = n->letters + n->words[i].at;
		unsigned near = nearness(word, len, other, n->words[i].len);

		/* what is still being typed begins a word */
		if (w + 1 == q->word_count && len >= PREFIX_MIN &&
		    len < n->words[i].len && memcmp(word, other, len) == 0 &&
		    near < NAME_SAME * 9 / 10)
			near = NAME_SAME * 9 / 10;
		if (near > best)
			best = near;
	}
	return best;
}

/* SCORE of a part of LA letters of a name of LB: a whole one is likelier. */
static unsigned
as_part(unsigned score, size_t la, size_t lb)
{
	size_t covered = la < lb ? 100 * la / lb : 100;

	return (unsigned)(score * (85 + covered * 15 / 100) / 100);
}

/* Word for word, in whatever order. */
static unsigned
likeness_of_words(const struct sounds *q, const struct sounds *n)
{
	size_t sum = 0;
	size_t weights = 0;

	for (size_t w = 0; w < q->word_count; w++) {
		size_t weight = q->words[w].len *
		    (q->words[w].common ? 1 : COMMON_WEIGHT);

		sum += weight * best_word(q, w, n);
		weights += weight;
	}
	return weights == 0 ?
		   0 :
		   as_part((unsigned)(sum / weights), q->count, n->count);
}

static bool
stands_in(const struct sounds *q, const struct sounds *n)
{
	for (size_t at = 0; at + q->count <= n->count; at++)
		if (memcmp(n->letters + at, q->letters, q->count) == 0)
			return true;
	return false;
}

static unsigned
likeness(const char *asked, const char *name, bool plain)
{
	struct sounds q;
	struct sounds n;
	unsigned best = 0;
	unsigned other = 0;

	sounds_of(&q, asked, plain);
	sounds_of(&n, name, plain);
	if (q.count == 0 || n.count == 0)
		return 0;
	best = nearness(q.letters, q.count, n.letters, n.count);
	other = nearness(q.core, q.core_count, n.core, n.core_count);
	if (other > best)
		best = as_part(other, q.count, n.count);
	other = likeness_of_words(&q, &n);
	if (other > best)
		best = other;
	other = as_part(NAME_SAME * 9 / 10, q.count, n.count);
	if (q.count >= PART_MIN && other > best && stands_in(&q, &n))
		best = other;
	return best;
}

unsigned
name_likeness(const char *asked, const char *name)
{
	unsigned sound = likeness(asked, name, false);

	/* of two that sound the same, the one that is written so */
	return sound < NAME_LIKE ?
		   sound :
		   (3 * sound + likeness(asked, name, true)) / 4;
}

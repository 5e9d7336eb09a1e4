/*
 * A monkey at the keyboard: random keys, bytes, taps and sizes.  Afterwards
 * silence, and then nothing of what it typed may be in the program's memory.
 */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "catalog/check_score.h"
#include "catalog/option.h"
#include "harness.h"
#include "memory.h"
#include "text/cv.h"
#include "ui/plan.h"
#include "ui/session_list.h"

#define STEPS 2000
#define STEPS_FULL 40000
#define SEED 20261125u

static uint32_t seed = SEED;

static uint32_t
below(uint32_t limit)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % limit;
}

/* MORE of the fixture: "--staff" or "--options"; "" for nothing. */
static struct term *
start(const char *more)
{
	char *program = in_builddir("kiosk-fixture");
	char option[] = "--kiosk";
	char with[16];
	char *argv[] = { program, option, more[0] != '\0' ? with : NULL, NULL };
	struct term *t = NULL;

	snprintf(with, sizeof with, "%s", more);
	t = term_start(&(struct term_setup){ .argv = argv });
	free(program);
	return t;
}

static void
some_key(struct term *t)
{
	static const char *const keys[] = { "0", "1", "2", "3", "4", "5", "6",
		"7", "8", "9", "+", "-", "*", "/", "?", ".", "Up", "Down",
		"Left", "Right", "Enter", "Esc", "Tab", "BackTab", "Home",
		"End", "PageUp", "PageDown", "Backspace", "F1", "F2", "F3",
		"F4", "F10", "a", "v", "ñ", "\x03", "\x1a", "\x1c", "\x13" };

	term_key(t, keys[below(COUNT_OF(keys))]);
}

static void
some_bytes(struct term *t)
{
	char raw[32];
	size_t len = 1 + below(sizeof raw);

	for (size_t i = 0; i < len; i++)
		raw[i] = (char)below(256);
	term_bytes(t, raw, len);
}

static void
some_tap(struct term *t)
{
	char raw[64];
	unsigned x = 1 + below(140);
	unsigned y = 1 + below(50);
	int len = snprintf(raw, sizeof raw, "\033[<0;%u;%uM\033[<0;%u;%um", x,
	    y, x, y);

	term_advance(t, TERM_STEP_MS);
	term_bytes(t, raw, (size_t)len);
}

static void
some_size(struct term *t)
{
	static const struct {
		int width, height;
	} sizes[] = { { 80, 25 }, { 40, 15 }, { 132, 43 }, { 80, 22 },
		{ 39, 14 }, { 1, 1 }, { 20, 5 }, { 70, 15 }, { 500, 200 },
		{ 69, 60 } };
	size_t i = below(COUNT_OF(sizes));

	term_resize(t, sizes[i].width, sizes[i].height);
}

/* By chance it never finds the PIN: it is let in. */
static void
some_door(struct term *t)
{
	term_keys(t, "F10 0 9 1 2 3 4 5 6 Enter");
}

static void
go_wild(struct term *t, unsigned steps, bool staff)
{
	for (unsigned i = 0; i < steps && term_alive(t); i++) {
		uint32_t what = below(100);

		if (staff && below(20) == 0)
			some_door(t);

		if (what < 80)
			some_key(t);
		else if (what < 88)
			some_bytes(t);
		else if (what < 94)
			some_tap(t);
		else if (what < 98)
			some_size(t);
		else
			term_advance(t, below(140) * 1000u);
	}
}

static bool
on_first_screen(struct term *t)
{
	return term_has(t, "Kreyòl ayisyen");
}

static void
a_monkey_cannot_break_it(bool staff)
{
	struct term *t = start(staff ? "--staff" : "--options");
	bool full = getenv("VEREDA_CHECK_FULL") != NULL;
	/* where sanitizers make each step slow */
	bool light = getenv("VEREDA_CHECK_LIGHT") != NULL;

	go_wild(t, full ? STEPS_FULL : light ? STEPS / 4 : STEPS, staff);
	ok(term_alive(t), "the program outlives a monkey%s (seed %u)",
	    staff ? " among the staff" : "", SEED);
	term_resize(t, 80, 25);
	term_advance(t, 1000); /* whatever sequence was open is over */
	term_advance(t, 700000); /* it may have asked for more time */
	term_advance(t, 700000);
	ok(on_first_screen(t), "then silence leads to the first screen");
	term_key(t, "1");
	ok(!on_first_screen(t), "and the next person can begin");
	term_free(t);
}

/* --- what is left in memory --- */

static bool
holds(const char *memory, size_t len, const void *what, size_t what_len)
{
	return memmem(memory, len, what, what_len) != NULL;
}

/* Something that was typed, in the forms in which it may lie in memory. */
struct traces {
	char text[32];
	wchar_t wide[32];
	uint64_t cells[32]; /* of our surface */
	struct {
		const char *as;
		const void *at;
		size_t len;
	} forms[3];
	size_t count;
};

static void
add_form(struct traces *tr, const char *as, const void *at, size_t len)
{
	tr->forms[tr->count].as = as;
	tr->forms[tr->count].at = at;
	tr->forms[tr->count++].len = len;
}

static void
make_traces(struct traces *tr, const char *word)
{
	size_t len = strlen(word);

	memset(tr, 0, sizeof *tr);
	snprintf(tr->text, sizeof tr->text, "%s", word);
	for (size_t i = 0; i < len; i++) {
		tr->wide[i] = (wchar_t)word[i];
		tr->cells[i] = (uint64_t)word[i] |
		    (uint64_t)ROLE_FIELD << 32;
	}
	add_form(tr, "text", tr->text, len);
	add_form(tr, "wide", tr->wide, len * sizeof(wchar_t));
	add_form(tr, "cells", tr->cells, len * sizeof(uint64_t) - 3);
}

/* The answers to a check, a digit each, as the session has them and as they
 * are handed around. */
static void
make_answers(struct traces *tr, const char *digits)
{
	memset(tr, 0, sizeof *tr);
	for (size_t i = 0; digits[i] != '\0'; i++) {
		tr->text[i] = (char)(digits[i] - '0');
		tr->wide[i] = digits[i] - '0';
	}
	/* with the zeros of the questions that there are not */
	add_form(tr, "bytes", tr->text, CHECK_QUESTIONS_MAX);
	add_form(tr, "numbers", tr->wide,
	    CHECK_QUESTIONS_MAX * sizeof tr->wide[0]);
}

static unsigned
count_traces(const void *what, const char *memory, size_t len,
    const char *where)
{
	const struct traces *tr = what;
	unsigned found = 0;

	for (size_t i = 0; i < tr->count; i++) {
		if (!holds(memory, len, tr->forms[i].at, tr->forms[i].len))
			continue;
		printf("# as %s in %s", tr->forms[i].as, where);
		found++;
	}
	return found;
}

/* A piece of a session, as it lies there. */
struct piece {
	const char *name;
	const void *at;
	size_t len;
};

static unsigned
count_pieces(const void *what, const char *memory, size_t len,
    const char *where)
{
	const struct piece *p = what;
	bool found = holds(memory, len, p->at, p->len);

	if (found)
		printf("# %s in %s", p->name, where);
	return found;
}

/* -1: it cannot be searched; sanitizers keep for long what was freed. */
static int
search(struct term *t, memory_counter *count, const void *what)
{
	return ADDRESS_SANITIZER ? -1
				 : memory_search(term_pid(t), count, what);
}

static void
type_word(struct term *t, const char *word)
{
	for (const char *c = word; *c != '\0'; c++)
		term_bytes(t, c, 1);
}

static void
nothing_of_a_search_is_left(const char *how, const char *keys,
    uint64_t silence)
{
	struct term *t = start("");
	struct traces tr;
	int before, after;

	make_traces(&tr, "xolotlqueretaro");
	term_keys(t, "1 /");
	type_word(t, tr.text);
	ok(term_has(t, tr.text), "a word is typed");
	before = search(t, count_traces, &tr);
	if (before < 0) {
		ok(true, "memory # SKIP cannot be searched here");
		term_free(t);
		return;
	}
	ok(before > 0, "and stands in memory");
	printf("# --- %s ---\n", how);
	term_keys(t, keys);
	term_advance(t, silence);
	term_advance(t, silence);
	after = search(t, count_traces, &tr);
	ok(!term_has(t, tr.text) && after == 0,
	    "%s leaves it nowhere in memory", how);
	term_free(t);
}

/* PIECE comes into memory with KEYS and goes at the end, whoever ends it. */
static void
nothing_of_a_piece_is_left(const struct piece *piece, const char *keys,
    const char *more)
{
	static const struct {
		const char *how, *keys;
		uint64_t silence;
	} ends[] = { { "silence", "", 160000 }, { "F10", "F10", 0 } };

	for (size_t i = 0; i < COUNT_OF(ends); i++) {
		struct term *t = start(more);
		int before, after;

		term_keys(t, keys);
		before = search(t, count_pieces, piece);
		if (before < 0) {
			ok(true, "memory # SKIP cannot be searched here");
			term_free(t);
			return;
		}
		ok(before > 0, "%s stands in memory", piece->name);
		term_keys(t, ends[i].keys);
		term_advance(t, ends[i].silence);
		term_advance(t, ends[i].silence);
		after = search(t, count_pieces, piece);
		ok(after == 0, "%s leaves nothing of %s in memory",
		    ends[i].how, piece->name);
		term_free(t);
	}
}

static void
nothing_of_a_plan_is_left(void)
{
	struct plan plan = { 0 };
	const struct piece piece = { "a plan of two alerts", plan.items,
		2 * sizeof plan.items[0] };

	if (!plan_add(&plan, "false-visas", 0) ||
	    !plan_add(&plan, "false-agency", 0))
		abort();
	nothing_of_a_piece_is_left(&piece, "1 9 5 0 6 5", "");
}

/* What was chosen, and the page that was put together of it. */
static void
nothing_of_a_cv_is_left(void)
{
	static const char line[] = "Albañilería, más de 10 años";
	const struct piece words = { "a line of a CV", line, sizeof line - 1 };
	struct cv cv = { .schooling = 0 };
	const struct piece job = { "a job", cv.jobs, sizeof cv.jobs[0] };

	if (cv_add_job(&cv, "7112") != 0)
		abort();
	cv.jobs[0].years = 5;
	cv.jobs[0].tasks = 5;
	nothing_of_a_piece_is_left(&job, "1 4 2 4 1 2 5 1 3 0", "");
	nothing_of_a_piece_is_left(&words, "1 4 2 4 1 2 5 1 3 0 0 6", "");
}

static void
nothing_of_the_finder_is_left(void)
{
	struct option_filter filter = { .count = { 0 } };
	const struct piece chosen = { "a choice of the finder", filter.chosen,
		sizeof filter.chosen };
	struct session_list marked = { .count = 0 };
	const struct piece slugs = { "a comparison", marked.slugs,
		2 * sizeof marked.slugs[0] };

	option_filter_toggle(&filter, OPTION_COUNTRY, "GT");
	option_filter_toggle(&filter, OPTION_SECTOR, "construction");
	session_list_add(&marked, "mason", 3);
	session_list_add(&marked, "laptop", 3);
	nothing_of_a_piece_is_left(&chosen, "1 4 2 3 0", "--options");
	nothing_of_a_piece_is_left(&slugs, "1 4 8 1 6 0 2 6 0 0 9",
	    "--options");
}

static void
nothing_of_the_answers_is_left(const char *how, const char *keys,
    uint64_t silence)
{
	struct term *t = start("");
	struct traces tr;
	int before, after;

	make_answers(&tr, "23231");
	term_keys(t, "1 2 1 1");
	before = search(t, count_traces, &tr);
	if (before < 0) {
		ok(true, "memory # SKIP cannot be searched here");
		term_free(t);
		return;
	}
	ok(before == 0, "there are no answers before they are given");
	term_keys(t, "2 3 2 3 1");
	ok(term_has(t, "CUIDADO"), "questions are answered to their end");
	ok(search(t, count_traces, &tr) > 0,
	    "and the answers stand in memory");
	printf("# --- %s ---\n", how);
	term_keys(t, keys);
	term_advance(t, silence);
	term_advance(t, silence);
	after = search(t, count_traces, &tr);
	ok(after == 0, "%s leaves them nowhere in memory", how);
	term_free(t);
}

int
main(void)
{
	a_monkey_cannot_break_it(false);
	a_monkey_cannot_break_it(true);
	nothing_of_a_search_is_left("silence", "", 160000);
	nothing_of_a_search_is_left("F10", "F10", 0);
	nothing_of_a_plan_is_left();
	nothing_of_a_cv_is_left();
	nothing_of_the_finder_is_left();
	nothing_of_the_answers_is_left("silence", "", 160000);
	nothing_of_the_answers_is_left("F10", "F10", 0);
	nothing_of_the_answers_is_left("starting again", "9", 0);
	nothing_of_the_answers_is_left("7 at a question", "0 7", 0);
	return done();
}

/*
 * What is true of every screen in every language, size and terminal.  A part
 * is run by `make check`, all by `make check-full` (VEREDA_CHECK_FULL=1).
 * VEREDA_CHECK_LIGHT=1, for programs slowed by sanitizers: a quarter of the
 * keys, for each begins a kiosk of its own, and a quarter of the screens where
 * no keys are tried.
 */
#include <config.h>

#include <ctype.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "harness.h"
#include "light.h"
#include "text/lang.h"
#include "ui/glyph.h"

#define KEYS_MAX 32 /* of one screen */
#define BACK_MAX 12 /* times "0" until the first screen is there */

enum {
	HAS_CHOICES = 1, /* and therefore a focus */
	HAS_NO_ZERO = 2, /* its footer does not begin with 0 */
	TAKES_TEXT = 4,
	STAFF = 8, /* from the first screen, with a helper and its stick */
	FINDS = 16, /* where there are options */
	ABOVE_TEXT = 32, /* 0 leads to one that takes text */
};

#define LOG_IN "9 1 2 3 4 5 6 Enter"

static const struct page {
	const char *name;
	const char *keys; /* from Home */
	unsigned flags;
} pages[] = {
	{ "home", "", HAS_CHOICES },
	{ "topic", "1", HAS_CHOICES },
	{ "topic-2", "1 1", HAS_CHOICES },
	{ "article", "1 1 1", 0 },
	{ "article-2", "1 1 1 +", 0 },
	{ "sources", "1 1 1 8", 0 },
	{ "words", "1 1 1 ?", 0 },
	{ "alerts", "3", HAS_CHOICES },
	{ "alerts-all", "3 2", HAS_CHOICES },
	{ "alert", "9", 0 },
	{ "rumours", "3 3", HAS_CHOICES },
	{ "rumour", "3 3 2", 0 },
	{ "rumour-quiz", "3 3 1", HAS_CHOICES },
	{ "rumour-score", "3 3 1 1 + 2 + 1 + 1 + 1 +", HAS_CHOICES },
	{ "help", "6", HAS_CHOICES },
	{ "country", "6 2", HAS_CHOICES },
	{ "service", "6 4", 0 },
	{ "course", "4 2", HAS_CHOICES },
	{ "lesson", "4 2 1", 0 },
	{ "quiz", "4 2 3", HAS_CHOICES },
	{ "quiz-long", "4 2 3 1 + 1 +", HAS_CHOICES },
	{ "quiz-wrong", "4 2 3 1", 0 },
	{ "score", "4 2 3 1 + 1 + 2 +", HAS_CHOICES },
	{ "slip", "4 2 3 1 + 1 + 2 + 2", 0 },
	{ "take", "9 5", HAS_CHOICES },
	{ "take-service", "6 4 5", HAS_CHOICES },
	{ "take-check", "2 1 1 1 5", HAS_CHOICES },
	{ "take-fees", "2 5 1 1 5 Enter 9 5", HAS_CHOICES },
	{ "qr", "6 4 5 1", 0 },
	{ "paper", "6 4 5 2", HAS_CHOICES },
	{ "take-plan", "9 5 5 9", HAS_CHOICES },
	{ "search-code", "/ v 1 2 3 4 5 6", HAS_NO_ZERO | TAKES_TEXT },
	{ "plan", "9 5 0 0 6 4 5 5", HAS_CHOICES },
	{ "step", "9 5 5 1", HAS_CHOICES },
	{ "home-plan", "6 4 5 0 0 0", HAS_CHOICES },
	{ "cv", "4 2 4 4 3", HAS_CHOICES },
	{ "cvlist", "4 2 4 1 1 3", HAS_CHOICES },
	{ "cvlevels", "4 2 4 3 6", HAS_CHOICES },
	{ "cvpage", "4 2 4 1 1 3 0 2 2 0 4 3 6", 0 },
	{ "check", "2 1", HAS_CHOICES },
	{ "check-question", "2 1 1", HAS_CHOICES },
	{ "check-why", "2 1 1 4", 0 },
	{ "check-work", "2 1 2", HAS_CHOICES },
	{ "check-red", "2 1 1 1", HAS_CHOICES },
	{ "check-yellow", "2 1 1 3 3 3 3 3", HAS_CHOICES },
	{ "check-yellow-2", "2 1 1 3 3 3 3 3 +", HAS_CHOICES },
	{ "check-green", "2 1 1 2 2 1 2 2", HAS_CHOICES },
	{ "check-phones", "2 1 1 1 6", HAS_CHOICES },
	{ "cvpage-stick", "4 2 4 4 3 6", STAFF },
	{ "cvsave", "4 2 4 4 3 6 5", STAFF },
	{ "comfort", "*", HAS_CHOICES },
	{ "contrast", "* 7 0", HAS_CHOICES },
	{ "howto", "8", 0 },
	{ "search", "/", HAS_NO_ZERO | TAKES_TEXT },
	{ "search-found", "/ t r a b", HAS_NO_ZERO | TAKES_TEXT },
	{ "recruiters", "2 4", HAS_CHOICES },
	{ "register", "2 4 1", HAS_NO_ZERO | TAKES_TEXT },
	{ "register-found", "2 4 1 j a d e", HAS_NO_ZERO | TAKES_TEXT },
	{ "recruiter", "2 4 1 j a d e Enter", ABOVE_TEXT },
	{ "whom-to-ask", "2 4 2", 0 },
	{ "fees", "2 5", HAS_CHOICES },
	{ "fee-list", "2 5 1", HAS_CHOICES },
	{ "fee", "2 5 1 1", HAS_NO_ZERO | TAKES_TEXT },
	{ "fees-result", "2 5 1 1 5 Enter 9", HAS_CHOICES },
	{ "money", "2 5 4", HAS_CHOICES },
	{ "check-taken", "2 1 1 1 5 5 1 1", 0 },
	{ "end", "F10", 0 },
	{ "finder", "4", HAS_CHOICES | FINDS },
	{ "options", "4 8", HAS_CHOICES | FINDS },
	{ "work", "5", HAS_CHOICES | FINDS },
	{ "occupation", "5 1 0 2", FINDS },
	{ "pair", "5 8", HAS_CHOICES | FINDS },
	{ "pair-of-two", "5 8 2 3", HAS_CHOICES | FINDS },
	{ "pair-country", "5 8 1", HAS_CHOICES | FINDS },
	{ "pin", "9 1 2", STAFF | HAS_NO_ZERO | TAKES_TEXT },
	{ "pin-wrong", "9 0 0 0 0 0 0 Enter",
	    STAFF | HAS_NO_ZERO | TAKES_TEXT },
	{ "usb", LOG_IN, STAFF | HAS_CHOICES },
	{ "preview", LOG_IN " 1", STAFF | HAS_CHOICES },
	{ "refused", LOG_IN " 4", STAFF },
	{ "changes", LOG_IN " 1 1", STAFF },
	{ "preview-many", LOG_IN " 2", STAFF | HAS_CHOICES },
	{ "others", LOG_IN " 2 4", STAFF },
	{ "progress", LOG_IN " 1 7", STAFF },
	{ "cancelled", LOG_IN " 1 7 0", STAFF | HAS_CHOICES },
	{ "no-room", LOG_IN " 2 7", STAFF | HAS_CHOICES },
	{ "result", LOG_IN " 5 7", STAFF | HAS_CHOICES },
	{ "rollback", LOG_IN " 8", STAFF | HAS_CHOICES },
	{ "reason", LOG_IN " 8 1", STAFF | HAS_CHOICES },
	{ "reason-given", LOG_IN " 8 1 2", STAFF | HAS_CHOICES },
	{ "rolled-back", LOG_IN " 8 1 2 7", STAFF | HAS_CHOICES },
};

/* What is particular about some of them. */
static const struct note {
	const char *name;
	const char *idle;  /* what stands there and does nothing, or not yet */
	const char *until; /* it is all there when this is */
} notes[] = {
	{ "pin", "Enter", NULL },
	{ "pin-wrong", "Enter .", NULL },
	/* its digits are the steps; what 0 leads to is the next page */
	{ "progress", "0 1 2 3 4 5", "68 %" },
	{ "reason", "7", NULL },
	/* one more sheet comes out at once, and the screen says so again */
	{ "paper", "1 Enter", NULL },
};

static const struct size {
	int width, height;
} sizes[] = { { 80, 25 }, { 40, 15 }, { 80, 22 }, { 132, 43 } };

static const char *const terms[] = { "xterm-256color", "linux", "vt100",
	"foot" };

static char *program;
static unsigned faults;

/* Where we are, for what fails. */
static struct {
	const struct page *page;
	int lang;
	const struct size *size;
	const char *term;
} at;

static struct note
note(void)
{
	const struct note none = { NULL, NULL, NULL };

	for (size_t i = 0; i < COUNT_OF(notes); i++)
		if (strcmp(notes[i].name, at.page->name) == 0)
			return notes[i];
	return none;
}

static void fault(const char *format, ...)
    __attribute__((__format__(__printf__, 1, 2)));

static void
fault(const char *format, ...)
{
	va_list args;

	faults++;
	printf("# %s %dx%d %s language %d: ", at.page->name, at.size->width,
	    at.size->height, at.term, at.lang);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
}

static struct term *
open_page(void)
{
	static char with_helper[] = "--staff";
	static char with_options[] = "--options";
	static char lang[] = "--lang";
	char *code = xstrdup(lang_table[at.lang - 1]->code);
	bool staff = (at.page->flags & STAFF) != 0;
	bool finds = (at.page->flags & FINDS) != 0;
	char *argv[] = { program,
		staff ? with_helper : finds ? with_options : NULL, lang, code,
		NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv,
	    .term = at.term,
	    .width = at.size->width,
	    .height = at.size->height });
	char digit[2] = { (char)('0' + at.lang), '\0' };

	free(code);
	if (!staff)
		term_key(t, digit);
	term_keys(t, at.page->keys);
	if (note().until != NULL && !term_until(t, note().until))
		fault("no \"%s\"", note().until);
	return t;
}

/* --- each cell --- */

static bool
may_show(uint32_t code)
{
	if (strcmp(at.term, "vt100") == 0)
		return code >= ' ' && code < 0x7F;
	if (strcmp(at.term, "linux") == 0)
		return glyph_is_safe(code);
	return code >= ' ' && code != 0xFFFD;
}

static void
check_cells(struct term *t)
{
	bool contrast = strcmp(at.page->name, "contrast") == 0;

	for (int y = 0; y < term_height(t); y++)
		for (int x = 0; x < term_width(t); x++) {
			struct term_cell cell = term_cell(t, x, y);

			if (!may_show(cell.code))
				fault("U+%04X at %d,%d", (unsigned)cell.code,
				    x, y);
			if (!contrast && term_role(t, &cell) == ROLE_COUNT) {
				fault("no role looks like %d,%d", x, y);
				return;
			}
		}
}

/* --- focus and cursor --- */

/* Whether a focus begins at X, Y: ">" and its digit, in the role. */
static bool
is_focus(struct term *t, int x, int y)
{
	struct term_cell cell = term_cell(t, x, y);
	struct term_cell digit = term_cell(t, x + 1, y);

	return cell.code == '>' && isdigit((int)digit.code) &&
	    term_role(t, &cell) == ROLE_FOCUS &&
	    term_role(t, &digit) == ROLE_FOCUS;
}

static void
check_focus(struct term *t)
{
	int count = 0;
	int cx = 0, cy = 0;

	if (strcmp(at.page->name, "contrast") == 0)
		return; /* another palette than the harness reads */
	term_cursor(t, &cx, &cy);
	for (int y = 0; y < term_height(t); y++)
		for (int x = 0; x + 1 < term_width(t); x++) {
			if (!is_focus(t, x, y))
				continue;
			count++;
			if ((at.page->flags & TAKES_TEXT) != 0)
				continue; /* the cursor is in the field */
			if (cx != x + 1 || cy != y)
				fault("the cursor is at %d,%d, the focus at "
				      "%d,%d",
				    cx, cy, x + 1, y);
		}
	if (count > 1)
		fault("%d focuses", count);
	if (count == 0 && (at.page->flags & HAS_CHOICES) != 0)
		fault("no focus");
	if ((at.page->flags & TAKES_TEXT) != 0 &&
	    term_cell(t, cx, cy).code != '_')
		fault("the cursor is not in the field");
}

/* --- rows --- */

static void
check_rows(struct term *t)
{
	const char *last = term_row(t, term_height(t) - 1);
	int alerts = 0;

	if ((at.page->flags & HAS_NO_ZERO) == 0 && strncmp(last, " 0 ", 3) != 0)
		fault("the last row is \"%s\"", last);
	for (int y = 0; y < term_height(t); y++) {
		struct term_cell cell = term_cell(t, 0, y);
		const char *row = term_row(t, y);

		if (strstr(row, "@lang@") != NULL)
			fault("the sentinel of gettext on row %d", y);
		if (term_palette(t) == PALETTE_MONO ||
		    term_role(t, &cell) != ROLE_ALERT) {
			alerts = 0;
			continue;
		}
		if (alerts++ == 0 && strstr(row, "▲") == NULL)
			fault("an alert without its sign on row %d", y);
	}
}

/* --- keys --- */

struct found {
	size_t count;
	char keys[KEYS_MAX][12];
};

static void
add(struct found *f, const char *key, size_t len)
{
	if (len == 0 || len >= sizeof f->keys[0] || f->count == KEYS_MAX)
		return;
	for (size_t i = 0; i < f->count; i++)
		if (strncmp(f->keys[i], key, len) == 0 &&
		    f->keys[i][len] == '\0')
			return;
	snprintf(f->keys[f->count++], sizeof f->keys[0], "%.*s", (int)len,
	    key);
}

/* "1-3" names three keys, "↑↓←→" four, "Enter" one. */
static void
add_label(struct found *f, const char *word, size_t len)
{
	if (len == 3 && word[1] == '-' && isdigit((unsigned char)word[0])) {
		for (char c = word[0]; c <= word[2]; c++)
			add(f, &c, 1);
		return;
	}
	if (len == 1 || strncmp(word, "Enter", 5) == 0 ||
	    strncmp(word, "Esc", 3) == 0)
		add(f, word, len);
	else if (strncmp(word, "↓", len) == 0)
		add(f, "Down", 4);
}

/* The first word of each label; labels stand at least two blanks apart. */
static void
keys_of_footer(struct term *t, struct found *f)
{
	const char *row = term_row(t, term_height(t) - 1);

	while (*row != '\0') {
		size_t len = 0;

		row += strspn(row, " ");
		len = strcspn(row, " ");
		add_label(f, row, len);
		row = strstr(row, "  ");
		if (row == NULL)
			return;
	}
}

/* " 3  Something" is a choice wherever it stands. */
static void
keys_of_body(struct term *t, struct found *f)
{
	for (int y = 1; y < term_height(t) - 1; y++)
		for (int x = 1; x + 3 < term_width(t); x++) {
			uint32_t before = term_cell(t, x - 1, y).code;
			uint32_t code = term_cell(t, x, y).code;
			char digit = (char)code;

			if ((before == ' ' || before == '>') && code >= '1' &&
			    code <= '9' && term_cell(t, x + 1, y).code == ' ' &&
			    term_cell(t, x + 2, y).code == ' ' &&
			    term_cell(t, x + 3, y).code != ' ')
				add(f, &digit, 1);
		}
}

/* Whether KEY changes what is seen, here or with the focus moved on. */
static bool
does_something(const char *key, bool moved)
{
	struct term *t = open_page();
	char *before = NULL;
	char *after = NULL;
	bool differs;

	if (moved)
		term_key(t, "Down");
	before = term_dumped(t);
	term_key(t, key);
	after = term_dumped(t);
	differs = strcmp(before, after) != 0 && term_alive(t);
	free(before);
	free(after);
	term_free(t);
	return differs;
}

static bool
is_idle(const char *key)
{
	return note().idle != NULL && strstr(note().idle, key) != NULL;
}

static void
find_keys(struct term *t, struct found *f)
{
	keys_of_footer(t, f);
	if ((at.page->flags & TAKES_TEXT) == 0)
		keys_of_body(t, f);
}

static void
check_keys(const struct found *f)
{
	for (size_t i = 0; i < f->count; i++) {
		/* another quarter of the keys on each page */
		if (is_idle(f->keys[i]) ||
		    is_left_out(i + (size_t)(at.page - pages)))
			continue;
		/* what is chosen already changes nothing but the focus */
		if (!does_something(f->keys[i], false) &&
		    !does_something(f->keys[i], true))
			fault("\"%s\" is shown and does nothing", f->keys[i]);
	}
}

static bool
on_first_screen(struct term *t)
{
	return (term_has(t, "Kreyòl") || term_has(t, "Kreyol")) &&
	    term_has(t, "VEREDA") && term_row(t, 0)[1] == 'V';
}

static void
check_way_back(struct term *t)
{
	if ((at.page->flags & ABOVE_TEXT) != 0)
		term_key(t, "0");
	if ((at.page->flags & (TAKES_TEXT | ABOVE_TEXT)) != 0)
		term_key(t, "Esc"); /* digits are text there */
	for (int i = 0; i < BACK_MAX && !on_first_screen(t); i++)
		term_key(t, "0");
	if (!on_first_screen(t))
		fault("0 does not lead to the first screen");
}

/* --- all of it --- */

static void
check_page(bool keys_too)
{
	struct term *t = open_page();
	struct found f = { 0 };

	check_cells(t);
	check_rows(t);
	check_focus(t);
	if (keys_too)
		find_keys(t, &f);
	check_way_back(t);
	term_free(t);
	check_keys(&f);
}

static void
check_set(int lang, const struct size *size, const char *term, bool keys_too)
{
	unsigned before = faults;

	at.lang = lang;
	at.size = size;
	at.term = term;
	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		/* where no keys are tried, another quarter in each language */
		if (!keys_too && is_left_out(i + (size_t)lang))
			continue;
		at.page = &pages[i];
		check_page(keys_too);
	}
	ok(faults == before, "language %d at %dx%d on %s: every screen%s",
	    lang, size->width, size->height, term,
	    keys_too ? ", every key" : "");
}

static void
check_slice(void)
{
	for (size_t s = 0; s < COUNT_OF(sizes); s++)
		check_set(1 + (int)s % 5, &sizes[s], terms[s], false);
	check_set(5, &sizes[1], "linux", false);
	check_set(3, &sizes[1], "vt100", false);
	check_set(2, &sizes[0], "xterm-256color", true);
	check_set(5, &sizes[1], "xterm-256color", true);
}

static void
check_all(void)
{
	for (int lang = 1; lang <= (int)lang_count; lang++)
		for (size_t s = 0; s < COUNT_OF(sizes); s++)
			for (size_t i = 0; i < COUNT_OF(terms); i++)
				check_set(lang, &sizes[s], terms[i], i == 0);
}

int
main(void)
{
	program = in_builddir("kiosk-fixture");
	if (getenv("VEREDA_CHECK_FULL") != NULL)
		check_all();
	else
		check_slice();
	free(program);
	return done();
}

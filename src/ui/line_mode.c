/*
 * Line mode: the same screens, printed.  A screen is printed after each
 * answer, when the helper has said what was asked for, and when time has
 * changed it to another one or asks who is there; not for a clock.
 */
#include <config.h>

#include "ui/line_mode.h"

#include <errno.h>
#include <libintl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"
#include "text/language.h"
#include "ui/glyph.h"
#include "ui/hooks.h"
#include "ui/print.h"

#define _(text) gettext(text)
#define WIDTH 80
#define HEIGHT 25
#define WIPE_ROWS 100 /* blank ones, where nothing can be erased */
#define ANSWER_SIZE 1024 /* bytes of one answer; the rest is dropped */

enum {
	WATCH_INPUT,
	WATCH_CLOCK,
	WATCH_LINK,
	WATCH_PRINTER,
	WATCH_COUNT,
};

struct line_mode {
	struct app *app;
	struct hooks hooks;
	enum glyphs glyphs;
	char raw[ANSWER_SIZE]; /* read, and not cut into answers yet */
	size_t raw_at, raw_len;
	char answer[ANSWER_SIZE];
	size_t len;
	bool ended; /* the input did */
	bool over;
};

/* One blank row is enough for whoever hears or feels them. */
static bool
is_blank(struct surface *s, int y)
{
	for (int x = 0; x < s->width && y >= 0; x++)
		if (surface_cell(s, x, y)->code != ' ')
			return false;
	return y >= 0;
}

/* Somebody waits for the helper. */
static bool
is_waiting(const struct line_mode *l)
{
	const struct link *link = app_link(l->app);

	return link != NULL && link_is_silent(link);
}

static void
print_row(const struct line_mode *l, struct surface *s, int y)
{
	int end = s->width;

	while (end > 0 && surface_cell(s, end - 1, y)->code == ' ')
		end--;
	for (int x = 0; x < end; x++) {
		uint8_t raw[UTF8_MAX];
		uint32_t code = surface_cell(s, x, y)->code;

		fwrite(raw, 1, utf8_encode(raw, glyph_shown(l->glyphs, code)),
		    stdout);
	}
	putchar('\n');
}

static const char *
prompt(const struct line_mode *l)
{
	if (app_screen(l->app) == SCREEN_FEE)
		/* TRANSLATORS: line mode; the signs are what is typed. */
		return _("Type a number and press Enter. Then Enter alone "
			 "keeps it, < goes back, q ends.");
	if (app_takes_text(l->app))
		/* TRANSLATORS: line mode; the signs are what is typed. */
		return _("Type a word. << erases a letter, > goes to the list, "
			 "< goes back, Enter opens, q ends.");
	/* TRANSLATORS: line mode; the signs are what is typed. */
	return _("Type a key and press Enter. Enter alone opens, q ends.");
}

/* What was printed to a file or a pipe is out of our hands. */
static void
wipe_terminal(void)
{
	const char *term = getenv("TERM");
	bool is_dumb = term == NULL || strcmp(term, "dumb") == 0;

	if (!isatty(STDOUT_FILENO))
		return;
	for (int i = 0; i < WIPE_ROWS && is_dumb; i++)
		putchar('\n');
	if (!is_dumb) /* home, all of the screen, all behind it */
		fputs("\033[H\033[2J\033[3J", stdout);
}

static void
print_screen(struct line_mode *l)
{
	struct surface *s = app_draw(l->app);
	char *text = NULL;

	if (app_take_wipe(l->app))
		wipe_terminal();
	for (int y = 0; y < s->height; y++)
		if (!is_blank(s, y) || !is_blank(s, y - 1))
			print_row(l, s, y);
	text = utf8_made_safe(prompt(l), false);
	printf("[%s] ", text);
	fflush(stdout);
	free(text);
}

/* An answer of one sign that stands for a key which no line can hold. */
static bool
take_sign(struct line_mode *l, const char *answer)
{
	static const struct {
		const char *text;
		struct key key;
	} signs[] = {
		{ "", { .kind = UIKEY_ENTER } },
		{ "<", { .kind = UIKEY_ESCAPE } },
		{ "<<", { .kind = UIKEY_BACKSPACE } },
		{ ">", { .kind = UIKEY_DOWN } },
		{ "!", { .kind = UIKEY_F, .code = 9 } }, /* hide */
	};

	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		if (strcmp(answer, signs[i].text) != 0)
			continue;
		app_key(l->app, signs[i].key);
		return true;
	}
	return false;
}

static void
take_answer(struct line_mode *l)
{
	const char *answer = l->answer;
	uint32_t code;

	l->answer[l->len] = '\0';
	l->len = 0;
	if (strcmp(answer, "q") == 0)
		l->over = true;
	else if (!take_sign(l, answer))
		while ((code = utf8_next(&answer)) != 0)
			if (utf8_is_safe(code))
				app_key(l->app, key_char(code));
	explicit_bzero(l->answer, sizeof l->answer);
	if (!isatty(STDIN_FILENO))
		putchar('\n'); /* nobody pressed Enter behind the prompt */
	if (!l->over && !app_done(l->app) && !is_waiting(l))
		print_screen(l);
}

static void
read_more(struct line_mode *l)
{
	ssize_t n = read(STDIN_FILENO, l->raw, sizeof l->raw);

	if (n == 0 || (n < 0 && errno != EINTR))
		l->ended = true;
	l->raw_at = 0;
	l->raw_len = n > 0 ? (size_t)n : 0;
}

/* One answer after the other; none before the helper has said what the one
 * before it asked for. */
static void
take_answers(struct line_mode *l)
{
	while (l->raw_at < l->raw_len && !l->over && !app_done(l->app) &&
	    !is_waiting(l)) {
		char c = l->raw[l->raw_at];

		l->raw[l->raw_at++] = '\0';
		if (c == '\n')
			take_answer(l);
		else if (c != '\r' && l->len < ANSWER_SIZE - 1)
			l->answer[l->len++] = c;
	}
	if (l->ended && l->raw_at == l->raw_len && !is_waiting(l))
		l->over = true;
}

/* What is to be printed again if it is another. */
struct shown {
	enum screen_id screen;
	bool asks;
	bool waits;
};

static struct shown
shown(const struct line_mode *l)
{
	return (struct shown){ app_screen(l->app), app_asks(l->app),
		is_waiting(l) };
}

static bool
is_news(const struct shown *before, const struct line_mode *l)
{
	const struct shown now = shown(l);

	return now.screen != before->screen || (now.asks && !before->asks) ||
	    (before->waits && !now.waits);
}

static void
take_link(struct line_mode *l, short revents)
{
	struct link *link = app_link(l->app);

	if (link != NULL && link_io(link, revents, hooks_now(&l->hooks)))
		app_hear(l->app);
}

static void
turn(struct line_mode *l)
{
	const struct link *link = app_link(l->app);
	bool wants = l->raw_at == l->raw_len && !l->ended;
	struct pollfd watch[WATCH_COUNT] = {
		[WATCH_INPUT] = { .fd = wants ? STDIN_FILENO : -1,
		    .events = POLLIN },
		[WATCH_CLOCK] = { .fd = l->hooks.clock_fd, .events = POLLIN },
		[WATCH_LINK] = { .fd = link != NULL ? link_fd(link) : -1,
		    .events = link != NULL ? link_events(link) : 0 },
		[WATCH_PRINTER] = print_watch(l->app),
	};
	const struct shown before = shown(l);
	int wait = -1;

	if (l->hooks.clock_fd < 0)
		wait = hooks_nearer(app_wait(l->app),
		    print_wait(l->app, hooks_now(&l->hooks)));
	if (!before.waits)
		hooks_waiting(&l->hooks);
	if (poll(watch, WATCH_COUNT, wait) < 0 && errno != EINTR) {
		l->over = true;
		return;
	}
	if (watch[WATCH_CLOCK].revents != 0 && !hooks_advance(&l->hooks))
		l->over = true;
	app_tick(l->app, hooks_now(&l->hooks));
	take_link(l, watch[WATCH_LINK].revents);
	if (print_io(l->app, watch[WATCH_PRINTER].revents,
		hooks_now(&l->hooks)) || is_news(&before, l))
		print_screen(l);
	if (watch[WATCH_INPUT].revents != 0)
		read_more(l);
	take_answers(l);
}

int
line_mode_run(struct app *app, struct err *e)
{
	struct line_mode l = { .app = app,
		.glyphs = language_utf8_terminal() ? GLYPHS_FULL
						   : GLYPHS_ASCII };

	hooks_open(&l.hooks);
	app_set_terminal(app, l.glyphs, true);
	app_tick(app, hooks_now(&l.hooks));
	app_resize(app, WIDTH, HEIGHT);
	app_start(app);
	print_screen(&l);
	while (!l.over && !app_done(app) && !ferror(stdout))
		turn(&l);
	explicit_bzero(&l.raw, sizeof l.raw);
	putchar('\n');
	if (fflush(stdout) != 0)
		return err_set_errno(e, ERR_SYSTEM, "standard output");
	return 0;
}

/*
 * Line mode: the same screens, printed.  A screen is printed after each
 * answer and when time has changed it to another one, not for a clock.
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

struct line_mode {
	struct app *app;
	struct hooks hooks;
	enum glyphs glyphs;
	char answer[ANSWER_SIZE];
	size_t len;
	bool over;
};

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
		return _("Type a word. > goes to the list, < goes back, Enter "
			 "opens, q ends.");
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
	if (!l->over && !app_done(l->app))
		print_screen(l);
}

static void
take_bytes(struct line_mode *l)
{
	char raw[ANSWER_SIZE];
	ssize_t n = read(STDIN_FILENO, raw, sizeof raw);

	if (n == 0 || (n < 0 && errno != EINTR))
		l->over = true;
	for (ssize_t i = 0; i < n && !l->over; i++) {
		if (raw[i] == '\n')
			take_answer(l);
		else if (raw[i] != '\r' && l->len < ANSWER_SIZE - 1)
			l->answer[l->len++] = raw[i];
	}
	explicit_bzero(raw, sizeof raw);
}

static void
turn(struct line_mode *l)
{
	struct pollfd watch[3] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = l->hooks.clock_fd, .events = POLLIN },
		print_watch(l->app),
	};
	enum screen_id before = app_screen(l->app);
	int wait = -1;

	if (l->hooks.clock_fd < 0)
		wait = hooks_nearer(app_wait(l->app),
		    print_wait(l->app, hooks_now(&l->hooks)));
	hooks_waiting(&l->hooks);
	if (poll(watch, 3, wait) < 0 && errno != EINTR) {
		l->over = true;
		return;
	}
	if (watch[1].revents != 0 && !hooks_advance(&l->hooks))
		l->over = true;
	app_tick(l->app, hooks_now(&l->hooks));
	if (print_io(l->app, watch[2].revents, hooks_now(&l->hooks)) ||
	    app_screen(l->app) != before)
		print_screen(l);
	if (watch[0].revents != 0)
		take_bytes(l);
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
	putchar('\n');
	if (fflush(stdout) != 0)
		return err_set_errno(e, ERR_SYSTEM, "standard output");
	return 0;
}

/*
 * The terminal through curses.  Curses knows how to paint on it; what it
 * sends is read as bytes, because the descriptions of keys in terminfo are
 * wrong in ways that choose menu entries (the keypad's 4 is F5 on a vt100).
 *
 * Foreground and background are set everywhere, the terminal's own colours
 * are never used: they may be anything.
 */
#include <config.h>

#include "ui/tty.h"

#include <errno.h>
#include <linux/kd.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <curses.h>

#include "base/compiler.h"
#include "base/log.h"
#include "base/mem.h"
#include "text/language.h"
#include "ui/console.h"
#include "ui/glyph.h"
#include "ui/role.h"

#define RESTORE_SIZE 256 /* bytes that give the terminal back */
#define HALF_BLOCK 0x2580
#define UNIMAP_MAX 16384 /* entries of a console font's map */
/* How large the buffer of curses is: _nc_setupscreen(). */
#define BUFFER_BYTES(width, height) (((width) + 6) * ((height) + 2))
#define CELL_BYTES 4 /* of a blank of another role, at least: SGR 1 */
#define UNKNOWN_ROLE 0xFF /* a cell that must be painted */

struct tty {
	SCREEN *screen;
	enum palette palette;
	enum glyphs glyphs;
	bool contrast;
	bool pointer; /* mouse and bracketed paste are on */
	bool forget;  /* wipe the scrollback too */
	int width, height;
	struct cell *shown; /* what the terminal shows */
};

/* For tty_last_words(), which must not allocate, lock or call curses. */
static struct {
	volatile sig_atomic_t on;
	struct termios before;
	char bytes[RESTORE_SIZE];
	size_t len;
} restore;

static void
send_bytes(const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return; /* the terminal is gone: poll will say so */
		bytes += n;
		len -= (size_t)n;
	}
}

void
tty_last_words(void)
{
	if (!restore.on)
		return;
	restore.on = 0;
	send_bytes(restore.bytes, restore.len);
	tcsetattr(STDIN_FILENO, TCSANOW, &restore.before);
	console_last_words();
}

static void
on_fault(int number)
{
	tty_last_words();
	raise(number); /* once more, now with its usual effect */
}

static void
catch_faults(void)
{
	static const int faults[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE,
		SIGILL };

	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		struct sigaction act = { .sa_handler = on_fault,
			.sa_flags = (int)SA_RESETHAND };
		struct sigaction old;

		if (sigaction(faults[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			sigaction(faults[i], &act, NULL);
	}
}

/* A string of the terminal's description, or NULL. */
static const char *
capability(const char *name)
{
	const char *text = tigetstr(name);

	return text == NULL || text == (const char *)-1 ? NULL : text;
}

/* Without the "$<5>" that asks for a pause. */
static void
restore_add(const char *text)
{
	while (text != NULL && *text != '\0' && restore.len < RESTORE_SIZE) {
		if (strncmp(text, "$<", 2) == 0 && strchr(text, '>') != NULL)
			text = strchr(text, '>') + 1;
		else
			restore.bytes[restore.len++] = *text++;
	}
}

static void
restore_prepare(const struct tty *t)
{
	static bool registered;

	restore.len = 0;
	if (t->pointer)
		restore_add("\033[?1000l\033[?1006l\033[?2004l");
	restore_add(capability("cnorm"));
	restore_add(capability("sgr0"));
	restore_add(capability("op"));
	restore_add(capability("clear"));
	restore_add(capability("rmcup"));
	restore.on = 1;
	if (!registered) {
		registered = true;
		catch_faults();
		atexit(tty_last_words);
		mem_set_last_words(tty_last_words);
	}
}

/* What TERM says, or else what most terminals understand. */
static SCREEN *
open_screen(void)
{
	static const char *const names[] = { NULL, "xterm-256color", "vt100" };
	SCREEN *screen = NULL;

	for (size_t i = 0; i < COUNT_OF(names) && screen == NULL; i++) {
		if (names[i] != NULL)
			log_line("the terminal \"%s\" is not known here, "
				 "trying %s",
			    getenv("TERM") == NULL ? "" : getenv("TERM"),
			    names[i]);
		screen = newterm(names[i], stdout, stdin);
	}
	return screen;
}

static enum palette
choose_palette(void)
{
	if (!has_colors() || start_color() == ERR || COLORS < 8 ||
	    COLOR_PAIRS <= 2 * ROLE_COUNT)
		return PALETTE_MONO;
	return COLORS >= 256 ? PALETTE_256 : PALETTE_8;
}

static short
pair_of(enum role role, bool contrast)
{
	return (short)(1 + (contrast ? ROLE_COUNT : 0) + role);
}

static enum palette
contrast_palette(enum palette palette)
{
	if (palette == PALETTE_MONO)
		return PALETTE_MONO;
	return palette == PALETTE_8 ? PALETTE_8_CONTRAST : PALETTE_256_CONTRAST;
}

static void
make_pairs(const struct tty *t)
{
	for (int role = 0; role < ROLE_COUNT; role++) {
		const struct role_look *look = role_look(t->palette, role);

		if (t->palette == PALETTE_MONO)
			return;
		init_pair(pair_of(role, false), look->fg, look->bg);
		look = role_look(contrast_palette(t->palette), role);
		init_pair(pair_of(role, true), look->fg, look->bg);
	}
}

/* Does the console's font have half blocks?  -1: this is no console. */
static int
console_has_half_blocks(void)
{
	struct unimapdesc map = { 0 };
	int found = 0;

	if (ioctl(STDOUT_FILENO, GIO_UNIMAP, &map) == 0 || errno != ENOMEM ||
	    map.entry_ct == 0 || map.entry_ct > UNIMAP_MAX)
		return -1;
	map.entries = xcalloc(map.entry_ct, sizeof *map.entries);
	if (ioctl(STDOUT_FILENO, GIO_UNIMAP, &map) < 0)
		found = -1;
	for (size_t i = 0; found == 0 && i < map.entry_ct; i++)
		found = map.entries[i].unicode == HALF_BLOCK;
	free(map.entries);
	return found;
}

/* Does the locale say that the terminal knows no UTF-8?  One that says
 * nothing at all, as services start, says nothing of the terminal either. */
static bool
locale_denies_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (getenv(names[i]) != NULL && *getenv(names[i]) != '\0')
			return !language_utf8_terminal();
	return false;
}

static enum glyphs
choose_glyphs(void)
{
	const char *term = getenv("TERM");
	int half_blocks = console_has_half_blocks();

	if (half_blocks >= 0)
		return half_blocks > 0 ? GLYPHS_FULL : GLYPHS_SAFE;
	if (term == NULL || strncmp(term, "vt", 2) == 0 ||
	    locale_denies_utf8())
		return GLYPHS_ASCII;
	return strncmp(term, "linux", 5) == 0 ? GLYPHS_SAFE : GLYPHS_FULL;
}

/* The role's colours and attributes, for setcchar() and bkgrnd(). */
static attr_t
look_of(const struct tty *t, enum role role, short *pair)
{
	const struct role_look *look = role_look(
	    t->contrast ? contrast_palette(t->palette) : t->palette, role);
	attr_t attributes = A_NORMAL;

	*pair = t->palette == PALETTE_MONO ? 0 : pair_of(role, t->contrast);
	if (look->bold)
		attributes |= A_BOLD;
	if (look->reverse)
		attributes |= A_REVERSE;
	return attributes;
}

static void
cell_make(const struct tty *t, cchar_t *out, const struct cell *cell)
{
	wchar_t text[2] = { (wchar_t)glyph_shown(t->glyphs, cell->code), 0 };
	short pair = 0;
	attr_t attributes = look_of(t, (enum role)cell->role, &pair);

	setcchar(out, text, attributes, pair, NULL);
}

/* Everything must be painted again. */
static void
forget_shown(struct tty *t)
{
	cchar_t background;
	short pair = 0;

	for (int i = 0; i < t->width * t->height; i++)
		t->shown[i] = (struct cell){ 0, UNKNOWN_ROLE };
	/* Curses gives every cell what the background has besides colours. */
	look_of(t, ROLE_PAGE, &pair);
	setcchar(&background, L" ", A_NORMAL, pair, NULL);
	bkgrnd(&background);
	erase();
}

int
tty_open(struct tty **out, bool kiosk, struct err *e)
{
	struct tty *t = NULL;

	*out = NULL;
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
	    tcgetattr(STDIN_FILENO, &restore.before) < 0)
		return err_set(e, ERR_TERMINAL, "no terminal");
	unsetenv("LINES"); /* or the size would never change */
	unsetenv("COLUMNS");
	t = xcalloc(1, sizeof *t);
	t->screen = open_screen();
	if (t->screen == NULL) {
		free(t);
		return err_set(e, ERR_TERMINAL, "no description of it");
	}
	t->pointer = capability("kmous") != NULL;
	t->forget = kiosk || capability("smcup") == NULL;
	restore_prepare(t);
	if (capability("cup") == NULL) {
		tty_close(t);
		return err_set(e, ERR_TERMINAL, "its cursor cannot be moved");
	}
	raw();
	noecho();
	nonl();
	typeahead(-1); /* bytes that wait are ours, not curses' */
	leaveok(stdscr, FALSE);
	curs_set(1);
	t->palette = choose_palette();
	make_pairs(t);
	t->glyphs = choose_glyphs();
	if (t->pointer)
		send_bytes("\033[?1000h\033[?1006h\033[?2004h", 24);
	*out = t;
	return 0;
}

void
tty_close(struct tty *t)
{
	if (t == NULL)
		return;
	if (t->shown != NULL) {
		erase();
		refresh();
	}
	endwin();
	tty_last_words();
	delscreen(t->screen);
	free(t->shown);
	free(t);
}

int
tty_fd(const struct tty *t)
{
	(void)t; /* there is one terminal, and it is standard input */
	return STDIN_FILENO;
}

enum glyphs
tty_glyphs(const struct tty *t)
{
	return t->glyphs;
}

void
tty_look_again(struct tty *t)
{
	t->glyphs = choose_glyphs();
	t->width = t->height = 0; /* tty_size() begins anew */
}

void
tty_teach(const struct tty *t, struct input *in)
{
	static const struct {
		const char *name;
		struct key key;
	} keys[] = {
		{ "kcuu1", { .kind = UIKEY_UP } },
		{ "kcud1", { .kind = UIKEY_DOWN } },
		{ "kcub1", { .kind = UIKEY_LEFT } },
		{ "kcuf1", { .kind = UIKEY_RIGHT } },
		{ "khome", { .kind = UIKEY_HOME } },
		{ "kend", { .kind = UIKEY_END } },
		{ "kpp", { .kind = UIKEY_PAGE_UP } },
		{ "knp", { .kind = UIKEY_PAGE_DOWN } },
		{ "kcbt", { .kind = UIKEY_BACKTAB } },
		{ "kent", { .kind = UIKEY_ENTER } },
		{ "kbs", { .kind = UIKEY_BACKSPACE } },
	};

	(void)t;
	for (size_t i = 0; i < COUNT_OF(keys); i++)
		if (capability(keys[i].name) != NULL)
			input_learn(in, capability(keys[i].name),
			    keys[i].key);
	for (uint32_t n = 1; n <= 12; n++) {
		char name[8];

		snprintf(name, sizeof name, "kf%u", (unsigned)n);
		if (capability(name) != NULL)
			input_learn(in, capability(name), key_f(n));
	}
}

int
tty_read(struct tty *t, uint8_t *out, size_t len)
{
	struct pollfd ready = { .fd = tty_fd(t), .events = POLLIN };
	ssize_t n;

	if (poll(&ready, 1, 0) <= 0)
		return 0;
	n = read(ready.fd, out, len);
	if (n > 0)
		return (int)n;
	return n < 0 && (errno == EINTR || errno == EAGAIN) ? 0 : -1;
}

void
tty_size(struct tty *t, int *width, int *height)
{
	struct winsize size = { 0 };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || size.ws_col == 0 ||
	    size.ws_row == 0) {
		size.ws_col = 80;
		size.ws_row = 24;
	}
	*width = size.ws_col > SURFACE_WIDTH_MAX ? SURFACE_WIDTH_MAX
						 : size.ws_col;
	*height = size.ws_row > SURFACE_HEIGHT_MAX ? SURFACE_HEIGHT_MAX
						   : size.ws_row;
	if (t->shown != NULL && *width == t->width && *height == t->height)
		return;
	t->width = *width;
	t->height = *height;
	free(t->shown);
	t->shown = xcalloc((size_t)(t->width * t->height), sizeof *t->shown);
	resize_term(t->height, t->width);
	forget_shown(t);
	clearok(stdscr, TRUE); /* what became of its cells is unknown */
}

/*
 * What was sent lies in a buffer of curses until other bytes take its place:
 * blanks do, when each is of another role than the one before, and on a page
 * all of these look alike.
 */
static void
forget_sent(const struct tty *t)
{
	static const struct cell blanks[] = { { ' ', ROLE_PAGE },
		{ ' ', ROLE_TITLE } };
	int rows = BUFFER_BYTES(t->width, t->height) / (t->width * CELL_BYTES);

	for (int y = 0; y <= rows && y < t->height; y++)
		for (int x = 0; x < t->width; x++) {
			cchar_t blank;

			cell_make(t, &blank, &blanks[x % 2]);
			mvadd_wch(y, x, &blank);
		}
	clearok(stdscr, TRUE);
	refresh();
}

void
tty_paint(struct tty *t, const struct surface *s, bool contrast)
{
	if (contrast != t->contrast) {
		t->contrast = contrast;
		forget_shown(t);
	}
	for (int y = 0; y < s->height && y < t->height; y++)
		for (int x = 0; x < s->width && x < t->width; x++) {
			const struct cell *cell = &s->cells[y * s->width + x];
			struct cell *shown = &t->shown[y * t->width + x];
			cchar_t painted;

			if (cell->code == shown->code &&
			    cell->role == shown->role)
				continue;
			*shown = *cell;
			cell_make(t, &painted, cell);
			mvadd_wch(y, x, &painted);
		}
	move(s->cursor_y, s->cursor_x);
	refresh();
}

void
tty_wipe(struct tty *t)
{
	const char *scrollback = capability("E3");

	if (t->shown == NULL)
		return;
	forget_shown(t);
	forget_sent(t);
	forget_shown(t);
	if (t->forget && scrollback != NULL)
		send_bytes(scrollback, strlen(scrollback));
}

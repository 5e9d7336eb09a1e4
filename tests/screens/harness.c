/*
 * The harness.
 *
 * After each thing that it does to the program it moves the program's clock,
 * by nothing if need be, and waits until the program says that it has taken
 * that, with all that came before, and waits itself (VEREDA_SYNC_FD); then it
 * writes a mark into the terminal behind the program's output and reads up to
 * it.
 */
#include <config.h>

#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/mem.h"
#include "base/utf8.h"

#define MARK '\x18' /* CAN: nothing that curses would send */
#define PATIENCE_MS 20000 /* for a program that hangs */
#define ROW_SIZE 2048     /* bytes of one row of text */
#define READ_SIZE 4096

struct term {
	pid_t pid;
	int master, slave; /* of the pseudo-terminal */
	int sync, clock;   /* our ends of the pipes */
	bool alive;
	int status; /* of waitpid(), once it has ended */
	unsigned waits;
	uint8_t moves; /* times that we moved its clock */
	int width, height;
	enum palette palette;
	bool real_clock;
	VTerm *vt;
	VTermScreen *screen;
	VTermPos cursor;
	bool second_screen, pointer; /* what the program has turned on */
	char later[READ_SIZE]; /* what came behind the mark */
	size_t later_len;
	char row[ROW_SIZE];
	struct buffer scrolled; /* rows that went off the top */
};

static int
on_move(VTermPos pos, VTermPos old, int visible, void *user)
{
	struct term *t = user;

	(void)old;
	(void)visible;
	t->cursor = pos;
	return 1;
}

static int
on_property(VTermProp property, VTermValue *value, void *user)
{
	struct term *t = user;

	if (property == VTERM_PROP_ALTSCREEN)
		t->second_screen = value->boolean;
	if (property == VTERM_PROP_MOUSE)
		t->pointer = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static int
on_scroll(int columns, const VTermScreenCell *cells, void *user)
{
	struct term *t = user;

	for (int i = 0; i < columns; i++) {
		uint8_t raw[UTF8_MAX];

		buffer_add(&t->scrolled, raw,
		    utf8_encode(raw, cells[i].chars[0] != 0
			    ? cells[i].chars[0]
			    : ' '));
	}
	buffer_add_text(&t->scrolled, "\n");
	return 1;
}

static const VTermScreenCallbacks callbacks = {
	.sb_pushline = on_scroll,
	.movecursor = on_move,
	.settermprop = on_property,
};

static enum palette
palette_of(const char *term)
{
	if (strncmp(term, "vt", 2) == 0)
		return PALETTE_MONO;
	return strcmp(term, "linux") == 0 ? PALETTE_8 : PALETTE_256;
}

static void
die(const char *what)
{
	printf("Bail out! %s: %s\n", what, strerror(errno));
	exit(99);
}

static void
make_emulator(struct term *t)
{
	t->vt = vterm_new(t->height, t->width);
	vterm_set_utf8(t->vt, 1);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_reset(t->screen, 1);
}

static void
set_number(const char *name, int value)
{
	char text[16];

	snprintf(text, sizeof text, "%d", value);
	setenv(name, text, 1);
}

static NORETURN void
child(const struct term_setup *setup, const char *term, int slave, int sync,
    int clock)
{
	signal(SIGPIPE, SIG_DFL);
	setsid();
	ioctl(slave, TIOCSCTTY, 0);
	dup2(slave, STDIN_FILENO);
	dup2(slave, STDOUT_FILENO);
	if (getenv("TERM_STDERR") == NULL)
		dup2(slave, STDERR_FILENO);
	if (slave > STDERR_FILENO)
		close(slave);
	setenv("TERM", term, 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("VEREDA_TODAY",
	    setup->today == NULL ? "2026-11-25" : setup->today, 1);
	unsetenv("LANGUAGE");
	set_number("VEREDA_SYNC_FD", sync);
	if (!setup->real_clock)
		set_number("VEREDA_CLOCK_FD", clock);
	execv(setup->argv[0], setup->argv);
	_exit(127);
}

static int64_t
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/*
 * Give the emulator what the program wrote; true when the mark was in it.
 * What comes behind the mark, from a program that somebody else has woken,
 * is of the next screen and waits.
 */
static bool
feed(struct term *t)
{
	char raw[READ_SIZE];
	ssize_t n = read(t->master, raw, sizeof raw);
	char *mark = NULL;
	size_t len = 0;

	vterm_input_write(t->vt, t->later, t->later_len);
	t->later_len = 0;
	if (n <= 0)
		return true; /* nothing more will come */
	mark = memchr(raw, MARK, (size_t)n);
	len = mark != NULL ? (size_t)(mark - raw) : (size_t)n;
	vterm_input_write(t->vt, raw, len);
	if (mark == NULL)
		return false;
	t->later_len = (size_t)n - len - 1;
	memcpy(t->later, mark + 1, t->later_len);
	return true;
}

static void
read_to_mark(struct term *t)
{
	char mark = MARK;
	struct pollfd ready = { .fd = t->master, .events = POLLIN };

	if (write(t->slave, &mark, 1) != 1)
		return;
	while (poll(&ready, 1, PATIENCE_MS) == 1 && !feed(t))
		;
}

static void
reap(struct term *t)
{
	if (!t->alive)
		return;
	waitpid(t->pid, &t->status, 0);
	t->alive = false;
}

/* Take what the program says next; true when it was that it waits, having
 * seen all that we did. */
static bool
listen_once(struct term *t)
{
	struct pollfd watch[2] = {
		{ .fd = t->sync, .events = POLLIN },
		{ .fd = t->master, .events = POLLIN },
	};
	bool waits = false;
	uint8_t byte;

	if (poll(watch, 2, PATIENCE_MS) < 0 && errno != EINTR)
		die("poll");
	if (watch[0].revents != 0) {
		if (read(t->sync, &byte, 1) == 1) {
			waits = t->real_clock || byte == t->moves;
			t->waits++;
		} else {
			reap(t);
		}
	} else if (watch[1].revents != 0) {
		feed(t);
	}
	return waits;
}

static void
move_clock(struct term *t, uint64_t ms)
{
	uint8_t raw[8];

	if (t->real_clock || !t->alive)
		return;
	for (size_t i = 0; i < sizeof raw; i++)
		raw[i] = (uint8_t)(ms >> (8 * i));
	if (write(t->clock, raw, sizeof raw) != (ssize_t)sizeof raw &&
	    errno != EPIPE) /* it has ended meanwhile */
		die("clock");
	t->moves++;
}

/* Until the program waits, or has ended. */
static void
wait_for_it(struct term *t)
{
	int64_t until = milliseconds() + PATIENCE_MS;

	while (t->alive && !listen_once(t)) {
		if (milliseconds() > until) {
			kill(t->pid, SIGKILL);
			reap(t);
			printf("# the program hung\n");
		}
	}
	read_to_mark(t);
}

static void
settle(struct term *t)
{
	move_clock(t, 0);
	wait_for_it(t);
}

/* Bytes of before do not count for what comes now. */
static void
drain_sync(struct term *t)
{
	struct pollfd ready = { .fd = t->sync, .events = POLLIN };
	char byte;

	while (t->alive && poll(&ready, 1, 0) == 1 &&
	    read(t->sync, &byte, 1) == 1)
		t->waits++;
}

struct term *
term_start(const struct term_setup *setup)
{
	struct term *t = xcalloc(1, sizeof *t);
	const char *term = setup->term == NULL ? "xterm-256color" : setup->term;
	struct winsize size = { 0 };
	int sync[2], clock[2];

	t->width = setup->width > 0 ? setup->width : 80;
	t->height = setup->height > 0 ? setup->height : 25;
	t->palette = palette_of(term);
	t->real_clock = setup->real_clock;
	size.ws_col = (unsigned short)t->width;
	size.ws_row = (unsigned short)t->height;
	if (openpty(&t->master, &t->slave, NULL, NULL, &size) < 0 ||
	    pipe(sync) < 0 || pipe(clock) < 0)
		die("openpty");
	fcntl(t->master, F_SETFD, FD_CLOEXEC);
	fcntl(sync[0], F_SETFD, FD_CLOEXEC);
	fcntl(clock[1], F_SETFD, FD_CLOEXEC);
	fflush(stdout);
	signal(SIGPIPE, SIG_IGN); /* of the clock of one that has ended */
	t->pid = fork();
	if (t->pid < 0)
		die("fork");
	if (t->pid == 0)
		child(setup, term, t->slave, sync[1], clock[0]);
	fcntl(t->slave, F_SETFD, FD_CLOEXEC);
	close(sync[1]);
	close(clock[0]);
	t->sync = sync[0];
	t->clock = clock[1];
	t->alive = true;
	make_emulator(t);
	settle(t);
	return t;
}

void
term_free(struct term *t)
{
	if (t->alive)
		kill(t->pid, SIGKILL);
	reap(t);
	if (t->master >= 0)
		term_hang_up(t);
	close(t->sync);
	close(t->clock);
	vterm_free(t->vt);
	buffer_fini(&t->scrolled);
	free(t);
}

void
term_bytes(struct term *t, const void *bytes, size_t len)
{
	drain_sync(t);
	if (t->alive && write(t->master, bytes, len) != (ssize_t)len)
		die("write");
	settle(t);
}

void
term_advance(struct term *t, uint64_t ms)
{
	if (t->real_clock || !t->alive)
		return;
	drain_sync(t);
	move_clock(t, ms);
	wait_for_it(t);
}

void
term_resize(struct term *t, int width, int height)
{
	struct winsize size = { .ws_col = (unsigned short)width,
		.ws_row = (unsigned short)height };

	if (width == t->width && height == t->height)
		return;
	t->width = width;
	t->height = height;
	vterm_set_size(t->vt, height, width);
	drain_sync(t);
	ioctl(t->master, TIOCSWINSZ, &size);
	settle(t);
}

static const struct {
	const char *name;
	const char *bytes;
} names[] = {
	{ "Up", "\033[A" },
	{ "Down", "\033[B" },
	{ "Right", "\033[C" },
	{ "Left", "\033[D" },
	{ "Home", "\033[H" },
	{ "End", "\033[F" },
	{ "PageUp", "\033[5~" },
	{ "PageDown", "\033[6~" },
	{ "Enter", "\r" },
	{ "Tab", "\t" },
	{ "BackTab", "\033[Z" },
	{ "Backspace", "\177" },
	{ "Esc", "\033" },
	{ "F1", "\033OP" },
	{ "F2", "\033OQ" },
	{ "F3", "\033OR" },
	{ "F4", "\033OS" },
	{ "F9", "\033[20~" },
	{ "F10", "\033[21~" },
};

void
term_key(struct term *t, const char *name)
{
	const char *bytes = name;

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].name, name) == 0)
			bytes = names[i].bytes;
	term_advance(t, TERM_STEP_MS);
	term_bytes(t, bytes, strlen(bytes));
	if (strcmp(bytes, "\033") == 0)
		term_advance(t, 50); /* now it stands alone */
}

void
term_keys(struct term *t, const char *all)
{
	char *copy = xstrdup(all);
	char *rest = copy;

	for (char *name = strtok_r(copy, " ", &rest); name != NULL;
	     name = strtok_r(NULL, " ", &rest))
		term_key(t, name);
	free(copy);
}

bool
term_alive(const struct term *t)
{
	return t->alive;
}

int
term_status(struct term *t)
{
	reap(t);
	return WIFEXITED(t->status) ? WEXITSTATUS(t->status) : -1;
}

void
term_signal(struct term *t, int number)
{
	drain_sync(t);
	if (t->alive)
		kill(t->pid, number);
	settle(t);
}

void
term_hang_up(struct term *t)
{
	close(t->slave);
	close(t->master);
	t->slave = t->master = -1;
}

bool
term_is_restored(const struct term *t)
{
	struct termios now;

	return tcgetattr(t->slave, &now) == 0 && (now.c_lflag & ECHO) != 0 &&
	    (now.c_lflag & ICANON) != 0 && (now.c_lflag & ISIG) != 0 &&
	    !t->second_screen && !t->pointer;
}

pid_t
term_pid(const struct term *t)
{
	return t->pid;
}

int
term_width(const struct term *t)
{
	return t->width;
}

int
term_height(const struct term *t)
{
	return t->height;
}

unsigned
term_waits(const struct term *t)
{
	return t->waits;
}

enum palette
term_palette(const struct term *t)
{
	return t->palette;
}

void
term_cursor(const struct term *t, int *x, int *y)
{
	*x = t->cursor.col;
	*y = t->cursor.row;
}

static int
colour(const VTermColor *c, bool is_default)
{
	return is_default || !VTERM_COLOR_IS_INDEXED(c) ? -1 : c->indexed.idx;
}

struct term_cell
term_cell(const struct term *t, int x, int y)
{
	VTermScreenCell cell = { 0 };
	VTermPos pos = { .row = y, .col = x };
	struct term_cell out;

	vterm_screen_get_cell(t->screen, pos, &cell);
	out.code = cell.chars[0] != 0 ? cell.chars[0] : ' ';
	out.fg = colour(&cell.fg, VTERM_COLOR_IS_DEFAULT_FG(&cell.fg));
	out.bg = colour(&cell.bg, VTERM_COLOR_IS_DEFAULT_BG(&cell.bg));
	out.bold = cell.attrs.bold;
	out.reverse = cell.attrs.reverse;
	return out;
}

static bool
looks_like(const struct term_cell *cell, const struct role_look *look)
{
	return cell->fg == look->fg && cell->bg == look->bg &&
	    cell->bold == look->bold && cell->reverse == look->reverse;
}

static bool
blank_looks_like(const struct term_cell *cell, const struct role_look *look)
{
	return cell->bg == look->bg && cell->reverse == look->reverse;
}

enum role
term_role(const struct term *t, const struct term_cell *cell)
{
	/* A blank shows its background alone; how else it is painted is the
	 * terminal library's choice, and differs between its versions. */
	for (int role = 0; role < ROLE_COUNT && cell->code == ' '; role++)
		if (blank_looks_like(cell, role_look(t->palette, role)))
			return role;
	for (int role = 0; role < ROLE_COUNT; role++)
		if (looks_like(cell, role_look(t->palette, role)))
			return role;
	return ROLE_COUNT;
}

const char *
term_row(struct term *t, int y)
{
	size_t len = 0;
	size_t end = 0;

	for (int x = 0; x < t->width && len + UTF8_MAX < ROW_SIZE; x++) {
		uint32_t code = term_cell(t, x, y).code;

		len += utf8_encode((uint8_t *)t->row + len, code);
		if (code != ' ')
			end = len;
	}
	t->row[end] = '\0';
	return t->row;
}

bool
term_has(struct term *t, const char *text)
{
	for (int y = 0; y < t->height; y++)
		if (strstr(term_row(t, y), text) != NULL)
			return true;
	return false;
}

bool
term_remembers(struct term *t, const char *text)
{
	return term_has(t, text) ||
	    memmem(t->scrolled.at, t->scrolled.len, text, strlen(text)) !=
	    NULL;
}

/* Wait until whether TEXT is there is as WANTED. */
static bool
wait_until(struct term *t, const char *text, bool wanted)
{
	int64_t until = milliseconds() + PATIENCE_MS;
	bool is = term_has(t, text) == wanted;

	while (!is && t->alive && milliseconds() < until)
		if (listen_once(t)) { /* never look at half a screen */
			read_to_mark(t);
			is = term_has(t, text) == wanted;
		}
	return is;
}

bool
term_until(struct term *t, const char *text)
{
	return wait_until(t, text, true);
}

bool
term_until_gone(struct term *t, const char *text)
{
	return wait_until(t, text, false);
}

static void
dump_roles(struct term *t, int y, FILE *out)
{
	for (int x = 0; x < t->width; x++) {
		struct term_cell cell = term_cell(t, x, y);
		enum role role = term_role(t, &cell);

		fputc(role == ROLE_COUNT ? '?' : role_letter(role), out);
	}
	fputc('\n', out);
}

void
term_dump(struct term *t, FILE *out)
{
	for (int y = 0; y < t->height; y++) {
		fprintf(out, "%02d|%s\n  |", y, term_row(t, y));
		dump_roles(t, y, out);
	}
	fprintf(out, "cursor %d,%d\n", t->cursor.col, t->cursor.row);
}

char *
term_dumped(struct term *t)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	term_dump(t, out);
	fclose(out);
	return text;
}

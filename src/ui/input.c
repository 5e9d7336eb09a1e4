/*
 * The decoder.  Sequences after ECMA-48:
 *
 *     ESC [ parameters 30-3F  intermediates 20-2F  final 40-7E
 *     ESC O letter       keypad and F1 to F4
 *     ESC [ [ letter     F1 to F5 of the Linux console
 *     ESC [ M b x y      mouse, X10
 *     ESC [ < b ; x ; y M|m   mouse, SGR; m is "came up"
 *
 * The keypad says the same in numeric and in application mode, so that it
 * does not matter which one a terminal is in.
 */
#include <config.h>

#include "ui/input.h"

#include <stdio.h>
#include <string.h>

#include <uniwidth.h>

#include "base/compiler.h"
#include "base/utf8.h"

#define ESC 27
#define BEL 7
#define DEL 127
#define TAP_AGAIN_MS 150 /* one finger can make two events */
#define TAP_SLIP_X 3     /* cells a finger may slip while it is down */
#define TAP_SLIP_Y 1

#define CHARACTER(c) { .kind = UIKEY_CHAR, .code = (c) }
#define NAMED(k) { .kind = (k) }
#define F(n) { .kind = UIKEY_F, .code = (n) }

static const struct {
	const char *sequence; /* behind the ESC */
	struct key key;
} table[] = {
	{ "[A", NAMED(UIKEY_UP) },
	{ "[B", NAMED(UIKEY_DOWN) },
	{ "[C", NAMED(UIKEY_RIGHT) },
	{ "[D", NAMED(UIKEY_LEFT) },
	{ "[H", NAMED(UIKEY_HOME) },
	{ "[F", NAMED(UIKEY_END) },
	{ "[Z", NAMED(UIKEY_BACKTAB) },
	{ "[1~", NAMED(UIKEY_HOME) },
	{ "[4~", NAMED(UIKEY_END) },
	{ "[5~", NAMED(UIKEY_PAGE_UP) },
	{ "[6~", NAMED(UIKEY_PAGE_DOWN) },
	{ "[7~", NAMED(UIKEY_HOME) },
	{ "[8~", NAMED(UIKEY_END) },
	{ "OA", NAMED(UIKEY_UP) },
	{ "OB", NAMED(UIKEY_DOWN) },
	{ "OC", NAMED(UIKEY_RIGHT) },
	{ "OD", NAMED(UIKEY_LEFT) },
	{ "OH", NAMED(UIKEY_HOME) },
	{ "OF", NAMED(UIKEY_END) },
	{ "OM", NAMED(UIKEY_ENTER) },
	{ "Oj", CHARACTER('*') },
	{ "Ok", CHARACTER('+') },
	{ "Ol", CHARACTER(',') },
	{ "Om", CHARACTER('-') },
	{ "On", CHARACTER('.') },
	{ "Oo", CHARACTER('/') },
	{ "Op", CHARACTER('0') },
	{ "Oq", CHARACTER('1') },
	{ "Or", CHARACTER('2') },
	{ "Os", CHARACTER('3') },
	{ "Ot", CHARACTER('4') },
	{ "Ou", CHARACTER('5') },
	{ "Ov", CHARACTER('6') },
	{ "Ow", CHARACTER('7') },
	{ "Ox", CHARACTER('8') },
	{ "Oy", CHARACTER('9') },
	{ "OP", F(1) },
	{ "OQ", F(2) },
	{ "OR", F(3) },
	{ "OS", F(4) },
	{ "[[A", F(1) },
	{ "[[B", F(2) },
	{ "[[C", F(3) },
	{ "[[D", F(4) },
	{ "[[E", F(5) },
	{ "[11~", F(1) },
	{ "[12~", F(2) },
	{ "[13~", F(3) },
	{ "[14~", F(4) },
	{ "[15~", F(5) },
	{ "[17~", F(6) },
	{ "[18~", F(7) },
	{ "[19~", F(8) },
	{ "[20~", F(9) },
	{ "[21~", F(10) },
	{ "[23~", F(11) },
	{ "[24~", F(12) },
};

void
input_init(struct input *in)
{
	memset(in, 0, sizeof *in);
	in->burst_at = -INPUT_NOISE_MS - 1;
}

void
input_wipe(struct input *in)
{
	size_t count = in->learnt_count;
	struct learnt learnt[INPUT_LEARNT_MAX];

	memcpy(learnt, in->learnt, sizeof learnt);
	explicit_bzero(in, sizeof *in);
	input_init(in);
	memcpy(in->learnt, learnt, sizeof learnt);
	in->learnt_count = count;
}

static bool
find(const struct input *in, const char *sequence, struct key *out)
{
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		if (strcmp(table[i].sequence, sequence) != 0)
			continue;
		*out = table[i].key;
		return true;
	}
	for (size_t i = 0; i < in->learnt_count; i++) {
		if (strcmp(in->learnt[i].sequence, sequence) != 0)
			continue;
		*out = in->learnt[i].key;
		return true;
	}
	return false;
}

void
input_learn(struct input *in, const char *sequence, struct key key)
{
	struct key known;
	struct learnt *l = &in->learnt[in->learnt_count];

	if (in->learnt_count == INPUT_LEARNT_MAX || sequence[0] != ESC ||
	    strlen(sequence) < 3 || strlen(sequence) > sizeof l->sequence ||
	    find(in, sequence + 1, &known))
		return;
	snprintf(l->sequence, sizeof l->sequence, "%s", sequence + 1);
	l->key = key;
	in->learnt_count++;
}

static void
emit(struct input *in, struct keys *out, struct key key)
{
	if (!in->paste && out->count < INPUT_KEYS_MAX)
		out->at[out->count++] = key;
}

static void
to_ground(struct input *in)
{
	in->state = INPUT_GROUND;
	in->len = 0;
}

static void
begin(struct input *in, enum input_state state, uint8_t first)
{
	in->state = state;
	in->len = 0;
	if (first != 0)
		in->sequence[in->len++] = first;
}

/* A letter whose bytes are all here. */
static void
letter(struct input *in, struct keys *out)
{
	size_t len = 0;
	uint32_t code = utf8_decode(bytes_of(in->sequence, in->len), &len);
	bool good = code != UTF8_INVALID && len == in->len &&
	    utf8_is_safe(code) && uc_width(code, "UTF-8") == 1;

	to_ground(in);
	if (good)
		emit(in, out, key_char(code));
}

/* Only control codes that are keys of a keyboard mean anything. */
static void
control_code(struct input *in, uint8_t byte, struct keys *out)
{
	switch (byte) {
	case '\r':
	case '\n':
		emit(in, out, key_of(UIKEY_ENTER));
		break;
	case '\t':
		emit(in, out, key_of(UIKEY_TAB));
		break;
	case '\b':
	case DEL:
		emit(in, out, key_of(UIKEY_BACKSPACE));
		break;
	case ESC:
		begin(in, INPUT_ESCAPE, 0);
		break;
	default:
		break;
	}
}

static void
ground(struct input *in, uint8_t byte, struct keys *out)
{
	if (byte < 0x20 || byte == DEL) {
		control_code(in, byte, out);
	} else if (byte < 0x80) {
		emit(in, out, key_char(byte));
	} else if (byte == 0x9B) { /* a terminal that sends 8-bit controls */
		begin(in, INPUT_CONTROL, '[');
	} else if (byte == 0x8F) {
		begin(in, INPUT_SINGLE, 'O');
	} else if (byte >= 0xC2 && byte <= 0xF4) {
		begin(in, INPUT_UTF8, byte);
		in->wanted = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
	}
}

/* A finger went down and came up where it was: coordinates from 0. */
static void
mouse(struct input *in, int x, int y, bool down, struct keys *out)
{
	struct key tap = { .kind = UIKEY_TAP, .x = x, .y = y };
	bool pressed = in->pressed;

	in->pressed = down;
	if (down) {
		in->press_x = x;
		in->press_y = y;
		return;
	}
	if (!pressed || x < 0 || y < 0 || x - in->press_x > TAP_SLIP_X ||
	    in->press_x - x > TAP_SLIP_X || y - in->press_y > TAP_SLIP_Y ||
	    in->press_y - y > TAP_SLIP_Y)
		return;
	if (key_same(tap, in->tap) && in->byte_at - in->tap_at < TAP_AGAIN_MS)
		return;
	in->tap = tap;
	in->tap_at = in->byte_at;
	emit(in, out, tap);
}

/* The number at *AT, which moves behind it and one byte on; -1 for none. */
static int
number(const char **at)
{
	int value = 0;
	int digits = 0;

	while (**at >= '0' && **at <= '9' && digits++ < 5)
		value = value * 10 + (*(*at)++ - '0');
	if (digits == 0 || digits > 5 || **at == '\0')
		return -1;
	(*at)++;
	return value;
}

/* "[<0;12;5M": only the first button; wheel and motion are nothing. */
static void
mouse_sgr(struct input *in, const char *sequence, struct keys *out)
{
	char final = sequence[strlen(sequence) - 1];
	const char *at = sequence + strlen("[<");
	int button = number(&at);
	int x = number(&at);
	int y = number(&at);

	if (button == 0 && x > 0 && y > 0 && *at == '\0')
		mouse(in, x - 1, y - 1, final == 'M', out);
}

/* "[M", then button, x and y, each 32 higher; 3 is "came up". */
static void
mouse_x10(struct input *in, struct keys *out)
{
	unsigned button = in->sequence[2] - 32u;
	int x = in->sequence[3] - 33;
	int y = in->sequence[4] - 33;

	if (button == 0 || button == 3)
		mouse(in, x, y, button == 0, out);
}

static void
sequence_ends(struct input *in, struct keys *out)
{
	char sequence[INPUT_SEQUENCE_MAX + 1];
	struct key key;

	memcpy(sequence, in->sequence, in->len);
	sequence[in->len] = '\0';
	to_ground(in);
	if (strcmp(sequence, "[200~") == 0)
		in->paste = true;
	else if (strcmp(sequence, "[201~") == 0)
		in->paste = false;
	else if (strncmp(sequence, "[<", 2) == 0)
		mouse_sgr(in, sequence, out);
	else if (find(in, sequence, &key))
		emit(in, out, key);
}

static void
escape(struct input *in, uint8_t byte, struct keys *out)
{
	switch (byte) {
	case '[':
		begin(in, INPUT_CONTROL, byte);
		break;
	case 'O':
		begin(in, INPUT_SINGLE, byte);
		break;
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		begin(in, INPUT_STRING, 0);
		break;
	case ESC: /* the first one was the key */
		emit(in, out, key_of(UIKEY_ESCAPE));
		break;
	default: /* a key with Alt is no key of ours */
		to_ground(in);
		break;
	}
}

static void
control(struct input *in, uint8_t byte, struct keys *out)
{
	bool is_final = byte >= 0x40 && byte <= 0x7E;

	if (byte == ESC) {
		begin(in, INPUT_ESCAPE, 0);
	} else if (byte < 0x20 || byte > 0x7E) {
		to_ground(in); /* no sequence after all */
	} else if (byte == '[' && in->len == 1) {
		in->sequence[in->len++] = byte;
		in->state = INPUT_LINUX_F;
	} else if (byte == 'M' && in->len == 1) {
		in->sequence[in->len++] = byte;
		in->state = INPUT_MOUSE;
	} else {
		if (in->len < INPUT_SEQUENCE_MAX)
			in->sequence[in->len++] = byte;
		else
			in->sequence[0] = '?'; /* too long to be known */
		if (is_final)
			sequence_ends(in, out);
	}
}

/* Nothing that we ever ask for comes as a string. */
static void
string(struct input *in, uint8_t byte)
{
	bool ends = in->len > 0 && byte == '\\'; /* ESC \ */

	if (byte == BEL || byte == 0x9C || ends)
		to_ground(in);
	else
		in->len = byte == ESC;
}

static void
one_byte(struct input *in, uint8_t byte, struct keys *out)
{
	switch (in->state) {
	case INPUT_GROUND:
		ground(in, byte, out);
		break;
	case INPUT_ESCAPE:
		escape(in, byte, out);
		break;
	case INPUT_CONTROL:
		control(in, byte, out);
		break;
	case INPUT_SINGLE:
	case INPUT_LINUX_F:
		in->sequence[in->len++] = byte;
		sequence_ends(in, out);
		break;
	case INPUT_STRING:
		string(in, byte);
		break;
	case INPUT_MOUSE:
		in->sequence[in->len++] = byte;
		if (in->len == 5) {
			to_ground(in);
			mouse_x10(in, out);
		}
		break;
	case INPUT_UTF8:
		if ((byte & 0xC0) != 0x80) {
			to_ground(in);
			ground(in, byte, out);
			break;
		}
		in->sequence[in->len++] = byte;
		if (in->len == in->wanted)
			letter(in, out);
		break;
	}
}

void
input_bytes(struct input *in, struct bytes bytes, int64_t now,
    struct keys *out)
{
	input_tick(in, now, out);
	in->byte_at = now;
	for (size_t i = 0; i < bytes.len; i++)
		one_byte(in, bytes.at[i], out);
}

/* Until when the bytes so far may go on. */
static int64_t
patience(const struct input *in)
{
	if (in->state != INPUT_GROUND)
		return in->byte_at + INPUT_ESCAPE_MS;
	return in->paste ? in->byte_at + INPUT_PASTE_MS : -1;
}

int
input_wait(const struct input *in, int64_t now)
{
	int64_t due = patience(in);

	if (due < 0)
		return -1;
	return due > now ? (int)(due - now) : 0;
}

void
input_tick(struct input *in, int64_t now, struct keys *out)
{
	int64_t due = patience(in);
	bool alone = in->state == INPUT_ESCAPE;

	if (due < 0 || now < due)
		return;
	if (in->state == INPUT_GROUND)
		in->paste = false;
	to_ground(in);
	if (alone)
		emit(in, out, key_of(UIKEY_ESCAPE));
}

void
input_drop_noise(struct input *in, struct keys *keys, bool takes_text,
    int64_t now)
{
	if (keys->count == 0)
		return;
	if (now - in->burst_at > INPUT_NOISE_MS) {
		in->burst = 0;
		in->burst_at = now;
	}
	in->burst += keys->count;
	if (!takes_text && in->burst > INPUT_NOISE_KEYS)
		keys->count = 0;
}

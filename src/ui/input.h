/*
 * From the bytes that a terminal sends to keys.  Pure: no terminal, no
 * clock, the caller says what time it is.  Whatever is not known is
 * swallowed whole, so that no piece of an escape sequence, of a paste or of
 * noise ever chooses an entry.
 */
#ifndef VEREDA_INPUT_H
#define VEREDA_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "ui/key.h"

#define INPUT_SEQUENCE_MAX 64 /* bytes of an escape sequence */
#define INPUT_ESCAPE_MS 30    /* an ESC that stays alone is the key */
#define INPUT_PASTE_MS 500    /* a paste that goes silent has ended */
#define INPUT_KEYS_MAX 256    /* of one draining; more are dropped */
#define INPUT_LEARNT_MAX 48
#define INPUT_NOISE_KEYS 8 /* more within INPUT_NOISE_MS are no person */
#define INPUT_NOISE_MS 20

enum input_state {
	INPUT_GROUND,
	INPUT_ESCAPE,  /* ESC was seen */
	INPUT_CONTROL, /* ESC [ */
	INPUT_SINGLE,  /* ESC O */
	INPUT_LINUX_F, /* ESC [ [ */
	INPUT_STRING,  /* ESC ] P X ^ _ up to ST or BEL */
	INPUT_MOUSE,   /* ESC [ M and three bytes */
	INPUT_UTF8,    /* within a letter of several bytes */
};

/* What the terminal's own description calls its keys. */
struct learnt {
	char sequence[16]; /* behind the ESC */
	struct key key;
};

struct input {
	enum input_state state;
	uint8_t sequence[INPUT_SEQUENCE_MAX];
	size_t len;
	size_t wanted; /* bytes of a letter */
	bool paste;
	int64_t byte_at; /* of the last byte */
	bool pressed;    /* a finger is down at: */
	int press_x, press_y;
	struct key tap; /* the last one, */
	int64_t tap_at; /* and when */
	int64_t burst_at;
	size_t burst;
	size_t learnt_count;
	struct learnt learnt[INPUT_LEARNT_MAX];
};

struct keys {
	size_t count;
	struct key at[INPUT_KEYS_MAX];
};

void input_init(struct input *in);
void input_wipe(struct input *in); /* forget all but what was learnt */

/* SEQUENCE, with its ESC, is KEY, unless the table of input.c knows better. */
void input_learn(struct input *in, const char *sequence, struct key key);

/* Decode BYTES that came at NOW; the keys go behind those in OUT. */
void input_bytes(struct input *in, struct bytes bytes, int64_t now,
    struct keys *out);

/* Milliseconds from NOW until input_tick() is due; -1 for never. */
int input_wait(const struct input *in, int64_t now);
void input_tick(struct input *in, int64_t now, struct keys *out);

/*
 * The keys of one draining, all of them noise or none: on a menu more than
 * eight keys within 20 ms come from no person.
 */
void input_drop_noise(struct input *in, struct keys *keys, bool takes_text,
    int64_t now);

#endif

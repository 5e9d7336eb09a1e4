/*
 * Keys as the screens see them: what the terminal sent, decoded and cleaned
 * (input.c).  Escape sequences, pastes and control codes never get here.
 */
#ifndef VEREDA_KEY_H
#define VEREDA_KEY_H

#include <stdbool.h>
#include <stdint.h>

enum key_kind {
	UIKEY_NONE,
	UIKEY_CHAR, /* a printing character in code: digits, letters, + - . */
	UIKEY_ENTER,
	UIKEY_ESCAPE,
	UIKEY_BACKSPACE,
	UIKEY_UP,
	UIKEY_DOWN,
	UIKEY_LEFT,
	UIKEY_RIGHT,
	UIKEY_HOME,
	UIKEY_END,
	UIKEY_PAGE_UP,
	UIKEY_PAGE_DOWN,
	UIKEY_TAB,
	UIKEY_BACKTAB,
	UIKEY_F, /* code 1..12 */
	UIKEY_TAP, /* x and y: only before it is turned into a target's key */
};

struct key {
	enum key_kind kind;
	uint32_t code;
	int x, y;
};

struct key key_char(uint32_t code);
struct key key_of(enum key_kind kind);
struct key key_f(uint32_t number); /* F1 is 1 */
bool key_is(struct key key, uint32_t code); /* that character */
bool key_same(struct key a, struct key b);

#endif

/*
 * Making keys.
 */
#include <config.h>

#include "ui/key.h"

struct key
key_char(uint32_t code)
{
	return (struct key){ .kind = UIKEY_CHAR, .code = code };
}

struct key
key_of(enum key_kind kind)
{
	return (struct key){ .kind = kind };
}

struct key
key_f(uint32_t number)
{
	return (struct key){ .kind = UIKEY_F, .code = number };
}

bool
key_is(struct key key, uint32_t code)
{
	return key.kind == UIKEY_CHAR && key.code == code;
}

bool
key_same(struct key a, struct key b)
{
	return a.kind == b.kind && a.code == b.code && a.x == b.x &&
	    a.y == b.y;
}

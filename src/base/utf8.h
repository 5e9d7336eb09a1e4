/*
 * UTF-8 and the gate that every text from outside passes: what a terminal,
 * a printer or a reader could be fooled with never gets through.
 */
#ifndef VEREDA_UTF8_H
#define VEREDA_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

#define UTF8_MAX 4 /* bytes of the longest code point */
#define UTF8_INVALID 0xFFFFFFFFu
#define UTF8_REPLACEMENT 0xFFFDu

/*
 * The code point at the start of B and, in *LEN, its bytes.  UTF8_INVALID
 * with *LEN 1 for anything that is not strict UTF-8 (overlong forms,
 * surrogates, past U+10FFFF, cut short).  B must not be empty.
 */
uint32_t utf8_decode(struct bytes b, size_t *len);

/* Writes CODE to OUT (UTF8_MAX bytes, no NUL) and returns its length. */
size_t utf8_encode(uint8_t *out, uint32_t code);

/* The next code point of a NUL-ended text; *TEXT moves on.  0 at its end,
 * UTF8_REPLACEMENT for each byte that is not UTF-8. */
uint32_t utf8_next(const char **text);

size_t utf8_length(const char *text); /* in code points */

/*
 * May CODE stand in content?  No controls but LF, no U+007F-009F, no bidi
 * controls, no invisible joiners (U+200B-200F), no U+FEFF, no tags, no
 * private use, no non-characters.
 */
bool utf8_is_safe(uint32_t code);

/*
 * Where the first unsafe or malformed place of B is: its offset, and the
 * code in *CODE (UTF8_INVALID when it is not UTF-8); B.len if all is well.
 */
size_t utf8_find_unsafe(struct bytes b, uint32_t *code);

/*
 * A copy of TEXT fit for a terminal: a tab becomes a blank, every other
 * unsafe or malformed place U+FFFD, and LF too unless KEEP_LF.  The caller
 * frees it.
 */
char *utf8_made_safe(const char *text, bool keep_lf);

#endif

/*
 * Base64 (RFC 4648, with padding) in the one spelling that an encoder
 * makes.  libsodium's decoder alone is too kind: on x86-64 version 1.0.18
 * takes every byte from 0x80 on for "/".
 */
#ifndef VEREDA_BASE64_H
#define VEREDA_BASE64_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"

#define BASE64_RAW_MAX 256 /* bytes; the largest is a secret key's 158 */
#define BASE64_TEXT_SIZE ((BASE64_RAW_MAX + 2) / 3 * 4 + 1)

/* Is TEXT the base64 of exactly LEN bytes?  Then they are in OUT. */
bool base64_decode(uint8_t *out, size_t len, struct bytes text);

/* RAW (at most BASE64_RAW_MAX bytes) as text with a NUL. */
void base64_encode(char out[BASE64_TEXT_SIZE], struct bytes raw);

#endif

/*
 * Public keys of others.
 */
#include <config.h>

#include "pack/public_key.h"

#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/base64.h"

#define FILE_MAX 4096 /* bytes */
#define ID_DIGITS ((size_t)2 * MINISIG_KEY_ID_SIZE)

int
public_key_read(struct minisig_key *out, const char *source, struct err *e)
{
	struct err ignored = { 0 };
	struct buffer text = { 0 };
	const char *line = NULL;
	char *base64 = NULL;
	int rc;

	if (minisig_key_parse(out, bytes_of_text(source), &ignored) == 0)
		return 0;
	if (io_read_file(&text, source, FILE_MAX, e) < 0)
		return -1;
	/* The second line is the key; the first is a comment. */
	line = strchr((const char *)text.at, '\n');
	line = line == NULL ? (const char *)text.at : line + 1;
	base64 = xstrndup(line, strcspn(line, "\n"));
	rc = minisig_key_parse(out, bytes_of_text(base64), e);
	free(base64);
	buffer_fini(&text);
	return rc == 0 ? 0 : err_wrap(e, "%s", source);
}

static int
digit_value(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *at = c != '\0' ? strchr(digits, c) : NULL;

	return at == NULL ? -1 : (int)(at - digits) % 16;
}

int
public_key_id(uint8_t out[MINISIG_KEY_ID_SIZE], const char *hex, struct err *e)
{
	uint64_t number = 0;

	for (size_t i = 0; i < ID_DIGITS; i++) {
		int value = digit_value(hex[i]);

		if (value < 0)
			return err_set(e, ERR_KEY, "%s: not a key id, which "
			    "has 16 hexadecimal digits", hex);
		number = number << 4 | (uint64_t)value;
	}
	if (hex[ID_DIGITS] != '\0')
		return err_set(e, ERR_KEY, "%s: longer than a key id", hex);
	/* It is printed as a number, so the last byte stands first. */
	for (size_t i = 0; i < MINISIG_KEY_ID_SIZE; i++)
		out[i] = (uint8_t)(number >> (8 * i));
	return 0;
}

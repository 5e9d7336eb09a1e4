/*
 * Source files and the gate for their characters.
 */
#include <config.h>

#include "pack/source_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <unictype.h>
#include <uninorm.h>
#include <uniwidth.h>

#include "base/io.h"
#include "base/utf8.h"

#define GATE_FINDINGS_MAX 20 /* of one file; a binary file has thousands */

struct place
source_file_place(const struct place *start, const char *text, size_t offset)
{
	struct place at = *start;

	for (size_t i = 0; i < offset; i++) {
		if (text[i] == '\n') {
			at.line++;
			at.column = 1;
		} else if (((unsigned char)text[i] & 0xC0) != 0x80) {
			at.column++;
		}
	}
	return at;
}

/* Takes the byte order mark and the CR of each CR LF away, in place. */
static void
plain_line_ends(const char *path, char *text, size_t *len, struct findings *f)
{
	struct place at = { path, 1, 1, NULL };
	size_t from = 0;
	size_t to = 0;
	bool told = false;

	if (*len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
		finding_add(f, &at, FINDING_BOM, "%s", "");
		from = 3;
	}
	for (; from < *len; from++) {
		if (text[from] == '\r' && from + 1 < *len &&
		    text[from + 1] == '\n') {
			if (!told)
				finding_add(f, &at, FINDING_CRLF, "%s", "");
			told = true;
			continue;
		}
		if (text[from] == '\n')
			at.line++;
		text[to++] = text[from];
	}
	text[to] = '\0';
	*len = to;
}

static bool
is_right_to_left(uint32_t code)
{
	int class = uc_bidi_category(code);

	return class == UC_BIDI_R || class == UC_BIDI_AL ||
	    class == UC_BIDI_AN;
}

/* What is wrong with the safe CODE behind BEFORE, or FINDING_KINDS. */
static enum finding_kind
fault_of(uint32_t code, uint32_t before)
{
	if (code == '\n')
		return FINDING_KINDS;
	if (is_right_to_left(code))
		return FINDING_RIGHT_TO_LEFT;
	if (uc_composition(before, code) != 0)
		return FINDING_KINDS; /* told as not being in normal form */
	if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_M))
		return FINDING_COMBINING;
	if (uc_width(code, "UTF-8") != 1)
		return FINDING_WIDE;
	return FINDING_KINDS;
}

/* A line that is not in normal form C; one finding each. */
static void
check_normal_form(const char *path, const char *text, size_t len,
    struct findings *f)
{
	struct place start = { path, 1, 1, NULL };
	unsigned line = 1;

	for (size_t at = 0; at < len; line++) {
		const char *end = memchr(text + at, '\n', len - at);
		size_t n = end == NULL ? len - at : (size_t)(end - text) - at;
		size_t out_len = 0;
		uint8_t *out = u8_normalize(UNINORM_NFC,
		    (const uint8_t *)text + at, n, NULL, &out_len);
		size_t same = 0;

		while (out != NULL && same < n && same < out_len &&
		    (uint8_t)text[at + same] == out[same])
			same++;
		if (out != NULL && (same < n || out_len != n)) {
			struct place where = start;

			where.line = line;
			where = source_file_place(&where, text + at, same);
			finding_add(f, &where, FINDING_NOT_NFC, "%s", "");
		}
		free(out);
		at += n + 1;
	}
}

bool
source_file_gate(const char *path, char *text, size_t *len,
    struct findings *f)
{
	struct place at = { path, 1, 1, NULL };
	struct bytes left;
	uint32_t before = ' ';
	int count = 0;

	plain_line_ends(path, text, len, f);
	left = bytes_of(text, *len);
	while (left.len > 0 && count < GATE_FINDINGS_MAX) {
		size_t n = 0;
		uint32_t code = utf8_decode(left, &n);
		enum finding_kind fault = FINDING_KINDS;

		if (code == UTF8_INVALID) {
			finding_add(f, &at, FINDING_NOT_UTF8, "%02X",
			    left.at[0]);
			return false;
		}
		fault = utf8_is_safe(code) ? fault_of(code, before) :
					     FINDING_UNSAFE;
		before = code;
		if (fault != FINDING_KINDS) {
			finding_add(f, &at, fault, "U+%04X", (unsigned)code);
			count++;
		}
		if (code == 0)
			return false; /* what follows no C text can hold */
		at.column = code == '\n' ? 1 : at.column + 1;
		at.line += code == '\n';
		left = bytes_of(left.at + n, left.len - n);
	}
	if (left.len > 0)
		return false;
	check_normal_form(path, text, *len, f);
	return true;
}

/* The hash of all sources: for each file its name, NUL, length and bytes. */
static void
add_to_revision(struct hash_state *rev, const char *name, struct bytes bytes)
{
	struct buffer frame = { 0 };

	buffer_add(&frame, name, strlen(name) + 1);
	buffer_add_u64(&frame, bytes.len);
	hash_add(rev, buffer_bytes(&frame));
	hash_add(rev, bytes);
	buffer_fini(&frame);
}

char *
source_file_read(const char *path, const char *name, size_t max, size_t *len,
    struct hash_state *rev, struct arena *a, struct findings *f)
{
	const struct place whole = { path, 0, 0, NULL };
	struct buffer raw = { 0 };
	struct err e = { 0 };
	char *text = NULL;

	if (io_read_file(&raw, path, max, &e) < 0) {
		finding_add(f, &whole,
		    e.code == ERR_LIMIT ? FINDING_TOO_LARGE :
					  FINDING_UNREADABLE,
		    "%s", e.text);
		return NULL;
	}
	if (rev != NULL)
		add_to_revision(rev, name, buffer_bytes(&raw));
	text = arena_strndup(a, "", 0);
	if (raw.len > 0) {
		text = arena_zero(a, raw.len + 1);
		memcpy(text, raw.at, raw.len);
	}
	*len = raw.len;
	buffer_fini(&raw);
	if (!source_file_gate(path, text, len, f))
		return NULL;
	if (strspn(text, " \n") == *len) {
		finding_add(f, &whole, FINDING_EMPTY_FILE, "%s", "");
		return NULL;
	}
	return text;
}

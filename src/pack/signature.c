/*
 * Signatures of people.
 */
#include <config.h>

#include "pack/signature.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/io.h"

void
signature_words(char out[SIGNATURE_WORDS_SIZE], const struct head *h)
{
	struct date d;

	date_of_seconds(&d, h->created);
	snprintf(out, SIGNATURE_WORDS_SIZE,
	    "vereda %s-%u-%llu of %04d-%02d-%02d", h->channel, h->epoch,
	    (unsigned long long)h->sequence, d.year, d.month, d.day);
}

int
signature_read(struct minisig *out, const char *path, struct err *e)
{
	struct buffer file = { 0 };
	struct buffer text = { 0 };
	const char *second = NULL;
	int rc = -1;

	if (io_read_file(&file, path, MINISIG_TEXT_MAX, e) < 0)
		return -1;
	second = strchr((const char *)file.at, '\n');
	if (second == NULL) {
		err_set(e, ERR_SIGNATURE_FORM, "not a signature of minisign");
	} else {
		buffer_add_text(&text, MINISIG_UNTRUSTED_LINE);
		buffer_add_text(&text, second);
		rc = minisig_parse(out, buffer_bytes(&text), e);
	}
	buffer_fini(&file);
	buffer_fini(&text);
	return rc == 0 ? 0 : err_wrap(e, "%s", path);
}

int
signature_make(struct minisig *out, const struct secret_key *key,
    struct bytes message, const char *comment, struct err *e)
{
	struct buffer text = { 0 };
	int rc = secret_key_sign(key, message, comment, &text, e);

	if (rc == 0)
		rc = minisig_parse(out, buffer_bytes(&text), e);
	buffer_fini(&text);
	return rc;
}

int
signature_insert(struct minisig *list, unsigned *count, unsigned max,
    const struct minisig *s, struct err *e)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];
	unsigned at = 0;

	minisig_key_id_hex(id, s->id);
	while (at < *count && memcmp(list[at].id, s->id, sizeof s->id) < 0)
		at++;
	if (at < *count && memcmp(list[at].id, s->id, sizeof s->id) == 0)
		return err_set(e, ERR_INPUT, "key %s has signed already", id);
	if (*count == max)
		return err_set(e, ERR_LIMIT, "%u signatures are the most",
		    max);
	memmove(&list[at + 1], &list[at], (*count - at) * sizeof *list);
	list[at] = *s;
	(*count)++;
	return 0;
}

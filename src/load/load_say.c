/*
 * What the commands say alike: dates, names of editions, refusals.
 */
#include <config.h>

#include "load/load.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "bundle/manifest.h"

char *
load_date(int64_t seconds)
{
	struct date d;

	date_of_seconds(&d, seconds);
	return xasprintf("%04d-%02d-%02d", d.year, d.month, d.day);
}

char *
load_edition_name(const char *channel, uint32_t epoch, uint64_t sequence)
{
	return xasprintf("%s-%" PRIu32 "-%" PRIu64, channel, epoch, sequence);
}

char *
load_fingerprint(const struct trust *trust)
{
	const uint8_t *b = NULL;
	struct hash sum;

	trust_fingerprint(trust, &sum);
	b = sum.bytes;
	return xasprintf("%02X%02X %02X%02X %02X%02X %02X%02X", b[0], b[1],
	    b[2], b[3], b[4], b[5], b[6], b[7]);
}

char *
load_manifest_text(const struct bundle *b, const char *stem, const char *lang)
{
	struct manifest *m = NULL;
	struct err e = { 0 };
	char *text = NULL;

	if (manifest_parse(&m, bundle_head(b)->manifest, &e) == 0) {
		const char *plain = manifest_get(m, stem);

		text = utf8_made_safe(plain != NULL ? plain :
			manifest_get_in(m, stem, lang), false);
	}
	manifest_free(m);
	return text != NULL ? text : xstrdup("");
}

void
load_json_err(struct json *j, const struct err *e)
{
	json_text(j, "code", err_name(e->code));
	json_text(j, "sentence", err_sentence(e->code));
	json_text(j, "detail", e->text);
}

static void
refuse_json(const char *what, const struct err *e)
{
	struct json j = { .out = stdout };

	json_object_begin(&j, NULL);
	json_bool(&j, "done", false);
	json_text(&j, "what", what);
	load_json_err(&j, e);
	json_object_end(&j);
	json_end(&j);
}

int
load_refuse(const struct load *l, const char *what, const struct err *e)
{
	char *shown = utf8_made_safe(what, false);
	char *detail = utf8_made_safe(e->text, false);
	const char *name = err_name(e->code);

	if (load_json(l))
		refuse_json(shown, e);
	else
		fprintf(stderr, "%s: %s%s%s\n  (%s)\n", shown, name,
		    name[0] != '\0' ? ": " : "", err_sentence(e->code),
		    detail);
	free(shown);
	free(detail);
	return LOAD_REFUSED;
}

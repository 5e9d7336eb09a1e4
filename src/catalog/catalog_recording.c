/*
 * Recordings: an entry as a person reads it aloud.  A publisher's key may be
 * stolen, so what is no recording by ogg_opus.h is none here either.
 */
#include <config.h>

#include "catalog/catalog_internal.h"
#include "catalog/ogg_opus.h"
#include "catalog/recording.h"
#include "catalog/schema.h"

const struct statement_text catalog_recording_statements[] = {
	{ ST_RECORDING_IS, "SELECT 1 FROM recording"
			   " WHERE id=?1 AND entry=?2 AND lang=?3" },
	{ ST_RECORDINGS_TOTAL, "SELECT count(*),"
			       " coalesce(sum(length(sound)),0),"
			       " coalesce(sum(ms),0)/1000 FROM recording" },
	{ ST_RECORDING, "SELECT sound FROM recording"
			" WHERE id=?1 AND entry=?2 AND lang=?3" },
	{ ST_COUNT, NULL },
};

/* Its row is asked for by number, as that of a body. */
static bool
begin(struct query *q, const struct catalog *c, struct ref ref,
    const char *lang, enum statement statement)
{
	size_t language = schema_language_number(lang);

	if (ref.channel >= c->count || schema_language(language) == NULL)
		return false;
	query_begin(q, &c->channels[ref.channel], statement);
	query_number(q, 1, schema_text_id(language, ref.row));
	query_number(q, 2, ref.row);
	query_text(q, 3, lang);
	return true;
}

int
catalog_has_recording(struct catalog *c, struct ref ref, const char *lang,
    bool *out, struct err *e)
{
	struct query q;

	*out = false;
	if (!begin(&q, c, ref, lang, ST_RECORDING_IS))
		return 0;
	while (query_row(&q))
		*out = true;
	return query_end(&q, e);
}

int
catalog_recording(struct catalog *c, struct ref ref, const char *lang,
    struct buffer *out, uint32_t *ms, struct err *e)
{
	struct query q;
	const char *why = NULL;

	if (!begin(&q, c, ref, lang, ST_RECORDING))
		return err_set(e, ERR_NOT_FOUND, "recording in %s", lang);
	while (query_row(&q)) {
		const void *sound = sqlite3_column_blob(q.st, 0);
		size_t len = (size_t)sqlite3_column_bytes(q.st, 0);

		if (sound != NULL && out->len == 0)
			buffer_add(out, sound, len);
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (out->len == 0)
		return err_set(e, ERR_NOT_FOUND, "recording of row %d",
		    (int)ref.row);
	why = ogg_opus_fault(buffer_bytes(out), ms);
	if (why != NULL)
		return err_set(e, ERR_SCHEMA, "recording of row %d: %s",
		    (int)ref.row, why);
	return 0;
}

int
catalog_recordings_total(struct catalog *c, struct recordings_total *out,
    struct err *e)
{
	*out = (struct recordings_total){ .count = 0 };
	for (size_t i = 0; i < c->count; i++) {
		struct query q;

		query_begin(&q, &c->channels[i], ST_RECORDINGS_TOTAL);
		while (query_row(&q)) {
			out->count += (size_t)query_get_row(&q, 0);
			out->bytes += (uint64_t)query_get_row(&q, 1);
			out->seconds += (uint64_t)query_get_row(&q, 2);
		}
		if (query_end(&q, e) < 0)
			return -1;
	}
	return 0;
}

/*
 * Recordings: articles and alerts as a person reads them aloud.
 *
 *     audio/recordings.csv     entry,lang,text
 *     audio/LANG/ENTRY.opus    one voice (ogg_opus.h)
 *
 * A recording that says an old telephone number is dangerous, so its row
 * names the text that was read by a mark; when the text has another one, the
 * recording is told and left out.
 */
#ifndef VEREDA_RECORDINGS_H
#define VEREDA_RECORDINGS_H

#include <stdint.h>

#include "base/bytes.h"
#include "pack/channel.h"
#include "pack/channel_text.h"

#define RECORDINGS_FOLDER "audio"
#define RECORDINGS_BYTES_MAX (64u << 20) /* all of a channel */
#define RECORDINGS_MARK_SIZE 17          /* with the NUL */

struct compile;

struct channel_recording {
	struct value entry;
	struct value lang;
	struct value text; /* the mark */
	const struct item *item; /* NULL: it does not go in */
	int language;
	struct bytes sound;
	uint32_t ms;
};

/* Once the items are sorted. */
void recordings_read(struct channel *c);
void recordings_write(struct compile *m);

/* The entry that can be recorded in LANG, or NULL: only articles and alerts
 * have a text that is read from its beginning to its end. */
const struct channel_text *recordings_text(const struct item *item, int lang);

/* The mark of what is read: the title and the text of T. */
void recordings_mark(char out[RECORDINGS_MARK_SIZE],
    const struct channel_text *t);

#endif

/*
 * The voice: a program beside the kiosk that speaks one sentence and ends.
 * It is espeak-ng, or whatever takes the same arguments and reads the
 * sentence from its standard input.  Where there is a recording of a text, a
 * decoder (opusdec) reads that in the same way and writes sound to a player
 * (aplay): two programs and a pipe between them.
 *
 * Nothing that such a program does or leaves undone harms the kiosk: it gets
 * no terminal, no descriptor of ours and no privilege; one that hangs is
 * killed; after some failures in a row there is no voice any more.
 */
#ifndef VEREDA_VOICE_H
#define VEREDA_VOICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/compiler.h"

#define VOICE_TEXT_MAX 4000 /* bytes of one sentence: a pipe holds more */
#define VOICE_FAILURES_MAX 3 /* in a row, then it is silent for good */
#define VOICE_LOUDEST 200 /* espeak-ng's own end of the scale */
#define VOICE_VOLUME_USUAL 2 /* the step at which it is as loud as was set */

enum voice_pace {
	VOICE_USUAL,
	VOICE_SLOW,
	VOICE_SLOWEST,
	VOICE_PACES,
};

enum voice_news {
	VOICE_NOTHING,
	VOICE_SAID,   /* to its end */
	VOICE_FAILED, /* it died, or was killed because it hung */
};

struct voice_setup {
	const char *program; /* path; "" for no voice */
	const char *decoder; /* path; "" for no recordings */
	const char *player;  /* the same */
	bool needs_card; /* there is no voice without a sound card */
	int volume; /* 0 to VOICE_LOUDEST; 100 is as loud as espeak-ng is */
};

struct voice;

struct voice *voice_new(const struct voice_setup *setup);
void voice_free(struct voice *v); /* NULL is allowed */

/* Can it be heard?  NULL: no.  Looks at the machine: not for each cell. */
bool voice_is_there(struct voice *v);

/* How many steps there are from the softest to the loudest: none above
 * VOICE_VOLUME_USUAL where the kiosk is set to the loudest.  1 for NULL. */
int voice_volumes(const struct voice *v);
/* From the next sentence on; STEP from 0.  NULL is allowed. */
void voice_set_volume(struct voice *v, int step);

/*
 * Begin with TEXT in LANG, in place of what is being said.  False when that
 * cannot be; TEXT is cut at VOICE_TEXT_MAX.  NOW in milliseconds.
 */
CHECKED bool voice_say(struct voice *v, const char *lang, const char *text,
    enum voice_pace pace, int64_t now);

/* Can recordings be heard?  Not after three failures in a row. */
bool voice_plays(const struct voice *v);

/*
 * The same with SOUND, Ogg Opus of one voice that takes MS milliseconds.
 * Slower is as a tape is slower: deeper, too.
 */
CHECKED bool voice_play(struct voice *v, struct bytes sound, uint32_t ms,
    enum voice_pace pace, int64_t now);
void voice_stop(struct voice *v); /* at once; NULL is allowed */
bool voice_speaks(const struct voice *v);

/* For poll(): readable when there may be news; -1 in silence. */
int voice_fd(const struct voice *v);
/* Milliseconds until voice_news() must be asked anyhow; -1 for never. */
int voice_wait(const struct voice *v, int64_t now);
enum voice_news voice_news(struct voice *v, int64_t now);

#endif

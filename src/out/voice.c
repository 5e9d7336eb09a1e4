/*
 * The voice: how the program is called, how long it may take, and when it is
 * given up.  The volume is said with each sentence and the mixer of the
 * machine is never touched, so nobody finds it as the person before left it.
 */
#include <config.h>

#include "out/voice.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "out/voice_child.h"
#include "text/lang.h"

#define CARDS "/proc/asound/cards" /* ALSA's; a line for each sound card */
#define SLACK_MS 5000 /* before the first word, on a slow machine */
#define LETTER_MS 250 /* for a letter: three times as slow as the slowest */
#define DYING_MAX 8

struct voice {
	char *program;
	bool needs_card;
	int usual_volume; /* as the kiosk is set */
	char volume[8];
	struct voice_child child;
	/* Killed, and still to be buried. */
	struct voice_child dying[DYING_MAX];
	int64_t until; /* when the one that speaks has had its time */
	int failures;  /* in a row */
};

/* Words a minute; espeak-ng itself would speak 175. */
static const char *const paces[VOICE_PACES] = { "150", "120", "95" };

/*
 * Below the usual volume parts of it, in hundredths; above it parts of what
 * is left to the loudest.  At the usual 100 there are 20 dB between the ends,
 * which Section 508 asks of a loudspeaker (402.3.2).
 */
static const int below[VOICE_VOLUME_USUAL] = { 20, 45 };
static const int above[] = { 50, 100 };

int
voice_volumes(const struct voice *v)
{
	if (v == NULL)
		return 1;
	return VOICE_VOLUME_USUAL + 1 +
	    (v->usual_volume < VOICE_LOUDEST ? (int)COUNT_OF(above) : 0);
}

void
voice_set_volume(struct voice *v, int step)
{
	int volume = 0;

	if (v == NULL)
		return;
	volume = v->usual_volume;
	assert(step >= 0 && step < voice_volumes(v));
	if (step < VOICE_VOLUME_USUAL)
		volume = volume * below[step] / 100;
	else if (step > VOICE_VOLUME_USUAL)
		volume += (VOICE_LOUDEST - volume) *
		    above[step - VOICE_VOLUME_USUAL - 1] / 100;
	snprintf(v->volume, sizeof v->volume, "%d", volume);
}

struct voice *
voice_new(const struct voice_setup *setup)
{
	struct voice *v = xcalloc(1, sizeof *v);

	v->program = xstrdup(setup->program);
	v->needs_card = setup->needs_card;
	v->usual_volume = setup->volume;
	voice_set_volume(v, VOICE_VOLUME_USUAL);
	return v;
}

/* Whoever was killed goes as soon as the system lets it. */
static void
bury(struct voice *v)
{
	for (size_t i = 0; i < DYING_MAX; i++)
		if (v->dying[i].pid > 0)
			(void)voice_child_look(&v->dying[i]);
}

void
voice_free(struct voice *v)
{
	if (v == NULL)
		return;
	voice_stop(v);
	bury(v);
	free(v->program);
	free(v);
}

static bool
has_card(void)
{
	FILE *f = fopen(CARDS, "re");
	char line[256];
	bool found = false;

	if (f == NULL)
		return false;
	while (!found && fgets(line, sizeof line, f) != NULL)
		found = line[strspn(line, " 0123456789")] == '[';
	fclose(f);
	return found;
}

bool
voice_is_there(struct voice *v)
{
	if (v == NULL)
		return false;
	bury(v);
	return v->program[0] != '\0' && v->failures < VOICE_FAILURES_MAX &&
	    access(v->program, X_OK) == 0 && (!v->needs_card || has_card());
}

/* For a language that is not in the table espeak-ng may have one. */
static const char *
voice_name(const char *code)
{
	const char *name = lang_of(code)->voice;

	return name != NULL ? name : code;
}

/* Bytes of TEXT that may be said: never a part of a letter. */
static size_t
length_of(const char *text)
{
	size_t len = strnlen(text, VOICE_TEXT_MAX + 1);

	if (len <= VOICE_TEXT_MAX)
		return len;
	len = VOICE_TEXT_MAX;
	while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
		len--;
	return len;
}

bool
voice_say(struct voice *v, const char *lang, const char *text,
    enum voice_pace pace, int64_t now)
{
	/* -b 1: it is UTF-8 */
	const char *const words[] = { v->program, "-v", voice_name(lang),
		"-s", paces[pace], "-a", v->volume, "-b", "1",
		"--stdin", NULL };
	char *argv[COUNT_OF(words)] = { NULL };
	size_t len = length_of(text);
	bool started = false;

	voice_stop(v);
	bury(v);
	for (size_t i = 0; words[i] != NULL; i++)
		argv[i] = xstrdup(words[i]);
	started = voice_child_start(&v->child, argv, bytes_of(text, len));
	for (size_t i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	if (!started)
		v->failures++;
	v->until = now + SLACK_MS + (int64_t)len * LETTER_MS;
	return started;
}

/* Into the list of those that are to be buried; there is always room, or
 * the system does not let anybody die, and then one more is no matter. */
void
voice_stop(struct voice *v)
{
	if (v == NULL || v->child.pid <= 0)
		return;
	voice_child_kill(&v->child);
	bury(v);
	for (size_t i = 0; i < DYING_MAX; i++)
		if (v->dying[i].pid <= 0) {
			v->dying[i] = v->child;
			break;
		}
	v->child = (struct voice_child){ .end = -1 };
	bury(v);
}

bool
voice_speaks(const struct voice *v)
{
	return v != NULL && v->child.pid > 0;
}

int
voice_fd(const struct voice *v)
{
	return voice_speaks(v) ? v->child.end : -1;
}

int
voice_wait(const struct voice *v, int64_t now)
{
	if (!voice_speaks(v))
		return -1;
	return v->until > now ? (int)(v->until - now) : 0;
}

enum voice_news
voice_news(struct voice *v, int64_t now)
{
	if (!voice_speaks(v))
		return VOICE_NOTHING;
	switch (voice_child_look(&v->child)) {
	case VOICE_CHILD_RUNS:
		if (now < v->until)
			return VOICE_NOTHING;
		voice_stop(v);
		break;
	case VOICE_CHILD_DONE:
		v->failures = 0;
		return VOICE_SAID;
	case VOICE_CHILD_BROKEN:
		break;
	}
	v->failures++;
	return VOICE_FAILED;
}

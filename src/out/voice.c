/*
 * The voice: how the program is called, how long it may take, and when it is
 * given up.  The volume is said with each sentence and the mixer of the
 * machine is never touched, so nobody finds it as the person before left it.
 */
#include <config.h>

#include "out/voice.h"

#include <assert.h>
#include <fcntl.h>
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
#define CPU_SECONDS 60 /* of one sentence, beside the time of a recording */
#define VOLUME_STEP 10
#define WORDS_MAX 12 /* of a program and its arguments */

struct voice {
	char *program;
	char *decoder;
	char *player;
	bool needs_card;
	int usual_volume; /* as the kiosk is set */
	char volume[12];
	const char *gain; /* of a recording, as the decoder is told it */
	struct voice_child child; /* who is heard: the voice, or the player */
	struct voice_child feeder; /* of the player: the decoder */
	bool broken; /* one of the two has failed */
	/* Killed, and still to be buried. */
	struct voice_child dying[DYING_MAX];
	int64_t until; /* when the one that speaks has had its time */
	bool plays;    /* a recording */
	int failures;  /* in a row */
	int unplayed;  /* the same, of recordings */
};

/* Words a minute; espeak-ng itself would speak 175. */
static const char *const paces[VOICE_PACES] = { "150", "120", "95" };

/* Samples a second that the decoder makes, and that the player takes them
 * for: 100, 85 and 75 percent of how fast it was spoken. */
#define RATE "24000"
static const char *const rates[VOICE_PACES] = { RATE, "20400", "18000" };

/* Decibels, for each VOLUME_STEP of a volume. */
static const char *const gains[] = { "-60", "-20", "-14", "-10", "-8", "-6",
	"-4", "-3", "-2", "-1", "0", "1", "2", "2", "3", "4", "4", "5", "5",
	"6", "6" };

static const char *
gain_of(int volume)
{
	size_t step = volume > 0 ? (size_t)volume / VOLUME_STEP : 0;

	return gains[step < COUNT_OF(gains) ? step : COUNT_OF(gains) - 1];
}

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
	v->gain = gain_of(volume);
}

static char *
path_of(const char *program)
{
	return xstrdup(program != NULL ? program : "");
}

struct voice *
voice_new(const struct voice_setup *setup)
{
	struct voice *v = xcalloc(1, sizeof *v);

	v->program = path_of(setup->program);
	v->decoder = path_of(setup->decoder);
	v->player = path_of(setup->player);
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
	free(v->decoder);
	free(v->player);
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

/* WORDS with what a child may change of its own. */
static bool
start(struct voice_child *c, const char *const *words, int in, int out,
    unsigned cpu_seconds)
{
	char *argv[WORDS_MAX + 1] = { NULL };
	struct voice_child_start s = { argv, in, out, cpu_seconds };
	bool started = false;

	for (size_t i = 0; i < WORDS_MAX && words[i] != NULL; i++)
		argv[i] = xstrdup(words[i]);
	started = voice_child_start(c, &s);
	for (size_t i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	return started;
}

/* Whoever spoke is silent, and what comes is new. */
static void
begin(struct voice *v, bool plays)
{
	voice_stop(v);
	bury(v);
	v->plays = plays;
	v->broken = false;
}

bool
voice_say(struct voice *v, const char *lang, const char *text,
    enum voice_pace pace, int64_t now)
{
	/* -b 1: it is UTF-8 */
	const char *const words[] = { v->program, "-v", voice_name(lang),
		"-s", paces[pace], "-a", v->volume, "-b", "1",
		"--stdin", NULL };
	size_t len = length_of(text);
	bool started = false;

	begin(v, false);
	started = start(&v->child, words,
	    voice_child_pipe(bytes_of(text, len)), -1, CPU_SECONDS);
	if (!started)
		v->failures++;
	v->until = now + SLACK_MS + (int64_t)len * LETTER_MS;
	return started;
}

bool
voice_plays(const struct voice *v)
{
	return v != NULL && v->unplayed < VOICE_FAILURES_MAX &&
	    v->decoder[0] != '\0' && v->player[0] != '\0' &&
	    access(v->decoder, X_OK) == 0 && access(v->player, X_OK) == 0;
}

bool
voice_play(struct voice *v, struct bytes sound, uint32_t ms,
    enum voice_pace pace, int64_t now)
{
	const char *const decode[] = { v->decoder, "--quiet", "--rate", RATE,
		"--gain", v->gain, "-", "-", NULL };
	const char *const play[] = { v->player, "-q", "-t", "raw", "-f",
		"S16_LE", "-c", "1", "-r", rates[pace], "-", NULL };
	unsigned cpu_seconds = CPU_SECONDS + ms / 1000;
	int between[2];
	bool started = false;

	begin(v, true);
	v->until = now + SLACK_MS + (int64_t)ms * 2;
	if (pipe2(between, O_CLOEXEC) == 0) {
		started = start(&v->feeder, decode, voice_child_pipe(sound),
		    between[1], cpu_seconds);
		started = start(&v->child, play, between[0], -1,
			      cpu_seconds) && started;
	}
	if (!started) {
		voice_stop(v);
		v->unplayed++;
	}
	return started;
}

/* Into the list of those that are to be buried; there is always room, or
 * the system does not let anybody die, and then one more is no matter. */
static void
kill_child(struct voice *v, struct voice_child *c)
{
	if (c->pid <= 0)
		return;
	voice_child_kill(c);
	bury(v);
	for (size_t i = 0; i < DYING_MAX; i++)
		if (v->dying[i].pid <= 0) {
			v->dying[i] = *c;
			break;
		}
	*c = (struct voice_child){ .end = -1 };
	bury(v);
}

void
voice_stop(struct voice *v)
{
	if (v == NULL)
		return;
	kill_child(v, &v->feeder);
	kill_child(v, &v->child);
}

bool
voice_speaks(const struct voice *v)
{
	return v != NULL && (v->child.pid > 0 || v->feeder.pid > 0);
}

/* The player first: it ends behind the decoder, but may be seen before. */
int
voice_fd(const struct voice *v)
{
	if (!voice_speaks(v))
		return -1;
	return v->child.pid > 0 ? v->child.end : v->feeder.end;
}

int
voice_wait(const struct voice *v, int64_t now)
{
	if (!voice_speaks(v))
		return -1;
	return v->until > now ? (int)(v->until - now) : 0;
}

/* Both, when it is a recording; one that fails takes the other along. */
static enum voice_child_state
look(struct voice *v)
{
	struct voice_child *both[] = { &v->child, &v->feeder };

	for (size_t i = 0; i < COUNT_OF(both) && !v->broken; i++) {
		enum voice_child_state state = VOICE_CHILD_DONE;

		if (both[i]->pid > 0)
			state = voice_child_look(both[i]);
		if (state == VOICE_CHILD_RUNS)
			return state;
		v->broken = state == VOICE_CHILD_BROKEN;
	}
	voice_stop(v);
	return v->broken ? VOICE_CHILD_BROKEN : VOICE_CHILD_DONE;
}

enum voice_news
voice_news(struct voice *v, int64_t now)
{
	int *failures = NULL;

	if (!voice_speaks(v))
		return VOICE_NOTHING;
	failures = v->plays ? &v->unplayed : &v->failures;
	switch (look(v)) {
	case VOICE_CHILD_RUNS:
		if (now < v->until)
			return VOICE_NOTHING;
		voice_stop(v);
		break;
	case VOICE_CHILD_DONE:
		*failures = 0;
		return VOICE_SAID;
	case VOICE_CHILD_BROKEN:
		break;
	}
	++*failures;
	return VOICE_FAILED;
}

/*
 * Reading aloud: the screen of the moment, one utterance after the other,
 * with the one that is heard marked.  For app*.c and idle.c; screens ask
 * through app.h.
 */
#ifndef VEREDA_APP_ALOUD_H
#define VEREDA_APP_ALOUD_H

#include <stdbool.h>
#include <stdint.h>

#include "out/voice.h"
#include "ui/key.h"
#include "ui/said.h"
#include "ui/screen.h"

/* Texts by their hashes: what was said, what was seen. */
struct aloud_texts {
	uint64_t *at;
	size_t count, room;
};

struct aloud {
	struct voice *voice; /* or NULL; borrowed */
	bool there;   /* it could be heard when the screen was drawn */
	bool reading;
	bool asked;   /* to begin with the screen that is drawn next */
	bool turned;  /* a page, to go on with it */
	bool due;     /* something was done: perhaps there is news to read */
	bool again;   /* the sentence of the moment is a repetition */
	bool more;    /* there is a page behind this one */
	bool sample;  /* say what is new, also to who asked for nothing */
	bool recorded; /* the text is heard as a recording, on all pages */
	bool unrecorded; /* it could not be: by the voice, then */
	enum voice_pace pace;
	int volume; /* a step, from 0 */
	struct arena *arena;    /* of what is being read */
	struct utterances list; /* all of it */
	size_t next;            /* which one comes when this one is over */
	struct aloud_texts said;   /* in this reading */
	struct aloud_texts before; /* on the screen before */
	uint64_t stopped; /* the text that was cut off; 0 for none */
	uint64_t focus;   /* the choice that had the focus; 0 for none */
	struct place place; /* whose screen was read, or seen */
	size_t depth;
};

void aloud_fini(struct app *app);

/* Whether KEY was for the voice; others make it silent. */
bool aloud_key(struct app *app, struct key key);
void aloud_stop(struct app *app);   /* at once */
void aloud_forget(struct app *app); /* and who listened */

/* Before the screen is drawn: is there a voice? */
void aloud_look(struct app *app);
/* The screen is drawn; true when it must be drawn once more, because the
 * voice begins or has nothing to say. */
bool aloud_drawn(struct app *app);
void aloud_mark(struct app *app);

/* Of the voice's descriptor and timer. */
void aloud_hear(struct app *app);

#endif

/*
 * Screens.  A screen is a place (small, kept on the stack while others are
 * above it) and, only while it is on top, a state in its arena.  enter() is
 * called again after a change of size or language and when the reader comes
 * back, so it must restore page and focus from its place alone.
 */
#ifndef VEREDA_SCREEN_H
#define VEREDA_SCREEN_H

#include <stdbool.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"
#include "catalog/catalog.h"
#include "ui/key.h"
#include "ui/surface.h"

enum screen_id {
	SCREEN_ATTRACT,
	SCREEN_COMFORT, /* language and comfort */
	SCREEN_HOME,
	SCREEN_TOPIC,
	SCREEN_ARTICLE,
	SCREEN_ALERTS,
	SCREEN_ALERT,
	SCREEN_RUMOURS, /* rumour or fact? */
	SCREEN_SEARCH,
	SCREEN_HELP,    /* services and telephones */
	SCREEN_COUNTRY, /* choose the country of the help screen */
	SCREEN_SERVICE, /* one service, whole */
	SCREEN_RECRUITERS,  /* who recruits me: what can be done */
	SCREEN_REGISTER,    /* look for a name */
	SCREEN_WHOM_TO_ASK, /* the two steps, the offices */
	SCREEN_RECRUITER,   /* one recruiter, whole */
	SCREEN_FINDER,  /* options: the six facets */
	SCREEN_FACET,   /* one of them: place.number */
	SCREEN_OPTIONS, /* the list of what matches */
	SCREEN_OPTION,  /* one option, whole */
	SCREEN_COMPARE, /* up to three side by side */
	SCREEN_AGREEMENT,
	SCREEN_CONVENTION,
	SCREEN_OCCUPATION, /* a kind of work: what recognises it */
	SCREEN_DEMAND,  /* why it is asked for */
	SCREEN_WORK,    /* which work one did */
	SCREEN_FIND_WORK, /* the same, by typing */
	SCREEN_PAIR,    /* what holds between two countries */
	SCREEN_HOWTO,   /* how to use this screen; help with a screen */
	SCREEN_CHECK,   /* a question of a check; part 0: before the first */
	SCREEN_CHECK_WHY,    /* why that question matters */
	SCREEN_CHECK_RESULT, /* how it ends */
	SCREEN_CHECK_PHONES, /* whom to call then */
	SCREEN_CHECK_TAKEN,  /* the result that was taken along */
	SCREEN_FEES,    /* what may be charged: what can be done */
	SCREEN_FEE_LIST, /* for what one was asked to pay */
	SCREEN_FEE,     /* how much: place.part is the item */
	SCREEN_MONEY,   /* in which money */
	SCREEN_FEES_RESULT, /* the sum; place.number 1: as it was taken */
	SCREEN_WORDS,   /* hard words of a page */
	SCREEN_SOURCES, /* where an entry comes from, how old it is */
	SCREEN_ABOUT,   /* what this kiosk shows, from whom, since when */
	SCREEN_CAREFUL, /* before a sensitive page */
	SCREEN_WITHDRAWN, /* in place of an entry that is withdrawn */
	SCREEN_COURSE,  /* the lessons of a course */
	SCREEN_LESSON,
	SCREEN_QUIZ,    /* one card */
	SCREEN_SCORE,   /* how the quiz went */
	SCREEN_SLIP,    /* what goes on paper */
	SCREEN_TAKE,    /* what can be taken along of a page */
	SCREEN_QR,      /* the same as a code on the whole screen */
	SCREEN_PAPER,   /* how the printing of it goes */
	SCREEN_PLAN,    /* what the reader takes along */
	SCREEN_STEP,    /* one step of it */
	SCREEN_CV,      /* the parts of a curriculum vitae */
	SCREEN_CVWORK,  /* work that one did */
	SCREEN_CVLIST,  /* one list of it */
	SCREEN_CVPAGE,  /* the page itself */
	SCREEN_CVSAVE,  /* and onto a stick */
	SCREEN_END,     /* end of session */
	/* of the staff: from here on (screen_is_staff) */
	SCREEN_PIN,
	SCREEN_USB,      /* what is on the stick */
	SCREEN_PREVIEW,  /* what a bundle changes */
	SCREEN_CHANGES,  /* the titles of one kind */
	SCREEN_PROGRESS, /* an installation */
	SCREEN_RESULT,
	SCREEN_ROLLBACK, /* which edition to go back to */
	SCREEN_REASON,   /* why, and whether */
	SCREEN_COUNT,
};

/* Where the reader is.  A plain value: copied, compared, wiped. */
struct place {
	enum screen_id screen;
	struct ref ref;    /* the topic or entry */
	enum screen_id about; /* SCREEN_HOWTO: which screen it explains;
				 SCREEN_CAREFUL: which one waits */
	int number;        /* SCREEN_FACET: enum option_facet; SCREEN_COUNTRY:
			      enum country_question; SCREEN_CVLIST: the job
			      or language; SCREEN_FIND_WORK: enum works_for;
			      SCREEN_TAKE, SCREEN_QR,
			      SCREEN_PAPER: enum away_what */
	int page;          /* from 0 */
	int part;          /* of the entry, from 0: a lesson, a card; of a
			      check from 1: a question */
	int focus;         /* which choice of the page, from 0 */
	bool careful;      /* sensitive: the key that hides it stays in sight */
};

/* The same page of the same thing; the focus may be another. */
static inline bool
place_same_page(const struct place *a, const struct place *b)
{
	return a->screen == b->screen && a->ref.channel == b->ref.channel &&
	    a->ref.row == b->ref.row && a->about == b->about &&
	    a->number == b->number && a->page == b->page &&
	    a->part == b->part;
}

struct app;

struct screen {
	struct app *app; /* session, catalog, size: see app.h */
	struct place place;
	struct arena *arena; /* reset when the screen is left or entered */
	void *state;         /* lives in arena */
};

struct screen_ops {
	const char *name; /* "topic": names of goldens and of help texts */
	CHECKED int (*enter)(struct screen *sc, struct err *e);
	void (*draw)(struct screen *sc, struct surface *s);
	/* Returns whether the key meant something here.  Keys that mean the
	 * same everywhere (back, language, search, end) never get here
	 * unless takes_text. */
	bool (*key)(struct screen *sc, struct key key);
	/* 0, Esc: a step back inside the screen; false: leave it.  NULL: it
	 * has no steps. */
	bool (*back)(struct screen *sc);
	/* Milliseconds from the last enter() or tick() until tick() wants to
	 * be called; -1 for never.  NULL for never. */
	int (*wait)(const struct screen *sc);
	void (*tick)(struct screen *sc);
	/* The helper said something; the screen is entered again behind it.
	 * NULL for most screens of the public. */
	void (*heard)(struct screen *sc);
	bool takes_text; /* digits, letters, - * / . are text here */
	/* key() needs no enter() between two keys that type */
	bool types_ahead;
	bool holds; /* 0 and Esc come to key() too, and do not lead back */
};

/* The table: one row a screen, in screens/NAME.c. */
const struct screen_ops *screen_ops(enum screen_id id);

static inline bool
screen_is_staff(enum screen_id id)
{
	return id >= SCREEN_PIN && id < SCREEN_COUNT;
}

#endif

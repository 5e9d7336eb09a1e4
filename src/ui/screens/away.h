/*
 * What goes along of a page: the little that makes sense alone on a telephone
 * or on paper.  Made anew each time, in the language of the moment; it holds
 * what is published, and of what a person typed only what they asked for.
 */
#ifndef VEREDA_AWAY_H
#define VEREDA_AWAY_H

#include "catalog/short_code.h"
#include "out/qr.h"
#include "ui/screen.h"
#include "ui/widget_sheet.h"

#define AWAY_STEPS 3

/* Of SCREEN_TAKE, SCREEN_QR and SCREEN_PAPER: place.number. */
enum away_what {
	AWAY_ENTRY, /* place.ref; place.part: a lesson, from 1; 0: all */
	AWAY_CHECK, /* the result of place.ref that was taken along */
	AWAY_FEES,  /* the sum that was taken along */
	AWAY_PLAN,  /* all of the plan */
	AWAY_CV,    /* on paper alone */
	AWAY_TEST,  /* of the printer, for the staff, on paper alone */
	AWAY_COURSE, /* how the course place.ref went, on paper alone;
		      * place.part 1: with a code */
};

struct away {
	const char *title;
	bool withdrawn; /* what it said must not be relied on */
	const char *summary; /* "" */
	const char *steps[AWAY_STEPS]; /* the next ones */
	size_t step_count;
	const char *steps_of; /* heading of them in their text, in capitals;
				 "": they are just the next ones */
	const char *phone;     /* "" if there is none */
	const char *phone_of;  /* whose, or "" */
	const char *hours;     /* of the telephone, or "" */
	const char *source;    /* who says so; "" */
	const char *day;       /* ISO date of the last check; "" */
	const char *publisher; /* of the channel */
	char code[SHORT_CODE_SIZE]; /* "" for what only this session has */
};

/* For the place of SC. */
CHECKED int away_load(struct screen *sc, struct away *out, struct err *e);

/*
 * As much of it as fits in a code of SIZE_MAX modules: the short code and the
 * telephone first, then the title, the steps, the source and the day.  No
 * piece is ever cut.  *TEXT is what the code says.  False when not even the
 * first fits.
 */
bool away_qr(struct screen *sc, const struct away *x, int size_max,
    struct qr *out, const char **text);

/* Modules of the largest code that the whole screen can show. */
int away_qr_size(struct screen *sc);

/* All of it on SH, which is begun and as wide as the paper. */
CHECKED int away_paper(struct screen *sc, const struct away *x,
    struct sheet *sh, struct err *e);

/* Print what the place TO says, and show how that goes.  False if there is
 * no printer, or nothing can be read. */
bool paper_go(struct screen *sc, const struct place *to);

#endif

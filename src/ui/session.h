/*
 * What one person did: language, comfort, the words they searched.  Lives in
 * memory only, and session_wipe() overwrites it.
 */
#ifndef VEREDA_SESSION_H
#define VEREDA_SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "catalog/option.h"
#include "text/cv.h"
#include "ui/learning.h"
#include "ui/plan.h"
#include "ui/session_list.h"
#include "ui/taken.h"

#define SESSION_QUERY_SIZE 512 /* bytes: 80 code points and room */
#define SESSION_COUNTRY_SIZE TAKEN_COUNTRY_SIZE

struct session {
	char lang[8];
	bool contrast;  /* clearer letters */
	bool large_letters;
	bool read_aloud; /* every screen, without being asked */
	bool more_time; /* 10 minutes before the notice, not 2 */
	bool one_press; /* a second one within a moment is ignored */
	/* chosen on the help screen; "" is the kiosk's own */
	char country[SESSION_COUNTRY_SIZE];
	char query[SESSION_QUERY_SIZE];
	struct session_check check;
	struct session_fees fees; /* its countries are those of the check */
	char typed[24]; /* an amount, while it is typed */
	struct taken taken; /* results, beside the plan */
	char recruiter[SESSION_QUERY_SIZE]; /* name that is looked for */
	char pin[8]; /* of the staff, while it is typed */
	struct learning learning[LEARNING_MAX];
	int rumour_round; /* how often five rumours were answered */
	struct plan plan;
	struct cv cv;
	char work[SESSION_QUERY_SIZE]; /* kind of work that is looked for */
	struct option_filter finder; /* what was chosen in it */
	bool finder_open;            /* it was looked at */
	struct session_list compare; /* options side by side */
	char from[3]; /* the two countries of SCREEN_PAIR; "" for none */
	char to[3];
	bool told; /* how to hide a page, before a sensitive one */
	bool open; /* somebody is here */
};

/* Overwrite with zeros and start again in LANG. */
void session_wipe(struct session *s, const char *lang);

#endif

/*
 * fees.csv: what may be charged between two countries.  No entry of its own:
 * a row rests on a law, and the kiosk adds up what somebody was asked for.
 */
#ifndef VEREDA_FEES_H
#define VEREDA_FEES_H

#include "pack/channel.h"
#include "pack/range.h"

#define FEES_SHEET "fees.csv"

struct compile;

struct channel_fee {
	struct value id;
	struct value origin;
	struct value work;
	struct value item;
	struct value payer;
	struct value covers;
	struct value ceiling;
	struct value per;
	struct value law;
	struct by_language note;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
	struct cost limit; /* of the ceiling; no currency: there is none */
};

extern const struct rules fees_rules;

void fees_read(struct channel *c);
void fees_check(struct channel *c); /* against the laws */
void fees_write(struct compile *m);

#endif

/*
 * What the screens about fees share.
 */
#ifndef VEREDA_FEES_SCREENS_H
#define VEREDA_FEES_SCREENS_H

#include "catalog/fee.h"
#include "ui/screens/plan_view.h"
#include "ui/screens/screens.h"
#include "ui/session.h"

/* "Medical exam": 22 columns. */
const char *fees_item(enum fee_item item);

/* "Quetzal (GTQ)" */
const char *fees_money(const char *currency);

/* What is asked now: with the countries that were said before a check, and
 * the money of where one is from if none was chosen. */
struct session_fees fees_now(struct screen *sc);

/* "1,500 GTQ", "they did not say" for an item that was asked for. */
const char *fees_amount(struct arena *a, const struct fee_asked *asked,
    const char *currency);

/* The rules for F, what they say of it, and the words for that. */
struct fees_view {
	struct session_fees fees;
	struct fee_rule *rules;
	size_t count;
	struct fee_sum sum;
	const char *title;
};
CHECKED int fees_view(struct screen *sc, const struct session_fees *f,
    struct fees_view *out, struct err *e);

/* "The visa: 500 GTQ. MAY NOT BE CHARGED." */
const char *fees_verdict(struct arena *a, const struct fees_view *v,
    enum fee_item item);

/* Item by item, then whom to ask, the laws, where they come from. */
CHECKED int fees_say(struct screen *sc, struct sheet *sh,
    const struct fees_view *v, struct err *e);

/* The sum that was taken along, on the plan. */
CHECKED int fees_plan_view(struct screen *sc, struct plan_view *out,
    bool *found, struct err *e);

#endif

/*
 * What goes along of a result that a reader took with them: how a check
 * ended, what may be charged.
 */
#include <config.h>

#include "ui/screens/away_private.h"

#include <string.h>

#include "ui/app.h"
#include "ui/screens/checks.h"
#include "ui/screens/fees.h"
#include "ui/screens/recruiters.h"

int
away_load_check(struct screen *sc, struct away *x, struct err *e)
{
	const struct session_check *given = NULL;
	struct entry *services = NULL;
	struct concluded c;
	struct check k;
	size_t count = 0;

	if (checks_taken(sc, &k, &given, &c, e) < 0 ||
	    checks_near(sc, &k, given, c.outcome, &services, &count, e) < 0 ||
	    away_publisher(sc, x, e) < 0)
		return -1;
	x->title = c.title;
	x->day = k.reviewed;
	for (size_t i = 0; i < c.end->step_count; i++)
		away_add_step(x, c.end->steps[i]);
	for (size_t i = 0; i < count && x->phone[0] == '\0'; i++)
		if (services[i].phone_count > 0) {
			x->phone = services[i].phones[0].number;
			x->phone_of = services[i].head.title;
		}
	short_code(x->code, k.head.slug);
	return 0;
}

/* The office of where one is from, else of where the job is. */
static int
find_office(struct screen *sc, const struct session_fees *f, struct away *x,
    struct err *e)
{
	if (recruiter_office(sc, f->origin, &x->phone, &x->phone_of, e) < 0)
		return -1;
	return x->phone[0] != '\0' ? 0 :
	    recruiter_office(sc, f->work, &x->phone, &x->phone_of, e);
}

int
away_load_fees(struct screen *sc, struct away *x, struct err *e)
{
	struct fees_view v;

	if (fees_view(sc, &app_session(sc->app)->taken.fees, &v, e) < 0)
		return -1;
	x->title = v.title;
	for (int i = 0; i < FEE_ITEMS; i++)
		if (v.fees.asked[i].is)
			away_add_step(x,
			    fees_verdict(sc->arena, &v, (enum fee_item)i));
	for (size_t i = 0; i < v.count; i++) {
		const struct fee_rule *r = &v.rules[i];

		if (v.fees.asked[r->item].is &&
		    (x->day[0] == '\0' || strcmp(r->reviewed, x->day) < 0))
			x->day = r->reviewed;
	}
	short_code(x->code, TAKEN_FEES);
	return find_office(sc, &v.fees, x, e);
}

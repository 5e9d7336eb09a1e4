/*
 * What was asked for, in words: item by item what may be charged, by which
 * law, and whom to ask.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "ui/app.h"
#include "ui/screens/fees.h"
#include "ui/screens/recruiters.h"
#include "ui/widget_option.h"

#define _(text) gettext(text)
#define N_(text) text

#define OFFICES_MAX 2 /* of one country */

/* TRANSLATORS: for what somebody is asked to pay; 22 columns each. */
static const char *const items[FEE_ITEMS] = {
	[FEE_RECRUITMENT] = N_("Job, place, papers"),
	[FEE_VISA] = N_("Visa"),
	[FEE_PASSPORT] = N_("Passport"),
	[FEE_TRAVEL] = N_("Trip there and back"),
	[FEE_MEDICAL] = N_("Medical exam"),
	[FEE_TRAINING] = N_("Course or test"),
	[FEE_TOOLS] = N_("Uniform, tools"),
	[FEE_HOUSING] = N_("Housing, water, power"),
};

/* TRANSLATORS: what a law says of an amount that was asked for. */
static const char *const verdicts[] = {
	[FEE_NOT_ASKED] = "",
	[FEE_UNKNOWN] = N_("We know no law. Ask before you pay."),
	[FEE_DEPENDS] = N_("In some jobs it MAY NOT be charged. Ask first."),
	[FEE_ALLOWED] = N_("It can be your own cost. Ask for a receipt."),
	[FEE_TOO_MUCH] = N_("MORE THAN MAY BE CHARGED."),
	[FEE_FORBIDDEN] = N_("MAY NOT BE CHARGED."),
};

/* TRANSLATORS: behind the name of a law: who pays. */
static const char *const payers[FEE_PAYERS] = {
	[FEE_NOBODY] = N_("Nobody may charge you for it"),
	[FEE_EMPLOYER] = N_("The employer pays it"),
	[FEE_WORKER] = N_("You pay it"),
};

const char *
fees_item(enum fee_item item)
{
	return _(items[item]);
}

const char *
fees_money(const char *currency)
{
	/* TRANSLATORS: the money of a country; 30 columns each. */
	static const struct {
		const char *currency, *name;
	} names[] = { { "GTQ", N_("Quetzales (GTQ)") },
		{ "HNL", N_("Lempiras (HNL)") },
		{ "MXN", N_("Mexican pesos (MXN)") },
		{ "USD", N_("US dollars (USD)") },
		{ "CAD", N_("Canadian dollars (CAD)") },
		{ "CRC", N_("Costa Rican colones (CRC)") },
		{ "DOP", N_("Dominican pesos (DOP)") },
		{ "NIO", N_("Córdobas (NIO)") },
		{ "BZD", N_("Belize dollars (BZD)") } };

	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (strcmp(names[i].currency, currency) == 0)
			return _(names[i].name);
	return currency;
}

struct session_fees
fees_now(struct screen *sc)
{
	const struct session *s = app_session(sc->app);
	struct session_fees now = s->fees;
	const char *from = s->check.origin[0] != '\0' ? s->check.origin
						      : app_country(sc->app);

	memcpy(now.work, s->check.work, sizeof now.work);
	memcpy(now.origin, s->check.origin, sizeof now.origin);
	if (now.currency[0] == '\0')
		snprintf(now.currency, sizeof now.currency, "%s",
		    fee_currency_of(from));
	return now;
}

const char *
fees_amount(struct arena *a, const struct fee_asked *asked,
    const char *currency)
{
	if (asked->amount == 0)
		/* TRANSLATORS: in place of an amount; 16 columns. */
		return _("not said");
	return arena_printf(a, "%s %s", widget_amount(a, asked->amount),
	    currency);
}

/* What stands above all of it. */
static const char *
title_of(struct arena *a, const struct fees_view *v)
{
	if (v->sum.asked == 0)
		/* TRANSLATORS: heads of the sum of what was asked: 34 columns
		 * each, in capitals. */
		return _("YOU MARKED NOTHING");
	if (v->sum.above > 0)
		return arena_printf(a, _("%s %s MAY NOT BE CHARGED"),
		    widget_amount(a, v->sum.above), v->fees.currency);
	if (v->sum.forbidden > 0)
		return _("THIS MAY NOT BE CHARGED");
	if (v->sum.open > 0)
		return _("ASK BEFORE YOU PAY");
	return _("THIS CAN BE YOUR OWN COST");
}

int
fees_view(struct screen *sc, const struct session_fees *f,
    struct fees_view *out, struct err *e)
{
	*out = (struct fees_view){ .fees = *f };
	if (catalog_fees(app_catalog(sc->app), f->origin, f->work,
		app_lang(sc->app), sc->arena, &out->rules, &out->count,
		e) < 0)
		return -1;
	out->sum = fee_sum(out->rules, out->count, f->asked, f->currency);
	out->title = title_of(sc->arena, out);
	return 0;
}

/* TRANSLATORS: a limit: an amount, its money, and for how long it is. */
static const char *
limit_of(struct arena *a, const struct fee_rule *r)
{
	const char *amount = widget_amount(a, r->limit);

	switch (r->per) {
	case FEE_DAY:
		return arena_printf(a, _("Up to %s %s a day."), amount,
		    r->currency);
	case FEE_WEEK:
		return arena_printf(a, _("Up to %s %s a week."), amount,
		    r->currency);
	case FEE_MONTH:
		return arena_printf(a, _("Up to %s %s a month."), amount,
		    r->currency);
	case FEE_ONCE:
	case FEE_PERS:
		break;
	}
	return arena_printf(a, _("Up to %s %s."), amount, r->currency);
}

const char *
fees_verdict(struct arena *a, const struct fees_view *v, enum fee_item item)
{
	const struct fee_asked *asked = &v->fees.asked[item];
	struct fee_judgement j = fee_judge(v->rules, v->count, item, asked,
	    v->fees.currency);
	const char *text = arena_printf(a, "%s: %s. %s", fees_item(item),
	    fees_amount(a, asked, v->fees.currency), _(verdicts[j.verdict]));

	if (j.limit != NULL && j.verdict != FEE_FORBIDDEN)
		text = arena_printf(a, "%s %s", text, limit_of(a, j.limit));
	return text;
}

static void
say_items(struct sheet *sh, const struct fees_view *v)
{
	for (int i = 0; i < FEE_ITEMS; i++)
		if (v->fees.asked[i].is)
			sheet_item(sh, "•",
			    fees_verdict(sh->arena, v, (enum fee_item)i));
}

static bool
is_asked(const struct fees_view *v, const struct fee_rule *r)
{
	return v->fees.asked[r->item].is;
}

static void
say_laws(struct sheet *sh, const struct fees_view *v)
{
	struct arena *a = sh->arena;
	bool any = false;

	for (size_t i = 0; i < v->count; i++) {
		const struct fee_rule *r = &v->rules[i];
		const char *text = NULL;

		if (!is_asked(v, r))
			continue;
		if (!any)
			sheet_heading(sh, _("What the law says"));
		any = true;
		text = arena_printf(a, "%s: %s, %s. %s.", fees_item(r->item),
		    widget_country(r->country), r->law, _(payers[r->payer]));
		if (r->note[0] != '\0')
			text = arena_printf(a, "%s %s.", text, r->note);
		sheet_item(sh, "•", text);
	}
}

/* The offices of where one is from and where the job is. */
static int
say_offices(struct screen *sc, struct sheet *sh, const struct fees_view *v,
    struct err *e)
{
	const char *const places[] = { v->fees.origin, v->fees.work };

	for (size_t i = 0; i < COUNT_OF(places); i++) {
		size_t here = 0;

		if (places[i][0] == '\0' ||
		    (i > 0 && strcmp(places[i], places[0]) == 0))
			continue;
		sheet_heading(sh, arena_printf(sh->arena, "%s: %s",
				      _("Whom to ask"),
				      widget_country(places[i])));
		if (recruiter_say_offices(sc, sh, places[i], OFFICES_MAX,
			&here, e) < 0)
			return -1;
		if (here == 0)
			sheet_text(sh, ROLE_PAGE,
			    _("We know no office there with a telephone. Ask "
			      "the staff."));
	}
	return 0;
}

/* Every source once, and since when it is so. */
static void
say_sources(struct screen *sc, struct sheet *sh, const struct fees_view *v)
{
	struct arena *a = sh->arena;
	const char *oldest = "";
	const char *said = "\n";

	for (size_t i = 0; i < v->count; i++) {
		const struct fee_rule *r = &v->rules[i];
		const char *line = arena_printf(a, "\n%s\n", r->sources);

		if (!is_asked(v, r) || strstr(said, line) != NULL)
			continue;
		if (oldest[0] == '\0')
			sheet_heading(sh, _("Where this comes from"));
		if (oldest[0] == '\0' || strcmp(r->reviewed, oldest) < 0)
			oldest = r->reviewed;
		said = arena_printf(a, "%s%s\n", said, r->sources);
		sheet_text(sh, ROLE_PAGE, r->sources);
	}
	if (oldest[0] == '\0')
		return;
	sheet_text(sh, widget_is_old(sc, oldest) ? ROLE_ALERT : ROLE_PAGE,
	    /* TRANSLATORS: day. */
	    arena_printf(a, _("Seen there on %s. Laws change: ask."),
		widget_date_long(a, oldest)));
}

int
fees_say(struct screen *sc, struct sheet *sh, const struct fees_view *v,
    struct err *e)
{
	if (v->fees.origin[0] == '\0' && v->fees.work[0] == '\0')
		sheet_text(sh, ROLE_TITLE,
		    _("Say where you are from and where the job is: then we "
		      "name the offices and the laws."));
	say_items(sh, v);
	if (v->sum.asked == 0)
		sheet_text(sh, ROLE_PAGE,
		    _("Go back and mark what they ask you to pay for."));
	if (say_offices(sc, sh, v, e) < 0)
		return -1;
	say_laws(sh, v);
	say_sources(sc, sh, v);
	return 0;
}

int
fees_plan_view(struct screen *sc, struct plan_view *out, bool *found,
    struct err *e)
{
	struct fees_view v;

	if (fees_view(sc, &app_session(sc->app)->taken.fees, &v, e) < 0)
		return -1;
	out->entry.head.summary = "";
	out->title = _("What they may charge");
	out->step = v.title;
	out->result = SCREEN_FEES_RESULT;
	*found = true;
	return 0;
}

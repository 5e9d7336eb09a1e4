/*
 * What the rules about fees say.
 */
#include <config.h>

#include "catalog/fee.h"

#include <string.h>

#include "base/compiler.h"

const char *const fee_item_names[] = { "recruitment", "visa", "passport",
	"travel", "medical", "training", "tools", "housing", NULL };
const char *const fee_payer_names[] = { "nobody", "employer", "worker",
	NULL };
const char *const fee_per_names[] = { "once", "day", "week", "month", NULL };
const char *const fee_covers_names[] = { "all", "some", NULL };

const char *const fee_currencies[] = { "GTQ", "HNL", "MXN", "USD", "CAD",
	"CRC", "DOP", "NIO", "BZD", NULL };

const char *
fee_currency_of(const char *country)
{
	static const char of[][2][4] = { { "BZ", "BZD" }, { "CA", "CAD" },
		{ "CR", "CRC" }, { "DO", "DOP" }, { "GT", "GTQ" },
		{ "HN", "HNL" }, { "MX", "MXN" }, { "NI", "NIO" } };

	for (size_t i = 0; i < COUNT_OF(of); i++)
		if (strcmp(of[i][0], country) == 0)
			return of[i][1];
	return "USD"; /* of PA, SV and US it is */
}

static bool
decides(const struct fee_rule *r, enum fee_item item)
{
	return r->item == item && strcmp(r->country, FEE_REGION) != 0;
}

/* Is RULE's limit stricter than that of BEST, which may be none? */
static bool
is_lower(const struct fee_rule *rule, const struct fee_rule *best)
{
	if (rule->limit == FEE_NO_LIMIT)
		return false;
	return best == NULL ||
	    (strcmp(rule->currency, best->currency) == 0 &&
		rule->per == best->per && rule->limit < best->limit);
}

static void
compare(struct fee_judgement *j, const struct fee_asked *asked,
    const char *currency)
{
	if (j->limit == NULL || j->limit->per != FEE_ONCE ||
	    strcmp(j->limit->currency, currency) != 0 ||
	    asked->amount <= j->limit->limit)
		return;
	j->verdict = FEE_TOO_MUCH;
	j->above = asked->amount - j->limit->limit;
}

struct fee_judgement
fee_judge(const struct fee_rule *rules, size_t count, enum fee_item item,
    const struct fee_asked *asked, const char *currency)
{
	struct fee_judgement j = { .verdict = FEE_UNKNOWN };
	bool forbidden = false;
	bool depends = false;
	bool allowed = false;

	if (!asked->is)
		return (struct fee_judgement){ .verdict = FEE_NOT_ASKED };
	for (size_t i = 0; i < count; i++) {
		if (!decides(&rules[i], item))
			continue;
		if (rules[i].payer == FEE_WORKER) {
			allowed = true;
			if (is_lower(&rules[i], j.limit))
				j.limit = &rules[i];
		} else if (rules[i].some) {
			depends = true;
		} else {
			forbidden = true;
		}
	}
	if (forbidden) {
		j.verdict = FEE_FORBIDDEN;
		j.above = asked->amount;
	} else if (depends) {
		j.verdict = FEE_DEPENDS;
	} else if (allowed) {
		j.verdict = FEE_ALLOWED;
		compare(&j, asked, currency);
	}
	return j;
}

struct fee_sum
fee_sum(const struct fee_rule *rules, size_t count,
    const struct fee_asked *asked, const char *currency)
{
	struct fee_sum sum = { 0 };

	for (int i = 0; i < FEE_ITEMS; i++) {
		struct fee_judgement j = fee_judge(rules, count,
		    (enum fee_item)i, &asked[i], currency);

		if (!asked[i].is)
			continue;
		sum.asked++;
		sum.total += asked[i].amount;
		sum.above += j.above;
		sum.forbidden += j.verdict == FEE_FORBIDDEN ||
		    j.verdict == FEE_TOO_MUCH;
		sum.open += j.verdict == FEE_UNKNOWN ||
		    j.verdict == FEE_DEPENDS;
	}
	return sum;
}

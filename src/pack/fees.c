/*
 * Reads, checks and writes fees.csv.
 */
#include <config.h>

#include "pack/fees.h"

#include <string.h>

#include "base/compiler.h"
#include "catalog/fee.h"
#include "pack/compile_entry.h"
#include "pack/source_sheet.h"

#define NEEDED 1u
#define NOTE_MAX 160 /* characters */

#define AT(field) offsetof(struct channel_fee, field)

static const struct rule columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "origin", RULE_COUNTRY, 0, NEEDED, AT(origin), 0, NULL },
	{ "work", RULE_COUNTRY, 0, NEEDED, AT(work), 0, NULL },
	{ "item", RULE_CHOICE, 0, NEEDED, AT(item), 0, fee_item_names },
	{ "payer", RULE_CHOICE, 0, NEEDED, AT(payer), 0, fee_payer_names },
	{ "covers", RULE_CHOICE, 0, NEEDED, AT(covers), 0,
	    fee_covers_names },
	{ "ceiling", RULE_COST, 0, 0, AT(ceiling), 0, NULL },
	{ "per", RULE_CHOICE, 0, 0, AT(per), 0, fee_per_names },
	{ "law", RULE_FACT, 0, NEEDED, AT(law), 0, NULL },
	{ "note", RULE_BY_LANGUAGE, 0, 0, AT(note), NOTE_MAX, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    channel_confidences },
};

const struct rules fees_rules = RULES_OF(columns);

static bool
has(const struct value *v)
{
	return v->text != NULL && v->text[0] != '\0';
}

static bool
is(const struct value *v, const char *text)
{
	return v->text != NULL && strcmp(v->text, text) == 0;
}

static bool
same(const struct value *a, const struct value *b)
{
	return a->text != NULL && b->text != NULL &&
	    strcmp(a->text, b->text) == 0;
}

/* One price with its time, and only of what a worker may be charged. */
static void
read_ceiling(struct channel *c, struct channel_fee *f)
{
	const struct value *v = &f->ceiling;
	bool good = true;

	if (!has(v) && !has(&f->per))
		return;
	if (!has(v))
		v = &f->per;
	good = has(&f->ceiling) && has(&f->per) &&
	    cost_read(&f->limit, f->ceiling.text) &&
	    strcmp(f->limit.kind, "paid") == 0 &&
	    f->limit.price == f->limit.price_max && is(&f->payer, "worker");
	if (!good)
		finding_add(c->findings, &v->at, FINDING_FEE_CEILING, "%s",
		    v->text);
}

/* What holds for some jobs says for which, in each language. */
static void
check_note(struct channel *c, const struct channel_fee *f)
{
	for (size_t i = 0; is(&f->covers, "some") && i < c->languages.count;
	     i++)
		if (!has(&f->note.in[channel_language(c, i)]))
			finding_add(c->findings, &f->covers.at,
			    FINDING_FEE_NOTE, "%s",
			    c->languages.list[i].text);
}

void
fees_read(struct channel *c)
{
	struct source_sheet s = { .name = FEES_SHEET, .rules = fees_rules,
		.item_size = sizeof(struct channel_fee) };

	source_sheet_read(c, &s);
	c->fees = s.items;
	c->fee_count = s.count;
	for (size_t i = 0; i < s.count; i++) {
		struct channel_fee *f = &c->fees[i];

		read_ceiling(c, f);
		check_note(c, f);
		channel_check_dates(c, &f->reviewed, &f->review_by);
	}
}

/* The law of a row is of one of its two countries; between any two, the
 * region's. */
static bool
law_fits(const struct channel_fee *f, const struct channel_law *law)
{
	return law->country.text == NULL || is(&law->country, FEE_REGION) ||
	    same(&law->country, &f->origin) || same(&law->country, &f->work);
}

static bool
says_the_same(const struct channel_fee *a, const struct channel_fee *b)
{
	return same(&a->origin, &b->origin) && same(&a->work, &b->work) &&
	    same(&a->item, &b->item) && same(&a->law, &b->law);
}

void
fees_check(struct channel *c)
{
	for (size_t i = 0; i < c->fee_count; i++) {
		const struct channel_fee *f = &c->fees[i];
		const struct channel_law *law = f->law.text == NULL ?
		    NULL :
		    channel_law(c, f->law.text);

		if (law == NULL && f->law.text != NULL &&
		    (c->has_laws || c->law_count == 0))
			finding_add(c->findings, &f->law.at,
			    FINDING_UNKNOWN_LAW, "%s", f->law.text);
		if (law != NULL && !law_fits(f, law))
			finding_add(c->findings, &f->law.at, FINDING_FEE_LAW,
			    "%s, %s", f->law.text, law->country.text);
		for (size_t n = 0; n < i; n++)
			if (says_the_same(&c->fees[n], f)) {
				finding_add(c->findings, &f->id.at,
				    FINDING_FEE_TWICE, "%s", f->id.text);
				break;
			}
	}
}

static void
write_words(struct compile *m, int64_t id, const struct channel_fee *f,
    const struct channel_law *law)
{
	for (size_t n = 0; n < m->c->languages.count; n++) {
		int lang = channel_language(m->c, n);

		row_put(m->w, "INSERT INTO fee_text VALUES(?,?,?,?)", "ittt",
		    id, compile_language(lang), law->law.in[lang].text,
		    f->note.in[lang].text);
	}
	for (size_t n = 0; n < law->sources.count; n++)
		row_put(m->w, "INSERT INTO fee_source VALUES(?,?,?)", "iii",
		    id, (int64_t)n + 1,
		    (int64_t)channel_source(m->c, law->sources.list[n].text)
			->row);
}

void
fees_write(struct compile *m)
{
	for (size_t i = 0; i < m->c->fee_count; i++) {
		const struct channel_fee *f = &m->c->fees[i];
		const struct channel_law *law =
		    channel_law(m->c, f->law.text);
		bool limited = f->limit.currency[0] != '\0';
		int64_t id = (int64_t)i + 1;

		row_put(m->w,
		    "INSERT INTO fee VALUES(?,?,?,?,?,?,?,?,?,?,?)",
		    "itttttitttt", id, f->origin.text, f->work.text,
		    f->item.text, f->payer.text, f->covers.text,
		    limited ? f->limit.price : (int64_t)FEE_NO_LIMIT,
		    f->limit.currency,
		    has(&f->per) ? f->per.text : fee_per_names[FEE_ONCE],
		    law->country.text, f->reviewed.text);
		write_words(m, id, f, law);
	}
}

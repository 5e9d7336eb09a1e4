/*
 * Recruiters: recruiters.csv, what public registers say of them.  Nothing of
 * it goes into the index of the search: there a name would stand without
 * what the register says of it.
 */
#include <config.h>

#include "pack/kind.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/utf8.h"
#include "catalog/name_match.h"
#include "catalog/recruiter.h"
#include "pack/compile_entry.h"
#include "pack/source_sheet.h"

#define NEEDED 1u
#define NAME_MAX_LETTERS 100
#define LICENCE_MAX 40
#define ORDER_MAX 100

struct recruiter_row {
	struct value id;
	struct value country;
	struct value name;
	struct value other_names;
	struct values others; /* of other_names */
	struct value licence;
	struct value standing;
	struct value valid_until;
	struct value job_orders;
	struct values orders; /* of job_orders */
	struct value url;
	struct values facts;
	struct values sources;
	struct value reviewed;
	struct value review_by;
	struct value status;
	struct value confidence;
};

#define AT(field) offsetof(struct recruiter_row, field)

static const struct rule columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "country", RULE_COUNTRY, 0, NEEDED, AT(country), 0, NULL },
	{ "name", RULE_LINE, 0, NEEDED, AT(name), NAME_MAX_LETTERS, NULL },
	{ "other_names", RULE_LINE, 0, 0, AT(other_names), 0, NULL },
	{ "licence", RULE_LINE, 0, 0, AT(licence), LICENCE_MAX, NULL },
	{ "standing", RULE_CHOICE, 0, NEEDED, AT(standing), 0,
	    recruiter_standings },
	{ "valid_until", RULE_DATE, 0, 0, AT(valid_until), 0, NULL },
	{ "job_orders", RULE_LINE, 0, 0, AT(job_orders), 0, NULL },
	{ "url", RULE_ADDRESS, 0, 0, AT(url), 0, NULL },
	{ "facts", RULE_FACTS, 0, 0, AT(facts), 0, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    channel_confidences },
};

static const char *
text_of(const struct value *v)
{
	return v->text != NULL ? v->text : "";
}

static bool
is_standing(const struct recruiter_row *r, const char *word)
{
	return strcmp(text_of(&r->standing), word) == 0;
}

/* Several in one cell; each at most MAX letters. */
static void
read_lines(struct channel *c, struct values *out, const struct value *cell,
    const char *column, size_t max)
{
	rules_split(out, text_of(cell), &cell->at, ";", c->arena);
	if (out->count > RECRUITER_LINES_MAX) {
		finding_add(c->findings, &cell->at, FINDING_TOO_MANY,
		    "%s, %zu > %d", column, out->count, RECRUITER_LINES_MAX);
		out->count = RECRUITER_LINES_MAX;
	}
	for (size_t i = 0; i < out->count; i++)
		if (utf8_length(out->list[i].text) > max)
			finding_add(c->findings, &out->list[i].at,
			    FINDING_TOO_LONG, "%s, %zu > %zu", column,
			    utf8_length(out->list[i].text), max);
}

static void
check_name(struct channel *c, const struct value *name)
{
	if (name->text != NULL && name_words(name->text, c->arena)[0] == '\0')
		finding_add(c->findings, &name->at, FINDING_NAME_BARE, "%s",
		    name->text);
}

/* Do the columns contradict each other? */
static void
check_licence(struct channel *c, const struct recruiter_row *r)
{
	bool never = is_standing(r, "never-licensed");
	bool warned = is_standing(r, "warned");
	const struct value *last = &r->valid_until;

	if (never && text_of(&r->licence)[0] != '\0')
		finding_add(c->findings, &r->licence.at, FINDING_LICENCE_NOT,
		    "%s", r->licence.text);
	if (never && text_of(last)[0] != '\0')
		finding_add(c->findings, &last->at, FINDING_LICENCE_NOT, "%s",
		    last->text);
	if (!never && !warned && r->standing.text != NULL &&
	    text_of(&r->licence)[0] == '\0')
		finding_add(c->findings, &r->licence.at, FINDING_LICENCE_NONE,
		    "%s", text_of(&r->name));
	/* ISO dates sort as text */
	if (is_standing(r, "licensed") && text_of(last)[0] != '\0' &&
	    strcmp(last->text, text_of(&r->reviewed)) < 0)
		finding_add(c->findings, &last->at, FINDING_LICENCE_OVER,
		    "%s, %s", last->text, text_of(&r->reviewed));
}

/* A licence, to find the same one twice. */
struct licence {
	const char *country;
	const char *number;
	const struct value *value;
};

static int
compare_licences(const void *x, const void *y)
{
	const struct licence *a = x;
	const struct licence *b = y;
	int order = strcmp(a->country, b->country);

	if (order == 0)
		order = strcmp(a->number, b->number);
	if (order == 0)
		order = a->value->at.line < b->value->at.line ?
		    -1 :
		    a->value->at.line > b->value->at.line;
	return order;
}

static void
check_twice(struct channel *c, const struct recruiter_row *rows, size_t count)
{
	struct licence *all = arena_array(c->arena, count + 1, sizeof *all);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		all[n] = (struct licence){ text_of(&rows[i].country),
			name_number(text_of(&rows[i].licence), c->arena),
			&rows[i].licence };
		n += all[n].number[0] != '\0';
	}
	if (n > 0)
		qsort(all, n, sizeof *all, compare_licences);
	for (size_t i = 1; i < n; i++)
		if (strcmp(all[i].country, all[i - 1].country) == 0 &&
		    strcmp(all[i].number, all[i - 1].number) == 0)
			finding_add(c->findings, &all[i].value->at,
			    FINDING_LICENCE_TWICE, "%s", all[i].value->text);
}

static void
read_recruiters(struct channel *c, const struct kind *k)
{
	struct source_sheet s = { .name = k->source, .rules = RULES_OF(columns),
		.item_size = sizeof(struct recruiter_row) };

	source_sheet_read(c, &s);
	for (size_t i = 0; i < s.count; i++) {
		struct recruiter_row *one = (struct recruiter_row *)s.items + i;

		read_lines(c, &one->others, &one->other_names, "other_names",
		    NAME_MAX_LETTERS);
		read_lines(c, &one->orders, &one->job_orders, "job_orders",
		    ORDER_MAX);
		check_name(c, &one->name);
		for (size_t n = 0; n < one->others.count; n++)
			check_name(c, &one->others.list[n]);
		check_licence(c, one);
		channel_check_dates(c, &one->reviewed, &one->review_by);
		if (one->id.text != NULL)
			kind_add_item(c, k, one->id.text, &one->id.at, one);
	}
	check_twice(c, s.items, s.count);
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct recruiter_row *)item->data)->sources;
}

static void
check(struct channel *c, const struct item *item)
{
	channel_check_sources(c, item->slug, &item->at, sources(item));
}

static void
write_name(struct compile *m, int64_t id, size_t position, const char *name)
{
	row_put(m->w, "INSERT INTO recruiter_name VALUES(?,?,?,?)", "iitt", id,
	    (int64_t)position, name, name_words(name, m->c->arena));
}

static void
write_recruiter(struct compile *m, const struct item *item)
{
	const struct recruiter_row *r = item->data;
	int64_t id = item->row;

	compile_entry(m, item, &r->status, &r->confidence, &r->reviewed,
	    &r->review_by);
	row_put(m->w, "INSERT INTO recruiter VALUES(?,?,?,?,?,?,?)", "itttttt",
	    id, r->country.text, text_of(&r->licence),
	    name_number(text_of(&r->licence), m->c->arena), r->standing.text,
	    text_of(&r->valid_until), text_of(&r->url));
	write_name(m, id, 1, r->name.text);
	for (size_t i = 0; i < r->others.count; i++)
		write_name(m, id, i + 2, r->others.list[i].text);
	for (size_t i = 0; i < r->orders.count; i++)
		row_put(m->w, "INSERT INTO recruiter_order VALUES(?,?,?)",
		    "iit", id, (int64_t)i + 1, r->orders.list[i].text);
	compile_country(m, id, r->country.text);
	compile_facts(m, id, &r->facts);
	compile_sources(m, id, &r->sources);
	/* a name is the same in every language */
	for (size_t i = 0; i < m->c->languages.count; i++)
		compile_text(m, id, channel_language(m->c, i), r->name.text,
		    text_of(&r->licence));
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu recruiter", "%zu recruiters", count), count);
}

const struct kind recruiter_kind = {
	.name = "recruiter",
	.tell_count = tell_count,
	.source = "recruiters.csv",
	.read = read_recruiters,
	.check = check,
	.sources = sources,
	.write = write_recruiter,
};

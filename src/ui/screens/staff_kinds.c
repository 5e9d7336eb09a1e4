/*
 * The kinds of entries as the staff sees them: their names, and which of
 * them stand in the few rows that a preview has for them.
 */
#include <config.h>

#include <libintl.h>
#include <string.h>

#include "base/compiler.h"
#include "ui/screens/staff.h"

#define _(text) gettext(text)
#define N_(text) text

/* By the names of the protocol: a helper may know kinds that we do not. */
static const struct {
	const char *name;
	const char *title;
} kinds[] = {
	/* TRANSLATORS: kinds of content; 10 columns each. */
	{ "article", N_("Topics") },
	{ "topic", N_("Topics") },
	{ "alert", N_("Alerts") },
	{ "course", N_("Courses") },
	{ "service", N_("Telephones") },
	/* TRANSLATORS: kinds of content: who finds workers; 10 columns. */
	{ "recruiter", N_("Agencies") },
	/* TRANSLATORS: kinds of content: what is said and is not true; 10. */
	{ "rumour", N_("Rumours") },
	/* TRANSLATORS: kinds of content: courses to go to, certificates, help
	 * with a job; 10 columns. */
	{ "option", N_("Options") },
	/* TRANSLATORS: kinds of content: kinds of work; 10 columns. */
	{ "occupation", N_("Trades") },
	/* TRANSLATORS: kinds of content: between two countries; 10 columns. */
	{ "agreement", N_("Agreements") },
	/* TRANSLATORS: kinds of content: of many countries; 10 columns. */
	{ "convention", N_("Treaties") },
	/* TRANSLATORS: kinds of content: questions that show whether an offer
	 * is honest; 10 columns. */
	{ "check", N_("Checks") },
};

const char *
staff_kind(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return _(kinds[i].title);
	return name;
}

static bool
has_changes(const struct link_kind *k)
{
	return k->count[LINK_NEW] != 0 || k->count[LINK_CHANGED] != 0 ||
	    k->count[LINK_WITHDRAWN] != 0;
}

/* Those with changes come first, each part in the helper's order. */
static size_t
in_order(unsigned order[LINK_KINDS_MAX], const struct link_preview *p)
{
	size_t count = 0;
	size_t changed = 0;

	for (unsigned k = 0; k < p->kind_count; k++)
		if (has_changes(&p->kinds[k]))
			order[count++] = k;
	changed = count;
	for (unsigned k = 0; k < p->kind_count; k++)
		if (!has_changes(&p->kinds[k]))
			order[count++] = k;
	/* What nothing changes in only fills the rows. */
	if (count > STAFF_KIND_ROWS)
		count = changed > STAFF_KIND_ROWS ? changed : STAFF_KIND_ROWS;
	return count;
}

size_t
staff_kind_rows(struct staff_kind_row rows[STAFF_KIND_ROWS],
    const struct link_preview *p)
{
	unsigned order[LINK_KINDS_MAX];
	size_t count = in_order(order, p);
	size_t n = count < STAFF_KIND_ROWS ? count : STAFF_KIND_ROWS;

	memset(rows, 0, STAFF_KIND_ROWS * sizeof *rows);
	for (size_t i = 0; i < count; i++) {
		size_t at = i < n ? i : n - 1;
		struct staff_kind_row *row = &rows[at];
		const struct link_kind *k = &p->kinds[order[i]];

		row->kinds[row->kind_count++] = order[i];
		for (size_t sign = 0; sign < 3; sign++)
			row->count[sign] += k->count[sign];
		row->title = row->kind_count > 1
		    /* TRANSLATORS: kinds of content without a row of their
		     * own; 10 columns. */
		    ? _("Others")
		    : staff_kind(k->name);
	}
	return n;
}

/*
 * pack/: registers of recruiters, each fault at its row and column; and what
 * goes into the database.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/channel.h"
#include "pack_fixture.h"

#define CSV "recruiters.csv"
#define TWENTY "a; b; c; d; e; f; g; h; i; j; k; l; m; n; o; p; q; r; s; t"
#define SIX "one two three four five six "
#define LONG SIX SIX SIX SIX

static const char sheet[] =
    "id,country,name,other_names,licence,standing,valid_until,job_orders,"
    "url,facts,sources,reviewed,review_by,status,confidence\n"
    "rec-1,GT,\"Norte, S.A.\",Nor Te; Polo,GT-900,licensed,2027-06-30,"
    "7: 40 people; 8: 2 people,,,ilo-1,2026-11-28,2027-05-28,draft,medium\n"
    "rec-2,GT,Sur,,GT-901,cancelled,,,https://example.org/r,,crm-1,"
    "2026-11-28,2027-05-28,draft,medium\n"
    "rec-3,GT,Este,,,never-licensed,,,,,crm-1,2026-11-28,2027-05-28,draft,"
    "low\n";

static const struct spoilt {
	const char *name;
	const char *from;
	const char *to;
	const char *said; /* place and level */
	const char *detail;
} cases[] = {
	{ "a standing that no register has is told", ",cancelled,", ",valid,",
	    CSV ":3:22: ERROR: ", "valid" },
	{ "a recruiter of no country is told", "rec-2,GT,", "rec-2,ZZ,",
	    CSV ":3:7: ERROR: ", "ZZ" },
	{ "a recruiter without a name is told", ",Sur,", ",,",
	    CSV ":3:10: ERROR: ", "name" },
	{ "a name of signs alone is told", ",Sur,", ",---,",
	    CSV ":3:10: ERROR: ", "---" },
	{ "a name that is too long is told", ",Sur,", "," LONG ",",
	    CSV ":3:10: ERROR: ", "name, 111 > 100" },
	{ "another name of signs alone is told", "Nor Te; Polo", "Nor Te; +",
	    CSV ":2:32: ERROR: ", "+" },
	{ "another name that is too long is told", "Nor Te; Polo", LONG,
	    CSV ":2:24: ERROR: ", "other_names, 111 > 100" },
	{ "a twenty-first other name is told", "Nor Te; Polo", TWENTY "; u",
	    CSV ":2:24: ERROR: ", "other_names, 21 > 20" },
	{ "a job order that is too long is told", "7: 40 people", LONG,
	    CSV ":2:64: ERROR: ", "job_orders, 111 > 100" },
	{ "a licence without a number is told", ",GT-901,", ",,",
	    CSV ":3:15: ERROR: ", "Sur" },
	{ "a number of who never had a licence is told",
	    ",Este,,,", ",Este,,GT-902,", CSV ":4:16: ERROR: ", "GT-902" },
	{ "a last day of who never had a licence is told",
	    ",never-licensed,,", ",never-licensed,2027-01-01,",
	    CSV ":4:32: ERROR: ", "2027-01-01" },
	{ "one licence of two recruiters is told", "GT-901", "gt 900",
	    CSV ":3:15: ERROR: ", "gt 900" },
	{ "a licence that was over when it was seen is told", "2027-06-30",
	    "2026-11-27", CSV ":2:53: ERROR: ", "2026-11-27, 2026-11-28" },
	{ "a last day that is none is told", "2027-06-30", "2027-06-31",
	    CSV ":2:53: ERROR: ", "2027-06-31" },
	{ "a recruiter without a source is told", ",,crm-1,2026-11-28,"
	    "2027-05-28,draft,low", ",,,2026-11-28,2027-05-28,draft,low",
	    CSV ":4:1: ERROR: ", "rec-3" },
	{ "a source that is not there is told", ",,ilo-1,", ",,ilo-9,",
	    CSV ":2:92: ERROR: ", "ilo-9" },
	{ "a review that is due before it was made is told",
	    "2027-05-28,draft,low", "2026-05-28,draft,low",
	    CSV ":4:53: ERROR: ", "2026-05-28, 2026-11-28" },
	{ "an address without https is told", "https://example.org/r",
	    "example.org/r", CSV ":3:34: ERROR: ", "example.org/r" },
	{ "an id that stands twice is told", "rec-2", "rec-1",
	    CSV ":3:1: ERROR: ", "rec-1" },
	{ "a column that is missing is told", ",job_orders", "",
	    CSV ":1:1: ERROR: ", "job_orders" },
};

static char *
folder_with_register(void)
{
	char *folder = pack_fixture_copy();

	pack_fixture_write(folder, CSV, sheet);
	return folder;
}

static char *
findings_of_folder(const char *folder)
{
	struct channel *c = channel_read(folder);
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	findings_print(c->findings, out);
	fclose(out);
	channel_free(c);
	return text;
}

static void
a_good_register_has_no_findings(void **state)
{
	char *folder = folder_with_register();
	char *text = findings_of_folder(folder);

	(void)state;
	assert_string_equal(text, "");
	free(text);
	pack_fixture_remove(folder);
}

/* The first line is at its place, of its level, with its detail. */
static void
it_is_told(void **state)
{
	const struct spoilt *s = *state;
	char *folder = folder_with_register();
	char *start = xasprintf("%s/%s", folder, s->said);
	char *text = NULL;
	char *end = NULL;
	size_t len = 0;

	pack_fixture_change(folder, CSV, s->from, s->to);
	text = findings_of_folder(folder);
	end = strstr(text, start);
	if (end != NULL)
		end[strcspn(end, "\n")] = '\0';
	len = end == NULL ? 0 : strlen(end);
	if (len < strlen(s->detail) ||
	    strcmp(end + len - strlen(s->detail), s->detail) != 0)
		fail_msg("wanted %s...%s, got:\n%s", start, s->detail, text);
	free(text);
	free(start);
	pack_fixture_remove(folder);
}

static const struct pack_question questions[] = {
	{ "SELECT group_concat(slug || kind) FROM entry WHERE kind='recruiter'",
	    "rec-1recruiter,rec-2recruiter,rec-3recruiter" },
	{ "SELECT group_concat(country || licence || number || standing ||"
	  " valid_until) FROM recruiter",
	    "GTGT-900gt900licensed2027-06-30,GTGT-901gt901cancelled,"
	    "GTnever-licensed" },
	{ "SELECT group_concat(position || name || '=' || words, '|') FROM"
	  " (SELECT * FROM recruiter_name ORDER BY entry, position) WHERE"
	  " position > 1 OR name LIKE 'Norte%'",
	    "1Norte, S.A.=norte|2Nor Te=nor te|3Polo=polo" },
	{ "SELECT group_concat(position || job_order, '|') FROM"
	  " recruiter_order", "17: 40 people|28: 2 people" },
	{ "SELECT group_concat(lang || title || summary, '|') FROM"
	  " (SELECT * FROM text ORDER BY entry, lang) WHERE title LIKE 'Nor%'",
	    "enNorte, S.A.GT-900|esNorte, S.A.GT-900" },
	{ "SELECT found('es', 'norte')", "" },
};

static void
the_database_holds_the_register(void **state)
{
	char *folder = folder_with_register();

	(void)state;
	pack_fixture_ask(folder, questions, COUNT_OF(questions));
	pack_fixture_remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_register_has_no_findings),
		cmocka_unit_test(the_database_holds_the_register),
	};
	struct CMUnitTest all[COUNT_OF(cases) + COUNT_OF(tests)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		all[i] = (struct CMUnitTest){ cases[i].name, it_is_told,
			NULL, NULL, (void *)(uintptr_t)&cases[i] };
	memcpy(all + COUNT_OF(cases), tests, sizeof tests);
	return cmocka_run_group_tests(all, NULL, NULL);
}

/*
 * pack/: courses, rumours and their quizzes, each fault at its place; and
 * what goes into the database.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pack/channel.h"
#include "pack_fixture.h"

#define ES "courses/list/es.md"
#define EN "courses/list/en.md"

static const char es_text[] =
    "---\n" /* 1 */
    "title: Haga una lista\n"
    "summary: Dos lecciones\n"
    "revision: 1\n"
    "topics: [rights]\n" /* 5 */
    "countries: [XR]\n"
    "sources: [ilo-1]\n"
    "minutes: 20\n"
    "reviewed: 2026-11-28\n"
    "review_by: 2027-05-28\n" /* 10 */
    "status: draft\n"
    "confidence: medium\n"
    "quiz:\n"
    "  - question: ¿Qué anota usted?\n"
    "    answers: [Nada, Todo]\n" /* 15 */
    "    right: 2\n"
    "    why: Todo enseña algo.\n"
    "  - question: ¿Cuándo?\n"
    "    answers: [Hoy, Nunca, Ayer]\n"
    "    right: 1\n" /* 20 */
    "    why: Hoy es mejor.\n"
    "---\n"
    "## Anote\n"
    "\n"
    "Anote cada trabajo.\n" /* 25 */
    "\n"
    "## Revise\n"
    "\n"
    "Lea la lista con calma.\n";

static const char en_text[] =
    "---\n" /* 1 */
    "title: Make a list\n"
    "summary: Two lessons\n"
    "translates: 1\n"
    "quiz:\n" /* 5 */
    "  - question: What do you write?\n"
    "    answers: [Nothing, All]\n"
    "    right: 2\n"
    "    why: All of it teaches something.\n"
    "  - question: When?\n" /* 10 */
    "    answers: [Today, Never, Yesterday]\n"
    "    right: 1\n"
    "    why: Today is better.\n"
    "---\n"
    "## Write\n" /* 15 */
    "\n"
    "Write down each job.\n"
    "\n"
    "## Look again\n"
    "\n"
    "Read the list calmly.\n";

#define RUMOUR_ES "rumours/sealed/es.md"
#define RUMOUR_EN "rumours/sealed/en.md"

static const char rumour_es[] =
    "---\n" /* 1 */
    "title: «El sello abre la frontera»\n"
    "summary: No la abre\n"
    "revision: 1\n"
    "countries: [XR]\n" /* 5 */
    "sources: [ilo-1]\n"
    "reviewed: 2026-11-28\n"
    "review_by: 2027-05-28\n"
    "status: draft\n"
    "confidence: medium\n" /* 10 */
    "quiz:\n"
    "  - question: El sello abre la frontera.\n"
    "    answers: [Es un rumor, Es verdad]\n"
    "    right: 1\n"
    "    why: Pregunte en el consulado.\n" /* 15 */
    "---\n"
    "## El rumor\n\nUn sello basta.\n\n"
    "## La verdad\n\nNo basta.\n\n"
    "## Por qué\n\nEl sello se vende.\n\n"
    "## A quién preguntar\n\nAl consulado, siempre.\n";

static const char rumour_en[] =
    "---\n" /* 1 */
    "title: “The stamp opens the border”\n"
    "summary: It does not\n"
    "translates: 1\n"
    "quiz:\n" /* 5 */
    "  - question: The stamp opens the border.\n"
    "    answers: [A rumour, A fact]\n"
    "    right: 1\n"
    "    why: Ask the consulate.\n"
    "---\n" /* 10 */
    "## The rumour\n\nA stamp is enough.\n\n"
    "## The fact\n\nIt is not.\n\n"
    "## Why\n\nThe stamp is sold.\n\n"
    "## Whom to ask\n\nThe consulate.\n";

#define SIX "one two three four five six "
#define LONG SIX SIX SIX SIX SIX

static const struct spoilt {
	const char *name;
	const char *file;
	const char *from;
	const char *to;
	const char *said; /* place and level */
	const char *detail;
} cases[] = {
	{ "a course without minutes is told", ES, "minutes: 20\n", "",
	    ES ":2:1: ERROR: ", "minutes" },
	{ "a course of no minutes is told", ES, "minutes: 20", "minutes: 0",
	    ES ":8:10: ERROR: ", "0" },
	{ "a course of five hours is told", ES, "minutes: 20",
	    "minutes: 300", ES ":8:10: ERROR: ", "300" },
	{ "minutes in a translation are told", EN, "translates: 1\n",
	    "translates: 1\nminutes: 20\n", EN ":5:1: ERROR: ", "minutes" },
	{ "a tool that the kiosk has not is told", ES, "minutes: 20\n",
	    "minutes: 20\ntool: loan\n", ES ":9:7: ERROR: ", "loan" },
	{ "a quiz that is no list is told", EN,
	    "quiz:\n  - question: What do you write?\n"
	    "    answers: [Nothing, All]\n    right: 2\n"
	    "    why: All of it teaches something.\n  - question: When?\n"
	    "    answers: [Today, Never, Yesterday]\n    right: 1\n"
	    "    why: Today is better.\n",
	    "quiz: yes\n", EN ":5:7: ERROR: ", "quiz" },
	{ "a card without a reason is told", EN,
	    "    why: Today is better.\n", "", EN ":10:5: ERROR: ", "why" },
	{ "a key that no card has is told", EN, "    why: Today",
	    "    because: x\n    why: Today", EN ":13:5: ERROR: ", "because" },
	{ "a card with one answer is told", ES, "[Nada, Todo]", "[Nada]",
	    ES ":15:14: ERROR: ", "1" },
	{ "a card with five answers is told", ES, "[Hoy, Nunca, Ayer]",
	    "[Hoy, Nunca, Ayer, A, B]", ES ":19:14: ERROR: ",
	    "answers, 5 > 4" },
	{ "an answer that fills more than two rows is told", EN,
	    "[Nothing, All]", "[" LONG ", All]", EN ":7:15: ERROR: ",
	    "answers, 139 > 60" },
	{ "a question that is too long is told", EN, "What do you write?",
	    LONG "?", EN ":6:15: ERROR: ", "question, 141 > 110" },
	{ "a right answer that is not there is told", ES, "right: 1",
	    "right: 4", ES ":20:12: ERROR: ", "4" },
	{ "a right answer of number zero is told", ES, "right: 1",
	    "right: 0", ES ":20:12: ERROR: ", "0" },
	{ "a translation with another right answer is told", EN, "right: 1",
	    "right: 2", EN ":12:12: ERROR: ", "2, 1" },
	{ "a translation with fewer answers is told", EN,
	    "[Today, Never, Yesterday]", "[Today, Never]",
	    EN ":11:14: ERROR: ", "2, 3" },
	{ "a translation with fewer cards is told", EN,
	    "  - question: When?\n    answers: [Today, Never, Yesterday]\n"
	    "    right: 1\n    why: Today is better.\n", "",
	    EN ":6:3: ERROR: ", "1, 2" },
	{ "a translation with fewer lessons is told", EN,
	    "## Look again\n\n", "", EN ":15:1: ERROR: ", "1, 2" },
	{ "text before the first lesson is told", ES, "## Anote\n",
	    "Hola.\n\n## Anote\n", ES ":23:1: ERROR: ",
	    "text before the first" },
	{ "a lesson without text is told", ES, "Lea la lista con calma.\n",
	    "", ES ":27:1: ERROR: ", "Revise" },
	{ "the title of a lesson that is too long is told", EN, "## Write\n",
	    "## " LONG "\n", EN ":15:1: ERROR: ", "##, 139 > 60" },
	{ "a ninth lesson is told", EN, "## Look again\n\n",
	    "## 2\n\nA.\n\n## 3\n\nA.\n\n## 4\n\nA.\n\n## 5\n\nA.\n\n"
	    "## 6\n\nA.\n\n## 7\n\nA.\n\n## 8\n\nA.\n\n## 9\n\n",
	    EN ":47:1: ERROR: ", "##, > 8" },
	{ "a rumour of three sections is told", RUMOUR_EN,
	    "## Why\n\nThe stamp is sold.\n\n", "",
	    RUMOUR_EN ":11:1: ERROR: ", "3" },
	{ "text before the sections of a rumour is told", RUMOUR_ES,
	    "## El rumor\n", "Hola.\n\n## El rumor\n",
	    RUMOUR_ES ":17:1: ERROR: ", "text before the first" },
	{ "a rumour without a question is told", RUMOUR_EN,
	    "quiz:\n  - question: The stamp opens the border.\n"
	    "    answers: [A rumour, A fact]\n    right: 1\n"
	    "    why: Ask the consulate.\n", "", RUMOUR_EN ":2:1: ERROR: ",
	    "quiz" },
	{ "a rumour with two questions is told", RUMOUR_ES,
	    "    why: Pregunte en el consulado.\n",
	    "    why: Pregunte en el consulado.\n  - question: ¿Y?\n"
	    "    answers: [Sí, No]\n    right: 1\n    why: Sí.\n",
	    RUMOUR_ES ":12:3: ERROR: ", "2" },
	{ "a rumour that is true only in translation is told", RUMOUR_EN,
	    "right: 1", "right: 2", RUMOUR_EN ":8:12: ERROR: ", "2, 1" },
	{ "minutes of a rumour are told", RUMOUR_ES, "revision: 1\n",
	    "revision: 1\nminutes: 2\n", RUMOUR_ES ":5:1: ERROR: ",
	    "minutes" },
};

static char *
folder_with_course(void)
{
	char *folder = pack_fixture_copy();

	pack_fixture_write(folder, ES, es_text);
	pack_fixture_write(folder, EN, en_text);
	pack_fixture_write(folder, RUMOUR_ES, rumour_es);
	pack_fixture_write(folder, RUMOUR_EN, rumour_en);
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
a_good_course_has_no_findings(void **state)
{
	char *folder = folder_with_course();
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
	char *folder = folder_with_course();
	char *start = xasprintf("%s/%s", folder, s->said);
	char *text = NULL;
	char *end = NULL;
	size_t len = 0;

	pack_fixture_change(folder, s->file, s->from, s->to);
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
	{ "SELECT kind FROM entry WHERE slug='list'", "course" },
	{ "SELECT minutes FROM course", "20" },
	{ "SELECT group_concat(lang || position || title) FROM"
	  " (SELECT * FROM lesson ORDER BY lang, position)",
	    "en1Write,en2Look again,es1Anote,es2Revise" },
	{ "SELECT markdown FROM lesson WHERE lang='en' AND position=1",
	    "Write down each job.\n\n" },
	{ "SELECT group_concat(question || correct || why) FROM"
	  " (SELECT * FROM quiz_card WHERE lang='en' AND entry IN"
	  " (SELECT entry FROM course) ORDER BY position)",
	    "What do you write?2All of it teaches something.,"
	    "When?1Today is better." },
	{ "SELECT group_concat(position || number || answer) FROM"
	  " (SELECT * FROM quiz_answer WHERE lang='en' AND entry IN"
	  " (SELECT entry FROM course) ORDER BY position, number)",
	    "11Nothing,12All,21Today,22Never,23Yesterday" },
	{ "SELECT count(*) FROM body b JOIN entry e ON e.id=b.entry"
	  " WHERE e.kind='course'", "0" },
	{ "SELECT question || correct || why FROM quiz_card c"
	  " JOIN entry e ON e.id=c.entry WHERE e.kind='rumour'"
	  " AND lang='en'", "The stamp opens the border.1Ask the consulate." },
	{ "SELECT count(*) FROM body b JOIN entry e ON e.id=b.entry"
	  " WHERE e.kind='rumour'", "2" },
	{ "SELECT found('es', 'basta') > '0'", "1" },
	{ "SELECT found('es', 'calma') > '0'", "1" },
	{ "SELECT found('es', 'anota') > '0'", "1" },
};

static void
the_database_holds_lessons_and_cards(void **state)
{
	char *folder = folder_with_course();

	(void)state;
	pack_fixture_ask(folder, questions, COUNT_OF(questions));
	pack_fixture_remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_course_has_no_findings),
		cmocka_unit_test(the_database_holds_lessons_and_cards),
	};
	struct CMUnitTest all[COUNT_OF(cases) + COUNT_OF(tests)];

	for (size_t i = 0; i < COUNT_OF(cases); i++)
		all[i] = (struct CMUnitTest){ cases[i].name, it_is_told,
			NULL, NULL, (void *)(uintptr_t)&cases[i] };
	memcpy(all + COUNT_OF(cases), tests, sizeof tests);
	return cmocka_run_group_tests(all, NULL, NULL);
}

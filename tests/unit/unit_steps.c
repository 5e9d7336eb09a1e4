/*
 * text/steps: what a slip calls next steps, of made texts and of every text
 * of the starter content.
 */
#include <config.h>

#include "unit.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena_fixture.h"
#include "base/bytes.h"
#include "base/io.h"
#include "base/mem.h"
#include "text/steps.h"

#define TEXT_MAX (64u << 10)

/* "HEADING: step / step" of MARKDOWN; "" when it has none. */
static const char *
steps_of(const char *markdown, enum steps_place place)
{
	struct steps steps;
	struct err e = { 0 };
	const char *all = "";

	assert_int_equal(steps_find(&steps, markdown, place, arena, &e), 0);
	if (steps.count == 0) {
		assert_string_equal(steps.heading, "");
		return "";
	}
	all = arena_printf(arena, "%s:", steps.heading);
	for (size_t i = 0; i < steps.count; i++)
		all = arena_printf(arena, "%s%s %s", all, i > 0 ? " /" : "",
		    steps.texts[i]);
	return all;
}

static void
the_numbered_list_is_the_steps_wherever_it_stands(void **state)
{
	(void)state;
	assert_string_equal(
	    steps_of("## Qué hacer\n\n1. Anote **todo**.\n2. Llame al\n"
		     "   1511.\n\n## A quién\n\n- Uno: 110\n- Dos: 911\n",
		STEPS_NUMBERED),
	    "QUÉ HACER: Anote todo. / Llame al 1511.");
	assert_string_equal(steps_of("1. Uno.\n", STEPS_NUMBERED), ": Uno.");
}

static void
a_list_that_is_not_numbered_is_no_steps(void **state)
{
	(void)state;
	assert_string_equal(
	    steps_of("## A quién llamar\n\n- Belmopán: 802\n- Corozal: 402\n",
		STEPS_NUMBERED),
	    "");
	assert_string_equal(steps_of("Solo texto.\n", STEPS_NUMBERED), "");
	assert_string_equal(steps_of("", STEPS_NUMBERED), "");
}

static void
of_two_numbered_lists_neither_is_the_steps(void **state)
{
	(void)state;
	assert_string_equal(
	    steps_of("## Pregunte\n\n1. ¿Cuánto?\n\n## Haga\n\n1. Llame.\n",
		STEPS_NUMBERED),
	    "");
}

static void
what_stands_inside_a_step_is_of_it(void **state)
{
	(void)state;
	assert_string_equal(steps_of("1. Lleve:\n   - acta\n   - foto\n"
				     "2. Vaya.\n\n   Temprano.\n3. Espere.\n",
				STEPS_NUMBERED),
	    ": Lleve: - acta - foto / Vaya. Temprano. / Espere.");
	assert_string_equal(
	    steps_of("- Uno\n  1. dentro\n\nTexto\n\n1. Solo este.\n",
		STEPS_NUMBERED),
	    ": Solo este.");
}

#define HOW "## Cómo funciona\n\nLlaman.\n\n"
#define SIGNS "## Cómo reconocerlo\n\n- Piden dinero\n- Tienen prisa\n\n"

static void
an_alert_has_its_steps_in_its_third_section_alone(void **state)
{
	(void)state;
	assert_string_equal(
	    steps_of(HOW SIGNS "## Qué hacer\n\n- Cuelgue.\n- Denuncie.\n",
		STEPS_ALERT),
	    "QUÉ HACER: Cuelgue. / Denuncie.");
	assert_string_equal(
	    steps_of(HOW SIGNS "## Qué hacer\n\nNo pague.\n", STEPS_ALERT),
	    "");
	assert_string_equal(steps_of(HOW SIGNS, STEPS_ALERT), "");
	assert_string_equal(steps_of(HOW SIGNS "## Qué hacer\n\nNo.\n\n"
					       "## Otra\n\n- Pague.\n",
				STEPS_ALERT),
	    "");
}

static void
an_address_is_never_torn(void **state)
{
	(void)state;
	assert_string_equal(
	    steps_of("1. Para el empleo de temporada vea la lista, en "
		     "seasonaljobs.dol.gov/es.\n",
		STEPS_NUMBERED),
	    ": Para el empleo de temporada vea la lista, en "
	    "seasonaljobs.dol.gov/es.");
}

static void
a_long_heading_is_whole(void **state)
{
	(void)state;
	assert_string_equal(
	    steps_of("## Si le piden dinero por el empleo, la entrevista o la "
		     "visa del consulado\n\n1. No pague.\n",
		STEPS_NUMBERED),
	    "SI LE PIDEN DINERO POR EL EMPLEO, LA ENTREVISTA O LA VISA DEL "
	    "CONSULADO: No pague.");
}

/* What stands below the keys of the file, or NULL if there is no file. */
static char *
body_of(const char *file)
{
	struct buffer all = { 0 };
	struct err e = { 0 };
	char *body = NULL;

	if (io_read_file(&all, file, TEXT_MAX, &e) == 0) {
		char *text = xstrndup((const char *)all.at, all.len);

		body = strstr(text + 4, "\n---\n");
		assert_non_null(body);
		body = xstrdup(body + 5);
		free(text);
	}
	buffer_fini(&all);
	return body;
}

/* A step tells somebody to do something: a whole sentence, no question, no
 * bare name or number. */
static void
assert_is_step(const char *file, const char *step)
{
	size_t len = strlen(step);

	if (len < 8 || step[len - 1] != '.' || strchr(step, '?') != NULL ||
	    islower((unsigned char)step[0]) ||
	    isdigit((unsigned char)step[0]))
		fail_msg("%s: this is no step: %s", file, step);
}

/* Articles that tell and ask, and have no steps. */
static const char *const without[] = { "bz-work-rights", "ca-open-permit",
	"gt-report-fraud", "return-wages-owed", "start-a-business" };

static bool
has_no_steps(const char *slug)
{
	for (size_t i = 0; i < sizeof without / sizeof *without; i++)
		if (strcmp(without[i], slug) == 0)
			return true;
	return false;
}

/* The steps of FOLDER/SLUG/LANG.md; counted. */
static size_t
check_file(const char *folder, const char *slug, const char *lang,
    enum steps_place place)
{
	char *file = xasprintf("%s/%s/%s.md", folder, slug, lang);
	char *body = body_of(file);
	struct steps steps = { .heading = "" };
	struct err e = { 0 };

	if (body == NULL)
		fail_msg("%s cannot be read", file);
	assert_int_equal(steps_find(&steps, body, place, arena, &e), 0);
	if ((steps.count == 0) != has_no_steps(slug))
		fail_msg("%s: %zu steps", file, steps.count);
	if (steps.count > 0 && steps.heading[0] == '\0')
		fail_msg("%s: steps without a heading", file);
	for (size_t i = 0; i < steps.count; i++)
		assert_is_step(file, steps.texts[i]);
	if (getenv("VEREDA_TELL_STEPS") != NULL && steps.count > 0)
		print_message("%s %s\n", file, steps_of(body, place));
	free(body);
	free(file);
	return steps.count;
}

static size_t
check_folder(const char *room, enum steps_place place)
{
	const char *srcdir = getenv("srcdir");
	char *folder = xasprintf("%s/data/channels/%s",
	    srcdir != NULL ? srcdir : ".", room);
	DIR *dir = opendir(folder);
	const struct dirent *d = NULL;
	size_t count = 0;

	assert_non_null(dir);
	while ((d = readdir(dir)) != NULL) {
		size_t steps = 0;

		if (d->d_name[0] == '.')
			continue;
		steps = check_file(folder, d->d_name, "es", place);
		if (check_file(folder, d->d_name, "en", place) != steps)
			fail_msg("%s: not as many steps in both languages",
			    d->d_name);
		count++;
	}
	closedir(dir);
	free(folder);
	return count;
}

static void
every_text_of_the_starter_content_has_steps_or_none(void **state)
{
	(void)state;
	assert_in_range(check_folder("crm/articles", STEPS_NUMBERED), 90,
	    1000);
	assert_in_range(check_folder("crm/alerts", STEPS_ALERT), 30, 1000);
	assert_in_range(check_folder("crm-alerts/alerts", STEPS_ALERT), 6,
	    1000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_numbered_list_is_the_steps_wherever_it_stands),
		cmocka_unit_test(a_list_that_is_not_numbered_is_no_steps),
		cmocka_unit_test(of_two_numbered_lists_neither_is_the_steps),
		cmocka_unit_test(what_stands_inside_a_step_is_of_it),
		cmocka_unit_test(
		    an_alert_has_its_steps_in_its_third_section_alone),
		cmocka_unit_test(an_address_is_never_torn),
		cmocka_unit_test(a_long_heading_is_whole),
		cmocka_unit_test(
		    every_text_of_the_starter_content_has_steps_or_none),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, make_arena, free_arena);
}

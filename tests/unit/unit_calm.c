/*
 * ui/screens/calm.h: a kiosk without any content (T14).
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/screens/calm.h"

#include "content_fixture.h"
#include "screens_fixture.h"

static void
open_empty(struct kiosk *k, const char *country, int width, int height)
{
	kiosk_open_on(k, catalog_new(), "es", width, height);
	snprintf(k->settings.country, sizeof k->settings.country, "%s",
	    country);
	snprintf(k->settings.site, sizeof k->settings.site,
	    "Sala 2, Tapachula");
	app_start(k->app);
	app_draw(k->app);
}

static void
close_empty(struct kiosk *k)
{
	struct catalog *catalog = k->catalog;

	kiosk_close(k);
	catalog_free(catalog);
}

static void
without_content_it_says_so_in_five_languages(void **state)
{
	static const int sizes[][2] = { { 40, 15 }, { 80, 22 }, { 80, 25 },
		{ 132, 43 } };
	/* and in a fifth that stands for one with long words */
	static const char *const said[] = { "Avise al personal.",
		"Please tell the staff.", "Avise a equipe.",
		"avize anplwaye yo.", "Emergencia", "Emergency",
		"Emergência", "Ijans", "MX: 911", "Sala 2, Tapachula" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		struct kiosk k;

		open_empty(&k, "MX", sizes[i][0], sizes[i][1]);
		for (size_t j = 0; j < COUNT_OF(said); j++)
			if (!kiosk_shows(&k, said[j]))
				fail_msg("%d columns: %s", sizes[i][0],
				    said[j]);
		close_empty(&k);
	}
}

static void
no_key_leads_away_and_none_is_a_number_that_is_not_sure(void **state)
{
	struct kiosk k;

	(void)state;
	open_empty(&k, "DO", 80, 25);
	assert_false(kiosk_shows(&k, "911"));
	kiosk_keys(&k, "1234567890*/?.+-");
	kiosk_press(&k, key_of(UIKEY_ENTER));
	assert_int_equal(app_screen(k.app), SCREEN_ATTRACT);
	assert_true(kiosk_shows(&k, "Avise al personal."));
	close_empty(&k);
}

static struct catalog *
find_content(void *context)
{
	struct kiosk *k = context;

	catalog_free(k->catalog);
	k->catalog = content_fixture_catalog();
	return k->catalog;
}

static void
it_looks_again_and_shows_what_has_come(void **state)
{
	struct app_host host = { .reload = find_content };
	struct kiosk k;

	(void)state;
	open_empty(&k, "MX", 80, 25);
	host.context = &k;
	app_set_host(k.app, &host);
	kiosk_pass(&k, CALM_LOOK_MS - 1);
	app_draw(k.app);
	assert_true(kiosk_shows(&k, "Avise al personal."));
	kiosk_pass(&k, 1);
	app_draw(k.app);
	assert_false(kiosk_shows(&k, "Avise al personal."));
	kiosk_keys(&k, "1");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
	close_empty(&k);
}

/* The number of COUNTRY stands in an emergency service of the content. */
static bool
is_in_content(const char *country, const char *number)
{
	char path[1000];
	char line[4000];
	char kind[32];
	char field[32];
	const char *dir = getenv("srcdir");
	FILE *in = NULL;
	bool found = false;

	snprintf(path, sizeof path, "%s/data/channels/crm/services.csv",
	    dir != NULL ? dir : ".");
	in = fopen(path, "r");
	if (in == NULL)
		fail_msg("%s", path);
	snprintf(kind, sizeof kind, ",%s,emergency,", country);
	snprintf(field, sizeof field, ",%s", number);
	while (fgets(line, sizeof line, in) != NULL)
		found = found || (strstr(line, kind) != NULL &&
		    strstr(line, field) != NULL);
	fclose(in);
	return found;
}

static void
its_numbers_are_those_of_the_content(void **state)
{
	static const char *const countries[] = { "BZ", "CA", "CR", "DO", "GT",
		"HN", "MX", "NI", "PA", "SV", "US", "XX", "" };
	unsigned known = 0;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(countries); i++) {
		const char *number = calm_emergency(countries[i]);

		if (number == NULL)
			continue;
		known++;
		if (!is_in_content(countries[i], number))
			fail_msg("%s: %s", countries[i], number);
	}
	assert_int_equal(known, 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_content_it_says_so_in_five_languages),
		cmocka_unit_test(
		    no_key_leads_away_and_none_is_a_number_that_is_not_sure),
		cmocka_unit_test(it_looks_again_and_shows_what_has_come),
		cmocka_unit_test(its_numbers_are_those_of_the_content),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

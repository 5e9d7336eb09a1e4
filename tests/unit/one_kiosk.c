/*
 * The kiosk of the test that runs.
 */
#include <config.h>

#include "one_kiosk.h"

#include <stdlib.h>

#include "unit.h"

struct kiosk k;

int
open_wide(void **state)
{
	(void)state;
	kiosk_open(&k, "es", 80, 25);
	return 0;
}

int
open_narrow(void **state)
{
	(void)state;
	kiosk_open(&k, "es", 40, 15);
	return 0;
}

int
close_it(void **state)
{
	(void)state;
	kiosk_close(&k);
	return 0;
}

void
assert_row(int y, const char *text)
{
	char *row = kiosk_row(&k, y);

	assert_string_equal(row, text);
	free(row);
}

static void
assert_shown(const char *text, bool shown)
{
	char *all = NULL;

	if (kiosk_shows(&k, text) == shown)
		return;
	all = kiosk_text(&k);
	print_message("\"%s\" is %sin\n%s", text, shown ? "not " : "", all);
	free(all);
	fail();
}

void
assert_shows(const char *text)
{
	assert_shown(text, true);
}

void
assert_hides(const char *text)
{
	assert_shown(text, false);
}

enum role
role_at(int x, int y)
{
	return (enum role)surface_cell(app_draw(k.app), x, y)->role;
}

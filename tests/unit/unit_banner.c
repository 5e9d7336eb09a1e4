/*
 * What the rules of dates (vereda-bundle(5)) put above every page: each row
 * of the table, on each kind of page, at both sizes.  Never an empty screen.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "screens_fixture.h"

#define CREATED 1763078400 /* 2025-11-14 */

static enum banner_kind kind;

static void
give(void *context, int64_t now, struct banner *out)
{
	(void)context;
	(void)now;
	*out = (struct banner){ kind, CREATED };
}

static const struct {
	enum banner_kind kind;
	enum role role;
	const char *wide;
	const char *narrow;
} rows[] = {
	{ BANNER_AGED, ROLE_MUTED,
	    " Esta información es del 14 nov 2025. Puede haber más nueva.",
	    " Del 14 nov 2025: no es lo más nuevo" },
	{ BANNER_CLOCK, ROLE_MUTED, " Esta máquina no sabe qué día es.",
	    " No se sabe qué día es." },
	{ BANNER_DAMAGED, ROLE_ALERT,
	    " ▲ La información más nueva está dañada. Esta es del 14 nov "
	    "2025.",
	    " ▲ Información anterior: 14 nov 2025" },
	{ BANNER_PAST, ROLE_ALERT,
	    " ▲ Vencida, o el reloj está mal: información del 14 nov 2025.",
	    " ▲ ¿Vencida? Es del 14 nov 2025" },
	{ BANNER_PROVED, ROLE_ALERT,
	    " ▲ Vencida: información del 14 nov 2025. Pregunte antes de "
	    "confiar.",
	    " ▲ Vencida: es del 14 nov 2025" },
};

/* Home, topic, article, alerts, an alert, help, a service, search, sources */
static const char *const pages[] = { "1", "11", "1111", "13", "19", "16",
	"164", "17", "11118" };

static void
open_page(struct kiosk *k, const char *lang, bool wide, const char *keys)
{
	const struct app_host host = { .banner = give };

	kiosk_open(k, lang, wide ? 80 : 40, wide ? 25 : 15);
	app_set_host(k->app, &host);
	kiosk_keys(k, keys);
}

/* The row of TEXT alone, or -1. */
static int
find_row(struct kiosk *k, const char *text)
{
	for (int y = 1; y < app_height(k->app); y++) {
		char *row = kiosk_row(k, y);
		bool is = strcmp(row, text) == 0;

		free(row);
		if (is)
			return y;
	}
	return -1;
}

static void
every_page_says_each_row_of_the_table(void **state)
{
	(void)state;
	for (size_t r = 0; r < COUNT_OF(rows); r++)
		for (size_t p = 0; p < COUNT_OF(pages); p++)
			for (int wide = 0; wide < 2; wide++) {
				const char *text = wide ? rows[r].wide :
							  rows[r].narrow;
				struct kiosk k;
				int y;

				kind = rows[r].kind;
				open_page(&k, "es", wide, pages[p]);
				y = find_row(&k, text);
				if (y < 0)
					fail_msg("no \"%s\" on page %s in\n%s",
					    text, pages[p], kiosk_text(&k));
				assert_int_equal(surface_cell(app_draw(k.app),
						     1, y)->role,
				    rows[r].role);
				kiosk_close(&k);
			}
}

/* Whatever the dates, what can be read and chosen is the same. */
static void
a_banner_takes_nothing_from_a_page(void **state)
{
	(void)state;
	for (size_t p = 0; p < COUNT_OF(pages); p++)
		for (int wide = 0; wide < 2; wide++) {
			struct kiosk plain;
			struct kiosk k;

			kind = BANNER_NONE;
			open_page(&plain, "es", wide, pages[p]);
			app_draw(plain.app);
			kind = BANNER_PROVED;
			open_page(&k, "es", wide, pages[p]);
			for (int y = 0; y < app_height(k.app); y++) {
				char *before = kiosk_row(&plain, y);
				char *after = kiosk_row(&k, y);

				if (before[0] != '\0')
					assert_string_equal(before, after);
				free(before);
				free(after);
			}
			kiosk_close(&plain);
			kiosk_close(&k);
		}
}

/* In each language it is a text of its own, and fits. */
static void
it_is_said_in_each_language(void **state)
{
	static const char digits[] = "1245"; /* the long texts are 3 */

	(void)state;
	for (size_t r = 0; r < COUNT_OF(rows); r++)
		for (int wide = 0; wide < 2; wide++) {
			char *seen[sizeof digits] = { NULL };

			kind = rows[r].kind;
			for (size_t n = 0; digits[n] != '\0'; n++) {
				char keys[] = { digits[n], '*', '0', '6',
					'\0' };
				struct kiosk k;

				open_page(&k, "es", wide, keys);
				seen[n] = kiosk_row(&k, 1);
				assert_null(strstr(seen[n], "…"));
				assert_true(strlen(seen[n]) > 8);
				for (size_t m = 0; m < n; m++)
					assert_string_not_equal(seen[m],
					    seen[n]);
				kiosk_close(&k);
			}
			for (size_t n = 0; digits[n] != '\0'; n++)
				free(seen[n]);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_page_says_each_row_of_the_table),
		cmocka_unit_test(a_banner_takes_nothing_from_a_page),
		cmocka_unit_test(it_is_said_in_each_language),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

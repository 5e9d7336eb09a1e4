/*
 * ui/screens of the staff: drawn on a surface, with the helper of the tests.
 */
#include <config.h>

#include "unit.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "desk_fixture.h"
#include "out/printer.h"

/* No label of the first screen's foot touches that of the staff. */
static void
the_door_of_the_staff_stands_apart(void **state)
{
	static const char *const langs[] = { "es", "en", "pt", "ht",
		LONG_LANG };

	(void)state;
	for (size_t l = 0; l < COUNT_OF(langs); l++)
		for (size_t z = 0; z < COUNT_OF(desk_sizes); z++)
			for (int hidden = 0; hidden < 2; hidden++) {
				struct desk d;
				char *foot = NULL;

				desk_open(&d, langs[l], desk_sizes[z].width,
				    desk_sizes[z].height);
				if (hidden)
					kiosk_keys(&d.k, "1");
				if (hidden)
					kiosk_press(&d.k, key_f(9));
				foot = kiosk_row(&d.k,
				    desk_sizes[z].height - 1);
				if (strstr(foot, "  9 ") == NULL)
					print_message("%s %dx%d: %s\n",
					    langs[l], desk_sizes[z].width,
					    desk_sizes[z].height, foot);
				assert_non_null(strstr(foot, "  9 "));
				free(foot);
				desk_close(&d);
			}
}

static const struct {
	const char *keys;
	enum screen_id screen;
	bool has_choices;
} ways[] = {
	{ "9", SCREEN_PIN, false },
	{ "9000000!", SCREEN_PIN, false },
	{ LOG_IN, SCREEN_USB, true },
	{ LOG_IN "1", SCREEN_PREVIEW, true },
	{ LOG_IN "4", SCREEN_PREVIEW, false },
	{ LOG_IN "11", SCREEN_CHANGES, false },
	{ LOG_IN "17", SCREEN_PROGRESS, false },
	{ LOG_IN "170", SCREEN_RESULT, true },
	{ LOG_IN "27", SCREEN_RESULT, true },
	{ LOG_IN "57", SCREEN_RESULT, true },
	{ LOG_IN "8", SCREEN_ROLLBACK, true },
	{ LOG_IN "81", SCREEN_REASON, true },
	{ LOG_IN "812", SCREEN_REASON, true },
	{ LOG_IN "8127", SCREEN_RESULT, true },
};

static void
expect(struct desk *d, bool is, const char *what, size_t way)
{
	char *all = NULL;

	if (is)
		return;
	all = kiosk_text(&d->k);
	print_message("way \"%s\", %dx%d: %s\n%s", ways[way].keys,
	    app_width(d->k.app), app_height(d->k.app), what, all);
	free(all);
	fail();
}

/* Call CHECK on each screen, in each language and size. */
static void
everywhere(void (*check)(struct desk *d, size_t way))
{
	static const char *const langs[] = { "es", LONG_LANG };

	for (size_t l = 0; l < COUNT_OF(langs); l++)
		for (size_t z = 0; z < COUNT_OF(desk_sizes); z++)
			for (size_t w = 0; w < COUNT_OF(ways); w++) {
				struct desk d;

				desk_open(&d, langs[l], desk_sizes[z].width,
				    desk_sizes[z].height);
				desk_keys(&d, ways[w].keys);
				check(&d, w);
				desk_close(&d);
			}
}

static void
is_there(struct desk *d, size_t way)
{
	expect(d, app_screen(d->k.app) == ways[way].screen, "another screen",
	    way);
}

static void
the_keys_lead_to_each_screen(void **state)
{
	(void)state;
	everywhere(is_there);
}

static void
has_head_foot_and_focus(struct desk *d, size_t way)
{
	struct surface *s = app_draw(d->k.app);
	int last = s->height - 1;
	int marks = 0;

	for (int x = 0; x < s->width; x++) {
		expect(d, surface_cell(s, x, 0)->role == ROLE_HEADER,
		    "role of the head", way);
		expect(d, surface_cell(s, x, last)->role == ROLE_FOOTER,
		    "role of the foot", way);
	}
	expect(d, ways[way].screen == SCREEN_PIN ||
		surface_cell(s, 1, last)->code == '0', "0 at the foot", way);
	for (int y = 1; y < last; y++)
		for (int x = 0; x + 1 < s->width; x++) {
			struct cell *c = surface_cell(s, x, y);

			if (c->code != '>' || c->role != ROLE_FOCUS)
				continue;
			marks++;
			expect(d, s->cursor_x == x + 1 && s->cursor_y == y,
			    "the cursor is not on the digit", way);
		}
	expect(d, marks == (ways[way].has_choices ? 1 : 0), "focus", way);
}

static void
each_has_a_head_a_foot_and_one_focus(void **state)
{
	(void)state;
	everywhere(has_head_foot_and_focus);
}

/* Each row in alert or ok says so in words or signs. */
static void
is_not_colour_alone(struct desk *d, size_t way)
{
	struct surface *s = app_draw(d->k.app);
	bool sign = true;

	for (int y = 1; y < s->height - 1; y++) {
		bool here = false;
		bool alert = false;

		for (int x = 0; x < s->width; x++) {
			struct cell *c = surface_cell(s, x, y);

			alert = alert || c->role == ROLE_ALERT;
			here = here || c->code == 0x25B2;
		}
		sign = alert ? sign || here : true;
		expect(d, !alert || here || sign, "an alert without ▲", way);
	}
}

static void
no_alert_is_colour_alone(void **state)
{
	(void)state;
	everywhere(is_not_colour_alone);
}

/* A choice that comes round has left the page as it was. */
static void
comes_back(struct desk *d, size_t way)
{
	struct surface *s = app_draw(d->k.app);
	int x = s->cursor_x;
	int y = s->cursor_y;
	char *before = NULL;
	char *after = NULL;

	if (!ways[way].has_choices)
		return;
	before = kiosk_text(&d->k);
	kiosk_press(&d->k, key_of(UIKEY_TAB));
	for (int i = 0; i < 20 && (s->cursor_x != x || s->cursor_y != y); i++)
		kiosk_press(&d->k, key_of(UIKEY_TAB));
	after = kiosk_text(&d->k);
	expect(d, s->cursor_x == x && s->cursor_y == y,
	    "the focus does not come round", way);
	expect(d, strcmp(before, after) == 0, "not as before", way);
	free(before);
	free(after);
}

static void
the_focus_goes_round_and_round(void **state)
{
	(void)state;
	everywhere(comes_back);
}

static void
without_a_helper_there_is_no_door_for_the_staff(void **state)
{
	struct kiosk k;

	(void)state;
	kiosk_open(&k, "es", 80, 25);
	assert_false(kiosk_shows(&k, "9 Personal"));
	kiosk_keys(&k, "9");
	assert_int_equal(app_screen(k.app), SCREEN_ATTRACT);
	kiosk_close(&k);
}

static void
the_focus_of_a_preview_is_on_the_harmless_answer(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN "1!");
	assert_int_equal(app_screen(d.k.app), SCREEN_USB);
	assert_null(strstr(d.helper.asked, "install"));
	desk_keys(&d, "8!");
	assert_int_equal(app_screen(d.k.app), SCREEN_USB);
	assert_null(strstr(d.helper.asked, "rollback"));
	desk_close(&d);
}

static void
where_there_is_a_printer_it_can_be_tested(void **state)
{
	struct printer *printer = printer_new("/dev/null", "");
	struct desk d;

	(void)state;
	desk_open(&d, "en", 80, 25);
	desk_keys(&d, LOG_IN "7");
	assert_int_equal(app_screen(d.k.app), SCREEN_USB);
	assert_false(kiosk_shows(&d.k, "7 Test slip"));
	desk_close(&d);
	desk_open(&d, "en", 80, 25);
	app_set_printer(d.k.app, printer);
	desk_keys(&d, LOG_IN);
	assert_true(kiosk_shows(&d.k, "7 Test slip"));
	desk_keys(&d, "7");
	assert_int_equal(app_screen(d.k.app), SCREEN_PAPER);
	while (printer_state(printer) == PRINTER_BUSY)
		(void)printer_io(printer, POLLOUT, d.k.now);
	app_printed(d.k.app);
	app_draw(d.k.app);
	assert_true(kiosk_shows(&d.k, "The paper must show these letters:"));
	assert_true(kiosk_shows(&d.k, "ñ ÁÉÍÓÚÑ ¿¡«»"));
	desk_keys(&d, "0");
	assert_int_equal(app_screen(d.k.app), SCREEN_USB);
	desk_close(&d);
	printer_free(printer);
}

static void
going_back_needs_a_reason(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN "817");
	assert_int_equal(app_screen(d.k.app), SCREEN_REASON);
	assert_null(strstr(d.helper.asked, "rollback"));
	desk_keys(&d, "37");
	assert_non_null(strstr(d.helper.asked, "rollback"));
	assert_true(kiosk_shows(&d.k, "BIEN  Ya se usa la base 2025-05-20"));
	desk_close(&d);
}

static void
a_damaged_edition_cannot_be_gone_back_to(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN "82");
	assert_int_equal(app_screen(d.k.app), SCREEN_ROLLBACK);
	desk_close(&d);
}

static void
the_pin_is_never_shown_and_is_forgotten(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, "91234");
	assert_false(kiosk_shows(&d.k, "1234"));
	assert_true(kiosk_shows(&d.k, "● ● ● ● _ _"));
	desk_keys(&d, ".");
	assert_true(kiosk_shows(&d.k, "● ● ● _ _ _"));
	desk_keys(&d, "-");
	assert_int_equal(app_screen(d.k.app), SCREEN_ATTRACT);
	assert_string_equal(app_session(d.k.app)->pin, "");
	desk_close(&d);
}

static void
a_short_pin_is_not_sent(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, "912345!");
	assert_null(strstr(d.helper.asked, "pin"));
	desk_close(&d);
}

static void
the_wait_is_counted_down_and_nothing_is_sent_meanwhile(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, "9");
	for (int i = 0; i < 5; i++)
		desk_keys(&d, "000000!");
	assert_true(kiosk_shows(&d.k, "▲ Espere 1 min 40 s."));
	kiosk_pass(&d.k, 5000);
	assert_true(kiosk_shows(&d.k, "▲ Espere 1 min 35 s."));
	d.helper.asked[0] = '\0';
	desk_keys(&d, "123456!");
	assert_string_equal(d.helper.asked, "");
	desk_close(&d);
}

static void
who_goes_away_is_staff_no_more(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN "1");
	kiosk_pass(&d.k, 121000);
	assert_true(kiosk_shows(&d.k, "Pulse cualquier tecla o toque"));
	kiosk_pass(&d.k, 31000);
	desk_talk(&d);
	assert_int_equal(app_screen(d.k.app), SCREEN_ATTRACT);
	assert_false(link_model(d.link)->staff);
	assert_non_null(strstr(d.helper.asked, "leave"));
	desk_close(&d);
}

static void
every_way_out_ends_the_session_of_the_staff(void **state)
{
	static const char *const outs[] = { LOG_IN "0", LOG_IN "100",
		LOG_IN "5700", LOG_IN "571" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(outs); i++) {
		struct desk d;

		desk_open(&d, "es", 80, 25);
		desk_keys(&d, outs[i]);
		assert_false(link_model(d.link)->staff);
		assert_non_null(strstr(d.helper.asked, "leave"));
		desk_close(&d);
	}
}

static void /* T10 */
a_silent_helper_holds_up_no_key(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN);
	kiosk_keys(&d.k, "10*");
	assert_int_equal(app_screen(d.k.app), SCREEN_COMFORT);
	desk_close(&d);
}

static void
a_helper_that_dies_is_said_and_the_public_goes_on(void **state)
{
	struct desk d;

	(void)state;
	for (size_t w = 2; w < COUNT_OF(ways); w++) {
		desk_open(&d, "es", 80, 25);
		desk_keys(&d, ways[w].keys);
		helper_close(&d.helper);
		if (link_io(d.link, POLLIN | POLLHUP, d.k.now))
			app_hear(d.k.app);
		expect(&d, kiosk_shows(&d.k, "no contesta"), "no word of it",
		    w);
		kiosk_keys(&d.k, "0");
		for (int i = 0; i < 3 &&
		     app_screen(d.k.app) != SCREEN_ATTRACT; i++)
			kiosk_keys(&d.k, "0");
		expect(&d, app_screen(d.k.app) == SCREEN_ATTRACT, "stuck", w);
		kiosk_keys(&d.k, "1");
		assert_int_equal(app_screen(d.k.app), SCREEN_HOME);
		desk_close(&d);
	}
}

static void
the_pin_can_be_tapped(void **state)
{
	struct desk d;

	(void)state;
	for (size_t z = 0; z < COUNT_OF(desk_sizes); z++) {
		struct surface *s = NULL;

		desk_open_touch(&d, "es", desk_sizes[z].width,
		    desk_sizes[z].height, true);
		desk_keys(&d, "9");
		s = app_draw(d.k.app);
		for (char c = '0'; c <= '9'; c++) {
			bool found = false;

			for (size_t i = 0; i < s->target_count; i++)
				found = found || key_is(s->targets[i].key,
				    (unsigned char)c);
			assert_true(found);
		}
		desk_close(&d);
	}
}

/* On each size, with each state of the keys, all of it in full. */
static void
the_label_and_the_keys_are_said_to_the_staff(void **state)
{
	static const struct {
		enum helper_root root;
		const char *label, *small_label; /* or NULL */
		const char *keys, *small_keys;
	} cases[] = {
		{ HELPER_ROOT_GOOD,
		    "debe decir: 4F2A 91C0 3B5E 7D10",
		    "Etiqueta: 4F2A 91C0 3B5E 7D10", NULL, NULL },
		{ HELPER_ROOT_PAST,
		    "debe decir: 4F2A 91C0 3B5E 7D10",
		    "Etiqueta: 4F2A 91C0 3B5E 7D10",
		    "▲ La lista de publicadores venció el 2025-11-25.",
		    "▲ Lista vencida 2025-11-25: avise." },
		{ HELPER_ROOT_NONE, NULL, NULL,
		    "▲ No se puede instalar nada: falta la lista",
		    "▲ Falta la lista de publicadores" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(cases); i++)
		for (size_t z = 0; z < COUNT_OF(desk_sizes); z++) {
			bool wide = desk_sizes[z].width >= 70;
			const char *label = wide ? cases[i].label
						 : cases[i].small_label;
			const char *keep = wide ? cases[i].keys
						: cases[i].small_keys;
			struct desk d;

			desk_open(&d, "es", desk_sizes[z].width,
			    desk_sizes[z].height);
			d.helper.root = cases[i].root;
			desk_keys(&d, LOG_IN);
			assert_true(label == NULL ? !desk_says(&d, "tiqueta")
						  : desk_says(&d, label));
			assert_true(keep == NULL ? !desk_says(&d, "▲ L")
						 : desk_says(&d, keep));
			desk_close(&d);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_door_of_the_staff_stands_apart),
		cmocka_unit_test(the_keys_lead_to_each_screen),
		cmocka_unit_test(each_has_a_head_a_foot_and_one_focus),
		cmocka_unit_test(no_alert_is_colour_alone),
		cmocka_unit_test(the_focus_goes_round_and_round),
		cmocka_unit_test(
		    without_a_helper_there_is_no_door_for_the_staff),
		cmocka_unit_test(
		    the_focus_of_a_preview_is_on_the_harmless_answer),
		cmocka_unit_test(where_there_is_a_printer_it_can_be_tested),
		cmocka_unit_test(going_back_needs_a_reason),
		cmocka_unit_test(a_damaged_edition_cannot_be_gone_back_to),
		cmocka_unit_test(the_pin_is_never_shown_and_is_forgotten),
		cmocka_unit_test(a_short_pin_is_not_sent),
		cmocka_unit_test(
		    the_wait_is_counted_down_and_nothing_is_sent_meanwhile),
		cmocka_unit_test(who_goes_away_is_staff_no_more),
		cmocka_unit_test(every_way_out_ends_the_session_of_the_staff),
		cmocka_unit_test(a_silent_helper_holds_up_no_key),
		cmocka_unit_test(
		    a_helper_that_dies_is_said_and_the_public_goes_on),
		cmocka_unit_test(the_pin_can_be_tapped),
		cmocka_unit_test(the_label_and_the_keys_are_said_to_the_staff),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

/*
 * ui/screens of the staff: drawn on a surface, with the helper of the tests.
 */
#include <config.h>

#include "unit.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "catalog/catalog.h"
#include "content_fixture.h"
#include "helper_fixture.h"
#include "out/printer.h"
#include "screens_fixture.h"
#include "ui/screens/staff.h"

static const struct {
	int width;
	int height;
} sizes[] = { { 80, 25 }, { 80, 22 }, { 132, 43 }, { 40, 15 }, { 50, 15 } };

struct desk {
	struct kiosk k;
	struct helper helper;
	struct link *link;
};

/* Until neither side has anything to say. */
static void
talk(struct desk *d)
{
	bool more = true;

	while (more) {
		more = helper_answer(&d->helper);
		if (link_io(d->link, POLLIN | POLLOUT, d->k.now))
			app_hear(d->k.app);
		more = helper_answer(&d->helper) || more;
	}
	app_draw(d->k.app);
}

static void
desk_open_touch(struct desk *d, const char *lang, int width, int height,
    bool touch)
{
	struct link_source source = { &d->helper, helper_open, NULL };

	memset(d, 0, sizeof *d);
	d->helper.fd = -1;
	d->link = link_new(&source);
	kiosk_open(&d->k, lang, width, height);
	d->k.settings.touch = touch;
	app_set_link(d->k.app, d->link);
	link_open(d->link);
	app_start(d->k.app);
	talk(d);
}

static void
desk_open(struct desk *d, const char *lang, int width, int height)
{
	desk_open_touch(d, lang, width, height, false);
}

static void
desk_close(struct desk *d)
{
	kiosk_close(&d->k);
	link_free(d->link);
	helper_close(&d->helper);
}

/* No label of the first screen's foot touches that of the staff. */
static void
the_door_of_the_staff_stands_apart(void **state)
{
	static const char *const langs[] = { "es", "en", "pt", "ht",
		LONG_LANG };

	(void)state;
	for (size_t l = 0; l < COUNT_OF(langs); l++)
		for (size_t z = 0; z < COUNT_OF(sizes); z++)
			for (int hidden = 0; hidden < 2; hidden++) {
				struct desk d;
				char *foot = NULL;

				desk_open(&d, langs[l], sizes[z].width,
				    sizes[z].height);
				if (hidden)
					kiosk_keys(&d.k, "1");
				if (hidden)
					kiosk_press(&d.k, key_f(9));
				foot = kiosk_row(&d.k, sizes[z].height - 1);
				if (strstr(foot, "  9 ") == NULL)
					print_message("%s %dx%d: %s\n",
					    langs[l], sizes[z].width,
					    sizes[z].height, foot);
				assert_non_null(strstr(foot, "  9 "));
				free(foot);
				desk_close(&d);
			}
}

/* The helper answers between two keys. */
static void
keys(struct desk *d, const char *names)
{
	for (; *names != '\0'; names++) {
		char one[2] = { *names, '\0' };

		kiosk_keys(&d->k, one);
		talk(d);
	}
}

#define LOG_IN "9123456!"

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
		for (size_t z = 0; z < COUNT_OF(sizes); z++)
			for (size_t w = 0; w < COUNT_OF(ways); w++) {
				struct desk d;

				desk_open(&d, langs[l], sizes[z].width,
				    sizes[z].height);
				keys(&d, ways[w].keys);
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
	keys(&d, LOG_IN "1!");
	assert_int_equal(app_screen(d.k.app), SCREEN_USB);
	assert_null(strstr(d.helper.asked, "install"));
	keys(&d, "8!");
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
	keys(&d, LOG_IN "7");
	assert_int_equal(app_screen(d.k.app), SCREEN_USB);
	assert_false(kiosk_shows(&d.k, "7 Test slip"));
	desk_close(&d);
	desk_open(&d, "en", 80, 25);
	app_set_printer(d.k.app, printer);
	keys(&d, LOG_IN);
	assert_true(kiosk_shows(&d.k, "7 Test slip"));
	keys(&d, "7");
	assert_int_equal(app_screen(d.k.app), SCREEN_PAPER);
	while (printer_state(printer) == PRINTER_BUSY)
		(void)printer_io(printer, POLLOUT, d.k.now);
	app_printed(d.k.app);
	app_draw(d.k.app);
	assert_true(kiosk_shows(&d.k, "The paper must show these letters:"));
	assert_true(kiosk_shows(&d.k, "ñ ÁÉÍÓÚÑ ¿¡«»"));
	keys(&d, "0");
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
	keys(&d, LOG_IN "817");
	assert_int_equal(app_screen(d.k.app), SCREEN_REASON);
	assert_null(strstr(d.helper.asked, "rollback"));
	keys(&d, "37");
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
	keys(&d, LOG_IN "82");
	assert_int_equal(app_screen(d.k.app), SCREEN_ROLLBACK);
	desk_close(&d);
}

static void
the_pin_is_never_shown_and_is_forgotten(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, "91234");
	assert_false(kiosk_shows(&d.k, "1234"));
	assert_true(kiosk_shows(&d.k, "● ● ● ● _ _"));
	keys(&d, ".");
	assert_true(kiosk_shows(&d.k, "● ● ● _ _ _"));
	keys(&d, "-");
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
	keys(&d, "912345!");
	assert_null(strstr(d.helper.asked, "pin"));
	desk_close(&d);
}

static void
the_wait_is_counted_down_and_nothing_is_sent_meanwhile(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, "9");
	for (int i = 0; i < 5; i++)
		keys(&d, "000000!");
	assert_true(kiosk_shows(&d.k, "▲ Espere 1 min 40 s."));
	kiosk_pass(&d.k, 5000);
	assert_true(kiosk_shows(&d.k, "▲ Espere 1 min 35 s."));
	d.helper.asked[0] = '\0';
	keys(&d, "123456!");
	assert_string_equal(d.helper.asked, "");
	desk_close(&d);
}

static void
a_stick_that_comes_updates_the_list_by_itself(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, LOG_IN);
	d.helper.mute = true;
	helper_say(&d.helper, "stick-out\n");
	talk(&d);
	assert_true(kiosk_shows(&d.k, "Se lee la memoria"));
	helper_say(&d.helper, "error\tNONE\tno stick\n");
	talk(&d);
	assert_true(kiosk_shows(&d.k, "Ponga la memoria USB."));
	d.helper.mute = false;
	helper_say(&d.helper, "stick-in\n");
	talk(&d);
	assert_true(kiosk_shows(&d.k, "Alertas noviembre"));
	desk_close(&d);
}

static void
a_stick_changes_nothing_for_the_public(void **state)
{
	struct desk d;
	char *before = NULL;
	char *after = NULL;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, "1");
	before = kiosk_text(&d.k);
	helper_say(&d.helper, "stick-in\n");
	talk(&d);
	after = kiosk_text(&d.k);
	assert_string_equal(before, after);
	free(before);
	free(after);
	desk_close(&d);
}

/* Four rows: more kinds than that share the last. */
static void
every_kind_with_changes_is_shown(void **state)
{
	static const char *const others[] = { "OPCIONES", "OFICIOS",
		"ACUERDOS", "UNICORN", "+ 44   ~ 0   - 0",
		"Soldadura en San Pedro Sula", "Convenio de 1973",
		"Un unicornio" };
	struct desk d;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		desk_open(&d, "es", sizes[i].width, sizes[i].height);
		keys(&d, LOG_IN "2");
		assert_true(kiosk_shows(&d.k, "Alertas"));
		assert_true(kiosk_shows(&d.k, "Teléfonos"));
		assert_true(kiosk_shows(&d.k, "Agencias"));
		assert_true(kiosk_shows(&d.k, "Otros"));
		assert_true(kiosk_shows(&d.k, " 59 ")); /* 44 + 14 + 1 */
		assert_false(kiosk_shows(&d.k, "Temas"));
		keys(&d, "3");
		assert_true(kiosk_shows(&d.k, "Agencia Uno"));
		keys(&d, "04");
		assert_int_equal(app_screen(d.k.app), SCREEN_CHANGES);
		for (size_t n = 0; n < COUNT_OF(others); n++) {
			for (int page = 0; page < 9 &&
			     !kiosk_shows(&d.k, others[n]); page++)
				keys(&d, "+");
			if (!kiosk_shows(&d.k, others[n]))
				fail_msg("no \"%s\"", others[n]);
			keys(&d, "---------");
		}
		desk_close(&d);
	}
}

static void
every_kind_has_a_name_for_people(void **state)
{
	(void)state;
	for (enum entry_kind kind = 0; kind < ENTRY_KINDS; kind++)
		assert_string_not_equal(staff_kind(entry_kind_name(kind)),
		    entry_kind_name(kind));
	assert_string_equal(staff_kind("unicorn"), "unicorn");
}

/* All that a helper may say, and what changes is never without a row. */
static void
any_number_of_kinds_has_its_rows(void **state)
{
	struct staff_kind_row rows[STAFF_KIND_ROWS];
	struct link_preview p = { .kind_count = 0 };

	(void)state;
	for (unsigned bits = 0; bits < 1u << 8; bits++)
		for (size_t count = 0; count <= LINK_KINDS_MAX; count++) {
			uint64_t sum = 0;
			uint64_t all = 0;
			size_t n;

			p.kind_count = count;
			for (size_t k = 0; k < LINK_KINDS_MAX; k++) {
				p.kinds[k].name = "x";
				p.kinds[k].count[k % 3] = bits >> k % 8 & 1;
				all += k < count ? bits >> k % 8 & 1 : 0;
			}
			n = staff_kind_rows(rows, &p);
			assert_int_equal(n, count < STAFF_KIND_ROWS ? count
				: STAFF_KIND_ROWS);
			for (size_t r = 0; r < n; r++)
				sum += rows[r].count[0] + rows[r].count[1] +
				    rows[r].count[2];
			assert_int_equal(sum, all);
		}
}

#define CV "1424" "4" "3" "6" /* its page, with some schooling */

static void
a_cv_can_be_saved_while_a_stick_is_there(void **state)
{
	struct desk d;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sizes); i++) {
		desk_open(&d, "es", sizes[i].width, sizes[i].height);
		keys(&d, CV);
		assert_true(kiosk_shows(&d.k, "5 Guardar"));
		helper_say(&d.helper, "stick-out\n");
		talk(&d);
		assert_false(kiosk_shows(&d.k, "5 Guardar"));
		keys(&d, "5");
		assert_int_equal(app_screen(d.k.app), SCREEN_CVPAGE);
		helper_say(&d.helper, "stick-in\tREADONLY\n");
		talk(&d);
		assert_false(kiosk_shows(&d.k, "5 Guardar"));
		helper_say(&d.helper, "stick-in\tWRITABLE\n");
		talk(&d);
		keys(&d, "5");
		assert_true(kiosk_shows(&d.k, "VEREDA/cv-3.txt"));
		assert_true(kiosk_shows(&d.k, "Llévese su memoria."));
		assert_string_equal(d.helper.cv, "es-en\t\t\t\t3\t");
		d.helper.cv[0] = '\0';
		/* entered again, not sent again */
		app_set_language(d.k.app, "en");
		talk(&d);
		assert_string_equal(d.helper.cv, "");
		assert_true(kiosk_shows(&d.k, "Saved as VEREDA/cv-3.txt."));
		desk_close(&d);
	}
}

static void
a_cv_that_is_not_saved_says_what_to_do(void **state)
{
	static const struct {
		const char *answer, *says;
	} answers[] = {
		{ "error\tNONE\tno stick\n", "No hay memoria USB." },
		{ "error\tREADONLY\tx\n", "No se puede escribir en" },
		{ "error\tFULL\tx\n", "Ya hay nueve hojas de vida" },
		{ "error\tE20\tx\n", "No se pudo guardar." },
		{ "nonsense\n\n", "No se pudo guardar." },
	};
	struct desk d;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(answers); i++) {
		desk_open(&d, "es", 80, 25);
		keys(&d, CV);
		d.helper.mute = true;
		keys(&d, "5");
		assert_true(kiosk_shows(&d.k, "Deje la memoria donde está"));
		helper_say(&d.helper, answers[i].answer);
		talk(&d);
		assert_true(kiosk_shows(&d.k, answers[i].says));
		keys(&d, "0");
		assert_int_equal(app_screen(d.k.app), SCREEN_CVPAGE);
		desk_close(&d);
	}
}

static void
who_goes_away_is_staff_no_more(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, LOG_IN "1");
	kiosk_pass(&d.k, 121000);
	assert_true(kiosk_shows(&d.k, "Pulse cualquier tecla o toque"));
	kiosk_pass(&d.k, 31000);
	talk(&d);
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
		keys(&d, outs[i]);
		assert_false(link_model(d.link)->staff);
		assert_non_null(strstr(d.helper.asked, "leave"));
		desk_close(&d);
	}
}

static void
nobody_is_thrown_out_of_an_installation(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, LOG_IN "17");
	for (int i = 0; i < 10; i++) {
		kiosk_pass(&d.k, 60000);
		helper_say(&d.helper, "step\t3\t70\t100\n");
		talk(&d);
	}
	assert_int_equal(app_screen(d.k.app), SCREEN_PROGRESS);
	assert_false(kiosk_shows(&d.k, "Pulse cualquier tecla o toque"));
	assert_true(kiosk_shows(&d.k, "70 %"));
	desk_close(&d);
}

static void /* T10 */
a_silent_helper_holds_up_no_key(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, LOG_IN);
	kiosk_keys(&d.k, "10*");
	assert_int_equal(app_screen(d.k.app), SCREEN_COMFORT);
	desk_close(&d);
}

static void
from_step_five_on_there_is_no_cancel(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	keys(&d, LOG_IN "17");
	helper_say(&d.helper, "step\t5\t0\t1\n");
	talk(&d);
	assert_false(kiosk_shows(&d.k, "Cancelar"));
	keys(&d, "0");
	assert_null(strstr(d.helper.asked, "cancel"));
	assert_int_equal(app_screen(d.k.app), SCREEN_PROGRESS);
	desk_close(&d);
}

static void
a_helper_that_dies_is_said_and_the_public_goes_on(void **state)
{
	struct desk d;

	(void)state;
	for (size_t w = 2; w < COUNT_OF(ways); w++) {
		desk_open(&d, "es", 80, 25);
		keys(&d, ways[w].keys);
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
	for (size_t z = 0; z < COUNT_OF(sizes); z++) {
		struct surface *s = NULL;

		desk_open_touch(&d, "es", sizes[z].width, sizes[z].height,
		    true);
		keys(&d, "9");
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

/* --- other content --- */

static unsigned reloads;
static struct catalog *given; /* the other content */

static struct catalog *
give_same(void *context)
{
	(void)context;
	reloads++;
	given = content_fixture_full_catalog();
	return given;
}

static struct catalog *
give_less(void *context)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)context;
	reloads++;
	content_fixture_run(db,
	    "UPDATE entry SET slug = 'other' WHERE slug = "
	    "'you-do-not-pay'");
	given = catalog_new();
	if (catalog_add(given, db, &content_fixture_edition, &e) < 0)
		fail();
	return given;
}

static struct catalog *
give_nothing(void *context)
{
	(void)context;
	reloads++;
	return NULL;
}

static void
after_a_change(const char *way, struct catalog *(*give)(void *context),
    enum screen_id screen)
{
	struct desk d;
	struct app_host host = { .context = &d.k, .reload = give };
	char *before = NULL;
	char *after = NULL;

	given = NULL;
	reloads = 0;
	desk_open(&d, "es", 80, 25);
	app_set_host(d.k.app, &host);
	keys(&d, way);
	before = kiosk_text(&d.k);
	helper_say(&d.helper, "changed\tcrm\t1\t43\n");
	talk(&d);
	after = kiosk_text(&d.k);
	assert_int_equal(reloads, 1);
	assert_int_equal(app_screen(d.k.app), screen);
	if (give != give_less)
		assert_string_equal(before, after);
	keys(&d, "0");
	free(before);
	free(after);
	desk_close(&d);
	catalog_free(given);
}

static void
the_reader_keeps_the_place_when_content_changes(void **state)
{
	(void)state;
	after_a_change("1", give_same, SCREEN_HOME);
	after_a_change("111", give_same, SCREEN_TOPIC);
	after_a_change("1111+", give_same, SCREEN_ARTICLE);
	after_a_change("164", give_same, SCREEN_SERVICE);
	after_a_change("19", give_same, SCREEN_ALERT);
	after_a_change("1421", give_same, SCREEN_LESSON);
	after_a_change("1111", give_nothing, SCREEN_ARTICLE);
}

static void
who_reads_what_is_no_more_goes_home(void **state)
{
	(void)state;
	after_a_change("1111", give_less, SCREEN_HOME);
}

static bool fault;
static unsigned falls;

static bool
tell_fault(void *context)
{
	(void)context;
	return fault;
}

static struct catalog *
give_older(void *context, int channel)
{
	(void)channel;
	falls++;
	fault = false;
	return give_same(context);
}

static void
give_banner(void *context, int64_t now, struct banner *out)
{
	(void)context;
	(void)now;
	*out = (struct banner){ falls > 0 ? BANNER_DAMAGED : BANNER_NONE,
		1754092800 };
}

static void
damaged_content_is_replaced_and_every_page_says_so(void **state)
{
	struct desk d;
	struct app_host host = { &d.k, give_same, give_older, tell_fault,
		give_banner };

	(void)state;
	falls = 0;
	fault = false;
	desk_open(&d, "es", 80, 25);
	app_set_host(d.k.app, &host);
	keys(&d, "111");
	fault = true; /* the next block cannot be read */
	keys(&d, "1");
	assert_int_equal(falls, 1);
	assert_int_equal(app_screen(d.k.app), SCREEN_ARTICLE);
	assert_true(kiosk_shows(&d.k,
	    " ▲ La información más nueva está dañada. Esta es del 2 ago "
	    "2025."));
	keys(&d, "000");
	assert_int_equal(app_screen(d.k.app), SCREEN_HOME);
	assert_true(kiosk_shows(&d.k, "está dañada"));
	desk_close(&d);
	catalog_free(given);
}

static void
damage_without_anything_else_does_not_spin(void **state)
{
	struct desk d;
	struct app_host host = { .context = &d.k, .has_fault = tell_fault };

	(void)state;
	desk_open(&d, "es", 80, 25);
	app_set_host(d.k.app, &host);
	fault = true;
	keys(&d, "1111");
	assert_int_equal(app_screen(d.k.app), SCREEN_ARTICLE);
	desk_close(&d);
}

static bool
says(struct desk *d, const char *words)
{
	char *all = kiosk_text(&d->k);
	bool found = strstr(all, words) != NULL;

	free(all);
	return found;
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
		for (size_t z = 0; z < COUNT_OF(sizes); z++) {
			bool wide = sizes[z].width >= 70;
			const char *label = wide ? cases[i].label
						 : cases[i].small_label;
			const char *keep = wide ? cases[i].keys
						: cases[i].small_keys;
			struct desk d;

			desk_open(&d, "es", sizes[z].width, sizes[z].height);
			d.helper.root = cases[i].root;
			keys(&d, LOG_IN);
			assert_true(label == NULL ? !says(&d, "tiqueta")
						  : says(&d, label));
			assert_true(keep == NULL ? !says(&d, "▲ L")
						 : says(&d, keep));
			desk_close(&d);
		}
}

/* Nothing is written on the stick before 9, and then the whole name of the
 * report is on the screen. */
static void
the_report_is_written_when_the_staff_asks(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(sizes); z++) {
		struct desk d;

		desk_open(&d, "es", sizes[z].width, sizes[z].height);
		d.helper.receipt = "albergue-para-personas-migrantes-"
				   "20261128-0231.json";
		keys(&d, LOG_IN "57");
		assert_null(strstr(d.helper.asked, "receipt"));
		assert_true(says(&d, "9  Guardar el informe en la memoria") ||
		    says(&d, "9 Guardar el informe en la memoria"));
		keys(&d, "9");
		assert_non_null(strstr(d.helper.asked, "receipt"));
		assert_true(says(&d, sizes[z].width < 70
			? "El informe está en la memoria."
			: d.helper.receipt));
		assert_false(says(&d, "Guardar el informe"));
		desk_close(&d);
	}
}

static void
a_report_that_cannot_be_written_is_said_and_offered_again(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(sizes); z++) {
		struct desk d;

		desk_open(&d, "es", sizes[z].width, sizes[z].height);
		d.helper.receipt = NULL;
		keys(&d, LOG_IN "579");
		assert_true(says(&d, "▲ No se pudo guardar el informe."));
		assert_true(says(&d, "Guardar el informe en la memoria"));
		assert_true(says(&d, "BIEN"));
		keys(&d, "8127"); /* of that there is no word */
		assert_false(says(&d, "No se pudo guardar"));
		desk_close(&d);
	}
}

static void
one_is_not_said_as_many(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(sizes); z++) {
		struct desk d;

		desk_open(&d, "es", sizes[z].width, sizes[z].height);
		d.helper.counts = "1\t2\t1";
		keys(&d, LOG_IN "57");
		assert_true(says(&d, sizes[z].width < 70
			? "1 nuevo 2 cambiados 1 retirado"
			: "1 nuevo · 2 cambiados · 1 retirado"));
		assert_false(says(&d, "1 retirados"));
		desk_close(&d);
	}
}

static void
a_size_is_short_enough_for_its_line(void **state)
{
	static const struct {
		uint64_t bytes;
		const char *text;
	} sizes_said[] = {
		{ 0, "0 MB" },
		{ 1, "0.1 MB" },
		{ 3100000, "3.1 MB" },
		{ 99949999, "99.9 MB" },
		{ 221700000, "222 MB" },
		{ 999949999, "1000 MB" },
		{ 1200000000, "1.2 GB" },
		{ 128000000000, "128 GB" },
	};
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(sizes_said); i++)
		assert_string_equal(staff_size(a, sizes_said[i].bytes),
		    sizes_said[i].text);
	arena_free(a);
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
		cmocka_unit_test(
		    a_stick_that_comes_updates_the_list_by_itself),
		cmocka_unit_test(a_stick_changes_nothing_for_the_public),
		cmocka_unit_test(every_kind_with_changes_is_shown),
		cmocka_unit_test(every_kind_has_a_name_for_people),
		cmocka_unit_test(any_number_of_kinds_has_its_rows),
		cmocka_unit_test(a_cv_can_be_saved_while_a_stick_is_there),
		cmocka_unit_test(a_cv_that_is_not_saved_says_what_to_do),
		cmocka_unit_test(who_goes_away_is_staff_no_more),
		cmocka_unit_test(every_way_out_ends_the_session_of_the_staff),
		cmocka_unit_test(nobody_is_thrown_out_of_an_installation),
		cmocka_unit_test(a_silent_helper_holds_up_no_key),
		cmocka_unit_test(from_step_five_on_there_is_no_cancel),
		cmocka_unit_test(
		    a_helper_that_dies_is_said_and_the_public_goes_on),
		cmocka_unit_test(the_pin_can_be_tapped),
		cmocka_unit_test(
		    the_reader_keeps_the_place_when_content_changes),
		cmocka_unit_test(who_reads_what_is_no_more_goes_home),
		cmocka_unit_test(
		    damaged_content_is_replaced_and_every_page_says_so),
		cmocka_unit_test(damage_without_anything_else_does_not_spin),
		cmocka_unit_test(the_label_and_the_keys_are_said_to_the_staff),
		cmocka_unit_test(the_report_is_written_when_the_staff_asks),
		cmocka_unit_test(
		    a_report_that_cannot_be_written_is_said_and_offered_again),
		cmocka_unit_test(one_is_not_said_as_many),
		cmocka_unit_test(a_size_is_short_enough_for_its_line),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

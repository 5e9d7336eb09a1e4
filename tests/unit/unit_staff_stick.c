/*
 * A stick on the screens of the staff, and on that of a CV: what is on it, what
 * is installed from it, what is written to it.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "desk_fixture.h"
#include "ui/screens/staff.h"

static void
a_stick_that_comes_updates_the_list_by_itself(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN);
	d.helper.mute = true;
	helper_say(&d.helper, "stick-out\n");
	desk_talk(&d);
	assert_true(kiosk_shows(&d.k, "Se lee la memoria"));
	helper_say(&d.helper, "error\tNONE\tno stick\n");
	desk_talk(&d);
	assert_true(kiosk_shows(&d.k, "Ponga la memoria USB."));
	d.helper.mute = false;
	helper_say(&d.helper, "stick-in\n");
	desk_talk(&d);
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
	desk_keys(&d, "1");
	before = kiosk_text(&d.k);
	helper_say(&d.helper, "stick-in\n");
	desk_talk(&d);
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
	for (size_t i = 0; i < COUNT_OF(desk_sizes); i++) {
		desk_open(&d, "es", desk_sizes[i].width, desk_sizes[i].height);
		desk_keys(&d, LOG_IN "2");
		assert_true(kiosk_shows(&d.k, "Alertas"));
		assert_true(kiosk_shows(&d.k, "Teléfonos"));
		assert_true(kiosk_shows(&d.k, "Agencias"));
		assert_true(kiosk_shows(&d.k, "Otros"));
		assert_true(kiosk_shows(&d.k, " 59 ")); /* 44 + 14 + 1 */
		assert_false(kiosk_shows(&d.k, "Temas"));
		desk_keys(&d, "3");
		assert_true(kiosk_shows(&d.k, "Agencia Uno"));
		desk_keys(&d, "04");
		assert_int_equal(app_screen(d.k.app), SCREEN_CHANGES);
		for (size_t n = 0; n < COUNT_OF(others); n++) {
			for (int page = 0; page < 9 &&
			     !kiosk_shows(&d.k, others[n]); page++)
				desk_keys(&d, "+");
			if (!kiosk_shows(&d.k, others[n]))
				fail_msg("no \"%s\"", others[n]);
			desk_keys(&d, "---------");
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
	for (size_t i = 0; i < COUNT_OF(desk_sizes); i++) {
		desk_open(&d, "es", desk_sizes[i].width, desk_sizes[i].height);
		desk_keys(&d, CV);
		assert_true(kiosk_shows(&d.k, "5 Guardar"));
		helper_say(&d.helper, "stick-out\n");
		desk_talk(&d);
		assert_false(kiosk_shows(&d.k, "5 Guardar"));
		desk_keys(&d, "5");
		assert_int_equal(app_screen(d.k.app), SCREEN_CVPAGE);
		helper_say(&d.helper, "stick-in\tREADONLY\n");
		desk_talk(&d);
		assert_false(kiosk_shows(&d.k, "5 Guardar"));
		helper_say(&d.helper, "stick-in\tWRITABLE\n");
		desk_talk(&d);
		desk_keys(&d, "5");
		assert_true(kiosk_shows(&d.k, "VEREDA/cv-3.txt"));
		assert_true(kiosk_shows(&d.k, "Llévese su memoria."));
		assert_string_equal(d.helper.cv, "es-en\t\t\t\t3\t");
		d.helper.cv[0] = '\0';
		/* entered again, not sent again */
		app_set_language(d.k.app, "en");
		desk_talk(&d);
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
		desk_keys(&d, CV);
		d.helper.mute = true;
		desk_keys(&d, "5");
		assert_true(kiosk_shows(&d.k, "Deje la memoria donde está"));
		helper_say(&d.helper, answers[i].answer);
		desk_talk(&d);
		assert_true(kiosk_shows(&d.k, answers[i].says));
		desk_keys(&d, "0");
		assert_int_equal(app_screen(d.k.app), SCREEN_CVPAGE);
		desk_close(&d);
	}
}

static void
nobody_is_thrown_out_of_an_installation(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN "17");
	for (int i = 0; i < 10; i++) {
		kiosk_pass(&d.k, 60000);
		helper_say(&d.helper, "step\t3\t70\t100\n");
		desk_talk(&d);
	}
	assert_int_equal(app_screen(d.k.app), SCREEN_PROGRESS);
	assert_false(kiosk_shows(&d.k, "Pulse cualquier tecla o toque"));
	assert_true(kiosk_shows(&d.k, "70 %"));
	desk_close(&d);
}

static void
from_step_five_on_there_is_no_cancel(void **state)
{
	struct desk d;

	(void)state;
	desk_open(&d, "es", 80, 25);
	desk_keys(&d, LOG_IN "17");
	helper_say(&d.helper, "step\t5\t0\t1\n");
	desk_talk(&d);
	assert_false(kiosk_shows(&d.k, "Cancelar"));
	desk_keys(&d, "0");
	assert_null(strstr(d.helper.asked, "cancel"));
	assert_int_equal(app_screen(d.k.app), SCREEN_PROGRESS);
	desk_close(&d);
}

/* Nothing is written on the stick before 9, and then the whole name of the
 * report is on the screen. */
static void
the_report_is_written_when_the_staff_asks(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(desk_sizes); z++) {
		struct desk d;

		desk_open(&d, "es", desk_sizes[z].width, desk_sizes[z].height);
		d.helper.receipt = "albergue-para-personas-migrantes-"
				   "20261128-0231.json";
		desk_keys(&d, LOG_IN "57");
		assert_null(strstr(d.helper.asked, "receipt"));
		assert_true(
		    desk_says(&d, "9  Guardar el informe en la memoria") ||
		    desk_says(&d, "9 Guardar el informe en la memoria"));
		desk_keys(&d, "9");
		assert_non_null(strstr(d.helper.asked, "receipt"));
		assert_true(desk_says(&d, desk_sizes[z].width < 70
			? "El informe está en la memoria."
			: d.helper.receipt));
		assert_false(desk_says(&d, "Guardar el informe"));
		desk_close(&d);
	}
}

static void
a_report_that_cannot_be_written_is_said_and_offered_again(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(desk_sizes); z++) {
		struct desk d;

		desk_open(&d, "es", desk_sizes[z].width, desk_sizes[z].height);
		d.helper.receipt = NULL;
		desk_keys(&d, LOG_IN "579");
		assert_true(desk_says(&d, "▲ No se pudo guardar el informe."));
		assert_true(desk_says(&d, "Guardar el informe en la memoria"));
		assert_true(desk_says(&d, "BIEN"));
		desk_keys(&d, "8127"); /* of that there is no word */
		assert_false(desk_says(&d, "No se pudo guardar"));
		desk_close(&d);
	}
}

static void
one_is_not_said_as_many(void **state)
{
	(void)state;
	for (size_t z = 0; z < COUNT_OF(desk_sizes); z++) {
		struct desk d;

		desk_open(&d, "es", desk_sizes[z].width, desk_sizes[z].height);
		d.helper.counts = "1\t2\t1";
		desk_keys(&d, LOG_IN "57");
		assert_true(desk_says(&d, desk_sizes[z].width < 70
			? "1 nuevo 2 cambiados 1 retirado"
			: "1 nuevo · 2 cambiados · 1 retirado"));
		assert_false(desk_says(&d, "1 retirados"));
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
		cmocka_unit_test(a_stick_that_comes_updates_the_list_by_itself),
		cmocka_unit_test(a_stick_changes_nothing_for_the_public),
		cmocka_unit_test(every_kind_with_changes_is_shown),
		cmocka_unit_test(every_kind_has_a_name_for_people),
		cmocka_unit_test(any_number_of_kinds_has_its_rows),
		cmocka_unit_test(a_cv_can_be_saved_while_a_stick_is_there),
		cmocka_unit_test(a_cv_that_is_not_saved_says_what_to_do),
		cmocka_unit_test(nobody_is_thrown_out_of_an_installation),
		cmocka_unit_test(from_step_five_on_there_is_no_cancel),
		cmocka_unit_test(the_report_is_written_when_the_staff_asks),
		cmocka_unit_test(
		    a_report_that_cannot_be_written_is_said_and_offered_again),
		cmocka_unit_test(one_is_not_said_as_many),
		cmocka_unit_test(a_size_is_short_enough_for_its_line),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

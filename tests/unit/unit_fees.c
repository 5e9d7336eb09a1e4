/*
 * Fees: what the rules say of an amount, and the screens from the first mark
 * to what is taken along and wiped.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/fee.h"
#include "one_kiosk.h"

#define TOPIC "125" /* Español, the offer, its fees */
#define GT_US "2231" /* from Guatemala to the United States */
#define LIST TOPIC GT_US "1"

/* --- the rules --- */

static struct fee_rule
rule(enum fee_payer payer, bool some, const char *country, int64_t limit)
{
	return (struct fee_rule){ .item = FEE_VISA, .payer = payer,
		.some = some, .limit = limit, .currency = "USD",
		.country = country, .law = "" };
}

static struct fee_judgement
judge(const struct fee_rule *rules, size_t count, int64_t amount)
{
	const struct fee_asked asked = { true, amount };

	return fee_judge(rules, count, FEE_VISA, &asked, "USD");
}

static void
the_stricter_law_decides_and_the_region_alone_never(void **state)
{
	const struct fee_rule all[] = {
		rule(FEE_NOBODY, false, "XR", FEE_NO_LIMIT),
		rule(FEE_WORKER, false, "GT", FEE_NO_LIMIT),
		rule(FEE_EMPLOYER, true, "GT", FEE_NO_LIMIT),
		rule(FEE_EMPLOYER, false, "US", FEE_NO_LIMIT),
	};
	static const enum fee_verdict verdicts[] = { FEE_UNKNOWN,
		FEE_UNKNOWN, FEE_ALLOWED, FEE_DEPENDS, FEE_FORBIDDEN };
	const struct fee_asked not_asked = { false, 0 };

	(void)state;
	for (size_t n = 0; n <= COUNT_OF(all); n++)
		assert_int_equal(judge(all, n, 100).verdict, verdicts[n]);
	assert_int_equal(judge(all, COUNT_OF(all), 700).above, 700);
	assert_int_equal(fee_judge(all, 4, FEE_VISA, &not_asked, "USD")
			     .verdict, FEE_NOT_ASKED);
}

static void
a_limit_is_compared_in_its_own_money_alone(void **state)
{
	struct fee_rule r = rule(FEE_WORKER, false, "US", 10000);
	const struct fee_asked asked = { true, 10001 };

	(void)state;
	assert_int_equal(judge(&r, 1, 10000).verdict, FEE_ALLOWED);
	assert_int_equal(judge(&r, 1, 10001).verdict, FEE_TOO_MUCH);
	assert_int_equal(judge(&r, 1, 10001).above, 1);
	assert_int_equal(
	    fee_judge(&r, 1, FEE_VISA, &asked, "GTQ").verdict, FEE_ALLOWED);
	assert_ptr_equal(
	    fee_judge(&r, 1, FEE_VISA, &asked, "GTQ").limit, &r);
	r.per = FEE_DAY;
	assert_int_equal(judge(&r, 1, 10001).verdict, FEE_ALLOWED);
}

static void
the_lowest_limit_holds(void **state)
{
	const struct fee_rule all[] = {
		rule(FEE_WORKER, false, "US", 9000),
		rule(FEE_WORKER, false, "GT", 5000),
		rule(FEE_WORKER, false, "GT", 7000),
	};

	(void)state;
	assert_int_equal(judge(all, COUNT_OF(all), 9000).above, 4000);
}

/* --- the screens --- */

/* Every page of the result, one after the other, in one text. */
static char *
whole_result(void)
{
	char *all = xstrdup("");

	for (int page = 0; page < 9; page++) {
		char *text = kiosk_text(&k);
		char *both = xasprintf("%s%s", all, text);
		bool more = strstr(text, "+ Más") != NULL;

		free(all);
		free(text);
		all = both;
		if (!more)
			break;
		kiosk_keys(&k, "+");
	}
	return all;
}

static void
assert_wiped(void)
{
	const struct session *s = app_session(k.app);
	const struct session_fees none = { .currency = "" };

	assert_memory_equal(&s->fees, &none, sizeof none);
	assert_memory_equal(&s->taken.fees, &none, sizeof none);
	assert_int_equal(s->typed[0], '\0');
}

static void
five_keys_lead_to_the_first_amount(void **state)
{
	(void)state;
	kiosk_keys(&k, TOPIC "11");
	assert_int_equal(app_screen(k.app), SCREEN_FEE);
	assert_shows("Cuánto:");
	assert_shows("Quetzales (GTQ)");
}

static void
what_is_asked_is_added_up_against_the_law(void **state)
{
	char *all = NULL;

	(void)state;
	kiosk_keys(&k, LIST "11500!2800!3200!5450!9");
	assert_int_equal(app_screen(k.app), SCREEN_FEES_RESULT);
	/* 1500 of the job, and 150 of the exam above its limit */
	assert_shows("▲▲▲ 1,650 GTQ NO SE PUEDEN COBRAR");
	assert_shows("En total le piden 2,950 GTQ.");
	all = whole_result();
	assert_non_null(strstr(all, "papeles: 1,500 GTQ. NO SE PUEDE"));
	assert_non_null(strstr(all, "Visa: 800 GTQ. En algunos empleos NO"));
	assert_non_null(strstr(all, "Pasaporte: 200 GTQ. Puede ser un"));
	assert_non_null(strstr(all, "MÁS DE LO QUE SE PUEDE COBRAR. Hasta "
				    "300 GTQ."));
	assert_non_null(strstr(all, "Guatemala, Ley inventada 50. Nadie"));
	assert_non_null(strstr(all, "1 XYZ 234. Lo paga quien le emplea. Solo visa Q."));
	assert_non_null(strstr(all, "Inspección de Trabajo"));
	assert_non_null(strstr(all, "900 000 0102"));
	assert_non_null(strstr(all, "OIT, Principios de contratación"));
	free(all);
}

static void
without_a_law_it_says_to_ask_and_whom(void **state)
{
	char *all = NULL;

	(void)state;
	kiosk_keys(&k, LIST "7!9");
	assert_shows("▲▲ PREGUNTE ANTES DE PAGAR");
	assert_shows("Uniforme, herramientas: sin decir. No conocemos una "
		     "ley.");
	all = whole_result();
	assert_non_null(strstr(all, "900 000 0102"));
	free(all);
	/* nor are the countries said: then it asks for them */
	kiosk_keys(&k, "00" "25" "35" "19");
	assert_shows("Diga de dónde es y dónde es el empleo");
}

static void
a_guide_of_the_region_is_no_law(void **state)
{
	(void)state;
	kiosk_keys(&k, TOPIC "1150!9");
	assert_shows("▲▲ PREGUNTE ANTES DE PAGAR");
	assert_shows("No conocemos una ley.");
	assert_shows("toda la región, Convenio inventado 1.");
}

static void
nothing_marked_is_never_said_to_be_right(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "9");
	assert_shows("USTED NO MARCÓ NADA");
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_FEES_RESULT);
}

static void
minus_takes_an_item_off_and_escape_leaves_it(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "1150!");
	assert_shows("150 GTQ");
	kiosk_keys(&k, "17");
	kiosk_press(&k, key_of(UIKEY_ESCAPE));
	assert_shows("150 GTQ");
	kiosk_keys(&k, "1-");
	assert_int_equal(app_screen(k.app), SCREEN_FEE_LIST);
	assert_false(kiosk_shows(&k, "150 GTQ"));
}

static void
the_last_choice_erases_what_was_written(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "0");
	assert_false(kiosk_shows(&k, "Borrar todo"));
	kiosk_keys(&k, "11150!0");
	assert_shows("6  Borrar todo");
	kiosk_keys(&k, "6");
	assert_false(kiosk_shows(&k, "Borrar todo"));
	kiosk_keys(&k, "1");
	assert_false(kiosk_shows(&k, "150 GTQ"));
	kiosk_keys(&k, "1150!.");
	assert_shows("150 GTQ"); /* "." erases nothing there */
}

static void
an_amount_has_seven_digits_at_most(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "10012345678!");
	assert_shows("1,234,567 GTQ");
	kiosk_keys(&k, "1B!");
	assert_shows("123,456 GTQ");
}

static void
another_money_is_chosen_by_its_number(void **state)
{
	(void)state;
	kiosk_keys(&k, TOPIC GT_US "44" "18" "2!9");
	assert_shows("Vivienda, agua, luz: 2 USD.");
	assert_shows("2.75 USD al día.");
}

static void
the_sum_is_taken_along_as_it_was(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "1150!95");
	assert_int_equal(app_session(k.app)->plan.count, 1);
	kiosk_keys(&k, "5");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	assert_shows("Lo que pueden cobrar");
	assert_shows("150 GTQ NO SE PUEDEN COBRAR");
	kiosk_keys(&k, "000" "1-0" "0");
	assert_int_equal(app_screen(k.app), SCREEN_TOPIC);
	kiosk_keys(&k, "0+11");
	assert_int_equal(app_screen(k.app), SCREEN_FEES_RESULT);
	assert_shows("150 GTQ NO SE PUEDEN COBRAR");
}

static void
another_sum_takes_the_place_of_the_first(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "1150!95" "001B9!9");
	assert_shows("5 Llevar");
	kiosk_keys(&k, "55");
	assert_int_equal(app_session(k.app)->plan.count, 1);
	assert_shows("159 GTQ NO SE PUEDEN COBRAR");
	kiosk_keys(&k, "14");
	assert_int_equal(app_session(k.app)->plan.count, 0);
	assert_int_equal(app_session(k.app)->taken.fees.asked[0].amount, 0);
}

static void
the_end_of_the_session_wipes_the_amounts(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "1150!95" "0021234");
	assert_string_equal(app_session(k.app)->typed, "1234");
	kiosk_press(&k, key_f(10));
	assert_wiped();
}

static void
a_narrow_list_shows_all_items_and_the_sum(void **state)
{
	(void)state;
	kiosk_keys(&k, LIST "11500!");
	assert_shows("Empleo, cupo, papeles  1,500 GTQ");
	assert_shows("Uniforme, herramientas");
	assert_shows("Ver la suma y la ley");
}

#define WIDE(test) cmocka_unit_test_setup_teardown(test, open_wide, close_it)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    the_stricter_law_decides_and_the_region_alone_never),
		cmocka_unit_test(a_limit_is_compared_in_its_own_money_alone),
		cmocka_unit_test(the_lowest_limit_holds),
		WIDE(five_keys_lead_to_the_first_amount),
		WIDE(what_is_asked_is_added_up_against_the_law),
		WIDE(without_a_law_it_says_to_ask_and_whom),
		WIDE(a_guide_of_the_region_is_no_law),
		WIDE(nothing_marked_is_never_said_to_be_right),
		WIDE(minus_takes_an_item_off_and_escape_leaves_it),
		WIDE(the_last_choice_erases_what_was_written),
		WIDE(an_amount_has_seven_digits_at_most),
		WIDE(another_money_is_chosen_by_its_number),
		WIDE(the_sum_is_taken_along_as_it_was),
		WIDE(another_sum_takes_the_place_of_the_first),
		WIDE(the_end_of_the_session_wipes_the_amounts),
		cmocka_unit_test_setup_teardown(
		    a_narrow_list_shows_all_items_and_the_sum, open_narrow,
		    close_it),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

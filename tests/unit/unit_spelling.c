/*
 * How words are compared: distance, sound, stem.
 */
#include <config.h>

#include "unit.h"

#include <string.h>

#include "base/compiler.h"
#include "text/edit.h"
#include "text/lang.h"
#include "text/sound.h"
#include "text/stem.h"

static unsigned
distance(const char *a, const char *b)
{
	struct edit e;

	edit_begin(&e, a, strlen(a));
	for (; *b != '\0'; b++)
		(void)edit_push(&e, *b);
	return edit_distance(&e);
}

static void
a_letter_changed_added_dropped_or_swapped_is_one(void **state)
{
	(void)state;
	assert_int_equal(distance("visa", "visa"), 0);
	assert_int_equal(distance("visa", "bisa"), 1);
	assert_int_equal(distance("visa", "visas"), 1);
	assert_int_equal(distance("visa", "via"), 1);
	assert_int_equal(distance("visa", "vias"), 1);
	assert_int_equal(distance("ca", "abc"), 3); /* no letter twice */
	assert_int_equal(distance("", "visa"), 4);
	assert_int_equal(distance("visa", ""), 4);
	assert_int_equal(distance("pasaporte", "pasport"), 2);
}

static void
what_words_begin_with_is_computed_once(void **state)
{
	struct edit e;

	(void)state;
	edit_begin(&e, "contrato", 8);
	for (const char *p = "contra"; *p != '\0'; p++)
		(void)edit_push(&e, *p);
	assert_int_equal(edit_distance(&e), 2);
	(void)edit_push(&e, 't');
	(void)edit_push(&e, 'o');
	assert_int_equal(edit_distance(&e), 0);
	edit_keep(&e, 3);
	assert_int_equal(edit_distance(&e), 5);
	for (const char *p = "tacto"; *p != '\0'; p++)
		(void)edit_push(&e, *p);
	assert_int_equal(edit_distance(&e), distance("contrato", "contacto"));
}

static void
a_hopeless_beginning_is_known_early(void **state)
{
	struct edit e;

	(void)state;
	edit_begin(&e, "visa", 4);
	assert_int_equal(edit_push(&e, 'x'), 1);
	assert_int_equal(edit_push(&e, 'y'), 2);
	assert_int_equal(edit_push(&e, 'z'), 3);
	edit_keep(&e, 0);
	assert_int_equal(edit_push(&e, 'i'), 1); /* "ivsa" is 1 away */
	assert_int_equal(edit_push(&e, 'v'), 1);
}

static void
a_beginning_may_be_compared(void **state)
{
	struct edit e;

	(void)state;
	edit_begin(&e, "pasap", 5);
	for (const char *p = "pasaporte"; *p != '\0'; p++)
		(void)edit_push(&e, *p);
	assert_int_equal(edit_distance(&e), 4);
	assert_int_equal(edit_prefix_distance(&e), 0);
}

static void
words_longer_than_all_are_cut(void **state)
{
	char many[3 * EDIT_MAX + 1] = "";

	(void)state;
	memset(many, 'a', sizeof many - 1);
	assert_int_equal(distance(many, many), 0);
	assert_int_equal(distance(many, ""), EDIT_MAX);
	assert_int_equal(distance("", many), EDIT_MAX);
}

static void
assert_alike(const char *const pairs[][2], size_t count, enum sound_ear ear)
{
	for (size_t i = 0; i < count; i++) {
		char a[64];
		char b[64];
		const char *x = pairs[i][0];
		const char *y = pairs[i][1];
		size_t n = sound_of(a, sizeof a, x, strlen(x), ear);

		if (n != sound_of(b, sizeof b, y, strlen(y), ear) ||
		    memcmp(a, b, n) != 0)
			fail_msg("%s, %s", x, y);
	}
}

static void
spellings_of_one_sound_are_the_same(void **state)
{
	static const char *const iberian[][2] = { { "visa", "bisa" },
		{ "zapato", "sapato" }, { "hora", "ora" }, { "llave", "yabe" },
		{ "queja", "keja" }, { "cita", "sita" },
		{ "empleo", "enpleo" }, { "gente", "jente" },
		{ "photo", "foto" }, { "passaporte", "pazaporte" } };
	static const char *const creole[][2] = { { "travay", "travail" },
		{ "kontra", "contrat" }, { "fwod", "fraude" },
		{ "dwa", "droit" },
		{ "imigrasyon", "immigration" }, { "pwoblem", "probleme" },
		{ "telefon", "telephone" }, { "sendika", "syndicat" },
		{ "mezon", "maison" }, { "plis", "plus" } };

	(void)state;
	assert_alike(iberian, COUNT_OF(iberian), SOUND_IBERIAN);
	assert_alike(creole, COUNT_OF(creole), SOUND_CREOLE);
}

static void
assert_stem(const char *lang, const char *word, const char *expected)
{
	struct stemmer *s = stemmer_new(lang);
	char stem[STEM_MAX + 1];
	size_t len = stemmer_stem(s, word, stem);

	assert_string_equal(stem, expected);
	assert_int_equal(len, strlen(expected));
	stemmer_free(s);
}

static void
assert_one_stem(const char *lang, const char *a, const char *b)
{
	struct stemmer *s = stemmer_new(lang);
	char one[STEM_MAX + 1];
	char other[STEM_MAX + 1];

	stemmer_stem(s, a, one);
	stemmer_stem(s, b, other);
	if (strcmp(one, other) != 0)
		fail_msg("%s: %s, %s: %s", a, one, b, other);
	stemmer_free(s);
}

static void
forms_of_a_word_have_one_stem_without_accents(void **state)
{
	(void)state;
	assert_one_stem("es", "trabajo", "trabajar");
	assert_one_stem("es", "certificacion", "certificaciones");
	assert_one_stem("es", "contrato", "contratista");
	assert_one_stem("en", "agency", "agencies");
	assert_one_stem("en", "employer", "employers");
	assert_one_stem("fr", "contrat", "contrats");
	assert_one_stem("pt", "informacao", "informacoes");
	assert_one_stem("pt", "trabalho", "trabalhar");
	assert_stem("xx", "visas", "visas");
	assert_stem("es", "", "");
}

static void
creole_is_stemmed_as_it_is_spelled_today(void **state)
{
	(void)state;
	assert_one_stem("ht", "kontra", "contra");
	assert_one_stem("ht", "imigrasyon", "immigration");
	assert_one_stem("ht", "dwa", "doi");
	assert_one_stem("ht", "wouj", "rouj");
	assert_one_stem("ht", "telefon", "telephon");
	assert_one_stem("ht", "travay", "travail");
	assert_stem("ht", "chofe", "chofe");
	assert_stem("ht", "ez", "ez"); /* nothing would be left */
}

static void
a_long_word_is_its_own_stem(void **state)
{
	char many[200] = "";
	struct stemmer *s = stemmer_new("es");
	char stem[STEM_MAX + 1];

	(void)state;
	memset(many, 's', sizeof many - 1);
	assert_int_equal(stemmer_stem(s, many, stem), STEM_MAX);
	stemmer_free(s);
	s = stemmer_new("ht");
	memset(many, 'c', sizeof many - 1);
	assert_true(stemmer_stem(s, many, stem) <= STEM_MAX);
	stemmer_free(s);
}

static void
each_stemmer_that_a_language_names_is_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < lang_count; i++) {
		struct snowball *s = NULL;

		if (lang_table[i]->snowball == NULL)
			continue;
		s = snowball_new(lang_table[i]->snowball);
		assert_non_null(s);
		snowball_free(s);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_letter_changed_added_dropped_or_swapped_is_one),
		cmocka_unit_test(what_words_begin_with_is_computed_once),
		cmocka_unit_test(a_hopeless_beginning_is_known_early),
		cmocka_unit_test(a_beginning_may_be_compared),
		cmocka_unit_test(words_longer_than_all_are_cut),
		cmocka_unit_test(spellings_of_one_sound_are_the_same),
		cmocka_unit_test(forms_of_a_word_have_one_stem_without_accents),
		cmocka_unit_test(creole_is_stemmed_as_it_is_spelled_today),
		cmocka_unit_test(a_long_word_is_its_own_stem),
		cmocka_unit_test(each_stemmer_that_a_language_names_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

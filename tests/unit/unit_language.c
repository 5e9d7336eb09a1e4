/*
 * text/language: gettext switched at run time.  The catalogues are written
 * here, byte by byte, into a folder of the test's own.
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/io.h"
#include "base/mem.h"
#include "text/lang.h"
#include "text/language.h"
#include "text/width.h"

#define MO_MAGIC 0x950412deu

/* One message of a catalogue; a plural's forms have NULs between them. */
struct message {
	const char *id;
	size_t id_len;
	const char *text;
	size_t text_len;
};

#define MESSAGE(id, text)                                \
	{                                                \
		id, sizeof id - 1, text, sizeof text - 1 \
	}
#define HEAD(plural)                                            \
	MESSAGE("", "Content-Type: text/plain; charset=UTF-8\n" \
		    "Plural-Forms: " plural "\n")

static char folder[] = "/tmp/vereda-language-XXXXXX";

/* The folder LANG/LC_MESSAGES and in it a catalogue; ids are sorted. */
static void
write_catalogue(const char *lang, const struct message *messages, size_t count)
{
	struct buffer mo = { 0 };
	uint32_t at = (uint32_t)(28 + 16 * count);
	struct err e = { 0 };
	char *name = NULL;

	buffer_add_u32(&mo, MO_MAGIC);
	buffer_add_u32(&mo, 0);
	buffer_add_u32(&mo, (uint32_t)count);
	buffer_add_u32(&mo, 28);
	buffer_add_u32(&mo, (uint32_t)(28 + 8 * count));
	buffer_add_u32(&mo, 0);
	buffer_add_u32(&mo, 0);
	for (size_t i = 0; i < count; i++) {
		buffer_add_u32(&mo, (uint32_t)messages[i].id_len);
		buffer_add_u32(&mo, at);
		at += (uint32_t)messages[i].id_len + 1;
	}
	for (size_t i = 0; i < count; i++) {
		buffer_add_u32(&mo, (uint32_t)messages[i].text_len);
		buffer_add_u32(&mo, at);
		at += (uint32_t)messages[i].text_len + 1;
	}
	for (size_t i = 0; i < count; i++)
		buffer_add(&mo, messages[i].id, messages[i].id_len + 1);
	for (size_t i = 0; i < count; i++)
		buffer_add(&mo, messages[i].text, messages[i].text_len + 1);
	name = xasprintf("%s/%s", folder, lang);
	assert_int_equal(mkdir(name, 0700), 0);
	free(name);
	name = xasprintf("%s/%s/LC_MESSAGES", folder, lang);
	assert_int_equal(mkdir(name, 0700), 0);
	free(name);
	name = xasprintf("%s/%s/LC_MESSAGES/" PACKAGE ".mo", folder, lang);
	assert_int_equal(
	    io_write_file(name, buffer_bytes(&mo), IO_REPLACE, &e), 0);
	free(name);
	buffer_fini(&mo);
}

#define WRITE(lang, messages) \
	write_catalogue(lang, messages, sizeof messages / sizeof messages[0])

static void
write_all(void)
{
	static const struct message es[] = {
		HEAD("nplurals=2; plural=(n != 1);"),
		MESSAGE("%d course\0%d courses", "%d curso\0%d cursos"),
		MESSAGE("@lang@", "es"),
		MESSAGE("Back", "Atrás"),
	};
	static const struct message en[] = {
		HEAD("nplurals=2; plural=(n != 1);"),
		MESSAGE("@lang@", "en"),
	};
	static const struct message fr[] = {
		HEAD("nplurals=2; plural=(n > 1);"),
		MESSAGE("%d course\0%d courses", "%d cours\0%d cours,"),
		MESSAGE("@lang@", "fr"),
		MESSAGE("Back", "Retour"),
	};
	/* a catalogue in the wrong place */
	static const struct message pt[] = {
		HEAD("nplurals=2; plural=(n != 1);"),
		MESSAGE("@lang@", "es"),
		MESSAGE("Back", "Atrás"),
	};
	static const struct message ht[] = {
		HEAD("nplurals=1; plural=0;"),
		MESSAGE("%d course\0%d courses", "%d kou"),
		MESSAGE("@lang@", "ht"),
		MESSAGE("Back", "Tounen"),
	};

	WRITE("es", es);
	WRITE("en", en);
	WRITE("fr", fr);
	WRITE("pt", pt);
	WRITE("ht", ht);
}

static int
begin(void **state)
{
	struct err e = { 0 };

	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	write_all();
	setenv("LANG", "es_GT.UTF-8", 1);
	setenv("LANGUAGE", "de:it", 1);
	unsetenv("LC_ALL");
	unsetenv("LC_CTYPE");
	setenv("LOCPATH", "/nowhere", 1);
	setenv("TMPDIR", folder, 1);
	return language_init(folder, &e);
}

static int
end(void **state)
{
	static const char *const parts[] = { "/LC_MESSAGES/" PACKAGE ".mo",
		"/LC_MESSAGES", "" };

	(void)state;
	for (size_t i = 0; i < lang_count; i++)
		for (size_t k = 0; k < COUNT_OF(parts); k++) {
			char *name = xasprintf(
			    "%s/%s%s", folder, lang_table[i]->code, parts[k]);

			if (remove(name) != 0)
				return -1;
			free(name);
		}
	return rmdir(folder);
}

static void
a_switch_turns_every_text_at_once(void **state)
{
	static const char *const turns[][2] = { { "es", "Atrás" },
		{ "fr", "Retour" }, { "en", "Back" }, { "ht", "Tounen" },
		{ "es", "Atrás" } };
	struct err e = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(turns); i++) {
		assert_int_equal(language_set(turns[i][0], &e), 0);
		assert_string_equal(gettext("Back"), turns[i][1]);
		assert_string_equal(language_current(), turns[i][0]);
	}
}

static void
every_language_counts_in_its_own_way(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_int_equal(language_set("es", &e), 0);
	assert_string_equal(ngettext("%d course", "%d courses", 1), "%d curso");
	assert_string_equal(
	    ngettext("%d course", "%d courses", 0), "%d cursos");
	assert_int_equal(language_set("fr", &e), 0);
	assert_string_equal(ngettext("%d course", "%d courses", 0), "%d cours");
	assert_int_equal(language_set("ht", &e), 0);
	assert_string_equal(ngettext("%d course", "%d courses", 5), "%d kou");
}

static void
a_catalogue_that_answers_wrongly_is_not_used(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_int_equal(language_set("pt", &e), -1);
	assert_int_equal(e.code, ERR_NOT_FOUND);
	assert_string_equal(gettext("Back"), "Back");
	assert_string_equal(language_current(), "pt");
	err_clear(&e);
	assert_int_equal(language_set("es", &e), 0);
	assert_string_equal(gettext("Back"), "Atrás");
}

static void
a_code_that_we_do_not_have_changes_nothing(void **state)
{
	struct err e = { 0 };

	(void)state;
	assert_int_equal(language_set("fr", &e), 0);
	assert_int_equal(language_set("de", &e), -1);
	assert_int_equal(e.code, ERR_INPUT);
	assert_string_equal(language_current(), "fr");
	assert_string_equal(gettext("Back"), "Retour");
	assert_true(language_known("ht"));
	assert_false(language_known("de"));
	assert_false(language_known(""));
}

/* glibc from 2.39 on ignores LANGUAGE in all locales called "C.*". */
static void
messages_are_not_in_a_locale_whose_name_begins_with_c(void **state)
{
	const char *name = setlocale(LC_MESSAGES, NULL);

	(void)state;
	assert_non_null(name);
	assert_int_not_equal(name[0], 'C');
}

static void
letters_are_utf8_and_numbers_are_plain(void **state)
{
	(void)state;
	assert_int_equal(mblen("ñ", 2), 2);
	assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
	assert_true(language_utf8_terminal());
}

static void
nothing_is_left_behind_but_the_environment(void **state)
{
	DIR *d = opendir(folder);
	const struct dirent *entry = NULL;

	(void)state;
	assert_non_null(d);
	while ((entry = readdir(d)) != NULL)
		assert_null(strstr(entry->d_name, "locale"));
	closedir(d);
	assert_string_equal(getenv("LOCPATH"), "/nowhere");
}

static void
five_languages_stand_in_the_order_of_the_first_screen(void **state)
{
	static const char order[] = "es en fr pt ht";

	(void)state;
	assert_int_equal(lang_count, 5);
	for (size_t i = 0; i < lang_count; i++) {
		assert_memory_equal(order + 3 * i, lang_table[i]->code, 2);
		assert_true(width_of(lang_table[i]->name) <= 14);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_switch_turns_every_text_at_once),
		cmocka_unit_test(every_language_counts_in_its_own_way),
		cmocka_unit_test(a_catalogue_that_answers_wrongly_is_not_used),
		cmocka_unit_test(a_code_that_we_do_not_have_changes_nothing),
		cmocka_unit_test(
		    messages_are_not_in_a_locale_whose_name_begins_with_c),
		cmocka_unit_test(letters_are_utf8_and_numbers_are_plain),
		cmocka_unit_test(nothing_is_left_behind_but_the_environment),
		cmocka_unit_test(
		    five_languages_stand_in_the_order_of_the_first_screen),
	};

	return cmocka_run_group_tests(tests, begin, end);
}

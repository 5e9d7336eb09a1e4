/*
 * catalog/: recruiters by what people heard, and what may be said of them.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/name_match.h"
#include "catalog/recruiter.h"
#include "content_fixture.h"
#include "recruiters_fixture.h"

#define NAMES 200 /* of Mexico's register here */
#define WAYS 5    /* to misspell one */
#define RECALL_AT 5
/* Of 1000 names with one fault, and with two, so many are found so. */
#define RECALL_ONE 995
#define RECALL_TWO 990

static struct catalog *catalog;
static struct arena *arena;
static const char *names[NAMES];
static const char *cores[NAMES]; /* as people say them: "Sierra Verde" */

/* 20 by 10 words, so that each name has nine that begin like it. */
static void
invent_name(size_t n)
{
	static const char *const kinds[] = { "Agencia", "Grupo",
		"Reclutadora", "Servicios Laborales", "Consultores", "",
		"Empleos" };
	static const char *const first[] = { "Sierra", "Valle", "Camino",
		"Estrella", "Horizonte", "Bahía", "Cosecha", "Jacaranda",
		"Quetzal", "Volcán", "Cumbre", "Lucero", "Manantial", "Palma",
		"Zafiro", "Guayabo", "Chinchilla", "Obsidiana", "Yucateca",
		"Montaña" };
	static const char *const second[] = { "Verde", "del Sur", "Azul",
		"Nueva", "Hermosa", "del Pacífico", "Victoria", "Celeste",
		"Tropical", "Kekchí" };
	static const char *const forms[] = { "S.A. de C.V.", "Ltda.", "",
		"S.A.", "Inc." };
	const char *kind = kinds[n % COUNT_OF(kinds)];
	const char *form = forms[n % COUNT_OF(forms)];

	cores[n] = arena_printf(arena, "%s %s", first[n % 20], second[n / 20]);
	names[n] = arena_printf(arena, "%s%s%s%s%s", kind,
	    kind[0] == '\0' ? "" : " ", cores[n],
	    form[0] == '\0' ? "" : ", ", form);
}

static int
begin(void **state)
{
	sqlite3 *db = content_fixture();
	struct err e = { 0 };

	(void)state;
	arena = arena_new();
	recruiters_fixture(db);
	for (size_t n = 0; n < NAMES; n++) {
		struct recruiter_line line = { 0 };

		invent_name(n);
		line = (struct recruiter_line){
			arena_printf(arena, "mx-%zu", n), "MX", names[n], NULL,
			arena_printf(arena, "MX-900-%03zu", n), "licensed",
			"2027-01-31", NULL };
		recruiters_fixture_add(db, &line);
	}
	catalog = catalog_new();
	return catalog_add(catalog, db, &content_fixture_edition, &e);
}

static int
end(void **state)
{
	(void)state;
	catalog_free(catalog);
	arena_free(arena);
	return 0;
}

static struct recruiter_list
search(const char *country, const char *words)
{
	struct recruiter_list list = { 0 };
	struct err e = { 0 };

	if (catalog_recruiters(catalog, country, words, "es", arena, &list,
		&e) < 0)
		fail_msg("\"%s\": %s", words, e.text);
	assert_true(list.count <= RECRUITERS_FOUND_MAX);
	return list;
}

/* Slugs of what Guatemala has, in order. */
static const char *
found(const char *words)
{
	struct recruiter_list list = search("GT", words);
	const char *all = "";

	for (size_t i = 0; i < list.count; i++)
		all = arena_printf(arena, "%s%s%s", all, i == 0 ? "" : " ",
		    list.list[i].head.slug);
	return all;
}

static unsigned seed = 1;

static size_t
lot(size_t below)
{
	seed = seed * 1103515245u + 12345u;
	return below == 0 ? 0 : (seed >> 16) % below;
}

/* A place of NAME where a letter that is no accent stands before another. */
static size_t
some_place(const char *name)
{
	size_t len = strlen(name);

	for (;;) {
		size_t at = lot(len - 1);
		const char *p = name + at;

		if ((unsigned char)p[0] < 0x80 && (unsigned char)p[1] < 0x80 &&
		    p[0] != ' ' && p[1] != ' ' && p[0] != p[1])
			return at;
	}
}

/* The first of PAIRS' letters behind a lot is another that sounds so. */
static const char *
by_sound(const char *name)
{
	static const char *const pairs[][2] = { { "b", "v" }, { "v", "b" },
		{ "B", "v" }, { "V", "b" }, { "z", "s" }, { "Z", "s" },
		{ "ce", "se" }, { "ci", "si" }, { "Ce", "Se" }, { "s", "z" },
		{ "H", "" }, { "ll", "y" }, { "qu", "k" }, { "Qu", "K" },
		{ "Y", "Ll" } };
	size_t from = lot(COUNT_OF(pairs));

	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		const char *const *pair = pairs[(from + i) % COUNT_OF(pairs)];
		const char *at = strstr(name, pair[0]);

		if (at != NULL)
			return arena_printf(arena, "%.*s%s%s",
			    (int)(at - name), name, pair[1],
			    at + strlen(pair[0]));
	}
	return arena_printf(arena, "h%s", name);
}

/* NAME with a fault in one letter, or in where its words end. */
static const char *
misspelled(const char *name, size_t way)
{
	size_t at = some_place(name);
	const char *blank = strrchr(name, ' ');

	switch (way) {
	case 0: /* swap */
		return arena_printf(arena, "%.*s%c%c%s", (int)at, name,
		    name[at + 1], name[at], name + at + 2);
	case 1: /* drop */
		return arena_printf(arena, "%.*s%s", (int)at, name,
		    name + at + 1);
	case 2: /* double */
		return arena_printf(arena, "%.*s%c%s", (int)at + 1, name,
		    name[at], name + at + 1);
	case 3:
		return by_sound(name);
	default: /* split in two, or join */
		if (blank != NULL && lot(2) == 0)
			return arena_printf(arena, "%.*s%s",
			    (int)(blank - name), name, blank + 1);
		return arena_printf(arena, "%.*s %s", (int)at + 1, name,
		    name + at + 1);
	}
}

static bool
is_among(const struct recruiter_list *list, size_t most, const char *name)
{
	for (size_t i = 0; i < list->count && i < most; i++)
		if (strcmp(list->list[i].head.title, name) == 0)
			return true;
	return false;
}

/* How many of 1000 names with FAULTS faults each are found. */
static size_t
recall(size_t faults)
{
	size_t of[WAYS] = { 0 };
	size_t all = 0;

	for (size_t n = 0; n < NAMES; n++)
		for (size_t way = 0; way < WAYS; way++) {
			const char *words = misspelled(
			    lot(2) == 0 ? names[n] : cores[n], way);
			struct recruiter_list list = { 0 };

			for (size_t more = 1; more < faults; more++)
				words = misspelled(words, lot(WAYS));
			list = search("MX", words);
			if (is_among(&list, RECALL_AT, names[n]))
				of[way]++;
		}
	for (size_t way = 0; way < WAYS; way++)
		all += of[way];
	print_message("# %zu fault(s), of 200 each: swap %zu, drop %zu, "
		      "double %zu, sound %zu, split or join %zu\n",
	    faults, of[0], of[1], of[2], of[3], of[4]);
	return all;
}

static void
misspelled_names_are_found(void **state)
{
	size_t one = recall(1);
	size_t two = recall(2);

	(void)state;
	if (one < RECALL_ONE || two < RECALL_TWO)
		fail_msg("%zu and %zu of %d", one, two, NAMES * WAYS);
}

static void
a_name_as_it_is_comes_first(void **state)
{
	(void)state;
	for (size_t n = 0; n < NAMES; n++) {
		struct recruiter_list list = search("MX", names[n]);

		if (!is_among(&list, 1, names[n]))
			fail_msg("%s", names[n]);
	}
}

static void
a_part_of_a_name_is_enough(void **state)
{
	(void)state;
	assert_string_equal(found("quetzal"), "rec-quetzal");
	assert_string_equal(found("quet"), "rec-quetzal");
	assert_string_equal(found("sereno"), "rec-lago");
	assert_string_equal(found("volcan"), "rec-volcan");
}

static void
form_case_accents_and_order_do_not_matter(void **state)
{
	(void)state;
	assert_string_equal(found("AGENCIA QUETZAL AZUL SA DE CV"),
	    "rec-quetzal");
	assert_string_equal(found("azul quetzal"), "rec-quetzal");
	assert_string_equal(found("Quétzal Ázul, S. de R.L."), "rec-quetzal");
	assert_string_equal(found("ketsal asul"), "rec-quetzal");
	assert_string_equal(found("bolkan haltto"), "rec-volcan");
	assert_string_equal(found("lagosereno"), "rec-lago");
}

/* All but the quarter that the spelling counts. */
static void
what_sounds_the_same_is_nearly_the_same(void **state)
{
	static const char *const pairs[][2] = { { "vaca", "baca" },
		{ "zeta", "seta" }, { "cena", "sena" }, { "hilo", "ilo" },
		{ "kilo", "quilo" }, { "gema", "jema" }, { "llano", "yano" },
		{ "foto", "photo" }, { "canpo", "campo" }, { "calle", "caie" },
		{ "exito", "esito" } };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(pairs); i++) {
		unsigned got = name_likeness(pairs[i][0], pairs[i][1]);

		if (got < NAME_SAME * 3 / 4 + NAME_SAME / 10)
			fail_msg("%s, %s: %u", pairs[i][0], pairs[i][1], got);
	}
}

static void
a_licence_number_finds_its_own_and_no_other(void **state)
{
	(void)state;
	assert_string_equal(found("GT-900-004"), "rec-volcan");
	assert_string_equal(found("gt900 004"), "rec-volcan");
	assert_string_equal(found("GT-900-044"), "");
	assert_string_equal(found("900004"), "rec-volcan");
	assert_string_equal(found("900044"), "");
	assert_string_equal(found("00004"), "");
	assert_int_equal(search("GT", "900").count, 6);
}

static void
another_name_finds_and_is_said(void **state)
{
	struct recruiter_list list = search("GT", "empleos jade");

	(void)state;
	assert_string_equal(list.list[0].head.slug, "rec-jade");
	assert_string_equal(list.list[0].matched, "Empleos Jade");
}

static void
what_nobody_is_called_is_not_found(void **state)
{
	static const char *const words[] = { "", " ", ".", "S.A.", "x",
		"ferrocarril", "zzzzzzzz", "agencia", "12", "%", "\"",
		"\xff\xfe" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (found(words[i])[0] != '\0' && strcmp(words[i], "agencia"))
			fail_msg("\"%s\": %s", words[i], found(words[i]));
	assert_int_equal(search("HN", "jade").count, 0);
}

static void
names_that_sound_alike_stand_side_by_side(void **state)
{
	struct recruiter_list list = search("GT", "jade del norte");

	(void)state;
	assert_true(list.count >= 2);
	assert_string_equal(list.list[0].head.slug, "rec-jade");
	assert_string_equal(list.list[1].head.slug, "rec-jada");
	assert_true(list.list[0].has_twin && list.list[1].has_twin);
	list = search("GT", "quetzal");
	assert_false(list.list[0].has_twin);
}

static void
only_a_licence_that_holds_is_called_so(void **state)
{
	static const char *const standings[] = { "licensed", "suspended",
		"cancelled", "never-licensed", "warned", "", "Licensed",
		"licensed ", "valid", "x" };
	static const char *const untils[] = { "", "2026-11-20", "2026-11-21",
		"2026-11-22", "1999-01-01", "2199-12-31", "2027-02-30",
		"2027", "soon", "9999-99-99" };
	static const struct date days[] = { { 0, 0, 0 }, { 2026, 11, 21 },
		{ 1970, 1, 1 }, { 2199, 12, 31 } };

	(void)state;
	for (size_t s = 0; s < COUNT_OF(standings); s++)
		for (size_t u = 0; u < COUNT_OF(untils); u++)
			for (size_t d = 0; d < COUNT_OF(days); d++) {
				enum licence_state got = recruiter_state(
				    standings[s], untils[u], &days[d]);
				struct date last;
				bool is_day = date_parse(&last, untils[u]);

				if (s > 0 || (untils[u][0] != '\0' && !is_day))
					assert_false(recruiter_is_listed(got));
				if (got == LICENCE_VALID)
					assert_true(s == 0 && is_day &&
					    days[d].year != 0 &&
					    date_compare(&last, &days[d]) >=
						0);
				if (got == LICENCE_DATED)
					assert_true(s == 0 && is_day &&
					    days[d].year == 0);
				if (got == LICENCE_ENDLESS)
					assert_true(
					    s == 0 && untils[u][0] == '\0');
			}
	assert_int_equal(
	    recruiter_state("licensed", "2026-11-21", &days[1]),
	    LICENCE_VALID);
	assert_int_equal(
	    recruiter_state("licensed", "2026-11-20", &days[1]),
	    LICENCE_EXPIRED);
	assert_int_equal(
	    recruiter_state("cancelled", "2027-01-01", &days[1]),
	    LICENCE_CANCELLED);
}

static void
a_recruiter_is_read_whole(void **state)
{
	struct recruiter r = { 0 };
	struct ref ref = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_int_equal(catalog_find_entry(catalog, "rec-jade", &ref, &e), 0);
	assert_int_equal(catalog_recruiter(catalog, ref, "es", arena, &r, &e),
	    0);
	assert_string_equal(r.head.title, "Reclutadora Jade del Norte, S.A.");
	assert_string_equal(r.licence, "GT-900-001");
	assert_int_equal(r.other_count, 1);
	assert_int_equal(r.order_count, 1);
	assert_int_equal(catalog_find_entry(catalog, "receipts", &ref, &e), 0);
	assert_int_equal(catalog_recruiter(catalog, ref, "es", arena, &r, &e),
	    -1);
	assert_int_equal(e.code, ERR_NOT_FOUND);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(misspelled_names_are_found),
		cmocka_unit_test(a_name_as_it_is_comes_first),
		cmocka_unit_test(a_part_of_a_name_is_enough),
		cmocka_unit_test(form_case_accents_and_order_do_not_matter),
		cmocka_unit_test(what_sounds_the_same_is_nearly_the_same),
		cmocka_unit_test(a_licence_number_finds_its_own_and_no_other),
		cmocka_unit_test(another_name_finds_and_is_said),
		cmocka_unit_test(what_nobody_is_called_is_not_found),
		cmocka_unit_test(names_that_sound_alike_stand_side_by_side),
		cmocka_unit_test(only_a_licence_that_holds_is_called_so),
		cmocka_unit_test(a_recruiter_is_read_whole),
	};

	return cmocka_run_group_tests(tests, begin, end);
}

/*
 * Paper: code pages, ESC/POS, printers as files and as programs, and what
 * the kiosk prints in its five languages.
 */
#include <config.h>

#include "unit.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "escpos.h"
#include "screens_fixture.h"

#include "base/compiler.h"
#include "base/io.h"
#include "base/utf8.h"
#include "out/paper.h"
#include "out/printer.h"
#include "ui/print.h"
#include "ui/screens/away.h"

#define FOREVER 10000 /* milliseconds: an error, and never waited for */

static char folder[64];
static char path[96]; /* the printer */

static int
begin(void **state)
{
	snprintf(folder, sizeof folder, "/tmp/unit_paper.XXXXXX");
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof path, "%s/lp", folder);
	return screens_begin(state);
}

static int
end(void **state)
{
	unlink(path);
	rmdir(folder);
	return screens_end(state);
}

/* A printer that takes everything. */
static void
put_printer(void)
{
	int fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0600);

	assert_true(fd >= 0);
	close(fd);
}

static void
printed(struct buffer *out)
{
	struct err e = { 0 };

	memset(out, 0, sizeof *out);
	assert_int_equal(io_read_file(out, path, 1 << 20, &e), 0);
}

/* --- code pages --- */

static void
assert_fits(enum code_page page, const char *text, const char *as)
{
	struct arena *a = arena_new();

	assert_string_equal(code_page_fit(page, text, a), as);
	arena_free(a);
}

static void
letters_of_our_languages_are_right_on_858(void **state)
{
	static const char text[] = "áéíóúñüÁÉÍÓÚÑÜ¿¡ àâçèêëîïôùûÀÂÇÈÊËÎÏÔÙÛ "
				   "ãõÃÕâê òÒèÈàÀ €«»·°";

	(void)state;
	assert_fits(CODE_PAGE_858, text, text);
	assert_fits(CODE_PAGE_1252, text, text);
	assert_fits(CODE_PAGE_1252, "œuvre “x” ‘y’ – … •",
	    "œuvre “x” ‘y’ – … •");
}

static void
what_a_page_does_not_have_is_said_otherwise(void **state)
{
	(void)state;
	assert_fits(CODE_PAGE_858, "œuvre “x” l’a – … • ▲ →",
	    "oeuvre \"x\" l'a - ... * ! ->");
	assert_fits(CODE_PAGE_437, "não, Ácido, Èske, õ, ©",
	    "nao, Acido, Eske, o, ?");
	assert_fits(CODE_PAGE_850, "5 €", "5 EUR");
	assert_fits(CODE_PAGE_UTF8, "œ “▲”", "œ “▲”");
}

static void
no_page_lets_a_control_character_through(void **state)
{
	(void)state;
	for (enum code_page page = 0; page < CODE_PAGES; page++)
		assert_fits(page, "a\x1b@b\x1d\n\x7f\xc2\x9b"
				  "c\t",
		    "a@bc");
}

static void
a_page_is_found_by_its_name(void **state)
{
	(void)state;
	assert_int_equal(code_page_find("cp437"), CODE_PAGE_437);
	assert_int_equal(code_page_find("cp1252"), CODE_PAGE_1252);
	assert_int_equal(code_page_find("cp859"), CODE_PAGES);
	assert_int_equal(code_page_number(CODE_PAGE_858), 19);
}

/* --- the bytes --- */

/* Text of any bytes but NUL, the same for the same seed. */
static void
fill_with_noise(char *out, size_t size, unsigned seed)
{
	for (size_t i = 0; i + 1 < size; i++) {
		seed = seed * 1103515245u + 12345u;
		out[i] = (char)(seed >> 16 & 0xFF);
		if (out[i] == '\0')
			out[i] = 0x1B;
	}
	out[size - 1] = '\0';
}

static void
assert_job(const struct paper *s, const struct paper_kind *k)
{
	struct buffer job = { 0 };
	char why[80];
	struct escpos *p = NULL;

	paper_escpos(&job, s, k);
	p = escpos_read(buffer_bytes(&job), k->columns, why);
	if (p == NULL)
		fail_msg("%s", why);
	escpos_free(p);
	buffer_fini(&job);
}

static void
noise_never_becomes_a_command(void **state)
{
	static const enum paper_qr qrs[] = { PAPER_QR_NONE, PAPER_QR_NATIVE,
		PAPER_QR_RASTER };

	(void)state;
	for (unsigned seed = 0; seed < 2000; seed++) {
		char text[160];
		struct paper_row rows[3] = { { "", false },
			{ text, seed % 2 == 0 }, { "  x", true } };
		const struct paper s = { rows, COUNT_OF(rows), text };
		const struct paper_kind k = { seed % 3 == 0 ? 48 : 32,
			(enum code_page)(seed % 4),
			code_page_number((enum code_page)(seed % 4)),
			qrs[seed % 3], seed % 2 == 0 };

		fill_with_noise(text, sizeof text, seed);
		assert_job(&s, &k);
	}
}

static void
a_row_that_became_too_long_is_broken_again(void **state)
{
	const struct paper_row rows[] = { {
	    "    œœœœœœœœœœœœœœ œœœœœœœœœœœœœ", false } };
	const struct paper s = { rows, 1, "" };
	const struct paper_kind k = { 32, CODE_PAGE_858, 19, PAPER_QR_NONE,
		false };

	(void)state;
	assert_job(&s, &k);
}

static void
a_paper_has_an_end(void **state)
{
	struct paper_row *rows = calloc(5000, sizeof *rows);
	const struct paper s = { rows, 5000, "" };
	const struct paper_kind k = { 32, CODE_PAGE_858, 19, PAPER_QR_NONE,
		true };
	struct buffer job = { 0 };

	(void)state;
	assert_non_null(rows);
	for (size_t i = 0; i < 5000; i++)
		rows[i].text = "123456789 123456789 123456789 1";
	assert_job(&s, &k);
	paper_escpos(&job, &s, &k);
	assert_true(job.len < PRINTER_BYTES_MAX);
	buffer_fini(&job);
	free(rows);
}

static void
plain_text_has_no_commands(void **state)
{
	const struct paper_row rows[] = { { "Título", true }, { "", false },
		{ "  1. “No” pague\x1b@", false } };
	const struct paper s = { rows, COUNT_OF(rows), "V-498 858" };
	struct buffer job = { 0 };

	(void)state;
	paper_plain(&job, &s, 48);
	buffer_add(&job, "", 1);
	assert_string_equal((char *)job.at, "Título\n\n  1. “No” pague@\n");
	buffer_fini(&job);
}

/* --- printers --- */

static const char job_text[] = "A paper.\n";

static struct printer *
print_on(const char *device, const char *command)
{
	struct printer *p = printer_new(device, command);

	assert_true(printer_print(p, bytes_of_text(job_text), 1000));
	return p;
}

/* Until it is at an end; poll() waits for it as the kiosk does. */
static void
await(struct printer *p)
{
	while (printer_state(p) == PRINTER_BUSY) {
		struct pollfd watch = { .fd = printer_fd(p),
			.events = printer_events(p) };

		assert_true(poll(&watch, 1, FOREVER) == 1);
		printer_io(p, watch.revents, 1000);
	}
}

static void
a_device_gets_the_bytes(void **state)
{
	struct printer *p = NULL;
	struct buffer got;

	(void)state;
	put_printer();
	p = print_on(path, "");
	assert_int_equal(printer_state(p), PRINTER_DONE);
	assert_int_equal(printer_fd(p), -1);
	printed(&got);
	assert_true(bytes_equal(buffer_bytes(&got), bytes_of_text(job_text)));
	buffer_fini(&got);
	printer_free(p);
}

static void
a_device_that_is_not_there_is_away(void **state)
{
	struct printer *p = NULL;

	(void)state;
	unlink(path);
	p = print_on(path, "");
	assert_int_equal(printer_state(p), PRINTER_AWAY);
	printer_free(p);
}

static void
a_device_that_is_full_is_empty_of_paper(void **state)
{
	struct printer *p = NULL;

	(void)state;
	if (access("/dev/full", W_OK) < 0)
		skip();
	p = print_on("/dev/full", ""); /* ENOSPC, as usblp without paper */
	assert_int_equal(printer_state(p), PRINTER_EMPTY);
	printer_free(p);
}

/* A pipe that nobody empties. */
static void
a_device_that_takes_nothing_is_given_up(void **state)
{
	static char much[PRINTER_BYTES_MAX];
	struct printer *p = NULL;
	int reader = -1;

	(void)state;
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	reader = open(path, O_RDONLY | O_NONBLOCK);
	assert_true(reader >= 0);
	memset(much, 'x', sizeof much);
	p = printer_new(path, "");
	assert_true(printer_print(p, bytes_of(much, sizeof much), 0));
	assert_int_equal(printer_state(p), PRINTER_DONE);
	assert_true(printer_print(p, bytes_of(much, sizeof much), 0));
	assert_int_equal(printer_state(p), PRINTER_BUSY);
	assert_false(printer_print(p, bytes_of(much, 1), 0));
	assert_int_equal(printer_wait(p, 5000), PRINTER_WAIT_MS - 5000);
	assert_false(printer_io(p, 0, PRINTER_WAIT_MS - 1));
	assert_true(printer_io(p, 0, PRINTER_WAIT_MS));
	assert_int_equal(printer_state(p), PRINTER_SILENT);
	assert_int_equal(printer_fd(p), -1);
	printer_free(p);
	close(reader);
	unlink(path);
}

static void
a_program_gets_the_text_without_a_shell(void **state)
{
	struct printer *p = NULL;
	char command[200];
	struct buffer got;

	(void)state;
	put_printer();
	/* a shell would see two commands here, dd sees its operands */
	snprintf(command, sizeof command, "/bin/dd of=%s status=none", path);
	p = print_on("", command);
	await(p);
	assert_int_equal(printer_state(p), PRINTER_DONE);
	printed(&got);
	assert_true(bytes_equal(buffer_bytes(&got), bytes_of_text(job_text)));
	buffer_fini(&got);
	printer_free(p);
}

static void
a_program_that_fails_or_is_missing_is_away(void **state)
{
	static const char *const commands[] = { "/bin/false",
		"/nowhere/lp -s" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(commands); i++) {
		struct printer *p = print_on("", commands[i]);

		await(p);
		assert_int_equal(printer_state(p), PRINTER_AWAY);
		printer_free(p);
	}
}

static void
a_program_that_hangs_is_given_up_and_reaped(void **state)
{
	struct printer *p = print_on("", "/bin/sleep 1000");
	struct pollfd watch;

	(void)state;
	assert_int_equal(printer_state(p), PRINTER_BUSY);
	assert_true(printer_io(p, 0, 1000 + PRINTER_WAIT_MS));
	assert_int_equal(printer_state(p), PRINTER_SILENT);
	watch = (struct pollfd){ .fd = printer_fd(p), .events = POLLIN };
	assert_true(poll(&watch, 1, FOREVER) == 1);
	printer_io(p, watch.revents, 0);
	assert_int_equal(printer_fd(p), -1);
	assert_true(printer_print(p, bytes_of_text(job_text), 0));
	printer_free(p);
}

/* --- what the kiosk prints --- */

static struct kiosk k;
static struct printer *printer;

static void
open_kiosk(const char *lang, int columns)
{
	put_printer();
	kiosk_open(&k, lang, 80, 25);
	snprintf(k.settings.printer_device,
	    sizeof k.settings.printer_device, "%s", path);
	k.settings.printer_columns = columns;
	printer = print_open(&k.settings);
	app_set_terminal(k.app, GLYPHS_FULL, false);
	app_set_printer(k.app, printer);
}

static void
close_kiosk(void)
{
	kiosk_close(&k);
	printer_free(printer);
}

/* The paper as WRITE shows it; the caller frees it. */
static char *
paper_as(void (*write)(const struct escpos *p, FILE *out), int columns)
{
	struct buffer job;
	char why[80];
	struct escpos *p = NULL;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	assert_non_null(out);
	printed(&job);
	p = escpos_read(buffer_bytes(&job), columns, why);
	if (p == NULL)
		fail_msg("%s", why);
	write(p, out);
	fclose(out);
	escpos_free(p);
	buffer_fini(&job);
	return text;
}

/* VEREDA_UPDATE=1 writes it anew: look at the difference. */
static void
assert_golden(const char *name, const char *text)
{
	const char *srcdir = getenv("srcdir");
	char file[256];
	struct buffer golden = { 0 };
	struct err e = { 0 };

	snprintf(file, sizeof file, "%s/%s", srcdir != NULL ? srcdir : ".",
	    name);
	if (getenv("VEREDA_UPDATE") != NULL) {
		FILE *out = fopen(file, "w");

		assert_non_null(out);
		fputs(text, out);
		fclose(out);
	}
	assert_int_equal(io_read_file(&golden, file, 1 << 17, &e), 0);
	buffer_add(&golden, "", 1);
	assert_string_equal(text, (char *)golden.at);
	buffer_fini(&golden);
}

#define PRINT_IT "52" /* on a page: take it along, on paper */

static void
what_is_printed_looks_as_it_did(void **state)
{
	static const struct {
		const char *name, *lang;
		int columns;
		const char *keys;
	} papers[] = {
		{ "article-es-32", "es", 32, "1111" PRINT_IT },
		{ "article-es-48", "es", 48, "1111" PRINT_IT },
		{ "article-en-32", "en", 32, "2111" PRINT_IT },
		{ "article-en-48", "en", 48, "2111" PRINT_IT },
		{ "article-fr-32", "fr", 32, "3111" PRINT_IT },
		{ "article-fr-48", "fr", 48, "3111" PRINT_IT },
		{ "article-pt-32", "pt", 32, "4111" PRINT_IT },
		{ "article-pt-48", "pt", 48, "4111" PRINT_IT },
		{ "article-ht-32", "ht", 32, "5111" PRINT_IT },
		{ "article-ht-48", "ht", 48, "5111" PRINT_IT },
		{ "alert-32", "es", 32, "19" PRINT_IT },
		{ "withdrawn-32", "es", 32, "136" PRINT_IT },
		{ "service-32", "es", 32, "164" PRINT_IT },
		{ "check-32", "es", 32, "12111" PRINT_IT },
		{ "fees-32", "es", 32, "12522311150!9" PRINT_IT },
		{ "plan-32", "es", 32, "195" "00" "645" "59" "2" },
		{ "cv-32", "es", 32, "1424" "43" "66" },
		{ "course-32", "es", 32, "1423" "1+1+2+2" "5" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(papers); i++) {
		char *text = NULL;
		char *name = NULL;

		open_kiosk(papers[i].lang, papers[i].columns);
		kiosk_keys(&k, papers[i].keys);
		if (app_screen(k.app) != SCREEN_PAPER)
			fail_msg("%s: nothing is printed", papers[i].name);
		text = paper_as(escpos_text, papers[i].columns);
		name = xasprintf("tests/fixtures/paper/%s.txt",
		    papers[i].name);
		assert_golden(name, text);
		free(name);
		free(text);
		close_kiosk();
	}
}

/* The slip that tests the printer, in LANG for COLUMNS and CODE_PAGE. */
static void
test_slip(const char *name, const char *lang, int columns,
    const char *code_page)
{
	const struct place test = { .screen = SCREEN_PAPER,
		.number = AWAY_TEST };
	char *file = xasprintf("tests/fixtures/paper/%s.txt", name);
	char *text = NULL;

	open_kiosk(lang, columns);
	snprintf(k.settings.printer_code_page,
	    sizeof k.settings.printer_code_page, "%s", code_page);
	app_go(k.app, &test);
	kiosk_keys(&k, "x1"); /* nothing was printed yet: try */
	text = paper_as(escpos_text, columns);
	assert_golden(file, text);
	free(text);
	free(file);
	close_kiosk();
}

static void
a_test_slip_shows_letters_width_and_code(void **state)
{
	(void)state;
	test_slip("test-es-32", "es", 32, "cp858");
	test_slip("test-en-48", "en", 48, "cp858");
	test_slip("test-fr-32", "fr", 32, "cp437");
}

static void
the_picture_of_a_slip_is_what_is_printed(void **state)
{
	static const struct {
		const char *picture, *lang;
		int columns;
		const char *keys;
	} slips[] = {
		{ "doc/slip-es-32.svg", "es", 32, "1111" PRINT_IT },
		{ "doc/slip-en-48.svg", "en", 48, "2111" PRINT_IT },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(slips); i++) {
		char *picture = NULL;

		open_kiosk(slips[i].lang, slips[i].columns);
		kiosk_keys(&k, slips[i].keys);
		picture = paper_as(escpos_svg, slips[i].columns);
		assert_golden(slips[i].picture, picture);
		free(picture);
		close_kiosk();
	}
}

static void
a_printer_that_fails_says_what_to_do(void **state)
{
	(void)state;
	open_kiosk("es", 32);
	unlink(path);
	kiosk_keys(&k, "19" PRINT_IT);
	assert_true(kiosk_shows(&k, "La impresora no funciona."));
	assert_true(kiosk_shows(&k, "Avise al personal"));
	put_printer();
	kiosk_keys(&k, "1");
	assert_true(kiosk_shows(&k, "Su papel está saliendo."));
	close_kiosk();
}

static void
without_a_printer_nobody_is_told_to_print(void **state)
{
	(void)state;
	kiosk_open(&k, "es", 80, 25);
	app_set_terminal(k.app, GLYPHS_FULL, false);
	kiosk_keys(&k, "195");
	assert_false(kiosk_shows(&k, "Imprimir"));
	kiosk_keys(&k, "2");
	assert_int_equal(app_screen(k.app), SCREEN_PLAN);
	kiosk_close(&k);
}

static void
the_end_of_a_session_gives_up_the_job(void **state)
{
	int reader = -1;

	(void)state;
	open_kiosk("es", 32);
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	reader = open(path, O_RDONLY | O_NONBLOCK);
	kiosk_keys(&k, "19" PRINT_IT);
	for (int i = 0; i < 100 && printer_state(printer) == PRINTER_DONE;
	     i++)
		kiosk_keys(&k, "1"); /* until the pipe is full */
	assert_int_equal(printer_state(printer), PRINTER_BUSY);
	kiosk_press(&k, key_f(10));
	assert_int_equal(printer_state(printer), PRINTER_IDLE);
	assert_int_equal(printer_fd(printer), -1);
	close_kiosk();
	close(reader);
	unlink(path);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_of_our_languages_are_right_on_858),
		cmocka_unit_test(what_a_page_does_not_have_is_said_otherwise),
		cmocka_unit_test(no_page_lets_a_control_character_through),
		cmocka_unit_test(a_page_is_found_by_its_name),
		cmocka_unit_test(noise_never_becomes_a_command),
		cmocka_unit_test(a_row_that_became_too_long_is_broken_again),
		cmocka_unit_test(a_paper_has_an_end),
		cmocka_unit_test(plain_text_has_no_commands),
		cmocka_unit_test(a_device_gets_the_bytes),
		cmocka_unit_test(a_device_that_is_not_there_is_away),
		cmocka_unit_test(a_device_that_is_full_is_empty_of_paper),
		cmocka_unit_test(a_device_that_takes_nothing_is_given_up),
		cmocka_unit_test(a_program_gets_the_text_without_a_shell),
		cmocka_unit_test(a_program_that_fails_or_is_missing_is_away),
		cmocka_unit_test(a_program_that_hangs_is_given_up_and_reaped),
		cmocka_unit_test(what_is_printed_looks_as_it_did),
		cmocka_unit_test(the_picture_of_a_slip_is_what_is_printed),
		cmocka_unit_test(a_test_slip_shows_letters_width_and_code),
		cmocka_unit_test(a_printer_that_fails_says_what_to_do),
		cmocka_unit_test(without_a_printer_nobody_is_told_to_print),
		cmocka_unit_test(the_end_of_a_session_gives_up_the_job),
	};

	return cmocka_run_group_tests(tests, begin, end);
}

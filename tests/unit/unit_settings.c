/*
 * state/: the settings file.
 */
#include <config.h>

#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "state/settings.h"

static char path[64];

/* Load TEXT; what was said goes to *E. */
static int
load(struct settings *s, const char *text, size_t len, struct err *e)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	assert_int_equal(fwrite(text, 1, len, out), len);
	fclose(out);
	memset(e, 0, sizeof *e);
	settings_defaults(s);
	return settings_load(s, path, e);
}

static void
a_whole_file_is_read_over_the_defaults(void **state)
{
	static const char text[] = "# at the border\n"
				   "[kiosk]\n"
				   "country = GT\n"
				   "language=ht\n"
				   "site = Albergue de Tapachula, sala 2\n"
				   "idle = 90 ; seconds\n"
				   "store = /srv/vereda\n"
				   "channels = crm crm-alerts crm-a\n"
				   "voice = no\n"
				   "large_font = no\n"
				   "volume = 80\n"
				   "printer_device = /dev/usb/lp0\n"
				   "printer_columns = 48\n"
				   "printer_code_page = cp1252\n"
				   "printer_page_number = 71\n"
				   "printer_qr = native\n"
				   "printer_language = text\n"
				   "printer_cut = no\n"
				   "touch = yes\n"
				   "one_press = yes\n";
	struct settings s;
	struct err e;

	(void)state;
	assert_int_equal(load(&s, text, sizeof text - 1, &e), 0);
	assert_string_equal(s.country, "GT");
	assert_string_equal(s.language, "ht");
	assert_string_equal(s.site, "Albergue de Tapachula, sala 2");
	assert_int_equal(s.idle_seconds, 90);
	assert_int_equal(s.notice_seconds, 30);
	assert_string_equal(s.store, "/srv/vereda");
	assert_string_equal(s.channels, "crm crm-alerts crm-a");
	assert_string_equal(s.voice, "");
	assert_string_equal(s.large_font, "");
	assert_int_equal(s.volume, 80);
	assert_true(s.touch);
	assert_true(s.one_press);
	assert_false(s.keypad_only);
	assert_string_equal(s.printer_device, "/dev/usb/lp0");
	assert_int_equal(s.printer_columns, 48);
	assert_string_equal(s.printer_code_page, "cp1252");
	assert_int_equal(s.printer_page_number, 71);
	assert_string_equal(s.printer_qr, "native");
	assert_string_equal(s.printer_language, "text");
	assert_false(s.printer_cut);
	assert_int_equal(load(&s, "", 0, &e), 0);
	assert_string_equal(s.language, "es");
	assert_int_equal(s.idle_seconds, 120);
	assert_string_equal(s.voice, "auto");
	assert_string_equal(s.large_font, "auto");
	assert_int_equal(s.volume, 100);
	assert_false(s.one_press);
}

static void
every_fault_is_named_with_its_line(void **state)
{
	static const struct {
		const char *text;
		const char *says;
	} faults[] = {
		{ "[kiosk]\ncolour = red\n", ":2: unknown key: colour" },
		{ "[kiosk]\n\nidle = 5\n", ":3: idle must be 20 to 3600" },
		{ "[kiosk]\nidle = 99999999999999\n", ":2: idle must be" },
		{ "[kiosk]\nidle = -60\n", ":2: idle must be" },
		{ "[kiosk]\nnotice = 5\n", ":2: notice must be" },
		{ "[kiosk]\ncountry = Gt\n", ":2: country must be two" },
		{ "[kiosk]\ncountry = GTM\n", ":2: country must be two" },
		{ "[kiosk]\nlanguage = ES\n", ":2: language must be" },
		{ "[kiosk]\nlanguage = espanolito\n", ":2: language must be" },
		{ "[kiosk]\ntouch = 1\n", ":2: touch must be yes or no" },
		{ "[kiosk]\nstore = a/b\n", ":2: store must be a path" },
		{ "[kiosk]\nvoice = espeak\n", ":2: voice must be auto, no" },
		{ "[kiosk]\nvolume = 201\n", ":2: volume must be 0 to 200" },
		{ "[kiosk]\nchannels = a  b\n", ":2: channels must be" },
		{ "[kiosk]\nchannels = a A\n", ":2: channels must be" },
		{ "[kiosk]\nchannels = a b a\n", ":2: channels must be" },
		{ "[kiosk]\nchannels = a b c d e f g h i j k l m\n",
		    ":2: channels must be" },
		{ "[kiosk]\nsite = a\x1b[2J\n", ":2: site must be" },
		{ "[kiosk]\ntouch = yes\ntouch = no\n", ":3: set twice" },
		{ "[kiosk]\nprinter_device = lp0\n",
		    ":2: printer_device must be a path" },
		{ "[kiosk]\nprinter_command = lp -s\n",
		    ":2: printer_command must be a path from /" },
		{ "[kiosk]\nprinter_command = /usr/bin/lp  -s\n",
		    ":2: printer_command must be" },
		{ "[kiosk]\nprinter_command = /a b c d e f g h i j k l m n o "
		  "p q\n", ":2: printer_command must be" },
		{ "[kiosk]\nprinter_columns = 12\n",
		    ":2: printer_columns must be 24 to 80" },
		{ "[kiosk]\nprinter_code_page = 858\n",
		    ":2: printer_code_page must be cp437, cp850, cp858 or" },
		{ "[kiosk]\nprinter_code_page = or\n",
		    ":2: printer_code_page must be" },
		{ "[kiosk]\nprinter_page_number = 256\n",
		    ":2: printer_page_number must be 0 to 255" },
		{ "[kiosk]\nprinter_qr = yes\n",
		    ":2: printer_qr must be native, raster or none" },
		{ "[kiosk]\nprinter_language = pcl\n",
		    ":2: printer_language must be escpos or text" },
		{ "[kiosk]\nprinter_cut = 1\n",
		    ":2: printer_cut must be yes or no" },
		{ "[kiosk]\nprinter_device = /dev/usb/lp0\n"
		  "printer_command = /usr/bin/lp\n",
		    "are both set; keep one" },
		{ "[other]\ntouch = yes\n", ":2: unknown section: other" },
		{ "touch = yes\n", ":1: unknown section" },
		{ "[kiosk]\nrubbish\n", ":2: not a line of settings" },
		{ "[kiosk\n", ":1: not a line of settings" },
	};
	struct settings s;
	struct err e;

	(void)state;
	for (size_t i = 0; i < COUNT_OF(faults); i++) {
		assert_int_equal(load(&s, faults[i].text,
				     strlen(faults[i].text), &e), -1);
		assert_int_equal(e.code, ERR_INPUT);
		if (strstr(e.text, faults[i].says) == NULL)
			fail_msg("\"%s\" does not say \"%s\"", e.text,
			    faults[i].says);
		assert_ptr_equal(strstr(e.text, path), e.text);
	}
}

static void
long_lines_and_nul_bytes_are_refused(void **state)
{
	static const char nul[] = "[kiosk]\nsite = a\0b\n";
	char text[1024] = "[kiosk]\nsite = ";
	struct settings s;
	struct err e;

	(void)state;
	memset(text + strlen(text), 'x', 900);
	assert_int_equal(load(&s, text, strlen(text), &e), -1);
	assert_non_null(strstr(e.text, "line too long"));
	text[15 + 64] = '\0'; /* fits in a line, not in the setting */
	assert_int_equal(load(&s, text, strlen(text), &e), -1);
	assert_int_equal(load(&s, nul, sizeof nul - 1, &e), -1);
	assert_non_null(strstr(e.text, "NUL"));
}

static void
a_missing_file_is_not_found_and_a_folder_is_no_file(void **state)
{
	struct settings s;
	struct err e = { 0 };

	(void)state;
	assert_int_equal(settings_load(&s, "/nowhere/vereda.conf", &e), -1);
	assert_int_equal(e.code, ERR_NOT_FOUND);
	err_clear(&e);
	assert_int_equal(settings_load(&s, "/", &e), -1);
	assert_int_equal(e.code, ERR_NOT_A_FILE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_file_is_read_over_the_defaults),
		cmocka_unit_test(every_fault_is_named_with_its_line),
		cmocka_unit_test(long_lines_and_nul_bytes_are_refused),
		cmocka_unit_test(
		    a_missing_file_is_not_found_and_a_folder_is_no_file),
	};
	int failed;
	int fd;

	snprintf(path, sizeof path, "/tmp/vereda-settings-XXXXXX");
	fd = mkstemp(path);
	if (fd < 0)
		return 99;
	close(fd);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(path);
	return failed;
}

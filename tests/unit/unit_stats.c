/*
 * Statistics: what is counted, what is written, what is told, and what never
 * is.
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "base/io_ops.h"
#include "base/log.h"
#include "base/mem.h"
#include "load/receipt_stats.h"
#include "state/stats.h"
#include "state/stats_words.h"
#include "ui/app_stats.h"

#include "screens_fixture.h"

static char folder[64];
static const struct date today = { 2026, 11, 21 };

static char *
path_of(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

static int
open_folder(void **state)
{
	(void)state;
	log_to(-1);
	snprintf(folder, sizeof folder, "/tmp/vereda-stats-XXXXXX");
	return mkdtemp(folder) != NULL ? 0 : -1;
}

static int
close_folder(void **state)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry = NULL;

	(void)state;
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char *path = path_of(entry->d_name);

		unlink(path);
		free(path);
	}
	closedir(dir);
	return rmdir(folder);
}

/* The file NAME, "" if there is none; the caller frees it. */
static char *
text_of(const char *name)
{
	char *path = path_of(name);
	struct buffer text = { 0 };
	struct err e = { 0 };
	char *out = NULL;

	if (io_read_file(&text, path, 1u << 20, &e) == 0)
		out = xstrdup((const char *)text.at);
	else
		out = xstrdup("");
	buffer_fini(&text);
	free(path);
	return out;
}

static void
assert_file(const char *name, const char *wanted)
{
	char *text = text_of(name);

	assert_string_equal(text, wanted);
	free(text);
}

static void
write_file(const char *name, const char *text)
{
	char *path = path_of(name);
	struct err e = { 0 };

	assert_int_equal(io_write_file(path, bytes_of_text(text), IO_REPLACE,
			     &e), 0);
	free(path);
}

/* All that would be told on DAY; the caller frees it. */
static char *
told_on(int year, int month, int day)
{
	const struct date d = { year, month, day };
	char *text = NULL;
	size_t len = 0;
	struct json j = { .out = open_memstream(&text, &len) };

	json_object_begin(&j, NULL);
	receipt_stats(&j, folder, date_seconds(&d) + 3600);
	json_object_end(&j);
	json_end(&j);
	fclose(j.out);
	return text;
}

static void
assert_told(int month, int day, const char *wanted, bool whether)
{
	char *text = told_on(2026, month, day);

	if ((strstr(text, wanted) != NULL) != whether)
		fail_msg("\"%s\" in %s", wanted, text);
	free(text);
}

static struct stats *
begin(void)
{
	struct stats *s = stats_new(folder);

	stats_today(s, &today);
	return s;
}

static void
what_is_counted_is_one_small_file_a_day(void **state)
{
	struct stats *s = begin();

	(void)state;
	stats_count(s, STATS_VISITS, "");
	stats_count(s, STATS_TOPICS, "rights");
	stats_count(s, STATS_LANGUAGES, "es");
	stats_count(s, STATS_TOPICS, "costs");
	stats_count(s, STATS_TOPICS, "rights");
	assert_file("2026-11-21.day", ""); /* not yet */
	stats_rest(s, 0);
	assert_file("2026-11-21.day", "vereda-stats 1 2026-11-21\n"
	    "visits 1\ntopics costs 1\ntopics rights 2\nlanguages es 1\n"
	    "end\n");
	stats_free(s);
}

static void
it_is_not_written_more_often_than_once_an_hour(void **state)
{
	struct stats *s = begin();

	(void)state;
	stats_count(s, STATS_VISITS, "");
	stats_rest(s, 1000);
	stats_count(s, STATS_VISITS, "");
	stats_rest(s, 1000 + STATS_WRITE_MS - 1);
	assert_file("2026-11-21.day",
	    "vereda-stats 1 2026-11-21\nvisits 1\nend\n");
	stats_rest(s, 1000 + STATS_WRITE_MS);
	assert_file("2026-11-21.day",
	    "vereda-stats 1 2026-11-21\nvisits 2\nend\n");
	io_fail((struct io_fault){ 0 });
	stats_rest(s, (int64_t)10 * STATS_WRITE_MS); /* nothing is new */
	assert_int_equal(io_calls(), 0);
	stats_free(s);
}

static void
a_restart_goes_on_where_the_day_was(void **state)
{
	struct stats *s = begin();

	(void)state;
	stats_count(s, STATS_VISITS, "");
	stats_free(s);
	s = begin();
	stats_count(s, STATS_VISITS, "");
	stats_free(s);
	assert_file("2026-11-21.day",
	    "vereda-stats 1 2026-11-21\nvisits 2\nend\n");
}

static void
another_day_has_a_file_of_its_own(void **state)
{
	const struct date next = { 2026, 11, 22 };
	struct stats *s = begin();

	(void)state;
	stats_count(s, STATS_VISITS, "");
	stats_today(s, &next);
	assert_file("2026-11-21.day",
	    "vereda-stats 1 2026-11-21\nvisits 1\nend\n");
	stats_count(s, STATS_VISITS, "");
	stats_free(s);
	assert_file("2026-11-22.day",
	    "vereda-stats 1 2026-11-22\nvisits 1\nend\n");
}

static void
a_day_that_nobody_knows_counts_nothing(void **state)
{
	const struct date unknown = { 0 };
	struct stats *s = stats_new(folder);

	(void)state;
	stats_count(s, STATS_VISITS, ""); /* before any day */
	stats_today(s, &unknown);
	stats_count(s, STATS_VISITS, "");
	stats_in_vain(s, "carnet");
	stats_rest(s, 0);
	stats_free(s);
	assert_int_equal(rmdir(folder), 0); /* it is empty */
	assert_int_equal(mkdir(folder, 0700), 0);
}

static void
without_a_folder_nothing_is_counted(void **state)
{
	struct stats *s = stats_new("");

	(void)state;
	assert_null(s);
	stats_today(s, &today);
	stats_count(s, STATS_VISITS, "");
	stats_in_vain(s, "carnet");
	stats_rest(s, 0);
	stats_free(s);
}

static void
only_names_of_ours_are_counted(void **state)
{
	static const char long_word[] = "abcdefghijklmnopqrstuvwxyz01234567"
	    "89abcdefghijklmnopqrstuvwxyz012";
	static const char *const bad[] = { "", "two words", "Juana",
		"../../etc", "a\nvisits 9", "-a",
		long_word };
	struct stats *s = begin();

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		stats_count(s, STATS_TOPICS, bad[i]);
	stats_count(s, STATS_VISITS, "word");
	stats_free(s);
	assert_file("2026-11-21.day", "vereda-stats 1 2026-11-21\nend\n");
}

static void
days_older_than_a_hundred_go(void **state)
{
	struct stats *s = NULL;

	(void)state;
	write_file("2026-08-12.day", "vereda-stats 1 2026-08-12\nend\n");
	write_file("2026-08-13.day", "vereda-stats 1 2026-08-13\nend\n");
	write_file("2026-08-12.days", "not ours");
	s = begin();
	assert_file("2026-08-12.day", "");
	assert_file("2026-08-13.day", "vereda-stats 1 2026-08-13\nend\n");
	assert_file("2026-08-12.days", "not ours");
	stats_free(s);
}

/* --- words --- */

static void
search_on(int day, const char *word)
{
	const struct date d = { 2026, 11, day };
	struct stats *s = stats_new(folder);

	stats_today(s, &d);
	stats_in_vain(s, word);
	stats_in_vain(s, word);
	stats_free(s);
}

static bool
words_have(const char *word)
{
	char *text = text_of("words");
	bool found = strstr(text, word) != NULL;

	free(text);
	return found;
}

static void
a_word_is_kept_from_its_fifth_day_on(void **state)
{
	(void)state;
	for (int day = 1; day <= 4; day++)
		search_on(day, "carnet");
	search_on(4, "carnet"); /* a restart on the same day */
	assert_false(words_have("carnet"));
	assert_told(11, 5, "carnet", false);
	search_on(5, "carnet");
	assert_true(words_have("carnet"));
	assert_told(11, 5, "\"carnet\": 5", true);
	search_on(6, "carnet");
	assert_told(11, 6, "\"carnet\": 6", true);
}

static void
what_may_be_a_number_or_an_address_is_no_word(void **state)
{
	static const char *const bad[] = { "5551234", "a1234567", "ab",
		"juana@example", "", "two words",
		"aaaaaaaaaaaaaaaaaaaaaaaaa" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++)
		for (int day = 1; day <= 6; day++)
			search_on(day, bad[i]);
	assert_file("words", "");
}

static void
after_a_quarter_all_words_are_forgotten(void **state)
{
	char *before = NULL;
	char *after = NULL;
	const struct date late = { 2027, 1, 30 };
	struct stats *s = NULL;

	(void)state;
	for (int day = 1; day <= 5; day++)
		search_on(day, "carnet");
	before = text_of("words");
	s = stats_new(folder);
	stats_today(s, &late);
	stats_in_vain(s, "remesas");
	stats_free(s);
	after = text_of("words");
	assert_null(strstr(after, "carnet"));
	/* "vereda-words 1 FIRST TODAY KEY": another key too */
	assert_string_not_equal(strchr(before + 36, ' '),
	    strchr(after + 36, ' '));
	free(before);
	free(after);
}

static void
a_clock_that_goes_back_begins_anew(void **state)
{
	(void)state;
	for (int day = 10; day <= 13; day++)
		search_on(day, "carnet");
	search_on(9, "carnet");
	search_on(10, "carnet");
	assert_false(words_have("carnet"));
}

static void
words_that_are_no_file_of_ours_are_forgotten(void **state)
{
	static const char *const bad[] = { "", "vereda-words 1\n",
		"vereda-words 1 2026-11-01 2026-11-05 00\nend\n",
		"vereda-words 1 2026-11-01 2026-11-05 "
		"000102030405060708090a0b0c0d0e0f"
		"000102030405060708090a0b0c0d0e0f\n"
		"00000001 4 carnet\nend\n", /* not on five days */
		"vereda-words 1 2026-11-01 2026-11-05 "
		"000102030405060708090a0b0c0d0e0f"
		"000102030405060708090a0b0c0d0e0f\n"
		"00000001 9 juana@example\nend\n" };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		write_file("words", bad[i]);
		assert_told(11, 5, "\"words\": {}", true);
	}
	write_file("words", "vereda-words 1 2026-11-01 2026-11-05 "
	    "000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f"
	    "\n00000001 9 carnet\nend\n");
	assert_told(11, 5, "\"carnet\": 9", true);
}

/* --- what is told --- */

static void
small_values_leave_only_as_less_than_five(void **state)
{
	(void)state;
	write_file("2026-11-20.day", "vereda-stats 1 2026-11-20\nvisits 4\n"
	    "topics a 1\ntopics b 4\ntopics c 5\ntopics d 7\ntopics e 8\n"
	    "topics f 1000000\nend\n");
	assert_told(11, 21, "\"visits\": \"<5\"", true);
	assert_told(11, 21, "\"a\": \"<5\"", true);
	assert_told(11, 21, "\"b\": \"<5\"", true);
	assert_told(11, 21, "\"c\": 5,", true);
	assert_told(11, 21, "\"d\": 5,", true);
	assert_told(11, 21, "\"e\": 10,", true);
	assert_told(11, 21, "\"f\": 1000000", true);
}

static void
a_day_that_is_not_over_is_not_told(void **state)
{
	(void)state;
	write_file("2026-11-20.day",
	    "vereda-stats 1 2026-11-20\nvisits 9\nend\n");
	assert_told(11, 20, "2026-11-20", false);
	assert_told(11, 21, "2026-11-20", true);
}

static void
a_day_that_is_not_whole_is_not_told_and_the_others_are(void **state)
{
	static const char whole[] =
	    "vereda-stats 1 2026-11-20\nvisits 9\ntopics rights 12\nend\n";
	static const char *const bad[] = {
		"vereda-stats 1 2026-11-19\nvisits 9\nend\n",
		"vereda-stats 2 2026-11-20\nvisits 9\nend\n",
		"vereda-stats 1 2026-11-20\nvisits 0\nend\n",
		"vereda-stats 1 2026-11-20\nvisits -1\nend\n",
		"vereda-stats 1 2026-11-20\nvisits 1000001\nend\n",
		"vereda-stats 1 2026-11-20\nvisits 99999999999\nend\n",
		"vereda-stats 1 2026-11-20\nvisits a 9\nend\n",
		"vereda-stats 1 2026-11-20\ntopics 9\nend\n",
		"vereda-stats 1 2026-11-20\ntopics Juana 9\nend\n",
		"vereda-stats 1 2026-11-20\nqueries a 9\nend\n",
		"vereda-stats 1 2026-11-20\ntopics a 9 9\nend\n",
		"vereda-stats 1 2026-11-20\nvisits 9\nend\nvisits 9\n",
	};

	(void)state;
	write_file("2026-11-18.day",
	    "vereda-stats 1 2026-11-18\nvisits 9\nend\n");
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		write_file("2026-11-20.day", bad[i]);
		assert_told(11, 21, "2026-11-20", false);
	}
	for (size_t len = 0; len < sizeof whole - 2; len++) {
		char *cut = xstrndup(whole, len);

		write_file("2026-11-20.day", cut);
		free(cut);
		assert_told(11, 21, "2026-11-20", false);
		assert_told(11, 21, "2026-11-18", true);
	}
	write_file("2026-11-20.day", whole);
	assert_told(11, 21, "2026-11-20", true);
}

/* --- power cuts and full disks --- */

/* Each call fails with ERROR: the file is the old one or the new one. */
static void
fail_each_call(int error, bool for_ever)
{
	unsigned calls = 20; /* more than there are: the last ones do not fail */

	for (unsigned n = 1; n <= calls; n++) {
		struct stats *s = NULL;
		char *text = NULL;

		write_file("2026-11-21.day",
		    "vereda-stats 1 2026-11-21\nvisits 1\nend\n");
		s = begin();
		stats_count(s, STATS_VISITS, "");
		stats_in_vain(s, "carnet");
		io_fail((struct io_fault){ n, error, for_ever });
		stats_rest(s, 0);
		io_fail((struct io_fault){ 0 });
		text = text_of("2026-11-21.day");
		assert_true(strcmp(text, "vereda-stats 1 2026-11-21\n"
					 "visits 1\nend\n") == 0 ||
		    strcmp(text, "vereda-stats 1 2026-11-21\n"
				 "visits 2\nend\n") == 0);
		free(text);
		/* an hour later there is room again, and nothing is lost */
		stats_rest(s, STATS_WRITE_MS);
		assert_file("2026-11-21.day",
		    "vereda-stats 1 2026-11-21\nvisits 2\nend\n");
		assert_true(words_have(" 1 +\nend\n"));
		stats_free(s);
		close_folder(NULL);
		assert_int_equal(mkdir(folder, 0700), 0);
	}
}

static void
a_full_disk_or_a_cut_leaves_the_old_day_or_the_new(void **state)
{
	(void)state;
	fail_each_call(ENOSPC, false);
	fail_each_call(ENOSPC, true);
	fail_each_call(EIO, false);
	fail_each_call(EROFS, true);
	fail_each_call(IO_FAULT_SHORT, false);
}

static void
a_folder_that_is_not_there_costs_only_the_counts(void **state)
{
	struct stats *s = stats_new("/nowhere/at/all");

	(void)state;
	stats_today(s, &today);
	stats_count(s, STATS_VISITS, "");
	stats_in_vain(s, "carnet");
	stats_rest(s, 0);
	stats_free(s);
}

/* --- the kiosk --- */

static struct kiosk k;
static struct stats *stats;

static int
open_kiosk(void **state)
{
	if (open_folder(state) < 0)
		return -1;
	kiosk_open(&k, "en", 80, 25);
	stats = stats_new(folder);
	app_set_stats(k.app, stats);
	return 0;
}

static int
close_kiosk(void **state)
{
	kiosk_close(&k);
	stats_free(stats);
	return close_folder(state);
}

/* What was counted until now. */
static void
assert_counted(const char *wanted)
{
	char *all = xasprintf("vereda-stats 1 2026-11-21\n%send\n", wanted);

	stats_free(stats);
	stats = NULL;
	app_set_stats(k.app, NULL);
	assert_file("2026-11-21.day", all);
	free(all);
	stats = stats_new(folder);
	app_set_stats(k.app, stats);
}

/* From the attract screen to Home, in English. */
static void
enter(void)
{
	kiosk_keys(&k, "2");
	assert_int_equal(app_screen(k.app), SCREEN_HOME);
}

/* From Home, by the search. */
static void
open_by_search(const char *words)
{
	char *keys = xasprintf("/~%s", words);

	kiosk_keys(&k, keys);
	kiosk_press(&k, key_of(UIKEY_ENTER));
	free(keys);
}

static void
an_entry_that_is_opened_counts_once(void **state)
{
	(void)state;
	enter();
	open_by_search("passport");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	app_resize(k.app, 40, 15); /* entered again */
	app_resize(k.app, 80, 25);
	kiosk_keys(&k, "?"); /* away and back */
	kiosk_keys(&k, "0");
	assert_int_equal(app_screen(k.app), SCREEN_ARTICLE);
	assert_counted("visits 1\ntopics rights 1\nkinds article 1\n"
		       "languages en 1\n");
}

static void
staff_are_no_visitors(void **state)
{
	(void)state;
	kiosk_keys(&k, "9");
	kiosk_keys(&k, "0");
	stats_free(stats);
	stats = NULL;
	app_set_stats(k.app, NULL);
	assert_file("2026-11-21.day", "");
}

static void
the_answer_at_the_end_counts_once(void **state)
{
	(void)state;
	enter();
	kiosk_press(&k, (struct key){ .kind = UIKEY_F, .code = 10 });
	assert_true(kiosk_shows(&k, "Did you find what you looked for?"));
	kiosk_keys(&k, "2");
	assert_true(kiosk_shows(&k, "Thank you for your answer."));
	kiosk_keys(&k, "3");
	assert_counted("visits 1\nfound partly 1\n");
}

static void
a_kiosk_that_does_not_count_asks_nothing(void **state)
{
	(void)state;
	app_set_stats(k.app, NULL);
	enter();
	kiosk_press(&k, (struct key){ .kind = UIKEY_F, .code = 10 });
	assert_int_equal(app_screen(k.app), SCREEN_END);
	assert_false(kiosk_shows(&k, "Did you find"));
	kiosk_keys(&k, "2");
	assert_file("2026-11-21.day", "");
}

/* Somebody searches WORDS on each of DAYS days and goes. */
static void
search_on_days(const char *words, int days)
{
	for (int day = 1; day <= days; day++) {
		const struct date d = { 2026, 11, day };

		app_set_today(k.app, &d);
		enter();
		open_by_search(words);
		kiosk_press(&k, (struct key){ .kind = UIKEY_F, .code = 10 });
		kiosk_keys(&k, "0");
		assert_int_equal(app_screen(k.app), SCREEN_ATTRACT);
	}
	stats_free(stats);
	stats = stats_new(folder);
	app_set_stats(k.app, stats);
}

static bool
any_file_has(const char *text)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry = NULL;
	bool found = false;

	while ((entry = readdir(dir)) != NULL) {
		char *all = text_of(entry->d_name);

		found = found || strcasestr(all, text) != NULL;
		free(all);
	}
	closedir(dir);
	return found;
}

static void
nothing_that_a_person_typed_is_in_any_file(void **state)
{
	(void)state;
	search_on_days("Xochitl Qwertz 55512345 a1234567 x@y.mx", 4);
	assert_false(any_file_has("xochitl"));
	assert_false(any_file_has("qwertz"));
	assert_false(any_file_has("55512345"));
	assert_false(any_file_has("a1234567"));
	assert_false(any_file_has("y.mx"));
	assert_true(any_file_has(" 4\n") || any_file_has(" 4 +\n"));
}

static void
a_word_in_vain_on_five_days_is_told_alone(void **state)
{
	char *text = NULL;

	(void)state;
	search_on_days("xochitl 55512345 a1234567 receipt", 6);
	text = told_on(2026, 11, 8);
	assert_non_null(strstr(text, "\"xochitl\": 6"));
	assert_null(strstr(text, "55512345"));
	assert_null(strstr(text, "a1234567"));
	assert_null(strstr(text, "\"receipt")); /* it finds something */
	free(text);
}

#define ON_A_FOLDER(test) \
	cmocka_unit_test_setup_teardown(test, open_folder, close_folder)
#define ON_A_KIOSK(test) \
	cmocka_unit_test_setup_teardown(test, open_kiosk, close_kiosk)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		ON_A_FOLDER(what_is_counted_is_one_small_file_a_day),
		ON_A_FOLDER(it_is_not_written_more_often_than_once_an_hour),
		ON_A_FOLDER(a_restart_goes_on_where_the_day_was),
		ON_A_FOLDER(another_day_has_a_file_of_its_own),
		ON_A_FOLDER(a_day_that_nobody_knows_counts_nothing),
		ON_A_FOLDER(without_a_folder_nothing_is_counted),
		ON_A_FOLDER(only_names_of_ours_are_counted),
		ON_A_FOLDER(days_older_than_a_hundred_go),
		ON_A_FOLDER(a_word_is_kept_from_its_fifth_day_on),
		ON_A_FOLDER(what_may_be_a_number_or_an_address_is_no_word),
		ON_A_FOLDER(after_a_quarter_all_words_are_forgotten),
		ON_A_FOLDER(a_clock_that_goes_back_begins_anew),
		ON_A_FOLDER(words_that_are_no_file_of_ours_are_forgotten),
		ON_A_FOLDER(small_values_leave_only_as_less_than_five),
		ON_A_FOLDER(a_day_that_is_not_over_is_not_told),
		ON_A_FOLDER(
		    a_day_that_is_not_whole_is_not_told_and_the_others_are),
		ON_A_FOLDER(a_full_disk_or_a_cut_leaves_the_old_day_or_the_new),
		ON_A_FOLDER(a_folder_that_is_not_there_costs_only_the_counts),
		ON_A_KIOSK(an_entry_that_is_opened_counts_once),
		ON_A_KIOSK(staff_are_no_visitors),
		ON_A_KIOSK(the_answer_at_the_end_counts_once),
		ON_A_KIOSK(a_kiosk_that_does_not_count_asks_nothing),
		ON_A_KIOSK(nothing_that_a_person_typed_is_in_any_file),
		ON_A_KIOSK(a_word_in_vain_on_five_days_is_told_alone),
	};

	return cmocka_run_group_tests(tests, screens_begin, screens_end);
}

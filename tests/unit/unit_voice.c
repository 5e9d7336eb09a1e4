/*
 * The voice: a program that dies, hangs or is not there never harms whoever
 * lets it speak.  The programs are small shell scripts.
 */
#include <config.h>

#include "unit.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "catalog/ogg_opus.h"
#include "out/voice.h"

#define LONG_MS 3600000 /* an hour, of a clock that we move */

static char folder[] = "/tmp/vereda-voice-XXXXXX";

static char *
path_of(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

/* A program of that NAME; the caller frees its path. */
static char *
program_of(const char *name, const char *script)
{
	char *path = path_of(name);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fprintf(f, "#!/bin/sh\ncd %s || exit 9\n%s\n", folder, script);
	fclose(f);
	assert_int_equal(chmod(path, 0700), 0);
	return path;
}

static struct voice *
voice_at(int volume, const char *script)
{
	char *path = program_of("voice", script);
	struct voice *v = voice_new(&(struct voice_setup){ .program = path,
	    .volume = volume });

	free(path);
	return v;
}

static struct voice *
voice_of(const char *script)
{
	return voice_at(70, script);
}

static struct voice *
player_of(const char *decode, const char *play)
{
	char *decoder = program_of("decoder", decode);
	char *player = program_of("player", play);
	struct voice *v = voice_new(&(struct voice_setup){ .decoder = decoder,
	    .player = player,
	    .volume = 70 });

	free(decoder);
	free(player);
	return v;
}

/* What it says of its end, whenever that comes; of two programs the end of
 * one may come first. */
static enum voice_news
end_of(struct voice *v)
{
	enum voice_news news = VOICE_NOTHING;

	while (news == VOICE_NOTHING) {
		struct pollfd p = { .fd = voice_fd(v), .events = POLLIN };

		assert_int_equal(poll(&p, 1, 20000), 1);
		news = voice_news(v, 0);
	}
	return news;
}

static char *
written(const char *name)
{
	char *path = path_of(name);
	char *text = xcalloc(1, 4096);
	FILE *f = fopen(path, "r");

	if (f != NULL) {
		text[fread(text, 1, 4095, f)] = '\0';
		fclose(f);
	}
	unlink(path);
	free(path);
	return text;
}

static void
a_sentence_comes_by_standard_input_and_in_no_argument(void **state)
{
	struct voice *v = voice_of("echo \"$*\" >a; cat >t");
	char *arguments = NULL;
	char *text = NULL;

	(void)state;
	assert_true(voice_is_there(v));
	assert_true(voice_say(v, "ht", "-f /etc/passwd $(id) `id`",
	    VOICE_SLOWEST, 0));
	assert_true(voice_speaks(v));
	assert_int_equal(end_of(v), VOICE_SAID);
	assert_false(voice_speaks(v));
	assert_int_equal(voice_fd(v), -1);
	arguments = written("a");
	text = written("t");
	assert_string_equal(arguments,
	    "-v ht -s 95 -a 70 -b 1 --stdin\n");
	assert_string_equal(text, "-f /etc/passwd $(id) `id`");
	free(arguments);
	free(text);
	voice_free(v);
}

/* The amplitude at each step, of a kiosk that is set to USUAL. */
static void
assert_volumes(int usual, const char *all)
{
	struct voice *v = voice_at(usual, "echo $6 >>a");
	char *steps = NULL;

	for (int i = 0; i < voice_volumes(v); i++) {
		voice_set_volume(v, i);
		assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
		assert_int_equal(end_of(v), VOICE_SAID);
	}
	steps = written("a");
	assert_string_equal(steps, all);
	free(steps);
	voice_free(v);
}

static void
it_can_be_softer_and_louder_than_the_kiosk_is_set(void **state)
{
	(void)state;
	assert_volumes(100, "20\n45\n100\n150\n200\n");
	assert_volumes(70, "14\n31\n70\n135\n200\n");
	assert_volumes(0, "0\n0\n0\n100\n200\n");
	assert_volumes(VOICE_LOUDEST, "40\n90\n200\n"); /* no louder */
	assert_int_equal(voice_volumes(NULL), 1);
	voice_set_volume(NULL, 0);
}

static void
it_gets_no_descriptor_and_no_secret(void **state)
{
	struct voice *v = voice_of("ls /proc/self/fd | wc -w >f; env >e");
	int ours = dup(STDOUT_FILENO);
	char *text = NULL;

	(void)state;
	setenv("SECRET", "cats", 1);
	assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
	assert_int_equal(end_of(v), VOICE_SAID);
	text = written("f");
	/* three, and the one that ls reads the folder with */
	assert_int_equal(strtol(text, NULL, 10), 4);
	free(text);
	text = written("e");
	assert_null(strstr(text, "cats"));
	free(text);
	close(ours);
	voice_free(v);
}

static void
one_that_fails_three_times_in_a_row_is_none(void **state)
{
	struct voice *v = voice_of("test -e good || kill -SEGV $$");
	char *good = path_of("good");

	(void)state;
	for (int i = 0; i < VOICE_FAILURES_MAX - 1; i++) {
		assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
		assert_int_equal(end_of(v), VOICE_FAILED);
	}
	assert_true(voice_is_there(v));
	fclose(fopen(good, "w"));
	assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
	assert_int_equal(end_of(v), VOICE_SAID);
	unlink(good);
	for (int i = 0; i < VOICE_FAILURES_MAX; i++) {
		assert_true(voice_is_there(v));
		assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
		assert_int_equal(end_of(v), VOICE_FAILED);
	}
	assert_false(voice_is_there(v));
	free(good);
	voice_free(v);
}

static void
one_that_hangs_is_killed_when_its_time_is_over(void **state)
{
	struct voice *v = voice_of("trap '' TERM HUP INT; sleep 1000");
	int wait = 0;

	(void)state;
	assert_true(voice_say(v, "es", "Buenas tardes.", VOICE_USUAL, 0));
	wait = voice_wait(v, 0);
	assert_in_range(wait, 1, 60000);
	assert_int_equal(voice_news(v, wait - 1), VOICE_NOTHING);
	assert_int_equal(voice_wait(v, wait), 0);
	assert_int_equal(voice_news(v, wait), VOICE_FAILED);
	assert_false(voice_speaks(v));
	assert_int_equal(voice_wait(v, wait), -1);
	voice_free(v);
}

static void
silence_leaves_no_process_behind(void **state)
{
	struct voice *v = voice_of("sleep 1000");

	(void)state;
	for (int i = 0; i < 40; i++)
		assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
	voice_stop(v);
	voice_stop(v);
	assert_int_equal(voice_news(v, LONG_MS), VOICE_NOTHING);
	voice_free(v);
	/* all of them were killed; whoever is still there ends at once */
	while (waitpid(-1, NULL, 0) > 0)
		;
}

static void
a_program_that_is_not_there_is_no_voice(void **state)
{
	const struct voice_setup none = { .program = "" };
	const struct voice_setup gone = { .program = "/nowhere/espeak" };
	struct voice *v = voice_new(&none);

	(void)state;
	assert_false(voice_is_there(v));
	voice_free(v);
	v = voice_new(&gone);
	assert_false(voice_is_there(v));
	voice_free(v);
	assert_false(voice_is_there(NULL));
	voice_stop(NULL);
	assert_int_equal(voice_fd(NULL), -1);
	voice_free(NULL);
}

static void
a_text_without_end_is_cut_between_two_letters(void **state)
{
	struct voice *v = voice_of("cat >t");
	char *text = xcalloc(1, 3 * VOICE_TEXT_MAX);
	char *path = path_of("t");
	struct stat st;

	(void)state;
	text[0] = 'a';
	for (int i = 1; i + 1 < 2 * VOICE_TEXT_MAX; i += 2)
		memcpy(text + i, "ñ", 2);
	assert_true(voice_say(v, "es", text, VOICE_USUAL, 0));
	assert_int_equal(end_of(v), VOICE_SAID);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_size, VOICE_TEXT_MAX - 1);
	unlink(path);
	free(path);
	free(text);
	voice_free(v);
}

/* --- recordings --- */

#define PLAY(v, text) \
	voice_play((v), bytes_of_text(text), 1000, VOICE_USUAL, 0)

static void
a_recording_goes_from_one_program_to_the_other(void **state)
{
	struct voice *v = player_of("echo \"$*\" >d; tr a-z A-Z",
	    "echo \"$*\" >a; ls /proc/self/fd | wc -w >f; cat >t");
	static const char *const wanted[][2] = {
		{ "d", "--quiet --rate 24000 --gain -20 - -\n" },
		{ "a", "-q -t raw -f S16_LE -c 1 -r 20400 -\n" },
		{ "f", "4\n" },
		{ "t", "A VOICE" },
	};

	(void)state;
	assert_true(voice_plays(v));
	voice_set_volume(v, 0); /* a fifth of 70 */
	assert_true(voice_play(v, bytes_of_text("a voice"), 1000, VOICE_SLOW,
	    0));
	assert_true(voice_speaks(v));
	assert_int_equal(end_of(v), VOICE_SAID);
	assert_false(voice_speaks(v));
	assert_int_equal(voice_fd(v), -1);
	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		char *text = written(wanted[i][0]);

		assert_string_equal(text, wanted[i][1]);
		free(text);
	}
	voice_free(v);
}

static void
a_pipe_holds_the_longest_recording(void **state)
{
	struct voice *v = player_of("wc -c", "cat >t");
	size_t len = OGG_OPUS_BYTES_MAX;
	uint8_t *sound = xcalloc(1, len);
	char *text = NULL;

	(void)state;
	assert_true(voice_play(v, bytes_of(sound, len), 1000, VOICE_USUAL, 0));
	assert_int_equal(end_of(v), VOICE_SAID);
	text = written("t");
	assert_int_equal(strtol(text, NULL, 10), (long)len);
	free(text);
	free(sound);
	voice_free(v);
}

static void
either_that_fails_is_a_failure_and_three_are_the_last(void **state)
{
	static const char *const bad[][2] = {
		{ "cat; exit 1", "cat >/dev/null" },
		{ "kill -SEGV $$", "cat >/dev/null" },
		{ "cat", "exit 1" },
		{ "sleep 1000", "exit 1" },
		{ "exit 1", "sleep 1000" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct voice *v = player_of(bad[i][0], bad[i][1]);

		for (int n = 0; n < VOICE_FAILURES_MAX; n++) {
			assert_true(voice_plays(v));
			assert_true(PLAY(v, "a voice"));
			/* the last one hangs, and is given up by time */
			if (i + 1 < sizeof bad / sizeof *bad)
				assert_int_equal(end_of(v), VOICE_FAILED);
			else
				assert_int_equal(voice_news(v, LONG_MS),
				    VOICE_FAILED);
			assert_false(voice_speaks(v));
		}
		assert_false(voice_plays(v));
		voice_free(v);
	}
	while (waitpid(-1, NULL, 0) > 0)
		;
}

static void
recordings_that_fail_take_no_voice_away(void **state)
{
	struct voice *v = player_of("exit 1", "exit 1");

	(void)state;
	voice_free(v);
	v = voice_of("cat >t");
	assert_false(voice_plays(v)); /* none was given */
	assert_true(voice_say(v, "es", "a", VOICE_USUAL, 0));
	assert_int_equal(end_of(v), VOICE_SAID);
	free(written("t"));
	voice_free(v);
}

static void
silence_ends_both_programs(void **state)
{
	struct voice *v = player_of("sleep 1000", "sleep 1000");

	(void)state;
	for (int i = 0; i < 20; i++)
		assert_true(PLAY(v, "a voice"));
	voice_stop(v);
	assert_int_equal(voice_news(v, LONG_MS), VOICE_NOTHING);
	voice_free(v);
	while (waitpid(-1, NULL, 0) > 0)
		;
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
remove_folder(void **state)
{
	static const char *const names[] = { "voice", "decoder", "player" };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *path = path_of(names[i]);

		unlink(path);
		free(path);
	}
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
		    a_sentence_comes_by_standard_input_and_in_no_argument),
		cmocka_unit_test(
		    it_can_be_softer_and_louder_than_the_kiosk_is_set),
		cmocka_unit_test(it_gets_no_descriptor_and_no_secret),
		cmocka_unit_test(one_that_fails_three_times_in_a_row_is_none),
		cmocka_unit_test(
		    one_that_hangs_is_killed_when_its_time_is_over),
		cmocka_unit_test(silence_leaves_no_process_behind),
		cmocka_unit_test(a_program_that_is_not_there_is_no_voice),
		cmocka_unit_test(
		    a_text_without_end_is_cut_between_two_letters),
		cmocka_unit_test(
		    a_recording_goes_from_one_program_to_the_other),
		cmocka_unit_test(a_pipe_holds_the_longest_recording),
		cmocka_unit_test(
		    either_that_fails_is_a_failure_and_three_are_the_last),
		cmocka_unit_test(recordings_that_fail_take_no_voice_away),
		cmocka_unit_test(silence_ends_both_programs),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

/*
 * Recordings: a person's voice in place of the machine's, where there is one
 * of the text; and the machine's again where that fails.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "../unit/ogg_fixture.h"
#include "base/compiler.h"
#include "listen.h"
#include "memory.h"

/* What is heard when KEYS are pressed is WANTED; "*" at its end: and more. */
static void
hears(struct term *t, const char *keys, const char *wanted, const char *what)
{
	char *heard = NULL;
	size_t len = strlen(wanted);
	bool open = len > 0 && wanted[len - 1] == '*';

	free(listen_heard());
	term_keys(t, keys);
	heard = listen_heard();
	if (heard == NULL)
		heard = calloc(1, 1);
	if (!ok(open ? strncmp(heard, wanted, len - 1) == 0
		     : strcmp(heard, wanted) == 0,
		"%s", what))
		printf("# heard:\n%s", heard);
	free(heard);
}

/* The player got the whole file that sounds like TEXT, and nothing else. */
static void
played(const char *text, unsigned ms, const char *what)
{
	struct buffer wanted = { 0 };
	struct buffer got = { 0 };

	ogg_fixture(&wanted, text, ms);
	ok(listen_played(&got) &&
		bytes_equal(buffer_bytes(&got), buffer_bytes(&wanted)),
	    "%s", what);
	buffer_fini(&wanted);
	buffer_fini(&got);
}

static void
an_article_is_heard_as_it_was_recorded(void)
{
	struct term *t = listen_start_player(80, 25);

	term_keys(t, "1 1 1 1");
	hears(t, ".", "[plays 24000]\n"
		       "[es-419 150] Vea también\n"
		       "[es-419 150] 1, Pida recibo de todo.\n*",
	    "in place of the text stands the recording");
	played(OGG_ARTICLE, 95000, "the player gets the file, byte by byte");
	ok(term_has(t, "Pida recibo de todo"),
	    "behind it stands the last page, with what one can do");
	hears(t, "- .", "[es-419 150] *",
	    "who turns to a page hears that page");
	hears(t, "0 1 * 9 2 0 0 .", "[plays 20400]\n*",
	    "slower, it is played slower");
	term_free(t);
	t = listen_start_player(80, 25);
	hears(t, "2 1 1 1 .", "[en-us 150] Who pays the costs, *",
	    "where there is none in the language of the text the voice reads");
	term_free(t);
}

static void
an_alert_says_how_grave_it_is_first(void)
{
	struct term *t = listen_start_player(80, 25);

	term_keys(t, "1 9");
	hears(t, ".",
	    "[es-419 150] Peligro alto, primero de noviembre de 2026, "
	    "primero de marzo de 2027\n[plays 24000]\n*",
	    "what the kiosk knows of it is no part of the recording");
	played(OGG_ALERT, 21000, "which is heard whole");
	term_free(t);
}

static void
what_fails_is_said_by_the_voice(void)
{
	static const char *const manners[] = { "deaf", "dumb" };

	for (size_t i = 0; i < COUNT_OF(manners); i++) {
		struct term *t = NULL;
		char *heard = NULL;

		listen_manner(manners[i]);
		t = listen_start_player(80, 25);
		term_keys(t, "1 1 1 1");
		free(listen_heard());
		term_keys(t, ".");
		heard = listen_heard();
		ok(heard != NULL && strstr(heard, "Nadie puede cobrarle") &&
			strstr(heard, "Pida recibo de todo"),
		    "one that dies is not missed");
		free(heard);
		term_keys(t, "0 1 . 0 1 .");
		hears(t, "0 1 .",
		    "[es-419 150] Quién paga los gastos, Usted no paga por "
		    "trabajar.\n*",
		    "and with the head of the page");
		ok(term_alive(t), "the kiosk goes on");
		term_free(t);
	}
	listen_manner("");
}

static unsigned
count_sound(const void *what, const char *memory, size_t len,
    const char *where)
{
	const char *end = memory + len;
	unsigned found = 0;

	(void)where;
	while ((memory = memmem(memory, (size_t)(end - memory), what,
		    strlen(what))) != NULL) {
		found++;
		memory++;
	}
	return found;
}

static void
nothing_of_it_is_left_behind(void)
{
	struct term *t = listen_start_player(80, 25);
	int found = 0;

	term_keys(t, "1 1 1 1 . F10");
	found = memory_search(term_pid(t), count_sound, OGG_ARTICLE);
	ok(found == 0, "behind the end of a session no recording is in memory");
	term_free(t);
}

int
main(void)
{
	listen_open();
	an_article_is_heard_as_it_was_recorded();
	an_alert_says_how_grave_it_is_first();
	what_fails_is_said_by_the_voice();
	nothing_of_it_is_left_behind();
	listen_close();
	return done();
}

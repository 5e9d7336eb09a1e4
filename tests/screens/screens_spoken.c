/*
 * What is read aloud of each screen: golden transcripts, all of them in
 * Spanish and one of each kind in the other languages.
 */
#include <config.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "listen.h"
#include "text/lang.h"

/* The first kind of work, 3 to 5 years, two things that are done in it. */
#define CV_JOB "1 4 2 4 1 1 3 1 3 0 "
#define LOG_IN "9 1 2 3 4 5 6 Enter"

static const struct page {
	const char *name;
	const char *keys;
	int width, height;
	bool everywhere; /* in all languages, one screen of each kind */
} pages[] = {
	{ "attract", "", 80, 25, false },
	{ "home", "1", 80, 25, true },
	{ "home-40", "1", 40, 15, false },
	{ "topic", "1 1", 80, 25, true },
	{ "article", "1 1 1 1", 80, 25, true },
	{ "article-40", "1 1 1 1", 40, 15, false },
	{ "sources", "1 1 1 1 8", 80, 25, true },
	{ "words", "1 1 1 1 ?", 80, 25, true },
	{ "alerts", "1 3", 80, 25, false },
	{ "alert", "1 9", 80, 25, true },
	{ "alert-40", "1 9", 40, 15, false },
	{ "rumours", "1 3 3", 80, 25, false },
	{ "rumour", "1 3 3 2", 80, 25, true },
	{ "rumour-score", "1 3 3 1 1 + 2 + 1 + 1 + 1 +", 80, 25, false },
	{ "help", "1 6", 80, 25, true },
	{ "help-40", "1 6", 40, 15, false },
	{ "service", "1 6 4", 80, 25, true },
	{ "country", "1 6 2", 80, 25, false },
	{ "type-search", "1 / v i s a", 80, 25, true },
	{ "type-search-40", "1 / v i s a", 40, 15, false },
	{ "type-search-nothing", "1 / q x z q", 80, 25, true },
	{ "type-search-keypad", "1 / 8 4 7 2", 80, 25, false },
	{ "check", "1 2 1", 80, 25, true },
	{ "check-question", "1 2 1 1", 80, 25, true },
	{ "check-question-40", "1 2 1 1", 40, 15, false },
	{ "check-why", "1 2 1 1 4", 80, 25, true },
	{ "check-red", "1 2 1 1 1", 80, 25, true },
	{ "check-yellow", "1 2 1 1 2 2 3 1 2", 80, 25, false },
	{ "check-green", "1 2 1 1 2 2 1 2 2", 80, 25, false },
	{ "check-phones", "1 2 1 1 1 6", 80, 25, false },
	{ "check-taken", "1 2 1 1 1 5 5 1 1", 80, 25, false },
	{ "fees", "1 2 5", 80, 25, false },
	{ "fee-list", "1 2 5 1 1 9 0 Enter", 80, 25, false },
	{ "type-fee", "1 2 5 1 1 9 0", 80, 25, false },
	{ "fees-result", "1 2 5 2 1 3 4 1 1 9 0 Enter 2 5 Enter 9", 80, 25, true },
	{ "comfort", "1 *", 80, 25, true },
	{ "comfort-40", "1 *", 40, 15, false },
	{ "comfort-voice", "1 * 9", 80, 25, true },
	{ "comfort-en", "2 *", 80, 25, false },
	{ "comfort-fr", "3 *", 80, 25, false },
	{ "comfort-pt", "4 *", 80, 25, false },
	{ "comfort-ht", "5 *", 80, 25, false },
	{ "howto", "1 8", 80, 25, true },
	{ "about", "1 ? 1", 80, 25, false },
	{ "course", "1 4 2", 80, 25, true },
	{ "lesson", "1 4 2 2", 80, 25, true },
	{ "quiz", "1 4 2 3", 80, 25, false },
	{ "quiz-wrong", "1 4 2 3 1", 80, 25, true },
	{ "score", "1 4 2 3 1 + 1 + 2 +", 80, 25, true },
	{ "slip", "1 4 2 3 1 + 1 + 2 + 2", 80, 25, false },
	{ "take", "1 6 4 5", 80, 25, true },
	{ "plan", "1 1 1 1 5 0 0 0 0 6 4 5 0 0 0 9 5 5", 80, 25, true },
	{ "step", "1 6 4 5 5 1", 80, 25, true },
	{ "cv", CV_JOB "0", 80, 25, true },
	{ "cvlist", "1 4 2 4 1 1", 80, 25, false },
	{ "cvwork", CV_JOB, 80, 25, false },
	{ "cvtasks", "1 4 2 4 1 1 3 1", 80, 25, false },
	{ "cvpage", CV_JOB "0 2 2 0 4 3 6", 80, 25, false },
	{ "recruiters", "1 2 4", 80, 25, false },
	{ "type-register", "1 2 4 1 y a d e", 80, 25, false },
	{ "recruiter", "1 2 4 1 y a d e Enter", 80, 25, true },
	{ "whom-to-ask", "1 2 4 2", 80, 25, false },
	{ "end", "1 0", 80, 25, true },
	{ "find-finder", "1 4", 80, 25, true },
	{ "find-finder-40", "1 4", 40, 15, false },
	{ "find-facet", "1 4 2", 80, 25, false },
	{ "find-options", "1 4 1 1 0 8", 80, 25, true },
	{ "find-option", "1 4 1 1 0 8 1", 80, 25, true },
	{ "find-compare", "1 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25, true },
	{ "find-compare-40", "1 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15, false },
	{ "find-work", "1 5", 80, 25, false },
	{ "type-find-by-name", "1 5 7 m a i s", 80, 25, false },
	{ "find-occupation", "1 5 1", 80, 25, true },
	{ "find-pair", "1 5 8 2 3", 80, 25, true },
	{ "type-staff-pin", "9 1 2", 80, 25, false },
	{ "staff-usb", LOG_IN, 80, 25, false },
	{ "staff-usb-40", LOG_IN, 40, 15, false },
	{ "staff-preview", LOG_IN " 1", 80, 25, false },
	{ "staff-changes", LOG_IN " 1 1", 80, 25, false },
	{ "staff-progress", LOG_IN " 1 7", 80, 25, false },
	{ "staff-result", LOG_IN " 5 7", 80, 25, false },
	{ "staff-refused", LOG_IN " 4", 80, 25, false },
	{ "staff-rollback", LOG_IN " 8", 80, 25, false },
	{ "staff-reason", LOG_IN " 8 1 2", 80, 25, false },
};

/* In the language of that DIGIT, for a page that is reached in Spanish. */
static void
read_page(const struct page *p, const char *name, char digit)
{
	char staff[] = "--staff";
	char options[] = "--options";
	char keypad[] = "--keypad";
	char *arguments[4] = { NULL };
	char *file = xasprintf("%s.spoken", name);
	char *keys = xstrdup(p->keys);
	char *heard = NULL;
	struct term *t = NULL;
	size_t n = 0;

	if (keys[0] == '1')
		keys[0] = digit;
	if (strstr(p->name, "staff") != NULL)
		arguments[n++] = staff;
	if (strstr(p->name, "find") != NULL)
		arguments[n++] = options;
	if (strstr(p->name, "keypad") != NULL)
		arguments[n++] = keypad;
	t = listen_start(arguments, p->width, p->height);
	term_keys(t, keys);
	term_key(t, strncmp(p->name, "type", 4) == 0 ? "F4" : ".");
	heard = listen_heard();
	ok(golden_text(file, heard), "%s is said as it was", name);
	free(heard);
	free(keys);
	free(file);
	term_free(t);
}

static void
read_everywhere(const struct page *p)
{
	for (size_t i = 1; i < lang_count; i++) {
		char *name = xasprintf(
		    "%s-%s", p->name, lang_table[i]->code);

		read_page(p, name, (char)('1' + i));
		free(name);
	}
}

int
main(void)
{
	listen_open();
	for (size_t i = 0; i < COUNT_OF(pages); i++) {
		read_page(&pages[i], pages[i].name, '1');
		if (pages[i].everywhere)
			read_everywhere(&pages[i]);
	}
	listen_close();
	return done();
}

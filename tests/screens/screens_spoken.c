/*
 * What is read aloud of each screen: golden transcripts, all of them in
 * Spanish and one of each kind in the other languages.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "listen.h"

/* The first kind of work, 3 to 5 years, two things that are done in it. */
#define CV_JOB "1 4 2 4 1 1 3 1 3 0 "
#define LOG_IN "9 1 2 3 4 5 6 Enter"

static const struct page {
	const char *name;
	const char *keys;
	int width, height;
} pages[] = {
	{ "attract", "", 80, 25 },
	{ "home", "1", 80, 25 },
	{ "home-40", "1", 40, 15 },
	{ "topic", "1 1", 80, 25 },
	{ "article", "1 1 1 1", 80, 25 },
	{ "article-40", "1 1 1 1", 40, 15 },
	{ "sources", "1 1 1 1 8", 80, 25 },
	{ "words", "1 1 1 1 ?", 80, 25 },
	{ "alerts", "1 3", 80, 25 },
	{ "alert", "1 9", 80, 25 },
	{ "alert-40", "1 9", 40, 15 },
	{ "rumours", "1 3 3", 80, 25 },
	{ "rumour", "1 3 3 2", 80, 25 },
	{ "rumour-score", "1 3 3 1 1 + 2 + 1 + 1 + 1 +", 80, 25 },
	{ "help", "1 6", 80, 25 },
	{ "help-40", "1 6", 40, 15 },
	{ "service", "1 6 4", 80, 25 },
	{ "country", "1 6 2", 80, 25 },
	{ "type-search", "1 / v i s a", 80, 25 },
	{ "type-search-40", "1 / v i s a", 40, 15 },
	{ "type-search-nothing", "1 / q x z q", 80, 25 },
	{ "type-search-keypad", "1 / 8 4 7 2", 80, 25 },
	{ "check", "1 2 1", 80, 25 },
	{ "check-question", "1 2 1 1", 80, 25 },
	{ "check-question-40", "1 2 1 1", 40, 15 },
	{ "check-why", "1 2 1 1 4", 80, 25 },
	{ "check-red", "1 2 1 1 1", 80, 25 },
	{ "check-yellow", "1 2 1 1 2 2 3 1 2", 80, 25 },
	{ "check-green", "1 2 1 1 2 2 1 2 2", 80, 25 },
	{ "check-phones", "1 2 1 1 1 6", 80, 25 },
	{ "check-taken", "1 2 1 1 1 5 5 1 1", 80, 25 },
	{ "fees", "1 2 5", 80, 25 },
	{ "fee-list", "1 2 5 1 1 9 0 Enter", 80, 25 },
	{ "type-fee", "1 2 5 1 1 9 0", 80, 25 },
	{ "fees-result", "1 2 5 2 1 3 4 1 1 9 0 Enter 2 5 Enter 9", 80, 25 },
	{ "comfort", "1 *", 80, 25 },
	{ "comfort-40", "1 *", 40, 15 },
	{ "comfort-en", "2 *", 80, 25 },
	{ "comfort-fr", "3 *", 80, 25 },
	{ "comfort-pt", "4 *", 80, 25 },
	{ "comfort-ht", "5 *", 80, 25 },
	{ "howto", "1 8", 80, 25 },
	{ "about", "1 ? 1", 80, 25 },
	{ "course", "1 4 2", 80, 25 },
	{ "lesson", "1 4 2 2", 80, 25 },
	{ "quiz", "1 4 2 3", 80, 25 },
	{ "quiz-wrong", "1 4 2 3 1", 80, 25 },
	{ "score", "1 4 2 3 1 + 1 + 2 +", 80, 25 },
	{ "slip", "1 4 2 3 1 + 1 + 2 + 2", 80, 25 },
	{ "plan", "1 1 1 1 5 0 0 0 6 4 5 0 0 9 5 5", 80, 25 },
	{ "step", "1 6 4 5 5 1", 80, 25 },
	{ "cv", CV_JOB "0", 80, 25 },
	{ "cvlist", "1 4 2 4 1 1", 80, 25 },
	{ "cvwork", CV_JOB, 80, 25 },
	{ "cvtasks", "1 4 2 4 1 1 3 1", 80, 25 },
	{ "cvpage", CV_JOB "0 2 2 0 4 3 6", 80, 25 },
	{ "recruiters", "1 2 4", 80, 25 },
	{ "type-register", "1 2 4 1 y a d e", 80, 25 },
	{ "recruiter", "1 2 4 1 y a d e Enter", 80, 25 },
	{ "whom-to-ask", "1 2 4 2", 80, 25 },
	{ "end", "1 0", 80, 25 },
	{ "find-finder", "1 4", 80, 25 },
	{ "find-finder-40", "1 4", 40, 15 },
	{ "find-facet", "1 4 2", 80, 25 },
	{ "find-options", "1 4 1 1 0 8", 80, 25 },
	{ "find-option", "1 4 1 1 0 8 1", 80, 25 },
	{ "find-compare", "1 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25 },
	{ "find-compare-40", "1 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15 },
	{ "find-work", "1 5", 80, 25 },
	{ "type-find-by-name", "1 5 7 m a i s", 80, 25 },
	{ "find-occupation", "1 5 1", 80, 25 },
	{ "find-pair", "1 5 8 2 3", 80, 25 },
	{ "type-staff-pin", "9 1 2", 80, 25 },
	{ "staff-usb", LOG_IN, 80, 25 },
	{ "staff-usb-40", LOG_IN, 40, 15 },
	{ "staff-preview", LOG_IN " 1", 80, 25 },
	{ "staff-changes", LOG_IN " 1 1", 80, 25 },
	{ "staff-progress", LOG_IN " 1 7", 80, 25 },
	{ "staff-result", LOG_IN " 5 7", 80, 25 },
	{ "staff-refused", LOG_IN " 4", 80, 25 },
	{ "staff-rollback", LOG_IN " 8", 80, 25 },
	{ "staff-reason", LOG_IN " 8 1 2", 80, 25 },
	{ "article-en", "2 1 1 1", 80, 25 },
	{ "article-fr", "3 1 1 1", 80, 25 },
	{ "article-pt", "4 1 1 1", 80, 25 },
	{ "article-ht", "5 1 1 1", 80, 25 },
	{ "home-en", "2", 80, 25 },
	{ "home-fr", "3", 80, 25 },
	{ "home-pt", "4", 80, 25 },
	{ "home-ht", "5", 80, 25 },
	{ "help-en", "2 6", 80, 25 },
	{ "help-fr", "3 6", 80, 25 },
	{ "help-pt", "4 6", 80, 25 },
	{ "help-ht", "5 6", 80, 25 },
	{ "check-question-en", "2 2 1 1", 80, 25 },
	{ "check-question-fr", "3 2 1 1", 80, 25 },
	{ "check-question-pt", "4 2 1 1", 80, 25 },
	{ "check-question-ht", "5 2 1 1", 80, 25 },
};

static void
read_page(const struct page *p)
{
	char staff[] = "--staff";
	char options[] = "--options";
	char keypad[] = "--keypad";
	char *arguments[4] = { NULL };
	char *file = xasprintf("%s.spoken", p->name);
	char *heard = NULL;
	struct term *t = NULL;
	size_t n = 0;

	if (strstr(p->name, "staff") != NULL)
		arguments[n++] = staff;
	if (strstr(p->name, "find") != NULL)
		arguments[n++] = options;
	if (strstr(p->name, "keypad") != NULL)
		arguments[n++] = keypad;
	t = listen_start(arguments, p->width, p->height);
	term_keys(t, p->keys);
	term_key(t, strncmp(p->name, "type", 4) == 0 ? "F4" : ".");
	heard = listen_heard();
	ok(golden_text(file, heard), "%s is said as it was", p->name);
	free(heard);
	free(file);
	term_free(t);
}

int
main(void)
{
	listen_open();
	for (size_t i = 0; i < COUNT_OF(pages); i++)
		read_page(&pages[i]);
	listen_close();
	return done();
}

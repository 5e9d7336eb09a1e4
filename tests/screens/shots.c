/*
 * Screens to look at.  Breadth is for screens_properties.  Most are in English,
 * so that they change with the program and not with its translations.
 */
#include <config.h>

#include "shots.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "text/lang.h"

/* The first kind of work, 3 to 5 years, two things that are done in it. */
#define CV_JOB "2 4 2 4 1 1 3 1 3 0 "
#define LARGE_FONT "vereda-32x16.psf" /* of the build, if it has any */
#define LOG_IN "9 1 2 3 4 5 6 Enter"

const struct shot shots[] = {
	{ "attract", "", 80, 25, NULL, 0 },
	{ "attract-40", "", 40, 15, NULL, 0 },
	{ "attract-80x22", "", 80, 22, NULL, 0 },
	{ "attract-later", "", 80, 25, NULL, 4000 },
	{ "attract-later-40", "", 40, 15, NULL, 4000 },
	{ "attract-touch", "", 80, 25, NULL, 0 },
	{ "home", "2", 80, 25, NULL, 0 },
	{ "home-40", "2", 40, 15, NULL, 0 },
	{ "home-132", "2", 132, 43, NULL, 0 },
	{ "home-es", "1", 80, 25, NULL, 0 },
	{ "home-ht-40", "5", 40, 15, NULL, 0 },
	{ "home-linux", "2", 80, 25, "linux", 0 },
	{ "home-vt100", "1", 80, 25, "vt100", 0 },
	{ "home-touch", "2", 80, 25, NULL, 0 },
	{ "topic", "2 1", 80, 25, NULL, 0 },
	{ "topic-40", "2 1", 40, 15, NULL, 0 },
	{ "topic-132", "2 1", 132, 43, NULL, 0 },
	{ "article", "2 1 1 1", 80, 25, NULL, 0 },
	{ "article-40", "2 1 1 1", 40, 15, NULL, 0 },
	{ "article-next", "2 1 1 1 +", 80, 25, NULL, 0 },
	{ "article-es", "1 1 1 1", 80, 25, NULL, 0 },
	{ "alerts", "2 3", 80, 25, NULL, 0 },
	{ "alerts-40", "2 3", 40, 15, NULL, 0 },
	{ "alerts-all", "2 3 2", 80, 25, NULL, 0 },
	{ "alerts-all-40", "2 3 2", 40, 15, NULL, 0 },
	{ "rumours", "2 3 3", 80, 25, NULL, 0 },
	{ "rumours-40", "2 3 3", 40, 15, NULL, 0 },
	{ "rumour", "2 3 3 2", 80, 25, NULL, 0 },
	{ "rumour-40", "2 3 3 2", 40, 15, NULL, 0 },
	{ "rumour-quiz", "2 3 3 1", 80, 25, NULL, 0 },
	{ "rumour-quiz-40", "2 3 3 1", 40, 15, NULL, 0 },
	{ "rumour-score", "2 3 3 1 1 + 2 + 1 + 1 + 1 +", 80, 25, NULL, 0 },
	{ "rumour-score-40", "2 3 3 1 1 + 2 + 1 + 1 + 1 +", 40, 15, NULL,
	    0 },
	{ "alert", "2 9", 80, 25, NULL, 0 },
	{ "alert-40", "2 9", 40, 15, NULL, 0 },
	{ "alert-linux", "2 9", 80, 25, "linux", 0 },
	{ "alert-vt100", "2 9", 80, 25, "vt100", 0 },
	{ "help", "2 6", 80, 25, NULL, 0 },
	{ "help-40", "2 6", 40, 15, NULL, 0 },
	{ "service", "2 6 4", 80, 25, NULL, 0 },
	{ "country", "2 6 2", 80, 25, NULL, 0 },
	{ "search", "2 / v i s a", 80, 25, NULL, 0 },
	{ "search-40", "2 / v i s a", 40, 15, NULL, 0 },
	{ "search-list", "2 / v i s a Down", 80, 25, NULL, 0 },
	{ "search-nothing", "2 / q x z q", 80, 25, NULL, 0 },
	{ "search-nothing-40", "2 / q x z q", 40, 15, NULL, 0 },
	{ "search-meant", "2 / p a s p o r t", 80, 25, NULL, 0 },
	{ "search-meant-40", "2 / p a s p o r t", 40, 15, NULL, 0 },
	{ "search-nothing-es", "1 / q x z q", 80, 25, NULL, 0 },
	{ "search-meant-es", "1 / p a s p o r t", 80, 25, NULL, 0 },
	{ "search-nothing-es-40", "1 / q x z q", 40, 15, NULL, 0 },
	{ "search-meant-es-40", "1 / p a s p o r t", 40, 15, NULL, 0 },
	{ "search-nothing-fr", "3 / q x z q", 80, 25, NULL, 0 },
	{ "search-meant-fr", "3 / p a s p o r t", 80, 25, NULL, 0 },
	{ "search-nothing-fr-40", "3 / q x z q", 40, 15, NULL, 0 },
	{ "search-meant-fr-40", "3 / p a s p o r t", 40, 15, NULL, 0 },
	{ "search-nothing-pt", "4 / q x z q", 80, 25, NULL, 0 },
	{ "search-meant-pt", "4 / p a s p o r t", 80, 25, NULL, 0 },
	{ "search-nothing-pt-40", "4 / q x z q", 40, 15, NULL, 0 },
	{ "search-meant-pt-40", "4 / p a s p o r t", 40, 15, NULL, 0 },
	{ "search-nothing-ht", "5 / q x z q", 80, 25, NULL, 0 },
	{ "search-meant-ht", "5 / p a s p o r t", 80, 25, NULL, 0 },
	{ "search-nothing-ht-40", "5 / q x z q", 40, 15, NULL, 0 },
	{ "search-meant-ht-40", "5 / p a s p o r t", 40, 15, NULL, 0 },
	{ "search-apart", "2 / r e c e i p t . w e l d i n g", 80, 25, NULL,
	    0 },
	{ "search-apart-40", "2 / r e c e i p t . w e l d i n g", 40, 15,
	    NULL, 0 },
	{ "search-keypad", "2 / 8 4 7 2", 80, 25, NULL, 0 },
	{ "search-keypad-40", "2 / 8 4 7 2", 40, 15, NULL, 0 },
	{ "search-keypad-es-40", "1 / 8 4 7 2 +", 40, 15, NULL, 0 },
	{ "check", "2 2 1", 80, 25, NULL, 0 },
	{ "check-40", "2 2 1", 40, 15, NULL, 0 },
	{ "check-question", "2 2 1 1", 80, 25, NULL, 0 },
	{ "check-question-40", "2 2 1 1", 40, 15, NULL, 0 },
	{ "check-question-es", "1 2 1 1", 80, 25, NULL, 0 },
	{ "check-question-fr", "3 2 1 1", 80, 25, NULL, 0 },
	{ "check-why", "2 2 1 1 4", 80, 25, NULL, 0 },
	{ "check-why-40", "2 2 1 1 4", 40, 15, NULL, 0 },
	{ "check-red", "2 2 1 1 1", 80, 25, NULL, 0 },
	{ "check-red-40", "2 2 1 1 1", 40, 15, NULL, 0 },
	{ "check-red-3", "1 2 1 1 1 8 1 2 1 2", 80, 25, NULL, 0 },
	{ "check-red-vt100", "1 2 1 1 1", 80, 25, "vt100", 0 },
	{ "check-yellow", "2 2 1 1 2 2 3 1 2", 80, 25, NULL, 0 },
	{ "check-yellow-40", "2 2 1 1 2 2 3 1 2", 40, 15, NULL, 0 },
	{ "check-green", "2 2 1 1 2 2 1 2 2", 80, 25, NULL, 0 },
	{ "check-green-40", "2 2 1 1 2 2 1 2 2", 40, 15, NULL, 0 },
	{ "check-phones", "2 2 1 1 1 6", 80, 25, NULL, 0 },
	{ "take", "2 1 1 1 5", 80, 25, NULL, 0 },
	{ "take-40", "2 1 1 1 5", 40, 15, NULL, 0 },
	{ "take-vt100", "1 1 1 1 5", 80, 25, "vt100", 0 },
	{ "take-ht-40", "5 6 4 5", 40, 15, "linux", 0 },
	{ "qr", "2 1 1 1 5 1", 80, 25, NULL, 0 },
	{ "qr-40", "2 6 4 5 1", 40, 15, NULL, 0 },
	{ "paper", "2 1 1 1 5 2", 80, 25, NULL, 0 },
	{ "paper-ht-40", "5 6 4 5 2", 40, 15, NULL, 0 },
	{ "take-plan", "2 1 1 1 5 0 0 0 0 6 4 5 5 9", 80, 25, NULL, 0 },
	{ "search-code", "2 / v 8 7 4 7 7 7", 80, 25, NULL, 0 },
	{ "search-code-wrong-40", "2 / v 8 7 4 7 7 1", 40, 15, NULL, 0 },
	{ "check-taken", "2 2 1 1 1 5 5 1 1", 80, 25, NULL, 0 },
	{ "check-taken-40", "2 2 1 1 1 5 5 1 1", 40, 15, NULL, 0 },
	{ "fees", "2 2 5", 80, 25, NULL, 0 },
	{ "fee-list", "2 2 5 1 1 9 0 Enter", 80, 25, NULL, 0 },
	{ "fee-list-40", "2 2 5 1 1 9 0 Enter", 40, 15, NULL, 0 },
	{ "fee", "2 2 5 1 1 9 0", 80, 25, NULL, 0 },
	{ "fee-40", "2 2 5 1 1 9 0", 40, 15, NULL, 0 },
	{ "fees-result", "2 2 5 2 1 3 4 1 1 9 0 Enter 2 5 Enter 9", 80, 25, NULL,
	    0 },
	{ "fees-result-40", "2 2 5 2 1 3 4 1 1 9 0 Enter 2 5 Enter 9", 40, 15,
	    NULL, 0 },
	{ "comfort", "2 *", 80, 25, NULL, 0 },
	{ "comfort-40", "2 *", 40, 15, NULL, 0 },
	{ "contrast", "2 * 7 0", 80, 25, NULL, 0 },
	/* in the upper left corner of a console: it has fewer cells then */
	{ "large-comfort", "2 * *", 80, 30, "linux", 0 },
	{ "large-home", "2 * * 0", 80, 30, "linux", 0 },
	{ "large-article", "2 * * 0 1 1 1", 80, 30, "linux", 0 },
	{ "careful", "2 1 3", 80, 25, NULL, 0 },
	{ "careful-40", "2 1 3", 40, 15, NULL, 0 },
	{ "careful-es-40", "1 1 3", 40, 15, NULL, 0 },
	{ "careful-topic-40", "2 1 3 1", 40, 15, NULL, 0 },
	{ "careful-article-es-40", "1 1 3 1 1", 40, 15, NULL, 0 },
	{ "hidden", "2 1 1 1 F9", 80, 25, NULL, 0 },
	{ "hidden-40", "2 1 1 1 F9", 40, 15, NULL, 0 },
	{ "hidden-es", "1 / v i s a F9", 80, 25, NULL, 0 },
	{ "hidden-keypad-ht-40", "5 / 8 4 -", 40, 15, NULL, 0 },
	{ "hidden-back", "2 / v i s a F9 0", 80, 25, NULL, 0 },
	{ "hidden-wiped", "2 1 1 1 F9", 80, 25, NULL, 10000 },
	{ "staff-hidden", LOG_IN " 1 F9", 80, 25, NULL, 0 },
	{ "staff-hidden-back-40", LOG_IN " 1 F9 0", 40, 15, NULL, 0 },
	{ "howto", "2 8", 80, 25, NULL, 0 },
	{ "sources", "2 1 1 1 8", 80, 25, NULL, 0 },
	{ "words", "2 1 1 1 ?", 80, 25, NULL, 0 },
	{ "course", "2 4 2", 80, 25, NULL, 0 },
	{ "course-40", "2 4 2", 40, 15, NULL, 0 },
	{ "lesson", "2 4 2 2", 80, 25, NULL, 0 },
	{ "lesson-40", "2 4 2 2", 40, 15, NULL, 0 },
	{ "quiz", "2 4 2 3", 80, 25, NULL, 0 },
	{ "quiz-40", "2 4 2 3 1 + 1 +", 40, 15, NULL, 0 },
	{ "quiz-wrong", "2 4 2 3 1", 80, 25, NULL, 0 },
	{ "quiz-wrong-40", "2 4 2 3 1", 40, 15, NULL, 0 },
	{ "score", "2 4 2 3 1 + 1 + 2 +", 80, 25, NULL, 0 },
	{ "score-40", "2 4 2 3 1 + 1 + 2 +", 40, 15, NULL, 0 },
	{ "slip", "2 4 2 3 1 + 1 + 2 + 2", 80, 25, NULL, 0 },
	{ "slip-40", "2 4 2 3 1 + 1 + 2 + 2", 40, 15, NULL, 0 },
	{ "plan", "2 1 1 1 5 0 0 0 0 6 4 5 0 0 0 9 5 5", 80, 25, NULL, 0 },
	{ "plan-40", "2 1 1 1 5 0 0 0 0 6 4 5 0 0 0 9 5 5", 40, 15, NULL, 0 },
	{ "step", "2 6 4 5 5 1", 80, 25, NULL, 0 },
	{ "step-40", "2 6 4 5 5 1", 40, 15, NULL, 0 },
	{ "home-plan", "2 9 5 0 0", 80, 25, NULL, 0 },
	{ "home-plan-40", "2 9 5 0 0", 40, 15, NULL, 0 },
	{ "cv", CV_JOB "0", 80, 25, NULL, 0 },
	{ "cv-40", CV_JOB "0", 40, 15, NULL, 0 },
	{ "cvlist", "2 4 2 4 1 1", 80, 25, NULL, 0 },
	{ "cvlist-40", "2 4 2 4 2 1 3", 40, 15, NULL, 0 },
	{ "cvwork", CV_JOB, 80, 25, NULL, 0 },
	{ "cvwork-40", CV_JOB, 40, 15, NULL, 0 },
	{ "cvtasks", "2 4 2 4 1 1 3 1", 80, 25, NULL, 0 },
	{ "cvtasks-40", "2 4 2 4 1 1 3 1", 40, 15, NULL, 0 },
	{ "cvtasks-es", "1 4 2 4 1 1 3 1", 80, 25, NULL, 0 },
	{ "cvtasks-es-40", "1 4 2 4 1 1 3 1", 40, 15, NULL, 0 },
	{ "cvtasks-fr", "3 4 2 4 1 1 3 1", 80, 25, NULL, 0 },
	{ "cvtasks-fr-40", "3 4 2 4 1 1 3 1", 40, 15, NULL, 0 },
	{ "cvtasks-pt", "4 4 2 4 1 1 3 1", 80, 25, NULL, 0 },
	{ "cvtasks-pt-40", "4 4 2 4 1 1 3 1", 40, 15, NULL, 0 },
	{ "cvtasks-ht", "5 4 2 4 1 1 3 1", 80, 25, NULL, 0 },
	{ "cvtasks-ht-40", "5 4 2 4 1 1 3 1", 40, 15, NULL, 0 },
	{ "cvpage", CV_JOB "0 2 2 0 4 3 6", 80, 25, NULL, 0 },
	{ "cvpage-40", CV_JOB "0 2 2 0 4 3 6", 40, 15, NULL, 0 },
	{ "recruiters", "2 2 4", 80, 25, NULL, 0 },
	{ "recruiters-40", "2 2 4", 40, 15, NULL, 0 },
	{ "recruiters-none", "2 2 4 3 4", 80, 25, NULL, 0 },
	{ "register", "2 2 4 1 y a d e", 80, 25, NULL, 0 },
	{ "register-40", "2 2 4 1 y a d e", 40, 15, NULL, 0 },
	{ "register-twins", "2 2 4 1 j a d a n o r t e", 80, 25, NULL, 0 },
	{ "register-twins-40", "2 2 4 1 j a d a n o r t e", 40, 15, NULL, 0 },
	{ "register-lapsed", "2 2 4 1 k e t s a l", 80, 25, NULL, 0 },
	{ "register-lapsed-vt100", "2 2 4 1 k e t s a l", 80, 25, "vt100", 0 },
	{ "register-number-es", "1 2 4 1 9 0 0 Down Down Down", 80, 25, NULL, 0 },
	{ "register-nothing-ht-40", "5 2 4 1 x x", 40, 15, NULL, 0 },
	{ "recruiter", "2 2 4 1 y a d e Enter", 80, 25, NULL, 0 },
	{ "recruiter-40", "2 2 4 1 l a g o Enter", 40, 15, NULL, 0 },
	{ "recruiter-fr", "3 2 4 1 b o l k a n Enter", 80, 25, NULL, 0 },
	{ "recruiter-pt-40", "4 2 4 1 c e i b a Enter", 40, 15, NULL, 0 },
	{ "whom-to-ask", "2 2 4 2", 80, 25, NULL, 0 },
	{ "whom-to-ask-40", "2 2 4 2", 40, 15, NULL, 0 },
	{ "cv-stick", CV_JOB "0 2 2 0 4 3 6", 80, 25, NULL, 0 },
	{ "cv-stick-40", CV_JOB "0 2 2 0 4 3 6", 40, 15, NULL, 0 },
	{ "cv-stick-saved", "2 4 2 4 4 3 6 5", 80, 25, NULL, 0 },
	{ "notice", "2", 80, 25, NULL, 130000 },
	{ "notice-40", "2", 40, 15, NULL, 130000 },
	{ "end", "2 0", 80, 25, NULL, 0 },
	{ "end-40", "2 0", 40, 15, NULL, 0 },
	{ "staff-attract", "", 80, 25, NULL, 0 },
	{ "staff-attract-40", "", 40, 15, NULL, 0 },
	{ "staff-pin", "9 1 2", 80, 25, NULL, 0 },
	{ "staff-pin-40", "9 1 2", 40, 15, NULL, 0 },
	{ "staff-usb", LOG_IN, 80, 25, NULL, 0 },
	{ "staff-usb-40", LOG_IN, 40, 15, NULL, 0 },
	{ "staff-preview", LOG_IN " 1", 80, 25, NULL, 0 },
	{ "staff-preview-40", LOG_IN " 1", 40, 15, NULL, 0 },
	{ "staff-preview-many", LOG_IN " 2", 80, 25, NULL, 0 },
	{ "staff-preview-many-40", LOG_IN " 2", 40, 15, NULL, 0 },
	{ "staff-others", LOG_IN " 2 4", 80, 25, NULL, 0 },
	{ "staff-others-40", LOG_IN " 2 4", 40, 15, NULL, 0 },
	{ "staff-changes", LOG_IN " 1 1", 80, 25, NULL, 0 },
	{ "staff-changes-40", LOG_IN " 1 1", 40, 15, NULL, 0 },
	{ "staff-progress", LOG_IN " 1 7", 80, 25, NULL, 0 },
	{ "staff-progress-40", LOG_IN " 1 7", 40, 15, NULL, 0 },
	{ "staff-result", LOG_IN " 5 7", 80, 25, NULL, 0 },
	{ "staff-result-40", LOG_IN " 5 7", 40, 15, NULL, 0 },
	{ "staff-refused", LOG_IN " 4", 80, 25, NULL, 0 },
	{ "staff-refused-40", LOG_IN " 4", 40, 15, NULL, 0 },
	{ "staff-installed", LOG_IN " 3", 80, 25, NULL, 0 },
	{ "staff-installed-40", LOG_IN " 3", 40, 15, NULL, 0 },
	{ "staff-rollback", LOG_IN " 8", 80, 25, NULL, 0 },
	{ "staff-rollback-40", LOG_IN " 8", 40, 15, NULL, 0 },
	{ "staff-reason", LOG_IN " 8 1 2", 80, 25, NULL, 0 },
	{ "staff-reason-40", LOG_IN " 8 1 2", 40, 15, NULL, 0 },
	{ "staff-usb-es", LOG_IN, 80, 25, NULL, 0 },
	{ "staff-usb-vt100", LOG_IN, 80, 25, "vt100", 0 },
	{ "staff-pin-touch", "9 1 2", 80, 25, NULL, 0 },
	{ "find-finder", "2 4", 80, 25, NULL, 0 },
	{ "find-finder-40", "2 4", 40, 15, NULL, 0 },
	{ "find-finder-es", "1 4", 80, 25, NULL, 0 },
	{ "find-finder-es-40", "1 4", 40, 15, NULL, 0 },
	{ "find-finder-fr", "3 4", 80, 25, NULL, 0 },
	{ "find-finder-fr-40", "3 4", 40, 15, NULL, 0 },
	{ "find-finder-pt", "4 4", 80, 25, NULL, 0 },
	{ "find-finder-pt-40", "4 4", 40, 15, NULL, 0 },
	{ "find-finder-ht", "5 4", 80, 25, NULL, 0 },
	{ "find-finder-ht-40", "5 4", 40, 15, NULL, 0 },
	{ "find-facet", "2 4 2", 80, 25, NULL, 0 },
	{ "find-facet-40", "2 4 2", 40, 15, NULL, 0 },
	{ "find-facet-es", "1 4 2", 80, 25, NULL, 0 },
	{ "find-facet-es-40", "1 4 2", 40, 15, NULL, 0 },
	{ "find-facet-fr", "3 4 2", 80, 25, NULL, 0 },
	{ "find-facet-fr-40", "3 4 2", 40, 15, NULL, 0 },
	{ "find-facet-pt", "4 4 2", 80, 25, NULL, 0 },
	{ "find-facet-pt-40", "4 4 2", 40, 15, NULL, 0 },
	{ "find-facet-ht", "5 4 2", 80, 25, NULL, 0 },
	{ "find-facet-ht-40", "5 4 2", 40, 15, NULL, 0 },
	{ "find-options", "2 4 1 1 0 8", 80, 25, NULL, 0 },
	{ "find-options-40", "2 4 1 1 0 8", 40, 15, NULL, 0 },
	{ "find-options-es", "1 4 1 1 0 8", 80, 25, NULL, 0 },
	{ "find-options-es-40", "1 4 1 1 0 8", 40, 15, NULL, 0 },
	{ "find-options-fr", "3 4 1 1 0 8", 80, 25, NULL, 0 },
	{ "find-options-fr-40", "3 4 1 1 0 8", 40, 15, NULL, 0 },
	{ "find-options-pt", "4 4 1 1 0 8", 80, 25, NULL, 0 },
	{ "find-options-pt-40", "4 4 1 1 0 8", 40, 15, NULL, 0 },
	{ "find-options-ht", "5 4 1 1 0 8", 80, 25, NULL, 0 },
	{ "find-options-ht-40", "5 4 1 1 0 8", 40, 15, NULL, 0 },
	{ "find-option", "2 4 1 1 0 8 1", 80, 25, NULL, 0 },
	{ "find-option-40", "2 4 1 1 0 8 1", 40, 15, NULL, 0 },
	{ "find-option-es", "1 4 1 1 0 8 1", 80, 25, NULL, 0 },
	{ "find-option-es-40", "1 4 1 1 0 8 1", 40, 15, NULL, 0 },
	{ "find-option-fr", "3 4 1 1 0 8 1", 80, 25, NULL, 0 },
	{ "find-option-fr-40", "3 4 1 1 0 8 1", 40, 15, NULL, 0 },
	{ "find-option-pt", "4 4 1 1 0 8 1", 80, 25, NULL, 0 },
	{ "find-option-pt-40", "4 4 1 1 0 8 1", 40, 15, NULL, 0 },
	{ "find-option-ht", "5 4 1 1 0 8 1", 80, 25, NULL, 0 },
	{ "find-option-ht-40", "5 4 1 1 0 8 1", 40, 15, NULL, 0 },
	{ "find-compare", "2 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25, NULL, 0 },
	{ "find-compare-40", "2 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15, NULL, 0 },
	{ "find-compare-es", "1 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25, NULL, 0 },
	{ "find-compare-es-40", "1 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15, NULL, 0 },
	{ "find-compare-fr", "3 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25, NULL, 0 },
	{ "find-compare-fr-40", "3 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15, NULL, 0 },
	{ "find-compare-pt", "4 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25, NULL, 0 },
	{ "find-compare-pt-40", "4 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15, NULL, 0 },
	{ "find-compare-ht", "5 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 80, 25, NULL, 0 },
	{ "find-compare-ht-40", "5 4 7 8 1 6 0 3 6 0 4 6 0 0 9", 40, 15, NULL, 0 },
	{ "find-finder-132", "2 4", 132, 43, NULL, 0 },
	/* a mason, here: five keys from Home to the list */
	{ "find-mason", "2 4 2 3 0 8", 80, 25, NULL, 0 },
	/* what one person chose and marked, the next one does not see */
	{ "find-after-end", "2 4 2 3 0 8 1 6 0 0 0 0 5 4", 80, 25, NULL, 0 },
	{ "find-home", "2", 80, 25, NULL, 0 },
	{ "find-finder-linux", "1 4", 80, 25, "linux", 0 },
	{ "find-finder-vt100", "1 4", 80, 25, "vt100", 0 },
	{ "find-work", "2 5", 80, 25, NULL, 0 },
	{ "find-work-40", "2 5", 40, 15, NULL, 0 },
	{ "find-work-es", "1 5", 80, 25, NULL, 0 },
	{ "find-work-es-40", "1 5", 40, 15, NULL, 0 },
	{ "find-work-fr", "3 5", 80, 25, NULL, 0 },
	{ "find-work-fr-40", "3 5", 40, 15, NULL, 0 },
	{ "find-work-pt", "4 5", 80, 25, NULL, 0 },
	{ "find-work-pt-40", "4 5", 40, 15, NULL, 0 },
	{ "find-work-ht", "5 5", 80, 25, NULL, 0 },
	{ "find-work-ht-40", "5 5", 40, 15, NULL, 0 },
	{ "find-by-name", "2 5 7 b l o c k", 80, 25, NULL, 0 },
	{ "find-by-name-40", "2 5 7 b l o c k", 40, 15, NULL, 0 },
	{ "find-by-name-es", "1 5 7 m a i s", 80, 25, NULL, 0 },
	{ "find-by-name-es-40", "1 5 7 m a i s", 40, 15, NULL, 0 },
	{ "find-by-name-fr", "3 5 7 x x", 80, 25, NULL, 0 },
	{ "find-by-name-fr-40", "3 5 7 x x", 40, 15, NULL, 0 },
	{ "find-by-name-pt", "4 5 7", 80, 25, NULL, 0 },
	{ "find-by-name-pt-40", "4 5 7", 40, 15, NULL, 0 },
	{ "find-by-name-ht", "5 5 7 x x", 80, 25, NULL, 0 },
	{ "find-by-name-ht-40", "5 5 7 x x", 40, 15, NULL, 0 },
	{ "find-occupation", "2 5 2", 80, 25, NULL, 0 },
	{ "find-occupation-40", "2 5 2", 40, 15, NULL, 0 },
	{ "find-occupation-es", "1 5 1", 80, 25, NULL, 0 },
	{ "find-occupation-es-40", "1 5 1", 40, 15, NULL, 0 },
	{ "find-occupation-fr", "3 5 2", 80, 25, NULL, 0 },
	{ "find-occupation-fr-40", "3 5 2", 40, 15, NULL, 0 },
	{ "find-occupation-pt", "4 5 1", 80, 25, NULL, 0 },
	{ "find-occupation-pt-40", "4 5 1", 40, 15, NULL, 0 },
	{ "find-occupation-ht", "5 5 2", 80, 25, NULL, 0 },
	{ "find-occupation-ht-40", "5 5 2", 40, 15, NULL, 0 },
	{ "find-pair", "2 5 8 2 2", 80, 25, NULL, 0 },
	{ "find-pair-40", "2 5 8 2 2", 40, 15, NULL, 0 },
	{ "find-pair-es", "1 5 8 2 3", 80, 25, NULL, 0 },
	{ "find-pair-es-40", "1 5 8 2 3", 40, 15, NULL, 0 },
	{ "find-pair-fr", "3 5 8 2 3", 80, 25, NULL, 0 },
	{ "find-pair-fr-40", "3 5 8 2 3", 40, 15, NULL, 0 },
	{ "find-pair-pt", "4 5 8 2 3", 80, 25, NULL, 0 },
	{ "find-pair-pt-40", "4 5 8 2 3", 40, 15, NULL, 0 },
	{ "find-pair-ht", "5 5 8 2 2", 80, 25, NULL, 0 },
	{ "find-pair-ht-40", "5 5 8 2 2", 40, 15, NULL, 0 },
	{ "find-demand-40", "2 5 2 9", 40, 15, NULL, 0 },
	{ "find-pair-start", "2 5 8", 80, 25, NULL, 0 },
	{ "find-pair-none-40", "2 5 8 2 3", 40, 15, NULL, 0 },
	{ "find-pair-country", "2 5 8 2", 80, 25, NULL, 0 },
	{ "find-pair-touch", "2 5 8", 80, 25, NULL, 0 },
	{ "find-work-touch", "2 5", 80, 25, NULL, 0 },
	{ "find-occupation-vt100", "1 5 1", 80, 25, "vt100", 0 },
	{ "find-plan", "2 5 2 5 0 1 5 5", 80, 25, NULL, 0 },
	{ "small", "2", 39, 14, NULL, 0 },
};
const size_t shot_count = COUNT_OF(shots);

static bool
is_named(const struct shot *s, const char *part)
{
	return strstr(s->name, part) != NULL;
}

static bool
is_large(const struct shot *s)
{
	return strncmp(s->name, "large-", 6) == 0;
}

bool
shot_is_possible(const struct shot *s)
{
	char *font = in_builddir(LARGE_FONT);
	bool there = access(font, R_OK) == 0;

	free(font);
	return there || !is_large(s);
}

static bool
has_staff(const struct shot *s)
{
	return strncmp(s->name, "staff", 5) == 0 ||
	    strncmp(s->name, "cv-stick", 8) == 0;
}

/* The kiosk that S needs, in LANGUAGE if that is not NULL. */
static struct term *
open_kiosk(const struct shot *s, const char *language, int width, int height)
{
	char *program = in_builddir("kiosk-fixture");
	char *code = xstrdup(language != NULL ? language : "");
	char touch[] = "--touch";
	char keypad[] = "--keypad";
	char staff[] = "--staff";
	char options[] = "--options";
	char lang[] = "--lang";
	char large[] = "--large";
	char *font = in_builddir(LARGE_FONT);
	char *argv[8] = { program };
	size_t n = 1;
	struct term *t = NULL;

	if (is_named(s, "touch"))
		argv[n++] = touch;
	if (is_named(s, "keypad"))
		argv[n++] = keypad;
	if (has_staff(s))
		argv[n++] = staff;
	if (is_large(s)) {
		argv[n++] = large;
		argv[n++] = font;
	}
	if (strncmp(s->name, "find-", 5) == 0)
		argv[n++] = options;
	if (language != NULL) {
		argv[n++] = lang;
		argv[n++] = code;
	}
	t = term_start(&(struct term_setup){ .argv = argv,
	    .term = s->term,
	    .width = width,
	    .height = height });
	free(font);
	free(code);
	free(program);
	return t;
}

struct term *
shot_take(const struct shot *s)
{
	struct term *t = open_kiosk(s,
	    has_staff(s) && !is_named(s, "-es") ? "en" : NULL, s->width,
	    s->height);

	term_keys(t, s->keys);
	term_advance(t, s->silence);
	return t;
}

struct term *
shot_take_in(const struct shot *s, size_t language, int width, int height)
{
	struct term *t = open_kiosk(s, lang_table[language]->code, width,
	    height);
	char *keys = xstrdup(s->keys);

	if (keys[0] >= '1' && keys[0] < (char)('1' + lang_count))
		keys[0] = (char)('1' + language); /* the first screen */
	term_keys(t, keys);
	term_advance(t, s->silence);
	free(keys);
	return t;
}

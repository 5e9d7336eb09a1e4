/*
 * Ways to screens.
 */
#include <config.h>

#include "ways.h"

#include <string.h>

const struct way ways[] = {
	{ "", SCREEN_ATTRACT, true, false },
	{ "!", SCREEN_HOME, true, false },
	{ "!1", SCREEN_TOPIC, true, false },
	{ "!3", SCREEN_ALERTS, true, false },
	{ "!9", SCREEN_ALERT, true, false },
	{ "!34", SCREEN_ALERT, true, false },
	{ "!6", SCREEN_HELP, true, false },
	{ "!62", SCREEN_COUNTRY, true, false },
	{ "!64", SCREEN_SERVICE, false, false },
	{ "!7", SCREEN_SEARCH, false, false },
	{ "!7~visa~", SCREEN_SEARCH, false, false },
	{ "!7~visa~v", SCREEN_SEARCH, true, false },
	{ "!7~zzqx~", SCREEN_SEARCH, false, false },
	{ "!8", SCREEN_HOWTO, true, false },
	{ "!81", SCREEN_ABOUT, false, false },
	{ "!*", SCREEN_COMFORT, true, false },
	{ "!111", SCREEN_ARTICLE, false, false },
	{ "!13", SCREEN_CAREFUL, true, false },
	{ "!131", SCREEN_TOPIC, true, false },
	{ "!1118", SCREEN_SOURCES, false, false },
	{ "!111?", SCREEN_WORDS, false, false },
	{ "!1?", SCREEN_HOWTO, true, false },
	{ "!0", SCREEN_END, false, false },
	{ "!4", SCREEN_FINDER, true, true },
	{ "!42", SCREEN_FACET, true, true },
	{ "!48", SCREEN_OPTIONS, true, true },
	{ "!481", SCREEN_OPTION, false, true },
	{ "!5", SCREEN_WORK, true, true },
	{ "!51", SCREEN_OCCUPATION, true, true },
	{ "!52", SCREEN_OCCUPATION, false, true }, /* without options */
	{ "!57", SCREEN_FIND_WORK, false, true },
	{ "!57~block~v", SCREEN_FIND_WORK, true, true },
	{ "!58", SCREEN_PAIR, true, true },
	{ "!582", SCREEN_COUNTRY, true, true },
	{ "!59", SCREEN_TOPIC, true, true },
	{ "!24", SCREEN_RECRUITERS, true, false },
	{ "!241", SCREEN_REGISTER, false, false },
	{ "!241~jade~v", SCREEN_REGISTER, true, false },
	{ "!241~lago~", SCREEN_REGISTER, false, false },
	{ "!241~faro~!", SCREEN_RECRUITER, false, false },
	{ "!241~jade~!", SCREEN_RECRUITER, false, false },
	{ "!242", SCREEN_WHOM_TO_ASK, false, false },
	{ "!25", SCREEN_FEES, true, false },
	{ "!251", SCREEN_FEE_LIST, true, false },
	{ "!2511", SCREEN_FEE, false, false },
	{ "!2519", SCREEN_FEES_RESULT, true, false },
	{ "!254", SCREEN_MONEY, true, false },
};
const size_t way_count = COUNT_OF(ways);

void
way_open(struct kiosk *k, const char *lang, int width, int height, size_t w)
{
	if (ways[w].finds)
		kiosk_open_options(k, lang, width, height);
	else
		kiosk_open(k, lang, width, height);
}

void
way_go(struct kiosk *k, const char *lang, size_t w)
{
	if (strcmp(lang, LONG_LANG) == 0)
		kiosk_keys(k, "vv");
	kiosk_keys(k, ways[w].keys);
}

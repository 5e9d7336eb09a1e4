/*
 * English: what the program must know of it beside its catalogue.
 */
#include <config.h>

#include "text/lang_table.h"

#define N_(text) text

static const char *const calls[] = { "call", "dial", "number", "phone",
	"telephone", "emergencies", "line", NULL };

static const char *const presses[] = { "press", "and", NULL };

static const struct speech_pair pairs[] = {
	{ "e.g.", "for example", false },
	{ "i.e.", "that is", false },
	{ "Mon to Fri", "Monday to Friday", false },
	{ "Mon", "Monday", false },
	{ "Fri", "Friday", false },
	{ "Sat", "Saturday", false },
	{ "Sun", "Sunday", false },
	{ "No.", "number", true },
	{ "Arts.", "articles", true },
	{ "arts.", "articles", true },
	{ "Art.", "article", true },
	{ "art.", "article", true },
	{ "ext.", "extension", true },
	{ "Ext.", "extension", true },
	{ "Mrs.", "missus", false },
	{ "Mr.", "mister", false },
	{ "Dr.", "doctor", false },
	{ "etc.", "and so on", false },
	{ "and/or", "and or", false },
	{ "MB", "megabytes", false },
	{ "GB", "gigabytes", false },
	{ "min", "minutes", false },
	{ NULL, NULL, false },
};

static const struct speech_money money[] = {
	{ "GTQ", "quetzal", "quetzales" },
	{ "HNL", "lempira", "lempiras" },
	{ "MXN", "Mexican peso", "Mexican pesos" },
	{ "USD", "dollar", "dollars" },
	{ "US$", "dollar", "dollars" },
	{ "CAD", "Canadian dollar", "Canadian dollars" },
	{ "CRC", "colon", "colones" },
	{ "DOP", "Dominican peso", "Dominican pesos" },
	{ "NIO", "cordoba", "cordobas" },
	{ "BZD", "Belize dollar", "Belize dollars" },
	{ "€", "euro", "euros" },
	{ NULL, NULL, NULL },
};

static const struct speech_words speech = {
	.months = { "January", "February", "March", "April", "May", "June",
	    "July", "August", "September", "October", "November",
	    "December" },
	.short_months = { "jan", "feb", "mar", "apr", "may", "jun", "jul",
	    "aug", "sep", "oct", "nov", "dec" },
	.date = "M D, Y",
	.to = "to",
	.hour = "o'clock",
	.minutes = "",
	.plus = "plus",
	.minus = "minus",
	.star = "star",
	.slash = "slash",
	.question = "question mark",
	.marked = "marked",
	.unmarked = "not marked",
	.thousands = ',',
	.calls = calls,
	.presses = presses,
	.pairs = pairs,
	.money = money,
};

SNOWBALL(english);

const struct lang lang_en = {
	.code = "en",
	.name = "English",
	.voice = "en-us",
	.snowball = &snowball_english,
	.ear = SOUND_IBERIAN,
	/* TRANSLATORS: 36 columns; said of a text that has not been
	 * translated yet into the language of the reader. */
	.only = N_("Only in English for now."),
	.too_small = "Screen too small: 40x15",
	.stop_words =
	    " a about am an and any are as at be been but by can could "
	    "did do does for from get got had has have he her his how "
	    "i if in into is it its me my need no not of on or our out "
	    "she should so some that the their them there they this to "
	    "up want was we were what when where which who why will "
	    "with would you your ",
	.alert_heads = { "What is happening",
	    "How to recognise it",
	    "What to do" },
	.speech = &speech,
};

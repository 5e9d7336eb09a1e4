/*
 * Haitian Creole: what the program must know of it beside its catalogue.
 */
#include <config.h>

#include "text/lang_table.h"

#define N_(text) text

/* Creole as it is written since 1979, for what is written as in French. */
static const struct lang_spelling spellings[] = {
	{ "^qu", "k" },
	{ "^ph", "f" },
	{ "^eau", "o" },
	{ "^tion", "syon" },
	{ "^cion", "syon" },
	{ "^oi", "wa" },
	{ "^ch", "C" },
	{ "^ce", "se" },
	{ "^ci", "si" },
	{ "^c", "k" },
	{ "^C", "ch" },
	{ "^rou", "wou" },
	{ "^ro", "wo" },
	{ "^aill", "ay" },
	{ "ail", "ay" },
	{ "eil", "ey" },
	{ "^ss", "s" },
	{ "^ll", "l" },
	{ "^tt", "t" },
	{ "^nn", "n" },
	{ "^mm", "m" },
	{ "ment", "man" },
	{ "ez", "e" },
	{ "er", "e" },
	{ "eur", "e" },
	{ NULL, NULL },
};

static const char *const calls[] = { "nan", "rele", "nimewo", "telefòn",
	"ijans", "liy", NULL };

static const char *const presses[] = { "peze", "sou", "ak", NULL };

static const struct speech_pair pairs[] = {
	{ "len a van", "lendi a vandredi", false },
	{ "nº", "nimewo", true },
	{ "No.", "nimewo", true },
	{ "Art.", "atik", true },
	{ "art.", "atik", true },
	{ "etc.", "elatriye", false },
	{ "ak/oswa", "ak oswa", false },
	{ "MB", "megaoktè", false },
	{ "GB", "jigaoktè", false },
	{ "min", "minit", false },
	{ NULL, NULL, false },
};

/* Nouns have no plural form. */
static const struct speech_money money[] = {
	{ "GTQ", "ketsal", "ketsal" },
	{ "HNL", "lanpira", "lanpira" },
	{ "MXN", "peso meksiken", "peso meksiken" },
	{ "USD", "dola", "dola" },
	{ "US$", "dola", "dola" },
	{ "CAD", "dola kanadyen", "dola kanadyen" },
	{ "CRC", "kolon", "kolon" },
	{ "DOP", "peso dominiken", "peso dominiken" },
	{ "NIO", "kòdoba", "kòdoba" },
	{ "BZD", "dola Beliz", "dola Beliz" },
	{ "€", "ewo", "ewo" },
	{ NULL, NULL, NULL },
};

static const struct speech_words speech = {
	.months = { "janvye", "fevriye", "mas", "avril", "me", "jen",
	    "jiyè", "out", "septanm", "oktòb", "novanm", "desanm" },
	.short_months = { "jan", "fev", "mas", "avr", "me", "jen", "jiy", "out",
	    "sep", "okt", "nov", "des" },
	.date = "D M Y",
	.first = "premye",
	.to = "a",
	.hour = "è",
	.minutes = "è",
	.plus = "plis",
	.minus = "mwens",
	.star = "zetwal",
	.slash = "ba pankad",
	.question = "pwen entèwogasyon",
	.marked = "make",
	.unmarked = "pa make",
	.thousands = ',',
	.calls = calls,
	.presses = presses,
	.pairs = pairs,
	.money = money,
};

const struct lang lang_ht = {
	.code = "ht",
	.name = "Kreyòl ayisyen",
	.voice = "ht",
	.spellings = spellings,
	.ear = SOUND_CREOLE,
	.is_spelled_freely = true,
	/* TRANSLATORS: 36 columns; said of a text that has not been
	 * translated yet into the language of the reader. */
	.only = N_("Only in Haitian Creole for now."),
	.too_small = "Ekran an twò piti: 40x15",
	.stop_words =
	    " a ak an ane ap ba bay bezwen e ede epi fe gen genyen ka "
	    "ki kisa kijan kote kou la le li lan m map mwen n nan nou "
	    "ou pa pandan pou sa san se si sou t te ti vle yo yon ",
	.alert_heads = { "Sa k ap pase", "Kijan pou rekonèt li", "Sa pou fè" },
	.speech = &speech,
};

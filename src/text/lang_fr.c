/*
 * French: what the program must know of it beside its catalogue.
 */
#include <config.h>

#include "text/lang_table.h"

#define N_(text) text

static const char *const calls[] = { "au", "le", "appelez", "composez",
	"numéro", "téléphone", "urgences", "ligne", NULL };

static const char *const presses[] = { "sur", "et", NULL };

static const struct speech_pair pairs[] = {
	{ "p. ex.", "par exemple", false },
	{ "Lun à ven", "Lundi à vendredi", false },
	{ "lun à ven", "lundi à vendredi", false },
	{ "lun", "lundi", false },
	{ "ven", "vendredi", false },
	{ "sam", "samedi", false },
	{ "dim", "dimanche", false },
	{ "n°", "numéro", true },
	{ "N°", "numéro", true },
	{ "Art.", "article", true },
	{ "art.", "article", true },
	{ "Mme", "madame", false },
	{ "M.", "monsieur", false },
	{ "Dr", "docteur", false },
	{ "etc.", "et cetera", false },
	{ "et/ou", "et ou", false },
	{ "Mo", "mégaoctets", false },
	{ "Go", "gigaoctets", false },
	{ "min", "minutes", false },
	{ NULL, NULL, false },
};

static const struct speech_money money[] = {
	{ "GTQ", "quetzal", "quetzals" },
	{ "HNL", "lempira", "lempiras" },
	{ "MXN", "peso mexicain", "pesos mexicains" },
	{ "USD", "dollar", "dollars" },
	{ "US$", "dollar", "dollars" },
	{ "CAD", "dollar canadien", "dollars canadiens" },
	{ "CRC", "colon", "colons" },
	{ "DOP", "peso dominicain", "pesos dominicains" },
	{ "NIO", "cordoba", "cordobas" },
	{ "BZD", "dollar du Belize", "dollars du Belize" },
	{ "€", "euro", "euros" },
	{ NULL, NULL, NULL },
};

static const struct speech_words speech = {
	.months = { "janvier", "février", "mars", "avril", "mai", "juin",
	    "juillet", "août", "septembre", "octobre", "novembre",
	    "décembre" },
	.short_months = { "jan", "fév", "mars", "avr", "mai", "juin", "juil",
	    "août", "sep", "oct", "nov", "déc" },
	.date = "D M Y",
	.first = "premier",
	.to = "à",
	.hour = "heures",
	.minutes = "heures",
	.plus = "plus",
	.minus = "moins",
	.star = "étoile",
	.slash = "barre oblique",
	.question = "point d’interrogation",
	.marked = "coché",
	.unmarked = "non coché",
	.thousands = '.',
	.calls = calls,
	.presses = presses,
	.pairs = pairs,
	.money = money,
};

SNOWBALL(french);

const struct lang lang_fr = {
	.code = "fr",
	.name = "Français",
	.voice = "fr-fr",
	.snowball = &snowball_french,
	.ear = SOUND_CREOLE,
	/* TRANSLATORS: 36 columns; said of a text that has not been
	 * translated yet into the language of the reader. */
	.only = N_("Only in French for now."),
	.too_small = "Écran trop petit : 40x15",
	.stop_words =
	    " a ai au aux avec avez ce ces cet cette comme dans de des "
	    "dois du elle en est et etre faut il ils j je l la le les "
	    "leur ma mes mon me n ne nos notre nous ou par pas peux "
	    "plus pour qu que quel quelle qui sa sans se ses si son "
	    "sont suis sur un une veux vos votre vous y ",
	.alert_heads = { "Ce qui se passe",
	    "Comment le reconnaître",
	    "Que faire" },
	.speech = &speech,
};

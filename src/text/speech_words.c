/*
 * Tables: how each language says what is written short.
 */
#include <config.h>

#include "text/speech_words.h"

#include <string.h>

#include "base/compiler.h"

/* --- Spanish --- */
static const char *const calls_es[] = { "al", "llame", "llamar", "marque",
	"número", "teléfono", "emergencias", "línea", NULL };

static const char *const presses_es[] = { "pulse", "y", NULL };

static const struct speech_pair pairs_es[] = {
	{ "EE. UU.", "Estados Unidos", false },
	{ "EE.UU.", "Estados Unidos", false },
	{ "p. ej.", "por ejemplo", false },
	{ "Lun a vie", "Lunes a viernes", false },
	{ "lun a vie", "lunes a viernes", false },
	{ "lun", "lunes", false },
	{ "vie", "viernes", false },
	{ "sáb", "sábado", false },
	{ "dom", "domingo", false },
	{ "Núm.", "número", true },
	{ "núm.", "número", true },
	{ "No.", "número", true },
	{ "Arts.", "artículos", true },
	{ "arts.", "artículos", true },
	{ "Art.", "artículo", true },
	{ "art.", "artículo", true },
	{ "ext.", "extensión", true },
	{ "Ext.", "extensión", true },
	{ "Tel.", "teléfono", false },
	{ "tel.", "teléfono", false },
	{ "Sra.", "señora", false },
	{ "Sr.", "señor", false },
	{ "Dra.", "doctora", false },
	{ "Dr.", "doctor", false },
	{ "Av.", "avenida", false },
	{ "etc.", "etcétera", false },
	{ "y/o", "y o", false },
	{ "MB", "megabytes", false },
	{ "GB", "gigabytes", false },
	{ "min", "minutos", false },
	{ NULL, NULL, false },
};

static const struct speech_money money_es[] = {
	{ "GTQ", "quetzal", "quetzales" },
	{ "HNL", "lempira", "lempiras" },
	{ "MXN", "peso mexicano", "pesos mexicanos" },
	{ "USD", "dólar", "dólares" },
	{ "US$", "dólar", "dólares" },
	{ "CAD", "dólar canadiense", "dólares canadienses" },
	{ "CRC", "colón", "colones" },
	{ "DOP", "peso dominicano", "pesos dominicanos" },
	{ "NIO", "córdoba", "córdobas" },
	{ "BZD", "dólar de Belice", "dólares de Belice" },
	{ "€", "euro", "euros" },
	{ NULL, NULL, NULL },
};

/* --- English --- */
static const char *const calls_en[] = { "call", "dial", "number", "phone",
	"telephone", "emergencies", "line", NULL };

static const char *const presses_en[] = { "press", "and", NULL };

static const struct speech_pair pairs_en[] = {
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

static const struct speech_money money_en[] = {
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

/* --- French --- */
static const char *const calls_fr[] = { "au", "le", "appelez", "composez",
	"numéro", "téléphone", "urgences", "ligne", NULL };

static const char *const presses_fr[] = { "sur", "et", NULL };

static const struct speech_pair pairs_fr[] = {
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

static const struct speech_money money_fr[] = {
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

/* --- Portuguese --- */
static const char *const calls_pt[] = { "ao", "para", "ligue", "disque",
	"número", "telefone", "emergências", "linha", NULL };

static const char *const presses_pt[] = { "aperte", "e", NULL };

static const struct speech_pair pairs_pt[] = {
	{ "p. ex.", "por exemplo", false },
	{ "Seg a sex", "Segunda a sexta", false },
	{ "seg a sex", "segunda a sexta", false },
	{ "seg", "segunda", false },
	{ "sex", "sexta", false },
	{ "sáb", "sábado", false },
	{ "dom", "domingo", false },
	{ "nº", "número", true },
	{ "Nº", "número", true },
	{ "Art.", "artigo", true },
	{ "art.", "artigo", true },
	{ "Sra.", "senhora", false },
	{ "Sr.", "senhor", false },
	{ "Dra.", "doutora", false },
	{ "Dr.", "doutor", false },
	{ "etc.", "et cetera", false },
	{ "EUA", "Estados Unidos", false },
	{ "e/ou", "e ou", false },
	{ "MB", "megabytes", false },
	{ "GB", "gigabytes", false },
	{ "min", "minutos", false },
	{ NULL, NULL, false },
};

static const struct speech_money money_pt[] = {
	{ "GTQ", "quetzal", "quetzais" },
	{ "HNL", "lempira", "lempiras" },
	{ "MXN", "peso mexicano", "pesos mexicanos" },
	{ "USD", "dólar", "dólares" },
	{ "US$", "dólar", "dólares" },
	{ "CAD", "dólar canadense", "dólares canadenses" },
	{ "CRC", "colón", "colones" },
	{ "DOP", "peso dominicano", "pesos dominicanos" },
	{ "NIO", "córdoba", "córdobas" },
	{ "BZD", "dólar de Belize", "dólares de Belize" },
	{ "€", "euro", "euros" },
	{ NULL, NULL, NULL },
};

/* --- Haitian Creole: nouns have no plural form --- */
static const char *const calls_ht[] = { "nan", "rele", "nimewo", "telefòn",
	"ijans", "liy", NULL };

static const char *const presses_ht[] = { "peze", "sou", "ak", NULL };

static const struct speech_pair pairs_ht[] = {
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

static const struct speech_money money_ht[] = {
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

static const struct speech_words all[] = {
	{ "es",
	    { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
		"agosto", "septiembre", "octubre", "noviembre",
		"diciembre" },
	    { "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep",
		"oct", "nov", "dic" },
	    "D de M de Y", "primero", "a", "horas", "y", "más", "menos",
	    "asterisco", "barra", "signo de pregunta",
	    "marcado", "sin marcar", ',', calls_es, presses_es, pairs_es,
	    money_es },
	{ "en",
	    { "January", "February", "March", "April", "May", "June", "July",
		"August", "September", "October", "November", "December" },
	    { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
		"oct", "nov", "dec" },
	    "M D, Y", NULL, "to", "o'clock", "", "plus",
	    "minus", "star", "slash", "question mark", "marked",
	    "not marked", ',', calls_en, presses_en, pairs_en, money_en },
	{ "fr",
	    { "janvier", "février", "mars", "avril", "mai", "juin",
		"juillet", "août", "septembre", "octobre", "novembre",
		"décembre" },
	    { "jan", "fév", "mars", "avr", "mai", "juin", "juil", "août",
		"sep", "oct", "nov", "déc" },
	    "D M Y", "premier", "à", "heures", "heures", "plus", "moins",
	    "étoile", "barre oblique", "point d’interrogation",
	    "coché", "non coché", '.', calls_fr, presses_fr, pairs_fr,
	    money_fr },
	{ "pt",
	    { "janeiro", "fevereiro", "março", "abril", "maio", "junho",
		"julho", "agosto", "setembro", "outubro", "novembro",
		"dezembro" },
	    { "jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set",
		"out", "nov", "dez" },
	    "D de M de Y", "primeiro", "a", "horas", "e", "mais",
	    "menos", "asterisco", "barra", "ponto de interrogação",
	    "marcado", "não marcado", '.', calls_pt, presses_pt, pairs_pt,
	    money_pt },
	{ "ht",
	    { "janvye", "fevriye", "mas", "avril", "me", "jen", "jiyè",
		"out", "septanm", "oktòb", "novanm", "desanm" },
	    { "jan", "fev", "mas", "avr", "me", "jen", "jiy", "out", "sep",
		"okt", "nov", "des" },
	    "D M Y", "premye", "a", "è", "è", "plis",
	    "mwens", "zetwal", "ba pankad", "pwen entèwogasyon", "make",
	    "pa make", ',', calls_ht, presses_ht, pairs_ht, money_ht },
};

const struct speech_words *
speech_words(const char *lang)
{
	for (size_t i = 0; lang != NULL && i < COUNT_OF(all); i++)
		if (strcmp(all[i].lang, lang) == 0)
			return &all[i];
	return &all[0];
}

/*
 * Portuguese: what the program must know of it beside its catalogue.
 */
#include <config.h>

#include "text/lang_table.h"

#define N_(text) text

static const struct lang_spelling spellings[] = {
	{ "cao", "ção" },
	{ "coes", "ções" },
	{ "sao", "são" },
	{ "encia", "ência" },
	{ "encias", "ências" },
	{ "avel", "ável" },
	{ "ivel", "ível" },
	{ "aveis", "áveis" },
	{ "iveis", "íveis" },
	{ "logia", "logía" },
	{ NULL, NULL },
};

static const char *const calls[] = { "ao", "para", "ligue", "disque",
	"número", "telefone", "emergências", "linha", NULL };

static const char *const presses[] = { "aperte", "e", NULL };

static const struct speech_pair pairs[] = {
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

static const struct speech_money money[] = {
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

static const struct speech_words speech = {
	.months = { "janeiro", "fevereiro", "março", "abril", "maio",
	    "junho", "julho", "agosto", "setembro", "outubro",
	    "novembro", "dezembro" },
	.short_months = { "jan", "fev", "mar", "abr", "mai", "jun", "jul",
	    "ago", "set", "out", "nov", "dez" },
	.date = "D de M de Y",
	.first = "primeiro",
	.to = "a",
	.hour = "horas",
	.minutes = "e",
	.plus = "mais",
	.minus = "menos",
	.star = "asterisco",
	.slash = "barra",
	.question = "ponto de interrogação",
	.marked = "marcado",
	.unmarked = "não marcado",
	.thousands = '.',
	.calls = calls,
	.presses = presses,
	.pairs = pairs,
	.money = money,
};

SNOWBALL(portuguese);

const struct lang lang_pt = {
	.code = "pt",
	.name = "Português",
	.voice = "pt-br",
	.snowball = &snowball_portuguese,
	.spellings = spellings,
	.ear = SOUND_IBERIAN,
	/* TRANSLATORS: 36 columns; said of a text that has not been
	 * translated yet into the language of the reader. */
	.only = N_("Only in Portuguese for now."),
	.too_small = "Tela muito pequena: 40x15",
	.stop_words =
	    " a ao aos as com como da das de devo do dos e ela ele em "
	    "era essa esse esta este estou eu foi ha isso ja lhe mais "
	    "mas me meu meus minha minhas muito na nao nas no nos o "
	    "onde os ou para pela pelo por porque posso preciso quando "
	    "que quem quero se sem ser seu sua sao tem tenho um uma ",
	.alert_heads = { "O que acontece", "Como reconhecer", "O que fazer" },
	.speech = &speech,
};

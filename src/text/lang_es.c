/*
 * Spanish: what the program must know of it beside its catalogue.
 */
#include <config.h>

#include "text/lang_table.h"

#define N_(text) text

static const struct lang_spelling spellings[] = {
	{ "cion", "ción" },
	{ "sion", "sión" },
	{ "logia", "logía" },
	{ "logias", "logías" },
	{ "aria", "aría" },
	{ NULL, NULL },
};

static const char *const calls[] = { "al", "llame", "llamar", "marque",
	"número", "teléfono", "emergencias", "línea", NULL };

static const char *const presses[] = { "pulse", "y", NULL };

static const struct speech_pair pairs[] = {
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

static const struct speech_money money[] = {
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

static const struct speech_words speech = {
	.months = { "enero", "febrero", "marzo", "abril", "mayo", "junio",
	    "julio", "agosto", "septiembre", "octubre", "noviembre",
	    "diciembre" },
	.short_months = { "ene", "feb", "mar", "abr", "may", "jun", "jul",
	    "ago", "sep", "oct", "nov", "dic" },
	.date = "D de M de Y",
	.first = "primero",
	.to = "a",
	.hour = "horas",
	.minutes = "y",
	.plus = "más",
	.minus = "menos",
	.star = "asterisco",
	.slash = "barra",
	.question = "signo de pregunta",
	.marked = "marcado",
	.unmarked = "sin marcar",
	.thousands = ',',
	.calls = calls,
	.presses = presses,
	.pairs = pairs,
	.money = money,
};

SNOWBALL(spanish);

const struct lang lang_es = {
	.code = "es",
	.name = "Español",
	.voice = "es-419",
	.snowball = &snowball_spanish,
	.spellings = spellings,
	.ear = SOUND_IBERIAN,
	/* TRANSLATORS: 36 columns; said of a text that has not been
	 * translated yet into the language of the reader. */
	.only = N_("Only in Spanish for now."),
	.too_small = "Pantalla muy pequeña: 40x15",
	.stop_words =
	    " a al algo ante aqui asi con como cual cuando cuanto "
	    "cuanta de debo del desde donde e el ella ellos en era es "
	    "esa ese eso esta estan este esto estoy fue ha han hasta "
	    "hay he la las le les lo los mas me mi mis muy necesito ni "
	    "nos o otra otro para pero por porque puede puedo que "
	    "quien quiero se ser si sin sobre son soy su sus te tengo "
	    "tiene tu un una unas unos y ya yo ",
	.alert_heads = { "Qué pasa", "Cómo reconocerlo", "Qué hacer" },
	.speech = &speech,
};

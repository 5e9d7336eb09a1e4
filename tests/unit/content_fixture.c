/*
 * The content database of the tests.  Rows are written as tables of C text,
 * so that a test can say what it expects and a reader can find it here.
 */
#include <config.h>

#include "content_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "catalog/index_write.h"
#include "catalog/schema.h"
#include "ogg_fixture.h"
#include "recruiters_fixture.h"

/* One entry in one language. */
struct words {
	const char *title;
	const char *summary;
	const char *keywords;
	const char *body;
};

struct article {
	const char *slug;
	const char *topics; /* slugs, separated by blanks */
	int position;
	const char *countries; /* separated by blanks */
	const char *links;     /* slugs */
	struct words es;
	struct words en; /* no title: there is no English */
};

struct alert {
	const char *slug;
	const char *countries;
	const char *event;
	int severity; /* 1 Minor to 4 Extreme */
	const char *effective;
	const char *expires;
	const char *withdrawn_es;
	const char *withdrawn_en;
	struct words es;
	struct words en;
};

struct service {
	const char *slug;
	const char *country;
	const char *type;
	const char *phone; /* "" for none */
	const char *note_es;
	const char *note_en;
	const char *cost;
	const char *anonymous;
	const char *hours_es;
	const char *hours_en;
	struct words es;
	struct words en;
};

const struct edition content_fixture_edition = {
	.channel = "crm",
	.epoch = 1,
	.sequence = 42,
	.created = 1795219200, /* 2026-11-21 */
	.stale_after = 1795219200 + 180 * 86400,
	.expires = 1795219200 + 730 * 86400,
};

#define LONG_ES                                                              \
	"Nadie puede cobrarle por darle un empleo. Los gastos de "           \
	"contratación los paga la empresa, no usted.\n\n"                   \
	"## Qué gastos paga la empresa\n\n"                                 \
	"- La agencia o el **reclutador**\n"                                 \
	"- El examen médico y la visa\n"                                    \
	"- El pasaje de ida, y el de vuelta al terminar\n"                   \
	"- El uniforme y las herramientas\n\n"                               \
	"Si ya pagó, guarde el recibo. Puede pedir que le devuelvan su "    \
	"dinero: vea «Si algo sale mal».\n\n"                              \
	"## Cuándo le pueden pedir dinero\n\n"                              \
	"Hay gastos que son suyos, como su comida en casa o su propio "      \
	"teléfono. **Nunca** pague para apartar un cupo. Nunca pague por "  \
	"llenar una solicitud. Nunca deje su pasaporte como garantía.\n\n"  \
	"Si le piden dinero, pregunte tres cosas: para qué es, quién lo "  \
	"recibe y si le dan recibo. Una empresa seria contesta por "         \
	"escrito.\n\n"                                                       \
	"## Si ya le pidieron dinero\n\n"                                   \
	"1. No pague, ni una parte de lo que le piden\n"                     \
	"2. Anote quién se lo pidió, y el día\n"                            \
	"3. Guarde los mensajes y cada recibo\n"                             \
	"4. Pida consejo en su consulado\n"                                  \
	"5. Denuncie a quien le cobró\n\n"                                  \
	"## Si se lo descuentan del salario\n\n"                             \
	"Un descuento es también un cobro. Pida que cada descuento esté "  \
	"escrito en su boleta de pago. Compare lo que dice el contrato con " \
	"lo que recibe. Si no es lo mismo, anote la fecha y las horas que "  \
	"trabajó cada día.\n\n"                                            \
	"Guarde una copia fuera de su casa, o una foto en el teléfono de "  \
	"una persona de confianza.\n\n"                                      \
	"## Adónde ir\n\n"                                                  \
	"Llame al 900 000 0001. La llamada es gratis y no le piden su "      \
	"nombre. También puede ir al consulado de su país. Lleve los "     \
	"recibos, el contrato y los mensajes que le mandaron.\n\n"           \
	"## Lo que no debe temer\n\n"                                        \
	"Quejarse no es un delito. Usted no pierde su permiso por pedir lo " \
	"que es suyo. Si le amenazan, dígalo también cuando llame."

#define LONG_EN                                                             \
	"Nobody may charge you for giving you a job. The company pays the " \
	"costs of recruitment, not you.\n\n"                                \
	"## What the company pays\n\n"                                      \
	"- The agency or the **recruiter**\n"                               \
	"- The medical examination and the visa\n"                          \
	"- The journey there, and back at the end\n"                        \
	"- Uniform and tools\n\n"                                           \
	"If you have paid already, keep the receipt. You may ask for your " \
	"money back.\n\n"                                                   \
	"## If they asked you for money\n\n"                               \
	"1. Do not pay, not even a part of it\n"                            \
	"2. Write down who asked, and the day\n"                            \
	"3. Keep the messages and every receipt\n"                          \
	"4. Ask your consulate what to do\n\n"                             \
	"## Where to go\n\n"                                                \
	"Call 900 000 0001. The call is free and nobody asks your name."

static const struct {
	const char *slug;
	int parent;
	int position;
	int sensitive;
	const char *title_es, *summary_es, *title_en, *summary_en;
} topics[] = {
	{ "rights", 0, 1, 0, "Mis derechos al buscar trabajo",
	    "Contratos, pagos, pasaporte", "My rights when looking for work",
	    "Contracts, payments, passport" },
	{ "offer", 0, 2, 0, "¿Es verdadera esta oferta?",
	    "Preguntas cortas para saberlo", "Is this offer real?",
	    "Short questions to find out" },
	{ "training", 0, 3, 0, "Cursos y certificados",
	    "Dónde aprender y cuánto cuesta", "Courses and certificates",
	    "Where to learn and what it costs" },
	{ "recognition", 0, 4, 0, "Hacer valer lo que ya sé",
	    "Títulos, oficios, experiencia", "Using what I know already",
	    "Diplomas, trades, experience" },
	{ "costs", 1, 1, 0, "Quién paga los gastos",
	    "Agencia, visa, examen médico, pasaje", "Who pays the costs",
	    "Agency, visa, examination, journey" },
	{ "domestic", 1, 2, 1, "Trabajadoras del hogar",
	    "Descanso, día libre, habitación con llave", "Domestic workers",
	    "Rest, day off, a room with a key" },
};

static const struct article articles[] = {
	{ "you-do-not-pay", "costs", 1, "XR", "receipts contract-in-writing",
	    { "Usted no paga por trabajar",
		"Quién paga la agencia, la visa, el examen médico y el pasaje",
		"cobro comisión depósito", LONG_ES },
	    { "You do not pay to work",
		"Who pays the agency, the visa and the journey",
		"fee commission deposit", LONG_EN } },
	{ "receipts", "costs", 2, "XR", "",
	    { "Pida recibo de todo", "Qué debe decir un recibo", "factura",
		"Sin recibo no hay prueba. Pida un recibo por cada pago." },
	    { "Ask for a receipt", "What a receipt must say", "invoice",
		"Without a receipt there is no proof. Ask for one each "
		"time." } },
	{ "domestic-work", "domestic", 1, "XR CR", "rest-day",
	    { "Trabajar en una casa", "Horas, comida, habitación",
		"doméstica empleada niñera",
		"Usted tiene derecho a una habitación con llave y a comer "
		"bien." },
	    { "Working in a home", "Hours, food, room", "maid nanny",
		"You have a right to a room with a key and to good food." } },
	{ "rest-day", "domestic", 2, "XR", "",
	    { "Su día libre", "Un día de descanso cada semana", "domingo",
		"Cada semana tiene un día libre completo." },
	    { "Your day off", "One day of rest each week", "sunday",
		"Each week you have one whole day off." } },
	{ "contract-in-writing", "rights", 1, "XR", "you-do-not-pay",
	    { "Su contrato por escrito",
		"Qué debe decir, en qué idioma, qué no firmar", "firma copia",
		"Pida el contrato en su idioma **antes del viaje**. No firme "
		"hojas en blanco.\n\nEl empleador le da una copia." },
	    { "Your contract in writing", "What it must say, in which language",
		"signature copy",
		"Ask for the contract in your language **before the "
		"journey**.\n\nThe employer gives you a copy." } },
	{ "your-passport", "rights", 2, "XR", "",
	    { "Su pasaporte es suyo", "Nadie puede guardarlo sin su permiso",
		"documentos identidad",
		"Si el patrono guarda su pasaporte, pídalo por escrito." },
	    { "Your passport is yours", "Nobody may keep it", "identity",
		"If the employer keeps your passport, ask for it in "
		"writing." } },
	{ "if-something-goes-wrong", "rights", 3, "XR", "you-do-not-pay",
	    { "Si algo sale mal", "Dónde quejarse sin perder su trabajo",
		"queja denuncia abuso",
		"Anote qué pasó, cuándo y quién lo vio. Después llame." },
	    { "If something goes wrong", "Where to complain", "complaint",
		"Write down what happened, when, and who saw it." } },
	{ "wages", "rights", 4, "GT MX", "",
	    { "Salario, horas y descuentos", "Cuánto, cuándo y cómo le pagan",
		"sueldo pago horas extra",
		"El salario se paga completo y a tiempo. Un niño no trabaja." },
	    { "Wages, hours and deductions", "How much, when and how",
		"salary overtime", "Wages are paid in full and on time." } },
	{ "health", "rights", 5, "XR", "",
	    { "Accidente de trabajo", "Quién paga el hospital", "seguro lesión",
		"El empleador paga la atención de un accidente." },
	    { NULL, NULL, NULL, NULL } },
	{ "visa-h2a", "rights recognition", 9, "US GT HN MX", "",
	    { "Visa de trabajo H-2A: quién paga", "Trabajo de temporada",
		"H-2A agricultura campo",
		"La visa H-2A es para el campo. El trámite lo paga la "
		"empresa." },
	    { "H-2A work visa: who pays", "Seasonal work", "H-2A farm",
		"The H-2A visa is for farm work. The company pays." } },
	{ "ten-questions", "offer", 1, "XR", "agency-register",
	    { "Diez preguntas antes de aceptar", "Revise la oferta",
		"estafa engaño fraude",
		"¿Le piden dinero antes de empezar? Entonces no acepte." },
	    { "Ten questions before you accept", "Check the offer",
		"scam fraud", "Do they ask for money first? Say no." } },
	{ "agency-register", "offer", 2, "GT", "",
	    { "¿Está registrada la agencia?", "Cómo preguntar en el ministerio",
		"reclutador registro licencia",
		"Pregunte en el ministerio si el reclutador está registrado." },
	    { "Is the agency registered?", "How to ask the ministry",
		"recruiter register",
		"Ask the ministry about the recruiter." } },
	{ "welding", "training", 1, "HN", "certify-trade",
	    { "Soldadura básica", "Tres meses, gratis", "soldador taller",
		"El curso dura tres meses y es gratis." },
	    { "Basic welding", "Three months, free", "welder workshop",
		"The course takes three months and is free." } },
	{ "certify-trade", "recognition", 1, "XR", "",
	    { "Certificar mi oficio", "Una prueba, sin curso",
		"certificación experiencia albañil",
		"Si ya sabe el oficio, pida una prueba." },
	    { "Certify my trade", "One test, no course", "certificate skills",
		"If you know the trade already, ask for a test." } },
};

#define ALERT_ES                                                              \
	"## Cómo es el engaño\n\nDicen ser de una agencia conocida. Piden " \
	"entre 200 y 800 dólares «para apartar el cupo» y luego no "       \
	"contestan.\n\n## Cómo reconocerlo\n\n- Piden pago antes de "        \
	"firmar\n- Escriben solo por WhatsApp\n- Le dan prisa: «hoy es el "  \
	"último día»\n\n## Qué hacer\n\nNo pague. Llame al 900 000 0002."
#define ALERT_EN                                                            \
	"## How the fraud works\n\nThey say that they are a known agency. " \
	"They ask for 200 to 800 dollars.\n\n## How to recognise it\n\n"    \
	"- They want money before you sign\n- They only use WhatsApp\n\n"   \
	"## What to do\n\nDo not pay. Call 900 000 0002."

static const struct alert alerts[] = {
	{ "false-visas", "GT HN MX", "visa fraud", 4, "2026-11-01",
	    "2027-03-01", "", "",
	    { "Ofrecen visas H-2 falsas por WhatsApp",
		"Piden un depósito y desaparecen", "estafa cupo", ALERT_ES },
	    { "False H-2 visas offered on WhatsApp",
		"They ask for a deposit and vanish", "scam", ALERT_EN } },
	{ "false-agency", "SV", "false agency", 3, "2026-10-15", "2027-01-31",
	    "", "",
	    { "Una agencia que no existe", "Promete empleo en un crucero",
		"barco", ALERT_ES },
	    { "An agency that does not exist", "It promises work on a ship",
		"ship", ALERT_EN } },
	{ "phone-prize", "XR", "advance fee", 2, "2026-09-01", "2026-12-31", "",
	    "",
	    { "Le llaman para darle un premio", "Le piden sus datos",
		"premio llamada", ALERT_ES },
	    { "They call about a prize", "They want your data", "prize",
		ALERT_EN } },
	{ "old-bus", "XR", "transport", 1, "2026-05-01", "2027-05-01",
	    "La empresa ya devolvió el dinero.",
	    "The company has given the money back.",
	    { "Boletos de autobús falsos", "Ya no ocurre", "bus pasaje",
		ALERT_ES },
	    { "False bus tickets", "It no longer happens", "ticket",
		ALERT_EN } },
};

#define OFFICE "Lun a vie, 8:00-14:00", "Mon to Fri, 8:00-14:00"
#define ALWAYS "24 horas", "24 hours"

static const struct service services[] = {
	{ "gt-emergency", "GT", "emergency", "900 000 0101", "", "", "free",
	    "yes", ALWAYS,
	    { "Emergencias de Guatemala", "Policía y ambulancia", "policía",
		"" },
	    { "Emergencies in Guatemala", "Police and ambulance", "police",
		"" } },
	{ "gt-labour", "GT", "labour-inspection", "900 000 0102", "Denuncias",
	    "Complaints", "free", "no", OFFICE,
	    { "Inspección de Trabajo", "Denunciar a un empleador", "ministerio",
		"" },
	    { "Labour Inspection", "Report an employer", "ministry", "" } },
	{ "gt-ombudsman", "GT", "ombudsman", "900 000 0103", "", "", "unknown",
	    "unknown", ALWAYS,
	    { "Procuraduría de Derechos Humanos", "Defiende sus derechos",
		"pdh", "" },
	    { "Human Rights Ombudsman", "Defends your rights", "pdh", "" } },
	{ "hn-emergency", "HN", "emergency", "900 000 0201", "", "", "free",
	    "yes", ALWAYS,
	    { "Emergencias de Honduras", "Policía y ambulancia", "policía",
		"" },
	    { "Emergencies in Honduras", "Police and ambulance", "police",
		"" } },
	{ "hn-training", "HN", "training", "900 000 0202", "", "", "free", "no",
	    OFFICE, { "Instituto de Formación", "Cursos gratis", "cursos", "" },
	    { "Training Institute", "Free courses", "courses", "" } },
	{ "mx-emergency", "MX", "emergency", "900 000 0301", "", "", "free",
	    "yes", ALWAYS,
	    { "Emergencias de México", "Policía y ambulancia", "policía", "" },
	    { "Emergencies in Mexico", "Police and ambulance", "police", "" } },
	{ "mx-consulate-hn", "MX", "consulate", "900 000 0302",
	    "Atiende sin cita", "No appointment", "unknown", "unknown", OFFICE,
	    { "Consulado de Honduras en Tapachula", "Documentos y ayuda",
		"consulado", "" },
	    { "Consulate of Honduras in Tapachula", "Documents and help",
		"consulate", "" } },
	{ "mx-shelter", "MX", "shelter", "", "", "", "free", "yes", ALWAYS,
	    { "Albergue de Tapachula", "Comida y cama", "albergue", "" },
	    { "Shelter in Tapachula", "Food and bed", "shelter", "" } },
	{ "us-emergency", "US", "emergency", "900 000 0401", "", "", "free",
	    "yes", ALWAYS,
	    { "Emergencias de Estados Unidos", "Policía y ambulancia",
		"policía", "" },
	    { "Emergencies in the United States", "Police and ambulance",
		"police", "" } },
	{ "us-trafficking", "US", "trafficking", "900 000 0402", "", "", "free",
	    "yes", ALWAYS,
	    { "Línea contra la trata de personas", "Hablan español", "trata",
		"" },
	    { "Human trafficking hotline", "They speak Spanish", "trafficking",
		"" } },
	{ "xr-hotline", "XR", "hotline", "900 000 0001", "Gratis", "Free",
	    "free", "yes", ALWAYS,
	    { "Línea de la región", "Orientación en español e inglés", "ayuda",
		"" },
	    { "Hotline of the region", "Advice in Spanish and English", "help",
		"" } },
	{ "xr-legal", "XR", "legal-aid", "900 000 0002", "", "", "unknown",
	    "unknown", OFFICE,
	    { "Abogados sin costo", "Consejo legal", "abogado", "" },
	    { "Lawyers without charge", "Legal advice", "lawyer", "" } },
};

static const char rest[] =
    "INSERT INTO meta VALUES('channel','crm'),('publisher','OIM'),"
    "('licence','CC-BY-4.0'),('created','2026-11-21'),"
    "('title.es','Base regional'),('title.en','Regional base'),"
    "('notice.es','Esto orienta; no es consejo legal.'),"
    "('notice.en','');"
    "INSERT INTO source VALUES(1,'ilo-1','Principios de contratación',"
    "'OIT','https://example.org/a','2019'),(2,'crm-1','Guía regional',"
    "'CRM','https://example.org/b','2025-10-02');"
    "INSERT INTO glossary VALUES('es','reclutador','Quien busca "
    "trabajadores para una empresa.'),('es','visa','Permiso para entrar.'),"
    "('es','visa de trabajo','Permiso para entrar y trabajar.'),"
    "('es','cupo','Lugar reservado.'),"
    "('en','recruiter','Who looks for workers for a company.');"
    "INSERT INTO synonym VALUES('es','coyote','reclutador'),"
    "('es','coyote','traficante'),('es','papeles','documentos'),"
    "('es','chamba','trabajo'),('es','lana','dinero'),"
    "('es','mica','permiso de trabajo'),('en','boss','employer');";

static void
die(sqlite3 *db, const char *what)
{
	fprintf(stderr, "content fixture: %s: %s\n", what, sqlite3_errmsg(db));
	abort();
}

void
content_fixture_run(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		die(db, sql);
}

void
content_fixture_lexicon(sqlite3 *db)
{
	struct err e = { 0 };

	if (index_write(db, &e) < 0) {
		fprintf(stderr, "content fixture: %s\n", e.text);
		abort();
	}
}

void
content_fixture_sql(sqlite3 *db, const char *format, ...)
{
	va_list args;
	char *sql = NULL;

	va_start(args, format);
	sql = sqlite3_vmprintf(format, args);
	va_end(args);
	if (sql == NULL)
		abort();
	content_fixture_run(db, sql);
	sqlite3_free(sql);
}

/* The next word of a list separated by blanks, or NULL. */
static char *
next_word(const char **list)
{
	size_t len = 0;
	char *word = NULL;

	*list += strspn(*list, " ");
	len = strcspn(*list, " ");
	if (len == 0)
		return NULL;
	word = strndup(*list, len);
	if (word == NULL)
		abort();
	*list += len;
	return word;
}

static void
add_countries(sqlite3 *db, int id, const char *list)
{
	char *word = NULL;

	while ((word = next_word(&list)) != NULL) {
		content_fixture_sql(db, "INSERT INTO entry_country VALUES(%d,%Q)", id, word);
		free(word);
	}
}

static void
add_words(sqlite3 *db, int id, const char *lang, const struct words *w,
    const char *withdrawn)
{
	if (w->title == NULL)
		return;
	content_fixture_sql(db,
	    "INSERT INTO text VALUES(%d,%Q,%Q,%Q,%Q,1,%d)", id, lang,
	    w->title, w->summary, withdrawn, strcmp(lang, "es") != 0);
	if (w->body[0] != '\0')
		content_fixture_sql(db, "INSERT INTO body VALUES(%d,%d,%Q,%Q)",
		    (int)schema_text_id(schema_language_number(lang), id), id,
		    lang, w->body);
	content_fixture_sql(db,
	    "INSERT INTO indexed VALUES(%Q,%d,%Q,%Q,%Q,%Q)",
	    lang, id, w->title, w->keywords, w->summary, w->body);
}

static void
add_entry(sqlite3 *db, int id, const char *slug, const char *kind)
{
	content_fixture_sql(db,
	    "INSERT INTO entry VALUES(%d,%Q,%Q,'checked','high',"
	    "'2026-11-21','2027-05-21')",
	    id, slug, kind);
	content_fixture_sql(db,
	    "INSERT INTO entry_source VALUES(%d,1,1),(%d,2,2)", id, id);
	content_fixture_sql(db,
	    "INSERT INTO entry_fact VALUES(%d,'XR-01'),(%d,'XR-04')", id,
	    id);
}

static void
add_article(sqlite3 *db, int id, const struct article *x)
{
	const char *list = x->topics;
	char *word = NULL;

	add_entry(db, id, x->slug, "article");
	add_countries(db, id, x->countries);
	add_words(db, id, "es", &x->es, "");
	add_words(db, id, "en", &x->en, "");
	while ((word = next_word(&list)) != NULL) {
		content_fixture_sql(db,
		    "INSERT INTO entry_topic SELECT id,%d,%d FROM topic"
		    " WHERE slug=%Q",
		    x->position, id, word);
		free(word);
	}
}

static void
add_links(sqlite3 *db, const struct article *x)
{
	const char *list = x->links;
	char *word = NULL;
	int position = 1;

	while ((word = next_word(&list)) != NULL) {
		content_fixture_sql(db,
		    "INSERT INTO link SELECT a.id,%d,b.id FROM entry a,"
		    " entry b WHERE a.slug=%Q AND b.slug=%Q",
		    position++, x->slug, word);
		free(word);
	}
}

static void
add_alert(sqlite3 *db, int id, const struct alert *x)
{
	add_entry(db, id, x->slug, "alert");
	add_countries(db, id, x->countries);
	add_words(db, id, "es", &x->es, x->withdrawn_es);
	add_words(db, id, "en", &x->en, x->withdrawn_en);
	content_fixture_sql(db,
	    "INSERT INTO alert VALUES(%d,%Q,%d,'Immediate','Observed',"
	    "%Q,%Q)",
	    id, x->event, x->severity, x->effective, x->expires);
}

static void
add_service(sqlite3 *db, int id, int position, const struct service *x)
{
	add_entry(db, id, x->slug, "service");
	add_countries(db, id, x->country);
	add_words(db, id, "es", &x->es, "");
	add_words(db, id, "en", &x->en, "");
	content_fixture_sql(db,
	    "INSERT INTO service VALUES(%d,%Q,%Q,'es en',%Q,%Q,"
	    "'https://example.org/s','2026-10-02',%d)",
	    id, x->type, x->country, x->cost, x->anonymous, position);
	content_fixture_sql(db,
	    "INSERT INTO service_text VALUES(%d,'es',%Q,'Todas las "
	    "personas'),(%d,'en',%Q,'Everybody')",
	    id, x->hours_es, id, x->hours_en);
	if (x->phone[0] == '\0')
		return;
	content_fixture_sql(db, "INSERT INTO phone VALUES(%d,1,%Q)",
	    id, x->phone);
	if (x->note_es[0] != '\0')
		content_fixture_sql(db,
		    "INSERT INTO phone_text VALUES"
		    "(%d,1,'es',%Q),(%d,1,'en',%Q)",
		    id, x->note_es, id, x->note_en);
}

static void
add_topics(sqlite3 *db)
{
	for (size_t i = 0; i < COUNT_OF(topics); i++) {
		int id = (int)i + 1;

		content_fixture_sql(db,
		    "INSERT INTO topic VALUES(%d,%Q,%d,%d,%d)", id,
		    topics[i].slug, topics[i].parent, topics[i].position,
		    topics[i].sensitive);
		content_fixture_sql(db,
		    "INSERT INTO topic_text VALUES(%d,'es',%Q,%Q),"
		    "(%d,'en',%Q,%Q)",
		    id, topics[i].title_es, topics[i].summary_es, id,
		    topics[i].title_en, topics[i].summary_en);
	}
}

sqlite3 *
content_fixture(void)
{
	sqlite3 *db = NULL;
	struct err e = { 0 };
	int id = 0;

	if (sqlite3_open(":memory:", &db) != SQLITE_OK)
		die(db, "open");
	/* As database_open_image() does: nothing keeps what was searched. */
	sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0);
	/* The page is as large as an image's block. */
	content_fixture_sql(db,
	    "PRAGMA page_size = 16384; PRAGMA user_version = %d",
	    SCHEMA_VERSION);
	if (schema_create(db, &e) < 0)
		die(db, e.text);
	content_fixture_run(db, "BEGIN");
	add_topics(db);
	for (size_t i = 0; i < COUNT_OF(articles); i++)
		add_article(db, ++id, &articles[i]);
	for (size_t i = 0; i < COUNT_OF(articles); i++)
		add_links(db, &articles[i]);
	for (size_t i = 0; i < COUNT_OF(alerts); i++)
		add_alert(db, ++id, &alerts[i]);
	for (size_t i = 0; i < COUNT_OF(services); i++)
		add_service(db, ++id, (int)i + 1, &services[i]);
	content_checks(db, ++id);
	content_fixture_run(db, rest);
	content_fixture_run(db, "COMMIT");
	content_fixture_lexicon(db);
	return db;
}

static struct catalog *
catalog_of(sqlite3 *db)
{
	struct catalog *c = catalog_new();
	struct err e = { 0 };

	if (catalog_add(c, db, &content_fixture_edition, &e) < 0) {
		fprintf(stderr, "content fixture: %s\n", e.text);
		abort();
	}
	return c;
}

struct catalog *
content_fixture_catalog(void)
{
	return catalog_of(content_fixture());
}

sqlite3 *
content_fixture_full(void)
{
	sqlite3 *db = content_fixture();

	content_fixture_course(db);
	content_fixture_rumours(db);
	recruiters_fixture(db);
	content_fees(db);
	ogg_fixture_recordings(db);
	return db;
}

struct catalog *
content_fixture_full_catalog(void)
{
	return catalog_of(content_fixture_full());
}

/*
 * The check of the content fixture: five questions about an offer, in
 * Spanish and English, and in French that awaits its reader.
 */
#include <config.h>

#include "content_fixture.h"

#include "base/compiler.h"

#define RED_FROM 4

struct question {
	int weight; /* 0 caution, 1 serious, 2 stop */
	int danger; /* 1 yes, 2 no */
	const char *es[6]; /* question, example, reason, label, brief, way */
	const char *en[6];
};

static const struct question questions[] = {
	{ 2, 1,
	    { "¿Le piden dinero antes de empezar a trabajar?",
		"Por ejemplo: depósito, examen médico, visa, uniforme.",
		"Nadie puede cobrarle por darle un empleo.",
		"Piden dinero antes de trabajar", "Cobrar está prohibido",
		"No pague y pregunte en el ministerio." },
	    { "Do they ask for money before you start to work?",
		"For example: deposit, medical exam, visa, uniform.",
		"Nobody may charge you for giving you a job.",
		"They ask for money before work", "Charging is forbidden",
		"Do not pay, and ask the ministry." } },
	{ 2, 1,
	    { "¿Quieren guardar su pasaporte?", "",
		"Sus documentos son suyos.", "Quieren guardar su pasaporte",
		"Es suyo", "Entregue una copia." },
	    { "Do they want to keep your passport?", "",
		"Your papers are yours.", "They want to keep your passport",
		"It is yours", "Give a copy." } },
	{ 1, 2,
	    { "¿Tiene su contrato por escrito?", "",
		"El contrato se entrega antes del viaje.",
		"Contrato por escrito", "Debe darlo antes del viaje",
		"Pida el contrato y léalo con calma." },
	    { "Do you have your contract in writing?", "",
		"The contract comes before the trip.", "Contract in writing",
		"It must come before", "Ask for it and read it calmly." } },
	{ 1, 1,
	    { "¿Solo se comunican por WhatsApp?", "",
		"Un trabajo serio tiene dirección.",
		"Solo se comunican por WhatsApp", "Debe tener oficina",
		"Pida la dirección y llame." },
	    { "Do they write only by WhatsApp?", "",
		"A serious job has an address.", "Only by WhatsApp",
		"It must have an office", "Ask for the address and call." } },
	{ 0, 1,
	    { "¿Le dan prisa?", "", "Una oferta real puede esperar.",
		"Le dan prisa", "Puede esperar", "Pida unos días." },
	    { "Do they rush you?", "", "A real offer can wait.",
		"They rush you", "It can wait", "Ask for a few days." } },
};

struct outcome {
	const char *read; /* slug */
	const char *es[5]; /* title, title of one, text, steps */
	const char *en[5];
};

static const struct outcome outcomes[] = {
	{ "ten-questions",
	    { "NO VIMOS SEÑALES DE ENGAÑO", "",
		"Aun así, compruebe la empresa.", "Guarde copia de todo.",
		"Anote los teléfonos." },
	    { "WE SAW NO SIGNS OF FRAUD", "", "Even so, check the company.",
		"Keep a copy of everything.", "Write the numbers down." } },
	{ "ten-questions",
	    { "CUIDADO", "", "Falta comprobar cosas importantes.",
		"Pregunte lo que falta.", "Repita estas preguntas." },
	    { "BE CAREFUL", "", "Important things must be checked.",
		"Ask what is missing.", "Repeat these questions." } },
	{ "if-something-goes-wrong",
	    { "HAY {n} SEÑALES DE ENGAÑO", "HAY 1 SEÑAL DE ENGAÑO",
		"No pague y no entregue su pasaporte.",
		"Corte el contacto y guarde los mensajes.",
		"Denuncie: vea los teléfonos." },
	    { "THERE ARE {n} SIGNS OF FRAUD", "THERE IS 1 SIGN OF FRAUD",
		"Do not pay, and hand over no passport.",
		"Cut the contact and keep the messages.",
		"Report it: see the telephones." } },
};

/* French says what English does: it is there to be marked. */
static const struct {
	const char *code;
	bool spanish;
} langs[] = { { "es", true }, { "en", false }, { "fr", false } };

static const struct {
	const char *fact, *country, *es, *en;
} laws[] = {
	{ "XR-01", "XR", "Convenio inventado, art. 7",
	    "Invented convention, art. 7" },
	{ "GT-01", "GT", "Ley inventada 50", "Invented law 50" },
	{ "US-01", "US", "1 XYZ 234", "1 XYZ 234" },
};

static void
add_basis(sqlite3 *db, int id, int question)
{
	for (size_t i = 0; i < COUNT_OF(laws); i++) {
		int at = (int)i + 1;

		content_fixture_sql(db,
		    "INSERT INTO check_basis VALUES(%d,%d,%d,%Q,0,%Q)", id,
		    question, at, laws[i].fact, laws[i].country);
		content_fixture_sql(db,
		    "INSERT INTO check_law VALUES(%d,%d,%d,'es',%Q),"
		    "(%d,%d,%d,'en',%Q)",
		    id, question, at, laws[i].es, id, question, at,
		    laws[i].en);
	}
}

/* Whom to call, in the order of the outcome. */
static const char *const services[] = { "gt-labour", "gt-ombudsman",
	"us-trafficking", "mx-consulate-hn" };

static void
add_questions(sqlite3 *db, int id)
{
	for (size_t i = 0; i < COUNT_OF(questions); i++) {
		const struct question *q = &questions[i];
		int at = (int)i + 1;

		content_fixture_sql(db,
		    "INSERT INTO check_question VALUES(%d,%d,'fx.q%d',%d,%d)",
		    id, at, at, q->weight, q->danger);
		add_basis(db, id, at);
		for (size_t n = 0; n < COUNT_OF(langs); n++) {
			const char *const *t =
			    langs[n].spanish ? q->es : q->en;

			content_fixture_sql(db,
			    "INSERT INTO check_question_text VALUES"
			    "(%d,%d,%Q,%Q,%Q,%Q,%Q,%Q,%Q)",
			    id, at, langs[n].code, t[0], t[1], t[2], t[3],
			    t[4], t[5]);
		}
	}
	content_fixture_sql(db,
	    "INSERT INTO check_exception VALUES"
	    "(%d,1,1,'es','El pasaporte lo paga usted en la oficina.'),"
	    "(%d,1,1,'en','You pay for your passport at the office.'),"
	    "(%d,1,1,'fr','You pay for your passport at the office.')",
	    id, id, id);
}

static void
add_outcomes(sqlite3 *db, int id)
{
	for (size_t i = 0; i < COUNT_OF(outcomes); i++) {
		const struct outcome *o = &outcomes[i];

		content_fixture_sql(db,
		    "INSERT INTO check_outcome SELECT %d,%d,id FROM entry"
		    " WHERE slug=%Q",
		    id, (int)i, o->read);
		for (size_t n = 0; n < COUNT_OF(services); n++)
			content_fixture_sql(db,
			    "INSERT INTO check_service SELECT %d,%d,%d,id"
			    " FROM entry WHERE slug=%Q",
			    id, (int)i, (int)n + 1, services[n]);
		for (size_t n = 0; n < COUNT_OF(langs); n++) {
			const char *const *t =
			    langs[n].spanish ? o->es : o->en;

			content_fixture_sql(db,
			    "INSERT INTO check_outcome_text VALUES"
			    "(%d,%d,%Q,%Q,%Q,%Q)",
			    id, (int)i, langs[n].code, t[0], t[1], t[2]);
			content_fixture_sql(db,
			    "INSERT INTO check_step VALUES(%d,%d,1,%Q,%Q),"
			    "(%d,%d,2,%Q,%Q)",
			    id, (int)i, langs[n].code, t[3], id, (int)i,
			    langs[n].code, t[4]);
		}
	}
}

static const char texts[] =
    "INSERT INTO text VALUES"
    "(%d,'es','¿Es verdadera esta oferta?','5 preguntas cortas','',1,0),"
    "(%d,'en','Is this job offer real?','5 short questions','',1,1),"
    "(%d,'fr','Offre vraie ?','5 questions','',1,1)";

void
content_checks(sqlite3 *db, int id)
{
	content_fixture_sql(db,
	    "INSERT INTO entry VALUES(%d,'offer-check','check','checked',"
	    "'high','2026-11-21','2027-05-21')", id);
	content_fixture_sql(db, "INSERT INTO entry_source VALUES(%d,1,1)", id);
	content_fixture_sql(db, "INSERT INTO entry_country VALUES(%d,'XR')",
	    id);
	content_fixture_sql(db,
	    "INSERT INTO entry_topic SELECT id,0,%d FROM topic"
	    " WHERE slug='offer'", id);
	content_fixture_sql(db, "INSERT INTO check_form VALUES(%d,%d,'fr')",
	    id, RED_FROM);
	content_fixture_sql(db, texts, id, id, id);
	add_questions(db, id);
	add_outcomes(db, id);
}

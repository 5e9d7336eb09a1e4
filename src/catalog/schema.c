/*
 * The schema of the content database, and the check that a database carries
 * it and nothing else.
 */
#include <config.h>

#include "catalog/schema.h"

#include <stddef.h>
#include <string.h>

#include "image/database.h"
#include "text/lang.h"

#define TEXTS_OF_LANGUAGE (1 << 20) /* more than an index has entries */

static const char entries[] =
    /* key: channel, publisher, title.LANG, notice.LANG, licence, created */
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)"
    " WITHOUT ROWID;"
    "CREATE TABLE topic(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE,"
    " parent INTEGER NOT NULL, position INTEGER NOT NULL,"
    " sensitive INTEGER NOT NULL);"
    "CREATE TABLE topic_text(topic INTEGER NOT NULL, lang TEXT NOT NULL,"
    " title TEXT NOT NULL, summary TEXT NOT NULL,"
    " PRIMARY KEY(topic, lang)) WITHOUT ROWID;"
    /* kind: as entry_kind_name(); dates as ISO 8601 text */
    "CREATE TABLE entry(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE,"
    " kind TEXT NOT NULL, status TEXT NOT NULL, confidence TEXT NOT NULL,"
    " reviewed TEXT NOT NULL, review_by TEXT NOT NULL);"
    "CREATE INDEX entry_kind ON entry(kind);"
    "CREATE TABLE entry_topic(topic INTEGER NOT NULL,"
    " position INTEGER NOT NULL, entry INTEGER NOT NULL,"
    " PRIMARY KEY(topic, position, entry)) WITHOUT ROWID;"
    "CREATE TABLE entry_country(entry INTEGER NOT NULL,"
    " country TEXT NOT NULL, PRIMARY KEY(entry, country)) WITHOUT ROWID;"
    "CREATE INDEX entry_country_country ON entry_country(country);"
    "CREATE TABLE entry_fact(entry INTEGER NOT NULL, fact TEXT NOT NULL,"
    " PRIMARY KEY(entry, fact)) WITHOUT ROWID;"
    /* translates: revision of the original; 0 in the original itself */
    "CREATE TABLE text(entry INTEGER NOT NULL, lang TEXT NOT NULL,"
    " title TEXT NOT NULL, summary TEXT NOT NULL, withdrawn TEXT NOT NULL,"
    " revision INTEGER NOT NULL, translates INTEGER NOT NULL,"
    " PRIMARY KEY(entry, lang)) WITHOUT ROWID;"
    /* id: schema_text_id() */
    "CREATE TABLE body(id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,"
    " lang TEXT NOT NULL, markdown TEXT NOT NULL);"
    /* CAP 1.2: severity 1 Minor, 2 Moderate, 3 Severe, 4 Extreme */
    "CREATE TABLE alert(entry INTEGER PRIMARY KEY, event TEXT NOT NULL,"
    " severity INTEGER NOT NULL, urgency TEXT NOT NULL,"
    " certainty TEXT NOT NULL, effective TEXT NOT NULL,"
    " expires TEXT NOT NULL);"
    /* ids, in whatever channel, that the alert takes from the reader */
    "CREATE TABLE withdraws(slug TEXT NOT NULL, entry INTEGER NOT NULL,"
    " PRIMARY KEY(slug, entry)) WITHOUT ROWID;"
    /* Open Referral HSDS; cost: free, unknown, paid */
    "CREATE TABLE service(entry INTEGER PRIMARY KEY, type TEXT NOT NULL,"
    " country TEXT NOT NULL, languages TEXT NOT NULL, cost TEXT NOT NULL,"
    " anonymous TEXT NOT NULL, url TEXT NOT NULL, checked TEXT NOT NULL,"
    " position INTEGER NOT NULL);"
    "CREATE INDEX service_country ON service(country, position);"
    "CREATE TABLE service_text(entry INTEGER NOT NULL, lang TEXT NOT NULL,"
    " hours TEXT NOT NULL, eligibility TEXT NOT NULL,"
    " PRIMARY KEY(entry, lang)) WITHOUT ROWID;"
    "CREATE TABLE phone(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, number TEXT NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    "CREATE TABLE phone_text(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, lang TEXT NOT NULL, note TEXT NOT NULL,"
    " PRIMARY KEY(entry, position, lang)) WITHOUT ROWID;"
    "CREATE TABLE source(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE,"
    " title TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL,"
    " date TEXT NOT NULL);"
    "CREATE TABLE entry_source(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, source INTEGER NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    "CREATE TABLE link(entry INTEGER NOT NULL, position INTEGER NOT NULL,"
    " target INTEGER NOT NULL, PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    "CREATE TABLE glossary(lang TEXT NOT NULL, term TEXT NOT NULL,"
    " explanation TEXT NOT NULL, PRIMARY KEY(lang, term)) WITHOUT ROWID;"
    /* what people say -> the word that the content uses */
    "CREATE TABLE synonym(lang TEXT NOT NULL, word TEXT NOT NULL,"
    " formal TEXT NOT NULL, PRIMARY KEY(lang, word, formal)) WITHOUT ROWID;";

/* The index, which follows from the texts and the synonyms. */
static const char index_tables[] =
    /* entries: of the word in most of them; last: of all their numbers */
    "CREATE TABLE index_language(lang TEXT PRIMARY KEY,"
    " entries INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID;"
    /* lexicon.h; part: of index_part; first: its first word */
    "CREATE TABLE index_lexicon(lang TEXT NOT NULL, first TEXT NOT NULL,"
    " part INTEGER NOT NULL, PRIMARY KEY(lang, first)) WITHOUT ROWID;"
    "CREATE TABLE index_part(id INTEGER PRIMARY KEY, words BLOB NOT NULL);"
    /* posting.h */
    "CREATE TABLE index_list(id INTEGER PRIMARY KEY,"
    " entries BLOB NOT NULL);"
    /* what a list of results shows; id: schema_text_id() */
    "CREATE TABLE index_head(id INTEGER PRIMARY KEY, kind TEXT NOT NULL,"
    " slug TEXT NOT NULL, title TEXT NOT NULL);";

/* What an index is made of (index_write.h): never in a file. */
static const char index_source[] =
    "CREATE TEMP TABLE indexed(lang TEXT NOT NULL, entry INTEGER NOT NULL,"
    " title TEXT NOT NULL, keywords TEXT NOT NULL, summary TEXT NOT NULL,"
    " body TEXT NOT NULL);";

/* Courses, and quizzes of any kind of entry. */
static const char courses[] =
    /* tool: what of the kiosk follows it: cv, or nothing */
    "CREATE TABLE course(entry INTEGER PRIMARY KEY,"
    " minutes INTEGER NOT NULL, tool TEXT NOT NULL);"
    "CREATE TABLE lesson(entry INTEGER NOT NULL, lang TEXT NOT NULL,"
    " position INTEGER NOT NULL, title TEXT NOT NULL,"
    " markdown TEXT NOT NULL, PRIMARY KEY(entry, lang, position))"
    " WITHOUT ROWID;"
    /* any kind of entry may have cards; correct: number of an answer */
    "CREATE TABLE quiz_card(entry INTEGER NOT NULL, lang TEXT NOT NULL,"
    " position INTEGER NOT NULL, question TEXT NOT NULL,"
    " correct INTEGER NOT NULL, why TEXT NOT NULL,"
    " PRIMARY KEY(entry, lang, position)) WITHOUT ROWID;"
    "CREATE TABLE quiz_answer(entry INTEGER NOT NULL, lang TEXT NOT NULL,"
    " position INTEGER NOT NULL, number INTEGER NOT NULL,"
    " answer TEXT NOT NULL, PRIMARY KEY(entry, lang, position, number))"
    " WITHOUT ROWID;";

/* Registers of recruiters. */
static const char recruiters[] =
    /* standing: licensed, suspended, cancelled, never-licensed, warned;
     * number: the licence as it is compared; valid_until: '' not told */
    "CREATE TABLE recruiter(entry INTEGER PRIMARY KEY,"
    " country TEXT NOT NULL, licence TEXT NOT NULL, number TEXT NOT NULL,"
    " standing TEXT NOT NULL, valid_until TEXT NOT NULL,"
    " url TEXT NOT NULL);"
    "CREATE INDEX recruiter_country ON recruiter(country);"
    /* position 1: its name, then others; words: name_words() of it */
    "CREATE TABLE recruiter_name(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    "CREATE TABLE recruiter_order(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, job_order TEXT NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;";

/* Options, and what stands around them. */
static const char options[] =
    /* duration, duration_max: ISO 8601, '' to ask; cost: free, paid, ask;
     * price in minor units of the currency */
    "CREATE TABLE option(entry INTEGER PRIMARY KEY, type TEXT NOT NULL,"
    " country TEXT NOT NULL, place TEXT NOT NULL,"
    " institution TEXT NOT NULL, sectors TEXT NOT NULL,"
    " audience TEXT NOT NULL, modality TEXT NOT NULL,"
    " duration TEXT NOT NULL, duration_max TEXT NOT NULL,"
    " cost TEXT NOT NULL, price INTEGER NOT NULL,"
    " price_max INTEGER NOT NULL, currency TEXT NOT NULL,"
    " valid_in TEXT NOT NULL, url TEXT NOT NULL);"
    /* steps, documents, support: one item on each line */
    "CREATE TABLE option_text(entry INTEGER NOT NULL, lang TEXT NOT NULL,"
    " cost_note TEXT NOT NULL, schedule TEXT NOT NULL,"
    " admits TEXT NOT NULL, gives TEXT NOT NULL, steps TEXT NOT NULL,"
    " documents TEXT NOT NULL, support TEXT NOT NULL,"
    " PRIMARY KEY(entry, lang)) WITHOUT ROWID;"
    /* ISCO-08 */
    "CREATE TABLE option_occupation(isco TEXT NOT NULL,"
    " entry INTEGER NOT NULL, PRIMARY KEY(isco, entry)) WITHOUT ROWID;"
    "CREATE TABLE index_option(id INTEGER PRIMARY KEY,"
    " option INTEGER NOT NULL UNIQUE);"
    "CREATE TABLE index_facet(facet INTEGER NOT NULL, value TEXT NOT NULL,"
    " options BLOB NOT NULL, PRIMARY KEY(facet, value));"
    "CREATE TABLE occupation(entry INTEGER PRIMARY KEY,"
    " isco TEXT NOT NULL);"
    "CREATE TABLE occupation_text(entry INTEGER NOT NULL,"
    " lang TEXT NOT NULL, demand TEXT NOT NULL,"
    " PRIMARY KEY(entry, lang)) WITHOUT ROWID;"
    "CREATE TABLE occupation_option(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, target INTEGER NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    /* status: in-force, signed, ended, unknown */
    "CREATE TABLE agreement(entry INTEGER PRIMARY KEY, type TEXT NOT NULL,"
    " status TEXT NOT NULL, since TEXT NOT NULL);"
    "CREATE TABLE agreement_party(entry INTEGER NOT NULL,"
    " side TEXT NOT NULL, country TEXT NOT NULL,"
    " PRIMARY KEY(entry, side, country)) WITHOUT ROWID;"
    "CREATE INDEX agreement_party_country ON agreement_party(country);"
    /* status: ratified, signed, none, unknown */
    "CREATE TABLE convention_country(entry INTEGER NOT NULL,"
    " country TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL,"
    " PRIMARY KEY(entry, country)) WITHOUT ROWID;"
    "CREATE INDEX convention_country_country"
    " ON convention_country(country);";

/* Checks. */
static const char checks[] =
    /* answers: risk from which they are red; langs no speaker has read */
    "CREATE TABLE check_form(entry INTEGER PRIMARY KEY,"
    " red_from INTEGER NOT NULL, awaiting TEXT NOT NULL);"
    /* weight 0 caution, 1 serious, 2 stop; danger 1 yes, 2 no */
    "CREATE TABLE check_question(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, name TEXT NOT NULL,"
    " weight INTEGER NOT NULL, danger INTEGER NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    "CREATE TABLE check_question_text(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, lang TEXT NOT NULL,"
    " question TEXT NOT NULL, example TEXT NOT NULL, reason TEXT NOT NULL,"
    " label TEXT NOT NULL, brief TEXT NOT NULL, way TEXT NOT NULL,"
    " PRIMARY KEY(entry, position, lang)) WITHOUT ROWID;"
    "CREATE TABLE check_exception(entry INTEGER NOT NULL,"
    " question INTEGER NOT NULL, position INTEGER NOT NULL,"
    " lang TEXT NOT NULL, exception TEXT NOT NULL,"
    " PRIMARY KEY(entry, question, position, lang)) WITHOUT ROWID;"
    /* fact: of a law, or (fraud 1) of an alert */
    "CREATE TABLE check_basis(entry INTEGER NOT NULL,"
    " question INTEGER NOT NULL, position INTEGER NOT NULL,"
    " fact TEXT NOT NULL, fraud INTEGER NOT NULL, country TEXT NOT NULL,"
    " PRIMARY KEY(entry, question, position)) WITHOUT ROWID;"
    /* how the law of a basis is cited */
    "CREATE TABLE check_law(entry INTEGER NOT NULL,"
    " question INTEGER NOT NULL, position INTEGER NOT NULL,"
    " lang TEXT NOT NULL, law TEXT NOT NULL,"
    " PRIMARY KEY(entry, question, position, lang)) WITHOUT ROWID;"
    /* outcome 0 green, 1 yellow, 2 red; target: what to read, or 0 */
    "CREATE TABLE check_outcome(entry INTEGER NOT NULL,"
    " outcome INTEGER NOT NULL, target INTEGER NOT NULL,"
    " PRIMARY KEY(entry, outcome)) WITHOUT ROWID;"
    "CREATE TABLE check_outcome_text(entry INTEGER NOT NULL,"
    " outcome INTEGER NOT NULL, lang TEXT NOT NULL, title TEXT NOT NULL,"
    " title_one TEXT NOT NULL, summary TEXT NOT NULL,"
    " PRIMARY KEY(entry, outcome, lang)) WITHOUT ROWID;"
    "CREATE TABLE check_step(entry INTEGER NOT NULL,"
    " outcome INTEGER NOT NULL, position INTEGER NOT NULL,"
    " lang TEXT NOT NULL, step TEXT NOT NULL,"
    " PRIMARY KEY(entry, outcome, position, lang)) WITHOUT ROWID;"
    "CREATE TABLE check_service(entry INTEGER NOT NULL,"
    " outcome INTEGER NOT NULL, position INTEGER NOT NULL,"
    " target INTEGER NOT NULL,"
    " PRIMARY KEY(entry, outcome, position)) WITHOUT ROWID;";

/* What may be charged. */
static const char fees[] =
    /* from ORIGIN to WORK, "XR" any; item, payer, covers and per as fee.h
     * names them; ceiling in minor units of the currency, -1 for none;
     * country: whose law it is */
    "CREATE TABLE fee(id INTEGER PRIMARY KEY, origin TEXT NOT NULL,"
    " work TEXT NOT NULL, item TEXT NOT NULL, payer TEXT NOT NULL,"
    " covers TEXT NOT NULL, ceiling INTEGER NOT NULL,"
    " currency TEXT NOT NULL, per TEXT NOT NULL, country TEXT NOT NULL,"
    " reviewed TEXT NOT NULL);"
    "CREATE TABLE fee_text(fee INTEGER NOT NULL, lang TEXT NOT NULL,"
    " law TEXT NOT NULL, note TEXT NOT NULL,"
    " PRIMARY KEY(fee, lang)) WITHOUT ROWID;"
    "CREATE TABLE fee_source(fee INTEGER NOT NULL,"
    " position INTEGER NOT NULL, source INTEGER NOT NULL,"
    " PRIMARY KEY(fee, position)) WITHOUT ROWID;";

/* Entries as somebody reads them aloud.  The last table, so that its pages
 * stand behind those of all others. */
static const char recordings[] =
    /* id: schema_text_id(); sound: ogg_opus.h; ms: how long it takes */
    "CREATE TABLE recording(id INTEGER PRIMARY KEY,"
    " entry INTEGER NOT NULL, lang TEXT NOT NULL, ms INTEGER NOT NULL,"
    " sound BLOB NOT NULL);";

/* In parts that no compiler finds too long. */
static const char *const parts[] = { entries, index_tables, courses,
	recruiters, options, checks, fees, recordings, index_source, NULL };

/* Of all that stands above; unit_compare says it anew. */
const struct hash schema_pin = { {
	0xdc, 0xaf, 0x7b, 0x2b, 0xc7, 0x4e, 0x3e, 0xb9,
	0x86, 0xca, 0x2e, 0xb3, 0x31, 0xc2, 0xb3, 0x59,
	0xeb, 0x00, 0xe6, 0xcc, 0x42, 0x2d, 0x7c, 0xd5,
	0x2f, 0x61, 0xe2, 0x39, 0x43, 0xbe, 0x32, 0xbf,
} };

int
schema_create(sqlite3 *db, struct err *e)
{
	for (const char *const *part = parts; *part != NULL; part++)
		if (sqlite3_exec(db, *part, NULL, NULL, NULL) != SQLITE_OK)
			return database_err(e, db, "our own schema");
	return 0;
}

int64_t
schema_text_id(size_t language, int64_t entry)
{
	return (int64_t)language * TEXTS_OF_LANGUAGE + entry;
}

const char *
schema_language(size_t number)
{
	return number < lang_count ? lang_table[number]->code : NULL;
}

size_t
schema_language_number(const char *code)
{
	size_t n = 0;

	while (n < lang_count && strcmp(lang_table[n]->code, code) != 0)
		n++;
	return n;
}

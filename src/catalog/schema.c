/*
 * The schema of the content database, and the check that a database carries
 * it and nothing else.
 */
#include <config.h>

#include "catalog/schema.h"

#include <stddef.h>
#include <string.h>

#include "image/database.h"

#define FTS(lang) \
	"CREATE VIRTUAL TABLE fts_" lang " USING fts5(title, keywords, " \
	"summary, body, content='', tokenize='unicode61 remove_diacritics 2');"

static const char entries[] =
    /* key: channel, publisher, title.LANG, notice.LANG, licence, created */
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL)"
    " WITHOUT ROWID;"
    "CREATE TABLE topic(id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE,"
    " parent INTEGER NOT NULL, position INTEGER NOT NULL);"
    "CREATE TABLE topic_text(topic INTEGER NOT NULL, lang TEXT NOT NULL,"
    " title TEXT NOT NULL, summary TEXT NOT NULL,"
    " PRIMARY KEY(topic, lang)) WITHOUT ROWID;"
    /* kind: article, alert, service, course; dates as ISO 8601 text */
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
    "CREATE TABLE body(id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,"
    " lang TEXT NOT NULL, markdown TEXT NOT NULL, UNIQUE(entry, lang));"
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
    "CREATE TABLE service_phone(entry INTEGER NOT NULL,"
    " position INTEGER NOT NULL, number TEXT NOT NULL,"
    " PRIMARY KEY(entry, position)) WITHOUT ROWID;"
    "CREATE TABLE service_phone_text(entry INTEGER NOT NULL,"
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
    " formal TEXT NOT NULL, PRIMARY KEY(lang, word, formal)) WITHOUT ROWID;"
    FTS("es") FTS("en") FTS("fr") FTS("pt") FTS("ht");

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

/* In parts that no compiler finds too long. */
static const char *const parts[] = { entries, courses, NULL };

/* Of all that stands above; unit_compare says it anew. */
const struct hash schema_pin = { {
	0x48, 0x4a, 0xe0, 0xb5, 0xe3, 0x94, 0x91, 0xdb,
	0x29, 0x37, 0xdf, 0x82, 0x9e, 0x80, 0x43, 0x4b,
	0x51, 0x61, 0x23, 0x8a, 0xa3, 0x97, 0x2c, 0x5f,
	0xf3, 0x38, 0x64, 0x06, 0xfa, 0x27, 0xcd, 0xfc,
} };

static const char *const languages[] = { "es", "en", "fr", "pt", "ht", NULL };

int
schema_create(sqlite3 *db, struct err *e)
{
	for (const char *const *part = parts; *part != NULL; part++)
		if (sqlite3_exec(db, *part, NULL, NULL, NULL) != SQLITE_OK)
			return database_err(e, db, "our own schema");
	return 0;
}

const char *const *
schema_languages(void)
{
	return languages;
}

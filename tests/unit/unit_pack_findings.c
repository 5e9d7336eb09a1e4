/*
 * pack/: every finding, each told once at its exact place in a channel that
 * is otherwise good.
 */
#include <config.h>

#include "unit.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/mem.h"
#include "pack/channel.h"
#include "pack_cases.h"
#include "pack_fixture.h"

#define ES "articles/no-fees/es.md"
#define EN "articles/no-fees/en.md"
#define ALERT "alerts/false-visa/es.md"
#define CASES_MAX 100 /* of another file */

static const struct spoilt cases[] = {
	{ "a time that is none is told",
	    "options.csv", ",P3M,", ",3 months,",
	    FINDING_BAD_PERIOD, "options.csv:2:148: ERROR: ", "3 months" },
	{ "a range that ends before it begins is told",
	    "options.csv", ",P3M,", ",P3M..P1M,",
	    FINDING_BAD_PERIOD, "options.csv:2:148: ERROR: ", "P3M..P1M" },
	{ "a price without a currency is told",
	    "options.csv", ",8500 HNL,", ",8500,",
	    FINDING_BAD_COST, "options.csv:2:170: ERROR: ", "8500" },
	{ "a currency that we do not know is told",
	    "options.csv", ",8500 HNL,", ",8500 JPY,",
	    FINDING_BAD_COST, "options.csv:2:170: ERROR: ", "8500 JPY" },
	{ "a group of occupations is no occupation",
	    "options.csv", ",7112,", ",71,",
	    FINDING_BAD_OCCUPATION, "options.csv:2:124: ERROR: ", "71" },
	{ "a step that is not translated is told",
	    "options.csv", "Ask; Take the test", "Ask",
	    FINDING_LIST_LENGTH, "options.csv:2:208: ERROR: ", "1, 2" },
	{ "a trade that is none is told",
	    "options.csv", "general computing", "general magic",
	    FINDING_BAD_CHOICE, "options.csv:3:", "magic" },
	{ "an option that nobody may enter is told",
	    "options.csv", ",anyone,", ",,",
	    FINDING_EMPTY_VALUE, "options.csv:3:", "audience" },
	{ "an option without a source is told",
	    "options.csv", ",,,crm-1,2026", ",,,,2026",
	    FINDING_NO_SOURCE, "options.csv:2:1: ERROR: ", "z-mason" },
	{ "an occupation that names no option is told",
	    "occupations.csv", ",z-online,", ",z-offline,",
	    FINDING_UNKNOWN_ENTRY, "occupations.csv:2:", "z-offline" },
	{ "an agreement of nobody is told",
	    "agreements.csv", ",CA,US,", ",,US,",
	    FINDING_EMPTY_VALUE, "agreements.csv:2:1: ERROR: ", "party_a" },
	{ "an instrument of no convention is told",
	    "instruments.csv", "z-title,MX", "z-titel,MX",
	    FINDING_UNKNOWN_ENTRY, "instruments.csv:3:1: ERROR: ", "z-titel" },
	{ "a country that stands twice is told",
	    "instruments.csv", "z-title,MX", "z-title,HN",
	    FINDING_REPEATED, "instruments.csv:3:9: ERROR: ", "HN" },
	{ "a file that belongs to no entry is unexpected",
	    "articles/no-fees/notes.txt", NULL, "x", FINDING_UNEXPECTED,
	    "articles/no-fees/notes.txt:0:0: ERROR: ", "" },
	{ "a file of another language is unexpected", "articles/no-fees/fr.md",
	    NULL, "x", FINDING_UNEXPECTED,
	    "articles/no-fees/fr.md:0:0: ERROR: ", "" },
	{ "a file among the folders of entries is unexpected",
	    "articles/stray.md", NULL, "x", FINDING_UNEXPECTED,
	    "articles/stray.md:0:0: ERROR: ", "" },
	{ "a file that nobody reads is unexpected", "Thumbs.db", NULL, "x",
	    FINDING_UNEXPECTED, "Thumbs.db:0:0: ERROR: ", "" },
	{ "an empty file is told", EN, NULL, "", FINDING_EMPTY_FILE,
	    EN ":0:0: ERROR: ", "" },
	{ "a byte order mark is told and read over", EN, "---\ntitle",
	    "\xEF\xBB\xBF---\ntitle", FINDING_BOM, EN ":1:1: WARNING: ", "" },
	{ "carriage returns are told once and read over", EN,
	    "job.\n\n## What", "job.\r\n\r\n## What", FINDING_CRLF,
	    EN ":7:1: WARNING: ", "" },
	{ "bytes that are not UTF-8 are told", EN, "Nobody may",
	    "Nobody \xE9 may", FINDING_NOT_UTF8, EN ":7:8: ERROR: ", "E9" },
	{ "a control character is told", EN, "Nobody may", "Nobody\x1b may",
	    FINDING_UNSAFE, EN ":7:7: ERROR: ", "U+001B" },
	{ "an override of direction is told", EN, "Nobody may",
	    "Nobody \xE2\x80\xAEmay", FINDING_UNSAFE, EN ":7:8: ERROR: ",
	    "U+202E" },
	{ "a wide character is told", EN, "Nobody may",
	    "Nobody \xE4\xBD\xA0 may", FINDING_WIDE, EN ":7:8: ERROR: ",
	    "U+4F60" },
	{ "a mark that stays alone is told", EN, "Nobody may",
	    "Nobodyb\xCC\x81 may", FINDING_COMBINING, EN ":7:8: ERROR: ",
	    "U+0301" },
	{ "a letter from right to left is told", EN, "Nobody may",
	    "Nobody \xD7\x90 may", FINDING_RIGHT_TO_LEFT, EN ":7:8: ERROR: ",
	    "U+05D0" },
	{ "YAML that is none is told", "topics.yaml", "position: 10",
	    "position: [10", FINDING_SYNTAX, "topics.yaml:", "" },
	{ "a second document is told", "channel.yaml", "id: channel-ok",
	    "--- {}\n---\nid: channel-ok", FINDING_SYNTAX, "channel.yaml:",
	    "" },
	{ "an open quote of a sheet is told", "sources.csv",
	    "crm-1,Regional guide", "crm-1,\"Regional guide", FINDING_SYNTAX,
	    "sources.csv:", "" },
	{ "an anchor is told", "topics.yaml", "position: 10",
	    "position: &a 10", FINDING_ALIAS, "topics.yaml:3:15: ERROR: ",
	    "" },
	{ "a topic is sensitive or not", "topics.yaml", "position: 10",
	    "position: 10\n    sensitive: perhaps", FINDING_BAD_CHOICE,
	    "topics.yaml:4:16: ERROR: ", "perhaps" },
	{ "a tag is told", "topics.yaml", "position: 10",
	    "position: !!int 10", FINDING_ALIAS, "topics.yaml:3:15: ERROR: ",
	    "" },
	{ "deep nesting is told", "channel.yaml", "P6M",
	    "[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]", FINDING_TOO_DEEP,
	    "channel.yaml:7:21: ERROR: ", "8" },
	{ "a text without keys is told", EN, NULL, "Nobody.\n",
	    FINDING_NO_FRONT_MATTER, EN ":1:1: ERROR: ", "" },
	{ "an unknown key is told", ES, "keywords:", "keyword:",
	    FINDING_UNKNOWN_KEY, ES ":4:1: ERROR: ", "keyword" },
	{ "a key that stands twice is told", ES, "position: 10",
	    "position: 10\nposition: 11", FINDING_DUPLICATE_KEY,
	    ES ":8:1: ERROR: ", "position" },
	{ "a key that is missing is told", ES, "status: draft\n", "",
	    FINDING_MISSING_KEY, ES ":2:1: ERROR: ", "status" },
	{ "a missing title is told", EN, "title: You do not pay to work\n", "",
	    FINDING_MISSING_KEY, EN ":2:1: ERROR: ", "title" },
	{ "a translation does not carry the original's keys", EN,
	    "translates: 2", "translates: 2\ntopics: [rights]",
	    FINDING_MISPLACED_KEY, EN ":6:1: ERROR: ", "topics" },
	{ "an article carries no key of alerts", ES, "position: 10",
	    "severity: Severe", FINDING_MISPLACED_KEY, ES ":7:1: ERROR: ",
	    "severity" },
	{ "a list in place of a text is told", ES,
	    "title: Usted no paga por trabajar", "title: [a, b]",
	    FINDING_NOT_TEXT, ES ":2:8: ERROR: ", "title" },
	{ "a text in place of a list is told", ES, "[rights]", "rights",
	    FINDING_NOT_LIST, ES ":6:9: ERROR: ", "topics" },
	{ "a text in place of keys is told", "topics.yaml",
	    "title: {es: Papeles, en: Papers}", "title: Papeles",
	    FINDING_NOT_MAP, "topics.yaml:9:12: ERROR: ", "title" },
	{ "a value that is empty is told", ES, "confidence: high",
	    "confidence:", FINDING_EMPTY_VALUE, ES ":15:12: ERROR: ",
	    "confidence" },
	{ "a missing column is told", "sources.csv", "id,title,publisher,url,",
	    "id,title,url,", FINDING_MISSING_COLUMN,
	    "sources.csv:1:1: ERROR: ", "publisher" },
	{ "an unknown column is told", "glossary.csv", "explanation_en",
	    "explanation_en,note", FINDING_UNKNOWN_COLUMN,
	    "glossary.csv:1:50: ERROR: ", "note" },
	{ "a column in the wrong place is told", "glossary.csv",
	    "term_es,term_en", "term_en,term_es", FINDING_COLUMN_ORDER,
	    "glossary.csv:1:4: ERROR: ", "term_en, term_es" },
	{ "a row of other length is told", "glossary.csv",
	    "Who looks for workers.", "Who looks, for workers.",
	    FINDING_ROW_LENGTH, "glossary.csv:2:1: ERROR: ", "6, 5" },
	{ "a synonym without a colon is told", "synonyms/es.txt", "coyote:",
	    "coyote", FINDING_SYNONYM_FORM, "synonyms/es.txt:2:1: ERROR: ",
	    "traficante" },
	{ "a title of 61 letters is too long", EN, "You do not pay to work",
	    "You do not pay to work, never and nowhere, whoever asks you x",
	    FINDING_TOO_LONG, EN ":2:8: ERROR: ", "title, 61 > 60" },
	{ "a text of two lines is told", EN, "You do not pay to work",
	    "|\n  one\n  two", FINDING_TWO_LINES, EN ":2:8: ERROR: ", "two" },
	{ "a fourth link is too many", ES, "[passport, gt-110]",
	    "[passport, gt-110, false-visa, x]", FINDING_TOO_MANY,
	    ES ":11:8: ERROR: ", "links, 4 > 3" },
	{ "an item that stands twice is told", ES, "[ilo-1, crm-1]",
	    "[ilo-1, ilo-1]", FINDING_REPEATED, ES ":10:18: ERROR: ",
	    "ilo-1" },
	{ "a synonym that stands twice is told", "synonyms/es.txt",
	    "traficante", "traficante\ncoyote: reclutador", FINDING_REPEATED,
	    "synonyms/es.txt:3:9: ERROR: ", "reclutador" },
	{ "a bad id is told", ES, "[ilo-1, crm-1]", "[ilo-1, CRM_1]",
	    FINDING_BAD_ID, ES ":10:18: ERROR: ", "CRM_1" },
	{ "a bad fact id is told", ES, "[XR-01, F-02]", "[XR-01, F--02]",
	    FINDING_BAD_FACT, ES ":9:16: ERROR: ", "F--02" },
	{ "a number that is none is told", ES, "position: 10",
	    "position: -1", FINDING_BAD_NUMBER, ES ":7:11: ERROR: ", "-1" },
	{ "an edition is not number 0", "channel.yaml", "sequence: 7",
	    "sequence: 0", FINDING_BAD_NUMBER, "channel.yaml:5:11: ERROR: ",
	    "0" },
	{ "a day that is none is told", ES, "reviewed: 2026-11-21",
	    "reviewed: 2026-02-30", FINDING_BAD_DATE, ES ":12:11: ERROR: ",
	    "2026-02-30" },
	{ "a duration that is none is told", "channel.yaml", "P6M", "6M",
	    FINDING_BAD_DURATION, "channel.yaml:7:14: ERROR: ", "6M" },
	{ "a country that is none is told", ES, "[XR]", "[ZZ]",
	    FINDING_BAD_COUNTRY, ES ":8:13: ERROR: ", "ZZ" },
	{ "a language that is none is told", "topics.yaml",
	    "{es: Papeles, en: Papers}", "{es: Papeles, en: Papers, xx: P}",
	    FINDING_BAD_LANGUAGE, "topics.yaml:9:38: ERROR: ", "xx" },
	{ "a value outside its list is told", ALERT, "severity: Severe",
	    "severity: severe", FINDING_BAD_CHOICE, ALERT ":12:11: ERROR: ",
	    "severe" },
	{ "a number with letters is no telephone", "services.csv", "110;",
	    "11O;", FINDING_BAD_PHONE, "services.csv:2:75: ERROR: ", "11O" },
	{ "a telephone has a note in each language", "services.csv",
	    "(Oficina | Office)", "(Oficina)", FINDING_BAD_PHONE,
	    "services.csv:2:80: ERROR: ", "(Oficina)" },
	{ "an address without https is told", "sources.csv",
	    "https://example.org/a", "example.org/a", FINDING_BAD_ADDRESS,
	    "sources.csv:2:34: ERROR: ", "example.org/a" },
	{ "a review that is due before it was made is told", ES,
	    "review_by: 2027-05-21", "review_by: 2026-11-20",
	    FINDING_DATE_ORDER, ES ":13:12: ERROR: ",
	    "2026-11-20, 2026-11-21" },
	{ "an alert that ends before it begins is told", ALERT,
	    "expires: 2027-11-01", "expires: 2026-10-01", FINDING_DATE_ORDER,
	    ALERT ":16:10: ERROR: ", "2026-10-01, 2026-11-01" },
	{ "a channel has the name of its folder", "channel.yaml",
	    "id: channel-ok", "id: other", FINDING_CHANNEL_NAME,
	    "channel.yaml:1:5: ERROR: ", "channel-ok, other" },
	{ "a missing language is told", EN, NULL, NULL,
	    FINDING_NO_TRANSLATION, "articles/no-fees:0:0: ERROR: ",
	    "en.md" },
	{ "a topic without one language is told", "topics.yaml",
	    "{es: Papeles, en: Papers}", "{es: Papeles}",
	    FINDING_NO_TRANSLATION, "topics.yaml:9:12: ERROR: ", "title.en" },
	{ "a translation behind its original is told", EN, "translates: 2",
	    "translates: 1", FINDING_BEHIND, EN ":5:13: WARNING: ", "1 < 2" },
	{ "a translation ahead of its original is told", EN, "translates: 2",
	    "translates: 3", FINDING_AHEAD, EN ":5:13: ERROR: ", "3 > 2" },
	{ "two originals are told", "articles/passport/en.md", NULL,
	    "---\ntitle: T\nsummary: S\nrevision: 1\ntopics: [papers]\n"
	    "countries: [GT]\nsources: [crm-1]\nreviewed: 2026-11-21\n"
	    "review_by: 2027-05-21\nstatus: draft\nconfidence: low\n---\n"
	    "A text.\n",
	    FINDING_TWO_ORIGINALS, "articles/passport/en.md:1:1: ERROR: ",
	    "passport" },
	{ "a text without a source is told", ES, "sources: [ilo-1, crm-1]\n",
	    "", FINDING_NO_SOURCE, ES ":1:1: ERROR: ", "no-fees" },
	{ "a service without a source is told", "services.csv", ",crm-1,",
	    ",,", FINDING_NO_SOURCE, "services.csv:2:1: ERROR: ", "gt-110" },
	{ "two of one short code are told", "agreements.csv", "\nz-pension,",
	    "\nc-3082,", FINDING_SAME_CODE, "agreements.csv:2:1: WARNING: ",
	    "V-540 481, c-3082, no-fees" },
	{ "a topic that is not there is told", ES, "[rights]",
	    "[rights, wages]", FINDING_UNKNOWN_TOPIC, ES ":6:18: ERROR: ",
	    "wages" },
	{ "a link that leads nowhere is told", ES, "[passport, gt-110]",
	    "[passport, nobody]", FINDING_UNKNOWN_ENTRY, ES ":11:19: ERROR: ",
	    "nobody" },
	{ "a source that is not there is told", ES, "[ilo-1, crm-1]",
	    "[ilo-1, crm-2]", FINDING_UNKNOWN_SOURCE, ES ":10:18: ERROR: ",
	    "crm-2" },
	{ "a link to itself is told", ES, "[passport, gt-110]", "[no-fees]",
	    FINDING_SELF_LINK, ES ":11:9: ERROR: ", "no-fees" },
	{ "an alert that withdraws its own channel's entry is told",
	    "alerts/false-visa/es.md", "event:", "withdraws: [no-fees]\nevent:",
	    FINDING_OWN_ENTRY, "alerts/false-visa/es.md:11:13: ERROR: ",
	    "no-fees" },
	{ "an article that withdraws is told", ES, "links:",
	    "withdraws: [other]\nlinks:", FINDING_MISPLACED_KEY,
	    ES ":11:1: ERROR: ", "withdraws" },
	{ "a topic without entries is told", "articles/passport/es.md",
	    "[papers]", "[rights]", FINDING_TOPIC_BARE,
	    "topics.yaml:6:9: WARNING: ", "papers" },
	{ "keys without a text are told", "articles/passport/en.md",
	    "Nobody may keep your passport against your will.\n", "",
	    FINDING_NO_TEXT, "articles/passport/en.md:6:1: ERROR: ", "" },
	{ "a link in the text is told", EN, "charge you", "[charge](x) you",
	    FINDING_MARKDOWN, EN ":7:13: ERROR: ", "link" },
	{ "a link by reference is told", EN, "Nobody may charge you",
	    "[a]: https://example.org\n\nNobody may charge you",
	    FINDING_MARKDOWN, EN ":7:1: ERROR: ", "link" },
	{ "a picture is told", EN, "charge you", "![charge](x) you",
	    FINDING_MARKDOWN, EN ":7:14: ERROR: ", "picture" },
	{ "a quotation is told", EN, "Nobody may", "> Nobody may",
	    FINDING_MARKDOWN, EN ":7:3: ERROR: ", "> quotation" },
	{ "code is told", EN, "may charge", "may `charge`", FINDING_MARKDOWN,
	    EN ":7:13: ERROR: ", "code" },
	{ "a fence of code is told", EN, "Nobody may charge you for",
	    "```\nx\n```\n\nNobody may charge you for", FINDING_MARKDOWN,
	    EN ":8:1: ERROR: ", "code" },
	{ "a tag of HTML is told", EN, "charge you", "<b>charge you",
	    FINDING_MARKDOWN, EN ":7:12: ERROR: ", "HTML" },
	{ "a block of HTML is told", EN, "Nobody may",
	    "<!-- x -->\n\nNobody may", FINDING_MARKDOWN, EN ":7:1: ERROR: ",
	    "HTML" },
	{ "an entity is told", EN, "charge you", "&#27;charge you",
	    FINDING_MARKDOWN, EN ":7:12: ERROR: ", "&entity;" },
	{ "a table is told", EN, "If you have paid",
	    "| a | b |\n|---|---|\n| c | d |\n\nIf you have paid",
	    FINDING_MARKDOWN, EN ":14:3: ERROR: ", "table" },
	{ "a rule is told", EN, "If you have paid",
	    "***\n\nIf you have paid", FINDING_MARKDOWN, EN ":14:1: ERROR: ",
	    "---" },
	{ "one star is told", EN, "charge you", "*charge* you",
	    FINDING_MARKDOWN, EN ":7:13: ERROR: ",
	    "*one star*, write **two**" },
	{ "a heading of level 1 is told", EN, "## What", "# What",
	    FINDING_HEADING, EN ":9:3: ERROR: ", "#" },
	{ "a heading of level 3 is told", EN, "## What", "### What",
	    FINDING_HEADING, EN ":9:5: ERROR: ", "###" },
	{ "an alert of two sections is told", ALERT,
	    "\n## Qué hacer\n\nNo pague. Pregunte en el consulado.\n", "",
	    FINDING_SECTIONS, ALERT ":18:1: ERROR: ", "2" },
	{ "text before the sections of an alert is told", ALERT,
	    "## Cómo funciona", "Hola.\n\n## Cómo funciona",
	    FINDING_SECTIONS, ALERT ":18:1: ERROR: ",
	    "text before the first" },
	{ "an alert without a list to recognise it is told", ALERT,
	    "- Piden dinero por teléfono\n- Tienen prisa",
	    "Piden dinero.", FINDING_NO_LIST, ALERT ":18:1: ERROR: ", "" },
	{ "a second numbered list is told", EN, "- The agency or the",
	    "1. Ask.\n\nHello.\n\n1. The agency or the",
	    FINDING_STEPS_TWICE, EN ":15:4: ERROR: ", "" },
	{ "a sentence of 26 words is long", EN, "Nobody may charge you",
	    "One two three four five six seven eight nine ten one two three "
	    "four five six seven nobody may charge you",
	    FINDING_LONG_SENTENCE, EN ":7:1: WARNING: ", "26 > 25" },
};

/* All that a check of FOLDER prints; the caller frees it. */
static char *
findings_of_folder(const char *folder, const enum finding_kind *kind,
    size_t *of_kind)
{
	struct channel *c = channel_read(folder);
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	findings_print(c->findings, out);
	fclose(out);
	if (kind != NULL)
		*of_kind = findings_of(c->findings, *kind);
	channel_free(c);
	return text;
}

static void
spoil(const char *folder, const struct spoilt *s)
{
	char *path = xasprintf("%s/%s", folder, s->file);

	if (s->from != NULL)
		pack_fixture_change(folder, s->file, s->from, s->to);
	else if (s->to != NULL)
		pack_fixture_write(folder, s->file, s->to);
	else
		assert_int_equal(unlink(path), 0);
	free(path);
}

/* One line, at its place, of its level, with its detail. */
static void
one_finding(void **state)
{
	const struct spoilt *s = *state;
	char *folder = pack_fixture_copy();
	char *start = xasprintf("%s/%s", folder, s->said);
	char *text = NULL;
	size_t count = 0;
	size_t len = 0;

	spoil(folder, s);
	text = findings_of_folder(folder, &s->kind, &count);
	len = strlen(text);
	if (count != 1 || strncmp(text, start, strlen(start)) != 0 ||
	    strchr(text, '\n') != text + len - 1 ||
	    len < strlen(s->detail) + 1 ||
	    strncmp(text + len - 1 - strlen(s->detail), s->detail,
		strlen(s->detail)) != 0)
		fail_msg("wanted %s...%s, got:\n%s", start, s->detail, text);
	free(text);
	free(start);
	pack_fixture_remove(folder);
}

static void
a_good_channel_has_no_findings(void **state)
{
	char *folder = pack_fixture_copy();
	char *text = findings_of_folder(folder, NULL, NULL);

	(void)state;
	assert_string_equal(text, "");
	free(text);
	pack_fixture_remove(folder);
}

/* A channel that has just these findings; "@" is its folder. */
static void
finds(char *folder, const char *wanted)
{
	char *text = findings_of_folder(folder, NULL, NULL);
	struct buffer want = { 0 };

	for (; *wanted != '\0'; wanted++) {
		if (*wanted == '@')
			buffer_add_text(&want, folder);
		else
			buffer_add(&want, wanted, 1);
	}
	buffer_add_zeros(&want, 1);
	assert_string_equal(text, (const char *)want.at);
	buffer_fini(&want);
	free(text);
	pack_fixture_remove(folder);
}

static void
a_folder_that_is_not_there_is_told(void **state)
{
	struct channel *c = channel_read("/nowhere/channel");

	(void)state;
	assert_int_equal(findings_of(c->findings, FINDING_UNREADABLE), 1);
	channel_free(c);
}

static void
a_missing_file_is_told(void **state)
{
	char *folder = pack_fixture_copy();
	char *path = xasprintf("%s/channel.yaml", folder);

	(void)state;
	assert_int_equal(unlink(path), 0);
	free(path);
	finds(folder, "@/channel.yaml:0:0: ERROR: "
		      "This file is needed; write it\n");
}

static void
a_file_above_its_limit_is_told(void **state)
{
	char *folder = pack_fixture_copy();
	char *text = xcalloc(300u << 10, 1);

	(void)state;
	memset(text, 'x', (300u << 10) - 1);
	pack_fixture_write(folder, EN, text);
	free(text);
	text = findings_of_folder(folder, NULL, NULL);
	assert_non_null(strstr(text, EN ":0:0: ERROR: This is larger"));
	free(text);
	pack_fixture_remove(folder);
}

/* Thirty in each of two alerts, where fifty are allowed in all. */
static void
too_many_that_are_withdrawn_are_told(void **state)
{
	char *folder = pack_fixture_copy();
	char *command = xasprintf("cp -R '%s/alerts/false-visa'"
	    " '%s/alerts/false-work'", folder, folder);
	struct buffer list = { 0 };
	char *text = NULL;

	(void)state;
	assert_int_equal(system(command), 0);
	free(command);
	buffer_add_text(&list, "withdraws: [x0");
	for (int i = 1; i < 30; i++) {
		char *id = xasprintf(", x%d", i);

		buffer_add_text(&list, id);
		free(id);
	}
	buffer_add_text(&list, "]\nevent:");
	buffer_add_zeros(&list, 1);
	pack_fixture_change(folder, "alerts/false-visa/es.md", "event:",
	    (const char *)list.at);
	text = findings_of_folder(folder, NULL, NULL);
	assert_string_equal(text, "");
	free(text);
	pack_fixture_change(folder, "alerts/false-work/es.md", "event:",
	    (const char *)list.at);
	buffer_fini(&list);
	finds(folder, "@/alerts/false-work/es.md:11:12: ERROR: A kiosk heeds "
		      "no edition that withdraws more than 50; withdraw less: "
		      "60\n");
}

static void
a_letter_in_pieces_is_told_once(void **state)
{
	char *folder = pack_fixture_copy();

	(void)state;
	pack_fixture_change(folder, EN, "Nobody may", "Nobody ma\xCC\x81y");
	finds(folder, "@/" EN ":7:9: ERROR: This letter is written in pieces; "
		      "save the text in normal form C\n");
}

static void
an_id_that_stands_twice_is_told(void **state)
{
	char *folder = pack_fixture_copy();
	char *check = xasprintf("%s/checks/zz-offer.yaml", folder);

	(void)state;
	assert_int_equal(unlink(check), 0); /* it names the service */
	free(check);
	pack_fixture_change(folder, "services.csv", "gt-110,GT",
	    "passport,GT");
	pack_fixture_change(folder, ES, "[passport, gt-110]", "[passport]");
	pack_fixture_change(folder, "topics.yaml", "topics:\n",
	    "topics:\n  - {id: papers, position: 1, title: {es: T, en: T},\n"
	    "     summary: {es: S, en: S}}\n");
	finds(folder,
	    "@/services.csv:2:1: ERROR: A2, id: This id is used already; "
	    "choose another: passport\n"
	    "@/topics.yaml:8:9: ERROR: This id is used already; "
	    "choose another: papers\n");
}

static void
an_entry_without_an_original_is_told(void **state)
{
	char *folder = pack_fixture_copy();

	(void)state;
	pack_fixture_write(folder, "articles/passport/es.md",
	    "---\ntitle: T\nsummary: S\ntranslates: 1\n---\nUn texto.\n");
	finds(folder,
	    "@/articles/passport:0:0: ERROR: One file must be the original; "
	    "remove \"translates\" from one: passport\n"
	    "@/topics.yaml:6:9: WARNING: Nothing stands below this topic; "
	    "write something or remove it: papers\n");
}

/* A line of topics.yaml; PARENT may be NULL. */
static void
add_topic(struct buffer *out, const char *id, const char *parent)
{
	char *line = xasprintf("  - {id: %s, %s%s%sposition: 1, "
			       "title: {es: T, en: T}, "
			       "summary: {es: S, en: S}}\n",
	    id, parent == NULL ? "" : "parent: ",
	    parent == NULL ? "" : parent, parent == NULL ? "" : ", ");

	buffer_add_text(out, line);
	free(line);
}

/* How often KIND is found with just these topics. */
static size_t
found_with_topics(struct buffer *topics, enum finding_kind kind)
{
	char *folder = pack_fixture_copy();
	size_t count = 0;

	buffer_add_zeros(topics, 1);
	pack_fixture_write(folder, "topics.yaml", (const char *)topics->at);
	free(findings_of_folder(folder, &kind, &count));
	buffer_fini(topics);
	pack_fixture_remove(folder);
	return count;
}

static void
topics_that_lie_below_themselves_are_told(void **state)
{
	struct buffer topics = { 0 };

	(void)state;
	buffer_add_text(&topics, "topics:\n");
	add_topic(&topics, "rights", "papers");
	add_topic(&topics, "papers", "rights");
	assert_int_equal(found_with_topics(&topics, FINDING_TOPIC_LOOP), 2);
}

static void
a_fourth_level_of_topics_is_told(void **state)
{
	struct buffer topics = { 0 };

	(void)state;
	buffer_add_text(&topics, "topics:\n");
	add_topic(&topics, "rights", NULL);
	add_topic(&topics, "papers", "rights");
	add_topic(&topics, "third", "papers");
	add_topic(&topics, "fourth", "third");
	assert_int_equal(found_with_topics(&topics, FINDING_TOPIC_DEPTH), 1);
}

static void
the_tenth_topic_below_another_is_told(void **state)
{
	static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g",
		"h", "i" };
	struct buffer topics = { 0 };

	(void)state;
	for (size_t count = 9; count <= 10; count++) {
		buffer_add_text(&topics, "topics:\n");
		add_topic(&topics, "rights", NULL);
		for (size_t i = 0; i < COUNT_OF(ids); i++)
			add_topic(&topics, ids[i], "rights");
		if (count == 10)
			add_topic(&topics, "papers", "rights");
		assert_int_equal(
		    found_with_topics(&topics, FINDING_TOPIC_CHILDREN),
		    count - 9);
	}
}

static void
a_word_explained_twice_is_told(void **state)
{
	char *folder = pack_fixture_copy();

	(void)state;
	pack_fixture_change(folder, "glossary.csv", "recruiter,reclutador",
	    "other,reclutador,agent,Otro.,Another.\nrecruiter,reclutador");
	finds(folder,
	    "@/glossary.csv:3:11: ERROR: B3, term_es: This stands in the list "
	    "twice; keep one: reclutador\n");
}

static void
all_findings_come_in_one_run_sorted_by_place(void **state)
{
	char *folder = pack_fixture_copy();

	(void)state;
	pack_fixture_change(folder, ES, "status: draft", "status: done");
	pack_fixture_change(folder, ES, "[XR]", "[zz]");
	pack_fixture_change(folder, ALERT, "severity: Severe",
	    "severity: Bad");
	pack_fixture_change(folder, EN, "translates: 2", "translates: 1");
	finds(folder,
	    "@/" ALERT ":12:11: ERROR: This value is not allowed; use one of "
	    "the list: Bad\n"
	    "@/" EN ":5:13: WARNING: The original was changed since; bring "
	    "this translation up to it: 1 < 2\n"
	    "@/" ES ":8:13: ERROR: This is no country; use two capitals of "
	    "ISO 3166-1, or XR: zz\n"
	    "@/" ES ":14:9: ERROR: This value is not allowed; use one of the "
	    "list: done\n");
}

static void
an_escape_in_a_source_does_not_reach_the_terminal(void **state)
{
	char *folder = pack_fixture_copy();
	char *text = NULL;

	(void)state;
	pack_fixture_change(folder, ES, "[XR]", "[\"\\e[2J\"]");
	text = findings_of_folder(folder, NULL, NULL);
	assert_non_null(strstr(text, "8:13: ERROR: This is no country"));
	assert_null(strchr(text, '\x1b'));
	free(text);
	pack_fixture_remove(folder);
}

static void
every_finding_has_a_sentence_that_says_what_to_do(void **state)
{
	(void)state;
	for (int kind = 0; kind < FINDING_KINDS; kind++) {
		assert_non_null(finding_sentence(kind));
		assert_true(strlen(finding_sentence(kind)) > 20);
	}
}

/* The kinds that tests of their own above are about. */
static const enum finding_kind apart[] = { FINDING_UNREADABLE,
	FINDING_MISSING_FILE, FINDING_TOO_LARGE, FINDING_NOT_NFC,
	FINDING_DUPLICATE_ID, FINDING_NO_ORIGINAL, FINDING_TOPIC_LOOP,
	FINDING_TOO_MANY_WITHDRAWN, FINDING_TOPIC_DEPTH,
	FINDING_TOPIC_CHILDREN,
	/* in unit_pack_courses.c */
	FINDING_NO_LESSONS, FINDING_LESSON_EMPTY, FINDING_LESSONS_DIFFER,
	FINDING_QUIZ_ANSWERS, FINDING_QUIZ_RIGHT, FINDING_QUIZ_DIFFERS,
	FINDING_QUIZ_ONE, FINDING_RUMOUR_SECTIONS,
	/* in unit_pack_recruiters.c */
	FINDING_NAME_BARE, FINDING_LICENCE_NONE, FINDING_LICENCE_NOT,
	FINDING_LICENCE_TWICE, FINDING_LICENCE_OVER,
	/* in tests/recordings.test */
	FINDING_RECORDING_ENTRY, FINDING_RECORDING_FILE,
	FINDING_RECORDING_FORM, FINDING_RECORDING_OLD };

static void
every_finding_has_a_test(void **state)
{
	(void)state;
	for (int kind = 0; kind < FINDING_KINDS; kind++) {
		size_t tests = 0;

		for (size_t i = 0; i < COUNT_OF(cases); i++)
			tests += (int)cases[i].kind == kind;
		for (size_t i = 0; i < pack_cases_checks_count; i++)
			tests += (int)pack_cases_checks[i].kind == kind;
		for (size_t i = 0; i < COUNT_OF(apart); i++)
			tests += (int)apart[i] == kind;
		if (tests == 0)
			fail_msg("no test for: %s", finding_sentence(kind));
	}
}

static size_t
add_cases(struct CMUnitTest *all, size_t count, const struct spoilt *cases_of,
    size_t more)
{
	for (size_t i = 0; i < more; i++)
		all[count++] = (struct CMUnitTest){ cases_of[i].name,
			one_finding, NULL, NULL,
			(void *)(uintptr_t)&cases_of[i] };
	return count;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_channel_has_no_findings),
		cmocka_unit_test(a_folder_that_is_not_there_is_told),
		cmocka_unit_test(a_missing_file_is_told),
		cmocka_unit_test(a_file_above_its_limit_is_told),
		cmocka_unit_test(too_many_that_are_withdrawn_are_told),
		cmocka_unit_test(a_letter_in_pieces_is_told_once),
		cmocka_unit_test(an_id_that_stands_twice_is_told),
		cmocka_unit_test(an_entry_without_an_original_is_told),
		cmocka_unit_test(topics_that_lie_below_themselves_are_told),
		cmocka_unit_test(a_fourth_level_of_topics_is_told),
		cmocka_unit_test(the_tenth_topic_below_another_is_told),
		cmocka_unit_test(a_word_explained_twice_is_told),
		cmocka_unit_test(all_findings_come_in_one_run_sorted_by_place),
		cmocka_unit_test(
		    an_escape_in_a_source_does_not_reach_the_terminal),
		cmocka_unit_test(
		    every_finding_has_a_sentence_that_says_what_to_do),
		cmocka_unit_test(every_finding_has_a_test),
	};
	struct CMUnitTest all[COUNT_OF(cases) + CASES_MAX + COUNT_OF(tests)] = {
		{ 0 }
	};
	size_t count = 0;

	count = add_cases(all, count, cases, COUNT_OF(cases));
	assert(pack_cases_checks_count <= CASES_MAX);
	count = add_cases(all, count, pack_cases_checks,
	    pack_cases_checks_count);
	memcpy(all + count, tests, sizeof tests);
	count += COUNT_OF(tests);
	/* the macro wants an array of just that size */
	return _cmocka_run_group_tests("findings", all, count, NULL, NULL);
}

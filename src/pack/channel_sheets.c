/*
 * The spreadsheets that are no entries: sources.csv, glossary.csv,
 * laws.csv, and the lists of synonyms.
 */
#include <config.h>

#include "pack/channel.h"

#include <string.h>

#include "base/compiler.h"
#include "pack/source_file.h"
#include "pack/source_sheet.h"

#define NEEDED 1u

static const struct rule source_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, offsetof(struct channel_source, id), 0,
	    NULL },
	{ "title", RULE_LINE, 0, NEEDED,
	    offsetof(struct channel_source, title), 0, NULL },
	{ "publisher", RULE_LINE, 0, 0,
	    offsetof(struct channel_source, publisher), 0, NULL },
	{ "url", RULE_ADDRESS, 0, 0, offsetof(struct channel_source, url), 0,
	    NULL },
	{ "date", RULE_DATE_PARTIAL, 0, 0,
	    offsetof(struct channel_source, date), 0, NULL },
};

static const struct rule gloss_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, offsetof(struct channel_gloss, id), 0,
	    NULL },
	{ "term", RULE_BY_LANGUAGE, 0, NEEDED,
	    offsetof(struct channel_gloss, term), CHANNEL_TITLE_MAX, NULL },
	{ "explanation", RULE_BY_LANGUAGE, 0, NEEDED,
	    offsetof(struct channel_gloss, explanation), 300, NULL },
};

static const struct rule law_columns[] = {
	{ "id", RULE_FACT, 0, NEEDED, offsetof(struct channel_law, id), 0,
	    NULL },
	{ "country", RULE_COUNTRY, 0, NEEDED,
	    offsetof(struct channel_law, country), 0, NULL },
	{ "law", RULE_BY_LANGUAGE, 0, NEEDED,
	    offsetof(struct channel_law, law), CHANNEL_LAW_MAX, NULL },
	{ "sources", RULE_IDS, 0, NEEDED,
	    offsetof(struct channel_law, sources), 0, NULL },
};

void
channel_sheets_read(struct channel *c)
{
	struct source_sheet laws = { .name = "laws.csv",
		.rules = RULES_OF(law_columns),
		.item_size = sizeof(struct channel_law) };
	struct source_sheet sources = { .name = "sources.csv",
		.rules = RULES_OF(source_columns),
		.item_size = sizeof(struct channel_source) };
	struct source_sheet glossary = { .name = "glossary.csv",
		.rules = RULES_OF(gloss_columns),
		.item_size = sizeof(struct channel_gloss) };

	source_sheet_read(c, &sources);
	c->sources = sources.items;
	c->source_count = sources.count;
	c->has_sources = sources.is_read;
	source_sheet_read(c, &laws);
	c->laws = laws.items;
	c->law_count = laws.count;
	c->has_laws = laws.is_read;
	source_sheet_read(c, &glossary);
	c->glossary = glossary.items;
	c->gloss_count = glossary.count;
}

/* "word: formal, formal" into rows, one for each formal word. */
static void
read_synonym(struct channel *c, const char *lang, const struct value *line)
{
	size_t colon = strcspn(line->text, ":");
	struct values left;
	struct values right;
	struct place after;

	rules_split(&left, arena_strndup(c->arena, line->text, colon),
	    &line->at, ",", c->arena);
	after = source_file_place(&line->at, line->text,
	    colon + (line->text[colon] != '\0'));
	rules_split(&right, line->text + colon + (line->text[colon] != '\0'),
	    &after, ",", c->arena);
	if (left.count != 1 || right.count == 0 ||
	    strchr(line->text + colon + 1, ':') != NULL) {
		finding_add(c->findings, &line->at, FINDING_SYNONYM_FORM,
		    "%s", line->text);
		return;
	}
	for (size_t i = 0; i < right.count; i++) {
		if (c->synonym_count == c->synonym_room) {
			c->synonym_room = 2 * c->synonym_room + 64;
			c->synonyms = xrealloc(c->synonyms, c->synonym_room,
			    sizeof *c->synonyms);
		}
		c->synonyms[c->synonym_count++] = (struct channel_synonym){
			lang, left.list[0], right.list[i] };
	}
}

void
channel_synonyms_read(struct channel *c, const char *lang, const char *name)
{
	struct place start;
	struct values lines;
	size_t len = 0;
	const char *text =
	    channel_file(c, name, SOURCE_SYNONYMS_MAX, &len, &start);

	if (text == NULL)
		return;
	rules_split(&lines, text, &start, "\n", c->arena);
	for (size_t i = 0; i < lines.count; i++)
		if (lines.list[i].text[0] != '#')
			read_synonym(c, lang, &lines.list[i]);
}

/*
 * The spreadsheets: services.csv, sources.csv, glossary.csv, and the lists of
 * synonyms.
 */
#include <config.h>

#include "pack/channel.h"

#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "pack/source_file.h"

#define NEEDED 1u

static const char *const types[] = { "emergency", "hotline", "trafficking",
	"violence", "consulate", "labour-inspection", "ombudsman",
	"prosecutor", "asylum", "shelter", "legal-aid", "health", "ngo",
	"employment-service", "migration", "training", "social-security",
	"childcare", "other", NULL };
static const char *const costs[] = { "free", "unknown", "paid", NULL };
static const char *const answers[] = { "yes", "no", "unknown", NULL };
static const char *const statuses[] = { "draft", "checked", "approved",
	NULL };
static const char *const confidences[] = { "high", "medium", "low", NULL };

#define AT(field) offsetof(struct channel_service, field)

/* A rule by language stands for one column in each language. */
static const struct rule service_columns[] = {
	{ "id", RULE_ID, 0, NEEDED, AT(id), 0, NULL },
	{ "country", RULE_COUNTRY, 0, NEEDED, AT(country), 0, NULL },
	{ "type", RULE_CHOICE, 0, NEEDED, AT(type), 0, types },
	{ "position", RULE_NUMBER, 0, NEEDED, AT(position), 0, NULL },
	{ "name", RULE_BY_LANGUAGE, 0, NEEDED, AT(name), CHANNEL_TITLE_MAX,
	    NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, NEEDED, AT(summary),
	    CHANNEL_SUMMARY_MAX, NULL },
	{ "phones", RULE_LINE, 0, 0, AT(phones), 0, NULL },
	{ "hours", RULE_BY_LANGUAGE, 0, 0, AT(hours), 100, NULL },
	{ "eligibility", RULE_BY_LANGUAGE, 0, 0, AT(eligibility), 300, NULL },
	{ "languages", RULE_SPOKEN, 0, 0, AT(languages), 0, NULL },
	{ "cost", RULE_CHOICE, 0, NEEDED, AT(cost), 0, costs },
	{ "anonymous", RULE_CHOICE, 0, NEEDED, AT(anonymous), 0, answers },
	{ "url", RULE_ADDRESS, 0, 0, AT(url), 0, NULL },
	{ "keywords", RULE_BY_LANGUAGE, 0, 0, AT(keywords), 0, NULL },
	{ "facts", RULE_FACTS, 0, 0, AT(facts), 0, NULL },
	{ "sources", RULE_IDS, 0, 0, AT(sources), 0, NULL },
	{ "reviewed", RULE_DATE, 0, NEEDED, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, 0, NEEDED, AT(review_by), 0, NULL },
	{ "status", RULE_CHOICE, 0, NEEDED, AT(status), 0, statuses },
	{ "confidence", RULE_CHOICE, 0, NEEDED, AT(confidence), 0,
	    confidences },
};

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

/* One column as the header names it: "name_es". */
struct column {
	const char *name;
	struct rule rule; /* of one line, for a rule by language */
};

struct columns {
	struct column list[CSV_TABLE_CELLS_MAX];
	size_t count;
};

static void
add_column(struct columns *all, const char *name, const struct rule *rule)
{
	all->list[all->count++] = (struct column){ name, *rule };
}

static void
columns_of(struct columns *all, const struct rules *rules,
    const struct channel *c)
{
	all->count = 0;
	for (size_t i = 0; i < rules->count; i++) {
		struct rule one = rules->list[i];
		size_t base = one.offset;

		if (one.form != RULE_BY_LANGUAGE) {
			add_column(all, one.key, &one);
			continue;
		}
		for (size_t n = 0; n < c->languages.count; n++) {
			const char *code = c->languages.list[n].text;

			one.form = RULE_LINE;
			one.key = arena_printf(c->arena, "%s_%s",
			    rules->list[i].key, code);
			one.offset = base +
			    (size_t)rules_language(code) * sizeof(struct value);
			add_column(all, one.key, &one);
		}
	}
}

static bool
row_has(const struct csv_row *row, const char *name)
{
	for (size_t i = 0; i < row->count; i++)
		if (strcmp(row->cells[i].text, name) == 0)
			return true;
	return false;
}

static const struct column *
find_column(const struct columns *all, const char *name)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].name, name) == 0)
			return &all->list[i];
	return NULL;
}

/* The header row must be exactly the columns; false with findings. */
static bool
check_header(const struct columns *all, const struct csv_row *header,
    struct findings *f)
{
	bool good = header->count == all->count;
	bool known = true;

	for (size_t i = 0; i < all->count; i++) {
		if (row_has(header, all->list[i].name))
			continue;
		finding_add(f, &header->cells[0].at, FINDING_MISSING_COLUMN,
		    "%s", all->list[i].name);
		known = false;
	}
	for (size_t i = 0; i < header->count; i++) {
		const struct csv_cell *cell = &header->cells[i];

		if (find_column(all, cell->text) != NULL)
			continue;
		finding_add(f, &cell->at, FINDING_UNKNOWN_COLUMN, "%s",
		    cell->text);
		known = false;
	}
	for (size_t i = 0; known && i < header->count; i++) {
		const char *want =
		    i < all->count ? all->list[i].name : "nothing";

		if (strcmp(header->cells[i].text, want) == 0)
			continue;
		finding_add(f, &header->cells[i].at, FINDING_COLUMN_ORDER,
		    "%s, %s", header->cells[i].text, want);
		return false;
	}
	return good && known;
}

/* Where the rows of a sheet go. */
struct sheet {
	const char *name;
	struct rules rules;
	size_t item_size;
	void *items; /* filled: zeroed structs, one for each row */
	size_t count;
	bool is_read; /* its header was right */
};

static void
read_rows(struct channel *c, struct sheet *s, const struct columns *all,
    const struct csv_table *table)
{
	const struct reading r = { c->arena, c->findings };

	s->items = arena_array(c->arena, table->count, s->item_size);
	for (size_t i = 1; i < table->count; i++) {
		const struct csv_row *row = &table->rows[i];
		char *item = (char *)s->items + s->count * s->item_size;

		if (row->count != all->count) {
			finding_add(c->findings, &row->cells[0].at,
			    FINDING_ROW_LENGTH, "%zu, %zu", row->count,
			    all->count);
			continue;
		}
		for (size_t n = 0; n < all->count; n++)
			rules_read_cell(&all->list[n].rule, &row->cells[n],
			    item, &r);
		s->count++;
	}
}

static void
read_sheet(struct channel *c, struct sheet *s)
{
	struct place start;
	struct columns all;
	struct csv_table table;
	size_t len = 0;
	const char *path =
	    arena_printf(c->arena, "%s/%s", c->folder, s->name);
	const char *text = NULL;

	if (access(path, F_OK) != 0)
		return; /* channel.c says which ones are needed */
	text = channel_file(c, s->name, SOURCE_CSV_MAX, &len, &start);
	if (text == NULL)
		return;
	columns_of(&all, &s->rules, c);
	csv_table_read(&table, start.file, bytes_of(text, len), c->arena,
	    c->findings);
	s->is_read = table.is_whole && table.count > 0 &&
	    check_header(&all, &table.rows[0], c->findings);
	if (s->is_read)
		read_rows(c, s, &all, &table);
}

/* The id of each item comes first in its struct. */
static void
check_ids(struct channel *c, const struct sheet *s)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct value *id = (const struct value *)(const void *)(
		    (const char *)s->items + i * s->item_size);

		for (size_t n = 0; id->text != NULL && n < i; n++) {
			const struct value *other =
			    (const struct value *)(const void *)(
				(const char *)s->items + n * s->item_size);

			if (other->text != NULL &&
			    strcmp(other->text, id->text) == 0) {
				finding_add(c->findings, &id->at,
				    FINDING_DUPLICATE_ID, "%s", id->text);
				break;
			}
		}
	}
}

static void
read_services(struct channel *c)
{
	const struct reading r = { c->arena, c->findings };
	struct sheet s = { "services.csv", RULES_OF(service_columns),
		sizeof(struct channel_service), NULL, 0, false };

	read_sheet(c, &s);
	c->services = s.items;
	c->service_count = s.count;
	check_ids(c, &s);
	for (size_t i = 0; i < c->service_count; i++) {
		struct channel_service *one = &c->services[i];

		phone_list_read(&one->numbers, &one->phones,
		    c->languages.count, &r);
		channel_check_dates(c, &one->reviewed, &one->review_by);
		if (one->sources.count == 0)
			finding_add(c->findings, &one->id.at,
			    FINDING_NO_SOURCE, "%s",
			    one->id.text == NULL ? "" : one->id.text);
	}
}

void
channel_sheets_read(struct channel *c)
{
	struct sheet sources = { "sources.csv", RULES_OF(source_columns),
		sizeof(struct channel_source), NULL, 0, false };
	struct sheet glossary = { "glossary.csv", RULES_OF(gloss_columns),
		sizeof(struct channel_gloss), NULL, 0, false };

	read_sheet(c, &sources);
	c->sources = sources.items;
	c->source_count = sources.count;
	c->has_sources = sources.is_read;
	check_ids(c, &sources);
	read_services(c);
	read_sheet(c, &glossary);
	c->glossary = glossary.items;
	c->gloss_count = glossary.count;
	check_ids(c, &glossary);
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

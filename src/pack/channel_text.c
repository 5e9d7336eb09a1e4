/*
 * ID/LANG.md in the folders articles, alerts, courses and rumours: front
 * matter and Markdown.
 */
#include <config.h>

#include "pack/channel_text.h"

#include <string.h>

#include "base/compiler.h"
#include "catalog/schema.h"
#include "pack/source_file.h"

/* The kinds of file, for the rules. */
#define ORIGINAL 1u
#define TRANSLATION 2u
#define ALERT_ORIGINAL 4u
#define ALERT_TRANSLATION 8u
#define COURSE_ORIGINAL 16u
#define COURSE_TRANSLATION 32u
#define RUMOUR_ORIGINAL 64u
#define RUMOUR_TRANSLATION 128u
#define ALERTS (ALERT_ORIGINAL | ALERT_TRANSLATION)
#define COURSES (COURSE_ORIGINAL | COURSE_TRANSLATION)
#define RUMOURS (RUMOUR_ORIGINAL | RUMOUR_TRANSLATION)
#define ORIGINALS \
	(ORIGINAL | ALERT_ORIGINAL | COURSE_ORIGINAL | RUMOUR_ORIGINAL)
#define TRANSLATIONS \
	(TRANSLATION | ALERT_TRANSLATION | COURSE_TRANSLATION | \
	    RUMOUR_TRANSLATION)
#define EVERY (ORIGINALS | TRANSLATIONS)

static const char *const severities[] = { "Extreme", "Severe", "Moderate",
	"Minor", NULL };
static const char *const urgencies[] = { "Immediate", "Expected", "Future",
	"Past", "Unknown", NULL };
static const char *const certainties[] = { "Observed", "Likely", "Possible",
	"Unlikely", "Unknown", NULL };

static const char *const tools[] = { "cv", NULL };

#define AT(field) offsetof(struct channel_text, field)

static const struct rule text_rules[] = {
	{ "title", RULE_LINE, EVERY, EVERY, AT(title), CHANNEL_TITLE_MAX,
	    NULL },
	{ "summary", RULE_LINE, EVERY, EVERY, AT(summary),
	    CHANNEL_SUMMARY_MAX, NULL },
	{ "keywords", RULE_LINES, EVERY, 0, AT(keywords), 0, NULL },
	{ "withdrawn", RULE_LINE, ALERTS, 0, AT(withdrawn), 200, NULL },
	{ "translates", RULE_NUMBER, TRANSLATIONS, TRANSLATIONS,
	    AT(translates), 0, NULL },
	{ "revision", RULE_NUMBER, ORIGINALS, ORIGINALS, AT(revision), 0,
	    NULL },
	{ "topics", RULE_IDS, ORIGINALS, ORIGINAL | COURSE_ORIGINAL,
	    AT(topics), 0, NULL },
	{ "position", RULE_NUMBER, ORIGINALS, 0, AT(position), 0, NULL },
	{ "countries", RULE_COUNTRIES, ORIGINALS, ORIGINALS, AT(countries), 0,
	    NULL },
	{ "facts", RULE_FACTS, ORIGINALS, 0, AT(facts), 0, NULL },
	{ "sources", RULE_IDS, ORIGINALS, 0, AT(sources), 0, NULL },
	{ "links", RULE_IDS, ORIGINALS, 0, AT(links), CHANNEL_LINKS_MAX,
	    NULL },
	{ "withdraws", RULE_IDS, ALERT_ORIGINAL, 0, AT(withdraws),
	    SCHEMA_WITHDRAWS_MAX, NULL },
	{ "reviewed", RULE_DATE, ORIGINALS, ORIGINALS, AT(reviewed), 0, NULL },
	{ "review_by", RULE_DATE, ORIGINALS, ORIGINALS, AT(review_by), 0,
	    NULL },
	{ "status", RULE_CHOICE, ORIGINALS, ORIGINALS, AT(status), 0,
	    channel_statuses },
	{ "confidence", RULE_CHOICE, ORIGINALS, ORIGINALS, AT(confidence), 0,
	    channel_confidences },
	{ "event", RULE_LINE, ALERT_ORIGINAL, ALERT_ORIGINAL, AT(event), 100,
	    NULL },
	{ "severity", RULE_CHOICE, ALERT_ORIGINAL, ALERT_ORIGINAL,
	    AT(severity), 0, severities },
	{ "urgency", RULE_CHOICE, ALERT_ORIGINAL, ALERT_ORIGINAL, AT(urgency),
	    0, urgencies },
	{ "certainty", RULE_CHOICE, ALERT_ORIGINAL, ALERT_ORIGINAL,
	    AT(certainty), 0, certainties },
	{ "effective", RULE_DATE, ALERT_ORIGINAL, ALERT_ORIGINAL,
	    AT(effective), 0, NULL },
	{ "expires", RULE_DATE, ALERT_ORIGINAL, ALERT_ORIGINAL, AT(expires),
	    0, NULL },
	{ "minutes", RULE_NUMBER, COURSE_ORIGINAL, COURSE_ORIGINAL,
	    AT(minutes), 0, NULL },
	{ "tool", RULE_CHOICE, COURSE_ORIGINAL, 0, AT(tool), 0, tools },
	{ "quiz", RULE_NODE, COURSES | RUMOURS, COURSES | RUMOURS,
	    AT(quiz_node), 0, NULL },
};

/* The bits of each kind: its original, its translations; how it is read. */
static const struct {
	unsigned original;
	unsigned translation;
	enum prose_kind prose;
} files[] = {
	[CHANNEL_ARTICLE] = { ORIGINAL, TRANSLATION, PROSE_ARTICLE },
	[CHANNEL_ALERT] = { ALERT_ORIGINAL, ALERT_TRANSLATION, PROSE_ALERT },
	[CHANNEL_COURSE] = { COURSE_ORIGINAL, COURSE_TRANSLATION,
	    PROSE_COURSE },
	[CHANNEL_RUMOUR] = { RUMOUR_ORIGINAL, RUMOUR_TRANSLATION,
	    PROSE_RUMOUR },
};

/* The keys between the lines of "---", and where the text begins. */
static bool
split_front_matter(const char *text, struct bytes *keys, size_t *body)
{
	const char *end = NULL;

	if (strncmp(text, "---\n", 4) != 0)
		return false;
	end = strncmp(text + 4, "---\n", 4) == 0 ? text + 3 :
						   strstr(text + 4, "\n---\n");
	if (end == NULL)
		return false;
	*keys = bytes_of(text + 4, end < text + 4 ? 0 :
	    (size_t)(end + 1 - (text + 4)));
	*body = (size_t)(end + 5 - text);
	return true;
}

static void
read_keys(struct channel *c, struct channel_text *t, enum channel_kind kind,
    struct bytes keys, const struct place *start)
{
	static const struct rules rules = RULES_OF(text_rules);
	const struct reading r = { c->arena, c->findings };
	struct place at = { start->file, 2, 1, NULL };
	const struct yaml_node *root =
	    yaml_tree_read(keys, &at, c->arena, c->findings);
	unsigned file = files[kind].original;

	if (root == NULL)
		return;
	t->has_keys = root->shape == YAML_TREE_MAP;
	if (t->has_keys &&
	    yaml_tree_get(root, "translates") != NULL)
		file = files[kind].translation;
	t->is_translation = (file & TRANSLATIONS) != 0;
	rules_read_map(&rules, file, root, t, &r);
	channel_check_dates(c, &t->reviewed, &t->review_by);
	channel_check_days(c, &t->effective, &t->expires);
	quiz_read(&t->quiz, t->quiz_node, c);
}

void
channel_text_read(struct channel *c, struct channel_entry *entry, int lang,
    const char *name)
{
	struct channel_text *t = &entry->text[lang];
	struct place start;
	struct place body_at;
	struct bytes keys;
	size_t body = 0;
	size_t len = 0;
	const char *text =
	    channel_file(c, name, SOURCE_MARKDOWN_MAX, &len, &start);

	t->file = start.file;
	if (text == NULL)
		return;
	if (!split_front_matter(text, &keys, &body)) {
		finding_add(c->findings, &start, FINDING_NO_FRONT_MATTER, "%s",
		    "");
		return;
	}
	read_keys(c, t, entry->kind, keys, &start);
	body += strspn(text + body, "\n");
	body_at = source_file_place(&start, text, body);
	t->markdown = text + body;
	if (strspn(t->markdown, " \n") == strlen(t->markdown)) {
		finding_add(c->findings, &body_at, FINDING_NO_TEXT, "%s", "");
		return;
	}
	t->plain = prose_read(bytes_of_text(t->markdown), &body_at,
	    files[entry->kind].prose, &c->stats[lang], c->arena,
	    c->findings);
	if (entry->kind == CHANNEL_COURSE)
		lessons_read(&t->lessons, t->markdown, &body_at, c->arena,
		    c->findings);
}

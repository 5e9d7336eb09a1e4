/*
 * channel.yaml and topics.yaml.
 */
#include <config.h>

#include "pack/channel.h"

#include <string.h>

#include "base/compiler.h"
#include "base/date.h"
#include "bundle/head.h"
#include "pack/source_file.h"

#define IN_FILE 1u

static const struct rule channel_rules[] = {
	{ "id", RULE_ID, 0, IN_FILE, offsetof(struct channel, id), 0, NULL },
	{ "publisher", RULE_LINE, 0, IN_FILE,
	    offsetof(struct channel, publisher), 100, NULL },
	{ "licence", RULE_LINE, 0, IN_FILE, offsetof(struct channel, licence),
	    100, NULL },
	{ "epoch", RULE_NUMBER, 0, IN_FILE, offsetof(struct channel, epoch),
	    0, NULL },
	{ "sequence", RULE_NUMBER, 0, IN_FILE,
	    offsetof(struct channel, sequence), 0, NULL },
	{ "created", RULE_DATE, 0, IN_FILE, offsetof(struct channel, created),
	    0, NULL },
	{ "stale_after", RULE_DURATION, 0, IN_FILE,
	    offsetof(struct channel, stale_after), 0, NULL },
	{ "expires", RULE_DURATION, 0, IN_FILE,
	    offsetof(struct channel, expires), 0, NULL },
	{ "languages", RULE_LANGUAGE_CODES, 0, IN_FILE,
	    offsetof(struct channel, languages), RULES_LANGUAGES, NULL },
	{ "title", RULE_BY_LANGUAGE, 0, IN_FILE,
	    offsetof(struct channel, title), CHANNEL_TITLE_MAX, NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, IN_FILE,
	    offsetof(struct channel, summary), CHANNEL_CHANGES_MAX, NULL },
	{ "notice", RULE_BY_LANGUAGE, 0, 0, offsetof(struct channel, notice),
	    CHANNEL_NOTICE_MAX, NULL },
};

static const char *const yes_or_no[] = { "yes", "no", NULL };

static const struct rule topic_rules[] = {
	{ "id", RULE_ID, 0, IN_FILE, offsetof(struct channel_topic, id), 0,
	    NULL },
	{ "parent", RULE_ID, 0, 0, offsetof(struct channel_topic, parent), 0,
	    NULL },
	{ "position", RULE_NUMBER, 0, IN_FILE,
	    offsetof(struct channel_topic, position), 0, NULL },
	{ "sensitive", RULE_CHOICE, 0, 0,
	    offsetof(struct channel_topic, sensitive), 0, yes_or_no },
	{ "title", RULE_BY_LANGUAGE, 0, IN_FILE,
	    offsetof(struct channel_topic, title), CHANNEL_TITLE_MAX, NULL },
	{ "summary", RULE_BY_LANGUAGE, 0, IN_FILE,
	    offsetof(struct channel_topic, summary), CHANNEL_SUMMARY_MAX,
	    NULL },
};

const struct yaml_node *
channel_yaml_root(struct channel *c, const char *name, struct place *start)
{
	size_t len = 0;
	const char *text = channel_file(c, name, SOURCE_YAML_MAX, &len, start);
	const struct yaml_node *root = NULL;

	if (text == NULL)
		return NULL;
	root = yaml_tree_read(bytes_of(text, len), start, c->arena,
	    c->findings);
	if (root != NULL && root->shape != YAML_TREE_MAP) {
		finding_add(c->findings, &root->at, FINDING_NOT_MAP, "%s", "");
		return NULL;
	}
	return root;
}

void
channel_need_languages(struct channel *c, const struct values *languages,
    const struct by_language *texts, const struct yaml_node *map,
    const char *key)
{
	const struct yaml_node *node = yaml_tree_get(map, key);

	if (node == NULL || node->shape != YAML_TREE_MAP)
		return; /* told already */
	for (size_t i = 0; i < languages->count; i++) {
		const char *code = languages->list[i].text;
		const struct value *v = &texts->in[rules_language(code)];

		if (v->text == NULL && v->at.line == 0)
			finding_add(c->findings, &node->at,
			    FINDING_NO_TRANSLATION, "%s.%s", key, code);
		else if (v->text != NULL && v->text[0] == '\0')
			finding_add(c->findings, &v->at, FINDING_EMPTY_VALUE,
			    "%s.%s", key, code);
	}
}

/* Every language of the channel must have its text. */
static void
need_languages(struct channel *c, const struct by_language *texts,
    const struct yaml_node *map, const char *key)
{
	channel_need_languages(c, &c->languages, texts, map, key);
}

/* The folder has the channel's name, whatever path leads to it. */
static void
check_folder(struct channel *c)
{
	const char *slash = strrchr(c->folder, '/');
	const char *name = slash == NULL ? c->folder : slash + 1;

	if (c->id.text == NULL || name[0] == '.')
		return;
	if (strlen(c->id.text) >= HEAD_CHANNEL_SIZE)
		finding_add(c->findings, &c->id.at, FINDING_TOO_LONG,
		    "id, %zu > %d", strlen(c->id.text),
		    HEAD_CHANNEL_SIZE - 1);
	if (strcmp(name, c->id.text) != 0)
		finding_add(c->findings, &c->id.at, FINDING_CHANNEL_NAME,
		    "%s, %s", name, c->id.text);
}

void
channel_yaml_read(struct channel *c)
{
	static const struct rules rules = RULES_OF(channel_rules);
	const struct reading r = { c->arena, c->findings };
	const struct yaml_node *root =
	    channel_yaml_root(c, "channel.yaml", &c->at);

	if (root == NULL)
		return;
	rules_read_map(&rules, IN_FILE, root, c, &r);
	need_languages(c, &c->title, root, "title");
	need_languages(c, &c->summary, root, "summary");
	check_folder(c);
	if (c->sequence.text != NULL && c->sequence.number == 0)
		finding_add(c->findings, &c->sequence.at, FINDING_BAD_NUMBER,
		    "%s", c->sequence.text);
	if (c->epoch.text != NULL && c->epoch.number == 0)
		finding_add(c->findings, &c->epoch.at, FINDING_BAD_NUMBER,
		    "%s", c->epoch.text);
	if (c->stale_after.text != NULL && c->expires.text != NULL &&
	    c->expires.number <= c->stale_after.number)
		finding_add(c->findings, &c->expires.at, FINDING_DATE_ORDER,
		    "expires %s, stale_after %s", c->expires.text,
		    c->stale_after.text);
}

static void
read_topic(struct channel *c, const struct yaml_node *node,
    const struct reading *r)
{
	static const struct rules rules = RULES_OF(topic_rules);
	struct channel_topic topic = { .at = node->at };

	rules_read_map(&rules, IN_FILE, node, &topic, r);
	if (node->shape != YAML_TREE_MAP)
		return;
	need_languages(c, &topic.title, node, "title");
	need_languages(c, &topic.summary, node, "summary");
	if (topic.id.text == NULL)
		return;
	if (channel_topic(c, topic.id.text) != NULL)
		finding_add(c->findings, &topic.id.at, FINDING_DUPLICATE_ID,
		    "%s", topic.id.text);
	else
		c->topics[c->topic_count++] = topic;
}

void
channel_topics_read(struct channel *c)
{
	const struct reading r = { c->arena, c->findings };
	struct place start;
	const struct yaml_node *root =
	    channel_yaml_root(c, "topics.yaml", &start);
	const struct yaml_node *list = NULL;

	if (root == NULL)
		return;
	for (const struct yaml_node *k = root->first; k != NULL; k = k->next) {
		if (strcmp(k->text, "topics") == 0)
			list = k->value;
		else
			finding_add(c->findings, &k->at, FINDING_UNKNOWN_KEY,
			    "%s", k->text);
	}
	if (list == NULL) {
		finding_add(c->findings, &root->at, FINDING_MISSING_KEY,
		    "topics");
	} else if (list->shape != YAML_TREE_LIST) {
		finding_add(c->findings, &list->at, FINDING_NOT_LIST,
		    "topics");
	} else {
		c->has_topics = true;
		c->topics = arena_array(c->arena, list->count + 1,
		    sizeof *c->topics);
		for (const struct yaml_node *n = list->first; n != NULL;
		     n = n->next)
			read_topic(c, n, &r);
	}
}

/*
 * A tree of nodes out of libyaml's events.  libcyaml is not used: it stops
 * at the first fault, and an editor wants to see all of them.
 */
#include <config.h>

#include "pack/yaml_tree.h"

#include <stdbool.h>
#include <string.h>

#include <yaml.h>

struct tree {
	yaml_parser_t parser;
	const struct place *start;
	struct arena *arena;
	struct findings *findings;
	size_t nodes;
};

static struct place
place_of(const struct tree *t, yaml_mark_t mark)
{
	struct place at = *t->start;

	at.line += (unsigned)mark.line;
	at.column = (unsigned)mark.column + 1;
	return at;
}

/* The next event, which the caller deletes; false at a fault. */
static bool
next_event(struct tree *t, yaml_event_t *event)
{
	const char *why = NULL;
	struct place at;

	if (yaml_parser_parse(&t->parser, event))
		return true;
	why = t->parser.problem;
	at = place_of(t, t->parser.problem_mark);
	finding_add(t->findings, &at, FINDING_SYNTAX, "%s",
	    why == NULL ? "" : why);
	return false;
}

/* Anchors and tags have no use here, and a bomb is built of them. */
static bool
is_plain(struct tree *t, const yaml_event_t *event)
{
	const yaml_char_t *anchor = NULL;
	const yaml_char_t *tag = NULL;
	struct place at = place_of(t, event->start_mark);

	if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	}
	if (event->type != YAML_ALIAS_EVENT && anchor == NULL && tag == NULL)
		return true;
	finding_add(t->findings, &at, FINDING_ALIAS, "%s", "");
	return false;
}

/* A node for EVENT, empty yet; NULL with a finding. */
static struct yaml_node *
new_node(struct tree *t, const yaml_event_t *event)
{
	struct yaml_node *node = arena_zero(t->arena, sizeof *node);

	node->at = place_of(t, event->start_mark);
	if (++t->nodes > YAML_TREE_NODES_MAX) {
		finding_add(t->findings, &node->at, FINDING_TOO_LARGE, "%s",
		    "");
		return NULL;
	}
	if (!is_plain(t, event))
		return NULL;
	if (event->type == YAML_SEQUENCE_START_EVENT) {
		node->shape = YAML_TREE_LIST;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		node->shape = YAML_TREE_MAP;
	} else {
		node->shape = YAML_TREE_TEXT;
		node->text = arena_strndup(t->arena,
		    (const char *)event->data.scalar.value,
		    event->data.scalar.length);
	}
	return node;
}

static bool
add_child(struct tree *t, struct yaml_node *parent, struct yaml_node *child)
{
	if (parent->count == YAML_TREE_CHILDREN_MAX) {
		finding_add(t->findings, &child->at, FINDING_TOO_MANY, "%d",
		    YAML_TREE_CHILDREN_MAX);
		return false;
	}
	if (parent->last == NULL)
		parent->first = child;
	else
		parent->last->next = child;
	parent->last = child;
	parent->count++;
	return true;
}

/* A key: a text that its map does not have yet.  A second one is told and
 * kept apart, so that its value is read over. */
static bool
add_key(struct tree *t, struct yaml_node *map, struct yaml_node *key)
{
	if (key->shape != YAML_TREE_TEXT) {
		finding_add(t->findings, &key->at, FINDING_NOT_TEXT, "%s", "");
		return false;
	}
	for (const struct yaml_node *k = map->first; k != NULL; k = k->next) {
		if (strcmp(k->text, key->text) == 0) {
			finding_add(t->findings, &key->at,
			    FINDING_DUPLICATE_KEY, "%s", key->text);
			return true;
		}
	}
	return add_child(t, map, key);
}

/* Where the next node goes: the innermost open list or map. */
struct open {
	struct yaml_node *node;
	struct yaml_node *key; /* of a map: the key that waits for its value */
};

static bool
put(struct tree *t, struct open *o, struct yaml_node *node)
{
	if (o->node->shape == YAML_TREE_LIST)
		return add_child(t, o->node, node);
	if (o->key == NULL) {
		o->key = node;
		return add_key(t, o->node, node);
	}
	o->key->value = node;
	o->key = NULL;
	return true;
}

static bool
too_deep(struct tree *t, const struct yaml_node *node)
{
	finding_add(t->findings, &node->at, FINDING_TOO_DEEP, "%d",
	    YAML_TREE_DEPTH_MAX);
	return false;
}

/*
 * Build the tree from the event after a document's start to its end.  The
 * bottom of the stack is a list that holds the root.
 */
static bool
read_nodes(struct tree *t, struct yaml_node *bottom)
{
	struct open stack[YAML_TREE_DEPTH_MAX + 1] = { { bottom, NULL } };
	size_t depth = 0;
	bool good = true;
	bool done = false;

	while (good && !done) {
		yaml_event_t event;
		struct yaml_node *node = NULL;

		if (!next_event(t, &event))
			return false;
		if (event.type == YAML_DOCUMENT_END_EVENT) {
			done = true;
		} else if (event.type == YAML_SEQUENCE_END_EVENT ||
		    event.type == YAML_MAPPING_END_EVENT) {
			depth--;
		} else {
			node = new_node(t, &event);
			good = node != NULL && put(t, &stack[depth], node);
		}
		yaml_event_delete(&event);
		if (!good || node == NULL || node->shape == YAML_TREE_TEXT)
			continue;
		if (depth == YAML_TREE_DEPTH_MAX)
			return too_deep(t, node);
		stack[++depth] = (struct open){ node, NULL };
	}
	return good;
}

/* Read events up to TYPE; a document may have none before it. */
static bool
expect(struct tree *t, yaml_event_type_t type)
{
	yaml_event_t event;
	yaml_event_type_t got;
	struct place at;

	if (!next_event(t, &event))
		return false;
	got = event.type;
	at = place_of(t, event.start_mark);
	yaml_event_delete(&event);
	if (got == type)
		return true;
	if (got == YAML_STREAM_END_EVENT)
		finding_add(t->findings, &at, FINDING_EMPTY_FILE, "%s", "");
	else
		finding_add(t->findings, &at, FINDING_SYNTAX, "%s",
		    "a second document");
	return false;
}

struct yaml_node *
yaml_tree_read(struct bytes text, const struct place *start, struct arena *a,
    struct findings *f)
{
	struct tree t = { .start = start, .arena = a, .findings = f };
	struct yaml_node *bottom = arena_zero(a, sizeof *bottom);
	bool good = false;

	bottom->shape = YAML_TREE_LIST;
	if (!yaml_parser_initialize(&t.parser))
		return NULL;
	yaml_parser_set_encoding(&t.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&t.parser, text.at, text.len);
	good = expect(&t, YAML_STREAM_START_EVENT) &&
	    expect(&t, YAML_DOCUMENT_START_EVENT) && read_nodes(&t, bottom) &&
	    expect(&t, YAML_STREAM_END_EVENT);
	yaml_parser_delete(&t.parser);
	return good ? bottom->first : NULL;
}

const struct yaml_node *
yaml_tree_get(const struct yaml_node *map, const char *key)
{
	for (const struct yaml_node *k = map->first; k != NULL; k = k->next)
		if (strcmp(k->text, key) == 0)
			return k->value;
	return NULL;
}

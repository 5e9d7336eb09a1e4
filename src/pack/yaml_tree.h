/*
 * YAML as a tree whose every node knows its line and column.  Only the plain
 * part of YAML: texts, lists and maps with text keys; anchors, aliases, tags
 * and second documents are findings.
 */
#ifndef VEREDA_YAML_TREE_H
#define VEREDA_YAML_TREE_H

#include <stddef.h>

#include "base/bytes.h"
#include "base/mem.h"
#include "pack/finding.h"

#define YAML_TREE_DEPTH_MAX 8     /* lists and maps in one another */
#define YAML_TREE_NODES_MAX 20000 /* of one file */
#define YAML_TREE_CHILDREN_MAX 1000 /* of one list or map */

enum yaml_shape {
	YAML_TREE_TEXT,
	YAML_TREE_LIST,
	YAML_TREE_MAP,
};

struct yaml_node {
	enum yaml_shape shape;
	struct place at;
	const char *text;        /* of a text, and of a key */
	struct yaml_node *first; /* child: an item, or a key */
	struct yaml_node *last;
	size_t count;            /* children */
	struct yaml_node *next;  /* the next child of the same parent */
	struct yaml_node *value; /* of a key */
};

/*
 * The tree of TEXT, which begins at START; everything lives in A.  NULL with
 * a finding if there is none.
 */
struct yaml_node *yaml_tree_read(struct bytes text, const struct place *start,
    struct arena *a, struct findings *f);

/* The value of KEY in MAP, or NULL. */
const struct yaml_node *yaml_tree_get(const struct yaml_node *map,
    const char *key);

#endif

/*
 * The checks of values, and the two ways to them: a map and a cell.
 */
#include <config.h>

#include "pack/rules.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/utf8.h"
#include "catalog/schema.h"
#include "pack/range.h"
#include "pack/source_file.h"

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"

int
rules_language(const char *code)
{
	for (int i = 0; schema_language((size_t)i) != NULL; i++)
		if (strcmp(schema_language((size_t)i), code) == 0)
			return i;
	return -1;
}

bool
rules_is_id(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && len <= RULES_ID_MAX && text[0] != '-' &&
	    strspn(text, LOWER DIGITS "-") == len;
}

/* Ids with full stops between them. */
static bool
is_mark(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && len <= RULES_ID_MAX && text[0] != '.' &&
	    text[len - 1] != '.' && strstr(text, "..") == NULL &&
	    strspn(text, LOWER DIGITS "-.") == len;
}

/* Letters, digits and single hyphens inside: "XR-01", "F-12", "gt-cap". */
static bool
is_fact(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && len <= RULES_ID_MAX && text[0] != '-' &&
	    text[len - 1] != '-' && strstr(text, "--") == NULL &&
	    strspn(text, LOWER UPPER DIGITS "-") == len;
}

static bool
is_number(struct value *v)
{
	size_t len = strlen(v->text);

	if (len == 0 || len > 10 || strspn(v->text, DIGITS) != len)
		return false;
	v->number = strtoll(v->text, NULL, 10);
	return v->number <= RULES_NUMBER_MAX;
}

static bool
is_address(const char *text)
{
	size_t scheme = strncmp(text, "https://", 8) == 0 ? 8 :
	    strncmp(text, "http://", 7) == 0		  ? 7 :
							    0;

	return scheme > 0 && text[scheme] != '\0' &&
	    strpbrk(text, " \"<>\n") == NULL;
}

/* "es", "en", also "quc": two or three small letters (BCP 47). */
static bool
is_spoken(const char *text)
{
	size_t len = strlen(text);

	return (len == 2 || len == 3) && strspn(text, LOWER) == len;
}

static bool
is_choice(const struct rule *rule, const char *text)
{
	for (size_t i = 0; rule->choices[i] != NULL; i++)
		if (strcmp(rule->choices[i], text) == 0)
			return true;
	return false;
}

static bool
is_duration(struct value *v)
{
	int days = 0;

	if (!date_duration_days(&days, v->text) || days == 0)
		return false;
	v->number = days;
	return true;
}

static bool
is_period(const char *text)
{
	struct period period;

	return period_read(&period, text);
}

static bool
is_cost(const char *text)
{
	struct cost cost;

	return cost_read(&cost, text);
}

/* A unit group of ISCO-08 has four digits; groups of fewer say too little. */
static bool
is_isco(const char *text)
{
	return strlen(text) == 4 && strspn(text, DIGITS) == 4;
}

static enum finding_kind
fault_of_line(const struct rule *rule, const char *text)
{
	size_t max = RULES_TEXT_MAX;

	if (rule->max > 0 && rule->form != RULE_LINES)
		max = rule->max;
	if (strchr(text, '\n') != NULL)
		return FINDING_TWO_LINES;
	return utf8_length(text) > max ? FINDING_TOO_LONG : FINDING_KINDS;
}

/* What is wrong with V, which is not empty; FINDING_KINDS if nothing. */
static enum finding_kind
fault_of(const struct rule *rule, struct value *v)
{
	struct date d = { 0 };
	bool good = true;
	enum finding_kind fault = FINDING_KINDS;

	switch (rule->form) {
	case RULE_LINE:
	case RULE_LINES:
	case RULE_BY_LANGUAGE:
		return fault_of_line(rule, v->text);
	case RULE_ID:
	case RULE_IDS:
		good = rules_is_id(v->text);
		fault = FINDING_BAD_ID;
		break;
	case RULE_MARK:
		good = is_mark(v->text);
		fault = FINDING_BAD_ID;
		break;
	case RULE_FACT:
	case RULE_FACTS:
		good = is_fact(v->text);
		fault = FINDING_BAD_FACT;
		break;
	case RULE_NUMBER:
		good = is_number(v);
		fault = FINDING_BAD_NUMBER;
		break;
	case RULE_DATE:
		good = date_parse(&d, v->text);
		fault = FINDING_BAD_DATE;
		break;
	case RULE_DATE_PARTIAL:
		good = date_parse_partial(&d, v->text);
		fault = FINDING_BAD_DATE;
		break;
	case RULE_DURATION:
		good = is_duration(v);
		fault = FINDING_BAD_DURATION;
		break;
	case RULE_PERIOD:
		good = is_period(v->text);
		fault = FINDING_BAD_PERIOD;
		break;
	case RULE_COST:
		good = is_cost(v->text);
		fault = FINDING_BAD_COST;
		break;
	case RULE_ISCO:
	case RULE_ISCO_ONE:
		good = is_isco(v->text);
		fault = FINDING_BAD_OCCUPATION;
		break;
	case RULE_CHOICE:
	case RULE_CHOICES:
		good = is_choice(rule, v->text);
		fault = FINDING_BAD_CHOICE;
		break;
	case RULE_COUNTRY:
	case RULE_COUNTRIES:
		good = rules_is_country(v->text);
		fault = FINDING_BAD_COUNTRY;
		break;
	case RULE_ADDRESS:
		good = is_address(v->text);
		fault = FINDING_BAD_ADDRESS;
		break;
	case RULE_LANGUAGE_CODES:
		good = rules_language(v->text) >= 0;
		fault = FINDING_BAD_LANGUAGE;
		break;
	case RULE_SPOKEN:
		good = is_spoken(v->text);
		fault = FINDING_BAD_LANGUAGE;
		break;
	case RULE_NODE:
		break;
	}
	return good ? FINDING_KINDS : fault;
}

static bool
is_list(enum rule_form form)
{
	return form == RULE_IDS || form == RULE_FACTS ||
	    form == RULE_COUNTRIES || form == RULE_LANGUAGE_CODES ||
	    form == RULE_SPOKEN || form == RULE_LINES || form == RULE_ISCO ||
	    form == RULE_CHOICES;
}

/* Tell what is wrong with V; such a value is as good as absent. */
static void
check_value(const struct rule *rule, struct value *v, const struct reading *r)
{
	enum finding_kind fault = fault_of(rule, v);

	if (fault == FINDING_KINDS)
		return;
	if (fault == FINDING_TOO_LONG)
		finding_add(r->findings, &v->at, fault, "%s, %zu > %u",
		    rule->key, utf8_length(v->text),
		    rule->max > 0 && rule->form != RULE_LINES ?
			rule->max :
			RULES_TEXT_MAX);
	else
		finding_add(r->findings, &v->at, fault, "%s", v->text);
	v->text = NULL;
}

static void
check_values(const struct rule *rule, struct values *all,
    const struct reading *r)
{
	size_t max = rule->max > 0 ? rule->max : RULES_LIST_MAX;
	size_t kept = 0;

	if (all->count > max) {
		finding_add(r->findings, &all->at, FINDING_TOO_MANY,
		    "%s, %zu > %zu", rule->key, all->count, max);
		all->count = max;
	}
	for (size_t i = 0; i < all->count; i++) {
		struct value *v = &all->list[i];

		for (size_t n = 0; n < kept && v->text != NULL; n++) {
			if (strcmp(all->list[n].text, v->text) == 0) {
				finding_add(r->findings, &v->at,
				    FINDING_REPEATED, "%s", v->text);
				v->text = NULL;
			}
		}
		if (v->text == NULL)
			continue;
		if (v->text[0] == '\0')
			finding_add(r->findings, &v->at, FINDING_EMPTY_VALUE,
			    "%s", rule->key);
		else
			check_value(rule, v, r);
		if (v->text != NULL && v->text[0] != '\0')
			all->list[kept++] = *v;
	}
	all->count = kept;
}

/* Take the spaces and line ends around a text off. */
static const char *
trimmed(const char *text, struct arena *a)
{
	size_t len = 0;

	text += strspn(text, " \n");
	len = strlen(text);
	while (len > 0 && (text[len - 1] == ' ' || text[len - 1] == '\n'))
		len--;
	return text[len] == '\0' ? text : arena_strndup(a, text, len);
}

void
rules_split(struct values *out, const char *text, const struct place *at,
    const char *delimiters, struct arena *a)
{
	size_t room = 1;

	for (const char *c = text; *c != '\0'; c++)
		room += strchr(delimiters, *c) != NULL;
	*out = (struct values){ .at = *at };
	out->list = arena_array(a, room, sizeof *out->list);
	for (size_t from = 0; text[from] != '\0';) {
		size_t n = strcspn(text + from, delimiters);
		size_t skip = strspn(text + from, " \n");
		struct value *v = &out->list[out->count];

		if (skip < n) {
			v->at = source_file_place(at, text, from + skip);
			v->text = trimmed(
			    arena_strndup(a, text + from, n), a);
			out->count++;
		}
		from += n + (text[from + n] != '\0');
	}
}

/* The text of NODE into *V; false with a finding if it is none. */
static bool
take_text(struct value *v, const char *key, const struct yaml_node *node,
    const struct reading *r)
{
	if (node->shape != YAML_TREE_TEXT) {
		finding_add(r->findings, &node->at, FINDING_NOT_TEXT, "%s",
		    key);
		return false;
	}
	v->at = node->at;
	v->text = trimmed(node->text, r->arena);
	return true;
}

static void
take_list(const struct rule *rule, const struct yaml_node *node,
    struct values *out, const struct reading *r)
{
	if (node->shape != YAML_TREE_LIST) {
		finding_add(r->findings, &node->at, FINDING_NOT_LIST, "%s",
		    rule->key);
		return;
	}
	out->at = node->at;
	out->list =
	    arena_array(r->arena, node->count + 1, sizeof *out->list);
	for (const struct yaml_node *n = node->first; n != NULL; n = n->next)
		if (take_text(&out->list[out->count], rule->key, n, r))
			out->count++;
	check_values(rule, out, r);
}

static void
take_by_language(const struct rule *rule, const struct yaml_node *node,
    struct by_language *out, const struct reading *r)
{
	if (node->shape != YAML_TREE_MAP) {
		finding_add(r->findings, &node->at, FINDING_NOT_MAP, "%s",
		    rule->key);
		return;
	}
	for (const struct yaml_node *k = node->first; k != NULL; k = k->next) {
		int lang = rules_language(k->text);

		if (lang < 0) {
			finding_add(r->findings, &k->at, FINDING_BAD_LANGUAGE,
			    "%s", k->text);
			continue;
		}
		if (!take_text(&out->in[lang], rule->key, k->value, r))
			continue;
		if (out->in[lang].text[0] != '\0')
			check_value(rule, &out->in[lang], r);
	}
}

static void
take(const struct rule *rule, unsigned kind, const struct yaml_node *node,
    void *out, const struct reading *r)
{
	void *field = (char *)out + rule->offset;
	struct value *v = field;

	if (rule->form == RULE_NODE) {
		*(const struct yaml_node **)field = node;
		return;
	}
	if (rule->form == RULE_BY_LANGUAGE) {
		take_by_language(rule, node, field, r);
		return;
	}
	if (is_list(rule->form)) {
		struct values *list = field;
		size_t written = node->count;

		take_list(rule, node, list, r);
		if (node->shape == YAML_TREE_LIST && written == 0 &&
		    (rule->needed & kind) != 0)
			finding_add(r->findings, &node->at,
			    FINDING_EMPTY_VALUE, "%s", rule->key);
		return;
	}
	if (!take_text(v, rule->key, node, r))
		return;
	if (v->text[0] != '\0') {
		check_value(rule, v, r);
		return;
	}
	v->text = NULL;
	if ((rule->needed & kind) != 0)
		finding_add(r->findings, &node->at, FINDING_EMPTY_VALUE, "%s",
		    rule->key);
}

bool
rules_has(const struct values *all, const char *text)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->list[i].text, text) == 0)
			return true;
	return false;
}

static const struct rule *
find_rule(const struct rules *rules, const char *key)
{
	for (size_t i = 0; i < rules->count; i++)
		if (strcmp(rules->list[i].key, key) == 0)
			return &rules->list[i];
	return NULL;
}

void
rules_read_map(const struct rules *rules, unsigned kind,
    const struct yaml_node *node, void *out, const struct reading *r)
{
	if (node->shape != YAML_TREE_MAP) {
		finding_add(r->findings, &node->at, FINDING_NOT_MAP, "%s", "");
		return;
	}
	for (const struct yaml_node *k = node->first; k != NULL; k = k->next) {
		const struct rule *rule = find_rule(rules, k->text);

		if (rule == NULL)
			finding_add(r->findings, &k->at, FINDING_UNKNOWN_KEY,
			    "%s", k->text);
		else if (rule->allowed != 0 && (rule->allowed & kind) == 0)
			finding_add(r->findings, &k->at,
			    FINDING_MISPLACED_KEY, "%s", k->text);
		else
			take(rule, kind, k->value, out, r);
	}
	for (size_t i = 0; i < rules->count; i++)
		if ((rules->list[i].needed & kind) != 0 &&
		    yaml_tree_get(node, rules->list[i].key) == NULL)
			finding_add(r->findings, &node->at,
			    FINDING_MISSING_KEY, "%s", rules->list[i].key);
}

void
rules_read_cell(const struct rule *rule, const struct csv_cell *cell,
    void *out, const struct reading *r)
{
	void *field = (char *)out + rule->offset;
	struct value *v = field;

	if (is_list(rule->form)) {
		struct values *list = field;

		rules_split(list, cell->text, &cell->at,
		    rule->form == RULE_LINES ? "," : " ", r->arena);
		check_values(rule, list, r);
		if (rule->needed != 0 && cell->text[0] == '\0')
			finding_add(r->findings, &cell->at,
			    FINDING_EMPTY_VALUE, "%s", rule->key);
		return;
	}
	v->at = cell->at;
	v->text = trimmed(cell->text, r->arena);
	if (v->text[0] != '\0')
		check_value(rule, v, r);
	else if (rule->needed != 0) {
		finding_add(r->findings, &cell->at, FINDING_EMPTY_VALUE, "%s",
		    rule->key);
		v->text = NULL;
	}
}

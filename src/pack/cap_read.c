/*
 * Reads CAP 1.2 with libxml2, which gets plain UTF-8 without declarations
 * and with the network, files and entities turned off.
 */
#include <config.h>

#include "pack/cap.h"

#include <stdbool.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/compiler.h"
#include "base/date.h"
#include "base/utf8.h"
#include "catalog/schema.h"
#include "pack/rules.h"

#define NAMESPACE "urn:oasis:names:tc:emergency:cap:1.2"
#define SCHEMA_LANGUAGE "en-US" /* of an info that names none (3.2.2) */

static bool
has_word(struct bytes b, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i + len <= b.len; i++)
		if (memcmp(b.at + i, word, len) == 0)
			return true;
	return false;
}

/* What no alert needs, and what attacks on XML are made of. */
static int
check_bytes(struct bytes xml, struct err *e)
{
	uint32_t code = 0;

	if (xml.len > CAP_MAX)
		return err_set(e, ERR_LIMIT, "message of %zu bytes, more than "
		    "%u", xml.len, CAP_MAX);
	if (memchr(xml.at, '\0', xml.len) != NULL ||
	    utf8_find_unsafe(xml, &code) != xml.len)
		return err_set(e, ERR_INPUT, "not plain UTF-8");
	if (has_word(xml, "<!DOCTYPE") || has_word(xml, "<!ENTITY"))
		return err_set(e, ERR_INPUT, "a document type or an entity "
		    "is declared");
	return 0;
}

static bool
is_called(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE &&
	    strcmp((const char *)n->name, name) == 0;
}

static const xmlNode *
child(const xmlNode *parent, const char *name)
{
	const xmlNode *n = parent->children;

	while (n != NULL && !is_called(n, name))
		n = n->next;
	return n;
}

/* The text of NODE on one line, without blanks around it; "" for none. */
static const char *
text_of(const xmlNode *node, struct arena *a)
{
	xmlChar *content = node == NULL ? NULL : xmlNodeGetContent(node);
	size_t len = content == NULL ? 0 : strlen((const char *)content);
	char *out = arena_zero(a, len + 1);
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		bool blank = strchr(" \t\r\n", content[i]) != NULL;

		if (!blank)
			out[n++] = (char)content[i];
		else if (n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	xmlFree(content);
	return out;
}

static const char *
text_in(const xmlNode *parent, const char *name, struct arena *a)
{
	return text_of(child(parent, name), a);
}

static void
lose(struct cap *cap, const char *where, const char *name, struct arena *a)
{
	const char *path = arena_printf(a, "%s%s", where, name);

	for (size_t i = 0; i < cap->lost_count; i++)
		if (strcmp(cap->lost[i], path) == 0)
			return;
	if (cap->lost_count < CAP_LOST_MAX)
		cap->lost[cap->lost_count++] = path;
}

/* Every element of PARENT that is not among KNOWN is told. */
static void
lose_others(struct cap *cap, const xmlNode *parent, const char *where,
    const char *const *known, struct arena *a)
{
	for (const xmlNode *n = parent->children; n != NULL; n = n->next) {
		const char *const *k = known;

		if (n->type != XML_ELEMENT_NODE)
			continue;
		while (*k != NULL && !is_called(n, *k))
			k++;
		if (*k == NULL)
			lose(cap, where, (const char *)n->name, a);
	}
}

/* The day of an ISO 8601 time, or "". */
static const char *
day_of(const char *time, struct arena *a)
{
	char *day = arena_strndup(a, time, 10);
	struct date d;

	return date_parse(&d, day) ? day : "";
}

/* Does the time say no more than its day, as cap_write() makes it? */
static bool
is_whole_day(const char *time)
{
	return time[0] == '\0' || strstr(time, "T00:00:00") != NULL ||
	    strstr(time, "T23:59:59") != NULL;
}

static bool
is_country(const char *code)
{
	return strlen(code) == 2 && code[0] >= 'A' && code[0] <= 'Z' &&
	    code[1] >= 'A' && code[1] <= 'Z';
}

static void
read_geocode(struct cap *cap, const xmlNode *geocode, struct arena *a)
{
	const char *code = text_in(geocode, "value", a);

	if (strcmp(text_in(geocode, "valueName", a), CAP_COUNTRY) != 0 ||
	    !is_country(code)) {
		lose(cap, "info/area/", "geocode", a);
		return;
	}
	for (size_t i = 0; i < cap->country_count; i++)
		if (strcmp(cap->countries[i], code) == 0)
			return;
	if (cap->country_count < CAP_COUNTRIES_MAX)
		cap->countries[cap->country_count++] = code;
	else
		lose(cap, "info/area/", "geocode", a);
}

static void
read_area(struct cap *cap, const xmlNode *area, struct arena *a)
{
	static const char *const known[] = { "geocode", "areaDesc", NULL };

	for (const xmlNode *n = area->children; n != NULL; n = n->next)
		if (is_called(n, "geocode"))
			read_geocode(cap, n, a);
	if (!is_country(text_in(area, "areaDesc", a)))
		lose(cap, "info/area/", "areaDesc", a);
	lose_others(cap, area, "info/area/", known, a);
}

/* The code of the schema for "es-MX", or NULL. */
static const char *
language_of(const char *tag)
{
	size_t len = strcspn(tag, "-");
	const char *known = schema_language(0);

	for (size_t i = 1; known != NULL &&
	     (strlen(known) != len || strncmp(known, tag, len) != 0); i++)
		known = schema_language(i);
	return known;
}

/* What all languages share comes from the first. */
static void
read_first(struct cap *cap, const xmlNode *info, struct arena *a)
{
	cap->urgency = text_in(info, "urgency", a);
	cap->severity = text_in(info, "severity", a);
	cap->certainty = text_in(info, "certainty", a);
	cap->effective = day_of(text_in(info, "effective", a), a);
	cap->expires = day_of(text_in(info, "expires", a), a);
	if (!is_whole_day(text_in(info, "effective", a)) ||
	    !is_whole_day(text_in(info, "expires", a)))
		lose(cap, "info/", "expires: the time of day", a);
	if (cap->effective[0] == '\0')
		cap->effective = day_of(cap->sent, a);
	if (strcmp(cap->severity, "Unknown") == 0) {
		lose(cap, "info/", "severity", a);
		cap->severity = ""; /* an editor must say it */
	}
}

static void
read_info(struct cap *cap, const xmlNode *info, struct arena *a)
{
	static const char *const known[] = { "language", "event", "urgency",
		"severity", "certainty", "effective", "expires", "headline",
		"description", "instruction", "area", NULL };
	const char *tag = text_in(info, "language", a);
	const char *lang =
	    language_of(tag[0] == '\0' ? SCHEMA_LANGUAGE : tag);
	bool repeated = false;

	for (size_t i = 0; i < cap->info_count; i++)
		repeated = repeated ||
		    (lang != NULL && strcmp(cap->infos[i].lang, lang) == 0);
	if (lang == NULL || repeated || cap->info_count == CAP_INFOS_MAX) {
		lose(cap, "info ", tag, a);
		return;
	}
	if (cap->info_count == 0)
		read_first(cap, info, a);
	else if (strcmp(text_in(info, "event", a), cap->infos[0].event) != 0)
		lose(cap, "info/event in ", lang, a);
	cap->infos[cap->info_count++] = (struct cap_info){ .lang = lang,
		.event = text_in(info, "event", a),
		.headline = text_in(info, "headline", a),
		.description = text_in(info, "description", a),
		.instruction = text_in(info, "instruction", a) };
	for (const xmlNode *n = info->children; n != NULL; n = n->next)
		if (is_called(n, "area"))
			read_area(cap, n, a);
	lose_others(cap, info, "info/", known, a);
}

static int
read_alert(struct cap *cap, const xmlNode *alert, struct arena *a,
    struct err *e)
{
	static const char *const known[] = { "identifier", "sender", "sent",
		"status", "msgType", "scope", "info", NULL };
	const char *status = text_in(alert, "status", a);
	const char *type = text_in(alert, "msgType", a);
	const char *scope = text_in(alert, "scope", a);

	if (!is_called(alert, "alert") || alert->ns == NULL ||
	    strcmp((const char *)alert->ns->href, NAMESPACE) != 0)
		return err_set(e, ERR_INPUT, "no alert of CAP 1.2");
	if (strcmp(status, "Actual") != 0)
		return err_set(e, ERR_INPUT, "status is %s, not Actual",
		    status);
	if (strcmp(type, "Alert") != 0 && strcmp(type, "Update") != 0)
		return err_set(e, ERR_INPUT, "msgType is %s, not Alert or "
		    "Update", type);
	if (strcmp(scope, "Public") != 0)
		return err_set(e, ERR_INPUT, "scope is %s, not Public",
		    scope);
	cap->identifier = text_in(alert, "identifier", a);
	cap->sender = text_in(alert, "sender", a);
	cap->sent = text_in(alert, "sent", a);
	for (const xmlNode *n = alert->children; n != NULL; n = n->next)
		if (is_called(n, "info"))
			read_info(cap, n, a);
	lose_others(cap, alert, "", known, a);
	if (cap->info_count == 0)
		return err_set(e, ERR_INPUT, "no info in a language that "
		    "Vereda speaks");
	return 0;
}

int
cap_read(struct cap *out, struct bytes xml, struct arena *a, struct err *e)
{
	xmlDoc *doc = NULL;
	const xmlNode *root = NULL;
	int rc = -1;

	memset(out, 0, sizeof *out);
	if (check_bytes(xml, e) < 0)
		return -1;
	doc = xmlReadMemory((const char *)xml.at, (int)xml.len, "cap",
	    "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR |
		XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
	root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	if (root == NULL || doc->intSubset != NULL)
		err_set(e, ERR_INPUT, "not well-formed XML");
	else
		rc = read_alert(out, root, a, e);
	xmlFreeDoc(doc);
	return rc;
}

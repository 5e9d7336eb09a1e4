/*
 * Entries: what a list shows of one, and one whole.
 */
#include <config.h>

#include <string.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"
#include "catalog/schema.h"
#include "text/lang.h"

const struct statement_text catalog_entry_statements[] = {
	{ ST_HEAD,
	    "SELECT e.kind,e.slug,t.lang,t.title,t.summary,t.withdrawn,"
	    "a.severity,a.effective FROM entry e JOIN text t ON t.entry=e.id"
	    " LEFT JOIN alert a"
	    " ON a.entry=CASE e.kind WHEN 'alert' THEN e.id END"
	    " WHERE e.id=?1" BY_LANGUAGE(
		"t.lang", "?2") },
	{ ST_COUNTRIES, "SELECT country FROM entry_country WHERE entry=?1"
			" ORDER BY country" },
	{ ST_ENTRY,
	    "SELECT e.status,e.confidence,e.reviewed,e.review_by,t.withdrawn"
	    " FROM entry e JOIN text t ON t.entry=e.id AND t.lang=?2"
	    " WHERE e.id=?1" },
	{ ST_BODY, "SELECT markdown FROM body"
		   " WHERE id=?1 AND entry=?2 AND lang=?3" },
	{ ST_SOURCES,
	    "SELECT s.title,s.publisher,s.url,s.date FROM entry_source x"
	    " JOIN source s ON s.id=x.source WHERE x.entry=?1"
	    " ORDER BY x.position" },
	{ ST_LINKS,
	    "SELECT target FROM link WHERE entry=?1 ORDER BY position" },
	{ ST_TOPIC_OF, "SELECT t.title FROM entry_topic x JOIN topic_text t"
		       " ON t.topic=x.topic WHERE x.entry=?1"
		       " ORDER BY x.topic,t.lang=?2 DESC,t.lang='es' DESC,"
		       "t.lang='en' DESC,t.lang LIMIT 1" },
	{ ST_COUNT, NULL },
};

static enum severity
severity_of(int32_t number)
{
	if (number < SEVERITY_NONE || number > SEVERITY_EXTREME)
		return SEVERITY_NONE;
	return (enum severity)number;
}

static int
load_countries(const struct channel *ch, int32_t row, struct arena *a,
    const char **out, struct err *e)
{
	struct query q;

	query_begin(&q, ch, ST_COUNTRIES);
	query_number(&q, 1, row);
	return query_join(&q, a, out, e);
}

int
catalog_head(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct entry_head *out, bool *found, struct err *e)
{
	struct ref by = { 0 };
	struct query q;
	bool old = false;

	memset(out, 0, sizeof *out);
	*found = false;
	if (ref.channel >= c->count)
		return 0;
	query_begin(&q, &c->channels[ref.channel], ST_HEAD);
	query_number(&q, 1, ref.row);
	query_text(&q, 2, lang);
	while (query_row(&q)) {
		out->ref = ref;
		out->kind = entry_kind_find(query_get(&q, 0, a));
		out->slug = query_get(&q, 1, a);
		out->lang = query_get(&q, 2, a);
		out->title = query_get(&q, 3, a);
		out->summary = query_get(&q, 4, a);
		out->withdrawn = query_get(&q, 5, a)[0] != '\0';
		out->severity = severity_of(query_get_row(&q, 6));
		out->effective = query_get(&q, 7, a);
		*found = out->kind != ENTRY_KINDS;
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (*found && out->kind == ENTRY_ALERT &&
	    catalog_superseded(c, ref.channel, out->slug, &old, e) < 0)
		return -1;
	if (*found && catalog_withdrawer(c, ref.channel, out->slug, &by, e) <
		0)
		return -1;
	*found = *found && !old && by.row == 0;
	return load_countries(
	    &c->channels[ref.channel], ref.row, a, &out->countries, e);
}

int
catalog_shown(struct catalog *c, const struct ref_list *refs,
    struct arena *a, struct ref_list *out, struct err *e)
{
	for (size_t i = 0; i < refs->count; i++) {
		struct entry_head head;
		bool found = false;

		if (catalog_head(c, refs->refs[i], "", a, &head, &found, e) <
		    0)
			return -1;
		if (found)
			ref_list_add(out, refs->refs[i], a);
	}
	return 0;
}

int
catalog_heads(struct catalog *c, const struct ref_list *refs, const char *lang,
    struct arena *a, struct entry_list *out, struct err *e)
{
	out->count = 0;
	out->heads = arena_array(a, refs->count + 1, sizeof *out->heads);
	for (size_t i = 0; i < refs->count; i++) {
		bool found = false;

		if (catalog_head(c, refs->refs[i], lang, a,
			&out->heads[out->count], &found, e) < 0)
			return -1;
		out->count += found;
	}
	return 0;
}

void
query_begin_for(struct query *q, const struct catalog *c, const struct entry *x,
    enum statement statement)
{
	query_begin(q, &c->channels[x->head.ref.channel], statement);
	query_number(q, 1, x->head.ref.row);
	if (sqlite3_bind_parameter_count(q->st) > 1)
		query_text(q, 2, x->head.lang);
}

/* Its text in LANGUAGE, a number of schema_language(), if there is one. */
static int
load_body_in(struct catalog *c, size_t language, struct arena *a,
    struct entry *x, bool *found, struct err *e)
{
	int32_t row = x->head.ref.row;
	struct query q;

	query_begin(&q, &c->channels[x->head.ref.channel], ST_BODY);
	query_number(&q, 1, schema_text_id(language, row));
	query_number(&q, 2, row);
	query_text(&q, 3, schema_language(language));
	while (query_row(&q)) {
		x->markdown = query_get(&q, 0, a);
		*found = true;
	}
	return query_end(&q, e);
}

/* The language of the title first, then any. */
static int
load_body(struct catalog *c, struct arena *a, struct entry *x, struct err *e)
{
	size_t own = schema_language_number(x->head.lang);
	bool found = false;

	if (own < lang_count &&
	    load_body_in(c, own, a, x, &found, e) < 0)
		return -1;
	for (size_t n = 0; n < lang_count && !found; n++)
		if (n != own && load_body_in(c, n, a, x, &found, e) < 0)
			return -1;
	return 0;
}

static int
load_core(struct catalog *c, struct arena *a, struct entry *x, struct err *e)
{
	struct query q;

	query_begin_for(&q, c, x, ST_ENTRY);
	while (query_row(&q)) {
		x->status = query_get(&q, 0, a);
		x->confidence = query_get(&q, 1, a);
		x->reviewed = query_get(&q, 2, a);
		x->review_by = query_get(&q, 3, a);
		x->withdrawn = query_get(&q, 4, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	if (catalog_kinds[x->head.kind].prose && load_body(c, a, x, e) < 0)
		return -1;
	query_begin_for(&q, c, x, ST_TOPIC_OF);
	while (query_row(&q))
		x->topic_title = query_get(&q, 0, a);
	return query_end(&q, e);
}

int
query_count_for(struct catalog *c, const struct entry *x,
    enum statement statement, size_t *out, struct err *e)
{
	struct query q;

	*out = 0;
	query_begin_for(&q, c, x, statement);
	while (query_row(&q))
		(*out)++;
	return query_end(&q, e);
}

static int
load_sources(struct catalog *c, struct arena *a, struct entry *x, struct err *e)
{
	struct query q;
	size_t count = 0;

	if (query_count_for(c, x, ST_SOURCES, &count, e) < 0)
		return -1;
	x->sources = arena_array(a, count + 1, sizeof *x->sources);
	query_begin_for(&q, c, x, ST_SOURCES);
	while (query_row(&q) && x->source_count < count) {
		struct source *s = &x->sources[x->source_count++];

		s->title = query_get(&q, 0, a);
		s->publisher = query_get(&q, 1, a);
		s->url = query_get(&q, 2, a);
		s->date = query_get(&q, 3, a);
	}
	return query_end(&q, e);
}

static int
load_links(struct catalog *c, const char *lang, struct arena *a,
    struct entry *x, struct err *e)
{
	struct ref_list refs = { 0 };
	struct query q;

	query_begin_for(&q, c, x, ST_LINKS);
	if (query_refs(&q, x->head.ref.channel, &refs, a, e) < 0)
		return -1;
	return catalog_heads(c, &refs, lang, a, &x->links, e);
}

/* No text of an entry is ever NULL. */
static void
entry_init(struct entry *x)
{
	const char **const texts[] = { &x->markdown, &x->status, &x->confidence,
		&x->reviewed, &x->review_by, &x->topic_title, &x->event,
		&x->urgency, &x->certainty, &x->expires, &x->withdrawn,
		&x->type, &x->hours, &x->eligibility, &x->languages, &x->cost,
		&x->anonymous, &x->url, &x->checked,
		&x->tool };

	memset(x, 0, sizeof *x);
	for (size_t i = 0; i < COUNT_OF(texts); i++)
		*texts[i] = "";
}

/* Why there is nothing to give out. */
static int
refuse(struct catalog *c, struct ref ref, const char *lang, struct arena *a,
    struct err *e)
{
	struct withdrawal w;
	bool found = false;

	if (catalog_withdrawal(c, ref, lang, a, &w, &found, e) < 0)
		return -1;
	if (found)
		return err_set(e, ERR_WITHDRAWN, "%s", w.slug);
	return err_set(e, ERR_NOT_FOUND, "entry %d of channel %u",
	    (int)ref.row, ref.channel);
}

int
catalog_entry(struct catalog *c, struct ref ref, const char *lang,
    struct arena *a, struct entry *out, struct err *e)
{
	bool found = false;

	entry_init(out);
	if (catalog_head(c, ref, lang, a, &out->head, &found, e) < 0)
		return -1;
	if (!found)
		return refuse(c, ref, lang, a, e);
	if (load_core(c, a, out, e) < 0 || load_sources(c, a, out, e) < 0 ||
	    load_links(c, lang, a, out, e) < 0)
		return -1;
	return catalog_kinds[out->head.kind].load == NULL ?
	    0 :
	    catalog_kinds[out->head.kind].load(c, a, out, e);
}

/*
 * The compiler of the content database.
 */
#include <config.h>

#include "pack/compile.h"

#include <assert.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "pack/row_writer.h"

#define _(s) gettext(s)

#define POSITION_USUAL 100 /* of an entry that names none */

/* An entry or a service under its slug; its number from 1 is its row. */
struct item {
	const char *slug;
	const struct channel_entry *entry;
	const struct channel_service *service;
};

struct items {
	struct item *list;
	size_t count;
};

static const char *
language_code(int lang)
{
	return schema_languages()[lang];
}

static int
compare_items(const void *left, const void *right)
{
	const struct item *a = left;
	const struct item *b = right;

	return strcmp(a->slug, b->slug);
}

static struct items
sorted_items(const struct channel *c)
{
	struct items all = { 0 };

	all.list = arena_array(c->arena, c->entry_count + c->service_count + 1,
	    sizeof *all.list);
	for (size_t i = 0; i < c->entry_count; i++)
		all.list[all.count++] = (struct item){ c->entries[i].slug,
			&c->entries[i], NULL };
	for (size_t i = 0; i < c->service_count; i++)
		all.list[all.count++] = (struct item){ c->services[i].id.text,
			NULL, &c->services[i] };
	if (all.count > 0)
		qsort(all.list, all.count, sizeof *all.list, compare_items);
	return all;
}

static int64_t
row_of(const struct items *all, const char *slug)
{
	struct item want = { .slug = slug };
	const struct item *found = bsearch(&want, all->list, all->count,
	    sizeof want, compare_items);

	return found == NULL ? 0 : found - all->list + 1;
}

static int
compare_topics(const void *left, const void *right)
{
	const struct channel_topic *a = left;
	const struct channel_topic *b = right;

	return strcmp(a->id.text, b->id.text);
}

static void
write_by_language(struct row_writer *w, const struct channel *c,
    const char *key, const struct by_language *texts)
{
	for (size_t i = 0; i < c->languages.count; i++) {
		int lang = channel_language(c, i);
		const char *name =
		    arena_printf(c->arena, "%s.%s", key, language_code(lang));

		row_put(w, "INSERT INTO meta VALUES(?,?)", "tt", name,
		    texts->in[lang].text);
	}
}

/* "es en", the main language first. */
static const char *
language_list(const struct channel *c)
{
	const char *list = "";

	for (size_t i = 0; i < c->languages.count; i++)
		list = arena_printf(c->arena, "%s%s%s", list,
		    i == 0 ? "" : " ", c->languages.list[i].text);
	return list;
}

static void
write_meta(struct row_writer *w, const struct channel *c)
{
	static const char sql[] = "INSERT INTO meta VALUES(?,?)";

	row_put(w, sql, "tt", "channel", c->id.text);
	row_put(w, sql, "tt", "publisher", c->publisher.text);
	row_put(w, sql, "tt", "licence", c->licence.text);
	row_put(w, sql, "tt", "created", c->created.text);
	row_put(w, sql, "tt", "langs", language_list(c));
	write_by_language(w, c, "title", &c->title);
	write_by_language(w, c, "notice", &c->notice);
}

static void
write_topics(struct row_writer *w, struct channel *c)
{
	if (c->topic_count > 0)
		qsort(c->topics, c->topic_count, sizeof *c->topics,
		    compare_topics);
	for (size_t i = 0; i < c->topic_count; i++)
		c->topics[i].row = i + 1;
	for (size_t i = 0; i < c->topic_count; i++) {
		const struct channel_topic *t = &c->topics[i];
		const struct channel_topic *parent =
		    t->parent.text == NULL ? NULL :
					     channel_topic(c, t->parent.text);

		row_put(w, "INSERT INTO topic VALUES(?,?,?,?)", "itii",
		    (int64_t)t->row, t->id.text,
		    (int64_t)(parent == NULL ? 0 : parent->row),
		    t->position.number);
		for (size_t n = 0; n < c->languages.count; n++) {
			int lang = channel_language(c, n);

			row_put(w, "INSERT INTO topic_text VALUES(?,?,?,?)",
			    "ittt", (int64_t)t->row, language_code(lang),
			    t->title.in[lang].text, t->summary.in[lang].text);
		}
	}
}

static int
compare_sources(const void *left, const void *right)
{
	const struct channel_source *a = left;
	const struct channel_source *b = right;

	return strcmp(a->id.text, b->id.text);
}

static void
use_sources(const struct channel *c, const struct values *sources)
{
	for (size_t i = 0; i < sources->count; i++) {
		struct channel_source *s =
		    channel_source(c, sources->list[i].text);

		if (s != NULL)
			s->row = 1;
	}
}

/* Only sources that an entry names go in. */
static void
write_sources(struct row_writer *w, struct channel *c)
{
	size_t row = 0;

	if (c->source_count > 0)
		qsort(c->sources, c->source_count, sizeof *c->sources,
		    compare_sources);
	for (size_t i = 0; i < c->entry_count; i++)
		use_sources(c, &c->entries[i].original->sources);
	for (size_t i = 0; i < c->service_count; i++)
		use_sources(c, &c->services[i].sources);
	for (size_t i = 0; i < c->source_count; i++) {
		struct channel_source *s = &c->sources[i];

		if (s->row == 0)
			continue;
		s->row = ++row;
		row_put(w, "INSERT INTO source VALUES(?,?,?,?,?,?)", "ittttt",
		    (int64_t)row, s->id.text, s->title.text,
		    s->publisher.text, s->url.text, s->date.text);
	}
}

static void
write_entry_sources(struct row_writer *w, const struct channel *c, int64_t id,
    const struct values *sources)
{
	for (size_t i = 0; i < sources->count; i++) {
		const struct channel_source *s =
		    channel_source(c, sources->list[i].text);

		row_put(w, "INSERT INTO entry_source VALUES(?,?,?)", "iii", id,
		    (int64_t)i + 1, (int64_t)s->row);
	}
}

static void
write_facts(struct row_writer *w, int64_t id, const struct values *facts)
{
	for (size_t i = 0; i < facts->count; i++)
		row_put(w, "INSERT INTO entry_fact VALUES(?,?)", "it", id,
		    facts->list[i].text);
}

/* The words that a list of keywords holds, as one text for the index. */
static const char *
joined(const struct channel *c, const struct values *words)
{
	const char *all = "";

	for (size_t i = 0; i < words->count; i++)
		all = arena_printf(c->arena, "%s%s%s", all,
		    i == 0 ? "" : " ", words->list[i].text);
	return all;
}

static void
write_index(struct row_writer *w, const struct channel *c, int64_t id, int lang,
    const char *const words[4])
{
	const char *sql = arena_printf(c->arena,
	    "INSERT INTO fts_%s(rowid,title,keywords,summary,body) "
	    "VALUES(?,?,?,?,?)",
	    language_code(lang));

	row_put(w, sql, "itttt", id, words[0], words[1], words[2], words[3]);
}

static void
write_text(struct row_writer *w, const struct channel *c, int64_t id,
    const struct channel_entry *entry, int lang)
{
	const struct channel_text *t = &entry->text[lang];
	const struct channel_text *o = entry->original;
	const char *const words[] = { t->title.text, joined(c, &t->keywords),
		t->summary.text, t->plain };

	row_put(w, "INSERT INTO text VALUES(?,?,?,?,?,?,?)", "ittttii", id,
	    language_code(lang), t->title.text, t->summary.text,
	    t->withdrawn.text, o->revision.number,
	    t == o ? (int64_t)0 : t->translates.number);
	write_index(w, c, id, lang, words);
}

static int64_t
severity_number(const char *severity)
{
	static const char *const names[] = { "", "Minor", "Moderate",
		"Severe", "Extreme" };

	for (size_t i = 1; i < COUNT_OF(names); i++)
		if (strcmp(names[i], severity) == 0)
			return (int64_t)i;
	return 0;
}

static void
write_places(struct row_writer *w, const struct channel *c, int64_t id,
    const struct channel_text *o, const struct items *all)
{
	for (size_t i = 0; i < o->topics.count; i++)
		row_put(w, "INSERT INTO entry_topic VALUES(?,?,?)", "iii",
		    (int64_t)channel_topic(c, o->topics.list[i].text)->row,
		    o->position.text == NULL ? (int64_t)POSITION_USUAL :
					       o->position.number,
		    id);
	for (size_t i = 0; i < o->countries.count; i++)
		row_put(w, "INSERT INTO entry_country VALUES(?,?)", "it", id,
		    o->countries.list[i].text);
	for (size_t i = 0; i < o->links.count; i++)
		row_put(w, "INSERT INTO link VALUES(?,?,?)", "iii", id,
		    (int64_t)i + 1, row_of(all, o->links.list[i].text));
}

static void
write_entry(struct row_writer *w, const struct channel *c, int64_t id,
    const struct channel_entry *entry, const struct items *all)
{
	const struct channel_text *o = entry->original;
	bool is_alert = entry->kind == CHANNEL_ALERT;

	row_put(w, "INSERT INTO entry VALUES(?,?,?,?,?,?,?)", "itttttt", id,
	    entry->slug, is_alert ? "alert" : "article", o->status.text,
	    o->confidence.text, o->reviewed.text, o->review_by.text);
	if (is_alert)
		row_put(w, "INSERT INTO alert VALUES(?,?,?,?,?,?,?)", "ititttt",
		    id, o->event.text, severity_number(o->severity.text),
		    o->urgency.text, o->certainty.text, o->effective.text,
		    o->expires.text);
	write_places(w, c, id, o, all);
	write_facts(w, id, &o->facts);
	write_entry_sources(w, c, id, &o->sources);
	for (size_t i = 0; i < c->languages.count; i++)
		write_text(w, c, id, entry, channel_language(c, i));
}

static void
write_service_text(struct row_writer *w, const struct channel *c, int64_t id,
    const struct channel_service *s, size_t n)
{
	int lang = channel_language(c, n);
	const char *code = language_code(lang);
	const char *const words[] = { s->name.in[lang].text,
		s->keywords.in[lang].text, s->summary.in[lang].text,
		s->eligibility.in[lang].text };

	row_put(w, "INSERT INTO text VALUES(?,?,?,?,?,?,?)", "ittttii", id,
	    code, words[0], words[2], "", (int64_t)1, (int64_t)(n > 0));
	row_put(w, "INSERT INTO service_text VALUES(?,?,?,?)", "ittt", id, code,
	    s->hours.in[lang].text, words[3]);
	write_index(w, c, id, lang, words);
	for (size_t i = 0; i < s->numbers.count; i++)
		if (s->numbers.list[i].notes[n] != NULL)
			row_put(w,
			    "INSERT INTO service_phone_text VALUES(?,?,?,?)",
			    "iitt", id, (int64_t)i + 1, code,
			    s->numbers.list[i].notes[n]);
}

static void
write_service(struct row_writer *w, const struct channel *c, int64_t id,
    const struct channel_service *s)
{
	const char *spoken = joined(c, &s->languages);

	row_put(w, "INSERT INTO entry VALUES(?,?,?,?,?,?,?)", "itttttt", id,
	    s->id.text, "service", s->status.text, s->confidence.text,
	    s->reviewed.text, s->review_by.text);
	row_put(w, "INSERT INTO service VALUES(?,?,?,?,?,?,?,?,?)", "ittttttti",
	    id, s->type.text, s->country.text, spoken, s->cost.text,
	    s->anonymous.text, s->url.text, s->reviewed.text,
	    s->position.number);
	row_put(w, "INSERT INTO entry_country VALUES(?,?)", "it", id,
	    s->country.text);
	for (size_t i = 0; i < s->numbers.count; i++)
		row_put(w, "INSERT INTO service_phone VALUES(?,?,?)", "iit", id,
		    (int64_t)i + 1, s->numbers.list[i].number);
	write_facts(w, id, &s->facts);
	write_entry_sources(w, c, id, &s->sources);
	for (size_t i = 0; i < c->languages.count; i++)
		write_service_text(w, c, id, s, i);
}

/* Texts of one language lie side by side: they compress better so. */
static void
write_bodies(struct row_writer *w, const struct channel *c,
    const struct items *all)
{
	for (size_t n = 0; n < c->languages.count; n++) {
		int lang = channel_language(c, n);

		for (size_t i = 0; i < all->count; i++) {
			const struct channel_entry *x = all->list[i].entry;

			if (x == NULL || x->text[lang].markdown == NULL)
				continue;
			row_put(w,
			    "INSERT INTO body(entry,lang,markdown) "
			    "VALUES(?,?,?)",
			    "itt", (int64_t)i + 1, language_code(lang),
			    x->text[lang].markdown);
		}
	}
}

static void
write_words(struct row_writer *w, const struct channel *c)
{
	for (size_t i = 0; i < c->gloss_count; i++)
		for (size_t n = 0; n < c->languages.count; n++) {
			int lang = channel_language(c, n);
			const struct channel_gloss *g = &c->glossary[i];

			row_put(w, "INSERT INTO glossary VALUES(?,?,?)", "ttt",
			    language_code(lang), g->term.in[lang].text,
			    g->explanation.in[lang].text);
		}
	for (size_t i = 0; i < c->synonym_count; i++)
		row_put(w, "INSERT INTO synonym VALUES(?,?,?)", "ttt",
		    c->synonyms[i].lang, c->synonyms[i].word.text,
		    c->synonyms[i].formal.text);
}

static void
optimize_indexes(struct row_writer *w, const struct channel *c)
{
	for (int i = 0; schema_languages()[i] != NULL; i++)
		row_run(w, arena_printf(c->arena,
			   "INSERT INTO fts_%s(fts_%s) VALUES('optimize')",
			   language_code(i), language_code(i)));
}

static void
write_all(struct row_writer *w, struct channel *c, const struct progress *p)
{
	struct items all = sorted_items(c);

	row_run(w, "BEGIN");
	row_run(w, schema_sql());
	row_run(w, arena_printf(c->arena, "PRAGMA user_version = %d",
		   SCHEMA_VERSION));
	write_meta(w, c);
	write_topics(w, c);
	write_sources(w, c);
	for (size_t i = 0; i < all.count; i++) {
		const struct item *one = &all.list[i];

		if (one->entry != NULL)
			write_entry(w, c, (int64_t)i + 1, one->entry, &all);
		else
			write_service(w, c, (int64_t)i + 1, one->service);
		progress_tell(p, _("Writing the database"), i + 1, all.count);
	}
	write_bodies(w, c, &all);
	write_words(w, c);
	optimize_indexes(w, c);
	row_run(w, "COMMIT");
	row_run(w, "VACUUM");
	row_check_integrity(w);
}

int
compile_database(struct channel *c, const char *path,
    const struct progress *p, struct err *e)
{
	struct row_writer w = { .e = e };

	assert(findings_count(c->findings, FINDING_ERROR) == 0);
	if (database_create(&w.db, path, COMPILE_PAGE_SIZE, e) < 0)
		return err_wrap(e, "%s", path);
	write_all(&w, c, p);
	database_close(w.db);
	return w.rc < 0 ? err_wrap(e, "%s", path) : 0;
}

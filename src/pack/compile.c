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
#include "catalog/index_write.h"
#include "catalog/schema.h"
#include "image/database.h"
#include "pack/compile_entry.h"
#include "pack/fees.h"
#include "pack/kind.h"
#include "pack/recordings.h"
#include "pack/row_writer.h"

#define _(s) gettext(s)

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
		const char *name = arena_printf(c->arena, "%s.%s", key,
		    compile_language(lang));

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

/* As the nearest of its parents that says so. */
static bool
is_sensitive(const struct channel *c, const struct channel_topic *t)
{
	while (t->sensitive.text == NULL && t->parent.text != NULL)
		t = channel_topic(c, t->parent.text);
	return t->sensitive.text != NULL &&
	    strcmp(t->sensitive.text, "yes") == 0;
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

		row_put(w, "INSERT INTO topic VALUES(?,?,?,?,?)", "itiii",
		    (int64_t)t->row, t->id.text,
		    (int64_t)(parent == NULL ? 0 : parent->row),
		    t->position.number, (int64_t)is_sensitive(c, t));
		for (size_t n = 0; n < c->languages.count; n++) {
			int lang = channel_language(c, n);

			row_put(w, "INSERT INTO topic_text VALUES(?,?,?,?)",
			    "ittt", (int64_t)t->row, compile_language(lang),
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

/* Only sources that an entry or a fee rests on go in. */
static void
write_sources(struct row_writer *w, struct channel *c)
{
	size_t row = 0;

	if (c->source_count > 0)
		qsort(c->sources, c->source_count, sizeof *c->sources,
		    compare_sources);
	for (size_t i = 0; i < c->item_count; i++) {
		const struct item *x = &c->items[i];

		if (x->kind->sources != NULL)
			use_sources(c, x->kind->sources(x));
	}
	for (size_t i = 0; i < c->fee_count; i++)
		use_sources(c, &channel_law(c, c->fees[i].law.text)->sources);
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

/* Texts of one language lie side by side: they compress better so. */
static void
write_bodies(struct compile *m)
{
	const struct channel *c = m->c;

	for (size_t n = 0; n < c->languages.count; n++) {
		int lang = channel_language(c, n);

		for (size_t i = 0; i < c->item_count; i++) {
			const struct item *x = &c->items[i];
			const char *text = x->kind->body == NULL ?
			    NULL :
			    x->kind->body(x, lang);

			if (text == NULL)
				continue;
			row_put(m->w,
			    "INSERT INTO body VALUES(?,?,?,?)", "iitt",
			    schema_text_id((size_t)lang, x->row), x->row,
			    compile_language(lang), text);
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
			    compile_language(lang), g->term.in[lang].text,
			    g->explanation.in[lang].text);
		}
	for (size_t i = 0; i < c->synonym_count; i++)
		row_put(w, "INSERT INTO synonym VALUES(?,?,?)", "ttt",
		    c->synonyms[i].lang, c->synonyms[i].word.text,
		    c->synonyms[i].formal.text);
}

static void
write_entries(struct compile *m, const struct progress *p)
{
	const struct channel *c = m->c;

	for (size_t i = 0; i < c->item_count; i++)
		c->items[i].row = (int64_t)i + 1; /* links lead forward too */
	for (size_t i = 0; i < c->item_count; i++) {
		c->items[i].kind->write(m, &c->items[i]);
		progress_tell(p, _("Writing the database"), i + 1,
		    c->item_count);
	}
	for (const struct kind *const *k = kinds(); *k != NULL; k++)
		if ((*k)->write_rest != NULL)
			(*k)->write_rest(m);
	write_bodies(m);
}

static void
write_all(struct row_writer *w, struct channel *c, const struct progress *p)
{
	struct compile m = { w, c };

	row_run(w, "BEGIN");
	if (w->rc == 0 && schema_create(w->db, w->e) < 0)
		w->rc = -1;
	row_run(w, arena_printf(c->arena, "PRAGMA user_version = %d",
		   SCHEMA_VERSION));
	write_meta(w, c);
	write_topics(w, c);
	write_sources(w, c);
	write_entries(&m, p);
	fees_write(&m);
	recordings_write(&m);
	write_words(w, c);
	if (w->rc == 0 && index_write(w->db, w->e) < 0)
		w->rc = -1;
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

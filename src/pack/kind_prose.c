/*
 * Articles and alerts: a folder for each, a file with front matter in it for
 * each language.
 */
#include <config.h>

#include "pack/kind_prose.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/schema.h"
#include "pack/channel_folder.h"
#include "pack/compile_entry.h"

static void
find_original(struct channel *c, struct channel_entry *entry)
{
	bool unread = false;

	for (size_t i = 0; i < c->languages.count; i++) {
		struct channel_text *t = &entry->text[channel_language(c, i)];
		struct place at = { t->file, 1, 1, NULL };

		if (t->file == NULL)
			continue;
		if (!t->has_keys)
			unread = true; /* told already; it may have been it */
		else if (!t->is_translation && entry->original == NULL)
			entry->original = t;
		else if (!t->is_translation)
			finding_add(c->findings, &at, FINDING_TWO_ORIGINALS,
			    "%s", entry->slug);
	}
	if (entry->original == NULL && !unread)
		finding_add(c->findings, &entry->at, FINDING_NO_ORIGINAL,
		    "%s", entry->slug);
}

/* articles/ID: the files of one entry. */
static struct channel_entry *
read_entry(struct channel *c, enum channel_kind kind, const char *folder,
    const char *slug)
{
	struct channel_entry *entry = arena_zero(c->arena, sizeof *entry);
	const char *name = arena_printf(c->arena, "%s/%s", folder, slug);
	const char *path =
	    arena_printf(c->arena, "%s/%s", c->folder, name);
	struct names files = channel_folder_list(c, path);

	*entry = (struct channel_entry){ .kind = kind, .slug = slug,
		.at = { .file = path } };
	if (!rules_is_id(slug))
		finding_add(c->findings, &entry->at, FINDING_BAD_ID, "%s",
		    slug);
	for (size_t i = 0; i < files.count; i++) {
		const char *file = files.list[i];
		int lang = channel_folder_language(c, file, ".md");

		if (lang < 0)
			channel_folder_unexpected(c,
			    arena_printf(c->arena, "%s/%s", path, file));
		else
			channel_text_read(c, entry, lang,
			    arena_printf(c->arena, "%s/%s", name, file));
	}
	free(files.list);
	find_original(c, entry);
	return entry;
}

/* Over all alerts; that which passes the limit is told. */
static void
count_withdraws(struct channel *c, const struct channel_entry *entry,
    size_t *count)
{
	const struct channel_text *t = entry->original;
	size_t before = *count;

	if (t == NULL)
		return;
	*count += t->withdraws.count;
	if (before <= SCHEMA_WITHDRAWS_MAX && *count > SCHEMA_WITHDRAWS_MAX)
		finding_add(c->findings, &t->withdraws.at,
		    FINDING_TOO_MANY_WITHDRAWN, "%zu", *count);
}

void
kind_prose_read(struct channel *c, const struct kind *k, enum channel_kind kind)
{
	const char *path =
	    arena_printf(c->arena, "%s/%s", c->folder, k->source);
	struct names slugs = channel_folder_list(c, path);
	size_t withdraws = 0;

	for (size_t i = 0; i < slugs.count; i++) {
		const char *folder =
		    arena_printf(c->arena, "%s/%s", path, slugs.list[i]);
		const struct channel_entry *entry = NULL;

		if (!channel_folder_is_folder(folder)) {
			channel_folder_unexpected(c, folder);
			continue;
		}
		entry = read_entry(c, kind, k->source, slugs.list[i]);
		count_withdraws(c, entry, &withdraws);
		kind_add_item(c, k, entry->slug, &entry->at, entry);
	}
	free(slugs.list);
}

static void
read_articles(struct channel *c, const struct kind *k)
{
	kind_prose_read(c, k, CHANNEL_ARTICLE);
}

static void
read_alerts(struct channel *c, const struct kind *k)
{
	kind_prose_read(c, k, CHANNEL_ALERT);
}

/* A translation follows a revision that its original has or had. */
static void
check_translation(struct channel *c, const struct channel_text *t,
    const struct channel_text *original)
{
	const struct value *v = &t->translates;

	if (v->text == NULL || original->revision.text == NULL)
		return;
	if (v->number < 1 || v->number > original->revision.number)
		finding_add(c->findings, &v->at, FINDING_AHEAD, "%s > %s",
		    v->text, original->revision.text);
	else if (v->number < original->revision.number)
		finding_add(c->findings, &v->at, FINDING_BEHIND, "%s < %s",
		    v->text, original->revision.text);
}

static void
check_original(struct channel *c, const struct channel_entry *entry)
{
	const struct channel_text *t = entry->original;
	struct place at = { t->file, 1, 1, NULL };

	channel_check_sources(c, entry->slug, &at, &t->sources);
	channel_check_named_topics(c, &t->topics);
	for (size_t i = 0; i < t->links.count; i++) {
		const struct value *v = &t->links.list[i];

		if (strcmp(v->text, entry->slug) == 0)
			finding_add(c->findings, &v->at, FINDING_SELF_LINK,
			    "%s", v->text);
		else if (kind_item(c, v->text) == NULL)
			finding_add(c->findings, &v->at,
			    FINDING_UNKNOWN_ENTRY, "%s", v->text);
	}
	for (size_t i = 0; i < t->withdraws.count; i++)
		if (kind_item(c, t->withdraws.list[i].text) != NULL)
			finding_add(c->findings, &t->withdraws.list[i].at,
			    FINDING_OWN_ENTRY, "%s",
			    t->withdraws.list[i].text);
	if (t->revision.text != NULL && t->revision.number == 0)
		finding_add(c->findings, &t->revision.at, FINDING_BAD_NUMBER,
		    "%s", t->revision.text);
}

void
kind_prose_check(struct channel *c, const struct item *item)
{
	const struct channel_entry *entry = item->data;

	for (size_t i = 0; i < c->languages.count; i++) {
		const struct channel_text *t =
		    &entry->text[channel_language(c, i)];

		if (t->file == NULL)
			finding_add(c->findings, &entry->at,
			    FINDING_NO_TRANSLATION, "%s.md",
			    c->languages.list[i].text);
		else if (entry->original != NULL && t->is_translation)
			check_translation(c, t, entry->original);
	}
	if (entry->original != NULL)
		check_original(c, entry);
}

const struct values *
kind_prose_sources(const struct item *item)
{
	const struct channel_entry *entry = item->data;

	return entry->original == NULL ? NULL : &entry->original->sources;
}

const struct values *
kind_prose_topics(const struct item *item)
{
	const struct channel_entry *entry = item->data;

	return entry->original == NULL ? NULL : &entry->original->topics;
}

const char *
kind_prose_body(const struct item *item, int lang)
{
	return ((const struct channel_entry *)item->data)->text[lang].markdown;
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
write_text(struct compile *m, int64_t id, const struct channel_entry *entry,
    int lang)
{
	const struct channel_text *t = &entry->text[lang];
	const struct channel_text *o = entry->original;
	const char *const words[] = { t->title.text,
		compile_joined(m, &t->keywords), t->summary.text,
		t->quiz.count == 0 ? t->plain :
				     arena_printf(m->c->arena, "%s%s", t->plain,
					 quiz_plain(&t->quiz, m->c->arena)) };

	row_put(m->w, "INSERT INTO text VALUES(?,?,?,?,?,?,?)", "ittttii", id,
	    compile_language(lang), t->title.text, t->summary.text,
	    t->withdrawn.text, o->revision.number,
	    t == o ? (int64_t)0 : t->translates.number);
	compile_index(m, id, lang, words);
}

void
kind_prose_write(struct compile *m, const struct item *item)
{
	const struct channel_entry *entry = item->data;
	const struct channel_text *o = entry->original;
	int64_t id = item->row;

	compile_entry(m, item, &o->status, &o->confidence, &o->reviewed,
	    &o->review_by);
	if (entry->kind == CHANNEL_ALERT)
		row_put(m->w, "INSERT INTO alert VALUES(?,?,?,?,?,?,?)",
		    "ititttt", id, o->event.text,
		    severity_number(o->severity.text), o->urgency.text,
		    o->certainty.text, o->effective.text, o->expires.text);
	for (size_t i = 0; i < o->withdraws.count; i++)
		row_put(m->w, "INSERT INTO withdraws VALUES(?,?)", "ti",
		    o->withdraws.list[i].text, id);
	compile_topics(m, id, &o->topics, &o->position);
	for (size_t i = 0; i < o->countries.count; i++)
		compile_country(m, id, o->countries.list[i].text);
	compile_links(m, id, &o->links);
	compile_facts(m, id, &o->facts);
	compile_sources(m, id, &o->sources);
	for (size_t i = 0; i < m->c->languages.count; i++)
		write_text(m, id, entry, channel_language(m->c, i));
}

static void
tell_articles(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu article", "%zu articles", count), count);
}

const struct kind article_kind = {
	.name = "article",
	.tell_count = tell_articles,
	.source = "articles",
	.is_folder = true,
	.read = read_articles,
	.check = kind_prose_check,
	.sources = kind_prose_sources,
	.topics = kind_prose_topics,
	.write = kind_prose_write,
	.body = kind_prose_body,
};

static void
tell_alerts(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu alert", "%zu alerts", count), count);
}

const struct kind alert_kind = {
	.name = "alert",
	.tell_count = tell_alerts,
	.source = "alerts",
	.is_folder = true,
	.read = read_alerts,
	.check = kind_prose_check,
	.sources = kind_prose_sources,
	.topics = kind_prose_topics,
	.write = kind_prose_write,
	.body = kind_prose_body,
};

/*
 * The rows that every kind of entry has.
 */
#include <config.h>

#include "pack/compile_entry.h"

#include "catalog/schema.h"

const char *
compile_language(int lang)
{
	return schema_language(lang);
}

void
compile_entry(struct compile *m, const struct item *item,
    const struct value *status, const struct value *confidence,
    const struct value *reviewed, const struct value *review_by)
{
	row_put(m->w, "INSERT INTO entry VALUES(?,?,?,?,?,?,?)", "itttttt",
	    item->row, item->slug, item->kind->name, status->text,
	    confidence->text, reviewed->text, review_by->text);
}

void
compile_text(struct compile *m, int64_t id, int lang, const char *title,
    const char *summary)
{
	int64_t translates = lang == channel_language(m->c, 0) ? 0 : 1;

	row_put(m->w, "INSERT INTO text VALUES(?,?,?,?,?,?,?)", "ittttii", id,
	    compile_language(lang), title, summary, "", (int64_t)1,
	    translates);
}

void
compile_index(struct compile *m, int64_t id, int lang,
    const char *const words[4])
{
	row_put(m->w, "INSERT INTO temp.indexed VALUES(?,?,?,?,?,?)", "titttt",
	    compile_language(lang), id, words[0], words[1], words[2],
	    words[3]);
}

void
compile_names(struct compile *m, int64_t id, const struct by_language *title,
    const struct by_language *summary)
{
	for (size_t i = 0; i < m->c->languages.count; i++) {
		int lang = channel_language(m->c, i);
		const char *const words[] = { title->in[lang].text, "",
			summary->in[lang].text, "" };

		compile_text(m, id, lang, words[0], words[2]);
		compile_index(m, id, lang, words);
	}
}

void
compile_country(struct compile *m, int64_t id, const char *country)
{
	row_put(m->w, "INSERT INTO entry_country VALUES(?,?)", "it", id,
	    country);
}

void
compile_topics(struct compile *m, int64_t id, const struct values *topics,
    const struct value *position)
{
	for (size_t i = 0; i < topics->count; i++)
		row_put(m->w, "INSERT INTO entry_topic VALUES(?,?,?)", "iii",
		    (int64_t)channel_topic(m->c, topics->list[i].text)->row,
		    position->text == NULL ?
			(int64_t)COMPILE_POSITION_USUAL :
			position->number,
		    id);
}

void
compile_links(struct compile *m, int64_t id, const struct values *slugs)
{
	for (size_t i = 0; i < slugs->count; i++)
		row_put(m->w, "INSERT INTO link VALUES(?,?,?)", "iii", id,
		    (int64_t)i + 1,
		    kind_item(m->c, slugs->list[i].text)->row);
}

static void
write_notes(struct compile *m, int64_t id, int64_t position,
    const struct phone_number *phone)
{
	for (size_t n = 0; n < m->c->languages.count; n++)
		if (phone->notes[n] != NULL)
			row_put(m->w, "INSERT INTO phone_text VALUES(?,?,?,?)",
			    "iitt", id, position,
			    m->c->languages.list[n].text, phone->notes[n]);
}

void
compile_phones(struct compile *m, int64_t id,
    const struct phone_list *phones)
{
	for (size_t i = 0; i < phones->count; i++) {
		row_put(m->w, "INSERT INTO phone VALUES(?,?,?)", "iit", id,
		    (int64_t)i + 1, phones->list[i].number);
		write_notes(m, id, (int64_t)i + 1, &phones->list[i]);
	}
}

void
compile_facts(struct compile *m, int64_t id, const struct values *facts)
{
	for (size_t i = 0; i < facts->count; i++)
		row_put(m->w, "INSERT INTO entry_fact VALUES(?,?)", "it", id,
		    facts->list[i].text);
}

void
compile_sources(struct compile *m, int64_t id, const struct values *sources)
{
	for (size_t i = 0; i < sources->count; i++)
		row_put(m->w, "INSERT INTO entry_source VALUES(?,?,?)", "iii",
		    id, (int64_t)i + 1,
		    (int64_t)channel_source(m->c, sources->list[i].text)
			->row);
}

const char *
compile_joined(struct compile *m, const struct values *words)
{
	const char *all = "";

	for (size_t i = 0; i < words->count; i++)
		all = arena_printf(m->c->arena, "%s%s%s", all,
		    i == 0 ? "" : " ", words->list[i].text);
	return all;
}

/*
 * Courses: lessons, which are the sections of a text, and a quiz.
 */
#include <config.h>

#include "pack/kind_prose.h"

#include <libintl.h>

#include "pack/compile_entry.h"

#define MINUTES_MAX 240

static void
read_courses(struct channel *c, const struct kind *k)
{
	kind_prose_read(c, k, CHANNEL_COURSE);
}

static void
check_minutes(struct channel *c, const struct value *minutes)
{
	if (minutes->text != NULL &&
	    (minutes->number < 1 || minutes->number > MINUTES_MAX))
		finding_add(c->findings, &minutes->at, FINDING_BAD_NUMBER,
		    "%s", minutes->text);
}

static void
check_course(struct channel *c, const struct item *item)
{
	const struct channel_entry *entry = item->data;
	const struct channel_text *o = entry->original;

	kind_prose_check(c, item);
	if (o == NULL)
		return;
	check_minutes(c, &o->minutes);
	for (size_t i = 0; i < c->languages.count; i++) {
		const struct channel_text *t =
		    &entry->text[channel_language(c, i)];

		if (t == o || !t->is_translation || t->plain == NULL)
			continue;
		quiz_check_translation(c, &o->quiz, &t->quiz);
		if (t->lessons.count != o->lessons.count)
			finding_add(c->findings, &t->lessons.at,
			    FINDING_LESSONS_DIFFER, "%zu, %zu",
			    t->lessons.count, o->lessons.count);
	}
}

static void
write_course(struct compile *m, const struct item *item)
{
	const struct channel_entry *entry = item->data;

	kind_prose_write(m, item);
	row_put(m->w, "INSERT INTO course VALUES(?,?,?)", "iit", item->row,
	    entry->original->minutes.number, entry->original->tool.text);
	for (size_t i = 0; i < m->c->languages.count; i++) {
		int lang = channel_language(m->c, i);
		const struct channel_text *t = &entry->text[lang];

		for (size_t n = 0; n < t->lessons.count; n++)
			row_put(m->w, "INSERT INTO lesson VALUES(?,?,?,?,?)",
			    "ititt", item->row, compile_language(lang),
			    (int64_t)n + 1, t->lessons.list[n].title,
			    t->lessons.list[n].markdown);
		quiz_write(m, item->row, lang, &t->quiz);
	}
}

static void
tell_courses(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu course", "%zu courses", count), count);
}

const struct kind course_kind = {
	.name = "course",
	.tell_count = tell_courses,
	.source = "courses",
	.is_folder = true,
	.read = read_courses,
	.check = check_course,
	.sources = kind_prose_sources,
	.topics = kind_prose_topics,
	.write = write_course,
};

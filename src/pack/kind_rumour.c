/*
 * Rumours: what is said, what is true, why, whom to ask; and one card of the
 * quiz "rumour or fact?", which draws from all of them.
 */
#include <config.h>

#include "pack/kind_prose.h"

#include <libintl.h>

#include "pack/compile_entry.h"

static void
read_rumours(struct channel *c, const struct kind *k)
{
	kind_prose_read(c, k, CHANNEL_RUMOUR);
}

static void
check_rumour(struct channel *c, const struct item *item)
{
	const struct channel_entry *entry = item->data;
	const struct channel_text *o = entry->original;

	kind_prose_check(c, item);
	for (size_t i = 0; i < c->languages.count; i++) {
		const struct channel_text *t =
		    &entry->text[channel_language(c, i)];

		if (t->quiz_node == NULL)
			continue; /* told, or there is no such file */
		if (t->quiz.count != 1)
			finding_add(c->findings, &t->quiz.at,
			    FINDING_QUIZ_ONE, "%zu", t->quiz.count);
		else if (t->is_translation && o != NULL)
			quiz_check_translation(c, &o->quiz, &t->quiz);
	}
}

static void
write_rumour(struct compile *m, const struct item *item)
{
	const struct channel_entry *entry = item->data;

	kind_prose_write(m, item);
	for (size_t i = 0; i < m->c->languages.count; i++) {
		int lang = channel_language(m->c, i);

		quiz_write(m, item->row, lang, &entry->text[lang].quiz);
	}
}

static void
tell_rumours(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu rumour", "%zu rumours", count), count);
}

const struct kind rumour_kind = {
	.name = "rumour",
	.tell_count = tell_rumours,
	.source = "rumours",
	.is_folder = true,
	.read = read_rumours,
	.check = check_rumour,
	.sources = kind_prose_sources,
	.topics = kind_prose_topics,
	.write = write_rumour,
	.body = kind_prose_body,
};

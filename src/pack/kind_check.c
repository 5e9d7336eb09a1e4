/*
 * Checks: checks/SLUG.yaml, questions whose answers lead to an outcome.
 */
#include <config.h>

#include "pack/kind.h"

#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "pack/channel_folder.h"
#include "pack/check_source.h"
#include "pack/compile_entry.h"

#define SUFFIX ".yaml"

/* "offer-check" of "offer-check.yaml", or NULL. */
static const char *
slug_of(const struct channel *c, const char *file)
{
	size_t len = strlen(file);
	size_t end = strlen(SUFFIX);

	if (len <= end || strcmp(file + len - end, SUFFIX) != 0)
		return NULL;
	return arena_strndup(c->arena, file, len - end);
}

static void
read_checks(struct channel *c, const struct kind *k)
{
	const char *folder =
	    arena_printf(c->arena, "%s/%s", c->folder, k->source);
	struct names files = channel_folder_list(c, folder);

	for (size_t i = 0; i < files.count; i++) {
		const char *slug = slug_of(c, files.list[i]);
		const char *path = arena_printf(c->arena, "%s/%s", folder,
		    files.list[i]);
		struct place at = { path, 0, 0, NULL };
		const struct source_check *check = NULL;

		if (slug == NULL || !channel_folder_is_file(path)) {
			channel_folder_unexpected(c, path);
			continue;
		}
		if (!rules_is_id(slug)) {
			finding_add(c->findings, &at, FINDING_BAD_ID, "%s",
			    slug);
			continue;
		}
		check = check_source_read(c,
		    arena_printf(c->arena, "%s/%s", k->source, files.list[i]),
		    slug);
		if (check != NULL)
			kind_add_item(c, k, slug, &at, check);
	}
	free(files.list);
}

static const struct values *
sources(const struct item *item)
{
	return &((const struct source_check *)item->data)->sources;
}

static const struct values *
topics(const struct item *item)
{
	return &((const struct source_check *)item->data)->topics;
}

static void
check(struct channel *c, const struct item *item)
{
	const struct source_check *k = item->data;

	channel_check_sources(c, item->slug, &item->at, &k->sources);
	channel_check_named_topics(c, &k->topics);
	check_source_prove(c, k);
}

static void
write_question_texts(struct compile *m, int64_t id,
    const struct source_check *k, const struct source_question *q,
    int64_t position)
{
	for (size_t i = 0; i < k->languages.count; i++) {
		const char *code = k->languages.list[i].text;
		int lang = rules_language(code);

		row_put(m->w,
		    "INSERT INTO check_question_text VALUES"
		    "(?,?,?,?,?,?,?,?,?)",
		    "iittttttt", id, position, code, q->text.in[lang].text,
		    q->example.in[lang].text, q->reason.in[lang].text,
		    q->label.in[lang].text, q->brief.in[lang].text,
		    q->way.in[lang].text);
		for (size_t n = 0; n < q->exception_count; n++)
			row_put(m->w,
			    "INSERT INTO check_exception VALUES(?,?,?,?,?)",
			    "iiitt", id, position, (int64_t)n + 1, code,
			    q->exceptions[n].text.in[lang].text);
	}
}

/* A law with its citation, in the channel's languages. */
static void
write_law(struct compile *m, int64_t id, int64_t question, int64_t position,
    const struct channel_law *law)
{
	const struct channel *c = m->c;

	row_put(m->w, "INSERT INTO check_basis VALUES(?,?,?,?,?,?)", "iiitit",
	    id, question, position, law->id.text, (int64_t)0,
	    law->country.text);
	for (size_t n = 0; n < c->languages.count; n++) {
		int lang = channel_language(c, n);

		row_put(m->w, "INSERT INTO check_law VALUES(?,?,?,?,?)",
		    "iiitt", id, question, position, compile_language(lang),
		    law->law.in[lang].text);
	}
}

static void
write_basis(struct compile *m, int64_t id, int64_t question,
    const struct source_question *q)
{
	int64_t position = 0;

	for (size_t i = 0; i < q->facts.count; i++)
		write_law(m, id, question, ++position,
		    channel_law(m->c, q->facts.list[i].text));
	for (size_t i = 0; i < q->frauds.count; i++)
		row_put(m->w, "INSERT INTO check_basis VALUES(?,?,?,?,?,?)",
		    "iiitit", id, question, ++position,
		    q->frauds.list[i].text, (int64_t)1, "");
}

static void
write_questions(struct compile *m, int64_t id, const struct source_check *k)
{
	for (size_t i = 0; i < k->question_count; i++) {
		const struct source_question *q = &k->questions[i];
		int64_t position = (int64_t)i + 1;

		row_put(m->w, "INSERT INTO check_question VALUES(?,?,?,?,?)",
		    "iitii", id, position, q->id.text,
		    (int64_t)check_source_number(check_weight_names,
			&q->weight),
		    (int64_t)CHECK_YES +
			check_source_number(check_danger_names, &q->danger));
		write_question_texts(m, id, k, q, position);
		write_basis(m, id, position, q);
	}
}

static void
write_outcome_texts(struct compile *m, int64_t id,
    const struct source_check *k, int64_t number)
{
	const struct source_outcome *o = &k->outcomes[number];

	for (size_t i = 0; i < k->languages.count; i++) {
		const char *code = k->languages.list[i].text;
		int lang = rules_language(code);

		row_put(m->w,
		    "INSERT INTO check_outcome_text VALUES(?,?,?,?,?,?)",
		    "iitttt", id, number, code, o->title.in[lang].text,
		    o->title_one.in[lang].text, o->text.in[lang].text);
		for (size_t n = 0; n < o->step_count; n++)
			row_put(m->w,
			    "INSERT INTO check_step VALUES(?,?,?,?,?)",
			    "iiitt", id, number, (int64_t)n + 1, code,
			    o->steps[n].in[lang].text);
	}
}

static void
write_outcomes(struct compile *m, int64_t id, const struct source_check *k)
{
	for (int64_t i = 0; i < CHECK_OUTCOMES; i++) {
		const struct source_outcome *o = &k->outcomes[i];

		if (!o->is_there)
			continue;
		row_put(m->w, "INSERT INTO check_outcome VALUES(?,?,?)",
		    "iii", id, i,
		    o->read.text == NULL ? (int64_t)0 :
					   kind_item(m->c, o->read.text)->row);
		write_outcome_texts(m, id, k, i);
		for (size_t n = 0; n < o->services.count; n++)
			row_put(m->w,
			    "INSERT INTO check_service VALUES(?,?,?,?)",
			    "iiii", id, i, (int64_t)n + 1,
			    kind_item(m->c, o->services.list[n].text)->row);
	}
}

/* The questions in one language, for the search. */
static const char *
all_questions(struct compile *m, const struct source_check *k, int lang)
{
	const char *all = "";

	for (size_t i = 0; i < k->question_count; i++)
		all = arena_printf(m->c->arena, "%s%s\n", all,
		    k->questions[i].text.in[lang].text);
	return all;
}

/*
 * Titles go in for all languages of the check, the search index for those of
 * the channel alone: one entry in an index would make the search believe
 * that the channel speaks that language.
 */
static void
write_texts(struct compile *m, int64_t id, const struct source_check *k)
{
	for (size_t i = 0; i < k->languages.count; i++) {
		int lang = rules_language(k->languages.list[i].text);
		const char *const words[] = { k->title.in[lang].text,
			k->keywords.in[lang].text, k->summary.in[lang].text,
			all_questions(m, k, lang) };

		compile_text(m, id, lang, words[0], words[2]);
		if (i < m->c->languages.count)
			compile_index(m, id, lang, words);
	}
}

static void
write_check(struct compile *m, const struct item *item)
{
	const struct source_check *k = item->data;
	int64_t id = item->row;

	compile_entry(m, item, &k->status, &k->confidence, &k->reviewed,
	    &k->review_by);
	compile_topics(m, id, &k->topics, &k->position);
	for (size_t i = 0; i < k->countries.count; i++)
		compile_country(m, id, k->countries.list[i].text);
	compile_sources(m, id, &k->sources);
	row_put(m->w, "INSERT INTO check_form VALUES(?,?,?)", "iit", id,
	    k->red_from.number, compile_joined(m, &k->awaiting));
	write_texts(m, id, k);
	write_questions(m, id, k);
	write_outcomes(m, id, k);
}

static void
tell_count(FILE *out, size_t count)
{
	fprintf(out, ngettext("%zu check", "%zu checks", count), count);
}

const struct kind check_kind = {
	.name = "check",
	.tell_count = tell_count,
	.source = "checks",
	.is_folder = true,
	.read = read_checks,
	.check = check,
	.sources = sources,
	.topics = topics,
	.write = write_check,
};

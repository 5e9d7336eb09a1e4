/*
 * vereda-load preview: what installing a bundle would change.
 */
#include <config.h>

#include "load/load.h"

#include <inttypes.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "load/load_job.h"

#define _(text) gettext(text)
#define N_(text) text

#define MARKS "+~-" /* of enum compare_sign */

struct answer {
	struct json *json;   /* NULL for people */
	struct buffer lines; /* for people: the titles, said last */
};

static void
on_change(void *context, const struct compare_change *c)
{
	static const char *const signs[] = { "new", "changed", "withdrawn" };
	struct answer *a = context;
	char *title = utf8_made_safe(c->title, false);

	if (a->json == NULL) {
		uint8_t mark[] = { ' ', ' ', (uint8_t)MARKS[c->sign], ' ' };

		buffer_add(&a->lines, mark, sizeof mark);
		buffer_add_text(&a->lines, title);
		buffer_add_text(&a->lines, "\n");
	} else {
		json_object_begin(a->json, NULL);
		json_text(a->json, "kind", compare_kind_name(c->kind));
		json_text(a->json, "sign", signs[c->sign]);
		json_text(a->json, "id", c->slug);
		json_text(a->json, "lang", c->lang);
		json_text(a->json, "title", title);
		json_object_end(a->json);
	}
	free(title);
}

static void
json_counts(struct json *j, const struct compare *c)
{
	json_object_begin(j, "counts");
	for (int kind = 0; kind < COMPARE_KINDS; kind++) {
		const unsigned *n = c->counts[kind];

		json_object_begin(j, compare_kind_name(
			(enum compare_kind)kind));
		json_number(j, "new", n[COMPARE_NEW]);
		json_number(j, "changed", n[COMPARE_CHANGED]);
		json_number(j, "withdrawn", n[COMPARE_WITHDRAWN]);
		json_object_end(j);
	}
	json_object_end(j);
}

static void
json_preview(struct json *j, const struct preview *p)
{
	const struct head *h = bundle_head(p->bundle);

	json_text(j, "channel", h->channel);
	json_number(j, "epoch", h->epoch);
	json_number(j, "sequence", (int64_t)h->sequence);
	json_number(j, "created", h->created);
	if (p->has_from) {
		json_object_begin(j, "from");
		json_number(j, "epoch", p->from_epoch);
		json_number(j, "sequence", (int64_t)p->from_sequence);
		json_number(j, "created", p->from_created);
		json_object_end(j);
	}
	json_number(j, "growth", p->growth);
	json_number(j, "free", (int64_t)p->left);
	json_counts(j, &p->compare);
}

static void
say_edition(const struct load *l, const struct preview *p)
{
	const struct head *h = bundle_head(p->bundle);
	char *name = load_edition_name(h->channel, h->epoch, h->sequence);
	char *title = load_manifest_text(p->bundle, "title", l->lang);
	char *made = load_date(h->created);

	printf("%s  %s  %s\n", name, made, title);
	if (p->has_from) {
		char *from = load_edition_name(h->channel, p->from_epoch,
		    p->from_sequence);
		char *date = load_date(p->from_created);

		/* TRANSLATORS: an edition and a date, as in "crm-1-41". */
		printf(_("It replaces %s of %s.\n"), from, date);
		free(from);
		free(date);
	} else {
		puts(_("Nothing of this channel is installed."));
	}
	free(name);
	free(title);
	free(made);
}

static void
say_counts(const struct compare *c)
{
	unsigned new = compare_sum(c, COMPARE_NEW);
	unsigned changed = compare_sum(c, COMPARE_CHANGED);
	unsigned withdrawn = compare_sum(c, COMPARE_WITHDRAWN);

	printf(ngettext("%u entry is new.\n", "%u entries are new.\n", new),
	    new);
	printf(ngettext("%u entry has changed.\n",
		   "%u entries have changed.\n", changed), changed);
	printf(ngettext("%u entry is withdrawn.\n",
		   "%u entries are withdrawn.\n", withdrawn), withdrawn);
	puts(_("Nothing has been changed yet."));
}

static int
make(struct preview *p, const struct load *l, struct store *s,
    const char *path, struct answer *a, struct err *e)
{
	struct progress_bar bar;
	struct progress progress = progress_bar_open(&bar);
	const struct preview_job job = { .path = path, .lang = l->lang,
		.progress = &progress, .each = on_change, .context = a };
	int rc = preview_make(p, s, &job, e);

	progress_bar_close(&bar);
	return rc;
}

/* The answer begins before it is known how it ends: titles come first. */
static int
run_json(const struct load *l, struct store *s, const char *path)
{
	struct json j = { .out = stdout };
	struct answer a = { .json = &j };
	struct preview p = { 0 };
	struct err e = { 0 };
	char *shown = utf8_made_safe(path, false);
	int rc;

	json_object_begin(&j, NULL);
	json_text(&j, "file", shown);
	json_array_begin(&j, "changes");
	rc = make(&p, l, s, path, &a, &e);
	json_array_end(&j);
	json_bool(&j, "installable", rc == 0);
	if (rc == 0)
		json_preview(&j, &p);
	else
		load_json_err(&j, &e);
	json_object_end(&j);
	json_end(&j);
	preview_fini(&p);
	free(shown);
	return rc == 0 ? LOAD_DONE : LOAD_REFUSED;
}

static int
run_text(const struct load *l, struct store *s, const char *path)
{
	struct answer a = { 0 };
	struct preview p = { 0 };
	struct err e = { 0 };
	int status = LOAD_DONE;

	if (make(&p, l, s, path, &a, &e) == 0) {
		say_edition(l, &p);
		fwrite(a.lines.at, 1, a.lines.len, stdout);
		say_counts(&p.compare);
	} else {
		status = load_refuse(l, path, &e);
	}
	buffer_fini(&a.lines);
	preview_fini(&p);
	return status;
}

static int
run(struct load *l, char **operands)
{
	struct store *s = NULL;
	struct err e = { 0 };
	int status;

	if (store_open(&s, &l->place, STORE_READ, &e) < 0)
		return load_refuse(l, l->folder, &e);
	status = load_json(l) ? run_json(l, s, operands[0]) :
	    run_text(l, s, operands[0]);
	store_close(s);
	return status;
}

const struct load_command load_preview = {
	.name = "preview",
	.operands = "FILE",
	.about = N_("Verify the bundle FILE and list what it would change: "
		    "new (+), changed (~) and withdrawn (-).  Nothing is "
		    "written."),
	.least = 1,
	.most = 1,
	.run = run,
};

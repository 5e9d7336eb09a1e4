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
#include "catalog/catalog.h"
#include "load/load_job.h"

#define _(text) gettext(text)
#define N_(text) text

static void
json_change(struct json *j, const struct compared *c)
{
	char *title = utf8_made_safe(c->title, false);

	json_object_begin(j, NULL);
	json_text(j, "kind", entry_kind_name(c->kind));
	json_text(j, "sign", compare_change_name(c->change));
	json_text(j, "id", c->slug);
	json_text(j, "lang", c->lang);
	json_text(j, "title", title);
	json_object_end(j);
	free(title);
}

static void
json_counts(struct json *j, const struct comparison *c)
{
	json_object_begin(j, "counts");
	for (enum entry_kind kind = 0; kind < ENTRY_KINDS; kind++) {
		json_object_begin(j, entry_kind_name(kind));
		for (enum compare_change change = 0; change < COMPARE_CHANGES;
		     change++)
			json_number(j, compare_change_name(change),
			    (int64_t)c->counts[kind][change]);
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
	json_array_begin(j, "changes");
	for (size_t i = 0; i < p->compare.count; i++)
		json_change(j, &p->compare.list[i]);
	json_array_end(j);
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
say_changes(const struct comparison *c)
{
	unsigned new = (unsigned)compare_sum(c, COMPARE_NEW);
	unsigned changed = (unsigned)compare_sum(c, COMPARE_CHANGED);
	unsigned withdrawn = (unsigned)compare_sum(c, COMPARE_WITHDRAWN);

	for (size_t i = 0; i < c->count; i++) {
		char *title = utf8_made_safe(c->list[i].title, false);

		printf("  %c %s\n", compare_change_sign(c->list[i].change),
		    title);
		free(title);
	}
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
    const char *path, struct err *e)
{
	struct progress_bar bar;
	struct progress progress = progress_bar_open(&bar);
	const struct preview_job job = { .path = path, .lang = l->lang,
		.progress = &progress, .alerts = l->alert_channels.list };
	int rc = preview_make(p, s, &job, e);

	progress_bar_close(&bar);
	return rc;
}

static int
run_json(const struct load *l, struct store *s, const char *path)
{
	struct json j = { .out = stdout };
	struct preview p = { 0 };
	struct err e = { 0 };
	char *shown = utf8_made_safe(path, false);
	int rc = make(&p, l, s, path, &e);

	json_object_begin(&j, NULL);
	json_text(&j, "file", shown);
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
	struct preview p = { 0 };
	struct err e = { 0 };
	int status = LOAD_DONE;

	if (make(&p, l, s, path, &e) == 0) {
		say_edition(l, &p);
		say_changes(&p.compare);
	} else {
		status = load_refuse(l, path, &e);
	}
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

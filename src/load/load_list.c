/*
 * vereda-load list: the bundles on a stick or in a folder, and which of them
 * this kiosk would install.
 */
#include <config.h>

#include "load/load.h"

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "load/stick.h"

#define _(text) gettext(text)
#define N_(text) text

/* One file, as far as its head tells. */
struct found {
	const char *file; /* made safe */
	const struct bundle *bundle; /* NULL if its head is not authentic */
	const struct err *refused;   /* NULL if it would be installed */
};

static void
say_found(const struct load *l, const struct found *f)
{
	const struct head *h = NULL;
	char *name = NULL;
	char *title = NULL;
	char *date = NULL;

	if (f->bundle == NULL) {
		printf("%s\n    %s: %s\n", f->file,
		    err_name(f->refused->code),
		    err_sentence(f->refused->code));
		return;
	}
	h = bundle_head(f->bundle);
	name = load_edition_name(h->channel, h->epoch, h->sequence);
	title = load_manifest_text(f->bundle, "title", l->lang);
	date = load_date(h->created);
	printf("%s\n    %s  %s  %s\n", f->file, name, date, title);
	if (f->refused == NULL)
		printf("    %s\n", _("It can be installed."));
	else
		printf("    %s: %s\n", err_name(f->refused->code),
		    err_sentence(f->refused->code));
	free(name);
	free(title);
	free(date);
}

static void
json_found(const struct load *l, struct json *j, const struct found *f)
{
	json_object_begin(j, NULL);
	json_text(j, "file", f->file);
	json_bool(j, "installable", f->refused == NULL);
	if (f->bundle != NULL) {
		const struct head *h = bundle_head(f->bundle);
		char *title = load_manifest_text(f->bundle, "title", l->lang);

		json_text(j, "channel", h->channel);
		json_number(j, "epoch", h->epoch);
		json_number(j, "sequence", (int64_t)h->sequence);
		json_number(j, "created", h->created);
		json_number(j, "size", (int64_t)bundle_size(f->bundle));
		json_text(j, "title", title);
		free(title);
	}
	if (f->refused != NULL)
		load_json_err(j, f->refused);
	json_object_end(j);
}

/* J is NULL for people. */
static void
list_item(const struct load *l, struct store *s, const char *path,
    struct json *j)
{
	struct err e = { 0 };
	struct bundle *b = NULL;
	char *shown = utf8_made_safe(path, false);
	struct found found = { .file = shown };

	if (store_consider(s, path, &b, &e) < 0)
		found.refused = &e;
	found.bundle = b;
	if (j != NULL)
		json_found(l, j, &found);
	else
		say_found(l, &found);
	bundle_close(b);
	free(shown);
}

static void
list_all(const struct load *l, struct store *s, const char *dir,
    const struct stick *stick)
{
	struct json j = { .out = stdout };
	struct json *to = load_json(l) ? &j : NULL;

	if (to != NULL)
		json_array_begin(to, NULL);
	else if (stick->count == 0)
		puts(_("There is no bundle."));
	for (size_t i = 0; i < stick->count; i++) {
		char *path = stick_path(dir, &stick->items[i]);

		list_item(l, s, path, to);
		free(path);
	}
	if (to != NULL) {
		json_array_end(to);
		json_end(to);
	}
}

static int
run(struct load *l, char **operands)
{
	const char *dir = operands[0] != NULL ? operands[0] : ".";
	struct stick *stick = xcalloc(1, sizeof *stick);
	struct store *s = NULL;
	struct err e = { 0 };
	int status = LOAD_DONE;

	if (stick_look(stick, dir, &e) < 0 ||
	    store_open(&s, &l->place, STORE_READ, &e) < 0)
		status = load_refuse(l, dir, &e);
	else
		list_all(l, s, dir, stick);
	store_close(s);
	free(stick);
	return status;
}

const struct load_command load_list = {
	.name = "list",
	.operands = "[DIR]",
	.about = N_("List the bundles in the folder DIR, and which of them "
		    "can be installed here."),
	.least = 0,
	.most = 1,
	.run = run,
};

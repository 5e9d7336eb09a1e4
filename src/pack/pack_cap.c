/*
 * vereda-pack cap import, cap export: alerts from and for other systems.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/utf8.h"
#include "pack/cap.h"
#include "pack/channel_text.h"
#include "pack/compile_entry.h"
#include "pack/kind.h"
#include "pack/pack_command.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	OPTION_OUT,
};

/* --- import --- */

static void
tell_lost(const char *file, const struct cap *cap)
{
	for (size_t i = 0; i < cap->lost_count; i++) {
		char *name = utf8_made_safe(cap->lost[i], false);

		fprintf(stderr, "%s: WARNING: ", file);
		/* TRANSLATORS: an element of CAP: "info/area/polygon" */
		fprintf(stderr, _("Vereda does not show this: %s\n"), name);
		free(name);
	}
}

static int
import(const struct pack_given *given, char **operands)
{
	const char *dir = given[OPTION_OUT].value;
	struct arena *a = NULL;
	struct buffer xml = { 0 };
	struct cap cap;
	struct err e = { 0 };
	int rc;

	if (dir == NULL) {
		fputs(_("vereda-pack: Say with -o which folder to make.\n"),
		    stderr);
		return PACK_USAGE;
	}
	a = arena_new();
	rc = io_read_file(&xml, operands[0], CAP_MAX, &e);
	if (rc == 0)
		rc = cap_read(&cap, buffer_bytes(&xml), a, &e);
	if (rc == 0)
		rc = cap_draft(&cap, dir, a, &e);
	if (rc == 0)
		tell_lost(operands[0], &cap);
	buffer_fini(&xml);
	arena_free(a);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_cap_import = {
	.name = "cap import",
	.operands = "FILE",
	.about = N_("Make a draft of an alert from a CAP 1.2 message."),
	.options = {
	    [OPTION_OUT] = { "output", 'o', "DIR",
		N_("the folder of the alert, which must be new") },
	},
	.operand_count = 1,
	.run = import,
};

/* --- export --- */

static const char *
or_empty(const struct value *v)
{
	return v->text == NULL ? "" : v->text;
}

/* Section N of MARKDOWN without its heading, from 0. */
static const char *
section(const char *markdown, int n, struct arena *a)
{
	const char *at = markdown;
	const char *end = NULL;

	for (int i = 0; at != NULL && i < n; i++) {
		at = strstr(at, "\n## ");
		at = at == NULL ? NULL : at + 1;
	}
	if (at == NULL)
		return "";
	at += strcspn(at, "\n");
	end = strstr(at, "\n## ");
	return arena_strndup(a, at,
	    end == NULL ? strlen(at) : (size_t)(end - at));
}

/* The first two sections are what happens and its signs. */
static const char *
description(const char *markdown, struct arena *a)
{
	const char *first = cap_of_markdown(section(markdown, 0, a), a);
	const char *signs = cap_of_markdown(section(markdown, 1, a), a);

	first += strspn(first, " ");
	signs += strspn(signs, " ");
	if (signs[0] == '\0' || strcmp(signs, "- …") == 0)
		return first;
	return arena_printf(a, "%s %s", first, signs);
}

static void
fill_info(struct cap *cap, const struct channel_entry *x, int lang,
    struct arena *a)
{
	const struct channel_text *t = &x->text[lang];
	const char *instruction = NULL;

	if (t->markdown == NULL || cap->info_count == CAP_INFOS_MAX)
		return;
	instruction = cap_of_markdown(section(t->markdown, 2, a), a);
	cap->infos[cap->info_count++] = (struct cap_info){
		.lang = compile_language(lang),
		.event = or_empty(&x->original->event),
		.headline = or_empty(&t->title),
		.description = description(t->markdown, a),
		.instruction = instruction + strspn(instruction, " ") };
}

static int
fill(struct cap *cap, const struct channel *c, const struct channel_entry *x,
    struct arena *a, struct err *e)
{
	const struct channel_text *o = x->original;

	if (o == NULL)
		return err_set(e, ERR_INPUT, "%s has no original", x->slug);
	*cap = (struct cap){
		.identifier = arena_printf(a, "%s.%s.%s", or_empty(&c->id),
		    x->slug, or_empty(&o->revision)),
		.sender = or_empty(&c->id),
		.sent = arena_printf(a, "%sT00:00:00-00:00",
		    or_empty(&c->created)),
		.urgency = or_empty(&o->urgency),
		.severity = or_empty(&o->severity),
		.certainty = or_empty(&o->certainty),
		.effective = or_empty(&o->effective),
		.expires = or_empty(&o->expires),
	};
	for (size_t i = 0; i < o->countries.count &&
	     cap->country_count < CAP_COUNTRIES_MAX; i++)
		cap->countries[cap->country_count++] =
		    o->countries.list[i].text;
	for (size_t i = 0; i < c->languages.count; i++)
		if (&x->text[channel_language(c, i)] == o)
			fill_info(cap, x, channel_language(c, i), a);
	for (size_t i = 0; i < c->languages.count; i++)
		if (&x->text[channel_language(c, i)] != o)
			fill_info(cap, x, channel_language(c, i), a);
	return 0;
}

static int
put(const char *path, struct bytes text, struct err *e)
{
	if (path != NULL)
		return io_write_file(path, text, IO_REPLACE, e);
	if (fwrite(text.at, 1, text.len, stdout) != text.len ||
	    fflush(stdout) != 0)
		return err_set_errno(e, ERR_SYSTEM, "standard output");
	return 0;
}

static int
export(const struct pack_given *given, char **operands)
{
	struct channel *c = channel_read(operands[0]);
	const struct item *item = kind_item(c, operands[1]);
	struct buffer xml = { 0 };
	struct cap cap;
	struct err e = { 0 };
	int rc = -1;

	if (item == NULL || item->kind != &alert_kind)
		err_set(&e, ERR_NOT_FOUND, "alert %s", operands[1]);
	else
		rc = fill(&cap, c, item->data, c->arena, &e);
	if (rc == 0)
		rc = cap_write(&xml, &cap, &e);
	if (rc == 0)
		rc = put(given[OPTION_OUT].value, buffer_bytes(&xml), &e);
	buffer_fini(&xml);
	channel_free(c);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_cap_export = {
	.name = "cap export",
	.operands = "SRC ID",
	.about = N_("Write the alert ID of the channel in the folder SRC as "
		    "a CAP 1.2 message."),
	.options = {
	    [OPTION_OUT] = { "output", 'o', "FILE",
		N_("the file to write instead of standard output") },
	},
	.operand_count = 2,
	.run = export,
};

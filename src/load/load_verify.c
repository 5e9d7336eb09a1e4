/*
 * vereda-load verify: read every block of every edition.
 */
#include <config.h>

#include "load/load.h"

#include <libintl.h>
#include <stdio.h>

#include "base/progress.h"

#define _(text) gettext(text)
#define N_(text) text

/* What to do about an edition that is not whole. */
static int
refuse(const struct load *l, bool has_editions, const struct err *e)
{
	int status = load_refuse(l, l->folder, e);

	if (has_editions && !load_json(l))
		fprintf(stderr, "%s\n",
		    _("Install the newest edition again from a stick: it "
		      "takes the place of the damaged one."));
	return status;
}

static int
run(struct load *l, char **operands)
{
	struct progress_bar bar;
	struct progress p = progress_bar_open(&bar);
	struct store *s = NULL;
	struct err e = { 0 };
	size_t count = 0;
	int rc = -1;

	(void)operands;
	if (store_open(&s, &l->place, STORE_READ, &e) == 0) {
		rc = store_verify(s, &p, &e);
		count = store_count(s);
	}
	progress_bar_close(&bar);
	store_close(s);
	if (rc < 0)
		return refuse(l, count > 0, &e);
	if (load_json(l)) {
		struct json j = { .out = stdout };

		json_object_begin(&j, NULL);
		json_bool(&j, "done", true);
		json_number(&j, "editions", (int64_t)count);
		json_object_end(&j);
		json_end(&j);
	} else {
		printf(ngettext("%zu edition was read: it is whole.\n",
			   "%zu editions were read: all are whole.\n", count),
		    count);
	}
	return LOAD_DONE;
}

const struct load_command load_verify = {
	.name = "verify",
	.operands = "",
	.about = N_("Read every byte of every installed edition and say "
		    "whether all are whole."),
	.run = run,
};

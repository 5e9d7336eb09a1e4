/*
 * vereda-load receipt: the report of the last installation, on a stick.
 */
#include <config.h>

#include "load/load.h"

#include <libintl.h>
#include <stdio.h>

#include "load/receipt.h"

#define _(text) gettext(text)
#define N_(text) text

static int
run(struct load *l, char **operands)
{
	char name[RECEIPT_NAME_SIZE];
	struct json j = { .out = stdout };
	struct receipt_from from = load_receipt_from(l);
	struct err e = { 0 };

	if (receipt_write(name, operands[0], &l->place, &from, 0, &e) < 0)
		return load_refuse(l, operands[0], &e);
	if (load_json(l)) {
		json_object_begin(&j, NULL);
		json_bool(&j, "done", true);
		json_text(&j, "receipt", name);
		json_object_end(&j);
		json_end(&j);
	} else {
		printf(_("The report is VEREDA/receipts/%s.\n"), name);
	}
	return LOAD_DONE;
}

const struct load_command load_receipt = {
	.name = "receipt",
	.operands = "DIR",
	.about = N_("Write the report of the last installation to the stick "
		    "at DIR, for who sends the sticks."),
	.least = 1,
	.most = 1,
	.run = run,
};

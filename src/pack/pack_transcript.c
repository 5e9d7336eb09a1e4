/*
 * vereda-pack transcript: what somebody reads aloud for a recording, and the
 * row that names it.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>

#include "pack/kind.h"
#include "pack/pack_command.h"
#include "pack/recordings.h"
#include "text/layout.h"

#define _(s) gettext(s)
#define N_(s) s

static int
print_text(struct channel *c, const struct channel_text *t, struct err *e)
{
	const struct layout_style style = { .width = LAYOUT_WIDTH_MAX,
		.bullet = "-" };
	struct rows rows = { 0 };

	if (layout_markdown(&rows, t->markdown, &style, c->arena, e) < 0)
		return -1;
	puts(t->title.text);
	puts("");
	for (size_t i = 0; i < rows.count; i++)
		printf("%*s%s\n", rows.rows[i].indent, "",
		    rows.rows[i].style == ROW_BLANK ? ""
						    : rows.rows[i].text);
	return 0;
}

static int
run(const struct pack_given *given, char **operands)
{
	int status = PACK_DONE;
	/* whatever is wrong elsewhere: the row may be what is missing */
	struct channel *c = channel_read(operands[0]);
	const struct item *item = NULL;
	const struct channel_text *t = NULL;
	int lang = rules_language(operands[2]);
	char mark[RECORDINGS_MARK_SIZE];
	struct err e = { 0 };

	(void)given;
	item = kind_item(c, operands[1]);
	if (item != NULL && lang >= 0)
		t = recordings_text(item, lang);
	if (t == NULL) {
		findings_print(c->findings, stderr);
		fprintf(stderr, "vereda-pack: %s: %s\n", operands[1],
		    finding_sentence(FINDING_RECORDING_ENTRY));
		status = PACK_REFUSED;
	} else if (print_text(c, t, &e) < 0) {
		status = pack_refuse(&e);
	} else {
		recordings_mark(mark, t);
		printf("\n%s\n  %s,%s,%s\n",
		    /* TRANSLATORS: vereda-pack transcript, below the text;
		     * a row of a spreadsheet follows. */
		    _("The row of audio/recordings.csv for this text:"),
		    operands[1], operands[2], mark);
	}
	channel_free(c);
	return status;
}

const struct pack_command pack_transcript = {
	.name = "transcript",
	.operands = "SRC ID LANG",
	.about = N_("Print what to read aloud for a recording of the entry "
		    "ID in LANG, and its row in audio/recordings.csv."),
	.operand_count = 3,
	.run = run,
};

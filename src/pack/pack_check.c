/*
 * vereda-pack check: read the sources, say what is wrong, count.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <string.h>

#include "pack/kind.h"
#include "pack/pack_command.h"

#define _(s) gettext(s)
#define N_(s) s

/* How long the sentences are, language by language. */
static void
print_sentences(const struct channel *c, FILE *out)
{
	for (size_t i = 0; i < c->languages.count; i++) {
		const struct prose_stats *s = &c->stats[channel_language(c, i)];

		if (s->sentences == 0)
			continue;
		fprintf(out, "%s: INFO: ", c->folder);
		/* TRANSLATORS: %s is a language code, "es" */
		fprintf(out, _("Words in a sentence in %s, on average: %.1f\n"),
		    c->languages.list[i].text,
		    (double)s->words / (double)s->sentences);
	}
}

static void
print_counts(const struct channel *c, FILE *out)
{
	const char *between = "";

	fprintf(out, "%s: INFO: ", c->folder);
	for (const struct kind *const *k = kinds(); *k != NULL; k++) {
		fprintf(out, "%s", between);
		(*k)->tell_count(out, kind_count(c, *k));
		between = ", ";
	}
	fprintf(out, "\n");
}

static void
print_verdict(const struct channel *c, FILE *out)
{
	size_t errors = findings_count(c->findings, FINDING_ERROR);
	size_t warnings = findings_count(c->findings, FINDING_WARNING);

	fprintf(out, "%s: INFO: ", c->folder);
	fprintf(out, ngettext("%zu error", "%zu errors", errors), errors);
	fprintf(out, ", ");
	fprintf(out, ngettext("%zu warning", "%zu warnings", warnings),
	    warnings);
	fprintf(out, "\n");
}

struct channel *
pack_read(const char *folder, FILE *out, int *status)
{
	struct channel *c = channel_read(folder);

	findings_print(c->findings, out);
	print_counts(c, out);
	print_sentences(c, out);
	print_verdict(c, out);
	*status = PACK_DONE;
	if (findings_count(c->findings, FINDING_ERROR) == 0)
		return c;
	*status = PACK_REFUSED;
	channel_free(c);
	return NULL;
}

static int
run(const struct pack_given *given, char **operands)
{
	int status = PACK_DONE;

	(void)given;
	channel_free(pack_read(operands[0], stdout, &status));
	return status;
}

const struct pack_command pack_check = {
	.name = "check",
	.operands = "SRC",
	.about = N_("Read the sources of a channel in the folder SRC and say "
		    "what is wrong with them."),
	.operand_count = 1,
	.run = run,
};

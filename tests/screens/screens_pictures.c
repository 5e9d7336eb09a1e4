/*
 * The pictures of doc/screens: the main screens in all languages and two
 * sizes, as SVG.  They are as the program draws them now; "make doc-screens"
 * makes them anew.
 */
#include <config.h>

#include <stdlib.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "harness.h"
#include "picture.h"
#include "text/lang.h"

static const struct {
	const char *name;
	const char *keys; /* behind the language; NULL: before it */
} screens[] = {
	{ "attract", NULL },
	{ "home", "" },
	{ "article", "1 1 1" },
	{ "alert", "9" },
	{ "check", "2 1 1" },
	{ "result", "2 1 1 1" },
	{ "finder", "4" },
	{ "help", "6" },
	{ "search", "/ v i s a" },
	{ "comfort", "*" },
	{ "careful", "1 3" },
};

static const struct {
	int width, height;
} sizes[] = { { 80, 25 }, { 40, 15 } };

static void
take(size_t screen, size_t language, size_t size)
{
	static char options[] = "--options";
	static char kiosk[] = "--kiosk";
	static char lang[] = "--lang";
	char *program = in_builddir("kiosk-fixture");
	char *code = xstrdup(lang_table[language]->code);
	char *argv[] = { program, options, kiosk, lang, code, NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv,
	    .width = sizes[size].width,
	    .height = sizes[size].height });
	char digit[2] = { (char)('1' + language), '\0' };
	char *name = xasprintf("doc/screens/%s-%s-%d.svg",
	    screens[screen].name, code, sizes[size].width);
	char *seen = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&seen, &len);

	if (screens[screen].keys != NULL) {
		term_key(t, digit);
		term_keys(t, screens[screen].keys);
	}
	picture_write(t, out);
	fclose(out);
	ok(same_as_file(name, seen), "%s is what the kiosk shows", name);
	free(seen);
	free(name);
	term_free(t);
	free(code);
	free(program);
}

/* A page with all of them: a row for each screen, a column for a language. */
static void
list_all(void)
{
	char *page = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&page, &len);

	fprintf(out, "# The main screens\n\nDrawn from the program by `make "
		"doc-screens`; their content is invented.\n");
	for (size_t z = 0; z < COUNT_OF(sizes); z++) {
		fprintf(out, "\n## %dx%d\n\n|", sizes[z].width,
		    sizes[z].height);
		for (size_t l = 0; l < lang_count; l++)
			fprintf(out, " %s |", lang_table[l]->name);
		fprintf(out, "\n|");
		for (size_t l = 0; l < lang_count; l++)
			fprintf(out, "---|");
		for (size_t i = 0; i < COUNT_OF(screens); i++) {
			fprintf(out, "\n|");
			for (size_t l = 0; l < lang_count; l++)
				fprintf(out, " ![%s](%s-%s-%d.svg) |",
				    screens[i].name, screens[i].name,
				    lang_table[l]->code, sizes[z].width);
		}
		fprintf(out, "\n");
	}
	fclose(out);
	ok(same_as_file("doc/screens/README.md", page),
	    "a page shows all of them");
	free(page);
}

int
main(void)
{
	for (size_t i = 0; i < COUNT_OF(screens); i++)
		for (size_t l = 0; l < lang_count; l++)
			for (size_t z = 0; z < COUNT_OF(sizes); z++)
				take(i, l, z);
	list_all();
	return done();
}

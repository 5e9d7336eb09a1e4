/*
 * What is read aloud of each screen: golden transcripts, all of them in
 * Spanish and one of each kind in the other languages.
 */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "listen.h"

static const struct page {
	const char *name;
	const char *keys;
	int width, height;
} pages[] = {
	{ "attract", "", 80, 25 },
	{ "home", "1", 80, 25 },
	{ "home-40", "1", 40, 15 },
	{ "topic", "1 1", 80, 25 },
	{ "article", "1 1 1 1", 80, 25 },
	{ "article-40", "1 1 1 1", 40, 15 },
};

static void
read_page(const struct page *p)
{
	char staff[] = "--staff";
	char options[] = "--options";
	char *arguments[4] = { NULL };
	char *file = xasprintf("%s.spoken", p->name);
	char *heard = NULL;
	struct term *t = NULL;
	size_t n = 0;

	if (strncmp(p->name, "staff", 5) == 0)
		arguments[n++] = staff;
	if (strncmp(p->name, "find", 4) == 0)
		arguments[n++] = options;
	t = listen_start(arguments, p->width, p->height);
	term_keys(t, p->keys);
	term_key(t, strncmp(p->name, "type", 4) == 0 ? "F4" : ".");
	ok(listen_to_end(t), "the voice comes to an end of %s", p->name);
	heard = listen_heard();
	ok(golden_text(file, heard), "%s is said as it was", p->name);
	free(heard);
	free(file);
	term_free(t);
}

int
main(void)
{
	listen_open();
	for (size_t i = 0; i < COUNT_OF(pages); i++)
		read_page(&pages[i]);
	listen_close();
	return done();
}

/*
 * A curriculum vitae as a file.  It is opened wherever the stick is put in
 * next, often on an old Windows: so lines end as they do there, and a mark
 * in front says that the letters are UTF-8.
 */
#include <config.h>

#include "text/cv.h"

#define MARK "\xef\xbb\xbf"
#define EOL "\r\n"

static void
add_page(struct buffer *out, const struct cv *cv, const struct cv_work *works,
    enum cv_lang lang)
{
	struct arena *a = arena_new();
	struct cv_line *lines = NULL;
	size_t count = 0;

	cv_compose(&lines, &count, cv, works, lang, a);
	for (size_t i = 0; i < count; i++) {
		if (lines[i].heading && i > 0)
			buffer_add_text(out, EOL);
		if (lines[i].item)
			buffer_add_text(out, "- ");
		buffer_add_text(out, lines[i].text);
		buffer_add_text(out, EOL);
		if (i == 0)
			buffer_add_text(out, EOL);
	}
	arena_free(a);
}

void
cv_write_file(struct buffer *out, const struct cv *cv,
    const struct cv_work works[CV_JOBS_MAX])
{
	buffer_add_text(out, MARK);
	add_page(out, cv, works, CV_ES);
	buffer_add_text(out, EOL EOL);
	add_page(out, cv, works, CV_EN);
}

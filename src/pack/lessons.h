/*
 * The lessons of a course: its Markdown cut at the headings.
 */
#ifndef VEREDA_LESSONS_H
#define VEREDA_LESSONS_H

#include <stddef.h>

#include "base/mem.h"
#include "catalog/entry.h"
#include "pack/finding.h"

#define LESSONS_TITLE_MAX 60 /* characters */

struct lesson_text {
	const char *title;
	const char *markdown; /* without its heading */
	struct place at;      /* of the heading */
};

struct lessons {
	struct place at;
	struct lesson_text *list;
	size_t count;
};

/* The lessons of MARKDOWN, which begins at START; in A. */
void lessons_read(struct lessons *out, const char *markdown,
    const struct place *start, struct arena *a, struct findings *f);

#endif

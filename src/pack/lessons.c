/*
 * Cuts a course into its lessons.
 */
#include <config.h>

#include "pack/lessons.h"

#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"
#include "pack/source_file.h"

#define MARK "## "
#define MARK_LEN 3

static bool
is_heading(const char *line)
{
	return strncmp(line, MARK, MARK_LEN) == 0;
}

/* The next heading in TEXT from FROM on, or its end. */
static size_t
next_heading(const char *text, size_t from)
{
	while (text[from] != '\0' && !is_heading(text + from)) {
		from += strcspn(text + from, "\n");
		from += text[from] == '\n';
	}
	return from;
}

static bool
is_blank(const char *text, size_t len)
{
	return strspn(text, " \n") >= len;
}

static size_t
add_lesson(struct lessons *out, const char *text, size_t at,
    const struct place *start, struct arena *a, struct findings *f)
{
	struct lesson_text *lesson = &out->list[out->count++];
	size_t title = at + MARK_LEN + strspn(text + at + MARK_LEN, " ");
	size_t len = strcspn(text + title, "\n");
	size_t body = title + len + strspn(text + title + len, "\n");
	size_t end = next_heading(text, body);

	lesson->at = source_file_place(start, text, at);
	while (len > 0 && text[title + len - 1] == ' ')
		len--;
	lesson->title = arena_strndup(a, text + title, len);
	lesson->markdown = arena_strndup(a, text + body, end - body);
	if (utf8_length(lesson->title) > LESSONS_TITLE_MAX)
		finding_add(f, &lesson->at, FINDING_TOO_LONG, "##, %zu > %d",
		    utf8_length(lesson->title), LESSONS_TITLE_MAX);
	if (len == 0 || is_blank(text + body, end - body))
		finding_add(f, &lesson->at, FINDING_LESSON_EMPTY, "%s",
		    lesson->title);
	return end;
}

void
lessons_read(struct lessons *out, const char *markdown,
    const struct place *start, struct arena *a, struct findings *f)
{
	size_t at = next_heading(markdown, 0);

	*out = (struct lessons){ .at = *start };
	out->list = arena_array(a, COURSE_LESSONS_MAX, sizeof *out->list);
	if (at == strlen(markdown))
		finding_add(f, start, FINDING_NO_LESSONS, "%s", "");
	else if (!is_blank(markdown, at))
		finding_add(f, start, FINDING_NO_LESSONS, "%s",
		    "text before the first");
	while (markdown[at] != '\0' && out->count < COURSE_LESSONS_MAX)
		at = add_lesson(out, markdown, at, start, a, f);
	if (markdown[at] != '\0') {
		struct place too_many = source_file_place(start, markdown, at);

		finding_add(f, &too_many, FINDING_TOO_MANY, "##, > %d",
		    COURSE_LESSONS_MAX);
	}
}

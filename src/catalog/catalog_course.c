/*
 * Courses: their lessons and their quiz.
 */
#include <config.h>

#include "catalog/catalog_internal.h"
#include "catalog/catalog_kind.h"

const struct statement_text catalog_course_statements[] = {
	{ ST_COURSE, "SELECT minutes,tool FROM course WHERE entry=?1" },
	{ ST_LESSONS, "SELECT title,markdown FROM lesson"
		      " WHERE entry=?1 AND lang=?2 ORDER BY position LIMIT 8" },
	{ ST_COUNT, NULL },
};

int
catalog_load_course(struct catalog *c, struct arena *a, struct entry *x,
    struct err *e)
{
	struct query q;

	query_begin_for(&q, c, x, ST_COURSE);
	while (query_row(&q)) {
		x->minutes = query_get_row(&q, 0);
		x->tool = query_get(&q, 1, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	x->lessons = arena_array(a, COURSE_LESSONS_MAX, sizeof *x->lessons);
	query_begin_for(&q, c, x, ST_LESSONS);
	while (query_row(&q) && x->lesson_count < COURSE_LESSONS_MAX) {
		struct lesson *lesson = &x->lessons[x->lesson_count++];

		lesson->title = query_get(&q, 0, a);
		lesson->markdown = query_get(&q, 1, a);
	}
	if (query_end(&q, e) < 0)
		return -1;
	return catalog_load_cards(c, a, x, e);
}

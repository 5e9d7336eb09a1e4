/*
 * Learning, in the memory of a session.
 */
#include <config.h>

#include "ui/learning.h"

#include <stdio.h>
#include <string.h>

struct learning *
learning_of(struct learning all[LEARNING_MAX], const char *slug)
{
	struct learning *l = &all[LEARNING_MAX - 1];

	for (size_t i = 0; i < LEARNING_MAX; i++)
		if (strcmp(all[i].slug, slug) == 0)
			return &all[i];
	for (size_t i = LEARNING_MAX; i > 0; i--)
		if (all[i - 1].slug[0] == '\0')
			l = &all[i - 1];
	if (l->slug[0] != '\0')
		memmove(&all[0], &all[1],
		    (LEARNING_MAX - 1) * sizeof all[0]);
	explicit_bzero(l, sizeof *l);
	snprintf(l->slug, sizeof l->slug, "%s", slug);
	return l;
}

void
learning_read(struct learning *l, int lesson)
{
	if (lesson >= 0 && lesson < COURSE_LESSONS_MAX)
		l->read |= (uint16_t)(1u << lesson);
}

bool
learning_has_read(const struct learning *l, int lesson)
{
	return lesson >= 0 && lesson < COURSE_LESSONS_MAX &&
	    (l->read & 1u << lesson) != 0;
}

size_t
learning_read_count(const struct learning *l, size_t lessons)
{
	size_t n = 0;

	for (size_t i = 0; i < lessons; i++)
		n += learning_has_read(l, (int)i);
	return n;
}

size_t
learning_next_card(const struct learning *l, size_t count)
{
	size_t i = 0;

	while (i < count && i < CARDS_MAX && l->answers[i] != 0)
		i++;
	return i;
}

size_t
learning_right_count(const struct learning *l, const struct card *cards,
    size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count && i < CARDS_MAX; i++)
		n += l->answers[i] != 0 && l->answers[i] == cards[i].right;
	return n;
}

void
learning_forget_answers(struct learning *l)
{
	explicit_bzero(l->answers, sizeof l->answers);
}

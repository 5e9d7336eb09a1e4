/*
 * Putting the curriculum vitae together.
 */
#include <config.h>

#include "text/cv.h"

#include <assert.h>
#include <string.h>

#define LINES_MAX 48

static size_t
count_set(const uint8_t list[CV_CHOICES_MAX])
{
	size_t n = 0;

	for (size_t i = 0; i < CV_CHOICES_MAX; i++)
		n += list[i] != 0;
	return n;
}

size_t
cv_job_count(const struct cv *cv)
{
	size_t n = 0;

	while (n < CV_JOBS_MAX && cv->jobs[n].work[0] != '\0')
		n++;
	return n;
}

size_t
cv_skill_count(const struct cv *cv)
{
	size_t n = 0;

	for (size_t i = 0; i < CV_CHOICES_MAX; i++)
		n += cv->skills >> i & 1;
	return n;
}

size_t
cv_spoken_count(const struct cv *cv)
{
	return count_set(cv->levels);
}

bool
cv_is_empty(const struct cv *cv)
{
	static const struct cv none;

	return memcmp(cv, &none, sizeof none) == 0;
}

int
cv_find_job(const struct cv *cv, const char *work)
{
	for (size_t i = 0; i < cv_job_count(cv); i++)
		if (strcmp(cv->jobs[i].work, work) == 0)
			return (int)i;
	return -1;
}

int
cv_add_job(struct cv *cv, const char *work)
{
	int at = cv_find_job(cv, work);
	size_t count = cv_job_count(cv);
	size_t len = strlen(work);

	if (at >= 0)
		return at;
	if (count == CV_JOBS_MAX || len == 0 || len >= CV_WORK_SIZE)
		return -1;
	memcpy(cv->jobs[count].work, work, len);
	return (int)count;
}

void
cv_remove_job(struct cv *cv, size_t job)
{
	if (job >= CV_JOBS_MAX)
		return;
	memmove(&cv->jobs[job], &cv->jobs[job + 1],
	    (CV_JOBS_MAX - 1 - job) * sizeof cv->jobs[0]);
	explicit_bzero(&cv->jobs[CV_JOBS_MAX - 1], sizeof cv->jobs[0]);
}

bool
cv_toggle_skill(struct cv *cv, size_t skill)
{
	uint32_t bit = (uint32_t)1 << skill;

	if (skill >= cv_count(CV_SKILLS) ||
	    ((cv->skills & bit) == 0 && cv_skill_count(cv) == CV_SKILLS_MAX))
		return false;
	cv->skills ^= bit;
	return true;
}

struct page {
	struct cv_line *list;
	size_t count;
	struct arena *arena;
	enum cv_lang lang;
};

static void
add(struct page *p, const char *text, bool heading, bool item)
{
	assert(p->count < LINES_MAX); /* what is chosen is bounded */
	p->list[p->count++] = (struct cv_line){ text, heading, item };
}

static void
add_heading(struct page *p, const char *es, const char *en)
{
	add(p, p->lang == CV_ES ? es : en, true, false);
}

static void
add_job(struct page *p, const struct cv_job *job, const struct cv_work *work)
{
	const char *name = work->name[p->lang];

	if (job->years != 0)
		name = arena_printf(p->arena, "%s, %s", name,
		    cv_choice(CV_YEARS, job->years - 1u, p->lang));
	add(p, name, false, false);
	for (size_t n = 0; n < CV_TASKS; n++)
		if ((job->tasks >> n & 1) != 0)
			add(p, cv_task(work->trade, n, p->lang), false, true);
}

static void
add_jobs(struct page *p, const struct cv *cv, const struct cv_work *works)
{
	if (cv_job_count(cv) == 0)
		return;
	add_heading(p, "Experiencia", "Experience");
	for (size_t i = 0; i < cv_job_count(cv); i++)
		add_job(p, &cv->jobs[i], &works[i]);
}

static void
add_skills(struct page *p, const struct cv *cv)
{
	if (cv_skill_count(cv) == 0)
		return;
	add_heading(p, "Sobre mí", "About me");
	for (size_t i = 0; i < cv_count(CV_SKILLS); i++)
		if ((cv->skills >> i & 1) != 0)
			add(p, cv_choice(CV_SKILLS, i, p->lang), false, true);
}

static void
add_spoken(struct page *p, const struct cv *cv)
{
	if (cv_spoken_count(cv) == 0)
		return;
	add_heading(p, "Idiomas", "Languages");
	for (size_t i = 0; i < cv_count(CV_SPOKEN); i++)
		if (cv->levels[i] != 0)
			add(p,
			    arena_printf(p->arena, "%s: %s",
				cv_choice(CV_SPOKEN, i, p->lang),
				cv_choice(CV_LEVELS, cv->levels[i] - 1u,
				    p->lang)),
			    false, true);
}

void
cv_compose(struct cv_line **out, size_t *count, const struct cv *cv,
    const struct cv_work works[CV_JOBS_MAX], enum cv_lang lang,
    struct arena *a)
{
	struct page p = { .arena = a, .lang = lang };

	p.list = arena_array(a, LINES_MAX, sizeof *p.list);
	add_heading(&p, "Hoja de vida", "Curriculum vitae");
	add(&p, lang == CV_ES ? "Nombre: ______________________"
			      : "Name: ________________________",
	    false, false);
	add(&p, lang == CV_ES ? "Teléfono: ____________________"
			      : "Telephone: ___________________",
	    false, false);
	add_jobs(&p, cv, works);
	add_skills(&p, cv);
	add_spoken(&p, cv);
	if (cv->schooling != 0) {
		add_heading(&p, "Estudios", "Education");
		add(&p, cv_choice(CV_SCHOOLING, cv->schooling - 1u, lang),
		    false, true);
	}
	if (cv->references != 0) {
		add_heading(&p, "Referencias", "References");
		add(&p, cv_choice(CV_REFERENCES, cv->references - 1u, lang),
		    false, false);
	}
	*out = p.list;
	*count = p.count;
}

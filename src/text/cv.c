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
	return count_set(cv->years);
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

bool
cv_set_years(struct cv *cv, size_t trade, unsigned years)
{
	if (trade >= cv_count(CV_TRADES) || years > cv_count(CV_YEARS))
		return false;
	if (years != 0 && cv->years[trade] == 0 &&
	    cv_job_count(cv) == CV_JOBS_MAX)
		return false;
	cv->years[trade] = (uint8_t)years;
	return true;
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
add_jobs(struct page *p, const struct cv *cv)
{
	if (cv_job_count(cv) == 0)
		return;
	add_heading(p, "Experiencia", "Experience");
	for (size_t i = 0; i < cv_count(CV_TRADES); i++) {
		if (cv->years[i] == 0)
			continue;
		add(p,
		    arena_printf(p->arena, "%s, %s",
			cv_choice(CV_TRADES, i, p->lang),
			cv_choice(CV_YEARS, cv->years[i] - 1u, p->lang)),
		    false, false);
		for (size_t n = 0; n < CV_TRADE_SKILLS; n++)
			add(p, cv_trade_skill(i, n, p->lang), false, true);
	}
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
    enum cv_lang lang, struct arena *a)
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
	add_jobs(&p, cv);
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

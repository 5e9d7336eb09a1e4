/*
 * A curriculum vitae as numbers, and back: what the kiosk says to its helper
 * and the helper believes.
 */
#include <config.h>

#include "text/cv.h"

#include <stdio.h>
#include <string.h>

#define LANGUAGES "es-en"

/* A list in a field: each thing once, with a value or (VALUES 0) without. */
struct rule {
	enum cv_list list;
	size_t values; /* the highest */
	size_t most;   /* things that may be chosen */
};

static struct rule
rule_of(enum cv_list list)
{
	struct rule r = { .list = list, .most = CV_CHOICES_MAX };

	if (list == CV_SPOKEN)
		r.values = cv_count(CV_LEVELS);
	else if (list == CV_SKILLS)
		r.most = CV_SKILLS_MAX;
	return r;
}

/* --- writing --- */

struct pen {
	char *out;
	size_t len;
};

/* What the lists can give has room; what they cannot is cut and refused. */
static void
put(struct pen *p, const char *before, size_t number)
{
	int n = snprintf(p->out + p->len, CV_NUMBERS_SIZE - p->len, "%s%zu",
	    before, number);

	if (n > 0)
		p->len += (size_t)n;
	if (p->len >= CV_NUMBERS_SIZE)
		p->len = CV_NUMBERS_SIZE - 1;
}

static void
put_text(struct pen *p, const char *text)
{
	size_t len = strlen(text);

	if (len >= CV_NUMBERS_SIZE - p->len)
		return;
	memcpy(p->out + p->len, text, len + 1);
	p->len += len;
}

static void
put_jobs(struct pen *p, const struct cv *cv)
{
	put_text(p, "\t");
	for (size_t i = 0; i < cv_job_count(cv); i++) {
		const struct cv_job *job = &cv->jobs[i];

		put_text(p, i > 0 ? "," : "");
		put_text(p, job->work);
		put_text(p, ".");
		if (job->years != 0)
			put(p, "", job->years);
		put_text(p, ".");
		for (size_t n = 0; n < CV_TASKS; n++)
			if ((job->tasks >> n & 1) != 0)
				put(p, "", n + 1);
	}
}

static void
put_list(struct pen *p, enum cv_list list,
    const uint8_t values[CV_CHOICES_MAX])
{
	const char *before = "";

	put_text(p, "\t");
	for (size_t i = 0; i < CV_CHOICES_MAX; i++) {
		if (values[i] == 0)
			continue;
		put(p, before, i + 1);
		if (rule_of(list).values != 0)
			put(p, ".", values[i]);
		before = ",";
	}
}

static void
put_one(struct pen *p, uint8_t number)
{
	put_text(p, "\t");
	if (number != 0)
		put(p, "", number);
}

void
cv_write_numbers(char out[CV_NUMBERS_SIZE], const struct cv *cv)
{
	struct pen p = { .out = out };
	uint8_t skills[CV_CHOICES_MAX];

	for (size_t i = 0; i < CV_CHOICES_MAX; i++)
		skills[i] = cv->skills >> i & 1;
	put_text(&p, LANGUAGES);
	put_jobs(&p, cv);
	put_list(&p, CV_SKILLS, skills);
	put_list(&p, CV_SPOKEN, cv->levels);
	put_one(&p, cv->schooling);
	put_one(&p, cv->references);
}

/* --- reading --- */

/* 1 to MAX at *AT, which moves behind it; 0 if there is none. */
static uint8_t
take_number(const char **at, size_t max)
{
	size_t n = 0;

	if (**at == '0')
		return 0;
	for (; **at >= '0' && **at <= '9'; (*at)++) {
		n = n * 10 + (size_t)(**at - '0');
		if (n > max || n > UINT8_MAX)
			return 0;
	}
	return (uint8_t)n;
}

/* An id as in all sources, or a code. */
static bool
take_work(char out[CV_WORK_SIZE], const char **at)
{
	size_t len = strspn(*at, "abcdefghijklmnopqrstuvwxyz0123456789-");

	if (len == 0 || len >= CV_WORK_SIZE)
		return false;
	memcpy(out, *at, len);
	*at += len;
	return true;
}

static bool
take_job(struct cv_job *job, const char **at)
{
	int last = 0;

	if (!take_work(job->work, at) || *(*at)++ != '.')
		return false;
	if (**at != '.') {
		job->years = take_number(at, cv_count(CV_YEARS));
		if (job->years == 0)
			return false;
	}
	if (*(*at)++ != '.')
		return false;
	for (; **at != ',' && **at != '\0'; (*at)++) {
		int task = **at - '0';

		if (task <= last || task > CV_TASKS)
			return false;
		job->tasks |= (uint8_t)(1u << (task - 1));
		last = task;
	}
	return true;
}

static bool
take_jobs(struct cv *cv, const char *at)
{
	for (size_t n = 0; *at != '\0'; n++) {
		struct cv_job job = { .years = 0 };

		if (n == CV_JOBS_MAX || (n > 0 && *at++ != ',') ||
		    !take_job(&job, &at) || cv_find_job(cv, job.work) >= 0)
			return false;
		cv->jobs[n] = job;
	}
	return true;
}

static bool
take_list(uint8_t values[CV_CHOICES_MAX], enum cv_list list, const char *at)
{
	const struct rule rule = rule_of(list);
	uint8_t last = 0;

	memset(values, 0, CV_CHOICES_MAX);
	for (size_t n = 0; *at != '\0'; n++) {
		uint8_t thing = 0;
		uint8_t value = 1;

		if (n == rule.most || (n > 0 && *at++ != ','))
			return false;
		thing = take_number(&at, cv_count(list));
		if (thing <= last)
			return false;
		if (rule.values != 0) {
			if (*at != '.')
				return false;
			at++;
			value = take_number(&at, rule.values);
		}
		if (value == 0)
			return false;
		values[thing - 1] = value;
		last = thing;
	}
	return true;
}

static bool
take_one(uint8_t *out, enum cv_list list, const char *at)
{
	*out = 0;
	if (*at == '\0')
		return true;
	*out = take_number(&at, cv_count(list));
	return *out != 0 && *at == '\0';
}

bool
cv_read_numbers(struct cv *out, const char *const field[CV_FIELDS])
{
	uint8_t skills[CV_CHOICES_MAX];

	memset(out, 0, sizeof *out);
	if (strcmp(field[0], LANGUAGES) != 0 ||
	    !take_jobs(out, field[1]) ||
	    !take_list(skills, CV_SKILLS, field[2]) ||
	    !take_list(out->levels, CV_SPOKEN, field[3]) ||
	    !take_one(&out->schooling, CV_SCHOOLING, field[4]) ||
	    !take_one(&out->references, CV_REFERENCES, field[5]))
		return false;
	for (size_t i = 0; i < CV_CHOICES_MAX; i++)
		if (skills[i] != 0)
			out->skills |= (uint32_t)1 << i;
	return !cv_is_empty(out);
}

/*
 * Occupations and trades as work of a curriculum vitae.
 */
#include <config.h>

#include "catalog/cv_work.h"

#include <string.h>

#include "catalog/option.h"

_Static_assert(CV_WORK_SIZE >= ENTRY_SLUG_SIZE, "every id has room");

static bool
is_offered(const struct cv_offer *list, size_t count, size_t trade)
{
	for (size_t i = 0; i < count; i++)
		if (list[i].trade == trade)
			return true;
	return false;
}

int
catalog_cv_offers(struct catalog *c, const char *lang, struct arena *a,
    struct cv_offer **out, size_t *count, struct err *e)
{
	struct occupation *o = NULL;
	struct cv_offer *list = NULL;
	size_t found = 0;

	if (catalog_occupations(c, lang, a, &o, &found, e) < 0)
		return -1;
	list = arena_array(a, found + cv_count(CV_TRADES), sizeof *list);
	for (size_t i = 0; i < found; i++)
		list[i] = (struct cv_offer){ o[i].head.slug, o[i].head,
			cv_trade_find(o[i].isco) };
	*count = found;
	for (size_t i = 0; i < cv_count(CV_TRADES); i++)
		if (!is_offered(list, found, i))
			list[(*count)++] = (struct cv_offer){
				.work = cv_trade_code(i), .trade = i };
	*out = list;
	return 0;
}

static int
name_occupation(struct catalog *c, const char *slug, struct arena *a,
    struct cv_work *out, struct err *e)
{
	static const char *const langs[CV_LANGS] = { "es", "en" };
	struct occupation o;
	struct ref ref = { 0 };

	if (catalog_find_entry(c, slug, &ref, e) < 0)
		return -1;
	if (ref.row == 0)
		return err_set(e, ERR_NOT_FOUND, "no work %s", slug);
	for (int lang = 0; lang < CV_LANGS; lang++) {
		if (catalog_occupation(c, ref, langs[lang], a, &o, e) < 0)
			return -1;
		out->name[lang] = o.head.title;
	}
	out->trade = cv_trade_find(o.isco);
	return 0;
}

static int
name_work(struct catalog *c, const char *work, struct arena *a,
    struct cv_work *out, struct err *e)
{
	size_t trade = cv_trade_find(work);

	if (trade == cv_count(CV_TRADES))
		return name_occupation(c, work, a, out, e);
	out->trade = trade;
	for (int lang = 0; lang < CV_LANGS; lang++)
		out->name[lang] =
		    cv_choice(CV_TRADES, trade, (enum cv_lang)lang);
	return 0;
}

int
catalog_cv_works(struct catalog *c, const struct cv *cv, struct arena *a,
    struct cv_work out[CV_JOBS_MAX], struct err *e)
{
	for (size_t i = 0; i < cv_job_count(cv); i++)
		if (name_work(c, cv->jobs[i].work, a, &out[i], e) < 0)
			return -1;
	return 0;
}

int
catalog_cv_settle(struct catalog *c, struct cv *cv, struct arena *a,
    struct err *e)
{
	struct cv_work ignored;
	size_t i = 0;

	while (i < cv_job_count(cv)) {
		if (name_work(c, cv->jobs[i].work, a, &ignored, e) == 0) {
			i++;
			continue;
		}
		if (e->code != ERR_NOT_FOUND && e->code != ERR_WITHDRAWN)
			return -1;
		err_clear(e);
		cv_remove_job(cv, i);
	}
	return 0;
}

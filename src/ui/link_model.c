/*
 * The model of the helper's state: when an answer begins, what takes the
 * place of what when it ends, and what comes without being asked for.
 */
#include <config.h>

#include "ui/link_model.h"

#include <stdio.h>
#include <string.h>


void
link_model_init(struct link_model *m)
{
	memset(m, 0, sizeof *m);
}

void
link_model_fini(struct link_model *m)
{
	for (size_t i = 0; i < LINK_REQUESTS; i++)
		arena_free(m->arenas[i]);
	arena_free(m->arena);
	memset(m, 0, sizeof *m);
}

static void
drop(struct link_model *m)
{
	arena_free(m->arena);
	m->arena = NULL;
	m->filling = NULL;
}

/* The room for what REQUEST brings; none for most. */
static void
begin_list(struct link_model *m, enum link_request request)
{
	struct arena *a = arena_new();

	m->arena = a;
	if (request == LINK_STATUS) {
		struct link_status *s = arena_zero(a, sizeof *s);

		s->label = "";
		m->filling = s;
	} else if (request == LINK_SCAN) {
		struct link_stick *s = arena_zero(a, sizeof *s);

		s->items = arena_array(a, LINK_ITEMS_MAX, sizeof *s->items);
		m->filling = s;
	} else if (request == LINK_PREVIEW) {
		struct link_preview *p = arena_zero(a, sizeof *p);

		p->number = m->number;
		p->edition.channel = p->edition.title = p->edition.signer =
		    "";
		p->changes = arena_array(a, LINK_CHANGES_MAX,
		    sizeof *p->changes);
		m->filling = p;
	}
}

void
link_model_expect(struct link_model *m, enum link_request request)
{
	memset(&m->result, 0, sizeof m->result);
	m->code[LINK_RECEIPT][0] = '\0'; /* it was that of another record */
	m->result.what = request;
	m->step = 0;
	m->done = m->all = m->copied = 0;
}

bool
link_model_expects(const struct link_model *m)
{
	return m->result.what != LINK_NOTHING && !m->result.good &&
	    m->result.code[0] == '\0';
}

void
link_model_expect_cv(struct link_model *m, bool due)
{
	m->cv_due = due;
	m->cv_number = 0;
	snprintf(m->code[LINK_CV], LINK_CODE_SIZE, "%s",
	    due ? "" : "SYSTEM");
}

void
link_model_begin(struct link_model *m, enum link_request request)
{
	drop(m);
	m->running = request;
	m->heard = 0;
	m->code[request][0] = '\0';
	begin_list(m, request);
	if (request == LINK_INSTALL || request == LINK_ROLLBACK)
		link_model_expect(m, request);
	if (request == LINK_PIN)
		m->wait = 0;
}

/* What was filled takes the place of what was there. */
static void
put_in_place(struct link_model *m, enum link_request request)
{
	if (request == LINK_STATUS)
		m->status = m->filling;
	else if (request == LINK_SCAN)
		m->stick = m->filling;
	else if (request == LINK_PREVIEW)
		m->preview = m->filling;
	else
		return;
	arena_free(m->arenas[request]);
	m->arenas[request] = m->arena;
	m->arena = NULL;
	m->filling = NULL;
}

/* The list that REQUEST brought is not true any more. */
static void
take_away(struct link_model *m, enum link_request request)
{
	if (request == LINK_STATUS)
		m->status = NULL;
	else if (request == LINK_SCAN)
		m->stick = NULL;
	else if (request == LINK_PREVIEW)
		m->preview = NULL;
	else
		return;
	arena_free(m->arenas[request]);
	m->arenas[request] = NULL;
}

static void
end(struct link_model *m, const char *code, const char *detail)
{
	enum link_request request = m->running;
	bool good = code[0] == '\0';

	snprintf(m->code[request], sizeof m->code[request], "%s", code);
	m->running = LINK_NOTHING;
	if (good)
		put_in_place(m, request);
	else
		take_away(m, request);
	drop(m);
	if (request == LINK_CV)
		m->cv_due = false;
	if (request == LINK_PIN) {
		m->staff = good;
		m->tries = good ? 0 : m->tries;
	}
	if (request == LINK_INSTALL || request == LINK_ROLLBACK) {
		m->result.good = good;
		m->result.step = m->step;
		m->result.cancelled = strcmp(code, "NONE") == 0 &&
		    strcmp(detail, "cancelled") == 0;
		snprintf(m->result.code, sizeof m->result.code, "%s", code);
		if (good && request == LINK_INSTALL && m->preview != NULL)
			m->result.created = m->preview->edition.created;
	}
}

static bool
is(const struct link_line *line, const char *name)
{
	return strcmp(line->field[0], name) == 0;
}

/* What comes without being asked for. */
static bool
take_event(struct link_model *m, const struct link_line *line)
{
	if (is(line, "stick-in"))
		m->stick_in = true;
	else if (is(line, "stick-out"))
		m->stick_in = false;
	else if (is(line, "changed"))
		m->changed = true;
	else
		return false;
	if (!is(line, "changed")) {
		m->stick_writable = m->stick_in && line->count > 1 &&
		    strcmp(line->field[1], "WRITABLE") == 0;
		m->stick_moved = true;
		take_away(m, LINK_SCAN);
	}
	return true;
}

enum link_meaning
link_model_take(struct link_model *m, const struct link_line *line)
{
	if (take_event(m, line))
		return LINK_MEANS_EVENT;
	if (m->running == LINK_NOTHING)
		return LINK_MEANS_NONSENSE;
	if (m->heard++ >= LINK_LINES_MAX && m->running != LINK_INSTALL)
		return LINK_MEANS_NONSENSE;
	if (is(line, "ok")) {
		end(m, "", "");
		return LINK_MEANS_ENDED;
	}
	if (is(line, "error")) {
		if (line->count < 2 || line->field[1][0] == '\0' ||
		    strlen(line->field[1]) >= LINK_CODE_SIZE)
			return LINK_MEANS_NONSENSE;
		end(m, line->field[1], line->count > 2 ? line->field[2] : "");
		return LINK_MEANS_ENDED;
	}
	if (!link_answer_take(m, line))
		return LINK_MEANS_NONSENSE;
	return LINK_MEANS_MORE;
}

void
link_model_forget(struct link_model *m)
{
	drop(m);
	if (link_model_expects(m))
		snprintf(m->result.code, sizeof m->result.code, "SYSTEM");
	if (m->cv_due)
		snprintf(m->code[LINK_CV], LINK_CODE_SIZE, "SYSTEM");
	m->cv_due = false;
	m->running = LINK_NOTHING;
	m->heard = 0;
	m->staff = false;
	m->stick_in = false;
	m->stick_writable = false;
	m->tries = 0;
	m->wait = 0;
	take_away(m, LINK_STATUS);
	take_away(m, LINK_SCAN);
	take_away(m, LINK_PREVIEW);
}

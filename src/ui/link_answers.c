/*
 * The lines of the helper's answers.  One table says which line may stand in
 * which answer and how many fields it has at least; more fields and names
 * that are not known here are passed over, for a later helper may say more.
 */
#include <config.h>

#include "ui/link_model.h"

#include <stdio.h>
#include <string.h>

#include "base/compiler.h"

#define SECONDS_MAX 253402300799u /* the end of the year 9999 */
#define COUNT_MAX 1000000000u
#define SIZE_MAX_BYTES (1ull << 50)
#define WAIT_MAX 86400u /* seconds */

static bool
number(const struct link_line *line, size_t field, uint64_t max,
    uint64_t *out)
{
	return link_number(line->field[field], max, out);
}

static bool
moment(const struct link_line *line, size_t field, int64_t *out)
{
	uint64_t n = 0;
	bool good = number(line, field, SECONDS_MAX, &n);

	*out = (int64_t)n;
	return good;
}

/* CHANNEL EPOCH SEQUENCE CREATED from FIELD on. */
static bool
read_edition(struct link_model *m, const struct link_line *line, size_t field,
    struct link_edition *out)
{
	out->channel = arena_strdup(m->arena, line->field[field]);
	out->title = "";
	out->signer = "";
	out->state = "";
	return number(line, field + 1, UINT32_MAX, &out->epoch) &&
	    number(line, field + 2, INT64_MAX, &out->sequence) &&
	    moment(line, field + 3, &out->created);
}

static const char *
text(struct link_model *m, const struct link_line *line, size_t field)
{
	return arena_strdup(m->arena, line->field[field]);
}

/* The key of FIELD, behind the publisher's name if the line has NAME. */
static const char *
signer(struct link_model *m, const struct link_line *line, size_t field,
    size_t name)
{
	if (line->count <= name || line->field[name][0] == '\0')
		return text(m, line, field);
	return arena_printf(m->arena, "%s %s", line->field[name],
	    line->field[field]);
}

/* --- the lines, by name --- */

static bool
take_tries(struct link_model *m, const struct link_line *line)
{
	return number(line, 1, COUNT_MAX, &m->tries);
}

static bool
take_wait(struct link_model *m, const struct link_line *line)
{
	return number(line, 1, WAIT_MAX, &m->wait);
}

static bool
take_hello(struct link_model *m, const struct link_line *line)
{
	(void)m;
	return strcmp(line->field[1], "1") == 0;
}

static bool
take_channel(struct link_model *m, const struct link_line *line)
{
	struct link_status *s = m->filling;
	struct link_edition *x = &s->channel[s->channels];

	if (s->channels == LINK_CHANNELS_MAX)
		return false;
	s->channels++;
	if (!read_edition(m, line, 1, x) || !moment(line, 5, &x->installed))
		return false;
	x->signer = signer(m, line, 6, 8);
	x->title = text(m, line, 7);
	return true;
}

static bool
take_previous(struct link_model *m, const struct link_line *line)
{
	struct link_status *s = m->filling;
	struct link_edition *x = &s->previous[s->previouses];

	if (s->previouses == LINK_PREVIOUS_MAX)
		return true; /* the newest came first */
	s->previouses++;
	if (!read_edition(m, line, 1, x))
		return false;
	x->title = text(m, line, 5);
	x->state = text(m, line, 6);
	return true;
}

static bool
take_clock(struct link_model *m, const struct link_line *line)
{
	struct link_status *s = m->filling;

	s->clock_behind = strcmp(line->field[1], "BEHIND") == 0;
	return s->clock_behind || strcmp(line->field[1], "OK") == 0;
}

static bool
take_room(struct link_model *m, const struct link_line *line)
{
	struct link_status *s = m->filling;

	return number(line, 1, SIZE_MAX_BYTES, &s->room);
}

/* root VERSION FINGERPRINT EXPIRES OK|PAST */
static bool
take_root(struct link_model *m, const struct link_line *line)
{
	struct link_status *s = m->filling;

	s->has_root = true;
	s->label = text(m, line, 2);
	if (line->count < 5)
		return true; /* of an earlier helper */
	s->root_past = strcmp(line->field[4], "PAST") == 0;
	return (s->root_past || strcmp(line->field[4], "OK") == 0) &&
	    moment(line, 3, &s->root_expires);
}

static bool
take_stick(struct link_model *m, const struct link_line *line)
{
	struct link_stick *s = m->filling;

	s->label = text(m, line, 1);
	s->writable = strcmp(line->field[3], "WRITABLE") == 0;
	return number(line, 2, SIZE_MAX_BYTES, &s->size) &&
	    (s->writable || strcmp(line->field[3], "READONLY") == 0);
}

/* item N CHANNEL EPOCH SEQUENCE CREATED SIZE CODE SIGNER TITLE FILENAME */
static bool
take_item(struct link_model *m, const struct link_line *line)
{
	struct link_stick *s = m->filling;
	struct link_item *x = &s->items[s->count];
	uint64_t n = 0;

	if (s->count == LINK_ITEMS_MAX)
		return false;
	s->count++;
	if (!number(line, 1, COUNT_MAX, &n) ||
	    !read_edition(m, line, 2, &x->edition) ||
	    !number(line, 6, SIZE_MAX_BYTES, &x->size))
		return false;
	x->number = (unsigned)n;
	x->code = text(m, line, 7);
	x->edition.signer = signer(m, line, 8, 11);
	x->edition.title = text(m, line,
	    line->field[9][0] != '\0' ? 9 : 10);
	x->file = text(m, line, 10);
	return true;
}

static bool
take_bundle(struct link_model *m, const struct link_line *line)
{
	struct link_preview *p = m->filling;

	if (!read_edition(m, line, 1, &p->edition))
		return false;
	p->edition.signer = signer(m, line, 5, 7);
	p->edition.title = text(m, line, 6);
	return true;
}

static bool
take_from(struct link_model *m, const struct link_line *line)
{
	struct link_preview *p = m->filling;

	return number(line, 1, UINT32_MAX, &p->from.epoch) &&
	    number(line, 2, INT64_MAX, &p->from.sequence) &&
	    moment(line, 3, &p->from.created);
}

static bool
take_grow(struct link_model *m, const struct link_line *line)
{
	struct link_preview *p = m->filling;

	return number(line, 1, SIZE_MAX_BYTES, &p->grow) &&
	    number(line, 2, SIZE_MAX_BYTES, &p->room) &&
	    number(line, 3, COUNT_MAX, &p->seconds);
}

/* count KIND NEW CHANGED WITHDRAWN; what is too much is passed over. */
static bool
take_count(struct link_model *m, const struct link_line *line)
{
	struct link_preview *p = m->filling;
	struct link_kind *k = &p->kinds[p->kind_count];

	if (p->kind_count == LINK_KINDS_MAX)
		return true;
	p->kind_count++;
	k->name = text(m, line, 1);
	for (size_t i = 0; i < 3; i++)
		if (!number(line, 2 + i, COUNT_MAX, &k->count[i]))
			return false;
	return true;
}

/* change KIND SIGN LANG TITLE */
static bool
take_change(struct link_model *m, const struct link_line *line)
{
	static const char signs[] = "+~-";
	struct link_preview *p = m->filling;
	struct link_change *c = &p->changes[p->change_count];
	const char *sign = strchr(signs, line->field[2][0]);
	unsigned kind = 0;

	if (line->field[2][0] == '\0' || sign == NULL)
		return false;
	while (kind < p->kind_count &&
	    strcmp(p->kinds[kind].name, line->field[1]) != 0)
		kind++;
	if (kind == p->kind_count)
		return true; /* a kind that was not counted */
	if (p->change_count == LINK_CHANGES_MAX)
		return false;
	p->change_count++;
	c->kind = kind;
	c->sign = (enum link_sign)(sign - signs);
	c->title = text(m, line, 4);
	return true;
}

/* step 1..5 DONE ALL; it never goes back. */
static bool
take_step(struct link_model *m, const struct link_line *line)
{
	uint64_t step = 0;

	if (!number(line, 1, LINK_STEPS, &step) || step == 0 ||
	    (int)step < m->step || !number(line, 2, SIZE_MAX_BYTES, &m->done) ||
	    !number(line, 3, SIZE_MAX_BYTES, &m->all))
		return false;
	m->step = (int)step;
	if (step == 1)
		m->copied = m->all;
	return true;
}

static bool
take_installed(struct link_model *m, const struct link_line *line)
{
	return number(line, 2, UINT32_MAX, &m->result.epoch) &&
	    number(line, 3, INT64_MAX, &m->result.sequence);
}

static bool
take_counts(struct link_model *m, const struct link_line *line)
{
	for (size_t i = 0; i < 3; i++)
		if (!number(line, 1 + i, COUNT_MAX, &m->result.count[i]))
			return false;
	return true;
}

static bool
take_record(struct link_model *m, const struct link_line *line)
{
	return number(line, 1, COUNT_MAX, &m->result.record) &&
	    number(line, 2, COUNT_MAX, &m->result.seconds);
}

static bool
take_receipt(struct link_model *m, const struct link_line *line)
{
	snprintf(m->result.receipt, sizeof m->result.receipt, "%s",
	    line->field[1]);
	return true;
}

static bool
take_cv(struct link_model *m, const struct link_line *line)
{
	uint64_t n = 0;
	bool good = number(line, 1, LINK_CVS_MAX, &n) && n > 0;

	m->cv_number = (unsigned)n;
	return good;
}

/* --- which line belongs to which answer --- */

static const struct {
	const char *name;
	enum link_request answers;
	size_t fields; /* with the name */
	bool (*take)(struct link_model *m, const struct link_line *line);
} lines[] = {
	{ "hello", LINK_HELLO, 2, take_hello },
	{ "tries", LINK_PIN, 2, take_tries },
	{ "wait", LINK_PIN, 2, take_wait },
	{ "channel", LINK_STATUS, 8, take_channel },
	{ "previous", LINK_STATUS, 7, take_previous },
	{ "clock", LINK_STATUS, 2, take_clock },
	{ "room", LINK_STATUS, 2, take_room },
	{ "root", LINK_STATUS, 3, take_root },
	{ "stick", LINK_SCAN, 4, take_stick },
	{ "item", LINK_SCAN, 11, take_item },
	{ "bundle", LINK_PREVIEW, 7, take_bundle },
	{ "from", LINK_PREVIEW, 4, take_from },
	{ "grow", LINK_PREVIEW, 4, take_grow },
	{ "count", LINK_PREVIEW, 5, take_count },
	{ "change", LINK_PREVIEW, 5, take_change },
	{ "step", LINK_INSTALL, 4, take_step },
	{ "installed", LINK_INSTALL, 4, take_installed },
	{ "counts", LINK_INSTALL, 4, take_counts },
	{ "record", LINK_INSTALL, 3, take_record },
	{ "rolled", LINK_ROLLBACK, 4, take_installed },
	{ "record", LINK_ROLLBACK, 3, take_record },
	{ "receipt", LINK_RECEIPT, 2, take_receipt },
	{ "cv", LINK_CV, 2, take_cv },
};

static bool
is_named(const struct link_line *line, const char *name)
{
	return strcmp(line->field[0], name) == 0;
}

bool
link_answer_take(struct link_model *m, const struct link_line *line)
{
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		if (lines[i].answers != m->running ||
		    !is_named(line, lines[i].name))
			continue;
		if (line->count < lines[i].fields || !lines[i].take(m, line))
			return false;
	}
	return true;
}

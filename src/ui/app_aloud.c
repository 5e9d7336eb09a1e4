/*
 * Reading aloud.  What the screen says comes from said.h; how it is said
 * from text/speech.h; here is what comes next.
 */
#include <config.h>

#include "ui/app_aloud.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "catalog/recording.h"
#include "text/speech.h"
#include "ui/app_private.h"

#define TEXTS_FIRST 64

void
aloud_fini(struct app *app)
{
	aloud_forget(app);
	arena_free(app->aloud.arena);
	app->aloud.arena = NULL;
	free(app->aloud.said.at);
	free(app->aloud.before.at);
}

/* --- texts that are remembered --- */

/* FNV-1a; never 0. */
static uint64_t
hash_of(const char *text)
{
	uint64_t h = 14695981039346656037u;

	for (; *text != '\0'; text++)
		h = (h ^ (unsigned char)*text) * 1099511628211u;
	return h | 1;
}

static bool
has(const struct aloud_texts *t, uint64_t hash)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->at[i] == hash)
			return true;
	return false;
}

static void
keep(struct aloud_texts *t, uint64_t hash)
{
	if (t->count == t->room) {
		t->room = t->room > 0 ? 2 * t->room : TEXTS_FIRST;
		t->at = xrealloc(t->at, t->room, sizeof *t->at);
	}
	t->at[t->count++] = hash;
}

/* What a person heard is not left in memory, not even as a hash. */
static void
clear(struct aloud_texts *t)
{
	if (t->at != NULL)
		explicit_bzero(t->at, t->room * sizeof *t->at);
	t->count = 0;
}

/* --- one after the other --- */

void
aloud_stop(struct app *app)
{
	struct aloud *a = &app->aloud;

	if (a->reading && a->next > 0 && a->next <= a->list.count)
		a->stopped = hash_of(a->list.at[a->next - 1].text);
	voice_stop(a->voice);
	if (a->reading)
		app->drawn = false; /* another foot, and no mark */
	a->reading = a->asked = a->turned = a->again = false;
	a->recorded = a->unrecorded = false;
}

static void
set_volume(struct app *app, int step)
{
	app->aloud.volume = step;
	voice_set_volume(app->aloud.voice, step);
}

void
aloud_forget(struct app *app)
{
	struct aloud *a = &app->aloud;

	aloud_stop(app);
	if (a->arena != NULL)
		arena_reset(a->arena);
	a->list = (struct utterances){ 0 };
	a->next = 0;
	a->stopped = a->focus = 0;
	a->pace = VOICE_USUAL;
	set_volume(app, VOICE_VOLUME_USUAL);
	a->due = a->sample = false;
	explicit_bzero(&a->place, sizeof a->place);
	clear(&a->said);
	clear(&a->before);
}

/* The end of the page: the next one, if the text goes on there. */
static void
turn_page(struct app *app)
{
	struct aloud *a = &app->aloud;
	int page = app->screen.place.page;

	voice_stop(a->voice); /* somebody may have skipped the last one */
	if (!a->more || !app_ops(app)->key(&app->screen, key_char('+')) ||
	    app->screen.place.page != page + 1) {
		a->stopped = 0;
		a->next = 0;
		a->reading = false;
		return;
	}
	app_apply(app);
	a->turned = true;
}

/* The recording of the text that stands on the screen.  Nothing of it stays
 * with us but what the pipe holds. */
static bool
play(struct app *app)
{
	struct aloud *a = &app->aloud;
	const struct entry_head *entry = app->surface.said.entry;
	struct buffer sound = { 0 };
	struct err e = { 0 };
	uint32_t ms = 0;
	bool plays = false;

	if (entry == NULL)
		return false;
	if (catalog_recording(app->catalog, entry->ref, entry->lang, &sound,
		&ms, &e) < 0)
		log_line("recording: %s", e.text);
	else
		plays = voice_play(a->voice, buffer_bytes(&sound), ms,
		    a->pace, app->now);
	if (sound.at != NULL)
		explicit_bzero(sound.at, sound.len);
	buffer_fini(&sound);
	return plays;
}

static void gather(struct app *app);
static void say_next(struct app *app);

/* What was to be heard as a recording is said by the voice: all of the page,
 * for its head was not said. */
static void
say_instead(struct app *app)
{
	struct aloud *a = &app->aloud;

	a->recorded = false;
	a->unrecorded = true;
	gather(app);
	say_next(app);
}

static bool
say(struct app *app, const struct utterance *u)
{
	struct aloud *a = &app->aloud;

	return voice_say(a->voice, u->lang,
	    speech_spoken(a->arena, u->lang, u->text), a->pace, app->now);
}

/* Say what comes next; what cannot be said at all ends it. */
static void
say_next(struct app *app)
{
	struct aloud *a = &app->aloud;
	const struct utterance *u = NULL;

	app->drawn = false;
	if (a->next >= a->list.count) {
		turn_page(app);
		return;
	}
	u = &a->list.at[a->next++];
	keep(&a->said, hash_of(u->text));
	if (u->recorded && !play(app))
		say_instead(app);
	else if (!u->recorded && !say(app, u))
		aloud_stop(app);
}

static bool
is_playing(const struct aloud *a)
{
	return a->reading && a->next > 0 && a->next <= a->list.count &&
	    a->list.at[a->next - 1].recorded;
}

void
aloud_hear(struct app *app)
{
	struct aloud *a = &app->aloud;

	switch (voice_news(a->voice, app->now)) {
	case VOICE_NOTHING:
		return;
	case VOICE_SAID:
		if (!a->reading)
			return;
		a->again = false;
		say_next(app);
		return;
	case VOICE_FAILED:
		if (is_playing(a))
			say_instead(app);
		else
			aloud_stop(app);
		return;
	}
}

/* --- keys --- */

/* "." wherever it is no text, and F4 everywhere.  A keypad has no F4; in its
 * search "." is no letter. */
bool
app_listens_at_dot(const struct app *app)
{
	return !app_takes_text(app) ||
	    (app_keypad(app) && app_screen(app) == SCREEN_SEARCH);
}

static bool
is_listen(const struct app *app, struct key key)
{
	return (key.kind == UIKEY_F && key.code == 4) ||
	    (app_listens_at_dot(app) &&
		(key_is(key, '.') || key_is(key, ',')));
}

/* The same sentence; asked for once more, and slower from then on. */
static void
say_again(struct app *app)
{
	struct aloud *a = &app->aloud;

	if (a->again && a->pace + 1 < VOICE_PACES)
		a->pace++;
	a->again = true;
	if (a->next > 0)
		a->next--;
	say_next(app);
}

/* One step louder, and behind the loudest the softest; the same sentence
 * tells how that sounds. */
static void
say_louder(struct app *app)
{
	struct aloud *a = &app->aloud;

	set_volume(app, app_volume(app) % app_volumes(app));
	if (a->next > 0)
		a->next--;
	say_next(app);
}

bool
aloud_key(struct app *app, struct key key)
{
	struct aloud *a = &app->aloud;

	if (!a->there)
		return false;
	a->due = true;
	if (is_listen(app, key)) {
		if (a->reading)
			aloud_stop(app);
		else
			app_read_aloud(app);
		return true;
	}
	if (!a->reading)
		return false;
	if (!app_takes_text(app) && (key_is(key, '+') || key_is(key, ' ') ||
					key.kind == UIKEY_PAGE_DOWN)) {
		a->again = false;
		say_next(app);
		return true;
	}
	if (!app_takes_text(app) &&
	    (key_is(key, '-') || key.kind == UIKEY_PAGE_UP)) {
		say_again(app);
		return true;
	}
	if (!app_takes_text(app) && key_is(key, '/')) {
		say_louder(app);
		return true;
	}
	aloud_stop(app);
	return false;
}

void
app_read_aloud(struct app *app)
{
	if (!app->aloud.there)
		return;
	/* whoever hears the languages wants to hear what comes behind them */
	if (app_screen(app) == SCREEN_ATTRACT)
		app->session.read_aloud = true;
	app->aloud.asked = app->aloud.reading = true;
	app->drawn = false;
}

void
app_read_slowly(struct app *app, bool slowly)
{
	app->aloud.pace = slowly ? VOICE_SLOW : VOICE_USUAL;
}

bool
app_reads_slowly(const struct app *app)
{
	return app->aloud.pace != VOICE_USUAL;
}

int
app_volume(const struct app *app)
{
	return app->aloud.volume + 1;
}

int
app_volumes(const struct app *app)
{
	return voice_volumes(app->aloud.voice);
}

void
app_next_volume(struct app *app)
{
	set_volume(app, app_volume(app) % app_volumes(app));
	app->aloud.sample = true;
}

/* --- what there is to say --- */

void
aloud_look(struct app *app)
{
	struct aloud *a = &app->aloud;

	a->there = voice_is_there(a->voice);
	app->surface.said.wanted = a->there;
	if (!a->there && a->reading)
		aloud_stop(app);
}

/* Where a reading of this page ends: behind the last sentence of its text,
 * if that goes on; the rest is said with the last page. */
static size_t
end_of(const struct utterances *all, bool more)
{
	size_t end = all->count;

	while (more && end > 0 && all->at[end - 1].kind != SAID_FLOW)
		end--;
	return end;
}

/* Is the text of this page there as a recording?  Only its first page begins
 * where a recording does. */
static bool
has_recording(struct app *app)
{
	struct aloud *a = &app->aloud;
	const struct entry_head *entry = app->surface.said.entry;
	struct err e = { 0 };
	bool found = false;

	if (entry == NULL || a->unrecorded || app->notice ||
	    app->screen.place.page != 0 || !voice_plays(a->voice))
		return false;
	if (catalog_has_recording(app->catalog, entry->ref, entry->lang,
		&found, &e) < 0)
		log_line("recording: %s", e.text);
	return found;
}

/* In place of all that a recording says stands the recording, once; it begins
 * with the title, so the head is not said. */
static void
put_recording(struct utterances *all)
{
	size_t n = 0;
	bool there = false;

	for (size_t i = 0; i < all->count; i++) {
		if (all->at[i].kind == SAID_HEAD) {
			continue;
		} else if (!all->at[i].of_text) {
			all->at[n++] = all->at[i];
		} else if (!there) {
			there = true;
			all->at[n] = all->at[i];
			all->at[n].kind = SAID_FLOW;
			all->at[n++].recorded = true;
		}
	}
	all->count = n;
}

static bool
is_wanted(const struct aloud *a, const struct utterance *u)
{
	bool listed = u->kind == SAID_CHOICE || u->kind == SAID_KEY;

	if (u->text[0] == '\0' || (a->recorded && u->of_text &&
		!u->recorded) ||
	    (a->turned && (u->kind == SAID_HEAD ||
			      has(&a->said, hash_of(u->text)))))
		return false;
	return !(a->more && listed);
}

/* The list of what is said of this page.  After a turn it is only what has
 * not been said yet. */
static void
gather(struct app *app)
{
	struct aloud *a = &app->aloud;
	struct utterances all;
	size_t end = 0;

	if (a->arena == NULL)
		a->arena = arena_new();
	arena_reset(a->arena);
	a->more = app->surface.said.more && !app->notice;
	said_compose(&all, &app->surface.said, app->session.lang, a->arena);
	if (!a->turned)
		a->recorded = has_recording(app);
	if (!a->turned && a->recorded)
		put_recording(&all);
	end = end_of(&all, a->more);
	a->list.at = arena_array(a->arena, end + 1, sizeof *a->list.at);
	a->list.count = 0;
	for (size_t i = 0; i < end; i++)
		if (is_wanted(a, &all.at[i]) &&
		    speech_spoken(a->arena, all.at[i].lang,
			all.at[i].text)[0] != '\0')
			a->list.at[a->list.count++] = all.at[i];
	a->next = 0;
}

/* Where it was cut off, if that is still there. */
static void
resume(struct aloud *a)
{
	for (size_t i = 0; a->stopped != 0 && i < a->list.count; i++)
		if (hash_of(a->list.at[i].text) == a->stopped) {
			a->next = i;
			break;
		}
	a->stopped = 0;
}

static bool
is_same_page(const struct app *app)
{
	const struct aloud *a = &app->aloud;

	return a->depth == app->depth &&
	    place_same_page(&a->place, &app->screen.place);
}

static void
begin(struct app *app)
{
	struct aloud *a = &app->aloud;
	bool same = is_same_page(app);

	if (!a->turned) {
		clear(&a->said);
		a->unrecorded = false;
	}
	gather(app);
	if (same && a->asked)
		resume(a);
	a->asked = a->turned = false;
	a->reading = true;
	say_next(app);
}

/* The choice that Enter would open now, if that was another one before. */
static const struct utterance *
new_focus(const struct aloud *a)
{
	for (size_t i = 0; i < a->list.count; i++)
		if (a->list.at[i].focused &&
		    hash_of(a->list.at[i].text) != a->focus)
			return &a->list.at[i];
	return NULL;
}

/* Only what was not on the screen before; the choice that has the focus now
 * in any case. */
static void
begin_with_news(struct app *app)
{
	struct aloud *a = &app->aloud;
	const struct utterance *focused = NULL;
	size_t n = 0;

	a->turned = false;
	gather(app);
	focused = new_focus(a);
	for (size_t i = 0; i < a->list.count; i++) {
		const struct utterance *u = &a->list.at[i];

		if (u == focused || !has(&a->before, hash_of(u->text)))
			a->list.at[n++] = *u;
	}
	a->list.count = n;
	a->more = false;
	a->reading = n > 0;
	if (n > 0)
		say_next(app);
}

/* The screen as it is now, for the next time. */
static void
remember(struct app *app)
{
	struct aloud *a = &app->aloud;
	struct arena *arena = arena_new();
	struct utterances all;

	said_compose(&all, &app->surface.said, app->session.lang, arena);
	clear(&a->before);
	a->focus = 0;
	for (size_t i = 0; i < all.count; i++) {
		keep(&a->before, hash_of(all.at[i].text));
		if (all.at[i].focused)
			a->focus = hash_of(all.at[i].text);
	}
	a->place = app->screen.place;
	a->depth = app->depth;
	arena_free(arena);
}

bool
aloud_drawn(struct app *app)
{
	struct aloud *a = &app->aloud;
	bool was = a->reading;
	bool due = a->due && !app->hidden &&
	    (app->session.read_aloud || a->sample);

	if (!a->there)
		return false;
	if (a->asked || a->turned)
		begin(app);
	else if (due && !is_same_page(app))
		begin(app);
	else if (due)
		begin_with_news(app);
	if (a->due || a->reading != was)
		remember(app);
	a->due = a->sample = false;
	return a->reading != was;
}

/* The sentence that is heard is in the title role; the focus stays what it
 * is. */
static void
mark(struct surface *s, const struct said_span *span)
{
	for (int i = 0; i < span->width; i++) {
		struct cell *c = surface_cell(s, span->x + i, span->y);

		if (c != NULL && (c->role == ROLE_PAGE ||
				     c->role == ROLE_MUTED))
			c->role = ROLE_TITLE;
	}
}

void
aloud_mark(struct app *app)
{
	struct aloud *a = &app->aloud;
	struct arena *arena = NULL;
	struct utterances all;

	if (!a->reading || a->next == 0 || a->next > a->list.count ||
	    is_playing(a))
		return; /* nobody knows which sentence of it is heard */
	arena = arena_new();
	said_compose(&all, &app->surface.said, app->session.lang, arena);
	for (size_t i = 0; i < all.count; i++) {
		if (strcmp(all.at[i].text, a->list.at[a->next - 1].text) != 0)
			continue;
		for (size_t j = 0; j < all.at[i].span_count; j++)
			mark(&app->surface, &all.at[i].spans[j]);
	}
	arena_free(arena);
}

/*
 * Fingers and pointers: a tap on any cell of what can be chosen does what its
 * key does, on every screen.
 */
#include <config.h>

#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "ways.h"

#define CHOICES_MAX 12

static const struct {
	int width, height;
	bool touch;
} sets[] = {
	{ 80, 25, false },
	{ 40, 15, false },
	{ 80, 25, true },
	{ 40, 15, true },
};

/* There, with the focus moved on N times. */
static void
go(struct kiosk *k, size_t set, size_t way, int n)
{
	int width = sets[set].width;
	int height = sets[set].height;

	way_open(k, "es", width, height, way);
	k->settings.touch = sets[set].touch;
	way_go(k, "es", way);
	app_resize(k->app, width + 1, height); /* drawn with fingers in mind */
	app_resize(k->app, width, height);
	for (int i = 0; i < n; i++)
		kiosk_press(k, key_of(UIKEY_TAB));
	app_draw(k->app);
}

static void
complain(size_t set, size_t way, const char *what, int x, int y)
{
	fail_msg("way \"%s\" at %dx%d%s: %s at %d,%d", ways[way].keys,
	    sets[set].width, sets[set].height,
	    sets[set].touch ? " for fingers" : "", what, x, y);
}

/* Every cell that is drawn as the focus belongs to one target. */
static struct key
tap_of_focus(struct kiosk *k, size_t set, size_t way)
{
	struct surface *s = app_draw(k->app);
	struct key first = surface_tap(s, s->cursor_x, s->cursor_y);

	if (first.kind == UIKEY_NONE)
		complain(set, way, "no tap", s->cursor_x, s->cursor_y);
	for (int y = 0; y < s->height; y++)
		for (int x = 0; x < s->width; x++)
			if (surface_cell(s, x, y)->role == ROLE_FOCUS &&
			    !key_same(surface_tap(s, x, y), first))
				complain(set, way, "another tap", x, y);
	return (struct key){ .kind = UIKEY_TAP, .x = s->cursor_x,
		.y = s->cursor_y };
}

/* What the screen is after KEY, in text. */
static char *
after(size_t set, size_t way, int n, struct key key)
{
	struct kiosk k;
	char *text = NULL;

	go(&k, set, way, n);
	kiosk_press(&k, key);
	text = kiosk_text(&k);
	kiosk_close(&k);
	return text;
}

static bool
has_focus(struct surface *s)
{
	struct cell *c = surface_cell(s, s->cursor_x, s->cursor_y);

	return c->role == ROLE_FOCUS;
}

static void
check_choices(size_t set, size_t way)
{
	struct kiosk k;
	int x = 0;
	int y = 0;

	go(&k, set, way, 0);
	x = app_draw(k.app)->cursor_x;
	y = app_draw(k.app)->cursor_y;
	for (int n = 0; n < CHOICES_MAX && has_focus(app_draw(k.app)); n++) {
		struct key tap = tap_of_focus(&k, set, way);
		char *by_tap = after(set, way, n, tap);
		char *by_key = after(set, way, n, key_of(UIKEY_ENTER));

		if (strcmp(by_tap, by_key) != 0)
			complain(set, way, "a tap is not its key", tap.x,
			    tap.y);
		free(by_tap);
		free(by_key);
		kiosk_press(&k, key_of(UIKEY_TAB));
		if (app_draw(k.app)->cursor_x == x &&
		    app_draw(k.app)->cursor_y == y)
			break;
	}
	kiosk_close(&k);
}

static void
a_tap_on_any_cell_of_a_choice_is_its_key(void **state)
{
	(void)state;
	for (size_t set = 0; set < COUNT_OF(sets); set++)
		for (size_t way = 0; way < way_count; way++)
			check_choices(set, way);
}

/* Give LOOK each target of each way. */
static void
each_target(void (*look)(size_t set, size_t way, struct surface *s,
    const struct target *t))
{
	for (size_t set = 0; set < COUNT_OF(sets); set++)
		for (size_t way = 0; way < way_count; way++) {
			struct kiosk k;
			struct surface *s = NULL;

			go(&k, set, way, 0);
			s = app_draw(k.app);
			for (size_t i = 0; i < s->target_count; i++)
				look(set, way, s, &s->targets[i]);
			kiosk_close(&k);
		}
}

static void
look_at_its_cells(size_t set, size_t way, struct surface *s,
    const struct target *t)
{
	int from = t->x > 0 ? t->x : 0;
	int to = t->x + t->width < s->width ? t->x + t->width : s->width;

	for (int y = t->y; y < t->y + t->height; y++)
		for (int x = from; x < to; x++)
			if (!key_same(surface_tap(s, x, y), t->key))
				complain(set, way, "covered", x, y);
}

/* What is in the foot, a letter, a digit of a pad: anything else. */
static void
every_target_answers_on_all_its_cells(void **state)
{
	(void)state;
	each_target(look_at_its_cells);
}

/*
 * At the size of the design.  15 rows have no room for that: there a row of 32
 * pixels is more than the least that WCAG 2.5.8 asks for.  In the head, which
 * has one row, nothing stands that the foot or a list has not too.
 */
static void
look_at_its_size(size_t set, size_t way, struct surface *s,
    const struct target *t)
{
	(void)s;
	if (!sets[set].touch)
		return;
	if (t->y > 0 && t->height < 2 && sets[set].width == 80)
		complain(set, way, "one row", t->x, t->y);
	if (t->width < 3)
		complain(set, way, "narrow", t->x, t->y);
}

static void
for_fingers_every_target_is_two_rows_high(void **state)
{
	(void)state;
	each_target(look_at_its_size);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tap_on_any_cell_of_a_choice_is_its_key),
		cmocka_unit_test(every_target_answers_on_all_its_cells),
		cmocka_unit_test(for_fingers_every_target_is_two_rows_high),
	};

	return cmocka_run_group_tests_name("taps", tests, screens_begin,
	    screens_end);
}

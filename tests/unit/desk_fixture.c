#include <config.h>

#include "desk_fixture.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

const struct desk_size desk_sizes[DESK_SIZES] = { { 80, 25 }, { 80, 22 },
	{ 132, 43 }, { 40, 15 }, { 50, 15 } };

void
desk_talk(struct desk *d)
{
	bool more = true;

	while (more) {
		more = helper_answer(&d->helper);
		if (link_io(d->link, POLLIN | POLLOUT, d->k.now))
			app_hear(d->k.app);
		more = helper_answer(&d->helper) || more;
	}
	app_draw(d->k.app);
}

void
desk_open_touch(struct desk *d, const char *lang, int width, int height,
    bool touch)
{
	struct link_source source = { &d->helper, helper_open, NULL };

	memset(d, 0, sizeof *d);
	d->helper.fd = -1;
	d->link = link_new(&source);
	kiosk_open(&d->k, lang, width, height);
	d->k.settings.touch = touch;
	app_set_link(d->k.app, d->link);
	link_open(d->link);
	app_start(d->k.app);
	desk_talk(d);
}

void
desk_open(struct desk *d, const char *lang, int width, int height)
{
	desk_open_touch(d, lang, width, height, false);
}

void
desk_close(struct desk *d)
{
	kiosk_close(&d->k);
	link_free(d->link);
	helper_close(&d->helper);
}

void
desk_keys(struct desk *d, const char *names)
{
	for (; *names != '\0'; names++) {
		char one[2] = { *names, '\0' };

		kiosk_keys(&d->k, one);
		desk_talk(d);
	}
}

bool
desk_says(struct desk *d, const char *words)
{
	char *all = kiosk_text(&d->k);
	bool found = strstr(all, words) != NULL;

	free(all);
	return found;
}

/*
 * What the kiosk is told without asking: the stick comes or goes, and some
 * other program has changed what is shown.
 */
#include <config.h>

#include "load/serve_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/mem.h"

#define STATE "state" /* renamed into the store by whoever changes it */

/* The folder in which the stick, or its device, comes and goes. */
static void
watch_stick(struct serve *s)
{
	const struct serve_source *source = &s->setup->source;
	const char *path = source->folder != NULL ? source->folder :
	    source->device;
	const char *slash = path != NULL ? strrchr(path, '/') : NULL;
	char *parent = NULL;

	if (path == NULL)
		return;
	parent = slash == NULL ? xstrdup(".") : slash == path ? xstrdup("/") :
	    xstrndup(path, (size_t)(slash - path));
	/* Without it a stick is seen when the next request has been made. */
	(void)inotify_add_watch(s->watch, parent, IN_CREATE | IN_DELETE |
	    IN_MOVED_TO | IN_MOVED_FROM | IN_ATTRIB | IN_MASK_ADD);
	free(parent);
}

void
serve_watch_open(struct serve *s)
{
	s->store_watch = -1;
	s->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (s->watch < 0)
		return;
	watch_stick(s);
	s->store_watch = inotify_add_watch(s->watch, s->setup->load->folder,
	    IN_MOVED_TO | IN_MASK_ADD);
}

void
serve_watch_close(struct serve *s)
{
	if (s->watch >= 0)
		close(s->watch);
	s->watch = -1;
}

/* Events are of the length of their names; BYTES are whole ones. */
static void
look_at_events(struct serve *s, const char *bytes, size_t len)
{
	struct inotify_event event;

	for (size_t at = 0; at + sizeof event <= len;
	    at += sizeof event + event.len) {
		memcpy(&event, bytes + at, sizeof event);
		if (event.wd == s->store_watch && event.len > 0 &&
		    strcmp(bytes + at + sizeof event, STATE) == 0)
			s->store_moved = true;
		if ((event.mask & IN_Q_OVERFLOW) != 0)
			s->store_moved = true;
	}
}

void
serve_watch_read(struct serve *s)
{
	char bytes[4096];
	ssize_t got;

	while ((got = read(s->watch, bytes, sizeof bytes)) > 0)
		look_at_events(s, bytes, (size_t)got);
}

static void
tell_stick(struct serve *s)
{
	bool is_in = serve_stick_is_in(&s->setup->source);

	if (is_in == s->stick_in)
		return;
	s->stick_in = is_in;
	if (!is_in)
		s->item_count = 0;
	if (!is_in)
		serve_say(s, "stick-out");
	else
		serve_say(s, "stick-in\t%s",
		    serve_stick_is_writable(&s->setup->source) ? "WRITABLE"
							       : "READONLY");
}

void
serve_watch_tell(struct serve *s)
{
	struct serve_ask ask = { 0 };

	if (s->running != SERVE_NOTHING || !s->hello || s->gone)
		return;
	tell_stick(s);
	if (s->shown_known && !s->store_moved)
		return;
	s->store_moved = false;
	serve_begin(s, SERVE_LOOK, serve_job_status, &ask);
}

bool
serve_watch_shown(struct serve *s, const struct serve_line *line)
{
	struct serve_shown *shown = s->shown;
	char edition[sizeof shown->edition];
	size_t n = 0;

	while (n < s->shown_count &&
	    strcmp(s->shown[n].channel, line->field[1]) != 0)
		n++;
	if (n == LOAD_CHANNELS_MAX)
		return false;
	shown = &s->shown[n];
	snprintf(edition, sizeof edition, "%.20s\t%.20s", line->field[2],
	    line->field[3]);
	if (n < s->shown_count && strcmp(shown->edition, edition) == 0)
		return false;
	if (n == s->shown_count)
		s->shown_count++;
	snprintf(shown->channel, sizeof shown->channel, "%s",
	    line->field[1]);
	memcpy(shown->edition, edition, sizeof edition);
	return true;
}

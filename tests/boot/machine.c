/*
 * machine.c - sits before a machine that QEMU makes: looks at its screen and
 * presses its keys, over the protocol of QEMU's monitor (QMP).
 *
 *	machine SOCKET FONT VERB [ARGUMENT...] ...
 *
 *	read                 prints what stands on the screen
 *	wait SECONDS TEXT    until TEXT stands there; ends with 1 if it does not
 *	press KEY            as QEMU names keys: "1", "ret", "ctrl-alt-delete"
 *	type DIGITS          one key each
 *	tap TEXT             with a pointer, on the first TEXT on the screen
 *	touch TEXT           the same with a finger
 *	slip TEXT            with one that does not come up quite where it went down
 *	hold TEXT            with one that rests there for two seconds
 *	swipe TEXT           with one that goes from there far up
 *	spread TEXT          two fingers go from there, to both sides
 *	picture FILE         the screen as PPM
 *	tell COMMAND         of the human's monitor; its answer is printed
 *
 * SOCKET is that of "-qmp unix:SOCKET,server,nowait".  A pointer is a usb-tablet;
 * fingers need a virtio-multitouch-pci, and no usb-tablet beside it.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "console_text.h"

#define PICTURE_SIZE_MAX (64u << 20)
#define WHOLE 32767 /* the width of a screen to a tablet */

struct machine {
	int fd;
	struct psf font;
	char *picture; /* a file for it */
};

static _Noreturn void
die(const char *what, const char *why)
{
	fprintf(stderr, "machine: %s: %s\n", what, why);
	exit(2);
}

static void
nap(long milliseconds)
{
	struct timespec t = { milliseconds / 1000,
		milliseconds % 1000 * 1000000 };

	nanosleep(&t, NULL);
}

/* The next line, with a NUL for its end. */
static void
hear_line(const struct machine *m, struct buffer *out)
{
	char c = 0;

	out->len = 0;
	while (c != '\n') {
		if (read(m->fd, &c, 1) != 1)
			die("monitor", "the machine is gone");
		buffer_add(out, c == '\n' ? "" : &c, 1);
	}
}

/* Its answer; what happened meanwhile is of no interest. */
static void
hear(const struct machine *m, struct buffer *out)
{
	static const char yes[] = "{\"return\": ";
	static const char no[] = "{\"error\": ";

	do
		hear_line(m, out);
	while (strncmp((const char *)out->at, yes, sizeof yes - 1) != 0 &&
	    strncmp((const char *)out->at, no, sizeof no - 1) != 0);
	if (out->at[2] == 'e')
		die("monitor", (const char *)out->at);
}

static void
ask(const struct machine *m, const char *request, struct buffer *answer)
{
	size_t len = strlen(request);

	if (write(m->fd, request, len) != (ssize_t)len)
		die("monitor", "the machine is gone");
	hear(m, answer);
}

static void
tell(const struct machine *m, const char *command, bool aloud)
{
	char *request = xasprintf("{\"execute\": \"human-monitor-command\", "
	    "\"arguments\": {\"command-line\": \"%s\"}}\n", command);
	struct buffer answer = { 0 };

	ask(m, request, &answer);
	free(request);
	if (aloud)
		puts((const char *)answer.at);
	buffer_fini(&answer);
}

/* What stands on the screen, and how many dots that has (NULL: never mind). */
static void
look(const struct machine *m, struct buffer *out, unsigned *width,
    unsigned *height)
{
	char *command = xasprintf("screendump %s", m->picture);
	struct buffer picture = { 0 };
	struct err e = { 0 };

	tell(m, command, false);
	free(command);
	if (io_read_file(&picture, m->picture, PICTURE_SIZE_MAX, &e) < 0 ||
	    console_text(out, buffer_bytes(&picture), &m->font, &e) < 0)
		die(m->picture, e.text);
	buffer_add(out, "", 1);
	if (width != NULL)
		sscanf((const char *)picture.at, "P6 %u %u", width, height);
	buffer_fini(&picture);
}

static bool
wait_for(const struct machine *m, int seconds, const char *text)
{
	time_t end = time(NULL) + seconds;
	bool is_there = false;

	for (;;) {
		struct buffer screen = { 0 };
		bool is_late = time(NULL) > end;

		look(m, &screen, NULL, NULL);
		is_there = strstr((const char *)screen.at, text) != NULL;
		if (!is_there && is_late)
			printf("\"%s\" is not on the screen:\n%s", text,
			    (const char *)screen.at);
		buffer_fini(&screen);
		if (is_there || is_late)
			return is_there;
		nap(200);
	}
}

static void
press(const struct machine *m, const char *key)
{
	char *command = xasprintf("sendkey %s", key);

	tell(m, command, false);
	free(command);
	nap(450); /* the same key sooner than that is one that bounces */
}

static void
type(const struct machine *m, const char *digits)
{
	for (; *digits != '\0'; digits++)
		press(m, (const char[]){ *digits, '\0' });
}

static void
send_input(const struct machine *m, const char *events)
{
	char *request = xasprintf("{\"execute\": \"input-send-event\", "
	    "\"arguments\": {\"events\": [%s]}}\n", events);
	struct buffer answer = { 0 };

	ask(m, request, &answer);
	free(request);
	buffer_fini(&answer);
	nap(100);
}

/* At a place of the screen, in parts of WHOLE. */
static void
tap_at(const struct machine *m, double x, double y)
{
	char *move = xasprintf(
	    "{\"type\": \"abs\", \"data\": {\"axis\": \"x\", \"value\": %d}}, "
	    "{\"type\": \"abs\", \"data\": {\"axis\": \"y\", \"value\": %d}}",
	    (int)(x * WHOLE), (int)(y * WHOLE));

	send_input(m, move);
	free(move);
	send_input(m, "{\"type\": \"btn\", \"data\": "
	    "{\"down\": true, \"button\": \"left\"}}");
	send_input(m, "{\"type\": \"btn\", \"data\": "
	    "{\"down\": false, \"button\": \"left\"}}");
	nap(450);
}

/* From now on a finger lies at a place of the screen: SLOT says which finger. */
static void
lay_finger(const struct machine *m, int slot, double x, double y)
{
	char *events = xasprintf(
	    "{\"type\": \"mtt\", \"data\": {\"type\": \"update\", "
	    "\"slot\": %d, \"tracking-id\": %d, \"axis\": \"x\", "
	    "\"value\": 0}}, "
	    "{\"type\": \"btn\", \"data\": "
	    "{\"down\": true, \"button\": \"touch\"}}, "
	    "{\"type\": \"mtt\", \"data\": {\"type\": \"data\", "
	    "\"slot\": %d, \"tracking-id\": %d, \"axis\": \"x\", "
	    "\"value\": %d}}, "
	    "{\"type\": \"mtt\", \"data\": {\"type\": \"data\", "
	    "\"slot\": %d, \"tracking-id\": %d, \"axis\": \"y\", "
	    "\"value\": %d}}",
	    slot, slot, slot, slot, (int)(x * WHOLE), slot, slot,
	    (int)(y * WHOLE));

	send_input(m, events);
	free(events);
}

static void
lift_finger(const struct machine *m, int slot, bool is_last)
{
	char *events = xasprintf(
	    "{\"type\": \"mtt\", \"data\": {\"type\": \"end\", "
	    "\"slot\": %d, \"tracking-id\": -1, \"axis\": \"x\", "
	    "\"value\": 0}}%s", slot, !is_last ? "" :
	    ", {\"type\": \"btn\", \"data\": "
	    "{\"down\": false, \"button\": \"touch\"}}");

	send_input(m, events);
	free(events);
	nap(450);
}

static void
touch_at(const struct machine *m, double x, double y)
{
	lay_finger(m, 0, x, y);
	lift_finger(m, 0, true);
}

static void
slip_at(const struct machine *m, double x, double y)
{
	lay_finger(m, 0, x, y);
	lay_finger(m, 0, x + 0.008, y + 0.004);
	lay_finger(m, 0, x + 0.016, y + 0.008);
	lift_finger(m, 0, true);
}

static void
hold_at(const struct machine *m, double x, double y)
{
	lay_finger(m, 0, x, y);
	nap(2000);
	lift_finger(m, 0, true);
}

static void
swipe_at(const struct machine *m, double x, double y)
{
	for (int i = 0; i < 8; i++)
		lay_finger(m, 0, x, y * (1 - i * 0.1));
	lift_finger(m, 0, true);
}

static void
spread_at(const struct machine *m, double x, double y)
{
	for (int i = 0; i < 5; i++) {
		lay_finger(m, 0, x * (1 - i * 0.1), y);
		lay_finger(m, 1, x + (1 - x) * i * 0.1, y);
	}
	lift_finger(m, 1, false);
	lift_finger(m, 0, true);
}

static const struct gesture {
	const char *verb;
	void (*at)(const struct machine *, double x, double y);
} gestures[] = {
	{ "tap", tap_at },
	{ "touch", touch_at },
	{ "slip", slip_at },
	{ "hold", hold_at },
	{ "swipe", swipe_at },
	{ "spread", spread_at },
};

static const struct gesture *
gesture_find(const char *verb)
{
	for (size_t i = 0; i < COUNT_OF(gestures); i++)
		if (strcmp(gestures[i].verb, verb) == 0)
			return &gestures[i];
	return NULL;
}

static bool
gesture_make(const struct machine *m, const struct gesture *gesture,
    const char *text)
{
	struct buffer screen = { 0 };
	char *at = NULL;
	char *line = NULL;
	unsigned row = 0;
	unsigned width = 0, height = 0;

	look(m, &screen, &width, &height);
	at = strstr((char *)screen.at, text);
	if (at == NULL) {
		printf("\"%s\" cannot be touched:\n%s", text,
		    (const char *)screen.at);
		buffer_fini(&screen);
		return false;
	}
	*at = '\0';
	for (line = (char *)screen.at; strchr(line, '\n') != NULL; row++)
		line = strchr(line, '\n') + 1;
	gesture->at(m,
	    ((double)utf8_length(line) + 1.5) * m->font.width / width,
	    (row + 0.5) * m->font.height / height);
	buffer_fini(&screen);
	return true;
}

static void
read_screen(const struct machine *m)
{
	struct buffer screen = { 0 };

	look(m, &screen, NULL, NULL);
	fputs((const char *)screen.at, stdout);
	buffer_fini(&screen);
}

static void
take_picture(const struct machine *m, const char *file)
{
	char *command = xasprintf("screendump %s", file);

	tell(m, command, false);
	free(command);
}

static void
enter(struct machine *m, const char *socket_path, const char *font)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	struct buffer answer = { 0 };
	struct err e = { 0 };

	if (strlen(socket_path) >= sizeof address.sun_path)
		die(socket_path, "this path is too long");
	strcpy(address.sun_path, socket_path);
	m->fd = socket(AF_UNIX, SOCK_STREAM, 0);
	if (m->fd < 0 || connect(m->fd, (const struct sockaddr *)&address,
	    sizeof address) < 0)
		die(socket_path, "no machine is there");
	if (psf_read(&m->font, font, &e) < 0)
		die("font", e.text);
	m->picture = xasprintf("%s.ppm", socket_path);
	ask(m, "{\"execute\": \"qmp_capabilities\"}\n", &answer);
	buffer_fini(&answer);
}

int
main(int argc, char **argv)
{
	struct machine m = { 0 };
	bool good = true;

	if (argc < 4)
		die("usage", "machine MONITOR FONT VERB [ARGUMENT...] ...");
	enter(&m, argv[1], argv[2]);
	argv[argc] = NULL;
	for (char **a = argv + 3; *a != NULL && good; a++) {
		const char *verb = *a;

		if (strcmp(verb, "read") == 0) {
			read_screen(&m);
			continue;
		}
		if (*++a == NULL)
			die(verb, "an argument is missing");
		if (strcmp(verb, "press") == 0)
			press(&m, *a);
		else if (strcmp(verb, "type") == 0)
			type(&m, *a);
		else if (gesture_find(verb) != NULL)
			good = gesture_make(&m, gesture_find(verb), *a);
		else if (strcmp(verb, "picture") == 0)
			take_picture(&m, *a);
		else if (strcmp(verb, "tell") == 0)
			tell(&m, *a, true);
		else if (strcmp(verb, "wait") == 0 && a[1] != NULL) {
			good = wait_for(&m, atoi(*a), a[1]);
			a++;
		} else
			die(verb, "this verb is not known");
	}
	psf_fini(&m.font);
	free(m.picture);
	close(m.fd);
	return good ? 0 : 1;
}

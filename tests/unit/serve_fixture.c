/*
 * The kiosk's side of the protocol, for tests.
 */
#include <config.h>

#include "serve_fixture.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/log.h"

#include "serve_content.h"

#define ANSWER_MS 60000 /* only a helper that hangs takes so long */

static void
die(const char *what)
{
	perror(what);
	abort();
}

static void
in_dir(char out[300], const struct serve_fixture *sf, const char *name)
{
	if (snprintf(out, 300, "%s/%s", sf->f.dir, name) >= 300)
		die(name);
}

void
serve_fixture_open(struct serve_fixture *sf)
{
	struct err e = { 0 };
	FILE *out = NULL;

	memset(sf, 0, sizeof *sf);
	log_to(-1);
	fixture_open(&sf->f);
	in_dir(sf->stick, sf, "stick");
	in_dir(sf->folder, sf, "stick/VEREDA");
	in_dir(sf->store, sf, "store");
	in_dir(sf->root, sf, "root.1");
	in_dir(sf->pin_file, sf, "pin");
	if (mkdir(sf->stick, 0755) < 0 || mkdir(sf->folder, 0755) < 0 ||
	    mkdir(sf->store, 0755) < 0)
		die("mkdir");
	out = fopen(sf->root, "w");
	if (out == NULL || fputs(sf->f.root, out) < 0 || fclose(out) != 0)
		die("root");
	if (pin_set(sf->pin_file, SERVE_FIXTURE_PIN, &e) < 0)
		die(e.text);
	sf->load.folder = sf->store;
	sf->load.pin_file = sf->pin_file;
	sf->load.lang = "en";
	sf->load.place = (struct store_place){ .folder = sf->store,
		.root = sf->root, .built = CLOCK_BUILT };
	sf->fd = -1;
}

void
serve_fixture_close(struct serve_fixture *sf)
{
	char command[700];

	serve_fixture_stop(sf);
	snprintf(command, sizeof command, "rm -rf '%s' '%s'", sf->stick,
	    sf->store);
	if (system(command) != 0)
		die(command);
	unlink(sf->root);
	unlink(sf->pin_file);
	fixture_close(&sf->f);
}

void
serve_fixture_bundle(struct serve_fixture *sf, const char *path,
    unsigned sequence)
{
	serve_content_write(&sf->f, path, sequence);
}

void
serve_fixture_start(struct serve_fixture *sf,
    void (*clock)(struct pin_clock *out))
{
	struct serve_setup setup = { .load = &sf->load,
		.source = { .folder = sf->stick },
		.stall_ms = SERVE_STALL_MS, .clock = clock };
	int fds[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) < 0)
		die("socketpair");
	fflush(NULL);
	sf->pid = fork();
	if (sf->pid < 0)
		die("fork");
	if (sf->pid == 0) {
		close(fds[0]);
		setup.in = setup.out = fds[1];
		serve_run(&setup);
		_exit(EXIT_SUCCESS);
	}
	close(fds[1]);
	sf->fd = fds[0];
}

void
serve_fixture_stop(struct serve_fixture *sf)
{
	int status = -1;

	if (sf->fd < 0)
		return;
	close(sf->fd);
	sf->fd = -1;
	if (waitpid(sf->pid, &status, 0) != sf->pid || status != 0)
		die("the helper did not end as it should");
}

bool
serve_fixture_send(struct serve_fixture *sf, const void *at, size_t len)
{
	const char *bytes = at;

	while (len > 0) {
		ssize_t put = send(sf->fd, bytes, len, MSG_NOSIGNAL);

		if (put <= 0)
			return false;
		bytes += put;
		len -= (size_t)put;
	}
	return true;
}

/* The next byte, or -1 at the end. */
static int
next_byte(struct serve_fixture *sf)
{
	struct pollfd p = { sf->fd, POLLIN, 0 };
	char c = 0;

	if (poll(&p, 1, ANSWER_MS) <= 0)
		die("no answer");
	return recv(sf->fd, &c, 1, 0) == 1 ? (unsigned char)c : -1;
}

const char *
serve_fixture_ask(struct serve_fixture *sf, const char *line)
{
	size_t len = 0;
	size_t begin = 0;
	int c = 0;

	serve_fixture_send(sf, line, strlen(line));
	serve_fixture_send(sf, "\n", 1);
	while (len < sizeof sf->answer - 1 && (c = next_byte(sf)) >= 0) {
		sf->answer[len++] = (char)c;
		if (c != '\n')
			continue;
		sf->answer[len] = '\0';
		if (strcmp(sf->answer + begin, "ok\n") == 0 ||
		    strncmp(sf->answer + begin, "error\t", 6) == 0)
			break;
		begin = len;
	}
	sf->answer[len] = '\0';
	return sf->answer;
}

bool
serve_fixture_hung_up(struct serve_fixture *sf)
{
	int c;

	while ((c = next_byte(sf)) >= 0)
		continue;
	return c < 0;
}

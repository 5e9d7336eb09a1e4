/*
 * What the kiosk costs while it runs, on the emulated terminal and the real
 * content: memory after many page turns, wake-ups while nobody touches it,
 * bytes painted for a key.  Prints "name value unit" lines; judges nothing.
 *
 *	bench-kiosk PAGE-TURNS SECONDS
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../screens/harness.h"

/* The number behind NAME in /proc/PID/status; -1 if it is not there. */
static long
status_of(pid_t pid, const char *name)
{
	char path[64];
	char line[256];
	long value = -1;
	FILE *f = NULL;

	snprintf(path, sizeof path, "/proc/%ld/status", (long)pid);
	f = fopen(path, "r");
	while (f != NULL && fgets(line, sizeof line, f) != NULL)
		if (strncmp(line, name, strlen(name)) == 0)
			value = strtol(line + strlen(name), NULL, 10);
	if (f != NULL)
		fclose(f);
	return value;
}

static struct term *
start(bool real_clock)
{
	char *program = in_builddir("vereda");
	char *bundle = in_builddir("crm.vereda");
	char *root = in_builddir("development.root");
	char options[][9] = { "--bundle", "--root", "--kiosk", "--lang", "es" };
	char *argv[] = { program, options[0], bundle, options[1], root,
		options[2], options[3], options[4], NULL };
	struct term *t = term_start(&(struct term_setup){ .argv = argv,
	    .real_clock = real_clock });

	free(program);
	free(bundle);
	free(root);
	return t;
}

/* Through lists, articles, alerts, a search and the telephones. */
static void
turn_pages(long turns)
{
	static const char *const walk[] = { "1", "1", "1", "+", "+", "0", "+",
		"2", "+", "0", "0", "3", "+", "1", "6", "6", "0", "0", "/", "v",
		"i", "s", "a", "Enter", "0", "Esc", "6", "+", "+", "4", "0", "0",
		"*", "2", "0", "*", "1", "0" };
	size_t count = sizeof walk / sizeof walk[0];
	struct term *t = start(false);
	long early = -1;

	for (long n = 0; n < turns; n++) {
		term_key(t, walk[(size_t)n % count]);
		if (n == turns / 10)
			early = status_of(term_pid(t), "VmRSS:");
	}
	printf("resident-after-%ld-keys %ld kB\n", turns / 10, early);
	printf("resident-after-%ld-keys %ld kB\n", turns,
	    status_of(term_pid(t), "VmRSS:"));
	printf("alive-after-%ld-keys %d\n", turns, term_alive(t));
	term_free(t);
}

static void
wait_quietly(unsigned seconds)
{
	struct term *t = start(true);
	long before = -1;
	long after = -1;

	sleep(2);
	before = status_of(term_pid(t), "voluntary_ctxt_switches:");
	sleep(seconds);
	after = status_of(term_pid(t), "voluntary_ctxt_switches:");
	printf("wake-ups-on-attract-a-minute %.1f\n",
	    (double)(after - before) * 60 / seconds);
	term_free(t);
}

int
main(int argc, char **argv)
{
	long turns = argc > 1 ? strtol(argv[1], NULL, 10) : 10000;
	long seconds = argc > 2 ? strtol(argv[2], NULL, 10) : 20;

	if (turns <= 0 || seconds <= 0)
		return 2;
	turn_pages(turns);
	wait_quietly((unsigned)seconds);
	return 0;
}

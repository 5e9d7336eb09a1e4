/*
 * What the screen tests say: TAP, and golden files.
 */
#include <config.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "harness.h"

static struct {
	unsigned count;
	unsigned failed;
} tally;

bool
ok(bool good, const char *format, ...)
{
	va_list args;

	tally.count++;
	tally.failed += !good;
	printf("%sok %u - ", good ? "" : "not ", tally.count);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	putchar('\n');
	fflush(stdout);
	return good;
}

int
done(void)
{
	printf("1..%u\n", tally.count);
	return tally.failed > 0;
}

static char *
beside(const char *variable, const char *name)
{
	const char *dir = getenv(variable);

	return xasprintf("%s/%s", dir == NULL ? "." : dir, name);
}

char *
in_builddir(const char *name)
{
	return beside("builddir", name);
}

char *
in_srcdir(const char *name)
{
	return beside("srcdir", name);
}

char *
file_text(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	int c;

	while (in != NULL && (c = getc(in)) != EOF)
		putc(c, out);
	if (in != NULL)
		fclose(in);
	fclose(out);
	return text;
}

static void
say_as_comment(const char *title, const char *text)
{
	printf("# %s\n# ", title);
	for (; *text != '\0'; text++) {
		putchar(*text);
		if (*text == '\n')
			fputs("# ", stdout);
	}
	putchar('\n');
}

bool
same_as_file(const char *name, const char *seen)
{
	char *path = in_srcdir(name);
	char *wanted = NULL;
	bool same;

	if (getenv("UPDATE_SCREENS") != NULL) {
		FILE *out = fopen(path, "w");

		if (out != NULL) {
			fputs(seen, out);
			fclose(out);
		}
	}
	wanted = file_text(path);
	same = strcmp(seen, wanted) == 0;
	if (!same) {
		say_as_comment("wanted", wanted);
		say_as_comment("seen", seen);
	}
	free(wanted);
	free(path);
	return same;
}

bool
golden_text(const char *file, const char *seen)
{
	char *name = xasprintf("tests/screens/golden/%s", file);
	bool same = same_as_file(name, seen);

	free(name);
	return same;
}

bool
golden(struct term *t, const char *name)
{
	char *file = xasprintf("%s.txt", name);
	char *seen = term_dumped(t);
	bool same = golden_text(file, seen);

	free(seen);
	free(file);
	return ok(same, "the screen %s looks as it did", name);
}

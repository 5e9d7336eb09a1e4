/*
 * The wipe: a person does all that the kiosk can do, and at the end no string
 * that they saw, typed or chose is in the memory of the process, on the
 * terminal, or in a file.  What a kiosk holds that nobody used does not count.
 */
#include <config.h>

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "harness.h"
#include "memory.h"

#define STRINGS_MAX 2000
#define STARTER "--bundle" /* crm.vereda, with the program that is shipped */
#define LETTERS_MIN 6 /* of a string: shorter ones stand everywhere */

static const struct visit {
	const char *name;
	const char *keys;
	const char *option; /* of the kiosk; STARTER for the real one */
	const char *said;   /* what it left besides what was shown; or NULL */
} visits[] = {
	{ "a search", "1 / x o l o t l q u e r e t Enter Esc Esc", "",
	    "xolotlqueret" },
	{ "an article", "1 1 1 1 + + ? 0 8 0", "", NULL },
	{ "a sensitive topic", "1 1 3 1 1 0", "", "domestic" },
	{ "alerts", "1 3 1 + 0 3 2 0 1 1 +", "", NULL },
	{ "telephones", "1 6 2 2 4 0 3", "", NULL },
	{ "a check", "1 2 1 1 2 2 3 1 2 6 0 5", "", NULL },
	{ "amounts", "1 2 5 1 1 9 7 5 3 1 Enter 9 5", "", "97531" },
	{ "a recruiter", "1 2 4 1 x i l o t e p k e x Esc", "", "xilotepkex" },
	{ "a course", "1 4 2 2 + 0 3 1 + 1 + 2 + 2", "", NULL },
	{ "a plan", "1 9 5 0 6 4 5 0 0 9 5 5 1", "", "false-visas" },
	{ "a CV", "1 4 2 4 1 1 3 1 3 0 0 2 2 0 4 3 6", "", "7112" },
	{ "the finder", "1 4 2 3 0 8 1 6 0 2 6 0 0 9 1 5", "--options",
	    "construction" },
	{ "a kind of work", "1 5 7 m a i s Enter 0 0 1 9 0 0 8 2 3",
	    "--options", NULL },
	{ "comfort", "1 * 7 8 2 0 1 1 1", "", NULL },
	/* what is on the stick is nobody's; the PIN is */
	{ "a PIN", "9 1 2 3 4 5 6", "--staff", "123456" },
	{ "the starter content", "1 1 1 + + 8 0 0 0 3 4 + 0 0 6 4", STARTER,
	    NULL },
	{ "a search in it", "1 / x o l o t l q u e r e t Enter Esc Esc", STARTER,
	    "xolotlqueret" },
	{ "a check and a finding in it", "1 2 1 1 2 2 3 1 2 0 0 4 1 1 0 8 1",
	    STARTER, NULL },
};

/* In turn: the Linux console keeps other things than an xterm. */
static const char *const terms[] = { NULL, "linux", "vt100", "linux" };

static const struct end {
	const char *name;
	const char *keys;
	uint64_t silence;
} ends[] = {
	{ "F10", "F10", 0 },
	{ "silence", "", 700000 },
	{ "hiding", "F9", 10000 },
	{ "0 again and again", "Esc 0 0 0 0 0 0 0", 21000 },
};

/* What somebody saw: pieces of rows, two blanks between them. */
struct strings {
	size_t count;
	char *at[STRINGS_MAX];
	bool left[STRINGS_MAX]; /* found afterwards */
};

static void
add(struct strings *s, const char *text, size_t len)
{
	char *piece = NULL;

	while (len > 0 && text[len - 1] == ' ')
		len--;
	piece = xstrndup(text, len);
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->at[i], piece) == 0)
			len = 0;
	if (utf8_length(piece) < LETTERS_MIN || len == 0 ||
	    s->count == STRINGS_MAX) {
		free(piece);
		return;
	}
	s->at[s->count++] = piece;
}

static void
note_screen(struct strings *s, struct term *t)
{
	for (int y = 0; y < term_height(t); y++) {
		const char *row = term_row(t, y);

		while (*row != '\0') {
			const char *end = strstr(row, "  ");
			size_t len = end != NULL ? (size_t)(end - row)
						 : strlen(row);

			add(s, row, len);
			row += len + strspn(row + len, " ");
		}
	}
}

static void
strings_fini(struct strings *s)
{
	for (size_t i = 0; i < s->count; i++)
		free(s->at[i]);
	memset(s, 0, sizeof *s);
}

/*
 * Memory as text: the code points that lie STRIDE bytes apart from FIRST on,
 * as in a row of our cells (8), of wide letters (4), of those of curses (28).
 */
static char *
as_text(const char *memory, size_t len, size_t first, size_t stride,
    size_t *out_len)
{
	char *out = xcalloc(1, len / stride * UTF8_MAX + UTF8_MAX);
	size_t n = 0;

	for (size_t i = first; i + sizeof(uint32_t) <= len; i += stride) {
		uint32_t code = 0;

		memcpy(&code, memory + i, sizeof code);
		if (code >= ' ' && code < 0x3000)
			n += utf8_encode((uint8_t *)out + n, code);
		else
			out[n++] = '\0';
	}
	*out_len = n;
	return out;
}

/*
 * The C library keeps each sentence of the program that it has ever looked up
 * in the catalogues, with the domain behind it, for whoever comes: that is the
 * program's and not a person's.
 */
static bool
is_sentence_of_ours(const char *at, const char *end, size_t len)
{
	static const char domain[] = "\0" PACKAGE;

	return (size_t)(end - at) >= len + sizeof domain &&
	    memcmp(at + len, domain, sizeof domain) == 0;
}

static void
look(struct strings *s, const char *text, size_t len)
{
	const char *end = text + len;

	for (size_t i = 0; i < s->count; i++) {
		size_t n = strlen(s->at[i]);
		const char *at = text;

		while (!s->left[i] &&
		    (at = memmem(at, (size_t)(end - at), s->at[i], n)) !=
			NULL) {
			s->left[i] = !is_sentence_of_ours(at, end, n);
			at += n;
		}
	}
}

static unsigned
look_everywhere(const void *what, const char *memory, size_t len,
    const char *where)
{
	struct strings *s = *(struct strings *const *)what;
	static const size_t strides[] = { 4, 8, 28 };

	(void)where;
	look(s, memory, len);
	for (size_t k = 0; k < COUNT_OF(strides); k++)
		for (size_t first = 0; first < strides[k]; first += 4) {
			size_t n = 0;
			char *text = as_text(memory, len, first, strides[k],
			    &n);

			look(s, text, n);
			free(text);
		}
	return 0;
}

static struct term *
start(const struct visit *v)
{
	bool starter = strcmp(v->option, STARTER) == 0;
	char *program = in_builddir(starter ? "vereda" : "kiosk-fixture");
	char *bundle = in_builddir("crm.vereda");
	char *document = in_builddir("development.root");
	char kiosk[] = "--kiosk";
	char root[] = "--root";
	char option[16];
	char *argv[] = { program, kiosk, option, starter ? bundle : NULL, root,
		document, NULL };
	struct term *t = NULL;

	snprintf(option, sizeof option, "%s", v->option);
	t = term_start(&(struct term_setup){ .argv = argv,
	    .term = terms[(size_t)(v - visits) % COUNT_OF(terms)] });
	free(document);
	free(bundle);
	free(program);
	return t;
}

/* Marks what is in the memory of T; false: it cannot be read. */
static bool
search(struct term *t, struct strings *s)
{
	memset(s->left, 0, sizeof s->left);
	return memory_search(term_pid(t), look_everywhere, &s) >= 0;
}

static void
finish(struct term *t, const struct end *e)
{
	term_keys(t, e->keys);
	term_advance(t, e->silence);
	term_advance(t, e->silence);
}

/* Of S only what a kiosk does not hold that somebody only greeted. */
static bool
forget_what_is_always_there(struct strings *s, const struct visit *v,
    const struct end *e)
{
	struct term *t = start(v);
	size_t n = 0;
	bool good;

	term_keys(t, "1");
	finish(t, e);
	good = search(t, s);
	term_free(t);
	for (size_t i = 0; i < s->count; i++) {
		if (s->left[i])
			free(s->at[i]);
		else
			s->at[n++] = s->at[i];
	}
	s->count = n;
	return good;
}

/* Where a test writes to a file, what it starts was given that. */
static bool
is_also_ours(const char *number, const char *target)
{
	char *name = xasprintf("/proc/self/fd/%s", number);
	char own[256] = "";
	bool same = readlink(name, own, sizeof own - 1) > 0 &&
	    strcmp(own, target) == 0;

	free(name);
	return same;
}

/* Open files of the process that it may have written to. */
static unsigned
files_open(pid_t pid)
{
	char path[64];
	struct dirent *entry = NULL;
	DIR *dir = NULL;
	unsigned found = 0;

	snprintf(path, sizeof path, "/proc/%d/fd", (int)pid);
	dir = opendir(path);
	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char *name = xasprintf("%s/%s", path, entry->d_name);
		char target[256] = "";
		ssize_t len = readlink(name, target, sizeof target - 1);

		if (len > 0 && target[0] == '/' &&
		    strncmp(target, "/dev/", 5) != 0 &&
		    strstr(target, ".db") == NULL &&
		    strstr(target, ".vereda") == NULL && /* only read */
		    !is_also_ours(entry->d_name, target)) {
			printf("# open: %s\n", target);
			found++;
		}
		free(name);
	}
	if (dir != NULL)
		closedir(dir);
	return found;
}

static void
visit(const struct visit *v, const struct end *e)
{
	struct strings seen = { .count = 0 };
	struct term *t = start(v);
	char *keys = xstrdup(v->keys);
	char *rest = NULL;
	size_t before = 0, after = 0, shown = 0;

	for (char *key = strtok_r(keys, " ", &rest); key != NULL;
	     key = strtok_r(NULL, " ", &rest)) {
		term_key(t, key);
		note_screen(&seen, t);
	}
	if (v->said != NULL)
		add(&seen, v->said, strlen(v->said));
	if (ADDRESS_SANITIZER || !forget_what_is_always_there(&seen, v, e)) {
		ok(true, "memory # SKIP cannot be searched here");
	} else {
		search(t, &seen);
		for (size_t i = 0; i < seen.count; i++)
			before += seen.left[i];
		finish(t, e);
		search(t, &seen);
		for (size_t i = 0; i < seen.count; i++) {
			if (seen.left[i])
				printf("# left: %s\n", seen.at[i]);
			after += seen.left[i];
			shown += term_remembers(t, seen.at[i]);
		}
		ok(before > 0 && after == 0,
		    "%s, ended by %s: of %zu strings, %zu of them in memory, "
		    "none is left", v->name, e->name, seen.count, before);
		ok(shown == 0 && files_open(term_pid(t)) == 0,
		    "%s, ended by %s: nothing on the terminal, no file",
		    v->name, e->name);
	}
	free(keys);
	strings_fini(&seen);
	term_free(t);
}

int
main(void)
{
	for (size_t i = 0; i < COUNT_OF(visits); i++)
		visit(&visits[i], &ends[i % COUNT_OF(ends)]);
	return done();
}

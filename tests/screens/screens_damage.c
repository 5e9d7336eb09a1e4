/*
 * The card rots under a running kiosk: the real program on a store of two
 * editions, of which the newer one is spoilt on the disk.  The edition before
 * it is there at once, with a banner and a line in the log; when that goes
 * too, a page says so and the kiosk lives on.
 */
#include <config.h>

#include <fcntl.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "hostile.h"

#include "harness.h"

#define WORDS "antes del viaje" /* stand in an article, and in no list */
#define TITLE "Su contrato por escrito" /* of it */
#define CAPITALS "SU CONTRATO POR ESCRITO" /* in the newer edition */

#define BANNER "▲ La información más nueva está dañada."

struct place {
	struct hostile h;
	char *store, *root, *log;
};

static void
die(const char *what)
{
	printf("Bail out! %s\n", what);
	exit(99);
}

static size_t
base_called(const char *name)
{
	size_t n = 0;

	while (n < hostile_base_count() &&
	    strcmp(hostile_base_name(n), name) != 0)
		n++;
	return n;
}

/* The loader's own installation. */
static void
install(struct place *p, const char *base, uint64_t sequence)
{
	char *program = in_builddir("vereda-load");
	struct buffer bundle = { 0 };
	int status = -1;
	pid_t pid;

	p->h.sequence = sequence;
	hostile_sign(&p->h, &bundle, hostile_base(&p->h, base_called(base)));
	hostile_write(&p->h, buffer_bytes(&bundle));
	buffer_fini(&bundle);
	fflush(stdout);
	pid = fork();
	if (pid == 0) {
		if (freopen("/dev/null", "w", stdout) == NULL)
			_exit(98);
		execl(program, program, "install", p->h.path, "--store",
		    p->store, "--root", p->root, "--factory", "/nowhere",
		    (char *)NULL);
		_exit(127);
	}
	if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
		die("vereda-load does not install");
	free(program);
}

static void
place_open(struct place *p)
{
	struct err e = { 0 };

	hostile_open(&p->h);
	p->store = xasprintf("%s/store", p->h.dir);
	p->root = xasprintf("%s/root.1", p->h.dir);
	p->log = xasprintf("%s/log", p->h.dir);
	if (mkdir(p->store, 0755) < 0 ||
	    io_write_file(p->root, buffer_bytes(&p->h.root), IO_REPLACE, &e) <
		0)
		die("no store");
	install(p, "good", 1);
	install(p, "titles in capitals", 2);
}

static void
place_close(struct place *p)
{
	char *pattern = xasprintf("%s/*", p->store);
	glob_t found = { 0 };

	if (glob(pattern, 0, NULL, &found) == 0)
		for (size_t i = 0; i < found.gl_pathc; i++)
			if (unlink(found.gl_pathv[i]) < 0)
				rmdir(found.gl_pathv[i]);
	globfree(&found);
	free(pattern);
	rmdir(p->store);
	unlink(p->root);
	unlink(p->log);
	free(p->store);
	free(p->root);
	free(p->log);
	hostile_close(&p->h);
}

/* Change the words wherever they stand in the file of edition SEQUENCE. */
static bool
spoil(const struct place *p, unsigned sequence)
{
	char *pattern = xasprintf("%s/hostile-1-%u-*.vereda", p->store,
	    sequence);
	struct buffer file = { 0 };
	struct err e = { 0 };
	glob_t found = { 0 };
	unsigned count = 0;
	uint8_t *at;
	int fd = -1;

	if (glob(pattern, 0, NULL, &found) != 0 ||
	    io_read_file(&file, found.gl_pathv[0], 1u << 26, &e) < 0)
		die(pattern);
	fd = open(found.gl_pathv[0], O_WRONLY);
	for (at = file.at; (at = memmem(at, file.len - (size_t)(at - file.at),
				WORDS, strlen(WORDS))) != NULL; at++)
		if (pwrite(fd, "#", 1, at - file.at) == 1)
			count++;
	close(fd);
	globfree(&found);
	free(pattern);
	buffer_fini(&file);
	return count > 0;
}

static bool
log_says(const struct place *p, const char *text)
{
	struct buffer log = { 0 };
	struct err e = { 0 };
	bool found;

	if (io_read_file(&log, p->log, 1u << 20, &e) < 0)
		return false;
	found = strstr((const char *)log.at, text) != NULL;
	buffer_fini(&log);
	return found;
}

static struct term *
start(const struct place *p)
{
	char *program = in_builddir("vereda");
	char kiosk[] = "--kiosk", store[] = "--store", root[] = "--root";
	char lang[] = "--lang=es";
	char *argv[] = { program, kiosk, store, p->store, root, p->root, lang,
		NULL };
	struct term *t = NULL;
	int fd = open(p->log, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	int saved = dup(STDERR_FILENO);

	/* its log goes where ours does */
	setenv("TERM_STDERR", "1", 1);
	if (fd < 0 || dup2(fd, STDERR_FILENO) < 0)
		die("no log");
	t = term_start(&(struct term_setup){ .argv = argv });
	dup2(saved, STDERR_FILENO);
	close(saved);
	close(fd);
	free(program);
	return t;
}

int
main(void)
{
	struct place p = { 0 };
	struct term *t = NULL;

	place_open(&p);
	t = start(&p);
	term_keys(t, "1 1");
	ok(term_has(t, CAPITALS), "the newest edition is shown");
	ok(spoil(&p, 2), "then an article of it rots on the card");
	/* one key is 400 ms of the frozen clock */
	term_keys(t, "2");
	ok(term_has(t, TITLE) && term_has(t, WORDS),
	    "who opens it reads it in the edition before, within that key");
	ok(term_has(t, BANNER), "under a banner");
	ok(log_says(&p, "hostile 2 is damaged, falling back"),
	    "and the log has a line");
	term_keys(t, "0");
	ok(term_has(t, TITLE),
	    "the list where that was found is of the edition before, too");
	ok(spoil(&p, 1), "then that one rots as well");
	term_free(t);
	t = start(&p);
	term_keys(t, "1 1");
	ok(term_has(t, CAPITALS),
	    "a kiosk that starts shows the newest until its damage is met");
	term_keys(t, "2");
	ok(term_alive(t) && !term_has(t, WORDS),
	    "what is damaged in both is not shown, and the kiosk lives");
	term_keys(t, "0 0 1");
	ok(term_alive(t) && (term_has(t, TITLE) || term_has(t, CAPITALS)),
	    "the rest goes on being shown");
	term_free(t);
	place_close(&p);
	return done();
}

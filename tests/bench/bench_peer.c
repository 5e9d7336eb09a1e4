/*
 * Asks one engine (peer.h) for articles and searches, and prints
 * "name value unit" lines.  Times are of the processor, not of the wall.
 *
 *	bench-NAME article FILE ID
 *	bench-NAME search FILE LANG WORDS
 *	bench-NAME articles FILE IDS
 *	bench-NAME searches FILE QUERIES
 *	bench-NAME cold FILE QUERIES
 *	bench-NAME verify FILE
 *	bench-NAME long FILE IDS QUERIES ARTICLES SEARCHES
 *
 * IDS has an id on each line; QUERIES a kind, a language and words, with
 * tabs between them.
 */
#include <config.h>

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/compiler.h"
#include "base/mem.h"

#include "peer.h"

#define PASSES 3  /* the least of them counts */
#define RESULTS 20
#define LINE_SIZE 1024
#define COLD 40 /* queries on a file that is not in memory */

struct query {
	const char *kind;
	const char *lang;
	const char *words;
};

struct list {
	char **at;
	size_t count;
};

static const char *const kinds[] = { "word", "prefix", "two", "three" };

static int64_t
clock_of(clockid_t id)
{
	struct timespec t = { 0 };

	clock_gettime(id, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static struct list
read_lines(const char *path)
{
	FILE *f = fopen(path, "r");
	struct list l = { 0 };
	size_t room = 0;
	char line[LINE_SIZE];

	if (f == NULL) {
		perror(path);
		exit(1);
	}
	while (fgets(line, sizeof line, f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (l.count == room) {
			room = room == 0 ? 64 : 2 * room;
			l.at = xrealloc(l.at, room, sizeof *l.at);
		}
		l.at[l.count++] = xstrdup(line);
	}
	fclose(f);
	return l;
}

static struct query
query_of(char *line)
{
	char *lang = strchr(line, '\t');
	char *words = lang != NULL ? strchr(lang + 1, '\t') : NULL;

	if (words == NULL) {
		fprintf(stderr, "no query: %s\n", line);
		exit(1);
	}
	*lang++ = *words++ = '\0';
	return (struct query){ line, lang, words };
}

static struct query *
read_queries(const char *path, size_t *count)
{
	struct list l = read_lines(path);
	struct query *q = xcalloc(l.count + 1, sizeof *q);

	for (size_t i = 0; i < l.count; i++)
		q[i] = query_of(l.at[i]);
	*count = l.count;
	free(l.at);
	return q;
}

static long
ask(const struct query *q)
{
	long n = peer.search(q->lang, q->words,
	    strcmp(q->kind, "prefix") == 0, RESULTS);

	if (n < 0)
		exit(1);
	return n;
}

static long
give(const char *id)
{
	long n = peer.article(id);

	if (n < 0) {
		fprintf(stderr, "no article %s\n", id);
		exit(1);
	}
	return n;
}

static void
open_or_die(const char *file)
{
	if (peer.open(file) < 0)
		exit(1);
}

static int
compare(const void *a, const void *b)
{
	const int64_t *left = a;
	const int64_t *right = b;

	return (*left > *right) - (*left < *right);
}

static void
print_times(const char *name, int64_t *ns, size_t count)
{
	if (count == 0)
		return;
	qsort(ns, count, sizeof *ns, compare);
	printf("%s-p50 %.1f us\n", name, (double)ns[count / 2] / 1000);
	printf("%s-p99 %.1f us\n", name, (double)ns[count * 99 / 100] / 1000);
}

static void
print_resident(void)
{
	struct rusage used = { 0 };

	getrusage(RUSAGE_SELF, &used);
	printf("resident %ld kB\n", used.ru_maxrss);
}

static void
time_searches(const char *path)
{
	size_t count = 0;
	struct query *q = read_queries(path, &count);
	int64_t *all = xcalloc(count + 1, sizeof *all);
	int64_t *some = xcalloc(count + 1, sizeof *some);
	char name[32];
	long found = 0;
	size_t empty = 0;

	for (int pass = 0; pass < PASSES; pass++)
		for (size_t i = 0; i < count; i++) {
			int64_t start = clock_of(CLOCK_THREAD_CPUTIME_ID);
			long n = ask(&q[i]);
			int64_t ns =
			    clock_of(CLOCK_THREAD_CPUTIME_ID) - start;

			found += pass == 0 ? n : 0;
			empty += pass == 0 && n == 0;
			if (pass == 0 || ns < all[i])
				all[i] = ns;
		}
	printf("queries %zu\nfound %ld\nempty %zu\n", count, found, empty);
	for (size_t k = 0; k < COUNT_OF(kinds); k++) {
		size_t n = 0;

		for (size_t i = 0; i < count; i++)
			if (strcmp(q[i].kind, kinds[k]) == 0)
				some[n++] = all[i];
		snprintf(name, sizeof name, "search-%s", kinds[k]);
		print_times(name, some, n);
	}
	print_times("search", all, count);
}

static void
time_articles(const char *path)
{
	struct list ids = read_lines(path);
	int64_t *all = xcalloc(ids.count + 1, sizeof *all);
	long bytes = 0;

	for (size_t i = 0; i < ids.count; i++) {
		int64_t start = clock_of(CLOCK_THREAD_CPUTIME_ID);

		bytes += give(ids.at[i]);
		all[i] = clock_of(CLOCK_THREAD_CPUTIME_ID) - start;
	}
	printf("articles %zu\nbytes %ld\n", ids.count, bytes);
	print_times("article", all, ids.count);
}

/* Drop the file from the memory of the system, as far as it lets us. */
static void
evict(const char *file)
{
	int fd = open(file, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (fdatasync(fd) == 0)
		(void)!posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
	close(fd);
}

/* Opening and one query, by the clock on the wall. */
static void
time_cold(const char *file, const char *path)
{
	size_t count = 0;
	struct query *q = read_queries(path, &count);
	int64_t ns[COLD];
	size_t n = 0;

	for (size_t i = 0; i < count && n < COLD; i += count / COLD + 1) {
		int64_t start;

		evict(file);
		start = clock_of(CLOCK_MONOTONIC);
		open_or_die(file);
		ask(&q[i]);
		ns[n++] = clock_of(CLOCK_MONOTONIC) - start;
		peer.close();
	}
	print_times("cold", ns, n);
}

static long
resident_now(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	long all = 0, resident = 0;

	if (f != NULL && fscanf(f, "%ld %ld", &all, &resident) != 2)
		resident = 0;
	if (f != NULL)
		fclose(f);
	return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static void
go_on_long(char **argv, long articles, long searches)
{
	struct list ids = read_lines(argv[0]);
	size_t count = 0;
	struct query *q = read_queries(argv[1], &count);
	uint64_t state = 1;

	for (long i = 0; i < articles; i++) {
		state = state * UINT64_C(6364136223846793005) +
		    UINT64_C(1442695040888963407);
		give(ids.at[(state >> 33) % ids.count]);
		if (searches > 0 && i % (articles / searches) == 0)
			ask(&q[(state >> 40) % count]);
		if (i == articles / 10)
			printf("resident-at-a-tenth %ld kB\n", resident_now());
	}
	printf("resident-at-the-end %ld kB\n", resident_now());
}

int
main(int argc, char **argv)
{
	const char *what = argc > 2 ? argv[1] : "";
	int64_t start = clock_of(CLOCK_PROCESS_CPUTIME_ID);
	bool is_cold = strcmp(what, "cold") == 0 && argc == 4;

	if (argc < 3)
		return 2;
	if (!is_cold)
		open_or_die(argv[2]);
	if (strcmp(what, "article") == 0 && argc == 4) {
		printf("bytes %ld\n", give(argv[3]));
	} else if (strcmp(what, "search") == 0 && argc == 5) {
		struct query q = { "word", argv[3], argv[4] };

		printf("found %ld\n", ask(&q));
	} else if (strcmp(what, "articles") == 0 && argc == 4) {
		time_articles(argv[3]);
	} else if (strcmp(what, "searches") == 0 && argc == 4) {
		time_searches(argv[3]);
	} else if (is_cold) {
		time_cold(argv[2], argv[3]);
	} else if (strcmp(what, "verify") == 0 && argc == 3) {
		if (peer.verify() < 0)
			return 1;
	} else if (strcmp(what, "long") == 0 && argc == 7) {
		go_on_long(argv + 3, strtol(argv[5], NULL, 10),
		    strtol(argv[6], NULL, 10));
	} else {
		return 2;
	}
	printf("processor %.2f ms\n",
	    (double)(clock_of(CLOCK_PROCESS_CPUTIME_ID) - start) / 1e6);
	print_resident();
	return 0;
}

/*
 * A bundle with many invented options beside the starter content, to measure
 * the finder with; and how much memory a program took.
 *
 *	bench-options make COUNT SRC KEY OUT
 *	bench-options resident COMMAND [ARGUMENT]...
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/compiler.h"
#include "catalog/schema.h"
#include "pack/bundle_write.h"
#include "pack/compile.h"
#include "pack/kind.h"
#include "pack/option.h"

#define CREATED 1795219200 /* 2026-11-21 */
#define DAYS(n) ((int64_t)(n) * 86400)

/* The same numbers in every run (Knuth's MMIX generator). */
static size_t
any(uint64_t *state, size_t count)
{
	*state = *state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (size_t)(*state >> 33) % count;
}

static struct value
value_of(const char *text)
{
	return (struct value){ .text = text };
}

static struct values
one_of(struct arena *a, const char *const *list, size_t count,
    uint64_t *state)
{
	struct values v = { .list = arena_zero(a, sizeof *v.list),
		.count = 1 };

	v.list[0] = value_of(list[any(state, count)]);
	return v;
}

static void
invent(struct channel *c, size_t n, uint64_t *state)
{
	static const char *const countries[] = { "BZ", "CA", "CR", "DO", "GT",
		"HN", "MX", "NI", "PA", "SV", "US" };
	static const char *const sectors[] = { "general", "construction",
		"agriculture", "care", "manufacturing", "electricity",
		"hospitality", "transport", "computing", "beauty" };
	static const char *const audiences[] = { "anyone", "returnee",
		"migrant", "youth", "women" };
	static const char *const modes[] = { "in-person", "online",
		"blended" };
	static const char *const times[] = { "P2W", "P3M", "P1Y", "ask" };
	static const char *const costs[] = { "free", "8500 HNL", "ask" };
	struct arena *a = c->arena;
	struct option_source *o = arena_zero(a, sizeof *o);
	struct place at = { "bench", (unsigned)n + 1, 1, NULL };

	o->id = value_of(arena_printf(a, "bench-%zu", n));
	o->type = value_of("training");
	o->country = value_of(countries[any(state, COUNT_OF(countries))]);
	o->institution =
	    value_of(arena_printf(a, "Instituto %zu", any(state, 500)));
	o->sectors = one_of(a, sectors, COUNT_OF(sectors), state);
	o->audience = one_of(a, audiences, COUNT_OF(audiences), state);
	o->modality = value_of(modes[any(state, COUNT_OF(modes))]);
	if (!period_read(&o->period, times[any(state, COUNT_OF(times))]) ||
	    !cost_read(&o->price, costs[any(state, COUNT_OF(costs))]))
		abort();
	for (size_t i = 0; i < c->languages.count; i++) {
		int lang = channel_language(c, i);

		o->name.in[lang] = value_of(
		    arena_printf(a, "Curso %zu", any(state, 1000000)));
		o->steps.in[lang] = value_of("Pregunte; Inscríbase");
	}
	o->reviewed = o->review_by = value_of("2026-11-21");
	o->status = value_of("draft");
	o->confidence = value_of("low");
	kind_add_item(c, &option_kind, o->id.text, &at, o);
}

static int
make(size_t count, const char *src, const char *key_path, const char *out,
    struct err *e)
{
	struct channel *c = channel_read(src);
	struct secret_key *key = NULL;
	char *database = xasprintf("%s.db", out);
	struct bundle_recipe recipe = { .channel = c->id.text, .epoch = 1,
		.sequence = 1, .created = CREATED,
		.stale_after = CREATED + DAYS(180),
		.expires = CREATED + DAYS(730),
		.schema_version = SCHEMA_VERSION, .root_version = 1,
		.database = database,
		.image = { .block_size = COMPILE_PAGE_SIZE,
		    .dictionaries = IMAGE_DICTIONARIES_USUAL } };
	uint64_t state = 1;
	int rc = 0;

	for (size_t n = 0; n < count; n++)
		invent(c, n, &state);
	kind_sort_items(c);
	unlink(database); /* may be absent */
	if (compile_manifest(&recipe.manifest, c, c->arena, e) < 0 ||
	    compile_database(c, database, NULL, e) < 0 ||
	    secret_key_load(&key, key_path, NULL, e) < 0 ||
	    bundle_write(out, &recipe, key, NULL, e) < 0)
		rc = -1;
	unlink(database);
	secret_key_free(key);
	free(database);
	channel_free(c);
	return rc;
}

static int
resident(char **argv)
{
	struct rusage used = { 0 };
	int status = 0;
	pid_t pid = fork();

	if (pid == 0) {
		if (freopen("/dev/null", "w", stdout) != NULL)
			execv(argv[0], argv);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &used) != pid || status != 0)
		return 1;
	printf("%ld kB\n", used.ru_maxrss);
	return 0;
}

int
main(int argc, char **argv)
{
	struct err e = { 0 };

	if (argc > 2 && strcmp(argv[1], "resident") == 0)
		return resident(argv + 2);
	if (argc != 6 || strcmp(argv[1], "make") != 0)
		return 2;
	if (make(strtoul(argv[2], NULL, 10), argv[3], argv[4], argv[5], &e) <
	    0) {
		fprintf(stderr, "bench-options: %s\n", e.text);
		return 1;
	}
	return 0;
}

/*
 * vereda-reach: how many days until an urgent alert is shown, for given
 * routes of couriers.
 */
#include <config.h>

#include <getopt.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "reach_routes.h"
#include "reach_run.h"

enum status {
	STATUS_DONE = 0,
	STATUS_REFUSED = 1,
	STATUS_USAGE = 2,
};

/* Parts of all kiosks, per cent. */
static const uint32_t parts[] = { 50, 90, 99, 100 };

struct options {
	uint32_t runs, days;
	uint64_t seed;
	bool curve, help, version;
};

static void
help(void)
{
	puts("Usage: vereda-reach [OPTION...] FILE\n\n"
	     "How many days until 50, 90, 99 and 100 of a hundred kiosks show "
	     "an alert,\nfor the routes in FILE: vereda-reach(1).\n\n"
	     "  --curve    print also how many show it, day by day\n"
	     "  --days N   give up after N days, 1 to 3650 (730)\n"
	     "  --runs N   try N times, 1 to 100000 (1000)\n"
	     "  --seed N   begin with another lot (1)\n"
	     "  --help     print this text\n"
	     "  --version  print the version");
}

static bool
take_number(uint64_t *out, const char *text, uint64_t low, uint64_t high)
{
	if (strspn(text, "0123456789") != strlen(text) || text[0] == '\0' ||
	    strlen(text) > 10)
		return false;
	*out = strtoull(text, NULL, 10);
	return *out >= low && *out <= high;
}

static bool
parse_options(struct options *o, int argc, char **argv)
{
	static const struct option longs[] = {
		{ "curve", no_argument, NULL, 'c' },
		{ "days", required_argument, NULL, 'd' },
		{ "runs", required_argument, NULL, 'r' },
		{ "seed", required_argument, NULL, 's' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 },
	};
	uint64_t n = 0;
	int c;

	while ((c = getopt_long(argc, argv, "", longs, NULL)) != -1) {
		if (c == 'c')
			o->curve = true;
		else if (c == 'h')
			o->help = true;
		else if (c == 'v')
			o->version = true;
		else if (c == 's' && take_number(&n, optarg, 0, UINT32_MAX))
			o->seed = n;
		else if (c == 'd' && take_number(&n, optarg, 1, 3650))
			o->days = (uint32_t)n;
		else if (c == 'r' && take_number(&n, optarg, 1, 100000))
			o->runs = (uint32_t)n;
		else
			return false;
	}
	return o->help || o->version || optind + 1 == argc;
}

/* The first day on which PART of a hundred of ALL are reached; days + 1 for
 * never. */
static uint32_t
day_of_part(const uint32_t *reached, uint32_t days, uint32_t part,
    uint32_t all)
{
	uint32_t day = 0;

	while (day <= days && (uint64_t)reached[day] * 100 <
	    (uint64_t)part * all)
		day++;
	return day;
}

static int
compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a;
	uint32_t y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static void
print_day(uint32_t day, uint32_t days)
{
	if (day > days)
		printf("\tnever");
	else
		printf("\t%" PRIu32, day);
}

/* The days of all runs in order: the one in the middle, and those that nine
 * of ten runs are above and below. */
static void
print_part(uint32_t part, uint32_t *list, const struct options *o)
{
	qsort(list, o->runs, sizeof *list, compare);
	printf("%" PRIu32 " %%", part);
	print_day(list[o->runs / 2], o->days);
	print_day(list[o->runs / 10], o->days);
	print_day(list[o->runs - 1 - o->runs / 10], o->days);
	putchar('\n');
}

static void
print_curve(const uint64_t *sums, const struct options *o,
    const struct routes *r)
{
	uint64_t all = (uint64_t)r->site_count * o->runs;

	puts("\nday\tkiosks\t%");
	for (uint32_t day = 0; day <= o->days; day++) {
		printf("%" PRIu32 "\t%.1f\t%.1f\n", day,
		    (double)sums[day] / o->runs,
		    100.0 * (double)sums[day] / (double)all);
		if (sums[day] == all || (day > 0 && day < o->days &&
			sums[day] == sums[o->days]))
			break;
	}
}

static void
try_all(const struct routes *r, const struct options *o)
{
	uint32_t *reached = xcalloc(o->days + 1, sizeof *reached);
	uint32_t *lists[COUNT_OF(parts)];
	uint64_t *sums = xcalloc(o->days + 1, sizeof *sums);
	struct lot lot = { o->seed };

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		lists[i] = xcalloc(o->runs, sizeof *lists[i]);
	for (uint32_t run = 0; run < o->runs; run++) {
		run_routes(reached, o->days, r, &lot);
		for (size_t i = 0; i < COUNT_OF(parts); i++)
			lists[i][run] = day_of_part(reached, o->days,
			    parts[i], r->site_count);
		for (uint32_t day = 0; day <= o->days; day++)
			sums[day] += reached[day];
	}
	printf("kiosks\tcouriers\truns\n%" PRIu32 "\t%zu\t%" PRIu32
	    "\n\npart\tdays\tbest\tworst\n", r->site_count, r->courier_count,
	    o->runs);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		print_part(parts[i], lists[i], o);
	if (o->curve)
		print_curve(sums, o, r);
	for (size_t i = 0; i < COUNT_OF(parts); i++)
		free(lists[i]);
	free(sums);
	free(reached);
}

int
main(int argc, char **argv)
{
	struct options o = { .runs = 1000, .days = 730, .seed = 1 };
	struct routes routes = { .share = false };
	struct err e = { 0 };
	int status = STATUS_DONE;

	if (!parse_options(&o, argc, argv)) {
		fprintf(stderr,
		    "vereda-reach: wrong use; see vereda-reach --help\n");
		return STATUS_USAGE;
	}
	if (o.help) {
		help();
	} else if (o.version) {
		puts("vereda-reach " PACKAGE_VERSION);
	} else if (routes_read(&routes, argv[optind], &e) < 0) {
		fprintf(stderr, "vereda-reach: %s\n", e.text);
		status = STATUS_REFUSED;
	} else {
		try_all(&routes, &o);
	}
	routes_fini(&routes);
	return status;
}

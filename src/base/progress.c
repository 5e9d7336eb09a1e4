/*
 * The progress bar of the command-line programs.
 */
#include <config.h>

#include "base/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BAR_WIDTH 30 /* columns */

void
progress_tell(const struct progress *p, const char *what, uint64_t done,
    uint64_t all)
{
	if (p != NULL && p->tell != NULL)
		p->tell(p->context, what, done, all);
}

static void
draw(void *context, const char *what, uint64_t done, uint64_t all)
{
	struct progress_bar *bar = context;
	int percent = all > 0 ? (int)(100.0 * (double)done / (double)all) : 100;
	int full = percent * BAR_WIDTH / 100;

	if (percent == bar->percent && what == bar->what)
		return;
	bar->percent = percent;
	bar->what = what;
	fprintf(stderr, "\r[");
	for (int i = 0; i < BAR_WIDTH; i++)
		fputc(i < full ? '#' : '.', stderr);
	fprintf(stderr, "] %3d %%  %-30.30s", percent, what);
	fflush(stderr);
}

struct progress
progress_bar_open(struct progress_bar *bar)
{
	*bar = (struct progress_bar){ .percent = -1 };
	bar->on = isatty(STDERR_FILENO) != 0;
	if (!bar->on)
		return (struct progress){ 0 };
	return (struct progress){ .tell = draw, .context = bar };
}

void
progress_bar_close(struct progress_bar *bar)
{
	if (bar->on && bar->percent >= 0)
		fprintf(stderr, "\r%78s\r", "");
	bar->on = false;
}

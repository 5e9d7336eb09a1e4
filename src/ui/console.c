/*
 * The console's font.  The usual one is read when the kiosk begins and set
 * once more at once: if that is not allowed, no other would be.
 */
#include <config.h>

#include "ui/console.h"

#include <limits.h>
#include <linux/kd.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "base/compiler.h"
#include "base/log.h"
#include "base/mem.h"
#include "ui/psf.h"

struct console {
	int fd;
	int (*control)(int fd, unsigned long request, void *argument);
	struct psf usual, large;
	bool can;
	bool larger; /* the large one is shown */
};

/* For console_last_words(), which must not allocate. */
static const struct console *enlarged;

/* --- what the kernel does --- */

int
console_control(int fd, unsigned long request, void *argument)
{
	return ioctl(fd, request, argument);
}

/* The font on the screen of the moment.  False where that is no console, or
 * its glyphs are larger than any that we have. */
static bool
get_font(const struct console *c, struct psf *out)
{
	struct console_font_op op = { .op = KD_FONT_OP_GET,
		.width = PSF_WIDTH_MAX,
		.height = PSF_ROWS,
		.charcount = PSF_GLYPHS_MAX };
	struct unimapdesc map = { .entry_ct = USHRT_MAX };

	buffer_add_zeros(&out->pixels, (size_t)PSF_GLYPHS_MAX *
	    PSF_ROWS * (PSF_WIDTH_MAX / 8));
	op.data = out->pixels.at;
	out->map = xcalloc(USHRT_MAX, sizeof *out->map);
	map.entries = out->map;
	if (c->control(c->fd, KDFONTOP, &op) < 0 || op.width == 0 ||
	    op.height == 0 || c->control(c->fd, GIO_UNIMAP, &map) < 0)
		return false;
	out->width = op.width;
	out->height = op.height;
	out->count = op.charcount;
	out->map_count = map.entry_ct;
	out->map = xrealloc(out->map, (size_t)map.entry_ct + 1,
	    sizeof *out->map);
	return true;
}

/* Only calls that a signal handler may make. */
static bool
set_font(const struct console *c, const struct psf *f)
{
	struct console_font_op op = { .op = KD_FONT_OP_SET,
		.width = f->width,
		.height = f->height,
		.charcount = f->count,
		.data = f->pixels.at };
	struct unimapinit init = { 0 };
	struct unimapdesc map = { .entry_ct = f->map_count,
		.entries = f->map };

	return c->control(c->fd, KDFONTOP, &op) == 0 &&
	    c->control(c->fd, PIO_UNIMAPCLR, &init) == 0 &&
	    c->control(c->fd, PIO_UNIMAP, &map) == 0;
}

/* --- which font --- */

static bool
is_fitting(const struct console *c, const struct console_setup *setup)
{
	struct winsize size = { 0 };
	unsigned width = 0;
	unsigned height = 0;

	if (c->control(c->fd, TIOCGWINSZ, &size) < 0)
		return false;
	width = size.ws_col * c->usual.width / c->large.width;
	height = size.ws_row * c->usual.height / c->large.height;
	return c->large.height > c->usual.height &&
	    width >= (unsigned)setup->width_min &&
	    height >= (unsigned)setup->height_min;
}

/* The first that is larger and leaves enough of the screen. */
static bool
find_large(struct console *c, const struct console_setup *setup)
{
	for (const char *const *path = setup->fonts; *path != NULL; path++) {
		struct err e = { 0 };

		if (psf_read(&c->large, *path, &e) < 0)
			log_line("larger letters: %s", e.text);
		else if (is_fitting(c, setup))
			return true;
		psf_fini(&c->large);
	}
	return false;
}

struct console *
console_new(const struct console_setup *setup)
{
	struct console *c = xcalloc(1, sizeof *c);

	c->fd = setup->fd;
	c->control = setup->control;
	c->can = setup->fonts[0] != NULL && get_font(c, &c->usual) &&
	    find_large(c, setup) && set_font(c, &c->usual);
	if (!c->can) {
		psf_fini(&c->usual);
		psf_fini(&c->large);
	}
	return c;
}

bool
console_can_enlarge(const struct console *c)
{
	return c != NULL && c->can;
}

bool
console_enlarge(struct console *c, bool larger)
{
	if (!console_can_enlarge(c) || larger == c->larger)
		return false;
	enlarged = larger ? c : NULL;
	if (!set_font(c, larger ? &c->large : &c->usual)) {
		log_line("the console takes no other font");
		c->can = false;
		larger = false;
		enlarged = NULL;
		if (!set_font(c, &c->usual))
			log_line("nor the one it had");
	}
	c->larger = larger;
	return true;
}

void
console_free(struct console *c)
{
	if (c == NULL)
		return;
	console_enlarge(c, false);
	psf_fini(&c->usual);
	psf_fini(&c->large);
	free(c);
}

void
console_last_words(void)
{
	const struct console *c = enlarged;

	enlarged = NULL;
	if (c != NULL && !set_font(c, &c->usual))
		return; /* it is gone */
}

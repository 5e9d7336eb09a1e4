/*
 * Contact sheets: every screen of shots.c in every language and both sizes,
 * to be looked at by somebody.  Writes DIR/es-80-1.svg and so on, and all of
 * a language and size as text, for grep: DIR/es-80.txt.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "picture.h"
#include "shots.h"
#include "text/lang.h"

#define CELL_WIDTH 10 /* as in picture.c */
#define CELL_HEIGHT 20
#define CAPTION 30 /* above each screen */
#define MARGIN 20
#define SHEET_WIDTH 1560 /* dots */

static const struct format {
	int width, height; /* of a screen, in cells */
	int columns, rows; /* of a sheet, in screens */
} formats[] = { { 80, 25, 3, 4 }, { 40, 15, 5, 4 } };

struct sheet {
	const struct format *format;
	const char *folder;
	size_t language;
	int number; /* from 1 */
	int count;  /* screens on it */
	FILE *svg;
	FILE *text;
};

static FILE *
open_file(char *name)
{
	FILE *f = fopen(name, "w");

	if (f == NULL) {
		perror(name);
		exit(1);
	}
	free(name);
	return f;
}

static void
close_file(FILE *f)
{
	if (fclose(f) == 0)
		return;
	perror("a sheet");
	exit(1);
}

/* Is it the same as one before, or of a terminal that changes no word? */
static bool
is_left_out(size_t n)
{
	static const char *const suffixes[] = { "-es", "-fr", "-pt", "-ht" };

	if (shots[n].term != NULL || shots[n].width < formats[1].width)
		return true;
	for (size_t i = 0; i < COUNT_OF(suffixes); i++)
		if (strstr(shots[n].name, suffixes[i]) != NULL)
			return true;
	for (size_t i = 0; i < n; i++)
		if (strcmp(shots[i].keys, shots[n].keys) == 0 &&
		    shots[i].silence == shots[n].silence &&
		    strncmp(shots[i].name, shots[n].name, 4) == 0 &&
		    strstr(shots[n].name, "touch") == NULL)
			return true;
	return false;
}

static void
begin_sheet(struct sheet *sh)
{
	const struct format *f = sh->format;
	int width = f->columns * (f->width * CELL_WIDTH + MARGIN) + MARGIN;
	int height = f->rows * (f->height * CELL_HEIGHT + MARGIN + CAPTION) +
	    MARGIN;

	sh->svg = open_file(xasprintf("%s/%s-%d-%d.svg", sh->folder,
	    lang_table[sh->language]->code, f->width, ++sh->number));
	sh->count = 0;
	fprintf(sh->svg,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
	    "height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"monospace\" "
	    "font-size=\"22\">\n"
	    "<rect width=\"%d\" height=\"%d\" fill=\"#b0b0b0\"/>\n",
	    SHEET_WIDTH, SHEET_WIDTH * height / width, width, height, width,
	    height);
}

static void
end_sheet(struct sheet *sh)
{
	if (sh->svg == NULL)
		return;
	fputs("</svg>\n", sh->svg);
	close_file(sh->svg);
	sh->svg = NULL;
}

static void
add_screen(struct sheet *sh, const struct shot *shot)
{
	const struct format *f = sh->format;
	struct term *t = shot_take_in(shot, sh->language, f->width,
	    f->height);
	int width = f->width * CELL_WIDTH;
	int height = f->height * CELL_HEIGHT;
	int x = 0, y = 0;

	if (sh->svg == NULL)
		begin_sheet(sh);
	x = MARGIN + sh->count % f->columns * (width + MARGIN);
	y = MARGIN + sh->count / f->columns * (height + MARGIN + CAPTION);
	fprintf(sh->svg,
	    "<text x=\"%d\" y=\"%d\">%s</text>\n"
	    "<svg x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\">\n",
	    x, y + CAPTION - 8, shot->name, x, y + CAPTION, width, height);
	picture_write(t, sh->svg);
	fputs("</svg>\n", sh->svg);
	fprintf(sh->text, "== %s\n", shot->name);
	for (int row = 0; row < term_height(t); row++)
		fprintf(sh->text, "%s\n", term_row(t, row));
	term_free(t);
	if (++sh->count == f->columns * f->rows)
		end_sheet(sh);
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: sheets DIR\n", stderr);
		return 2;
	}
	(void)mkdir(argv[1], 0777);
	for (size_t l = 0; l < lang_count; l++)
		for (size_t i = 0; i < COUNT_OF(formats); i++) {
			struct sheet sh = { .format = &formats[i],
				.folder = argv[1],
				.language = l };

			sh.text = open_file(xasprintf("%s/%s-%d.txt", argv[1],
			    lang_table[l]->code, formats[i].width));
			for (size_t n = 0; n < shot_count; n++)
				if (!is_left_out(n))
					add_screen(&sh, &shots[n]);
			end_sheet(&sh);
			close_file(sh.text);
		}
	return 0;
}

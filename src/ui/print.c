/*
 * Printing what a screen has put on a sheet.
 */
#include <config.h>

#include "ui/print.h"

#include <string.h>

#include "out/printer.h"

struct printer *
print_open(const struct settings *s)
{
	if (s->printer_device[0] == '\0' && s->printer_command[0] == '\0')
		return NULL;
	return printer_new(s->printer_device, s->printer_command);
}

struct paper_kind
print_kind(const struct settings *s)
{
	struct paper_kind k = { .columns = s->printer_columns,
		.page = code_page_find(s->printer_code_page),
		.page_number = s->printer_page_number,
		.qr = PAPER_QR_NONE,
		.cuts = s->printer_cut };

	if (k.page_number < 0)
		k.page_number = code_page_number(k.page);
	if (strcmp(s->printer_qr, "native") == 0)
		k.qr = PAPER_QR_NATIVE;
	else if (strcmp(s->printer_qr, "raster") == 0)
		k.qr = PAPER_QR_RASTER;
	return k;
}

int
print_columns(const struct app *app)
{
	return app_settings(app)->printer_columns;
}

/* A device speaks ESC/POS, a program takes text, if nothing else is said. */
bool
print_is_text(const struct settings *s)
{
	if (s->printer_language[0] == '\0')
		return s->printer_command[0] != '\0';
	return strcmp(s->printer_language, "text") == 0;
}

static void
fill_rows(struct arena *a, const struct sheet *sh, struct paper *out)
{
	struct paper_row *rows = arena_array(a, sh->rows.count + 1,
	    sizeof *rows);

	for (size_t i = 0; i < sh->rows.count; i++) {
		const struct row *r = &sh->rows.rows[i];

		rows[i].text = arena_printf(a, "%*s%s", r->indent, "",
		    r->text);
		rows[i].strong = sh->roles[i] == ROLE_TITLE ||
		    sh->roles[i] == ROLE_ALERT;
	}
	out->rows = rows;
	out->count = sh->rows.count;
}

bool
print_sheet(struct screen *sc, const struct sheet *sh, const char *qr)
{
	struct printer *printer = app_printer(sc->app);
	const struct settings *s = app_settings(sc->app);
	const struct paper_kind kind = print_kind(s);
	struct paper paper = { .qr = qr };
	struct buffer bytes = { 0 };
	bool begun;

	if (printer == NULL)
		return false;
	fill_rows(sc->arena, sh, &paper);
	if (print_is_text(s))
		paper_plain(&bytes, &paper, kind.columns);
	else
		paper_escpos(&bytes, &paper, &kind);
	begun = printer_print(printer, buffer_bytes(&bytes),
	    app_now(sc->app));
	if (bytes.at != NULL)
		explicit_bzero(bytes.at, bytes.room);
	buffer_fini(&bytes);
	return begun;
}

struct pollfd
print_watch(struct app *app)
{
	const struct printer *printer = app_printer(app);
	struct pollfd p = { .fd = -1 };

	if (printer != NULL) {
		p.fd = printer_fd(printer);
		p.events = printer_events(printer);
	}
	return p;
}

bool
print_io(struct app *app, short revents, int64_t now)
{
	struct printer *printer = app_printer(app);

	if (printer == NULL || !printer_io(printer, revents, now))
		return false;
	app_printed(app);
	return app_screen(app) == SCREEN_PAPER;
}

int
print_wait(struct app *app, int64_t now)
{
	const struct printer *printer = app_printer(app);

	return printer != NULL ? printer_wait(printer, now) : -1;
}

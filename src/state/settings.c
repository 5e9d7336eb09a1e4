/*
 * Settings.  inih cuts the lines; one table says what may stand in them.
 */
#include <config.h>

#include "state/settings.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <ini.h>

#include "base/bytes.h"
#include "base/io.h"
#include "base/utf8.h"

#define SECTION "kiosk"
#define CHANNEL_NAME_MAX 31 /* bytes */

enum kind {
	KIND_COUNTRY,  /* two capitals */
	KIND_LANGUAGE, /* lower-case letters and hyphens */
	KIND_TEXT,     /* anything safe */
	KIND_NUMBER,   /* from low to high */
	KIND_SWITCH,   /* yes, no */
	KIND_PATH,     /* from the root, anything safe */
	KIND_PROGRAM,  /* that, "auto" or "no" */
	KIND_CHANNELS, /* names, one blank between them */
	KIND_COMMAND,  /* words, one blank between them, the first a path */
	KIND_CHOICE,   /* one of the words of wants, a comma behind each but
			  the last, which has "or " before it */
};

struct setting {
	const char *name;
	enum kind kind;
	size_t at;   /* offset in struct settings */
	size_t size; /* bytes of a text, with its NUL */
	int low, high;
	const char *wants; /* for the message */
};

#define AT(field) \
	offsetof(struct settings, field), \
	    sizeof(((struct settings *)NULL)->field)

static const struct setting table[] = {
	{ "country", KIND_COUNTRY, AT(country), 0, 0,
	    "two capital letters (ISO 3166-1)" },
	{ "language", KIND_LANGUAGE, AT(language), 0, 0,
	    "a language code of at most 7 letters" },
	{ "site", KIND_TEXT, AT(site), 0, 0,
	    "at most 63 bytes of plain text" },
	{ "idle", KIND_NUMBER, AT(idle_seconds), 20, 3600,
	    "20 to 3600 seconds" },
	{ "notice", KIND_NUMBER, AT(notice_seconds), 10, 300,
	    "10 to 300 seconds" },
	{ "printer_device", KIND_PATH, AT(printer_device), 0, 0,
	    "a path from / of at most 255 bytes" },
	{ "printer_command", KIND_COMMAND, AT(printer_command), 0, 0,
	    "a path from / and its arguments, one blank between them, at most "
	    "16 words and 255 bytes" },
	{ "printer_language", KIND_CHOICE, AT(printer_language), 0, 0,
	    "escpos or text" },
	{ "printer_columns", KIND_NUMBER, AT(printer_columns), 24, 80,
	    "24 to 80" },
	{ "printer_code_page", KIND_CHOICE, AT(printer_code_page), 0, 0,
	    "cp437, cp850, cp858 or cp1252" },
	{ "printer_page_number", KIND_NUMBER, AT(printer_page_number), 0, 255,
	    "0 to 255" },
	{ "printer_qr", KIND_CHOICE, AT(printer_qr), 0, 0,
	    "native, raster or none" },
	{ "printer_cut", KIND_SWITCH, AT(printer_cut), 0, 0, "yes or no" },
	{ "touch", KIND_SWITCH, AT(touch), 0, 0, "yes or no" },
	{ "keypad", KIND_SWITCH, AT(keypad_only), 0, 0, "yes or no" },
	{ "one_press", KIND_SWITCH, AT(one_press), 0, 0, "yes or no" },
	{ "voice", KIND_PROGRAM, AT(voice), 0, 0,
	    "auto, no, or a path from / of at most 255 bytes" },
	{ "decoder", KIND_PROGRAM, AT(decoder), 0, 0,
	    "auto, no, or a path from / of at most 255 bytes" },
	{ "player", KIND_PROGRAM, AT(player), 0, 0,
	    "auto, no, or a path from / of at most 255 bytes" },
	{ "volume", KIND_NUMBER, AT(volume), 0, 200, "0 to 200" },
	{ "large_font", KIND_PROGRAM, AT(large_font), 0, 0,
	    "auto, no, or a path from / of at most 255 bytes" },
	{ "store", KIND_PATH, AT(store), 0, 0,
	    "a path from / of at most 255 bytes" },
	{ "pin_file", KIND_PATH, AT(pin_file), 0, 0,
	    "a path from / of at most 255 bytes" },
	{ "statistics", KIND_PATH, AT(statistics), 0, 0,
	    "a path from / of at most 255 bytes" },
	{ "channels", KIND_CHANNELS, AT(channels), 0, 0,
	    "at most 12 names of channels, one blank between them" },
	{ "alert_channels", KIND_CHANNELS, AT(alert_channels), 0, 0,
	    "at most 12 names of channels, one blank between them" },
};

/* What inih carries through: where we are and what went wrong first. */
struct load {
	struct settings *settings;
	const char *path;
	const char *rest; /* of the file, not read yet */
	int line;
	bool seen[COUNT_OF(table)];
	struct err *e;
};

void
settings_defaults(struct settings *s)
{
	*s = (struct settings){ .language = "es",
		.idle_seconds = 120,
		.voice = "auto",
		.decoder = "auto",
		.player = "auto",
		.volume = 100,
		.large_font = "auto",
		.notice_seconds = 30,
		.printer_code_page = "cp858",
		.printer_qr = "raster",
		.printer_columns = 32,
		.printer_page_number = -1,
		.printer_cut = true };
}

void
settings_cut(struct channel_names *out, const char *names)
{
	char *rest = NULL;
	size_t count = 0;

	snprintf(out->text, sizeof out->text, "%s", names);
	for (char *name = strtok_r(out->text, " ", &rest);
	    name != NULL && count < SETTINGS_CHANNELS_MAX;
	    name = strtok_r(NULL, " ", &rest))
		out->list[count++] = name;
	out->list[count] = NULL;
}

static bool
is_country(const char *value)
{
	return strlen(value) == 2 && value[0] >= 'A' && value[0] <= 'Z' &&
	    value[1] >= 'A' && value[1] <= 'Z';
}

static bool
is_language(const char *value)
{
	size_t len = strspn(value, "abcdefghijklmnopqrstuvwxyz-");

	return len >= 2 && value[len] == '\0';
}

static bool
is_plain(const char *value)
{
	struct bytes b = bytes_of_text(value);
	uint32_t code = 0;

	return utf8_find_unsafe(b, &code) == b.len &&
	    strchr(value, '\n') == NULL;
}

/* Names of small letters, digits and hyphens, none of them twice. */
static bool
are_channels(const char *value)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	const char *at = value;

	for (int count = 0; count < SETTINGS_CHANNELS_MAX; count++) {
		size_t len = strspn(at, letters);

		if (len == 0 || len > CHANNEL_NAME_MAX || *at == '-')
			return false;
		for (const char *c = value; c < at; c += strcspn(c, " ") + 1)
			if (strcspn(c, " ") == len && memcmp(c, at, len) == 0)
				return false;
		at += len;
		if (*at == '\0')
			return true;
		if (*at++ != ' ')
			return false;
	}
	return false;
}

static bool
is_command(const char *value)
{
	int words = 1;

	for (const char *c = value; *c != '\0'; c++)
		if (*c == ' ' && (c[1] == ' ' || c[1] == '\0'))
			return false;
		else if (*c == ' ')
			words++;
	return value[0] == '/' && words <= SETTINGS_WORDS_MAX &&
	    is_plain(value);
}

/* Is VALUE a whole word of "native, raster or none", and not "or"? */
static bool
is_choice(const char *value, const char *wants)
{
	size_t len = strlen(value);

	if (len == 0 || strcmp(value, "or") == 0 ||
	    strpbrk(value, " ,") != NULL)
		return false;
	for (const char *at = strstr(wants, value); at != NULL;
	     at = strstr(at + 1, value))
		if ((at == wants || at[-1] == ' ') &&
		    (at[len] == '\0' || at[len] == ',' || at[len] == ' '))
			return true;
	return false;
}

static bool
parse_number(int *out, const char *value, const struct setting *row)
{
	size_t len = strspn(value, "0123456789");
	long number = strtol(value, NULL, 10);

	if (len == 0 || len > 5 || value[len] != '\0')
		return false;
	*out = (int)number;
	return number >= row->low && number <= row->high;
}

static bool
parse_switch(bool *out, const char *value)
{
	*out = strcmp(value, "yes") == 0;
	return *out || strcmp(value, "no") == 0;
}

static bool
store(struct settings *s, const struct setting *row, const char *value)
{
	char *field = (char *)s + row->at;
	bool good = false;
	int number = 0;
	bool on = false;

	switch (row->kind) {
	case KIND_COUNTRY:
		good = is_country(value);
		break;
	case KIND_LANGUAGE:
		good = is_language(value);
		break;
	case KIND_TEXT:
		good = is_plain(value);
		break;
	case KIND_PATH:
		good = value[0] == '/' && is_plain(value);
		break;
	case KIND_PROGRAM:
		good = strcmp(value, "auto") == 0 || (value[0] == '/' &&
		    is_plain(value));
		if (strcmp(value, "no") == 0) {
			good = true;
			value = "";
		}
		break;
	case KIND_CHANNELS:
		good = are_channels(value);
		break;
	case KIND_COMMAND:
		good = is_command(value);
		break;
	case KIND_CHOICE:
		good = is_choice(value, row->wants);
		break;
	case KIND_NUMBER:
		good = parse_number(&number, value, row);
		memcpy(field, &number, sizeof number);
		return good;
	case KIND_SWITCH:
		good = parse_switch(&on, value);
		memcpy(field, &on, sizeof on);
		return good;
	}
	if (!good || strlen(value) >= row->size)
		return false;
	snprintf(field, row->size, "%s", value);
	return true;
}

static int
complain(struct load *l, const char *what, const char *detail)
{
	return err_set(l->e, ERR_INPUT, "%s:%d: %s%s%s", l->path, l->line,
	    what, *detail != '\0' ? ": " : "", detail);
}

static int
take(struct load *l, const char *section, const char *name, const char *value)
{
	if (strcmp(section, SECTION) != 0)
		return complain(l, "unknown section", section);
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		if (strcmp(name, table[i].name) != 0)
			continue;
		if (l->seen[i])
			return complain(l, "set twice", name);
		l->seen[i] = true;
		if (!store(l->settings, &table[i], value))
			return err_set(l->e, ERR_INPUT, "%s:%d: %s must be %s",
			    l->path, l->line, name, table[i].wants);
		return 0;
	}
	return complain(l, "unknown key", name);
}

/* inih's way: 1 is good, 0 is not. */
static int
on_pair(void *user, const char *section, const char *name, const char *value)
{
	return take(user, section, name, value == NULL ? "" : value) == 0;
}

/* fgets() for inih out of our bytes; counts lines, which inih keeps. */
static char *
next_line(char *out, int size, void *stream)
{
	struct load *l = stream;
	const char *end = NULL;
	size_t len;

	if (*l->rest == '\0')
		return NULL;
	l->line++;
	end = strchr(l->rest, '\n');
	len = end != NULL ? (size_t)(end - l->rest) + 1 : strlen(l->rest);
	if (len >= (size_t)size) {
		complain(l, "line too long", "");
		return NULL;
	}
	memcpy(out, l->rest, len);
	out[len] = '\0';
	l->rest += len;
	return out;
}

static int
parse(struct load *l)
{
	/* A line that inih cannot read it only counts. */
	int line = ini_parse_stream(next_line, l, on_pair, l);

	if (line == 0 || l->e->text[0] != '\0')
		return l->e->text[0] != '\0' ? -1 : 0;
	l->line = line;
	return complain(l, "not a line of settings", "");
}

int
settings_load(struct settings *s, const char *path, struct err *e)
{
	struct buffer text = { 0 };
	struct load l = { .settings = s, .path = path, .e = e };
	int rc = -1;

	if (access(path, F_OK) < 0)
		return err_set_errno(e, ERR_NOT_FOUND, "%s", path);
	if (io_read_file(&text, path, SETTINGS_SIZE_MAX, e) < 0)
		return -1;
	l.rest = (const char *)text.at;
	if (memchr(text.at, '\0', text.len) != NULL)
		complain(&l, "a NUL byte", "");
	else
		rc = parse(&l);
	if (rc == 0 && s->printer_device[0] != '\0' &&
	    s->printer_command[0] != '\0')
		rc = err_set(e, ERR_INPUT, "%s: printer_device and "
		    "printer_command are both set; keep one", path);
	buffer_fini(&text);
	return rc;
}

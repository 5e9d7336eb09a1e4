/*
 * Errors.  The table of sentences is the only place where a code becomes
 * words for people; everything else is for the log.
 */
#include <config.h>

#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libintl.h>

#define N_(text) text

struct sentence {
	const char *name; /* "E07", or "" */
	const char *text; /* what happened, what to do */
};

/* TRANSLATORS: these are shown to people who load content from a USB stick.
 * Plain words: first what happened, then what to do. */
static const struct sentence sentences[ERR_COUNT] = {
	[ERR_INSTALLED] = { "E00",
	    N_("This edition is already installed. There is nothing to do.") },
	[ERR_NOT_A_FILE] = { "E01",
	    N_("This is not a bundle file, or it is too large. Choose a file "
	       "that ends in .vereda.") },
	[ERR_SHORT] = { "E02",
	    N_("The file is incomplete. Copy it to the stick again.") },
	[ERR_MAGIC] = { "E03",
	    N_("This file is not a Vereda bundle, or it was damaged while it "
	       "was copied. Copy it again.") },
	[ERR_ENVELOPE] = { "E04",
	    N_("The file is incomplete or damaged. Copy it to the stick "
	       "again.") },
	[ERR_RESERVED] = { "E05",
	    N_("The file was damaged or changed. Do not use it; ask the "
	       "publisher for a new one.") },
	[ERR_SIGNATURE_FORM] = { "E06",
	    N_("The signature of the file is damaged. Do not use it; ask the "
	       "publisher for a new one.") },
	[ERR_ROOT_CHAIN] = { "E07",
	    N_("The list of publishers cannot be trusted. Do not use this "
	       "file; ask the people who run this kiosk.") },
	[ERR_UNKNOWN_KEY] = { "E08",
	    N_("This kiosk does not know who signed the file. Do not use it; "
	       "ask the people who run this kiosk.") },
	[ERR_THRESHOLD] = { "E09",
	    N_("Not enough people have signed the file. Ask the publisher for "
	       "the signed one.") },
	[ERR_SIGNATURE] = { "E10",
	    N_("The signature is not valid: the file was changed. Do not use "
	       "it; tell the publisher.") },
	[ERR_HEAD] = { "E11",
	    N_("The file is not of a kind that this program knows. Ask for a "
	       "newer program or another file.") },
	[ERR_HEAD_LENGTHS] = { "E12",
	    N_("The file does not hold together. Do not use it; ask the "
	       "publisher for a new one.") },
	[ERR_CHANNEL] = { "E13",
	    N_("This content is for other kiosks. Choose the file for this "
	       "place.") },
	[ERR_READER_TOO_OLD] = { "E14",
	    N_("This content needs a newer version of the program. Ask the "
	       "people who run this kiosk.") },
	[ERR_EPOCH] = { "E15",
	    N_("This content was signed with keys that are no longer valid. "
	       "Ask the publisher for a new one.") },
	[ERR_OLDER] = { "E16",
	    N_("This content is older than what is installed. Nothing was "
	       "changed.") },
	[ERR_EQUIVOCATION] = { "E17",
	    N_("There are two different contents with the same number. Do not "
	       "use it; tell the publisher.") },
	[ERR_EXPIRED] = { "E18",
	    N_("This content is past its date. Ask the publisher for a newer "
	       "one.") },
	[ERR_NO_ROOM] = { "E19",
	    N_("There is no room on this machine, or its disk cannot be "
	       "written. Ask the people who run this kiosk.") },
	[ERR_STICK] = { "E20",
	    N_("The file or the stick could not be used. Check that it is "
	       "there and not full, put the stick in again, or use another "
	       "one.") },
	[ERR_BLOCK_HASH] = { "E21",
	    N_("Part of the content is damaged or was changed. Do not use it; "
	       "copy it again.") },
	[ERR_BLOCK_INFLATE] = { "E22",
	    N_("Part of the content cannot be unpacked. Do not use it; ask the "
	       "publisher for a new one.") },
	[ERR_IMAGE_HASH] = { "E23",
	    N_("The content as a whole is not what was signed. Do not use it; "
	       "ask the publisher for a new one.") },
	[ERR_SCHEMA] = { "E24",
	    N_("The content is not in the form that this program expects. Ask "
	       "for a newer program or another file.") },
	[ERR_CARD] = { "E25",
	    N_("The memory card of this machine does not keep what is written. "
	       "Tell the people who run this kiosk.") },
	[ERR_BUSY] = { "E26",
	    N_("Another installation is running. Wait until it ends and try "
	       "again.") },
	[ERR_USAGE] = { "",
	    N_("The command is not right. Try it with --help.") },
	[ERR_SYSTEM] = { "",
	    N_("The machine did not do what was asked. Try again.") },
	[ERR_DATABASE] = { "", N_("The content cannot be read.") },
	[ERR_NOT_FOUND] = { "", N_("What was asked for is not there.") },
	[ERR_WITHDRAWN] = { "",
	    N_("This page was withdrawn. Do not rely on it.") },
	[ERR_INPUT] = { "", N_("A file or a setting has a fault.") },
	[ERR_TERMINAL] = { "",
	    N_("This terminal cannot show the kiosk. Try another terminal, or "
	       "vereda --line.") },
	[ERR_LIMIT] = { "", N_("The input is larger than is allowed.") },
	[ERR_KEY] = { "",
	    N_("The key file or its passphrase is not right.") },
};

static int fill(struct err *e, enum err_code code, const char *format,
    va_list args) PRINTF_LIKE(3, 0);

static int
fill(struct err *e, enum err_code code, const char *format, va_list args)
{
	if (e->text[0] != '\0')
		return -1;
	e->code = code;
	vsnprintf(e->text, sizeof e->text, format, args);
	if (e->text[0] == '\0')
		snprintf(e->text, sizeof e->text, "unnamed error");
	return -1;
}

int
err_set(struct err *e, enum err_code code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fill(e, code, format, args);
	va_end(args);
	return -1;
}

int
err_set_errno(struct err *e, enum err_code code, const char *format, ...)
{
	int saved = errno;
	va_list args;
	size_t used;

	if (e->text[0] != '\0')
		return -1;
	va_start(args, format);
	fill(e, code, format, args);
	va_end(args);
	used = strlen(e->text);
	snprintf(e->text + used, sizeof e->text - used, ": %s",
	    strerror(saved));
	return -1;
}

int
err_wrap(struct err *e, const char *format, ...)
{
	char before[ERR_TEXT_SIZE];
	char after[ERR_TEXT_SIZE];
	va_list args;
	size_t used;

	memcpy(after, e->text, sizeof after);
	va_start(args, format);
	vsnprintf(before, sizeof before, format, args);
	va_end(args);
	snprintf(e->text, sizeof e->text, "%s", before);
	used = strlen(e->text);
	snprintf(e->text + used, sizeof e->text - used, ": %s", after);
	return -1;
}

void
err_clear(struct err *e)
{
	e->code = ERR_NONE;
	e->text[0] = '\0';
}

const char *
err_name(enum err_code code)
{
	if (code < 0 || code >= ERR_COUNT)
		return "";
	return sentences[code].name;
}

const char *
err_sentence_id(enum err_code code)
{
	if (code < 0 || code >= ERR_COUNT)
		return sentences[ERR_SYSTEM].text;
	return sentences[code].text;
}

const char *
err_sentence(enum err_code code)
{
	return gettext(err_sentence_id(code));
}

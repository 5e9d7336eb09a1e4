/*
 * Passphrases: never in the arguments, never echoed, wiped after use.
 */
#include <config.h>

#include "pack/pack_passphrase.h"

#include <errno.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>

#include <sodium.h>

#include "base/io.h"
#include "base/mem.h"

#define _(s) gettext(s)

#define LINE_SIZE (SECRET_KEY_PASSPHRASE_MAX + 2) /* with LF and NUL */

void
pack_passphrase_wipe(char *passphrase)
{
	if (passphrase == NULL)
		return;
	sodium_memzero(passphrase, strlen(passphrase));
	free(passphrase);
}

/* The first line of TEXT as a passphrase; ERR_KEY if it is empty. */
static int
take_line(char **out, const char *text, struct err *e)
{
	size_t len = strcspn(text, "\n");

	if (len == 0)
		return err_set(e, ERR_KEY, "the passphrase is empty");
	if (len > SECRET_KEY_PASSPHRASE_MAX)
		return err_set(e, ERR_LIMIT, "the passphrase is too long");
	*out = xstrndup(text, len);
	return 0;
}

static int
from_file(char **out, const char *file, struct err *e)
{
	struct buffer text = { 0 };
	int rc = io_read_file(&text, file, LINE_SIZE, e);

	if (rc == 0) {
		rc = take_line(out, (const char *)text.at, e);
		sodium_memzero(text.at, text.len);
	}
	buffer_fini(&text);
	return rc;
}

/* One line from the terminal without echo. */
static int
ask(char **out, FILE *tty, const char *question, struct err *e)
{
	struct termios old;
	struct termios quiet;
	char line[LINE_SIZE];
	int rc = -1;

	if (tcgetattr(fileno(tty), &old) < 0)
		return err_set_errno(e, ERR_TERMINAL, "tcgetattr");
	quiet = old;
	quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHONL);
	if (tcsetattr(fileno(tty), TCSAFLUSH, &quiet) < 0)
		return err_set_errno(e, ERR_TERMINAL, "tcsetattr");
	/* beside the stream, which is only read */
	dprintf(fileno(tty), "%s", question);
	if (fgets(line, sizeof line, tty) == NULL)
		err_set(e, ERR_KEY, "no passphrase was given");
	else
		rc = take_line(out, line, e);
	sodium_memzero(line, sizeof line);
	dprintf(fileno(tty), "\n");
	/* the terminal is given back also when this says it cannot */
	if (tcsetattr(fileno(tty), TCSAFLUSH, &old) < 0 && rc == 0)
		rc = err_set_errno(e, ERR_TERMINAL, "tcsetattr");
	return rc;
}

static int
from_terminal(char **out, enum pack_asking asking, struct err *e)
{
	FILE *tty = fopen("/dev/tty", "r+e");
	char *again = NULL;
	int rc = -1;

	if (tty == NULL)
		return err_set_errno(e, ERR_TERMINAL,
		    "no terminal to ask for the passphrase");
	rc = ask(out, tty, _("Passphrase: "), e);
	if (rc == 0 && asking == PACK_ASK_TWICE) {
		rc = ask(&again, tty, _("The same passphrase again: "), e);
		if (rc == 0 && strcmp(*out, again) != 0)
			rc = err_set(e, ERR_KEY, "the passphrases differ");
	}
	pack_passphrase_wipe(again);
	fclose(tty);
	return rc;
}

int
pack_passphrase_get(char **out, const char *file, enum pack_asking asking,
    struct err *e)
{
	int rc = -1;

	*out = NULL;
	rc = file != NULL ? from_file(out, file, e) :
			    from_terminal(out, asking, e);
	if (rc < 0) {
		pack_passphrase_wipe(*out);
		*out = NULL;
	}
	return rc;
}

int
pack_key_load(struct secret_key **out, const char *path,
    const char *passphrase_file, struct err *e)
{
	char *passphrase = NULL;
	bool encrypted = false;
	int rc = secret_key_is_encrypted(&encrypted, path, e);

	*out = NULL;
	if (rc == 0 && encrypted)
		rc = pack_passphrase_get(&passphrase, passphrase_file,
		    PACK_ASK_ONCE, e);
	if (rc == 0)
		rc = secret_key_load(out, path, passphrase, e);
	pack_passphrase_wipe(passphrase);
	return rc;
}

/*
 * Run-time languages on top of glibc's gettext.  This file alone calls
 * setlocale().
 */
#include <config.h>

#include "text/language.h"

#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/paths.h"
#include "text/lang.h"

#define ALIAS "vereda.utf8" /* any name that does not begin with "C." */
#define SENTINEL "@lang@"   /* every catalogue translates it to its code */

/* glibc throws away what it has looked up when this changes. */
extern int _nl_msg_cat_cntr;

/* The locale is the process's, and so is what we know of it. */
static const char *current = "en";
static bool utf8_terminal;

/* Does the name of a locale, as in LANG, ask for UTF-8? */
static bool
names_utf8(const char *locale)
{
	const char *codeset = strchr(locale, '.');

	return codeset != NULL && (strncasecmp(codeset, ".utf-8", 6) == 0 ||
				      strncasecmp(codeset, ".utf8", 5) == 0);
}

/* What POSIX takes for the character set: the first of these that is set. */
static bool
environment_asks_for_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && value[0] != '\0')
			return names_utf8(value);
	}
	return false;
}

/* Letters are UTF-8; numbers, order and times stay those of "C". */
static int
set_character_set(struct err *e)
{
	utf8_terminal = environment_asks_for_utf8();
	if (setlocale(LC_ALL, "") != NULL &&
	    strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		utf8_terminal = true;
	if (setlocale(LC_ALL, "C") == NULL)
		return err_set(e, ERR_SYSTEM, "no locale \"C\"");
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL &&
	    setlocale(LC_CTYPE, "C.utf8") == NULL) {
		/* a system without C.UTF-8: what the user has, if UTF-8 */
		if (setlocale(LC_CTYPE, "") == NULL ||
		    strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
			return err_set(e, ERR_NOT_FOUND,
			    "no locale with UTF-8: C.UTF-8 is missing");
	}
	return 0;
}

/* Select ALIAS, which is in FOLDER, for messages. */
static bool
select_alias(const char *folder)
{
	const char *old = getenv("LOCPATH");
	char *saved = old == NULL ? NULL : xstrdup(old);
	bool done = false;

	if (setenv("LOCPATH", folder, 1) == 0)
		done = setlocale(LC_MESSAGES, ALIAS) != NULL;
	if (saved == NULL)
		unsetenv("LOCPATH");
	else if (setenv("LOCPATH", saved, 1) != 0)
		done = false;
	free(saved);
	return done;
}

static const char *
system_locale(void)
{
	static const char *const folders[] = { "/usr/lib/locale/C.utf8",
		"/usr/lib/locale/C.UTF-8", "/usr/lib64/locale/C.utf8",
		"/usr/share/locale/C.utf8",
		"/run/current-system/sw/lib/locale/C.utf8" };
	struct stat st;

	for (size_t i = 0; i < COUNT_OF(folders); i++)
		if (stat(folders[i], &st) == 0 && S_ISDIR(st.st_mode))
			return folders[i];
	return NULL;
}

/* A folder of ours for a moment: glibc keeps what it has read. */
static bool
select_made_alias(void)
{
	const char *locale = system_locale();
	const char *tmp = getenv("TMPDIR");
	char *folder = NULL;
	char *link = NULL;
	bool done = false;

	if (locale == NULL)
		return false;
	if (tmp == NULL || tmp[0] != '/')
		tmp = "/tmp";
	folder = xasprintf("%s/vereda-locale-XXXXXX", tmp);
	if (mkdtemp(folder) == NULL) /* made with mode 0700 */
		goto out;
	link = xasprintf("%s/" ALIAS, folder);
	if (symlink(locale, link) == 0) {
		done = select_alias(folder);
		unlink(link);
	}
	rmdir(folder);
out:
	free(link);
	free(folder);
	return done;
}

/* glibc before 2.39 honours LANGUAGE in C.UTF-8 too. */
static int
select_messages(struct err *e)
{
	if (select_alias(PKGDATADIR "/locale-alias") || select_made_alias())
		return 0;
	if (setlocale(LC_MESSAGES, "C.UTF-8") == NULL)
		return err_set(e, ERR_NOT_FOUND,
		    "no locale for messages: C.UTF-8 is missing");
	return 0;
}

int
language_init(const char *localedir, struct err *e)
{
	if (set_character_set(e) < 0 || select_messages(e) < 0)
		return -1;
	if (bindtextdomain(PACKAGE, localedir) == NULL ||
	    bind_textdomain_codeset(PACKAGE, "UTF-8") == NULL ||
	    textdomain(PACKAGE) == NULL)
		return err_set_errno(e, ERR_SYSTEM, "bind the catalogues");
	return 0;
}

/* LANGUAGE alone decides; one language, or texts would be mixed. */
static int
select_language(const char *code, struct err *e)
{
	if (setenv("LANGUAGE", code, 1) != 0)
		return err_set_errno(e, ERR_SYSTEM, "set LANGUAGE");
	++_nl_msg_cat_cntr;
	return 0;
}

static const char *
find_code(const char *code)
{
	for (size_t i = 0; i < lang_count; i++)
		if (strcmp(lang_table[i]->code, code) == 0)
			return lang_table[i]->code;
	return NULL;
}

int
language_set(const char *code, struct err *e)
{
	const char *known = find_code(code);
	const char *answer = NULL;

	if (known == NULL)
		return err_set(e, ERR_INPUT, "language \"%s\"", code);
	current = known; /* of the content, whatever the catalogue says */
	if (select_language(known, e) < 0)
		return -1;
	answer = gettext(SENTINEL);
	if (strcmp(answer, known) == 0)
		return 0;
	err_set(e, ERR_NOT_FOUND, "catalogue of \"%s\" answers \"%s\"", known,
	    answer);
	(void)select_language("C", e); /* msgids, not a wrong language */
	return -1;
}

/* The first that is set decides, as in gettext: "es" out of "es_GT:en". */
static const char *
code_of_user(void)
{
	static const char *const names[] = { "LANGUAGE", "LC_ALL",
		"LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < COUNT_OF(names); i++) {
		const char *value = getenv(names[i]);
		char code[4] = "";
		size_t len = value == NULL ? 0 : strcspn(value, "_.@:");

		if (len == 0)
			continue;
		if (len < sizeof code)
			memcpy(code, value, len);
		value = find_code(code);
		return value != NULL ? value : "en";
	}
	return "en";
}

void
language_start(void)
{
	char *folder = paths_find(LOCALEDIR, "locale");
	const char *code = code_of_user(); /* before LANGUAGE is written over */
	struct err e = { 0 };

	if (language_init(folder, &e) < 0 || language_set(code, &e) < 0)
		log_line("%s", e.text);
	free(folder);
}

const char *
language_current(void)
{
	return current;
}

bool
language_known(const char *code)
{
	return find_code(code) != NULL;
}

bool
language_utf8_terminal(void)
{
	return utf8_terminal;
}

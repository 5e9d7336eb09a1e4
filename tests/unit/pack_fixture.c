/*
 * Copies of the good channel, made to be spoilt.
 */
#include <config.h>

#include "unit.h"

#include "index_fixture.h"
#include "pack_fixture.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "base/io.h"
#include "base/mem.h"
#include "pack/channel.h"
#include "pack/compile.h"

#define FILE_MAX (16u << 20) /* bytes of a fixture */

#define OK "channel-ok"
#define CHECKS "channel-checks" /* what is laid on it here */

static const struct {
	const char *folder; /* of tests/fixtures */
	const char *name;
} files[] = {
	{ OK, "channel.yaml" },
	{ OK, "topics.yaml" },
	{ OK, "sources.csv" },
	{ OK, "services.csv" },
	{ OK, "glossary.csv" },
	{ OK, "options.csv" },
	{ OK, "occupations.csv" },
	{ OK, "agreements.csv" },
	{ OK, "conventions.csv" },
	{ OK, "instruments.csv" },
	{ OK, "synonyms/es.txt" },
	{ OK, "articles/no-fees/es.md" },
	{ OK, "articles/no-fees/en.md" },
	{ OK, "articles/passport/es.md" },
	{ OK, "articles/passport/en.md" },
	{ OK, "alerts/false-visa/es.md" },
	{ OK, "alerts/false-visa/en.md" },
	{ CHECKS, "checks/zz-offer.yaml" },
	{ CHECKS, "laws.csv" },
	{ CHECKS, "fees.csv" },
};

static void
die(const char *what, const struct err *e)
{
	fprintf(stderr, "pack fixture: %s: %s\n", what, e->text);
	abort();
}

static void
write_bytes(const char *folder, const char *name, struct bytes bytes)
{
	struct err e = { 0 };
	char *path = xasprintf("%s/%s", folder, name);

	for (char *c = path + strlen(folder) + 1; *c != '\0'; c++) {
		if (*c != '/')
			continue;
		*c = '\0';
		if (mkdir(path, 0755) < 0 && errno != EEXIST)
			die(path, &e);
		*c = '/';
	}
	if (io_write_file(path, bytes, IO_REPLACE, &e) < 0)
		die(path, &e);
	free(path);
}

void
pack_fixture_write(const char *folder, const char *name, const char *text)
{
	write_bytes(folder, name, bytes_of_text(text));
}

/* The folder inside a new one, for it must be called as the channel is. */
char *
pack_fixture_copy(void)
{
	const char *srcdir = getenv("srcdir");
	char parent[] = "/tmp/vereda-pack-XXXXXX";
	struct err e = { 0 };
	char *folder = NULL;

	if (mkdtemp(parent) == NULL)
		die(parent, &e);
	folder = xasprintf("%s/channel-ok", parent);
	if (mkdir(folder, 0755) < 0)
		die(folder, &e);
	for (size_t i = 0; i < COUNT_OF(files); i++) {
		char *from = xasprintf("%s/tests/fixtures/%s/%s",
		    srcdir == NULL ? "." : srcdir, files[i].folder,
		    files[i].name);
		struct buffer text = { 0 };

		if (io_read_file(&text, from, FILE_MAX, &e) < 0)
			die(from, &e);
		write_bytes(folder, files[i].name, buffer_bytes(&text));
		buffer_fini(&text);
		free(from);
	}
	return folder;
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)kind;
	(void)ftw;
	return remove(path);
}

void
pack_fixture_remove(char *folder)
{
	*strrchr(folder, '/') = '\0';
	if (nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS) < 0)
		perror(folder);
	free(folder);
}

void
pack_fixture_change(const char *folder, const char *name, const char *from,
    const char *to)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct buffer old = { 0 };
	struct buffer text = { 0 };
	struct err e = { 0 };
	const char *at = NULL;

	if (io_read_file(&old, path, FILE_MAX, &e) < 0)
		die(path, &e);
	at = strstr((const char *)old.at, from);
	if (at == NULL)
		die(from, &e);
	buffer_add(&text, old.at, (size_t)(at - (const char *)old.at));
	buffer_add_text(&text, to);
	buffer_add_text(&text, at + strlen(from));
	write_bytes(folder, name, buffer_bytes(&text));
	buffer_fini(&old);
	buffer_fini(&text);
	free(path);
}

static void
ask(sqlite3 *db, const struct pack_question *q)
{
	sqlite3_stmt *stmt = NULL;

	assert_int_equal(sqlite3_prepare_v2(db, q->sql, -1, &stmt, NULL),
	    SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	assert_string_equal((const char *)sqlite3_column_text(stmt, 0),
	    q->answer);
	sqlite3_finalize(stmt);
}

void
pack_fixture_ask(const char *folder, const struct pack_question *questions,
    size_t count)
{
	char *path = xasprintf("%s/../out.db", folder);
	struct channel *c = channel_read(folder);
	sqlite3 *db = NULL;
	struct err e = { 0 };

	assert_int_equal(findings_count(c->findings, FINDING_ERROR), 0);
	assert_int_equal(compile_database(c, path, NULL, &e), 0);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	index_fixture_register(db);
	for (size_t i = 0; i < count; i++)
		ask(db, &questions[i]);
	sqlite3_close(db);
	remove(path);
	free(path);
	channel_free(c);
}

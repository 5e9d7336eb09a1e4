/*
 * Real content for bundles of tests.
 */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "catalog/schema.h"
#include "image/database.h"

#include "bundle_fixture.h"
#include "content_fixture.h"
#include "serve_content.h"

void
serve_content_write(const struct fixture *f, const char *path,
    uint64_t sequence)
{
	serve_content_write_of(f, path, sequence, content_fixture());
}

void
serve_content_write_of(const struct fixture *f, const char *path,
    uint64_t sequence, sqlite3 *db)
{
	char database[400];
	char *sql = NULL;
	struct bundle_recipe recipe = fixture_recipe(f);
	struct err e = { 0 };

	snprintf(database, sizeof database, "%s/content.db", f->dir);
	unlink(database);
	sql = sqlite3_mprintf("VACUUM INTO %Q", database);
	content_fixture_run(db, sql);
	sqlite3_free(sql);
	database_close(db);
	recipe.channel = "aa";
	recipe.sequence = sequence;
	recipe.schema_version = SCHEMA_VERSION;
	recipe.image.block_size = 16384;
	recipe.database = database;
	recipe.manifest = "publisher=A test\ntitle.es=Prueba\n";
	if (bundle_write(path, &recipe, f->keys[0], NULL, &e) < 0) {
		fprintf(stderr, "serve content: %s\n", e.text);
		abort();
	}
}

/*
 * A bundle of channel "aa" with the content of content_fixture(), signed by
 * key 0.
 */
#ifndef VEREDA_SERVE_CONTENT_H
#define VEREDA_SERVE_CONTENT_H

#include <sqlite3.h>

#include "bundle_fixture.h"

void serve_content_write(const struct fixture *f, const char *path,
    uint64_t sequence);

/* The same with the content of DB, which is closed. */
void serve_content_write_of(const struct fixture *f, const char *path,
    uint64_t sequence, sqlite3 *db);

#endif

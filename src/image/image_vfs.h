/*
 * What SQLite sees of an image: a read-only file system, "vereda", that
 * serves the database of one image and nothing else.  Only database.c uses
 * it, for only that opens databases.
 */
#ifndef VEREDA_IMAGE_VFS_H
#define VEREDA_IMAGE_VFS_H

#include <stdint.h>

#include <sqlite3.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "image/image.h"

#define IMAGE_VFS_NAME "vereda"

/* Register it, once however often this is called. */
CHECKED int image_vfs_register(struct err *e);

/* The next main database that is opened through the VFS is that of IMG. */
void image_vfs_offer(struct image *img);

/* The image behind DB; NULL if its database does not lie in one. */
struct image *image_vfs_image(sqlite3 *db);

/* Block 0 of DB, borrowed until DB reads another piece; empty if it cannot be
 * read. */
struct bytes image_vfs_first_block(sqlite3 *db);

/*
 * A number for the guard in database.c, by which it knows when the statement
 * that runs on DB must end: it lives as long as DB.
 */
int64_t *image_vfs_limit(sqlite3 *db);

#endif

/*
 * The VFS.  It keeps no cache: SQLite's own holds inflated pages, and a page
 * is a block.  Only reads that are not a whole block go through one current
 * block, until SQLite takes that whole; the database header, of which SQLite
 * reads a little for each statement, stays.
 *
 *     SQLite page n  ->  xRead(n * size, size)  ->  image_read_block(n)
 *
 * Any fault ends the statement with an error code, so a query never sees
 * fewer rows because of one.
 */
#include <config.h>

#include "image/image_vfs.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/bytes.h"

#define NO_BLOCK UINT32_MAX
#define HEADER_SIZE 100u /* bytes, of an SQLite database */

/* One open database.  SQLite gives the memory and knows only BASE. */
struct image_file {
	sqlite3_file base;
	struct image *img;
	uint8_t *current; /* the block CURRENT_N, if that is not NO_BLOCK */
	uint32_t current_n;
	uint32_t current_len;
	uint8_t header[HEADER_SIZE]; /* of a first block that was good */
	bool has_header;
	int64_t limit; /* see image_vfs_limit() */
};

static struct image *offered; /* for the next xOpen; the library asks for it */

static struct image_file *
file_of(sqlite3_file *f)
{
	return (struct image_file *)(void *)f;
}

static int
code_of(const struct err *e)
{
	if (e->code == ERR_BLOCK_HASH || e->code == ERR_BLOCK_INFLATE)
		return SQLITE_IOERR_DATA;
	return SQLITE_IOERR_READ;
}

static int
load_current(struct image_file *f, uint32_t n)
{
	struct err e = { 0 };

	if (f->current_n == n)
		return SQLITE_OK;
	f->current_n = NO_BLOCK;
	if (f->current == NULL)
		f->current = sqlite3_malloc64(image_block_size(f->img));
	if (f->current == NULL)
		return SQLITE_IOERR_NOMEM;
	if (image_read_block(f->img, n, f->current, &f->current_len, &e) < 0)
		return code_of(&e);
	f->current_n = n;
	if (n == 0 && f->current_len >= HEADER_SIZE) {
		memcpy(f->header, f->current, HEADER_SIZE);
		f->has_header = true;
	}
	return SQLITE_OK;
}

/* SQLite has it in a page of its own now. */
static void
give_current(struct image_file *f, uint8_t *out)
{
	memcpy(out, f->current, image_block_size(f->img));
	sqlite3_free(f->current);
	f->current = NULL;
	f->current_n = NO_BLOCK;
}

/* Bytes that are not one whole block. */
static int
read_pieces(struct image_file *f, uint8_t *out, size_t len, uint64_t at)
{
	uint32_t size = image_block_size(f->img);

	while (len > 0) {
		size_t from = (size_t)(at % size);
		size_t some = size - from < len ? size - from : len;
		int rc = load_current(f, (uint32_t)(at / size));

		if (rc != SQLITE_OK)
			return rc;
		memcpy(out, f->current + from, some);
		out += some;
		at += some;
		len -= some;
	}
	return SQLITE_OK;
}

static int
vfs_read(sqlite3_file *file, void *out, int amount, sqlite3_int64 offset)
{
	struct image_file *f = file_of(file);
	uint32_t size = image_block_size(f->img);
	uint64_t all = image_size(f->img);
	uint64_t at = (uint64_t)offset;
	size_t wanted = (size_t)amount;
	size_t there = 0;
	int rc;

	if (at % size == 0 && wanted == size && all - size >= at &&
	    all >= size) {
		struct err e = { 0 };
		uint32_t n = (uint32_t)(at / size);
		uint32_t len;

		if (n == f->current_n) {
			give_current(f, out);
			return SQLITE_OK;
		}
		return image_read_block(f->img, n, out, &len, &e) == 0 ?
		    SQLITE_OK : code_of(&e);
	}
	if (f->has_header && at < HEADER_SIZE && wanted <= HEADER_SIZE - at) {
		memcpy(out, f->header + at, wanted);
		return SQLITE_OK;
	}
	if (at < all)
		there = all - at < wanted ? (size_t)(all - at) : wanted;
	rc = read_pieces(f, out, there, at);
	if (rc != SQLITE_OK || there == wanted)
		return rc;
	memset((uint8_t *)out + there, 0, wanted - there);
	return SQLITE_IOERR_SHORT_READ;
}

static int
vfs_close(sqlite3_file *file)
{
	sqlite3_free(file_of(file)->current);
	return SQLITE_OK;
}

static int
vfs_write(sqlite3_file *file, const void *at, int amount, sqlite3_int64 offset)
{
	(void)file;
	(void)at;
	(void)amount;
	(void)offset;
	return SQLITE_READONLY;
}

static int
vfs_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	(void)file;
	(void)size;
	return SQLITE_READONLY;
}

static int
vfs_file_size(sqlite3_file *file, sqlite3_int64 *size)
{
	*size = (sqlite3_int64)image_size(file_of(file)->img);
	return SQLITE_OK;
}

/* Nothing to lock or to sync: nobody writes. */
static int
vfs_nothing(sqlite3_file *file, int level)
{
	(void)file;
	(void)level;
	return SQLITE_OK;
}

static int
vfs_check_reserved_lock(sqlite3_file *file, int *out)
{
	(void)file;
	*out = 0;
	return SQLITE_OK;
}

static int
vfs_file_control(sqlite3_file *file, int op, void *argument)
{
	(void)file;
	(void)op;
	(void)argument;
	return SQLITE_NOTFOUND;
}

static int
vfs_sector_size(sqlite3_file *file)
{
	return (int)image_block_size(file_of(file)->img);
}

static int
vfs_characteristics(sqlite3_file *file)
{
	(void)file;
	return SQLITE_IOCAP_IMMUTABLE;
}

/* Version 1: no shared memory, so no WAL; no mapping. */
static const sqlite3_io_methods methods = {
	.iVersion = 1,
	.xClose = vfs_close,
	.xRead = vfs_read,
	.xWrite = vfs_write,
	.xTruncate = vfs_truncate,
	.xSync = vfs_nothing,
	.xFileSize = vfs_file_size,
	.xLock = vfs_nothing,
	.xUnlock = vfs_nothing,
	.xCheckReservedLock = vfs_check_reserved_lock,
	.xFileControl = vfs_file_control,
	.xSectorSize = vfs_sector_size,
	.xDeviceCharacteristics = vfs_characteristics,
};

/* Journals and temporary files are refused: there is nowhere to put them. */
static int
vfs_open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file,
    int flags, int *out_flags)
{
	struct image_file *f = file_of(file);

	(void)vfs;
	(void)name;
	f->base.pMethods = NULL;
	if (!(flags & SQLITE_OPEN_MAIN_DB) || offered == NULL)
		return SQLITE_CANTOPEN;
	f->img = offered;
	offered = NULL;
	f->current_n = NO_BLOCK;
	f->limit = 0;
	f->current = NULL;
	f->has_header = false;
	f->base.pMethods = &methods;
	if (out_flags != NULL)
		*out_flags = SQLITE_OPEN_READONLY;
	return SQLITE_OK;
}

static int
vfs_delete(sqlite3_vfs *vfs, const char *name, int sync)
{
	(void)vfs;
	(void)name;
	(void)sync;
	return SQLITE_IOERR_DELETE;
}

static int
vfs_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
	(void)vfs;
	(void)name;
	(void)flags;
	*out = 0; /* no journal beside it, ever */
	return SQLITE_OK;
}

static int
vfs_full_pathname(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
	(void)vfs;
	sqlite3_snprintf(size, out, "%s", name);
	return SQLITE_OK;
}

/* The system's own VFS gives chance and time; it opens nothing for us. */
static sqlite3_vfs *
system_vfs(sqlite3_vfs *vfs)
{
	return vfs->pAppData;
}

static int
vfs_randomness(sqlite3_vfs *vfs, int size, char *out)
{
	return system_vfs(vfs)->xRandomness(system_vfs(vfs), size, out);
}

static int
vfs_sleep(sqlite3_vfs *vfs, int microseconds)
{
	return system_vfs(vfs)->xSleep(system_vfs(vfs), microseconds);
}

static int
vfs_current_time(sqlite3_vfs *vfs, double *out)
{
	return system_vfs(vfs)->xCurrentTime(system_vfs(vfs), out);
}

static sqlite3_vfs image_vfs = {
	.iVersion = 1,
	.szOsFile = sizeof(struct image_file),
	.mxPathname = 512, /* bytes; we give only a name of our own */
	.zName = IMAGE_VFS_NAME,
	.xOpen = vfs_open,
	.xDelete = vfs_delete,
	.xAccess = vfs_access,
	.xFullPathname = vfs_full_pathname,
	.xRandomness = vfs_randomness,
	.xSleep = vfs_sleep,
	.xCurrentTime = vfs_current_time,
};

int
image_vfs_register(struct err *e)
{
	if (sqlite3_vfs_find(IMAGE_VFS_NAME) != NULL)
		return 0;
	image_vfs.pAppData = sqlite3_vfs_find(NULL);
	if (image_vfs.pAppData == NULL ||
	    sqlite3_vfs_register(&image_vfs, 0) != SQLITE_OK)
		return err_set(e, ERR_SYSTEM, "SQLite takes no VFS");
	return 0;
}

void
image_vfs_offer(struct image *img)
{
	offered = img;
}

static struct image_file *
file_behind(sqlite3 *db)
{
	sqlite3_file *file = NULL;

	if (db == NULL ||
	    sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER,
		&file) != SQLITE_OK)
		return NULL;
	if (file == NULL || file->pMethods != &methods)
		return NULL;
	return file_of(file);
}

struct image *
image_vfs_image(sqlite3 *db)
{
	struct image_file *f = file_behind(db);

	return f != NULL ? f->img : NULL;
}

struct bytes
image_vfs_first_block(sqlite3 *db)
{
	struct image_file *f = file_behind(db);

	if (f == NULL || load_current(f, 0) != SQLITE_OK)
		return (struct bytes){ 0 };
	return bytes_of(f->current, f->current_len);
}

int64_t *
image_vfs_limit(sqlite3 *db)
{
	struct image_file *f = file_behind(db);

	return f != NULL ? &f->limit : NULL;
}

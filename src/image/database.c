/*
 * Opening databases.  A database from outside gets what SQLite's own advice
 * asks for (https://www.sqlite.org/security.html), tighter where we can be:
 * its bytes are signed, but a publisher's key may be stolen.
 */
#include <config.h>

#include "image/database.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "base/mem.h"
#include "image/image_vfs.h"

#define STATEMENT_MS 2000  /* a statement for the screen ends by then */
#define STATEMENT_OPS 1000 /* machine steps between looks at the limit */
/* A statement of an import ends after so many machine steps, and so many for
 * each byte of the image: a quick_check of the starter content needs 0.04. */
#define IMPORT_STEPS 1000000
#define IMPORT_STEPS_A_BYTE 4
#define HEAP_SCREEN (16ll << 20) /* bytes, all of SQLite in this process */
/* From here on SQLite reuses its oldest page where it would take a new one:
 * what is left to HEAP_SCREEN is for all but pages. */
#define HEAP_PAGES (13ll << 20)
#define HEAP_IMPORT (32ll << 20) /* the same */
#define HEADER_SIZE 100u /* bytes, of an SQLite database */

static const struct {
	int option;
	int value;
} options[] = {
	{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
	{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
	{ SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
	{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
	{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
	{ SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0 },
	{ SQLITE_DBCONFIG_DQS_DML, 0 },
	{ SQLITE_DBCONFIG_DQS_DDL, 0 },
};

static const struct {
	int limit;
	int value;
} limits[] = {
	{ SQLITE_LIMIT_LENGTH, 1000000 }, /* bytes */
	{ SQLITE_LIMIT_SQL_LENGTH, 100000 }, /* bytes */
	{ SQLITE_LIMIT_COLUMN, 100 },
	{ SQLITE_LIMIT_EXPR_DEPTH, 16 },
	{ SQLITE_LIMIT_COMPOUND_SELECT, 3 },
	{ SQLITE_LIMIT_VDBE_OP, 25000 },
	{ SQLITE_LIMIT_FUNCTION_ARG, 8 },
	{ SQLITE_LIMIT_ATTACHED, 0 },
	{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 }, /* bytes */
	{ SQLITE_LIMIT_VARIABLE_NUMBER, 10 },
	{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	{ SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* Pragmas are set before the authorizer, which then allows no more. */
static const char pragmas[] =
    "PRAGMA cell_size_check = ON;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA cache_size = -1536;" /* KiB, of each while there is room */
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA query_only = ON;";

/* What a query may call; the text of a schema may call nothing. */
static const char *const functions[] = {
	"abs", "avg", "char", "coalesce", "count", "glob", "group_concat",
	"hex", "ifnull", "iif", "instr", "length", "like", "lower", "ltrim",
	"max", "min", "nullif", "replace", "round", "row_number", "rtrim",
	"substr", "sum", "total", "trim", "typeof", "unicode", "upper",
};

/* The schema check asks for user_version. */
static bool
pragma_is_allowed(enum database_use use, const char *name,
    const char *argument)
{
	if (use == DATABASE_IMPORT && strcasecmp(name, "quick_check") == 0)
		return true;
	return argument == NULL && strcasecmp(name, "user_version") == 0;
}

static bool
function_is_allowed(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(functions); i++)
		if (strcasecmp(name, functions[i]) == 0)
			return true;
	return false;
}

static int
authorize(enum database_use use, int action, const char *first,
    const char *second, const char *database)
{
	bool allowed = false;

	if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE)
		allowed = true;
	else if (action == SQLITE_READ) /* NULL: rows counted, nothing read */
		allowed = database == NULL || strcmp(database, "main") == 0;
	else if (action == SQLITE_FUNCTION)
		allowed = second != NULL && function_is_allowed(second);
	else if (action == SQLITE_PRAGMA)
		allowed = pragma_is_allowed(use, first, second);
	return allowed ? SQLITE_OK : SQLITE_DENY;
}

static int
authorize_screen(void *context, int action, const char *first,
    const char *second, const char *database, const char *inner)
{
	(void)context;
	(void)inner;
	return authorize(DATABASE_SCREEN, action, first, second, database);
}

static int
authorize_import(void *context, int action, const char *first,
    const char *second, const char *database, const char *inner)
{
	(void)context;
	(void)inner;
	return authorize(DATABASE_IMPORT, action, first, second, database);
}

static int64_t
now_ms(void)
{
	struct timespec t;

	if (clock_gettime(CLOCK_MONOTONIC, &t) < 0)
		return 0;
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/*
 * Does STATEMENT begin something new?  Not while another one is running, for
 * then it is asked for a row of that, and the first one's limit counts.
 */
static bool
is_first(sqlite3 *db, const void *statement)
{
	sqlite3_stmt *other = NULL;

	while ((other = sqlite3_next_stmt(db, other)) != NULL)
		if (other != statement && sqlite3_stmt_busy(other))
			return false;
	return true;
}

static int
clock_begins(unsigned type, void *db, void *statement, void *text)
{
	int64_t *deadline = image_vfs_limit(db);

	(void)type;
	(void)text;
	if (deadline != NULL && is_first(db, statement))
		*deadline = now_ms() + STATEMENT_MS;
	return 0;
}

static int
time_is_up(void *context)
{
	const int64_t *deadline = context;

	return now_ms() > *deadline;
}

/* Steps and not a clock: a large edition may take minutes to be checked. */
static int
count_begins(unsigned type, void *db, void *statement, void *text)
{
	int64_t *left = image_vfs_limit(db);

	(void)type;
	(void)text;
	if (left != NULL && is_first(db, statement))
		*left = IMPORT_STEPS + IMPORT_STEPS_A_BYTE *
			(int64_t)image_size(image_vfs_image(db));
	return 0;
}

static int
count_is_up(void *context)
{
	int64_t *left = context;

	*left -= STATEMENT_OPS;
	return *left < 0;
}

/*
 * Why DB, just opened from IMG, is not to be had: a damaged block, or else
 * it is no database as we expect one, for its bytes are those signed.
 */
static int
refuse(struct err *e, sqlite3 *db, const struct image *img, const char *what)
{
	const struct err *fault = image_fault(img);

	if (fault->code != ERR_NONE)
		return err_set(e, fault->code, "%s: %s", what, fault->text);
	if (db == NULL || sqlite3_errcode(db) == SQLITE_NOMEM)
		return err_set(e, ERR_SYSTEM, "%s: out of memory", what);
	return err_set(e, ERR_SCHEMA, "%s: %s (%d)", what, sqlite3_errmsg(db),
	    sqlite3_extended_errcode(db));
}

/* Is the first block the header of a database that fits its image?  SQLite has
 * not read it yet. */
static int
check_header(sqlite3 *db, struct image *img, struct err *e)
{
	struct bytes h = image_vfs_first_block(db);
	uint32_t size = image_block_size(img);
	uint32_t page;
	uint32_t pages;

	if (h.at == NULL)
		return refuse(e, db, img, "header");
	if (h.len < HEADER_SIZE || memcmp(h.at, "SQLite format 3", 16) != 0)
		return err_set(e, ERR_SCHEMA, "not an SQLite database");
	page = (uint32_t)h.at[16] << 8 | h.at[17];
	if (page == 1)
		page = 65536;
	pages = (uint32_t)h.at[28] << 24 | (uint32_t)h.at[29] << 16 |
	    (uint32_t)h.at[30] << 8 | h.at[31];
	if (page != size || (uint64_t)pages * page != image_size(img))
		return err_set(e, ERR_SCHEMA, "%" PRIu32 " pages of %" PRIu32
		    " bytes in blocks of %" PRIu32, pages, page, size);
	if (h.at[18] != 1 || h.at[19] != 1)
		return err_set(e, ERR_SCHEMA,
		    "the database asks for a log beside it");
	return 0;
}

/* No statement runs for ever: a tree may lead to one page many times. */
static void
guard_time(sqlite3 *db, enum database_use use)
{
	bool screen = use == DATABASE_SCREEN;

	sqlite3_trace_v2(db, SQLITE_TRACE_STMT,
	    screen ? clock_begins : count_begins, db);
	sqlite3_progress_handler(db, STATEMENT_OPS,
	    screen ? time_is_up : count_is_up, image_vfs_limit(db));
}

static int
guard(sqlite3 *db, struct image *img, enum database_use use, struct err *e)
{
	bool screen = use == DATABASE_SCREEN;

	sqlite3_hard_heap_limit64(screen ? HEAP_SCREEN : HEAP_IMPORT);
	sqlite3_soft_heap_limit64(screen ? HEAP_PAGES : HEAP_IMPORT);
	/* Small pieces of its own would keep words that people searched. */
	if (sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, NULL, 0, 0) !=
	    SQLITE_OK)
		return refuse(e, db, img, "settings");
	for (size_t i = 0; i < COUNT_OF(options); i++)
		if (sqlite3_db_config(db, options[i].option, options[i].value,
			(int *)NULL) != SQLITE_OK)
			return refuse(e, db, img, "settings");
	for (size_t i = 0; i < COUNT_OF(limits); i++)
		sqlite3_limit(db, limits[i].limit, limits[i].value);
	/* Before the pragmas: the one of the cache reads the schema. */
	guard_time(db, use);
	if (sqlite3_exec(db, pragmas, NULL, NULL, NULL) != SQLITE_OK)
		return refuse(e, db, img, "pragmas");
	sqlite3_set_authorizer(db, screen ? authorize_screen :
	    authorize_import, NULL);
	/* SQLite reads the schema only when it is needed: here. */
	if (sqlite3_exec(db, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL,
		NULL) != SQLITE_OK)
		return refuse(e, db, img, "schema");
	return 0;
}

/*
 * Before SQLite is first used; later it changes nothing.  No program of ours
 * has threads; and memory for twenty pages at once, as a library would begin
 * each database with, is a third of a megabyte for each channel.
 */
static void
prepare_sqlite(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_PAGECACHE, NULL, 0, 0);
}

int
database_open_image(sqlite3 **out, struct image *img, enum database_use use,
    struct err *e)
{
	sqlite3 *db = NULL;
	int rc;

	*out = NULL;
	prepare_sqlite();
	if (image_vfs_register(e) < 0)
		return -1;
	image_vfs_offer(img);
	rc = sqlite3_open_v2("image", &db,
	    SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
		SQLITE_OPEN_PRIVATECACHE, IMAGE_VFS_NAME);
	image_vfs_offer(NULL);
	if (rc != SQLITE_OK)
		refuse(e, db, img, "open");
	else if (check_header(db, img, e) < 0)
		rc = -1;
	else
		rc = guard(db, img, use, e);
	if (rc == 0)
		*out = db;
	else
		database_close(db);
	return rc == 0 ? 0 : -1;
}

/* A plain one of our own, without the limits for those from outside. */
static int
open_own(sqlite3 **out, const char *name, int flags, const char *sql,
    struct err *e)
{
	sqlite3 *db = NULL;
	int rc = sqlite3_open_v2(name, &db,
	    flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_exec(db, sql, NULL, NULL, NULL);
	if (rc == SQLITE_OK) {
		*out = db;
		return 0;
	}
	database_err(e, db, name);
	database_close(db);
	return -1;
}

/* "./" so that no path is taken for a URI. */
static char *
name_of(const char *path)
{
	return xasprintf("%s%s", path[0] == '/' ? "" : "./", path);
}

int
database_create(sqlite3 **out, const char *path, int page_size, struct err *e)
{
	char *name = name_of(path);
	char *sql = xasprintf("PRAGMA page_size = %d;"
	    "PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;"
	    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
	    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY;",
	    page_size);
	int rc;

	*out = NULL;
	sqlite3_hard_heap_limit64(0);
	rc = open_own(out, name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
	    sql, e);
	free(sql);
	free(name);
	return rc;
}

int
database_open_own(sqlite3 **out, const char *path, struct err *e)
{
	char *name = name_of(path);
	int rc;

	*out = NULL;
	rc = open_own(out, name, SQLITE_OPEN_READONLY,
	    "PRAGMA query_only = ON;", e);
	free(name);
	return rc;
}

int
database_open_memory(sqlite3 **out, struct err *e)
{
	*out = NULL;
	return open_own(out, ":memory:",
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
	    "PRAGMA temp_store = MEMORY;", e);
}

static struct sqlite3_mem_methods usual; /* SQLite's own */

static void
free_wiped(void *piece)
{
	if (piece != NULL)
		explicit_bzero(piece, (size_t)usual.xSize(piece));
	usual.xFree(piece);
}

/* Where a piece lay before it grew, nothing may stay either. */
static void *
realloc_wiped(void *piece, int size)
{
	int old = piece != NULL ? usual.xSize(piece) : 0;
	void *fresh = NULL;

	if (size <= old)
		return piece;
	fresh = usual.xMalloc(size);
	if (fresh == NULL)
		return NULL;
	if (piece != NULL)
		memcpy(fresh, piece, (size_t)old);
	free_wiped(piece);
	return fresh;
}

int
database_wipe_freed(struct err *e)
{
	struct sqlite3_mem_methods wiping;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
		return err_set(e, ERR_DATABASE, "SQLite is in use already");
	wiping = usual;
	wiping.xFree = free_wiped;
	wiping.xRealloc = realloc_wiped;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &wiping) != SQLITE_OK)
		return err_set(e, ERR_DATABASE, "SQLite is in use already");
	return 0;
}

void
database_forget(sqlite3 *db)
{
	struct image *img = image_vfs_image(db);

	sqlite3_db_release_memory(db);
	if (img != NULL)
		image_forget(img);
}

void
database_close(sqlite3 *db)
{
	sqlite3_stmt *s;

	if (db == NULL)
		return;
	while ((s = sqlite3_next_stmt(db, NULL)) != NULL)
		sqlite3_finalize(s);
	sqlite3_close(db);
}

/* Out of memory, whatever met it: that says nothing about the content. */
static bool
is_no_memory(sqlite3 *db)
{
	return db == NULL || sqlite3_errcode(db) == SQLITE_NOMEM ||
	    sqlite3_errcode(db) == SQLITE_IOERR_NOMEM;
}

int
database_err(struct err *e, sqlite3 *db, const char *what)
{
	const struct image *img = image_vfs_image(db);

	if (is_no_memory(db))
		return err_set(e, ERR_SYSTEM, "%s: out of memory", what);
	if (img != NULL && image_fault(img)->code != ERR_NONE)
		return err_set(e, image_fault(img)->code, "%s: %s", what,
		    image_fault(img)->text);
	return err_set(e, ERR_DATABASE, "%s: %s (%d)", what,
	    sqlite3_errmsg(db), sqlite3_extended_errcode(db));
}

int
database_prepare(sqlite3_stmt **out, sqlite3 *db, const char *sql,
    struct err *e)
{
	int rc = sqlite3_prepare_v3(
	    db, sql, -1, SQLITE_PREPARE_PERSISTENT, out, NULL);

	return rc == SQLITE_OK ? 0 : database_err(e, db, "prepare");
}

const char *
database_text(sqlite3_stmt *s, int column)
{
	const unsigned char *text = sqlite3_column_text(s, column);

	return text == NULL ? "" : (const char *)text;
}

/*
 * Allocations that fail when a test says so.
 */
#include <config.h>

#include "oom.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

#include <sqlite3.h>

/* What the linker makes of malloc() and its family in our own objects. */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void __real_free(void *at);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void __wrap_free(void *at);

static struct {
	unsigned count;
	unsigned at;
	bool for_ever;
} fault;

static long live;
static sqlite3_mem_methods usual;

void
oom_at(unsigned n, bool for_ever)
{
	fault.count = 0;
	fault.at = n;
	fault.for_ever = for_ever;
}

unsigned
oom_count(void)
{
	return fault.count;
}

long
oom_live(void)
{
	return live;
}

static bool
fails(void)
{
	fault.count++;
	if (fault.at == 0 || fault.count < fault.at ||
	    (fault.count > fault.at && !fault.for_ever))
		return false;
	errno = ENOMEM;
	return true;
}

/* One piece more, if it was to be had. */
static void *
taken(void *at)
{
	live += at != NULL;
	return at;
}

void *
__wrap_malloc(size_t size)
{
	return fails() ? NULL : taken(__real_malloc(size));
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : taken(__real_calloc(count, size));
}

void *
__wrap_realloc(void *old, size_t size)
{
	if (fails())
		return NULL;
	return old == NULL ? taken(__real_realloc(old, size)) :
			     __real_realloc(old, size);
}

void
__wrap_free(void *at)
{
	live -= at != NULL;
	__real_free(at);
}

static void *
sqlite_malloc(int size)
{
	return fails() ? NULL : usual.xMalloc(size);
}

static void *
sqlite_realloc(void *old, int size)
{
	return fails() ? NULL : usual.xRealloc(old, size);
}

void
oom_begin(void)
{
	sqlite3_mem_methods ours;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
		abort();
	ours = usual;
	ours.xMalloc = sqlite_malloc;
	ours.xRealloc = sqlite_realloc;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &ours) != SQLITE_OK)
		abort();
}

/*
 * Memory.  The x-family ends the program when there is none left: the
 * supervisor starts it again, and half a screen is worse than none.  Inside
 * SQLite callbacks use plain malloc() and return SQLITE_NOMEM.
 */
#ifndef VEREDA_MEM_H
#define VEREDA_MEM_H

#include <stdarg.h>
#include <stddef.h>

#include "base/compiler.h"

void *xcalloc(size_t count, size_t size);
void *xrealloc(void *old, size_t count, size_t size);
char *xstrdup(const char *text);
char *xstrndup(const char *text, size_t len);
char *xasprintf(const char *format, ...) PRINTF_LIKE(1, 2);

/*
 * Called once before the program ends for want of memory (to restore the
 * terminal).  NULL for none.
 */
void mem_set_last_words(void (*say)(void));

/*
 * An arena: many small pieces that go together.  A screen has one; leaving
 * the screen resets it, so nothing drawn needs a free() of its own.
 */
struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *a); /* NULL is allowed */

/* Give back every piece; the first chunk is kept, and overwritten. */
void arena_reset(struct arena *a);

void *arena_zero(struct arena *a, size_t size); /* all bytes zero, aligned */
void *arena_array(struct arena *a, size_t count, size_t size);
char *arena_strdup(struct arena *a, const char *text); /* NULL gives NULL */
char *arena_strndup(struct arena *a, const char *text, size_t len);
char *arena_printf(struct arena *a, const char *format, ...)
    PRINTF_LIKE(2, 3);

/* Bytes that the arena holds from the system, for tests and measurements. */
size_t arena_size(const struct arena *a);

#endif

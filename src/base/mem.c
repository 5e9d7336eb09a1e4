/*
 * Memory: checked allocation and arenas.
 */
#include <config.h>

#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_SIZE 16384 /* bytes of the usual chunk, without its head */

struct chunk {
	struct chunk *next;
	size_t size; /* bytes in data */
	size_t used;
	_Alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct chunk *first; /* the newest; the oldest is kept by a reset */
};

static void (*last_words)(void);

void
mem_set_last_words(void (*say)(void))
{
	last_words = say;
}

static NORETURN void
out_of_memory(void)
{
	static const char text[] = "vereda: out of memory\n";

	if (last_words != NULL)
		last_words();
	if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
		_exit(3); /* nowhere left to say it */
	_exit(3);
}

void *
xcalloc(size_t count, size_t size)
{
	void *p = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

	if (p == NULL)
		out_of_memory();
	return p;
}

void *
xrealloc(void *old, size_t count, size_t size)
{
	void *p = NULL;

	if (size == 0 || count <= SIZE_MAX / size)
		p = realloc(old, count * size > 0 ? count * size : 1);
	if (p == NULL)
		out_of_memory();
	return p;
}

char *
xstrndup(const char *text, size_t len)
{
	char *p = xcalloc(len + 1, 1);

	memcpy(p, text, len);
	return p;
}

char *
xstrdup(const char *text)
{
	return xstrndup(text, strlen(text));
}

char *
xasprintf(const char *format, ...)
{
	va_list args;
	char *text = NULL;
	int len = 0;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		out_of_memory();
	text = xcalloc((size_t)len + 1, 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

struct arena *
arena_new(void)
{
	return xcalloc(1, sizeof(struct arena));
}

void
arena_free(struct arena *a)
{
	struct chunk *next = NULL;

	if (a == NULL)
		return;
	for (struct chunk *c = a->first; c != NULL; c = next) {
		next = c->next;
		explicit_bzero(c->data, c->used);
		free(c);
	}
	free(a);
}

void
arena_reset(struct arena *a)
{
	struct chunk *next = NULL;
	struct chunk *keep = NULL;

	for (struct chunk *c = a->first; c != NULL; c = next) {
		next = c->next;
		explicit_bzero(c->data, c->used);
		if (next == NULL && c->size == CHUNK_SIZE) {
			keep = c;
			keep->used = 0;
		} else {
			free(c);
		}
	}
	a->first = keep;
}

static struct chunk *
chunk_add(struct arena *a, size_t size)
{
	struct chunk *c = NULL;

	if (size < CHUNK_SIZE)
		size = CHUNK_SIZE;
	c = xcalloc(1, sizeof *c + size);
	c->size = size;
	c->next = a->first;
	a->first = c;
	return c;
}

void *
arena_zero(struct arena *a, size_t size)
{
	struct chunk *c = a->first;
	size_t align = _Alignof(max_align_t);
	void *p = NULL;

	if (size > SIZE_MAX / 2)
		out_of_memory();
	size = (size + align - 1) / align * align;
	if (c == NULL || c->size - c->used < size)
		c = chunk_add(a, size);
	p = c->data + c->used;
	c->used += size;
	return memset(p, 0, size);
}

void *
arena_array(struct arena *a, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / 2 / size)
		out_of_memory();
	return arena_zero(a, count * size);
}

char *
arena_strndup(struct arena *a, const char *text, size_t len)
{
	char *p = arena_zero(a, len + 1);

	memcpy(p, text, len);
	return p;
}

char *
arena_strdup(struct arena *a, const char *text)
{
	return text == NULL ? NULL : arena_strndup(a, text, strlen(text));
}

char *
arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	char *text = NULL;
	int len = 0;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		out_of_memory();
	text = arena_zero(a, (size_t)len + 1);
	va_start(args, format);
	vsnprintf(text, (size_t)len + 1, format, args);
	va_end(args);
	return text;
}

size_t
arena_size(const struct arena *a)
{
	size_t sum = 0;

	for (const struct chunk *c = a->first; c != NULL; c = c->next)
		sum += c->size;
	return sum;
}

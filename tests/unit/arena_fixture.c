#include <config.h>

#include "arena_fixture.h"

struct arena *arena;

int
make_arena(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

int
free_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

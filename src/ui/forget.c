/*
 * Forgetting, with glibc's allocator.  M_PERTURB overwrites what is freed,
 * except the few pieces of each small size that every thread keeps for its
 * next malloc() (the "tcache"): those are fetched and overwritten here.
 */
#include <config.h>

#include "ui/forget.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define PERTURB 0x5A
#define SIZE_STEP 16      /* bytes between two sizes */
#define SIZE_LARGEST 1040 /* bytes; larger pieces are not kept */
#define KEPT_MAX 16       /* of one size; glibc keeps 7 */

void
forget_begin(void)
{
#ifdef M_PERTURB
	mallopt(M_PERTURB, PERTURB);
#endif
}

void
forget_freed(void)
{
	void *pieces[KEPT_MAX];

	for (size_t size = SIZE_STEP - 8; size <= SIZE_LARGEST;
	     size += SIZE_STEP) {
		for (size_t i = 0; i < KEPT_MAX; i++) {
			pieces[i] = malloc(size);
			if (pieces[i] != NULL)
				explicit_bzero(pieces[i], size);
		}
		for (size_t i = 0; i < KEPT_MAX; i++)
			free(pieces[i]);
	}
}

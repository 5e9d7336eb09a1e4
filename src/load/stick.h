/*
 * What lies on a stick, or in any folder: the names that may be bundles, in
 * the folder VEREDA of it and at its top.  Nothing is opened here, nothing
 * below is looked at, and never more than STICK_ITEMS_MAX are taken.
 */
#ifndef VEREDA_STICK_H
#define VEREDA_STICK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"

#define STICK_ITEMS_MAX 64u
#define STICK_NAME_SIZE 256 /* bytes, with the NUL */
#define STICK_FOLDER "VEREDA"

struct stick_item {
	bool in_folder; /* in VEREDA, not at the top */
	char name[STICK_NAME_SIZE]; /* as it is there: any bytes */
	uint64_t size; /* bytes */
};

struct stick {
	struct stick_item items[STICK_ITEMS_MAX];
	size_t count;
};

/* Regular files *.vereda of DIR, first those in VEREDA, each by name. */
CHECKED int stick_look(struct stick *out, const char *dir, struct err *e);

/* The path of ITEM; the caller frees it. */
char *stick_path(const char *dir, const struct stick_item *item);

#endif

/*
 * A store on the disk in memory, and editions to put into it.
 */
#ifndef VEREDA_STORE_FIXTURE_H
#define VEREDA_STORE_FIXTURE_H

#include "bundle/store.h"

#include "bundle_fixture.h"
#include "model_fs.h"

#define STICK "stick/x.vereda"
#define STORE_FIXTURE_DAY INT64_C(86400)
#define STORE_FIXTURE_CREATED INT64_C(1793491200) /* 2026-11-01 */

struct store_fixture {
	struct fixture f;
	struct model *m;
	struct store_place place; /* all of it on M; channels aa and bb */
	struct store_job job;     /* says nothing, tries nothing */
	struct buffer editions[64]; /* aa, epoch 1, by sequence, on demand */
};

void store_fixture_open(struct store_fixture *sf, int rows);
void store_fixture_close(struct store_fixture *sf);
void store_fixture_fresh(struct store_fixture *sf); /* an empty disk */

/* Edition SEQUENCE (below 64) of "aa"; borrowed. */
struct bytes store_fixture_edition(struct store_fixture *sf,
    unsigned sequence);

/* "store/<name>" of a bundle. */
void store_fixture_path(const struct store_fixture *sf, struct bytes bundle,
    char out[MODEL_NAME_SIZE]);
void store_fixture_put(struct store_fixture *sf, struct bytes bundle);

/* Open for writing, install BUNDLE from the stick, close; the verdict. */
enum err_code store_fixture_install(struct store_fixture *sf,
    struct bytes bundle);

/* The sequence that is shown in "aa", 0 for none. */
uint64_t store_fixture_shown(const struct store_fixture *sf,
    enum store_why *why);

#endif

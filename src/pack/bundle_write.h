/*
 * Puts a bundle together: image, head, signature, envelope.  For publishers.
 */
#ifndef VEREDA_BUNDLE_WRITE_H
#define VEREDA_BUNDLE_WRITE_H

#include <stdint.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/progress.h"
#include "bundle/head.h"
#include "bundle/trust.h"
#include "image/image_build.h"
#include "pack/secret_key.h"

/* What the compiler knows of an edition. */
struct bundle_recipe {
	const char *channel;
	uint32_t epoch;
	uint64_t sequence;
	int64_t created;     /* Unix seconds */
	int64_t stale_after;
	int64_t expires;
	uint32_t schema_version;
	uint32_t root_version;
	struct image_recipe image;
	const char *manifest; /* "key=value\n" lines, sorted */
	const char *database; /* path of the compiled SQLite file */
	/* Root 1, and the Roots region with it and those after it.  NULL and
	 * empty: the bundle brings none, and KEY alone may sign. */
	const struct trust *trust;
	struct bytes roots;
};

/*
 * Write OUT_PATH (new file beside it, sync, rename) signed with KEY, which
 * must be a publisher's by the newest root; others may have to sign after it.
 * The bytes before signing depend on the recipe and the database alone.
 */
CHECKED int bundle_write(const char *out_path,
    const struct bundle_recipe *recipe, const struct secret_key *key,
    const struct progress *p, struct err *e);

/* A root document that lets KEY alone sign CHANNELS (NULL-ended); for the
 * development root that a build makes for itself. */
CHECKED int bundle_write_development_root(const char *path,
    const char *const *channels, const struct secret_key *key, struct err *e);

#endif

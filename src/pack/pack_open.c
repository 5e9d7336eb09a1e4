/*
 * Opening a bundle for show and extract.
 */
#include <config.h>

#include "pack/pack_open.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/paths.h"
#include "base/progress.h"
#include "pack/pack_command.h"

int
pack_open(struct bundle **out, struct trust **trust, const char *path,
    const char *root, struct err *e)
{
	struct progress_bar bar;
	struct progress p;
	char *found = root != NULL ?
	    xstrdup(root) :
	    paths_find(PACK_DEFAULT_ROOT, PACK_DEVELOPMENT_ROOT);
	int rc = trust_load(trust, found, e);

	if (rc == 0)
		rc = bundle_open(out, path, *trust, e);
	if (rc == 0) {
		p = progress_bar_open(&bar);
		rc = bundle_verify(*out, &p, e);
		progress_bar_close(&bar);
	}
	free(found);
	return rc;
}

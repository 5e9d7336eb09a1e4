/*
 * Opening a bundle for show, extract and diff.
 */
#include <config.h>

#include "pack/pack_open.h"

#include <fcntl.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/paths.h"
#include "base/progress.h"
#include "pack/bundle_sign.h"
#include "pack/pack_command.h"

#define _(s) gettext(s)

int
pack_trust(struct trust **out, const char *path, struct err *e)
{
	char *found = path != NULL ?
	    xstrdup(path) :
	    paths_find(PACK_DEFAULT_ROOT, PACK_DEVELOPMENT_ROOT);
	int rc = trust_load(out, found, e);

	free(found);
	return rc;
}

/* A bundle that waits for signatures. */
static int
open_unfinished(struct bundle **out, const char *path,
    const struct trust *trust, struct err *e)
{
	struct bundle_signing *s = NULL;

	if (bundle_signing_open(&s, path, trust, e) < 0)
		return -1;
	fprintf(stderr,
	    _("%s: %u of the %u signatures that kiosks ask for.\n"), path,
	    bundle_signing_count(s), bundle_signing_needed(s));
	*out = bundle_signing_release(s);
	bundle_signing_close(s);
	return 0;
}

int
pack_open(struct bundle **out, const char *path, const struct trust *trust,
    enum bundle_use use, struct err *e)
{
	const struct bundle_rules rules = { .trust = trust, .use = use };
	struct progress_bar bar;
	struct err why = { 0 };
	struct progress p;
	int rc = bundle_open_at(out, AT_FDCWD, path, &rules, &why);

	if (rc < 0 && why.code == ERR_THRESHOLD)
		rc = open_unfinished(out, path, trust, e);
	else if (rc < 0)
		err_set(e, why.code, "%s", why.text);
	if (rc == 0) {
		p = progress_bar_open(&bar);
		rc = bundle_verify(*out, &p, e);
		progress_bar_close(&bar);
	}
	return rc;
}

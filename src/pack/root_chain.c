/*
 * Chains of root files that lie beside each other: root.1, root.2, ...
 */
#include <config.h>

#include "pack/root_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"

char *
root_chain_name(const char *path, uint32_t version, uint32_t n)
{
	char *tail = xasprintf(".%u", version);
	size_t len = strlen(path);
	size_t skip = strlen(tail);
	char *name = NULL;

	if (len > skip && strcmp(path + len - skip, tail) == 0)
		name = xasprintf("%.*s.%u", (int)(len - skip), path, n);
	free(tail);
	return name;
}

static int
read_version(uint32_t *out, const char *path, struct err *e)
{
	struct root_file *f = xcalloc(1, sizeof *f);
	int rc = root_file_read(f, path, e);

	*out = f->root.version;
	root_file_fini(f);
	free(f);
	return rc;
}

/* The bytes of version N of the chain that ends with PATH, VERSION. */
static int
read_link(struct buffer *out, const char *path, uint32_t version, uint32_t n,
    struct err *e)
{
	char *name = n == version ? xstrdup(path) :
				    root_chain_name(path, version, n);
	int rc = -1;

	if (name == NULL)
		err_set(e, ERR_INPUT, "%s: root %u is not called so that the "
		    "earlier ones can be found beside it (root.%u)", path,
		    version, version);
	else if (io_read_file(out, name, TRUST_ENTRY_MAX, e) == 0)
		rc = 0;
	else
		err_wrap(e, "root %u of the chain", n);
	free(name);
	return rc;
}

int
root_chain_load(struct trust **out, const char *path, struct err *e)
{
	struct trust *t = NULL;
	uint32_t version = 0;
	int rc = read_version(&version, path, e);

	*out = NULL;
	for (uint32_t n = 1; rc == 0 && n <= version; n++) {
		struct buffer link = { 0 };

		rc = read_link(&link, path, version, n, e);
		if (rc == 0 && n == 1)
			rc = trust_parse(&t, buffer_bytes(&link), e);
		else if (rc == 0)
			rc = trust_add(t, buffer_bytes(&link), e);
		buffer_fini(&link);
	}
	if (rc == 0)
		*out = t;
	else
		trust_free(t);
	return rc;
}

int
root_chain_region(struct buffer *out, const struct trust *t, struct err *e)
{
	struct trust *first = NULL;
	int rc;

	for (uint32_t n = 1; n <= trust_root_version(t); n++) {
		struct bytes entry = trust_entry(t, n);

		buffer_add_u32(out, (uint32_t)entry.len);
		buffer_add(out, entry.at, entry.len);
	}
	if (out->len > BUNDLE_ROOTS_MAX)
		return err_set(e, ERR_LIMIT, "roots of %zu bytes", out->len);
	/* Once more from root 1 alone: its own signatures count here too. */
	rc = trust_parse(&first, trust_entry(t, 1), e);
	if (rc == 0)
		rc = trust_add_region(first, buffer_bytes(out), e);
	trust_free(first);
	return rc;
}

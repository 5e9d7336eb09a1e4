/*
 * The roots after the administrator's first, as roots/root.<version> with
 * their signatures: each is judged again when the store is opened.
 */
#include <config.h>

#include "bundle/store.h"

#include <errno.h>
#include <stdio.h>

#include "base/io.h"
#include "base/log.h"
#include "bundle/store_private.h"

#define ROOT_NAME_SIZE 32

static void
root_name(char out[ROOT_NAME_SIZE], uint32_t version)
{
	snprintf(out, ROOT_NAME_SIZE, "root.%u", version);
}

void
store_roots_read(struct store *s)
{
	for (s->roots_stored = 1; s->roots_fd >= 0; s->roots_stored++) {
		char name[ROOT_NAME_SIZE];
		struct buffer entry = { 0 };
		struct err e = { 0 };
		bool there;
		int rc = -1;

		root_name(name, s->roots_stored + 1);
		there = io_read_file_at(&entry, s->roots_fd, name,
			    TRUST_ENTRY_MAX, &e) == 0 || errno != ENOENT;
		if (entry.at != NULL)
			rc = trust_add(s->trust, buffer_bytes(&entry), &e);
		buffer_fini(&entry);
		if (rc == 0)
			continue;
		if (there) /* the editions bring the chain as well */
			log_line("store: %s: %s", name, e.text);
		return;
	}
}

bool
store_roots_are_new(const struct store *s)
{
	return s->roots_stored < trust_root_version(s->trust);
}

int
store_roots_write(struct store *s, struct err *e)
{
	while (store_roots_are_new(s)) {
		char name[ROOT_NAME_SIZE];

		root_name(name, s->roots_stored + 1);
		if (io_write_file_at(s->roots_fd, name,
			trust_entry(s->trust, s->roots_stored + 1), IO_NEW,
			e) < 0)
			return -1;
		s->roots_stored++;
	}
	return 0;
}

/*
 * Installing what is hostile.  Apart from the questions, for the catalog and
 * the store each have a struct edition.
 */
#include <config.h>

#include "hostile.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/load_job.h"

#include "model_fs.h"

#define STICK "stick/x.vereda"

enum err_code
hostile_install(const struct hostile *h, struct bytes bundle)
{
	static const char *const channels[] = { "hostile", NULL };
	const struct store_place place = { .folder = "store",
		.root = "etc/root.1", .channels = channels };
	const struct job_watch watch = { 0 };
	const struct install_job job = { .path = STICK, .alerts = channels,
		.watch = &watch };
	struct record record = { 0 };
	struct err e = { .code = ERR_NONE };
	struct model *m = model_new();
	bool cancelled = false;

	model_put(m, "etc/root.1", buffer_bytes(&h->root));
	model_put(m, STICK, bundle);
	model_use(m);
	if (job_install(&record, &place, &job, &cancelled, &e) == 0)
		e.code = ERR_NONE;
	model_use(NULL);
	for (size_t i = 0; i < m->now.count; i++)
		if (e.code != ERR_NONE &&
		    (strstr(m->now.list[i].name, "hostile-") != NULL ||
			strcmp(m->now.list[i].name, "incoming") == 0)) {
			fprintf(stderr, "hostile: left %s\n",
			    m->now.list[i].name);
			abort();
		}
	if (model_open_fds(m) > 0)
		abort();
	model_free(m);
	return e.code;
}

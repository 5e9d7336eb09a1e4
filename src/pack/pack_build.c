/*
 * vereda-pack build: sources in, a signed bundle out.
 */
#include <config.h>

#include <fcntl.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/io.h"
#include "base/paths.h"
#include "bundle/bundle.h"
#include "catalog/schema.h"
#include "pack/bundle_write.h"
#include "pack/compile.h"
#include "pack/deflate_best.h"
#include "pack/pack_command.h"
#include "pack/pack_passphrase.h"
#include "pack/root_write.h"

#define _(s) gettext(s)
#define N_(s) s

#define BLOCK_SIZE_USUAL 16384u /* bytes */
#define SECONDS_A_DAY 86400
#define ROOT_VERSION 1 /* of the development root */

enum {
	OPTION_OUT,
	OPTION_KEY,
	OPTION_PASSPHRASE_FILE,
	OPTION_BLOCK_SIZE,
	OPTION_DICTIONARIES,
	OPTION_DATABASE,
	OPTION_ROOTS,
	OPTION_RELEASE,
};

struct build {
	const char *out;
	const char *key_path;        /* NULL: the development key */
	const char *passphrase_path; /* NULL: ask */
	const char *database;        /* kept there; NULL: thrown away */
	const char *roots_path;      /* the newest root; NULL: none */
	struct image_recipe image;
};

/* The key that signs, and a word about it when nobody named one. */
static int
load_key(struct secret_key **key, const struct build *b, struct err *e)
{
	char *found = NULL;
	int rc = -1;

	if (b->key_path != NULL)
		return pack_key_load(key, b->key_path, b->passphrase_path, e);
	found = paths_find("", PACK_DEVELOPMENT_KEY);
	if (found[0] == '\0') {
		fputs(_("vereda-pack: There is no development key. Name a "
			"key with --key; \"vereda-pack key new --out STEM\" "
			"makes one.\n"),
		    stderr);
		rc = err_set(e, ERR_KEY, "no key");
	} else {
		fprintf(stderr,
		    _("Signing with the development key %s: only programs "
		      "of this build trust it.\n"),
		    found);
		rc = pack_key_load(key, found, b->passphrase_path, e);
	}
	free(found);
	return rc;
}

/* Seconds of the day V, which was checked. */
static int64_t
seconds_of(const struct value *v)
{
	struct date d = { 0 };

	return date_parse(&d, v->text) ? date_seconds(&d) : 0;
}

/* The chain that goes into the bundle, and the root that judges it. */
struct chain {
	struct trust *first;
	struct buffer region;
	uint32_t version; /* of the newest */
};

static int
load_chain(struct chain *out, const struct build *b, struct err *e)
{
	struct trust *all = NULL;

	out->version = ROOT_VERSION;
	if (b->roots_path == NULL)
		return 0;
	if (root_chain_load(&all, b->roots_path, e) < 0)
		return -1;
	out->version = trust_root_version(all);
	if (root_chain_region(&out->region, all, e) < 0 ||
	    trust_parse(&out->first, trust_entry(all, 1), e) < 0) {
		trust_free(all);
		return -1;
	}
	trust_free(all);
	return 0;
}

static void
free_chain(struct chain *c)
{
	trust_free(c->first);
	buffer_fini(&c->region);
}

static int
write_it(struct channel *c, const struct build *b, const char *database,
    const struct secret_key *key, const struct chain *chain,
    const struct progress *p, struct err *e)
{
	int64_t created = seconds_of(&c->created);
	struct bundle_recipe recipe = {
		.channel = c->id.text,
		.epoch = (uint32_t)c->epoch.number,
		.sequence = (uint64_t)c->sequence.number,
		.created = created,
		.stale_after =
		    created + c->stale_after.number * SECONDS_A_DAY,
		.expires = created + c->expires.number * SECONDS_A_DAY,
		.schema_version = SCHEMA_VERSION,
		.root_version = chain->version,
		.image = b->image,
		.database = database,
		.trust = chain->first,
		.roots = buffer_bytes(&chain->region),
	};

	if (compile_manifest(&recipe.manifest, c, c->arena, e) < 0 ||
	    compile_database(c, database, p, e) < 0)
		return -1;
	return bundle_write(b->out, &recipe, key, p, e);
}

/* The hash and the lengths, read back out of the file that was written. */
static int
print_result(const char *path, struct err *e)
{
	struct buffer start = { 0 };
	struct bytes head_bytes;
	struct head head;
	char hex[HASH_HEX_SIZE];
	uint64_t size = 0;
	uint8_t len[4];
	int fd = -1;
	int rc = -1;

	if (io_open(&fd, AT_FDCWD, path, IO_READ, e) < 0 ||
	    io_size(&size, fd, e) < 0 || io_read_at(fd, len, 4, 8, e) < 0)
		goto out;
	buffer_add_zeros(&start,
	    (size_t)len[0] | (size_t)len[1] << 8 | (size_t)len[2] << 16);
	if (io_read_at(fd, start.at, start.len, BUNDLE_ENVELOPE_SIZE, e) < 0)
		goto out;
	head_bytes = buffer_bytes(&start);
	if (head_parse(&head, head_bytes, BUNDLE_ENVELOPE_SIZE + start.len,
		e) < 0)
		goto out;
	hash_hex(hex, &head.image.image_hash);
	printf(_("Image hash: %s\n"), hex);
	printf(_("Database: %llu bytes\n"),
	    (unsigned long long)head.image.image_size);
	printf(_("Bundle %s: %llu bytes\n"), path, (unsigned long long)size);
	rc = 0;
out:
	io_close(fd);
	buffer_fini(&start);
	return rc;
}

static int
build(struct channel *c, const struct build *b, struct err *e)
{
	struct progress_bar bar;
	struct progress p;
	struct secret_key *key = NULL;
	struct chain chain = { 0 };
	char *database = b->database != NULL ? xstrdup(b->database) :
					       xasprintf("%s.db", b->out);
	int rc = load_chain(&chain, b, e);

	if (rc == 0)
		rc = load_key(&key, b, e);
	if (rc == 0) {
		unlink(database); /* a new one is made; the old may be absent */
		p = progress_bar_open(&bar);
		rc = write_it(c, b, database, key, &chain, &p, e);
		progress_bar_close(&bar);
		if (b->database == NULL)
			unlink(database); /* nothing to do if it stays */
	}
	if (rc == 0)
		rc = print_result(b->out, e);
	secret_key_free(key);
	free_chain(&chain);
	free(database);
	return rc;
}

static int
run(const struct pack_given *given, char **operands)
{
	struct build b = {
		.out = given[OPTION_OUT].value,
		.key_path = given[OPTION_KEY].value,
		.passphrase_path = given[OPTION_PASSPHRASE_FILE].value,
		.database = given[OPTION_DATABASE].value,
		.roots_path = given[OPTION_ROOTS].value,
		.image = { .block_size = BLOCK_SIZE_USUAL,
		    .dictionaries = IMAGE_DICTIONARIES_USUAL },
	};
	const char *size = given[OPTION_BLOCK_SIZE].value;
	const char *dictionaries = given[OPTION_DICTIONARIES].value;
	struct err e = { 0 };
	struct channel *c = NULL;
	int status = PACK_DONE;

	if (b.out == NULL) {
		fputs(_("vereda-pack: Say with -o where the bundle goes.\n"),
		    stderr);
		return PACK_USAGE;
	}
	if (size != NULL &&
	    !pack_number(&b.image.block_size, "block-size", size, 8192, 65536))
		return PACK_USAGE;
	if ((b.image.block_size & (b.image.block_size - 1)) != 0) {
		fputs(_("vereda-pack: --block-size must be 8192, 16384, "
			"32768 or 65536.\n"),
		    stderr);
		return PACK_USAGE;
	}
	if (dictionaries != NULL &&
	    !pack_number(&b.image.dictionaries, "dictionaries", dictionaries,
		0, IMAGE_DICTIONARIES_MAX))
		return PACK_USAGE;
	if (given[OPTION_RELEASE].value != NULL) {
		if (!deflate_best_is_there()) {
			fputs(_("vereda-pack: This program was built without "
				"zopfli: it cannot do --release.\n"),
			    stderr);
			return PACK_REFUSED;
		}
		b.image.deflate = deflate_best;
	}
	c = pack_read(operands[0], stderr, &status);
	if (c != NULL && build(c, &b, &e) < 0)
		status = pack_refuse(&e);
	channel_free(c);
	return status;
}

const struct pack_command pack_build = {
	.name = "build",
	.operands = "SRC",
	.about = N_("Check the sources in the folder SRC and make a signed "
		    "bundle of them."),
	.options = {
	    [OPTION_OUT] = { "output", 'o', "FILE",
		N_("the bundle to write") },
	    [OPTION_KEY] = { "key", 'k', "FILE",
		N_("sign with this secret key, not the development key") },
	    [OPTION_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	    [OPTION_BLOCK_SIZE] = { "block-size", 0, "N",
		N_("8192, 16384 (usual), 32768 or 65536 bytes") },
	    [OPTION_DICTIONARIES] = { "dictionaries", 0, "N",
		N_("train 0 to 8 dictionaries; usually as many as pay") },
	    [OPTION_DATABASE] = { "database", 0, "FILE",
		N_("keep the plain SQLite file there") },
	    [OPTION_ROOTS] = { "roots", 0, "ROOT",
		N_("put this root and those before it, which lie beside it, "
		   "into the bundle") },
	    [OPTION_RELEASE] = { "release", 0, NULL,
		N_("compress as well as can be; takes minutes") },
	},
	.operand_count = 1,
	.run = run,
};

/*
 * Making bundles for tests.
 */
#include <config.h>

#include "unit.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "bundle/bundle.h"
#include "bundle/envelope.h"
#include "image/database.h"

#include "bundle_fixture.h"

#define WHOLE_MAX (4u << 20) /* bytes of the largest that a test asks for */

static void
must(sqlite3 *db, const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
}

/* Words that differ from row to row, the same each time. */
static void
insert_rows(sqlite3 *db, int count)
{
	static const char *const words[] = { "agencia", "visa", "contrato",
		"pasaporte", "salario", "cobro", "oficina", "camino" };
	unsigned random = 1;

	for (int i = 1; i <= count; i++) {
		char *sql;
		const char *w[3];

		for (int j = 0; j < 3; j++) {
			random = random * 1103515245u + 12345u;
			w[j] = words[random >> 16 & 7];
		}
		sql = xasprintf("INSERT INTO t VALUES(%d,'%s %d','%s %s %u')",
		    i, w[0], i, w[1], w[2], random);
		must(db, sql);
		free(sql);
	}
}

void
fixture_database(const char *path, int page_size, int count)
{
	struct err e = { 0 };
	sqlite3 *db = NULL;

	if (database_create(&db, path, page_size, &e) < 0)
		fail_msg("%s", e.text);
	must(db, "CREATE TABLE t(id INTEGER PRIMARY KEY, title TEXT,"
	    " body TEXT); CREATE INDEX t_title ON t(title);");
	must(db, "PRAGMA user_version = 1; BEGIN");
	insert_rows(db, count);
	must(db, "COMMIT; VACUUM");
	database_close(db);
}

static void
add_keys(struct fixture *f, const char *name, const unsigned *who,
    unsigned count)
{
	char lines[FIXTURE_KEYS][64];

	for (unsigned i = 0; i < count; i++)
		secret_key_public_text(lines[i], f->keys[who[i]]);
	qsort(lines, count, sizeof lines[0],
	    (int (*)(const void *, const void *))strcmp);
	for (unsigned i = 0; i < count; i++) {
		buffer_add_text(&f->root_text, name);
		buffer_add_text(&f->root_text, lines[i]);
		buffer_add_text(&f->root_text, "\n");
	}
}

static void
make_trust(struct fixture *f)
{
	static const unsigned who[] = { 0, 1, 2 };
	struct buffer *b = &f->root_text;
	char id[MINISIG_KEY_ID_HEX_SIZE];
	struct err e = { 0 };

	buffer_add_text(b, "vereda.root.v1\nversion=1\ncreated=2026-01-01\n"
	    "expires=2030-01-01\nthreshold=1\n");
	add_keys(f, "root_key=", who, 1);
	buffer_add_text(b, "channel=aa\nepoch=1\nthreshold=1\n");
	add_keys(f, "publisher_key=", who, 2);
	buffer_add_text(b, "channel=bb\nepoch=2\nthreshold=2\n");
	add_keys(f, "publisher_key=", who, 3);
	minisig_key_id_hex(id, secret_key_public(f->keys[3])->id);
	buffer_add_text(b, "revoked=");
	buffer_add_text(b, id);
	buffer_add_text(b, " the laptop was stolen\n");
	if (trust_parse(&f->trust, buffer_bytes(b), &e) < 0)
		fail_msg("%s", e.text);
	buffer_add_zeros(b, 1);
	b->len--;
	f->root = (const char *)b->at;
}

struct bundle_recipe
fixture_recipe(const struct fixture *f)
{
	return (struct bundle_recipe){
		.channel = "aa",
		.epoch = 1,
		.sequence = 42,
		.created = 1767225600,
		.stale_after = 1769904000,
		.expires = 1798761600,
		.schema_version = 1,
		.root_version = 1,
		.image.block_size = 8192,
		.manifest = "langs=es\npublisher=Prueba\ntitle.es=Una prueba\n",
		.database = f->database,
	};
}

void
fixture_open(struct fixture *f)
{
	fixture_open_rows(f, 20);
}

void
fixture_open_rows(struct fixture *f, int rows)
{
	const char *tmp = getenv("TMPDIR");
	struct bundle_recipe recipe;
	struct err e = { 0 };

	*f = (struct fixture){ 0 };
	snprintf(f->dir, sizeof f->dir, "%s/vereda-unit-XXXXXX",
	    tmp != NULL ? tmp : "/tmp");
	assert_non_null(mkdtemp(f->dir));
	snprintf(f->database, sizeof f->database, "%s/db", f->dir);
	snprintf(f->path, sizeof f->path, "%s/x.vereda", f->dir);
	for (unsigned i = 0; i < FIXTURE_KEYS; i++) {
		uint8_t seed[crypto_sign_SEEDBYTES] = { (uint8_t)(i + 1) };

		if (secret_key_from_seed(&f->keys[i], seed, &e) < 0)
			fail_msg("%s", e.text);
	}
	make_trust(f);
	fixture_database(f->database, 8192, rows);
	recipe = fixture_recipe(f);
	if (bundle_write(f->path, &recipe, f->keys[0], NULL, &e) < 0 ||
	    io_read_file(&f->whole, f->path, WHOLE_MAX, &e) < 0)
		fail_msg("%s", e.text);
	f->head_len = f->whole.at[8] | (size_t)f->whole.at[9] << 8;
}

void
fixture_close(struct fixture *f)
{
	DIR *d = opendir(f->dir);
	struct dirent *entry;

	while (d != NULL && (entry = readdir(d)) != NULL)
		unlinkat(dirfd(d), entry->d_name, 0);
	if (d != NULL)
		closedir(d);
	rmdir(f->dir);
	for (unsigned i = 0; i < FIXTURE_KEYS; i++)
		secret_key_free(f->keys[i]);
	trust_free(f->trust);
	buffer_fini(&f->whole);
	buffer_fini(&f->root_text);
}

struct bytes
fixture_head(const struct fixture *f)
{
	return bytes_of(f->whole.at + BUNDLE_ENVELOPE_SIZE, f->head_len);
}

struct bytes
fixture_data(const struct fixture *f)
{
	size_t at = BUNDLE_ENVELOPE_SIZE + f->head_len;

	return bytes_of(f->whole.at + at, f->whole.len - at);
}

void
fixture_sign(struct fixture *f, struct buffer *out, struct bytes head,
    struct bytes data, const unsigned *who, unsigned count)
{
	struct buffer texts[BUNDLE_SIGNATURES_MAX] = { { 0 } };
	struct bytes slots[BUNDLE_SIGNATURES_MAX] = { { 0 } };
	struct err e = { 0 };

	for (unsigned i = 0; i < count; i++) {
		if (secret_key_sign(f->keys[who[i]], head, "a test", &texts[i],
			&e) < 0)
			fail_msg("%s", e.text);
		slots[i] = buffer_bytes(&texts[i]);
	}
	if (envelope_write(out, (uint32_t)head.len, slots, count, &e) < 0)
		fail_msg("%s", e.text);
	buffer_add(out, head.at, head.len);
	buffer_add(out, data.at, data.len);
	for (unsigned i = 0; i < count; i++)
		buffer_fini(&texts[i]);
}

void
fixture_patch(struct fixture *f, struct buffer *out, size_t at,
    uint64_t value, size_t len)
{
	static const unsigned key = 0;
	struct bytes good = fixture_head(f);
	struct buffer head = { 0 };

	buffer_add(&head, good.at, good.len);
	for (size_t i = 0; i < len; i++)
		head.at[at + i] = (uint8_t)(value >> (8 * i));
	fixture_sign(f, out, buffer_bytes(&head), fixture_data(f), &key, 1);
	buffer_fini(&head);
}

static void
patch(struct buffer *head, size_t at, uint64_t value, size_t len)
{
	for (size_t i = 0; value != 0 && i < len; i++)
		head->at[at + i] = (uint8_t)(value >> (8 * i));
}

void
fixture_edition(struct fixture *f, struct buffer *out,
    const struct fixture_edition *spec)
{
	static const unsigned key = 0;
	struct bytes good = fixture_head(f);
	struct buffer head = { 0 };
	size_t start = out->len;

	buffer_add(&head, good.at, good.len);
	patch(&head, 56, spec->epoch, 4);
	patch(&head, 64, spec->sequence, 8);
	patch(&head, 72, (uint64_t)spec->created, 8);
	patch(&head, 80, (uint64_t)spec->created, 8);
	patch(&head, 88, (uint64_t)spec->expires, 8);
	patch(&head, 108, spec->root_version, 4);
	if (spec->channel != NULL)
		memcpy(head.at + 112, spec->channel, strlen(spec->channel));
	fixture_sign(f, out, buffer_bytes(&head), fixture_data(f),
	    spec->count > 0 ? spec->who : &key,
	    spec->count > 0 ? spec->count : 1);
	envelope_set_roots(out->at + start, (uint32_t)spec->roots.len);
	buffer_add(out, spec->roots.at, spec->roots.len);
	buffer_fini(&head);
}

/* Lines PREFIX and a key each, sorted as text. */
static void
add_sorted(struct fixture *f, struct buffer *out, const char *prefix,
    const int *who, bool ids)
{
	char lines[FIXTURE_KEYS][64];
	unsigned count = 0;

	for (; *who >= 0; who++, count++) {
		if (ids)
			minisig_key_id_hex(lines[count],
			    secret_key_public(f->keys[*who])->id);
		else
			secret_key_public_text(lines[count], f->keys[*who]);
	}
	qsort(lines, count, sizeof lines[0],
	    (int (*)(const void *, const void *))strcmp);
	for (unsigned i = 0; i < count; i++) {
		buffer_add_text(out, prefix);
		buffer_add_text(out, lines[i]);
		buffer_add_text(out, ids ? " lost\n" : "\n");
	}
}

void
fixture_root(struct fixture *f, struct buffer *out,
    const struct fixture_root *spec)
{
	struct buffer text = { 0 };
	struct err e = { 0 };
	char *line = xasprintf("vereda.root.v1\nversion=%u\ncreated=%s\n"
	    "expires=2090-01-01\nthreshold=%u\n", spec->version,
	    spec->created != NULL ? spec->created : "2026-01-01",
	    spec->root_threshold);
	uint8_t done[FIXTURE_KEYS] = { 0 };

	buffer_add_text(&text, line);
	free(line);
	add_sorted(f, &text, "root_key=", spec->roots, false);
	line = xasprintf("channel=aa\nepoch=%u\nthreshold=1\n",
	    spec->epoch);
	buffer_add_text(&text, line);
	free(line);
	add_sorted(f, &text, "publisher_key=", spec->publishers, false);
	add_sorted(f, &text, "revoked=", spec->revoked, true);
	buffer_add(out, text.at, text.len);
	/* signatures sorted by the bytes of the key id */
	for (;;) {
		int next = -1;

		for (const int *who = spec->signers; *who >= 0; who++)
			if (!done[*who] && (next < 0 ||
				memcmp(secret_key_public(f->keys[*who])->id,
				    secret_key_public(f->keys[next])->id,
				    MINISIG_KEY_ID_SIZE) < 0))
				next = *who;
		if (next < 0)
			break;
		done[next] = 1;
		if (secret_key_sign(f->keys[next], buffer_bytes(&text),
			"a root", out, &e) < 0)
			fail_msg("%s", e.text);
	}
	buffer_fini(&text);
}

void
fixture_add_entry(struct buffer *region, struct bytes entry)
{
	buffer_add_u32(region, (uint32_t)entry.len);
	buffer_add(region, entry.at, entry.len);
}

void
fixture_write(const struct fixture *f, struct bytes file)
{
	struct err e = { 0 };
	int fd = -1;

	if (io_open(&fd, AT_FDCWD, f->path, IO_REPLACE, &e) < 0 ||
	    io_write(fd, file, &e) < 0)
		fail_msg("%s", e.text);
	io_close(fd);
}

enum err_code
fixture_verdict(const struct fixture *f)
{
	struct err e = { 0 };
	struct bundle *b = NULL;

	e.code = ERR_NONE;
	if (bundle_open(&b, f->path, f->trust, &e) == 0 &&
	    bundle_verify(b, NULL, &e) < 0)
		assert_int_not_equal(e.code, ERR_NONE);
	bundle_close(b);
	return e.code;
}

enum err_code
fixture_verdict_of(const struct fixture *f, struct bytes file)
{
	fixture_write(f, file);
	return fixture_verdict(f);
}

void
fixture_limit_memory(size_t more)
{
	struct rlimit limit;
	unsigned long pages = 0;
	FILE *statm = NULL;

	if (ADDRESS_SANITIZER) /* its shadow is larger than any limit */
		return;
	assert_int_equal(getrlimit(RLIMIT_AS, &limit), 0);
	limit.rlim_cur = limit.rlim_max;
	if (more > 0) {
		statm = fopen("/proc/self/statm", "r");
		assert_non_null(statm);
		assert_int_equal(fscanf(statm, "%lu", &pages), 1);
		fclose(statm);
		limit.rlim_cur = pages * (rlim_t)sysconf(_SC_PAGESIZE) + more;
	}
	assert_int_equal(setrlimit(RLIMIT_AS, &limit), 0);
}

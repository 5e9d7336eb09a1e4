/*
 * Records of corpora.sh, and what is made of them for make bench-peers.
 *
 *	bench-corpus dictionary DICT <INDEX >RECORDS	of dictd
 *	bench-corpus bundle RECORDS SRC KEY OUT		(RELEASE=: a release)
 *	bench-corpus pages RECORDS DIR			for zimwriterfs
 *	bench-corpus plain RECORDS OUT			for bench-plain
 *	bench-corpus queries RECORDS COUNT >QUERIES
 *	bench-corpus ids RECORDS COUNT >IDS
 *
 * A record: language, id, title, text, with tabs between them; ends of line
 * in the text are written "\n".  Every engine is given the same text, without
 * the marks that Markdown and HTML would take for their own.
 */
#include <config.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "catalog/schema.h"
#include "pack/bundle_write.h"
#include "pack/compile.h"
#include "pack/compile_entry.h"
#include "pack/deflate_best.h"
#include "pack/kind.h"

#define CREATED 1795219200 /* 2026-11-21 */
#define DAYS(n) ((int64_t)(n) * 86400)
#define SUMMARY_SIZE 120 /* bytes */
#define TEXT_SIZE (1 << 20) /* bytes, of the dictionary */
#define WORDS_MAX 400    /* of a text, to draw from */

struct record {
	char *lang;
	char *id;
	char *title;
	char *text;
};

struct corpus {
	struct record *list;
	size_t count;
};

/* The same numbers in every run (Knuth's MMIX generator). */
static size_t
any(size_t count)
{
	static uint64_t state = 1;

	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (size_t)(state >> 33) % count;
}

static FILE *
open_or_die(const char *path, const char *mode)
{
	FILE *f = fopen(path, mode);

	if (f == NULL) {
		perror(path);
		exit(1);
	}
	return f;
}

/* --- dictd --- */

static size_t
base64(const char *digits)
{
	static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				       "abcdefghijklmnopqrstuvwxyz"
				       "0123456789+/";
	size_t n = 0;

	for (; *digits != '\0' && *digits != '\n'; digits++) {
		const char *at = strchr(alphabet, *digits);

		n = 64 * n + (at != NULL ? (size_t)(at - alphabet) : 0);
	}
	return n;
}

static void
put_text(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (text[i] == '\n')
			fputs("\\n", stdout);
		else
			putchar(text[i] == '\t' ? ' ' : text[i]);
}

struct place_of {
	char *word;
	size_t offset;
	size_t len;
};

static int
compare_places(const void *a, const void *b)
{
	const struct place_of *left = a;
	const struct place_of *right = b;

	return (left->offset > right->offset) -
	    (left->offset < right->offset);
}

static struct place_of *
read_index(FILE *in, size_t *count)
{
	struct place_of *list = NULL;
	size_t room = 0;
	char line[1024];

	for (*count = 0; fgets(line, sizeof line, in) != NULL;) {
		char *at = strchr(line, '\t');
		char *size = at != NULL ? strchr(at + 1, '\t') : NULL;

		if (size == NULL || strncmp(line, "00-", 3) == 0)
			continue;
		*at++ = *size++ = '\0';
		if (*count == room) {
			room = room == 0 ? 1024 : 2 * room;
			list = xrealloc(list, room, sizeof *list);
		}
		list[(*count)++] = (struct place_of){ xstrdup(line),
			base64(at), base64(size) };
	}
	qsort(list, *count, sizeof *list, compare_places);
	return list;
}

/* One record for each text that the index points at. */
static int
dictionary(const char *path)
{
	FILE *f = open_or_die(path, "r");
	size_t count = 0;
	const struct place_of *list = read_index(stdin, &count);
	char *text = xcalloc(1, TEXT_SIZE);
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		const struct place_of *p = &list[i];

		if (p->len >= TEXT_SIZE ||
		    (i > 0 && p->offset == list[i - 1].offset) ||
		    fseek(f, (long)p->offset, SEEK_SET) < 0 ||
		    fread(text, 1, p->len, f) != p->len)
			continue;
		printf("en\tw-%zu\t%s\t", ++n, p->word);
		put_text(text, p->len);
		putchar('\n');
	}
	free(text);
	fclose(f);
	return 0;
}

/* --- reading records --- */

static bool
is_text(const char *text)
{
	struct bytes b = bytes_of((const uint8_t *)text, strlen(text));
	size_t n = 0;

	while (b.len > 0) {
		if (utf8_decode(b, &n) == UTF8_INVALID)
			return false;
		b = bytes_of(b.at + n, b.len - n);
	}
	return true;
}

/* In place: ends of line, and no mark that an engine would read. */
static void
clean(char *text)
{
	char *out = text;

	for (const char *in = text; *in != '\0'; in++) {
		if (in[0] == '\\' && in[1] == 'n') {
			in++;
			while (out > text && out[-1] == ' ')
				out--;
			*out++ = '\n';
		} else if (strchr("*_`[]<>#|\\&~=+{}", *in) == NULL &&
		    ((unsigned char)*in >= ' ')) {
			if (*in != ' ' || (out > text && out[-1] != ' ' &&
					      out[-1] != '\n'))
				*out++ = *in;
		}
	}
	*out = '\0';
}

static struct corpus
read_corpus(const char *path)
{
	FILE *f = open_or_die(path, "r");
	struct corpus c = { 0 };
	size_t room = 0, size = 0;
	char *line = NULL;

	while (getline(&line, &size, f) > 0) {
		struct record r = { .lang = line };

		line[strcspn(line, "\n")] = '\0';
		if (!is_text(line) ||
		    (r.id = strchr(r.lang, '\t')) == NULL ||
		    (r.title = strchr(r.id + 1, '\t')) == NULL ||
		    (r.text = strchr(r.title + 1, '\t')) == NULL)
			continue;
		*r.id++ = *r.title++ = *r.text++ = '\0';
		clean(r.title);
		clean(r.text);
		if (r.text[0] == '\0' || strlen(r.id) > 60)
			continue;
		if (c.count == room) {
			room = room == 0 ? 1024 : 2 * room;
			c.list = xrealloc(c.list, room, sizeof *c.list);
		}
		c.list[c.count++] = r;
		line = NULL;
		size = 0;
	}
	fclose(f);
	return c;
}

/* --- the bundle --- */

static const char *
first_words(struct arena *a, const char *text)
{
	size_t n = strnlen(text, SUMMARY_SIZE);
	char *copy = NULL;

	while (n > 0 && n == SUMMARY_SIZE && ((unsigned char)text[n] & 0xc0) ==
	    0x80)
		n--;
	copy = arena_printf(a, "%.*s", (int)n, text);
	for (char *p = copy; *p != '\0'; p++)
		if (*p == '\n')
			*p = ' ';
	return copy;
}

static int
language_of(const struct channel *c, const struct record *r)
{
	for (size_t i = 0; i < c->languages.count; i++)
		if (strcmp(c->languages.list[i].text, r->lang) == 0)
			return channel_language(c, i);
	fprintf(stderr, "no language %s\n", r->lang);
	exit(1);
}

static void
write_record(struct compile *m, const struct item *item)
{
	static const struct value draft = { .text = "draft" };
	static const struct value low = { .text = "low" };
	static const struct value day = { .text = "2026-11-21" };
	const struct record *r = item->data;
	const char *summary = first_words(m->c->arena, r->text);
	const char *const words[] = { r->title, "", summary, r->text };
	int lang = language_of(m->c, r);

	compile_entry(m, item, &draft, &low, &day, &day);
	compile_text(m, item->row, lang, r->title, summary);
	compile_index(m, item->row, lang, words);
}

static const char *
record_body(const struct item *item, int lang)
{
	const struct record *r = item->data;

	return strcmp(compile_language(lang), r->lang) == 0 ? r->text : NULL;
}

static const struct values *
no_values(const struct item *item)
{
	static const struct values none;

	(void)item;
	return &none;
}

static const struct kind record_kind = {
	.name = "article",
	.source = "articles",
	.sources = no_values,
	.topics = no_values,
	.write = write_record,
	.body = record_body,
};

static int
make_bundle(char **argv, struct err *e)
{
	struct corpus all = read_corpus(argv[0]);
	struct channel *c = channel_read(argv[1]);
	struct secret_key *key = NULL;
	char *database = xasprintf("%s.db", argv[3]);
	struct bundle_recipe recipe = { .channel = "crm", .epoch = 1,
		.sequence = 1, .created = CREATED,
		.stale_after = CREATED + DAYS(180),
		.expires = CREATED + DAYS(730),
		.schema_version = SCHEMA_VERSION, .root_version = 1,
		.database = database,
		.image = { .block_size = COMPILE_PAGE_SIZE,
		    .dictionaries = IMAGE_DICTIONARIES_USUAL } };
	struct place at = { "bench", 1, 1, NULL };
	int rc = 0;

	if (getenv("RELEASE") != NULL)
		recipe.image.deflate = deflate_best;
	for (size_t i = 0; i < all.count; i++)
		kind_add_item(c, &record_kind, all.list[i].id, &at,
		    &all.list[i]);
	kind_sort_items(c);
	unlink(database); /* may be absent */
	if (compile_manifest(&recipe.manifest, c, c->arena, e) < 0 ||
	    compile_database(c, database, NULL, e) < 0 ||
	    secret_key_load(&key, argv[2], NULL, e) < 0 ||
	    bundle_write(argv[3], &recipe, key, NULL, e) < 0)
		rc = -1;
	unlink(database);
	secret_key_free(key);
	free(database);
	channel_free(c);
	return rc;
}

/* --- the others --- */

static int
make_pages(const char *records, const char *dir)
{
	struct corpus all = read_corpus(records);

	if (mkdir(dir, 0777) < 0)
		perror(dir);
	for (size_t i = 0; i < all.count; i++) {
		const struct record *r = &all.list[i];
		char *path = xasprintf("%s/%s.html", dir, r->id);
		FILE *f = open_or_die(path, "w");

		fprintf(f,
		    "<!DOCTYPE html><html lang=\"%s\"><head>"
		    "<meta charset=\"utf-8\"><title>%s</title></head>"
		    "<body><h1>%s</h1>\n<pre>%s</pre></body></html>\n",
		    r->lang, r->title, r->title, r->text);
		fclose(f);
		free(path);
	}
	return 0;
}

static int
make_plain(const char *records, const char *out)
{
	static const char *const put[] = {
		"INSERT INTO record VALUES(?1,?2,?3,?4,?5)",
		"INSERT INTO fts(rowid,title,body) VALUES(?1,?4,?5)",
	};
	struct corpus all = read_corpus(records);
	sqlite3_stmt *s[2] = { NULL };
	sqlite3 *db = NULL;

	unlink(out);
	if (sqlite3_open(out, &db) != SQLITE_OK ||
	    sqlite3_exec(db,
		"CREATE TABLE record(id INTEGER PRIMARY KEY, lang TEXT,"
		" slug TEXT UNIQUE, title TEXT, text TEXT);"
		"CREATE VIRTUAL TABLE fts USING fts5(title, body,"
		" content='');"
		"BEGIN",
		NULL, NULL, NULL) != SQLITE_OK)
		goto fail;
	for (size_t i = 0; i < 2; i++)
		if (sqlite3_prepare_v2(db, put[i], -1, &s[i], NULL) !=
		    SQLITE_OK)
			goto fail;
	for (size_t i = 0; i < all.count; i++)
		for (size_t n = 0; n < 2; n++) {
			const struct record *r = &all.list[i];
			const char *const text[] = { r->lang, r->id,
				r->title, r->text };

			sqlite3_bind_int64(s[n], 1, (sqlite3_int64)i + 1);
			for (int k = 0; k < 4; k++)
				sqlite3_bind_text(s[n], k + 2, text[k], -1,
				    SQLITE_STATIC); /* fails where unused */
			if (sqlite3_step(s[n]) != SQLITE_DONE)
				goto fail;
			sqlite3_reset(s[n]);
		}
	if (sqlite3_exec(db,
		"INSERT INTO fts(fts) VALUES('optimize'); COMMIT; VACUUM",
		NULL, NULL, NULL) == SQLITE_OK)
		return 0;
fail:
	fprintf(stderr, "%s\n", sqlite3_errmsg(db));
	return 1;
}

/* --- what is asked --- */

static bool
is_word(const char *word)
{
	size_t n = utf8_length(word);

	if (n < 3 || n > 20)
		return false;
	for (const char *p = word; *p != '\0'; p++)
		if (isdigit((unsigned char)*p) || ispunct((unsigned char)*p))
			return false;
	return true;
}

/* Bytes of the first COUNT letters. */
static size_t
letters(const char *word, size_t count)
{
	const char *at = word;

	while (count-- > 0 && *at != '\0')
		utf8_next(&at);
	return (size_t)(at - word);
}

/* Words that stand in one text, chosen at random. */
static size_t
choose(const struct record *r, const char *chosen[3])
{
	static char copy[1 << 16];
	const char *words[WORDS_MAX];
	size_t count = 0, n = 0;
	char *rest = copy;

	snprintf(copy, sizeof copy, "%s", r->text);
	for (char *w = strtok_r(copy, " \n.,;:()\"'/-", &rest);
	     w != NULL && count < WORDS_MAX;
	     w = strtok_r(NULL, " \n.,;:()\"'/-", &rest))
		if (is_text(w) && is_word(w))
			words[count++] = w;
	for (size_t tries = 0; count > 0 && n < 3 && tries < 20; tries++) {
		const char *w = words[any(count)];

		if ((n < 1 || strcmp(w, chosen[0]) != 0) &&
		    (n < 2 || strcmp(w, chosen[1]) != 0))
			chosen[n++] = w;
	}
	return n;
}

static int
print_queries(const char *records, size_t count)
{
	struct corpus all = read_corpus(records);

	for (size_t i = 0; i < count;) {
		const struct record *r = &all.list[any(all.count)];
		const char *w[3];

		if (choose(r, w) < 3)
			continue;
		if (i % 4 == 0)
			printf("word\t%s\t%s\n", r->lang, w[0]);
		else if (i % 4 == 1)
			printf("prefix\t%s\t%.*s\n", r->lang,
			    (int)letters(w[0], 3 + any(2)), w[0]);
		else if (i % 4 == 2)
			printf("two\t%s\t%s %s\n", r->lang, w[0], w[1]);
		else
			printf("three\t%s\t%s %s %s\n", r->lang, w[0], w[1],
			    w[2]);
		i++;
	}
	return 0;
}

static int
print_ids(const char *records, size_t count)
{
	struct corpus all = read_corpus(records);

	for (size_t i = 0; i < count; i++)
		puts(all.list[any(all.count)].id);
	return 0;
}

int
main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";
	struct err e = { 0 };

	if (strcmp(what, "dictionary") == 0 && argc == 3)
		return dictionary(argv[2]);
	if (strcmp(what, "bundle") == 0 && argc == 6) {
		if (make_bundle(argv + 2, &e) == 0)
			return 0;
		fprintf(stderr, "bench-corpus: %s\n", e.text);
		return 1;
	}
	if (strcmp(what, "pages") == 0 && argc == 4)
		return make_pages(argv[2], argv[3]);
	if (strcmp(what, "plain") == 0 && argc == 4)
		return make_plain(argv[2], argv[3]);
	if (strcmp(what, "queries") == 0 && argc == 4)
		return print_queries(argv[2], strtoul(argv[3], NULL, 10));
	if (strcmp(what, "ids") == 0 && argc == 4)
		return print_ids(argv[2], strtoul(argv[3], NULL, 10));
	return 2;
}

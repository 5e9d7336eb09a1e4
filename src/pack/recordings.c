/*
 * Reads, checks and writes recordings.
 */
#include <config.h>

#include "pack/recordings.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "base/hash.h"
#include "base/io.h"
#include "catalog/ogg_opus.h"
#include "catalog/schema.h"
#include "pack/channel_folder.h"
#include "pack/compile_entry.h"
#include "pack/kind.h"
#include "pack/source_sheet.h"

#define NEEDED 1u
#define SHEET_NAME "recordings.csv"
#define SHEET RECORDINGS_FOLDER "/" SHEET_NAME
#define SUFFIX ".opus"

#define AT(field) offsetof(struct channel_recording, field)

static const struct rule columns[] = {
	{ "entry", RULE_ID, 0, NEEDED, AT(entry), 0, NULL },
	{ "lang", RULE_LINE, 0, NEEDED, AT(lang), 0, NULL },
	{ "text", RULE_LINE, 0, NEEDED, AT(text), 0, NULL },
};

const struct channel_text *
recordings_text(const struct item *item, int lang)
{
	const struct channel_entry *x = item->data;

	if (item->kind != &article_kind && item->kind != &alert_kind)
		return NULL;
	return x->text[lang].markdown != NULL ? &x->text[lang] : NULL;
}

/* Each with its end, so that they do not run together. */
void
recordings_mark(char out[RECORDINGS_MARK_SIZE], const struct channel_text *t)
{
	const char *const parts[] = { t->title.text, t->withdrawn.text,
		t->markdown };
	char hex[HASH_HEX_SIZE];
	struct hash_state state;
	struct hash hash;

	hash_begin(&state);
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		const char *part = parts[i] != NULL ? parts[i] : "";

		hash_add(&state, bytes_of(part, strlen(part) + 1));
	}
	hash_end(&state, &hash);
	hash_hex(hex, &hash);
	memcpy(out, hex, RECORDINGS_MARK_SIZE - 1);
	out[RECORDINGS_MARK_SIZE - 1] = '\0';
}

/* --- the rows --- */

static bool
is_named(const struct channel_recording *r)
{
	return r->entry.text != NULL && r->lang.text != NULL &&
	    r->text.text != NULL;
}

/* The row names a text of ours, as it is now. */
static const struct item *
find_text(struct channel *c, struct channel_recording *r)
{
	const struct item *item = kind_item(c, r->entry.text);
	const struct channel_text *t = NULL;
	char mark[RECORDINGS_MARK_SIZE];

	r->language = -1;
	if (rules_has(&c->languages, r->lang.text))
		r->language = rules_language(r->lang.text);
	if (r->language < 0) {
		finding_add(c->findings, &r->lang.at, FINDING_BAD_LANGUAGE,
		    "%s", r->lang.text);
		return NULL;
	}
	if (item != NULL)
		t = recordings_text(item, r->language);
	if (t == NULL) {
		finding_add(c->findings, &r->entry.at,
		    FINDING_RECORDING_ENTRY, "%s", r->entry.text);
		return NULL;
	}
	recordings_mark(mark, t);
	if (strcmp(mark, r->text.text) == 0)
		return item;
	finding_add(c->findings, &r->text.at, FINDING_RECORDING_OLD, "%s",
	    mark);
	return NULL;
}

static bool
is_same(const struct channel_recording *a, const struct channel_recording *b)
{
	return strcmp(a->entry.text, b->entry.text) == 0 &&
	    strcmp(a->lang.text, b->lang.text) == 0;
}

static bool
stands_before(const struct channel *c, size_t i)
{
	for (size_t n = 0; n < i; n++)
		if (is_named(&c->recordings[n]) &&
		    is_same(&c->recordings[n], &c->recordings[i]))
			return true;
	return false;
}

/* --- the files --- */

static const char *
name_of(struct channel *c, const struct channel_recording *r)
{
	return arena_printf(c->arena, RECORDINGS_FOLDER "/%s/%s" SUFFIX,
	    r->lang.text, r->entry.text);
}

/* Whether its sound is good; what was read is in C's arena. */
static bool
read_sound(struct channel *c, struct channel_recording *r)
{
	const char *name = name_of(c, r);
	struct place at = { arena_printf(c->arena, "%s/%s", c->folder, name),
		0, 0, NULL };
	struct buffer sound = { 0 };
	struct err e = { 0 };
	const char *why = NULL;
	uint8_t *copy = NULL;

	if (!channel_folder_is_file(at.file)) {
		finding_add(c->findings, &r->entry.at,
		    FINDING_RECORDING_FILE, "%s", name);
		return false;
	}
	if (io_read_file(&sound, at.file, OGG_OPUS_BYTES_MAX, &e) < 0) {
		finding_add(c->findings, &at, e.code == ERR_LIMIT
			? FINDING_TOO_LARGE : FINDING_UNREADABLE, "%s",
		    e.text);
		buffer_fini(&sound);
		return false;
	}
	hash_add(&c->rev_state, bytes_of(name, strlen(name) + 1));
	hash_add(&c->rev_state, buffer_bytes(&sound));
	why = ogg_opus_fault(buffer_bytes(&sound), &r->ms);
	if (why != NULL)
		finding_add(c->findings, &at, FINDING_RECORDING_FORM, "%s",
		    why);
	copy = arena_zero(c->arena, sound.len + 1);
	if (sound.len > 0)
		memcpy(copy, sound.at, sound.len);
	r->sound = bytes_of(copy, sound.len);
	buffer_fini(&sound);
	return why == NULL;
}

/* Does a row name the file FILE of the folder LANG? */
static bool
is_listed(const struct channel *c, const char *lang, const char *file)
{
	size_t len = strlen(file);
	size_t end = strlen(SUFFIX);

	if (len <= end || strcmp(file + len - end, SUFFIX) != 0)
		return false;
	for (size_t i = 0; i < c->recording_count; i++) {
		const struct channel_recording *r = &c->recordings[i];

		if (is_named(r) && strcmp(r->lang.text, lang) == 0 &&
		    strlen(r->entry.text) == len - end &&
		    strncmp(r->entry.text, file, len - end) == 0)
			return true;
	}
	return false;
}

/* What lies there and is in no row is forgotten, or in the wrong place. */
static void
tell_unlisted(struct channel *c)
{
	const char *path = arena_printf(c->arena, "%s/" RECORDINGS_FOLDER,
	    c->folder);
	struct names top = channel_folder_list(c, path);

	for (size_t i = 0; i < top.count; i++) {
		const char *one = arena_printf(c->arena, "%s/%s", path,
		    top.list[i]);
		struct names files = { 0 };

		if (strcmp(top.list[i], SHEET_NAME) == 0)
			continue;
		if (!channel_folder_is_folder(one)) {
			channel_folder_unexpected(c, one);
			continue;
		}
		files = channel_folder_list(c, one);
		for (size_t n = 0; n < files.count; n++)
			if (!is_listed(c, top.list[i], files.list[n]))
				channel_folder_unexpected(c,
				    arena_printf(c->arena, "%s/%s", one,
					files.list[n]));
		free(files.list);
	}
	free(top.list);
}

void
recordings_read(struct channel *c)
{
	struct source_sheet s = { .name = SHEET, .rules = RULES_OF(columns),
		.item_size = sizeof(struct channel_recording),
		.has_no_ids = true };
	struct place at = { arena_printf(c->arena, "%s/" SHEET, c->folder),
		0, 0, NULL };
	uint64_t all = 0;

	if (!channel_folder_is_file(at.file))
		finding_add(c->findings, &at, FINDING_MISSING_FILE, "%s", "");
	else
		source_sheet_read(c, &s);
	c->recordings = s.items;
	c->recording_count = s.count;
	for (size_t i = 0; i < s.count; i++) {
		struct channel_recording *r = &c->recordings[i];
		const struct item *item = NULL;

		if (!is_named(r))
			continue;
		if (stands_before(c, i)) {
			finding_add(c->findings, &r->entry.at,
			    FINDING_REPEATED, "%s", r->entry.text);
			continue;
		}
		item = find_text(c, r);
		if (read_sound(c, r))
			r->item = item;
		if (r->item != NULL)
			all += r->sound.len;
	}
	if (all > RECORDINGS_BYTES_MAX)
		finding_add(c->findings, &at, FINDING_TOO_LARGE, "%llu > %u",
		    (unsigned long long)all, RECORDINGS_BYTES_MAX);
	tell_unlisted(c);
}

/* --- the rows of the database --- */

static int
compare(const void *left, const void *right)
{
	const struct channel_recording *const *a = left;
	const struct channel_recording *const *b = right;
	int64_t x = schema_text_id((size_t)(*a)->language, (*a)->item->row);
	int64_t y = schema_text_id((size_t)(*b)->language, (*b)->item->row);

	return x < y ? -1 : x > y;
}

void
recordings_write(struct compile *m)
{
	const struct channel *c = m->c;
	const struct channel_recording **sorted =
	    arena_array(c->arena, c->recording_count + 1, sizeof *sorted);
	size_t count = 0;

	for (size_t i = 0; i < c->recording_count; i++)
		if (c->recordings[i].item != NULL)
			sorted[count++] = &c->recordings[i];
	if (count > 0)
		qsort(sorted, count, sizeof *sorted, compare);
	for (size_t i = 0; i < count; i++) {
		const struct channel_recording *r = sorted[i];

		row_put(m->w, "INSERT INTO recording VALUES(?,?,?,?,?)",
		    "iitib",
		    schema_text_id((size_t)r->language, r->item->row),
		    r->item->row, compile_language(r->language),
		    (int64_t)r->ms, &r->sound);
	}
}

/*
 * The kiosk of the screen tests.
 */
#include <config.h>

#include "screens_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <unictype.h>

#include "base/bytes.h"
#include "base/io.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "content_fixture.h"
#include "options_fixture.h"
#include "text/fold.h"
#include "text/lang.h"
#include "text/language.h"

#define MO_SIZE_MAX (1u << 20)
#define WORDS_SIZE 32768 /* places; a power of two, mostly free */

static char folder[] = "/tmp/vereda-screens-XXXXXX";

/* A set of folded words, each at the first free place from its hash on. */
struct words {
	struct arena *arena;
	const char *word[WORDS_SIZE];
	size_t count;
};

static struct words known[2]; /* Spanish, and the long language */

static struct catalog *content; /* of every kiosk: none writes to it */
static struct catalog *options; /* the same with something to find */

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "screens fixture: %s: %s\n", what, why);
	abort();
}

/* --- words --- */

/* Where WORD is, or where it would be. */
static size_t
place_of(const struct words *w, const char *word)
{
	size_t at = 5381;

	for (const char *c = word; *c != '\0'; c++)
		at = at * 33 + (unsigned char)*c;
	at %= WORDS_SIZE;
	while (w->word[at] != NULL && strcmp(w->word[at], word) != 0)
		at = (at + 1) % WORDS_SIZE;
	return at;
}

static void
add_word(struct words *w, const char *word)
{
	size_t at = place_of(w, word);

	if (w->word[at] != NULL)
		return;
	if (++w->count > WORDS_SIZE / 2)
		die(word, "too many words");
	w->word[at] = word;
}

/* Each run of letters and digits in TEXT. */
static void
add_words(struct words *w, const char *text)
{
	const char *start = text;
	const char *next = text;
	uint32_t code = 0;

	do {
		const char *here = next;

		code = utf8_next(&next);
		if (code != 0 && (uc_is_alpha(code) || uc_is_digit(code)))
			continue;
		if (here > start)
			add_word(w,
			    fold_text(arena_strndup(w->arena, start,
					  (size_t)(here - start)),
				w->arena));
		start = next;
	} while (code != 0);
}

static int
add_row(void *context, int count, char **values, char **names)
{
	(void)names;
	for (int i = 0; i < count; i++)
		if (values[i] != NULL)
			add_words(context, values[i]);
	return 0;
}

static void
add_content(struct words *w)
{
	static const char *const queries[] = {
		"SELECT title, summary FROM topic_text",
		"SELECT title, summary, withdrawn FROM text",
		"SELECT markdown FROM body",
		"SELECT hours, eligibility FROM service_text",
		"SELECT url FROM service", "SELECT number FROM phone",
		"SELECT note FROM phone_text",
		"SELECT name FROM recruiter_name",
		"SELECT licence FROM recruiter",
		"SELECT job_order FROM recruiter_order",
		"SELECT title, publisher, url FROM source",
		"SELECT term, explanation FROM glossary",
		"SELECT title || ' ' || markdown FROM lesson",
		"SELECT question || ' ' || why FROM quiz_card",
		"SELECT answer FROM quiz_answer",
		"SELECT value FROM meta", "SELECT slug FROM entry",
		"SELECT place || ' ' || institution || ' ' || currency"
		" FROM option",
		"SELECT cost_note || ' ' || schedule || ' ' || admits || ' '"
		" || gives FROM option_text",
		"SELECT steps || ' ' || documents || ' ' || support"
		" FROM option_text",
		"SELECT demand FROM occupation_text",
	};
	sqlite3 *db = content_fixture_full();

	options_fixture(db);
	for (size_t i = 0; i < COUNT_OF(queries); i++)
		if (sqlite3_exec(db, queries[i], add_row, w, NULL) !=
		    SQLITE_OK)
			die(queries[i], sqlite3_errmsg(db));
	sqlite3_close(db);
	add_words(w, "VEREDA V E R E D A Idioma Language Langue Lang x F9 F10 "
		     "Vereda " PACKAGE_VERSION);
	for (size_t i = 0; i < lang_count; i++)
		add_words(w, lang_table[i]->name);
}

bool
kiosk_knows(const char *lang, const char *word)
{
	const struct words *w = &known[strcmp(lang, LONG_LANG) == 0];

	return w->word[place_of(w, fold_text(word, w->arena))] != NULL ||
	    strspn(word, "0123456789") == strlen(word);
}

/* --- catalogues --- */

/*
 * TEXT made 40 % longer, with letters that have an accent: a single word by
 * itself, more by another word.  From its second word on it stands in braces,
 * which show what was cut off without a mark; its first letters stay, for some
 * lists are sorted by them.
 */
static void
add_longer(struct buffer *out, const char *text)
{
	size_t more = (utf8_length(text) * 2 + 4) / 5;
	const char *second = strchr(text, ' ');
	bool braces = second != NULL && more > 3;

	if (text[0] == '\0')
		return;
	if (braces) {
		buffer_add(out, text, (size_t)(second + 1 - text));
		buffer_add_text(out, "{");
		buffer_add_text(out, second + 1);
		more -= 2;
	} else {
		buffer_add_text(out, text);
	}
	if (second != NULL && more > 1) {
		buffer_add_text(out, " ");
		more--;
	}
	for (size_t i = 0; i < more; i++)
		buffer_add_text(out, i % 9 == 8 && i + 1 < more ? " " : "ú");
	if (braces)
		buffer_add_text(out, "}");
}

/* The N-th string of a table at TABLE of the file MO. */
static struct bytes
mo_string(const struct buffer *mo, uint32_t table, uint32_t n)
{
	struct reader r = reader_of(buffer_bytes(mo));
	uint32_t len = 0;
	uint32_t at = 0;

	reader_take(&r, table + 8 * n);
	len = reader_u32(&r);
	at = reader_u32(&r);
	if (reader_failed(&r) || (size_t)at + len >= mo->len)
		die("es", "not a catalogue");
	return bytes_of(mo->at + at, len);
}

/* The translation in the long language of message N. */
static void
add_message(struct buffer *out, struct bytes id, struct bytes text)
{
	const char *form = (const char *)text.at;
	const char *end = form + text.len;

	if (id.len == 0) { /* the head */
		buffer_add(out, text.at, text.len);
		return;
	}
	if (strcmp((const char *)id.at, "@lang@") == 0) {
		buffer_add_text(out, LONG_LANG);
		return;
	}
	for (; form <= end; form += strlen(form) + 1) {
		add_longer(out, form);
		if (form + strlen(form) < end)
			buffer_add(out, "", 1);
	}
}

static void
write_catalogue(const char *lang, const struct buffer *mo)
{
	char *name = xasprintf("%s/%s/LC_MESSAGES/" PACKAGE ".mo", folder,
	    lang);
	struct err e = { 0 };

	*strrchr(name, '/') = '\0';
	*strrchr(name, '/') = '\0';
	if (mkdir(name, 0700) < 0)
		die(name, "mkdir");
	name[strlen(name)] = '/';
	if (mkdir(name, 0700) < 0)
		die(name, "mkdir");
	name[strlen(name)] = '/';
	if (io_write_file(name, buffer_bytes(mo), IO_REPLACE, &e) < 0)
		die(name, e.text);
	free(name);
}

static void
write_long(const struct buffer *es)
{
	struct reader r = reader_of(buffer_bytes(es));
	struct buffer head = { 0 };
	struct buffer strings = { 0 };
	uint32_t count, ids, texts;

	reader_take(&r, 8);
	count = reader_u32(&r);
	ids = reader_u32(&r);
	texts = reader_u32(&r);
	for (uint32_t n = 0; n < 2 * count; n++) {
		bool is_id = n < count;
		size_t start = strings.len;
		struct bytes id = mo_string(es, ids, n % count);

		if (n == 0) {
			buffer_add_u32(&head, 0x950412deu);
			buffer_add_u32(&head, 0);
			buffer_add_u32(&head, count);
			buffer_add_u32(&head, 28);
			buffer_add_u32(&head, 28 + 8 * count);
			buffer_add_zeros(&head, 8);
		}
		if (is_id)
			buffer_add(&strings, id.at, id.len);
		else
			add_message(&strings, id,
			    mo_string(es, texts, n % count));
		buffer_add_u32(&head, (uint32_t)(strings.len - start));
		buffer_add_u32(&head, (uint32_t)(28 + 16 * count + start));
		buffer_add(&strings, "", 1);
		if (!is_id)
			add_words(&known[1],
			    (const char *)strings.at + start);
	}
	buffer_add(&head, strings.at, strings.len);
	write_catalogue(LONG_LANG, &head);
	buffer_fini(&head);
	buffer_fini(&strings);
}

static void
add_catalogue(struct words *w, const struct buffer *mo)
{
	size_t start = 0;

	for (size_t i = 0; i < mo->len; i++)
		if (mo->at[i] == '\0') {
			add_words(w, (const char *)mo->at + start);
			start = i + 1;
		}
}

int
screens_begin(void **state)
{
	static const char *const copied[] = { "es", "en", "pt", "ht" };
	const char *built = getenv("builddir");
	struct err e = { 0 };

	(void)state;
	if (mkdtemp(folder) == NULL)
		die(folder, "mkdtemp");
	for (size_t i = 0; i < COUNT_OF(known); i++) {
		known[i].arena = arena_new();
		add_content(&known[i]);
	}
	for (size_t i = 0; i < COUNT_OF(copied); i++) {
		char *name = xasprintf("%s/locale/%s/LC_MESSAGES/" PACKAGE
				       ".mo",
		    built != NULL ? built : ".", copied[i]);
		struct buffer mo = { 0 };

		if (io_read_file(&mo, name, MO_SIZE_MAX, &e) < 0)
			die(name, e.text);
		write_catalogue(copied[i], &mo);
		for (size_t k = 0; k < COUNT_OF(known); k++)
			add_catalogue(&known[k], &mo);
		if (i == 0)
			write_long(&mo);
		buffer_fini(&mo);
		free(name);
	}
	if (language_init(folder, &e) < 0)
		die("language", e.text);
	return 0;
}

int
screens_end(void **state)
{
	static const char *const langs[] = { "es", "en", "pt", "ht",
		LONG_LANG };

	(void)state;
	for (size_t i = 0; i < COUNT_OF(langs); i++) {
		char *name = xasprintf("%s/%s/LC_MESSAGES/" PACKAGE ".mo",
		    folder, langs[i]);

		unlink(name);
		*strrchr(name, '/') = '\0';
		rmdir(name);
		*strrchr(name, '/') = '\0';
		rmdir(name);
		free(name);
	}
	rmdir(folder);
	for (size_t i = 0; i < COUNT_OF(known); i++)
		arena_free(known[i].arena);
	catalog_free(content);
	catalog_free(options);
	content = options = NULL;
	return 0;
}

/* --- the kiosk --- */

void
kiosk_open(struct kiosk *k, const char *lang, int width, int height)
{
	if (content == NULL)
		content = content_fixture_full_catalog();
	kiosk_open_on(k, content, lang, width, height);
}

void
kiosk_open_options(struct kiosk *k, const char *lang, int width, int height)
{
	struct err e = { 0 };
	sqlite3 *db = NULL;

	if (options == NULL) {
		options = catalog_new();
		db = content_fixture_full();
		options_fixture(db);
		if (catalog_add(options, db, &content_fixture_edition, &e) < 0)
			die("options", e.text);
	}
	kiosk_open_on(k, options, lang, width, height);
}

void
kiosk_open_on(struct kiosk *k, struct catalog *catalog, const char *lang,
    int width, int height)
{
	static const struct date today = { 2026, 11, 21 };

	memset(k, 0, sizeof *k);
	settings_defaults(&k->settings);
	snprintf(k->settings.country, sizeof k->settings.country, "GT");
	snprintf(k->settings.language, sizeof k->settings.language, "%s",
	    lang);
	k->catalog = catalog;
	k->app = app_new(catalog, &k->settings);
	k->now = 1000000;
	app_set_today(k->app, &today);
	app_resize(k->app, width, height);
	app_tick(k->app, k->now);
	app_start(k->app);
	app_draw(k->app);
}

void
kiosk_close(struct kiosk *k)
{
	app_free(k->app);
}

void
kiosk_pass(struct kiosk *k, int milliseconds)
{
	k->now += milliseconds;
	app_tick(k->app, k->now);
}

void
kiosk_press(struct kiosk *k, struct key key)
{
	kiosk_pass(k, 1000);
	app_draw(k->app); /* what a finger sees */
	app_key(k->app, key);
	app_draw(k->app);
}

void
kiosk_keys(struct kiosk *k, const char *keys)
{
	static const struct {
		char name;
		enum key_kind kind;
	} names[] = {
		{ 'v', UIKEY_DOWN }, { '^', UIKEY_UP }, { '<', UIKEY_LEFT },
		{ '>', UIKEY_RIGHT }, { '!', UIKEY_ENTER },
		{ 'B', UIKEY_BACKSPACE },
	};
	bool typed = false;

	while (*keys != '\0') {
		uint32_t code = utf8_next(&keys);
		struct key key = key_char(code);

		if (code == '~') {
			typed = !typed;
			continue;
		}
		for (size_t i = 0; i < COUNT_OF(names) && !typed; i++)
			if (code == (unsigned char)names[i].name)
				key = key_of(names[i].kind);
		kiosk_press(k, key);
	}
}

char *
kiosk_row(struct kiosk *k, int y)
{
	struct surface *s = app_draw(k->app);
	struct buffer out = { 0 };

	for (int x = 0; x < s->width; x++) {
		uint8_t raw[UTF8_MAX];

		buffer_add(&out, raw,
		    utf8_encode(raw, surface_cell(s, x, y)->code));
	}
	while (out.len > 0 && out.at[out.len - 1] == ' ')
		out.len--;
	buffer_add(&out, "", 1);
	return (char *)out.at;
}

char *
kiosk_text(struct kiosk *k)
{
	struct surface *s = app_draw(k->app);
	struct buffer out = { 0 };

	for (int y = 0; y < s->height; y++) {
		char *row = kiosk_row(k, y);

		buffer_add_text(&out, row);
		buffer_add_text(&out, "\n");
		free(row);
	}
	buffer_add(&out, "", 1);
	return (char *)out.at;
}

bool
kiosk_shows(struct kiosk *k, const char *text)
{
	char *all = kiosk_text(k);
	bool found = strstr(all, text) != NULL;

	free(all);
	return found;
}

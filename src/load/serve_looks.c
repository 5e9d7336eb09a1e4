/*
 * The jobs that only look: status, scan, preview.
 */
#include <config.h>

#include "load/serve_jobs.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/io.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "catalog/catalog.h"

/* What is said of a bundle; each to be freed. */
struct words {
	char *title;
	char *publisher;
	char *signer;
};

/* B may be NULL. */
static void
words_of(struct words *out, const struct bundle *b, const char *lang)
{
	*out = (struct words){ 0 };
	if (b != NULL) {
		out->title = load_manifest_text(b, "title", lang);
		out->publisher = load_manifest_text(b, "publisher", lang);
		out->signer = xstrdup(bundle_signatures(b) > 0 ?
			bundle_signer(b, 0) : "");
	} else {
		out->title = xstrdup("");
		out->publisher = xstrdup("");
		out->signer = xstrdup("");
	}
}

static void
words_fini(struct words *w)
{
	free(w->title);
	free(w->publisher);
	free(w->signer);
}

/* Unix seconds; 0 for what came with the program. */
static int64_t
installed_at(const struct serve_ask *ask, const struct stored *edition)
{
	char *path = xasprintf("%s/%s", ask->load->folder, edition->name);
	struct stat st;
	int64_t at = 0;

	if (!edition->factory && stat(path, &st) == 0 && st.st_mtime > 0)
		at = (int64_t)st.st_mtime;
	free(path);
	return at;
}

static const char *
state_of(const struct stored *edition)
{
	if (edition->damaged)
		return "damaged";
	if (edition->outdated)
		return "outdated";
	return edition->away ? "away" : "whole";
}

static void
say_edition(struct work_side *side, const struct serve_ask *ask,
    struct store *s, const struct stored *edition)
{
	bool is_shown = store_shown(s, edition->channel, NULL) == edition;
	struct bundle *b = NULL;
	struct err ignored = { 0 };
	struct words words;

	if (!is_shown && edition->factory)
		return;
	if (store_open_edition(s, edition, &b, &ignored) < 0)
		b = NULL;
	words_of(&words, b, ask->load->lang);
	if (is_shown)
		work_say(side, "channel\t%s\t%" PRIu32 "\t%" PRIu64
		    "\t%" PRId64 "\t%" PRId64 "\t%s\t%s\t%s",
		    edition->channel, edition->epoch, edition->sequence,
		    edition->dates.created, installed_at(ask, edition),
		    words.signer, words.title, words.publisher);
	else
		work_say(side, "previous\t%s\t%" PRIu32 "\t%" PRIu64
		    "\t%" PRId64 "\t%s\t%s", edition->channel,
		    edition->epoch, edition->sequence,
		    edition->dates.created, words.title, state_of(edition));
	words_fini(&words);
	bundle_close(b);
}

static void
say_root(struct work_side *side, const struct store *s)
{
	const struct trust *trust = store_trust(s);
	char *text = NULL;

	if (trust == NULL)
		return;
	text = load_fingerprint(trust);
	work_say(side, "root\t%u\t%s\t%" PRId64 "\t%s",
	    trust_root_version(trust), text, trust_expires(trust),
	    store_root_is_past(s, io_now()) ? "PAST" : "OK");
	free(text);
}

void
serve_job_status(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct store *s = NULL;
	struct err e = { 0 };
	struct err ignored = { 0 };
	uint64_t left = 0;

	if (store_open(&s, &ask->load->place, STORE_READ, &e) < 0) {
		work_finish(side, -1, &e);
		return;
	}
	for (size_t n = 0; n < store_count(s); n++)
		say_edition(side, ask, s, store_edition(s, n));
	work_say(side, "clock\t%s\t%" PRId64,
	    io_now() < store_floor_time(s) ? "BEHIND" : "OK",
	    store_floor_time(s));
	if (store_room(s, &left, &ignored) == 0)
		work_say(side, "room\t%" PRIu64, left);
	say_root(side, s);
	store_close(s);
	work_say(side, "ok");
}

/* For the one who waits, not for the kiosk: which file has this number. */
static void
keep_item(struct work_side *side, unsigned number,
    const struct stick_item *item, const struct bundle *b)
{
	char name[2 * STICK_NAME_SIZE + 1];
	char head[HASH_HEX_SIZE] = "-";
	struct hash sum;

	sodium_bin2hex(name, sizeof name, (const uint8_t *)item->name,
	    strlen(item->name));
	if (b != NULL) {
		bundle_head_hash(b, &sum);
		hash_hex(head, &sum);
	}
	work_say(side, "!item\t%u\t%d\t%s\t%s", number, item->in_folder,
	    name, head);
}

static void
scan_item(struct work_side *side, const struct serve_ask *ask,
    struct store *s, const char *dir, unsigned number,
    const struct stick_item *item)
{
	char *path = stick_path(dir, item);
	char *shown = utf8_made_safe(item->name, false);
	struct bundle *b = NULL;
	struct err e = { 0 };
	int rc = store_consider(s, path, &b, &e);
	const struct head *h = b != NULL ? bundle_head(b) : NULL;
	const char *code = rc == 0 ? "new" : err_name(e.code);
	struct words words;

	words_of(&words, b, ask->load->lang);
	keep_item(side, number, item, b);
	work_say(side, "item\t%u\t%s\t%" PRIu32 "\t%" PRIu64 "\t%" PRId64
	    "\t%" PRIu64 "\t%s\t%s\t%s\t%s\t%s", number,
	    h != NULL ? h->channel : "", h != NULL ? h->epoch : 0,
	    h != NULL ? h->sequence : 0, h != NULL ? h->created : 0,
	    item->size, code[0] != '\0' ? code : "SYSTEM", words.signer,
	    words.title, shown, words.publisher);
	words_fini(&words);
	bundle_close(b);
	free(shown);
	free(path);
}

static void
scan_all(struct work_side *side, const struct serve_ask *ask,
    struct store *s, const struct serve_stick *where,
    const struct stick *stick)
{
	char *label = utf8_made_safe(where->label, false);
	int64_t start = work_now();

	work_say(side, "stick\t%s\t%" PRIu64 "\t%s", label, where->size,
	    where->writable ? "WRITABLE" : "READONLY");
	free(label);
	for (size_t i = 0; i < stick->count; i++) {
		if (work_cancelled(side)) {
			work_say(side, "error\tNONE\tcancelled");
			return;
		}
		if (work_now() - start > SERVE_SCAN_MS)
			break;
		scan_item(side, ask, s, where->dir, (unsigned)i + 1,
		    &stick->items[i]);
	}
	work_say(side, "ok");
}

void
serve_job_scan(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	struct stick *stick = xcalloc(1, sizeof *stick);
	struct serve_stick where;
	struct store *s = NULL;
	struct err e = { 0 };

	if (serve_stick_open(&where, &ask->source, false, &e) < 0 ||
	    stick_look(stick, where.dir, &e) < 0 ||
	    store_open(&s, &ask->load->place, STORE_READ, &e) < 0)
		work_finish(side, -1, &e);
	else
		scan_all(side, ask, s, &where, stick);
	store_close(s);
	free(stick);
}

static void
beat(void *context, const char *what, uint64_t done, uint64_t all)
{
	struct work_side *side = context;

	(void)what;
	(void)done;
	(void)all;
	work_beat(side);
	if (!work_cancelled(side))
		return;
	work_say(side, "error\tNONE\tcancelled");
	_exit(EXIT_SUCCESS); /* nothing was written */
}

static void
say_change(struct work_side *side, const struct compared *c)
{
	char *title = utf8_made_safe(c->title, false);
	char *lang = utf8_made_safe(c->lang, false);

	work_say(side, "change\t%s\t%c\t%s\t%s", entry_kind_name(c->kind),
	    compare_change_sign(c->change), lang, title);
	free(lang);
	free(title);
}

/* For the one who waits, as keep_item(): the installation needs it. */
static void
keep_counts(struct work_side *side, const struct job_counts *counts)
{
	char heads[HASH_HEX_SIZE];

	hash_hex(heads, &counts->heads);
	work_say(side, "!counts\t%s\t%u\t%u\t%u", heads,
	    counts->sum[COMPARE_NEW], counts->sum[COMPARE_CHANGED],
	    counts->sum[COMPARE_WITHDRAWN]);
}

static void
say_preview(struct work_side *side, const struct preview *p,
    const char *lang)
{
	const struct head *h = bundle_head(p->bundle);
	const struct comparison *c = &p->compare;
	struct words words;

	words_of(&words, p->bundle, lang);
	work_say(side, "bundle\t%s\t%" PRIu32 "\t%" PRIu64 "\t%" PRId64
	    "\t%s\t%s\t%s", h->channel, h->epoch, h->sequence, h->created,
	    words.signer, words.title, words.publisher);
	words_fini(&words);
	if (p->has_from)
		work_say(side, "from\t%" PRIu32 "\t%" PRIu64 "\t%" PRId64,
		    p->from_epoch, p->from_sequence, p->from_created);
	work_say(side, "grow\t%" PRId64 "\t%" PRIu64 "\t%u",
	    p->growth > 0 ? p->growth : 0, p->left, p->seconds);
	for (enum entry_kind kind = 0; kind < ENTRY_KINDS; kind++)
		work_say(side, "count\t%s\t%zu\t%zu\t%zu",
		    entry_kind_name(kind), c->counts[kind][COMPARE_NEW],
		    c->counts[kind][COMPARE_CHANGED],
		    c->counts[kind][COMPARE_WITHDRAWN]);
	for (size_t i = 0; i < c->count && i < SERVE_CHANGES_MAX; i++)
		say_change(side, &c->list[i]);
}

void
serve_job_preview(struct work_side *side, void *context)
{
	const struct serve_ask *ask = context;
	const struct progress progress = { beat, side };
	struct preview_job job = { .lang = ask->load->lang,
		.progress = &progress,
		.alerts = ask->load->alert_channels.list };
	struct preview p = { 0 };
	struct serve_stick stick;
	struct store *s = NULL;
	struct err e = { 0 };
	char *path = NULL;
	int rc = -1;

	if (serve_stick_open(&stick, &ask->source, false, &e) == 0 &&
	    store_open(&s, &ask->load->place, STORE_READ, &e) == 0) {
		path = stick_path(stick.dir, &ask->item->file);
		job.path = path;
		rc = preview_make(&p, s, &job, &e);
	}
	if (rc == 0)
		say_preview(side, &p, ask->load->lang);
	if (rc == 0)
		keep_counts(side, &p.counts);
	preview_fini(&p);
	store_close(s);
	free(path);
	work_finish(side, rc, &e);
}

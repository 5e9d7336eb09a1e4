/*
 * vereda-pack root show: what a root says, who signed it, and whether a kiosk
 * would take it after the ones before it.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/io.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "bundle/minisig_write.h"
#include "pack/pack_command.h"
#include "pack/pack_root.h"

#define _(s) gettext(s)
#define N_(s) s

#define FINGERPRINT_LINE 40 /* eight groups and their blanks */

enum {
	OPTION_JSON,
	OPTION_PREVIOUS,
};

enum verdict {
	CHAIN_HOLDS,
	CHAIN_UNSIGNED, /* nothing wrong, but signatures are missing */
	CHAIN_UNKNOWN,  /* the root before it is not here */
	CHAIN_BROKEN,
};

struct shown {
	struct root_file file;
	struct root_file previous; /* version 0: there is none */
	enum verdict verdict;
	struct err why; /* CHAIN_BROKEN */
};

static bool
has_previous(const struct shown *s)
{
	return s->previous.root.version != 0;
}

/* How many signatures are still to come, own and of the root before. */
static bool
is_complete(const struct shown *s)
{
	const struct root_keys *own = &s->file.root.roots;
	const struct root_keys *old = &s->previous.root.roots;

	return root_file_signed_by(&s->file, own) >= own->threshold &&
	    (!has_previous(s) ||
		root_file_signed_by(&s->file, old) >= old->threshold);
}

/* Good, of a key that may sign this root? */
static bool
is_good(const struct shown *s, const struct minisig *signature)
{
	const struct root_keys *sets[] = { &s->file.root.roots,
		&s->previous.root.roots };

	for (size_t n = 0; n < COUNT_OF(sets); n++)
		for (unsigned i = 0; i < sets[n]->count; i++) {
			struct err ignored = { 0 };

			if (minisig_verify(signature, &sets[n]->keys[i],
				buffer_bytes(&s->file.document), &ignored) ==
			    0)
				return true;
		}
	return false;
}

/* As a kiosk does that knows the roots up to the file BEFORE (or none). */
static int
judge_as_kiosk(const struct shown *s, const char *before, struct err *e)
{
	struct buffer text = { 0 };
	struct trust *t = NULL;
	int rc = -1;

	root_file_text(&text, &s->file);
	if (before == NULL)
		rc = trust_parse(&t, buffer_bytes(&text), e);
	else if (root_chain_load(&t, before, e) == 0)
		rc = trust_add(t, buffer_bytes(&text), e);
	trust_free(t);
	buffer_fini(&text);
	return rc;
}

static void
judge(struct shown *s, const char *before)
{
	for (unsigned i = 0; i < s->file.count; i++) {
		char id[MINISIG_KEY_ID_HEX_SIZE];

		minisig_key_id_hex(id, s->file.signatures[i].id);
		/* Without the one before, an unknown key may be one of it. */
		if (is_good(s, &s->file.signatures[i]) ||
		    (s->file.root.version > 1 && before == NULL))
			continue;
		s->verdict = CHAIN_BROKEN;
		err_set(&s->why, ERR_ROOT_CHAIN, "the signature of key %s is "
		    "not good here", id);
		return;
	}
	if (s->file.root.version > 1 && before == NULL)
		s->verdict = CHAIN_UNKNOWN;
	else if (!is_complete(s))
		s->verdict = CHAIN_UNSIGNED;
	else if (judge_as_kiosk(s, before, &s->why) < 0)
		s->verdict = CHAIN_BROKEN;
	else
		s->verdict = CHAIN_HOLDS;
}

static bool
has_signed(const struct shown *s, const struct minisig_key *key)
{
	for (unsigned i = 0; i < s->file.count; i++) {
		struct err ignored = { 0 };

		if (minisig_verify(&s->file.signatures[i], key,
			buffer_bytes(&s->file.document), &ignored) == 0)
			return true;
	}
	return false;
}

static void
print_key(const struct shown *s, const struct minisig_key *key, bool is_root)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];
	char text[MINISIG_KEY_TEXT_SIZE];

	minisig_key_id_hex(id, key->id);
	minisig_key_text(text, key);
	if (is_root && has_signed(s, key))
		/* TRANSLATORS: key id, public key; it has signed this file */
		printf(_("  %s  %s  signed\n"), id, text);
	else
		printf("  %s  %s\n", id, text);
}

static void
print_keys(const struct shown *s)
{
	const struct root *r = &s->file.root;

	printf(_("Root keys, %u of %u must sign:\n"), r->roots.threshold,
	    r->roots.count);
	for (unsigned i = 0; i < r->roots.count; i++)
		print_key(s, &r->roots.keys[i], true);
	for (unsigned n = 0; n < r->channel_count; n++) {
		const struct root_channel *c = &r->channels[n];

		printf(_("Channel %s, epoch %u, %u of %u must sign:\n"),
		    c->name, c->epoch, c->publishers.threshold,
		    c->publishers.count);
		for (unsigned i = 0; i < c->publishers.count; i++)
			print_key(s, &c->publishers.keys[i], false);
	}
	if (r->revoked_count > 0)
		puts(_("Revoked keys:"));
	for (unsigned i = 0; i < r->revoked_count; i++) {
		char id[MINISIG_KEY_ID_HEX_SIZE];
		char *reason = utf8_made_safe(r->revoked[i].reason, false);

		minisig_key_id_hex(id, r->revoked[i].id);
		printf("  %s  %s\n", id, reason);
		free(reason);
	}
}

static void
print_verdict(const struct shown *s)
{
	const struct root *r = &s->file.root;
	const struct root *old = &s->previous.root;

	printf(_("Signed by %u of its own root keys, %u are needed.\n"),
	    root_file_signed_by(&s->file, &r->roots), r->roots.threshold);
	if (has_previous(s))
		printf(_("Signed by %u of the keys of root %u, %u are "
			 "needed.\n"),
		    root_file_signed_by(&s->file, &old->roots), old->version,
		    old->roots.threshold);
	switch (s->verdict) {
	case CHAIN_HOLDS:
		puts(_("The chain holds: kiosks accept this root."));
		break;
	case CHAIN_UNSIGNED:
		puts(_("Signatures are missing: kiosks refuse this root."));
		break;
	case CHAIN_UNKNOWN:
		puts(_("The root before it is not here, so the chain was not "
		       "checked. Name it with --previous."));
		break;
	case CHAIN_BROKEN:
		puts(_("The chain is broken: kiosks refuse this root."));
		printf("  (%s)\n", s->why.text);
		break;
	}
}

static void
print_text(const struct shown *s)
{
	const struct root *r = &s->file.root;
	char print[ROOT_FINGERPRINT_SIZE];

	printf(_("Root %u, made on %04d-%02d-%02d, to be renewed before "
		 "%04d-%02d-%02d\n"),
	    r->version, r->created.year, r->created.month, r->created.day,
	    r->expires.year, r->expires.month, r->expires.day);
	root_fingerprint(print, buffer_bytes(&s->file.document));
	puts(r->version == 1 ? _("Fingerprint; its first four groups stand on "
				 "the label of a kiosk:") :
			       _("Fingerprint:"));
	printf("  %.*s\n  %s\n", FINGERPRINT_LINE - 1, print,
	    print + FINGERPRINT_LINE);
	print_keys(s);
	print_verdict(s);
}

static void
json_keys(struct json *j, const char *name, const struct root_keys *set)
{
	json_array_begin(j, name);
	for (unsigned i = 0; i < set->count; i++) {
		char id[MINISIG_KEY_ID_HEX_SIZE];
		char text[MINISIG_KEY_TEXT_SIZE];

		minisig_key_id_hex(id, set->keys[i].id);
		minisig_key_text(text, &set->keys[i]);
		json_object_begin(j, NULL);
		json_text(j, "id", id);
		json_text(j, "key", text);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
json_day(struct json *j, const char *name, const struct date *d)
{
	char *day = xasprintf("%04d-%02d-%02d", d->year, d->month, d->day);

	json_text(j, name, day);
	free(day);
}

static void
json_root(struct json *j, const struct root *r)
{
	json_number(j, "version", r->version);
	json_day(j, "created", &r->created);
	json_day(j, "expires", &r->expires);
	json_number(j, "threshold", r->roots.threshold);
	json_keys(j, "root_keys", &r->roots);
	json_array_begin(j, "channels");
	for (unsigned i = 0; i < r->channel_count; i++) {
		const struct root_channel *c = &r->channels[i];

		json_object_begin(j, NULL);
		json_text(j, "channel", c->name);
		json_number(j, "epoch", c->epoch);
		json_number(j, "threshold", c->publishers.threshold);
		json_keys(j, "publishers", &c->publishers);
		json_object_end(j);
	}
	json_array_end(j);
	json_array_begin(j, "revoked");
	for (unsigned i = 0; i < r->revoked_count; i++) {
		char id[MINISIG_KEY_ID_HEX_SIZE];

		minisig_key_id_hex(id, r->revoked[i].id);
		json_object_begin(j, NULL);
		json_text(j, "id", id);
		json_text(j, "reason", r->revoked[i].reason);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
json_signatures(struct json *j, const struct shown *s)
{
	json_array_begin(j, "signatures");
	for (unsigned i = 0; i < s->file.count; i++) {
		const struct minisig *m = &s->file.signatures[i];
		char id[MINISIG_KEY_ID_HEX_SIZE];

		minisig_key_id_hex(id, m->id);
		json_object_begin(j, NULL);
		json_text(j, "id", id);
		json_text(j, "comment", m->comment);
		json_bool(j, "good", is_good(s, m));
		json_object_end(j);
	}
	json_array_end(j);
}

static void
print_json(const struct shown *s)
{
	static const char *const verdicts[] = {
		[CHAIN_HOLDS] = "holds",
		[CHAIN_UNSIGNED] = "unsigned",
		[CHAIN_UNKNOWN] = "unknown",
		[CHAIN_BROKEN] = "broken",
	};
	struct json j = { .out = stdout };
	char print[ROOT_FINGERPRINT_SIZE];

	root_fingerprint(print, buffer_bytes(&s->file.document));
	json_object_begin(&j, NULL);
	json_text(&j, "fingerprint", print);
	json_root(&j, &s->file.root);
	json_signatures(&j, s);
	json_text(&j, "chain", verdicts[s->verdict]);
	json_text(&j, "detail", s->why.text);
	json_object_end(&j);
	json_end(&j);
}

static int
show(struct shown *s, const struct pack_given *given, const char *path,
    struct err *e)
{
	char *before = NULL;
	int rc = root_file_read(&s->file, path, e);

	if (rc == 0)
		before = pack_root_previous(path, &s->file,
		    given[OPTION_PREVIOUS].value);
	if (before != NULL)
		rc = root_file_read(&s->previous, before, e);
	if (rc == 0) {
		judge(s, before);
		if (given[OPTION_JSON].value != NULL)
			print_json(s);
		else
			print_text(s);
	}
	free(before);
	return rc;
}

static int
run(const struct pack_given *given, char **operands)
{
	struct shown *s = xcalloc(1, sizeof *s);
	struct err e = { 0 };
	int status = PACK_DONE;

	if (show(s, given, operands[0], &e) < 0)
		status = pack_refuse(&e);
	else if (s->verdict == CHAIN_BROKEN)
		status = PACK_REFUSED;
	root_file_fini(&s->file);
	root_file_fini(&s->previous);
	free(s);
	return status;
}

const struct pack_command pack_root_show = {
	.name = "root show",
	.operands = "ROOT",
	.about = N_("Show what a root says, who signed it, and whether kiosks "
		    "accept it."),
	.options = {
	    [OPTION_JSON] = { "json", 0, NULL, N_("write JSON") },
	    [OPTION_PREVIOUS] = { "previous", 0, "ROOT",
		N_("the root before it, if that does not lie beside it") },
	},
	.operand_count = 1,
	.run = run,
};

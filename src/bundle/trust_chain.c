/*
 * The chain of roots.  Version N+1 follows exactly N, is signed by enough
 * root keys of N and enough of its own, never brings back a key that was
 * revoked, and never sets an epoch back.
 */
#include <config.h>

#include "bundle/trust.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "bundle/trust_private.h"

#define SIGNATURE_LINES 4

void
trust_root_free(struct trust_root *r)
{
	if (r == NULL)
		return;
	buffer_fini(&r->entry);
	free(r);
}

struct bytes
trust_document(const struct trust_root *r)
{
	return bytes_of(r->entry.at, r->document_len);
}

/* Where the first signature begins; ENTRY.len if there is none. */
static size_t
find_signatures(struct bytes entry)
{
	static const char mark[] = "untrusted comment:";
	size_t len = strlen(mark);
	size_t at = 0;

	while (at < entry.len) {
		const uint8_t *lf;

		if (entry.len - at >= len &&
		    memcmp(entry.at + at, mark, len) == 0)
			return at;
		lf = memchr(entry.at + at, '\n', entry.len - at);
		if (lf == NULL)
			break;
		at = (size_t)(lf - entry.at) + 1;
	}
	return entry.len;
}

/* The next four lines of REST, or all of it if there are fewer. */
static struct bytes
take_signature(struct bytes *rest)
{
	size_t end = 0;
	struct bytes taken;

	for (int line = 0; line < SIGNATURE_LINES && end < rest->len; line++) {
		const uint8_t *lf = memchr(rest->at + end, '\n',
		    rest->len - end);

		end = lf != NULL ? (size_t)(lf - rest->at) + 1 : rest->len;
	}
	taken = bytes_of(rest->at, end);
	*rest = bytes_of(rest->at + end, rest->len - end);
	return taken;
}

/* As in the envelope: sorted by key id, none twice, so that there is one
 * spelling. */
static int
read_signatures(struct trust_reading *out, struct bytes rest, struct err *e)
{
	while (rest.len > 0) {
		struct bytes text = take_signature(&rest);
		struct err why = { 0 };

		if (out->count == TRUST_SIGNATURES_MAX)
			return err_set(e, ERR_ROOT_CHAIN,
			    "more than %u signatures", TRUST_SIGNATURES_MAX);
		if (minisig_parse(&out->signatures[out->count], text, &why) <
		    0)
			return err_set(e, ERR_ROOT_CHAIN, "%s", why.text);
		if (out->count > 0 &&
		    memcmp(out->signatures[out->count - 1].id,
			out->signatures[out->count].id,
			MINISIG_KEY_ID_SIZE) >= 0)
			return err_set(e, ERR_ROOT_CHAIN,
			    "signatures of one key, or out of order");
		out->count++;
	}
	return 0;
}

int
trust_read_entry(struct trust_reading *out, struct bytes entry, struct err *e)
{
	size_t len = find_signatures(entry);

	*out = (struct trust_reading){ .root = xcalloc(1,
	    sizeof *out->root) };
	if (entry.len <= TRUST_ENTRY_MAX &&
	    root_parse(&out->root->root, bytes_of(entry.at, len), e) == 0 &&
	    read_signatures(out, bytes_of(entry.at + len, entry.len - len),
		e) == 0) {
		buffer_add(&out->root->entry, entry.at, entry.len);
		out->root->document_len = len;
		return 0;
	}
	trust_root_free(out->root);
	out->root = NULL;
	return err_set(e, ERR_ROOT_CHAIN, "a root of %zu bytes", entry.len);
}

/*
 * Every signature must be good and of a root key of OLD or NEXT (the same
 * for the first of all), and each must find enough of its own.
 */
static int
check_signatures(const struct root *old, const struct trust_reading *next,
    struct err *e)
{
	const struct root_keys *own = &next->root->root.roots;
	struct bytes document = trust_document(next->root);

	for (unsigned i = 0; i < next->count; i++) {
		const struct minisig *s = &next->signatures[i];
		const struct minisig_key *key = trust_find_key(&old->roots,
		    s->id);
		struct err why = { 0 };

		if (key == NULL)
			key = trust_find_key(own, s->id);
		if (key == NULL)
			return err_set(e, ERR_ROOT_CHAIN,
			    "signed by a key that is no root key");
		if (minisig_verify(s, key, document, &why) < 0)
			return err_set(e, ERR_ROOT_CHAIN, "%s", why.text);
	}
	if (trust_count_keys(&old->roots, next->signatures, next->count) <
	    old->roots.threshold)
		return err_set(e, ERR_ROOT_CHAIN,
		    "too few keys of the root before it have signed");
	if (trust_count_keys(own, next->signatures, next->count) <
	    own->threshold)
		return err_set(e, ERR_ROOT_CHAIN,
		    "too few of its own keys have signed");
	return 0;
}

static bool
names_key(const struct root *r, const uint8_t id[MINISIG_KEY_ID_SIZE])
{
	if (trust_find_key(&r->roots, id) != NULL)
		return true;
	for (unsigned i = 0; i < r->channel_count; i++)
		if (trust_find_key(&r->channels[i].publishers, id) != NULL)
			return true;
	return false;
}

/* What NEXT may not undo of what OLD, some earlier root, has said. */
static int
check_against(const struct root *old, const struct root *next, struct err *e)
{
	for (unsigned i = 0; i < old->revoked_count; i++)
		if (names_key(next, old->revoked[i].id))
			return err_set(e, ERR_ROOT_CHAIN,
			    "a key comes back that root %u has revoked",
			    old->version);
	for (unsigned i = 0; i < next->channel_count; i++)
		for (unsigned j = 0; j < old->channel_count; j++)
			if (strcmp(next->channels[i].name,
				old->channels[j].name) == 0 &&
			    next->channels[i].epoch < old->channels[j].epoch)
				return err_set(e, ERR_ROOT_CHAIN,
				    "an epoch that root %u had passed",
				    old->version);
	return 0;
}

static int
judge(const struct trust *t, const struct trust_reading *next, struct err *e)
{
	const struct root *newest = &t->roots[t->count - 1]->root;

	if (t->count == TRUST_ROOTS_MAX)
		return err_set(e, ERR_ROOT_CHAIN, "more than %u roots",
		    TRUST_ROOTS_MAX);
	if (next->root->root.version != newest->version + 1)
		return err_set(e, ERR_ROOT_CHAIN,
		    "root %u does not follow root %u",
		    next->root->root.version, newest->version);
	if (check_signatures(newest, next, e) < 0)
		return err_wrap(e, "root %u", next->root->root.version);
	for (unsigned i = 0; i < t->count; i++)
		if (check_against(&t->roots[i]->root, &next->root->root, e) <
		    0)
			return -1;
	return 0;
}

int
trust_add(struct trust *t, struct bytes entry, struct err *e)
{
	struct trust_reading next;

	if (trust_read_entry(&next, entry, e) < 0)
		return -1;
	if (judge(t, &next, e) < 0) {
		trust_root_free(next.root);
		return -1;
	}
	t->roots[t->count++] = next.root;
	return 0;
}

/*
 * A version that T has: the same document.  Its signatures are judged once
 * more, so that a reader who meets the chain for the first time says the
 * same as one who knows it; the first root needs none.
 */
static int
compare_known(const struct trust *t, unsigned n, struct bytes entry,
    struct err *e)
{
	const struct trust_root *known = t->roots[n];
	const struct root *before = &t->roots[n > 0 ? n - 1 : 0]->root;
	struct trust_reading again;
	int rc = -1;

	if (trust_read_entry(&again, entry, e) < 0)
		return -1;
	if (!bytes_equal(trust_document(again.root), trust_document(known)))
		err_set(e, ERR_ROOT_CHAIN,
		    "root %u is not the one that this machine trusts", n + 1);
	else if (n == 0 && again.count == 0)
		rc = 0;
	else
		rc = check_signatures(before, &again, e);
	trust_root_free(again.root);
	return rc;
}

int
trust_add_region(struct trust *t, struct bytes region, struct err *e)
{
	struct reader r = reader_of(region);

	for (unsigned n = 0; reader_left(&r) > 0; n++) {
		uint32_t len = reader_u32(&r);
		struct bytes entry = reader_take(&r, len);

		if (reader_failed(&r) || n == TRUST_ROOTS_MAX)
			return err_set(e, ERR_ROOT_CHAIN,
			    "the roots are cut short, or too many");
		if (n < t->count ? compare_known(t, n, entry, e) < 0 :
				   trust_add(t, entry, e) < 0)
			return -1;
	}
	return 0;
}

/*
 * Changes to a root that is not signed yet.  Each leaves it such that it can
 * be written, or refuses with ERR_INPUT, ERR_LIMIT or ERR_NOT_FOUND and a
 * detail that says what to do first.
 */
#ifndef VEREDA_ROOT_EDIT_H
#define VEREDA_ROOT_EDIT_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/root.h"

/* The channel called NAME, or NULL. */
struct root_channel *root_edit_find(struct root *r, const char *name);

CHECKED int root_edit_add_root_key(struct root *r,
    const struct minisig_key *key, struct err *e);

/* The channel NAME with its first keys still to come; it must be new. */
CHECKED int root_edit_add_channel(struct root *r, const char *name,
    uint32_t epoch, unsigned threshold, struct err *e);
CHECKED int root_edit_add_publisher(struct root *r, struct root_channel *c,
    const struct minisig_key *key, struct err *e);

/* Take a key out of one channel (or of the root keys: C is NULL). */
CHECKED int root_edit_drop_key(struct root *r, struct root_channel *c,
    const uint8_t id[MINISIG_KEY_ID_SIZE], struct err *e);
CHECKED int root_edit_drop_channel(struct root *r, const char *name,
    struct err *e);

enum root_epochs {
	ROOT_EPOCHS_BUMP, /* nothing the key signed is accepted any more */
	ROOT_EPOCHS_KEEP,
};

/*
 * Take the key ID out of everything and write down that it is revoked for
 * REASON; the epochs of the channels that it signed go up by one.
 */
CHECKED int root_edit_revoke(struct root *r,
    const uint8_t id[MINISIG_KEY_ID_SIZE], const char *reason,
    enum root_epochs epochs, struct err *e);

/* Every threshold can be met. */
CHECKED int root_edit_check(const struct root *r, struct err *e);

#endif

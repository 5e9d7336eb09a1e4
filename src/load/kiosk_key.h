/*
 * The key with which a kiosk signs its receipts, made the first time that it
 * is needed, in the file "kiosk.key" of the store.  No root names it: nothing
 * that it signs is ever shown.
 */
#ifndef VEREDA_KIOSK_KEY_H
#define VEREDA_KIOSK_KEY_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/minisig.h"

#define KIOSK_KEY_FILE "kiosk.key"

struct kiosk_key {
	struct minisig_key public;
	uint8_t secret[crypto_sign_SECRETKEYBYTES];
};

/* ERR_KEY if the file in FOLDER is none.  Give it to kiosk_key_wipe(). */
CHECKED int kiosk_key_open(struct kiosk_key *out, const char *folder,
    struct err *e);
void kiosk_key_wipe(struct kiosk_key *k);

#endif

/*
 * What is written on a stick: the report of one installation, for who sends
 * the sticks, and the editions that this kiosk shows, for the next kiosk.
 */
#ifndef VEREDA_RECEIPT_H
#define VEREDA_RECEIPT_H

#include "base/compiler.h"
#include "base/err.h"
#include "bundle/store.h"

#define RECEIPT_NAME_SIZE 128

/* Whose report it is, as the settings have it; all borrowed. */
struct receipt_from {
	const char *site;
	const char *country;    /* ISO 3166-1, or "" */
	const char *statistics; /* folder of what was counted; "" for none */
};

/*
 * Write the report of record NUMBER (0: the last) as
 * DIR/VEREDA/receipts/SITE-DATE-RECORD.json and its name to NAME.
 * A kiosk that counts puts its statistics into it and signs it, in a file
 * NAME.minisig beside it.  ERR_NOT_FOUND if there is no such record; ERR_STICK
 * if DIR cannot be written.  Nothing of it is about one person.
 */
CHECKED int receipt_write(char name[RECEIPT_NAME_SIZE], const char *dir,
    const struct store_place *place, const struct receipt_from *from,
    unsigned number, struct err *e);

/*
 * DIR/VEREDA, made if it is not there, then NAME in that the same way if it
 * is not NULL; no link is followed.  The caller closes *OUT.  ERR_STICK.
 */
CHECKED int receipt_folder(int *out, const char *dir, const char *name,
    struct err *e);

#endif

/*
 * Errors: a code that has one sentence for people, and one English line for
 * the log.  The first error stays; callers add context in front of it.
 */
#ifndef VEREDA_ERR_H
#define VEREDA_ERR_H

#include "base/compiler.h"

/*
 * ERR_E00 to ERR_E26 are the verdicts on a bundle, in the order in which the
 * checks are made (see vereda-bundle(5)).  The rest is everything else.
 */
enum err_code {
	ERR_NONE = -1,
	ERR_INSTALLED = 0,    /* E00 this very edition is installed already */
	ERR_NOT_A_FILE,       /* E01 not a regular file, or too large */
	ERR_SHORT,            /* E02 too short to be a bundle */
	ERR_MAGIC,            /* E03 does not begin as a bundle does */
	ERR_ENVELOPE,         /* E04 lengths in the envelope */
	ERR_RESERVED,         /* E05 a reserved byte is not zero */
	ERR_SIGNATURE_FORM,   /* E06 a signature slot is not canonical */
	ERR_ROOT_CHAIN,       /* E07 the chain of roots is broken */
	ERR_UNKNOWN_KEY,      /* E08 signed by a key that we do not know */
	ERR_THRESHOLD,        /* E09 too few good signatures */
	ERR_SIGNATURE,        /* E10 a signature is wrong */
	ERR_HEAD,             /* E11 domain or version of the head */
	ERR_HEAD_LENGTHS,     /* E12 lengths in the head */
	ERR_CHANNEL,          /* E13 not the channel that was asked for */
	ERR_READER_TOO_OLD,   /* E14 needs a newer program */
	ERR_EPOCH,            /* E15 not the epoch of this channel */
	ERR_OLDER,            /* E16 older than what is installed */
	ERR_EQUIVOCATION,     /* E17 same number, other content */
	ERR_EXPIRED,          /* E18 proved to be past its date */
	ERR_NO_ROOM,          /* E19 no room, or store not writable */
	ERR_STICK,            /* E20 the file could not be read */
	ERR_BLOCK_HASH,       /* E21 a block is not what was signed */
	ERR_BLOCK_INFLATE,    /* E22 a block does not inflate exactly */
	ERR_IMAGE_HASH,       /* E23 the whole image is not what was signed */
	ERR_SCHEMA,           /* E24 not the database that we expect */
	ERR_CARD,             /* E25 the card does not hold what was written */
	ERR_BUSY,             /* E26 another installation is running */
	ERR_BUNDLE_LAST = ERR_BUSY,
	ERR_USAGE,            /* the command line is wrong */
	ERR_SYSTEM,           /* a call to the system failed */
	ERR_DATABASE,         /* SQLite reports a fault */
	ERR_NOT_FOUND,        /* what was asked for is not there */
	ERR_WITHDRAWN,        /* another channel warns of that entry */
	ERR_INPUT,            /* a source file or setting is wrong */
	ERR_TERMINAL,         /* the terminal cannot show the kiosk */
	ERR_LIMIT,            /* larger than a limit that we state */
	ERR_KEY,              /* a key file is wrong, or the passphrase */
	ERR_COUNT
};

#define ERR_TEXT_SIZE 512 /* bytes, with the final NUL */

/* Start one with { 0 }: an empty text means that nothing has failed. */
struct err {
	enum err_code code;
	char text[ERR_TEXT_SIZE];
};

/* Fill E unless an error is there already.  Always returns -1. */
int err_set(struct err *e, enum err_code code, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* As err_set(), with ": " and strerror(errno) at the end. */
int err_set_errno(struct err *e, enum err_code code, const char *format, ...)
    PRINTF_LIKE(3, 4);

/* Put "FORMAT: " in front of the text of E.  Always returns -1. */
int err_wrap(struct err *e, const char *format, ...) PRINTF_LIKE(2, 3);

/* Forget what failed, so that E can be used again. */
void err_clear(struct err *e);

/* "E00" to "E26" for the verdicts on a bundle, "" for the others. */
const char *err_name(enum err_code code);

/*
 * What happened and what to do, for people: one plain sentence or two, in
 * the language of the moment (gettext).  Never NULL.
 */
const char *err_sentence(enum err_code code);

/* The same before translation, for tests that count the sentences. */
const char *err_sentence_id(enum err_code code);

#endif

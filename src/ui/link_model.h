/*
 * What the kiosk knows from its helper, for the screens of the staff; and
 * how the lines of an answer fill it.  Pure, as link_line.h.  A list is put
 * in place of the old one only when its answer ended with "ok".
 */
#ifndef VEREDA_LINK_MODEL_H
#define VEREDA_LINK_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/compiler.h"
#include "base/mem.h"
#include "ui/link_line.h"

#define LINK_ITEMS_MAX 64u    /* of one stick */
#define LINK_CHANNELS_MAX 16u
#define LINK_PREVIOUS_MAX 32u
#define LINK_KINDS_MAX 16u    /* of one preview */
#define LINK_CHANGES_MAX 500u /* titles of one preview */
#define LINK_LINES_MAX 1024u  /* of one answer, steps apart */
#define LINK_CVS_MAX 9u       /* on one stick */
#define LINK_STEPS 5          /* of an installation */
#define LINK_CODE_SIZE 16     /* bytes of a code of an error */
#define LINK_TEXT_SIZE 128    /* bytes of the texts that are kept in place */

enum link_request {
	LINK_NOTHING,
	LINK_HELLO,
	LINK_PIN,
	LINK_LEAVE,
	LINK_STATUS,
	LINK_SCAN,
	LINK_PREVIEW,
	LINK_INSTALL,
	LINK_ROLLBACK,
	LINK_RECEIPT,
	LINK_CV,
	LINK_REQUESTS,
};

/* Times are Unix seconds, sizes bytes. */
struct link_edition {
	const char *channel;
	const char *title;
	const char *signer; /* or "" */
	const char *state;  /* of a previous one, or "" */
	uint64_t epoch, sequence;
	int64_t created;
	int64_t installed; /* 0 if that is not known */
};

struct link_status {
	struct link_edition channel[LINK_CHANNELS_MAX];
	size_t channels;
	struct link_edition previous[LINK_PREVIOUS_MAX];
	size_t previouses;
	bool clock_behind;
	uint64_t room;
	bool has_root; /* without one nothing can be installed */
	const char *label; /* what the kiosk's says, "4F2A 91C0 ...", or "" */
	int64_t root_expires; /* 0 if that is not known */
	bool root_past;       /* ... and is over */
};

struct link_item {
	struct link_edition edition;
	unsigned number; /* its name in requests */
	uint64_t size;
	const char *code; /* "new", "E16" */
	const char *file;
};

struct link_stick {
	const char *label;
	uint64_t size;
	bool writable;
	struct link_item *items;
	size_t count;
};

enum link_sign { LINK_NEW, LINK_CHANGED, LINK_WITHDRAWN };

struct link_change {
	unsigned kind; /* in kinds */
	enum link_sign sign;
	const char *title;
};

struct link_kind {
	const char *name; /* "article" */
	uint64_t count[3]; /* by enum link_sign */
};

struct link_preview {
	unsigned number; /* of the item */
	struct link_edition edition;
	struct link_edition from; /* created 0: there is none */
	uint64_t grow, room, seconds;
	struct link_kind kinds[LINK_KINDS_MAX];
	size_t kind_count;
	struct link_change *changes;
	size_t change_count;
};

/* The request that ended last, as far as people are told of it. */
struct link_result {
	enum link_request what; /* LINK_INSTALL or LINK_ROLLBACK */
	bool good;
	bool cancelled;
	char code[LINK_CODE_SIZE]; /* "E16", "" when it is good */
	int step;                  /* where it ended */
	uint64_t epoch, sequence;
	int64_t created; /* of the edition now in use, 0 if not known */
	uint64_t count[3]; /* by enum link_sign */
	uint64_t record, seconds;
	char receipt[LINK_TEXT_SIZE]; /* a file on the stick, or "" */
};

struct link_model {
	enum link_request running;
	unsigned heard; /* lines of the answer that is coming */
	bool staff; /* the session of the staff is open */
	bool stick_in;
	bool stick_writable; /* while it is in */
	bool stick_moved; /* in or out: the list is old */
	bool changed; /* another edition is shown from now on */

	char code[LINK_REQUESTS][LINK_CODE_SIZE]; /* how each ended; "" well */
	uint64_t tries; /* left; 0 if not known */
	uint64_t wait;  /* seconds, as the last answer said */
	int step;       /* 1 .. LINK_STEPS, 0 before */
	uint64_t done, all;  /* of the step */
	uint64_t copied;     /* bytes, when step 1 is done */
	unsigned number;     /* what preview or install is about */
	struct link_result result;
	bool cv_due;        /* asked for, not answered */
	unsigned cv_number; /* of the file that was written; 0 for none */

	const struct link_status *status;   /* or NULL */
	const struct link_stick *stick;     /* or NULL */
	const struct link_preview *preview; /* or NULL */
	struct arena *arenas[LINK_REQUESTS]; /* of the three */

	struct arena *arena; /* of what is being filled */
	void *filling;
};

void link_model_init(struct link_model *m);
void link_model_fini(struct link_model *m);

/* REQUEST (install or rollback) will be sent: there is no result yet. */
void link_model_expect(struct link_model *m, enum link_request request);
bool link_model_expects(const struct link_model *m);

/* A CV will be sent, or (not DUE) there is nobody to send it to. */
void link_model_expect_cv(struct link_model *m, bool due);

/* REQUEST was sent; its answer comes. */
void link_model_begin(struct link_model *m, enum link_request request);

enum link_meaning {
	LINK_MEANS_MORE,  /* of the answer */
	LINK_MEANS_ENDED, /* the request is over, code[] says how */
	LINK_MEANS_EVENT, /* nobody asked */
	LINK_MEANS_NONSENSE,
};
enum link_meaning link_model_take(struct link_model *m,
    const struct link_line *line);

/* link_answers.c: a line of the answer that is coming, neither its end nor an
 * event; false if it is nonsense. */
bool link_answer_take(struct link_model *m, const struct link_line *line);

/* The helper is gone: nobody is staff, nothing runs, no stick. */
void link_model_forget(struct link_model *m);

#endif

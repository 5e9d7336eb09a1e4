/*
 * One kiosk that is served; for the files serve*.c alone.
 */
#ifndef VEREDA_SERVE_PRIVATE_H
#define VEREDA_SERVE_PRIVATE_H

#include "load/serve.h"
#include "load/serve_jobs.h"
#include "load/serve_lines.h"
#include "load/serve_work.h"

#define SERVE_OUT_MAX (256u << 10) /* bytes that wait for a slow kiosk */
#define SERVE_CARD_FACTOR 5 /* how much longer than a stick a card may take */
#define SERVE_GRACE_MS 3000 /* from a cancel to the end by force */
#define SERVE_LAST_STEP 5   /* from here on nothing is cancelled */

enum serve_request {
	SERVE_NOTHING,
	SERVE_PIN,
	SERVE_STATUS,
	SERVE_SCAN,
	SERVE_PREVIEW,
	SERVE_INSTALL,
	SERVE_ROLLBACK,
	SERVE_RECEIPT,
	SERVE_CV,
	SERVE_TIDY, /* our own: after an installation ended by force */
	SERVE_LOOK, /* our own: which editions are shown now? */
};

/* An edition that is shown, as "status" has it. */
struct serve_shown {
	char channel[HEAD_CHANNEL_SIZE + 1];
	char edition[48]; /* epoch, TAB, sequence */
};

struct serve {
	const struct serve_setup *setup;
	struct serve_lines asked; /* from the kiosk */
	struct buffer out;        /* to the kiosk */
	size_t sent;              /* of it */
	bool input_ended;
	bool gone; /* the kiosk, or our trust in what it says */
	bool hello;
	bool staff;
	/* what runs */
	enum serve_request running;
	struct work work;
	struct serve_lines heard; /* from the work */
	char *final;              /* the last line of the answer; NULL yet */
	char *news;               /* what to say when it ended well; NULL */
	int64_t spoke;            /* ms: when the work was heard last */
	int64_t cancelled;        /* ms: when it was asked to stop; 0 */
	int step;                 /* of an installation */
	/* what the kiosk knows to be shown */
	struct serve_shown shown[LOAD_CHANNELS_MAX];
	size_t shown_count;
	bool shown_known;
	bool store_moved; /* somebody wrote the store's state */
	int store_watch;
	/* the stick */
	struct serve_item items[STICK_ITEMS_MAX];
	size_t item_count;
	struct job_counts counts; /* of the last preview */
	bool stick_in;
	int watch; /* inotify, or -1 */
};

/* serve_requests.c: do what LINE asks; nothing is running. */
void serve_take(struct serve *s, const struct serve_line *line);

/* serve_answers.c */
void serve_say(struct serve *s, const char *format, ...) PRINTF_LIKE(2, 3);
void serve_error(struct serve *s, const char *code, const char *detail);

/* Begin JOB; an answer is due. */
void serve_begin(struct serve *s, enum serve_request request,
    void (*job)(struct work_side *side, void *context),
    struct serve_ask *ask);

/* A line of the work. */
void serve_hear(struct serve *s, const struct serve_line *line);

/* The work has ended, or (FORCE) must now. */
void serve_work_over(struct serve *s, bool force);
void serve_cancel(struct serve *s);

/* serve_watch.c: what comes and goes without being asked for. */
void serve_watch_open(struct serve *s);
void serve_watch_close(struct serve *s);
void serve_watch_read(struct serve *s);

/* Between answers: tell of the stick, and see what is shown. */
void serve_watch_tell(struct serve *s);

/* LINE has channel, epoch and sequence behind its name; true if that is news
 * to the kiosk. */
bool serve_watch_shown(struct serve *s, const struct serve_line *line);

/* ms until serve_work_over() is due; -1 if nothing runs. */
int serve_patience(const struct serve *s);

#endif

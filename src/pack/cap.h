/*
 * Alerts of other systems: the Common Alerting Protocol 1.2 (OASIS, July
 * 2010), as far as Vereda carries it.  What it does not carry is named.
 */
#ifndef VEREDA_CAP_H
#define VEREDA_CAP_H

#include <stddef.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"
#include "base/mem.h"

#define CAP_MAX (1u << 20) /* bytes of a message */
#define CAP_INFOS_MAX 5    /* one for each language of the schema */
#define CAP_COUNTRIES_MAX 32
#define CAP_LOST_MAX 64
#define CAP_COUNTRY "ISO 3166-1" /* valueName of a geocode that we know */

/* One info block: a language. */
struct cap_info {
	const char *lang; /* "es" */
	const char *event;
	const char *headline; /* "" for none, as in the others */
	const char *description;
	const char *instruction;
};

struct cap {
	const char *identifier;
	const char *sender;
	const char *sent;
	const char *urgency;
	const char *severity;
	const char *certainty;
	const char *effective; /* a day, "" for none */
	const char *expires;   /* the same */
	const char *countries[CAP_COUNTRIES_MAX]; /* ISO 3166-1 */
	size_t country_count;
	struct cap_info infos[CAP_INFOS_MAX];
	size_t info_count;
	const char *lost[CAP_LOST_MAX]; /* "info/category": each once */
	size_t lost_count;
};

/*
 * A message for the public that is no test and takes nothing back, or
 * ERR_INPUT.  A document type, entities and other encodings than UTF-8 are
 * refused before the parser sees them; it opens nothing.
 */
CHECKED int cap_read(struct cap *out, struct bytes xml, struct arena *a,
    struct err *e);

/* The message as XML, appended to OUT. */
CHECKED int cap_write(struct buffer *out, const struct cap *cap,
    struct err *e);

/* A draft for each info, LANG.md, in the folder DIR, which is made. */
CHECKED int cap_draft(const struct cap *cap, const char *dir,
    struct arena *a, struct err *e);

/* The words of Markdown; and back, as one paragraph. */
char *cap_of_markdown(const char *markdown, struct arena *a);
char *cap_to_markdown(const char *text, struct arena *a);

#endif

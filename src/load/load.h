/*
 * The commands of vereda-load: what they are called with, and what they
 * share.  Each command stands in a file of its own.
 */
#ifndef VEREDA_LOAD_H
#define VEREDA_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/compiler.h"
#include "base/err.h"
#include "base/json.h"
#include "bundle/store.h"
#include "load/receipt.h"
#include "state/settings.h"

#define LOAD_PIN_FILE SYSCONFDIR "/vereda/pin"
#define LOAD_CHANNELS_MAX 12

enum load_status {
	LOAD_DONE = 0,
	LOAD_REFUSED = 1,
	LOAD_USAGE = 2,
};

/* The options, in the order of their table. */
enum load_option {
	LOAD_OPTION_STORE,
	LOAD_OPTION_ROOT,
	LOAD_OPTION_CONFIG,
	LOAD_OPTION_FACTORY,
	LOAD_OPTION_STICK,
	LOAD_OPTION_DEVICE,
	LOAD_OPTION_MOUNT,
	LOAD_OPTION_SOCKET,
	LOAD_OPTION_SEQUENCE,
	LOAD_OPTION_REASON,
	LOAD_OPTION_SET,
	LOAD_OPTION_JSON,
	LOAD_OPTION_COUNT
};

/* One run of the program.  Start with { 0 } and the options as given. */
struct load {
	const char *given[LOAD_OPTION_COUNT]; /* "" for a flag; NULL: not */
	struct settings settings;
	struct store_place place; /* what it points to is here below */
	char *folder;
	char *root;
	char *factory;
	char *pin_file;
	struct channel_names channels;
	struct channel_names alert_channels;
	const char *lang; /* "es", "en", ...: for titles */
};

struct load_command {
	const char *name;
	const char *operands; /* as --help shows them, "" for none */
	const char *about;    /* English; --help translates it */
	unsigned options;     /* bits of enum load_option, more than usual */
	int least, most;      /* operands */
	int (*run)(struct load *l, char **operands); /* enum load_status */
};

extern const struct load_command load_check, load_export, load_install,
    load_list, load_pin, load_preview, load_receipt, load_rollback,
    load_serve, load_status_command, load_verify;

/* load_context.c: read the settings, and say where everything is. */
CHECKED int load_ready(struct load *l, struct err *e);
void load_finish(struct load *l);
bool load_json(const struct load *l);

/* Whose report a receipt is; borrows from L. */
struct receipt_from load_receipt_from(const struct load *l);

/* A whole number MIN .. MAX; false if TEXT is none. */
bool load_number(uint64_t *out, const char *text, uint64_t min, uint64_t max);

/* load_say.c: "2026-11-21", to be freed; "crm-1-42", to be freed. */
char *load_date(int64_t seconds);
char *load_edition_name(const char *channel, uint32_t epoch,
    uint64_t sequence);

/* "4F2A 91C0 3B5E 7D10": what stands on the kiosk's label; to be freed. */
char *load_fingerprint(const struct trust *trust);

/* What the manifest of B says of itself in LANG; to be freed. */
char *load_manifest_text(const struct bundle *b, const char *stem,
    const char *lang);

/* The members code, sentence and detail; code is "" for what has none. */
void load_json_err(struct json *j, const struct err *e);

/* Say why WHAT (a path, a channel) was refused; LOAD_REFUSED. */
int load_refuse(const struct load *l, const char *what, const struct err *e);

#endif

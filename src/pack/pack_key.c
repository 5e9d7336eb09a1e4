/*
 * vereda-pack key: make a key pair, show a key, make a development root.
 */
#include <config.h>

#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "bundle/minisig_write.h"
#include "pack/bundle_write.h"
#include "pack/pack_command.h"
#include "pack/pack_passphrase.h"
#include "pack/public_key.h"
#include "pack/secret_key.h"

#define _(s) gettext(s)
#define N_(s) s

enum {
	NEW_OUT,
	NEW_NO_PASSPHRASE,
	NEW_PASSPHRASE_FILE,
};

enum {
	SHOW_PASSPHRASE_FILE,
};

enum {
	ROOT_KEY,
	ROOT_CHANNEL,
	ROOT_OUT,
	ROOT_PASSPHRASE_FILE,
};

static void
print_key(const struct minisig_key *key)
{
	char id[MINISIG_KEY_ID_HEX_SIZE];
	char text[MINISIG_KEY_TEXT_SIZE];

	minisig_key_id_hex(id, key->id);
	minisig_key_text(text, key);
	printf(_("Key id: %s\n"), id);
	printf(_("Public key: %s\n"), text);
}

static int
make_key(const char *stem, const char *passphrase, struct err *e)
{
	struct secret_key *key = NULL;
	char *path = xasprintf("%s.key", stem);
	char *public_path = xasprintf("%s.pub", stem);
	int rc = secret_key_new(&key, e);

	if (rc == 0)
		rc = secret_key_save(key, path, public_path, passphrase, e);
	if (rc == 0) {
		printf(_("Secret key: %s (keep it safe and to yourself)\n"),
		    path);
		printf(_("Public key file: %s\n"), public_path);
		print_key(secret_key_public(key));
	}
	secret_key_free(key);
	free(path);
	free(public_path);
	return rc;
}

static int
run_new(const struct pack_given *given, char **operands)
{
	const char *stem = given[NEW_OUT].value;
	const char *file = given[NEW_PASSPHRASE_FILE].value;
	bool plain = given[NEW_NO_PASSPHRASE].value != NULL;
	char *passphrase = NULL;
	struct err e = { 0 };
	int rc = 0;

	(void)operands;
	if (stem == NULL || (plain && file != NULL)) {
		fputs(_("vereda-pack: Say with --out how the key files are "
			"called, and either --no-passphrase or "
			"--passphrase-file.\n"),
		    stderr);
		return PACK_USAGE;
	}
	if (!plain)
		rc = pack_passphrase_get(&passphrase, file, PACK_ASK_TWICE,
		    &e);
	if (rc == 0)
		rc = make_key(stem, passphrase, &e);
	pack_passphrase_wipe(passphrase);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

static int
show_public(const char *path, struct err *e)
{
	struct minisig_key key;

	if (public_key_read(&key, path, e) < 0)
		return -1;
	print_key(&key);
	return 0;
}

static int
show_secret(const char *path, const char *passphrase_file, struct err *e)
{
	struct secret_key *key = NULL;
	int rc = pack_key_load(&key, path, passphrase_file, e);

	if (rc == 0)
		print_key(secret_key_public(key));
	secret_key_free(key);
	return rc;
}

static int
run_show(const struct pack_given *given, char **operands)
{
	const char *path = operands[0];
	size_t len = strlen(path);
	bool is_public = len > 4 && strcmp(path + len - 4, ".pub") == 0;
	struct err e = { 0 };
	int rc = is_public ?
	    show_public(path, &e) :
	    show_secret(path, given[SHOW_PASSPHRASE_FILE].value, &e);

	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

static int
run_root(const struct pack_given *given, char **operands)
{
	struct secret_key *key = NULL;
	struct err e = { 0 };
	int rc = -1;

	(void)operands;
	if (given[ROOT_KEY].value == NULL || given[ROOT_OUT].value == NULL ||
	    given[ROOT_CHANNEL].count == 0) {
		fputs(_("vereda-pack: Name the key with --key, each channel "
			"with --channel, and the file with -o.\n"),
		    stderr);
		return PACK_USAGE;
	}
	rc = pack_key_load(&key, given[ROOT_KEY].value,
	    given[ROOT_PASSPHRASE_FILE].value, &e);
	if (rc == 0)
		rc = bundle_write_development_root(given[ROOT_OUT].value,
		    given[ROOT_CHANNEL].all, key, &e);
	secret_key_free(key);
	return rc < 0 ? pack_refuse(&e) : PACK_DONE;
}

const struct pack_command pack_key_new = {
	.name = "key new",
	.operands = "",
	.about = N_("Make a new key pair: STEM.key, which signs, and "
		    "STEM.pub, which everybody may have."),
	.options = {
	    [NEW_OUT] = { "out", 'o', "STEM",
		N_("how the two files are called") },
	    [NEW_NO_PASSPHRASE] = { "no-passphrase", 0, NULL,
		N_("do not encrypt the secret key") },
	    [NEW_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase") },
	},
	.run = run_new,
};

const struct pack_command pack_key_show = {
	.name = "key show",
	.operands = "FILE.pub|FILE.key",
	.about = N_("Show the id and the public half of a key."),
	.options = {
	    [SHOW_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	},
	.operand_count = 1,
	.run = run_show,
};

const struct pack_command pack_key_root = {
	.name = "key root",
	.operands = "",
	.about = N_("Write a development root: one key alone may sign the "
		    "channels. Never trust one on a kiosk in use."),
	.options = {
	    [ROOT_KEY] = { "key", 'k', "FILE",
		N_("the secret key that may sign") },
	    [ROOT_CHANNEL] = { "channel", 'c', "NAME",
		N_("a channel; may be given several times") },
	    [ROOT_OUT] = { "output", 'o', "FILE", N_("the root to write") },
	    [ROOT_PASSPHRASE_FILE] = { "passphrase-file", 0, "FILE",
		N_("its first line is the passphrase of the key") },
	},
	.run = run_root,
};

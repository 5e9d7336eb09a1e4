/*
 * The kiosk's own key: a file of 64 hexadecimal digits, the seed.
 */
#include <config.h>

#include "load/kiosk_key.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"

#define HEX_LEN ((size_t)2 * crypto_sign_SEEDBYTES)

/* As minisign's ids, but told by the key, so that one file is enough. */
static void
from_seed(struct kiosk_key *out, const uint8_t seed[crypto_sign_SEEDBYTES])
{
	struct hash sum;

	crypto_sign_seed_keypair(out->public.key, out->secret, seed);
	hash_of(&sum, bytes_of(out->public.key, sizeof out->public.key));
	memcpy(out->public.id, sum.bytes, sizeof out->public.id);
}

static int
make(struct kiosk_key *out, int dirfd, struct err *e)
{
	uint8_t seed[crypto_sign_SEEDBYTES];
	char hex[HEX_LEN + 2];
	int rc;

	randombytes_buf(seed, sizeof seed);
	sodium_bin2hex(hex, sizeof hex, seed, sizeof seed);
	hex[HEX_LEN] = '\n';
	rc = io_write_file_at(dirfd, KIOSK_KEY_FILE,
	    bytes_of(hex, HEX_LEN + 1), IO_SECRET, e);
	from_seed(out, seed);
	sodium_memzero(seed, sizeof seed);
	sodium_memzero(hex, sizeof hex);
	return rc;
}

static int
parse(struct kiosk_key *out, const char *text, size_t len, struct err *e)
{
	uint8_t seed[crypto_sign_SEEDBYTES];
	size_t got = 0;

	if (len != HEX_LEN + 1 || text[HEX_LEN] != '\n' ||
	    sodium_hex2bin(seed, sizeof seed, text, HEX_LEN, NULL, &got,
		NULL) != 0 || got != sizeof seed)
		return err_set(e, ERR_KEY, KIOSK_KEY_FILE " is no key");
	from_seed(out, seed);
	sodium_memzero(seed, sizeof seed);
	return 0;
}

int
kiosk_key_open(struct kiosk_key *out, const char *folder, struct err *e)
{
	struct buffer text = { 0 };
	int fd = -1;
	int rc = -1;

	*out = (struct kiosk_key){ 0 };
	if (hash_init(e) < 0 ||
	    io_open(&fd, AT_FDCWD, folder, IO_FOLDER, e) < 0)
		return -1;
	errno = 0;
	if (io_read_file_at(&text, fd, KIOSK_KEY_FILE, HEX_LEN + 1, e) == 0) {
		rc = parse(out, (const char *)text.at, text.len, e);
		sodium_memzero(text.at, text.len);
	} else if (errno == ENOENT) {
		err_clear(e);
		rc = make(out, fd, e);
	}
	buffer_fini(&text);
	io_close(fd);
	return rc;
}

void
kiosk_key_wipe(struct kiosk_key *k)
{
	sodium_memzero(k, sizeof *k);
}

/*
 * Secret keys.  A key file is a comment line and the base64 of
 *
 *     | "Ed" | kdf 2 | "B2" | salt 32 | opslimit 8 | memlimit 8 |
 *     | key id 8 | secret key 64 | checksum 32 |
 *
 * With kdf "Sc" the last 104 bytes are XORed with scrypt(passphrase, salt),
 * and the checksum is BLAKE2b-256("Ed", key id, secret key).  With kdf 0, 0
 * nothing is encrypted, and salt, limits and checksum are zeros.
 */
#include <config.h>

#include "pack/secret_key.h"

#include <fcntl.h>
#include <string.h>

#include "base/hash.h"
#include "base/io.h"
#include "bundle/base64.h"
#include "bundle/minisig_write.h"

#define SALT_SIZE crypto_pwhash_scryptsalsa208sha256_SALTBYTES
#define SECRET_SIZE \
	(MINISIG_KEY_ID_SIZE + crypto_sign_SECRETKEYBYTES + HASH_SIZE)
#define FILE_RAW (2 + 2 + 2 + SALT_SIZE + 8 + 8 + SECRET_SIZE)
#define KDF_AT 2
#define SALT_AT 6
#define SECRET_AT (FILE_RAW - SECRET_SIZE)

/* scrypt with N = 2^17: 128 MiB and half a second, also on a small machine;
 * minisign reads the limits from the file. */
#define OPS_LIMIT (1u << 22)
#define MEM_LIMIT (128u << 20) /* bytes */
/* What a file may ask of us: as much as minisign itself asks at most. */
#define OPS_LIMIT_MAX crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE
#define MEM_LIMIT_MAX crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE

struct secret_key {
	uint8_t secret[crypto_sign_SECRETKEYBYTES];
	struct minisig_key public;
};

static struct secret_key *
make(struct err *e)
{
	struct secret_key *k = NULL;

	if (hash_init(e) < 0)
		return NULL;
	k = sodium_malloc(sizeof *k);
	if (k == NULL)
		err_set(e, ERR_SYSTEM, "no memory for a key");
	return k;
}

int
secret_key_new(struct secret_key **out, struct err *e)
{
	struct secret_key *k = make(e);

	*out = NULL;
	if (k == NULL)
		return -1;
	crypto_sign_keypair(k->public.key, k->secret);
	randombytes_buf(k->public.id, sizeof k->public.id);
	*out = k;
	return 0;
}

int
secret_key_from_seed(struct secret_key **out,
    const uint8_t seed[crypto_sign_SEEDBYTES], struct err *e)
{
	struct secret_key *k = make(e);
	struct hash sum;

	*out = NULL;
	if (k == NULL)
		return -1;
	crypto_sign_seed_keypair(k->public.key, k->secret, seed);
	hash_of(&sum, bytes_of(k->public.key, sizeof k->public.key));
	memcpy(k->public.id, sum.bytes, sizeof k->public.id);
	*out = k;
	return 0;
}

void
secret_key_free(struct secret_key *k)
{
	sodium_free(k); /* wipes; takes NULL */
}

const struct minisig_key *
secret_key_public(const struct secret_key *k)
{
	return &k->public;
}

/* The decoded file, FILE_RAW bytes, or ERR_KEY. */
static int
read_raw(uint8_t raw[FILE_RAW], const char *path, struct err *e)
{
	struct buffer text = { 0 };
	const uint8_t *line;
	const uint8_t *end;
	int rc = -1;

	if (io_read_file(&text, path, SECRET_KEY_FILE_MAX, e) < 0)
		return -1;
	line = memchr(text.at, '\n', text.len);
	line = line != NULL ? line + 1 : text.at + text.len;
	end = memchr(line, '\n', (size_t)(text.at + text.len - line));
	if (end == NULL)
		end = text.at + text.len;
	if (base64_decode(raw, FILE_RAW,
		bytes_of(line, (size_t)(end - line))) &&
	    memcmp(raw, "Ed", 2) == 0 && memcmp(raw + 4, "B2", 2) == 0 &&
	    (memcmp(raw + KDF_AT, "Sc", 2) == 0 ||
		memcmp(raw + KDF_AT, "\0\0", 2) == 0))
		rc = 0;
	else
		err_set(e, ERR_KEY, "%s is not a secret key of minisign", path);
	sodium_memzero(text.at, text.len);
	buffer_fini(&text);
	return rc;
}

static bool
is_encrypted(const uint8_t raw[FILE_RAW])
{
	return raw[KDF_AT] != 0;
}

/* XOR the secret part of RAW with what scrypt makes of PASSPHRASE. */
static int
apply_passphrase(uint8_t raw[FILE_RAW], const char *passphrase, struct err *e)
{
	uint8_t stream[SECRET_SIZE];
	struct reader r = reader_of(
	    bytes_of(raw + SALT_AT + SALT_SIZE, 2 * sizeof(uint64_t)));
	uint64_t ops = reader_u64(&r);
	uint64_t memory = reader_u64(&r);
	size_t len = strlen(passphrase);

	if (len > SECRET_KEY_PASSPHRASE_MAX)
		return err_set(e, ERR_KEY, "the passphrase is too long");
	if (ops > OPS_LIMIT_MAX || memory > MEM_LIMIT_MAX)
		return err_set(e, ERR_KEY, "the key file asks for too much");
	if (crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream,
		passphrase, len, raw + SALT_AT, ops, (size_t)memory) != 0)
		return err_set(e, ERR_KEY, "scrypt found too little memory");
	for (size_t i = 0; i < sizeof stream; i++)
		raw[SECRET_AT + i] ^= stream[i];
	sodium_memzero(stream, sizeof stream);
	return 0;
}

static void
checksum(struct hash *out, const uint8_t raw[FILE_RAW])
{
	struct hash_state s;

	hash_begin(&s);
	hash_add(&s, bytes_of(raw, 2));
	hash_add(&s, bytes_of(raw + SECRET_AT, SECRET_SIZE - HASH_SIZE));
	hash_end(&s, out);
}

static int
unlock(uint8_t raw[FILE_RAW], const char *passphrase, struct err *e)
{
	struct hash sum;

	if (!is_encrypted(raw))
		return 0;
	if (passphrase == NULL)
		return err_set(e, ERR_KEY, "the key asks for a passphrase");
	if (apply_passphrase(raw, passphrase, e) < 0)
		return -1;
	checksum(&sum, raw);
	if (sodium_memcmp(sum.bytes, raw + FILE_RAW - HASH_SIZE, HASH_SIZE) !=
	    0)
		return err_set(e, ERR_KEY, "the passphrase is wrong");
	return 0;
}

/* The public half stands in the secret one; it must be what follows from it. */
static int
fill(struct secret_key *k, const uint8_t raw[FILE_RAW], struct err *e)
{
	uint8_t seed[crypto_sign_SEEDBYTES];
	uint8_t stored[crypto_sign_SECRETKEYBYTES];
	int same;

	memcpy(k->public.id, raw + SECRET_AT, sizeof k->public.id);
	memcpy(stored, raw + SECRET_AT + sizeof k->public.id, sizeof stored);
	crypto_sign_ed25519_sk_to_seed(seed, stored);
	crypto_sign_seed_keypair(k->public.key, k->secret, seed);
	same = sodium_memcmp(k->secret, stored, sizeof stored);
	sodium_memzero(seed, sizeof seed);
	sodium_memzero(stored, sizeof stored);
	if (same != 0)
		return err_set(e, ERR_KEY, "the two halves do not agree");
	return 0;
}

int
secret_key_load(struct secret_key **out, const char *path,
    const char *passphrase, struct err *e)
{
	struct secret_key *k = make(e);
	uint8_t raw[FILE_RAW];
	int rc = -1;

	*out = NULL;
	if (k != NULL && read_raw(raw, path, e) == 0 &&
	    unlock(raw, passphrase, e) == 0 && fill(k, raw, e) == 0)
		rc = 0;
	sodium_memzero(raw, sizeof raw);
	if (rc == 0) {
		*out = k;
		return 0;
	}
	secret_key_free(k);
	return err_wrap(e, "%s", path);
}

int
secret_key_is_encrypted(bool *out, const char *path, struct err *e)
{
	uint8_t raw[FILE_RAW];

	*out = false;
	if (hash_init(e) < 0 || read_raw(raw, path, e) < 0)
		return -1;
	*out = is_encrypted(raw);
	sodium_memzero(raw, sizeof raw);
	return 0;
}

/* The file before base64, encrypted if there is a passphrase. */
static int
make_raw(uint8_t raw[FILE_RAW], const struct secret_key *k,
    const char *passphrase, struct err *e)
{
	struct buffer limits = { 0 };
	struct hash sum;

	memset(raw, 0, FILE_RAW);
	memcpy(raw, "Ed", 2);
	memcpy(raw + 4, "B2", 2);
	memcpy(raw + SECRET_AT, k->public.id, sizeof k->public.id);
	memcpy(raw + SECRET_AT + sizeof k->public.id, k->secret,
	    sizeof k->secret);
	if (passphrase == NULL)
		return 0;
	memcpy(raw + KDF_AT, "Sc", 2);
	randombytes_buf(raw + SALT_AT, SALT_SIZE);
	buffer_add_u64(&limits, OPS_LIMIT);
	buffer_add_u64(&limits, MEM_LIMIT);
	memcpy(raw + SALT_AT + SALT_SIZE, limits.at, limits.len);
	buffer_fini(&limits);
	checksum(&sum, raw);
	memcpy(raw + FILE_RAW - HASH_SIZE, sum.bytes, HASH_SIZE);
	return apply_passphrase(raw, passphrase, e);
}

static int
write_new(const char *path, enum io_mode mode, struct bytes text,
    struct err *e)
{
	struct err ignored = { 0 };
	int fd = -1;
	int rc = -1;

	if (io_open(&fd, AT_FDCWD, path, mode, e) < 0)
		return -1;
	if (io_write(fd, text, e) == 0 && io_sync(fd, e) == 0)
		rc = 0;
	else if (io_unlink(AT_FDCWD, path, &ignored) < 0)
		err_wrap(e, "%s is left behind", path);
	io_close(fd);
	return rc;
}

static int
write_secret(const struct secret_key *k, const char *path,
    const char *passphrase, struct err *e)
{
	uint8_t raw[FILE_RAW];
	char line[BASE64_TEXT_SIZE];
	struct buffer text = { 0 };
	int rc = -1;

	if (make_raw(raw, k, passphrase, e) == 0) {
		base64_encode(line, bytes_of(raw, sizeof raw));
		buffer_add_text(&text, passphrase != NULL ?
		    "untrusted comment: vereda encrypted secret key\n" :
		    "untrusted comment: vereda secret key\n");
		buffer_add_text(&text, line);
		buffer_add_text(&text, "\n");
		rc = write_new(path, IO_SECRET, buffer_bytes(&text), e);
		sodium_memzero(line, sizeof line);
		sodium_memzero(text.at, text.len);
	}
	sodium_memzero(raw, sizeof raw);
	buffer_fini(&text);
	return rc;
}

static int
write_public(const struct secret_key *k, const char *path, struct err *e)
{
	char line[64];
	char id[MINISIG_KEY_ID_HEX_SIZE];
	struct buffer text = { 0 };
	int rc;

	secret_key_public_text(line, k);
	minisig_key_id_hex(id, k->public.id);
	buffer_add_text(&text, "untrusted comment: minisign public key ");
	buffer_add_text(&text, id);
	buffer_add_text(&text, "\n");
	buffer_add_text(&text, line);
	buffer_add_text(&text, "\n");
	rc = write_new(path, IO_NEW, buffer_bytes(&text), e);
	buffer_fini(&text);
	return rc;
}

int
secret_key_save(const struct secret_key *k, const char *path,
    const char *public_path, const char *passphrase, struct err *e)
{
	struct err ignored = { 0 };

	if (write_secret(k, path, passphrase, e) < 0)
		return -1;
	if (write_public(k, public_path, e) == 0)
		return 0;
	/* We made it a moment ago, and no key without its public half. */
	if (io_unlink(AT_FDCWD, path, &ignored) < 0)
		err_wrap(e, "%s is left behind", path);
	return -1;
}

void
secret_key_public_text(char out[64], const struct secret_key *k)
{
	minisig_key_text(out, &k->public);
}

int
secret_key_sign(const struct secret_key *k, struct bytes message,
    const char *comment, struct buffer *out, struct err *e)
{
	return minisig_sign(out, &k->public, k->secret, message, comment, e);
}

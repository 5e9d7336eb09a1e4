/*
 * Signed databases that are broken or hostile, as whoever stole a key would
 * make them: a good one, changed where SQLite's format (https://www.sqlite.org/
 * fileformat2.html) and that of FTS5 hold lengths, numbers and links, then
 * hashed and signed anew.  Nothing of it is kept in a file.
 */
#ifndef VEREDA_HOSTILE_H
#define VEREDA_HOSTILE_H

#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/err.h"
#include "bundle/trust.h"
#include "pack/secret_key.h"

#define HOSTILE_PAGE 16384u      /* bytes of a page, and of a block */
#define HOSTILE_CHANGE_SIZE 6u   /* bytes of one change */
#define HOSTILE_CHANGES_MAX 32u  /* of one database; more are left out */

struct hostile {
	char dir[256];
	char path[300]; /* where hostile_write() puts the bundle */
	struct secret_key *key;
	struct buffer root; /* the text of root 1: KEY signs "hostile" */
	struct trust *trust;
	uint64_t sequence; /* of what is signed from now on; 1 */
	struct buffer *bases; /* made when they are asked for */
};

void hostile_open(struct hostile *h);
void hostile_close(struct hostile *h);

/*
 * The databases to begin with: 0 is good, some are changed by SQL that no
 * publisher would write, some are mazes whose trees lead to one page over
 * and over.  Borrowed.
 */
size_t hostile_base_count(void);
struct bytes hostile_base(struct hostile *h, size_t n);
const char *hostile_base_name(size_t n);

/*
 * Changes to DB, HOSTILE_CHANGE_SIZE bytes each: what to do, to which page,
 * to which cell or field, and two numbers for it.
 */
void hostile_change(struct buffer *db, struct bytes changes);

/* The N-th database of our own set, the same each time: base and changes. */
void hostile_database(struct hostile *h, size_t n, struct buffer *out);

/* DB as a signed bundle of channel "hostile" appended to OUT. */
void hostile_sign(const struct hostile *h, struct buffer *out,
    struct bytes db);
void hostile_write(const struct hostile *h, struct bytes bundle);

/*
 * What an installation into an empty store says of BUNDLE, on a disk in
 * memory.  The program ends if a refused one has left anything behind.
 */
enum err_code hostile_install(const struct hostile *h, struct bytes bundle);

#endif

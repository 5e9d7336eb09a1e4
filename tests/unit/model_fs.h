/*
 * A disk in memory for the store, under base/io: it remembers what was not
 * synced, so that every state that a power cut can leave may be looked at.
 *
 * Unsynced writes may be there, absent or torn; unsynced changes of a folder
 * survive in any subset.  Folders are fixed: "store", "store/roots",
 * "stick", "etc", "factory".
 */
#ifndef VEREDA_MODEL_FS_H
#define VEREDA_MODEL_FS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/bytes.h"
#include "base/io_ops.h"

#define MODEL_FILES_MAX 32 /* names at one time */
#define MODEL_FDS_MAX 32
#define MODEL_NAME_SIZE 128

struct model_write {
	size_t at;
	size_t len;
	bool grows; /* no bytes: only the length */
	unsigned when; /* the how-manieth of all that were asked for */
};

struct model_inode {
	uint8_t *now;  /* as the program sees it */
	size_t now_len;
	uint8_t *disk; /* as it is after a power cut */
	size_t disk_len;
	struct model_write *pending;
	size_t pending_count;
	bool borrowed; /* NOW and DISK belong to somebody else */
	uint64_t sum;  /* of what is on the disk; 0: not known */
};

struct model_entry {
	int folder;
	char name[MODEL_NAME_SIZE];
	struct model_inode *inode;
};

/* A change of a folder that is not synced: NAME is INODE now, or none; FROM
 * is none any more. */
struct model_change {
	int folder;
	char name[MODEL_NAME_SIZE];
	char from[MODEL_NAME_SIZE]; /* "" if it was no rename */
	struct model_inode *inode;  /* NULL: NAME was unlinked */
	unsigned when;
};

struct model_entries {
	struct model_entry list[MODEL_FILES_MAX];
	size_t count;
};

struct model_fd {
	bool open;
	bool locks;
	int folder; /* -1 for a file */
	struct model_inode *inode;
	size_t at;
};

struct model {
	struct model_entries now;
	struct model_entries disk;
	struct model_change changes[MODEL_FILES_MAX];
	size_t change_count;
	unsigned asked; /* writes and changes so far */
	struct model_inode **inodes;
	size_t inode_count;
	struct model_fd fds[MODEL_FDS_MAX];
	uint64_t room;      /* bytes, files included */
	uint64_t room_said; /* what statvfs says instead; 0: the truth */
	int64_t clock;
	/* After each call that changes something; may be NULL. */
	void (*changed)(struct model *m, void *context);
	void *context;
};

struct model *model_new(void);
void model_free(struct model *m);

/* From now on base/io stands on M; NULL for the system. */
struct model *model_use(struct model *m); /* returns the one before */
struct model *model_used(void);
extern const struct io_ops model_ops;

/* Is FD a file longer than LEN bytes? */
bool model_is_longer(int fd, size_t len);

/* PATH is "folder/name".  Durable at once; BYTES are borrowed. */
void model_put(struct model *m, const char *path, struct bytes bytes);
void model_remove(struct model *m, const char *path);
bool model_get(struct model *m, const char *path, struct bytes *out);
size_t model_count(const struct model *m, const char *folder);
unsigned model_open_fds(const struct model *m);

/* A set of states that were seen: 64-bit hashes. */
struct model_seen {
	uint64_t *slots;
	size_t room;
	size_t count;
};

/* Where there are more states than BUDGET, so many by lot; 0: all. */
struct model_sample {
	unsigned long budget;
	uint64_t lot; /* the seed; goes on by itself */
};

/*
 * Call EACH for every disk that a power cut now can leave and that is not in
 * SEEN.  The disk goes when EACH returns.  By lot a write may be torn
 * anywhere: each 512 bytes of it are there or not.
 */
void model_crashes(struct model *m, struct model_seen *seen,
    struct model_sample *sample,
    void (*each)(struct model *crashed, void *context), void *context);

/* The same for a card that keeps order but loses the last writes and changes
 * that are not synced: the last one, the last two, ... all of them. */
void model_forgets(struct model *m, struct model_seen *seen,
    void (*each)(struct model *crashed, void *context), void *context);

#endif

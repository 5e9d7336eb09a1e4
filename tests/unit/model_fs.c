/*
 * The disk in memory.
 */
#include <config.h>

#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#include "model_fs.h"

#define FD_BASE 1000
#define BLOCK 4096

static const char *const folders[] = { "store", "store/roots", "stick", "etc",
	"factory" };
#define FOLDERS 5

static struct model *current;

struct model *
model_use(struct model *m)
{
	struct model *before = current;

	current = m;
	io_use(m != NULL ? &model_ops : NULL);
	return before;
}

struct model *
model_used(void)
{
	return current;
}

struct model *
model_new(void)
{
	struct model *m = xcalloc(1, sizeof *m);

	m->room = UINT64_C(1) << 30;
	m->clock = 1796083200; /* 2026-12-01 */
	return m;
}

void
model_free(struct model *m)
{
	for (size_t i = 0; i < m->inode_count; i++) {
		if (!m->inodes[i]->borrowed) {
			free(m->inodes[i]->now);
			free(m->inodes[i]->disk);
		}
		free(m->inodes[i]->pending);
		free(m->inodes[i]);
	}
	free(m->inodes);
	free(m);
}

static struct model_inode *
new_inode(struct model *m)
{
	struct model_inode *inode = xcalloc(1, sizeof *inode);

	m->inodes = xrealloc(m->inodes, m->inode_count + 1,
	    sizeof *m->inodes);
	m->inodes[m->inode_count++] = inode;
	return inode;
}

/* Folder of PATH (under DIRFD) and the name in it. */
static int
resolve(int dirfd, const char *path, const char **name)
{
	const char *slash = strrchr(path, '/');

	if (dirfd != AT_FDCWD) {
		*name = path;
		return current->fds[dirfd - FD_BASE].folder;
	}
	*name = slash != NULL ? slash + 1 : path;
	for (int i = 0; slash != NULL && i < FOLDERS; i++)
		if (strlen(folders[i]) == (size_t)(slash - path) &&
		    memcmp(folders[i], path, (size_t)(slash - path)) == 0)
			return i;
	return -1;
}

static int
folder_number(int dirfd, const char *path)
{
	char whole[MODEL_NAME_SIZE];

	if (dirfd == AT_FDCWD)
		snprintf(whole, sizeof whole, "%s", path);
	else
		snprintf(whole, sizeof whole, "%s/%s",
		    folders[current->fds[dirfd - FD_BASE].folder], path);
	for (int i = 0; i < FOLDERS; i++)
		if (strcmp(folders[i], whole) == 0)
			return i;
	return -1;
}

static struct model_entry *
find(struct model_entries *entries, int folder, const char *name)
{
	for (size_t i = 0; i < entries->count; i++)
		if (entries->list[i].folder == folder &&
		    strcmp(entries->list[i].name, name) == 0)
			return &entries->list[i];
	return NULL;
}

static void
drop(struct model_entries *entries, int folder, const char *name)
{
	struct model_entry *entry = find(entries, folder, name);

	if (entry != NULL)
		*entry = entries->list[--entries->count];
}

static void
set(struct model_entries *entries, int folder, const char *name,
    struct model_inode *inode)
{
	struct model_entry *entry = find(entries, folder, name);

	if (entry == NULL) {
		assert_true(entries->count < MODEL_FILES_MAX);
		entry = &entries->list[entries->count++];
		entry->folder = folder;
		snprintf(entry->name, sizeof entry->name, "%s", name);
	}
	entry->inode = inode;
}

static void
apply(struct model_entries *entries, const struct model_change *change)
{
	if (change->from[0] != '\0')
		drop(entries, change->folder, change->from);
	if (change->inode == NULL)
		drop(entries, change->folder, change->name);
	else
		set(entries, change->folder, change->name, change->inode);
}

static void
told(void)
{
	if (current->changed != NULL)
		current->changed(current, current->context);
}

static void
change(int folder, const char *name, const char *from,
    struct model_inode *inode)
{
	struct model_change *c;

	assert_true(current->change_count < MODEL_FILES_MAX);
	c = &current->changes[current->change_count++];
	c->folder = folder;
	snprintf(c->name, sizeof c->name, "%s", name);
	snprintf(c->from, sizeof c->from, "%s", from);
	c->inode = inode;
	c->when = ++current->asked;
	apply(&current->now, c);
	told();
}

static int
fail_with(int error)
{
	errno = error;
	return -1;
}

static int
new_fd(int folder, struct model_inode *inode)
{
	for (int i = 0; i < MODEL_FDS_MAX; i++) {
		if (current->fds[i].open)
			continue;
		current->fds[i] = (struct model_fd){ .open = true,
			.folder = folder, .inode = inode };
		return FD_BASE + i;
	}
	return fail_with(EMFILE);
}

static struct model_fd *
fd_of(int fd)
{
	assert_true(fd >= FD_BASE && fd < FD_BASE + MODEL_FDS_MAX);
	assert_true(current->fds[fd - FD_BASE].open);
	return &current->fds[fd - FD_BASE];
}

static int
model_open(int dirfd, const char *path, int flags, mode_t mode)
{
	const char *name = NULL;
	int folder = resolve(dirfd, path, &name);
	struct model_entry *entry;

	(void)mode;
	if (flags & O_DIRECTORY) {
		int number = folder_number(dirfd, path);

		return number < 0 ? fail_with(ENOENT) : new_fd(number, NULL);
	}
	if (folder < 0)
		return fail_with(ENOENT);
	entry = find(&current->now, folder, name);
	if (entry != NULL && (flags & O_EXCL))
		return fail_with(EEXIST);
	if (entry == NULL && !(flags & O_CREAT))
		return fail_with(ENOENT);
	if (entry == NULL) {
		struct model_inode *inode = new_inode(current);

		change(folder, name, "", inode);
		return new_fd(-1, inode);
	}
	assert_false(flags & O_TRUNC); /* the store never does */
	return new_fd(-1, entry->inode);
}

static int
model_close(int fd)
{
	*fd_of(fd) = (struct model_fd){ 0 };
	return 0;
}

static int
model_fstat(int fd, struct stat *out)
{
	struct model_fd *f = fd_of(fd);

	*out = (struct stat){ 0 };
	out->st_mode = f->inode != NULL ? S_IFREG | 0644 : S_IFDIR | 0755;
	out->st_size = f->inode != NULL ? (off_t)f->inode->now_len : 0;
	return 0;
}

static ssize_t
model_pread(int fd, void *out, size_t len, off_t offset)
{
	const struct model_inode *inode = fd_of(fd)->inode;
	size_t at = (size_t)offset;

	if (inode == NULL)
		return fail_with(EISDIR);
	if (at >= inode->now_len)
		return 0;
	if (len > inode->now_len - at)
		len = inode->now_len - at;
	memcpy(out, inode->now + at, len);
	return (ssize_t)len;
}

static uint64_t
used(const struct model *m)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < m->now.count; i++)
		if (m->now.list[i].folder <= 1)
			sum += (m->now.list[i].inode->now_len + BLOCK - 1) /
			    BLOCK * BLOCK;
	return sum;
}

/* Bytes that may be added to INODE, its last block included. */
static bool
has_room(const struct model_inode *inode, size_t end)
{
	uint64_t blocks = (end + BLOCK - 1) / BLOCK * BLOCK;
	uint64_t had = (inode->now_len + BLOCK - 1) / BLOCK * BLOCK;

	return blocks <= had || used(current) + blocks - had <= current->room;
}

static void
grow(struct model_inode *inode, size_t len)
{
	if (len <= inode->now_len)
		return;
	inode->now = xrealloc(inode->now, len, 1);
	memset(inode->now + inode->now_len, 0, len - inode->now_len);
	inode->now_len = len;
}

static void
add_pending(struct model_inode *inode, struct model_write w)
{
	inode->pending = xrealloc(inode->pending, inode->pending_count + 1,
	    sizeof *inode->pending);
	w.when = ++current->asked;
	inode->pending[inode->pending_count++] = w;
	told();
}

static ssize_t
model_write(int fd, const void *at, size_t len)
{
	struct model_fd *f = fd_of(fd);

	assert_non_null(f->inode);
	assert_false(f->inode->borrowed);
	if (!has_room(f->inode, f->at + len))
		return fail_with(ENOSPC);
	grow(f->inode, f->at + len);
	memcpy(f->inode->now + f->at, at, len);
	f->at += len;
	add_pending(f->inode,
	    (struct model_write){ .at = f->at - len, .len = len });
	return (ssize_t)len;
}

static void
sync_file(struct model_inode *inode)
{
	if (inode->borrowed)
		return;
	inode->disk = xrealloc(inode->disk, inode->now_len + 1, 1);
	memcpy(inode->disk, inode->now, inode->now_len);
	inode->disk_len = inode->now_len;
	inode->pending_count = 0;
	inode->sum = 0;
}

static void
sync_folder(struct model *m, int folder)
{
	size_t kept = 0;

	for (size_t i = 0; i < m->change_count; i++) {
		if (m->changes[i].folder == folder)
			apply(&m->disk, &m->changes[i]);
		else
			m->changes[kept++] = m->changes[i];
	}
	m->change_count = kept;
}

static int
model_fsync(int fd)
{
	struct model_fd *f = fd_of(fd);

	if (f->inode != NULL)
		sync_file(f->inode);
	else
		sync_folder(current, f->folder);
	told();
	return 0;
}

static int
model_rename(int dirfd, const char *from, const char *to)
{
	const char *name = NULL;
	int folder = resolve(dirfd, from, &name);
	struct model_entry *entry = find(&current->now, folder, name);

	if (entry == NULL)
		return fail_with(ENOENT);
	change(folder, to, from, entry->inode);
	return 0;
}

static int
model_unlink(int dirfd, const char *path)
{
	const char *name = NULL;
	int folder = resolve(dirfd, path, &name);

	if (folder < 0 || find(&current->now, folder, name) == NULL)
		return fail_with(ENOENT);
	change(folder, name, "", NULL);
	return 0;
}

static int
model_mkdir(int dirfd, const char *name, mode_t mode)
{
	(void)mode;
	return fail_with(folder_number(dirfd, name) >= 0 ? EEXIST : ENOSPC);
}

static int
model_list(int fd, void (*each)(void *context, const char *name),
    void *context)
{
	int folder = fd_of(fd)->folder;

	for (size_t i = 0; i < current->now.count; i++)
		if (current->now.list[i].folder == folder)
			each(context, current->now.list[i].name);
	return 0;
}

static int
model_statvfs(int fd, struct statvfs *out)
{
	uint64_t left = current->room > used(current) ?
	    current->room - used(current) : 0;

	(void)fd;
	*out = (struct statvfs){ 0 };
	out->f_frsize = BLOCK;
	out->f_blocks = current->room / BLOCK;
	out->f_bavail = (current->room_said != 0 ? current->room_said : left) /
	    BLOCK;
	return 0;
}

static int
model_fallocate(int fd, off_t size)
{
	struct model_inode *inode = fd_of(fd)->inode;

	if (!has_room(inode, (size_t)size))
		return fail_with(ENOSPC);
	grow(inode, (size_t)size);
	add_pending(inode,
	    (struct model_write){ .at = (size_t)size, .grows = true });
	return 0;
}

static int
model_drop_cache(int fd)
{
	fd_of(fd);
	return 0;
}

static int
model_lock(int fd)
{
	struct model_fd *f = fd_of(fd);

	for (int i = 0; i < MODEL_FDS_MAX; i++)
		if (current->fds[i].open && current->fds[i].locks &&
		    current->fds[i].folder == f->folder)
			return fail_with(EWOULDBLOCK);
	f->locks = true;
	return 0;
}

static int64_t
model_now(void)
{
	return current->clock;
}

const struct io_ops model_ops = {
	.open = model_open,
	.close = model_close,
	.fstat = model_fstat,
	.pread = model_pread,
	.write = model_write,
	.fsync = model_fsync,
	.rename = model_rename,
	.unlink = model_unlink,
	.mkdir = model_mkdir,
	.list = model_list,
	.statvfs = model_statvfs,
	.fallocate = model_fallocate,
	.drop_cache = model_drop_cache,
	.lock = model_lock,
	.now = model_now,
};

void
model_put(struct model *m, const char *path, struct bytes bytes)
{
	struct model *before = current;
	const char *name = NULL;
	struct model_inode *inode = new_inode(m);
	int folder;

	current = m;
	folder = resolve(AT_FDCWD, path, &name);
	assert_true(folder >= 0);
	inode->borrowed = true;
	inode->now = inode->disk = (uint8_t *)(uintptr_t)bytes.at;
	inode->now_len = inode->disk_len = bytes.len;
	set(&m->now, folder, name, inode);
	set(&m->disk, folder, name, inode);
	current = before;
}

void
model_remove(struct model *m, const char *path)
{
	struct model *before = current;
	const char *name = NULL;
	int folder;

	current = m;
	folder = resolve(AT_FDCWD, path, &name);
	drop(&m->now, folder, name);
	drop(&m->disk, folder, name);
	current = before;
}

bool
model_get(struct model *m, const char *path, struct bytes *out)
{
	const char *name = NULL;
	int folder = resolve(AT_FDCWD, path, &name);
	struct model_entry *entry = find(&m->now, folder, name);

	*out = (struct bytes){ 0 };
	if (entry == NULL)
		return false;
	*out = bytes_of(entry->inode->now, entry->inode->now_len);
	return true;
}

size_t
model_count(const struct model *m, const char *folder)
{
	size_t count = 0;

	for (size_t i = 0; i < m->now.count; i++)
		count += strcmp(folders[m->now.list[i].folder], folder) == 0;
	return count;
}

unsigned
model_open_fds(const struct model *m)
{
	unsigned count = 0;

	for (int i = 0; i < MODEL_FDS_MAX; i++)
		count += m->fds[i].open;
	return count;
}

bool
model_is_longer(int fd, size_t len)
{
	const struct model_inode *inode = fd_of(fd)->inode;

	return inode != NULL && inode->now_len > len;
}

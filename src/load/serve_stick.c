/*
 * Mounting a stick.  The kernel's readers of file systems were not written
 * against forged ones: so only the two that sticks have, never "auto", and
 * with everything off that a file on it could use.
 */
#include <config.h>

#include "load/serve_stick.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "base/io.h"

#ifndef MS_NOSYMFOLLOW
#define MS_NOSYMFOLLOW 256 /* Linux 5.10 */
#endif

static const struct {
	const char *type;
	const char *options;
} file_systems[] = {
	{ "vfat", "utf8,umask=0077" },
	{ "exfat", "iocharset=utf8,umask=0077" },
};

bool
serve_stick_is_in(const struct serve_source *source)
{
	const char *path = source->folder != NULL ? source->folder :
	    source->device;

	return path != NULL && access(path, F_OK) == 0;
}

static const char *
last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL && slash[1] != '\0' ? slash + 1 : path;
}

/* Does the device itself refuse to be written?  A folder of the device's
 * number says so. */
static bool
is_read_only(const char *device)
{
	char path[64];
	char said = '1';
	struct stat st;
	int fd = -1;

	if (stat(device, &st) < 0 || !S_ISBLK(st.st_mode))
		return true;
	snprintf(path, sizeof path, "/sys/dev/block/%u:%u/ro",
	    major(st.st_rdev), minor(st.st_rdev));
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return true;
	if (read(fd, &said, 1) != 1)
		said = '1';
	close(fd);
	return said != '0';
}

bool
serve_stick_is_writable(const struct serve_source *source)
{
	if (source->folder != NULL)
		return access(source->folder, W_OK) == 0;
	return source->device != NULL && !is_read_only(source->device);
}

static int
own_mounts(const char *where, struct err *e)
{
	if (unshare(CLONE_NEWNS) < 0 ||
	    mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
		return err_set_errno(e, ERR_SYSTEM, "own mounts");
	if ((mkdir(SERVE_RUN, 0755) < 0 && errno != EEXIST) ||
	    (mkdir(where, 0700) < 0 && errno != EEXIST))
		return err_set_errno(e, ERR_SYSTEM, "%s", where);
	return 0;
}

static int
mount_device(const struct serve_source *source, const char *where,
    bool to_write, struct err *e)
{
	unsigned long flags = MS_NOSUID | MS_NODEV | MS_NOEXEC |
	    MS_NOSYMFOLLOW | MS_NOATIME | (to_write ? 0 : MS_RDONLY);
	struct stat st;

	if (stat(source->device, &st) < 0)
		return err_set(e, ERR_NOT_FOUND, "no stick");
	if (!S_ISBLK(st.st_mode))
		return err_set(e, ERR_STICK, "%s is no block device",
		    source->device);
	if (own_mounts(where, e) < 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(file_systems); i++)
		if (mount(source->device, where, file_systems[i].type, flags,
			file_systems[i].options) == 0)
			return 0;
	return err_set_errno(e, ERR_STICK, "%s is neither FAT nor exFAT",
	    source->device);
}

static int
measure(struct serve_stick *stick, struct err *e)
{
	struct statvfs room;

	if (statvfs(stick->dir, &room) < 0)
		return err_set_errno(e, ERR_STICK, "%s", stick->dir);
	stick->size = (uint64_t)room.f_blocks * room.f_frsize;
	return 0;
}

int
serve_stick_open(struct serve_stick *out, const struct serve_source *source,
    bool to_write, struct err *e)
{
	*out = (struct serve_stick){ 0 };
	if (!serve_stick_is_in(source))
		return err_set(e, ERR_NOT_FOUND, "no stick");
	out->writable = serve_stick_is_writable(source);
	if (source->folder != NULL) {
		out->dir = source->folder;
		out->label = last_part(source->folder);
		return measure(out, e);
	}
	out->dir = source->mount != NULL ? source->mount : SERVE_MOUNT;
	out->label = last_part(source->device);
	if (mount_device(source, out->dir, to_write, e) < 0)
		return -1;
	return measure(out, e);
}

int
serve_stick_flush(const struct serve_stick *stick, struct err *e)
{
	int fd = -1;
	int rc = -1;

	if (io_open(&fd, AT_FDCWD, stick->dir, IO_FOLDER, e) < 0)
		return -1;
	if (syncfs(fd) < 0)
		err_set_errno(e, ERR_STICK, "%s", stick->dir);
	else
		rc = 0;
	io_close(fd);
	return rc;
}

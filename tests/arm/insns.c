/*
 * A plugin of QEMU's user emulation that counts instructions: one line at the
 * end on standard error, "instructions N".  Debian ships no header for it, so
 * what it needs of it stands here (docs/devel/tcg-plugins.rst of QEMU 7.2,
 * version 1 of the interface).
 */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#define PUBLIC __attribute__((__visibility__("default")))

typedef uint64_t qemu_plugin_id_t;
struct qemu_plugin_tb;
struct qemu_info_t;

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t id,
    void (*callback)(qemu_plugin_id_t id, struct qemu_plugin_tb *tb));
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *tb);
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *tb,
    int op, void *counter, uint64_t amount);
void qemu_plugin_register_atexit_cb(qemu_plugin_id_t id,
    void (*callback)(qemu_plugin_id_t id, void *data), void *data);

PUBLIC int qemu_plugin_version = 1;
PUBLIC int qemu_plugin_install(qemu_plugin_id_t id,
    const struct qemu_info_t *info, int argc, char **argv);

static uint64_t count;

static void
translated(qemu_plugin_id_t id, struct qemu_plugin_tb *tb)
{
	(void)id;
	qemu_plugin_register_vcpu_tb_exec_inline(tb, 0 /* add */, &count,
	    qemu_plugin_tb_n_insns(tb));
}

static void
at_exit(qemu_plugin_id_t id, void *data)
{
	(void)id;
	(void)data;
	dprintf(STDERR_FILENO, "instructions %" PRIu64 "\n", count);
}

int
qemu_plugin_install(qemu_plugin_id_t id, const struct qemu_info_t *info,
    int argc, char **argv)
{
	(void)info;
	(void)argc;
	(void)argv;
	qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
	qemu_plugin_register_atexit_cb(id, at_exit, NULL);
	return 0;
}

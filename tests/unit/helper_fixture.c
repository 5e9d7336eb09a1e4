/*
 * The helper of the tests.
 */
#include <config.h>

#include "helper_fixture.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define TRIES 5

static const char status[] =
    "channel\tbase\t1\t41\t1754092800\t1754992800\tEDITOR-A "
    "4F2A91C03B5E7D10\tCRM base regional\n"
    "channel\talertas\t1\t7\t1760140800\t1760200000\tEDITOR-B "
    "77AA01C03B5E7D10\tAlertas octubre\n"
    "previous\tbase\t1\t40\t1747699200\tCRM base regional\twhole\n"
    "previous\tbase\t1\t39\t1740000000\tCRM base regional\tdamaged\n"
    "clock\tOK\t1754092800\n"
    "room\t1200000000\n";

static const char *const roots[] = {
	[HELPER_ROOT_GOOD] = "root\t2\t4F2A 91C0 3B5E 7D10\t1893456000\tOK\n",
	[HELPER_ROOT_PAST] =
	    "root\t2\t4F2A 91C0 3B5E 7D10\t1764028800\tPAST\n",
	[HELPER_ROOT_NONE] = "",
};

static const char scan[] =
    "stick\tVEREDA\t8004304896\tWRITABLE\n"
    "item\t1\tbase\t1\t42\t1763078400\t18400000\tnew\tEDITOR-A "
    "4F2A91C03B5E7D10\tCRM base regional\tbase.vereda\n"
    "item\t2\talertas\t1\t8\t1763596800\t300000\tnew\tEDITOR-B "
    "77AA01C03B5E7D10\tAlertas noviembre\talertas.vereda\n"
    "item\t3\thn\t1\t3\t1756684800\t2100000\tE00\tEDITOR-B\t"
    "Cursos Honduras\thn.vereda\n"
    "item\t4\tmx\t1\t3\t1761782400\t2000000\tE10\tEDITOR-B\t"
    "Cursos México\tmx.vereda\n"
    "item\t5\tht\t1\t2\t1759363200\t900000\tnew\tEDITOR-B\t"
    "Idioma: kreyòl ayisyen\tht.vereda\n"
    "ok\n";

static const char preview[] =
    "bundle\tbase\t1\t42\t1763078400\tEDITOR-A 4F2A91C03B5E7D10\t"
    "CRM base regional\n"
    "from\t1\t41\t1754092800\n"
    "grow\t3100000\t1200000000\t170\n"
    "count\tarticle\t14\t31\t2\n"
    "count\talert\t6\t2\t9\n"
    "count\tcourse\t22\t17\t11\n"
    "count\tservice\t4\t38\t3\n"
    "change\tarticle\t+\tes\tSu contrato por escrito\n"
    "change\tarticle\t~\tes\tUsted no paga por trabajar\n"
    "change\tarticle\t-\tes\tPermisos de 2024\n"
    "change\talert\t+\tes\tVisas H-2 falsas\n"
    "ok\n";

/* More kinds than have a row, some without a change, one that is new. */
static const char preview_many[] =
    "bundle\talertas\t1\t8\t1763596800\tEDITOR-B 77AA01C03B5E7D10\t"
    "Alertas noviembre\n"
    "grow\t300000\t1200000000\t20\n"
    "count\tarticle\t0\t0\t0\n"
    "count\talert\t6\t2\t9\n"
    "count\tservice\t0\t3\t0\n"
    "count\tcourse\t0\t0\t0\n"
    "count\trecruiter\t120\t7\t31\n"
    "count\toption\t44\t0\t0\n"
    "count\toccupation\t14\t0\t0\n"
    "count\tagreement\t0\t0\t1\n"
    "count\tunicorn\t1\t0\t0\n"
    "change\talert\t+\tes\tVisas H-2 falsas\n"
    "change\trecruiter\t-\tes\tAgencia Uno\n"
    "change\toption\t+\tes\tSoldadura en San Pedro Sula\n"
    "change\toccupation\t+\tes\tAlbañil\n"
    "change\tagreement\t-\tes\tConvenio de 1973\n"
    "change\tunicorn\t+\tes\tUn unicornio\n"
    "ok\n";

static const char installed[] =
    "step\t1\t900000\t900000\nstep\t2\t1\t1\nstep\t3\t100\t100\n"
    "step\t4\t1\t1\nstep\t5\t1\t1\n"
    "installed\tht\t1\t2\ncounts\t%s\nrecord\t231\t161\nok\n";

static const char stopped[] =
    "step\t1\t18400000\t18400000\nstep\t2\t1\t1\nstep\t3\t68\t100\n";

int
helper_open(void *context, int *fd, struct err *e)
{
	struct helper *h = context;
	int pair[2];

	helper_close(h);
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0)
		return err_set_errno(e, ERR_SYSTEM, "socketpair");
	h->fd = pair[1];
	h->tries = TRIES;
	h->receipt = "informe-0231.txt";
	h->counts = "73\t88\t25";
	h->opened++;
	*fd = pair[0];
	return 0;
}

void
helper_close(struct helper *h)
{
	if (h->opened > 0 && h->fd >= 0)
		close(h->fd);
	h->fd = -1;
	h->installing = false;
}

void
helper_say(struct helper *h, const char *text)
{
	if (send(h->fd, text, strlen(text), MSG_NOSIGNAL) < 0)
		perror("helper");
}

static void
answer_pin(struct helper *h, const char *digits)
{
	if (strcmp(digits, "123456") == 0) {
		helper_say(h, "ok\n");
	} else if (--h->tries > 0) {
		char line[64];

		snprintf(line, sizeof line,
		    "tries\t%d\nerror\tPIN\twrong\n", h->tries);
		helper_say(h, line);
	} else {
		helper_say(h, "wait\t100\nerror\tWAIT\ttoo often\n");
	}
}

static void
answer_receipt(struct helper *h)
{
	char line[256];

	if (h->receipt == NULL)
		snprintf(line, sizeof line, "error\tE20\tno writing\n");
	else
		snprintf(line, sizeof line, "receipt\t%s\nok\n", h->receipt);
	helper_say(h, line);
}

static void
answer_installed(struct helper *h)
{
	char lines[sizeof installed + 64];

	snprintf(lines, sizeof lines, installed, h->counts);
	helper_say(h, lines);
}

static void
answer_item(struct helper *h, const char *request, int item)
{
	bool install = strcmp(request, "install") == 0;

	if (item == 4)
		helper_say(h, "error\tE10\tsignature of mx.vereda\n");
	else if (item == 3)
		helper_say(h, "error\tE00\tht 2\n");
	else if (!install)
		helper_say(h, item == 2 ? preview_many : preview);
	else if (item == 2)
		helper_say(h, "step\t1\t1\t300000\nerror\tE19\tno room\n");
	else if (item == 5)
		answer_installed(h);
	else
		helper_say(h, stopped);
	h->installing = install && item == 1;
}

static void
answer(struct helper *h, char *line)
{
	char *tab = strchr(line, '\t');
	const char *rest = tab != NULL ? tab + 1 : "";
	size_t used = strlen(h->asked);

	if (tab != NULL)
		*tab = '\0';
	snprintf(h->asked + used, sizeof h->asked - used, "%s ", line);
	if (h->mute)
		return;
	if (strcmp(line, "hello") == 0) {
		helper_say(h, "hello\t1\t0.1\nok\nstick-in\tWRITABLE\n");
	} else if (strcmp(line, "pin") == 0) {
		answer_pin(h, rest);
	} else if (strcmp(line, "status") == 0) {
		helper_say(h, status);
		helper_say(h, roots[h->root]);
		helper_say(h, "ok\n");
	} else if (strcmp(line, "scan") == 0) {
		helper_say(h, scan);
	} else if (strcmp(line, "preview") == 0 ||
	    strcmp(line, "install") == 0) {
		answer_item(h, line, (int)strtol(rest, NULL, 10));
	} else if (strcmp(line, "rollback") == 0) {
		helper_say(h, "rolled\tbase\t1\t40\nrecord\t232\t1\nok\n");
	} else if (strcmp(line, "receipt") == 0) {
		answer_receipt(h);
	} else if (strcmp(line, "cv") == 0) {
		snprintf(h->cv, sizeof h->cv, "%s", rest);
		helper_say(h, "cv\t3\nok\n");
	} else if (strcmp(line, "cancel") == 0) {
		if (h->installing)
			helper_say(h, "error\tNONE\tcancelled\n");
		h->installing = false;
	} else {
		helper_say(h, "ok\n");
	}
}

/* One read; requests are short and never come in pieces here. */
static bool
answer_once(struct helper *h, int flags)
{
	char raw[4096];
	ssize_t n = recv(h->fd, raw, sizeof raw - 1, flags);
	char *rest = raw;

	if (n <= 0)
		return false;
	raw[n] = '\0';
	for (char *line = strtok_r(raw, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		answer(h, line);
	return true;
}

bool
helper_answer(struct helper *h)
{
	return h->fd >= 0 && answer_once(h, MSG_DONTWAIT);
}

int
helper_open_child(void *context, int *fd, struct err *e)
{
	struct helper *h = context;
	pid_t pid;

	if (helper_open(h, fd, e) < 0)
		return -1;
	pid = fork();
	if (pid < 0)
		return err_set_errno(e, ERR_SYSTEM, "fork");
	if (pid == 0) {
		for (int i = 0; i < 64; i++)
			if (i != h->fd)
				close(i);
		while (answer_once(h, 0))
			;
		_exit(0);
	}
	helper_close(h);
	return 0;
}

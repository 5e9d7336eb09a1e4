/*
 * Words that were searched in vain.
 */
#include <config.h>

#include "state/stats_words.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sodium.h>

#include "base/io.h"
#include "base/mem.h"

#define NAME "words"
#define FILE_MAX (STATS_WORDS_MAX * 48u) /* bytes */
#define HEAD "vereda-words 1 "
#define SECONDS_A_DAY 86400
#define DATE_LEN 10 /* "2026-11-28" */
#define KEY_HEX_SIZE ((size_t)2 * STATS_KEY_SIZE + 1)

static bool
is_word(const char *word)
{
	size_t len = strspn(word, "abcdefghijklmnopqrstuvwxyz");

	return word[len] == '\0' && len >= STATS_VAIN_MIN &&
	    len <= STATS_VAIN_MAX;
}

static uint32_t
hash_of_word(const struct stats_words *w, const char *word)
{
	uint8_t sum[crypto_generichash_BYTES_MIN];

	crypto_generichash(sum, sizeof sum, (const uint8_t *)word,
	    strlen(word), w->key, sizeof w->key);
	return (uint32_t)sum[0] << 24 | (uint32_t)sum[1] << 16 |
	    (uint32_t)sum[2] << 8 | sum[3];
}

static void
begin(struct stats_words *w, const struct date *today)
{
	memset(w, 0, sizeof *w);
	w->first = *today;
	w->today = *today;
	randombytes_buf(w->key, sizeof w->key);
}

static size_t
place_of(const struct stats_words *w, uint32_t hash)
{
	size_t at = 0;

	while (at < w->count && w->list[at].hash < hash)
		at++;
	return at;
}

bool
stats_words_add(struct stats_words *w, const char *word)
{
	uint32_t hash;
	size_t at;
	struct vain_word *v;

	if (!is_word(word))
		return false;
	hash = hash_of_word(w, word);
	at = place_of(w, hash);
	v = &w->list[at];
	if (at == w->count || v->hash != hash) {
		if (w->count == STATS_WORDS_MAX)
			return false;
		memmove(v + 1, v, (w->count - at) * sizeof *v);
		*v = (struct vain_word){ .hash = hash };
		w->count++;
	}
	if (v->today)
		return false;
	v->today = true;
	v->days++;
	if (v->days >= STATS_WORD_DAYS)
		snprintf(v->word, sizeof v->word, "%s", word);
	return true;
}

/* A date of DATE_LEN letters and a blank at *TEXT. */
static bool
take_date(struct date *out, const char **text)
{
	char copy[DATE_LEN + 1] = "";

	if (strlen(*text) <= DATE_LEN || (*text)[DATE_LEN] != ' ')
		return false;
	memcpy(copy, *text, DATE_LEN);
	*text += DATE_LEN + 1;
	return date_parse(out, copy);
}

static bool
take_head(struct stats_words *out, const char *line)
{
	size_t len = 0;

	if (line == NULL || strncmp(line, HEAD, strlen(HEAD)) != 0)
		return false;
	line += strlen(HEAD);
	return take_date(&out->first, &line) &&
	    take_date(&out->today, &line) &&
	    sodium_hex2bin(out->key, sizeof out->key, line, strlen(line),
		NULL, &len, NULL) == 0 && len == sizeof out->key;
}

/* "HASH DAYS [+] [WORD]" */
static bool
take_line(struct stats_words *out, char *line)
{
	char *rest = NULL;
	char *hash = strtok_r(line, " ", &rest);
	char *days = strtok_r(NULL, " ", &rest);
	char *word = strtok_r(NULL, " ", &rest);
	struct vain_word *v = &out->list[out->count];

	if (days == NULL || out->count == STATS_WORDS_MAX ||
	    strlen(hash) != 8 ||
	    strspn(hash, "0123456789abcdef") != strlen(hash) ||
	    strspn(days, "0123456789") != strlen(days) || strlen(days) > 2)
		return false;
	*v = (struct vain_word){
		.hash = (uint32_t)strtoul(hash, NULL, 16),
		.days = (int)strtol(days, NULL, 10),
		.today = word != NULL && strcmp(word, "+") == 0 };
	if (v->today)
		word = strtok_r(NULL, " ", &rest);
	if (v->days < 1 || v->days > STATS_PERIOD + 1 ||
	    (word != NULL && (!is_word(word) || v->days < STATS_WORD_DAYS)) ||
	    (out->count > 0 && out->list[out->count - 1].hash >= v->hash))
		return false;
	if (word != NULL)
		snprintf(v->word, sizeof v->word, "%s", word);
	out->count++;
	return true;
}

static bool
parse(struct stats_words *out, char *text)
{
	char *rest = NULL;
	char *line = strtok_r(text, "\n", &rest);

	if (!take_head(out, line))
		return false;
	while ((line = strtok_r(NULL, "\n", &rest)) != NULL) {
		if (strcmp(line, "end") == 0)
			return strtok_r(NULL, "\n", &rest) == NULL;
		if (!take_line(out, line))
			return false;
	}
	return false;
}

/*
 * A clock that went back would let a day count twice, and one that leapt
 * ahead would keep words for years: both begin anew.
 */
static bool
is_current(const struct stats_words *w, const struct date *today)
{
	return date_compare(&w->today, today) <= 0 &&
	    date_seconds(today) - date_seconds(&w->first) <
	    (int64_t)STATS_PERIOD * SECONDS_A_DAY;
}

int
stats_words_read(struct stats_words *out, int dirfd, const struct date *today,
    struct err *e)
{
	struct buffer text = { 0 };
	bool good = false;

	memset(out, 0, sizeof *out);
	errno = 0;
	if (io_read_file_at(&text, dirfd, NAME, FILE_MAX, e) == 0)
		good = memchr(text.at, '\0', text.len) == NULL &&
		    parse(out, (char *)text.at);
	else if (errno == ENOENT || e->code == ERR_LIMIT)
		err_clear(e);
	else
		return -1;
	if (text.at != NULL)
		explicit_bzero(text.at, text.len);
	buffer_fini(&text);
	if (!good || !is_current(out, today))
		begin(out, today);
	for (size_t i = 0; i < out->count; i++)
		if (date_compare(&out->today, today) != 0)
			out->list[i].today = false;
	out->today = *today;
	return 0;
}

int
stats_words_write(const struct stats_words *w, int dirfd, struct err *e)
{
	char hex[KEY_HEX_SIZE];
	struct buffer text = { 0 };
	char *line = NULL;
	int rc;

	sodium_bin2hex(hex, sizeof hex, w->key, sizeof w->key);
	line = xasprintf(HEAD "%04d-%02d-%02d %04d-%02d-%02d %s\n",
	    w->first.year, w->first.month, w->first.day, w->today.year,
	    w->today.month, w->today.day, hex);
	buffer_add_text(&text, line);
	free(line);
	for (size_t i = 0; i < w->count; i++) {
		const struct vain_word *v = &w->list[i];

		line = xasprintf("%08" PRIx32 " %d%s%s%s\n", v->hash, v->days,
		    v->today ? " +" : "", v->word[0] != '\0' ? " " : "",
		    v->word);
		buffer_add_text(&text, line);
		free(line);
	}
	buffer_add_text(&text, "end\n");
	rc = io_replace_file_at(dirfd, NAME, buffer_bytes(&text), IO_REPLACE,
	    e);
	buffer_fini(&text);
	return rc;
}

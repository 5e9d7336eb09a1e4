/*
 * Writes CAP 1.2, and drafts of alerts from it.
 */
#include <config.h>

#include "pack/cap.h"

#include <ctype.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/io.h"
#include "text/lang.h"

#define NAMESPACE "urn:oasis:names:tc:emergency:cap:1.2"
#define SPECIALS "\\`*_[]<>&#~|!"

static void
add_escaped(struct buffer *b, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '&')
			buffer_add_text(b, "&amp;");
		else if (*text == '<')
			buffer_add_text(b, "&lt;");
		else if (*text == '>')
			buffer_add_text(b, "&gt;");
		else
			buffer_add(b, text, 1);
	}
}

static void
add_element(struct buffer *b, const char *indent, const char *name,
    const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	buffer_add_text(b, indent);
	buffer_add_text(b, "<");
	buffer_add_text(b, name);
	buffer_add_text(b, ">");
	add_escaped(b, text);
	buffer_add_text(b, "</");
	buffer_add_text(b, name);
	buffer_add_text(b, ">\n");
}

static void
add_day(struct buffer *b, const char *name, const char *day,
    const char *time)
{
	char text[64] = "";

	if (day == NULL || strlen(day) != 10)
		return;
	memcpy(text, day, 10);
	strncat(text, time, sizeof text - 11);
	add_element(b, "    ", name, text);
}

static void
add_info(struct buffer *b, const struct cap *cap, const struct cap_info *x)
{
	buffer_add_text(b, "  <info>\n");
	add_element(b, "    ", "language", x->lang);
	add_element(b, "    ", "category", "Security");
	add_element(b, "    ", "event", x->event);
	add_element(b, "    ", "urgency", cap->urgency);
	add_element(b, "    ", "severity",
	    cap->severity[0] == '\0' ? "Unknown" : cap->severity);
	add_element(b, "    ", "certainty", cap->certainty);
	add_day(b, "effective", cap->effective, "T00:00:00-00:00");
	add_day(b, "expires", cap->expires, "T23:59:59-00:00");
	add_element(b, "    ", "headline", x->headline);
	add_element(b, "    ", "description", x->description);
	add_element(b, "    ", "instruction", x->instruction);
	for (size_t i = 0; i < cap->country_count; i++) {
		buffer_add_text(b, "    <area>\n");
		add_element(b, "      ", "areaDesc", cap->countries[i]);
		buffer_add_text(b, "      <geocode>\n");
		add_element(b, "        ", "valueName", CAP_COUNTRY);
		add_element(b, "        ", "value", cap->countries[i]);
		buffer_add_text(b, "      </geocode>\n    </area>\n");
	}
	buffer_add_text(b, "  </info>\n");
}

int
cap_write(struct buffer *out, const struct cap *cap, struct err *e)
{
	if (cap->info_count == 0)
		return err_set(e, ERR_INPUT, "no text in any language");
	buffer_add_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			     "<alert xmlns=\"" NAMESPACE "\">\n");
	add_element(out, "  ", "identifier", cap->identifier);
	add_element(out, "  ", "sender", cap->sender);
	add_element(out, "  ", "sent", cap->sent);
	add_element(out, "  ", "status", "Actual");
	add_element(out, "  ", "msgType", "Alert");
	add_element(out, "  ", "scope", "Public");
	for (size_t i = 0; i < cap->info_count; i++)
		add_info(out, cap, &cap->infos[i]);
	buffer_add_text(out, "</alert>\n");
	return 0;
}

char *
cap_to_markdown(const char *text, struct arena *a)
{
	char *out = arena_zero(a, 2 * strlen(text) + 2);
	size_t digits = strspn(text, "0123456789");
	size_t n = 0;

	for (size_t i = 0; text[i] != '\0'; i++) {
		if (strchr(SPECIALS, text[i]) != NULL ||
		    (i == 0 && strchr("-+=", text[i]) != NULL) ||
		    (i == digits && i > 0 && strchr(".)", text[i]) != NULL))
			out[n++] = '\\';
		out[n++] = text[i];
	}
	return out;
}

char *
cap_of_markdown(const char *markdown, struct arena *a)
{
	char *out = arena_zero(a, strlen(markdown) + 1);
	size_t n = 0;

	for (const char *at = markdown; *at != '\0'; at++) {
		if (at[0] == '\\' && ispunct((unsigned char)at[1])) {
			out[n++] = *++at;
		} else if (at[0] == '*' && at[1] == '*') {
			at++;
		} else if (*at == '\n') {
			if (n > 0 && out[n - 1] != ' ')
				out[n++] = ' ';
		} else {
			out[n++] = *at;
		}
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}

/* --- drafts --- */

/* KEY: "TEXT", as YAML. */
static void
add_key(struct buffer *b, const char *key, const char *text)
{
	if (text[0] == '\0')
		return;
	buffer_add_text(b, key);
	buffer_add_text(b, ": \"");
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buffer_add_text(b, "\\");
		buffer_add(b, text, 1);
	}
	buffer_add_text(b, "\"\n");
}

static void
add_comment(struct buffer *b, const char *what, const char *text)
{
	buffer_add_text(b, "# CAP ");
	buffer_add_text(b, what);
	buffer_add_text(b, ": ");
	buffer_add_text(b, text);
	buffer_add_text(b, "\n");
}

/* What is true in all languages. */
static void
add_original(struct buffer *b, const struct cap *cap,
    const struct cap_info *x)
{
	add_comment(b, "identifier", cap->identifier);
	add_comment(b, "sender", cap->sender);
	add_comment(b, "sent", cap->sent);
	buffer_add_text(b, "revision: 1\n");
	for (size_t i = 0; i < cap->country_count; i++) {
		buffer_add_text(b, i == 0 ? "countries: [" : ", ");
		buffer_add_text(b, cap->countries[i]);
	}
	buffer_add_text(b, cap->country_count > 0 ? "]\n" : "");
	add_key(b, "event", x->event);
	add_key(b, "severity", cap->severity);
	add_key(b, "urgency", cap->urgency);
	add_key(b, "certainty", cap->certainty);
	add_key(b, "effective", cap->effective);
	add_key(b, "expires", cap->expires);
	buffer_add_text(b, "status: draft\nconfidence: low\n");
}

static void
add_section(struct buffer *b, const char *heading, const char *text)
{
	buffer_add_text(b, "\n## ");
	buffer_add_text(b, heading);
	buffer_add_text(b, "\n\n");
	buffer_add_text(b, text);
	buffer_add_text(b, "\n");
}

static void
draft_text(struct buffer *b, const struct cap *cap, size_t n,
    struct arena *a)
{
	const struct cap_info *x = &cap->infos[n];
	const char *const *heads = lang_of(x->lang)->alert_heads;

	buffer_add_text(b, "---\n");
	add_key(b, "title",
	    x->headline[0] != '\0' ? x->headline : x->event);
	if (n == 0)
		add_original(b, cap, x);
	else
		buffer_add_text(b, "translates: 1\n");
	buffer_add_text(b, "---");
	add_section(b, heads[0], cap_to_markdown(x->description, a));
	add_section(b, heads[1], "- …");
	add_section(b, heads[2], cap_to_markdown(x->instruction, a));
}

int
cap_draft(const struct cap *cap, const char *dir, struct arena *a,
    struct err *e)
{
	if (access(dir, F_OK) == 0)
		return err_set(e, ERR_INPUT, "%s is there already", dir);
	if (io_make_folder(AT_FDCWD, dir, e) < 0)
		return -1;
	for (size_t i = 0; i < cap->info_count; i++) {
		struct buffer text = { 0 };
		const char *name = arena_printf(a, "%s/%s.md", dir,
		    cap->infos[i].lang);
		int rc;

		draft_text(&text, cap, i, a);
		rc = io_write_file(name, buffer_bytes(&text), IO_NEW, e);
		buffer_fini(&text);
		if (rc < 0)
			return -1;
	}
	return 0;
}

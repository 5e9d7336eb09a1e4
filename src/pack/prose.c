/*
 * Markdown through md4c.  md4c tells no lines; but the text that it hands out
 * lies in the text that it was given, so places are found from pointers.
 */
#include <config.h>

#include "pack/prose.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <md4c.h>
#include <unictype.h>

#include "base/utf8.h"
#include "pack/source_file.h"

#define WAITING_MAX 8
#define PROSE_FINDINGS_MAX 100 /* of one text; finding a place takes time */

/* Where a sentence has come to. */
enum sentence_state {
	IN_SENTENCE,
	AT_STOP,    /* behind . ! ? or an ellipsis */
	AFTER_STOP, /* and a blank */
};

struct prose {
	struct bytes text;
	const struct place *start;
	enum prose_kind kind;
	struct prose_stats *stats;
	struct findings *findings;
	struct buffer plain;
	size_t at; /* offset of the last text that was seen */
	unsigned told;
	/* findings that wait for the next text, which has their place */
	struct {
		enum finding_kind kind;
		const char *detail;
	} waiting[WAITING_MAX];
	size_t waiting_count;
	/* the sentence */
	enum sentence_state state;
	bool in_word;
	unsigned words;
	size_t sentence_at;
	/* sections of an alert or a rumour */
	unsigned sections;
	bool list_in_second;
	bool text_before_section;
	/* lists */
	unsigned list_depth;
	unsigned numbered; /* outermost ones that are */
	bool in_heading;
	bool in_html; /* the block was told as a whole */
};

static void
tell(struct prose *p, size_t offset, enum finding_kind kind,
    const char *detail)
{
	struct place at;

	if (p->told++ >= PROSE_FINDINGS_MAX)
		return;
	at = source_file_place(p->start, (const char *)p->text.at, offset);
	finding_add(p->findings, &at, kind, "%s", detail);
}

static void
tell_waiting(struct prose *p, size_t offset)
{
	for (size_t i = 0; i < p->waiting_count; i++)
		tell(p, offset, p->waiting[i].kind, p->waiting[i].detail);
	p->waiting_count = 0;
}

/* Tell it as soon as its place is known. */
static void
wait_to_tell(struct prose *p, enum finding_kind kind, const char *detail)
{
	if (p->waiting_count == WAITING_MAX)
		return;
	p->waiting[p->waiting_count].kind = kind;
	p->waiting[p->waiting_count++].detail = detail;
}

static void
end_sentence(struct prose *p)
{
	char count[32];

	if (p->words > 0) {
		p->stats->sentences++;
		p->stats->words += p->words;
	}
	if (p->words > PROSE_SENTENCE_MAX) {
		snprintf(count, sizeof count, "%u > %d", p->words,
		    PROSE_SENTENCE_MAX);
		tell(p, p->sentence_at, FINDING_LONG_SENTENCE, count);
	}
	p->words = 0;
	p->in_word = false;
	p->state = IN_SENTENCE;
}

/* CODE at OFFSET goes into the sentence; a new one begins where a stop, a
 * blank and a capital, digit or opening mark meet. */
static void
step_sentence(struct prose *p, uint32_t code, size_t offset)
{
	bool is_word = uc_is_alnum(code);
	bool opens = uc_is_upper(code) || uc_is_digit(code) ||
	    code == 0xBF || code == 0xA1 || code == 0xAB || code == '"' ||
	    code == 0x201C || code == '(';

	if (code == ' ' || code == '\n') {
		p->in_word = false;
		if (p->state == AT_STOP)
			p->state = AFTER_STOP;
		return;
	}
	if (p->state == AFTER_STOP && opens)
		end_sentence(p);
	if (code == '.' || code == '!' || code == '?' || code == 0x2026)
		p->state = AT_STOP;
	else if (is_word || p->state == AFTER_STOP)
		p->state = IN_SENTENCE; /* a stop may stand before a quote */
	if (is_word && !p->in_word) {
		if (p->words++ == 0)
			p->sentence_at = offset;
		p->in_word = true;
	}
}

/* A hyphen or an apostrophe inside a word begins no new one: blanks do. */
static void
step_text(struct prose *p, struct bytes left, size_t offset)
{
	while (left.len > 0) {
		size_t n = 0;
		uint32_t code = utf8_decode(left, &n);

		if (!p->in_heading)
			step_sentence(p, code, offset);
		offset += n;
		left = bytes_of(left.at + n, left.len - n);
	}
}

static const char *
refused_block(MD_BLOCKTYPE type)
{
	switch (type) {
	case MD_BLOCK_QUOTE:
		return "> quotation";
	case MD_BLOCK_HR:
		return "--- line";
	case MD_BLOCK_CODE:
		return "code";
	case MD_BLOCK_HTML:
		return "HTML";
	case MD_BLOCK_TABLE:
		return "table";
	case MD_BLOCK_DOC:
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:
	case MD_BLOCK_LI:
	case MD_BLOCK_H:
	case MD_BLOCK_P:
	case MD_BLOCK_THEAD:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_TR:
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:
		break;
	}
	return NULL;
}

static void
enter_heading(struct prose *p, const MD_BLOCK_H_DETAIL *h)
{
	p->in_heading = true;
	if (h->level != 2)
		wait_to_tell(p, FINDING_HEADING,
		    h->level == 1 ? "#" : "###");
	else
		p->sections++;
}

/* The numbered list of an article is its steps: there can be one. */
static void
enter_list(struct prose *p, bool numbered)
{
	if (p->list_depth++ == 0 && numbered && p->numbered++ > 0 &&
	    p->kind == PROSE_ARTICLE)
		wait_to_tell(p, FINDING_STEPS_TWICE, "");
}

/* A line of its own without text: find it behind the last text. */
static void
tell_rule(struct prose *p)
{
	const char *text = (const char *)p->text.at;
	size_t at = p->at;

	while (at < p->text.len) {
		const char *end = memchr(text + at, '\n', p->text.len - at);
		size_t n = end == NULL ? p->text.len - at :
					 (size_t)(end - text) - at;
		size_t mark = strspn(text + at, " ");

		if (mark < n && strchr("-*_", text[at + mark]) != NULL &&
		    strspn(text + at, " -*_") >= n) {
			p->at = at + n;
			tell(p, at, FINDING_MARKDOWN, "---");
			return;
		}
		at += n + 1;
	}
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct prose *p = context;
	const char *refused = refused_block(type);

	end_sentence(p);
	if (type == MD_BLOCK_HR)
		tell_rule(p);
	else if (refused != NULL)
		wait_to_tell(p, FINDING_MARKDOWN, refused);
	p->in_html = type == MD_BLOCK_HTML;
	if (type == MD_BLOCK_H)
		enter_heading(p, detail);
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		enter_list(p, type == MD_BLOCK_OL);
	if (type == MD_BLOCK_P && p->sections == 0)
		p->text_before_section = true;
	if (type == MD_BLOCK_LI && p->sections == 0)
		p->text_before_section = true;
	if (type == MD_BLOCK_LI && p->sections == 2)
		p->list_in_second = true;
	return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct prose *p = context;

	(void)detail;
	tell_waiting(p, p->at);
	end_sentence(p);
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		p->list_depth--;
	if (type == MD_BLOCK_H)
		p->in_heading = false;
	buffer_add_text(&p->plain, "\n");
	return 0;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct prose *p = context;
	const char *refused = "mark";

	(void)detail;
	if (type == MD_SPAN_STRONG)
		return 0;
	if (type == MD_SPAN_A)
		refused = "link";
	else if (type == MD_SPAN_IMG)
		refused = "picture";
	else if (type == MD_SPAN_CODE)
		refused = "code";
	else if (type == MD_SPAN_EM)
		refused = "*one star*, write **two**";
	else if (type == MD_SPAN_DEL)
		refused = "~struck out~";
	wait_to_tell(p, FINDING_MARKDOWN, refused);
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct prose *p = context;

	(void)type;
	(void)detail;
	tell_waiting(p, p->at);
	return 0;
}

static const char *
refused_text(MD_TEXTTYPE type)
{
	switch (type) {
	case MD_TEXT_ENTITY:
		return "&entity;";
	case MD_TEXT_HTML:
		return "HTML";
	case MD_TEXT_BR:
		return "forced line break";
	case MD_TEXT_NORMAL:
	case MD_TEXT_NULLCHAR:
	case MD_TEXT_SOFTBR:
	case MD_TEXT_CODE: /* its block or span was told */
	case MD_TEXT_LATEXMATH:
		break;
	}
	return NULL;
}

static int
see_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
	struct prose *p = context;
	uintptr_t begin = (uintptr_t)p->text.at;
	uintptr_t at = (uintptr_t)text;
	const char *refused = refused_text(type);

	if (at >= begin && at < begin + p->text.len)
		p->at = at - begin;
	if (refused != NULL && !p->in_html)
		wait_to_tell(p, FINDING_MARKDOWN, refused);
	tell_waiting(p, p->at);
	if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
		step_sentence(p, ' ', p->at);
		buffer_add_text(&p->plain, " ");
		return 0;
	}
	step_text(p, bytes_of(text, size), p->at);
	buffer_add(&p->plain, text, size);
	return 0;
}

/* md4c takes "[name]: address" lines silently out of the text. */
static void
tell_link_definitions(struct prose *p)
{
	const char *text = (const char *)p->text.at;

	for (size_t at = 0; at < p->text.len;) {
		size_t n = strcspn(text + at, "\n");
		size_t mark = strspn(text + at, " ");
		const char *end = memchr(text + at, ']', n);

		if (mark < 4 && text[at + mark] == '[' && end != NULL &&
		    end[1] == ':')
			tell(p, at + mark, FINDING_MARKDOWN, "link");
		at += n + 1;
	}
}

static void
check_sections(struct prose *p)
{
	bool is_alert = p->kind == PROSE_ALERT;
	unsigned wanted = is_alert ? PROSE_ALERT_SECTIONS :
				     PROSE_RUMOUR_SECTIONS;
	char count[32];

	if (p->kind == PROSE_ARTICLE || p->kind == PROSE_COURSE)
		return;
	if (p->sections != wanted || p->text_before_section) {
		snprintf(count, sizeof count, "%u", p->sections);
		tell(p, 0,
		    is_alert ? FINDING_SECTIONS : FINDING_RUMOUR_SECTIONS,
		    p->text_before_section ? "text before the first" : count);
	} else if (is_alert && !p->list_in_second) {
		tell(p, 0, FINDING_NO_LIST, "");
	}
}

char *
prose_read(struct bytes text, const struct place *start, enum prose_kind kind,
    struct prose_stats *stats, struct arena *a, struct findings *f)
{
	static const MD_PARSER parser = { .flags = MD_FLAG_TABLES |
		    MD_FLAG_STRIKETHROUGH,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = see_text };
	struct prose p = { .text = text, .start = start, .kind = kind,
		.stats = stats, .findings = f };
	char *plain = NULL;

	if (md_parse((const char *)text.at, (MD_SIZE)text.len, &parser, &p) !=
	    0)
		tell(&p, 0, FINDING_SYNTAX, "md4c");
	tell_link_definitions(&p);
	check_sections(&p);
	plain = arena_strndup(a,
	    p.plain.len == 0 ? "" : (const char *)p.plain.at, p.plain.len);
	buffer_fini(&p.plain);
	return plain;
}

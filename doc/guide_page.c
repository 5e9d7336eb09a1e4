/*
 * One guide in Markdown as one page of HTML to be printed: pictures inside,
 * and in place of a paragraph "@codes@" the table of all verdicts on a
 * bundle with the program's own sentences.
 *
 *	guide-page LANG GUIDE.md PICTURES >OUT.html
 *
 * An image is a file of the folder PICTURES; its text says what is on it.
 */
#include <config.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <md4c.h>

#include "base/bytes.h"
#include "base/err.h"
#include "base/io.h"
#include "base/mem.h"
#include "base/paths.h"
#include "text/language.h"

#define CODES "@codes@"
#define FILE_MAX 1048576 /* bytes of a guide or a picture */

static const char style[] =
    "@page { margin: 9mm 13mm }\n"
    "body { font: 10.5pt/1.25 sans-serif; max-width: 190mm; margin: auto }\n"
    "h1 { font-size: 19pt; margin: 0 0 1mm }\n"
    "h1 ~ h1 { break-before: page }\n"
    "h2 { font-size: 12.5pt; margin: 2.5mm 0 0.5mm; clear: both }\n"
    "p, ol, ul { margin: 0 0 1.5mm }\n"
    "ol { padding-left: 7mm }\n"
    "li { display: flow-root list-item; margin-bottom: 1.5mm }\n"
    "li::marker { font-weight: bold }\n"
    "figure { float: right; width: 94mm; margin: 0 0 0 5mm;\n"
    "  border: 0.3mm solid #444 }\n"
    "svg { display: block; width: 100% }\n"
    "table { border-collapse: collapse; width: 100% }\n"
    "td { border-top: 0.2mm solid #888; padding: 0.9mm 2mm;\n"
    "  vertical-align: top }\n"
    "td:first-child { font-weight: bold }\n";

/* What is being written. */
struct page {
	const char *pictures; /* the folder */
	struct buffer html;
	size_t paragraph; /* where the one that is open begins */
	bool in_image;    /* its text is a label */
	struct err *e;
};

static void
put(struct page *p, const char *html)
{
	buffer_add_text(&p->html, html);
}

static void
put_text(struct page *p, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (text[i] == '&')
			put(p, "&amp;");
		else if (text[i] == '<')
			put(p, "&lt;");
		else if (text[i] == '>')
			put(p, "&gt;");
		else if (text[i] == '"')
			put(p, "&quot;");
		else
			buffer_add(&p->html, text + i, 1);
	}
}

static void
put_codes(struct page *p)
{
	put(p, "<table>\n");
	for (int code = 0; code <= ERR_BUNDLE_LAST; code++) {
		const char *sentence = err_sentence((enum err_code)code);

		put(p, "<tr><td>");
		put(p, err_name((enum err_code)code));
		put(p, "</td><td>");
		put_text(p, sentence, strlen(sentence));
		put(p, "</td></tr>\n");
	}
	put(p, "</table>\n");
}

static void
end_paragraph(struct page *p)
{
	size_t len = p->html.len - p->paragraph;

	if (len == strlen(CODES) &&
	    memcmp(p->html.at + p->paragraph, CODES, len) == 0) {
		p->html.len = p->paragraph - strlen("<p>");
		put_codes(p);
	} else {
		put(p, "</p>\n");
	}
}

/* "h2" and the like; NULL for what a guide does not have. */
static const char *
element(MD_BLOCKTYPE type, void *detail)
{
	static const char *const headings[] = { "h1", "h2", "h3", "h4", "h5",
		"h6" };

	switch (type) {
	case MD_BLOCK_H:
		return headings[((MD_BLOCK_H_DETAIL *)detail)->level - 1];
	case MD_BLOCK_P:
		return "p";
	case MD_BLOCK_OL:
		return "ol";
	case MD_BLOCK_UL:
		return "ul";
	case MD_BLOCK_LI:
		return "li";
	default:
		return NULL;
	}
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct page *p = user;
	const char *name = element(type, detail);

	if (type == MD_BLOCK_DOC)
		return 0;
	if (name == NULL)
		return err_set(p->e, ERR_INPUT, "not in a guide");
	put(p, "<");
	put(p, name);
	put(p, ">");
	p->paragraph = p->html.len;
	return 0;
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct page *p = user;

	if (type == MD_BLOCK_P) {
		end_paragraph(p);
	} else if (type != MD_BLOCK_DOC) {
		put(p, "</");
		put(p, element(type, detail));
		put(p, ">\n");
	}
	return 0;
}

static int
put_picture(struct page *p, const MD_ATTRIBUTE *name)
{
	char *path = xasprintf("%s/%.*s", p->pictures, (int)name->size,
	    name->text);
	struct buffer svg = { 0 };
	int rc = io_read_file(&svg, path, FILE_MAX, p->e);

	buffer_add(&p->html, svg.at, svg.len);
	buffer_fini(&svg);
	free(path);
	return rc;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct page *p = user;

	(void)detail;
	p->in_image = type == MD_SPAN_IMG;
	put(p, p->in_image ? "<figure aria-label=\"" : "<b>");
	return 0;
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct page *p = user;

	p->in_image = false;
	if (type != MD_SPAN_IMG) {
		put(p, "</b>");
		return 0;
	}
	put(p, "\">\n");
	if (put_picture(p, &((MD_SPAN_IMG_DETAIL *)detail)->src) < 0)
		return -1;
	put(p, "</figure>");
	return 0;
}

static int
text(MD_TEXTTYPE type, const MD_CHAR *at, MD_SIZE len, void *user)
{
	struct page *p = user;

	if (type == MD_TEXT_SOFTBR)
		put(p, "\n");
	else if (type == MD_TEXT_BR)
		put(p, "<br>\n");
	else
		put_text(p, at, len);
	return 0;
}

static int
make_page(struct page *p, const char *lang, const char *guide)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTML,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = text,
	};
	struct buffer in = { 0 };
	int rc = io_read_file(&in, guide, FILE_MAX, p->e);

	put(p, "<!DOCTYPE html>\n<html lang=\"");
	put(p, lang);
	put(p, "\">\n<meta charset=\"utf-8\">\n<title>Vereda</title>\n<style>\n");
	put(p, style);
	put(p, "</style>\n");
	if (rc == 0 && md_parse((const char *)in.at, (MD_SIZE)in.len, &parser,
			   p) != 0)
		rc = err_set(p->e, ERR_INPUT, "%s", guide);
	put(p, "</html>\n");
	buffer_fini(&in);
	return rc;
}

int
main(int argc, char **argv)
{
	char *locale = paths_find(LOCALEDIR, "locale");
	struct err e = { 0 };
	struct page p = { .e = &e };
	int rc = -1;

	if (argc != 4)
		return 2;
	p.pictures = argv[3];
	if (language_init(locale, &e) == 0 && language_set(argv[1], &e) == 0)
		rc = make_page(&p, argv[1], argv[2]);
	if (rc < 0)
		fprintf(stderr, "guide-page: %s\n", e.text);
	else if (fwrite(p.html.at, 1, p.html.len, stdout) != p.html.len)
		rc = -1;
	buffer_fini(&p.html);
	free(locale);
	return rc < 0;
}

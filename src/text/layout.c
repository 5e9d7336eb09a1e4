/*
 * Markdown into rows.  md4c calls back; nothing is kept but the block that
 * is being read and the lists that are open around it.
 */
#include <config.h>

#include "text/layout.h"

#include <stdlib.h>
#include <string.h>

#include <md4c.h>
#include <unicase.h>

#include "base/utf8.h"
#include "text/layout_internal.h"
#include "text/width.h"

#define LISTS_MAX 6 /* deeper lists are set like the sixth */

struct list {
	bool ordered;
	unsigned next; /* number of the next item */
	int indent;    /* of its bullets */
	int hang;      /* cells of the bullet of the item that is open */
};

struct layout {
	const struct layout_style *style;
	int width;
	struct row_list rows;
	struct buffer text;   /* of the block that is being read */
	struct buffer strong; /* a byte for each of its bytes */
	enum row_style kind;  /* of that block */
	unsigned strong_depth;
	unsigned block;
	struct list lists[LISTS_MAX];
	unsigned depth;     /* open lists */
	unsigned list_count; /* outermost ones so far */
	const char *prefix; /* of an item not begun yet, or NULL */
	bool list_begun;    /* an item of the outermost list is set */
};

static struct list *
innermost(struct layout *l)
{
	if (l->depth == 0)
		return NULL;
	return &l->lists[l->depth <= LISTS_MAX ? l->depth - 1 : LISTS_MAX - 1];
}

static bool
wants_blank_row(const struct layout *l)
{
	const struct row *last = NULL;

	if (l->rows.count == 0)
		return false;
	last = &l->rows.rows[l->rows.count - 1];
	if (last->style == ROW_BLANK)
		return false;
	if (last->style == ROW_HEADING && l->style->tight_headings)
		return false;
	if (l->prefix != NULL && l->list_begun)
		return l->style->blank_between_items;
	return true;
}

/* Set the block that was read, if there is anything in it. */
static void
end_block(struct layout *l)
{
	struct block_shape shape = { .width = l->width,
		.prefix = "",
		.style = l->kind,
		.block = l->block + 1 };
	const struct list *list = innermost(l);
	struct bytes text = buffer_bytes(&l->text);

	while (text.len > 0 &&
	       (text.at[text.len - 1] == ' ' || text.at[text.len - 1] == '\n'))
		text.len--;
	if (text.len == 0)
		goto out;
	if (wants_blank_row(l))
		row_list_add(&l->rows, ROW_BLANK);
	if (list != NULL) {
		shape.indent = list->indent + (l->prefix ? 0 : list->hang);
		shape.list = l->list_count;
		shape.numbered = l->lists[0].ordered;
	}
	if (l->prefix != NULL) {
		shape.prefix = l->prefix;
		shape.style = ROW_ITEM;
		l->list_begun = true;
		l->prefix = NULL;
	}
	l->block++;
	if (l->kind == ROW_HEADING) {
		size_t len = 0;
		uint8_t *upper =
		    u8_toupper(text.at, text.len, NULL, NULL, NULL, &len);

		shape.style = ROW_HEADING;
		if (upper != NULL)
			text = bytes_of(upper, len);
		wrap_block(&l->rows, text, NULL, &shape);
		free(upper);
	} else {
		wrap_block(&l->rows, text, l->strong.at, &shape);
	}
out:
	l->text.len = l->strong.len = 0;
	l->kind = ROW_TEXT;
}

static void
add_code(struct layout *l, uint32_t code)
{
	uint8_t strong = l->strong_depth > 0;

	wrap_add_code(&l->text, code, l->width);
	while (l->strong.len < l->text.len)
		buffer_add(&l->strong, &strong, 1);
}

static void
add_text(struct layout *l, struct bytes text)
{
	while (text.len > 0) {
		size_t len = 0;
		uint32_t code = utf8_decode(text, &len);

		add_code(l, code);
		text.at += len;
		text.len -= len;
	}
}

/* "&amp;" or "&#209;"; what we do not know stays as it is written. */
static void
add_entity(struct layout *l, struct bytes entity)
{
	static const struct {
		const char *name;
		uint32_t code;
	} known[] = {
		{ "&amp;", '&' },
		{ "&lt;", '<' },
		{ "&gt;", '>' },
		{ "&quot;", '"' },
		{ "&nbsp;", 0xA0 },
	};
	char digits[12] = "";

	for (size_t i = 0; i < COUNT_OF(known); i++)
		if (bytes_equal(entity, bytes_of_text(known[i].name))) {
			add_code(l, known[i].code);
			return;
		}
	if (entity.len > 3 && entity.len < sizeof digits &&
	    entity.at[1] == '#') {
		bool hex = entity.at[2] == 'x' || entity.at[2] == 'X';

		memcpy(digits, entity.at + 2, entity.len - 3);
		add_code(
		    l, (uint32_t)strtoul(digits + hex, NULL, hex ? 16 : 10));
		return;
	}
	add_text(l, entity);
}

static void
begin_list(struct layout *l, bool ordered, unsigned start)
{
	const struct list *outer = innermost(l);
	struct list list = { .ordered = ordered, .next = start };

	if (outer == NULL) {
		l->list_begun = false;
		l->list_count++;
	} else {
		list.indent = outer->indent + outer->hang;
	}
	l->depth++;
	if (l->depth <= LISTS_MAX)
		l->lists[l->depth - 1] = list;
}

static void
begin_item(struct layout *l)
{
	struct list *list = innermost(l);

	if (list == NULL)
		return; /* md4c opens a list first */
	if (list->ordered)
		l->prefix = arena_printf(l->rows.arena, "%u. ", list->next++);
	else
		l->prefix =
		    arena_printf(l->rows.arena, "%s ", l->style->bullet);
	list->hang = width_of(l->prefix);
}

static int
on_enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct layout *l = context;

	end_block(l);
	if (type == MD_BLOCK_UL)
		begin_list(l, false, 0);
	else if (type == MD_BLOCK_OL)
		begin_list(
		    l, true, ((const MD_BLOCK_OL_DETAIL *)detail)->start);
	else if (type == MD_BLOCK_LI)
		begin_item(l);
	else if (type == MD_BLOCK_H)
		l->kind = ROW_HEADING;
	return 0;
}

static int
on_leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct layout *l = context;

	(void)detail;
	end_block(l);
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		l->depth--;
	if (type == MD_BLOCK_LI)
		l->prefix = NULL;
	return 0;
}

static int
on_enter_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct layout *l = context;

	(void)detail;
	if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
		l->strong_depth++;
	return 0;
}

static int
on_leave_span(MD_SPANTYPE type, void *detail, void *context)
{
	struct layout *l = context;

	(void)detail;
	if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
		l->strong_depth--;
	return 0;
}

static int
on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context)
{
	struct layout *l = context;
	struct bytes bytes = bytes_of(text, size);

	if (type == MD_TEXT_BR)
		add_code(l, '\n');
	else if (type == MD_TEXT_SOFTBR)
		add_code(l, ' ');
	else if (type == MD_TEXT_NULLCHAR)
		add_code(l, UTF8_REPLACEMENT);
	else if (type == MD_TEXT_ENTITY)
		add_entity(l, bytes);
	else
		add_text(l, bytes);
	return 0;
}

static int
fit_width(int width, int most)
{
	return width < 1 ? 1 : width > most ? most : width;
}

int
layout_markdown(struct rows *out, const char *markdown,
    const struct layout_style *style, struct arena *a, struct err *e)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_NOHTML |
			 MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_enter_block,
		.leave_block = on_leave_block,
		.enter_span = on_enter_span,
		.leave_span = on_leave_span,
		.text = on_text,
	};
	size_t len = strnlen(markdown, LAYOUT_MARKDOWN_MAX + 1);
	struct layout l = { .style = style,
		.kind = ROW_TEXT,
		.width = fit_width(style->width, LAYOUT_WIDTH_MAX),
		.rows = { .arena = a } };
	int rc;

	memset(out, 0, sizeof *out);
	if (len > LAYOUT_MARKDOWN_MAX)
		return err_set(e, ERR_LIMIT, "a text of more than %u bytes",
		    LAYOUT_MARKDOWN_MAX);
	rc = md_parse(markdown, (MD_SIZE)len, &parser, &l);
	end_block(&l);
	row_list_finish(&l.rows, out);
	buffer_fini(&l.text);
	buffer_fini(&l.strong);
	if (rc != 0)
		return err_set(e, ERR_SYSTEM, "md4c: %d", rc);
	return 0;
}

void
layout_plain(struct rows *out, const char *text, int width, struct arena *a)
{
	struct row_list list = { .arena = a };
	struct block_shape shape = { .width = width < 1 ? 1 : width,
		.prefix = "",
		.style = ROW_TEXT,
		.block = 1 };
	struct buffer safe = { 0 };
	uint32_t code;

	while ((code = utf8_next(&text)) != 0)
		wrap_add_code(&safe, code, shape.width);
	wrap_block(&list, buffer_bytes(&safe), NULL, &shape);
	row_list_finish(&list, out);
	buffer_fini(&safe);
}

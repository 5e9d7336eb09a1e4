/*
 * Telephones: ASCII digits only, so that nothing that merely looks like a
 * number is ever dialled.
 */
#include <config.h>

#include "pack/phone.h"

#include <stdbool.h>
#include <string.h>

static bool
is_number(const char *text)
{
	size_t len = strlen(text);

	return len > 0 && len <= PHONE_LENGTH_MAX &&
	    strspn(text, "0123456789 +-*#") == len &&
	    strpbrk(text, "0123456789") != NULL &&
	    strstr(text, "  ") == NULL && strrchr(text, '+') <= text;
}

/* "(note | note)": one for each language. */
static bool
read_notes(struct phone_number *out, const char *text,
    const struct place *at, size_t languages, const struct reading *r)
{
	size_t len = strlen(text);
	struct values notes;

	if (len < 3 || text[0] != '(' || text[len - 1] != ')')
		return false;
	rules_split(&notes, arena_strndup(r->arena, text + 1, len - 2), at,
	    "|", r->arena);
	if (notes.count != languages)
		return false;
	for (size_t i = 0; i < languages; i++)
		out->notes[i] = notes.list[i].text;
	return true;
}

/* "NUMBER" or "NUMBER (note | note)"; false if it is neither. */
static bool
read_one(struct phone_number *out, const struct value *v, size_t languages,
    const struct reading *r)
{
	size_t n = strcspn(v->text, "(");
	size_t end = n;

	while (end > 0 && v->text[end - 1] == ' ')
		end--;
	out->number = arena_strndup(r->arena, v->text, end);
	if (!is_number(out->number))
		return false;
	return v->text[n] == '\0' ||
	    read_notes(out, v->text + n, &v->at, languages, r);
}

void
phone_list_read(struct phone_list *out, const struct value *v,
    size_t languages, const struct reading *r)
{
	struct values parts;

	*out = (struct phone_list){ 0 };
	if (v->text == NULL || v->text[0] == '\0')
		return;
	rules_split(&parts, v->text, &v->at, ";", r->arena);
	if (parts.count > PHONES_MAX) {
		finding_add(r->findings, &v->at, FINDING_TOO_MANY,
		    "phones, %zu > %d", parts.count, PHONES_MAX);
		return;
	}
	out->list =
	    arena_array(r->arena, parts.count + 1, sizeof *out->list);
	for (size_t i = 0; i < parts.count; i++) {
		if (read_one(&out->list[out->count], &parts.list[i],
			languages, r))
			out->count++;
		else
			finding_add(r->findings, &parts.list[i].at,
			    FINDING_BAD_PHONE, "%s", parts.list[i].text);
	}
}

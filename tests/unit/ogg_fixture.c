/*
 * Pages with another way to the sum than ogg_opus.c has: a table.
 */
#include <config.h>

#include "ogg_fixture.h"

#include <stdlib.h>
#include <string.h>

#include "base/compiler.h"
#include "catalog/schema.h"
#include "content_fixture.h"

#define SAMPLES_A_MS 48u

static uint32_t
crc_of(const uint8_t *at, size_t len)
{
	static uint32_t table[256];
	uint32_t crc = 0;

	for (uint32_t i = 0; table[1] == 0 || (i > 0 && i < 256); i++) {
		uint32_t r = i << 24;

		for (int bit = 0; bit < 8; bit++)
			r = (r & 0x80000000u) != 0 ? r << 1 ^ 0x04C11DB7u
						   : r << 1;
		table[i] = r;
	}
	for (size_t i = 0; i < len; i++)
		crc = crc << 8 ^ table[(crc >> 24 ^ at[i]) & 0xFF];
	return crc;
}

static void
add_byte(struct buffer *b, unsigned value)
{
	uint8_t byte = (uint8_t)value;

	buffer_add(b, &byte, 1);
}

void
ogg_fixture_page(struct buffer *out, const struct ogg_page *page)
{
	struct buffer b = { 0 };
	size_t full = page->packet.len / 255;
	uint32_t crc = 0;

	buffer_add_text(&b, "OggS");
	add_byte(&b, 0);
	add_byte(&b, page->flags);
	buffer_add_u64(&b, page->granule);
	buffer_add_u32(&b, page->serial);
	buffer_add_u32(&b, page->number);
	buffer_add_u32(&b, 0);
	add_byte(&b, (unsigned)(full + !page->open));
	for (size_t i = 0; i < full; i++)
		add_byte(&b, 255);
	if (!page->open)
		add_byte(&b, (unsigned)(page->packet.len % 255));
	buffer_add(&b, page->packet.at, page->packet.len);
	crc = crc_of(b.at, b.len);
	for (unsigned i = 0; i < 4; i++)
		b.at[22 + i] = (uint8_t)(crc >> 8 * i);
	buffer_add(out, b.at, b.len);
	buffer_fini(&b);
}

void
ogg_fixture(struct buffer *out, const char *text, unsigned ms)
{
	static const uint8_t head[] = { 'O', 'p', 'u', 's', 'H', 'e', 'a', 'd',
		1, 1, OGG_SKIP & 0xFF, OGG_SKIP >> 8, 0x80, 0xBB, 0, 0, 0, 0,
		0 };
	struct ogg_page page = { .flags = 2, .serial = 77,
		.packet = bytes_of(head, sizeof head) };

	ogg_fixture_page(out, &page);
	page = (struct ogg_page){ .serial = 77, .number = 1,
		.packet = bytes_of("OpusTags\0\0\0\0\0\0\0\0", 16) };
	ogg_fixture_page(out, &page);
	page = (struct ogg_page){ .flags = 4, .serial = 77, .number = 2,
		.granule = OGG_SKIP + (uint64_t)ms * SAMPLES_A_MS,
		.packet = bytes_of_text(text) };
	ogg_fixture_page(out, &page);
}

static void
add_recording(sqlite3 *db, const char *slug, const char *text, unsigned ms)
{
	struct buffer sound = { 0 };
	char *hex = NULL;

	ogg_fixture(&sound, text, ms);
	hex = calloc(2, sound.len + 1);
	for (size_t i = 0; hex != NULL && i < sound.len; i++) {
		hex[2 * i] = "0123456789ABCDEF"[sound.at[i] >> 4];
		hex[2 * i + 1] = "0123456789ABCDEF"[sound.at[i] & 15];
	}
	content_fixture_sql(db,
	    "INSERT INTO recording SELECT %lld + id,id,'es',%d,x%Q"
	    " FROM entry WHERE slug=%Q",
	    (long long)schema_text_id(schema_language_number("es"), 0),
	    (int)ms, hex, slug);
	free(hex);
	buffer_fini(&sound);
}

void
ogg_fixture_recordings(sqlite3 *db)
{
	add_recording(db, "you-do-not-pay", OGG_ARTICLE, 95000);
	add_recording(db, "false-visas", OGG_ALERT, 21000);
}

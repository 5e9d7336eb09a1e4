/*
 * The pages of an Ogg file.
 *
 *     | "OggS" 0 | flags | granule 8 | serial 4 | number 4 | CRC 4 | n |
 *     | n lengths: 255 means that the packet goes on | the packets |
 *
 * First a page with the packet OpusHead alone, then OpusTags, then sound.
 */
#include <config.h>

#include "catalog/ogg_opus.h"

#include <stdbool.h>
#include <string.h>

#include "base/compiler.h"

#define PAGE_HEADER 27u
#define CRC_AT 22u
#define CRC_POLYNOMIAL 0x04C11DB7u
#define GOES_ON 255 /* a length: there is more of the packet */
#define HEAD_SIZE 19u
#define SAMPLES_A_MS 48u /* of the granule, whatever the rate was */
#define NO_GRANULE UINT64_MAX /* no packet ends on the page */

enum page_flag {
	PAGE_CONTINUES = 1, /* the packet of the page before */
	PAGE_FIRST = 2,
	PAGE_LAST = 4,
};

struct page {
	unsigned flags;
	uint64_t granule; /* samples up to here, with the pre-skip */
	uint32_t serial;
	uint32_t number;
	struct bytes lengths;
	struct bytes packets;
};

struct stream {
	uint32_t serial;
	uint32_t pages;
	bool open; /* the last packet goes on */
	bool ended;
	unsigned skip; /* samples before the first that is heard */
	uint64_t granule;
};

/* Bit by bit: a file is read once, and rarely. */
static uint32_t
crc_add(uint32_t crc, const uint8_t *at, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		crc ^= (uint32_t)at[i] << 24;
		for (int bit = 0; bit < 8; bit++)
			crc = crc << 1 ^
			    ((crc & 0x80000000u) != 0 ? CRC_POLYNOMIAL : 0);
	}
	return crc;
}

/* Over the whole page, with zeros in place of the sum itself. */
static uint32_t
crc_of_page(const uint8_t *at, size_t len)
{
	static const uint8_t zeros[4];
	uint32_t crc = crc_add(0, at, CRC_AT);

	crc = crc_add(crc, zeros, sizeof zeros);
	return crc_add(crc, at + CRC_AT + 4, len - CRC_AT - 4);
}

static uint8_t
byte_of(struct reader *r)
{
	struct bytes one = reader_take(r, 1);

	return one.len == 1 ? one.at[0] : 0;
}

static const char *
read_page(struct reader *r, struct page *p)
{
	const uint8_t *begin = r->bytes.at + r->pos;
	struct bytes capture = reader_take(r, 4);
	uint8_t version = byte_of(r);
	uint32_t crc = 0;
	size_t len = 0;

	p->flags = byte_of(r);
	p->granule = reader_u64(r);
	p->serial = reader_u32(r);
	p->number = reader_u32(r);
	crc = reader_u32(r);
	p->lengths = reader_take(r, byte_of(r));
	for (size_t i = 0; i < p->lengths.len; i++)
		len += p->lengths.at[i];
	p->packets = reader_take(r, len);
	if (reader_failed(r))
		return "a page is cut";
	if (!bytes_equal(capture, bytes_of_text("OggS")) || version != 0)
		return "no Ogg";
	len += PAGE_HEADER + p->lengths.len;
	if (crc_of_page(begin, len) != crc)
		return "a page is damaged";
	return NULL;
}

/* OpusHead: one voice, no table of channels. */
static const char *
read_head(struct stream *s, const struct page *p)
{
	struct reader r = reader_of(p->packets);
	struct bytes name = reader_take(&r, 8);
	uint8_t version = byte_of(&r);
	uint8_t channels = byte_of(&r);

	s->skip = reader_u16(&r);
	if (p->packets.len != HEAD_SIZE || p->lengths.len != 1 ||
	    !bytes_equal(name, bytes_of_text("OpusHead")) || version != 1)
		return "no Opus";
	if (channels != 1)
		return "not mono";
	return p->packets.at[HEAD_SIZE - 1] == 0 ? NULL : "not mono";
}

static bool
begins_with(struct bytes all, const char *text)
{
	size_t len = strlen(text);

	return all.len >= len && memcmp(all.at, text, len) == 0;
}

/* One stream, its pages in their order, its packets whole. */
static const char *
follow(struct stream *s, const struct page *p)
{
	bool first = s->pages == 0;
	bool goes_on = p->lengths.len > 0 &&
	    p->lengths.at[p->lengths.len - 1] == GOES_ON;

	if (s->ended)
		return "something behind the end";
	if (first)
		s->serial = p->serial;
	if (p->serial != s->serial || p->number != s->pages ||
	    ((p->flags & PAGE_FIRST) != 0) != first)
		return "more than one stream";
	if (((p->flags & PAGE_CONTINUES) != 0) != s->open)
		return "a page is missing";
	if (p->granule != NO_GRANULE) {
		if (p->granule < s->granule)
			return "time goes back";
		s->granule = p->granule;
	}
	s->open = goes_on;
	s->ended = (p->flags & PAGE_LAST) != 0;
	if (first)
		return read_head(s, p);
	if (s->pages == 1 && !begins_with(p->packets, "OpusTags"))
		return "no OpusTags";
	return NULL;
}

const char *
ogg_opus_fault(struct bytes file, uint32_t *ms)
{
	struct stream s = { .pages = 0 };
	struct reader r = reader_of(file);
	uint64_t heard = 0;

	*ms = 0;
	if (file.len > OGG_OPUS_BYTES_MAX)
		return "too large";
	for (; reader_left(&r) > 0; s.pages++) {
		struct page p;
		const char *why = read_page(&r, &p);

		if (why == NULL)
			why = follow(&s, &p);
		if (why != NULL)
			return why;
	}
	if (!s.ended || s.open)
		return "it has no end";
	if (s.granule <= s.skip)
		return "silence";
	heard = (s.granule - s.skip) / SAMPLES_A_MS;
	if (heard > OGG_OPUS_MS_MAX)
		return "too long";
	*ms = (uint32_t)heard;
	return NULL;
}

/*
 * catalog/ogg_opus: what opusenc writes passes, and nothing else.
 */
#include <config.h>

#include "unit.h"

#include <string.h>

#include "base/compiler.h"
#include "catalog/ogg_opus.h"
#include "ogg_fixture.h"

static const char *
fault_of(const struct buffer *b, uint32_t *ms)
{
	return ogg_opus_fault(buffer_bytes(b), ms);
}

static void
assert_fault(const struct buffer *b, const char *fault)
{
	uint32_t ms = 1;
	const char *found = fault_of(b, &ms);

	assert_non_null(found);
	assert_string_equal(found, fault);
	assert_int_equal(ms, 0);
}

static void
a_recording_says_how_long_it_takes(void **state)
{
	struct buffer b = { 0 };
	uint32_t ms = 0;

	(void)state;
	ogg_fixture(&b, "one voice", 95000);
	assert_null(fault_of(&b, &ms));
	assert_int_equal(ms, 95000);
	b.len = 0;
	ogg_fixture(&b, "", OGG_OPUS_MS_MAX);
	assert_null(fault_of(&b, &ms));
	b.len = 0;
	ogg_fixture(&b, "", OGG_OPUS_MS_MAX + 1);
	assert_fault(&b, "too long");
	b.len = 0;
	ogg_fixture(&b, "", 0);
	assert_fault(&b, "silence");
	buffer_fini(&b);
}

static void
a_file_that_is_cut_anywhere_is_none(void **state)
{
	struct buffer b = { 0 };
	size_t all = 0;

	(void)state;
	ogg_fixture(&b, "one voice", 95000);
	all = b.len;
	for (b.len = 0; b.len < all; b.len++) {
		uint32_t ms = 0;

		assert_non_null(fault_of(&b, &ms));
	}
	b.len = all;
	buffer_add_text(&b, "x");
	assert_fault(&b, "a page is cut");
	buffer_fini(&b);
}

static void
no_byte_can_be_another(void **state)
{
	struct buffer b = { 0 };

	(void)state;
	ogg_fixture(&b, "one voice", 95000);
	for (size_t i = 0; i < b.len; i++)
		for (unsigned bit = 1; bit < 256; bit <<= 1) {
			uint32_t ms = 0;

			b.at[i] ^= (uint8_t)bit;
			assert_non_null(fault_of(&b, &ms));
			b.at[i] ^= (uint8_t)bit;
		}
	buffer_fini(&b);
}

/* Three pages, of which CHANGE makes one another. */
struct bad {
	const char *fault;
	unsigned page;
	struct ogg_page change;
};

static const uint8_t head[19] = { 'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1, 1,
	0x38, 1 };
static const uint8_t stereo[19] = { 'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1,
	2, 0x38, 1 };
static const uint8_t mapped[19] = { 'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1,
	1, 0x38, 1, 0, 0, 0, 0, 0, 0, 1 };
static const uint8_t next_version[19] = { 'O', 'p', 'u', 's', 'H', 'e', 'a',
	'd', 2, 1, 0x38, 1 };
static const uint8_t long_packet[510];

#define SOUND bytes_of("sound", 5)
#define TAGS bytes_of("OpusTags", 8)

static void
one_stream_of_one_voice_in_whole_pages(void **state)
{
	const struct bad bad[] = {
		{ "not mono", 0, { 2, 0, 7, 0, bytes_of(stereo, 19), false } },
		{ "not mono", 0, { 2, 0, 7, 0, bytes_of(mapped, 19), false } },
		{ "no Opus", 0,
		    { 2, 0, 7, 0, bytes_of(next_version, 19), false } },
		{ "no Opus", 0, { 2, 0, 7, 0, bytes_of(head, 18), false } },
		{ "no Opus", 0,
		    { 2, 0, 7, 0, bytes_of("\1vorbis", 7), false } },
		{ "more than one stream", 0,
		    { 0, 0, 7, 0, bytes_of(head, 19), false } },
		{ "more than one stream", 0,
		    { 2, 0, 7, 1, bytes_of(head, 19), false } },
		{ "more than one stream", 1, { 2, 0, 7, 1, TAGS, false } },
		{ "more than one stream", 1, { 0, 0, 8, 1, TAGS, false } },
		{ "more than one stream", 1, { 0, 0, 7, 2, TAGS, false } },
		{ "no OpusTags", 1, { 0, 0, 7, 1, SOUND, false } },
		{ "a page is missing", 1, { 1, 0, 7, 1, TAGS, false } },
		{ "something behind the end", 1,
		    { 4, 0, 7, 1, TAGS, false } },
		{ "a page is missing", 2, { 5, 96000, 7, 2, SOUND, false } },
		{ "it has no end", 2, { 0, 96000, 7, 2, SOUND, false } },
		{ "it has no end", 2, { 4, 96000, 7, 2,
		    bytes_of(long_packet, 510), true } },
		{ "silence", 2, { 4, 312, 7, 2, SOUND, false } },
		{ "silence", 2, { 4, UINT64_MAX, 7, 2, SOUND, false } },
		{ "too long", 2, { 4, UINT64_MAX - 1, 7, 2, SOUND, false } },
		{ NULL, 2, { 4, 96000, 7, 2, SOUND, false } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct ogg_page pages[] = {
			{ 2, 0, 7, 0, bytes_of(head, 19), false },
			{ 0, 0, 7, 1, TAGS, false },
			{ 4, 96000, 7, 2, SOUND, false },
		};
		struct buffer b = { 0 };
		uint32_t ms = 0;

		pages[bad[i].page] = bad[i].change;
		for (size_t n = 0; n < COUNT_OF(pages); n++)
			ogg_fixture_page(&b, &pages[n]);
		if (bad[i].fault == NULL)
			assert_null(fault_of(&b, &ms));
		else
			assert_fault(&b, bad[i].fault);
		buffer_fini(&b);
	}
}

static void
time_goes_forward_and_packets_over_pages(void **state)
{
	const struct ogg_page pages[] = {
		{ 2, 0, 7, 0, bytes_of(head, 19), false },
		{ 0, 0, 7, 1, TAGS, false },
		{ 0, UINT64_MAX, 7, 2, bytes_of(long_packet, 510), true },
		{ 1, 96000, 7, 3, SOUND, false },
		{ 4, 95999, 7, 4, SOUND, false },
	};
	struct buffer b = { 0 };

	(void)state;
	for (size_t n = 0; n < COUNT_OF(pages); n++)
		ogg_fixture_page(&b, &pages[n]);
	assert_fault(&b, "time goes back");
	buffer_fini(&b);
}

static void
one_byte_too_many_is_too_large(void **state)
{
	struct buffer b = { 0 };

	(void)state;
	buffer_add_zeros(&b, OGG_OPUS_BYTES_MAX + 1);
	assert_fault(&b, "too large");
	b.len--;
	assert_fault(&b, "no Ogg");
	buffer_fini(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_recording_says_how_long_it_takes),
		cmocka_unit_test(a_file_that_is_cut_anywhere_is_none),
		cmocka_unit_test(no_byte_can_be_another),
		cmocka_unit_test(one_stream_of_one_voice_in_whole_pages),
		cmocka_unit_test(time_goes_forward_and_packets_over_pages),
		cmocka_unit_test(one_byte_too_many_is_too_large),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

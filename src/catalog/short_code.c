/*
 * Short codes.
 */
#include <config.h>

#include "catalog/short_code.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define FNV_START 14695981039346656037u
#define FNV_PRIME 1099511628211u
#define CODES 100000 /* without their check digit */
#define KEY_OF_V '8' /* of a telephone */

/*
 * Damm's table (H. M. Damm, "Total anti-symmetrische Quasigruppen", 2004,
 * page 111): whatever digit is wrong, whichever neighbours change places,
 * the sum is not 0 any more.
 */
static const uint8_t damm[10][10] = {
	{ 0, 3, 1, 7, 5, 9, 8, 6, 4, 2 },
	{ 7, 0, 9, 2, 1, 5, 4, 8, 6, 3 },
	{ 4, 2, 0, 6, 8, 7, 1, 3, 5, 9 },
	{ 1, 7, 5, 0, 9, 8, 3, 4, 2, 6 },
	{ 6, 1, 2, 3, 0, 4, 5, 9, 7, 8 },
	{ 3, 6, 7, 4, 2, 0, 9, 5, 8, 1 },
	{ 5, 8, 6, 9, 7, 2, 0, 1, 3, 4 },
	{ 8, 9, 4, 5, 3, 6, 2, 0, 1, 7 },
	{ 9, 4, 3, 8, 6, 1, 7, 2, 0, 5 },
	{ 2, 5, 8, 1, 4, 3, 6, 7, 9, 0 },
};

static unsigned
sum_of(const char *digits)
{
	unsigned sum = 0;

	for (; *digits != '\0'; digits++)
		sum = damm[sum][*digits - '0'];
	return sum;
}

static void
write_out(char out[SHORT_CODE_SIZE], const char *digits)
{
	snprintf(out, SHORT_CODE_SIZE, "V-%.3s %.3s", digits, digits + 3);
}

void
short_code(char out[SHORT_CODE_SIZE], const char *slug)
{
	char digits[SHORT_CODE_DIGITS + 1];
	uint64_t n = FNV_START;

	for (; *slug != '\0'; slug++)
		n = (n ^ (uint8_t)*slug) * FNV_PRIME;
	snprintf(digits, sizeof digits, "%05u", (unsigned)(n % CODES));
	/* the digit that is its own row leads to 0: the diagonal is 0 */
	digits[SHORT_CODE_DIGITS - 1] = (char)('0' + sum_of(digits));
	digits[SHORT_CODE_DIGITS] = '\0';
	write_out(out, digits);
}

/* The digits of TYPED, and how many: at most one too many; -1 when there is
 * anything else. */
static int
read_digits(char digits[SHORT_CODE_DIGITS + 2], const char *typed)
{
	int count = 0;

	for (; *typed != '\0'; typed++) {
		if (*typed == ' ' || *typed == '-')
			continue;
		if (*typed < '0' || *typed > '9')
			return -1;
		if (count <= SHORT_CODE_DIGITS)
			digits[count++] = *typed;
	}
	digits[count] = '\0';
	return count;
}

enum short_code_typed
short_code_read(char out[SHORT_CODE_SIZE], const char *typed, bool keypad)
{
	char digits[SHORT_CODE_DIGITS + 2] = "";
	int count;
	bool named;

	out[0] = '\0';
	typed += strspn(typed, " ");
	named = *typed == 'V' || *typed == 'v';
	count = read_digits(digits, named ? typed + 1 : typed);
	if (keypad && count == SHORT_CODE_DIGITS + 1 &&
	    digits[0] == KEY_OF_V) {
		count = read_digits(digits, strchr(typed, KEY_OF_V) + 1);
		if (count != SHORT_CODE_DIGITS || sum_of(digits) != 0)
			return SHORT_CODE_NONE;
	}
	if (count == SHORT_CODE_DIGITS && sum_of(digits) == 0) {
		write_out(out, digits);
		return named ? SHORT_CODE_WHOLE : SHORT_CODE_BARE;
	}
	if (!named || count <= 0)
		return SHORT_CODE_NONE;
	return count < SHORT_CODE_DIGITS ? SHORT_CODE_PART
					 : SHORT_CODE_WRONG;
}

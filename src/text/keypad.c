/*
 * The keys.
 */
#include <config.h>

#include "text/keypad.h"

#include <string.h>

static const char *const keys[10] = { "", "", "abc", "def", "ghi", "jkl",
	"mno", "pqrs", "tuv", "wxyz" };

char
keypad_digit(char letter)
{
	if (letter >= '0' && letter <= '9')
		return letter;
	for (int i = 2; letter != '\0' && i < 10; i++)
		if (strchr(keys[i], letter) != NULL)
			return (char)('0' + i);
	return '\0';
}

const char *
keypad_letters(char digit)
{
	return digit >= '0' && digit <= '9' ? keys[digit - '0'] : "";
}

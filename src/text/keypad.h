/*
 * The letters on the keys of a telephone (ITU-T E.161): 2 ABC ... 9 WXYZ.
 */
#ifndef VEREDA_KEYPAD_H
#define VEREDA_KEYPAD_H

/* The key that LETTER, folded, stands on; a digit stands on its own; 0 for
 * anything else. */
char keypad_digit(char letter);

/* "abc" for '2'; "" for a key without letters. */
const char *keypad_letters(char digit);

#endif

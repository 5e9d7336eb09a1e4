/*
 * What we ask of the compiler beyond C11, in one place.
 */
#ifndef VEREDA_COMPILER_H
#define VEREDA_COMPILER_H

/* The result says whether it worked: it may not be dropped. */
#define CHECKED __attribute__((warn_unused_result))
#define PRINTF_LIKE(text, args) \
	__attribute__((__format__(__printf__, text, args)))
#define NORETURN __attribute__((noreturn))

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif

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

/* Whether the address sanitizer is in: it keeps freed memory for a while,
 * takes more of it, and catches signals itself. */
#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER 1
#endif
#endif
#ifndef ADDRESS_SANITIZER
#define ADDRESS_SANITIZER 0
#endif

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif

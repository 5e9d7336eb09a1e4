/*
 * What a printer has in the upper half of its bytes.  Letters that it does
 * not have lose their accent, signs get a stand-in: nothing is left out, and
 * no control byte ever goes through.
 */
#ifndef VEREDA_CODE_PAGE_H
#define VEREDA_CODE_PAGE_H

#include <stdint.h>

#include "base/bytes.h"
#include "base/mem.h"

enum code_page {
	CODE_PAGE_437,
	CODE_PAGE_850,
	CODE_PAGE_858, /* 850 with the euro: all letters of our languages */
	CODE_PAGE_1252,
	CODE_PAGE_UTF8, /* of programs, not of printers */
	CODE_PAGES,
};

/* By its name, "cp858"; CODE_PAGES for another. */
enum code_page code_page_find(const char *name);

/* N of "ESC t N" that most printers give it. */
int code_page_number(enum code_page page);

/* TEXT with what PAGE does not have said otherwise; without control
 * characters.  Still UTF-8; in A. */
const char *code_page_fit(enum code_page page, const char *text,
    struct arena *a);

/* TEXT, which is fit, in the bytes of PAGE, appended to OUT. */
void code_page_write(struct buffer *out, enum code_page page,
    const char *text);

#endif

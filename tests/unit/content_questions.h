/*
 * All that a kiosk asks of a catalog with the content of content_fixture(),
 * question by question, so that a test can compare whole answers.
 */
#ifndef VEREDA_CONTENT_QUESTIONS_H
#define VEREDA_CONTENT_QUESTIONS_H

#include <sqlite3.h>

#include "base/bytes.h"
#include "base/compiler.h"
#include "base/err.h"

struct catalog;

/* A catalog of DB alone, which it takes, also when this fails. */
CHECKED int content_questions_catalog(struct catalog **out, sqlite3 *db,
    struct err *e);

size_t content_question_count(void);
const char *content_question_name(size_t n); /* "search", "alerts", ... */

/* The answer to question N as text into OUT, which is emptied first.  That
 * something is not there is an answer too. */
CHECKED int content_question(struct buffer *out, struct catalog *c, size_t n,
    struct err *e);

#endif

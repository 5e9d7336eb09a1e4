/*
 * A quiz, as it stands in the front matter of an entry: cards with a
 * question, two to four answers of which one is right, and why.  Any kind of
 * entry may have one; each language writes its own.
 */
#ifndef VEREDA_QUIZ_H
#define VEREDA_QUIZ_H

#include <stddef.h>
#include <stdint.h>

#include "catalog/entry.h"
#include "pack/channel.h"
#include "pack/compile_entry.h"
#include "pack/yaml_tree.h"

#define QUIZ_ANSWERS_MIN 2
#define QUIZ_QUESTION_MAX 110 /* characters: a small screen holds */
#define QUIZ_ANSWER_MAX 60    /* a card without turning pages */
#define QUIZ_WHY_MAX 200

struct quiz_card_text {
	struct place at;
	struct value question;
	struct values answers;
	struct value right; /* number of the right answer, from 1 */
	struct value why;
};

struct quiz {
	struct place at;
	struct quiz_card_text *cards;
	size_t count;
};

/* The list NODE, NULL for none, into OUT; what is wrong is told. */
void quiz_read(struct quiz *out, const struct yaml_node *node,
    struct channel *c);

/* A translation has the same cards, with the right answer in its place. */
void quiz_check_translation(struct channel *c, const struct quiz *original,
    const struct quiz *translation);

/* The rows of a quiz in one language; PLAIN text of it is for the index. */
void quiz_write(struct compile *m, int64_t entry, int lang,
    const struct quiz *quiz);
const char *quiz_plain(const struct quiz *quiz, struct arena *a);

#endif

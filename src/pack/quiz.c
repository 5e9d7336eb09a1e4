/*
 * A quiz in the front matter of an entry.
 */
#include <config.h>

#include "pack/quiz.h"

#include "base/compiler.h"
#include "base/utf8.h"

#define IN_CARD 1u

#define AT(field) offsetof(struct quiz_card_text, field)

static const struct rule card_rules[] = {
	{ "question", RULE_LINE, 0, IN_CARD, AT(question), QUIZ_QUESTION_MAX,
	    NULL },
	{ "answers", RULE_LINES, 0, IN_CARD, AT(answers), CARD_ANSWERS_MAX,
	    NULL },
	{ "right", RULE_NUMBER, 0, IN_CARD, AT(right), 0, NULL },
	{ "why", RULE_LINE, 0, IN_CARD, AT(why), QUIZ_WHY_MAX, NULL },
};

static void
check_card(struct channel *c, const struct quiz_card_text *card)
{
	const struct values *answers = &card->answers;
	const struct value *right = &card->right;

	for (size_t i = 0; i < answers->count; i++) {
		const struct value *v = &answers->list[i];

		if (utf8_length(v->text) > QUIZ_ANSWER_MAX)
			finding_add(c->findings, &v->at, FINDING_TOO_LONG,
			    "answers, %zu > %d", utf8_length(v->text),
			    QUIZ_ANSWER_MAX);
	}
	if (answers->at.line > 0 && answers->count < QUIZ_ANSWERS_MIN)
		finding_add(c->findings, &answers->at, FINDING_QUIZ_ANSWERS,
		    "%zu", answers->count);
	else if (right->text != NULL &&
	    (right->number < 1 || right->number > (int64_t)answers->count))
		finding_add(c->findings, &right->at, FINDING_QUIZ_RIGHT, "%s",
		    right->text);
}

void
quiz_read(struct quiz *out, const struct yaml_node *node, struct channel *c)
{
	static const struct rules rules = RULES_OF(card_rules);
	const struct reading r = { c->arena, c->findings };

	*out = (struct quiz){ 0 };
	if (node == NULL)
		return;
	out->at = node->at;
	if (node->shape != YAML_TREE_LIST) {
		finding_add(c->findings, &node->at, FINDING_NOT_LIST, "quiz");
		return;
	}
	if (node->count > CARDS_MAX) {
		finding_add(c->findings, &node->at, FINDING_TOO_MANY,
		    "quiz, %zu > %d", node->count, CARDS_MAX);
		return;
	}
	out->cards =
	    arena_array(c->arena, node->count + 1, sizeof *out->cards);
	for (const struct yaml_node *n = node->first; n != NULL; n = n->next) {
		struct quiz_card_text *card = &out->cards[out->count++];

		card->at = n->at;
		rules_read_map(&rules, IN_CARD, n, card, &r);
		check_card(c, card);
	}
}

void
quiz_check_translation(struct channel *c, const struct quiz *original,
    const struct quiz *translation)
{
	if (original->count != translation->count) {
		finding_add(c->findings, &translation->at,
		    FINDING_QUIZ_DIFFERS, "%zu, %zu", translation->count,
		    original->count);
		return;
	}
	for (size_t i = 0; i < original->count; i++) {
		const struct quiz_card_text *a = &original->cards[i];
		const struct quiz_card_text *b = &translation->cards[i];

		if (a->answers.count != b->answers.count)
			finding_add(c->findings, &b->answers.at,
			    FINDING_QUIZ_DIFFERS, "%zu, %zu",
			    b->answers.count, a->answers.count);
		else if (a->right.text != NULL && b->right.text != NULL &&
		    a->right.number != b->right.number)
			finding_add(c->findings, &b->right.at,
			    FINDING_QUIZ_DIFFERS, "%s, %s", b->right.text,
			    a->right.text);
	}
}

void
quiz_write(struct compile *m, int64_t entry, int lang, const struct quiz *quiz)
{
	const char *code = compile_language(lang);

	for (size_t i = 0; i < quiz->count; i++) {
		const struct quiz_card_text *card = &quiz->cards[i];

		row_put(m->w, "INSERT INTO quiz_card VALUES(?,?,?,?,?,?)",
		    "ititit", entry, code, (int64_t)i + 1,
		    card->question.text, card->right.number, card->why.text);
		for (size_t n = 0; n < card->answers.count; n++)
			row_put(m->w,
			    "INSERT INTO quiz_answer VALUES(?,?,?,?,?)",
			    "itiit", entry, code, (int64_t)i + 1,
			    (int64_t)n + 1, card->answers.list[n].text);
	}
}

const char *
quiz_plain(const struct quiz *quiz, struct arena *a)
{
	const char *all = "";

	for (size_t i = 0; i < quiz->count; i++)
		all = arena_printf(a, "%s%s %s\n", all,
		    quiz->cards[i].question.text, quiz->cards[i].why.text);
	return all;
}

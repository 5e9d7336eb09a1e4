/*
 * The statements of the catalog, prepared for each channel.
 */
#ifndef VEREDA_STATEMENTS_H
#define VEREDA_STATEMENTS_H

/* Every statement; its text stands in the file that uses it. */
enum statement {
	/* catalog.c */
	ST_META,
	ST_COUNT_KIND,
	ST_FIND_TOPIC,
	ST_FIND_ENTRY,
	ST_FIND_ALERT,
	ST_TOPIC_SLUG,
	ST_TOPIC_SENSITIVE,
	ST_ENTRY_SENSITIVE,
	ST_ENTRY_SLUG,
	ST_SHELF,
	/* catalog_withdraw.c */
	ST_SLUG,
	ST_WITHDRAWS,
	/* catalog_entry.c */
	ST_HEAD,
	ST_COUNTRIES,
	ST_ENTRY,
	ST_BODY,
	ST_SOURCES,
	ST_LINKS,
	ST_TOPIC_OF,
	/* catalog_alert.c */
	ST_ALERT,
	ST_ALERTS,
	/* catalog_service.c */
	ST_SERVICE,
	ST_SERVICE_TEXT,
	ST_PHONES,
	ST_SERVICES,
	ST_SERVICE_COUNTRIES,
	/* catalog_course.c */
	ST_COURSE,
	ST_LESSONS,
	/* catalog_quiz.c */
	ST_CARDS,
	ST_ANSWERS,
	/* catalog_recording.c */
	ST_RECORDING_IS,
	ST_RECORDINGS_TOTAL,
	ST_RECORDING,
	/* catalog_recruiter.c */
	ST_RECRUITER,
	ST_RECRUITER_NAMES,
	ST_RECRUITER_ORDERS,
	ST_RECRUITER_COUNT,
	ST_RECRUITER_SEARCH,
	/* catalog_check.c */
	ST_CHECK,
	ST_CHECK_QUESTIONS,
	ST_CHECK_EXCEPTIONS,
	ST_CHECK_OUTCOMES,
	ST_CHECK_STEPS,
	ST_CHECK_SERVICES,
	ST_CHECK_BASIS,
	/* catalog_fee.c */
	ST_FEES,
	ST_FEE_TEXT,
	ST_FEE_SOURCES,
	/* catalog_finder.c */
	ST_OPTION_COUNT,
	ST_OPTION_AT,
	ST_OPTION_PLACE,
	ST_WITHDRAWN,
	ST_FACET_VALUE,
	ST_FACET_VALUES,
	/* catalog_option.c */
	ST_OPTION,
	ST_OPTION_TEXT,
	ST_OPTION_URL,
	/* catalog_occupation.c */
	ST_OCCUPATION,
	ST_OCCUPATIONS,
	ST_OPTIONS_OF_ISCO,
	ST_OPTIONS_NAMED,
	/* catalog_agreement.c */
	ST_AGREEMENT,
	ST_PARTIES,
	ST_AGREEMENTS,
	ST_AGREEMENTS_ALL,
	ST_PARTY_COUNTRIES,
	ST_CONVENTIONS,
	ST_CONVENTION,
	/* catalog_browse.c */
	ST_TOPIC_TEXT,
	ST_TOPICS_IN,
	ST_ENTRIES_IN,
	ST_TREE,
	/* catalog_list.c */
	ST_FACTS,
	ST_LANGS,
	ST_FACTS_OF,
	ST_OF_KIND,
	/* catalog_glossary.c */
	ST_GLOSSARY,
	/* vocabulary.c */
	ST_SYNONYMS,
	ST_INDEX_LANGUAGE,
	ST_INDEX_LEXICON,
	ST_INDEX_PART,
	/* search_rank.c */
	ST_INDEX_LIST,
	/* catalog_search.c */
	ST_INDEX_HEAD,
	/* search_phrase.c */
	ST_PHRASE_TEXTS,
	ST_PHRASE_LISTS,
	ST_PHRASE_OTHERS,
	ST_COUNT,
};

/* Some statements; a NULL text ends them. */
struct statement_text {
	enum statement statement;
	const char *sql;
};

extern const struct statement_text catalog_statements[];
extern const struct statement_text catalog_withdraw_statements[];
extern const struct statement_text catalog_entry_statements[];
extern const struct statement_text catalog_browse_statements[];
extern const struct statement_text catalog_list_statements[];
extern const struct statement_text catalog_alert_statements[];
extern const struct statement_text catalog_service_statements[];
extern const struct statement_text catalog_course_statements[];
extern const struct statement_text catalog_quiz_statements[];
extern const struct statement_text catalog_recording_statements[];
extern const struct statement_text catalog_recruiter_statements[];
extern const struct statement_text catalog_check_statements[];
extern const struct statement_text catalog_fee_statements[];
extern const struct statement_text catalog_finder_statements[];
extern const struct statement_text catalog_option_statements[];
extern const struct statement_text catalog_occupation_statements[];
extern const struct statement_text catalog_agreement_statements[];
extern const struct statement_text catalog_glossary_statements[];
extern const struct statement_text catalog_vocabulary_statements[];
extern const struct statement_text catalog_rank_statements[];
extern const struct statement_text catalog_search_statements[];
extern const struct statement_text catalog_phrase_statements[];

#endif

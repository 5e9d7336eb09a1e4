/*
 * What can be wrong with a check.
 */
#include <config.h>

#include "pack_cases.h"

#include "base/compiler.h"

#define CHECK "checks/zz-offer.yaml"
#define FEES "fees.csv"
#define YELLOW \
	"  - outcome: yellow\n" \
	"    title: {es: CUIDADO, en: BE CAREFUL, fr: ATTENTION}\n" \
	"    text: {es: Pregunte., en: Ask., fr: Demandez.}\n" \
	"    steps:\n" \
	"      - {es: Pregunte., en: Ask., fr: Demandez.}\n" \
	"    services: [gt-110]\n"

const struct spoilt pack_cases_checks[] = {
	{ "a check that is no YAML file is unexpected",
	    "checks/zz-offer.txt", NULL, "x", FINDING_UNEXPECTED,
	    "checks/zz-offer.txt:0:0: ERROR: ", "" },
	{ "an id of a check in capitals is told", "checks/Bad.yaml", NULL,
	    "- x\n", FINDING_BAD_ID, "checks/Bad.yaml:0:0: ERROR: ", "Bad" },
	{ "an outcome that answers lead to must be there", CHECK, YELLOW, "",
	    FINDING_OUTCOME_MISSING, CHECK ":38:3: ERROR: ", "yellow" },
	{ "an outcome that no answers lead to is told", CHECK,
	    "weight: stop", "weight: caution", FINDING_OUTCOME_UNREACHED,
	    CHECK ":38:14: ERROR: ", "red" },
	{ "a question that rests on nothing is told", CHECK,
	    "    facts: [XR-01]\n    text: {es: \"¿Hay",
	    "    text: {es: \"¿Hay", FINDING_NO_BASIS,
	    CHECK ":28:5: ERROR: ", "so.q2" },
	{ "a law that laws.csv does not have is told", CHECK,
	    "facts: [XR-01]", "facts: [XR-02]", FINDING_UNKNOWN_LAW,
	    CHECK ":18:13: ERROR: ", "XR-02" },
	{ "a law of an exception must be there too", CHECK,
	    "      - facts: [XR-01]", "      - facts: [F-01]",
	    FINDING_UNKNOWN_LAW, CHECK ":26:17: ERROR: ", "F-01" },
	{ "a fraud that no alert states is told", CHECK, "    text: {es: \"¿L",
	    "    frauds: [F-01]\n    text: {es: \"¿L", FINDING_UNKNOWN_FRAUD,
	    CHECK ":19:14: WARNING: ", "F-01" },
	{ "an outcome without a next step is told", CHECK,
	    "    steps:\n      - {es: Denuncie., en: Report it., "
	    "fr: Signalez-le.}\n",
	    "", FINDING_NO_STEP, CHECK ":38:5: ERROR: ", "red" },
	{ "an outcome without a telephone is told", CHECK,
	    "    services: [gt-110]\n    read", "    read", FINDING_NO_PHONE,
	    CHECK ":38:5: ERROR: ", "red, GT" },
	{ "a service that is none is told", CHECK,
	    "[gt-110]\n    read", "[gt-110, passport]\n    read",
	    FINDING_UNKNOWN_ENTRY, CHECK ":44:24: ERROR: ", "passport" },
	{ "what is to be read must be there", CHECK, "read: no-fees",
	    "read: nobody", FINDING_UNKNOWN_ENTRY, CHECK ":45:11: ERROR: ",
	    "nobody" },
	{ "a check does not lead to itself", CHECK, "read: no-fees",
	    "read: zz-offer", FINDING_SELF_LINK, CHECK ":45:11: ERROR: ",
	    "zz-offer" },
	{ "two questions of one id are told", CHECK, "so.q2", "so.q1",
	    FINDING_DUPLICATE_ID, CHECK ":28:9: ERROR: ", "so.q1" },
	{ "an id of a question in capitals is told", CHECK, "so.q2", "so.Q2",
	    FINDING_BAD_ID, CHECK ":28:9: ERROR: ", "so.Q2" },
	{ "an id of a question may not end in a full stop", CHECK, "so.q2",
	    "so.", FINDING_BAD_ID, CHECK ":28:9: ERROR: ", "so." },
	{ "the same outcome twice is told", CHECK, "outcome: green",
	    "outcome: red\n    title: {es: A, en: A, fr: A}\n"
	    "    text: {es: A, en: A, fr: A}\n    steps:\n"
	    "      - {es: A, en: A, fr: A}\n    services: [gt-110]\n"
	    "  - outcome: green", FINDING_REPEATED,
	    CHECK ":52:14: ERROR: ", "red" },
	{ "a question without its text in a language is told", CHECK,
	    "en: Is there a contract?, ", "", FINDING_NO_TRANSLATION,
	    CHECK ":32:11: ERROR: ", "text.en" },
	{ "a language that awaits its reader needs all texts too", CHECK,
	    ", fr: Lisez-le.", "", FINDING_NO_TRANSLATION,
	    CHECK ":36:10: ERROR: ", "way.fr" },
	{ "a step without its text in a language is told", CHECK,
	    "Report it., fr: Signalez-le.", "Report it.",
	    FINDING_NO_TRANSLATION, CHECK ":43:9: ERROR: ", "step.fr" },
	{ "a weight that is none is told", CHECK, "weight: serious",
	    "weight: grave", FINDING_BAD_CHOICE, CHECK ":29:13: ERROR: ",
	    "grave" },
	{ "a danger that is neither yes nor no is told", CHECK, "danger: no",
	    "danger: perhaps", FINDING_BAD_CHOICE, CHECK ":30:13: ERROR: ",
	    "perhaps" },
	{ "questions that are no list are told", CHECK,
	    "    exceptions:\n      - facts: [XR-01]\n"
	    "        text: {es: El pasaporte., en: The passport., "
	    "fr: Le passeport.}\n",
	    "    exceptions: none\n", FINDING_NOT_LIST,
	    CHECK ":25:17: ERROR: ", "exceptions" },
	{ "a label wider than its column is told", CHECK, "en: Contract,",
	    "en: A contract that is written on paper,", FINDING_TOO_LONG,
	    CHECK ":34:31: ERROR: ", "label, 35 > 34" },
	{ "an id of a law that is no fact is told", "laws.csv", "XR-01,XR",
	    "XR--02,XR,A,B,crm-1\nXR-01,XR", FINDING_BAD_FACT,
	    "laws.csv:2:1: ERROR: ", "XR--02" },
	{ "a fee by the law of another country is told", FEES,
	    "z-visa,XR,GT", "z-visa,HN,MX", FINDING_FEE_LAW,
	    FEES ":3:45: ERROR: ", "GT-01, GT" },
	{ "a fee whose law is not there is told", FEES, "once,GT-01",
	    "once,GT-02", FINDING_UNKNOWN_LAW, FEES ":3:45: ERROR: ",
	    "GT-02" },
	{ "a ceiling of what nobody may charge is told", FEES,
	    "visa,worker", "visa,nobody", FINDING_FEE_CEILING,
	    FEES ":3:31: ERROR: ", "5000 GTQ" },
	{ "a ceiling for no time is told", FEES, "GTQ,once", "GTQ,",
	    FINDING_FEE_CEILING, FEES ":3:31: ERROR: ", "5000 GTQ" },
	{ "a ceiling that is none is told", FEES, "5000 GTQ", "ask",
	    FINDING_FEE_CEILING, FEES ":3:31: ERROR: ", "ask" },
	{ "what holds for some jobs says for which", FEES,
	    "\"Only on farms.\"", "", FINDING_FEE_NOTE,
	    FEES ":3:26: ERROR: ", "en" },
	{ "two fees of one law are told", FEES, "z-visa,XR,GT,visa,worker",
	    "z-visa,XR,GT,visa,worker,some,5000 GTQ,once,GT-01,a,a,"
	    "2026-11-21,2027-05-21,draft,high\nz-two,XR,GT,visa,worker",
	    FINDING_FEE_TWICE, FEES ":4:1: ERROR: ", "z-two" },
};

const size_t pack_cases_checks_count = COUNT_OF(pack_cases_checks);

/*
 * How to use the screen that place.about names; from Home how to use all of
 * this, and the way to what this kiosk is.
 */
#include <config.h>

#include <libintl.h>

#include "ui/app.h"
#include "ui/screens/screens.h"

#define _(text) gettext(text)
#define N_(text) text

struct howto {
	const char *title;
	struct sheet sheet;
	struct choice about;
};

/* TRANSLATORS: help with one screen: one or two short sentences each. */
static const char *const texts[SCREEN_COUNT] = {
	[SCREEN_COMFORT] = N_("Press the number of your language. It changes "
			      "at once. 0 goes back to where you were."),
	[SCREEN_TOPIC] = N_("Press the number of what you want to read. With "
			    "+ there are more topics."),
	[SCREEN_ARTICLE] = N_("Press + to read on and - to read again. 8 "
			      "says where the text comes from."),
	[SCREEN_ALERTS] = N_("These frauds are going round now. The gravest "
			     "come first. Press a number to read."),
	[SCREEN_ALERT] = N_("Read how the fraud works. 1 and 2 say what you "
			    "can do. 6 shows the next alert."),
	[SCREEN_RUMOURS] = N_("What people say, and what is true. 1 asks you "
			      "questions. The others say whom to ask."),
	[SCREEN_SEARCH] = N_("Type two letters or more. The arrow down goes "
			     "to the list."),
	[SCREEN_HELP] = N_("Choose the country that you are in. Press the "
			   "number of a telephone to know more."),
	[SCREEN_COUNTRY] = N_("Press the number of the country that you are "
			      "in."),
	[SCREEN_SERVICE] = N_("Write down the number, or call now. Ask the "
			      "staff if you need help."),
	[SCREEN_RECRUITERS] = N_("Look for the name of who recruits you, or "
				 "see whom to ask."),
	[SCREEN_REGISTER] = N_("Type the name as you heard it, or the number "
			       "of the licence. The arrow down goes to the "
			       "list."),
	[SCREEN_WHOM_TO_ASK] = N_("Two steps before you say yes, and the "
				  "offices that know who has a licence."),
	[SCREEN_RECRUITER] = N_("This is what the register says. The two steps "
				"are yours: the licence, then the job "
				"order."),
	[SCREEN_FINDER] = N_("Press a number to choose what matters to you. 8 "
			     "shows the list. 7 takes all choices away. + "
			     "leads to short courses and to your CV."),
	[SCREEN_FACET] = N_("Press the number of what you want, one or "
			    "several. The number at the right says how many "
			    "there are. 0 goes back."),
	[SCREEN_OPTIONS] = N_("Free ones come first. Press a number to read "
			      "more. With + there are more of them."),
	[SCREEN_OPTION] = N_("Press + to read on. 5 takes it with you and puts "
			     "it on your plan. 6 puts it beside others to "
			     "compare, three at most."),
	[SCREEN_COMPARE] = N_("A * marks what is different. Press a number to "
			      "open one. 5 puts them all on your plan."),
	[SCREEN_AGREEMENT] = N_("This says what countries agreed, and whether "
				"it is in force. 5 takes it with you and "
				"puts it on your plan."),
	[SCREEN_CONVENTION] = N_("This says which countries take part, and "
				 "since when. 5 takes it with you and puts "
				 "it on your plan."),
	[SCREEN_WORK] = N_("Press the number of the work that you did. 7 "
			   "looks for it by its name. 8 and 9 lead to "
			   "agreements and to texts."),
	[SCREEN_FIND_WORK] = N_("Type the name of the work, as you call it. "
				"The arrow down goes to the list."),
	[SCREEN_DEMAND] = N_("This says why the work is asked for, in which "
			     "countries, and who says so."),
	[SCREEN_OCCUPATION] = N_("Certificates that recognise your work come "
				 "first, then courses. Press a number to read "
				 "more."),
	[SCREEN_PAIR] = N_("1 and 2 choose the countries. Press the number of "
			   "an agreement to read what it gives."),
	[SCREEN_CHECK] = N_("Press 1, 2 or 3 to answer. 4 says why the "
			    "question matters. 7 leaves and erases."),
	[SCREEN_CHECK_WHY] = N_("This says why the question matters and what "
				"the law says. 0 goes back to it."),
	[SCREEN_CHECK_RESULT] = N_("This is what your answers say. 6 shows "
				   "whom to call. 9 starts again."),
	[SCREEN_CHECK_PHONES] = N_("Press the number of a telephone to know "
				   "more."),
	[SCREEN_CHECK_TAKEN] = N_("This is your result in words. Copy it, or "
				  "read it to somebody you trust."),
	[SCREEN_FEES] = N_("Say from where to where you go. Then mark what "
			   "they ask you for, and see the sum."),
	[SCREEN_FEE_LIST] = N_("Press the number of what they ask you to "
			       "pay. 9 shows the sum and the law."),
	[SCREEN_FEE] = N_("Write how much they ask for. Enter keeps it."),
	[SCREEN_MONEY] = N_("Press the number of the money in which they ask "
			    "you to pay."),
	[SCREEN_FEES_RESULT] = N_("This compares what they ask with the laws "
				  "that we know. 6 shows whom to call."),
	[SCREEN_WORDS] = N_("These are the hard words of the page that you "
			    "were reading."),
	[SCREEN_SOURCES] = N_("This says who wrote the facts, and when "
			      "somebody last checked them."),
	[SCREEN_COURSE] = N_("Read the lessons in their order. The questions "
			     "come last. You may stop at any time."),
	[SCREEN_LESSON] = N_("Press + to read on and - to read again. Behind "
			     "the last page comes the next lesson."),
	[SCREEN_QUIZ] = N_("Press the number of your answer. Nobody sees "
			   "what you answered."),
	[SCREEN_SCORE] = N_("This says how you did. A paper that you ask for "
			    "has no name on it."),
	[SCREEN_TAKE] = N_("A telephone that points at the QR code keeps it. "
			   "Or write down the code with the V: another kiosk "
			   "opens the page when you search for it."),
	[SCREEN_QR] = N_("Point the camera of your telephone at the QR code. "
			 "The kiosk keeps nothing of it."),
	[SCREEN_PAPER] = N_("This says how the printing goes. 1 prints it "
			    "again. Take the paper with you."),
	[SCREEN_PLAN] = N_("What you take with you, as next steps. Press a "
			   "number to open it, move it or take it off."),
	[SCREEN_STEP] = N_("1 opens it. 2 and 3 change its place on the plan. "
			   "4 takes it off."),
	[SCREEN_CV] = N_("Press a number for each part. Leave out what you "
			 "do not want to say."),
	[SCREEN_CVWORK] = N_("Press the number of a work that you did. 9 "
			     "looks for it by its name. Four fit on the "
			     "page."),
	[SCREEN_CVLIST] = N_("Press the number of what fits. Press it again "
			     "to take it off."),
	[SCREEN_CVPAGE] = N_("This is your CV. Copy it, and write your name "
			     "and telephone."),
	[SCREEN_CVSAVE] = N_("The file opens on any computer. Write your name "
			     "and telephone in it there."),
	[SCREEN_CAREFUL] = N_("1 leads to what you want to read."),
	[SCREEN_ABOUT] = N_("This says who publishes what you read here."),
};

/* TRANSLATORS: what the keys do on every screen; short lines. */
static const char *const keys[] = {
	N_("Press the number of what you want to see."),
	N_("0 goes back. On the first page, 0 ends your visit."),
	N_("* changes the language and the letters."),
	N_("/ looks for a word. ? explains the screen."),
	N_("If you leave, everything is erased after a while."),
};

/* TRANSLATORS: what the keys do while a page is read aloud; short lines.  The
 * key stands first where it does here, so that its name is said. */
static const char *const reading[] = {
	N_("While a page is read aloud, + skips a sentence."),
	N_("/ makes the voice louder, and then soft again."),
	N_("- says the sentence again, and then slower."),
};

const char *
screens_say_hide(struct screen *sc)
{
	return arena_printf(sc->arena,
	    /* TRANSLATORS: what the keys do; %s is the name of a key. */
	    _("%s hides the page at once. 0 brings it back. After 10 seconds "
	      "all is erased."), app_hide_key(sc->app));
}

/* On a keypad "-" hides the page and turns none. */
static void
say_keys(struct screen *sc, struct sheet *sh)
{
	bool has_voice = app_has_voice(sc->app);

	sheet_text(sh, ROLE_PAGE, screens_say_hide(sc));
	sheet_text(sh, ROLE_PAGE,
	    app_keypad(sc->app) ? _("+ turns the pages.")
				: _("+ and - turn the pages."));
	for (size_t i = 0; i < COUNT_OF(keys); i++)
		sheet_text(sh, ROLE_PAGE, _(keys[i]));
	for (size_t i = 0; i < COUNT_OF(reading) && has_voice; i++)
		if (reading[i][0] != '-' || !app_keypad(sc->app))
			sheet_text(sh, ROLE_PAGE, _(reading[i]));
}

static int
howto_enter(struct screen *sc, struct err *e)
{
	struct howto *t = arena_zero(sc->arena, sizeof *t);
	struct grid g;

	(void)e; /* what cannot be read is left out */
	widget_grid(&g, sc);
	t->title = _("How to use this screen");
	sheet_init(&t->sheet, sc->arena, g.text_width);
	if (texts[sc->place.about] != NULL)
		sheet_text(&t->sheet, ROLE_PAGE, _(texts[sc->place.about]));
	sheet_blank(&t->sheet);
	say_keys(sc, &t->sheet);
	sheet_fold(&t->sheet, g.note - g.top - 3);
	if (sc->place.page >= sheet_pages(&t->sheet))
		sc->place.page = sheet_pages(&t->sheet) - 1;
	t->about = (struct choice){
		.digit = '1',
		.x = g.text_x - 1,
		.y = g.note - 2,
		.width = g.text_width + 1,
		.height = 1,
		.indent = 4,
		/* TRANSLATORS: leads to who publishes this; 34 columns. */
		.title = _("About this kiosk"),
	};
	sc->state = t;
	return 0;
}

static void
howto_draw(struct screen *sc, struct surface *s)
{
	const struct howto *t = sc->state;

	sheet_draw_screen(sc, s, &t->sheet, t->title);
	choices_draw(sc, s, &t->about, 1);
}

static bool
howto_key(struct screen *sc, struct key key)
{
	const struct howto *t = sc->state;
	bool used = false;

	if (sheet_key(sc, sheet_pages(&t->sheet), key))
		return true;
	if (choices_key(sc, &t->about, 1, key, &used) >= 0)
		screens_go(sc, SCREEN_ABOUT);
	return used;
}

const struct screen_ops howto_ops = {
	.name = "howto",
	.enter = howto_enter,
	.draw = howto_draw,
	.key = howto_key,
};

/*
 * The course of the content fixture.  All that it says is invented.
 */
#include <config.h>

#include "content_fixture.h"

/* Its id is behind all others, so that no other number changes. */
static const char lessons[] =
    "INSERT INTO entry SELECT max(id)+1,'tell-your-work','course',"
    "'checked','high','2026-11-21','2027-05-21' FROM entry;"
    "CREATE TEMP TABLE it AS SELECT max(id) AS id FROM entry;"
    "INSERT INTO entry_source SELECT id,1,1 FROM it;"
    "INSERT INTO entry_country SELECT id,'XR' FROM it;"
    "INSERT INTO entry_topic SELECT t.id,50,it.id FROM topic t,it"
    " WHERE t.slug='training';"
    "INSERT INTO link SELECT it.id,1,e.id FROM it,entry e"
    " WHERE e.slug='certify-trade';"
    "INSERT INTO course SELECT id,20,'cv' FROM it;"
    "INSERT INTO text SELECT id,'es','Cuente su trabajo',"
    "'Dos lecciones y tres preguntas','',1,0 FROM it;"
    "INSERT INTO text SELECT id,'en','Tell about your work',"
    "'Two lessons and three questions','',1,1 FROM it;"
    "INSERT INTO indexed SELECT 'es',id,"
    "'Cuente su trabajo','','','martillo' FROM it;"
    "INSERT INTO indexed SELECT 'en',id,"
    "'Tell about your work','','','hammer' FROM it;"
    "INSERT INTO lesson SELECT id,'es',1,'Haga una lista','Anote cada "
    "trabajo que tuvo.\n\nEscriba el lugar y los años.' FROM it;"
    "INSERT INTO lesson SELECT id,'es',2,'Diga lo que hizo','Empiece con "
    "un verbo.\n\n- Medir tablas\n- Clavar con el martillo\n- Revisar' "
    "FROM it;"
    "INSERT INTO lesson SELECT id,'en',1,'Make a list','Write down each "
    "job that you had.\n\nWrite the place and the years.' FROM it;"
    "INSERT INTO lesson SELECT id,'en',2,'Say what you did','Begin with a "
    "verb.\n\n- Measure boards\n- Drive nails with the hammer\n- Check' "
    "FROM it;";

static const char cards[] =
    "INSERT INTO quiz_card SELECT id,'es',1,'¿Qué trabajos anota usted?',"
    "2,'Todo trabajo enseña algo.' FROM it;"
    "INSERT INTO quiz_card SELECT id,'es',2,'¿Cómo empieza una frase?',1,"
    "'Un verbo dice qué hizo usted.' FROM it;"
    "INSERT INTO quiz_card SELECT id,'es',3,'¿Quién lee la lista primero, "
    "antes de que usted la entregue en la oficina de la empresa?',2,"
    "'Quien la oye leída encuentra las frases largas.' FROM it;"
    "INSERT INTO quiz_card SELECT id,'en',1,'Which jobs do you write "
    "down?',2,'Every job teaches something.' FROM it;"
    "INSERT INTO quiz_card SELECT id,'en',2,'How does a phrase begin?',1,"
    "'A verb says what you did.' FROM it;"
    "INSERT INTO quiz_card SELECT id,'en',3,'Who reads the list first, "
    "before you hand it in at the office of the company?',2,'Who hears it "
    "read finds the long sentences.' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',1,1,'Solo el último' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',1,2,'Todos' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',2,1,'Con un verbo' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',2,2,'Con mi edad' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',3,1,'Nadie, porque eso no le "
    "importa a ninguna persona' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',3,2,'Una persona de mi "
    "confianza que la lee en voz alta' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',3,3,'El jefe' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'es',3,4,'No sé' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',1,1,'Only the last' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',1,2,'All of them' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',2,1,'With a verb' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',2,2,'With my age' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',3,1,'Nobody, because that "
    "does not concern any other person' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',3,2,'Somebody whom I trust "
    "and who reads it aloud' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',3,3,'The boss' FROM it;"
    "INSERT INTO quiz_answer SELECT id,'en',3,4,'I do not know' FROM it;"
    "DROP TABLE it;";

void
content_fixture_course(sqlite3 *db)
{
	content_fixture_run(db, lessons);
	content_fixture_run(db, cards);
	content_fixture_lexicon(db);
}

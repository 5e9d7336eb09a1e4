/*
 * The rumours of the content fixture: seven, so that a round of five does not
 * end where the list does.  All that they say is invented.
 */
#include <config.h>

#include "content_fixture.h"

/* Ids behind all others; the letters after "rumour-" are their order. */
static const char rumours[] =
    "CREATE TEMP TABLE it(n INTEGER, slug TEXT, es TEXT, en TEXT,"
    " right INTEGER);"
    "INSERT INTO it VALUES"
    "(1,'rumour-a','Se vende la cita','The appointment is for sale',1),"
    "(2,'rumour-b','El barco sale el lunes','The ship sails on Monday',1),"
    "(3,'rumour-c','La ayuda no cuesta nada','The help costs nothing',2),"
    "(4,'rumour-d','El sello rojo abre la frontera',"
    "'The red stamp opens the border',1),"
    "(5,'rumour-e','El sobre llega hoy','The envelope comes today',1),"
    "(6,'rumour-f','El curso es obligatorio','The course is compulsory',1),"
    "(7,'rumour-g','El recibo sirve de prueba','The receipt is proof',2);"
    "CREATE TEMP TABLE last AS SELECT max(id) AS id FROM entry;"
    "INSERT INTO entry SELECT last.id+n,slug,'rumour','checked','high',"
    "'2026-11-21','2027-02-21' FROM it,last;"
    "INSERT INTO entry_source SELECT last.id+n,1,1 FROM it,last;"
    "INSERT INTO entry_country SELECT last.id+n,'XR' FROM it,last;"
    "INSERT INTO text SELECT last.id+n,'es','«'||es||'»',"
    "'Pregunte antes de pagar','',1,0 FROM it,last;"
    "INSERT INTO text SELECT last.id+n,'en','“'||en||'”',"
    "'Ask before you pay','',1,1 FROM it,last;"
    "INSERT INTO body SELECT last.id+n,last.id+n,'es',"
    "'## El rumor'||x'0a0a'||es||'.'||x'0a0a'||'## La verdad'||x'0a0a'||"
    "'Nadie lo dijo.'||x'0a0a'||'## Por qué'||x'0a0a'||'Alguien cobra.'||"
    "x'0a0a'||'## A quién preguntar'||x'0a0a'||'Llame al 900 000 0001.'"
    " FROM it,last;"
    "INSERT INTO body SELECT 1048576+last.id+n,last.id+n,'en',"
    "'## The rumour'||x'0a0a'||en||'.'||x'0a0a'||'## The fact'||x'0a0a'||"
    "'Nobody said so.'||x'0a0a'||'## Why'||x'0a0a'||'Somebody is paid.'||"
    "x'0a0a'||'## Whom to ask'||x'0a0a'||'Call 900 000 0001.'"
    " FROM it,last;"
    "INSERT INTO indexed SELECT 'es',last.id+n,"
    "es,'','','patraña' FROM it,last;"
    "INSERT INTO indexed SELECT 'en',last.id+n,"
    "en,'','','hoax' FROM it,last;"
    "INSERT INTO quiz_card SELECT last.id+n,'es',1,es||'.',right,"
    "'Pregunte en el consulado.' FROM it,last;"
    "INSERT INTO quiz_card SELECT last.id+n,'en',1,en||'.',right,"
    "'Ask the consulate.' FROM it,last;"
    "INSERT INTO quiz_answer SELECT last.id+n,'es',1,1,'Es un rumor'"
    " FROM it,last;"
    "INSERT INTO quiz_answer SELECT last.id+n,'es',1,2,'Es verdad'"
    " FROM it,last;"
    "INSERT INTO quiz_answer SELECT last.id+n,'en',1,1,'A rumour'"
    " FROM it,last;"
    "INSERT INTO quiz_answer SELECT last.id+n,'en',1,2,'A fact'"
    " FROM it,last;"
    "DROP TABLE it; DROP TABLE last;";

void
content_fixture_rumours(sqlite3 *db)
{
	content_fixture_run(db, rumours);
	content_fixture_lexicon(db);
}

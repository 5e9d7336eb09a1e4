/*
 * The phrases of the curriculum vitae, each in Spanish and in English.  They
 * are of the page, not of the program: no catalogue translates them.
 */
#include <config.h>

#include "text/cv.h"

#include "base/compiler.h"

struct phrase {
	const char *in[CV_LANGS];
};

static const struct {
	struct phrase name;
	struct phrase skills[CV_TRADE_SKILLS];
} trades[] = {
	{ { { "Albañilería", "Bricklaying" } },
	    { { { "Leer planos sencillos", "Read simple plans" } },
		{ { "Calcular material", "Work out material" } },
		{ { "Levantar y repellar paredes",
		    "Build and plaster walls" } } } },
	{ { { "Carpintería de obra", "Carpentry" } },
	    { { { "Medir y cortar madera", "Measure and cut timber" } },
		{ { "Armar encofrados", "Build formwork" } },
		{ { "Usar herramienta eléctrica", "Use power tools" } } } },
	{ { { "Electricidad", "Electrical work" } },
	    { { { "Instalar cableado y tomas", "Install wiring and outlets" } },
		{ { "Encontrar fallas", "Find faults" } },
		{ { "Trabajar con seguridad eléctrica",
		    "Work safely with electricity" } } } },
	{ { { "Fontanería", "Plumbing" } },
	    { { { "Instalar tuberías", "Install pipes" } },
		{ { "Reparar fugas", "Repair leaks" } },
		{ { "Montar baños y cocinas",
		    "Fit bathrooms and kitchens" } } } },
	{ { { "Pintura de casas", "House painting" } },
	    { { { "Preparar paredes", "Prepare walls" } },
		{ { "Usar rodillo y máquina", "Use roller and sprayer" } },
		{ { "Dejar limpio el lugar", "Leave the place clean" } } } },
	{ { { "Techos", "Roofing" } },
	    { { { "Colocar y reparar techos", "Lay and repair roofs" } },
		{ { "Trabajar en altura", "Work at heights" } },
		{ { "Impermeabilizar", "Waterproof" } } } },
	{ { { "Soldadura", "Welding" } },
	    { { { "Soldar con electrodo", "Stick welding" } },
		{ { "Cortar y preparar metal", "Cut and prepare metal" } },
		{ { "Usar equipo de protección",
		    "Use protective equipment" } } } },
	{ { { "Mecánica automotriz", "Car repair" } },
	    { { { "Revisar y reparar motores", "Check and repair engines" } },
		{ { "Cambiar frenos y llantas", "Change brakes and tyres" } },
		{ { "Atender a clientes", "Deal with customers" } } } },
	{ { { "Conducción", "Driving" } },
	    { { { "Conducir camión o autobús", "Drive a lorry or bus" } },
		{ { "Cargar y entregar mercancía",
		    "Load and deliver goods" } },
		{ { "Revisar el vehículo cada día",
		    "Check the vehicle daily" } } } },
	{ { { "Trabajo del campo", "Farm work" } },
	    { { { "Sembrar y cosechar", "Plant and harvest" } },
		{ { "Cuidar riego y cultivos", "Look after crops and water" } },
		{ { "Clasificar y empacar", "Sort and pack" } } } },
	{ { { "Jardinería", "Gardening" } },
	    { { { "Podar y cortar césped", "Prune and mow" } },
		{ { "Plantar y regar", "Plant and water" } },
		{ { "Manejar máquinas de jardín", "Run garden machines" } } } },
	{ { { "Cocina", "Cooking" } },
	    { { { "Preparar alimentos con higiene",
		    "Prepare food hygienically" } },
		{ { "Llevar el inventario", "Keep the stock" } },
		{ { "Trabajar en equipo y con prisa",
		    "Work in a team under pressure" } } } },
	{ { { "Servicio de mesas", "Waiting at table" } },
	    { { { "Atender mesas", "Wait on tables" } },
		{ { "Tomar pedidos y cobrar", "Take orders and payment" } },
		{ { "Resolver quejas", "Settle complaints" } } } },
	{ { { "Limpieza", "Cleaning" } },
	    { { { "Limpiar casas y oficinas", "Clean homes and offices" } },
		{ { "Usar productos con seguridad",
		    "Use products safely" } },
		{ { "Organizar el trabajo del día",
		    "Plan the work of the day" } } } },
	{ { { "Trabajo del hogar", "Domestic work" } },
	    { { { "Cocinar y lavar", "Cook and do laundry" } },
		{ { "Ordenar y comprar", "Tidy and shop" } },
		{ { "Cuidar de la familia", "Look after the family" } } } },
	{ { { "Cuidado de personas mayores", "Care of older people" } },
	    { { { "Ayudar con aseo y comida", "Help with washing and meals" } },
		{ { "Recordar medicinas", "Remind of medicines" } },
		{ { "Acompañar con paciencia", "Keep company patiently" } } } },
	{ { { "Cuidado de niñas y niños", "Child care" } },
	    { { { "Cuidar y jugar", "Mind and play" } },
		{ { "Preparar comidas", "Prepare meals" } },
		{ { "Prevenir accidentes", "Prevent accidents" } } } },
	{ { { "Costura", "Sewing" } },
	    { { { "Usar máquina industrial", "Use industrial machines" } },
		{ { "Cortar y armar prendas", "Cut and assemble garments" } },
		{ { "Cumplir metas de calidad", "Meet quality targets" } } } },
	{ { { "Trabajo de fábrica", "Factory work" } },
	    { { { "Operar máquinas", "Run machines" } },
		{ { "Revisar la calidad", "Check quality" } },
		{ { "Seguir normas de seguridad", "Follow safety rules" } } } },
	{ { { "Trabajo de bodega", "Warehouse work" } },
	    { { { "Recibir y ordenar mercancía",
		    "Receive and store goods" } },
		{ { "Preparar pedidos", "Prepare orders" } },
		{ { "Contar inventario", "Count stock" } } } },
	{ { { "Ventas", "Sales" } },
	    { { { "Atender y cobrar", "Serve and take payment" } },
		{ { "Llevar cuentas", "Keep accounts" } },
		{ { "Ordenar productos", "Arrange products" } } } },
	{ { { "Centro de llamadas", "Call centre" } },
	    { { { "Atender por teléfono", "Answer by telephone" } },
		{ { "Usar computadora", "Use a computer" } },
		{ { "Resolver problemas con calma",
		    "Solve problems calmly" } } } },
	{ { { "Peluquería y barbería", "Hairdressing" } },
	    { { { "Cortar y peinar", "Cut and style hair" } },
		{ { "Mantener la higiene", "Keep things hygienic" } },
		{ { "Atender con cita", "Work by appointment" } } } },
	{ { { "Seguridad", "Security" } },
	    { { { "Vigilar entradas", "Watch entrances" } },
		{ { "Escribir informes", "Write reports" } },
		{ { "Calmar conflictos", "Calm conflicts" } } } },
};

static const struct phrase years[] = {
	{ { "menos de 1 año", "under 1 year" } },
	{ { "1 a 2 años", "1 to 2 years" } },
	{ { "3 a 5 años", "3 to 5 years" } },
	{ { "6 a 10 años", "6 to 10 years" } },
	{ { "más de 10 años", "over 10 years" } },
};

static const struct phrase skills[] = {
	{ { "Soy puntual", "I am punctual" } },
	{ { "Trabajo bien en equipo", "I work well in a team" } },
	{ { "Aprendo rápido", "I learn fast" } },
	{ { "Trato bien a los clientes", "I am good with customers" } },
	{ { "Cuido la seguridad", "I work safely" } },
	{ { "Sé dirigir un grupo", "I can lead a group" } },
	{ { "Uso computadora", "I can use a computer" } },
	{ { "Tengo licencia de conducir", "I have a driving licence" } },
	{ { "Puedo trabajar de noche", "I can work at night" } },
	{ { "Puedo viajar o mudarme", "I can travel or move" } },
};

static const struct phrase spoken[] = {
	{ { "Español", "Spanish" } },
	{ { "Inglés", "English" } },
	{ { "Francés", "French" } },
	{ { "Portugués", "Portuguese" } },
	{ { "Criollo haitiano", "Haitian Creole" } },
	{ { "Una lengua indígena", "An indigenous language" } },
};

static const struct phrase levels[] = {
	{ { "un poco", "a little" } },
	{ { "bien", "well" } },
	{ { "lengua materna", "mother tongue" } },
};

static const struct phrase schooling[] = {
	{ { "Sé leer y escribir", "I can read and write" } },
	{ { "Primaria", "Primary school" } },
	{ { "Secundaria", "Secondary school" } },
	{ { "Bachillerato", "High school diploma" } },
	{ { "Curso técnico", "Technical course" } },
	{ { "Universidad", "University" } },
};

static const struct phrase references[] = {
	{ { "Se dan si las piden", "Given on request" } },
	{ { "Una: ___________________", "One: ___________________" } },
	{ { "Dos: _________  _________", "Two: _________  _________" } },
};

static const struct {
	const struct phrase *list;
	size_t count;
} lists[CV_LISTS] = {
	[CV_YEARS] = { years, COUNT_OF(years) },
	[CV_SKILLS] = { skills, COUNT_OF(skills) },
	[CV_SPOKEN] = { spoken, COUNT_OF(spoken) },
	[CV_LEVELS] = { levels, COUNT_OF(levels) },
	[CV_SCHOOLING] = { schooling, COUNT_OF(schooling) },
	[CV_REFERENCES] = { references, COUNT_OF(references) },
};

size_t
cv_count(enum cv_list list)
{
	return list == CV_TRADES ? COUNT_OF(trades) : lists[list].count;
}

const char *
cv_choice(enum cv_list list, size_t at, enum cv_lang lang)
{
	if (at >= cv_count(list))
		return "";
	return list == CV_TRADES ? trades[at].name.in[lang]
				 : lists[list].list[at].in[lang];
}

const char *
cv_trade_skill(size_t trade, size_t at, enum cv_lang lang)
{
	return trade < COUNT_OF(trades) && at < CV_TRADE_SKILLS
	    ? trades[trade].skills[at].in[lang]
	    : "";
}

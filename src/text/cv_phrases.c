/*
 * The phrases of the curriculum vitae, each in Spanish and in English: they
 * are of the page, whatever language the program is in.  The lists of the
 * screens show the English one through the catalogues, so that everybody
 * chooses in the own language; unit_cv holds the Spanish ones to these.
 */
#include <config.h>

#include "text/cv.h"

#include <string.h>

#include "base/compiler.h"

#define N_(text) text

struct phrase {
	const char *in[CV_LANGS];
};

/* By ISCO-08 code; what it is called where no occupation of the catalog has
 * that code, and what is done in it. */
static const struct trade {
	const char *code;
	struct phrase name;
	struct phrase tasks[CV_TASKS];
} trades[] = {
	/* TRANSLATORS: kinds of work, each with three things that are done in
	 * it; lists of 34 columns. */
	{ "7112",
	    { { "Albañilería", N_("Bricklaying") } },
	    {
		{ { "Leer planos sencillos", N_("Read simple plans") } },
		{ { "Calcular material", N_("Work out material") } },
		{ { "Levantar y repellar paredes",
		    N_("Build and plaster walls") } },
	    } },
	{ "7115",
	    { { "Carpintería de obra", N_("Carpentry") } },
	    {
		{ { "Medir y cortar madera", N_("Measure and cut timber") } },
		{ { "Armar encofrados", N_("Build formwork") } },
		{ { "Usar herramienta eléctrica", N_("Use power tools") } },
	    } },
	{ "7411",
	    { { "Electricidad", N_("Electrical work") } },
	    {
		{ { "Instalar cableado y tomas",
		    N_("Install wiring and outlets") } },
		{ { "Encontrar fallas", N_("Find faults") } },
		{ { "Trabajar con seguridad eléctrica",
		    N_("Work safely with electricity") } },
	    } },
	{ "7126",
	    { { "Fontanería", N_("Plumbing") } },
	    {
		{ { "Instalar tuberías", N_("Install pipes") } },
		{ { "Reparar fugas", N_("Repair leaks") } },
		{ { "Montar baños y cocinas",
		    N_("Fit bathrooms and kitchens") } },
	    } },
	{ "7131",
	    { { "Pintura de casas", N_("House painting") } },
	    {
		{ { "Preparar paredes", N_("Prepare walls") } },
		{ { "Usar rodillo y máquina", N_("Use roller and sprayer") } },
		{ { "Dejar limpio el lugar", N_("Leave the place clean") } },
	    } },
	{ "7121",
	    { { "Techos", N_("Roofing") } },
	    {
		{ { "Colocar y reparar techos", N_("Lay and repair roofs") } },
		{ { "Trabajar en altura", N_("Work at heights") } },
		{ { "Impermeabilizar", N_("Waterproof") } },
	    } },
	{ "7119",
	    { { "Obra de construcción", N_("Building work") } },
	    {
		{ { "Preparar mezcla y material",
		    N_("Mix and carry material") } },
		{ { "Cuidar herramienta y obra",
		    N_("Look after tools and site") } },
		{ { "Usar equipo de protección",
		    N_("Use protective equipment") } },
	    } },
	{ "7127",
	    { { "Refrigeración y aire", N_("Cooling and air conditioning") } },
	    {
		{ { "Instalar equipos de aire",
		    N_("Install air conditioners") } },
		{ { "Cargar y medir el gas",
		    N_("Charge and measure the gas") } },
		{ { "Limpiar y dar servicio", N_("Clean and service") } },
	    } },
	{ "7212",
	    { { "Soldadura", N_("Welding") } },
	    {
		{ { "Soldar con electrodo", N_("Stick welding") } },
		{ { "Cortar y preparar metal", N_("Cut and prepare metal") } },
		{ { "Usar equipo de protección",
		    N_("Use protective equipment") } },
	    } },
	{ "8342",
	    { { "Maquinaria pesada", N_("Heavy machinery") } },
	    {
		{ { "Manejar la máquina en la obra",
		    N_("Run the machine on site") } },
		{ { "Revisarla antes de usarla", N_("Check it before use") } },
		{ { "Cuidar a quienes están cerca",
		    N_("Watch for people nearby") } },
	    } },
	{ "7231",
	    { { "Mecánica automotriz", N_("Car repair") } },
	    {
		{ { "Revisar y reparar motores",
		    N_("Check and repair engines") } },
		{ { "Cambiar frenos y llantas",
		    N_("Change brakes and tyres") } },
		{ { "Atender a clientes", N_("Deal with customers") } },
	    } },
	{ "8332",
	    { { "Conducción de camión", N_("Lorry driving") } },
	    {
		{ { "Conducir camión", N_("Drive a lorry") } },
		{ { "Cargar y entregar mercancía",
		    N_("Load and deliver goods") } },
		{ { "Revisar el vehículo cada día",
		    N_("Check the vehicle daily") } },
	    } },
	{ "8331",
	    { { "Conducción de autobús", N_("Bus driving") } },
	    {
		{ { "Conducir autobús", N_("Drive a bus") } },
		{ { "Tratar bien a los pasajeros",
		    N_("Treat passengers well") } },
		{ { "Revisar el vehículo cada día",
		    N_("Check the vehicle daily") } },
	    } },
	{ "9211",
	    { { "Trabajo del campo", N_("Farm work") } },
	    {
		{ { "Sembrar y cosechar", N_("Plant and harvest") } },
		{ { "Cuidar riego y cultivos",
		    N_("Look after crops and water") } },
		{ { "Clasificar y empacar", N_("Sort and pack") } },
	    } },
	{ "3142",
	    { { "Agricultura con tecnología",
	        N_("Farming with technology") } },
	    {
		{ { "Manejar riego e invernadero",
		    N_("Run irrigation and greenhouse") } },
		{ { "Medir suelo, agua y plagas",
		    N_("Check soil, water and pests") } },
		{ { "Llevar registros", N_("Keep records") } },
	    } },
	{ "6113",
	    { { "Jardinería", N_("Gardening") } },
	    {
		{ { "Podar y cortar césped", N_("Prune and mow") } },
		{ { "Plantar y regar", N_("Plant and water") } },
		{ { "Manejar máquinas de jardín",
		    N_("Run garden machines") } },
	    } },
	{ "5120",
	    { { "Cocina", N_("Cooking") } },
	    {
		{ { "Preparar alimentos con higiene",
		    N_("Prepare food hygienically") } },
		{ { "Llevar el inventario", N_("Keep the stock") } },
		{ { "Trabajar en equipo y con prisa",
		    N_("Work in a team under pressure") } },
	    } },
	{ "5131",
	    { { "Servicio de mesas", N_("Waiting at table") } },
	    {
		{ { "Atender mesas", N_("Wait on tables") } },
		{ { "Tomar pedidos y cobrar",
		    N_("Take orders and payment") } },
		{ { "Resolver quejas", N_("Settle complaints") } },
	    } },
	{ "4224",
	    { { "Recepción de hotel", N_("Hotel reception") } },
	    {
		{ { "Recibir y despedir huéspedes",
		    N_("Check guests in and out") } },
		{ { "Llevar reservas y cuentas",
		    N_("Keep bookings and bills") } },
		{ { "Resolver quejas", N_("Settle complaints") } },
	    } },
	{ "9112",
	    { { "Limpieza", N_("Cleaning") } },
	    {
		{ { "Limpiar casas y oficinas",
		    N_("Clean homes and offices") } },
		{ { "Usar productos con seguridad",
		    N_("Use products safely") } },
		{ { "Organizar el trabajo del día",
		    N_("Plan the work of the day") } },
	    } },
	{ "9111",
	    { { "Trabajo del hogar", N_("Domestic work") } },
	    {
		{ { "Cocinar y lavar", N_("Cook and do laundry") } },
		{ { "Ordenar y comprar", N_("Tidy and shop") } },
		{ { "Cuidar de la familia", N_("Look after the family") } },
	    } },
	{ "5322",
	    { { "Cuidado de personas mayores", N_("Care of older people") } },
	    {
		{ { "Ayudar con aseo y comida",
		    N_("Help with washing and meals") } },
		{ { "Recordar medicinas", N_("Remind of medicines") } },
		{ { "Acompañar con paciencia",
		    N_("Keep company patiently") } },
	    } },
	{ "5311",
	    { { "Cuidado de niñas y niños", N_("Child care") } },
	    {
		{ { "Cuidar y jugar", N_("Mind and play") } },
		{ { "Preparar comidas", N_("Prepare meals") } },
		{ { "Prevenir accidentes", N_("Prevent accidents") } },
	    } },
	{ "5321",
	    { { "Auxiliar de enfermería", N_("Nursing assistance") } },
	    {
		{ { "Asear y mover a pacientes",
		    N_("Wash and move patients") } },
		{ { "Tomar presión y temperatura",
		    N_("Take pressure and temperature") } },
		{ { "Anotar y avisar a enfermería",
		    N_("Note and tell the nurse") } },
	    } },
	{ "8153",
	    { { "Costura", N_("Sewing") } },
	    {
		{ { "Usar máquina industrial",
		    N_("Use industrial machines") } },
		{ { "Cortar y armar prendas",
		    N_("Cut and assemble garments") } },
		{ { "Cumplir metas de calidad", N_("Meet quality targets") } },
	    } },
	{ "9329",
	    { { "Trabajo de fábrica", N_("Factory work") } },
	    {
		{ { "Operar máquinas", N_("Run machines") } },
		{ { "Revisar la calidad", N_("Check quality") } },
		{ { "Seguir normas de seguridad",
		    N_("Follow safety rules") } },
	    } },
	{ "9333",
	    { { "Trabajo de bodega", N_("Warehouse work") } },
	    {
		{ { "Recibir y ordenar mercancía",
		    N_("Receive and store goods") } },
		{ { "Preparar pedidos", N_("Prepare orders") } },
		{ { "Contar inventario", N_("Count stock") } },
	    } },
	{ "5223",
	    { { "Ventas", N_("Sales") } },
	    {
		{ { "Atender y cobrar", N_("Serve and take payment") } },
		{ { "Llevar cuentas", N_("Keep accounts") } },
		{ { "Ordenar productos", N_("Arrange products") } },
	    } },
	{ "4222",
	    { { "Centro de llamadas", N_("Call centre") } },
	    {
		{ { "Atender por teléfono", N_("Answer by telephone") } },
		{ { "Usar computadora", N_("Use a computer") } },
		{ { "Resolver problemas con calma",
		    N_("Solve problems calmly") } },
	    } },
	{ "3512",
	    { { "Soporte de computación", N_("Computer support") } },
	    {
		{ { "Instalar equipos y programas",
		    N_("Set up computers and programs") } },
		{ { "Encontrar fallas", N_("Find faults") } },
		{ { "Explicar con paciencia", N_("Explain patiently") } },
	    } },
	{ "5141",
	    { { "Peluquería y barbería", N_("Hairdressing") } },
	    {
		{ { "Cortar y peinar", N_("Cut and style hair") } },
		{ { "Mantener la higiene", N_("Keep things hygienic") } },
		{ { "Atender con cita", N_("Work by appointment") } },
	    } },
	{ "5142",
	    { { "Estética y masaje", N_("Beauty and massage") } },
	    {
		{ { "Dar masajes y faciales",
		    N_("Give massages and facials") } },
		{ { "Mantener la higiene", N_("Keep things hygienic") } },
		{ { "Atender con cita", N_("Work by appointment") } },
	    } },
	{ "5414",
	    { { "Seguridad", N_("Security") } },
	    {
		{ { "Vigilar entradas", N_("Watch entrances") } },
		{ { "Escribir informes", N_("Write reports") } },
		{ { "Calmar conflictos", N_("Calm conflicts") } },
	    } },
};

static const struct phrase years[] = {
	/* TRANSLATORS: how long one did a work; 18 columns. */
	{ { "menos de 1 año", N_("under 1 year") } },
	{ { "1 a 2 años", N_("1 to 2 years") } },
	{ { "3 a 5 años", N_("3 to 5 years") } },
	{ { "6 a 10 años", N_("6 to 10 years") } },
	{ { "más de 10 años", N_("over 10 years") } },
};

static const struct phrase skills[] = {
	/* TRANSLATORS: what one says of oneself; 34 columns. */
	{ { "Soy puntual", N_("I am punctual") } },
	{ { "Trabajo bien en equipo", N_("I work well in a team") } },
	{ { "Aprendo rápido", N_("I learn fast") } },
	{ { "Trato bien a los clientes", N_("I am good with customers") } },
	{ { "Cuido la seguridad", N_("I work safely") } },
	{ { "Sé dirigir un grupo", N_("I can lead a group") } },
	{ { "Uso computadora", N_("I can use a computer") } },
	{ { "Tengo licencia de conducir", N_("I have a driving licence") } },
	{ { "Puedo trabajar de noche", N_("I can work at night") } },
	{ { "Puedo viajar o mudarme", N_("I can travel or move") } },
};

static const struct phrase spoken[] = {
	/* TRANSLATORS: languages; 34 columns. */
	{ { "Español", N_("Spanish") } },
	{ { "Inglés", N_("English") } },
	{ { "Francés", N_("French") } },
	{ { "Portugués", N_("Portuguese") } },
	{ { "Criollo haitiano", N_("Haitian Creole") } },
	{ { "Una lengua indígena", N_("An indigenous language") } },
};

static const struct phrase levels[] = {
	/* TRANSLATORS: how well one speaks a language; 18 columns. */
	{ { "un poco", N_("a little") } },
	{ { "bien", N_("well") } },
	{ { "lengua materna", N_("mother tongue") } },
};

static const struct phrase schooling[] = {
	/* TRANSLATORS: schools, from the first; 34 columns. */
	{ { "Sé leer y escribir", N_("I can read and write") } },
	{ { "Primaria", N_("Primary school") } },
	{ { "Secundaria", N_("Secondary school") } },
	{ { "Bachillerato", N_("High school diploma") } },
	{ { "Curso técnico", N_("Technical course") } },
	{ { "Universidad", N_("University") } },
};

static const struct phrase references[] = {
	/* TRANSLATORS: who can be asked about one's work; 34 columns. */
	{ { "Se dan si las piden", N_("Given on request") } },
	{ { "Una: ___________________", N_("One: ___________________") } },
	{ { "Dos: _________  _________", N_("Two: _________  _________") } },
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

size_t
cv_trade_find(const char *isco)
{
	size_t n = 0;

	while (n < COUNT_OF(trades) && strcmp(trades[n].code, isco) != 0)
		n++;
	return n;
}

const char *
cv_trade_code(size_t trade)
{
	return trade < COUNT_OF(trades) ? trades[trade].code : "";
}

const char *
cv_task(size_t trade, size_t at, enum cv_lang lang)
{
	return trade < COUNT_OF(trades) && at < CV_TASKS
	    ? trades[trade].tasks[at].in[lang]
	    : "";
}

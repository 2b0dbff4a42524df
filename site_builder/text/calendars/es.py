"""Spanish: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    months=tuple("enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre".split()),
    numbers=tuple("un[ao]? dos tres cuatro cinco seis siete ocho nueve diez once doce".split()),
    stems=tuple(
        (
            "lunes Lunes artes iércoles ueves iernes ábado omingo ayer Ayer noche hoy Hoy añana arde emana mes Mes año Año día nero "
            "ebrero arzo bril ayo unio ulio gosto iembre ctubre"
        ).split()
    ),
    phrases=(
        ("day:-2", "anteayer|antes de ayer"),
        ("day:2", "pasado mañana"),
        ("day:-1", "ayer|anoche"),
        ("day:0", "hoy|esta (?:mañana|tarde|noche)"),
        ("day:1", "mañana"),
        ("week:-1", "(?:la )?semana pasada|la pasada semana"),
        ("week:0", "esta semana"),
        ("week:1", "(?:la )?(?:próxima semana|semana (?:próxima|que viene))"),
        ("month:-1", "(?:el )?(?:mes pasado|pasado mes)"),
        ("month:0", "este mes"),
        ("month:1", "(?:el )?(?:próximo mes|mes (?:próximo|que viene))"),
        ("year:-1", "(?:el )?(?:año pasado|pasado año)"),
        ("year:0", "este año"),
        ("year:1", "(?:el )?(?:próximo año|año (?:próximo|que viene))"),
        ("ago:day", "hace {n} días?"),
        ("ago:week", "hace {n} semanas?"),
        ("ago:month", "hace {n} mes(?:es)?"),
        ("ago:year", "hace {n} años?"),
        ("weekday:-1", "(?:el )?(?:{weekday} pasado|pasado {weekday})"),
        ("weekday:1", "(?:el )?(?:{weekday} (?:próximo|que viene)|próximo {weekday})"),
        ("weekday:0", "este {weekday}"),
        ("weekday", "el {weekday}"),
        ("named:-1", "(?:en |el )?(?:{month} pasado|pasado (?:mes de )?{month})"),
        ("named:1", "(?:en |el )?(?:{month} próximo|próximo (?:mes de )?{month})"),
        ("named", r"en {month}(?! (?:del? )?\d)"),
    ),
    never=(
        "[Ee]l {weekday}(?:, {weekday}){0,5} [yo] {weekday}",
        "(?:del?|el) {weekday} (?:al|hasta el|a) {weekday}",
        r"(?:[Tt]odos los|[Cc]ada|los) {weekday}|el {weekday},? (?:día )?\d{1,2}|{weekday},? \d{1,2} de",
        "miércoles de ceniza|(?:viernes|jueves) santo|(?:domingo|sábado) de (?:ramos|gloria|resurrección)|viernes negro",
        "hasta el {weekday}|antes del {weekday}|(?:la|por la|de la|cada|una|toda la|las) mañanas?|hoy (?:en )?día|hasta hoy",
        r"el día de mañana|de hoy|[Hh]ace (?:más|menos|casi|unos|unas) (?:de )?{n} \w+",
    ),
    future=r"será|serán|va a|van a|debe|deberá|prevé|previst[oa]s?|habrá|tendrá|\w+(?:ará|erá|irá|arán|erán|irán)",
    past=r"\w+(?:ó|aron|ieron|jeron)|fue|fueron|era|eran|había|habían|ha|han|estaba|dijo|hizo|tuvo|puso|vino|estuvo",
    saying=("dijo|dijeron|afirmó|declaró|anunció|aseguró|señaló|explicó|añadió|informó|indicó|escribió|advirtió|confirmó|según|sostuvo"),
    year="en|en el año|del año|el año",
    to="al|hasta el|a",
    both="y",
    between="entre el",
    behind=(
        ("-1", "del? (?:año pasado|pasado año)"),
        ("0", "del? (?:este|presente) año|del año en curso"),
        ("1", "del? (?:próximo año|año (?:próximo|que viene))"),
        ("last", "pasado|último"),
        ("next", "próximo"),
        ("?", "del año (?:anterior|siguiente)|del mismo año"),
    ),
    leading=(
        ("last", "(?:pasado|último)(?: día)?"),
        ("next", "próximo(?: día)?"),
    ),
)

"""Portuguese: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple("segunda(?:-feira)? terça(?:-feira)? quarta(?:-feira)? quinta(?:-feira)? sexta(?:-feira)? sábado domingo".split()),
    months=tuple("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split()),
    numbers=tuple("uma? dois|duas três quatro cinco seis sete oito nove dez onze doze".split()),
    stems=tuple(
        (
            "egunda erça uarta uinta exta ábado omingo ontem Ontem oje manhã tarde noite emana Ano mês Mês meses Meses ano dia aneiro "
            "evereiro arço bril aio unho ulho gosto embro utubro"
        ).split()
    ),
    phrases=(
        ("day:-2", "anteontem"),
        ("day:2", "depois de amanhã"),
        ("day:-1", "ontem(?: (?:à noite|à tarde|de manhã))?"),
        ("day:0", "hoje|esta (?:manhã|tarde|noite)"),
        ("day:1", "amanhã"),
        ("week:-1", "(?:n?a )?(?:semana passada|última semana)"),
        ("week:0", "n?esta semana"),
        ("week:1", "(?:n?a )?(?:próxima semana|semana que vem)"),
        ("month:-1", "(?:n?o )?mês passado"),
        ("month:0", "n?este mês"),
        ("month:1", "(?:n?o )?(?:próximo mês|mês que vem)"),
        ("year:-1", "(?:n?o )?ano passado"),
        ("year:0", "n?este ano"),
        ("year:1", "(?:n?o )?(?:próximo ano|ano que vem)"),
        ("ago:day", "há {n} dias?|{n} dias? atrás"),
        ("ago:week", "há {n} semanas?|{n} semanas? atrás"),
        ("ago:month", "há {n} m(?:ês|eses)|{n} m(?:ês|eses) atrás"),
        ("ago:year", "há {n} anos?|{n} anos? atrás"),
        ("weekday:-1", "(?:n?[ao] )?(?:{weekday} passad[ao]|última {weekday}|último {weekday})"),
        ("weekday:1", "(?:n?[ao] )?(?:próxim[ao] {weekday}|{weekday} que vem)"),
        ("weekday:0", "n?est[ae] {weekday}"),
        ("weekday", "n[ao] {weekday}"),
        ("named:-1", "(?:em )?(?:{month} passado|último {month})"),
        ("named:1", "(?:em )?(?:próximo {month}|{month} que vem)"),
        ("named", r"em {month}(?! (?:de )?\d)"),
    ),
    never=(
        "[Nn][ao] {weekday}(?:, {weekday}){0,5} (?:e|ou) {weekday}",
        "(?:de |da |n[ao] )?{weekday} (?:a|à|até|ao) {weekday}",
        r"(?:às|aos|cada|todas? as?|todos? os?) {weekday}s?|n[ao] {weekday},? (?:dia )?\(?\d{1,2}",
        "n[ao] (?:segunda|terça|quarta|quinta|sexta)(?!-feira)(?= [a-zà-ú])",
        "(?:[Ss]exta-feira|[Qq]uinta-feira) (?:[Ss]anta|13|[Nn]egra)|[Qq]uarta-feira de [Cc]inzas|[Dd]omingo de [Rr]amos",
        r"(?:a|da|de|pela) manhã|(?:de|do|até) hoje|hoje em dia|[Hh]á (?:mais|menos|cerca|quase) (?:de )?{n} \w+",
        "(?:n[ao]|d[ao]) última semana de",
    ),
    future=r"será|serão|vai|vão|deve|deverá|previst[ao]s?|terá|haverá|\w+(?:ará|erá|irá|arão|erão|irão)",
    past=r"\w+(?:ou|eu|iu|aram|eram|iram)|foi|foram|era|eram|disse|fez|teve|havia|tinha|estava|veio|pôs",
    saying="disse|disseram|afirmou|declarou|anunciou|explicou|acrescentou|informou|escreveu|alertou|confirmou|segundo",
    year="em|no ano de|o ano de",
    to="a|ao|até(?: o)?",
    both="e",
    between="entre(?: o| os dias| dias)?",
    behind=(
        ("-1", "d?o (?:ano passado|passado ano)"),
        ("0", "deste ano|do corrente ano"),
        ("1", "do (?:próximo ano|ano que vem|ano próximo)"),
        ("last", "passado|último"),
        ("next", "próximo|que vem"),
        ("?", "do ano (?:anterior|seguinte)|do mesmo ano"),
    ),
    leading=(
        ("last", "(?:passado|último)(?: dia)?"),
        ("next", "próximo(?: dia)?"),
    ),
)

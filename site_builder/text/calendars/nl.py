"""Dutch: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()),
    months=tuple("januari februari maart april mei juni juli augustus september oktober november december".split()),
    numbers=tuple("een|één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()),
    stems=tuple(
        (
            "daag dag ister orgen avond ochtend iddag nacht week weken maand jaar anuari ebruari aart pril mei Mei juni Juni juli "
            "Juli ugustus ember ktober"
        ).split()
    ),
    phrases=(
        ("day:-2", "eergisteren"),
        ("day:2", "overmorgen"),
        ("day:-1", "gister(?:en|avond|ochtend|middag|nacht)|afgelopen nacht"),
        ("day:0", "vandaag|vanavond|vanochtend|vanmiddag|vanmorgen"),
        ("day:1", "morgen(?:avond|ochtend|middag)?"),
        ("week:-1", "(?:vorige|afgelopen) week"),
        ("week:0", "deze week"),
        ("week:1", "(?:volgende|komende) week"),
        ("month:-1", "(?:vorige|afgelopen) maand"),
        ("month:0", "deze maand"),
        ("month:1", "(?:volgende|komende) maand"),
        ("year:-1", "(?:vorig|afgelopen) jaar"),
        ("year:0", "dit jaar"),
        ("year:1", "(?:volgend|komend) jaar"),
        ("ago:day", "{n} dag(?:en)? geleden"),
        ("ago:week", "{n} we(?:ek|ken) geleden"),
        ("ago:month", "{n} maand(?:en)? geleden"),
        ("ago:year", "{n} jaar geleden"),
        ("weekday:-1", "(?:afgelopen|vorige) {weekday}"),
        ("weekday:1", "(?:volgende|komende|aanstaande) {weekday}"),
        ("weekday:0", "deze {weekday}"),
        ("weekday", "(?:op )?{weekday}(?:avond|ochtend|middag|nacht|morgen)?"),
        ("named:-1", "(?:vorige|afgelopen) {month}"),
        ("named:1", "(?:volgende|komende) {month}"),
        ("named:0", "deze {month}"),
        ("named", r"in {month}(?!\s+\d)"),
    ),
    never=(
        "(?:van |op )?{weekday} (?:tot(?: en met)?|t/m) {weekday}",
        r"(?:[Ee]lke|[Ii]edere|de) {weekday}|(?:[Gg]oede|[Ww]itte) {weekday}|Black Friday|{weekday},? \d{1,2}",
        r"(?:[Hh]et|de) (?:afgelopen|volgende?|komende?) (?:week|maand|jaar)|(?:[Mm]eer|minder) dan {n} \w+ geleden",
        "goe(?:de|ie)?morgen|(?:in|op) de morgen|'s morgens|tot (?:op )?(?:de dag van )?vandaag|van (?:vandaag|morgen)",
    ),
    future="zal|zullen|zou|zouden|gaat|gaan|wil|moet|gepland|verwacht",
    past=(
        r"zeiden?|was|waren|werd(?:en)?|had(?:den)?|heeft|hebben|vertelden?|kwam(?:en)?|ging(?:en)?|ge\w+[dt]|sinds"
        r"|\w+(?:de|te|den|ten)"
    ),
    present="is|zijn|blijft|woont|wonen|leeft|leven|nog",
    saying="zeiden?|vertelden?|verklaarden?|meldden?|schreef|gezegd|liet weten|stelde",
    year="in|in het jaar|het jaar",
    to="tot(?: en met)?|t/m|op",
    both="en",
    between="tussen",
    night="in de nacht (?:op|naar)",
    behind=(
        ("-1", "(?:van )?(?:vorig|afgelopen) jaar"),
        ("0", "(?:van )?dit jaar"),
        ("1", "(?:van )?(?:volgend|komend) jaar"),
        ("last", r"jongstleden|laatstleden|jl\."),
        ("next", "aanstaande"),
        ("?", "van (?:het (?:vorige|volgende) jaar|hetzelfde jaar|dat jaar)"),
    ),
)

"""German: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    capital=True,
    weekdays=tuple(
        (
            "Montag(?:s?|morgen|abend|vormittag|nachmittag|nacht) Dienstag(?:s?|morgen|abend|vormittag|nachmittag|nacht) "
            "Mittwoch(?:s?|morgen|abend|vormittag|nachmittag|nacht) Donnerstag(?:s?|morgen|abend|vormittag|nachmittag|nacht) "
            "Freitag(?:s?|morgen|abend|vormittag|nachmittag|nacht) "
            "(?:Samstag|Sonnabend)(?:s?|morgen|abend|vormittag|nachmittag|nacht) "
            "Sonntag(?:s?|morgen|abend|vormittag|nachmittag|nacht)"
        ).split()
    ),
    months=tuple("Januar|Jänner Februar|Feber März April Mai Juni Juli August September Oktober November Dezember".split()),
    numbers=tuple("eine[mnr]? zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()),
    stems=tuple(
        (
            "tag Tag twoch Woche woche abend estern eute euer orgen Monat Jahr jahr Januar Jänner Feb März April Mai Jun Jul "
            "August ember Oktober"
        ).split()
    ),
    phrases=(
        ("day:-2", "vorgestern"),
        ("day:2", "übermorgen"),
        ("day:-1", "gestern(?: (?:abend|morgen|früh|nachmittag|vormittag))?"),
        ("day:0", "heute(?: (?:abend|morgen|früh|nachmittag|vormittag))?"),
        ("day:1", "(?-i:morgen)(?: (?:abend|früh|nachmittag|vormittag))?"),
        ("week:-1", "(?:in der |die )?(?:letzter?n?|vergangener?n?|vorigern?|vorige) Woche"),
        ("week:0", "(?:in )?dieser? Woche"),
        ("week:1", "(?:in der )?(?:nächster?n?|kommender?n?) Woche"),
        ("month:-1", "(?:im )?(?:letzt|vergangen|vorig)e[nrs] Monat"),
        ("month:0", "(?:in )?diese[nm] Monat"),
        ("month:1", "(?:im )?(?:nächst|kommend)e[nrs] Monat"),
        ("year:-1", "(?:im )?(?:letzt|vergangen|vorig)e[ns] Jahr|im Vorjahr"),
        ("year:0", "(?:in )?diese[sm] Jahr|heuer"),
        ("year:1", "(?:im )?(?:nächst|kommend)e[ns] Jahr"),
        ("ago:day", "vor {n} Tag(?:en?)?"),
        ("ago:week", "vor {n} Wochen?"),
        ("ago:month", "vor {n} Monat(?:en?)?"),
        ("ago:year", "vor {n} Jahr(?:en?)?"),
        ("weekday:-1", "(?:am )?(?:letzt|vergangen|vorig)e[nrm] {weekday}"),
        ("weekday:1", "(?:am )?(?:nächst|kommend)e[nrm] {weekday}"),
        ("weekday:0", "(?:an )?diese[nm] {weekday}"),
        ("weekday", "(?:am |vom ){weekday}"),
        ("named:-1", "(?:im )?(?:letzt|vergangen|vorig)e[nrm] {month}"),
        ("named:1", "(?:im )?(?:nächst|kommend)e[nrm] {month}"),
        ("named:0", "(?:in )?diese[nm] {month}"),
        ("named", r"im {month}(?!\s+\d)"),
    ),
    never=(
        "(?:[Aa]m |[Vv]om ){weekday}(?:, {weekday}){0,5}(?: und | oder |/){weekday}",
        "(?:[Vv]om |[Vv]on |[Aa]m )?{weekday} bis (?:zum |einschließlich )?{weekday}|(?:[Aa]m )?{weekday} in (?:{n} Wochen?|acht Tagen)",
        "(?:von|der|das|die) gestern|(?:von|das) (?:heute|morgen)|[Jj]eden {weekday}|{weekday}s",
        r"(?:[Aa]m|[Vv]om) {weekday},? (?:dem |den )?\d+|(?:in der|der|die) letzten Woche (?:des|der|vor)",
        r"(?:seit|über|mehr als|knapp|rund|etwa|fast) vor|[Vv]or (?:mehr als|über|rund|etwa|gut|knapp|fast) {n} \w+|heute noch",
        "bis heute|noch heute|(?:Ascher|Schwarze[rn]?|Rosen|Oster|Pfingst|Kar|Grün|Palm)-?{weekday}",
    ),
    future="wird|werden|will|wollen|soll|sollen|geplant|plant|planen|bevor|erwartet|vorgesehen|könnte|würde|steht an",
    past=(
        "war|waren|wurden?|hatten?|hat|haben|gab|kam|kamen|ging|ließ|traf|nahm|starb|starben|fiel|fielen|stieg|stiegen"
        r"|(?!heute)(?-i:[a-zäöüß]+te[nt]?)|ge\w+(?:t|en)|\w+iert|zurück\w+|seit"
    ),
    present="ist|sind|gibt|leben|lebt|gilt|noch|steht|bleibt|liegt",
    saying=("sagten?|erklärten?|teilten?|betonten?|schrieb|hieß|kündigten?|warnten?|gesagt|erklärt|mitgeteilt|meldeten?|berichteten?"),
    year="[Ii]m Jahre?|[Ii]n|[Jj]ahr",
    to="bis(?: zum)?|auf(?: den)?",
    both="und",
    between="zwischen(?: dem)?",
    night="in der Nacht (?:zum|auf(?: den)?)",
    behind=(
        ("-1", "(?:des )?(?:letzten|vergangenen|vorigen) Jahres|(?:letzt|vergangen|vorig)es Jahr|im (?:letzten|vergangenen|vorigen) Jahr"),
        ("0", "(?:dieses|des laufenden) Jahres|dieses Jahr"),
        ("1", "(?:des )?(?:nächsten|kommenden) Jahres|(?:nächstes|kommendes) Jahr"),
        ("?", "des (?:Vorjahres|Folgejahres|gleichen Jahres|(?:darauf)?folgenden Jahres)|desselben Jahres"),
    ),
)

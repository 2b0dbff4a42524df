"""English, German, Dutch: what they say for dates."""

from site_builder.text.calendar import Calendar

EN = Calendar(
    capital=True,
    weekdays=(
        r"Monday|Mon\.",
        r"Tuesday|Tues?\.",
        r"Wednesday|Weds?\.",
        r"Thursday|Thurs?\.",
        r"Friday|Fri\.",
        r"Saturday|Sat\.",
        r"Sunday|Sun\.",
    ),
    months=(
        r"January|Jan\b",
        r"February|Feb\b",
        r"March|Mar\b",
        r"April|Apr\b",
        "May",
        r"June|Jun\b",
        r"July|Jul\b",
        r"August|Aug\b",
        r"September|Sept?\b",
        r"October|Oct\b",
        r"November|Nov\b",
        r"December|Dec\b",
    ),
    numbers=("one|an?", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    stems=(
        "day",
        "night",
        "omorrow",
        "this ",
        "This ",
        "week",
        "month",
        "year",
        " ago",
        "Mon.",
        "Tue",
        "Wed",
        "Thu",
        "Fri.",
        "Sat.",
        "Sun.",
    )
    + tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
    phrases=(
        ("day:-2", "(?:the )?day before yesterday"),
        ("day:2", "(?:the )?day after tomorrow"),
        ("day:-1", "yesterday|last night"),
        ("day:0", "(?:earlier |later )?today|tonight|this (?:morning|afternoon|evening)"),
        ("day:1", "tomorrow"),
        ("week:-1", "last week"),
        ("week:0", "this week"),
        ("week:1", "next week"),
        ("month:-1", "last month"),
        ("month:0", "this month"),
        ("month:1", "next month"),
        ("year:-1", "last year"),
        ("year:0", "this year"),
        ("year:1", "next year"),
        ("ago:day", "{n} days? ago"),
        ("ago:week", "{n} weeks? ago"),
        ("ago:month", "{n} months? ago"),
        ("ago:year", "{n} years? ago"),
        ("weekday:-1", "last {weekday}|this past {weekday}"),
        ("weekday:1", "next {weekday}"),
        ("weekday:0", "this {weekday}"),
        ("weekday", "(?:on )?{weekday}"),
        ("named:-1", "last {month}"),
        ("named:1", "next {month}"),
        ("named:0", r"this (?!(?-i:May|March)\b){month}"),  # "this May be", "this March on the capital"
        ("named", r"in (?:early |late |mid-?)?{month}(?!,?\s+(?:of )?\d)"),
    ),
    never=(
        r"[Yy]esterday['’]s (?:m[ae]n|news|papers?|world|heroes|technology)|[Tt]omorrow['’]s (?:world|leaders|generation)|of tomorrow"
        r"|(?<=\w\s)(?:Today|Tomorrow|Yesterday)|Today (?:programme|program|show)|[Tt]oday['’]s"
        r"|(?:the|one) day (?:before|after) (?!yesterday|tomorrow)\w+"
        r"|(?:[Tt]he|these|its|his|her|their|our|my|your) last (?:week|month|year|night)|[Tt]he next (?:week|month|year)"
        r"|(?:[Oo]ver|for|within) (?:last|next|this) (?:week|month|year)"
        r"|(?:week|month|year|day)s? (?:before|after) (?:last|next)|last (?:week|month|year|night) of"
        r"|(?:[Mm]ore than|[Ll]ess than|[Oo]ver|[Uu]nder|[Aa]t least|[Ss]everal|few|many|hundreds?) {n} (?:day|week|month|year)s? ago"
        r"|{n} (?:and a half|or {n}|to {n}|[-–] ?{n}|thousand|hundred|million|dozen) (?:day|week|month|year)s? ago"
        r"|[\d,.]*\d[\d,.]+ (?:day|week|month|year)s? ago|(?:twenty|thirty|forty|fifty|sixty)-\w+ (?:day|week|month|year)s? ago"
        r"|(?:Black|Good|Ash|Holy|Maundy|Palm|Easter|Whit|Cyber|Giving|Super|Shrove|Fat|Bloody|Man|Girl|Freaky|Casual|Pancake|Spy|Wild) {weekday}"
        r"|{weekday} (?:Addams|Times|Telegraph|Mirror|Express|Mail|Herald|People|World|Club|Agreement|Weld|Mass|School|Night|Lights|Island|Series)"
        r"|Mail on Sunday|Friday the 13th|Sunday (?:best|school|roast)"
        r"|(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne|[Tt]hat|[Tt]he(?: \w+)?|[Ff]ollowing|[Pp]revious|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|[Aa]fter|from|weeks?|some)"
        r" {weekday}(?! (?:night|morning|afternoon|evening)\b)"
        r"|(?:[Tt]hat|the same|the (?:following|previous|next)|every|each|one|[Tt]he) {weekday}"
        r"|{weekday}s|{weekday} week|{weekday}(?: and |, | or |[-–/]| to | through ){weekday}"
        r"|{weekday},? (?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? {month}|{weekday},? \(?{month}\.? \d+|{weekday} \(?\d{1,2}[./]\d"
        r"|(?:[Ll]ast|[Nn]ext|[Tt]his|in) {month}\.?(?: \d{1,2}\b|,? \d{4})"
        r"|in {month} (?:each|every)|(?:every|each) year in {month}"
    ),
    future=(
        r"(?:will|would|shall|won['’]t|['’]ll)(?: not)?(?: \w+ly)?(?: be| have)?(?: \w+ly)?"
        r"|(?:is|are|was|were|be) (?:\w+ly )?(?:to|due|set|scheduled|expected|planned|poised|slated|likely|going) (?:to|for|on|in|be)(?: be)?"
        r"|(?:scheduled|planned|slated|due|set) (?:to|for|on|in)|upcoming|coming|plans? to|ahead of|deadline|assumes office|takes office"
    ),
    past=(
        r"said|told|wrote|was|were|had|did|went|came|met|took|gave|made|began|held|sent|shot|hit|struck|fell|rose|won|lost|left|spoke|saw|found|"
        r"brought|set|cut|put|led|broke|fought|flew|fled|drove|grew|knew|drew|laid|paid|sold|bought|caught|taught|thought|built|burnt|became|ran|"
        r"(?!red\b|bed\b|need|seed|speed|feed|indeed|hundred|sacred|United\b|Red\b|Allied\b|Armed\b|unmanned\b|armored\b)\w+ed|since"
    ),
    present=r"is|are|has|have|remains?|continues?|still|lives?|faces?|says?",
    saying=r"said|says|told|tells|added|wrote|writes|announced|stated|declared|warned|insisted|argued|confirmed|explained|tweeted|posted|noted",
    year=r"[Ii]n|[Ii]n early|[Ii]n late|[Ii]n mid-?|[Ii]n the year|[Ii]n {season} ".replace(
        "{season} ", "(?:spring|summer|autumn|fall|winter)(?: of)?"
    ),
)

DE = Calendar(
    capital=True,
    weekdays=(
        "Montag(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
        "Dienstag(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
        "Mittwoch(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
        "Donnerstag(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
        "Freitag(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
        "(?:Samstag|Sonnabend)(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
        "Sonntag(?:s?|morgen|abend|vormittag|nachmittag|nacht)",
    ),
    months=(
        "Januar|Jänner",
        "Februar|Feber",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    numbers=("eine[mnr]?", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    stems=(
        "tag",
        "woch",
        "bend",
        "estern",
        "eut",
        "orgen",
        "onat",
        "ahr",
        "Jan",
        "Jän",
        "Feb",
        "März",
        "April",
        "Mai",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Okt",
        "Nov",
        "Dez",
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
        r"(?:von|der|das|die) gestern|(?:von|das) (?:heute|morgen)|[Jj]eden {weekday}|{weekday}s|(?:am|vom) {weekday},? (?:dem |den )?\d"
        r"|(?:in der|der|die) letzten Woche (?:des|der|vor)|(?:seit|über|mehr als|knapp|rund|etwa|fast) vor|[Vv]or (?:mehr als|über|rund|etwa|gut|knapp|fast) {n} \w+"
        r"|heute noch|bis heute|noch heute|(?:Ascher|Schwarze[rn]?|Rosen|Oster|Pfingst|Kar|Grün|Palm)-?{weekday}"
    ),
    future=r"wird|werden|will|wollen|soll|sollen|geplant|plant|planen|bevor|erwartet|vorgesehen|könnte|würde|steht an",
    past=r"war|waren|wurden?|hatten?|hat|haben|sagten?|teilten?|erklärten?|gab|kam|kamen|ging|ließ|traf|nahm|ist|sind|\w+t(?:e|en)|ge\w+(?:t|en)|\w+iert|ver\w+t|be\w+t|er\w+t",
    saying=r"sagten?|erklärten?|teilten?|betonten?|schrieb|hieß|kündigten?|warnten?|gesagt|erklärt|mitgeteilt|meldeten?|berichteten?",
    year=r"[Ii]m Jahre?|[Ii]n|[Jj]ahr",
)

NL = Calendar(
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    months=("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"),
    numbers=("een|één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    stems=(
        "dag",
        "ister",
        "orgen",
        "week",
        "maand",
        "jaar",
        "eleden",
        "anu",
        "ebru",
        "aart",
        "pril",
        "mei",
        "Mei",
        "jun",
        "Jun",
        "jul",
        "Jul",
        "ugus",
        "ember",
        "ktober",
        "dagen",
        "avond",
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
        r"(?:[Ee]lke|[Ii]edere|de) {weekday}|(?:[Gg]oede|[Ww]itte) {weekday}|Black Friday|{weekday},? \d{1,2}|(?:[Hh]et|de) (?:afgelopen|volgende?|komende?) (?:week|maand|jaar)"
        r"|(?:[Mm]eer|minder) dan {n} \w+ geleden|goe(?:de|ie)?morgen|(?:in|op) de morgen|'s morgens|tot (?:op )?(?:de dag van )?vandaag|van (?:vandaag|morgen)"
    ),
    future=r"zal|zullen|zou|zouden|gaat|gaan|wil|moet|gepland|verwacht",
    past=r"zeiden?|was|waren|werd(?:en)?|had(?:den)?|heeft|hebben|is|zijn|vertelden?|kwam(?:en)?|ging(?:en)?|ge\w+[dt]|\w+(?:de|te|den|ten)",
    saying=r"zeiden?|vertelden?|verklaarden?|meldden?|schreef|gezegd|liet weten|stelde",
    year=r"in|in het jaar|het jaar",
)

"""English: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    capital=True,
    weekdays=tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()),
    months=tuple(
        (
            r"January|Jan\b February|Feb\b March|Mar\b April|Apr\b May June|Jun\b July|Jul\b August|Aug\b September|Sept?\b "
            r"October|Oct\b November|Nov\b December|Dec\b"
        ).split()
    ),
    numbers=tuple("one|an? two three four five six seven eight nine ten eleven twelve".split()),
    stems=tuple("day night omorrow rning noon vening week month year Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()),
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
        ("named:0", r"this (?!(?-i:May|March)\b){month}"),
        ("named", r"in (?:early |late |mid-?)?{month}(?!,?\s+(?:of )?\d)"),
    ),
    never=(
        "(?:[Oo]n |[Ff]rom )?{weekday}(?:(?:,? (?:and|or|to|through) (?:on )?|, |[-–/]){weekday})+",
        "[Yy]esterday['’]s (?:m[ae]n|news|papers?|world|heroes|technology)|[Tt]omorrow['’]s (?:world|leaders|generation)",
        r"of tomorrow|(?<=\w\s)(?:Today|Tomorrow|Yesterday)|Today (?:programme|program|show)|[Tt]oday['’]s",
        r"(?:the|one) day (?:before|after) (?!yesterday|tomorrow)\w+",
        "(?:[Tt]he|these|its|his|her|their|our|my|your) last (?:week|month|year|night)|[Tt]he next (?:week|month|year)",
        "(?:[Oo]ver|for|within) (?:last|next|this) (?:week|month|year)",
        "(?:week|month|year|day)s? (?:before|after) (?:last|next)|last (?:week|month|year|night) of",
        "(?:[Mm]ore than|[Ll]ess than|[Oo]ver|[Uu]nder|[Aa]t least|[Ss]everal|few|many|hundreds?) {n} (?:day|week|month|year)s? ago",
        "{n} (?:and a half|or {n}|to {n}|[-–] ?{n}|thousand|hundred|million|dozen) (?:day|week|month|year)s? ago",
        r"(?<![\d,.])\d[\d,.]*\d\d (?:day|week|month|year)s? ago|(?:twenty|thirty|forty|fifty|sixty)-\w+ (?:day|week|month|year)s? ago",
        "(?:Black|Good|Ash|Holy|Maundy|Palm|Easter|Whit|Cyber|Giving|Super|Shrove|Fat|Bloody|Man|Girl|Freaky|Casual|Spy) {weekday}",
        "{weekday} (?:Addams|Times|Telegraph|Mirror|Express|Mail|Herald|People|World|Club|Agreement|Weld|School|Night|Island)",
        "Mail on Sunday|Ruby Tuesday|Tomorrow Never|[Tt]omorrow never|Friday the 13th|Sunday (?:best|school|roast)",
        r"(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne|[Ss]ome|[Tt]hat|[Ff]ollowing|[Pp]revious|[Ss]ame|weeks?) {weekday}",
        r"(?:[Tt]he|[Uu]ntil|[Tt]ill|[Bb]y|[Bb]efore|from) {weekday}(?! (?:night|morning|afternoon|evening)\b)|{weekday}s|{weekday} week",
        "(?:days?|weeks?|hours?|months?) (?:before|after|from) (?:last |next )?{weekday}",
        "(?:[Ll]ast |[Nn]ext |[Tt]his |[Oo]n ){weekday} week",
        "(?:[Oo]n )?{weekday} (?:last|this|next) week(?:['’]s| (?:was|were|is|had|has|will|would|saw))",
        r"{weekday},? (?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? {month}|{weekday},? \(?{month}\.? \d+",
        r"{weekday} \(?\d{1,2}[./]\d+|(?:[Ll]ast|[Nn]ext|[Tt]his|in) {month}\.?(?: \d{1,2}\b|,? \d{4})",
        "in {month} (?:each|every)|(?:every|each) year in {month}",
    ),
    future=(
        r"(?:will|would|shall|won['’]t|['’]ll)(?: not)?(?: \w+ly)?(?: be| have)?(?: \w+ly)?"
        r"|(?:is|are|was|were|be) (?:\w+ly )?(?:to|(?:due|set|scheduled|expected|planned|slated|likely|going)(?: to| for| on| in)?)(?: be)?"
        "|(?:scheduled|planned|slated|due|set) (?:to|for|on|in)|upcoming|coming|plans? to|ahead of|deadline|assumes office"
        "|takes office"
    ),
    past=(
        "said|told|wrote|was|were|had|did|went|came|met|took|gave|made|began|held|sent|shot|hit|struck|fell|rose|won|lost"
        "|left|spoke|saw|found|brought|set|cut|put|led|broke|fought|flew|fled|drove|grew|knew|drew|laid|paid|sold|bought"
        "|caught|taught|thought|built|burnt|became|ran|hung|stood|rode|swore|shook|chose|woke|wore|bore|tore|threw|blew|sang|sank|swam|sat|slept|kept"
        "|felt|dealt|meant|spent|lent|bent|sought|stuck|swung|hid|slid|dug|withdrew|overthrew|forgot|heard|lay|rang|sprang|swept|wept|wound"
        r"|(?!red\b|bed\b|need|seed|speed|feed|indeed|hundred|sacred|United\b|Red\b|Allied\b|Armed\b|unmanned\b|armored\b)\w+ed"
        "|since"
    ),
    present="is|are|has|have|remains?|continues?|still|lives?|faces?|says?",
    saying=(
        "said|says|told|tells|added|wrote|writes|announced|stated|declared|warned|insisted|argued|confirmed|explained|tweeted|posted|noted"
    ),
    year="[Ii]n|[Ii]n early|[Ii]n late|[Ii]n mid-?|[Ii]n the year|[Ii]n (?:spring|summer|autumn|fall|winter)(?: of)?",
    to="to|through|thru|until|till",
    both="and",
    between="between(?: the)?",
    behind=(
        ("-1", "(?:of |in )?last year"),
        ("0", "(?:of )?this year"),
        ("1", "(?:of )?next year"),
        ("?", r"(?:of )?(?:the |that )?(?:previous|same|following|preceding) year|of that year|['’]\d\d|\(?(?:Old Style|O\.S\.)"),
        ("?", r",? \d+ (?:B\.?C|A\.?D|BCE|CE)"),
    ),
)

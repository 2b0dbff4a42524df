"""Polish: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple(
        "poniedział(?:ek|ku) wtor(?:ek|ku) środ(?:a|ę|y|zie) czwart(?:ek|ku) piąt(?:ek|ku) sobot(?:a|ę|y) niedziel(?:a|ę|i)".split()
    ),
    months=tuple(
        (
            "stycz(?:eń|nia|niu) lut(?:y|ego|ym) mar(?:zec|ca|cu) kwie(?:cień|tnia|tniu) maj(?:a|u)? czerw(?:iec|ca|cu) "
            "lip(?:iec|ca|cu) sierp(?:ień|nia|niu) wrze(?:sień|śnia|śniu) październik(?:a|u)? listopad(?:a|zie)? "
            "grud(?:zień|nia|niu)"
        ).split()
    ),
    numbers=tuple("jeden|jedną dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście".split()),
    stems=tuple(
        (
            "oniedział torek torku środ Środ zwart iątek iątku obot iedziel czoraj zisiaj ziś jutr Jutr ydzie tydzień ygodni "
            "miesi Miesi rok lat temu dni dzień tycz luty lute marz marc kwie maj zerw lip ierp rze ździernik istopad rud"
        ).split()
    ),
    phrases=(
        ("day:-2", "przedwczoraj"),
        ("day:2", "pojutrze"),
        ("day:-1", "wczoraj(?: (?:wieczorem|rano|po południu))?"),
        ("day:0", "dzisiaj|dziś(?: (?:wieczorem|rano|po południu))?"),
        ("day:1", "jutro"),
        ("week:-1", "w (?:zeszłym|ubiegłym|poprzednim|minionym) tygodniu|(?:zeszłego|ubiegłego|minionego) tygodnia"),
        ("week:0", "w (?:tym|bieżącym) tygodniu"),
        ("week:1", "w (?:przyszłym|następnym|nadchodzącym) tygodniu"),
        ("month:-1", "w (?:zeszłym|ubiegłym|poprzednim|minionym) miesiącu"),
        ("month:0", "w (?:tym|bieżącym) miesiącu"),
        ("month:1", "w (?:przyszłym|następnym) miesiącu"),
        ("year:-1", "w (?:zeszłym|ubiegłym|poprzednim|minionym) roku"),
        ("year:0", "w (?:tym|bieżącym) roku"),
        ("year:1", "w (?:przyszłym|następnym) roku"),
        ("ago:day", "{n} d(?:ni|zień) temu|dzień temu"),
        ("ago:week", "{n} tygodni(?:e)? temu|tydzień temu"),
        ("ago:month", "{n} miesi(?:ące|ęcy) temu|miesiąc temu"),
        ("ago:year", "{n} lata? temu|rok temu"),
        ("weekday:-1", "w (?:zeszł|ubiegł|minion)(?:y|ą) {weekday}"),
        ("weekday:1", "w (?:przyszł|następn|najbliższ)(?:y|ą) {weekday}"),
        ("weekday:0", "w t(?:en|ę) {weekday}"),
        ("weekday", "we? {weekday}"),
        ("named:-1", "w (?:zeszłym|ubiegłym|minionym) {month}"),
        ("named:1", "w (?:przyszłym|najbliższym) {month}"),
        ("named", r"we? {month}(?! \d)"),
    ),
    never=(
        "[Ww]e? {weekday}(?:, {weekday}){0,5} (?:i|lub|oraz) {weekday}",
        r"(?:[Kk]ażd[yą]|do|od|przed) {weekday}|we? {weekday},? \d{1,2}",
        r"(?:Wielki|wielki|Czarny|czarny|Tłusty|tłusty) {weekday}|do (?:dziś|dzisiaj)|[Pp]onad {n} \w+ temu",
        "we? {weekday} po {weekday}",
    ),
    future="będzie|będą|ma|mają|zostanie|zostaną|planuje|planowan[yae]|zaplanowan[yae]|odbędzie",
    past=(r"(?!około|czyli|jeśli|cały|mały|biały)\w+(?:ł|ła|ło|li|ły)(?: się)?|\w{3,}(?:ono|ano|rto|ęto)|od"),
    present="jest|są|żyje|mieszka|nadal|wciąż",
    saying=(
        "powiedział[ai]?|powiedzieli|oświadczył[ai]?|poinformował[aoi]?|stwierdził[ai]?|dodał[ai]?|ogłosił[aio]?|podał[aoi]?"
        "|napisał[ai]?|zaznaczył[ai]?"
    ),
    year="w|w roku|we|od|roku",
    to="do|na",
    both="i|oraz|a",
    between="między|pomiędzy",
    night="w nocy na",
    behind=(
        ("-1", r"(?:ubiegłego|zeszłego|minionego) roku|ub\. ?r\."),
        ("0", r"(?:bieżącego|tego) roku|br\."),
        ("1", "przyszłego roku"),
        ("?", "(?:poprzedniego|następnego|tego samego) roku"),
    ),
)

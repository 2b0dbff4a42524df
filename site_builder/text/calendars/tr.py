"""Turkish: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple("pazartesi salı çarşamba perşembe cuma(?!rtesi) cumartesi pazar(?!tesi)".split()),
    months=tuple("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split()),
    numbers=tuple(r"bir iki üç dört beş altı yedi sekiz dokuz on on\sbir on\siki".split()),
    stems=tuple(
        (
            "gün Gün salı Salı azar arşamba erşembe cuma Cuma umartesi dün Dün yarın Yarın sabah akşam gece hafta ay yıl sene "
            "cak ubat mart Mart isan aziran emmuz ğustos ylül kim asım ralık"
        ).split()
    ),
    phrases=(
        ("day:-2", "evvelsi gün|önceki gün"),
        ("day:-1", "dün(?: (?:akşam|gece|sabah))?"),
        ("day:0", "bugün|bu (?:sabah|akşam|gece)"),
        ("day:1", "yarın(?: (?:akşam|sabah))?"),
        ("week:-1", "geçen hafta"),
        ("week:0", "bu hafta"),
        ("week:1", "(?:gelecek|önümüzdeki|haftaya) hafta"),
        ("month:-1", "geçen ay"),
        ("month:0", "bu ay"),
        ("month:1", "(?:gelecek|önümüzdeki) ay"),
        ("year:-1", "geçen (?:yıl|sene)"),
        ("year:0", "bu (?:yıl|sene)"),
        ("year:1", "(?:gelecek|önümüzdeki) (?:yıl|sene)"),
        ("ago:day", "{n} gün önce"),
        ("ago:week", "{n} hafta önce"),
        ("ago:month", "{n} ay önce"),
        ("ago:year", "{n} (?:yıl|sene) önce"),
        ("weekday:-1", "geçen {weekday}(?: günü)?"),
        ("weekday:1", "(?:gelecek|önümüzdeki) {weekday}(?: günü)?"),
        ("weekday:0", "bu {weekday}(?: günü)?"),
        ("weekday", "{weekday} (?:günü|sabahı|akşamı|gecesi)"),
        ("named:-1", "geçen {month}(?: ayında)?"),
        ("named:1", "(?:gelecek|önümüzdeki) {month}(?: ayında)?"),
        ("named", "{month}(?: ayında|['’][dt][ae])"),
    ),
    never=(
        "{weekday}(?: günü)?(?:nden|ndan|den|dan) {weekday}(?: günü)?",
        r"[Hh]er {weekday}(?: günü)?|{weekday} günleri|\d{1,2} {month} {weekday}(?: günü)?|[Bb]ugüne kadar|[Kk]ara {weekday}",
        r"{n} (?:gün|hafta|ay|yıl) öncesi\w*",
    ),
    future=r"\w+(?:acak|ecek)\w*|planlanıyor|bekleniyor|gerekiyor",
    past=r"\w+(?:dı|di|du|dü|tı|ti|tu|tü)(?:lar|ler|k)?|\w+m[ıiuü]ştır|\w+[ae]n",
    verb_last=True,
    saying="dedi|söyledi|açıkladı|belirtti|ifade etti|kaydetti|duyurdu|vurguladı|bildirdi|konuştu",
    absolute=(
        r"(?<![\w.,])(?P<d3>\d{1,2})\s+(?P<M3>ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)(?:\s+(?P<y3>(?:19|20)\d\d))?(?![\w])",
        r"(?<!\w)(?P<M5>ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)\s+(?P<y5>(?:19|20)\d\d)(?!\w)",
        r"(?<![\w.,])(?P<y6>(?:19|20)\d\d)(?=['’](?:de|da|te|ta)\b|\s+yılında)",
    ),
    to="ile|ilâ|ila",
    both="ve",
    leading=(
        ("-1", "geçen (?:yıl|sene)(?:ın)?"),
        ("0", "bu (?:yıl|sene)"),
        ("1", "(?:gelecek|önümüzdeki) (?:yıl|sene)"),
        ("?", "(?:önceki|ertesi|aynı) (?:yıl|sene)"),
    ),
    largest_first=True,
)

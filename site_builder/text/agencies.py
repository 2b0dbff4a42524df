"""News agencies by the names that texts give them, and the words by which a text says that a report is theirs. Data only.

A name alone is no credit: "AFP journalists were injured" is about an agency, "AP" may be a party. The words round it make it one.
"""

from __future__ import annotations

# What we call an agency, and what texts call it. Names in scripts with case are sought as written here.
AGENCIES: dict[str, tuple[str, ...]] = {
    "AFP": (
        "AFP",
        "Agence France-Presse",
        "Agence France Presse",
        "АФП",
        "Франс Пресс",
        "Франс-Пресс",
        "فرانس برس",
        "فرانس پرس",
        "اے ایف پی",
        "ا ف ب",
        "أ ف ب",
        "法新社",
        "AFP通信",
        "एएफपी",
    ),
    "Reuters": ("Reuters", "Рейтер", "Рейтерс", "Ройтерз", "رويترز", "روئٹرز", "رائٹرز", "رویترز", "路透社", "路透", "ロイター", "रॉयटर्स"),
    "AP": (
        "AP",
        "A.P.",
        "Associated Press",
        "The Associated Press",
        "Ассошиэйтед Пресс",
        "Асошіейтед Прес",
        "أسوشيتد برس",
        "اسوشيتد برس",
        "أسوشييتد برس",
        "ایسوسی ایٹڈ پریس",
        "اے پی",
        "美联社",
        "美聯社",
        "AP通信",
        "एसोसिएटेड प्रेस",
    ),
    "dpa": ("dpa", "Deutsche Presse-Agentur", "Deutschen Presse-Agentur", "ДПА", "د ب أ", "德新社", "डीपीए"),
    "EFE": ("EFE", "Efe", "Agencia EFE", "ЭФЭ", "إفي", "埃菲社"),
    "ANSA": ("ANSA", "Ansa", "АНСА", "أنسا", "安莎社"),
    "TASS": ("TASS", "ITAR-TASS", "ТАСС", "ИТАР-ТАСС", "تاس", "塔斯社", "俄通社"),
    "RIA Novosti": ("RIA Novosti", "RIA", "РИА Новости", "РІА Новини", "РИА", "ريا نوفوستي", "نوفوستي", "俄新社"),
    "Interfax": ("Interfax", "Интерфакс", "Інтерфакс", "إنترفاكس", "انترفاکس", "国际文传电讯社"),
    "Interfax-Ukraine": ("Interfax-Ukraine", "Интерфакс-Украина", "Інтерфакс-Україна"),
    "Ukrinform": ("Ukrinform", "Укринформ", "Укрінформ", "أوكرينفورم", "乌克兰国家通讯社"),
    "UNIAN": ("UNIAN", "УНИАН", "УНІАН"),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "Синьхуа", "Сіньхуа", "شينخوا", "شنہوا", "ژنہوا", "新华社", "新華社"),
    "China News Service": ("China News Service", "中新社", "中新网"),
    "Kyodo": ("Kyodo", "Kyodo News", "Киодо", "كيودو", "共同社", "共同通信", "共同】", "（共同）"),
    "Jiji": ("Jiji", "Jiji Press", "时事社", "時事通信", "時事】", "（時事）"),
    "Yonhap": ("Yonhap", "Yonhap News Agency", "Ёнхап", "يونهاب", "韩联社", "연합뉴스"),
    "KCNA": ("KCNA", "ЦТАК", "朝中社"),
    "Anadolu": (
        "Anadolu",
        "Anadolu Agency",
        "Anadolu Ajansı",
        "Anadolu Ajansına",
        "Anadolu Ajansının",
        "Anadolu Ajansı'nın",
        "Anadolu Ajansı’nın",
        "AA",
        "Анадолу",
        "الأناضول",
        "الاناضول",
        "اناطولیہ",
        "انادولو",
        "阿纳多卢通讯社",
    ),
    "WAM": ("WAM", "Emirates News Agency", "وام", "أنباء الإمارات"),
    "SPA": ("SPA", "Saudi Press Agency", "واس", "الأنباء السعودية", "沙通社"),
    "MENA": ("MENA", "Middle East News Agency", "أنباء الشرق الأوسط", "أ ش أ", "中东社"),
    "QNA": ("QNA", "Qatar News Agency", "قنا", "الأنباء القطرية"),
    "KUNA": ("KUNA", "Kuwait News Agency", "كونا", "الأنباء الكويتية"),
    "SANA": ("SANA", "سانا"),
    "Wafa": ("Wafa", "WAFA", "وفا"),
    "Petra": ("Petra", "بترا"),
    "IRNA": ("IRNA", "ИРНА", "إرنا", "ایرنا", "ارنا"),
    "Fars": ("Fars", "Fars News Agency", "فارس"),
    "Tasnim": ("Tasnim", "تسنيم", "تسنیم"),
    "APP": ("APP", "Associated Press of Pakistan", "اے پی پی", "ایسوسی ایٹڈ پریس آف پاکستان"),
    "PPI": ("PPI", "پی پی آئی"),
    "NNI": ("NNI", "این این آئی"),
    "INP": ("INP", "آئی این پی"),
    "PTI": ("PTI", "Press Trust of India", "पीटीआई", "پی ٹی آئی نیوز"),
    "ANI": ("ANI", "Asian News International", "एएनआई", "اے این آئی"),
    "IANS": ("IANS", "आईएएनएस"),
    "UNI": ("UNI", "United News of India", "यूएनआई", "یو این آئی"),
    "PA": ("PA Media", "Press Association"),
    "UPI": ("UPI", "United Press International"),
    "Bloomberg": ("Bloomberg", "Bloomberg News", "Блумберг", "بلومبرغ", "بلومبيرغ", "بلومبرگ", "彭博社", "彭博"),
    "CP": ("The Canadian Press", "Canadian Press"),
    "AAP": ("AAP", "Australian Associated Press"),
    "PAP": ("PAP", "Polska Agencja Prasowa"),
    "Belga": ("Belga",),
    "ANP": ("ANP",),
    "APA": ("APA",),
    "Lusa": ("Lusa",),
    "TT": ("TT",),
    "NTB": ("NTB",),
    "Ritzau": ("Ritzau",),
    "BelTA": ("BelTA", "БелТА", "БЕЛТА"),
    "Antara": ("Antara",),
    "Bernama": ("Bernama",),
}

# Language, what stands before the name, what stands after it: a credit where both fit. Regular expressions; the name stands between them.
CREDITS: tuple[tuple[str, str, str], ...] = (
    ("any", r"\(\s*", r"(?:\s*[/,]\s*[\w .-]{2,20})?\s*\)\s*(?:[-–—]{1,3}|:|\Z|\n)"),  # KYIV (AFP) -
    (
        "any",  # alone on a line
        (
            r"(?:\A|\n)[ \t]*(?:[—–-]+ ?)?(?:[Bb]y |BY |[Cc]redit: ?|[Aa]gency: ?|[Tt]ext: ?|© ?|\(c\) ?"
            r"|(?:[Ss]ource|Quelle|Fuente|Fonte|Bron|Källa|Kilde|Lähde|Źródło|Zdroj"
            r"|Forrás|Sursa|Πηγή|Kaynak|Источник|Джерело|المصدر|منبع|Sumber|Nguồn) ?: ?"
            r"|(?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om|[Mm]et|[Mm]ed) )?"
        ),
        r"(?:[ \t]*(?:[,/]|[ \t](?:and|und|et|y|e|en|og|och)[ \t])[ \t]*[\w .-]{2,20})?[ \t]*(?:\n|\Z)",
    ),
    (
        "any",
        r"(?:\A|\n)(?:By|BY|Von|Par|Por|Di|Door|Av|Af)[ \t]+[^\n,|]{2,40}[,|][ \t]*",
        r"[ \t]*(?:\n|\Z)",
    ),  # By JANE DOE, Associated Press
    (
        "any",
        (
            r"\((?:[Ww]ith|[Mm]it|[Aa]vec|[Cc]on|[Cc]om|[Mm]et|[Mm]ed)\s+"
            r"(?:(?:información|datos|informações|informazioni|material|files)\s+(?:de|da|do|di|from)\s+)?"
        ),
        r"(?:\s*(?:[/,]|and|und|et|y|e)\s*[\w .-]{2,20})?\s*\)",
    ),
    ("any", r"(?:\A|\n)(?:[^\n]{0,40}[-–—/(]\s*)?", r"(?:\s*[)/]?\.?\s*[-–—:]|\s*/)\s"),  # القاهرة - رويترز -
    ("any", r"(?:[Cc]opyright\s*(?:©\s*)?|©\s*)(?:\d{4}\s*)?(?:by\s+)?", r"(?!\s+[A-Z][a-z])(?!\s*&)(?=\W|\Z)"),
    ("any", r"©\s*\d{4}\s+", r"\.?\s+All\s+rights"),
    (
        "en",
        r"\b(?:told|tells|telling)\s+(?:the\s+)?(?:(?:state-run\s+)?news\s+agency\s+)?",
        r"(?!\s+(?!(?:journalist|reporter|correspondent)s)[a-z]{3,}s\s+(?:to|not)\b)",  # told TT riders to slow down
    ),
    (
        "en",
        r"\b(?:[Aa]ccording\s+to|[Ii]nterview\s+with|reported\s+by|[Rr]eporting\s+by|(?:files|material|reports?)\s+from)\s+(?:the\s+)?",
        r"(?!\s+(?:journalist|photographer|reporter|employee|contributor|staff|executive)s?\b)(?!\s+(?:rule|guideline|standard|regulation|statute)s?\b)",
    ),
    ("en", r"", r"\s+(?:writer|reporter|journalist|correspondent)s?\b[^\n]{0,40}?\bcontributed\s+to\b"),
    ("en", r"\b(?:[Bb]y|BY)\s+", r"\s*(?:\n|\Z)"),
    ("en", r"", r"\s+(?:(?:news\s+)?agency\s+)?(?:has\s+|have\s+)?(?:reports|reported|contributed\s+to\s+this|learned)\b"),
    ("en", r"", r"\s+(?:journalist|correspondent|reporter|photographer)s?(?:\s+[\w-]+){0,4}\s+(?:saw|witnessed|heard|counted)\b"),
    ("en", r"\bcorrespondent\s+(?:of|for)\s+", r""),
    ("de", r"\b(?:sagte|berichtet|meldet|meldete|berichtete)\s+(?:der|die)?\s*(?:Nachrichtenagentur\s+)?", r""),
    ("de", r"\b[Nn]achrichtenagentur\s+", r""),
    # sagte sie am Abend der dpa
    ("de", r"\b(?:sagte|sagten|erklärte|erklärten|bestätigte|berichtete)\s+(?:[^\s.!?]+\s+){1,6}der\s+", r"(?!\s*-)"),
    ("fr", r"\b(?:à|selon|rapporte|par|avec)\s+(?:l['’])?", r"(?=\s*[,.)\n]|\Z)"),
    (
        "fr",
        (
            r"\b(?:dit|déclaré|indiqué|affirmé|expliqué|confié|précisé|assuré|annoncé|raconté|témoigné|confirmé|souligné)\s+"
            r"(?:[^\s.!?]+\s+){0,2}à\s+(?:l['’]\s*)?"
        ),
        r"",
    ),
    (
        "pt",
        (
            r"\b(?:disse|afirmou|declarou|explicou|adiantou|contou|confirmou|indicou|revelou)\s+(?:[^\s.!?]+\s+){0,2}"
            r"à\s+(?:agência\s+(?:de\s+notícias\s+)?)?"
        ),
        r"",
    ),
    ("es", r"\b(?:dijo\s+a|a\s+la\s+agencia|según|agencia)\s+", r""),
    ("it", r"\b(?:detto\s+all['’]|agenzia|secondo)\s*", r""),
    (
        "ru",
        (
            r"\b(?:сообща(?:ет|ют)|сообщил[аио]?|переда[её]т|передал[аио]?|пишет|заявил[аи]?|рассказал[аи]?|сказал[аи]?|информирует)\s+"
            r"(?:в\s+(?:интервью|комментарии)\s+)?(?:\w+\s+)?(?:(?:информ)?агентств\w*\s+)?[«\"]?"
        ),
        r"",
    ),
    (
        "ru",
        (
            r"\b(?:[Пп]о\s+(?:данным|информации|сообщению)|со\s+ссылкой\s+на|[Кк]орреспондент\w*|[Аа]гентств\w*)\s+"
            r"(?:агентств\w*\s+)?[«\"]?"
        ),
        r"",
    ),
    ("ru", r"(?:\A|\n)[А-ЯЁІЇЄҐ][^\n]{1,40}\s[-–—]\s*", r"\.\s+(?=[А-ЯЁІЇЄҐ])"),  # МОСКВА, 20 ноя — РИА Новости. Мост
    ("ru", r"(?:\.|\n)\s*/?", r"\s*(?:/\.?|\.)\s+(?=[А-ЯЁІЇЄҐ])"),  # МОСКВА, 20 ноября. /ТАСС/.
    (
        "uk",
        (
            r"\b(?:повідомля(?:є|ють)|повідоми(?:в|ла|ли|ло)|переда(?:є|ють|в|ла|ло)|пише|заяви(?:в|ла|ли)|розпові(?:в|ла)|сказа(?:в|ла))\s+"
            r"(?:в\s+(?:інтерв.ю|коментарі)\s+)?(?:\w+\s+)?(?:агентств\w*\s+)?[«\"]?"
        ),
        r"",
    ),
    (
        "uk",
        (
            r"\b(?:[Зз]а\s+(?:даними|інформацією|повідомленням)|[Зз]\s+посиланням\s+на|[Кк]ореспондент\w*|[Аа]гентств\w*)\s+"
            r"(?:агентств\w*\s+)?[«\"]?"
        ),
        r"",
    ),
    ("ar", r"(?:\A|\n)[\u0600-\u06ff ]{2,30}/[ \t]*", r"[ \t]*(?:\n|\Z)"),  # إسطنبول / الأناضول
    ("ar", r"(?:لوكالة|وكالة)\s+(?:الأنباء\s+|أنباء\s+|الصحافة\s+)?(?:ال\S{3,12}\s+)?[\"«(]?", r""),
    ("ar", r"(?:قال|قالت|ذكرت|أفادت|نقلت|أوردت|بحسب|حسب|وفق|عن|مراسل)\s+", r""),
    ("ar", r"(?:قال|قالت|صرح|صرحت|أكد|أكدت|أوضح|أوضحت|أضاف|أضافت)\s+(?:\S+\s+){0,4}(?:ل|إلى\s)", r""),
    ("ur", r"(?:خبر\s+رساں\s+(?:ادارے|ایجنسی|ادارہ)|نیوز\s+ایجنسی|ایجنسی)\s+[\"«'‘]?", r""),
    ("ur", r"(?:\A|\n)[^\n]{0,40}\(\s*", r"\s*\)\s*:?\s*(?=[\u0600-\u06ff])"),  # لاہور (اے ایف پی) پاکستان
    ("ur", r"", r"\s+(?:سے\s+(?:بات|گفتگو)|کو\s+بتایا|کے\s+مطابق|کی\s+رپورٹ|نے\s+(?:بتایا|رپورٹ|خبر))"),
    ("tr", r"", r"['’]?\w{0,8}\s+(?:haberine|muhabirine|muhabirlerine|bildirdiğine|aktardığına|verdiği\s+habere)\b"),
    ("hi", r"(?:समाचार\s+एजेंसी|एजेंसी)\s+", r""),
    ("hi", r"", r"\s+(?:के\s+अनुसार|को\s+बताया|से\s+(?:बात|कहा)|की\s+रिपोर्ट)"),
    ("zh", r"(?:据|據|告诉|對|对|向)", r""),
    ("zh", r"[（(【]?", r"(?:[\u4e00-\u9fff]{2,6}\d{1,2}月)?(?:\d{1,2}日)?(?:电|電|讯|訊)"),  # 新华社北京9月3日电
    ("zh", r"", r"(?:\d{1,2}月)?(?:\d{1,2}日)?(?:记者)?(?:报道|報道|報導|消息|援引)"),
    ("zh", r"(?:来源|稿源|來源)\s*[:：]\s*", r""),
    ("ja", r"【[^【】\n]{1,12}", r"(?<=】)"),  # 【ワシントン共同】
    ("ja", r"", r"(?<=）)(?=\s*(?:\n|\Z))"),  # 閉鎖された。（共同）
    ("ko", r"\([^()\n]{1,12}=\s*", r"\s*\)"),  # (서울=연합뉴스)
    ("ja", r"", r"(?:によると|が報じた|に語った|に対し)"),
)

# What makes a name behind it the credit of a picture: the words that begin its line, or the one above if nothing else stands there.
PICTURES = (
    r"(?:\A|\n)\W*(?:[Ff]ile\s+|FILE\s+)?(?:[Pp]hotos?|PHOTO|[Pp]hotographs?|[Pp]ictures?|[Ii]mages?|[Vv]ideo|[Ff]otos?|[Ff]otografía|Bild|Bilder|Imagen"
    r"|Imagem|Immagine|Beeld|Kuva|Zdjęcie|Fot\.|Fotó|Fotoğraf|Φωτογραφία|Фото|صورة|الصورة|عکس|תמונה|צילום|写真|图片|圖片|사진)(?:\s+[Cc]redits?)?"
    r"\s*(?:(?::|by\b|von\b|par\b|de\b|di\b|por\b|od\b|van\b|©|/|：)[^\n]*|[:：]\s*)\Z"
)

# What stands where an address names its author: …/author/afp-3
AUTHOR_ADDRESS = r"/(?:authors?|by|agency|agencies|sources?|profile|writers?)/(?:[\w-]*-)?(?P<agency>{agencies})(?:-\d+)?(?![\w])"

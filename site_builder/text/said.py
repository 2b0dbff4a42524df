"""Do words between dashes, inside quotation marks, say who speaks? — сказала она; —recuerda el ministro Juan Pérez; – odparł Kowalski.

Verbs that are met often are listed. Others are told by form: by their ending where a language has one for it, by the article and the name
that follow at once, by the sign before the dash or the full stop before the closing one, none of which an aside has.
"""

from __future__ import annotations

from collections.abc import Sequence

from site_builder.text.incises import FRENCH_DOES, FRENCH_SAYS, ITALIAN_SAID

# The beginnings of verbs behind a sign, where nothing else would begin so: Мы устали, — сказала она.
BEHIND_A_SIGN = tuple(
    (
        "сказа каза заяви сообщи подчеркну подчеркива отмети отмеча добави добавля поясни поясня рассказа рассказыва уточни уточня "
        "утвержда счита говор пиш написа ответи отвеча спроси спрашива призна напомни напомина объясни объясня предупреди предупрежда "
        "цитир приво переда констатир резюмир заключи продолж вспомина вспомни возмути возмуща возраз указа указыва обеща пообещ настаива "
        "настоя полага перечисл комментир прокомментир рассужда жалу пожалова отреза парир сетова сету посетова высказ предполож "
        "предполага завери заверя обвин призва призыва удивл удиви недоуме делится поделил вздыха вздохну пошути шути подтверд опроверг "
        "опроверга вырази выража негод доклад доложи сокруша воскли крикну крича закрича прошепта усмехну улыбну раскры раскрыва уверя "
        "увере убежд полаг замети замеча критик раскритик потребова требу бросил откликну отозва подыто резюм делит отреаг "
        "повідоми повідомля наголоси наголошу зазначи зазнача дода розпові вважа каж відпові запита визна нагада нагаду попереди "
        "попереджа підкресли підкреслю цитує запевни запевня вказа вказу обіця пообіця наполяг перекон зауваж пригада пригаду згаду згада "
        "стверджу прокомент комент констату підсум резюму підтверд спросту скарж поскарж бідка дивує здиву діли поділи заклик наріка "
        "обурю обури відзнач припуст звинувач пожарт жарту зітха зітхну писа розпит уточню пояснює розмір вигукну посочи обясн подчерта"
    ).split()
)
# Without a sign too: their beginnings, and the whole words.
BEGINNINGS = tuple(
    (
        "powiedzia mówi stwierdz dodał dodaj dodaw oświadcz podkreśl zaznacz zapewni wyjaśni przekonywa przekonuj ocenił oceni tłumacz "
        "zapyta napisa zauważy zauważa przyzna odpowiad odpowiedz odpar twierdz uważa poinformow informuj ostrzeg relacjonow relacjonuj "
        "opowiada opowiedz wspomin komentow komentuj skomentow żali apelow apeluj zaapelow argumentow argumentuj wskazał wskazuj wskazyw "
        "zwróci zwraca przypomni przypomina zadeklarow deklarow deklaruj kwitow kwituj skwitow rzucił grzmia grzmi ujawni podsumow wylicz "
        "żartow żartuj zażartow pisał pytał zaprotestow krzykn wykrzykn westchn wzdych obiecuj obiecał obiecywał zapowiedzi zapowiada "
        "nalega dziwi zdziwi ocenia "
        "řekl uvedl dodal prohlásil vysvětlil upozornil podotkl připomněl zdůraznil odpověděl odmítl sdělil popsal konstatoval povedal "
        "vysvetlil zdôraznil pripomenul odpovedal"
    ).split()
)
SPOKE = frozenset(
    (
        "dijo dijeron dice dicen afirmó afirmaron declaró aseguró asegura señaló señala explicó añadió añade agregó indicó advirtió "
        "sostuvo respondió preguntó manifestó subrayó insistió reconoció lamentó contó comentó apuntó destacó admitió denunció reiteró "
        "concluyó precisó puntualizó sentenció zanjó matizó resumió opinó relató detalló expresó expuso replicó contestó ironizó criticó "
        "exigió aclaró informó anunció remarcó argumentó confesó narró recordó "
        "disse disseram afirmou declarou acrescentou contou ressaltou destacou reiterou respondeu perguntou alertou lamentou criticou "
        "avaliou completou concluiu defendeu argumentou garantiu revelou relatou comentou admitiu lembrou questionou observou frisou "
        "sublinhou reforçou confessou pontuou salientou apontou mencionou indagou explicou afirma explica conta cuenta spiega sottolinea "
        "racconta aggiunge spiegò dichiarò affermò aggiunse rispose "
        "spune mondta közölte kijelentette fogalmazott uviedol uviedla kazao kazala rekao rekla "
        "είπε είπαν δήλωσε τόνισε πρόσθεσε υπογράμμισε ανέφερε σημείωσε εξήγησε επεσήμανε απάντησε υποστήριξε διευκρίνισε"
    ).split()
)
# Those that may be another word, or are said of what happens too: with an article, a pronoun or a name right behind them.
SPEAKS = {
    "es": (
        "explica advierte sostiene responde insiste reconoce lamenta recuerda comenta apunta destaca admite denuncia reitera concluye "
        "precisa opina relata detalla expresa replica contesta critica criticaba exige aclara informa anuncia argumenta confiesa narra "
        "resume matiza zanja sentencia subraya agrega indica manifiesta declara pregunta queja defiende ironiza apostilla remacha sugiere "
        "cree considera promete asevera bromea celebra protesta confirma recalca reclama decía contaba explicaba recordaba recuerdan "
        "explican aseguran"
    ),
    "pt": (
        "diz dizem alerta lamenta avalia defende garante relata lembra pontua acrescenta ressalta destaca reitera responde pergunta "
        "critica completa conclui argumenta revela comenta admite questiona observa frisa sublinha reforça confessa salienta aponta "
        "acredita explicam afirmam contam contava explicava"
    ),
    "it": (
        "dice commenta conclude ribadisce osserva avverte sostiene ammette attacca replica continua prosegue ricorda rivendica assicura "
        "precisa denuncia scrive evidenzia dichiara afferma risponde chiarisce confida promette insiste chiede domanda dicono spiegano "
        "raccontano affermano taglia tuona rilancia incalza sospira"
    ),
    "fr": " ".join(word for word in f"{FRENCH_SAYS}{FRENCH_DOES}".replace("\n", "|").split("|") if word.isalpha())
    + " disent expliquent assurent affirment estiment racontent ajoutent",
    "el": (
        "λέει λένε δηλώνει τονίζει προσθέτει υπογραμμίζει αναφέρει σημειώνει εξηγεί υποστηρίζει επισημαίνει απαντά λέγει ρωτά παραδέχεται "
        "έλεγε εκτίμησε κατέληξε ρώτησε παραδέχθηκε κατήγγειλε"
    ),
    "bg": (
        "каза казва заяви заявява коментира посочи посочва обясни обяснява добави добавя твърди разказва разказа подчерта подчертава "
        "отбеляза отбелязва допълни допълва уточни уточнява смята сподели споделя предупреди предупреждава призна признава попита "
        "отговори изтъкна припомни увери настоя пише написа обеща"
    ),
    "ro": "spune afirmă declară explică adaugă precizează povestește susține subliniază",
}
ARTICLES = {
    "es": "el la los las un una su él ella ellos ellas",
    "pt": "o a os as um uma seu sua ele ela eles elas",
    "it": "il lo la i gli le un uno una lui lei suo sua",
    "fr": "le la les un une son sa ses ce cet cette",
    "el": "ο η οι το ένας μια",
    "bg": "той тя те",
    "ro": "el ea",
}
ROMANCE = frozenset(" ".join(SPEAKS[language] for language in ("es", "pt", "it", "fr", "ro")).split()) | {
    word for word in SPOKE if word.isascii() or word[-1] in "óò"
}
SUBJECTS: dict[str, set[str]] = {}  # by verb, what stands right behind it
for _language, _verbs in SPEAKS.items():
    for _verb in _verbs.split():
        SUBJECTS.setdefault(_verb, set()).update(ARTICLES[_language].split())
ENGLISH_TOO = frozenset("accuse assure conclude expose note observe relate replica resume".split())  # an article must stand behind them
HELPERS = frozenset("a ont avait ha hanno aveva han había".split())
PAIRS = frozenset(  # a verb that is said in two words
    (
        "tette hozzá",
        *(f"ha {word}" for word in (*"dicho señalado afirmado asegurado explicado añadido".split(), *ITALIAN_SAID.split("|"))),
        *(f"a {word}" for word in "déclaré dit affirmé ajouté expliqué indiqué précisé assuré estimé lancé".split()),
        *(f"a {word}" for word in "spus declarat adăugat afirmat precizat".split()),
    )
)
PARTICIPLES = frozenset(
    (
        "dicho escrito expuesto detto scritto risposto ammesso promesso chiesto dit écrit admis promis répondu reconnu soutenu conclu "
        "averti réagi poursuivi prévenu renchéri"
    ).split()
)
PARTICIPLE = ("é", "ado", "ido", "ato", "ito", "uto")
DEFINITE = frozenset("el los las la il lo gli o os le les ο η οι".split())
ENDINGS_OF_PAST = ("ó", "ò", "ou", "ceu", "deu", "veu", "tiu", "riu", "ił", "ał", "ął", "eł", "ył", "iła", "ała", "ęła", "yła")
CYRILLIC_ENDINGS = tuple(
    "ал ала али ил ила или ел ела ели ул ула ули ял яла яли ыл ыла ыли ает яет ует юет ают яют уют ав ив ув ає яє ує ють".split()
)
OF_OTHER_PERSONS = ("ю", "у", "юсь", "усь", "те", "тесь", "я")  # I and you: — признаюсь, —; with those that say how: — говоря честно, —
# Words that end or stand so and are no verbs of saying: what begins an aside.
NO_VERB = frozenset(
    (
        "and but or nor yet so the a an as at by for from in into of on to with without under over after before like unlike not even only "
        "just also if when while where which who whose that this these those it he she they we you thou is are was were be been has have "
        "had especially including such both all no one two three many most some more than then there here my our your his her their its "
        "nie tylko und aber oder denn auch nicht nur nach mit von für im in an auf aus bei zu der die das den dem des ein eine er sie es "
        "wir ich ist "
        "y e o u ni pero sino aunque porque pues que como cuando donde si con sin de del en por para a ante bajo contra desde entre hacia "
        "hasta según sobre tras durante mediante excepto salvo menos más incluso incluido incluida también tampoco ya aún todavía solo "
        "sólo todo toda todos todas casi siempre nunca ahora luego ayer hoy es era son eran fue fueron ser siendo sea está están estaba "
        "estaban hay había ha han tiene tenía viene vino quiere sabe puede va voy creo vamos gracias mi tu su nuestro ese esa eso ese "
        "aquel este esta "
        "mas ou se com sem do da no na em ao até também só apenas mesmo inclusive foi são eram seu meu teu estou sou vou dou graças nem "
        "ma però anche pure se con senza di da per fra tra su nel nella dal dalla come quando dove che chi tutto tutta tutti tutte "
        "persino compreso compresa soprattutto oltre dopo contro verso ecco è era sono erano fu ciò può solo già ancora quasi sempre mai "
        "tranne "
        "et mais ou où donc or ni car comme si avec sans sous sur dans chez par pour vers contre entre depuis pendant selon malgré même "
        "aussi tout toute tous toutes seul seule seuls surtout voici voilà c’est c'est est était sont étaient fut vive merci sauf hormis "
        "outre pas non plus jamais nemmeno neppure neanche mica siquiera "
        "i a ale lub albo ani ni że żeby czy czyli jeśli jak w we na z ze do od po o u przy przez dla bez nad pod przed za był była byli "
        "były jest są cały cała mały mała biały biała stały stała zły zła miał miała artykuł zespół generał kanał materiał udział wydział "
        "oddział kościół dał dała cud go ją je ich to "
        "и или а но да не ни же ли если как что чтобы когда где кто чей это то так в во на с со к ко из за от до о об по при про для без "
        "над под перед между через все вся всё весь сам сама даже был была было были есть нет генерал адмирал капрал маршал капитал "
        "материал журнал канал финал скандал отдел предел стол стул тыл солдат депутат кандидат дипломат адвокат брат визит кредит школа "
        "сила начала дела дали детали села тела слила скала мог могла могли стал стала стали "
        "або чи але та й і що щоб коли де хто це є був була було були немає вів "
        "και ή αλλά όμως όπως όταν αν μόνο ακόμη ακόμα όλη όλος όλοι όλες ολόκληρη ούτε είναι ήταν σαν με για από σε προς κατά μετά χωρίς "
        "не и но а че ако като когато"
    ).split()
)
ASIDES = frozenset(  # of the form of a verb, and said by the speaker
    (
        "кажется разумеется думается помнится получается оказывается считается значит может бывает называется является знает будет "
        "казалось оказалось здається виявляється вважається означає розуміється буває"
    ).split()
)
ADVERBS = ("mente", "ment")
GREEK = frozenset("ο η οι".split())
SKIPPED = NO_VERB - HELPERS - {"se"}
TITLED = DEFINITE | frozenset("a as un una de del do da di des du d la y e et i".split())  # within a title
ELIDED = ("l'", "l’")
INVERTED = ("-t-il", "-t-elle")
ABBREVIATED = 4  # letters, with the full stop
STOPS = ".,;:!?…"
TITLE = 5  # words between a verb and a name
LONGEST = 20  # words of a clause whose verb is told by its form


def is_listed(word: str) -> bool:
    """Whether a word is one of the verbs listed."""
    return word in SPOKE or word in SUBJECTS or word.startswith(BEGINNINGS) or _is_behind_a_sign(word)


def begins_listed(words: Sequence[str], *, sign: bool) -> bool:
    """Whether words begin with a listed verb. `sign`: one stands before the dash, without which Cyrillic verbs are the sentence's."""
    first = words[0].rstrip(STOPS)
    if first in SPOKE or first.startswith(BEGINNINGS) or first.endswith(INVERTED) or (sign and _is_behind_a_sign(first)):
        return True
    if len(words) == 1 or not (first in SUBJECTS or first in HELPERS or first in ("se", "tette")):
        return False
    if first == "se":
        return begins_listed(words[1:], sign=sign)
    second = words[1].rstrip(STOPS)
    if first in SUBJECTS:
        return second in SUBJECTS[first] or second.startswith(ELIDED) or (first not in ENGLISH_TOO and _is_named(words[1:]))
    return f"{first} {second}" in PAIRS


def has_form(words: Sequence[str], *, sign: bool, ended: str) -> bool:
    """Whether words between two dashes have the form of what says who speaks.

    `sign`: one stands before the first dash; `ended`: the sign before the second.
    """
    words = words[1:] if words[0] == "se" else words
    first, named = words[0].rstrip(STOPS) if words else "", _is_named(words[1:])
    if not first[:1].islower() or len(words) > LONGEST or not _is_one_clause(words):
        return False
    if first in HELPERS:
        return len(words) > 2 and (words[1] in PARTICIPLES or words[1].endswith(PARTICIPLE)) and _is_named(words[2:])
    if first in NO_VERB or first.endswith(ADVERBS):
        return False
    if _is_cyrillic(first) and sign:
        return _has_ending(first) and (named or (bool(ended) and len(words) > 1))
    if ended == ".":
        return named or first.endswith(ENDINGS_OF_PAST)
    return (named and first.endswith(ENDINGS_OF_PAST)) or _is_titled(words[1:])


def _is_cyrillic(word: str) -> bool:
    return word[:1] >= "Ѐ"


def _is_behind_a_sign(word: str) -> bool:
    """Whether a Cyrillic word is a listed verb, said of somebody else."""
    if not _is_cyrillic(word) or not word.startswith(BEHIND_A_SIGN) or word in ASIDES:
        return False
    return word.endswith("ся") or not word.endswith(OF_OTHER_PERSONS)


def _has_ending(word: str) -> bool:
    return word not in ASIDES and word.removesuffix("ся").removesuffix("сь").endswith(CYRILLIC_ENDINGS)


def _is_one_clause(words: Sequence[str]) -> bool:
    """Whether no sentence ends before the last word; initials and short forms do not count."""
    return not any(word[-1] in ".!?…" and len(word) > ABBREVIATED for word in words[:-1])


def _is_named(words: Sequence[str]) -> bool:
    """Whether words begin with a name, or with a title and a name."""
    for word in words[:TITLE]:
        if word[0].isupper():
            return True
        if not word[-1].isalnum() or (word in NO_VERB and word not in TITLED):
            return False
    return False


def _is_titled(words: Sequence[str]) -> bool:
    """Whether words begin with an article, a title and a name, as a subject behind its verb: el ministro Juan Pérez, ο Παππάς."""
    if len(words) < 2 or not (words[0] in DEFINITE or words[0].startswith(ELIDED)):
        return False
    if words[0].startswith(ELIDED):
        return words[0][2:3].islower() and _is_named(words[1:])
    return _is_named(words[1:]) and (words[1][0].islower() or words[0] in GREEK)

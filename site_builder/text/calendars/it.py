"""Italian: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple("lunedì martedì mercoledì giovedì venerdì sabato domenica".split()),
    months=tuple("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre".split()),
    numbers=tuple("un['ao]?|uno due tre quattro cinque sei sette otto nove dieci undici dodici".split()),
    stems=tuple(
        (
            "Ieri unedì artedì ercoledì iovedì enerdì abato omenica ieri ggi omani sera mattina amani notte ettiman mese mesi "
            "Mese Mesi Anno anno anni giorn ennaio ebbraio arzo prile aggio iugno uglio gosto embre ttobre"
        ).split()
    ),
    phrases=(
        ("day:-2", "l['’]altroieri|l['’]altro ieri|avantieri"),
        ("day:2", "dopodomani"),
        ("day:-1", "ieri(?: (?:sera|mattina|notte))?"),
        ("day:0", "oggi|stasera|stamattina|stamani|stanotte"),
        ("day:1", "domani(?: (?:sera|mattina))?"),
        ("week:-1", "(?:la )?(?:scorsa settimana|settimana (?:scorsa|passata))"),
        ("week:0", "questa settimana"),
        ("week:1", "(?:la )?(?:prossima settimana|settimana prossima)"),
        ("month:-1", "(?:lo |il )?(?:scorso mese|mese (?:scorso|passato))"),
        ("month:0", "questo mese"),
        ("month:1", "(?:il )?(?:prossimo mese|mese prossimo)"),
        ("year:-1", "(?:lo |l['’])?(?:scorso anno|anno (?:scorso|passato))"),
        ("year:0", "quest['’]anno"),
        ("year:1", "(?:il |l['’])?(?:prossimo anno|anno prossimo)"),
        ("ago:day", "{n} giorn[oi] fa"),
        ("ago:week", "{n} settiman[ae] fa"),
        ("ago:month", "{n} mes[ei] fa"),
        ("ago:year", "(?:{n} |un['’])ann[oi] fa"),
        ("weekday:-1", "(?:lo )?(?:{weekday} scors[oa]|scors[oa] {weekday})"),
        ("weekday:1", "(?:{weekday} prossim[oa]|prossim[oa] {weekday})"),
        ("weekday:0", "quest[oa] {weekday}"),
        ("weekday", "{weekday}(?: (?:sera|mattina|notte|pomeriggio))?"),
        ("named:-1", "(?:lo )?(?:{month} scorso|scorso {month})"),
        ("named:1", "(?:{month} prossimo|prossimo {month})"),
        ("named", r"(?:a|in|nel mese di) {month}(?! (?:del )?\d)"),
    ),
    never=(
        "(?:da |dal |dalla )?{weekday} (?:a|al|alla|fino a) {weekday}",
        r"(?:[Oo]gni|[Ii]l|[Ll]a|[Ii]|[Tt]utti i|[Tt]utte le|[Uu]n|[Uu]na|di|fino a|entro) {weekday}|{weekday},? \d{1,2}",
        "(?:[Vv]enerdì|[Gg]iovedì|[Ss]abato) [Ss]anto|(?:[Mm]artedì|[Gg]iovedì) [Gg]rasso|[Mm]ercoledì delle [Cc]eneri",
        "[Dd]omenica delle [Pp]alme|Domenica In|di (?:oggi|domani|ieri)|[Oo]ggi come oggi|fino a oggi",
        r"(?:[Pp]iù|[Mm]eno) di {n} \w+ fa",
    ),
    future=r"sarà|saranno|dovrà|dovrebbe|previst[oaie]|deve|avrà|\w+(?:rà|ranno)|sta per",
    past=(
        r"ha|hanno|era|erano|fu|furono|aveva|avevano|disse|(?:è|sono) (?:stat[oaie]|mort[oaie]|\w+(?:at|it|ut|ess|ert)[oaie])"
        r"|\w+(?:ato|ito|uto|ò|arono|irono)|dal"
    ),
    present="è|sono|resta|restano|vive|vivono|ancora",
    saying="detto|dichiarato|affermato|annunciato|spiegato|aggiunto|scritto|riferito|sottolineato|disse|confermato|secondo",
    year="nel|nel corso del|nell['’]anno|dal",
    to="al(?:l['’])?|fino al(?:l['’])?",
    both="e",
    between="(?:tra|fra) (?:il|l['’])",
    behind=(
        ("-1", "dell['’](?:anno (?:scorso|passato))|dello scorso anno"),
        ("0", "di quest['’]anno"),
        ("1", "(?:dell['’]anno prossimo|del prossimo anno)"),
        ("last", r"scorso|u\.s\."),
        ("next", "prossimo"),
        ("?", "dell['’]anno (?:precedente|seguente|successivo)|dello stesso anno"),
    ),
    leading=(
        ("last", "scorso"),
        ("next", "prossimo"),
    ),
)

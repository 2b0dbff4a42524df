"""French: what it says for dates."""

from site_builder.text.calendar import Calendar

CALENDAR = Calendar(
    weekdays=tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    months=tuple(
        (
            r"janvier|janv\. février|févr?\. mars avril|avr\. mai juin juillet|juil\. août septembre|sept\. octobre|oct\. "
            r"novembre|nov\. décembre|déc\."
        ).split()
    ),
    numbers=tuple("une? deux trois quatre cinq six sept huit neuf dix onze douze".split()),
    stems=(
        "un an",
        *(
            "undi ardi ercredi eudi endredi amedi imanche hier Hier jour main matin soir midi emaine mois prochain année "
            "derni prochain passé ans janv anvier évr fév Fév mars avril avr. mai juin juil août embre ctobre sept. oct. nov. "
            "déc."
        ).split(),
    ),
    phrases=(
        ("day:-2", "avant-hier"),
        ("day:2", "après-demain"),
        ("day:-1", "hier(?: (?:soir|matin))?"),
        ("day:0", "aujourd['’]hui|ce (?:matin|soir)|cet après-midi"),
        ("day:1", "demain(?: (?:soir|matin))?"),
        ("week:-1", "(?:la )?semaine (?:dernière|passée)"),
        ("week:0", "cette semaine"),
        ("week:1", "(?:la )?semaine prochaine"),
        ("month:-1", "(?:le )?mois (?:dernier|passé)"),
        ("month:0", "ce mois-ci"),
        ("month:1", "(?:le )?mois prochain"),
        ("year:-1", "l['’](?:an(?:née)? (?:derni(?:er|ère)|passée?))"),
        ("year:0", "cette année"),
        ("year:1", "l['’](?:an(?:née)? prochaine?)"),
        ("ago:day", "il y a {n} jours?"),
        ("ago:week", "il y a {n} semaines?"),
        ("ago:month", "il y a {n} mois"),
        ("ago:year", "il y a {n} (?:ans|années?)|il y a un an"),
        ("weekday:-1", "{weekday} (?:dernier|passé)"),
        ("weekday:1", "{weekday} prochain"),
        ("weekday:0", "ce {weekday}"),
        ("weekday", "{weekday}(?: (?:soir|matin|après-midi))?"),
        ("named:-1", "(?:en )?{month} dernier"),
        ("named:1", "(?:en )?{month} prochain"),
        ("named:0", "ce mois de {month}"),
        ("named", r"(?:en |au mois de |d['’]|début|fin|mi-?){month}(?! \d)"),
    ),
    never=(
        "{weekday} (?:au|jusqu['’]au) {weekday}",
        "(?:[Ll]e|chaque|[Tt]ous les|un|jusqu['’]à|avant|d['’]ici(?: à)?) {weekday}(?! (?:dernier|prochain|passé))|{weekday}s",
        r"{weekday},? (?:le )?\d{1,2}",
        "(?:[Mm]ardi gras|[Vv]endredi [Ss]aint|Black Friday|[Jj]eudi [Nn]oir|[Ll]undi de Pâques|Jour du Seigneur|Journal du [Dd]imanche)",
        "(?:au cours|courant|durant|pendant|depuis) (?:de )?l['’]an(?:née)? (?:derni(?:er|ère)|passée?)|d['’]hier(?! soir| matin)",
        r"du lendemain|d['’]aujourd['’]hui|[Ii]l y a (?:plus|moins|près|environ|au moins) d(?:e |['’]){n} \w+|[Dd]e demain",
        "{weekday} à {weekday}",
    ),
    future=r"sera|seront|va|vont|doit|doivent|devrait|devraient|prévue?s?|aura|auront|\w+er(?:a|ont)|prévoit|d'ici",
    past=(
        r"a|ont|avait|avaient|était|étaient|fut|furent|eut|dit|depuis"
        r"|(?:est|sont|s[’']est|se sont) (?!prévu|prêt)(?:mort|\w+(?:é|i|u|is))e?s?"
        r"|\w+(?:èrent|ées?|aient)"
    ),
    present="est|sont|reste|restent|vit|vivent|demeure|compte|encore",
    saying="dit|déclaré|affirmé|annoncé|indiqué|assuré|expliqué|écrit|ajouté|confié|précisé|averti|estimé|confirmé|selon",
    year="en|en l'an|l'année|fin|début",
    to="au|jusqu['’]au",
    both="et",
    between="entre le",
    behind=(
        ("-1", "(?:de )?l['’]an(?:née)? (?:derni(?:er|ère)|passée?)"),
        ("0", "(?:de )?cette année"),
        ("1", "(?:de )?l['’]an(?:née)? prochaine?"),
        ("last", "dernier"),
        ("next", "prochain"),
        ("?", "passé|de l['’]année (?:précédente|suivante)|de la même année"),
    ),
)

"""A made-up newsroom of any size: articles, and dossiers on them. The same size gives the same words, and each part is made on its own.

For N articles: N/5 dossiers with a story of about 190 words, 6 citations, 5 sources, 12 quotes, 6 figures, 6 reactions and 5 events;
3N/5 actors, of whom a few are heard everywhere (Zipf and Mandelbrot's law); at most 60 outlets. An article has 20 paragraphs of
470 words in all.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

SOURCES = 5  # of a dossier
OWN, HEARD = 3, 5  # actors of whom a dossier speaks: its own, and those whom all speak of
WITH_ASIDE = 0.5  # paragraphs that say more than they must
BORROWED = 0.2  # dossiers of which a source is another one's too
OUTLETS = 60
KINDS = ["direct"] * 5 + ["figure"] * 4 + ["indirect"] * 4 + ["plain"] * 7
FIRST_DAY, DAYS = dt.date(2019, 1, 7), 2500

FIRST = """Agnieszka Åsa Bálint Brynja Çiğdem Damir Élodie Eoghan Fátima Gülay Héctor Ilse Ísold Jarosław Jürgen Käthe Kęstutis Lluís Mağıt
Mariana Miloš Ngozi Nevena Óscar Øyvind Pilar Ragnhild Raphaël Saoirse Sigurður Štěpán Teréz Þorvaldur Uroš Vítor Žofia Albert Beatrice
Conrad Dorothy Edgar Florence Gordon Harriet Isaac Josephine Kenneth Lydia Martin Teresa Дарина Микола""".split()
LAST = """Aalto Almeida Bjørnstad Błaszczyk Çelik Côté Dąbrowski Durović Eklöf Erdoğmuş Fjeldstad Gößmann Guðjónsson Hernández Hrubý Ibáñez
Jónsdóttir Kılıç Kjærgaard Krüger Lévesque Łuczak Mikkonen Mutlu Niță Özdemir Pålsson Quiñones Řezníček Sá Šťastný Świątek Thorén Umaña
Váradi Vučić Weiß Yıldırım Zieliński Ashworth Barlow Crawford Delaney Ellison Farrell Goodwin Holloway Ingram Jarvis Kendrick Langley
Mercer Norwood Osborne Prescott Radcliffe Sinclair Thornton Whitaker Бондар Мельник""".split()
ROLES = "head of office|deputy mayor|surveyor|geologist|union secretary|defence lawyer|district nurse|treasurer|harbour master|historian"
PLACES = (
    "Åbo|Bergen|Cádiz|Częstochowa|Düsseldorf|Esbjerg|Funchal|Győr|Hafnarfjörður|İskenderun|Kaunas|Liège|Lviv|Málaga|Nîmes|Pärnu|"
    "Šibenik|Tübingen"
)
BODIES = (
    "Water Board|Housing Office|Transport Agency|Fisheries Council|Court of Auditors|Railway Union|Weather Service|Chamber of Trade|"
    "Fire Brigade|Nurses’ Association|Land Registry|Museum Trust|Border Police|Patients’ League|Forest Office|Savings Bank"
)
DID = "halted|praised|delayed|audited|reopened|cancelled|doubted|sold|enlarged|condemned|inspected|funded|reclaimed|privatised|evacuated"
HOW = (
    "ageing|overcrowded|half-built|flooded|listed|oversized|private|vacant|promised|contested|rural|subsidised|mismanaged|restored|"
    "unlicensed|long-delayed|seasonal|regional"
)
WHAT = (
    "bridge|ferry line|clinic|reservoir|school|tram|market hall|quarry|wind farm|landfill|archive|theatre|tunnel|dyke|barracks|nursery|"
    "bakery|cable car|shipyard|observatory|sawmill|greenhouse|prison|stadium|dairy|mine|lighthouse|library|viaduct|allotment"
)
ASIDES = (
    "according to minutes seen by nobody else|to the surprise of most who were present|although nobody says what it will cost|"
    "as residents had asked for years|which the opposition called badly planned|while a second opinion is still missing|"
    "after a long night without a vote|in the hope of another grant"
)
SAID = "said|added|wrote|replied|told the council|complained|announced|repeated"
OPENINGS = (
    "In the meantime|Some weeks before|To make matters worse|Without any notice|On the other hand|Under a new rule|Once again|All the same"
)
COUNTED = (
    "signed petitions|damaged houses|stranded passengers|unpaid invoices|rescued animals|cubic metres of water|open vacancies|felled trees"
)
STANCES = ("supportive", "critical", "neutral", "mixed")
NAMED = "Evening Morning Harbour Valley Northern Southern National County Free Sunday".split()
PAPERS = "Chronicle Dispatch Messenger Anzeiger Correio Dagblad".split()

CLAUSE = [part.split("|") for part in (BODIES, PLACES, DID, HOW, WHAT)]
CLAUSES = len(CLAUSE[0]) * len(CLAUSE[1]) * len(CLAUSE[2]) * len(CLAUSE[3]) * len(CLAUSE[4])


class Paragraph(NamedTuple):
    text: str
    kind: str  # direct, indirect, figure or plain
    words: str  # that can be cited
    day: dt.date  # of which it tells
    actor: int  # who speaks; of no meaning where nobody does
    value: int
    unit: str


class Article(NamedTuple):
    id: str
    title: str
    outlet: int
    author: str
    published: dt.date
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n\n".join(one.text for one in self.paragraphs) + "\n"


class Cited(NamedTuple):
    article: Article
    at: int  # the paragraph, from 0

    @property
    def paragraph(self) -> Paragraph:
        return self.article.paragraphs[self.at]


class Dossier(NamedTuple):
    id: str
    title: str
    updated: dt.date
    sources: tuple[Article, ...]
    story: tuple[str | Cited, ...]  # Markdown with citations in it
    quotes: tuple[Cited, ...]
    figures: tuple[Cited, ...]
    reactions: tuple[tuple[str, Cited], ...]  # with a stance
    events: tuple[Cited, ...]


class Actor(NamedTuple):
    id: str
    name: str
    role: str
    is_person: bool


class Newsroom:
    """N articles and what is said about them."""

    def __init__(self, articles: int) -> None:
        self.articles = articles
        self.dossiers = max(1, articles // SOURCES)
        chance = self._chance("actors", 0)
        self.actors = [_actor(n, chance) for n in range(self.dossiers * OWN)]
        self.outlets = [f"{NAMED[n % len(NAMED)]} {PAPERS[n // len(NAMED)]}" for n in range(min(OUTLETS, 1 + articles // 10))]
        self._heard = list(accumulate(1 / (rank + 11) for rank in range(len(self.actors))))
        self._ranks = chance.sample(range(len(self.actors)), len(self.actors))
        self.article = lru_cache(64)(self._article)

    def _chance(self, what: str, n: int) -> Random:
        return Random(f"{self.articles} {what} {n}")

    def all_articles(self) -> Iterator[Article]:
        return (self.article(n) for n in range(self.dossiers * SOURCES))

    def all_dossiers(self) -> Iterator[Dossier]:
        return (self.dossier(n) for n in range(self.dossiers))

    def _cast(self, dossier: int) -> list[int]:
        """Those who speak in a dossier's articles."""
        chance = self._chance("cast", dossier)
        cast = [dossier * OWN + n for n in range(OWN)]
        while len(cast) < min(OWN + HEARD, len(self.actors)):
            actor = self._ranks[bisect(self._heard, chance.random() * self._heard[-1])]
            if actor not in cast:
                cast.append(actor)
        return cast

    def _article(self, n: int) -> Article:
        chance, cast = self._chance("article", n), self._cast(n // SOURCES)
        published = FIRST_DAY + dt.timedelta(chance.randrange(DAYS))
        clauses = [_clause(picked) for picked in chance.sample(range(CLAUSES), len(KINDS))]
        kinds = chance.sample(KINDS, len(KINDS))
        told = tuple(
            self._paragraph(kind, clause, chance.choice(cast), published, chance) for kind, clause in zip(kinds, clauses, strict=True)
        )
        title = f"{_title(chance)}: {_one(ASIDES, chance)}"
        outlet = min(len(self.outlets) - 1, int(chance.expovariate(4 / len(self.outlets))))
        return Article(f"a{n + 1:06d}", title, outlet, _person(chance), published, told)

    def _paragraph(self, kind: str, clause: str, actor: int, published: dt.date, chance: Random) -> Paragraph:
        day = published - dt.timedelta(chance.randrange(1, 6))
        on, who = f"on {day:%A}", _person(chance)
        aside = f", {_one(ASIDES, chance)}" if chance.random() < WITH_ASIDE else ""
        value, unit = chance.randrange(1_200, 99_000), _one(COUNTED, chance)
        speaker = f"{who}, {_one(ROLES, chance)}"  # not the actor's name: articles that share names are compared with each other
        if kind == "direct":
            last = f"the {_one(WHAT, chance)} is {_one(HOW, chance)} as well"
            words = f"It can’t be that {clause}; {last} — and this {_one(WHAT, chance)} won’t last"
            text = f"“{words},” {_one(SAID, chance)} {speaker}, {on}."
        elif kind == "indirect":
            words = clause + aside
            text = f"{speaker}, {_one(SAID, chance)} {on} that {words}."
        elif kind == "figure":
            words = f"{value:,} {unit}"
            text = f"The {_one(BODIES, chance)} counted {words} {on}{aside}; a day later {clause}."
        else:
            words = f"{clause} {on}"
            text = f"{_one(OPENINGS, chance)}, {words}{aside}."
        return Paragraph(text, kind, words, day, actor, value, unit)

    def dossier(self, n: int) -> Dossier:
        chance = self._chance("dossier", n)
        numbers = [n * SOURCES + k for k in range(SOURCES)]
        if self.dossiers > 1 and chance.random() < BORROWED:
            numbers[-1] = (numbers[-1] + SOURCES * chance.randrange(1, self.dossiers)) % (self.dossiers * SOURCES)
        sources = tuple(self.article(number) for number in numbers)
        places = [Cited(source, at) for source in sources for at in range(len(KINDS))]
        said = [one for one in places if one.paragraph.kind in {"direct", "indirect"}]
        happened = [one for one in places if one.paragraph.kind == "plain"]
        counted = [one for one in places if one.paragraph.kind == "figure"]
        return Dossier(
            f"d{n + 1:05d}",
            _title(chance),
            max(source.published for source in sources) + dt.timedelta(1),
            sources,
            _story(chance.sample(happened, 6), chance),
            tuple(chance.sample(said, 12)),
            tuple(chance.sample(counted, 6)),
            tuple((chance.choice(STANCES), one) for one in chance.sample(said, 6)),
            tuple(chance.sample(happened, 5)),
        )


def _one(of: str, chance: Random) -> str:
    return chance.choice(of.split("|"))


def _person(chance: Random) -> str:
    return f"{chance.choice(FIRST)} {chance.choice(LAST)}"


def _title(chance: Random) -> str:
    return f"The {_one(HOW, chance)} {_one(WHAT, chance)} of {_one(PLACES, chance)}"


def _clause(picked: int) -> str:
    """One of the many things that a body may have done."""
    words = []
    for part in CLAUSE:
        picked, n = divmod(picked, len(part))
        words.append(part[n])
    return "the {} in {} {} the {} {}".format(*words)


def _actor(n: int, chance: Random) -> Actor:
    """A person, or one in four a body. Where the names of all pairs are given away, people have two surnames."""
    if chance.random() < 0.25:
        return Actor(f"actor-{n + 1}", f"{_one(BODIES, chance)} of {_one(PLACES, chance)}", "", is_person=False)
    pair, first = divmod(n, len(FIRST))
    second, last = divmod(pair, len(LAST))
    surname = LAST[(last + first) % len(LAST)] + (f"-{LAST[second % len(LAST)]}" if second else "")
    return Actor(f"actor-{n + 1}", f"{FIRST[first]} {surname}", _one(ROLES, chance), is_person=True)


def _story(cited: list[Cited], chance: Random) -> tuple[str | Cited, ...]:
    """About 190 words of Markdown."""
    one, two, three, four, five, six = cited
    said = [_clause(chance.randrange(CLAUSES)) for _ in range(12)]
    said = [clause[0].upper() + clause[1:] for clause in said]
    return (
        f"{said[0]}, {_one(ASIDES, chance)}. **{said[1]}**, and *{_one(HOW, chance)}* plans were dropped. ",
        one,
        f" {said[2]}.\n\n{said[3]}, {_one(ASIDES, chance)}; {said[10]}. ",
        two,
        f" {said[4]} — {_one(ASIDES, chance)}.\n\n## What is open\n\n- {said[5]}. ",
        three,
        f"\n- {said[6]}, {_one(ASIDES, chance)}. ",
        four,
        f"\n- {said[7]}. {said[11]}.\n\n> {said[8]}, {_one(ASIDES, chance)}. ",
        five,
        f"\n\n{said[9]}, {_one(ASIDES, chance)}; compare `figure {chance.randrange(1, 7)}`, which is not the last word on it. ",
        six,
        "\n",
    )

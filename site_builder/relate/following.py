"""What must be asked anew after an edit, and what came of it."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from functools import lru_cache, partial
from hashlib import blake2b
from itertools import chain, combinations, islice

from msgspec import msgpack
from msgspec.structs import replace

from site_builder.relate import meetings as rule
from site_builder.relate.comparing import LAST_WORD, Answer, Batch, Print, Question, Spoken, compare
from site_builder.relate.crowds import Filing, Unknown, bits_for
from site_builder.relate.edits import SPARE, Edit, Meets
from site_builder.relate.meetings import everywhere_from, meetings, parts_of
from site_builder.relate.rows import Carrier, Compared, Known, Met, Names, Site, Sources, in_order, row_of

SMALL = 512  # sources: of fewer, all meetings are found anew at every edit, in a few ms, and no crowds are kept
MANY = 8  # one in so many sources changed: from there on it is cheaper to find all meetings anew
OWN = 1024  # sources of which the fingerprints are kept as sets
BATCH = 32  # pairs compared at a time

Compares = Callable[[Batch], tuple[Answer, ...]]
Asked = tuple[Question, ...]
Spread = Callable[[Compares, Sequence[Asked], Callable[[Asked], Batch]], Iterable[tuple[Answer, ...]]]


def by_turns(compares: Compares, asked: Sequence[Asked], batch: Callable[[Asked], Batch]) -> Iterator[tuple[Answer, ...]]:
    """Has batches compared one after the other. Each is made when its turn comes, since it holds articles."""
    return map(compares, map(batch, asked))


def spoken_of(one: Known, other: Known) -> Spoken | None:
    """What the editor says of two sources. Where both keys name the pair, `derived_from` holds."""
    if one.carrier is None or other.carrier is None or one.name == other.name:
        return None
    first, second = sorted((one, other), key=lambda known: known.name)
    for key in LAST_WORD:
        for beside, named in ((first, second), (second, first)):
            if named.name in getattr(beside.carrier, key):
                return Spoken(beside.name, named.name, key)
    return None


def _own(rows: Sources, one: int) -> frozenset[int]:
    return rows.source(one).own


class Update:
    """One update of the rows."""

    def __init__(self, drawer: MutableMapping[str, bytes], text: Callable[[str], Print], agencies: tuple[str, ...], spread: Spread) -> None:
        self.rows = Sources(drawer)
        self.text, self.agencies, self.spread = text, agencies, spread
        self.compared: list[Names] = []
        self.anew = False
        self._own = lru_cache(maxsize=OWN)(partial(_own, self.rows))

    # ── from nothing ──

    def begin(self, everything: Mapping[str, Carrier]) -> None:
        """Fills an empty drawer."""
        named_by: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(everything):
            for other in Known(name, everything[name]).names:
                named_by[other].append(name)
        for name in {*everything, *named_by}:
            self.rows.put(Known(name, everything.get(name), tuple(named_by.get(name, ()))))
        for dossier, members in self._dossiers().items():
            self.rows.write(f"dossier/{dossier}", sorted(self.rows.source(one).name for one in members))
        self._all()

    def _dossiers(self) -> dict[str, list[int]]:
        """The sources with a text by dossier; of all that are known."""
        of: defaultdict[str, list[int]] = defaultdict(list)
        for one, known in self.rows.known.items():
            for dossier in known.dossiers if known else ():
                of[dossier].append(one)
        return dict(of)

    def _all(self) -> None:
        """Finds all meetings; compares the pairs that were not compared before."""
        self.anew = True
        readable = sorted(one for one, known in self.rows.known.items() if known and known.readable)
        place = {one: n for n, one in enumerate(readable)}
        prints = [self.rows.source(one).prints for one in readable]
        bits = 0 if len(readable) < SMALL else max(bits_for(len(readable)), parts_of(prints).bit_length() - 1)
        filing = Filing(self.rows.drawer, readable, bits)
        dossiers = self._dossiers()
        numbered = [[place[one] for one in members] for members in dossiers.values()]
        met = meetings(prints, numbered, filing if bits else None)
        for row in self.rows.names("crowd/"):
            if row not in filing.filed:
                self.rows.write(row, None)
        first = tuple(islice((one for one in readable if self.rows.source(one).dossiers), rule.STRANGERS + 1 + SPARE))
        shares = tuple((readable[a], readable[b], *both) for (a, b), both in met.shares.items())
        everywhere = array("Q", sorted(met.everywhere)).tobytes()
        site = Site(
            sources=len(readable), agencies=self.agencies, bits=bits, everywhere=everywhere, usual=met.usual, first=first, shares=shares
        )
        found: dict[Names, Meets] = {}
        for a, b in met.pairs:
            common = tuple(sorted(self._own(readable[a]) & self._own(readable[b]) & met.common))
            found[in_order(*(self.rows.source(readable[n]).name for n in (a, b)))] = Meets(meet=True, common=common)
        for pair in (*self._spoken(), *self._compared()):
            if pair not in found:
                one, other = map(self.rows.named, pair)
                found[pair] = Meets(common=tuple(sorted(one.own & other.own & met.common)))
        self.relate(site, found)

    def _spoken(self) -> Iterator[Names]:
        for known in [known for known in self.rows.known.values() if known]:
            yield from (in_order(known.name, other) for other in known.names if other != known.name)

    def _compared(self) -> Iterator[Names]:
        for row in self.rows.names("met/"):
            met = self.rows.read(row, Met)
            yield from (in_order(met.name, other) for other in met.others)

    # ── from what the last update left ──

    def follow(self, site: Site, changed: Mapping[str, Carrier | None]) -> None:
        """Brings the rows up to date."""
        before = {name: old for name in sorted(changed) if (old := self.rows.named(name)).carrier != changed[name]}
        if not before and site.agencies == self.agencies:
            return
        for name, old in before.items():
            self.rows.put(replace(self.rows.named(name), carrier=changed[name]))
            names = self.rows.named(name).names
            for other in old.names ^ names:
                by = set(self.rows.named(other).named_by)
                self.rows.put(replace(self.rows.named(other), named_by=tuple(sorted(by | {name} if other in names else by - {name}))))
        near = self._moved(before)
        sources = site.sources + sum(self.rows.named(name).readable - old.readable for name, old in before.items())
        if not site.bits or site.agencies != self.agencies or MANY * len(before) > sources or _is_another_size(site.sources, sources):
            self._again()
            return
        try:
            edit = Edit(self.rows, replace(site, sources=sources), before)
            found = edit.touched(near)
            self.relate(edit.site, found)
            edit.crowds.write()
        except Unknown:
            self._again()

    def _again(self) -> None:
        for row in self.rows.names("source/"):
            self.rows.look(int(row.partition("/")[2], 16))
        self._all()

    def _moved(self, before: Mapping[str, Known]) -> set[Names]:
        """The pairs that have come to stand in one dossier of which all are compared, or no longer do."""
        moved: defaultdict[str, set[str]] = defaultdict(set)
        for name, old in before.items():
            for dossier in old.dossiers ^ self.rows.named(name).dossiers:
                moved[dossier].add(name)
        pairs: set[Names] = set()
        for dossier, names in moved.items():
            members = self.rows.members(dossier)
            after = sorted({*members, *names} - {name for name in names if dossier not in self.rows.named(name).dossiers})
            pairs |= _near(members) ^ _near(after)
            self.rows.write(f"dossier/{dossier}", after or None)
        return pairs

    # ── what came of it ──

    def relate(self, site: Site, found: Mapping[Names, Meets]) -> None:
        """Keeps what is to be said of these pairs; compares those of which that is not known."""
        everywhere = frozenset(array("Q", site.everywhere))
        met: dict[str, Met] = {}
        for name in sorted({name for pair in found for name in pair}):
            met[name] = self.rows.find(row_of("met", name), Met) or Met(name, {})
        changed: set[str] = set()
        questions: list[tuple[Question, bytes]] = []
        for (one, other), meets in sorted(found.items()):
            old = met[one].others.get(other)
            spoken = spoken_of(self.rows.named(one), self.rows.named(other))
            if not meets.meet and not spoken:
                if old:
                    del met[one].others[other], met[other].others[one]
                    changed |= {one, other}
                continue
            stamp = self._stamp(one, other, spoken, meets.common)
            if not old or old.stamp != stamp or not _same(old, everywhere):
                questions.append((Question(one, other, spoken, meets.common), stamp))
                changed |= {one, other}
        for (question, stamp), answer in zip(questions, self._answers([one for one, _ in questions], everywhere), strict=True):
            self.compared.append((question.one, question.other))
            compared = _compared(stamp, answer, everywhere)
            met[question.one].others[question.other] = met[question.other].others[question.one] = compared
        for name in changed:
            self.rows.write(row_of("met", name), met[name] if met[name].others else None)
        self.rows.write("site", site)

    def _answers(self, questions: Sequence[Question], everywhere: frozenset[int]) -> Iterator[Answer]:
        def batch(asked: Asked) -> Batch:
            names = dict.fromkeys(name for one in asked for name in (one.one, one.other))
            return Batch(asked, {name: self.text(name) for name in names}, everywhere, self.agencies)

        asked = [tuple(questions[start : start + BATCH]) for start in range(0, len(questions), BATCH)]
        return chain.from_iterable(self.spread(compare, asked, batch))

    def _stamp(self, one: str, other: str, spoken: Spoken | None, common: tuple[int, ...]) -> bytes:
        contents = [known.carrier and (known.readable, known.carrier.content) for known in (self.rows.named(one), self.rows.named(other))]
        return blake2b(msgpack.encode((contents, spoken, self.agencies, common)), digest_size=16).digest()


def _is_another_size(before: int, sources: int) -> bool:
    """Whether a site has grown or shrunk so much that other numbers hold for all of it."""
    return everywhere_from(before) != everywhere_from(sources) or bits_for(before) != bits_for(sources)


def _same(old: Compared, everywhere: frozenset[int]) -> bool:
    """Whether what was asked about what is heard everywhere would be answered alike."""
    if old.asked is None:
        return not everywhere
    return old.heard == array("Q", [one for one in array("Q", old.asked) if one in everywhere]).tobytes()


def _compared(stamp: bytes, answer: Answer, everywhere: frozenset[int]) -> Compared:
    heard = array("Q", [one for one in array("Q", answer.asked or b"") if one in everywhere]).tobytes()
    kinship = answer.kinship
    if not kinship or (not kinship.editor and kinship.kin == "apart"):
        return Compared(stamp, answer.asked, heard)
    return Compared(stamp, answer.asked, heard, kinship.kin, msgpack.encode(kinship))


def _near(members: Iterable[str]) -> set[Names]:
    """The pairs of a dossier of which every one is looked at."""
    listed = sorted(members)
    return set(combinations(listed, 2)) if len(listed) <= rule.DOZENS else set()

"""What must be asked anew after an edit, and what came of it."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations, islice, pairwise

from msgspec import Struct, msgpack
from msgspec.structs import replace

from site_builder.relate import meetings as rule
from site_builder.relate.comparing import LAST_WORD, Answer, Batch, Print, Question, Spoken, compare
from site_builder.relate.crowds import KEPT, Crowd, Crowds, Filing, Unknown, bits_for
from site_builder.relate.families import number
from site_builder.relate.meetings import Pair, everywhere_from, meetings, one_report, parts_of, share, usual
from site_builder.relate.rows import Carrier, Compared, Known, Lost, Met, Rows, Site, row_by, row_of

SMALL = 512  # sources: of fewer, all meetings are found anew at every edit, in a few ms, and no crowds are kept
MANY = 8  # one in so many sources changed: from there on it is cheaper to find all meetings anew
OWN = 1024  # sources of which the fingerprints are kept as sets
BATCH = 64  # pairs compared at a time
SPARE = 100  # sources that stand ready to be asked as strangers when one of the first goes

Names = tuple[str, str]
Compares = Callable[[Batch], tuple[Answer, ...]]
Spread = Callable[[Compares, Iterable[Batch]], Iterable[tuple[Answer, ...]]]


def in_order(one: str, other: str) -> Names:
    return (one, other) if one < other else (other, one)


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


class Meets(Struct, frozen=True):
    """Whether two sources meet, and which set phrases both have."""

    meet: bool = False
    common: tuple[int, ...] = ()


class Update:
    """One update of the rows."""

    def __init__(self, rows: Rows, text: Callable[[str], Print], agencies: tuple[str, ...], spread: Spread) -> None:
        self.rows, self.text, self.agencies, self.spread = rows, text, agencies, spread
        self.compared: list[Names] = []
        self.anew = False
        self._known: dict[int, Known | None] = {}
        self._own = lru_cache(maxsize=OWN)(lambda one: self.source(one).own)

    # ── what is known of the sources ──

    def source(self, one: int) -> Known:
        """The source with this number."""
        found = self._find(one)
        if found is None:
            raise Lost
        return found

    def named(self, name: str) -> Known:
        """What is known of a source, be it nothing but its name."""
        return self._find(number(name)) or Known(name)

    def _find(self, one: int) -> Known | None:
        if one not in self._known:
            self._known[one] = self.rows.find(row_by("source", one), Known)
        return self._known[one]

    def put(self, known: Known) -> None:
        kept = known if known.carrier or known.named_by else None
        self._known[number(known.name)] = kept
        self.rows.write(row_of("source", known.name), kept)

    def members(self, dossier: str) -> list[str]:
        """Those sources of a dossier that have a text."""
        return self.rows.find(f"dossier/{dossier}", list[str]) or []

    # ── from nothing ──

    def begin(self, everything: Mapping[str, Carrier]) -> None:
        """Fills an empty drawer."""
        named_by: defaultdict[str, list[str]] = defaultdict(list)
        for name in sorted(everything):
            for other in Known(name, everything[name]).names:
                named_by[other].append(name)
        for name in {*everything, *named_by}:
            self.put(Known(name, everything.get(name), tuple(named_by.get(name, ()))))
        for dossier, members in self._dossiers().items():
            self.rows.write(f"dossier/{dossier}", sorted(self.source(one).name for one in members))
        self._all()

    def _dossiers(self) -> dict[str, list[int]]:
        """The sources with a text by dossier; of all that are known."""
        of: defaultdict[str, list[int]] = defaultdict(list)
        for one, known in self._known.items():
            for dossier in known.dossiers if known else ():
                of[dossier].append(one)
        return dict(of)

    def _all(self) -> None:
        """Finds all meetings; compares the pairs that were not compared before."""
        self.anew = True
        readable = sorted(one for one, known in self._known.items() if known and known.readable)
        place = {one: n for n, one in enumerate(readable)}
        prints = [self.source(one).prints for one in readable]
        bits = 0 if len(readable) < SMALL else max(bits_for(len(readable)), parts_of(prints).bit_length() - 1)
        filing = Filing(self.rows.drawer, readable, bits)
        dossiers = self._dossiers()
        numbered = [[place[one] for one in members] for members in dossiers.values()]
        met = meetings(prints, numbered, filing if bits else None)
        for row in self.rows.names("crowd/"):
            if row not in filing.filed:
                self.rows.write(row, None)
        first = tuple(islice((one for one in readable if self.source(one).dossiers), rule.STRANGERS + 1 + SPARE))
        shares = tuple((readable[a], readable[b], *both) for (a, b), both in met.shares.items())
        everywhere = array("Q", sorted(met.everywhere)).tobytes()
        site = Site(
            sources=len(readable), agencies=self.agencies, bits=bits, everywhere=everywhere, usual=met.usual, first=first, shares=shares
        )
        found: dict[Names, Meets] = {}
        for one, other in ((readable[a], readable[b]) for a, b in met.pairs):
            common = tuple(sorted(self._own(one) & self._own(other) & met.common))
            found[in_order(self.source(one).name, self.source(other).name)] = Meets(meet=True, common=common)
        for pair in (*self._spoken(), *self._compared()):
            if pair not in found:
                found[pair] = Meets(common=tuple(sorted(frozenset.intersection(*(self.named(name).own for name in pair)) & met.common)))
        self.relate(site, found)

    def _spoken(self) -> Iterator[Names]:
        for known in [known for known in self._known.values() if known]:
            yield from (in_order(known.name, other) for other in known.names if other != known.name)

    def _compared(self) -> Iterator[Names]:
        for row in self.rows.names("met/"):
            met = self.rows.read(row, Met)
            yield from (in_order(met.name, other) for other in met.others)

    # ── from what the last update left ──

    def follow(self, site: Site, changed: Mapping[str, Carrier | None]) -> None:
        """Brings the rows up to date."""
        before = {name: old for name in sorted(changed) if (old := self.named(name)).carrier != changed[name]}
        if not before and site.agencies == self.agencies:
            return
        for name, old in before.items():
            self.put(replace(self.named(name), carrier=changed[name]))
            names = self.named(name).names
            for other in old.names ^ names:
                by = set(self.named(other).named_by)
                self.put(replace(self.named(other), named_by=tuple(sorted(by | {name} if other in names else by - {name}))))
        near = self._moved(before)
        sources = site.sources + sum(self.named(name).readable - old.readable for name, old in before.items())
        if not site.bits or site.agencies != self.agencies or MANY * len(before) > sources or _is_another_size(site.sources, sources):
            self._again()
            return
        try:
            edit = _Edit(self, replace(site, sources=sources), before)
            found = edit.touched(near)
            self.relate(edit.site, found)
            edit.crowds.write()
        except Unknown:
            self._again()

    def _again(self) -> None:
        for row in self.rows.names("source/"):
            self._find(int(row.partition("/")[2], 16))
        self._all()

    def _moved(self, before: Mapping[str, Known]) -> set[Names]:
        """The pairs that have come to stand in one dossier of which all are compared, or no longer do."""
        moved: defaultdict[str, set[str]] = defaultdict(set)
        for name, old in before.items():
            for dossier in old.dossiers ^ self.named(name).dossiers:
                moved[dossier].add(name)
        pairs: set[Names] = set()
        for dossier, names in moved.items():
            members = self.members(dossier)
            after = sorted({*members, *names} - {name for name in names if dossier not in self.named(name).dossiers})
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
            spoken = spoken_of(self.named(one), self.named(other))
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
        for answers in self.spread(compare, self._batches(questions, everywhere)) if questions else ():
            yield from answers

    def _batches(self, questions: Sequence[Question], everywhere: frozenset[int]) -> Iterator[Batch]:
        for start in range(0, len(questions), BATCH):
            asked = tuple(questions[start : start + BATCH])
            names = dict.fromkeys(name for one in asked for name in (one.one, one.other))
            yield Batch(asked, {name: self.text(name) for name in names}, everywhere, self.agencies)

    def _stamp(self, one: str, other: str, spoken: Spoken | None, common: tuple[int, ...]) -> bytes:
        contents = [known.carrier and (known.readable, known.carrier.content) for known in (self.named(one), self.named(other))]
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


class _Edit:
    """What a few changed sources make it necessary to look at."""

    def __init__(self, update: Update, site: Site, before: Mapping[str, Known]) -> None:
        self.update, self.site, self.heard = update, site, frozenset(array("Q", site.everywhere))
        self.crowds = Crowds(update.rows.drawer, site.bits)
        self.before = {number(name): old for name, old in before.items()}
        self.now = {number(name): update.named(name) for name in before}
        self.everywhere = set(self.heard)
        self._own: dict[int, frozenset[int]] = {}

    def own(self, one: int) -> frozenset[int]:
        if one not in self._own:
            self._own[one] = self.update.source(one).own
        return self._own[one]

    def touched(self, near: Collection[Names]) -> dict[Names, Meets]:
        """All pairs of which something else may have to be said, and whether they meet now."""
        first, plain = self._strangers()
        by_crowds = self._follow_crowds()
        self._keep_strangers(first, plain, by_crowds)
        others = {in_order(*(self.update.source(one).name for one in pair)) for pair in by_crowds if self.now.keys().isdisjoint(pair)}
        pairs = {*others, *near, *self._own_pairs(), *self._who_heard()}
        return {pair: self._meets(*map(self.update.named, pair)) for pair in pairs}

    def _strangers(self) -> tuple[tuple[int, ...], dict[Pair, float]]:
        """The first sources that stand in a dossier, and what share of their fingerprints strangers among them have in common."""
        gone = {one for one, known in self.now.items() if not known.dossiers}
        come = {one for one, known in self.now.items() if known.dossiers and one < self.site.first[-1]}
        first = sorted({*self.site.first, *come} - gone)[: rule.STRANGERS + 1 + SPARE]
        if len(first) <= rule.STRANGERS:
            raise Unknown
        asked = set(pairwise(self.site.first[: rule.STRANGERS + 1]))
        before = {(a, b): plain for a, b, plain, _ in self.site.shares}
        plain: dict[Pair, float] = {}
        for pair in pairwise(first[: rule.STRANGERS + 1]):
            if pair in asked and self.now.keys().isdisjoint(pair):
                plain |= {pair: before[pair]} if pair in before else {}
                continue
            one, other = map(self.update.source, pair)
            if one.dossiers.isdisjoint(other.dossiers):
                plain[pair] = share(len(one.own & other.own), len(one.own), len(other.own))
        if usual(plain.values()) != self.site.usual[0]:
            raise Unknown
        return tuple(first), plain

    def _keep_strangers(self, first: tuple[int, ...], plain: Mapping[Pair, float], moved: Collection[Pair]) -> None:
        before = {(a, b): told for a, b, _, told in self.site.shares}
        shares: list[tuple[int, int, float, float]] = []
        for pair, both in plain.items():
            known = pair in before and pair not in moved and self.now.keys().isdisjoint(pair)
            shares.append((*pair, both, before[pair] if known else self._told(*pair)))
        if usual(told for *_, told in shares) != self.site.usual[1]:
            raise Unknown
        everywhere = array("Q", sorted(self.everywhere)).tobytes()
        self.site = replace(self.site, first=first, shares=tuple(shares), everywhere=everywhere)

    def _told(self, one: int, other: int) -> float:
        both = self.own(one) & self.own(other)
        return share(sum(self.crowds[fingerprint].tells for fingerprint in both), len(self.own(one)), len(self.own(other)))

    def _follow_crowds(self) -> set[Pair]:
        """Files the changed sources; the pairs that a fingerprint brings together now and did not before, or no longer tells of."""
        moved: defaultdict[int, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        for one, known in self.now.items():
            old, new = self.before[one].own, known.own
            for fingerprint in old | new if old != new else ():
                gone, come = moved[fingerprint]
                if fingerprint not in new:
                    gone.add(one)
                elif fingerprint not in old:
                    come.add(one)
        limit = everywhere_from(self.site.sources)
        pairs: set[Pair] = set()
        for fingerprint, (gone, come) in moved.items():
            before = self.crowds[fingerprint]
            after = self._judged(before, before.moved(gone, come))
            if after != before:
                self.crowds[fingerprint] = after
            pairs |= _parted(before, after)
            if after.phrase and after.many >= limit:
                self.everywhere.add(fingerprint)
            else:
                self.everywhere.discard(fingerprint)
        return pairs

    def _judged(self, before: Crowd, after: Crowd) -> Crowd:
        """Whether so many carry a set phrase or a report, asked again only where those who stand for them have changed."""
        if after.many <= rule.FEW:
            return after.judged(phrase=False)
        sample = after.first[: rule.SAMPLE]
        if before.many > rule.FEW and before.first[: rule.SAMPLE] == sample and self.now.keys().isdisjoint(sample):
            return after.judged(phrase=before.phrase)
        return after.judged(phrase=not one_report(sample, self.own, self.site.usual[0]))

    def _own_pairs(self) -> set[Names]:
        """The pairs of the changed sources: those that were, those that meet now, and those on which the editor speaks or spoke."""
        pairs: set[Names] = set()
        for one, known in self.now.items():
            met = self.update.rows.find(row_by("met", one), Met)
            others = {*(met.others if met else ()), *self.before[one].names, *known.names, *known.named_by}
            for dossier in known.dossiers:
                members = self.update.members(dossier)
                others |= set(members) if len(members) <= rule.DOZENS else set()
            brought = Counter(other for fingerprint in known.own for other in self.crowds[fingerprint].neighbours(one))
            others |= {self.update.source(other).name for other, many in brought.items() if many >= rule.LEAST}
            pairs |= {in_order(known.name, other) for other in others if other != known.name}
        return pairs

    def _who_heard(self) -> Iterator[Names]:
        """The pairs of which more or less is now heard everywhere than when they were compared."""
        moved = self.everywhere ^ self.heard
        for row in self.update.rows.names("met/") if moved else ():
            met = self.update.rows.read(row, Met)
            for other, one in met.others.items():
                if one.asked is None or not moved.isdisjoint(array("Q", one.asked)):
                    yield in_order(met.name, other)

    def _meets(self, one: Known, other: Known) -> Meets:
        """Whether two sources meet: what `meetings` says of all pairs, said of one."""
        if not one.readable or not other.readable:
            return Meets()
        both = {fingerprint: self.crowds[fingerprint] for fingerprint in one.own & other.own}
        common = tuple(sorted(fingerprint for fingerprint, crowd in both.items() if crowd.phrase))
        told = share(len(both) - len(common), len(one.own), len(other.own))
        if told <= self.site.usual[1]:
            return Meets(common=common)
        near = any(len(self.update.members(dossier)) <= rule.DOZENS for dossier in one.dossiers & other.dossiers)
        first, second = number(one.name), number(other.name)
        meet = near or sum(second in crowd.neighbours(first) for crowd in both.values()) >= rule.LEAST
        return Meets(meet, common)


def _parted(before: Crowd, after: Crowd) -> set[Pair]:
    """The pairs of which a fingerprint tells something else than before."""
    pairs = before.pairs() ^ after.pairs()
    if before.tells == after.tells:
        return pairs
    members = {*before.first, *after.first}
    if len(members) > 2 * KEPT:
        raise Unknown
    return pairs.union(combinations(sorted(members), 2))

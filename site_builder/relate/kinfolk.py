"""The kinships of a site, followed from edit to edit.

After an edit as much is read, compared and written as the edited sources, and those that they meet, make necessary; what comes out is
what `kinships` finds from nothing. Where an edit moves what is said of the whole site (see `meetings`), all meetings are found anew, but
no pair is compared again whose texts and set phrases are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, MutableMapping

from msgspec import MsgspecError, msgpack

from site_builder.model import Kin, Kinship
from site_builder.relate.comparing import Print
from site_builder.relate.families import CERTAIN, PERHAPS, Kindred, number
from site_builder.relate.following import Spread, Update, by_turns
from site_builder.relate.rows import VERSION, Carrier, Compared, Lost, Met, Names, Rows, Site, in_order, row_of

BROKEN = (Lost, MsgspecError, ValueError, KeyError, IndexError)  # what reading a drawer may raise that somebody has written into


class Kinfolk:
    """The kinships of a site, kept in `drawer`. All that an update writes there must be kept, or nothing of it."""

    def __init__(self, drawer: MutableMapping[str, bytes], spread: Spread = by_turns) -> None:
        """`spread`: has the pairs compared, as `by_turns` does: in order, by whomever."""
        self.rows, self.spread = Rows(drawer), spread
        self.compared: tuple[Names, ...] = ()  # by the last update
        self.anew = False  # whether it looked at all sources
        self._met: dict[str, Mapping[str, Compared]] = {}

    def update(
        self,
        changed: Mapping[str, Carrier | None],
        text: Callable[[str], Print],
        everything: Callable[[], Mapping[str, Carrier]],
        agencies: tuple[str, ...] = (),
    ) -> None:
        """Follows an edit. `changed`: the sources that may be different since the last update; None stands for one that is gone.

        `everything` is asked for all sources if the drawer is empty or broken, `text` for those of the pairs to be compared.
        `agencies`: the names of the site's outlets that are such.
        """
        self._met.clear()
        try:
            site = self.rows.read("site", Site)
            if site.version != VERSION:
                raise Lost
            update = Update(self.rows.drawer, text, agencies, self.spread)
            update.follow(site, changed)
        except BROKEN:
            self.rows.drawer.clear()
            update = Update(self.rows.drawer, text, agencies, self.spread)
            update.begin(everything())
        self.compared, self.anew = tuple(update.compared), update.anew

    def pairs(self) -> tuple[Kinship, ...]:
        """Every pair of sources that are, or may be, one report, and every pair on which the editor has spoken; in order."""
        return tuple(msgpack.decode(self._of(one)[other].kinship, type=Kinship) for one, other in self.related())

    def related(self) -> list[Names]:
        """The same pairs by their names."""
        listed = [self.rows.read(row, Met) for row in self.rows.names("met/")]
        return sorted((met.name, other) for met in listed for other, one in met.others.items() if met.name < other and one.kinship)

    def of(self, name: str) -> tuple[Kinship, ...]:
        """The kinships of one source, in order."""
        kin = sorted((in_order(name, other), one.kinship) for other, one in self._of(name).items() if one.kinship)
        return tuple(msgpack.decode(one, type=Kinship) for _, one in kin)

    def joined(self, name: str, joining: Collection[Kin]) -> set[str]:
        """To whom a source is so related."""
        return {other for other, one in self._of(name).items() if one.kin in joining}

    def kindred(self) -> Kindred:
        """The kinships ready to be asked for a few sources; each is read when it is asked for."""
        return Kindred(_Of(self), _Joined(self, CERTAIN), _Joined(self, PERHAPS))

    def _of(self, name: str) -> Mapping[str, Compared]:
        if name not in self._met:
            met = self.rows.find(row_of("met", name), Met)
            self._met[name] = met.others if met else {}
        return self._met[name]


class _Of(Mapping[str, tuple[Kinship, ...]]):
    """The kinships by source; each stands under both."""

    def __init__(self, kin: Kinfolk) -> None:
        self.kin = kin

    def __getitem__(self, name: str) -> tuple[Kinship, ...]:
        found = self.kin.of(name)
        if not found:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for one in self.kin.pairs() for name in (one.one, one.other)))

    def __len__(self) -> int:
        return len(list(iter(self)))


class _Joined(Mapping[str, int]):
    """The family of each source that has kin."""

    def __init__(self, kin: Kinfolk, joining: tuple[Kin, ...]) -> None:
        self.kin, self.joining = kin, joining
        self._family: dict[str, int] = {}

    def __getitem__(self, name: str) -> int:
        if name not in self._family:
            members = self._members(name)
            if len(members) == 1:
                raise KeyError(name)
            self._family |= dict.fromkeys(members, number(min(members)))
        return self._family[name]

    def _members(self, name: str) -> set[str]:
        found, waiting = {name}, [name]
        while waiting:
            more = self.kin.joined(waiting.pop(), self.joining) - found
            found |= more
            waiting += more
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(name for one in self.kin.pairs() if one.kin in self.joining for name in (one.one, one.other)))

    def __len__(self) -> int:
        return len(list(iter(self)))

"""Where do words stand on a site? All of its articles, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from site_builder.model import Article
from site_builder.text.fold import may_hold
from site_builder.text.passages import Passages, telling

NAMED = 3  # sources in which words stand elsewhere
ASKED = 50  # failed citations for which the whole site is searched; after that only the dossier


class Library(Mapping[str, Passages]):
    """All articles of a site, each read when it is asked for."""

    def __init__(
        self, sources: Callable[[], Iterable[str]], article: Callable[[str], Article | None], stored: Callable[[str], bytes | None]
    ) -> None:
        """`sources`: all that have an article, in order; `stored`: what the file of one of them holds."""
        self._sources, self._article, self._stored = sources, article, stored
        self._read: dict[str, Passages | None] = {}
        self._texts: dict[str, str] = {}

    def __getitem__(self, source: str) -> Passages:
        if source not in self._read:
            article = self._article(source)
            self._read[source] = Passages(article) if article else None
        found = self._read[source]
        if found is None:
            raise KeyError(source)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def forget(self, source: str) -> None:
        """Reads an article anew when it is asked for again."""
        self._read.pop(source, None)
        self._texts.pop(source, None)

    def _text(self, source: str) -> str:
        """The text of a source's file as it stands there."""
        if source not in self._texts:
            stored = self._stored(source)
            self._texts[source] = stored.decode(errors="replace") if stored is not None else ""
        return self._texts[source]

    def _having(self, words: str) -> Iterator[str]:
        """The sources in which words stand. Only those articles are read that have each of them somewhere."""
        told_by = telling(words)
        for source in dict.fromkeys(self):
            if may_hold(self._text(source), told_by) and source in self and self[source].find(words):
                yield source

    def where(self) -> Callable[[str], str]:
        """Where on the site words stand; asked for the first failures only, since it looks into every article."""
        asked = 0

        def where(words: str) -> str:
            nonlocal asked
            asked += 1
            if asked > ASKED:
                return ""
            having = [repr(source) for source in islice(self._having(words), NAMED)]
            return f"they stand in {', '.join(having)}" if having else ""

        return where

"""What was worked out of the articles that were looked at last: whoever edits a dossier looks at the same ones again and again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from site_builder.model import Article

T = TypeVar("T")
P = ParamSpec("P")

ARTICLES = 128
LARGEST = 100_000  # characters of an article of which anything is remembered


def of_articles(do: Callable[Concatenate[Article, P], T]) -> Callable[Concatenate[Article, P], T]:
    """Remembers its answers about the last articles, for as long as all that it is given are the same objects."""
    known: OrderedDict[tuple[int, ...], tuple[Any, T]] = OrderedDict()

    @wraps(do)
    def found(article: Article, /, *others: P.args, **named: P.kwargs) -> T:
        if len(article.text) > LARGEST:
            return do(article, *others, **named)
        given = (article, *others, *named.values())
        key = tuple(map(id, given))
        if key not in known:
            known[key] = given, do(article, *others, **named)  # what was given is kept, so that nothing else gets its number
            if len(known) > ARTICLES:
                known.popitem(last=False)
        known.move_to_end(key)
        return known[key][1]

    return found

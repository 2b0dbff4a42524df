"""A page that is patched becomes what it would be if it were loaded anew, whatever is edited in it and however untidy it is."""

from __future__ import annotations

import json
from itertools import count
from random import Random

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect

from site_builder.serve.onpage import decorated
from site_builder.serve.seen import Served
from tests.browser.conftest import ROOT, Visit

CLIENT = ROOT / "site_builder/serve/client"
TEXTS = ("words", "&lt;p&gt;", "a &amp; b", "\n", " ", "<!-- <p> -->", "<br>", "<img alt=x>", "<input value=v>", "<hr>")
BOXES = ("div", "section", "ul", "li", "p", "table", "tr", "td", "h2", "span", "b", "details", "summary", "svg", "textarea", "pre")
SAME = """html => {
    const fresh = new DOMParser().parseFromString(html, "text/html").documentElement
    const shown = document.documentElement.cloneNode(true)
    for (const page of [fresh, shown]) {
        page.querySelector("dossier-preview").remove()
        page.normalize()
    }
    return shown.isEqualNode(fresh)
}"""


class Scribbler:
    """Writes a page of many lines, and edits it. Some tags are left open, others stand where HTML does not let them."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 no secret
        self._ids = count()
        self.head = ["<title>T</title>", '<meta name="a" content="b">']
        self.lines = [self._element() for _ in range(40)]

    @property
    def page(self) -> str:
        return "\n".join(["<!doctype html><html><head>", *self.head, "</head><body><main>", *self.lines, "</main></body></html>"])

    def edit(self) -> None:
        at, lines = self._chance.randrange(len(self.lines)), self.lines
        what = self._chance.choice(["anew", "another", "gone", "elsewhere", "within", "within", "head"])
        if what == "head":
            self.head[self._chance.randrange(len(self.head))] = (
                f'<meta name="{next(self._ids)}" content="{self._chance.choice(TEXTS[:5])}">'
            )
        elif what == "within":
            place = lines[at].find(">", self._chance.randrange(len(lines[at]))) + 1
            lines[at] = lines[at][:place] + self._element(3) + lines[at][place:]
        elif what == "another":
            lines.insert(at, self._element())
        else:
            one = lines.pop(at)
            lines[at:at] = [self._element()] if what == "anew" else []
            lines.insert(self._chance.randrange(len(lines)), one) if what == "elsewhere" else None

    def _element(self, depth: int = 0) -> str:
        if depth > 3 or self._chance.random() < depth / 5:
            return self._chance.choice(TEXTS)
        name = self._chance.choice(BOXES)
        attributes = self._chance.choice(["", "", f" id=n{next(self._ids)}", " title=\"<p id='q'>\"", " class='a b'"])
        inside = self._chance.choice(["", "\n"]).join(self._element(depth + 1) for _ in range(self._chance.randrange(4)))
        return f"<{name}{attributes}>{inside}" + (f"</{name}>" if self._chance.random() < 0.9 else "")


@pytest.mark.parametrize("seed", [1, 2])
def test_a_patched_page_is_what_a_fresh_one_is(visit: Visit, seed: int) -> None:
    page, scribbler, sockets = visit(), Scribbler(seed), []
    now = decorated(Served(scribbler.page.encode(), is_page=True), "a.html")

    def answer(route: Route) -> None:
        name = route.request.url.split("/")[-1]
        route.fulfill(body=now.html if name == "a" else (CLIENT / name).read_bytes(), content_type="" if name != "a" else "text/html")

    def talk(socket: WebSocketRoute) -> None:
        sockets.append(socket)
        socket.send(json.dumps({"type": "troubles", "errors": 0, "warnings": 0, "more": 0, "list": []}))

    page.route("**/*", answer)
    page.route_web_socket("**/_dossier/live", talk)
    with page.expect_event("requestfinished", lambda request: request.resource_type == "fetch"):  # it has asked for its text
        page.goto("http://localhost/a")
    for n in range(40):
        scribbler.edit()
        now = decorated(Served(scribbler.page.encode(), is_page=True), "a.html")
        sockets[-1].send(json.dumps({"type": "page", "path": "a.html", "digest": now.digest, "html": now.html.decode()}))
        expect(page.locator("dossier-preview")).to_have_attribute("data-digest", now.digest)
        assert same(page, now.html.decode()), (seed, n)


WITHOUT_SCRIPTS = """<!doctype html><html><head><title>{0}</title>
<noscript><link rel="stylesheet" href="data:text/css,body%7Bmargin:9px%7D"><meta name="none" content="{0}"></noscript>
<script>const said = "<noscript>"</script></head><body title="<noscript>"><!-- <noscript> --><main>
<p>{0}</p>{1}<noscript class=a>
<p id="none">Scripts are off &amp; {0}</p></noscript><p>Last</p></main></body></html>"""


def test_what_stands_in_noscript_stays_text(visit: Visit) -> None:
    page, sockets = visit(), list[WebSocketRoute]()
    texts = [
        ("one", ""),
        ("two", ""),
        ("two", "<template><noscript><p>{0}</p></noscript></template>"),
        ("three", "<noscript>{0}</noscript>"),
    ]
    pages = [decorated(Served(WITHOUT_SCRIPTS.format(*given).encode(), is_page=True), "a.html") for given in texts]

    def answer(route: Route) -> None:
        name = route.request.url.split("/")[-1]
        route.fulfill(body=now.html if name == "a" else (CLIENT / name).read_bytes(), content_type="" if name != "a" else "text/html")

    now = pages[0]
    page.route("**/*", answer)
    page.route_web_socket("**/_dossier/live", lambda socket: sockets.insert(0, socket))
    with page.expect_event("requestfinished", lambda request: request.resource_type == "fetch"):
        page.goto("http://localhost/a")
    margin = page.evaluate(MARGIN)
    page.evaluate("window.stays = true")
    for now in pages[1:]:
        sockets[0].send(json.dumps({"type": "page", "path": "a.html", "digest": now.digest, "html": now.html.decode()}))
        expect(page.locator("dossier-preview")).to_have_attribute("data-digest", now.digest)
        page.wait_for_timeout(400)  # it is compared once more as a whole
        fresh = visit()
        fresh.route("**/*", answer)
        fresh.goto("http://localhost/a")
        assert page.evaluate(WRITTEN) == fresh.evaluate(WRITTEN)
        assert page.evaluate("window.stays")
        assert page.evaluate(MARGIN) == fresh.evaluate(MARGIN) == margin


MARGIN = "() => getComputedStyle(document.body).margin"
WRITTEN = """() => {
    const shown = document.documentElement.cloneNode(true)
    shown.querySelector("dossier-preview").remove()
    return [shown.innerHTML, ...[...shown.querySelectorAll("noscript")].map(one => one.children.length)]
}"""


def same(page: Page, html: str) -> bool:
    """Whether it is now, or as soon as there is a moment's rest."""
    return bool(page.evaluate(SAME, html)) or bool(
        page.evaluate(f"html => new Promise(done => setTimeout(done, 400)).then(() => ({SAME})(html))", html)
    )

"""Every page of the sample opens by itself, asks nobody else for anything, and leads only to places that exist."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, Response

from tests.browser.conftest import BASE_URL, Site, Visit

ADDRESSES = """() => ({
    ids: [...document.querySelectorAll('[id]')].map(element => element.id),
    links: [...document.querySelectorAll('a[href], area[href]')].map(element => element.href),
    parts: [...document.querySelectorAll('link[href], script[src], img[src], iframe[src], source[src], object[data]')]
        .map(element => element.href || element.src || element.data),
})"""


def listen(page: Page, home: str, notes: list[str]) -> None:
    """Write down whatever a reader's browser would complain about, and every request that leaves the site."""

    def console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            notes.append(f"{page.url}: the console says: {message.text}")

    def asked(request: Request) -> None:
        if not request.url.startswith((home, "data:")):
            notes.append(f"{page.url}: asks {request.url}")

    def answered(response: Response) -> None:
        if response.status >= 400:
            notes.append(f"{page.url}: {response.url} answers {response.status}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader had left before an icon came
            notes.append(f"{page.url}: fails to get {request.url}: {request.failure}")

    page.on("console", console)
    page.on("pageerror", lambda error: notes.append(f"{page.url}: a script fails: {error}"))
    page.on("request", asked)
    page.on("requestfailed", failed)
    page.on("response", answered)


@pytest.mark.parametrize("by", ["base path", "file"])
def test_every_page_opens_alone_and_its_links_lead_somewhere(site: Site, visit: Visit, by: str) -> None:
    home = site.address if by == "base path" else site.folder.as_uri() + "/"
    pages = [page for page in site.pages if by == "base path" or page != "404.html"]  # only a server ever shows 404.html
    notes: list[str] = []
    seen: dict[str, dict[str, Any]] = {}
    page = visit()
    listen(page, home, notes)
    for path in pages:
        page.goto(home + path, wait_until="load")
        seen[path] = page.evaluate(ADDRESSES)

    ids = {path: set(found["ids"]) for path, found in seen.items()}
    for path, found in seen.items():
        repeated = [one for one in ids[path] if found["ids"].count(one) > 1]
        notes += [f"{path}: the id {one} stands more than once" for one in repeated]
        for link in found["links"] + found["parts"]:
            notes += [f"{path}: {link} {wrong}" for wrong in broken(link, home, site.folder, ids)]
    assert not notes, "\n".join(notes)


def broken(link: str, home: str, folder: Path, ids: dict[str, set[str]]) -> list[str]:
    """Why a link leads nowhere. Other people's sites are not asked."""
    for base in (home, BASE_URL):
        if link.startswith(base):
            path, fragment = urldefrag(unquote(link[len(base) :]))
            break
    else:
        inside = link.startswith(("file:", home.split("/repo/", maxsplit=1)[0]))
        return ["leaves the site's folder"] if inside else []
    if not path and base == BASE_URL:
        path = "index.html"
    if not (folder / path).is_file():
        return ["is not a file of the site"]
    element = fragment.split(":~:")[0]
    if element and path in ids and element not in ids[path]:
        return ["names a place that the page doesn't have"]
    return []


def test_a_page_that_is_not_there(site: Site, visit: Visit) -> None:
    """At any depth the reader gets a whole page with its style and a way home."""
    page = visit()
    answer = page.goto(site.address + "dossiers/no/such/page.html")

    assert answer is not None
    assert answer.status == 404
    links = page.evaluate(ADDRESSES)
    wanted = "/repo/"
    assert links["links"]
    assert all(wanted in link for link in links["links"] + links["parts"] if link.startswith("http://127.0.0.1")), links
    assert page.evaluate("[...document.styleSheets].length") > 0


def test_no_page_lets_foreign_scripts_in(site: Site) -> None:
    for path in site.pages:
        policy = re.search(
            r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', (site.folder / path).read_text(encoding="utf-8")
        )
        assert policy, path
        rules = {rule.split()[0]: set(rule.split()[1:]) for rule in policy[1].split(";") if rule.strip()}

        assert rules["default-src"] <= {"'none'", "'self'"}, path
        assert rules.get("script-src", set()) <= {"'none'", "'self'"}, path
        assert rules["connect-src"] == {"'self'"}, path

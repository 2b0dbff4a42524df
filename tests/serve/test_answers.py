"""Who may ask, and what is answered, through raw sockets."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from site_builder.serve.answers import Here, is_ours
from tests.serve.conftest import PAGE, Preview, until

PAGES = ("index", "404", "sources", "sources/afp", "both", "both/index", "dir/index", "über uns")
FILES = {
    "feed.xml": "<feed/>",
    "problems.json": "{}",
    "favicon.svg": "<svg/>",
    "robots.txt": "",
    "SHA256SUMS": "",
    ".nojekyll": "",
    "assets/style.css": "a{}",
    "assets/dossier.js": "1",
    "dossiers/mines.csv": "a",
    "dossiers/mines.bib": "@",
    "dossiers/mines.ris": "TY",
    "dossiers/mines.jsonld": "{}",
    "dossiers/mines.csl.json": "[]",
    **{f"{page}.html": PAGE.format(page) for page in PAGES},
}


@pytest.fixture(scope="module")
def preview() -> Iterator[Preview]:
    preview = Preview(FILES)
    until(lambda: "work" in preview.site.done)
    yield preview
    preview.stop()
    preview.join()


@pytest.fixture(scope="module")
def below() -> Iterator[Preview]:
    """The same below /repo/."""
    preview = Preview(FILES, base="/repo/")
    yield preview
    preview.stop()
    preview.join()


def test_a_page_is_the_sites_with_the_previews_own_added(preview: Preview) -> None:
    answer = preview.ask("/sources/afp.html")

    assert answer.status == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert b"<main>sources/afp</main>" in answer.body
    assert b'src="/_dossier/preview.js"' in answer.body
    assert b'data-path="sources/afp.html"' in answer.body


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/", "index"),
        ("/index", "index"),
        ("/index.html?a=b", "index"),
        ("/sources", "sources"),
        ("/sources/afp", "sources/afp"),
        ("/both", "both"),
        ("/both/", "both/index"),
        ("/dir/", "dir/index"),
        ("/%C3%BCber%20uns", "über uns"),
        ("/404", "404"),
    ],
)
def test_addresses_mean_what_they_mean_on_github_pages(preview: Preview, path: str, page: str) -> None:
    answer = preview.ask(path)

    assert answer.status == 200
    assert f"<main>{page}</main>".encode() in answer.body


def test_a_folder_is_asked_for_with_a_slash(preview: Preview, below: Preview) -> None:
    assert (preview.ask("/dir?x=1").status, preview.ask("/dir?x=1").headers["location"]) == (301, "/dir/?x=1")
    assert below.ask("/repo/dir").headers["location"] == "/repo/dir/"


@pytest.mark.parametrize("path", ["/nothing", "/sources/", "/index.html/", "/SOURCES", "/dossiers", "/<script>"])
def test_what_does_not_exist_is_404_html(preview: Preview, path: str) -> None:
    answer = preview.ask(path)

    assert (answer.status, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert b"<main>404</main>" in answer.body
    assert b'data-path="404.html"' in answer.body
    assert b"<script>" not in answer.body


def test_a_base_path_has_everything_below_it(below: Preview) -> None:
    assert b"<main>sources/afp</main>" in below.ask("/repo/sources/afp").body
    assert b'data-root="/repo/"' in below.ask("/repo/").body
    for path in ("/", "/repo"):
        assert (below.ask(path).status, below.ask(path).headers["location"]) == (302, "/repo/")
    for path in ("/sources/afp", "/repos/", "/repo.html", "/x"):
        assert below.ask(path).status == 404
        assert b"<main>" not in below.ask(path).body
    assert below.ask("/repo/nothing").status == 404
    assert below.ask("/_dossier/preview.css").status == 200


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("feed.xml", "application/xml"),
        ("problems.json", "application/json; charset=utf-8"),
        ("favicon.svg", "image/svg+xml"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("SHA256SUMS", "application/octet-stream"),
        (".nojekyll", "application/octet-stream"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("assets/dossier.js", "application/javascript; charset=utf-8"),
        ("dossiers/mines.csv", "text/csv; charset=utf-8"),
        ("dossiers/mines.bib", "application/octet-stream"),
        ("dossiers/mines.ris", "application/x-research-info-systems"),
        ("dossiers/mines.jsonld", "application/ld+json"),
        ("dossiers/mines.csl.json", "application/json; charset=utf-8"),
    ],
)
def test_files_have_the_types_of_github_pages_and_nothing_added(preview: Preview, path: str, kind: str) -> None:
    answer = preview.ask(f"/{path}")

    assert (answer.status, answer.headers["content-type"], answer.body) == (200, kind, FILES[path].encode())


def test_every_answer_is_for_this_browser_and_this_moment_alone(preview: Preview) -> None:
    for path in ("/", "/nothing", "/dir", "/robots.txt", "/_dossier/preview.js", "/%00"):
        headers = preview.ask(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-robots-tag"] == "noindex"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-frame-options"] == "deny"
        assert "server" not in headers


def test_the_head_of_a_page_has_no_body(preview: Preview) -> None:
    page, head = preview.ask("/"), preview.ask("/", "HEAD")

    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(page.body))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"])
def test_the_preview_can_only_be_read(preview: Preview, method: str) -> None:
    answer = preview.ask("/", method)

    assert (answer.status, answer.headers["allow"]) == (405, "get, head")


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/dir/../index.html",
        "/./index.html",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2fetc/passwd",
        "/%252e%252e/etc/passwd",
        "/..%5c..%5cetc",
        "/a\\..\\b",
        "//evil.example/dir",
        "//dir",
        "/%2fdir",
        "/dir//",
        "/\\evil.example",
        "/index.html%00.png",
        "/%0d%0aSet-Cookie:%20a=b",
        "/%ff%fe",
        "/%c0%ae%c0%ae/etc",
        "/" + "a" * 3_000,
        "/_dossier/live",
        "/_dossier/../run.py",
        "/_dossier/%2e%2e/run.py",
        "/_dossier/",
        "http://127.0.0.1/index.html",
        "*",
    ],
)
def test_no_address_leads_out_of_the_site(preview: Preview, path: str) -> None:
    preview.site.done.clear()
    answer = preview.ask(path)

    assert answer.status in (400, 404)
    assert "location" not in answer.headers
    assert "set-cookie" not in answer.headers
    assert b"root:" not in answer.body
    assert b"Traceback" not in answer.body
    assert set(preview.site.done) <= {"404.html"}


@pytest.mark.parametrize(
    "request_",
    [b"\x00\x01\x02", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\x16\x03\x01\x02"],
)
def test_what_is_no_http_is_refused_and_harms_nobody(preview: Preview, request_: bytes) -> None:
    assert preview.raw(request_ + b"\r\n\r\n").startswith(b"HTTP/1.1 400 ")
    assert preview.ask("/").status == 200


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_this_machine_may_be_called_by_its_names(preview: Preview, name: str) -> None:
    assert preview.ask("/", host=f"{name}:{preview.here.port}").status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:{port}",
        "localhost.evil.example:{port}",
        "127.0.0.1.nip.io:{port}",
        "192.168.1.5:{port}",
        "0.0.0.0:{port}",
        "localhost",
        "localhost:1",
        "localhost:{port}@evil.example",
        "localhost:{port}, evil.example",
        "127.1:{port}",
        "localhost.:{port}",
        "[localhost]:{port}",
        "localhost:",
        "localhost:99999999999",
        ":{port}",
        "localhost:{port}:80",
    ],
)
def test_a_name_that_others_have_made_to_point_here_is_refused(preview: Preview, host: str) -> None:
    """DNS rebinding."""
    answer = preview.ask("/", host=host.format(port=preview.here.port))

    assert answer.status == 421
    assert b"<main>" not in answer.body


def test_who_says_no_name_is_refused(preview: Preview) -> None:
    assert preview.raw(b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 421 ")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "nonsense"])
def test_other_sites_may_link_to_the_preview_but_not_use_it(preview: Preview, site: str) -> None:
    for dest, mode in (("script", "no-cors"), ("empty", "cors"), ("iframe", "navigate"), ("image", "no-cors"), ("", "")):
        assert preview.ask("/", sec_fetch_site=site, sec_fetch_dest=dest, sec_fetch_mode=mode).status == 403
    assert preview.ask("/", sec_fetch_site=site, sec_fetch_dest="document", sec_fetch_mode="navigate").status == 200


def test_the_preview_may_use_itself(preview: Preview) -> None:
    for site in ("same-origin", "none", ""):
        assert preview.ask("/", sec_fetch_site=site, sec_fetch_dest="empty", sec_fetch_mode="cors").status == 200


def shaken(preview: Preview, path: str = "/_dossier/live", **headers: str) -> int:
    """The status with which a WebSocket is answered."""
    own = {"host": preview.host, "origin": f"http://{preview.host}"}
    key = {"upgrade": "websocket", "connection": "Upgrade", "sec-websocket-version": "13", "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ=="}
    lines = "".join(f"{name}: {value}\r\n" for name, value in {**key, **own, **headers}.items() if value)
    return int(preview.raw(f"GET {path} HTTP/1.1\r\n{lines}\r\n".encode(), end=b"\r\n\r\n").split()[1])


def test_a_page_of_the_preview_may_listen(preview: Preview) -> None:
    assert shaken(preview) == 101
    localhost = f"localhost:{preview.here.port}"
    assert shaken(preview, host=localhost, origin=f"http://{localhost}") == 101


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "", "https://{host}", "http://localhost:{port}", "http://{host}.evil.example", "http://127.0.0.1"],
)
def test_a_page_of_another_site_may_not_listen(preview: Preview, origin: str) -> None:
    assert shaken(preview, origin=origin.format(host=preview.host, port=preview.here.port)) == 403


def test_a_page_of_a_rebound_name_may_not_listen(preview: Preview) -> None:
    name = f"evil.example:{preview.here.port}"

    assert shaken(preview, host=name, origin=f"http://{name}") == 403


def test_there_is_only_one_place_to_listen_at(preview: Preview) -> None:
    assert shaken(preview, "/") == 403
    assert shaken(preview, "/_dossier/live/") == 403


def test_in_a_network_it_answers_to_addresses_and_its_own_name_alone(previews: Callable[..., Preview]) -> None:
    open_to_all = previews(index="Front", wanted={"host": "0.0.0.0"})  # noqa: S104
    port = open_to_all.here.port

    assert open_to_all.ask("/", host=f"192.168.1.5:{port}").status == 200
    assert open_to_all.ask("/", host=f"[fe80::1]:{port}").status == 200
    for name in (f"evil.example:{port}", f"192.168.1.5:{port + 1}", "192.168.1.5", f":{port}"):
        assert open_to_all.ask("/", host=name).status == 421
    assert shaken(open_to_all, origin="http://evil.example") == 403


@pytest.mark.parametrize(
    ("host", "may"), [("localhost", True), ("localhost:80", True), ("192.168.1.5", True), ("localhost:81", False), ("evil", False)]
)
def test_at_the_webs_own_port_browsers_leave_it_out(host: str, may: bool) -> None:  # noqa: FBT001
    assert is_ours(host, Here("http://localhost/", "/", frozenset({"localhost"}), 80, any_ip=True)) is may

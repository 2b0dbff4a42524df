"""A little site with everything in it that reaches from one dossier into another, and every way in which an editor may change it.

The site is a function of its knobs: what each may be stands in `KNOBS`, the first of which is how it begins. Whatever the knobs say, the
files are the same for the same knobs, so that a site that was changed step by step can be held against one that was written at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PROSE = (
    "The convoy left the depot before dawn and moved along the river road, past the silos that burned in August and the bridge that "
    "engineers closed a year ago, while drivers in the valley below waited for word that the crossing was safe and the fuel had come."
)
DOSSIERS = ("mines", "cables", "drones", "grain")

Knobs = Mapping[str, Any]

KNOBS: dict[str, tuple[Any, ...]] = {
    # the site
    "site title": ("Word for Word", "Words & Words"),
    "tagline": ("", "Where every statement links to its words"),
    "base_url": ("", "https://example.org/news/", "https://example.org/"),
    "language": ("en", "fr"),
    "publish": ("cited", "full", "none"),
    "site editors": ("", "editors: [Ann, Ben]\n"),
    "site silence": ((), ("unused-outlet",), ("unused-source", "unused-actor"), ("near-name",)),
    # actors and outlets
    "austin name": ("Lloyd Austin", "Lloyd J. Austin"),
    "austin role": ("Secretary of Defense", "Minister"),
    "austin affiliation": ("pentagon", "league", ""),
    "austin misspelt": ("Lloyd Austen", "Lloyd Ostin", ""),
    "ghost": (False, True),
    "ghost named": ("Ghost Writer", "Grain Board", "Ban League"),
    "ghost first": (False, True),
    "afp name": ("Agence France-Presse", "AFP"),
    "post": (True, False),
    "times country": ("", "GB"),
    "actors comment": ("", "# who is who\n"),
    # free pages
    "page": ("about", "words", "plain", ""),
    "page two": (False, True),
    # each dossier
    **{f"{name} title": (name.title(), f"The {name}", "Ânew: all about it") for name in DOSSIERS},
    **{f"{name} updated": ("", "2024-11-22", "2024-12-01") for name in DOSSIERS},
    **{f"{name} story": (0, 1, 2) for name in DOSSIERS},
    **{f"{name} comment": ("", "# looked at again\n# and once more\n") for name in DOSSIERS},
    **{f"{name} silence": ((), ("unused-source",), ("one-family",), ("near-name", "unused-quotation")) for name in DOSSIERS},
    "mines tags": ("", "tags: [mines, aid]\n"),
    "mines correction": ("", "corrections: [{date: 2024-11-25, text: A name was wrong.}]\n"),
    "quote actor": ("austin", "wareham"),  # who did not say it
    "quote note": ("", "As both print it."),
    "quote place": ("", "Laos"),
    "value": ("275000000", "200000000"),
    "stance": ("critical", "supportive"),
    "says": ("affirms", "differs"),
    "weight": ("medium", "high"),
    "event date": ("2024-11-20", "2024-11-19", ""),
    "drones cites mines": (True, False),
    "drones story cites": ("wire", "harbour", "", "alone", "records"),
    "cables cites": ("own", "paper"),
    # the dossiers themselves
    "mines": ("mines", "fields", "a-mines"),
    "grain": ("grain", "wheat", ""),
    "first": (False, True),  # one more, before all others, that has entered `paper` too
    "last": (False, True),  # one more, after all others
    # sources
    "wire title": ("Forces change tactics", "Tactics change"),
    "wire published": ("2024-11-21", "2024-11-22", ""),
    "wire publish": ("", "full", "none"),
    "wire credit": ("", "AFP"),
    "paper title": ("", "On the river road"),
    "paper outlet": ("times", "post", "afp"),
    "harbour derived": ("", "derived_from: wire", "independent_of: wire", "derived_from: [paper]"),
    "radio sic": ("", "sic: [{words: teh bridge, meant: the bridge}]"),
    "radio skip": ("", "skip: [Read also]"),
    "unused source": (False, True),
    "radio file": ("radio.txt", "more/radio.txt", ".radio.txt", "radio.bak"),
    # seeds
    "wire lead": ("Mines will be sent.", "Mines will soon be sent.", "Mines will be sent, Lloyd Austen said."),
    "wire prose": (PROSE, PROSE.replace("dawn", "noon"), "Nothing else was known that day."),
    "wire quote": ("said on Wednesday", "told reporters"),
    "harbour prose": (PROSE, PROSE.replace("fuel", "food"), "A ship came in."),
    "harbour end": ("", "“Nobody knows,” a captain said.", "Mary Warehame was there."),
    "paper prose": (PROSE.replace("a year ago", "last year"), "The river is wide there.", PROSE),
    "drone end": ("", "told AFP", "The quay was cut, too."),
    "grain line": ("Prices rose by 3 percent.", "Prices rose by 4 percent."),
    "radio line": ("", "teh bridge is open"),
    "newlines": ("\n", "\r\n"),
    # the theme
    "theme": ("default", "own"),
    "own index": ("", "<!-- mine -->", "<!-- yours -->"),
    "own source": ("", "<!-- mine -->"),
    "own part": ("", "<!-- mine -->"),
    "own style": ("", "/* mine */", "/* yours */"),
    "own asset": ("", "one", "other"),
    "default base": ("", "<!-- based -->"),
    "default asset": ("", "one", "other"),  # that no template names
    "stray": ("", "notes", "more notes"),  # a seed that nothing names
}

TROUBLE: tuple[str, ...] = (
    "altered", "missing words", "no seed", "no dossier.yaml", "yaml", "utf8", "unknown actor", "unknown outlet", "twice",
    "theirs differs", "site yaml", "actors yaml",
    "page", "template", "template syntax", "theme", "silence", "site silence", "story", "not-text", "affiliation",
    "outside", "stray yaml", "their id is gone", "sha", "kin said apart",
)  # fmt: skip


def _yaml(comment: str, *parts: str) -> str:
    return comment + "".join(part if part.endswith("\n") else f"{part}\n" for part in parts if part)


def _silence(lints: tuple[str, ...]) -> str:
    return "silence:\n" + "".join(f"  - {{lint: {lint}, reason: We know.}}\n" for lint in lints) if lints else ""


def _line(key: str, value: str) -> str:
    return f"  {key}: {value}\n" if value else ""


def files_of(knobs: Knobs, trouble: str = "") -> dict[str, bytes]:  # noqa: PLR0915 the site, file by file
    """Every file of the site by path, with something wrong in it if `trouble` says what."""
    k = knobs
    mines = k["mines"]
    made: dict[str, str] = {}
    names = dict.fromkeys(DOSSIERS) | {"mines": mines, "cables": "cables", "drones": "drones", "grain": k["grain"]}

    made["content/site.yaml"] = _yaml(
        "", f"title: {k['site title']}", k["tagline"] and f"tagline: {k['tagline']}", k["base_url"] and f"base_url: {k['base_url']}",
        f"language: {k['language']}", f"publish: {k['publish']}", k["site editors"], f"theme: {k['theme']}", _silence(k["site silence"]),
    )  # fmt: skip
    ghost = f"- {{id: ghost, name: {k['ghost named']}}}" if k["ghost"] else ""
    made["content/actors.yaml"] = _yaml(
        k["actors comment"],
        ghost if k["ghost first"] else "",
        f"- id: austin\n  name: {k['austin name']}\n  kind: person\n  role: {k['austin role']}\n  aliases: [Austin]",
        _line("affiliation", k["austin affiliation"]) + _line("misspelt", k["austin misspelt"] and f"[{k['austin misspelt']}]"),
        "- {id: pentagon, name: Pentagon, kind: government}",
        "- {id: league, name: Ban League, kind: organisation}",
        "- {id: wareham, name: Mary Wareham, kind: person, affiliation: league}",
        "" if k["ghost first"] else ghost,
    )
    times = ", country: GB" if k["times country"] else ""
    post = k["post"] or k["paper outlet"] == "post"
    made["content/outlets.yaml"] = _yaml(
        "", f"- {{id: afp, name: {k['afp name']}, kind: agency}}", f"- {{id: times, name: The Times{times}}}",
        "- {id: post, name: The Post}" if post else "",
    )  # fmt: skip

    about = {"about": "Of [@lead] and [@wire].", "words": 'They wrote [@wire "Mines will"] so.', "plain": "Nothing is cited."}
    if k["page"]:
        made["content/pages/about.md"] = f"# About us\n\n{about[k['page']]}\n"
    if k["page two"]:
        made["content/pages/method.md"] = "# How we work\n\nSlowly.\n"

    paper = _yaml(
        "", "- id: paper\n  file: paper.txt\n  language: en", _line("title", k["paper title"]) + _line("outlet", k["paper outlet"])
    )
    wire = "- id: wire\n  file: wire.txt\n" + "".join(
        _line(key, k[f"wire {key}"]) for key in ("title", "published", "publish", "credit")
    )  # fmt: skip
    radio = f"- id: radio\n  file: {k['radio file']}\n  published: 2024-11-23\n" + "".join(
        f"  {k[key]}\n" for key in ("radio sic", "radio skip") if k[key] and (key != "radio sic" or k["radio line"])
    )
    unused = "- {id: unused, file: unused.txt}\n" if k["unused source"] else ""
    made[f"content/{mines}/sources.yaml"] = _yaml(k["mines comment"], wire, paper, radio, unused)
    note, place = _line("note", k["quote note"]), _line("place", k["quote place"])
    made[f"content/{mines}/quotes.yaml"] = _yaml(
        k["mines comment"],
        f"- id: lead\n  actor: austin\n  words: They lead with dismounted forces\n  sources: [wire, paper]\n{note}{place}",
        "- {id: spring, actor: wareham, words: We will not wait for spring, sources: [wire]}",
    )
    made[f"content/{mines}/figures.yaml"] = (
        f"- id: worth\n  of: Worth of the package\n  unit: dollars\n  says:\n"
        f"    - {{source: wire, value: 275000000, words: $275 million}}\n"
        f"    - {{source: paper, value: {k['value']}, words: ${k['value'][:3]} million}}\n"
    )
    made[f"content/{mines}/reactions.yaml"] = (
        f"- {{id: against, actor: wareham, stance: {k['stance']}, to: sent, summary: She is not amused.,\n"
        "   cites: [{source: wire, words: We will not wait for spring}]}\n"
    )
    when = f", date: {k['event date']}" if k["event date"] else ""
    made[f"content/{mines}/events.yaml"] = f"- {{id: sent, what: Mines are sent{when}, cites: [{{source: wire, words: Mines will}}]}}\n"
    wording = ", as: less clearly" if k["says"] == "differs" else ""
    made[f"content/{mines}/claims.yaml"] = (
        f"- {{id: sending, claim: Mines are sent, weight: {k['weight']},\n   positions: ["
        "{source: wire, says: affirms, words: Mines will},"
        f" {{source: radio, says: {k['says']}{wording}, words: a shipment is due}}]}}\n"
    )

    derived = f"  {k['harbour derived']}\n" if k["harbour derived"] else ""
    harbour = f"- id: harbour\n  file: harbour.txt\n  outlet: times\n{derived}"
    made["content/cables/sources.yaml"] = _yaml(k["cables comment"], harbour, paper)
    cited = "{source: harbour, words: Cables were cut}" if k["cables cites"] == "own" else "{source: paper, words: on the river}"
    made["content/cables/events.yaml"] = f"- {{id: cut, what: Cables are cut, cites: [{cited}]}}\n"
    made["content/cables/quotes.yaml"] = f"- {{id: again, actor: {k['quote actor']}, words: dismounted forces, sources: [paper]}}\n"

    mentions = ", {source: wire, words: The aid package}" if k["drones cites mines"] else ""
    made["content/drones/sources.yaml"] = _yaml(k["drones comment"], "- {id: drone, file: drone.txt, outlet: afp}")
    made["content/drones/events.yaml"] = (
        f"- {{id: flown, what: Drones are flown, date: 2024-11-18,\n   cites: [{{source: drone, words: flew over the quay}}{mentions}]}}\n"
    )
    if k["grain"]:
        made[f"content/{k['grain']}/sources.yaml"] = _yaml(k["grain comment"], "- {id: market, file: grain.txt}")
        made[f"content/{k['grain']}/figures.yaml"] = (
            f"- {{id: rise, of: Rise of prices, unit: percent,\n"
            f"   says: [{{source: market, value: {k['grain line'][15]}, words: {k['grain line']!r}}}]}}\n"
        )

    stories = {
        "mines": ("Mines are sent.", "Mines are sent [@sending].", 'Mines, they wrote [@wire "dismounted forces"], and so on [@lead].'),
        "cables": ("", "They were cut [@cut].", "It was **Austin** [@again], and [@flown]."),
        "drones": ("", "Drones [@flown] flew.", "They flew."),
        "grain": ("", "Prices rose [@rise].", "Prices did rise."),
    }
    told = {
        "wire": ' Compare [@wire "river road"].', "harbour": ' Compare [@harbour "Cables"].', "": "",
        "alone": " Compare [@wire], [@radio].", "records": " Compare [@lead], [@quote:again].",
    }  # fmt: skip
    for name, folder in names.items():
        if folder:
            story = stories[name][k[f"{name} story"]]
            story += told[k["drones story cites"]] if name == "drones" and k["wire prose"] == k["harbour prose"] == PROSE else ""
            made[f"content/{folder}/story.md"] = f"{story}\n"
            made[f"content/{folder}/dossier.yaml"] = _yaml(
                k[f"{name} comment"], f'title: "{k[f"{name} title"]}"', k[f"{name} updated"] and f"updated: {k[f'{name} updated']}",
                k.get(f"{name} tags", ""), k.get(f"{name} correction", ""), _silence(k[f"{name} silence"]),
            )  # fmt: skip
    if k["first"]:
        made["content/a-first/dossier.yaml"] = "title: The first\n"
        made["content/a-first/sources.yaml"] = paper
        made["content/a-first/quotes.yaml"] = f"- {{id: first-said, actor: {k['quote actor']}, words: They lead with dismounted forces}}\n"
    if k["last"]:
        made["content/z-last/dossier.yaml"] = "title: The last\nupdated: 2024-12-24\n"
        made["content/z-last/story.md"] = 'It rests on others [@paper "dismounted forces"].\n'

    n = k["newlines"]
    wire_text = [
        "Forces change tactics", f"VIENTIANE, Nov 20 (AFP) - {k['wire lead']}",
        f'"They lead with dismounted forces," Austin {k["wire quote"]}.', k["wire prose"],
        '"We will not wait for spring," said Mary Wareham of the Ban League.', "The aid package is worth $275 million.",
    ]  # fmt: skip
    made["seeds/wire.txt"] = f"{n}{n}".join(wire_text) + n
    made["seeds/paper.txt"] = (
        f'Long lines of trucks stood on the river on Wednesday.\n\n"They lead with dismounted forces," Lloyd Austen said.\n\n'
        f"{k['paper prose']}\n\nThe aid package is worth ${k['value'][:3]} million.\n"
    )
    made[f"seeds/{k['radio file']}"] = (
        f"Here is the radio.\n\nWe hear that a shipment is due, and {k['radio line'] or 'no more'}.\n\nRead also: the news\n"
    )
    made["seeds/harbour.txt"] = f"Cables were cut.\n\n{k['harbour prose']}\n\n{k['harbour end']}\n"
    made["seeds/drone.txt"] = f"Drones flew over the quay, the Pentagon said.\n\n{k['drone end']}\n"
    made["seeds/grain.txt"] = f"{k['grain line']}\n"
    if k["unused source"]:
        made["seeds/unused.txt"] = "Nobody cites this.\n"
    if k["stray"]:
        made["seeds/stray.txt"] = f"{k['stray']}\n"

    index = '{% extends "default/index.html" %}{% block sprite %}' + k["own index"] + "{% endblock %}\n"
    made |= {"themes/own/templates/index.html": index} if k["own index"] or k["theme"] == "own" else {}
    source = '{% extends "default/source.html" %}{% block sprite %}' + k["own source"] + "{% endblock %}\n"
    made |= {"themes/own/templates/source.html": source} if k["own source"] else {}
    made |= {"themes/own/templates/parts/missing.html": k["own part"] + "\n"} if k["own part"] else {}
    made |= {"themes/own/assets/style.css": k["own style"] + "\n"} if k["own style"] else {}
    made |= {"themes/own/assets/logo.txt": k["own asset"] + "\n"} if k["own asset"] else {}
    made |= {"themes/default/assets/note.txt": k["default asset"] + "\n"} if k["default asset"] else {}
    missing = '{% extends "default/404.html" %}{% block sprite %}' + k["default base"] + "{% endblock %}\n"
    made |= {"themes/default/templates/404.html": missing} if k["default base"] else {}
    return _troubled({path: text.encode() for path, text in made.items()}, mines, trouble)


def _troubled(made: dict[str, bytes], mines: str, trouble: str) -> dict[str, bytes]:  # noqa: C901, PLR0912, PLR0915 one case after the other
    """The same with something wrong in it."""

    def change(path: str, old: bytes, new: bytes) -> None:
        assert old in made[path], (path, old)
        made[path] = made[path].replace(old, new, 1)

    match trouble:
        case "altered":
            change(f"content/{mines}/quotes.yaml", b"dismounted", b"mounted")
        case "missing words":
            change("content/drones/events.yaml", b"flew over the quay", b"came by train and by ship")
        case "no seed":
            del made["seeds/drone.txt"]
        case "no dossier.yaml":
            del made["content/cables/dossier.yaml"]
        case "yaml":
            made["content/cables/events.yaml"] = b"- {id: ["
        case "utf8":
            made[f"content/{mines}/story.md"] = b"\xff\xfe"
        case "unknown actor":
            change("content/cables/quotes.yaml", b"actor: ", b"actor: un-")
        case "unknown outlet":
            change(f"content/{mines}/sources.yaml", b"file: wire.txt", b"file: wire.txt\n  outlet: nobody")
        case "twice":
            made["content/drones/quotes.yaml"] = b"- {id: lead, actor: austin, words: the Pentagon, kind: indirect}\n"
        case "theirs differs":
            change("content/cables/sources.yaml", b"file: paper.txt", b"file: paper.txt\n  deck: Another")
        case "site yaml":
            made["content/site.yaml"] += b"colour: red\n"
        case "actors yaml":
            made["content/actors.yaml"] += b"- [\n"
        case "page":
            made["content/pages/wrong.md"] = b"# Wrong\n\n[@nobody-at-all]\n"
        case "template":
            made["themes/default/templates/404.html"] = b"{{ nothing.like.this }}"
        case "template syntax":
            made["themes/default/templates/actor.html"] = b"{% if %}"
        case "theme":
            made["content/site.yaml"] = (
                made["content/site.yaml"].replace(b"theme: default", b"theme: defautl").replace(b"theme: own", b"theme: owm")
            )
        case "silence":
            path = "content/drones/dossier.yaml"
            made[path] += b"" if b"silence" in made[path] else b"silence: [{lint: altered, reason: No.}]\n"
            made[path] = made[path].replace(b"lint: ", b"lint: x")
        case "site silence":
            made["content/site.yaml"] = made["content/site.yaml"].replace(b"silence:", b"silences:") + b"publishes: x\n"
        case "story":
            made["content/drones/story.md"] = b"Drones [@flwon] flew.\n"
        case "not-text":
            made["seeds/drone.txt"] = b"\x00\x01\x02 Drones flew over the quay"
        case "affiliation":
            change("content/actors.yaml", b"affiliation: league}", b"affiliation: leage}")
        case "outside":
            change("content/drones/sources.yaml", b"drone.txt", b"../../drone.txt")
        case "stray yaml":
            made["content/drones/event.yaml"] = b"- {}\n"
        case "their id is gone":
            change("content/drones/events.yaml", b"id: flown", b"id: flight")
            made["content/drones/story.md"] = b"They flew.\n"
            made["content/cables/story.md"] = b"It was said [@flown].\n"
        case "sha":
            change("content/drones/sources.yaml", b"drone.txt", b"drone.txt, sha256: " + b"0" * 64)
        case "kin said apart":
            made["content/z-kin/dossier.yaml"] = b"title: Kin\n"
            made["content/z-kin/sources.yaml"] = (
                b"- {id: one, file: stray.txt, derived_from: other, independent_of: other}\n- {id: other, file: stray.txt}\n"
            )
            made.setdefault("seeds/stray.txt", b"notes\n")
        case _:
            pass
    return made


def first() -> dict[str, Any]:
    """The knobs as they are at first."""
    return {name: values[0] for name, values in KNOBS.items()}

"""Which templates and assets dress the pages, and what is wrong with them?

A site's own theme answers first and the packaged one for what it leaves out; `default/…` always means the packaged one. A template
gets what its page names, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from difflib import get_close_matches
from types import TracebackType
from typing import Any
from urllib.parse import quote

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.exceptions import UndefinedError
from msgspec import Struct, field, structs

from site_builder.problems import Problem
from site_builder.render.assets import published
from site_builder.render.compiled import Compiled, Direct, Exact, Macros, Scope, as_json, escaped, join, let_go, macro, shown
from site_builder.render.page import Page

DEFAULT = "default"
DEFAULT_PREFIX = "default/"
TEMPLATES, ASSETS = "templates/", "assets/"
MOST_LISTED = 12
INTERNAL = re.compile(r"_|(?:gi|ag|cr|f|tb|func|im)_|mro$")  # names of what Python keeps for itself


class Template(Struct, frozen=True):
    """A template's text and the file it stands in."""

    text: str
    file: str


class Theme(Struct, frozen=True):
    """Templates by name, assets by name with the path they are published under."""

    environment: Environment
    templates: Mapping[str, Template]
    assets: Mapping[str, bytes]
    addresses: Mapping[str, str]
    exact: Environment  # does as Jinja does what `environment`, which is quicker, can't do
    for_exact: set[str] = field(default_factory=set)  # the templates that need it


def load_theme(
    packaged: Mapping[str, bytes], name: str, own: Mapping[str, bytes], compiled: Compiled | None = None
) -> tuple[Theme, tuple[Problem, ...]]:
    """The site's own theme over the packaged one, with all that is wrong in its templates. Files by path within their theme.

    What was compiled before is taken from `compiled`, and what is compiled now is noted there.
    """
    problems: list[Problem] = []
    files = _named(packaged, DEFAULT, problems)
    both = files | _named(own, name, problems)
    templates = {path.removeprefix(TEMPLATES): _template(*held) for path, held in both.items() if path.startswith(TEMPLATES)}
    templates |= {
        DEFAULT_PREFIX + path.removeprefix(TEMPLATES): _template(*held) for path, held in files.items() if path.startswith(TEMPLATES)
    }
    assets = {path.removeprefix(ASSETS): content for path, (_, content) in both.items() if path.startswith(ASSETS)}
    theme = _theme(templates, assets, compiled)
    return theme, (*problems, *_syntax(theme))


def _named(files: Mapping[str, bytes], theme: str, problems: list[Problem]) -> dict[str, tuple[str, bytes]]:
    """Every template and asset with its place as a problem names it."""
    named = {}
    for path, content in files.items():
        file = f"themes/{theme}/{path}"
        if not path.isprintable():  # the list of what was published has a name a line
            problems.append(
                Problem(
                    ascii(file)[1:-1], "unreadable", "this file has signs in its name that can't be seen", "rename it", line=1, column=1
                )
            )
        elif path.startswith(TEMPLATES) and not _is_text(content):
            problems.append(Problem(file, "not-utf8", "this template is not UTF-8", "save it as UTF-8", line=1, column=1))
        elif path.startswith((TEMPLATES, ASSETS)):
            named[path] = (file, content)
    return named


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _template(file: str, content: bytes) -> Template:
    return Template(content.decode().replace("\r\n", "\n"), file)


def unknown_theme(name: str, known: Iterable[str], *, is_link: bool = False) -> Problem:
    """The problem with a theme that is not there, or only as a link."""
    names = sorted({DEFAULT, *known})
    near = get_close_matches(name, names, 1)
    hint = f"did you mean '{near[0]}'?" if near else f"there is: {', '.join(names)}"
    if is_link:
        hint = f"themes/{name} is a link, which is not followed: put the folder itself there"
    return Problem("content/site.yaml", "unknown-theme", f"there is no theme called '{name}' in themes/", hint, trail=("theme",))


class _Templates(Environment):
    """Templates may use what their page names and nothing that lies behind it: no template reads files, be it somebody else's."""

    code_generator_class = Exact
    shown = staticmethod(shown)
    escaped = staticmethod(escaped)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 as Jinja calls it
        """As Jinja does, also for `map(attribute=…)`, but never what Python keeps for itself."""
        if isinstance(argument, str) and INTERNAL.match(argument):
            raise InternalError(argument)
        return super().getitem(obj, argument)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template's tree, if it asks for nothing of the kind."""
        tree = super()._parse(source, name, filename)
        for found in tree.find_all(nodes.Getattr):
            if INTERNAL.match(found.attr):
                message = f"a template can't use '{found.attr}'"
                raise TemplateSyntaxError(message, found.lineno, name, filename)
        return tree


class _Quick(_Templates):
    """The same in less time, but it may fail where the other does not."""

    code_generator_class = Direct
    context_class = Scope
    template_class = Macros
    macro = staticmethod(macro)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """As one dictionary where Jinja chains two: every template that is included copies it."""
        return {**self.globals, **(d or {})}


class InternalError(Exception):
    """A template asks for what Python keeps for itself."""

    def __str__(self) -> str:
        return f"a template can't use '{self.args[0]}'"


def _theme(templates: Mapping[str, Template], assets: Mapping[str, bytes], compiled: Compiled | None) -> Theme:
    addresses, contents = published(assets)
    links = {name: quote(address) for name, address in addresses.items()}

    def asset(name: str) -> str:
        """Where an asset of the theme is published, from the site's root."""
        if name not in links:
            near = get_close_matches(name, addresses, 1)
            raise UnknownAsset(f"the theme has no asset '{name}'", f"did you mean '{near[0]}'?" if near else _listed(addresses))
        return links[name]

    quick, exact = (_environment(kind, _Loader(templates), asset) for kind in (_Quick, _Templates))
    quick.filters["join"] = join
    quick.bytecode_cache = compiled
    return Theme(quick, templates, contents, addresses, exact)


def _environment(kind: type[Environment], loader: BaseLoader, asset: Callable[[str], str]) -> Environment:
    environment = kind(
        loader=loader,
        autoescape=True,
        undefined=Missing,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        keep_trailing_newline=True,
    )
    del environment.filters["attr"]  # it looks behind names that are put together
    environment.globals["asset"] = asset
    environment.policies["json.dumps_function"] = as_json
    return environment


class _Loader(BaseLoader):
    """Templates by name, out of the loaded theme."""

    def __init__(self, templates: Mapping[str, Template]) -> None:
        self.templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:  # noqa: ARG002 as Jinja calls it
        held = self.templates.get(template)
        if held is None:
            raise TemplateNotFound(template)
        return held.text, held.file, None

    def list_templates(self) -> list[str]:
        return sorted(self.templates)


class UnknownAsset(Exception):
    """A template asks for an asset that no theme has."""


class Missing(StrictUndefined):
    """What a page does not offer: using it says what the page does offer."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint or not isinstance(self._undefined_obj, Struct):
            return super()._undefined_message
        offered = [field.name for field in structs.fields(self._undefined_obj)]
        return f"{type(self._undefined_obj).__name__} has no '{name}'\n{_nearest(name, offered)}"


def _nearest(name: str, offered: list[str]) -> str:
    near = get_close_matches(name, offered, 1)
    return (f"did you mean '{near[0]}'? " if near else "") + _listed(offered)


def _listed(offered: Iterable[str]) -> str:
    names = sorted(offered)
    return "there is: " + ", ".join(names[:MOST_LISTED]) + (" …" if len(names) > MOST_LISTED else "")


def _syntax(theme: Theme) -> Iterator[Problem]:
    """Templates that can't be read."""
    for name, template in theme.templates.items():
        if name.startswith(DEFAULT_PREFIX) and theme.templates.get(name.removeprefix(DEFAULT_PREFIX)) == template:
            continue
        try:
            theme.environment.get_template(name)
        except TemplateSyntaxError as error:
            yield Problem(template.file, "template", _sentence(error.message or "can't be read"), line=error.lineno, column=1)
        except RecursionError:
            yield Problem(template.file, "template", "nested too deeply", line=1, column=1)


def render(page: Page, theme: Theme) -> str | Problem:
    """The page's text; or what is wrong with its template."""
    if page.template not in theme.for_exact:
        try:
            return theme.environment.get_template(page.template).render(page.inputs)
        except Exception:  # noqa: BLE001, S110 whatever it is: the other way it does not happen, or is told with its line
            pass
        finally:
            let_go()
    try:
        text = theme.exact.get_template(page.template).render(page.inputs)
    except Exception as error:  # noqa: BLE001 a template may do anything; whatever happens in it is the template's problem
        return _problem(error, page, theme)
    theme.for_exact.add(page.template)
    return text


def _problem(error: Exception, page: Page, theme: Theme) -> Problem:
    held = theme.templates.get(page.template)
    file, line = _place(error.__traceback__, theme) or (held.file if held else page.template, 1)
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or file, error.lineno
    message, _, hint = str(error).partition("\n")
    if isinstance(error, TemplateNotFound):
        near = get_close_matches(str(error.name), theme.templates, 1)
        message, hint = f"there is no template '{error.name}'", f"did you mean '{near[0]}'?" if near else ""
    elif isinstance(error, RecursionError):
        message, hint = "this template includes itself without end", ""
    elif isinstance(error, InternalError):
        message, hint = str(error), ""
    elif isinstance(error, UnknownAsset):
        message, hint = str(error.args[0]), str(error.args[1])
    elif isinstance(error, UndefinedError):
        undefined = re.fullmatch(r"'(.+)' is undefined", message)
        if undefined:
            message, hint = f"this page offers no '{undefined[1]}'", _nearest(undefined[1], list(page.inputs))
    else:
        message = f"{type(error).__name__}: {message}" if message else type(error).__name__
    return Problem(file, "template", _sentence(message), hint, line=line, column=1)


def _sentence(message: str) -> str:
    return message.rstrip(".")


def _place(traceback: TracebackType | None, theme: Theme) -> tuple[str, int] | None:
    """The innermost line of a template that the error came through."""
    files = {template.file for template in theme.templates.values()}
    found = None
    while traceback:
        if traceback.tb_frame.f_code.co_filename in files:
            found = (traceback.tb_frame.f_code.co_filename, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found

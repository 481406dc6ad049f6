"""The names of styles: as Word knows them, as a Dutch Word shows them, and the parts of a
paper they play."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

from exports.wordml.xml import Element, q
from pa_tui.errors import N_, FileError

_DUTCH = {
    "standaard": "normal",
    "titel": "title",
    "ondertitel": "subtitle",
    "lijstalinea": "list paragraph",
    "bijschrift": "caption",
    "koptekst": "header",
    "voettekst": "footer",
    "voetnoottekst": "footnote text",
    "voetnootmarkering": "footnote reference",
    "kopvaninhoudsopgave": "toc heading",
    "standaardtabel": "normal table",
    "tabelraster": "table grid",
    "standaardalinea-lettertype": "default paragraph font",
    "geenlijst": "no list",
    "tekstopmerking": "annotation text",
    "verwijzingopmerking": "annotation reference",
    **{f"kop{level}": f"heading {level}" for level in range(1, 10)},
    **{f"inhopg{level}": f"toc {level}" for level in range(1, 10)},
}
"""What a Dutch Word calls the styles it has by itself, without spaces."""

_ROLES = {
    "body": "normal",
    "platte tekst": "normal",
    "list": "list paragraph",
    "lijst": "list paragraph",
    "table": "tabel",
    "table text": "tabeltekst",
    "small table text": "tabeltekst klein",
    "facts": "gegevens",
    "footnote": "footnote text",
    "voetnoot": "footnote text",
    "cover title": "omslagtitel",
    "cover": "omslag",
    "stamp": "stempel",
    "box": "kader",
    "small": "klein",
    "margin": "kantlijn",
    "article": "afspraak",
    "article text": "afspraaktekst",
    "contents title": "toc heading",
    "kop inhoud": "toc heading",
    **{f"contents {level}": f"toc {level}" for level in range(1, 4)},
    **{f"inhoud {level}": f"toc {level}" for level in range(1, 4)},
}
"""The parts of a paper by their plain names, with the style that plays them."""


class Names:
    """The styles of a part, found by whatever name somebody has for them."""

    def __init__(self, styles: Element) -> None:
        self.exact: dict[str, Element] = {}
        self._loose: dict[str, Element] = {}
        for style in styles.iterchildren(q("style")):
            name, key = style.find(q("name")), style.get(q("styleId"))
            if name is None or not key:
                continue
            own = name.get(q("val"), "").casefold()
            self.exact.setdefault(own, style)
            for other in (*_aliases(style), key.casefold(), _word_name(own)):
                self._loose.setdefault(other, style)

    def find(self, name: str) -> Element | None:
        """The style of this name, else the one a Dutch Word shows so, has the name beside
        its own, or keeps it as its id; capitals do not count."""
        own = name.casefold().strip()
        tried = (own, _word_name(own), own.replace(" ", ""))
        for known in (self.exact, self._loose):
            found = next((known[key] for key in tried if key in known), None)
            if found is not None:
                return found
        return None


def _aliases(style: Element) -> Iterable[str]:
    aliases = style.find(q("aliases"))
    told = aliases.get(q("val"), "") if aliases is not None else ""
    return (one.strip().casefold() for one in told.split(",") if one.strip())


def _word_name(name: str) -> str:
    """The name Word has for a style that a Dutch Word shows as ``name``."""
    return _DUTCH.get(name.replace(" ", ""), name)


def part_played(name: str, ours: Mapping[str, Element]) -> str:
    """Which of our styles somebody means by the name of a part; empty where none."""
    own = name.casefold().strip()
    for known in (own, _ROLES.get(own, ""), _word_name(own)):
        if known in ours:
            return known
    return ""


def mapping(settings: Path, template: Path, theirs: Names, ours: Names) -> dict[str, str]:
    """Which of the template's styles stand in for ours: the table [styles] of a TOML file.

    Raises FileError where it cannot be read, names a part no paper has or a style the
    template has not, or one of another kind.
    """
    try:
        found = tomllib.loads(settings.read_text("utf-8-sig")).get("styles", {})
    except OSError as error:
        raise FileError(
            N_("{path} is not there, or may not be read. Choose another file of styles."),
            path=settings,
        ) from error
    except (UnicodeError, tomllib.TOMLDecodeError) as error:
        raise FileError(
            N_("{path} cannot be read as TOML: {reason}."), path=settings, reason=error
        ) from error
    if not isinstance(found, dict):
        raise FileError(
            N_("{path}: “styles” is no table. Write [styles] on a line of its own."),
            path=settings,
        )
    instead = {}
    for part, name in found.items():
        own = part_played(part, ours.exact)
        if not own:
            raise FileError(
                N_("{path} names “{part}”, which is no part of a paper. Known are: {known}."),
                path=settings,
                part=part,
                known=", ".join(_KNOWN),
            )
        style = theirs.find(name) if isinstance(name, str) else None
        if style is None:
            raise FileError(
                N_("{path} names the style “{name}”, which {template} does not have."),
                path=settings,
                name=name,
                template=template.name,
            )
        if style.get(q("type")) != ours.exact[own].get(q("type")):
            raise FileError(
                N_(
                    "{path} gives “{part}” the style “{name}”, but the one is for tables and "
                    "the other is not. Choose another style."
                ),
                path=settings,
                part=part,
                name=name,
            )
        instead[own] = style.get(q("styleId"), "")
    return instead


_KNOWN = (
    "kop 1–6",
    "platte tekst",
    "lijst",
    "tabel",
    "tabeltekst",
    "bijschrift",
    "koptekst",
    "voettekst",
    "voetnoot",
    "titel",
    "ondertitel",
    "inhoud 1–3",
    "afspraak",
    "afspraaktekst",
    "kader",
    "klein",
    "kantlijn",
    "stempel",
    "omslag",
    "omslagtitel",
)
"""What a message names; the English names (heading 1, body, list) are known as well."""

"""Templates of meetings: TOML that ships with the program and that users can edit a copy of.

A copy in the folder ``meetings`` beside the settings goes before the shipped file of the same
name; other files there add to them. A file that cannot be used is told, and passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.selection import Selection
from pa_tui.domain.templates import Holds, MeetingTemplate, TemplateItem, Templates
from pa_tui.errors import N_, AgreementError, FileError
from storage.settings import settings_place

_KINDS = MappingProxyType(
    {
        "werkgroep": MeetingKind.WORKING_GROUP,
        "ambtelijk": MeetingKind.OFFICIAL,
        "bestuurlijk": MeetingKind.ADMINISTRATIVE,
        "schriftelijk": MeetingKind.WRITTEN,
        "evaluatie": MeetingKind.EVALUATION,
    }
)
_HOLDS = MappingProxyType(
    {
        "punt": Holds.POINT,
        "verslag": Holds.MINUTES,
        "acties": Holds.ACTIONS,
        "komt terug": Holds.COMING_BACK,
        "themas": Holds.THEMES,
        "lijst": Holds.SELECTION,
        "vaststelling": Holds.ADOPTION,
        "sluiting": Holds.CLOSING,
    }
)
_LISTS = MappingProxyType(
    {
        "open": Selection.OPEN,
        "bespreken": Selection.DISCUSS,
        "strijdig": Selection.CONTESTED,
        "voorgelegd": Selection.SUBMITTED,
        "aangehouden": Selection.DEFERRED,
        "voorbehoud": Selection.RESERVED,
        "reacties": Selection.REACTIONS,
        "geen trekker": Selection.NO_LEAD,
        "geen datum": Selection.NO_DATE,
        "komt terug": Selection.COMING_BACK,
    }
)
_MINUTES = 24 * 60
_TITLES = MappingProxyType(
    {
        Holds.MINUTES: "Verslag vorige bijeenkomst",
        Holds.ACTIONS: "Actielijst",
        Holds.COMING_BACK: "Terugkerende punten",
        Holds.ADOPTION: "Hamerstukken en vaststelling van de prestatieafspraken",
        Holds.CLOSING: "Rondvraag en sluiting",
    }
)


def templates_place() -> Path:
    """The folder of the user's own templates."""
    return settings_place().parent / "meetings"


def load_templates(place: Path | None = None) -> Templates:
    """Every template there is; what is wrong with files of the user stands in ``troubles``."""
    folder = place or templates_place()
    mine: dict[str, MeetingTemplate] = {}
    troubles: list[AgreementError] = []
    for path in _own_files(folder):
        try:
            mine[path.name] = read_template(path)
        except AgreementError as error:
            troubles.append(error)
    shipped = [read_text(text, name) for name, text in shipped_texts() if name not in mine]
    return Templates((*mine.values(), *shipped), tuple(troubles))


def _own_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError:
        return []


def shipped_texts() -> Iterator[tuple[str, str]]:
    """Name and text of each template that ships with the program."""
    for own in sorted(resources.files(__name__).iterdir(), key=lambda one: one.name):
        if own.name.endswith(".toml"):
            yield own.name, own.read_text(encoding="utf-8")


def write_templates(*, force: bool = False, place: Path | None = None) -> tuple[Path, ...]:
    """Writes the shipped templates to the user's folder, to be edited there; the paths of
    those that were written. Without ``force`` what is there stays. Raises FileError."""
    folder = place or templates_place()
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in shipped_texts():
            path = folder / name
            if force or not path.exists():
                path.write_text(text, encoding="utf-8")
                written.append(path)
    except OSError as error:
        raise FileError(
            N_("The templates cannot be written in {folder} ({reason})."),
            folder=folder,
            reason=error.strerror or error,
        ) from error
    return tuple(written)


def read_template(path: Path) -> MeetingTemplate:
    """The template in a file; raises FileError, which names the file, the place and the way
    out."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _trouble(path, "", N_("it cannot be read as text"), reason) from error
    return read_text(text, str(path))


def read_text(text: str, name: str) -> MeetingTemplate:
    """The template in a text that is called ``name``; raises FileError."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _trouble(name, "", N_("it is no TOML"), str(error)) from error
    table = _Table(found, name, "")
    items = found.get("punt")
    if not isinstance(items, list) or not items:
        raise _trouble(name, "", N_("it has no items; write [[punt]] above each"))
    made = tuple(
        _item(_Table(own if isinstance(own, Mapping) else {}, name, f"punt {place}"))
        for place, own in enumerate(items, start=1)
    )
    table.only("overleg", "nummer", "duur", "begin", "termijn", "punt")
    return MeetingTemplate(
        Path(name).stem,
        table.choice("overleg", _KINDS),
        made,
        table.whole("nummer"),
        table.whole("duur", _MINUTES) or 0,
        table.clock("begin"),
        table.whole("termijn", 366) or 0,
    )


def _item(table: _Table) -> TemplateItem:
    table.only("soort", "titel", "minuten", "lijst")
    holds = table.choice("soort", _HOLDS, "punt")
    title = table.words("titel") or _TITLES.get(holds, "")
    if not title and holds is not Holds.THEMES:
        raise table.trouble("titel", N_("a title is missing"))
    chosen = table.choice("lijst", _LISTS) if holds is Holds.SELECTION else None
    minutes = table.whole("minuten", _MINUTES)
    shares = holds in (Holds.THEMES, Holds.SELECTION, Holds.COMING_BACK)
    return TemplateItem(holds, title, minutes if shares else minutes or 0, chosen)


class _Table:
    """A table of a template, read key by key; refusals name file, place and way out."""

    def __init__(self, found: Mapping[str, Any], name: str, place: str) -> None:
        self._found, self._name, self._place = found, name, place

    def trouble(self, key: str, what: str, reason: str = "") -> FileError:
        return _trouble(self._name, ", ".join(filter(None, (self._place, key))), what, reason)

    def only(self, *keys: str) -> None:
        for key in self._found:
            if key not in keys:
                raise self.trouble(key, N_("it is not known here"), ", ".join(keys))

    def words(self, key: str) -> str:
        value = self._found.get(key, "")
        if not isinstance(value, str):
            raise self.trouble(key, N_("it must be words between quotation marks"))
        return " ".join(value.split())

    def choice(self, key: str, among: Mapping[str, Any], usual: str = "") -> Any:
        word = self.words(key) or usual
        if word not in among:
            raise self.trouble(key, N_("choose one of these"), ", ".join(among))
        return among[word]

    def whole(self, key: str, most: int = 99) -> int | None:
        value = self._found.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
            raise self.trouble(key, N_("it must be a whole number"), f"0-{most}")
        return value

    def clock(self, key: str) -> str:
        word = self.words(key)
        found = re.fullmatch(r"([01]?\d|2[0-3])[.:]([0-5]\d)", word)
        if word and not found:
            raise self.trouble(key, N_("it must be a clock time"), "13.00")
        return f"{int(found[1])}.{found[2]}" if found else ""


def _trouble(name: Path | str, place: str, what: str, reason: str = "") -> FileError:
    return FileError(
        N_(
            "The template {file} is not used, the shipped one is: {place}{what}{reason}. "
            "Put it right, or throw it away."
        ),
        file=name,
        place=f"{place}: " if place else "",
        what=AgreementError(what),
        reason=f" ({reason})" if reason else "",
    )

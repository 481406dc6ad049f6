"""A new agreement from a few lines: parties, year, title, file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from pa_tui.domain.agreement import Facts
from pa_tui.domain.parties import Party, Role, party_key
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import clean
from pa_tui.edits.structure import StartAgreement
from pa_tui.errors import N_, Unreadable
from pa_tui.language import _
from screens.start.folder import path_of
from screens.widgets.form import Field

EARLIEST, LATEST = 1990, 2200
_MUNICIPALITY = "Gemeente"


def beginning_fields(folder: Path, today: date) -> tuple[Field, ...]:
    """The lines of the form; title and file follow the municipality and the year."""
    year = str(today.year + 1)

    def placed(text: str) -> str:
        return _("is there already") if text and (folder / path_of(text)).exists() else ""

    return (
        Field("municipality", _("Municipality")),
        Field("corporations", _("Housing corporations"), told=lambda text: _commas(text)),
        Field("tenants", _("Tenants’ organisations"), told=lambda text: _commas(text)),
        Field("year", _("Year"), year),
        Field("title", _("Title"), title_for("", year)),
        Field("file", _("File"), file_for("", year), told=placed),
    )


def _commas(text: str) -> str:
    return "" if text.strip() else _("several with a comma between them")


def title_for(municipality: str, year: str) -> str:
    """ "Prestatieafspraken Rietbeek 2027"."""
    place = _without_kind(municipality)
    return " ".join(part for part in ("Prestatieafspraken", place, year) if part)


def file_for(municipality: str, year: str) -> str:
    """ "prestatieafspraken-rietbeek-2027.pa"."""
    place = _without_kind(municipality)
    key = party_key(place) if place else ""
    return "-".join(part for part in ("prestatieafspraken", key, year) if part) + ".pa"


def beginning_from(values: dict[str, str]) -> StartAgreement:
    """The act that begins the agreement of a filled form; raises Unreadable."""
    year = values["year"].strip()
    if not (year.isdecimal() and EARLIEST <= int(year) <= LATEST):
        raise Unreadable(N_("“{value}” is not a year for an agreement."), value=year)
    title = clean(values["title"]).strip() or title_for(values["municipality"], year)
    facts = Facts(
        title=title,
        year=int(year),
        period_start=date(int(year), 1, 1),
        period_end=date(int(year), 12, 31),
    )
    return StartAgreement(facts, parties_from(values))


def parties_from(values: dict[str, str]) -> tuple[Party, ...]:
    """The parties in the order of the table: municipalities, corporations, tenants."""
    named = [
        (name, role)
        for key, role in (
            ("municipality", Role.MUNICIPALITY),
            ("corporations", Role.CORPORATION),
            ("tenants", Role.TENANTS),
        )
        for name in _names(values[key])
    ]
    alone = sum(role is Role.MUNICIPALITY for _, role in named) == 1
    keys: list[str] = []
    parties = []
    for rank, (name, role) in zip(spread(len(named)), named, strict=True):
        place = _without_kind(name)
        keys.append(party_key(place if role is Role.MUNICIPALITY else name, keys))
        if role is Role.MUNICIPALITY:
            short = _MUNICIPALITY if alone else place
            parties.append(Party(keys[-1], rank, short, f"{_MUNICIPALITY} {place}", role))
        else:
            parties.append(Party(keys[-1], rank, name, name, role))
    return tuple(parties)


def place_typed(folder: Path, values: dict[str, str]) -> Path:
    """Where the file is to be made; raises Unreadable where no name was given."""
    text = values["file"].strip()
    if not text:
        raise Unreadable(N_("The file needs a name, like prestatieafspraken-2027.pa."))
    path = folder / path_of(text)
    return path if path.suffix.casefold() == ".pa" else path.with_name(path.name + ".pa")


def _names(text: str) -> list[str]:
    names = (" ".join(clean(part).split()) for part in re.split(r"[,;]", text))
    return list(dict.fromkeys(name for name in names if name))


def _without_kind(name: str) -> str:
    return re.sub(rf"^{_MUNICIPALITY}\s+", "", name.strip(), flags=re.IGNORECASE)

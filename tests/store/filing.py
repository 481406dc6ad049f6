"""A small agreement file to try things on."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import storage
from pa_tui import edits
from pa_tui.domain.agreement import Agreement, Facts
from pa_tui.domain.parties import Role
from pa_tui.domain.text import paragraph
from pa_tui.workspace import Workspace

NOON = datetime(2026, 9, 15, 12, 0)

BUILD = (
    edits.SetParty("rietbeek", "Gemeente Rietbeek", Role.MUNICIPALITY, "Gemeente"),
    edits.SetParty("beekwonen", "Stichting Beekwonen", Role.CORPORATION, "Beekwonen"),
    edits.SetParty("hbr", "Huurdersbelang Rietbeek", Role.TENANTS, "HBR"),
    edits.AddTheme("Betaalbaar wonen"),
    edits.AddTheme("Genoeg woningen"),
    *(
        edits.AddArticle(
            theme, paragraph(f"Beekwonen bouwt in {theme} woning {i}."), f"Woning {i}"
        )
        for theme in ("1", "2")
        for i in range(3)
    ),
)


class Ticking:
    """A clock that goes on a minute at every look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def new_file(path: Path, *acts: edits.Edit) -> Workspace:
    clock = Ticking()
    start = edits.StartAgreement(Facts(title="Rietbeek 2027", year=2027))
    store = storage.create_file(path, start, edits.Moment.of(clock(), "voorzitter"))
    table = Workspace(store, clock, "voorzitter")
    for act in (*BUILD, *acts):
        table.perform(act)
    return table


def opened(path: Path, who: str = "secretaris") -> Workspace:
    return Workspace(storage.open_file(path), Ticking(), who)


def everything(agreement: Agreement) -> list[object]:
    return list(agreement.entities())

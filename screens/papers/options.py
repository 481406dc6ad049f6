"""What can be chosen for a paper, as rows of a list: what it is now, and how it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.language import N_, _
from screens.base import TableScreen
from screens.entry.asking import Entry, Option, Question
from screens.offers import Chosen, Offer, since_when

SHOWS = {
    "": N_("in the sentence"),
    "inline": N_("in a line under it"),
    "column": N_("in a column beside it"),
}
"""How a draft tells lead and planning, by its name; the usual one first."""

_WORD = (".docx", ".dotx")

Choose = Callable[[Chosen], None]
"""Hears what was chosen."""


class Row(NamedTuple):
    """An option: its name, what it is called and what it is now."""

    name: str
    title: str
    now: str


def rows(offer: Offer, agreement: Agreement, chosen: Chosen) -> Iterator[Row]:
    """The options of a paper."""
    for name in offer.options:
        yield Row(name, _(_TITLES[name]), _now(name, agreement, chosen))
    if "docx" in offer.forms:
        own = chosen.template.name if chosen.template else _("none")
        yield Row("template", _("Word template"), own)
    folder = chosen.folder.resolve().name if chosen.folder else _("beside the file")
    yield Row("folder", _("Folder"), folder)


_TITLES = {
    "since": N_("Changes since"),
    "comments": N_("Remarks in the margin"),
    "shows": N_("Lead and planning"),
    "meeting": N_("Of meeting"),
    "confirmed": N_("Only what is confirmed"),
}


def _now(name: str, agreement: Agreement, chosen: Chosen) -> str:
    if name == "since":
        return since_when(agreement, chosen)
    if name == "shows":
        return _(SHOWS[chosen.shows])
    if name == "meeting":
        meeting = agreement.meetings.get(chosen.meeting or "")
        return labels.meeting(meeting) if meeting else _("all")
    return _("yes") if getattr(chosen, name) else _("no")


def change(name: str, screen: TableScreen, chosen: Chosen, choose: Choose) -> None:
    """Changes an option: what has two values turns over, else it is asked."""
    if name == "comments":
        choose(replace(chosen, comments=not chosen.comments))
    elif name == "confirmed":
        choose(replace(chosen, confirmed=not chosen.confirmed))
    elif name == "shows":
        known = list(SHOWS)
        place = (known.index(chosen.shows) + 1) % len(known)
        choose(replace(chosen, shows=known[place]))
    elif name == "since":
        _ask_since(screen, chosen, choose)
    elif name == "meeting":
        _ask_meeting(screen, chosen, choose)
    elif name == "template":
        _ask_template(screen, chosen, choose)
    else:
        _ask_folder(screen, chosen, choose)


def _ask_since(screen: TableScreen, chosen: Chosen, choose: Choose) -> None:
    known = [version.name for version in screen.agreement.ordered_versions]

    def taken(words: str) -> None:
        choose(replace(chosen, since=words))

    screen.type_in(
        Entry(
            _("changes since"),
            taken,
            understood=lambda words: ", ".join(known[-3:]),
            completed=lambda words: _completed(words, known),
            text=since_when(screen.agreement, chosen),
            hint=_("a version, a meeting (WG2) or a day"),
            offered=True,
        )
    )


def _completed(words: str, known: list[str]) -> str:
    start = words.strip().casefold()
    return next((own for own in reversed(known) if own.casefold().startswith(start)), words)


def _ask_meeting(screen: TableScreen, chosen: Chosen, choose: Choose) -> None:
    agreement = screen.agreement
    answers = [
        Option(str(place), labels.meeting(meeting), meeting.id)
        for place, meeting in enumerate(agreement.ordered_meetings[-9:], 1)
    ]
    answers.append(Option("0", _("all"), None))
    screen.ask(
        Question(
            _("Of which meeting?"),
            tuple(answers),
            lambda meeting: choose(replace(chosen, meeting=meeting)),
        )
    )


def _ask_template(screen: TableScreen, chosen: Chosen, choose: Choose) -> None:
    def taken(words: str) -> None:
        path = Path(words).expanduser() if words else None
        if path is not None and not path.is_file():
            screen.say(_("{path} is not there. Type the path of a .docx.", path=path))
            return
        if path is not None and path.suffix.casefold() not in _WORD:
            screen.say(_("{path} is no Word file. Type the path of a .docx.", path=path))
            return
        screen.app.services.keep("template", str(path.resolve()) if path else "")
        choose(replace(chosen, template=path))

    screen.type_in(
        Entry(
            _("Word template"),
            taken,
            text=str(chosen.template or ""),
            hint=_("path of a .docx; empty is none"),
            offered=True,
        )
    )


def _ask_folder(screen: TableScreen, chosen: Chosen, choose: Choose) -> None:
    def taken(words: str) -> None:
        path = Path(words).expanduser() if words else None
        if path is not None and not path.is_dir():
            screen.say(_("The folder {path} is not there. Choose another one.", path=path))
            return
        choose(replace(chosen, folder=path))

    screen.type_in(
        Entry(
            _("folder"),
            taken,
            text=str(chosen.folder or ""),
            hint=_("empty is beside the agreement file"),
            offered=True,
        )
    )

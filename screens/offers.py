"""The papers that can be made of an agreement now, and where they go.

The papers themselves are imported when somebody asks what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pa_tui import labels
from pa_tui.domain.agreement import Agreement, Version
from pa_tui.domain.meetings import Meeting, MeetingState, MinutesState
from pa_tui.language import _

if TYPE_CHECKING:
    from pa_tui.looking_back import Past
    from pa_tui.papers.blocks import Paper
    from pa_tui.papers.registry import Wish

LookBack = Callable[[str], "Past"]
"""Gives the agreement as it was right after the entry of this id, and the steps since."""

Make = Callable[[Agreement, datetime], "Paper"]
"""Makes a paper of an agreement at a moment."""

_APART = ("minutes", "draft", "redline")
_NO_MOMENT = datetime.min


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that exists now: its ``key``, what it is called, how it stands ("concept"),
    its forms, how it is made, and what its file is called, given the name of the agreement
    file and a form."""

    key: str
    title: str
    state: str
    forms: tuple[str, ...]
    make: Make
    named: Callable[[str, str], str]


def offers(agreement: Agreement, look_back: LookBack | None = None) -> tuple[Offer, ...]:
    """The minutes of every meeting, the latest first, the draft, clean and (where
    ``look_back`` can fetch them) with the changes since each version, then every other
    paper."""
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    return (
        *(minutes_of(agreement, meeting) for meeting in reversed(held)),
        the_draft(agreement),
        *(_changes(agreement, look_back) if look_back else ()),
        *_others(agreement, look_back),
    )


def minutes_of(agreement: Agreement, meeting: Meeting) -> Offer:
    """The minutes of a meeting."""
    from pa_tui.papers.registry import Wish

    title = _(
        "Minutes {meeting}, {day}",
        meeting=labels.meeting(meeting),
        day=labels.day(meeting.date),
    )
    wish = Wish(_NO_MOMENT, meeting.id)
    return _offer(agreement, "minutes", wish, title, _standing(meeting), f":{meeting.id}")


def the_draft(agreement: Agreement) -> Offer:
    """The text of the agreement as it stands."""
    from pa_tui.papers.draft import version_name

    return _offer(agreement, "draft", state=version_name(agreement))


def _changes(agreement: Agreement, look_back: LookBack) -> Iterator[Offer]:
    from pa_tui.papers.registry import Wish

    for version in reversed(agreement.ordered_versions):
        title = _("Draft with changes since {version}", version=version.name)
        wish = Wish(_NO_MOMENT, since_name=version.name)
        made = _offer(agreement, "redline", wish, title, which=f":{version.id}")
        yield replace(made, make=_compared("redline", version, look_back))


def _compared(name: str, version: Version, look_back: LookBack) -> Make:
    """Makes a paper that looks back at a version."""
    from pa_tui.papers.registry import PAPERS, Wish

    def make(now: Agreement, at: datetime) -> Paper:
        past = look_back(version.entry)
        wish = Wish(at, since=past.agreement, since_name=version.name, steps=past.steps)
        return PAPERS[name].make(now, wish)

    return make


def _others(agreement: Agreement, look_back: LookBack | None) -> Iterator[Offer]:
    from pa_tui.papers.registry import PAPERS

    oldest = next(iter(agreement.ordered_versions), None)
    for name, kind in PAPERS.items():
        if kind.title and name not in _APART:
            made = _offer(agreement, name)
            if kind.compares and look_back and oldest:
                made = replace(made, make=_compared(name, oldest, look_back))
            yield made


def _offer(
    agreement: Agreement,
    name: str,
    wish: Wish | None = None,
    title: str = "",
    state: str = "",
    which: str = "",
) -> Offer:
    from pa_tui.papers.registry import PAPERS, Wish, named

    kind, own = PAPERS[name], wish or Wish(_NO_MOMENT)
    stem = kind.stem(agreement, own)
    return Offer(
        name + which,
        title or _(kind.title),
        state,
        kind.forms,
        lambda now, at: kind.make(now, replace(own, at=at)),
        lambda of, form: named(agreement, of, stem, form),
    )


def place_of(offer: Offer, file: Path, form: str) -> Path:
    """Where a paper goes: beside the agreement file, under its name."""
    return file.with_name(offer.named(file.stem, form))


def free_place(path: Path) -> Path:
    """The path, or the first one like it with a number that is not taken."""
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def _standing(meeting: Meeting) -> str:
    if meeting.minutes_state is MinutesState.ADOPTED:
        return labels.name(MinutesState.ADOPTED)
    if meeting.state is MeetingState.OPEN:
        return _("still running")
    return labels.name(MinutesState.CONCEPT)

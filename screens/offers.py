"""The papers that can be made of an agreement now, and where they go.

The papers themselves are imported when somebody asks what there is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState, MinutesState
from pa_tui.language import _
from pa_tui.ports import Store

if TYPE_CHECKING:
    from pa_tui.papers.blocks import Paper
    from pa_tui.papers.editions import Edition
    from pa_tui.papers.registry import Wish

Make = Callable[[Agreement, datetime], "Paper"]
"""Makes a paper of an agreement at a moment."""

_HAS = {
    "draft": ("comments", "shows"),
    "redline": ("since", "comments", "shows"),
    "concordance": ("since",),
    "decisions": ("meeting",),
    "actions": ("meeting",),
    "agenda": ("meeting",),
    "matrix": ("confirmed",),
    "calendar": ("confirmed",),
}
"""What can be chosen for a paper, beside where it goes."""

_NO_MOMENT = datetime.min


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen for papers: since which version, meeting or day changes are shown
    (empty: the usual one), remarks in the margin, how a draft tells lead and planning (by its
    name), which meeting lists are of (None: all), only what is confirmed; the folder they go
    to (None: beside the file) and the Word template they are dressed in."""

    since: str = ""
    comments: bool = False
    shows: str = ""
    meeting: str | None = None
    confirmed: bool = False
    folder: Path | None = None
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that exists now: its ``key``, what it is called, how it stands ("concept"),
    its forms, how it is made, and what its file is called, given the name of the agreement
    file and a form. ``options`` name what can be chosen for it. Minutes are of a ``meeting``
    and come as an ``edition``."""

    key: str
    title: str
    state: str
    forms: tuple[str, ...]
    make: Make
    named: Callable[[str, str], str]
    options: tuple[str, ...] = ()
    meeting: str = ""
    edition: Callable[[Agreement, datetime], Edition] | None = None


def offers(
    agreement: Agreement, store: Store | None = None, chosen: Chosen | None = None
) -> tuple[Offer, ...]:
    """The minutes of every meeting, the latest first, the draft, clean and (where ``store``
    holds what was before) with changes, then every other paper; each as it was chosen."""
    from pa_tui.papers.registry import PAPERS

    chosen = chosen or Chosen()
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    found = [minutes_of(agreement, meeting, store) for meeting in reversed(held)]
    found.append(the_draft(agreement, chosen))
    since = since_when(agreement, chosen)
    if store is not None and since:
        found.append(_offer(agreement, "redline", chosen, since, store))
    for name, kind in PAPERS.items():
        if kind.title and name not in ("minutes", "draft", "redline"):
            found.append(_offer(agreement, name, chosen, since, store))
    return tuple(found)


def minutes_of(agreement: Agreement, meeting: Meeting, store: Store | None = None) -> Offer:
    """The minutes of a meeting."""
    from pa_tui.keeping import edition_of
    from pa_tui.papers.registry import PAPERS, Wish, named

    def edition(now: Agreement, at: datetime) -> Edition:
        entries = store.entries(newest_first=True) if store is not None else ()
        as_of = store.as_of if store is not None else lambda entry: now
        return edition_of(now, now.meetings[meeting.id], at, entries, as_of)

    title = _(
        "Minutes {meeting}, {day}",
        meeting=labels.meeting(meeting),
        day=labels.day(meeting.date),
    )
    kind = PAPERS["minutes"]
    stem = kind.stem(agreement, Wish(_NO_MOMENT, meeting.id))
    return Offer(
        f"minutes:{meeting.id}",
        title,
        _standing(meeting),
        kind.forms,
        lambda now, at: edition(now, at).paper,
        lambda of, form: named(agreement, of, stem, form),
        meeting=meeting.id,
        edition=edition,
    )


def the_draft(agreement: Agreement, chosen: Chosen | None = None) -> Offer:
    """The text of the agreement as it stands."""
    return _offer(agreement, "draft", chosen or Chosen())


def papers_at_closing(
    agreement: Agreement, meeting: Meeting, store: Store
) -> tuple[tuple[Offer, str], ...]:
    """What is made right after a closing, each with its form: the minutes in all of theirs,
    the draft, the draft with what changed since the meeting before, and the action list."""
    own, chosen = minutes_of(agreement, meeting, store), Chosen()
    since = since_before(agreement, meeting)
    lasting = (
        the_draft(agreement),
        _offer(agreement, "redline", chosen, since, store),
        _offer(agreement, "actions", chosen),
    )
    return (
        *((own, form) for form in own.forms),
        *((offer, offer.forms[0]) for offer in lasting),
    )


def since_before(agreement: Agreement, meeting: Meeting) -> str:
    """What the changes of a meeting are shown against: the newest version or the end of the
    last meeting before it, else its own opening."""
    from pa_tui.papers.gatherings import code

    begun = meeting.opened_at or datetime.combine(meeting.date, time.min)
    found = [(v.at, v.name) for v in agreement.ordered_versions if v.at < begun]
    found += [
        (own.closed_at, code(own))
        for own in agreement.ordered_meetings
        if own.closed_at is not None and own.closed_at <= begun and own.id != meeting.id
    ]
    return max(found)[1] if found else f"opening {code(meeting)}"


def since_when(agreement: Agreement, chosen: Chosen) -> str:
    """Since which version, meeting or day changes are shown: what was chosen, else the newest
    version, else the last meeting that was closed; empty where there is nothing."""
    from pa_tui.papers.gatherings import code

    if chosen.since:
        return chosen.since
    if agreement.versions:
        return agreement.ordered_versions[-1].name
    closed = [m for m in agreement.ordered_meetings if m.state is MeetingState.CLOSED]
    return code(closed[-1]) if closed else ""


def _offer(
    agreement: Agreement,
    name: str,
    chosen: Chosen,
    since: str = "",
    store: Store | None = None,
) -> Offer:
    from pa_tui.papers.draft import version_name
    from pa_tui.papers.registry import PAPERS, named

    kind = PAPERS[name]
    looks_back = kind.compares and store is not None and bool(since)

    def wish(at: datetime) -> Wish:
        return _wish(at, chosen, store if looks_back else None, since)

    stem = kind.stem(agreement, _wish(_NO_MOMENT, chosen, None, since if looks_back else ""))
    states = {
        "draft": version_name(agreement),
        "redline": _("since {version}", version=since),
    }
    return Offer(
        name,
        _(kind.title),
        states.get(name, ""),
        kind.forms,
        lambda now, at: kind.make(now, wish(at)),
        lambda of, form: named(agreement, of, stem, form),
        tuple(own for own in _HAS.get(name, ()) if own != "since" or looks_back),
    )


def _wish(at: datetime, chosen: Chosen, store: Store | None, since: str) -> Wish:
    """What was chosen as a wish; with what was then where ``store`` is to be asked."""
    from pa_tui.looking_back import past_named
    from pa_tui.papers.carried import LeadAndPlanning
    from pa_tui.papers.registry import Wish

    past, called = past_named(store, since) if store is not None else (None, since)
    return Wish(
        at,
        chosen.meeting,
        comments=chosen.comments,
        confirmed=chosen.confirmed,
        since=past.agreement if past else None,
        since_name=called,
        steps=past.steps if past else (),
        shows=LeadAndPlanning(chosen.shows or LeadAndPlanning.SENTENCE),
    )


def place_of(offer: Offer, file: Path, form: str, folder: Path | None = None) -> Path:
    """Where a paper goes: in the folder, else beside the agreement file, under its name."""
    beside = file.with_name(offer.named(file.stem, form))
    return folder / beside.name if folder else beside


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

"""The agreement as it once was, and by which steps it became what it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import takewhile
from typing import Any

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment, Passage
from pa_tui.domain.changes import Change
from pa_tui.domain.decisions import Decision, ProposalState
from pa_tui.domain.meetings import Meeting, MeetingState
from pa_tui.domain.parties import State
from pa_tui.domain.text import Block, plain
from pa_tui.errors import N_, NotFound
from pa_tui.papers.credit import MOVING, Step
from pa_tui.papers.draft import version_name
from pa_tui.papers.dutch import MONTHS, day
from pa_tui.papers.gatherings import code
from pa_tui.papers.gatherings import name as spoken
from pa_tui.ports import Entry, Store

_OPENING = "opening "
_PLACE = frozenset({"theme", "rank", "number", "group", "removed"})
_WORDS = frozenset({"title", "text"})
_PRINTED = frozenset({"facts", "party", "section", "theme", "annex", "footnote"})
_FIELDS = frozenset({"leads", "timings"})
_TAKEN = (ProposalState.TAKEN_OVER, ProposalState.PARTLY)


@dataclass(frozen=True, slots=True)
class Past:
    """The agreement as it was, and the steps since that changed what a draft prints."""

    agreement: Agreement
    steps: tuple[Step, ...] = ()


def past(store: Store, entry: str) -> Past:
    """The agreement as it was right after the entry of this id; raises NotAllowed where the
    journal does not know it."""
    older = store.as_of(entry)
    later = takewhile(lambda own: own.id != entry, store.entries(newest_first=True))
    return Past(older, steps_of(reversed(list(later)), store.agreement))


def usual_past(agreement: Agreement) -> str | None:
    """What changes are shown against where nobody says: the oldest version, else the opening
    of the last meeting that was held; None where there is neither."""
    if agreement.versions:
        return agreement.ordered_versions[0].name
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    return f"{_OPENING}{code(held[-1])}" if held else None


def past_named(store: Store, name: str) -> tuple[Past, str]:
    """The agreement as it was in the version of this name, at the end of the meeting of this
    number, code ("WG2"), name ("werkgroep 2"), id or day (at its opening, where it still runs
    or "opening WG2" is asked), or at the end of another day ("2026-09-15", "15 september
    2026"); and what its text is called. Raises NotFound with what there is."""
    agreement, wanted = store.agreement, " ".join(name.casefold().split())
    for version in agreement.ordered_versions:
        if " ".join(version.name.casefold().split()) == wanted:
            return past(store, version.entry), version.name
    when = _day(wanted)
    opening = wanted.startswith(_OPENING)
    named = wanted.removeprefix(_OPENING)
    meetings = [m for m in reversed(agreement.ordered_meetings) if _is_called(m, named, when)]
    for meeting in meetings:
        at_opening = opening or meeting.state is MeetingState.OPEN
        entry = _opened(store, meeting) if at_opening else _last_of(store, meeting)
        if entry:
            return _called(past(store, entry), code(meeting))
    if when is not None:
        for own in store.entries(newest_first=True):
            if own.at.date() <= when:
                return _called(past(store, own.id), day(when))
    held = (m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED)
    known = [version.name for version in agreement.ordered_versions]
    known += [f"{code(meeting)} ({meeting.date})" for meeting in held]
    raise NotFound(
        N_("There is no version, meeting or earlier day “{name}”. Known are: {known}."),
        name=name,
        known=", ".join(known) or "-",
    )


def _last_of(store: Store, meeting: Meeting) -> str:
    """The id of the last entry of a meeting; empty where there is none."""
    newest_first = store.entries(newest_first=True)
    return next((entry.id for entry in newest_first if entry.meeting == meeting.id), "")


def _opened(store: Store, meeting: Meeting) -> str:
    """The id of the entry a meeting was opened with, or of what came before its first act;
    empty where nothing was done in it."""
    before = ""
    for entry in store.entries():
        if entry.meeting == meeting.id:
            return before or entry.id
        before = entry.id
    return before if meeting.state is MeetingState.OPEN else ""


def _called(found: Past, otherwise: str) -> tuple[Past, str]:
    """With what the text was called then: its newest version, else when it was."""
    older = found.agreement
    return found, version_name(older) if older.versions else otherwise


def _is_called(meeting: Meeting, wanted: str, when: date | None) -> bool:
    names = (meeting.id, str(meeting.number), code(meeting), spoken(meeting))
    joined = {own.casefold().replace(" ", "") for own in names}
    return wanted.replace(" ", "") in joined or meeting.date == when


def _day(words: str) -> date | None:
    """A day as people write it; None where the words are none."""
    months = "|".join(MONTHS)
    found = re.fullmatch(rf"(\d{{1,2}})[-/. ](\d{{1,2}}|{months})[-/. ](\d{{4}})", words)
    parts = found.groups()[::-1] if found else tuple(words.split("-"))
    year, month, number = parts if len(parts) == 3 else ("", "", "")
    month = str(MONTHS.index(month) + 1) if month in MONTHS else month
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def steps_of(entries: Iterable[Entry], now: Agreement) -> tuple[Step, ...]:
    """What entries, oldest first, did to the words and places of a draft; each with the
    decision that came after it."""
    steps: list[Step] = []
    for entry in entries:
        party = _taken_over(entry, now)
        for change in entry.changes:
            if change.kind == "decision":
                steps = _settled(steps, change, entry)
            else:
                step = _step(change, entry, now)
                steps += [] if step is None else [replace(step, party=party)]
    return tuple(steps)


def _taken_over(entry: Entry, now: Agreement) -> str:
    """The key of the party whose proposal an entry took over; empty where it did not."""
    taken = (
        now.proposals.get(change.id)
        for change in entry.changes
        if change.kind == "proposal" and change.field == "state" and change.after in _TAKEN
    )
    return next((proposal.party for proposal in taken if proposal is not None), "")


def _settled(steps: list[Step], change: Change, entry: Entry) -> list[Step]:
    """The steps with a decision that came or went taken into account."""
    if change.field:
        return steps
    if change.after is None:
        return [
            replace(step, decision="") if step.decision == change.id else step for step in steps
        ]
    own: Decision = change.after
    if not own.outcome.settles:
        return steps
    bound = [
        replace(step, decision=own.id)
        if step.article == own.article and not step.decision
        else step
        for step in steps
    ]
    moving, meeting = own.outcome in MOVING, own.meeting or ""
    return [*bound, Step(own.article, "", "", entry.at, moving, "", meeting, own.id)]


def _step(change: Change, entry: Entry, now: Agreement) -> Step | None:
    """What a change did to a draft; None where it did nothing."""
    meeting = entry.meeting or ""
    before, after = (_printed(change, side, now) for side in (change.before, change.after))
    if change.kind == "article":
        places = not change.field or change.field in _PLACE
        if places or change.field in _WORDS:
            return Step(change.id, before, after, entry.at, places, meeting=meeting)
    elif change.field in _FIELDS and before != after:
        part = now.commitments.get(change.id) or change.before or change.after
        if isinstance(part, Commitment):
            return Step(part.article, before, after, entry.at, meeting=meeting)
    elif change.kind in _PRINTED and before != after:
        return Step("", before, after, entry.at, not change.field, meeting=meeting)
    return None


def _printed(change: Change, side: Any, now: Agreement) -> str:
    """The words one side of a change puts in a draft."""
    if change.kind == "article" and change.field in _PLACE:
        return ""
    return " ".join(_all_words(side, now))


def _all_words(value: Any, now: Agreement) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Article):
        yield from (value.title, plain(value.text))
    elif isinstance(value, tuple):
        if value and isinstance(value[0], Block):
            yield plain(value)
        else:
            for own in value:
                yield from _all_words(own, now)
    elif isinstance(value, Passage) or getattr(value, "KIND", "") in _PRINTED:
        for field in fields(value):
            yield from _all_words(getattr(value, field.name), now)
    elif getattr(value, "state", None) is State.CONFIRMED:
        party = now.parties.get(getattr(value, "party", ""))
        yield party.short if party else getattr(value, "text", "")

"""The minutes as they would go out now, and the versions of them that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingState
from pa_tui.domain.minutes import MinutesVersion
from pa_tui.edits.meeting import meeting_named
from pa_tui.errors import N_, NotAllowed, NotFound
from pa_tui.papers.blocks import Paper, Turn
from pa_tui.papers.kept import kept_paper
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import ADOPTED, header_of, is_adopted, minutes_with_words
from pa_tui.papers.redline import tracked
from pa_tui.papers.rewording import Conflict

RUNNING = "Tussenstand"
"""What the minutes of a meeting that still runs are called."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The minutes of a meeting as they are now: the paper, its text as Markdown, and what
    its version is called. ``kept`` is the kept version this is the text of, None where it
    has not been kept. ``made`` are the words the program itself would write, by place, and
    ``standing`` the places that hold other words."""

    paper: Paper
    text: str
    name: str
    kept: MinutesVersion | None
    at: datetime
    conflicts: tuple[Conflict, ...] = ()
    made: tuple[tuple[str, str], ...] = ()
    standing: frozenset[str] = frozenset()


def meeting_of_minutes(agreement: Agreement, name: str | None) -> Meeting:
    """The meeting (id or number) whose minutes are meant; None is the running one, else the
    last that was held. Raises NotAllowed where no meeting was held, NotFound for another."""
    held = [m for m in agreement.ordered_meetings if m.state is not MeetingState.PLANNED]
    if not held:
        raise NotAllowed(N_("There was no meeting yet, so there are no minutes."))
    if name is None:
        return agreement.running_meeting or held[-1]
    return meeting_named(agreement, name)


def versions_of(agreement: Agreement, meeting: Meeting) -> tuple[MinutesVersion, ...]:
    """The kept versions of a meeting's minutes, oldest first."""
    found = (v for v in agreement.minutes_versions.values() if v.meeting == meeting.id)
    return tuple(sorted(found, key=lambda version: version.number))


def edition(agreement: Agreement, meeting: Meeting, at: datetime) -> Edition:
    """The minutes of a meeting at ``at``. What was kept last and has not changed since keeps
    its name and moment; adopted minutes that were kept are what they were."""
    versions = versions_of(agreement, meeting)
    last = versions[-1] if versions else None
    adopted = is_adopted(meeting)
    if last is not None and is_adopted_version(meeting, last):
        paper = read_back(agreement, meeting, last)
        return Edition(paper, last.text, last.name, last, last.at)
    name = _next_name(meeting, versions)
    if last is not None and not adopted:
        same = _made(agreement, meeting, last.at, last.name)
        if same.text == last.text:
            return replace(same, kept=last)
    return _made(agreement, meeting, at, name)


def is_adopted_version(meeting: Meeting, version: MinutesVersion) -> bool:
    """Whether a kept version holds the minutes as they were adopted; not where they were
    taken back since and adopted anew."""
    since = meeting.adopted_at is None or version.at >= meeting.adopted_at
    return is_adopted(meeting) and version.name.startswith(ADOPTED) and since


def _next_name(meeting: Meeting, versions: Sequence[MinutesVersion]) -> str:
    number = versions[-1].number + 1 if versions else 1
    if is_adopted(meeting):
        before = any(version.name == ADOPTED for version in versions)
        return f"{ADOPTED} ({number})" if before else ADOPTED
    if meeting.state is MeetingState.OPEN:
        return RUNNING
    return f"Concept {number}"


def _made(agreement: Agreement, meeting: Meeting, at: datetime, name: str) -> Edition:
    made = minutes_with_words(agreement, meeting, at=at, version=name)
    return Edition(
        made.paper,
        write_markdown(made.paper),
        name,
        None,
        at,
        made.conflicts,
        tuple(made.made.items()),
        made.standing,
    )


def read_back(agreement: Agreement, meeting: Meeting, version: MinutesVersion) -> Paper:
    """A kept version as a paper, in the words it had."""
    return replace(
        kept_paper(version.text),
        header=header_of(meeting, agreement),
        organisations=tuple(party.name for party in agreement.ordered_parties),
    )


def version_named(versions: Sequence[MinutesVersion], name: str) -> MinutesVersion:
    """The version of this name ("Concept 2") or number; raises NotFound with what there is."""
    wanted = name.strip().casefold()
    for version in reversed(versions):
        if wanted in (version.name.casefold(), str(version.number)):
            return version
    raise NotFound(
        N_("There is no version “{name}” of these minutes. Known are: {known}."),
        name=name,
        known=", ".join(version.name for version in versions) or "-",
    )


def as_version(made: Edition, meeting: Meeting) -> MinutesVersion:
    """An edition as the version it would be kept as."""
    return made.kept or MinutesVersion("", meeting.id, 0, made.at, made.name, made.text)


def compared(older: MinutesVersion, newer: MinutesVersion) -> Paper:
    """The newer version with every difference from the older one marked, on the name of who
    kept it."""
    before, after = (upright(kept_paper(version.text)) for version in (older, newer))
    return tracked(before, after, newer.by or "Verslag", newer.at)


def upright(paper: Paper) -> Paper:
    """The paper on upright pages only, as a comparison wants it."""
    return replace(paper, blocks=tuple(b for b in paper.blocks if not isinstance(b, Turn)))

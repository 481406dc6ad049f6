"""What the text is called that leaves a meeting."""

from __future__ import annotations

import re

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.papers.gatherings import name

_NUMBERED = re.compile(r"(.*\D)(\d+)")


def version_after(agreement: Agreement, meeting: Meeting) -> str:
    """The name the text gets when it goes out after a closed meeting: "Concept 3" after
    "Concept 2", else "na werkgroep 2"; empty where it was named since the closing."""
    versions = agreement.ordered_versions
    newest = versions[-1] if versions else None
    if meeting.closed_at is None or (newest and newest.at >= meeting.closed_at):
        return ""
    found = _NUMBERED.fullmatch(newest.name.strip()) if newest else None
    wanted = "Concept 1" if newest is None else f"na {name(meeting)}"
    if found:
        wanted = f"{found[1]}{int(found[2]) + 1}"
    taken = {version.name.casefold() for version in versions}
    number, free = 1, wanted
    while free.casefold() in taken:
        number += 1
        free = f"{wanted} ({number})"
    return free

"""Who was at a meeting without being in the room."""

from __future__ import annotations

from pa_tui.domain.meetings import Presence
from pa_tui.edits import Attend
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.minutes import minutes
from tests.samples import TODAY, done, in_meeting


def told(*acts: Attend) -> str:
    agreement = done(in_meeting(), *acts)
    meeting = agreement.running_meeting
    assert meeting is not None
    return write_markdown(minutes(agreement, meeting, at=TODAY))


def test_a_party_that_was_there_online_is_told_as_such() -> None:
    assert "HBR (online)" in told(Attend("hbr", Presence.ONLINE))


def test_the_persons_of_a_party_that_was_online_were_so_too() -> None:
    online = Attend("hbr", Presence.ONLINE)
    assert "HBR: J. Smit (online)" in told(Attend("J. Smit", Presence.PRESENT, "hbr"), online)
    left = Attend("J. Smit", Presence.LEFT, "hbr", at="15.10")
    assert "HBR: J. Smit (tot 15.10 uur)" in told(online, left)

"""A screen that keeps the clock of the agenda, and can give an item more time."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agendas import item_key, sides_away
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting, MeetingKind
from pa_tui.domain.parties import Role
from pa_tui.language import N_, _
from screens.base import TableScreen
from screens.pace import Pace

LONGER = 5
"""How many minutes one key gives."""
_PACE = "pace"
_SIDES = {
    Role.MUNICIPALITY: N_("the municipality"),
    Role.CORPORATION: N_("the corporations"),
    Role.TENANTS: N_("the tenants"),
}


class Pacing(TableScreen):
    """The walk and the meeting look at the same clock."""

    @property
    def pace(self) -> Pace:
        """How the time goes in this window."""
        found = self.app.kept.setdefault(_PACE, Pace())
        assert isinstance(found, Pace)
        return found

    def action_extend(self) -> None:
        """Gives the item the table is at five minutes more."""
        meeting = self.agreement.running_meeting
        item = self.pace.item(meeting) if meeting else None
        if meeting is None or item is None:
            self.say(_("No item of the agenda is being treated"))
            return
        from pa_tui.edits.agenda import ExtendAgendaItem

        told = _("{count} minutes more for “{item}”", count=LONGER, item=item.title)
        edit = ExtendAgendaItem(item_key(meeting, item), LONGER, meeting.id)
        self.perform(edit, lambda receipt: self.say(told))


def without(agreement: Agreement, meeting: Meeting | None) -> str:
    """ "without the tenants", where nobody of a side is at the table; else ""."""
    if meeting is None or meeting.kind is MeetingKind.WRITTEN:
        return ""
    away = [_(_SIDES[role]) for role in sides_away(agreement, meeting)]
    if not away:
        return ""
    return _("without {sides}", sides=labels.listed(away))

"""Sentences about what comes back, and about what is put right after a closing."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.edits.closing import ChangeComingBack
from pa_tui.edits.corrections import CorrectAttendance, CorrectDecision, GiveReason
from pa_tui.language import _
from pa_tui.telling.base import Told, shortened, tells


@tells(ChangeComingBack)
def coming_back(edit: ChangeComingBack, told: Told) -> str:
    """ "1.3 does not come back: naar het beleidsgesprek"."""
    article = told.article(edit.article)
    words = (
        _("{article} comes back", article=article)
        if edit.comes
        else _("{article} does not come back", article=article)
    )
    return f"{words}: {shortened(edit.reason)}" if edit.reason.strip() else words


@tells(CorrectDecision)
def decision_corrected(edit: CorrectDecision, told: Told) -> str:
    """ "1.3, reason: te duur"."""
    decision = told.agreement.decisions.get(edit.decision)
    article = told.article(decision.article) if decision else edit.decision
    said = ((_("reason"), edit.reason), (_("words"), edit.text))
    words = ", ".join(f"{name}: {shortened(own)}" for name, own in said if own is not None)
    return f"{article}, {words}" if words else article


@tells(GiveReason)
def reason_given(edit: GiveReason, told: Told) -> str:
    """ "1.3, reason: te duur"."""
    words = f"{_('reason')}: {shortened(edit.reason)}"
    if edit.party is not None:
        words = f"{_('reason')} {told.party(edit.party)}: {shortened(edit.reason)}"
    return f"{told.article(edit.article)}, {words}"


@tells(CorrectAttendance)
def attendance_corrected(edit: CorrectAttendance, told: Told) -> str:
    """ "Put right: Anna (HBR): excused"."""
    who = told.party(edit.who) if edit.party is None else edit.who
    if edit.party is not None:
        who = f"{who} ({told.party(edit.party)})"
    state = labels.name(edit.state)
    return _("Put right: {what}", what=f"{who}: {state}")

"""The end of a meeting: what comes back, as the chair wants it."""

from __future__ import annotations

from dataclasses import dataclass

from pa_tui.domain.coming_back import last_held, returning
from pa_tui.domain.meetings import ComesBack, MeetingState
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.wording import must_be_in_the_set
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class ChangeComingBack(Edit):
    """The chair puts an article on the list of what comes back after the running (else the
    last) meeting, or takes it off, which needs a reason. What was said before the closing
    stays in the minutes."""

    article: str
    comes: bool = True
    reason: str = ""

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        meeting = last_held(sheet.agreement)
        if meeting is None:
            raise NotAllowed(N_("There was no meeting yet, so nothing comes back from one."))
        must_be_in_the_set(article)
        number = article.number or article.id
        kept = tuple(own for own in meeting.comes_back if own.article != article.id)
        sheet.set(meeting, comes_back=kept)
        now = returning(sheet.agreement, article.id)
        reason = " ".join(self.reason.split())
        if not self.comes and now is None:
            raise NotAllowed(N_("{number} does not come back by itself."), number=number)
        if not self.comes and not reason:
            raise NotAllowed(N_("Say why {number} does not come back."), number=number)
        was_off = any(own.article == article.id and not own.comes for own in meeting.comes_back)
        if meeting.state is MeetingState.CLOSED:
            kept = meeting.comes_back
        elif self.comes and now is not None and now.comes and was_off:
            return
        chosen = ComesBack(article.id, self.comes, reason, sheet.moment.at)
        sheet.set(sheet.agreement.meetings[meeting.id], comes_back=(*kept, chosen))

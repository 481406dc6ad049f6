"""What parties answer in a written round."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from pa_tui.domain.decisions import Position, ReservationKind, Stance
from pa_tui.domain.meetings import Answer, Meeting, is_round
from pa_tui.domain.parties import Party
from pa_tui.domain.rounds import round_articles
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.decision import position_id
from pa_tui.edits.heard import day_said
from pa_tui.errors import N_, NotAllowed


@dataclass(frozen=True, slots=True)
class RecordAnswer(Edit):
    """A party answers in the written round that runs.

    Without ``articles`` the answer is about all articles of the round, and fills the
    positions the party did not take yet; on ``articles`` that are named it takes the place
    of what the party said before. ``on`` is the day of the answer, by default that of the
    act, ``source`` how it came ("e-mail van ...").
    """

    party: str
    stance: Stance
    on: date | None = None
    source: str = ""
    reason: str = ""
    articles: tuple[str, ...] = ()
    kind: ReservationKind | None = None
    until: date | None = None

    def perform(self, sheet: Worksheet) -> None:
        meeting = _running_round(sheet)
        party = sheet.agreement.party_named(self.party)
        named = tuple(dict.fromkeys(sheet.article(name).id for name in self.articles))
        for key in named:
            _must_take_part(sheet, party, key)
        day = day_said(sheet, self.on)
        answer = Answer(party.id, self.stance, day, self.source.strip(), self.reason, named)
        kept = tuple(old for old in meeting.answers if not _is_replaced(old, answer))
        sheet.set(meeting, answers=(*kept, answer))
        for key in named or round_articles(sheet.agreement, meeting):
            self._speak(sheet, meeting, party, key, day)

    def _speak(
        self, sheet: Worksheet, meeting: Meeting, party: Party, article: str, day: date
    ) -> None:
        key = position_id(article, party.id)
        theme = sheet.agreement.articles[article].theme
        said = sheet.agreement.positions.get(key)
        if not party.takes_part_in(theme) or (said is not None and not self.articles):
            return
        reserves = self.stance is Stance.RESERVE
        kind = (self.kind or ReservationKind.CONSENT) if reserves else None
        new = Position(key, article, party.id, self.stance, kind, self.reason, self.until)
        sheet.put(
            replace(
                new,
                meeting=meeting.id,
                at=sheet.moment.at,
                source=self.source.strip(),
                said_on=day,
            )
        )

    @property
    def subject(self) -> str | None:
        """The first of the articles, where articles are named."""
        return self.articles[0] if self.articles else None


@dataclass(frozen=True, slots=True)
class ForgetAnswers(Edit):
    """Takes back what a party answered in the written round that runs, with the positions
    that came of it."""

    party: str

    def perform(self, sheet: Worksheet) -> None:
        meeting = _running_round(sheet)
        party = sheet.agreement.party_named(self.party)
        kept = tuple(answer for answer in meeting.answers if answer.party != party.id)
        if len(kept) == len(meeting.answers):
            raise NotAllowed(N_("{party} has not answered yet."), party=party.short)
        sheet.set(meeting, answers=kept)
        for position in tuple(sheet.agreement.positions.values()):
            if position.party == party.id and position.meeting == meeting.id:
                sheet.remove(position)


def _running_round(sheet: Worksheet) -> Meeting:
    meeting = sheet.meeting()
    if meeting is None or not is_round(meeting):
        raise NotAllowed(N_("No written round is open. Open one first."))
    return meeting


def _must_take_part(sheet: Worksheet, party: Party, article: str) -> None:
    found = sheet.agreement.articles[article]
    if not party.takes_part_in(found.theme):
        raise NotAllowed(
            N_("{party} does not take part in the theme of article {number}."),
            party=party.short,
            number=found.number or found.id,
        )


def _is_replaced(old: Answer, new: Answer) -> bool:
    """Whether a party said the same thing anew: on everything, or on the same articles."""
    return old.party == new.party and old.articles == new.articles

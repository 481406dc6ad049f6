"""Positions and decisions: what the parties say and what the table makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import (
    Decision,
    DisputeKind,
    Outcome,
    Position,
    ReservationKind,
    Stance,
    Standing,
)
from pa_tui.domain.meetings import Meeting, MeetingKind
from pa_tui.domain.parties import ALL, SILENT, Party
from pa_tui.domain.text import Text
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.heard import heard_from
from pa_tui.edits.wording import (
    lapse_agreement,
    must_be_in_the_set,
    must_not_have_moved,
    reopen,
    reword,
)
from pa_tui.errors import N_, AlreadyDecided, NotAllowed

_FILLS_POSITIONS = frozenset(
    {Outcome.AGREED, Outcome.AMENDED, Outcome.REGULAR, Outcome.DROPPED, Outcome.PRO_MEMORIE}
)


_AGREES = frozenset({Outcome.AGREED, Outcome.AMENDED})
_QUIET = frozenset({Stance.AGREE, Stance.NOT_APPLICABLE})


def concerned(agreement: Agreement, article: Article) -> tuple[Party, ...]:
    """The parties that take part in the article's theme, in the order of the table."""
    return agreement.parties_at(article.theme)


def fillable(
    agreement: Agreement, article: Article, meeting: Meeting | None
) -> tuple[Party, ...]:
    """The parties `akkoord` may speak for: present, concerned, and silent so far. In a
    written round nobody is: no answer is no agreement."""
    if meeting is None or meeting.kind is MeetingKind.WRITTEN:
        return ()
    said = agreement.positions_on(article.id)
    return tuple(
        party
        for party in concerned(agreement, article)
        if party.id not in said and meeting.is_here(party.id)
    )


def position_id(article: str, party: str) -> str:
    """The id of a party's position on an article: one per pair, in every copy."""
    return f"{article}/{party}"


@dataclass(frozen=True, slots=True)
class TakePosition(Edit):
    """A party says what it thinks of an article. ``party`` "all" means every party that is
    concerned and present (outside a meeting: concerned), "silent" those of them that said
    nothing yet."""

    article: str
    party: str
    stance: Stance
    reason: str = ""
    until: date | None = None
    kind: ReservationKind | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        meeting = sheet.meeting()
        for party in self._parties(sheet, article, meeting):
            kind = self.kind
            if self.stance is Stance.RESERVE and kind is None:
                kind = ReservationKind.CONSENT
            sheet.put(
                Position(
                    position_id(article.id, party.id),
                    article.id,
                    party.id,
                    self.stance,
                    kind if self.stance is Stance.RESERVE else None,
                    self.reason,
                    self.until,
                    meeting.id if meeting else None,
                    sheet.moment.at,
                )
            )

    def _parties(
        self, sheet: Worksheet, article: Article, meeting: Meeting | None
    ) -> tuple[Party, ...]:
        if self.party not in (ALL, SILENT):
            party = sheet.agreement.party_named(self.party)
            if not party.takes_part_in(article.theme):
                raise NotAllowed(
                    N_("{party} does not take part in the theme of article {number}."),
                    party=party.short,
                    number=article.number or article.id,
                )
            return (party,)
        parties = concerned(sheet.agreement, article)
        there = tuple(p for p in parties if meeting is None or meeting.is_here(p.id))
        if self.party == ALL:
            return there
        said = sheet.agreement.positions_on(article.id)
        silent = tuple(p for p in there if p.id not in said)
        if not silent:
            raise NotAllowed(N_("Every party that is there has a position already."))
        return silent


@dataclass(frozen=True, slots=True)
class ClearPosition(Edit):
    """Takes back what a party said of an article, as if it had said nothing yet."""

    article: str
    party: str

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        party = sheet.agreement.party_named(self.party)
        position = sheet.agreement.positions.get(position_id(article.id, party.id))
        if position is None:
            raise NotAllowed(
                N_("{party} has said nothing about article {number} yet."),
                party=party.short,
                number=article.number or article.id,
            )
        sheet.remove(position)


@dataclass(frozen=True, slots=True)
class LiftReservation(Edit):
    """A party's reservation is lifted: its members, board or college agree, or what it had
    against the content is out of the way. ``on`` is the day it let that know, by default
    that of the act."""

    article: str
    party: str
    source: str = ""
    on: date | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        party = sheet.agreement.party_named(self.party)
        position = sheet.agreement.positions.get(position_id(article.id, party.id))
        if position is None or position.stance is not Stance.RESERVE:
            raise NotAllowed(
                N_("{party} has no reservation on article {number}."),
                party=party.short,
                number=article.number or article.id,
            )
        heard_from(sheet, position, Stance.AGREE, self.source, self.on)


@dataclass(frozen=True, slots=True)
class WithdrawAgreement(Edit):
    """A party comes back on its agreement: the article is reopened, adopted minutes stay.
    ``on`` is the day it let that know, by default that of the act."""

    article: str
    party: str
    reason: str
    source: str = ""
    on: date | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        party = sheet.agreement.party_named(self.party)
        old = sheet.agreement.positions.get(position_id(article.id, party.id))
        if old is None or old.stance not in (Stance.AGREE, Stance.RESERVE):
            raise NotAllowed(
                N_("{party} has not agreed to article {number}."),
                party=party.short,
                number=article.number or article.id,
            )
        heard_from(sheet, old, Stance.DISAGREE, self.source, self.on, self.reason)
        reopen(sheet, sheet.article(article.id), self.reason)


@dataclass(frozen=True, slots=True)
class RecordDecision(Edit):
    """The table decides on an article.

    ``new_text`` is the amended text where the decision changes it, ``began_on`` the text it
    was made from: where that moved, TextMoved is raised. ``until`` is said in words
    ("werkgroep 3"), with ``until_date`` where they mean a day.
    """

    article: str
    outcome: Outcome
    text: str = ""
    reason: str = ""
    until: str = ""
    until_date: date | None = None
    kind: DisputeKind | None = None
    new_text: Text | None = None
    outside_meeting: bool = False
    en_bloc: str | None = None
    began_on: Text | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        must_be_in_the_set(article)
        must_not_have_moved(article, self.began_on)
        meeting = sheet.meeting()
        if meeting is None and not self.outside_meeting:
            raise NotAllowed(
                N_(
                    "No meeting is open, so nobody can decide on {number}. Open a meeting, or "
                    "say that it is decided outside one (--no-meeting)."
                ),
                number=article.number or article.id,
            )
        _must_be_new(sheet, self, article, meeting)
        before = text_before(sheet, article, meeting)
        if self.new_text is not None and self.new_text != article.text:
            reword(sheet, article, self.new_text)
            lapse_agreement(sheet, article)
        if self.outcome in _FILLS_POSITIONS:
            self._fill(sheet, article, meeting)
            _must_have_a_yes(sheet, article, meeting)
        self._record(sheet, article, meeting, before)

    def _fill(self, sheet: Worksheet, article: Article, meeting: Meeting | None) -> None:
        for party in fillable(sheet.agreement, article, meeting):
            TakePosition(article.id, party.id, Stance.AGREE).perform(sheet)

    def _record(
        self, sheet: Worksheet, article: Article, meeting: Meeting | None, before: Text
    ) -> None:
        positions = sheet.agreement.positions_on(article.id)
        parties = concerned(sheet.agreement, article)
        quiet = [p for p in parties if p.id not in positions]
        key = sheet.mint()
        sheet.add(
            Decision(
                key,
                article.id,
                meeting.id if meeting else None,
                meeting.decisions_taken + 1 if meeting else 0,
                self.outcome,
                standing_of(meeting),
                sheet.moment.at,
                sheet.moment.by,
                self.text,
                self.reason,
                self.until,
                self.until_date,
                self.kind or _usual_kind(self.outcome),
                tuple(positions[p.id].stand() for p in parties if p.id in positions),
                tuple(p.id for p in quiet if meeting is None or meeting.is_here(p.id)),
                tuple(p.id for p in _missing(parties, quiet, meeting)),
                before,
                sheet.agreement.articles[article.id].text,
                self.en_bloc,
            )
        )
        for wish in sheet.agreement.wishes.of(article.id):
            sheet.remove(wish)
        if meeting is not None:
            sheet.set(meeting, decisions_taken=meeting.decisions_taken + 1)
        sheet.set(sheet.article(article.id), decision=key)
        if self.outcome.settles:
            sheet.set(sheet.article(article.id), revised_from=None)


def _must_be_new(
    sheet: Worksheet, edit: RecordDecision, article: Article, meeting: Meeting | None
) -> None:
    """Raises AlreadyDecided where this meeting agreed to these same words before, nobody says
    anything else since, and nobody is left to speak for."""
    last = sheet.agreement.decision_on(article.id)
    if last is None or meeting is None or last.meeting != meeting.id:
        return
    said = (edit.outcome, edit.text, edit.reason)
    if edit.outcome not in _AGREES or said != (last.outcome, last.text, last.reason):
        return
    text = article.text if edit.new_text is None else edit.new_text
    given = {key: p.stand() for key, p in sheet.agreement.positions_on(article.id).items()}
    if text != last.after or given != {stand.party: stand for stand in last.positions}:
        return
    if not fillable(sheet.agreement, article, meeting):
        raise AlreadyDecided(
            N_("{number} was agreed already; nothing changes.")
            if all(stand.stance in _QUIET for stand in last.positions)
            else N_("{number} was decided so already; nothing changes."),
            number=article.number or article.id,
        )


def _missing(
    parties: Sequence[Party], quiet: Sequence[Party], meeting: Meeting | None
) -> Iterator[Party]:
    """The parties that were not there. Who is not heard in a written round is missing only
    where nothing was said before."""
    if meeting is not None:
        asked = quiet if meeting.kind is MeetingKind.WRITTEN else parties
        yield from (party for party in asked if not meeting.is_here(party.id))


def _must_have_a_yes(sheet: Worksheet, article: Article, meeting: Meeting | None) -> None:
    """Raises NotAllowed where nobody agrees, also not with a reservation, while somebody
    objects or the round is a written one: that is no agreement."""
    stances = {p.stance for p in sheet.agreement.positions.of(article.id)}
    if stances & {Stance.AGREE, Stance.RESERVE}:
        return
    number = article.number or article.id
    if Stance.DISAGREE in stances:
        raise NotAllowed(
            N_("Nobody agrees to {number}. Hold it over, or take it to the board."),
            number=number,
        )
    if meeting is not None and meeting.kind is MeetingKind.WRITTEN:
        raise NotAllowed(
            N_("No party has agreed to {number} yet. Enter the answers of the round first."),
            number=number,
        )


def _usual_kind(outcome: Outcome) -> DisputeKind | None:
    return DisputeKind.DISPUTE if outcome is Outcome.NO_AGREEMENT else None


def standing_of(meeting: Meeting | None) -> Standing:
    """A working group cannot bind; the administrative meeting adopts."""
    if meeting is not None and meeting.kind is MeetingKind.ADMINISTRATIVE:
        return Standing.ADOPTED
    return Standing.PROVISIONAL


def text_before(sheet: Worksheet, article: Article, meeting: Meeting | None) -> Text:
    """The wording the table knew before this decision: that of an earlier decision of the
    same meeting counts as one and the same change."""
    earlier = sheet.agreement.decision_on(article.id)
    if earlier is not None and meeting is not None and earlier.meeting == meeting.id:
        return earlier.before
    return article.text if article.revised_from is None else article.revised_from


@dataclass(frozen=True, slots=True)
class DecideTogether(Edit):
    """Several articles are decided in one breath, en bloc; one undo takes it back whole.
    Those that were decided so already stay as they are."""

    articles: tuple[str, ...]
    outcome: Outcome = Outcome.AGREED
    outside_meeting: bool = False

    def perform(self, sheet: Worksheet) -> None:
        if not self.articles:
            raise NotAllowed(N_("There are no articles to decide together."))
        block = sheet.mint()
        keys = tuple(dict.fromkeys(sheet.article(name).id for name in self.articles))
        known: list[AlreadyDecided] = []
        for key in keys:
            decide = RecordDecision(
                key, self.outcome, outside_meeting=self.outside_meeting, en_bloc=block
            )
            try:
                decide.perform(sheet)
            except AlreadyDecided as error:
                known.append(error)
        if len(known) == len(keys):
            raise known[0]

    @property
    def subject(self) -> str | None:
        """The first of the articles."""
        return self.articles[0] if self.articles else None


@dataclass(frozen=True, slots=True)
class ReopenArticle(Edit):
    """A decided or dropped article comes back on the table; its decision stays readable."""

    article: str
    reason: str = ""

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        if article.decision is None and not article.removed:
            raise NotAllowed(
                N_("Article {number} is open already."), number=article.number or article.id
            )
        reopen(sheet, article, self.reason)

"""Who carries an article, when, and what is written beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pa_tui.domain.articles import Commitment
from pa_tui.domain.decisions import Proposal, ProposalState
from pa_tui.domain.meetings import Action, ActionState, Note, Parked
from pa_tui.domain.parties import Basis, Involved, Lead, State
from pa_tui.domain.text import Text, clean
from pa_tui.domain.timing import Timing
from pa_tui.edits.base import Edit, Worksheet
from pa_tui.edits.wording import ReviseText, commitment_at
from pa_tui.errors import N_, NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class SetLead(Edit):
    """Who leads a part of an article (counted from 1; None is the first).

    ``parties`` are keys, short names or aliases; none of them means nobody leads. Whoever
    else is in the way (joint, suggested) gives way to a lead that a person named.
    """

    article: str
    parties: tuple[str, ...]
    person: str | None = None
    part: int | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        keys = [sheet.agreement.party_named(name).id for name in self.parties]
        part = commitment_at(sheet, article, self.part)
        said = (Lead(key, self.person) for key in dict.fromkeys(keys))
        joint = tuple(key for key in part.joint if key not in keys)
        sheet.set(part, leads=_taken_on(sheet, said), joint=joint)


def _taken_on(sheet: Worksheet, leads: Iterable[Lead]) -> tuple[Lead, ...]:
    """The leads with the meeting that is running, at which they were taken on."""
    meeting = sheet.meeting()
    return tuple(replace(own, meeting=meeting.id if meeting else None) for own in leads)


@dataclass(frozen=True, slots=True)
class SetJoint(Edit):
    """Which parties carry a part together with its lead."""

    article: str
    parties: tuple[str, ...]
    part: int | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        keys = [sheet.agreement.party_named(name).id for name in self.parties]
        part = commitment_at(sheet, article, self.part)
        leads = tuple(lead for lead in part.leads if lead.basis is not Basis.JOINT)
        led = {lead.party for lead in leads}
        sheet.set(
            part, leads=leads, joint=tuple(k for k in dict.fromkeys(keys) if k not in led)
        )


@dataclass(frozen=True, slots=True)
class SetInvolved(Edit):
    """Who is consulted or informed: parties by name, or outsiders as they are called."""

    article: str
    names: tuple[str, ...]
    part: int | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        part = commitment_at(sheet, article, self.part)
        sheet.set(part, involved=tuple(self._involved(sheet, name) for name in self.names))

    @staticmethod
    def _involved(sheet: Worksheet, name: str) -> Involved:
        try:
            party = sheet.agreement.party_named(name)
        except NotFound:
            return Involved(clean(name).strip())
        return Involved(party.short, party.id)


@dataclass(frozen=True, slots=True)
class Assign(Edit):
    """Who leads, shares and is consulted about a part, said in one breath: it takes the
    place of all that was known of it."""

    article: str
    leads: tuple[Lead, ...] = ()
    joint: tuple[str, ...] = ()
    involved: tuple[Involved, ...] = ()
    part: int | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        part = commitment_at(sheet, article, self.part)
        leads = _taken_on(sheet, self.leads)
        sheet.set(part, leads=leads, joint=self.joint, involved=self.involved)


@dataclass(frozen=True, slots=True)
class SetTiming(Edit):
    """When a part of an article happens; none means no date."""

    article: str
    timings: tuple[Timing, ...]
    part: int | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        sheet.set(commitment_at(sheet, article, self.part), timings=self.timings)


@dataclass(frozen=True, slots=True)
class ConfirmSuggestions(Edit):
    """What the program suggested about leads, dates and who is involved is right.

    For the articles named, or for those of a theme, or (both empty) for all.
    """

    articles: tuple[str, ...] = ()
    theme: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        for key in self._articles(sheet):
            for part in sheet.agreement.commitments_of(key):
                sheet.set(part, **_confirmed(part))

    def _articles(self, sheet: Worksheet) -> tuple[str, ...]:
        if self.articles:
            return tuple(sheet.article(name).id for name in self.articles)
        if self.theme is not None:
            theme = sheet.agreement.theme_named(self.theme)
            return tuple(line.id for line in sheet.agreement.lines_of(theme.id))
        return sheet.agreement.order.flat

    @property
    def subject(self) -> str | None:
        """The first of the articles, where articles are named."""
        return self.articles[0] if self.articles else None


def _confirmed(part: Commitment) -> dict[str, object]:
    """The part's findings as facts; "all together" is no lead and stays a suggestion."""
    yes = State.CONFIRMED
    return {
        "leads": tuple(
            lead if lead.basis is Basis.JOINT else replace(lead, state=yes)
            for lead in part.leads
        ),
        "timings": tuple(replace(timing, state=yes) for timing in part.timings),
        "involved": tuple(replace(who, state=yes) for who in part.involved),
    }


@dataclass(frozen=True, slots=True)
class MarkKeyAgreement(Edit):
    """The article is (or is no longer) one for the council notice."""

    article: str
    on: bool = True

    def perform(self, sheet: Worksheet) -> None:
        sheet.set(sheet.article(self.article), key_agreement=self.on)


@dataclass(frozen=True, slots=True)
class TakeNote(Edit):
    """Somebody writes something down, at an article or at the meeting."""

    text: str
    article: str | None = None
    party: str | None = None
    internal: bool = False

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article) if self.article else None
        party = sheet.agreement.party_named(self.party) if self.party else None
        meeting = sheet.meeting()
        sheet.add(
            Note(
                sheet.mint(),
                article.id if article else None,
                must_say_something(self.text),
                meeting.id if meeting else None,
                party.id if party else None,
                self.internal,
                sheet.moment.at,
                sheet.moment.by,
            )
        )


@dataclass(frozen=True, slots=True)
class AddAction(Edit):
    """Somebody will do something by a day."""

    text: str
    article: str | None = None
    party: str | None = None
    person: str | None = None
    due: date | None = None
    due_words: str = ""

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article) if self.article else None
        party = sheet.agreement.party_named(self.party) if self.party else None
        meeting = sheet.meeting()
        facts = sheet.agreement.about
        number = facts.actions_made + 1
        sheet.add(
            Action(
                sheet.mint(),
                number,
                must_say_something(self.text),
                article.id if article else None,
                party.id if party else None,
                self.person,
                self.due,
                self.due_words,
                ActionState.OPEN,
                meeting.id if meeting else None,
                sheet.moment.at,
            )
        )
        sheet.set(facts, actions_made=number)


def action_named(sheet: Worksheet, name: str) -> Action:
    """The action of this id or number ("A-014", "14"); raises NotFound."""
    actions = sheet.agreement.actions
    if name in actions:
        return actions[name]
    digits = name.upper().removeprefix("A-")
    for action in actions.values():
        if digits.isdecimal() and action.number == int(digits):
            return action
    raise NotFound(N_("There is no action {name}."), name=name)


@dataclass(frozen=True, slots=True)
class SetActionState(Edit):
    """How an action (id or number) stands now."""

    action: str
    state: ActionState

    def perform(self, sheet: Worksheet) -> None:
        action = action_named(sheet, self.action)
        if action.state is not self.state:
            sheet.set(action, state=self.state, state_at=sheet.moment.at)


@dataclass(frozen=True, slots=True)
class Park(Edit):
    """A point goes on the parking lot."""

    text: str
    article: str | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article) if self.article else None
        meeting = sheet.meeting()
        sheet.add(
            Parked(
                sheet.mint(),
                must_say_something(self.text),
                article.id if article else None,
                meeting.id if meeting else None,
                sheet.moment.at,
            )
        )


def must_say_something(text: str) -> str:
    """The text cleaned and stripped; raises NotAllowed where nothing is left."""
    words = clean(text).strip()
    if not words:
        raise NotAllowed(N_("There are no words to write down."))
    return words


@dataclass(frozen=True, slots=True)
class Propose(Edit):
    """A party puts its own wording beside the text."""

    article: str
    party: str
    text: Text
    remark: str = ""

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        party = sheet.agreement.party_named(self.party)
        sheet.add(
            Proposal(
                sheet.mint(),
                article.id,
                party.id,
                self.text,
                clean(self.remark),
                at=sheet.moment.at,
            )
        )


def proposal_at(sheet: Worksheet, article: str, place: int) -> Proposal:
    """The proposal on an article (id) at a place counted from 1; raises NotFound."""
    proposals = sheet.agreement.proposals.of(article)
    if not 1 <= place <= len(proposals):
        raise NotFound(
            N_("There is no proposal {place} on this article; it has {count}."),
            place=place,
            count=len(proposals),
        )
    return proposals[place - 1]


@dataclass(frozen=True, slots=True)
class TakeOverProposal(Edit):
    """A party's wording becomes the text, or (``text`` given) part of it does."""

    article: str
    place: int
    text: Text | None = None

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        proposal = proposal_at(sheet, article.id, self.place)
        partly = self.text is not None
        state = ProposalState.PARTLY if partly else ProposalState.TAKEN_OVER
        ReviseText(article.id, self.text if self.text is not None else proposal.text).perform(
            sheet
        )
        sheet.set(proposal, state=state)


@dataclass(frozen=True, slots=True)
class DeclineProposal(Edit):
    """A party's wording is not taken over, with the reason."""

    article: str
    place: int
    reason: str

    def perform(self, sheet: Worksheet) -> None:
        article = sheet.article(self.article)
        proposal = proposal_at(sheet, article.id, self.place)
        sheet.set(proposal, state=ProposalState.DECLINED, reason=clean(self.reason))

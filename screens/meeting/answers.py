"""A written round: who answered what, the term, and the keys that enter an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import ReservationKind, Stance
from pa_tui.domain.meetings import Answer, Meeting, is_round
from pa_tui.domain.parties import Party
from pa_tui.domain.rounds import (
    answers_of,
    is_over,
    round_articles,
    unanswered,
)
from pa_tui.edits import Edit
from pa_tui.edits.rounds import ForgetAnswers, RecordAnswer
from pa_tui.errors import AgreementError
from pa_tui.language import N_, _, n_, tell
from screens.entry.asking import Entry, Option, Question
from screens.keys import Command
from screens.listing import ListingScreen
from screens.meeting.commands import RUNNING
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, above, beside, halves, inset
from screens.widgets.ink import Line, Run, line
from screens.widgets.typeset import wrap

if TYPE_CHECKING:
    from pa_tui.reading.entry.answer import AnswerEntry

_SHARED = ("meeting.agenda", "meeting.change", "meeting.close_meeting", "meeting.wall")
_TERM = N_("The term of the answers, another day, place or chair")
_STANCES = (
    ("a", Stance.AGREE, N_("agrees")),
    ("v", Stance.RESERVE, N_("reservation")),
    ("n", Stance.DISAGREE, N_("does not agree")),
    ("k", Stance.RETURNS, N_("comes back on it")),
    ("x", Stance.NOT_APPLICABLE, N_("not concerned")),
)

ANSWERING = (
    Command(
        "answers.answer",
        "enter",
        N_("answer"),
        N_("What the party under the cursor answers in the written round"),
        1,
    ),
    *(
        Command(
            f"answers.{stance.value}",
            key,
            label,
            N_("The answer of the party under the cursor"),
            action=f"answered('{stance.value}')",
        )
        for key, stance, label in _STANCES
    ),
    Command(
        "answers.forget", "d", N_("take back"), N_("Takes back what the party answered"), 1
    ),
    *(
        Command(
            f"answers.party_{digit}",
            str(digit),
            N_("party"),
            N_("What the party of this number answers"),
            action=f"answer_of({digit})",
        )
        for digit in range(1, 10)
    ),
    *(
        replace(own, help=_TERM) if own.id == "meeting.change" else own
        for own in RUNNING
        if own.id in _SHARED
    ),
)


def answers_page(agreement: Agreement, meeting: Meeting, now: datetime, width: int) -> Drawn:
    """The parties with their answers, each with a stop, beside the term and the articles."""
    left, right = halves(width - 2)
    _answers(left, agreement, meeting, now)
    _facts(right, agreement, meeting, now)
    return inset(above(Drawn([BLANK]), beside(left, right)))


def _answers(column: Column, agreement: Agreement, meeting: Meeting, now: datetime) -> None:
    parties = agreement.ordered_parties
    here = len(parties) - len(unanswered(agreement, meeting))
    aside = _("{here} of {all} parties", here=here, all=len(parties))
    column.heading(_("Answers"), aside)
    for place, party in enumerate(parties, start=1):
        _party(column, agreement, meeting, party, place, now)
    column.add(BLANK)
    told = _("No answer is no agreement.")
    for row in wrap(line(Run(told, "quiet")), column.width - 4):
        column.row(row)


def _party(
    column: Column,
    agreement: Agreement,
    meeting: Meeting,
    party: Party,
    place: int,
    now: datetime,
) -> None:
    digit = f"{place} " if place <= 9 else "  "
    found = answers_of(meeting, party.id)
    name = line(Run(digit, "quiet"), party.short)
    if found:
        state: Line = line(Run("● ", "agreed"), answer_words(agreement, found[0]))
    else:
        words = _("no answer in time") if is_over(meeting, now) else _("no answer yet")
        state = line(Run("○ ", "quiet"), Run(words, "quiet"))
    column.stop("parties", ("party", party.id), name, state)
    for answer in found:
        rows = list(_detail(agreement, meeting, answer, first=answer is found[0]))
        for words in rows:
            for row in wrap(line(Run(words, "quiet")), column.width - 8):
                column.row((Run("    "), *row))


def _detail(
    agreement: Agreement, meeting: Meeting, answer: Answer, *, first: bool
) -> Iterator[str]:
    """How an answer came and why; for a second one also what it is."""
    pieces = [] if first else [answer_words(agreement, answer)]
    until = meeting.answer_by
    late = until is not None and answer.on > until.date()
    pieces.append(labels.near(answer.on, meeting.date.year))
    pieces += [answer.source, _("after the term") if late else ""]
    told = " · ".join(filter(None, pieces))
    yield f"{told}: {answer.reason}" if answer.reason else told


def no_answers(column: Column, agreement: Agreement, meeting: Meeting) -> None:
    """Writes who has not answered a written round; nothing for another meeting."""
    silent = unanswered(agreement, meeting) if is_round(meeting) else ()
    if silent:
        column.heading(_("No answer"), str(len(silent)))
        names = labels.listed(party.short for party in silent)
        for row in wrap(line(names, Run(f" · {_('No answer is no agreement.')}", "quiet")), 76):
            column.row(row)
        column.add(BLANK)


def answer_words(agreement: Agreement, answer: Answer) -> str:
    """ "agrees", "reservation on 1.3 and 2.1"."""
    words = labels.name(answer.stance)
    if not answer.articles:
        return words
    numbers = labels.listed(labels.article(agreement, key) for key in answer.articles)
    return _("{words} on {articles}", words=words, articles=numbers)


def _facts(column: Column, agreement: Agreement, meeting: Meeting, now: datetime) -> None:
    column.heading(labels.meeting(meeting), labels.day(meeting.date))
    articles = round_articles(agreement, meeting)
    decided = sum(not agreement.lines[key].is_undecided for key in articles)
    told = (
        (_("Term"), _moment(meeting)),
        ("", _left(meeting, now)),
        (_("Minutes by"), meeting.secretary),
        (_("Articles"), f"{len(articles)}"),
        (_("Decided"), f"{decided}"),
    )
    for label, words in told:
        if words:
            column.row(line(Run(f"{label:<14}", "quiet"), words))
    if meeting.agenda:
        column.add(BLANK)
        column.heading(_("Agenda"))
        for item in meeting.agenda:
            for row in wrap(line(item.title), column.width - 4):
                column.row(row)


def _moment(meeting: Meeting) -> str:
    return labels.moment(meeting.answer_by) if meeting.answer_by else _("no term")


def _left(meeting: Meeting, now: datetime) -> str:
    """How long the term still is."""
    if meeting.answer_by is None:
        return ""
    if is_over(meeting, now):
        return _("passed")
    days = (meeting.answer_by.date() - now.date()).days
    return n_("in {count} day", "in {count} days", days) if days else _("today")


class Answering(ListingScreen):
    """The keys that enter answers, on a board whose stops are ("party", key)."""

    def _answering(self) -> str:
        match self.board.current:
            case ("party", str(party)):
                return party
        return ""

    def action_answer_of(self, place: int) -> None:
        """Asks what a party answers, by its place in the list."""
        parties = self.agreement.ordered_parties
        if 1 <= place <= len(parties):
            self.board.go_to(("party", parties[place - 1].id))
            self.action_answer()

    def action_answer(self) -> None:
        """Asks what the party under the cursor answers."""
        party = self._answering()
        if party:
            options = tuple(Option(key, _(label), own.value) for key, own, label in _STANCES)
            name = labels.party(self.agreement, party)
            self.ask(Question(name, options, self.action_answered))

    def action_answered(self, said: str) -> None:
        """The party under the cursor answers so; asks of what kind a reservation is."""
        party, stance = self._answering(), Stance(said)
        if not party:
            return
        if stance is not Stance.RESERVE:
            self._ask_how(party, stance, None)
            return
        kinds = (
            Option("i", _("until its members or board agree"), ReservationKind.CONSENT),
            Option("h", _("on the content"), ReservationKind.CONTENT),
        )
        name = labels.party(self.agreement, party)
        prompt = _("reservation {party}", party=name)
        self.ask(Question(prompt, kinds, lambda kind: self._ask_how(party, stance, kind)))

    def _ask_how(self, party: str, stance: Stance, kind: ReservationKind | None) -> None:
        """Asks on which articles, when, how and why, in one line."""
        today = self.workspace.clock().date()

        def understood(words: str) -> str:
            try:
                return _understood(answer_from(self.agreement, words, today), today)
            except AgreementError as error:
                return tell(error)

        def taken(words: str) -> None:
            try:
                found = answer_from(self.agreement, words, today)
            except AgreementError as error:
                self.refuse(error)
                return
            heard = found.heard
            edit = RecordAnswer(
                party, stance, heard.on, heard.source, heard.reason, found.articles, kind
            )
            self._record(edit, party)

        name = labels.party(self.agreement, party)
        self.type_in(
            Entry(
                f"{name} · {labels.name(stance)}",
                taken,
                understood,
                hint=_("empty: all articles, today · 1.3, 5 Nov, e-mail: reason"),
            )
        )

    def action_forget(self) -> None:
        """Takes back what the party under the cursor answered."""
        party = self._answering()
        if party:
            self._record(ForgetAnswers(party), party)

    def _record(self, edit: Edit, party: str) -> None:
        from pa_tui.telling import describe_edit

        told = describe_edit(edit, self.agreement)
        self.perform(edit, lambda receipt: self.say(told))


def answer_from(agreement: Agreement, words: str, today: date) -> AnswerEntry:
    """What a typed answer says; raises Unreadable."""
    from pa_tui.reading.entry.answer import read_answer

    return read_answer(words, agreement.order.by_number, today=today)


def _understood(found: AnswerEntry, today: date) -> str:
    where = labels.listed(found.articles) if found.articles else _("all articles")
    heard = found.heard
    return " · ".join(
        filter(None, (where, labels.day(heard.on or today), heard.source, heard.reason))
    )

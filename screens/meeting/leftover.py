"""What a meeting came to, and what it leaves open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import (
    Gone,
    Leaving,
    Returning,
    Why,
    coming_back,
    last_held,
    leaving,
    open_actions,
    reasons_missing,
    still_parked,
)
from pa_tui.domain.decisions import DisputeKind, Outcome, Stance
from pa_tui.domain.meetings import Action, Meeting, MeetingKind, Parked
from pa_tui.domain.order import Tally
from pa_tui.language import N_, _, n_
from pa_tui.papers.record import Record
from screens.widgets.ink import clip

SHOWN = 12
_WHYS = {
    Why.UNTREATED: N_("not treated"),
    Why.REOPENED: N_("reopened"),
    Why.DEFERRED: N_("held over"),
    Why.DISPUTE: N_("no agreement"),
    Why.RESERVATION: N_("reservation"),
    Why.OBJECTION: N_("not agreed"),
    Why.RETURNS: N_("comes back on it"),
    Why.UNHEARD: N_("not heard yet"),
    Why.DATA: N_("data follows"),
    Why.REASON: N_("reason follows"),
    Why.ACTION: N_("open action"),
    Why.CHAIR: N_("put on the list"),
}
_GONE = {
    Gone.DROPPED: N_("dropped"),
    Gone.REGULAR: N_("to regular work"),
    Gone.OFF: N_("taken off the list"),
}

Article = tuple[str, str]
"""An article by id and by what it is called here."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason that is still to follow on an article: the table's, or that of a ``party``."""

    article: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Balance:
    """What a meeting came to, and what it leaves open.

    ``outcomes`` are those of what it decided; ``undecided`` are themes with how many articles
    are undecided and the first of them; ``returning`` is all that comes back, ``up`` what
    waits for the administrative meeting, ``gone`` what does not come back. ``unheard`` are
    articles on which a party's position is missing (with the parties), ``unreasoned`` the
    reasons that follow, ``unplanned`` actions without owner or day, ``parked`` the points for
    later.
    """

    outcomes: tuple[Outcome, ...]
    actions: int
    undecided: tuple[tuple[str, int, tuple[Article, ...]], ...]
    returning: tuple[Returning, ...]
    up: tuple[Returning, ...]
    gone: tuple[Leaving, ...]
    unheard: tuple[tuple[str, str], ...]
    unreasoned: tuple[tuple[Reason, str], ...]
    unplanned: tuple[tuple[Action, str], ...]
    parked: tuple[Parked, ...]

    @property
    def left(self) -> int:
        """How many articles are undecided."""
        return sum(count for _, count, _ in self.undecided)


def balance(agreement: Agreement, meeting: Meeting) -> Balance:
    """What the meeting leaves as it stands now."""
    record = Record(agreement, meeting, datetime.max)
    back = [one for one in coming_back(agreement) if one.comes]
    return Balance(
        record.outcomes,
        sum(a.meeting == meeting.id for a in agreement.actions.values()),
        tuple(_undecided(agreement)),
        tuple(one for one in back if not one.up),
        tuple(one for one in back if one.up),
        leaving(agreement, meeting),
        tuple(
            (key, labels.parties(agreement, agreement.lines[key].unheard))
            for key in record.final
            if key in agreement.lines and agreement.lines[key].unheard
        ),
        tuple(_unreasoned(agreement)),
        tuple(_unplanned(agreement)),
        still_parked(agreement),
    )


def summary(made: Balance, meeting: Meeting) -> str:
    """ "12 decided, 2 held over, 1 to the administrative meeting, 4 actions"; the
    administrative meeting sends nothing up."""
    settled = sum(outcome.settles for outcome in made.outcomes)
    held = made.outcomes.count(Outcome.DEFERRED)
    open_ = made.outcomes.count(Outcome.NO_AGREEMENT)
    if meeting.kind is MeetingKind.ADMINISTRATIVE:
        up = n_("{count} without agreement", "{count} without agreement", open_)
    else:
        up = n_(
            "{count} to the administrative meeting",
            "{count} to the administrative meeting",
            open_,
        )
    return ", ".join(
        (
            n_("{count} decided", "{count} decided", settled),
            n_("{count} held over", "{count} held over", held),
            up,
            n_("{count} action", "{count} actions", made.actions),
        )
    )


def _undecided(agreement: Agreement) -> Iterator[tuple[str, int, tuple[Article, ...]]]:
    for theme in agreement.ordered_themes:
        tally = agreement.tallies.get(theme.id, Tally())
        if not tally.undecided:
            continue
        found: list[Article] = []
        for key in agreement.order.by_theme.get(theme.id, ()):
            line = agreement.lines[key]
            if line.is_undecided:
                found.append((key, line.number or f"“{line.label[:16].strip()}”"))
            if len(found) == SHOWN:
                break
        yield f"{theme.number or ''} {theme.title}".strip(), tally.undecided, tuple(found)


def _unreasoned(agreement: Agreement) -> Iterator[tuple[Reason, str]]:
    """Every reason that was to follow, of this meeting or an earlier one."""
    for key in agreement.order.flat:
        line = agreement.lines[key]
        for party in () if line.removed else reasons_missing(agreement, line):
            if party:
                stance = agreement.positions_on(key)[party].stance
                who = labels.party(agreement, party)
                yield Reason(key, party), f"{who}: {labels.name(stance)}"
            elif (decision := agreement.decision_on(key)) is not None:
                words = labels.outcome(decision.outcome, decision.standing)
                yield Reason(key), words


def _unplanned(agreement: Agreement) -> Iterator[tuple[Action, str]]:
    """The open actions nobody has, or that have no day."""
    for action in open_actions(agreement):
        owned = bool(action.party or action.person)
        if not (owned and action.due):
            asked = ((_("who?"), owned), (_("when?"), action.due))
            missing = " ".join(word for word, there in asked if not there)
            yield action, f"{clip(action.text, 48)} · {missing}"


def why_words(agreement: Agreement, one: Returning) -> str:
    """Why an article comes back: "held over until werkgroep 3, reservation HBR"."""
    found = []
    for why in one.whys:
        words = _(_WHYS[why])
        if why is Why.UNTREATED and _is_discussed(agreement, one.article):
            words = _("discussed, not decided yet")
        elif why is Why.DEFERRED:
            words = _held_over(agreement, one) or words
        elif why is Why.RESERVATION:
            words = _reserving(agreement, one.article)
        elif why is Why.OBJECTION:
            who = labels.parties(agreement, agreement.lines[one.article].objecting)
            words = f"{words}: {who}"
        elif why is Why.RETURNS:
            who = labels.parties(agreement, agreement.lines[one.article].returning)
            words = f"{words}: {who}"
        elif why is Why.UNHEARD:
            who = labels.parties(agreement, agreement.lines[one.article].unheard)
            words = _("{parties} not heard yet", parties=who)
        elif why is Why.DISPUTE:
            words = _disputed(agreement, one.article)
        elif why is Why.CHAIR and one.reason:
            words = f"{words}: {one.reason}"
        found.append(words)
    return " · ".join(found)


def gone_words(one: Leaving) -> str:
    """How an article left the list, and why."""
    if one.how is Gone.DECIDED:
        return one.reason
    words = _(_GONE[one.how])
    return f"{words}: {one.reason}" if one.reason else words


def _held_over(agreement: Agreement, one: Returning) -> str:
    decision = agreement.decision_on(one.article)
    when = labels.until(decision.until_date, decision.until) if decision else ""
    return _("held over until {when}", when=when) if when else ""


def _is_discussed(agreement: Agreement, article: str) -> bool:
    """Whether the running or last meeting left something about an undecided article."""
    meeting = last_held(agreement)
    said = {position.meeting for position in agreement.positions.of(article)}
    said |= {note.meeting for note in agreement.notes.of(article) if not note.internal}
    known = agreement.articles[article].revised_from
    return known is not None or (meeting is not None and meeting.id in said)


def _disputed(agreement: Agreement, article: str) -> str:
    """Whether an article goes up as a quarrel or to be talked about."""
    decision = agreement.decision_on(article)
    talk = decision is not None and decision.kind is DisputeKind.DISCUSSION
    return _("to be discussed") if talk else _(_WHYS[Why.DISPUTE])


def _reserving(agreement: Agreement, article: str) -> str:
    """By whom, and until when."""
    found = []
    for position in agreement.positions_on(article).values():
        if position.stance is Stance.RESERVE:
            words = _("reservation: {party}", party=labels.party(agreement, position.party))
            until = labels.due(position.until, "") if position.until else ""
            found.append(f"{words} {until}".strip())
    return " · ".join(found)

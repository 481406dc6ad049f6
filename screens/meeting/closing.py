"""What a meeting leaves behind: shown before it is closed, and again when it has been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Decision, Outcome, ReservationKind, Stance
from pa_tui.domain.meetings import ActionState, Meeting
from pa_tui.domain.order import Tally
from pa_tui.language import _, n_
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Line, Run, clip, line

SHOWN = 12
_TO_DO = (ActionState.OPEN, ActionState.BUSY)
_REASONED = (Outcome.DROPPED, Outcome.REGULAR, Outcome.NO_AGREEMENT)

Article = tuple[str, str]
"""An article by id and by what it is called here."""


@dataclass(frozen=True, slots=True)
class Balance:
    """What a meeting came to, and what it leaves open.

    ``undecided`` are themes with how many articles are undecided and the first of them;
    ``held`` how many were held over, ``returning`` those, the open reservations and the actions
    without owner or day (an empty id has no article), ``up`` what goes to the
    administrative meeting,
    ``unheard`` articles on which a party's position is missing (with the parties),
    ``unreasoned`` those whose reason follows.
    """

    settled: int
    actions: int
    held: int
    undecided: tuple[tuple[str, int, tuple[Article, ...]], ...]
    returning: tuple[tuple[Article, str], ...]
    up: tuple[Article, ...]
    unheard: tuple[tuple[Article, str], ...]
    unreasoned: tuple[tuple[Article, str], ...]

    @property
    def left(self) -> int:
        """How many articles are undecided."""
        return sum(count for _, count, _ in self.undecided)


def balance(agreement: Agreement, meeting: Meeting) -> Balance:
    """What the meeting leaves as it stands now."""
    taken = [
        d
        for d in agreement.decisions_of(meeting.id)
        if d.article in agreement.articles and agreement.articles[d.article].decision == d.id
    ]
    by = {d.id: (d.article, labels.article(agreement, d.article)) for d in taken}
    return Balance(
        sum(d.outcome.settles for d in taken),
        sum(a.meeting == meeting.id for a in agreement.actions.values()),
        sum(d.outcome is Outcome.DEFERRED for d in taken),
        tuple(_undecided(agreement)),
        (
            *((by[d.id], _until(d)) for d in taken if d.outcome is Outcome.DEFERRED),
            *_reserved(agreement),
            *_unplanned(agreement),
        ),
        tuple(by[d.id] for d in taken if d.outcome is Outcome.NO_AGREEMENT),
        tuple(
            (by[d.id], who)
            for d in taken
            if d.outcome.settles and (who := _unheard(agreement, d))
        ),
        tuple(
            (by[d.id], labels.outcome(d.outcome, d.standing))
            for d in taken
            if d.outcome in _REASONED and not d.reason.strip()
        )
        + tuple(_dissenting(agreement)),
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


def _reserved(agreement: Agreement) -> Iterator[tuple[Article, str]]:
    """Every reservation that is still to be lifted, by whom and until when."""
    for key in agreement.order.flat:
        for position in agreement.positions_on(key).values():
            if position.stance is Stance.RESERVE and not agreement.articles[key].removed:
                who = labels.party(agreement, position.party)
                words = _("reservation: {party}", party=who)
                if position.until:
                    words += f" · {labels.due(position.until, '')}"
                yield (key, labels.article(agreement, key)), words


def _dissenting(agreement: Agreement) -> Iterator[tuple[Article, str]]:
    """Every party that does not agree, or has a reservation on the content, without a word
    of why."""
    for key in agreement.order.flat:
        for position in agreement.positions_on(key).values():
            content = position.kind is ReservationKind.CONTENT
            apart = position.stance is Stance.DISAGREE or content
            if apart and not position.reason.strip() and not agreement.articles[key].removed:
                who = labels.party(agreement, position.party)
                words = f"{who}: {labels.name(position.stance)}"
                yield (key, labels.article(agreement, key)), words


def _unplanned(agreement: Agreement) -> Iterator[tuple[Article, str]]:
    """The open actions nobody has, or that have no day."""
    for action in agreement.actions.values():
        owned = bool(action.party or action.person)
        if action.state in _TO_DO and not (owned and action.due):
            missing = [
                word
                for word, there in ((_("who?"), owned), (_("when?"), action.due))
                if not there
            ]
            words = f"{clip(action.text, 48)} · {' '.join(missing)}"
            yield (action.article or "", f"A-{action.number:03}"), words


def _until(decision: Decision) -> str:
    when = labels.until(decision.until_date, decision.until)
    return _("until {when}", when=when) if when else ""


def _unheard(agreement: Agreement, decision: Decision) -> str:
    given = agreement.positions_on(decision.article)
    parties = dict.fromkeys((*decision.silent, *decision.missing))
    return labels.parties(agreement, [key for key in parties if key not in given])


# -- the page ---------------------------------------------------------------------------------


def closing_page(agreement: Agreement, meeting: Meeting, width: int) -> Drawn:
    """What is still open, before the meeting is closed."""
    column = Column(width - 2)
    made = balance(agreement, meeting)
    column.add(
        BLANK, line(Run(_("Close {meeting}?", meeting=labels.meeting(meeting)), "title"))
    )
    column.add(line(Run(summary(made), "quiet")), BLANK)
    _left_open(column, made)
    return inset(column.drawn())


def summary(made: Balance) -> str:
    """ "12 decided, 2 held over, 1 to the administrative meeting, 4 actions"."""
    return ", ".join(
        (
            n_("{count} decided", "{count} decided", made.settled),
            n_("{count} held over", "{count} held over", made.held),
            n_(
                "{count} to the administrative meeting",
                "{count} to the administrative meeting",
                len(made.up),
            ),
            n_("{count} action", "{count} actions", made.actions),
        )
    )


def _left_open(column: Column, made: Balance) -> None:
    column.heading(_("Still undecided"), str(made.left) if made.left else "")
    if not made.left:
        column.row(line(Run(_("nothing; every article has an outcome"), "quiet")))
    for theme, count, articles in made.undecided:
        name = clip(theme, 30)
        start = line(f"{name:<30} {count:>3}  ")
        numbers = clip("  ".join(number for _, number in articles), column.width - 40)
        first = articles[0][0] if articles else ""
        column.stop("undecided", ("article", first), (*start, Run(numbers, "quiet")))
    _listed(column, "returning", _("Comes back"), made.returning)
    _listed(column, "up", _("To the administrative meeting"), [(a, "") for a in made.up])
    _listed(column, "unheard", _("Position still missing"), made.unheard)
    _listed(column, "unreasoned", _("Reason follows"), made.unreasoned)


def _listed(
    column: Column,
    section: str,
    title: str,
    rows: tuple[tuple[Article, str], ...] | list[tuple[Article, str]],
) -> None:
    if not rows:
        return
    column.add(BLANK)
    column.heading(title, str(len(rows)))
    for (key, number), words in rows:
        left: Line = line(f"{number}  ", Run(words, "quiet"))
        column.stop(section, ("article", key, section, number), left)

"""Sentences about positions and decisions; never "agreed" while somebody stands apart."""

from __future__ import annotations

from collections.abc import Iterable

from pa_tui import labels
from pa_tui.domain.decisions import (
    Decision,
    DisputeKind,
    Outcome,
    ReservationKind,
    Stance,
)
from pa_tui.domain.parties import ALL, SILENT
from pa_tui.edits.adopting import AdoptDecisions
from pa_tui.edits.decision import (
    ClearPosition,
    DecideTogether,
    LiftReservation,
    RecordDecision,
    ReopenArticle,
    TakePosition,
    WithdrawAgreement,
)
from pa_tui.edits.deferral import HoldOver
from pa_tui.edits.wishes import AskTreatment
from pa_tui.language import _, n_
from pa_tui.telling.apart import standing_apart, with_apart
from pa_tui.telling.base import Told, shortened, tells


@tells(RecordDecision)
def recorded(edit: RecordDecision, told: Told) -> str:
    """ "1.3 provisionally agreed, reservation HBR"."""
    decision = next(iter(told.made("decision")), None)
    words = _outcome_words(edit, decision)
    if edit.outcome is Outcome.PRO_MEMORIE:
        text = shortened(edit.text)
        words = labels.with_details(words, text, edit.until_date, edit.until)
    else:
        words = _until(words, edit)
    if edit.reason:
        words = f"{words}: {shortened(edit.reason)}"
    apart = standing_apart(decision, told.agreement) if decision else ""
    return with_apart(f"{told.article(edit.article)} {words}", apart)


def _until(words: str, edit: RecordDecision | HoldOver) -> str:
    if not edit.until and not edit.until_date:
        return words
    when = labels.until(edit.until_date, edit.until)
    return _("{outcome} until {when}", outcome=words, when=when)


@tells(HoldOver)
def held_over(edit: HoldOver, told: Told) -> str:
    """ "1.3 held over until werkgroep 3: De Linde levert ... (A-014)"."""
    words = _until(labels.outcome(Outcome.DEFERRED), edit)
    pieces = [shortened(said) for said in (edit.reason, edit.brings) if said]
    if pieces:
        words = f"{words}: {'; '.join(pieces)}"
    numbers = "".join(f" (A-{action.number:03})" for action in told.made("action"))
    return f"{told.article(edit.article)} {words}{numbers}"


def _outcome_words(edit: RecordDecision, decision: Decision | None) -> str:
    if edit.outcome is Outcome.NO_AGREEMENT and edit.kind is DisputeKind.DISCUSSION:
        return _("to the administrative meeting for discussion")
    return labels.outcome(edit.outcome, decision.standing if decision else None)


@tells(DecideTogether)
def decided_together(edit: DecideTogether, told: Told) -> str:
    """ "1.1, 1.4 and 1.5 en bloc: provisionally agreed"."""
    decisions: tuple[Decision, ...] = told.made("decision")
    standing = decisions[0].standing if decisions else None
    words = _(
        "{articles} en bloc: {outcome}",
        articles=told.articles(edit.articles),
        outcome=labels.outcome(edit.outcome, standing),
    )
    return "; ".join((words, *_exceptions(decisions, told)))


def _exceptions(decisions: Iterable[Decision], told: Told) -> Iterable[str]:
    """Who stands apart, once for all articles where it is the same."""
    articles: dict[str, list[str]] = {}
    for decision in decisions:
        apart = standing_apart(decision, told.agreement)
        articles.setdefault(apart, []).append(told.article(decision.article))
    for apart, names in articles.items():
        if apart:
            yield apart if len(articles) == 1 else f"{labels.listed(names)} {apart}"


@tells(ReopenArticle)
def reopened(edit: ReopenArticle, told: Told) -> str:
    """ "1.3 is open again"."""
    words = _("{article} is open again", article=told.article(edit.article))
    return f"{words}: {shortened(edit.reason)}" if edit.reason else words


@tells(WithdrawAgreement)
def withdrawn(edit: WithdrawAgreement, told: Told) -> str:
    """ "HBR no longer agrees to 1.3; 1.3 is open again"."""
    return _(
        "{party} no longer agrees to {article}, which is open again: {reason}",
        party=told.party(edit.party),
        article=told.article(edit.article),
        reason=shortened(edit.reason),
    )


@tells(LiftReservation)
def lifted(edit: LiftReservation, told: Told) -> str:
    """ "Reservation of HBR on 1.3 lifted"."""
    return _(
        "Reservation of {party} on {article} lifted",
        party=told.party(edit.party),
        article=told.article(edit.article),
    )


@tells(ClearPosition)
def cleared(edit: ClearPosition, told: Told) -> str:
    """ "Position of HBR on 1.3 cleared"."""
    return _(
        "Position of {party} on {article} cleared",
        party=told.party(edit.party),
        article=told.article(edit.article),
    )


@tells(TakePosition)
def position_taken(edit: TakePosition, told: Told) -> str:
    """ "1.3 HBR: reservation (members) until 12 okt 2026"."""
    words = labels.name(edit.stance)
    waits = edit.stance is Stance.RESERVE and edit.kind is not ReservationKind.CONTENT
    if waits and edit.reason:
        words = f"{words} ({shortened(edit.reason)})"
    if edit.until:
        words = _("{outcome} until {when}", outcome=words, when=labels.day(edit.until))
    if edit.reason and not waits:
        words = f"{words}: {shortened(edit.reason)}"
    everybody = {ALL: _("all parties"), SILENT: _("the other parties")}
    who = everybody.get(edit.party) or told.party(edit.party)
    return f"{told.article(edit.article)} {who}: {words}"


@tells(AskTreatment)
def asked(edit: AskTreatment, told: Told) -> str:
    """ "HBR asks for 1.1 and 1.4: discuss"."""
    who, which = told.party(edit.party), told.articles(edit.articles)
    if edit.treatment is None:
        return _("{party} has no wish any more for {articles}", party=who, articles=which)
    how = labels.name(edit.treatment)
    words = _("{party} asks for {articles}: {how}", party=who, articles=which, how=how)
    return f"{words} ({shortened(edit.reason)})" if edit.reason else words


@tells(AdoptDecisions)
def adopted(edit: AdoptDecisions, told: Told) -> str:
    """ "12 decisions adopted"."""
    count = len({c.id for c in told.changes if c.kind == "decision"})
    return n_("{count} decision adopted", "{count} decisions adopted", count)

"""What the screens say about an article in a few words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment, LastYear, Strength
from pa_tui.domain.changes import Change
from pa_tui.domain.decisions import Decision, DisputeKind, Outcome, Position, Stance
from pa_tui.domain.hearing import as_it_stands
from pa_tui.domain.meetings import Action, Meeting
from pa_tui.domain.parties import Basis, Lead, Party, State
from pa_tui.domain.text import Text, plain
from pa_tui.language import N_, _, spoken
from pa_tui.ports import Act, Receipt
from pa_tui.reading.wording import say_short, say_timing
from pa_tui.telling import describe, standing_apart, with_apart

_EVALUATIONS = {
    "realised": N_("realised"),
    "partly": N_("partly realised"),
    "not_realised": N_("not realised"),
    "ongoing": N_("ongoing"),
    "dropped": N_("dropped"),
    "on_schedule": N_("on schedule"),
    "delayed": N_("delayed"),
}


_STANCES = {
    Stance.AGREE: "agreed",
    Stance.RESERVE: "amended",
    Stance.DISAGREE: "dispute",
    Stance.RETURNS: "later",
    Stance.NOT_APPLICABLE: "quiet",
}


def evaluation(value: str) -> str:
    """How last year's article went; a word of the file's own stays as it is."""
    known = _EVALUATIONS.get(value)
    return _(known) if known else value


def last_year(last: LastYear) -> str:
    """How last year's article went, then its words."""
    went = ", ".join(word for word in (evaluation(last.evaluation), last.remark) if word)
    return " · ".join(word for word in (went, " ".join(last.text.split())) if word)


def outcome(decision: Decision, agreement: Agreement, *, reasons: bool = True) -> str:
    """What was decided, why, and who stands apart: "provisionally agreed, reservation
    HBR"."""
    if decision.outcome is Outcome.NO_AGREEMENT and decision.kind is DisputeKind.DISCUSSION:
        words = _("to the administrative meeting for discussion")
    else:
        words = labels.outcome(decision.outcome, decision.standing)
    if decision.outcome is Outcome.PRO_MEMORIE:
        words = labels.with_details(words, decision.text, decision.until_date, decision.until)
    elif decision.until or decision.until_date:
        when = labels.until(decision.until_date, decision.until)
        words = _("{outcome} until {when}", outcome=words, when=when)
    said = [decision.reason]
    if decision.outcome is Outcome.DEFERRED:
        said.append(decision.text)
    if reasons and any(said):
        words = f"{words}: {'; '.join(filter(None, said))}"
    apart = standing_apart(as_it_stands(decision, agreement), agreement)
    return with_apart(words, apart)


def told(receipt: Receipt) -> str:
    """What an act did, in the past tense; an amendment in its own words, another text with
    whose agreement lapses by it."""
    words = describe(receipt.entry, receipt.agreement)
    lapsed = _lapsed(receipt)
    if lapsed:
        who = labels.parties(receipt.agreement, lapsed)
        words = _("{told}; the agreement of {parties} lapses", told=words, parties=who)
    decision = next((c.after for c in receipt.entry.changes if _is_new_decision(c)), None)
    if decision is not None and decision.outcome is Outcome.AMENDED:
        what = small_change(decision.before, decision.after)
        return f"{words}: {what}" if what else words
    return words


def _lapsed(receipt: Receipt) -> list[str]:
    """The parties (ids) in order of the table that agreed to words which are others now."""
    changes = receipt.entry.changes
    reworded = any(c.kind == "article" and c.field == "text" for c in changes)
    if not reworded or receipt.entry.act is not Act.DO:
        return []
    gone = [c.before for c in changes if c.kind == "position" and _is_gone(c)]
    silent = {own.party for own in gone if own.stance is Stance.AGREE}
    return [own.id for own in receipt.agreement.ordered_parties if own.id in silent]


def _is_gone(change: Change) -> bool:
    return not change.field and change.after is None


def _is_new_decision(change: Change) -> bool:
    return change.kind == "decision" and not change.field and change.after is not None


def stance(position: Position) -> str:
    """A party's position in one or two words."""
    return labels.name(position.stance)


def standpoint(agreement: Agreement, article: Article, party: Party) -> tuple[str, str]:
    """What a party says of an article and its ink; "nothing yet", "not present" or "not a
    party" (to this theme) where it says nothing."""
    position = agreement.positions_on(article.id).get(party.id)
    if position is not None:
        return stance(position), _STANCES[position.stance]
    if not party.takes_part_in(article.theme):
        return _("not a party"), "quiet"
    meeting = agreement.running_meeting
    if meeting is not None and not meeting.is_here(party.id):
        return _("not present"), "quiet"
    return _("nothing yet"), "quiet"


def stance_aside(position: Position) -> str:
    """What stands beside a position: of what, why, until when."""
    words = []
    if position.stance is Stance.RESERVE and position.kind is not None and not position.reason:
        words.append(labels.name(position.kind))
    if position.reason:
        words.append(position.reason)
    if position.until:
        words.append(_("until {when}", when=_near(position.until, position.at)))
    return ", ".join(words)


def wish(agreement: Agreement, article: Article, party: Party) -> str:
    """What a party asked beforehand for an article, and why; empty where it did not."""
    own = next((w for w in agreement.wishes.of(article.id) if w.party == party.id), None)
    if own is None:
        return ""
    how = labels.name(own.treatment)
    return f"{how}: {own.reason}" if own.reason else how


def _near(day: date, seen: datetime | None) -> str:
    """A day without its year where that is the year it was said in: "12 okt"."""
    words = say_short(day, spoken())
    same = seen is not None and seen.year == day.year
    return words.rpartition(" ")[0] if same else words


def leads(agreement: Agreement, part: Commitment) -> str:
    """Who leads a part; empty where nobody does. A suggestion says so."""
    found = [lead for lead in part.leads if lead.basis is not Basis.JOINT]
    return _suggested(_names(agreement, found), (lead.state for lead in found))


def _names(agreement: Agreement, found: Iterable[Lead]) -> str:
    words = []
    for lead in found:
        name = labels.party(agreement, lead.party)
        words.append(f"{name} ({lead.person})" if lead.person else name)
    return ", ".join(words)


def joint(agreement: Agreement, part: Commitment) -> str:
    """Who carries a part together with its lead."""
    keys = [lead.party for lead in part.leads if lead.basis is Basis.JOINT] + [*part.joint]
    return ", ".join(labels.party(agreement, key) for key in dict.fromkeys(keys))


def involved(part: Commitment) -> str:
    """Who is consulted or informed."""
    words = ", ".join(who.name for who in part.involved)
    return _suggested(words, (who.state for who in part.involved))


def when(part: Commitment) -> str:
    """When a part happens: the words as printed and the days they mean."""
    pieces = []
    for timing in part.timings:
        means = say_timing(timing, spoken(), short=True)
        said = timing.text.casefold()
        same = any(m.casefold() in said for m in (means, say_timing(timing, "nl")))
        pieces.append(timing.text if same else f"{timing.text} · {means}")
    return _suggested("; ".join(pieces), (timing.state for timing in part.timings))


def amounts(part: Commitment) -> str:
    """The quantities of a part, and how firmly it is promised."""
    words = [quantity.text for quantity in part.quantities]
    if part.strength is not Strength.NONE:
        words.append(labels.name(part.strength))
    return " · ".join(words)


def _suggested(words: str, states: Iterable[State]) -> str:
    if words and any(state is State.SUGGESTED for state in states):
        return _("{words} (suggested)", words=words)
    return words


def action(agreement: Agreement, own: Action) -> str:
    """An action in one line: what, who, when."""
    who = labels.party(agreement, own.party) if own.party else ""
    who = f"{who} ({own.person})" if own.person and who else who or own.person or ""
    due = labels.due(own.due, own.due_words)
    return " · ".join(word for word in (own.text, who, due) if word)


def meeting(own: Meeting) -> str:
    """The meeting as the top line names it."""
    words = labels.meeting(own)
    return f"{words[:1].upper()}{words[1:]} · {say_short(own.date, spoken())}"


def small_change(before: Text, after: Text) -> str:
    """ "“acht” becomes “twaalf”", where one short piece of a text became another."""
    from pa_tui.papers.excerpts import small_change as changed

    old, new = changed(plain(before), plain(after))
    if len(old + new) > 60:
        return ""
    if old and new:
        return _("“{old}” becomes “{new}”", old=old, new=new)
    if new:
        return _("“{new}” is added", new=new)
    return _("“{old}” is left out", old=old) if old else ""

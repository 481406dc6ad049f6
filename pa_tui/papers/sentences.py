"""The sentences of minutes: what was decided and who thinks otherwise, in calm Dutch.

Names are those of parties, never of persons. A working group cannot bind, so its decisions
are "voorlopig"; who is silent or absent is never printed as agreeing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import (
    Decision,
    DisputeKind,
    Outcome,
    Proposal,
    ProposalState,
    ReservationKind,
    Stand,
    Standing,
)
from pa_tui.domain.meetings import MeetingKind
from pa_tui.domain.parties import Party
from pa_tui.domain.text import plain
from pa_tui.papers.dutch import begun, ended, inside, listed, near, sentence
from pa_tui.papers.excerpts import in_a_sentence, told
from pa_tui.papers.gatherings import USUAL_COUNT, in_writing, next_of_kind
from pa_tui.papers.outcomes import outcome_line
from pa_tui.papers.reasons import (
    about,
    because,
    by_when,
    consent,
    data_to_come,
    ground,
    until_words,
)
from pa_tui.papers.voices import Voices, voices

__all__ = ["agreed", "decision_sentences", "exceptions", "outcome_line", "reservation"]

_GROUPS = {
    MeetingKind.WORKING_GROUP: "De werkgroep",
    MeetingKind.OFFICIAL: "Het ambtelijk overleg",
    MeetingKind.ADMINISTRATIVE: "Het bestuurlijk overleg",
    MeetingKind.EVALUATION: "Het evaluatieoverleg",
}


def decision_sentences(
    decision: Decision, agreement: Agreement, *, change: int | None = None
) -> str:
    """What was decided, in full sentences. ``change`` is the number of the text change in
    annex C, where there is one."""
    heard = voices(decision, agreement)
    pieces = [*_OUTCOMES[decision.outcome](decision, agreement, heard, change)]
    if decision.outcome is not Outcome.PRO_MEMORIE:
        pieces += _own_words(decision, in_annex=change is not None)
    pieces.append(_text_told(decision, change))
    pieces += exceptions(decision, agreement)
    return " ".join(piece for piece in pieces if piece)


def _text_told(decision: Decision, change: int | None) -> str:
    """That there is another text, where the outcome itself does not say so."""
    if change is None or decision.outcome in (Outcome.AGREED, Outcome.AMENDED):
        return ""
    if decision.outcome.settles:
        how = "gewijzigd" if decision.before else "nieuw"
        return f"De tekst is {how}{_see(change)}."
    return f"Er ligt een {'gewijzigde' if decision.before else 'nieuwe'} tekst{_see(change)}."


def agreed(decision: Decision, heard: Voices) -> str:
    """Who agrees: "Alle partijen zijn voorlopig akkoord."; empty where nobody said so."""
    how = _how(decision)
    if heard.are_all_one:
        return f"Alle {'betrokken ' if heard.apart else ''}partijen zijn {how}."
    if heard.wait_for_consent_only:
        return f"{begun(how)}."
    return f"{_are(heard, how)}." if heard.agreeing else ""


def _how(decision: Decision) -> str:
    return "voorlopig akkoord" if decision.standing is Standing.PROVISIONAL else "akkoord"


def _are(heard: Voices, how: str) -> str:
    verb = "zijn" if len(heard.agreeing) > 1 else "is"
    return f"{begun(listed(heard.agreeing))} {verb} {how}"


def _agreed(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    if not decision.before and decision.after:
        return _amended(decision, agreement, heard, change)
    same = decision.before == decision.after
    text = "blijft ongewijzigd" if same else f"is gewijzigd{_see(change)}"
    return [f"De tekst {text}.", agreed(decision, heard)]


def _amended(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    what = _changed_to(decision, agreement, change)
    how = _how(decision)
    if not what:
        return [agreed(decision, heard)]
    if heard.are_all_one or heard.wait_for_consent_only:
        return [f"{begun(how)} met {what}."]
    if heard.agreeing:
        return [f"{_are(heard, how)} met {what}."]
    return [f"Besproken is {what}."]


def _changed_to(decision: Decision, agreement: Agreement, change: int | None) -> str:
    before, after = told(decision.before, agreement), told(decision.after, agreement)
    if before == after:
        return ""
    if not before:
        return f"deze nieuwe afspraak{_see(change)}"
    excerpt = in_a_sentence(before, after)
    return (
        f"deze wijziging: {excerpt}{_see(change)}"
        if excerpt
        else f"de gewijzigde tekst{_see(change)}"
    )


def _see(change: int | None) -> str:
    return f" (zie tekstwijziging {change})" if change else ""


def _deferred(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    until = until_words(decision)
    return [f"Aangehouden tot {until}." if until else "Aangehouden."]


def _up(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    meeting = agreement.meetings.get(decision.meeting or "")
    kind = meeting.kind if meeting else MeetingKind.WORKING_GROUP
    top = kind is MeetingKind.ADMINISTRATIVE
    group = _GROUPS.get(kind, "De werkgroep")
    if decision.kind is DisputeKind.DISCUSSION:
        goes = f"{group} geeft dit punt ter bespreking mee aan het bestuurlijk overleg"
        first = "Het bestuurlijk overleg bespreekt dit punt verder" if top else goes
        return [ended(f"{first}{because(decision.reason) if decision.reason.strip() else ''}")]
    subject = about(decision.reason)
    rest = "" if subject or not decision.reason else because(decision.reason)
    first = f"Partijen zijn het nog niet eens over {subject or 'deze afspraak'}{rest}."
    if top:
        return [first]
    texts = _with_texts(agreement.proposals.of(decision.article), agreement)
    return [first, f"{group} legt dit{texts} voor aan het bestuurlijk overleg."]


def _with_texts(proposals: Iterable[Proposal], agreement: Agreement) -> str:
    found = [p for p in proposals if p.state is ProposalState.OPEN and p.text]
    if len(found) == 1:
        party = agreement.parties.get(found[0].party)
        return (
            f" met het tekstvoorstel van {party.short}" if party else " met het tekstvoorstel"
        )
    if not found:
        return ""
    return " met beide tekstvoorstellen" if len(found) == 2 else " met de tekstvoorstellen"


def _dropped(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    return [f"De afspraak vervalt{ground(decision.reason)}.", _if_not_all(decision, heard)]


def _regular(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    return [
        "De afspraak loopt door als regulier werk (bijlage) en wordt gevolgd in het ambtelijk "
        "overleg.",
        _if_not_all(decision, heard),
    ]


def _if_not_all(decision: Decision, heard: Voices) -> str:
    return "" if heard.are_all_one else agreed(decision, heard)


def _to_follow(
    decision: Decision, agreement: Agreement, heard: Voices, change: int | None
) -> list[str]:
    """Agreement on everything but a figure: what still comes, from whom and when."""
    first = f"{begun(_how(decision))}." if heard.are_all_one else agreed(decision, heard)
    what, party = data_to_come(decision, agreement)
    source = inside(decision.reason) if decision.text and party is None else ""
    subject = about(what)
    follows = f"{begun(subject)} volgt (p.m.)" if subject else "Gegevens volgen (p.m.)"
    told_what = f": {what}" if what and not subject else ""
    when = by_when(decision, decision.at.date())
    if party is not None:
        by = f"{party.short} levert dit {when} aan" if when else f"{party.short} levert dit aan"
        return [first, f"{follows}{told_what}; {by}."]
    return [
        first,
        f"{follows}{told_what}{f', {when}' if when else ''}.",
        sentence(source) if source else "",
    ]


_OUTCOMES = {
    Outcome.AGREED: _agreed,
    Outcome.AMENDED: _amended,
    Outcome.DEFERRED: _deferred,
    Outcome.DROPPED: _dropped,
    Outcome.REGULAR: _regular,
    Outcome.PRO_MEMORIE: _to_follow,
    Outcome.NO_AGREEMENT: _up,
}


def _own_words(decision: Decision, in_annex: bool) -> list[str]:
    """What was typed with the decision and no other sentence or annex took up."""
    found = []
    told_there = in_annex and decision.outcome is Outcome.AMENDED
    same = decision.text.strip() == plain(decision.after).strip()
    if decision.text and not same and not told_there:
        found.append(sentence(decision.text))
    elsewhere = told_there or decision.outcome in (Outcome.NO_AGREEMENT, Outcome.DROPPED)
    if decision.reason and not elsewhere:
        found.append(sentence(decision.reason))
    return found


def exceptions(decision: Decision, agreement: Agreement, *, several: bool = False) -> list[str]:
    """A sentence for each party that reserves, objects, comes back, is silent or absent;
    ``several`` where they are about more articles than this one."""
    heard = voices(decision, agreement)
    seen = decision.at.date()
    found = [reservation(party, stand, seen) for party, stand in heard.reserving]
    found += [
        f"{begun(party.short)} is niet akkoord{because(stand.reason)}."
        for party, stand in heard.objecting
    ]
    found += [_comes_back(party, stand, seen) for party, stand in heard.returning]
    if heard.silent:
        verb = "hebben" if len(heard.silent) > 1 else "heeft"
        found.append(f"{begun(listed(heard.silent))} {verb} nog geen standpunt gegeven.")
    if heard.missing and in_writing(decision, agreement):
        verb = "hebben" if len(heard.missing) > 1 else "heeft"
        who = begun(listed(heard.missing))
        found.append(f"{who} {verb} niet gereageerd; geen bericht is geen akkoord.")
        found.append(_agreed_before(heard))
    elif heard.missing:
        found.append(f"Besproken zonder {listed(heard.missing)}.")
        found.append(_agreed_before(heard))
        found.append(_returns_to(decision, agreement, several))
    return [piece for piece in found if piece]


def _agreed_before(heard: Voices) -> str:
    """That who was not there had said yes to these words in an earlier talk."""
    if not heard.earlier:
        return ""
    verb = "waren" if len(heard.earlier) > 1 else "was"
    return f"{begun(listed(heard.earlier))} {verb} eerder al akkoord."


def reservation(party: Party, stand: Stand, seen: date) -> str:
    """What a party waits for ("HV Samen stemt in onder voorbehoud van ..."), or what it has
    a reservation about."""
    name = begun(party.short)
    day = f"uiterlijk {near(stand.until, seen)}" if stand.until else ""
    if stand.kind is ReservationKind.CONTENT:
        subject, later = about(stand.reason), f" en laat {day} meer weten" if day else ""
        if subject:
            return f"{name} maakt een voorbehoud bij {subject}{later}."
        return f"{name} maakt een inhoudelijk voorbehoud{later}{because(stand.reason)}."
    whose, rest = consent(stand.reason, party)
    until = f" en laat dit {day} weten" if day else ""
    first = f"{name} stemt in onder voorbehoud van {whose}{until}."
    return f"{first} {begun(rest)}" if rest else first


def _comes_back(party: Party, stand: Stand, seen: date) -> str:
    until = f" uiterlijk {near(stand.until, seen)}" if stand.until else ""
    first = f"{begun(party.short)} komt hier{until} op terug."
    return f"{first} {sentence(stand.reason)}" if stand.reason else first


def _returns_to(decision: Decision, agreement: Agreement, several: bool) -> str:
    """Where an article that was discussed without a party comes back."""
    meeting = agreement.meetings.get(decision.meeting or "")
    if meeting is None or meeting.kind is not MeetingKind.WORKING_GROUP:
        return ""
    if not decision.outcome.settles:
        return ""
    following = next_of_kind(meeting, agreement)
    number = following.number if following else meeting.number + 1
    if following is None and number > USUAL_COUNT:
        return ""
    who = "De afspraken komen" if several else "De afspraak komt"
    return f"{who} terug in werkgroep {number}."

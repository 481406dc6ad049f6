"""Sentences about who carries an article, when, and what was written beside it."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.edits.article import (
    AddAction,
    Assign,
    ConfirmSuggestions,
    DeclineProposal,
    MarkKeyAgreement,
    Park,
    Propose,
    SetActionState,
    SetInvolved,
    SetJoint,
    SetLead,
    SetTiming,
    TakeNote,
    TakeOverProposal,
)
from pa_tui.edits.corrections import CorrectAction, CorrectNote
from pa_tui.language import _
from pa_tui.telling.base import Told, quoted, shortened, tells


@tells(SetLead)
def lead_set(edit: SetLead, told: Told) -> str:
    """ "1.3 lead: Beekwonen (Anna)"."""
    where = _part(edit.article, edit.part, told)
    if not edit.parties:
        return _("{article} has no lead any more", article=where)
    who = told.parties(edit.parties)
    who = f"{who} ({edit.person})" if edit.person else who
    return _("{article} lead: {who}", article=where, who=who)


@tells(SetJoint)
def joint_set(edit: SetJoint, told: Told) -> str:
    """ "1.3 together: Gemeente and Beekwonen"."""
    where = _part(edit.article, edit.part, told)
    if not edit.parties:
        return _("{article} is no longer shared", article=where)
    return _("{article} together: {who}", article=where, who=told.parties(edit.parties))


@tells(SetInvolved)
def involved_set(edit: SetInvolved, told: Told) -> str:
    """ "1.3 involved: HBR"."""
    where = _part(edit.article, edit.part, told)
    if not edit.names:
        return _("{article} involves nobody any more", article=where)
    return _("{article} involved: {who}", article=where, who=told.parties(edit.names))


@tells(Assign)
def assigned(edit: Assign, told: Told) -> str:
    """ "1.3 lead: Beekwonen; together: Gemeente; involved: HBR"."""
    where = _part(edit.article, edit.part, told)
    names = [
        f"{told.party(lead.party)} ({lead.person})" if lead.person else told.party(lead.party)
        for lead in edit.leads
    ]
    pieces = [_("lead: {who}", who=labels.listed(names))] if names else [_("no lead")]
    if edit.joint:
        pieces.append(_("together: {who}", who=told.parties(edit.joint)))
    if edit.involved:
        others = labels.listed(who.name for who in edit.involved)
        pieces.append(_("involved: {who}", who=others))
    return f"{where} {'; '.join(pieces)}"


@tells(SetTiming)
def timing_set(edit: SetTiming, told: Told) -> str:
    """ "1.3 when: vóór 1 oktober 2026"."""
    where = _part(edit.article, edit.part, told)
    if not edit.timings:
        return _("{article} has no date any more", article=where)
    when = ", ".join(shortened(timing.text) for timing in edit.timings)
    return _("{article} when: {when}", article=where, when=when)


def _part(article: str, part: int | None, told: Told) -> str:
    name = told.article(article)
    if part is None:
        return name
    return _("{article}, part {part}", article=name, part=part)


@tells(ConfirmSuggestions)
def confirmed(edit: ConfirmSuggestions, told: Told) -> str:
    """ "Suggestions for 1.3 confirmed"."""
    if edit.articles:
        return _("Suggestions for {what} confirmed", what=told.articles(edit.articles))
    if edit.theme is not None:
        theme = told.agreement.theme_named(edit.theme)
        return _("Suggestions for theme {theme} confirmed", theme=theme.number or theme.title)
    return _("All suggestions confirmed")


@tells(MarkKeyAgreement)
def key_marked(edit: MarkKeyAgreement, told: Told) -> str:
    """ "1.3 is a key agreement"."""
    article = told.article(edit.article)
    if edit.on:
        return _("{article} is a key agreement", article=article)
    return _("{article} is no longer a key agreement", article=article)


@tells(TakeNote)
def noted(edit: TakeNote, told: Told) -> str:
    """ "Note at 1.3: ..."; an internal one is not repeated."""
    where = told.article(edit.article) if edit.article else _("the meeting")
    if edit.internal:
        return _("Internal note at {where}", where=where)
    words = shortened(edit.text)
    if edit.party:
        words = f"{told.party(edit.party)}: {words}"
    return _("Note at {where}: {text}", where=where, text=words)


@tells(CorrectNote)
def note_corrected(edit: CorrectNote, told: Told) -> str:
    """ "Note corrected: ..."."""
    note = told.agreement.notes.get(edit.note)
    if note is None or note.internal:
        return _("Internal note corrected")
    return _("Note corrected: {text}", text=shortened(edit.text))


@tells(AddAction)
def action_added(edit: AddAction, told: Told) -> str:
    """ "Action A-014: ... · Beekwonen · vóór 1 oktober 2026"."""
    made = next(iter(told.made("action")), None)
    number = f" A-{made.number:03}" if made else ""
    return _("Action{number}: {text}", number=number, text=_action(edit, told))


@tells(CorrectAction)
def action_corrected(edit: CorrectAction, told: Told) -> str:
    """ "Action A-014 corrected: ... · Beekwonen · vóór 1 oktober 2026"."""
    number = _action_number(edit.action, told)
    return _("Action {number} corrected: {text}", number=number, text=_action(edit, told))


def _action(edit: AddAction | CorrectAction, told: Told) -> str:
    who = told.party(edit.party) if edit.party else ""
    when = labels.due(edit.due, edit.due_words)
    owner = " ".join(word for word in (who, f"({edit.person})" if edit.person else "") if word)
    return " · ".join(part for part in (shortened(edit.text), owner, when) if part)


def _action_number(name: str, told: Told) -> str:
    action = told.agreement.actions.get(name)
    return f"A-{action.number:03}" if action else name


@tells(SetActionState)
def action_stands(edit: SetActionState, told: Told) -> str:
    """ "Action A-014 is done"."""
    number = _action_number(edit.action, told)
    return _("Action {number}: {state}", number=number, state=labels.name(edit.state))


@tells(Park)
def parked(edit: Park, told: Told) -> str:
    """ "Parked: ..."."""
    return _("Parked: {text}", text=shortened(edit.text))


@tells(Propose)
def proposed(edit: Propose, told: Told) -> str:
    """ "HBR proposes for 1.3: ..."."""
    return _(
        "{party} proposes for {article}: {text}",
        party=told.party(edit.party),
        article=told.article(edit.article),
        text=quoted(edit.text),
    )


@tells(TakeOverProposal)
def taken_over(edit: TakeOverProposal, told: Told) -> str:
    """ "Proposal 2 on 1.3 taken over"."""
    article = told.article(edit.article)
    if edit.text is None:
        return _("Proposal {place} on {article} taken over", place=edit.place, article=article)
    return _(
        "Proposal {place} on {article} partly taken over", place=edit.place, article=article
    )


@tells(DeclineProposal)
def declined(edit: DeclineProposal, told: Told) -> str:
    """ "Proposal 2 on 1.3 not taken over: ..."."""
    return _(
        "Proposal {place} on {article} not taken over: {reason}",
        place=edit.place,
        article=told.article(edit.article),
        reason=shortened(edit.reason),
    )

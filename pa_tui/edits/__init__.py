"""Everything a person can do to an agreement, by name.

The edits are imported when one of them is named first: a file is shown before anything is
done to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pa_tui.edits.base import Applied, Edit, Moment, Worksheet, apply

if TYPE_CHECKING:
    from pa_tui.edits.adopting import AdoptDecisions
    from pa_tui.edits.agenda import (
        AddAgendaItem,
        CancelMeeting,
        ChangeAgendaItem,
        ChangeMeeting,
        DropAgendaItem,
        ExtendAgendaItem,
        MoveAgendaItem,
        PlanMeeting,
    )
    from pa_tui.edits.arranging import (
        AddArticle,
        MergeArticles,
        MoveArticle,
        RemoveArticle,
        Renumber,
        SplitArticle,
    )
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
    from pa_tui.edits.attendance import ForgetAttendance
    from pa_tui.edits.calendar import DivideYear, SetYearDay
    from pa_tui.edits.closing import ChangeComingBack
    from pa_tui.edits.corrections import (
        CorrectAction,
        CorrectAttendance,
        CorrectDecision,
        CorrectNote,
        GiveReason,
    )
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
    from pa_tui.edits.levels import Lower, RaiseToArticle, RaiseToTheme
    from pa_tui.edits.meeting import (
        AdoptMinutes,
        Attend,
        CloseMeeting,
        OpenMeeting,
        ResumeMeeting,
        Sign,
        SuspendMeeting,
    )
    from pa_tui.edits.minutes import DropRewording, KeepMinutes, Reword
    from pa_tui.edits.parking import ParkedToAction, ParkedToAgenda, SettleParked
    from pa_tui.edits.ratifying import PlanBody, RecordBodyDecision
    from pa_tui.edits.reviewing import (
        CutInTwo,
        JoinWithPrevious,
        LeaveOut,
        MakeContext,
        RemoveParty,
        Rename,
        TakeIn,
        TakeInAsArticle,
    )
    from pa_tui.edits.rounds import ForgetAnswers, RecordAnswer
    from pa_tui.edits.structure import (
        AddTheme,
        DescribeAgreement,
        NameVersion,
        SetParty,
        StartAgreement,
    )
    from pa_tui.edits.wishes import AskTreatment
    from pa_tui.edits.wording import (
        CutCommitment,
        JoinCommitments,
        ReviseText,
        TextMoved,
    )

_HOMES: Mapping[str, str] = MappingProxyType(
    {
        name: home
        for home, names in (
            (
                "arranging",
                "AddArticle MergeArticles MoveArticle RemoveArticle Renumber SplitArticle",
            ),
            (
                "article",
                "AddAction Assign ConfirmSuggestions DeclineProposal MarkKeyAgreement "
                "Park Propose SetActionState SetInvolved SetJoint "
                "SetLead SetTiming TakeNote TakeOverProposal",
            ),
            ("attendance", "ForgetAttendance"),
            ("calendar", "DivideYear SetYearDay"),
            ("closing", "ChangeComingBack"),
            (
                "corrections",
                "CorrectAction CorrectAttendance CorrectDecision CorrectNote GiveReason",
            ),
            (
                "decision",
                "ClearPosition DecideTogether LiftReservation RecordDecision "
                "ReopenArticle TakePosition WithdrawAgreement",
            ),
            (
                "meeting",
                "AdoptMinutes Attend CloseMeeting OpenMeeting ResumeMeeting Sign "
                "SuspendMeeting",
            ),
            ("adopting", "AdoptDecisions"),
            (
                "agenda",
                "AddAgendaItem CancelMeeting ChangeAgendaItem ChangeMeeting DropAgendaItem "
                "ExtendAgendaItem MoveAgendaItem PlanMeeting",
            ),
            ("deferral", "HoldOver"),
            ("levels", "Lower RaiseToArticle RaiseToTheme"),
            ("minutes", "DropRewording KeepMinutes Reword"),
            ("parking", "ParkedToAction ParkedToAgenda SettleParked"),
            ("ratifying", "PlanBody RecordBodyDecision"),
            ("rounds", "ForgetAnswers RecordAnswer"),
            (
                "reviewing",
                "CutInTwo JoinWithPrevious LeaveOut MakeContext RemoveParty Rename TakeIn "
                "TakeInAsArticle",
            ),
            ("structure", "AddTheme DescribeAgreement NameVersion SetParty StartAgreement"),
            ("wishes", "AskTreatment"),
            ("wording", "CutCommitment JoinCommitments ReviseText"),
        )
        for name in names.split()
    }
)


class _Known(Mapping[str, type[Edit]]):
    """The classes by name, each imported when it is asked for."""

    def __getitem__(self, name: str) -> type[Edit]:
        edit: type[Edit] = getattr(import_module(f"pa_tui.edits.{_HOMES[name]}"), name)
        return edit

    def __iter__(self) -> Iterator[str]:
        return iter(_HOMES)

    def __len__(self) -> int:
        return len(_HOMES)


EDITS: Mapping[str, type[Edit]] = _Known()
"""The edits the journal knows, by the name they have in it."""


def __getattr__(name: str) -> Any:
    if name == "TextMoved":
        return import_module("pa_tui.edits.wording").TextMoved
    if name in _HOMES:
        return EDITS[name]
    raise AttributeError(name)


__all__ = [
    "EDITS",
    "AddAction",
    "AddAgendaItem",
    "AddArticle",
    "AddTheme",
    "AdoptDecisions",
    "AdoptMinutes",
    "Applied",
    "AskTreatment",
    "Assign",
    "Attend",
    "CancelMeeting",
    "ChangeAgendaItem",
    "ChangeComingBack",
    "ChangeMeeting",
    "ClearPosition",
    "CloseMeeting",
    "ConfirmSuggestions",
    "CorrectAction",
    "CorrectAttendance",
    "CorrectDecision",
    "CorrectNote",
    "CutCommitment",
    "CutInTwo",
    "DecideTogether",
    "DeclineProposal",
    "DescribeAgreement",
    "DivideYear",
    "DropAgendaItem",
    "DropRewording",
    "Edit",
    "ExtendAgendaItem",
    "ForgetAnswers",
    "ForgetAttendance",
    "GiveReason",
    "HoldOver",
    "JoinCommitments",
    "JoinWithPrevious",
    "KeepMinutes",
    "LeaveOut",
    "LiftReservation",
    "Lower",
    "MakeContext",
    "MarkKeyAgreement",
    "MergeArticles",
    "Moment",
    "MoveAgendaItem",
    "MoveArticle",
    "NameVersion",
    "OpenMeeting",
    "Park",
    "ParkedToAction",
    "ParkedToAgenda",
    "PlanBody",
    "PlanMeeting",
    "Propose",
    "RaiseToArticle",
    "RaiseToTheme",
    "RecordAnswer",
    "RecordBodyDecision",
    "RecordDecision",
    "RemoveArticle",
    "RemoveParty",
    "Rename",
    "Renumber",
    "ReopenArticle",
    "ResumeMeeting",
    "ReviseText",
    "Reword",
    "SetActionState",
    "SetInvolved",
    "SetJoint",
    "SetLead",
    "SetParty",
    "SetTiming",
    "SetYearDay",
    "SettleParked",
    "Sign",
    "SplitArticle",
    "StartAgreement",
    "SuspendMeeting",
    "TakeIn",
    "TakeInAsArticle",
    "TakeNote",
    "TakeOverProposal",
    "TakePosition",
    "TextMoved",
    "WithdrawAgreement",
    "Worksheet",
    "apply",
]

"""Everything a person can do to an agreement, by name."""

from __future__ import annotations

from types import MappingProxyType

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
    CorrectNote,
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
from pa_tui.edits.base import Applied, Edit, Moment, Worksheet, apply
from pa_tui.edits.decision import (
    AdoptDecisions,
    ClearPosition,
    DecideTogether,
    LiftReservation,
    RecordDecision,
    ReopenArticle,
    TakePosition,
    WithdrawAgreement,
)
from pa_tui.edits.meeting import (
    AdoptMinutes,
    Attend,
    CloseMeeting,
    OpenMeeting,
    ResumeMeeting,
    Sign,
    SuspendMeeting,
)
from pa_tui.edits.structure import (
    AddTheme,
    DescribeAgreement,
    NameVersion,
    SetParty,
    StartAgreement,
)
from pa_tui.edits.wording import CutCommitment, JoinCommitments, ReviseText, TextMoved

EDITS: MappingProxyType[str, type[Edit]] = MappingProxyType(
    {
        edit.__name__: edit
        for edit in (
            AddAction,
            AddArticle,
            AddTheme,
            AdoptDecisions,
            AdoptMinutes,
            Assign,
            Attend,
            ClearPosition,
            CloseMeeting,
            ConfirmSuggestions,
            CorrectNote,
            CutCommitment,
            DecideTogether,
            DeclineProposal,
            DescribeAgreement,
            JoinCommitments,
            LiftReservation,
            MarkKeyAgreement,
            MergeArticles,
            MoveArticle,
            NameVersion,
            OpenMeeting,
            Park,
            Propose,
            RecordDecision,
            RemoveArticle,
            Renumber,
            ReopenArticle,
            ResumeMeeting,
            ReviseText,
            SetActionState,
            SetInvolved,
            SetJoint,
            SetLead,
            SetParty,
            SetTiming,
            Sign,
            SplitArticle,
            StartAgreement,
            SuspendMeeting,
            TakeNote,
            TakeOverProposal,
            TakePosition,
            WithdrawAgreement,
        )
    }
)
"""The edits the journal knows, by the name they have in it."""

__all__ = ["EDITS", "Applied", "Edit", "Moment", "TextMoved", "Worksheet", "apply"]

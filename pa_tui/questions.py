"""What is not yet concrete, put as a question to the table and never as a reproach."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pa_tui.domain.concreteness import Finding, FindingKind
from pa_tui.language import N_, _

_QUESTIONS: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.NO_LEAD: N_("lead?"),
        FindingKind.JOINT_WITHOUT_LEAD: N_("together: who takes the lead?"),
        FindingKind.NO_DATE: N_("date?"),
        FindingKind.OUTSIDE_PERIOD: N_("“{words}” lies outside the period: is that right?"),
        FindingKind.STALE_YEAR: N_("“{words}” is past before the period begins: still right?"),
        FindingKind.CONDITION: N_("“{words}”: on what does it depend, and who sees to that?"),
        FindingKind.UNANSWERED_REQUEST: N_("a request: has the other party said yes?"),
        FindingKind.ABBREVIATION: N_("{words}: does everybody know what that stands for?"),
        FindingKind.DEAD_REFERENCE: N_("refers to {words}, which is gone: to what now?"),
        FindingKind.WRONG_SUM: N_("{words}: do the parts make the total?"),
        FindingKind.TABLE_MISSING: N_("speaks of “{words}”: where is the table?"),
        FindingKind.SAME_TEXT: N_("has the same text as {words}: meant twice?"),
    }
)


_WHY: Mapping[FindingKind, str] = MappingProxyType(
    {
        FindingKind.NO_LEAD: N_("without a lead nobody begins"),
        FindingKind.JOINT_WITHOUT_LEAD: N_("what all do together, nobody calls a meeting for"),
        FindingKind.NO_DATE: N_("without a date nobody can say later whether it was done"),
        FindingKind.OUTSIDE_PERIOD: N_("the agreement does not hold on that day"),
        FindingKind.STALE_YEAR: N_("it may be a left-over of an earlier agreement"),
        FindingKind.CONDITION: N_("a promise with a condition can come to nothing unseen"),
        FindingKind.UNANSWERED_REQUEST: N_("a request binds only after the other’s yes"),
        FindingKind.ABBREVIATION: N_("who reads it later was not at the table"),
        FindingKind.DEAD_REFERENCE: N_("who follows the reference finds nothing"),
        FindingKind.WRONG_SUM: N_("later each will hold to another number"),
        FindingKind.TABLE_MISSING: N_("the numbers that were agreed are not there"),
        FindingKind.SAME_TEXT: N_("a change to one will be forgotten in the other"),
    }
)


def why(finding: Finding) -> str:
    """Why it matters, in a few words in the language in use."""
    return _(_WHY[finding.kind])


def question(finding: Finding) -> str:
    """The finding as a question in the language in use, never as a reproach."""
    return _(_QUESTIONS[finding.kind], words=finding.words)

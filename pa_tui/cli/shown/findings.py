"""What is not concrete yet, in the JSON."""

from __future__ import annotations

from pa_tui.cli.shown.values import Json, article_fields
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.concreteness import Finding
from pa_tui.questions import question, why


def shown_finding(agreement: Agreement, finding: Finding) -> Json:
    """One finding, with its question in the language in use."""
    return {
        **article_fields(agreement, finding.article),
        "kind": finding.kind.value,
        "words": finding.words,
        "question": question(finding),
        "why": why(finding),
    }

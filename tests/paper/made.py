"""Papers to write out: those of the invented agreement, and small ones by hand."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.papers.blocks import (
    Block,
    Paper,
)
from pa_tui.papers.draft import draft
from pa_tui.papers.minutes import minutes
from tests.paper.agreements import AT
from tests.paper.decided import decided_agreement


def the_minutes() -> Paper:
    agreement = decided_agreement()
    return minutes(agreement, agreement.meetings["wg2"], at=AT)


def the_draft() -> Paper:
    return draft(decided_agreement(), at=AT)


def paper(*blocks: Block, **fields: object) -> Paper:
    return replace(Paper("Proef", tuple(blocks)), **fields)  # type: ignore[arg-type]

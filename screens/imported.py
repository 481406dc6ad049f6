"""What a document gave, on its way from the screen that reads it to the one that reviews it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Unread
from pa_tui.edits.base import Moment, apply
from pa_tui.edits.structure import StartAgreement
from pa_tui.ports import Clock
from pa_tui.reading.agreement import Reading
from pa_tui.reading.kind import DocumentKind
from pa_tui.reading.lines import Remark
from pa_tui.reading.origins import SourceLine

IMPORTED = "imported"
"""Under this name the app keeps it for the review."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a document gave: the agreement it makes, what is to be asked and warned of, its
    lines as they were read, and which of them (by index) made what (by id)."""

    path: Path
    agreement: Agreement
    questions: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    is_agreement: bool = True
    source: tuple[SourceLine, ...] = ()
    origins: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def left_out(self) -> tuple[Unread, ...]:
        """The lines that are in no article, in the order of the document."""
        return tuple(sorted(self.agreement.unread.values(), key=lambda line: line.rank))


def imported(reading: Reading, path: Path, clock: Clock) -> Imported:
    """A reading with the agreement it makes, so that all of it can be looked at first."""
    start = StartAgreement(reading.facts, reading.entities)
    moment = Moment(clock(), "", UUID(int=0))
    return Imported(
        path,
        apply(start, Agreement(), moment).agreement,
        reading.questions,
        reading.warnings,
        reading.kind is DocumentKind.AGREEMENT,
        reading.source,
        reading.origins,
    )

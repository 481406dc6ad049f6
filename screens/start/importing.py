"""Reading a document in the background: how far it is, and what was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Unread
from pa_tui.edits.base import Moment, apply
from pa_tui.edits.structure import StartAgreement
from pa_tui.errors import AgreementError
from pa_tui.ports import Clock
from pa_tui.reading.agreement import Reading, read_agreement
from pa_tui.reading.kind import DocumentKind
from pa_tui.reading.lines import Document, Progress, Remark

Read = Callable[..., Document]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a document gave: the act that begins a file with it, the agreement it makes,
    what is to be asked and warned of, and what was left out."""

    source: Path
    start: StartAgreement
    agreement: Agreement
    questions: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    is_agreement: bool

    @property
    def left_out(self) -> tuple[Unread, ...]:
        """The lines that are in no article, in the order of the document."""
        return tuple(sorted(self.agreement.unread.values(), key=lambda line: line.rank))


@dataclass(frozen=True, slots=True)
class Step:
    """How far reading is: which of two steps, and its part from 0 to 1."""

    number: int
    part: float


class Reader:
    """Reads one document; ``stop`` makes it end as soon as it can."""

    def __init__(self, read: Read, source: Path, clock: Clock) -> None:
        self._read = read
        self.source = source
        self._clock = clock
        self.stopped = False

    def stop(self) -> None:
        """Nobody waits for it any more."""
        self.stopped = True

    def run(
        self, told: Callable[[Step], None], *, anyway: bool = False
    ) -> Imported | AgreementError:
        """What was read, or why nothing was; meant for a thread of its own."""
        try:
            document = self._read(self.source, progress=self._progress(1, told))
            reading = read_agreement(
                document,
                mint=lambda: uuid4().hex,
                progress=self._progress(2, told),
                anyway=anyway,
            )
        except AgreementError as error:
            return error
        return imported(reading, self.source, self._clock)

    def _progress(self, number: int, told: Callable[[Step], None]) -> Progress:
        last = -1

        def progress(done: int, total: int) -> bool:
            nonlocal last
            percent = 100 * done // max(1, total)
            if percent != last:
                last = percent
                told(Step(number, percent / 100))
            return not self.stopped

        return progress


def imported(reading: Reading, source: Path, clock: Clock) -> Imported:
    """A reading with the agreement it makes, so that all of it can be looked at first."""
    start = StartAgreement(reading.facts, reading.entities)
    moment = Moment(clock(), "", UUID(int=0))
    return Imported(
        source,
        start,
        apply(start, Agreement(), moment).agreement,
        reading.questions,
        reading.warnings,
        reading.kind is DocumentKind.AGREEMENT,
    )

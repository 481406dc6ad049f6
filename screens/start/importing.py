"""Reading a document in the background: how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pa_tui.errors import AgreementError
from pa_tui.ports import Clock
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.lines import Document, Progress
from screens.imported import Imported, imported

Read = Callable[..., Document]


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

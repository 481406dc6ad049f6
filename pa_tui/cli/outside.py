"""What the commands ask of the world outside; the doorbell gives it to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TextIO

from pa_tui.cli.grammar import Given, Option
from pa_tui.domain.templates import Templates
from pa_tui.domain.text import clean
from pa_tui.edits import Moment
from pa_tui.edits.structure import StartAgreement
from pa_tui.errors import N_, AgreementError
from pa_tui.papers.blocks import Paper
from pa_tui.ports import Store
from pa_tui.reading.lines import Document


class CreateFile(Protocol):
    """Makes a new agreement file, open; raises FileError and leaves what was there."""

    def __call__(
        self, path: Path, edit: StartAgreement, moment: Moment, *, force: bool = False
    ) -> Store: ...


class ReadDocument(Protocol):
    """The lines of a Word, PDF, text or Markdown document; raises FileError or Unreadable.

    ``revisions`` is "accepted", "original" or "refuse"; None is accepted, with a warning.
    """

    def __call__(self, path: Path, *, revisions: str | None = None) -> Document: ...


class Export(Protocol):
    """Writes a paper in a form ("docx", "md"), in Word in the house style of a template with
    its settings (``styles``); gives the path; raises FileError."""

    def __call__(
        self,
        paper: Paper,
        path: Path,
        form: str,
        *,
        force: bool = False,
        template: Path | None = None,
        styles: Path | None = None,
    ) -> Path: ...


class Restore(Protocol):
    """Makes an agreement file from its TOML copy, open; raises FileError and makes nothing."""

    def __call__(self, copy: Path, path: Path, *, force: bool = False) -> Store: ...


@dataclass(frozen=True, slots=True)
class Outside:
    """Files, documents, papers, the screens, the clock, and where words go.

    ``damage`` tells what is wrong with the file at a path; ``show`` opens the screens on a
    file (or on the start) and gives the exit code, ``show_room`` opens the room's window;
    ``who`` is the name acts are signed with where none is given; ``toml_text`` is a whole
    file as TOML, which ``restore`` reads back. ``meeting_templates`` are the usual agendas
    of meetings; ``write_templates`` writes the shipped ones where a user can edit them, over
    what is there if so told, and gives the paths.
    """

    open_file: Callable[[Path], Store]
    create_file: CreateFile
    damage: Callable[[Path], tuple[AgreementError, ...]]
    read_document: ReadDocument
    export: Export
    show: Callable[[Path | None], int]
    show_room: Callable[[Path], int]
    now: Callable[[], datetime]
    who: Callable[[], str]
    out: TextIO
    err: TextIO
    words_in: TextIO
    toml_text: Callable[[Store], str]
    restore: Restore
    meeting_templates: Callable[[], Templates]
    write_templates: Callable[[bool], tuple[Path, ...]]

    @contextmanager
    def opened(self, path: Path) -> Iterator[Store]:
        """The store of an agreement file, let go afterwards."""
        store = self.open_file(path)
        try:
            yield store
        finally:
            store.close()

    def tell(self, words: str = "") -> None:
        """Writes a line, or several, that a person or a script reads; at once."""
        self.out.write(clean(words) + "\n")
        self.out.flush()

    def tell_json(self, value: Any) -> None:
        """Writes a value as JSON."""
        json.dump(value, self.out, ensure_ascii=False, indent=1)
        self.out.write("\n")
        self.out.flush()

    def tell_json_line(self, value: Any) -> None:
        """Writes a value as JSON on one line."""
        self.out.write(json.dumps(value, ensure_ascii=False) + "\n")
        self.out.flush()

    def warn(self, words: str) -> None:
        """Writes one line about what went wrong."""
        self.err.write(" ".join(clean(words).split()) + "\n")
        self.err.flush()


AS = Option("--as", "NAME", N_("who does it"))
TODAY = Option("--today", "DATE", N_("the day it is done, for what is entered later"))
JSON = Option("--json", "", N_("answer as JSON"))
FORCE = Option("--force", "", N_("also where a file is in the way"))
WRITES = (AS, TODAY)
"""The options of every command that writes."""


def moment_of(given: Given, outside: Outside) -> Moment:
    """When and by whom: the clock and the user, unless the command says otherwise."""
    now = outside.now()
    day = given.day("--today")
    at = datetime.combine(day, now.time()) if day else now
    name = clean(given.get("--as") or outside.who()).strip()
    return Moment.of(at, name)

"""What the screens may ask of the world outside, given to the app by the doorbell.

To give the screens another power: add a field here with :func:`_absent` as its default and
fill it in the doorbell. Screens reach it as ``self.app.services.export(...)``; tests fill
only what they need.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pa_tui.errors import N_, NotAllowed
from pa_tui.room import Pointer, Sight
from pa_tui.workspace import Workspace

if TYPE_CHECKING:
    from pa_tui.domain.templates import Templates
    from pa_tui.edits.structure import StartAgreement
    from pa_tui.reading.lines import Document


def _absent(*_: object, **__: object) -> Any:
    raise NotAllowed(N_("That is not possible in this window."))


def _nothing(*_: object) -> None:
    return None


def _bare() -> Templates:
    from pa_tui.domain.templates import Templates

    return Templates()


def _at_once(call: Callable[[], None]) -> None:
    call()


def _nowhere() -> None:
    return None


@dataclass(frozen=True, slots=True)
class Services:
    """Callables the doorbell fills in; each raises a domain error where it fails.

    - ``open_file(path)`` opens an agreement file, ``create_file(path, edit)`` makes one;
    - ``read_document(path, progress=...)`` gives the lines of a Word, PDF, text or Markdown
      document;
    - ``export(paper, path, form, force=..., template=..., stopped=...)`` writes a
      :class:`pa_tui.papers.blocks.Paper` as "docx" or "md" and gives its path; without
      ``force`` it writes over nothing, and nothing at all once ``stopped()``;
    - ``open_outside(path)`` shows a file in the program the system has for it;
    - ``template()`` is the Word template that was used last, or "";
    - ``recent()`` are the files used lately, newest first;
    - ``meeting_templates()`` are the usual agendas of meetings;
    - ``keep(name, value)`` keeps a setting ("theme", "language") for the next time;
    - ``copy_state(path)`` begins to write the state of the table of a file as a Word file, for
      when the laptop gives up, and does not wait for it;
    - ``point(pointer)`` tells the room's window where the chair is, beside the keys;
      ``is_watched()`` tells whether such a window is open, ``was_at()`` where a chair at the
      file was last, None where that is not known;
    - ``see()`` is what the room's window looks at, ``aside(call)`` makes a call beside the
      keys: for that window alone;
    - ``now()`` is the local time, for what is done before there is an agreement.
    """

    open_file: Callable[[Path], Workspace] = _absent
    create_file: Callable[[Path, StartAgreement], Workspace] = _absent
    read_document: Callable[..., Document] = _absent
    export: Callable[..., Path] = _absent
    open_outside: Callable[[Path], None] = _absent
    template: Callable[[], str] = str
    recent: Callable[[], tuple[Path, ...]] = tuple
    meeting_templates: Callable[[], Templates] = _bare
    keep: Callable[[str, str], None] = _nothing
    copy_state: Callable[[Path], None] = _nothing
    point: Callable[[Pointer], None] = _nothing
    is_watched: Callable[[], bool] = bool
    was_at: Callable[[], Pointer | None] = _nowhere
    see: Callable[[], Sight] = _absent
    aside: Callable[[Callable[[], None]], object] = _at_once
    now: Callable[[], datetime] = datetime.now

"""The pages of the first screen: files and acts, a folder, and how far reading is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pa_tui.language import N_, _
from screens.start.folder import near_home
from screens.start.importing import Step
from screens.widgets.board import Drawn
from screens.widgets.columns import BLANK, Column, inset
from screens.widgets.ink import Run, clip, fit, line

WIDEST = 92
_BAR = 30
_ACTS = (
    ("open", "o", N_("open a file"), N_("an agreement file from any folder")),
    ("new", "n", N_("new"), N_("an empty agreement: parties, year, title")),
    ("import", "i", N_("import"), N_("last year’s document: Word, PDF, text or Markdown")),
)


def _column(width: int) -> tuple[Column, int]:
    """A column of comfortable width and how far it stands from the left."""
    inner = min(width - 4, WIDEST)
    return Column(inner), max(2, (width - inner) // 2)


def home_page(recent: Sequence[Path], here: Sequence[Path], folder: Path, width: int) -> Drawn:
    """Recent files, the files of this folder, and what can be begun."""
    column, left = _column(width)
    column.add(BLANK, line(Run("pa-tui", "title")))
    column.add(line(Run(_("Prestatieafspraken: walk, decide, minute"), "quiet")), BLANK)
    if recent:
        column.heading(_("Recent"))
        for place, path in enumerate(recent, start=1):
            _file(column, path, str(place) if place <= 9 else "")
        column.add(BLANK)
    others = [path for path in here if path not in recent]
    if others:
        column.heading(_("In this folder"), near_home(folder))
        for path in others:
            _file(column, path, "", with_folder=False)
        column.add(BLANK)
    column.heading(_("Begin"))
    for key, letter, label, told in _ACTS:
        words = line(Run(f"{letter}  ", "key"), fit(_(label), 14), Run(_(told), "quiet"))
        column.stop("acts", ("act", key), words)
    return inset(column.drawn(), left)


def _file(column: Column, path: Path, digit: str, *, with_folder: bool = True) -> None:
    folder = near_home(path.parent) if with_folder else ""
    name = path.name
    room = column.width - 8 - len(name)
    aside = line(Run(clip(folder, max(0, room)), "quiet"))
    words = line(
        Run(f"{digit:<2} " if with_folder else "", "key"), clip(name, column.width - 8)
    )
    column.stop("files", ("file", str(path)), words, aside)


def beside_form_page(here: Sequence[Path], folder: Path, width: int) -> Drawn:
    """Under the form: the folder a new file goes to, and what is in it."""
    column = Column(width - 2)
    column.add(BLANK)
    column.heading(_("In this folder"), near_home(folder))
    for path in here:
        column.row(line(Run(path.name, "quiet")))
    return inset(column.drawn())


def folder_page(names: Sequence[str], width: int) -> Drawn:
    """What the path that is being typed can become."""
    column, left = _column(width)
    column.add(BLANK)
    column.heading(_("In that folder"), str(len(names)) if names else "")
    if not names:
        column.row(line(Run(_("nothing that begins like this"), "quiet")))
    for name in names:
        ink = "quiet" if name.endswith(("/", "\\")) else "text"
        column.row(line(Run(clip(name, column.width - 4), ink)))
    return inset(column.drawn(), left)


def reading_page(source: Path, step: Step, width: int) -> Drawn:
    """How far reading a document is."""
    column, left = _column(width)
    words = _("reading the document") if step.number == 1 else _("finding themes and articles")
    done = int(_BAR * step.part)
    column.add(BLANK, line(Run(_("Reading {name}", name=source.name), "title")), BLANK)
    column.add(
        line(
            Run("▓" * done, "agreed"),
            Run("░" * (_BAR - done), "line"),
            f" {step.part:4.0%}  ",
            Run(f"{words} ({step.number}/2)", "quiet"),
        )
    )
    column.add(BLANK, line(Run(_("esc stops; nothing has been made yet"), "quiet")))
    return inset(column.drawn(), left)

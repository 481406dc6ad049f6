"""Papers written out: Word, Markdown and what else a paper can become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from exports.files import write_whole
from pa_tui.errors import N_, FileError
from pa_tui.papers.blocks import Paper

__all__ = ["FORMS", "export", "rendered"]


def _docx(paper: Paper) -> bytes:
    from exports.word import docx_bytes

    return docx_bytes(paper)


def _markdown(paper: Paper) -> bytes:
    from pa_tui.papers.markdown import write_markdown

    return write_markdown(paper).encode()


def _xlsx(paper: Paper) -> bytes:
    from exports.spreadsheet import xlsx_bytes

    return xlsx_bytes(paper)


def _csv(paper: Paper) -> bytes:
    from exports.csv import csv_bytes

    return csv_bytes(paper)


def _ics(paper: Paper) -> bytes:
    from exports.calendar import ics_bytes

    return ics_bytes(paper)


FORMS: Mapping[str, Callable[[Paper], bytes]] = MappingProxyType(
    {"docx": _docx, "md": _markdown, "xlsx": _xlsx, "csv": _csv, "ics": _ics}
)
"""What a paper can become, by the ending of its file. Each is loaded when first asked for."""


def rendered(
    paper: Paper, form: str, template: Path | None = None, styles: Path | None = None
) -> bytes:
    """The paper in a form, as the bytes of a file, in Word in the house style of a template
    where one is given, with the settings ``styles`` for it; raises FileError for an unknown
    form and an unfit template."""
    form = form.casefold().removeprefix(".")
    write = FORMS.get(form)
    if write is None:
        raise FileError(
            N_("A paper cannot be written as “{form}”. Possible are: {forms}."),
            form=form,
            forms=", ".join(FORMS),
        )
    if template is None:
        return write(paper)
    if form != "docx":
        raise FileError(N_("A template goes with Word (docx) only."))
    from exports.word import docx_bytes

    return docx_bytes(paper, template, styles)


def export(
    paper: Paper,
    path: Path,
    form: str,
    *,
    force: bool = False,
    template: Path | None = None,
    styles: Path | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Path:
    """Writes the paper to ``path`` whole or not at all; gives back where it is.

    A file that is there is kept unless ``force``. Raises FileError where the form is not
    known, the template unfit, a file would be lost, or the place cannot be written, Stopped
    where it was ``stopped`` before it was written; nothing is changed then.
    """
    if template and template.exists() and path.exists() and path.samefile(template):
        raise FileError(
            N_("{path} is the template itself. Choose another name for the paper."), path=path
        )
    return write_whole(
        path,
        lambda: rendered(paper, form, template, styles),
        force=force,
        stopped=stopped,
    )

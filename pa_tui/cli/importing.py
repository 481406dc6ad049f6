"""`pa-tui import`: a document becomes an agreement file, and what was left out is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from pa_tui.cli.command import ATTENTION, DONE, Command, file_of
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.cli.making import NEW_FILE
from pa_tui.cli.outside import FORCE, JSON, WRITES, Outside, moment_of
from pa_tui.cli.shown import shown_agreement
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.order import Tally
from pa_tui.edits.structure import StartAgreement
from pa_tui.errors import N_, FileError
from pa_tui.language import _, n_
from pa_tui.reading.agreement import Reading, read_agreement
from pa_tui.reading.doubts import is_puzzling
from pa_tui.reading.kind import DocumentKind
from pa_tui.reading.lines import Remark

REVISIONS = ("accepted", "original", "refuse")


def import_(given: Given, outside: Outside) -> int:
    """Reads a document into a new agreement file; nothing is made where it is none."""
    source, path = Path(given.word("SOURCE")).expanduser(), file_of(given)
    force = given.flag("--force")
    if path.exists() and not force:
        raise FileError(
            N_("{path} exists already and is kept. Choose another name, or say --force."),
            path=path,
        )
    document = outside.read_document(source, revisions=given.get("--revisions"))
    anyway = given.flag("--anyway")
    reading = read_agreement(document, year=given.number("--year"), mint=_mint, anyway=anyway)
    if not anyway:
        must_be_an_agreement(reading, source)
    moment = moment_of(given, outside)
    store = outside.create_file(path, _start(reading), moment, force=force)
    try:
        return _reported(path, store.agreement, reading, given, outside)
    finally:
        store.close()


def _reported(
    path: Path, agreement: Agreement, reading: Reading, given: Given, outside: Outside
) -> int:
    if given.flag("--json"):
        outside.tell_json(_shown(path, agreement, reading))
    else:
        outside.tell("\n".join(_told(path, agreement, reading, given.flag("--report"))))
    puzzling = [line for line in agreement.unread.values() if is_puzzling(line)]
    asks = given.flag("--report") and bool(puzzling or reading.questions)
    return ATTENTION if asks else DONE


def _start(reading: Reading) -> StartAgreement:
    return StartAgreement(reading.facts, tuple(reading.entities))


def _mint() -> str:
    return uuid4().hex


def must_be_an_agreement(reading: Reading, source: Path) -> None:
    """Raises FileError where a document is something else."""
    if reading.kind is not DocumentKind.AGREEMENT:
        raise FileError(
            N_(
                "{path} does not look like prestatieafspraken: no themes with agreements were "
                "found in it. Say --anyway to read it all the same."
            ),
            path=source,
        )


def remark_told(remark: Remark) -> str:
    """A remark of the reader in the language in use."""
    return _(remark.message, **dict(remark.values))


def _shown(path: Path, agreement: Agreement, reading: Reading) -> dict[str, object]:
    return {
        "path": str(path),
        "kind": reading.kind.value,
        "questions": [remark_told(remark) for remark in reading.questions],
        "warnings": [remark_told(remark) for remark in reading.warnings],
        **shown_agreement(agreement),
    }


def _told(path: Path, agreement: Agreement, reading: Reading, whole: bool) -> Iterator[str]:
    articles = n_("{count} article", "{count} articles", len(agreement.order.flat))
    themes = n_("in {count} theme", "in {count} themes", len(agreement.themes))
    yield _("Made: {path}: {what}.", path=path, what=f"{articles} {themes}")
    if whole:
        yield from _themes(agreement)
    for remark in (*reading.warnings, *(reading.questions if whole else ())):
        yield remark_told(remark)
    left_out = sorted(agreement.unread.values(), key=lambda line: line.rank)
    if whole:
        for line in left_out:
            yield _(
                "line {line}: “{text}” ({why})", line=line.line, text=line.text, why=_(line.why)
            )
    asked = n_("{count} question", "{count} questions", len(reading.questions))
    lines = n_("{count} line left out", "{count} lines left out", len(left_out))
    yield f"{asked} · {lines}"


def _themes(agreement: Agreement) -> Iterator[str]:
    for theme in agreement.ordered_themes:
        tally = agreement.tallies.get(theme.id, Tally())
        numbers = [line.number or "-" for line in agreement.lines_of(theme.id)]
        count = n_("{count} article", "{count} articles", tally.articles)
        title = " ".join(filter(None, (theme.number, theme.title)))
        yield f"{title}: {count} ({', '.join(numbers)})"
        yield _("  with a lead {led}, with a date {dated}", led=tally.led, dated=tally.dated)


COMMANDS = (
    Command(
        Form(
            "import",
            N_("reads a Word, PDF, text or Markdown document into a new agreement file"),
            (Word("SOURCE", N_("the document: .docx, .pdf, .txt or .md")), NEW_FILE),
            (
                Option("--year", "Y", N_("the year it is for")),
                Option("--report", "", N_("tells what was read and what was left out")),
                Option("--anyway", "", N_("although it is no agreement")),
                Option(
                    "--revisions",
                    "R",
                    N_("what tracked changes become"),
                    choices=REVISIONS,
                ),
                FORCE,
                JSON,
                *WRITES,
            ),
        ),
        import_,
    ),
)

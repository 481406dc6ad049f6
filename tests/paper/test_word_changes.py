"""Tracked changes in Word: taken over they give the new paper, refused the old one."""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.word import docx_bytes
from pa_tui.papers.blocks import (
    Cell,
    FootnoteMark,
    Heading,
    Item,
    Paper,
    Paragraph,
    Reference,
    Row,
    Run,
    Table,
    words,
)
from pa_tui.papers.carried import LeadAndPlanning
from pa_tui.papers.draft import draft
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.redline import redline, tracked
from tests.paper.agreements import AT, draft_agreement
from tests.paper.editing import edited, small_agreement
from tests.paper.reading_docx import W, lines, notes_once, part, shown, value, without_marks
from tests.paper.resolving import resolved
from tests.paper.test_redline import PAPERS, two_versions
from tests.tools import libreoffice

CHECKS = Path(__file__).parents[3] / "shared" / "checks"


def read(file: bytes) -> list[tuple]:
    """Style and printed words of every paragraph, with its row of a table; marks of notes and
    paragraphs that Word only needs for itself are left out."""
    found = []
    for line in lines(without_marks(file)):
        row = next((a for a in line.element.iterancestors(f"{W}tr")), None)
        if row is None and not line.printed:
            continue
        if not line.style.startswith("TOC"):
            where = None if row is None else row.getparent().index(row)
            found.append((line.style, line.printed, where))
    return found


def check(old: Paper, new: Paper) -> bytes:
    file = docx_bytes(tracked(old, new, "Werkgroep", AT))
    assert read(resolved(file, accept=True)) == read(docx_bytes(new))
    assert read(resolved(file, accept=False)) == read(docx_bytes(old))
    return file


@settings(deadline=None, max_examples=150)
@given(PAPERS, PAPERS)
def test_any_two_papers(old: Paper, new: Paper) -> None:
    check(old, new)


SEEDS = st.lists(st.integers(0, 2**32), min_size=1, max_size=8)
SMALL = small_agreement(draft_agreement())


@settings(deadline=None, max_examples=40)
@given(SEEDS, SEEDS, st.sampled_from(LeadAndPlanning), st.booleans())
def test_any_edits_of_an_agreement(
    earlier: list[int], later: list[int], shows: LeadAndPlanning, comments: bool
) -> None:
    old = edited(SMALL, earlier)
    new = edited(old, later)
    file = docx_bytes(
        redline(old, new, at=AT, since="C", version="C", shows=shows, comments=comments)
    )
    for accept, own in ((True, new), (False, old)):
        clean = docx_bytes(draft(own, at=AT, version="C", shows=shows))
        told = resolved(file, accept=accept)
        assert read(told) == read(clean)
        assert notes_once(told) == notes_once(clean)


def test_two_versions_of_an_agreement() -> None:
    old, new = two_versions()
    file = docx_bytes(redline(old, new, at=AT, since="Concept 1", version="Concept 2"))
    before = docx_bytes(draft(old, at=AT, version="Concept 1"))
    after = docx_bytes(draft(new, at=AT, version="Concept 2"))
    assert read(resolved(file, accept=True)) == read(after)
    assert read(resolved(file, accept=False)) == read(before)
    body = part(file, "word/document.xml")
    authors = {e.get(f"{W}author") for name in ("ins", "del") for e in body.iter(f"{W}{name}")}
    assert authors == {"Werkgroep prestatieafspraken Rietbeek 2027"}


def test_the_two_ends_of_a_move_are_one_of_each() -> None:
    old, new = two_versions()
    body = part(docx_bytes(redline(old, new, at=AT, comments=True)), "word/document.xml")
    ends = [
        sorted(e.get(f"{W}name") for e in body.iter(f"{W}move{side}RangeStart"))
        for side in ("From", "To")
    ]
    assert ends[0] == ends[1] == sorted(set(ends[0]))
    assert ends[0]


def test_an_older_reference_to_what_moved_is_plain() -> None:
    first = Paragraph((Run("Zie "), Reference("_b", "1.2")), number="1.1", bookmark="_a")
    other = Paragraph(words("Deze afspraak verhuist naar elders."), number="1.2", bookmark="_b")
    last = Paragraph(words("Deze veel langere afspraak blijft staan waar zij stond."),
                     number="1.3", bookmark="_c")  # fmt: skip
    file = check(Paper("x", (first, other, last)), Paper("x", (first, last, other)))
    assert not list(part(file, "word/document.xml").iter(f"{W}instrText"))
    kept = check(Paper("x", (first, other)), Paper("x", (first, other, last)))
    assert list(part(kept, "word/document.xml").iter(f"{W}instrText"))


def test_only_the_number_of_a_reference_follows_its_target() -> None:
    target = Paragraph(words("Deze afspraak is het doel."), number="4", bookmark="_a")
    pointing = Paragraph((Run("Zie "), Reference("_a", "4 a", "a")))
    body = part(docx_bytes(Paper("x", (target, pointing))), "word/document.xml")
    texts = [text.text for text in list(body.iter(f"{W}p"))[1].iter(f"{W}t")]
    assert texts == ["Zie ", "4", " a"]


def test_paragraphs_in_rows_that_went_go_with_them() -> None:
    table = Table((Row((Cell((words("Wijk"), words("Aantal"))),)),))
    kept = Paragraph(words("Blijft staan."))
    body = part(check(Paper("x", (table, kept)), Paper("x", (kept,))), "word/document.xml")
    row = next(body.iter(f"{W}tr"))
    marks = [p.find(f"{W}pPr/{W}rPr/{W}del") for p in row.iter(f"{W}p")]
    assert len(marks) == 2
    assert None not in marks


def test_no_name_can_break_the_file() -> None:
    before, after = (Paper("x", (Paragraph(words(own)),)) for own in ("Was dit.", "Werd dat."))
    body = part(docx_bytes(tracked(before, after, "A\x00\x1b\tB", AT)), "word/document.xml")
    assert {e.get(f"{W}author") for e in body.iter(f"{W}ins", f"{W}del")} == {"A B"}


def test_every_change_has_an_id_of_its_own() -> None:
    old, new = two_versions()
    body = part(docx_bytes(redline(old, new, at=AT)), "word/document.xml")
    ids = [e.get(f"{W}id") for e in body.iter() if e.get(f"{W}author") is not None]
    assert len(ids) == len(set(ids)) > 10


def test_a_renumbered_article_changes_no_properties() -> None:
    old = Paper("x", tuple(
        Paragraph(words(f"Afspraak nummer {n} van dit thema."), number=f"1.{n}")
        for n in range(1, 6)))  # fmt: skip
    added = Paragraph(words("Geheel iets anders staat hier."), number="1.3")
    rest = [replace(b, number=f"1.{n}") for n, b in enumerate(old.blocks[2:], 4)]  # type: ignore[type-var]
    new = Paper("x", (Heading(1, words("Thema"), "1"), *old.blocks[:2], added, *rest))
    file = check(Paper("x", (Heading(1, words("Thema"), "1"), *old.blocks)), new)
    assert not list(part(file, "word/document.xml").iter(f"{W}pPrChange"))


def test_a_new_style_is_a_change_of_properties() -> None:
    old = Paper("x", (Paragraph(words("Dezelfde woorden.")), Paragraph(words("Slot."))))
    new = Paper("x", (Heading(2, words("Dezelfde woorden.")), Paragraph(words("Slot."))))
    file = check(old, new)
    changed = list(part(file, "word/document.xml").iter(f"{W}pPrChange"))
    assert [value(c.getparent(), "pStyle") for c in changed] == ["Heading2"]


@pytest.mark.parametrize("last", ["gone", "came", "both"])
def test_the_last_paragraph_leaves_nothing_behind(last: str) -> None:
    first = Heading(1, words("Dit blijft staan"), "1")
    one, other = (
        Item(words("Alleen vroeger stond dit er."), "a."),
        Paragraph(words("Nieuw slot.")),
    )
    old = Paper("x", (first, one) if last != "came" else (first,))
    new = Paper("x", (first, other) if last != "gone" else (first,))
    file = check(old, new)
    for accept in (True, False):
        assert all(line.words for line in lines(resolved(file, accept=accept)))


def test_a_note_that_changed_is_two_notes() -> None:
    old = Paper("x", (Paragraph((Run("Woord"), FootnoteMark("n", "1", words("Oud.")))),))
    new = Paper("x", (Paragraph((Run("Woord"), FootnoteMark("n", "1", words("Nieuw.")))),))
    notes = part(check(old, new), "word/footnotes.xml")
    assert [shown(n).strip() for n in notes][2:] == ["Oud.", "Nieuw."]


def test_markdown_strikes_out_and_sets_bold() -> None:
    old, new = (
        Paragraph(words("Zij bouwen acht huizen.")),
        Paragraph(words("Zij bouwen tien huizen.")),
    )
    both = tracked(Paper("x", (old,)), Paper("x", (new,)), "W", AT)
    assert write_markdown(both) == "Zij bouwen ~~acht~~**tien** huizen.\n"


def test_without_libreoffice_the_command_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert libreoffice.run(["1"]) == 2
    assert "LibreOffice is not here" in capsys.readouterr().err


def _module(name: str):
    spec = importlib.util.spec_from_file_location(name, CHECKS / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not CHECKS.exists(), reason="the shared checks are not here")
def test_others_agree(tmp_path: Path) -> None:
    old, new = two_versions()
    file = docx_bytes(redline(old, new, at=AT, since="Concept 1", version="Concept 2"))
    place = tmp_path / "wijzigingen.docx"
    place.write_bytes(file)
    faults: list[str] = []
    assert _module("docx_validate").validate(str(place), faults.append) == 0, faults
    judge = _module("docx_accept")
    for accept, own, name in ((True, new, "Concept 2"), (False, old, "Concept 1")):
        clean = part(docx_bytes(draft(own, at=AT, version=name)), "word/document.xml")
        told = judge.resolve(part(file, "word/document.xml"), accept)
        texts = [
            [line for line in judge.text_of(body[0]) if not line[0].startswith("TOC")]
            for body in (told, clean)
        ]
        assert texts[0] == texts[1]

"""Writing papers: whole or not at all, nothing lost, errors that tell the way out."""

from __future__ import annotations

import errno
import os
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

import exports.files
from exports import FORMS, export
from pa_tui.errors import FileError
from pa_tui.papers.appointments import Appointment
from pa_tui.papers.blocks import Heading, Paper, Paragraph, Table, header_row, words

PAPER = Paper(
    "Proef",
    (
        Heading(1, words("Kop"), "1"),
        Paragraph(words("Tekst.")),
        Table((header_row("Nr", "Wat"),)),
    ),
    appointments=(Appointment("a@x", "Overleg", date(2027, 1, 1), date(2027, 1, 1)),),
    made_at=datetime(2026, 9, 15, 16, 2),
)


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_paper_is_written_and_its_place_given_back(form: str, tmp_path: Path) -> None:
    place = tmp_path / f"proef.{form}"
    assert export(PAPER, place, form) == place
    assert place.stat().st_size > 10
    assert os.listdir(tmp_path) == [place.name]


def test_markdown_is_utf8(tmp_path: Path) -> None:
    place = export(Paper("x", (Paragraph(words("vóór € 1")),)), tmp_path / "x.md", "md")
    assert place.read_text("utf-8") == "vóór € 1\n"


def test_an_unknown_form_names_the_possible_ones(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="docx, md") as told:
        export(PAPER, tmp_path / "x.pdf", "pdf")
    assert "pdf" in str(told.value)
    assert os.listdir(tmp_path) == []


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "x.md"
    place.write_text("van een mens")
    with pytest.raises(FileError, match="is kept"):
        export(PAPER, place, "md")
    assert place.read_text() == "van een mens"
    export(PAPER, place, "md", force=True)
    assert place.read_text().startswith("## 1 Kop")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is not there") as told:
        export(PAPER, tmp_path / "weg" / "x.md", "md")
    assert str(tmp_path / "weg") in str(told.value)
    assert "x.md" in str(told.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is a folder"):
        export(PAPER, tmp_path, "md", force=True)


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "cannot be written"),
    ],
)
def test_a_failure_halfway_leaves_the_old_file(
    number: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "x.md"
    place.write_text("oud")

    def fails(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(exports.files.os, "fsync", fails)
    with pytest.raises(FileError, match=reason) as told:
        export(PAPER, place, "md", force=True)
    assert str(place) in str(told.value)
    assert place.read_text() == "oud"
    assert os.listdir(tmp_path) == ["x.md"]


def test_what_cannot_be_made_leaves_nothing(tmp_path: Path) -> None:
    def breaks() -> bytes:
        raise ValueError("kapot")

    with pytest.raises(ValueError, match="kapot"):
        exports.files.write_whole(tmp_path / "x", breaks)
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="rights of another kind")
def test_rights_and_links_stay(tmp_path: Path) -> None:
    real = tmp_path / "echt.md"
    real.write_text("oud")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(real)
    export(PAPER, link, "md", force=True)
    assert link.is_symlink()
    assert real.read_text().startswith("## 1")
    assert real.stat().st_mode & 0o777 == 0o640

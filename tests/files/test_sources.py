"""A document is known by what is in it; what cannot be read is told with a way out."""

from __future__ import annotations

import zipfile

import pytest

from pa_tui.errors import AgreementError, FileError, Unreadable
from pa_tui.reading.lines import SourceKind
from storage.sources import read_document
from tests.files import rietbeek
from tests.files.handmade_pdf import column, write_pdf


def test_a_wrong_name_does_not_matter(tmp_path):
    word = rietbeek.as_word(tmp_path / "afspraken.txt")
    assert read_document(word).kind is SourceKind.WORD
    lines = [("De gemeente en Beekwonen spreken dit af.", 10, False)]
    pdf = write_pdf(tmp_path / "afspraken.docx", [column(lines)])
    assert read_document(pdf).kind is SourceKind.PDF


def test_text_and_markdown_are_told_apart(tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("# geen kop\nDe gemeente spreekt dit af.\n", encoding="utf-8")
    assert read_document(text).kind is SourceKind.TEXT
    loose = tmp_path / "zonder"
    loose.write_text(rietbeek.as_markdown(), encoding="utf-8")
    assert read_document(loose).kind is SourceKind.MARKDOWN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_gives_the_same_words(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("Eén coöperatie, € 12,- per maand.\n".encode(encoding))
    assert read_document(path).lines[0].text == "Eén coöperatie, € 12,- per maand."


def test_what_could_steer_a_terminal_never_gets_in(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("De gemeente\x1b[31m \u202espreekt af\x07.\n", encoding="utf-8")
    assert read_document(path).lines[0].text == "De gemeente[31m spreekt af."


def refused(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(AgreementError) as caught:
        read_document(path)
    return caught.value


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("leeg.docx", b"", "empty"),
        ("leeg.txt", b"  \n\n ", "empty"),
        ("oud.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".docx"),
        (
            "slot.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        ("brief.rtf", b"{\\rtf1\\ansi afspraken}", "Rich Text"),
        ("site.html", b"<!DOCTYPE html><html><p>afspraken</p></html>", "HTML"),
        ("plaat.txt", bytes(range(256)) * 8, "no text"),
        ("half.docx", b"PK\x03\x04 dit is geen zip", "damaged"),
    ],
)
def test_a_refusal_names_the_file_and_the_way_out(tmp_path, name, content, word):
    error = refused(tmp_path, name, content)
    assert name in str(error)
    assert word in str(error)
    assert isinstance(error, FileError | Unreadable)


@pytest.mark.parametrize(
    ("member", "word"),
    [("xl/workbook.xml", "Excel"), ("ppt/presentation.xml", "PowerPoint"), ("foto.jpg", "ZIP")],
)
def test_other_packages_are_named(tmp_path, member, word):
    path = tmp_path / "iets.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    with pytest.raises(Unreadable, match=word):
        read_document(path)


def test_a_missing_file_and_a_folder_are_told(tmp_path):
    with pytest.raises(FileError, match="no file"):
        read_document(tmp_path / "weg.docx")
    with pytest.raises(FileError, match="folder"):
        read_document(tmp_path)

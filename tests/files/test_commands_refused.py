"""What is refused: one clear line, exit code 2, and the file as it was."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.files.commanding import Desk

REFUSED = [
    ("shwo",),
    ("--nonsense",),
    ("show",),
    ("show", "{file}", "1.1", "more"),
    ("show", "{file}", "--jsn"),
    ("show", "{file}", "--json=yes"),
    ("show", "nergens.pa"),
    ("show", "{folder}"),
    ("show", "{text}"),
    ("show", "{file}", "9.9"),
    ("history", "{file}", "9.9"),
    ("new", "{file}"),
    ("new", "{folder}/a.pa", "--year", "soon"),
    ("new", "{folder}/a.pa", "--year", "999"),
    ("new", "{folder}/a.pa", "--party", "club:HBR"),
    ("new", "{folder}/nergens/a.pa"),
    ("import", "nergens.docx", "{folder}/a.pa"),
    ("import", "{text}", "{file}"),
    ("import", "{text}", "{folder}/a.pa"),
    ("import", "{text}", "{folder}/a.pa", "--revisions", "some"),
    ("export", "nonsense", "{file}"),
    ("export", "minutes", "{file}"),
    ("export", "json", "{file}", "-o", "{file}", "--force"),
    ("export", "json", "{file}", "-o", "{folder}/nergens/a.json"),
    ("export", "json", "{file}", "-o", "{text}"),
    ("export", "markdown", "{file}", "--format", "docx"),
    ("version", "{file}"),
    ("do", "{file}"),
    ("do", "{file}", "dance"),
    ("do", "nergens.pa", "park", "later"),
    ("do", "{file}", "decide", "1.1", "agreed"),
    ("do", "{file}", "decide", "1.1", "fine", "--no-meeting"),
    ("do", "{file}", "decide", "9.9", "agreed", "--no-meeting"),
    ("do", "{file}", "decide", "--articles", "1.3-1.1", "agreed", "--no-meeting"),
    ("do", "{file}", "decide", "--articles", ",", "agreed", "--no-meeting"),
    ("do", "{file}", "decide", "--articles", "1.1", "agreed", "--no-meeting", "--reason", "x"),
    ("do", "{file}", "decide", "1.1", "agreed", "--no-meeting", "--kind", "dispute"),
    ("do", "{file}", "decide", "1.1", "deferred", "--no-meeting", "--until", "2026-02-31"),
    ("do", "{file}", "position", "1.1", "nobody", "agree"),
    ("do", "{file}", "position", "1.1", "hbr", "reserve", "--until", "ooit"),
    ("do", "{file}", "position", "1.1", "hbr", "agree", "--kind", "consent"),
    ("do", "{file}", "position", "1.1", "hbr", "clear"),
    ("do", "{file}", "reopen", "1.1"),
    ("do", "{file}", "lift", "1.1", "hbr"),
    ("do", "{file}", "withdraw", "1.1", "hbr"),
    ("do", "{file}", "lead", "1.1", "nobody"),
    ("do", "{file}", "lead", "1.1", "hbr", "--commitment", "7"),
    ("do", "{file}", "lead", "1.1", "hbr", "--commitment", "0"),
    ("do", "{file}", "timing", "1.1", "31 februari 2027"),
    ("do", "{file}", "timing", "1.1", ""),
    ("do", "{file}", "note", "1.1", "  "),
    ("do", "{file}", "note", "9.9", "woorden"),
    ("do", "{file}", "action", "1.1", "bellen voor 31 februari 2027"),
    ("do", "{file}", "action-state", "A-099", "done"),
    ("do", "{file}", "action-state", "²", "done"),
    ("do", "{file}", "parked", "²", "done"),
    ("do", "{file}", "revise", "1.1"),
    ("do", "{file}", "revise", "1.1", "--text-file", "nergens.md"),
    ("do", "{file}", "cut", "1.1", "--at", "zulke woorden niet"),
    ("do", "{file}", "join", "1.1", "1", "1"),
    ("do", "{file}", "take-over", "1.1", "1"),
    ("do", "{file}", "take-over", "1.1", "1", "--partly"),
    ("do", "{file}", "decline", "1.1", "1", "--reason", "x"),
    ("do", "{file}", "add", "9", "--text", "x"),
    ("do", "{file}", "add", "1"),
    ("do", "{file}", "move", "1.1", "--after", "1.1"),
    ("do", "{file}", "split", "1.1", "--at", "5"),
    ("do", "{file}", "party", "Hoofdletter", "--name", "x", "--role", "tenants"),
    ("do", "{file}", "party", "nieuw"),
    ("do", "{file}", "describe"),
    ("do", "{file}", "describe", "--year", "0"),
    ("do", "{file}", "confirm"),
    ("do", "{file}", "close-meeting"),
    ("do", "{file}", "attend", "hbr", "present"),
    ("do", "{file}", "open-meeting", "--date", "15 of 16 september"),
    ("do", "{file}", "adopt"),
    ("do", "{file}", "adopt-minutes", "3"),
    ("do", "{file}", "sign", "nobody"),
    ("do", "{file}", "park", "x", "--today", "2026-13-01"),
    ("do", "{file}", "plan-meeting", "--kind", "written", "--date", "9999-12-31"),
    ("do", "{file}", "body", "hbr", "--decides-on", "0001-01-01"),
    ("do", "{file}", "redo"),
    ("read", "tekst", "--parties", "nergens.pa"),
]


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_a_refusal_is_one_line_and_changes_nothing(
    table: Desk, arguments: tuple[str, ...]
) -> None:
    text = table.folder / "boodschappen.txt"
    text.write_text("melk\nbrood\nkaas\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in table.folder.iterdir()}
    names = {"file": str(table.file), "folder": str(table.folder), "text": str(text)}
    answer = table(*(word.format(**names) if "{" in word else word for word in arguments))
    assert answer.code == 2, answer
    assert answer.out == ""
    assert answer.err.count("\n") == 1, answer.err
    assert "Traceback" not in answer.err
    assert "Error" not in answer.err, answer.err
    assert {path: path.read_bytes() for path in table.folder.iterdir()} == before


def test_a_refusal_does_not_repeat_a_book(table: Desk) -> None:
    answer = table("do", table.file, "note", "1.1", "--party", "x" * 100_000, "woorden")
    assert answer.code == 2
    assert len(answer.err) < 3000


def test_a_refusal_names_the_file_the_place_and_the_way_out(table: Desk) -> None:
    answer = table("do", table.file, "decide", "9.9", "agreed", "--no-meeting")
    assert str(table.file) in answer.err
    assert "9.9" in answer.err
    assert "2.1" in answer.err


def test_it_is_said_in_dutch_too(table: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    from pa_tui.__main__ import main

    capsys.readouterr()
    assert main(["show", str(table.file), "9.9", "--lang", "nl"]) == 2
    assert "Afspraak" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["--lang", "--lang=de"])
def test_a_language_that_is_not_there_is_refused(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from pa_tui.__main__ import main

    assert main(["show", word]) == 2
    assert "nl, en" in capsys.readouterr().err


def test_a_file_of_a_newer_program_is_left_alone(table: Desk) -> None:
    connection = sqlite3.connect(table.file)
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version + 100}")
    connection.commit()
    connection.close()
    before = table.file.read_bytes()
    for arguments in (("show", table.file), ("do", table.file, "park", "x")):
        answer = table(*arguments)
        assert answer.code == 2
        assert str(table.file) in answer.err
    assert table.file.read_bytes() == before


def test_a_damaged_file_is_told(table: Desk) -> None:
    content = bytearray(table.file.read_bytes())
    content[8192:] = bytes(byte ^ 0xFF for byte in content[8192:])
    table.file.write_bytes(content)
    checked = table("check", table.file, "--json")
    assert checked.code == 1
    assert not checked.json["sound"]
    assert checked.json["damage"]
    answer = table("show", table.file, "--json")
    assert answer.code == 2
    assert str(table.file) in answer.err
    assert answer.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user with limits")
def test_a_read_only_file_is_not_written(table: Desk) -> None:
    table.file.chmod(0o444)
    table.folder.chmod(0o555)
    try:
        answer = table("do", table.file, "park", "x")
    finally:
        table.folder.chmod(0o755)
    assert answer.code == 2
    assert str(table.file) in answer.err


def test_a_broken_import_leaves_nothing_behind(desk: Desk) -> None:
    source = desk.folder / "stuk.docx"
    source.write_bytes(b"PK\x03\x04 geen echt document")
    assert desk("import", source, desk.file).code == 2
    assert sorted(path.name for path in desk.folder.iterdir()) == ["stuk.docx"]


def test_without_a_terminal_the_screens_say_so(
    table: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in ((), (table.file,)):
        answer = table(*arguments)
        assert answer.code == 2
        assert "--help" in answer.err


def test_an_unknown_fault_is_one_line_too(table: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PA_TUI_DEBUG", raising=False)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("nothing\nto divide")

    monkeypatch.setattr("pa_tui.cli.running.command", broken)
    answer = table("show", table.file)
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert "ZeroDivisionError" in answer.err


def test_an_existing_paper_is_kept_unless_forced(table: Desk) -> None:
    path = Path(table.done("export", "json", table.file).out.strip())
    path.write_text("mijn werk", encoding="utf-8")
    assert table("export", "json", table.file).code == 2
    assert path.read_text("utf-8") == "mijn werk"
    table.done("export", "json", table.file, "--force")
    assert path.read_text("utf-8") != "mijn werk"

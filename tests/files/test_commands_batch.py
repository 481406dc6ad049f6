"""Acts from a file: one a line, each safe before the next."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.files.commanding import Answer, Desk


def batch(table: Desk, acts: str) -> Answer:
    path = table.folder / "acts.txt"
    path.write_text(acts, encoding="utf-8")
    return table("do", table.file, "--batch", path)


def test_every_act_says_ok_and_stays_where_a_later_one_fails(table: Desk) -> None:
    answer = batch(
        table,
        "# besluiten\n"
        "open-meeting\n"
        "\n"
        "decide 1.1 agreed\n"
        "decide 9.9 agreed\n"
        "decide 1.2 agreed\n",
    )
    assert answer.code == 2
    assert answer.out.splitlines()[:2] == ["ok 1", "ok 2"]
    assert answer.out.splitlines()[2].startswith("error 3: ")
    assert answer.err.count("\n") == 1
    assert str(table.file) in answer.err
    assert "9.9" in answer.err
    assert table.article("1.1")["decision"] == "agreed"
    assert table.article("1.2")["decision"] is None


def test_words_are_quoted_as_in_a_shell_with_line_ends(table: Desk) -> None:
    answer = batch(
        table,
        'revise 1.1 --text "De auto\'s van HBR.\\n\\n- een \\"ja\\"\\n- twee"\n'
        "note 1.1 'enkel \\n dubbel'\n"
        'park "pad C:\\\\nieuw"\n',
    )
    assert answer.code == 0, answer
    assert table.article("1.1")["text"] == 'De auto\'s van HBR.\n\n- een "ja"\n- twee'
    assert table.shown()["notes"][0]["text"] == "enkel \n dubbel"
    assert table.shown()["parked"][0]["text"] == "pad C:\\nieuw"


def test_each_line_is_an_act_of_its_own_and_undo_is_one_too(table: Desk) -> None:
    before = len(table.done("history", table.file, "--json").json)
    assert batch(table, "park een\npark twee\nundo\nredo\nundo\n").code == 0
    assert [parked["text"] for parked in table.shown()["parked"]] == ["een"]
    after = table.done("history", table.file, "--json").json
    assert [entry["act"] for entry in after[before:]] == ["do", "do", "undo", "redo", "undo"]


def test_who_and_when_hold_for_every_act_unless_it_says_otherwise(table: Desk) -> None:
    path = table.folder / "acts.txt"
    path.write_text("park een\npark twee --as Bert\n", encoding="utf-8")
    table.done("do", table.file, "--as", "Anna", "--today", "2026-09-15", "--batch", path)
    entries = table.done("history", table.file, "--json").json[-2:]
    assert [(e["by"], e["at"][:10]) for e in entries] == [
        ("Anna", "2026-09-15"),
        ("Bert", "2026-09-15"),
    ]


def test_an_open_quotation_mark_is_told_with_its_number(table: Desk) -> None:
    answer = batch(table, "park een\npark auto's\n")
    assert answer.code == 2
    assert "error 2: " in answer.out
    assert [parked["text"] for parked in table.shown()["parked"]] == ["een"]


def test_acts_may_come_from_the_input(table: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("park een\r\npark twee\n"))
    assert table.done("do", table.file, "--batch", "-").out == "ok 1\nok 2\n"


def test_a_file_of_acts_that_is_not_there_is_told(table: Desk) -> None:
    answer = table("do", table.file, "--batch", Path("nergens.txt"))
    assert answer.code == 2
    assert "nergens.txt" in answer.err


def test_a_file_of_acts_made_on_windows_is_read(table: Desk) -> None:
    path = table.folder / "acts.txt"
    path.write_bytes("\ufeffpark één\r\npark twee\r\n".encode())
    assert table.done("do", table.file, "--batch", path).out == "ok 1\nok 2\n"
    assert table.shown()["parked"][0]["text"] == "één"


def test_an_act_of_many_answers_in_json_on_its_own_line(table: Desk) -> None:
    path = table.folder / "acts.txt"
    path.write_text("park een\nundo\n", encoding="utf-8")
    lines = table.done("do", table.file, "--json", "--batch", path).out.splitlines()
    assert [json.loads(line)["ok"] for line in lines] == [1, 2]
    assert [json.loads(line)["edit"] for line in lines] == ["Park", "Park"]

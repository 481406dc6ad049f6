"""What parties ask beforehand and who brings what, as commands."""

from __future__ import annotations

import pytest

from tests.files.commanding import Desk


def test_wishes_are_given_shown_restored_and_taken_back(table: Desk) -> None:
    table.do("wish", "1.1", "hbr", "discuss", "--reason", "te weinig")
    table.do("wish", "beekwonen", "formality", "--articles", "1.1,1.2")
    wishes = [
        {"party": "beekwonen", "treatment": "formality", "reason": ""},
        {"party": "hbr", "treatment": "discuss", "reason": "te weinig"},
    ]
    assert table.article("1.1")["wishes"] == wishes
    assert table.article("1.2")["wishes"] == wishes[:1]
    assert "HBR: discuss; te weinig" in table.done("show", table.file, "1.1").out
    copy, again = table.folder / "kopie.toml", table.folder / "weer.pa"
    table.done("export", "toml", table.file, "-o", copy)
    table.done("restore", copy, again)
    assert table.done("show", again, "--json").json == table.shown()
    table.do("wish", "beekwonen", "none", "--articles", "1.1,1.2")
    assert table.article("1.1")["wishes"] == wishes[1:]
    table.do("decide", "1.1", "agreed", "--no-meeting")
    assert table.article("1.1")["wishes"] == []
    table.do("undo")
    assert table.article("1.1")["wishes"] == wishes[1:]


def test_a_wish_that_is_none_of_the_two_is_refused(table: Desk) -> None:
    told = table("do", table.file, "wish", "1.1", "hbr", "misschien")
    assert told.code == 2
    assert "formality" in told.err


def test_holding_over_says_who_brings_what(table: Desk) -> None:
    table.do("open-meeting", "--date", "2026-09-15")
    words = "Beekwonen levert uiterlijk 12 oktober 2026 een tekstvoorstel"
    table.do("decide", "1.1", "deferred", "--until", "werkgroep 3", "--text", words)
    shown = table.shown()
    (decision,) = shown["meetings"][0]["decisions"]
    assert (decision["until"], decision["text"]) == ("werkgroep 3", words)
    (action,) = shown["actions"]
    assert (action["party"], action["due"], action["article"]) == (
        "beekwonen",
        "2026-10-12",
        table.article("1.1")["id"],
    )
    table.do("undo")
    assert table.shown()["actions"] == []
    assert table.article("1.1")["decision"] is None


@pytest.mark.parametrize(
    "listed",
    [
        "1.1-1.3",
        "1.1 - 1.3",
        "1.1 – 1.3",
        "1.1 t/m 1.3",
        "1.1 tot en met 1.3",
        "1.1,1.2 en 1.3",
    ],
)
def test_a_range_of_articles_is_written_as_people_do(table: Desk, listed: str) -> None:
    table.do("wish", "hbr", "discuss", "--articles", listed)
    asked = [number for number in ("1.1", "1.2", "1.3") if table.article(number)["wishes"]]
    assert asked == ["1.1", "1.2", "1.3"]
    assert table.article("2.1")["wishes"] == []


def test_of_a_list_only_the_number_that_is_nowhere_is_refused(table: Desk) -> None:
    told = table("do", table.file, "wish", "hbr", "discuss", "--articles", "1.1 t/m 1.3, 9.9")
    assert told.code == 2
    assert "9.9" in told.err
    assert "1.1 t/m" not in told.err
    assert table.article("1.1")["wishes"] == []

"""Commands for what happens between the meetings."""

from __future__ import annotations

from tests.files.commanding import Desk


def test_a_reservation_is_lifted_and_agreement_withdrawn_with_day_and_source(
    table: Desk,
) -> None:
    table.do("open-meeting", "--date", "2026-09-15")
    table.do("position", "1.1", "hbr", "reserve", "--reason", "achterban")
    table.do("decide", "--articles", "1.1,1.2", "agreed")
    table.do("close-meeting")
    table.do("lift", "1.1", "hbr", "--on", "2026-10-09", "--source", "e-mail van HBR")
    table.do(
        "withdraw",
        "1.2",
        "beekwonen",
        "--on",
        "2026-09-22",
        "--source",
        "brief",
        "--reason",
        "omdat het te duur is",
    )
    decided = {d["number"]: d for d in table.shown()["meetings"][0]["decisions"]}
    assert [d["messages"] for d in decided.values()] == [
        [
            {
                "party": "hbr",
                "stance": "agree",
                "on": "2026-10-09",
                "source": "e-mail van HBR",
                "reason": "",
            }
        ],
        [
            {
                "party": "beekwonen",
                "stance": "disagree",
                "on": "2026-09-22",
                "source": "brief",
                "reason": "omdat het te duur is",
            }
        ],
    ]
    assert table.article("1.2")["status"] == "open"
    refused = table("do", table.file, "lift", "1.1", "hbr")
    assert (refused.code, "has no reservation" in refused.err) == (2, True)


def test_a_day_that_is_still_to_come_is_refused(table: Desk) -> None:
    table.do("position", "1.1", "hbr", "reserve")
    answer = table("do", table.file, "lift", "1.1", "hbr", "--on", "2199-01-01")
    assert answer.code == 2
    assert "still to come" in answer.err


def test_a_written_round_from_opening_to_minutes(table: Desk) -> None:
    table.do(
        "open-meeting",
        "--kind",
        "written",
        "--date",
        "2026-11-01",
        "--answer-by",
        "2026-11-06 16.30",
    )
    nobody = table("do", table.file, "decide", "1.1", "agreed")
    assert "Enter the answers of the round first" in nobody.err
    table.do("answer", "rietbeek", "agree", "--source", "e-mail")
    table.do("answer", "hbr", "agree")
    table.do(
        "answer",
        "hbr",
        "reserve",
        "--articles",
        "1.1",
        "--kind",
        "content",
        "--reason",
        "het aantal woningen",
    )
    table.do("decide", "--articles", "1.1,1.2", "agreed")
    table.do("close-meeting")
    (held,) = table.shown()["meetings"]
    assert held["answer_by"] == "2026-11-06T16:30:00"
    assert held["attendance"] == []
    assert [a["articles"] == [] for a in held["answers"]] == [True, True, False]
    assert [d["missing"] for d in held["decisions"]] == [["beekwonen"], ["beekwonen"]]
    paper = table.folder / "ronde.md"
    table.done("export", "minutes", table.file, "--format", "md", "-o", paper)
    told = paper.read_text(encoding="utf-8")
    assert "reageren uiterlijk 6 november 2026, 16.30 uur" in told
    assert "| HBR | voorbehoud bij 1.1 |" in told
    assert "Beekwonen heeft niet gereageerd; geen bericht is geen akkoord." in told
    assert "HBR maakt een voorbehoud bij het aantal woningen." in told
    assert "voorzitter opent" not in told


def test_answers_can_be_taken_back(table: Desk) -> None:
    table.do("open-meeting", "--kind", "written")
    table.do("answer", "hbr", "disagree", "--reason", "te duur")
    table.do("answer", "hbr", "none")
    (held,) = table.shown()["meetings"]
    assert held["answers"] == []
    assert table("do", table.file, "answer", "hbr", "none").code == 2


def test_bodies_days_and_periods(table: Desk) -> None:
    table.do("describe", "--year", "2027")
    table.do("body", "rietbeek", "--body", "college", "--papers-due", "2026-11-09")
    table.do("body", "rietbeek", "--decides-on", "2026-11-24")
    table.do(
        "body", "hbr", "--outcome", "conditional", "--on", "2026-01-05", "--remark", "mits"
    )
    table.do("year-day", "signed", "2026-12-10")
    table.do("periods", "tertials")
    shown = table.shown()
    found = {party["key"]: party["ratification"] for party in shown["parties"]}
    assert found["beekwonen"] is None
    assert found["rietbeek"] == {
        "body": "college",
        "papers_due": "2026-11-09",
        "decides_on": "2026-11-24",
        "outcome": None,
        "remark": "",
    }
    assert (found["hbr"]["outcome"], found["hbr"]["remark"]) == ("conditional", "mits")
    assert shown["agreement"]["days"] == {"signed": "2026-12-10"}
    assert shown["agreement"]["tertials"]
    calendar, matrix = table.folder / "dagen.md", table.folder / "wie.md"
    table.done("export", "calendar", table.file, "--format", "md", "-o", calendar)
    told = calendar.read_text(encoding="utf-8")
    assert "| 9-11-2026 | 9-11-2026 | Rietbeek: stukken voor college |" in told
    assert "| 10-12-2026 | 10-12-2026 | Getekend; door de corporaties ingediend |" in told
    table.done("export", "matrix", table.file, "--format", "md", "-o", matrix)
    assert "| Partij | T1 2027 | T2 2027 | T3 2027 |" in matrix.read_text(encoding="utf-8")
    assert table("do", table.file, "body", "hbr").code == 2


def test_a_parked_point_becomes_an_action_or_an_item(table: Desk) -> None:
    table.do("open-meeting")
    table.do("park", "parkeren bij het station")
    table.do("park", "zaal voor de volgende keer")
    table.do("parked", "1", "action", "HBR telt plekken voor 1 oktober 2026")
    table.do("parked", "2", "agenda")
    shown = table.shown()
    assert [point["state"] for point in shown["parked"]] == ["action", "agenda"]
    assert shown["parked"][0]["became"] == shown["actions"][0]["id"]
    assert shown["meetings"][0]["agenda"][-1]["title"] == "zaal voor de volgende keer"
    table.do("parked", "2", "done")
    assert table("do", table.file, "parked", "3", "done").code == 2
    table.do("undo")
    assert table.shown()["parked"][1]["state"] == "agenda"

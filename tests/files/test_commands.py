"""The commands, on a real file: what they do and what they answer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pa_tui import __version__
from pa_tui.__main__ import main
from tests.files.commanding import Desk

ROOT = Path(__file__).parent.parent.parent

ARTICLE_KEYS = {
    "id", "number", "title", "group", "text", "status", "decision", "standing",
    "key_agreement", "subitems", "bullets", "tables", "references", "footnotes", "leads",
    "joint", "involved", "timings", "quantities", "commitments", "proposals",
}  # fmt: skip
MEETING_KEYS = {
    "id", "kind", "number", "title", "date", "state", "minutes_state", "attendance", "agenda",
    "decisions", "notes",
}  # fmt: skip
DECISION_KEYS = {
    "article", "outcome", "text", "reason", "until", "standing", "positions", "before",
    "after", "at", "by",
}  # fmt: skip


def test_a_new_file_has_its_parties_and_period(table: Desk) -> None:
    shown = table.shown()
    assert shown["format"] == 1
    assert shown["agreement"]["year"] == 2027
    assert shown["agreement"]["period"] == {"start": "2027-01-01", "end": "2027-12-31"}
    assert [(p["key"], p["role"]) for p in shown["parties"]] == [
        ("rietbeek", "municipality"),
        ("beekwonen", "corporation"),
        ("hbr", "tenants"),
    ]


def test_every_key_of_the_contract_is_always_there(table: Desk) -> None:
    table.do("open-meeting", "--date", "2026-09-15")
    table.do("note", "1.1", "HBR vraagt naar de cijfers")
    table.do("decide", "1.1", "agreed")
    table.do("action", "1.1", "Beekwonen levert cijfers aan voor 1 oktober 2026")
    table.do("park", "De huisvesting van ouderen")
    shown = table.shown()
    assert set(shown) >= {
        "format", "agreement", "parties", "front", "themes", "annexes", "footnotes",
        "signature", "meetings", "actions", "parked", "conflicts", "unread",
    }  # fmt: skip
    for theme in shown["themes"]:
        assert set(theme) >= {"number", "title", "context", "articles"}
        for article in theme["articles"]:
            assert set(article) >= ARTICLE_KEYS
    (meeting,) = shown["meetings"]
    assert set(meeting) >= MEETING_KEYS
    (decision,) = meeting["decisions"]
    assert set(decision) >= DECISION_KEYS
    assert set(meeting["notes"][0]) >= {"article", "party", "text", "internal", "at"}
    assert set(shown["actions"][0]) >= {
        "id", "text", "party", "person", "due", "state", "article", "meeting",
    }  # fmt: skip
    assert set(shown["parked"][0]) >= {"text", "article", "meeting"}


def test_a_decision_in_a_meeting_is_kept_with_positions_and_texts(table: Desk) -> None:
    table.do("open-meeting")
    table.do("position", "1.1", "HBR", "reserve", "--until", "2026-10-12", "--reason", "leden")
    table.do("decide", "1.1", "amended", "--text", "Twaalf woningen voor starters.")
    article = table.article("1.1")
    assert (article["text"], article["status"]) == ("Twaalf woningen voor starters.", "decided")
    assert (article["decision"], article["standing"]) == ("amended", "provisional")
    (decision,) = table.shown()["meetings"][0]["decisions"]
    assert decision["article"] == article["id"]
    assert "acht woningen" in decision["before"]
    assert decision["after"] == "Twaalf woningen voor starters."
    stands = {p["party"]: (p["stance"], p["until"]) for p in decision["positions"]}
    assert stands["hbr"] == ("reserve", "2026-10-12")
    assert stands["beekwonen"] == ("agree", None)


def test_until_a_day_or_in_words(table: Desk) -> None:
    table.do("open-meeting", "--date", "2026-09-15")
    table.do("decide", "1.1", "deferred", "--until", "werkgroep 3", "--reason", "cijfers")
    table.do("decide", "1.2", "deferred", "--until", "2026-10-28")
    first, second = table.shown()["meetings"][0]["decisions"]
    assert (first["until"], first["reason"]) == ("werkgroep 3", "cijfers")
    assert second["until"] == "2026-10-28"
    assert {a["status"] for t in table.shown()["themes"] for a in t["articles"]} == {"open"}


def test_several_articles_at_once_in_reading_order(table: Desk) -> None:
    table.do("open-meeting")
    table.do("decide", "--articles", "2.1,1.1-1.3", "agreed")
    shown = table.shown()
    numbers = [d["number"] for d in shown["meetings"][0]["decisions"]]
    assert numbers == ["2.1", "1.1", "1.2", "1.3"]
    table.do("undo")
    assert table.shown()["meetings"][0]["decisions"] == []


def test_lead_joint_involved_and_timing(table: Desk) -> None:
    table.do("lead", "1.1", "Beekwonen,HBR", "--person", "Sanne")
    table.do("joint", "1.1", "rietbeek")
    table.do("involve", "1.1", "zorgpartijen,HBR")
    table.do("timing", "1.1", "T2", "2027")
    article = table.article("1.1")
    assert [(x["party"], x["person"]) for x in article["leads"]] == [
        ("beekwonen", "Sanne"),
        ("hbr", "Sanne"),
    ]
    assert article["joint"] == ["rietbeek"]
    assert [(x["party"], x["name"]) for x in article["involved"]] == [
        (None, "zorgpartijen"),
        ("hbr", "HBR"),
    ]
    (timing,) = article["timings"]
    assert (timing["start"], timing["end"]) == ("2027-05-01", "2027-08-31")
    table.do("lead", "1.1", "none")
    table.do("timing", "1.1", "none")
    assert (table.article("1.1")["leads"][0]["basis"], table.article("1.1")["timings"]) == (
        "joint",
        [],
    )


def test_an_action_reads_who_and_when(table: Desk) -> None:
    table.do(
        "--today", "2026-09-15", "action", "1.1", "Beekwonen levert de lijst aan voor 1 oktober"
    )
    (action,) = table.shown()["actions"]
    assert (action["party"], action["due"]) == ("beekwonen", "2026-09-30")
    assert action["article"] == table.article("1.1")["id"]
    table.do("action-state", "A-001", "done")
    assert table.shown()["actions"][0]["state"] == "done"


def test_an_action_without_an_article_keeps_its_first_word(table: Desk) -> None:
    table.do("action", "Rietbeek", "vraagt", "advies")
    (action,) = table.shown()["actions"]
    assert (action["text"], action["article"]) == ("Rietbeek vraagt advies", None)


def test_a_proposal_is_taken_over_partly_or_declined(table: Desk) -> None:
    for words in ("Tien woningen.", "Vijftien woningen."):
        table.do("propose", "1.1", "hbr", "--text", words)
    table.do("decline", "1.1", "2", "--reason", "te veel")
    table.do("take-over", "1.1", "1", "--partly", "--text", "Negen woningen.")
    article = table.article("1.1")
    assert article["text"] == "Negen woningen."
    assert [(p["state"], p["reason"]) for p in article["proposals"]] == [
        ("partly", ""),
        ("declined", "te veel"),
    ]


def test_text_comes_back_as_it_was_typed(table: Desk) -> None:
    article = table.article("1.2")
    assert article["bullets"] == 2
    table.do("revise", "1.2", "--text", article["text"], "--title", "Overleg")
    again = table.article("1.2")
    assert (again["text"], again["title"]) == (article["text"], "Overleg")
    words = table.folder / "tekst.md"
    words.write_text("a. eerst\nb. dan", encoding="utf-8")
    table.do("revise", "1.2", "--text-file", str(words))
    assert table.article("1.2")["subitems"] == ["a", "b"]


def test_the_build_of_the_agreement(table: Desk) -> None:
    table.do("add", "1", "--text", "Nieuw.", "--after", "1.1")
    table.do("move", "1.3", "--after", "2.1")
    table.do("split", "1.2", "--at", "2")
    table.do("merge-articles", "1.1", "1.1a")
    table.do("key", "2.1")
    themes = [[a["number"] for a in t["articles"]] for t in table.shown()["themes"]]
    assert themes == [["1.1", "1.1a", "1.2", "1.2a"], ["2.1", "1.3"]]
    assert table.article("1.1a")["status"] == "dropped"
    assert table.article("2.1")["key_agreement"]
    table.do("renumber")
    themes = [[a["number"] for a in t["articles"]] for t in table.shown()["themes"]]
    assert themes == [["1.1", None, "1.2", "1.3"], ["2.1", "2.2"]]


def test_a_whole_year_of_a_meeting(table: Desk) -> None:
    table.do("open-meeting", "--kind", "administrative", "--number", "2", "--chair", "Vos")
    table.do("attend", "HBR", "left", "--at", "14:35")
    table.do("suspend")
    table.do("resume")
    table.do("decide", "--articles", "1.1-2.1", "agreed")
    table.do("close-meeting")
    table.do("adopt-minutes", "2")
    for party in ("rietbeek", "beekwonen", "hbr"):
        table.do("sign", party, "--date", "2026-12-10")
    shown = table.shown()
    (meeting,) = shown["meetings"]
    assert (meeting["state"], meeting["minutes_state"]) == ("closed", "adopted")
    assert {"party": "hbr", "state": "left"}.items() <= meeting["attendance"][-1].items()
    assert shown["agreement"]["status"] == "signed"
    assert table.article("1.1")["standing"] == "signed"


def test_undo_works_after_a_restart_and_asks_at_a_closed_meeting(table: Desk) -> None:
    table.do("open-meeting")
    table.do("decide", "1.1", "agreed")
    table.do("undo")
    assert table.article("1.1")["decision"] is None
    table.do("redo")
    assert table.article("1.1")["decision"] == "agreed"
    table.do("close-meeting")
    refused = table("do", table.file, "undo")
    assert refused.code == 2
    assert "--force" in refused.err
    table.do("undo", "--force")
    assert table.shown()["meetings"][0]["state"] == "open"


def test_history_tells_who_did_what_when(table: Desk) -> None:
    table.do("--as", "Anna de Boer", "--today", "2026-09-15", "note", "1.1", "Eerst de cijfers")
    entries = table.done("history", table.file, "1.1", "--json").json
    assert entries[-1]["by"] == "Anna de Boer"
    assert entries[-1]["at"].startswith("2026-09-15T")
    assert entries[-1]["articles"][0]["number"] == "1.1"
    told = table.done("history", table.file).out
    assert "Anna de Boer" in told
    assert "Eerst de cijfers" in told
    other = table.done("history", table.file, "2.1").out
    assert "Eerst de cijfers" not in other


def test_who_and_when_may_be_said_before_the_command(table: Desk) -> None:
    table.done("--as", "Anna", "--today=2026-09-15", "do", table.file, "park", "Later")
    entry = table.done("--json", "history", table.file).json[-1]
    assert (entry["by"], entry["at"][:10]) == ("Anna", "2026-09-15")


def test_versions_have_names(table: Desk) -> None:
    table.done("version", table.file, "Concept", "1")
    found = table.done("versions", table.file, "--json").json
    assert [version["name"] for version in found] == ["Concept 1"]
    assert found[0]["entry"]


def test_a_new_article_and_a_piece_split_off_suggest_who_and_when(table: Desk) -> None:
    words = "HBR peilt in T2 2027 de wensen.\n\nBeekwonen bouwt 12 woningen."
    table.do("add", "1", "--text", words, "--after", "1.1")
    assert [p["leads"][0]["party"] for p in table.article("1.1a")["commitments"]] == [
        "hbr",
        "beekwonen",
    ]
    table.do("split", "1.1a", "--at", "2")
    table.do("add", "2", "--text", "Vooraf.\n\nHBR levert dit voor 1 mei 2027.")
    table.do("split", "2.2", "--at", "2")
    (part,) = table.article("2.3")["commitments"]
    assert (part["leads"][0]["party"], part["leads"][0]["state"]) == ("hbr", "suggested")
    assert part["timings"][0]["end"] == "2027-04-30"
    assert [p["leads"][0]["party"] for p in table.article("1.1b")["commitments"]] == [
        "beekwonen"
    ]


def test_check_asks_and_is_only_strict_when_told(table: Desk) -> None:
    table.do("lead", "1.1", "none")
    found = table.done("check", table.file, "--json").json
    assert found["sound"]
    kinds = {finding["kind"] for finding in found["findings"] if finding["number"] == "1.1"}
    assert {"no_lead", "no_date"} <= kinds
    assert table("check", table.file, "--strict").code == 1


def test_show_reads_well_as_text(table: Desk) -> None:
    table.do("lead", "1.1", "beekwonen")
    told = table.done("show", table.file).out
    assert "Prestatieafspraken Rietbeek 2027" in told
    assert "1.1 Starters" in told
    assert "\x1b" not in told
    one = table.done("show", table.file, "1.1").out
    assert "Beekwonen" in one
    assert "isoleert" not in one


def test_do_answers_in_json_what_was_made(table: Desk) -> None:
    made = table.done("do", table.file, "action", "Bellen", "--json").json
    assert made["made"][0]["kind"] == "action"
    assert made["made"][0]["id"] == table.shown()["actions"][0]["id"]


def test_what_a_user_types_never_steers_the_terminal(table: Desk) -> None:
    table.do("note", "1.1", "rood \x1b[31m en \u202eomgekeerd")
    for arguments in (("show", table.file, "1.1"), ("history", table.file)):
        told = table.done(*arguments).out
        assert "\x1b" not in told
        assert "\u202e" not in told


def test_the_demo_makes_the_sample_and_keeps_it(desk: Desk) -> None:
    desk.done("demo", "--no-open")
    shown = desk.done("show", "voorbeeld.pa", "--json").json
    assert [m["state"] for m in shown["meetings"]].count("open") == 1
    desk.done("do", "voorbeeld.pa", "park", "Later")
    desk.done("demo")
    assert len(desk.done("show", "voorbeeld.pa", "--json").json["parked"]) >= 1
    assert desk.done("check", "voorbeeld.pa", "--json").json["sound"]
    assert [path.name for path in desk.folder.glob(".*")] == []


def test_a_document_becomes_an_agreement_file(desk: Desk) -> None:
    source = desk.folder / "oud.md"
    source.write_text(
        "# Prestatieafspraken Rietbeek 2026\n\n"
        "Gemeente Rietbeek, Stichting Beekwonen en huurdersorganisatie Huurdersbelang "
        "Rietbeek maken deze prestatieafspraken.\n\n"
        "## 1. Betaalbaarheid\n\n"
        "1.1 Beekwonen wijst in 2026 acht woningen toe aan starters.\n\n"
        "1.2 De gemeente evalueert dit in het vierde kwartaal van 2026.\n",
        encoding="utf-8",
    )
    desk.done("import", source, desk.file, "--year", "2026")
    (theme,) = desk.shown()["themes"]
    assert [a["number"] for a in theme["articles"]] == ["1.1", "1.2"]
    report = desk("import", source, desk.folder / "b.pa", "--report")
    assert report.code in (0, 1)
    assert "1.1, 1.2" in report.out


def test_read_tells_what_it_understands(table: Desk) -> None:
    text = "Beekwonen levert uiterlijk 1 oktober 2027 twaalf woningen op."
    found = table.done("read", text, "--parties", table.file, "--json").json
    assert [(p["key"], p["role"]) for p in found["parties"]] == [("beekwonen", "lead")]
    (timing,) = found["timings"]
    start, end = timing["span"]
    assert text[start:end] == timing["text"]
    assert timing["end"] == "2027-10-01"
    assert set(found) >= {"parties", "timings", "quantities", "references", "strength"}


def test_help_and_version(desk: Desk) -> None:
    assert desk.done("--version").out == f"pa-tui {__version__}\n"
    overview = desk.done("--help").out
    for name in ("demo", "beamer", "import", "export", "history"):
        assert f"pa-tui {name}" in overview
    for gone in ("responses", "merge", "rollover"):
        assert gone not in overview
    assert "--no-meeting" in desk.done("do", "x.pa", "decide", "--help").out
    assert "open-meeting" in desk.done("do", "--help").out
    assert desk.done("show", "--help").out.startswith("pa-tui show FILE [ARTICLE] [--json]")


@pytest.mark.parametrize(
    ("arguments", "variable", "dutch"),
    [
        (["--lang", "nl"], "en_GB.UTF-8", True),
        (["--lang", "en"], "nl_NL.UTF-8", False),
        ([], "en_GB.UTF-8", False),
        ([], "nl_NL.UTF-8", True),
        ([], "fr_FR.UTF-8", True),
    ],
)
def test_the_language_is_said_or_the_locale_else_dutch(
    arguments: list[str],
    variable: str,
    dutch: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pa_tui.language import spoken

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, variable)
    main([*arguments, "--version"])
    assert (spoken() == "nl") is dutch


def test_the_program_as_a_process_speaks_utf8_on_a_pipe(table: Desk) -> None:
    table.do("note", "1.1", "vóór “1 oktober” – één")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        (sys.executable, "-m", "pa_tui", "show", str(table.file), "--json"),
        capture_output=True,
        env=environment,
        check=True,
    )
    notes = json.loads(done.stdout.decode("utf-8"))["notes"]
    assert notes[0]["text"] == "vóór “1 oktober” – één"

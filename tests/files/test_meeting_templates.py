"""The templates of meetings: every shipped one fits, and a broken one of a user is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pa_tui.domain.meetings import ItemKind, MeetingKind
from pa_tui.domain.selection import Selection
from pa_tui.domain.templates import fitted
from pa_tui.edits import PlanMeeting
from pa_tui.errors import FileError
from storage.meetings import load_templates, read_template, read_text, shipped_texts
from tests.files.commanding import Desk
from tests.samples import agreement, done

WORKING_GROUP = MeetingKind.WORKING_GROUP
DAY = date(2026, 10, 28)


@pytest.mark.parametrize(
    ("name", "kind", "number", "length"),
    [
        ("werkgroep-1.toml", WORKING_GROUP, 1, 120),
        ("werkgroep-2.toml", WORKING_GROUP, 2, 120),
        ("werkgroep-3.toml", WORKING_GROUP, 3, 120),
        ("ambtelijk.toml", MeetingKind.OFFICIAL, None, 90),
        ("bestuurlijk.toml", MeetingKind.ADMINISTRATIVE, None, 45),
        ("schriftelijk.toml", MeetingKind.WRITTEN, None, 0),
        ("evaluatie.toml", MeetingKind.EVALUATION, None, 90),
    ],
)
def test_every_shipped_template_fits_an_agreement(name, kind, number, length) -> None:
    template = read_text(dict(shipped_texts())[name], name)
    assert (template.kind, template.number, template.length) == (kind, number, length)
    value = done(agreement(), PlanMeeting(kind, 9, date(2026, 9, 1)))
    items = fitted(template, value, DAY)
    assert sum(item.minutes for item in items) == length
    assert all(item.title for item in items)
    assert all(item.minutes > 0 for item in items) is (length > 0)
    assert done(value, PlanMeeting(kind, number, DAY, agenda=items)).meetings


def test_the_table_above_knows_every_shipped_template() -> None:
    assert len(list(shipped_texts())) == 7


def test_the_three_working_groups_differ() -> None:
    def asked(name: str) -> set[object]:
        items = fitted(read_text(dict(shipped_texts())[name], name), agreement(), DAY)
        return {item.selection or item.kind for item in items}

    assert ItemKind.THEME in asked("werkgroep-1.toml")
    assert ItemKind.THEME in asked("werkgroep-2.toml")
    assert asked("werkgroep-3.toml") == {
        ItemKind.POINT,
        Selection.COMING_BACK,
        Selection.SUBMITTED,
    }
    assert read_text(dict(shipped_texts())["schriftelijk.toml"], "x").term == 7


GOOD = 'overleg = "ambtelijk"\nduur = 30\n[[punt]]\ntitel = "Koffie"\nminuten = 30\n'


def test_a_template_of_a_user_goes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "ambtelijk.toml").write_text(GOOD, encoding="utf-8")
    own = GOOD.replace("ambtelijk", "werkgroep").replace("duur", "nummer = 4\nduur")
    (tmp_path / "extra werkgroep.toml").write_text("\ufeff" + own, encoding="utf-8")
    found = load_templates(tmp_path)
    assert not found.troubles
    (item,) = fitted(found.of(MeetingKind.OFFICIAL), agreement(), DAY)
    assert (item.title, item.minutes) == ("Koffie", 30)
    assert found.of(WORKING_GROUP, 4).name == "extra werkgroep"
    assert found.of(WORKING_GROUP, 2).name == "werkgroep-2"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("overleg = ", "no TOML"),
        ('overleg = "werkgroep"', "no items"),
        (GOOD.replace("ambtelijk", "borrel"), "overleg: choose one of these"),
        (GOOD.replace("duur = 30", "duur = -1"), "duur: it must be a whole number"),
        (GOOD.replace("duur = 30", "duur = true"), "duur: it must be a whole number"),
        (GOOD.replace("duur", "lengte"), "lengte: it is not known here"),
        (GOOD.replace("duur = 30", 'begin = "25.00"'), "begin: it must be a clock time"),
        (GOOD.replace('titel = "Koffie"', "titel = 3"), "punt 1, titel: it must be words"),
        (GOOD.replace('titel = "Koffie"', ""), "punt 1, titel: a title is missing"),
        (GOOD + 'soort = "thee"', "punt 1, soort: choose one of these"),
        (GOOD + 'soort = "lijst"\nlijst = "rood"', "punt 1, lijst: choose one of these"),
    ],
)
def test_a_broken_template_is_told_with_file_place_and_way_out(
    tmp_path: Path, text: str, words: str
) -> None:
    path = tmp_path / "ambtelijk.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError):
        read_template(path)
    found = load_templates(tmp_path)
    (trouble,) = found.troubles
    assert str(path) in str(trouble)
    assert words in str(trouble)
    assert "Put it right" in str(trouble)
    assert found.of(MeetingKind.OFFICIAL).length == 90


def test_the_shipped_templates_are_written_to_be_edited_and_never_over_ones_own(
    table: Desk,
) -> None:
    answer = table.done("templates")
    folder = table.folder / "meetings"
    assert answer.out.splitlines() == sorted(str(path) for path in folder.iterdir())
    own = folder / "werkgroep-1.toml"
    own.write_text(GOOD.replace("ambtelijk", "werkgroep"), encoding="utf-8")
    assert "there already" in table.done("templates").out
    table.do("plan-meeting", "--date", "2026-10-28")
    (meeting,) = table.shown()["meetings"]
    assert [item["title"] for item in meeting["agenda"]] == ["Koffie"]
    assert len(table.done("templates", "--force", "--json").json["written"]) == 7
    assert "Bod van de corporaties" in own.read_text(encoding="utf-8")


def test_a_broken_template_stops_no_command(table: Desk) -> None:
    table.done("templates")
    (table.folder / "meetings" / "werkgroep-1.toml").write_text("[", encoding="utf-8")
    answer = table("do", table.file, "plan-meeting", "--date", "2026-10-28")
    assert answer.code == 0
    assert "werkgroep-1.toml" in answer.err
    assert len(answer.err.splitlines()) == 1
    told = table("templates", "--json")
    assert told.code == 1
    assert len(told.json["troubles"]) == 1

"""The whole file as TOML, and back: equal, or refused in one line with the place."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

import storage
from pa_tui.errors import FileError
from storage.toml_restore import restore
from tests.files.commanding import Desk, begin


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The sample's file and its copy."""
    from pa_tui.__main__ import main

    folder = tmp_path_factory.mktemp("toml")
    file, copy = folder / "voorbeeld.pa", folder / "voorbeeld.toml"
    assert main(["demo", str(file)]) == 0
    assert main(["export", "toml", str(file), "-o", str(copy)]) == 0
    return file, copy.read_text("utf-8")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def test_a_restored_file_is_equal(copied: tuple[Path, str], desk: Desk) -> None:
    file, text = copied
    copy = desk.folder / "kopie.toml"
    copy.write_text(text, "utf-8")
    told = desk.done("restore", copy, desk.file)
    assert "in its history" in told.out
    for what in ("show", "history", "versions"):
        one = desk.done(what, file, "--json").json
        assert desk.done(what, desk.file, "--json").json == one
        assert len(one) > 1
    assert desk.done("check", desk.file, "--json").json["sound"]
    again = desk.folder / "nog-eens.toml"
    desk.done("export", "toml", desk.file, "-o", again)
    assert again.read_text("utf-8") == text


def test_a_restored_file_goes_on(copied: tuple[Path, str], desk: Desk) -> None:
    file, text = copied
    copy = desk.folder / "kopie.toml"
    copy.write_text(text, "utf-8")
    restore(copy, desk.file).close()
    old, new = storage.open_file(file), storage.open_file(desk.file)
    try:
        version = new.agreement.ordered_versions[0]
        earlier = old.as_of(version.entry)
        assert list(new.as_of(version.entry).entities()) == list(earlier.entities())
    finally:
        old.close()
        new.close()
    desk.do("park", "Later")


def test_hostile_words_come_back(desk: Desk) -> None:
    begin(desk)
    words = "Regel \"een\"\\n\\n''' [[x]] \U0001f600 = 1 # geen commentaar \\ é"
    desk.do("note", "1.1", words, "--internal")
    desk.do("revise", "1.1", "--text", words)
    copy = desk.folder / "kopie.toml"
    desk.done("export", "toml", desk.file, "-o", copy)
    before = desk.shown()
    desk.done("restore", copy, desk.file, "--force")
    assert desk.shown() == before


def test_a_file_in_the_way_is_kept(copied: tuple[Path, str], desk: Desk) -> None:
    copy = desk.folder / "kopie.toml"
    copy.write_text(copied[1], "utf-8")
    desk.file.write_text("van een mens")
    refused = desk("restore", copy, desk.file)
    assert refused.code == 2
    assert desk.file.read_text() == "van een mens"


BROKEN = {
    "no TOML": ("nee = [", "no TOML"),
    "another's": ("[tool]\nname = 'x'\n", "no copy of an agreement file"),
    "newer": ("program = 'pa-tui'\nformat = 9\njournal = []\n", "format 9"),
    "unknown kind": ("program = 'pa-tui'\nformat = 1\njournal = []\n[[x]]\na=1\n", "at x"),
    "no table": ("program = 'pa-tui'\nformat = 1\njournal = 3\n", "at journal"),
    "empty act": ("program = 'pa-tui'\nformat = 1\n[[journal]]\nid = 'x'\n", "journal 1"),
}


@pytest.mark.parametrize("which", BROKEN)
def test_a_foreign_copy_is_refused_in_one_line(which: str, desk: Desk) -> None:
    text, place = BROKEN[which]
    copy = desk.folder / "kopie.toml"
    copy.write_text(text, "utf-8")
    refused = desk("restore", copy, desk.file)
    assert refused.code == 2
    assert place in refused.err
    assert refused.err.count("\n") == 1
    assert sorted(p.name for p in desk.folder.iterdir()) == ["kopie.toml"]


def test_what_cannot_be_read_is_refused(desk: Desk) -> None:
    copy = desk.folder / "kopie.toml"
    assert desk("restore", copy, desk.file).code == 2
    copy.write_bytes(b"program = '\xff'")
    assert "not UTF-8" in desk("restore", copy, desk.file).err
    assert not desk.file.exists()


def test_a_word_changed_by_hand_is_told_with_its_place(
    copied: tuple[Path, str], tmp_path: Path
) -> None:
    copy = tmp_path / "kopie.toml"
    copy.write_text(copied[1].replace('short = "Beekwonen"', 'short = "Anders"', 1), "utf-8")
    with pytest.raises(FileError, match=r"party 2 \(beekwonen\)"):
        restore(copy, tmp_path / "uit.pa")


def test_a_copy_without_one_of_its_parts_is_refused(
    copied: tuple[Path, str], tmp_path: Path
) -> None:
    whole = tomllib.loads(copied[1])
    copy = tmp_path / "kopie.toml"
    import tomli_w

    for kind in ("party", "article", "decision", "note", "journal"):
        for lost in (0, len(whole[kind]) // 2, len(whole[kind]) - 1):
            less = {**whole, kind: [o for i, o in enumerate(whole[kind]) if i != lost]}
            copy.write_text(tomli_w.dumps(less), "utf-8")
            with pytest.raises(FileError):
                restore(copy, tmp_path / "uit.pa")
    assert not (tmp_path / "uit.pa").exists()


def test_no_damage_is_taken_for_sound(copied: tuple[Path, str], tmp_path: Path) -> None:
    """Lines lost, doubled or cut: refused, or what is made is the same file."""
    lines = copied[1].splitlines(keepends=True)
    chance = random.Random(5)
    told: list[str] = []
    copy, out = tmp_path / "kopie.toml", tmp_path / "uit.pa"
    for _ in range(40):
        broken, place = list(lines), chance.randrange(len(lines))
        match chance.randrange(3):
            case 0:
                del broken[place]
            case 1:
                broken[place] = broken[place][: len(broken[place]) // 2]
            case _:
                del broken[place:]
        copy.write_text("".join(broken), "utf-8")
        try:
            restore(copy, out, force=True).close()
        except FileError as error:
            told.append(str(error))
    assert len(told) > 20
    assert all(str(copy) in words and "\n" not in words for words in told)

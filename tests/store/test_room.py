"""Where the chair is goes to the room's window through a private file; the agreement file is
only looked at."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import warnings
from dataclasses import replace
from pathlib import Path

import pytest

from pa_tui import edits
from pa_tui.domain.decisions import Outcome
from pa_tui.domain.text import paragraph
from pa_tui.errors import FileError
from pa_tui.room import Pointer, Room, Stage, Wish
from pa_tui.workspace import Workspace
from storage.agreement_file import watch_file
from storage.herald import Herald
from storage.onlooker import Onlooker
from storage.room import ChairSide, RoomSide, last_pointer, running_folder
from tests.store.filing import new_file

HERE = Pointer(Stage.ARTICLE, "a11", 2, wish=Wish.FINAL, room=Room.COVERED, positions=True)
ELSE = Pointer(Stage.ARTICLE, "a12")
THERE = Pointer(Stage.TOGETHER, articles=("a", "b"), page=3)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "some.pa"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "run" / "pa-tui"


def told(folder: Path) -> Path:
    [found] = folder.glob("*.json")
    return found


# -- the private file --------------------------------------------------------------------


def test_the_room_hears_where_the_chair_is(file: Path, folder: Path) -> None:
    chair, room = ChairSide(file, folder), RoomSide(file, folder)
    assert room.pointer() is None
    for pointer in (HERE, THERE, HERE):
        assert chair.point(pointer)
        assert room.pointer() == pointer


def test_where_a_chair_was_is_known_until_he_leaves(file: Path, folder: Path) -> None:
    chair = ChairSide(file, folder)
    assert last_pointer(file, folder) is None
    chair.point(THERE)
    assert last_pointer(file, folder) == THERE
    chair.leave()
    assert last_pointer(file, folder) is None


def test_another_name_of_the_file_is_the_same_file(file: Path, folder: Path) -> None:
    (file.parent / "x").mkdir()
    chair = ChairSide(file.parent / "x" / ".." / "some.pa", folder)
    chair.point(THERE)
    assert RoomSide(file, folder).pointer() == THERE
    assert RoomSide(file.with_name("other.pa"), folder).pointer() is None


def test_the_chair_that_acted_last_leads_and_leaves_nothing_behind(
    file: Path, folder: Path
) -> None:
    one, two = ChairSide(file, folder, 1), ChairSide(file, folder, 2)
    room = RoomSide(file, folder)
    one.point(THERE)
    two.point(ELSE)
    one.leave()
    assert room.pointer() == ELSE
    two.leave()
    assert room.pointer() is None
    assert [path.name for path in folder.iterdir() if "room" not in path.name] == []


def test_only_who_changes_it_ends_a_pause(file: Path, folder: Path) -> None:
    one, two = ChairSide(file, folder, 1), ChairSide(file, folder, 2)
    room = RoomSide(file, folder)
    paused, live = replace(HERE, room=Room.PAUSED), replace(THERE, room=Room.LIVE)
    one.point(paused)
    for _ in range(3):
        two.point(live)
        assert room.pointer() == replace(THERE, room=Room.PAUSED)
    one.point(paused)
    assert room.pointer() == paused
    one.point(replace(HERE, room=Room.LIVE))
    two.point(live)
    assert room.pointer() == live
    two.point(replace(THERE, room=Room.COVERED))
    one.point(replace(HERE, room=Room.LIVE))
    assert room.pointer() == HERE
    two.point(live)
    one.point(replace(HERE, room=Room.LIVE))
    assert room.pointer() == replace(HERE, room=Room.LIVE)


def test_a_pause_of_a_window_that_is_gone_binds_nobody(file: Path, folder: Path) -> None:
    one, two = ChairSide(file, folder, 1), ChairSide(file, folder, 2)
    one.point(replace(HERE, room=Room.PAUSED))
    one.leave()
    two.point(THERE)
    assert RoomSide(file, folder).pointer() == THERE


def test_a_chair_that_was_killed_points_nowhere(file: Path, folder: Path) -> None:
    chair, room = ChairSide(file, folder), RoomSide(file, folder)
    chair.point(HERE)
    assert chair._lock is not None
    chair._lock.release()  # as the system does when a process is gone
    assert told(folder).exists()
    assert room.pointer() is None


@pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")
def test_nobody_else_can_read_it(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    ChairSide(file, folder).point(HERE)
    RoomSide(file, folder).pointer()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for path in folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name


def test_it_is_whole_or_not_there(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chair, room = ChairSide(file, folder), RoomSide(file, folder)
    chair.point(HERE)

    def full(*paths: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", full)
    assert not chair.point(THERE)
    assert room.pointer() == HERE


def test_it_holds_no_words(file: Path, folder: Path) -> None:
    ChairSide(file, folder, 41).point(HERE)
    assert told(folder).read_text() == (
        '{"process":41,"pointer":{"stage":"article","article":"a11","part":2,"articles":[],'
        '"meeting":"","page":0,"wish":"final","room":"covered","positions":true}}'
    )


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"process": 1}',
        b'{"process": 1, "pointer": {"stage": "elsewhere"}}',
        b'{"process": "x", "pointer": {}}',
        b"[" * 60000,
        b" " * 100000,
    ],
)
def test_garbage_in_it_is_nobody(file: Path, folder: Path, garbage: bytes) -> None:
    chair, room = ChairSide(file, folder), RoomSide(file, folder)
    chair.point(HERE)
    told(folder).write_bytes(garbage)
    assert room.pointer() is None
    chair.point(THERE)
    assert room.pointer() == THERE


def test_a_system_without_such_a_folder_is_no_reason_to_warn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert running_folder().name == "pa-tui"


def test_without_a_folder_the_work_goes_on(file: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("not a folder")
    chair = ChairSide(file, tmp_path / "taken")
    assert not chair.point(HERE)
    assert not chair.is_watched()
    assert RoomSide(file, tmp_path / "taken").pointer() is None
    chair.leave()


def test_the_chair_knows_whether_the_room_looks(file: Path, folder: Path) -> None:
    chair, room = ChairSide(file, folder), RoomSide(file, folder)
    assert not chair.is_watched()
    room.pointer()
    assert chair.is_watched()
    room.leave()
    assert not chair.is_watched()


# -- the herald --------------------------------------------------------------------------


def test_the_herald_tells_the_newest_place_and_nothing_before_it_begins(
    file: Path, folder: Path
) -> None:
    herald, room = Herald(folder), RoomSide(file, folder)
    herald.sit_at(file)
    herald.point(HERE)
    herald.point(THERE)
    assert not folder.exists()
    herald.begin()
    herald._runner.submit(lambda: None).result(10)
    assert room.pointer() == THERE
    assert herald.is_watched()
    other = file.with_name("other.pa")
    herald.sit_at(other)
    herald._runner.submit(lambda: None).result(10)
    assert room.pointer() is None
    herald.point(HERE)
    herald._runner.submit(lambda: None).result(10)
    assert RoomSide(other, folder).pointer() == HERE
    herald.leave()
    assert RoomSide(other, folder).pointer() is None


# -- the onlooker ------------------------------------------------------------------------


def test_it_sees_what_the_chair_does(table: Workspace, folder: Path) -> None:
    eyes = Onlooker(table.store.path, folder)
    key = table.agreement.order.flat[0]
    assert eyes.see().agreement.lines[key].outcome is None
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    assert eyes.see().agreement.lines[key].outcome is Outcome.AGREED
    table.perform(edits.ReviseText("1.1", paragraph("Anders.")))
    assert eyes.see().agreement.articles[key].text == paragraph("Anders.")
    assert eyes.see().pointer is None
    chair = ChairSide(table.store.path, folder)
    chair.point(HERE)
    assert eyes.see().pointer == HERE
    eyes.leave()
    assert not chair.is_watched()


def test_it_takes_no_seat_and_cannot_write(table: Workspace, folder: Path) -> None:
    path = table.store.path
    table.store.close()
    before = path.read_bytes()
    looking = watch_file(path)
    with pytest.raises(FileError):
        looking.commit(edits.TakeNote("nee"), table.moment())
    looking.close()
    eyes = Onlooker(path, folder)
    for _ in range(10):
        eyes.see()
    assert eyes._file is not None
    assert eyes._file._seat._number is None
    eyes.leave()
    assert path.read_bytes() == before


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() == 0, reason="modes do not bind root"
)
def test_a_read_only_file_can_be_looked_at(table: Workspace, folder: Path) -> None:
    path = table.store.path
    table.store.close()
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        assert Onlooker(path, folder).see().agreement.order.flat
    finally:
        path.parent.chmod(0o700)


def test_a_file_that_is_gone_damaged_or_another_one(table: Workspace, folder: Path) -> None:
    path = table.store.path
    table.store.close()
    away = path.with_name("away.pa")
    eyes = Onlooker(path, folder)
    articles = len(eyes.see().agreement.order.flat)
    path.rename(away)
    for _ in range(3):
        with pytest.raises(FileError):
            eyes.see()
    path.write_bytes(b"no agreement")
    with pytest.raises(FileError):
        eyes.see()
    path.unlink()
    away.rename(path)
    assert len(eyes.see().agreement.order.flat) == articles
    other = new_file(path.with_name("new.pa"), edits.AddTheme("Nog een thema"))
    other.store.close()
    os.replace(other.store.path, path)
    titles = [theme.title for theme in eyes.see().agreement.ordered_themes]
    assert titles[-1] == "Nog een thema"
    eyes.leave()


def test_a_file_that_cannot_be_looked_at_says_why(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="does not exist"):
        Onlooker(tmp_path / "none.pa")
    (tmp_path / "text.pa").write_text("hallo")
    with pytest.raises(FileError, match="no agreement file"):
        Onlooker(tmp_path / "text.pa")


def test_a_file_of_an_older_program_waits_for_the_chair(table: Workspace) -> None:
    path = table.store.path
    table.store.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=1")
    connection.close()
    with pytest.raises(FileError, match="older"):
        Onlooker(path)

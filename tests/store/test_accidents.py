"""Kills, full disks, foreign and damaged files: nothing is lost and one line tells it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import suppress
from pathlib import Path

import pytest

import storage
from pa_tui import edits
from pa_tui.domain.agreement import Facts
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import Presence
from pa_tui.domain.text import paragraph
from pa_tui.errors import AgreementError, FileError
from pa_tui.workspace import Workspace
from storage.schema import MEETINGS_ADD, MEETINGS_TABLES
from tests.store.filing import NOON, everything, new_file, opened


def test_a_killed_program_loses_no_act_it_called_done(tmp_path: Path) -> None:
    path = tmp_path / "kill.pa"
    new_file(path, edits.OpenMeeting()).store.close()
    script = textwrap.dedent(
        """
        import sys
        from datetime import datetime
        from pathlib import Path
        import storage
        from pa_tui import edits
        from pa_tui.workspace import Workspace
        table = Workspace(storage.open_file(Path(sys.argv[1])), datetime.now, "x")
        n = 0
        while True:
            n += 1
            table.perform(edits.TakeNote(f"notitie {n}"))
            print(n, flush=True)
        """
    )
    program = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    done = [int(program.stdout.readline()) for _ in range(5)]
    program.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    done += [int(line) for line in program.stdout.read().split()]
    program.wait()
    program.stdout.close()

    notes = {note.text for note in opened(path).agreement.notes.values()}
    assert notes.issuperset(f"notitie {n}" for n in done)
    assert len(notes) <= done[-1] + 1


def test_a_full_disk_leaves_the_file_as_it_was(table: Workspace) -> None:
    before = everything(table.agreement)
    connection: sqlite3.Connection = table.store._file._connection  # type: ignore[attr-defined]
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")
    with pytest.raises(FileError, match="full"):
        table.perform(edits.ReviseText("1.1", paragraph("vol " * 100_000)))
    assert everything(table.store.agreement) == before
    connection.execute("PRAGMA max_page_count=1000000")
    table.perform(edits.ReviseText("1.1", paragraph("past weer")))
    table.store.close()
    assert opened(table.store.path).agreement.article_named("1.1").text == paragraph(
        "past weer"
    )


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere"
)
def test_a_read_only_folder_is_told_and_nothing_changes(table: Workspace) -> None:
    folder = table.store.path.parent
    folder.chmod(0o500)
    try:
        with pytest.raises(FileError, match=r"read-only|written"):
            table.perform(edits.TakeNote("kan niet"))
    finally:
        folder.chmod(0o700)
    assert not table.store.agreement.notes


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "does not exist"),
        (lambda path: path.mkdir(), "folder"),
        (
            lambda path: path.write_text("geen database, maar tekst die langer is"),
            "no agreement",
        ),
        (lambda path: path.write_bytes(b""), "no agreement"),
        (
            lambda path: sqlite3.connect(path).execute("CREATE TABLE t (x)").close(),
            "no agreement",
        ),
    ],
)
def test_what_is_no_agreement_file_is_told(tmp_path: Path, make: object, says: str) -> None:
    path = tmp_path / "x.pa"
    make(path)  # type: ignore[operator]
    with pytest.raises(FileError, match=says) as told:
        storage.open_file(path)
    assert str(path) in str(told.value)


def test_a_newer_file_is_not_touched(table: Workspace) -> None:
    table.store.close()
    path = table.store.path
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(FileError, match="newer"):
        storage.open_file(path)
    assert path.read_bytes() == before


def test_a_torn_file_is_told_in_one_line(table: Workspace) -> None:
    table.store.close()
    path = table.store.path
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with pytest.raises(AgreementError) as told:
        everything(storage.open_file(path).agreement)
    assert "\n" not in str(told.value)


def test_check_finds_what_was_changed_behind_the_programs_back(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    assert table.store.damage() == ()  # type: ignore[attr-defined]
    table.store.close()
    with sqlite3.connect(table.store.path) as connection:
        connection.execute("UPDATE article_line SET outcome = 'deferred' WHERE number = '1.2'")
        connection.execute("UPDATE journal SET changes = '[[1]]' WHERE seq = 2")
    connection.close()
    words = " ".join(map(str, storage.open_file(table.store.path).damage()))
    assert "1.2" in words
    assert "history" in words


def test_a_file_that_is_there_is_kept(table: Workspace) -> None:
    table.store.close()
    path = table.store.path
    before = path.read_bytes()
    start = edits.StartAgreement(Facts(title="Anders"))
    moment = edits.Moment.of(NOON, "x")
    with pytest.raises(FileError, match="exists already"):
        storage.create_file(path, start, moment)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert (
        storage.create_file(path, start, moment, force=True).agreement.about.title == "Anders"
    )


def test_a_journal_left_by_a_crash_does_not_come_back_in_a_new_file(table: Workspace) -> None:
    path = table.store.path
    table.store.close()
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA cache_size=1')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('UPDATE journal SET facts = facts || hex(randomblob(20000))')\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert path.with_name(path.name + "-journal").exists()
    start = edits.StartAgreement(Facts(title="Opnieuw"))
    store = storage.create_file(path, start, edits.Moment.of(NOON, "x"), force=True)
    assert store.damage() == ()
    assert store.agreement.about.title == "Opnieuw"


def test_a_foreign_database_is_not_even_converted(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(FileError):
        storage.open_file(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE article SET text = '{' WHERE rowid = 1",
        "UPDATE article_line SET outcome = 'iets' WHERE rowid = 1",
        "UPDATE meeting SET date = 'morgen'",
        "UPDATE party SET rank = NULL WHERE rowid = 1",
        "UPDATE article SET decision = 'weg' WHERE rowid = 1",
    ],
)
def test_a_damaged_row_is_told_in_one_line(table: Workspace, sql: str) -> None:
    table.store.close()
    with sqlite3.connect(table.store.path) as connection:
        connection.execute(sql)
    connection.close()
    store = storage.open_file(table.store.path)
    assert store.damage()
    with suppress(FileError):
        everything(store.agreement)
        [store.agreement.lines[key] for key in store.agreement.order.flat]


def test_words_that_cannot_be_are_cleaned_before_they_are_kept(table: Workspace) -> None:
    bad = "a\x1b[31mb\x00c\ud800d\u202ee"
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED, reason=bad))
    table.perform(edits.Attend(bad, Presence.PRESENT, "hbr"))
    table.perform(edits.NameVersion(bad))
    table.store.close()
    words = repr(everything(opened(table.store.path).agreement))
    assert "a[31mbcde" in words

    for hidden in ("\\x1b", "\\x00", "\\ud800", "\\u202e"):
        assert hidden not in words


def test_a_number_no_database_holds_is_refused(table: Workspace) -> None:
    with pytest.raises(FileError, match="cannot be kept"):
        table.perform(edits.PlanMeeting(number=2**70))
    assert table.store.damage() == ()  # type: ignore[attr-defined]


def test_a_file_that_was_replaced_while_open_is_told(table: Workspace) -> None:
    path = table.store.path
    path.rename(path.with_suffix(".oud"))
    new_file(path)
    with pytest.raises(FileError, match=r"moved, deleted or replaced"):
        table.perform(edits.TakeNote("waarheen?"))


def test_a_file_from_before_planned_meetings_opens_with_all_it_held(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.DEFERRED))
    table.perform(edits.ReopenArticle("1.1", "nieuwe cijfers"))
    held = everything(table.agreement)
    table.store.close()
    _take_back_second_step(table.store.path)
    again = storage.open_file(table.store.path)
    assert everything(again.agreement) == held
    assert again.agreement.lines[again.agreement.article_named("1.1").id].reopened
    assert again.damage() == ()


def _take_back_second_step(path: Path) -> None:
    """Makes a file as it was before the second step of the schema."""
    connection = sqlite3.connect(path)
    for name, columns in MEETINGS_ADD.items():
        for column in columns:
            connection.execute(f'ALTER TABLE "{name}" DROP COLUMN "{column}"')
    for name in MEETINGS_TABLES:
        connection.execute(f'DROP TABLE "{name}"')
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = '0002_meetings'")
    connection.execute("PRAGMA user_version=1")
    connection.commit()
    connection.close()


def test_the_line_of_a_settled_article_names_who_was_not_heard(table: Workspace) -> None:
    table.perform(edits.Attend("hbr", Presence.LEFT))
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.perform(edits.RecordDecision("1.2", Outcome.AGREED))
    table.perform(edits.TakePosition("1.2", "hbr", Stance.AGREE))
    table.perform(edits.RecordDecision("1.3", Outcome.AGREED))
    table.perform(edits.TakePosition("1.3", "hbr", Stance.RESERVE))
    table.perform(edits.LiftReservation("1.3", "hbr"))
    table.perform(edits.ClearPosition("1.3", "hbr"))
    first, second = (table.agreement.article_named(name).id for name in ("1.1", "1.2"))
    assert table.agreement.lines[first].unheard == ("hbr",)
    assert table.agreement.lines[second].unheard == ()
    table.store.close()
    connection = sqlite3.connect(table.store.path)
    connection.execute('ALTER TABLE "article_line" DROP COLUMN "unheard"')
    connection.execute("DELETE FROM _sqlite_migrations WHERE name = '0005_unheard'")
    connection.execute("PRAGMA user_version=4")
    connection.commit()
    connection.close()
    again = storage.open_file(table.store.path)
    assert again.agreement.lines[first].unheard == ("hbr",)
    assert again.agreement.lines[second].unheard == ()
    assert again.damage() == ()

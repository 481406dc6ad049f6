"""The agreement file: durable, shared, and as it was after every accident."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import storage
from pa_tui import edits
from pa_tui.domain.agreement import Agreement, Facts
from pa_tui.domain.decisions import Outcome, Stance, Standing
from pa_tui.domain.meetings import Presence
from pa_tui.domain.order import tallied
from pa_tui.domain.parties import Role
from pa_tui.domain.text import paragraph
from pa_tui.errors import AgreementError, FileError, NeedsConfirmation, NotAllowed
from pa_tui.workspace import Workspace

NOON = datetime(2026, 9, 15, 12, 0)

BUILD = (
    edits.SetParty("rietbeek", "Gemeente Rietbeek", Role.MUNICIPALITY, "Gemeente"),
    edits.SetParty("beekwonen", "Stichting Beekwonen", Role.CORPORATION, "Beekwonen"),
    edits.SetParty("hbr", "Huurdersbelang Rietbeek", Role.TENANTS, "HBR"),
    edits.AddTheme("Betaalbaar wonen"),
    edits.AddTheme("Genoeg woningen"),
    *(
        edits.AddArticle(
            theme, paragraph(f"Beekwonen bouwt in {theme} woning {i}."), f"Woning {i}"
        )
        for theme in ("1", "2")
        for i in range(3)
    ),
)


class Ticking:
    """A clock that goes on a minute at every look."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture(autouse=True)
def own_state(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


def new_file(path: Path, *acts: edits.Edit) -> Workspace:
    clock = Ticking()
    start = edits.StartAgreement(Facts(title="Rietbeek 2027", year=2027))
    store = storage.create_file(path, start, edits.Moment.of(clock(), "voorzitter"))
    table = Workspace(store, clock, "voorzitter")
    for act in (*BUILD, *acts):
        table.perform(act)
    return table


def opened(path: Path, who: str = "secretaris") -> Workspace:
    return Workspace(storage.open_file(path), Ticking(), who)


def everything(agreement: Agreement) -> list[object]:
    return list(agreement.entities())


@pytest.fixture
def table(tmp_path: Path) -> Workspace:
    return new_file(tmp_path / "rietbeek.pa", edits.OpenMeeting())


def test_a_reopened_file_is_equal(table: Workspace) -> None:
    table.perform(edits.TakePosition("1.2", "hbr", Stance.RESERVE, "achterban"))
    table.perform(edits.RecordDecision("1.2", Outcome.AMENDED, new_text=paragraph("Nieuw.")))
    before = everything(table.agreement)
    lines = [table.agreement.lines[key] for key in table.agreement.order.flat]
    table.store.close()

    again = opened(table.store.path).agreement
    assert everything(again) == before
    assert [again.lines[key] for key in again.order.flat] == lines


def test_the_title_on_disk_is_recognised_by_its_application_id(table: Workspace) -> None:
    table.store.close()
    header = table.store.path.read_bytes()[:72]
    assert header.startswith(b"SQLite format 3")
    assert header[68:72] == b"PaTu"


def test_undo_and_redo_go_on_after_a_restart(table: Workspace) -> None:
    before = everything(table.agreement)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.perform(edits.TakeNote("Graag cijfers.", "1.1"))
    after = everything(table.agreement)
    table.store.close()

    again = opened(table.store.path)
    again.undo()
    again.undo()
    untouched = [e for e in everything(again.agreement) if e.KIND not in ("meeting", "facts")]
    assert untouched == [e for e in before if e.KIND not in ("meeting", "facts")]
    again.redo()
    again.redo()
    assert everything(again.agreement) == after


def test_a_number_that_was_given_is_never_given_again(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.undo()
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    meeting = table.agreement.running_meeting
    assert meeting is not None
    assert [d.number for d in table.agreement.decisions_of(meeting.id)] == [2]


def test_the_beginning_of_a_file_cannot_be_undone(tmp_path: Path) -> None:
    table = new_file(tmp_path / "a.pa")
    for _ in BUILD:
        table.undo()
    with pytest.raises(NotAllowed):
        table.undo()


def test_two_windows_see_each_other(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    other.look()
    assert everything(other.agreement) == everything(table.agreement)
    other.perform(edits.TakeNote("Van de secretaris."))
    table.perform(edits.RecordDecision("1.2", Outcome.AGREED))
    assert len(table.agreement.notes) == 1
    other.look()
    assert everything(other.agreement) == everything(table.agreement)


def test_undo_takes_back_the_own_act_not_that_of_the_other_window(table: Workspace) -> None:
    other = opened(table.store.path)
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    other.perform(edits.TakeNote("Van de secretaris."))
    table.undo()
    assert table.agreement.decision_on(table.agreement.article_named("1.1").id) is None
    assert len(table.agreement.notes) == 1
    other.undo()
    assert not other.agreement.notes


def test_undo_says_who_stands_in_the_way(table: Workspace) -> None:
    other = opened(table.store.path, "secretaris")
    table.perform(edits.ReviseText("1.1", paragraph("Eerst.")))
    other.perform(edits.ReviseText("1.1", paragraph("Daarna.")))
    with pytest.raises(NotAllowed, match="secretaris"):
        table.undo()
    table.look()
    assert table.agreement.article_named("1.1").text == paragraph("Daarna.")


def test_undo_asks_before_it_reaches_into_a_closed_meeting(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    table.perform(edits.CloseMeeting())
    with pytest.raises(NeedsConfirmation):
        table.undo()
    table.undo(confirmed=True)
    assert table.agreement.running_meeting is not None


def test_a_text_edit_that_began_on_an_older_text_overwrites_nothing(table: Workspace) -> None:
    other = opened(table.store.path)
    began = table.agreement.article_named("1.1").text
    table.perform(edits.ReviseText("1.1", paragraph("Van de voorzitter."), began_on=began))
    with pytest.raises(edits.TextMoved):
        other.perform(edits.ReviseText("1.1", paragraph("Van de ander."), began_on=began))
    other.look()
    assert other.agreement.article_named("1.1").text == paragraph("Van de voorzitter.")


def test_a_named_version_can_be_read_later(table: Workspace) -> None:
    table.perform(edits.NameVersion("Concept 1"))
    old = everything(table.agreement)
    table.perform(edits.ReviseText("1.1", paragraph("Anders.")))
    table.perform(edits.AddArticle("1", paragraph("Erbij."), after="1.1"))
    version = table.agreement.ordered_versions[0]
    then = table.store.as_of(version.entry)
    assert [e for e in everything(then) if e.KIND != "version"] == [
        e for e in old if e.KIND != "version"
    ]


def test_half_typed_text_is_there_after_a_restart_and_goes_with_its_act(
    table: Workspace,
) -> None:
    table.keep_half_typed("note", "1.1", "De huurders wil")
    table.store.close()
    again = opened(table.store.path)
    assert [(h.purpose, h.place, h.text) for h in again.store.half_typed()] == [
        ("note", "1.1", "De huurders wil")
    ]
    again.submit(
        edits.TakeNote("De huurders willen cijfers.", "1.1"), lambda told: None, ("note", "1.1")
    )
    assert again.store.half_typed() == ()


def test_what_another_open_window_is_typing_is_not_offered(table: Workspace) -> None:
    other = opened(table.store.path)
    table.keep_half_typed("note", "1.1", "De voorzitter typt")
    assert other.store.half_typed() == ()


def test_the_sums_of_the_file_are_those_of_the_lines(table: Workspace) -> None:
    outcomes = list(Outcome)
    numbers = [table.agreement.lines[key].number or "" for key in table.agreement.order.flat]
    for number, outcome in zip(numbers, outcomes, strict=False):
        table.perform(edits.RecordDecision(number, outcome))
    table.perform(edits.TakePosition(numbers[0], "hbr", Stance.RESERVE))
    table.perform(edits.SetLead(numbers[1], ("beekwonen",)))
    table.store.close()
    again = opened(table.store.path).agreement
    assert dict(again.tallies) == tallied(again.lines.values())
    assert dict(again.tallies) == dict(table.agreement.tallies)


# -- accidents ---------------------------------------------------------------------------


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


# -- any acts ---------------------------------------------------------------------------

NUMBERS = st.sampled_from(["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"])
PARTIES = st.sampled_from(["rietbeek", "beekwonen", "hbr"])
WORDS = st.text(min_size=1, max_size=40)
ACTS = st.one_of(
    st.builds(edits.RecordDecision, NUMBERS, st.sampled_from(Outcome), reason=WORDS),
    st.builds(edits.TakePosition, NUMBERS, PARTIES, st.sampled_from(Stance), WORDS),
    st.builds(edits.ReviseText, NUMBERS, WORDS.map(paragraph)),
    st.builds(edits.SetLead, NUMBERS, st.tuples(PARTIES)),
    st.builds(edits.TakeNote, WORDS, NUMBERS, internal=st.booleans()),
    st.builds(edits.AddAction, WORDS, NUMBERS, PARTIES, due=st.dates()),
    st.builds(edits.AddArticle, st.sampled_from(["1", "2"]), WORDS.map(paragraph)),
    st.builds(edits.MoveArticle, NUMBERS, NUMBERS),
    st.builds(edits.MergeArticles, NUMBERS, NUMBERS),
    st.builds(edits.ReopenArticle, NUMBERS, WORDS),
    st.builds(edits.MarkKeyAgreement, NUMBERS, st.booleans()),
    st.builds(edits.Attend, PARTIES, st.sampled_from(Presence)),
    st.builds(edits.AdoptDecisions),
)


@settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(ACTS, max_size=12))
def test_any_acts_are_kept_and_can_all_be_taken_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[edits.Edit]
) -> None:
    path = tmp_path_factory.mktemp("acts") / "a.pa"
    table = new_file(path, edits.OpenMeeting())
    start = everything(table.agreement)
    done = 0
    for act in acts:
        try:
            done += bool(table.perform(act).entry.changes)
        except AgreementError:
            continue
    end = everything(table.agreement)
    table.store.close()

    again = opened(path)
    assert everything(again.agreement) == end
    for key in again.agreement.order.flat:
        assert again.agreement.lines[key] == again.agreement.line_for(key)
    for _ in range(done):
        again.undo()
    assert _without_counters(everything(again.agreement)) == _without_counters(start)
    for _ in range(done):
        again.redo()
    assert everything(again.agreement) == end


def _without_counters(entities: list[object]) -> list[str]:
    words = [repr(entity) for entity in entities]
    for name in ("decisions_taken", "actions_made"):
        words = [w.split(f"{name}=")[0] for w in words]
    return sorted(words)


def test_standing_follows_the_kind_of_meeting(table: Workspace) -> None:
    table.perform(edits.RecordDecision("1.1", Outcome.AGREED))
    decision = table.agreement.decision_on(table.agreement.article_named("1.1").id)
    assert decision is not None
    assert decision.standing is Standing.PROVISIONAL

"""A paper that was written is shown by the system's own program, or the reason is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exports import export
from exports.opening import open_outside
from pa_tui.errors import FileError, Stopped
from tests.paper.made import the_minutes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows opens files itself")


class Begun(list[tuple[str, ...]]):
    """The commands that were begun, each without the terminal."""

    def __call__(self, command: tuple[str, ...], **how: object) -> None:
        assert how["stdin"] == how["stdout"] == how["stderr"] == subprocess.DEVNULL
        assert how["start_new_session"]
        self.append(command)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Begun:
    found = Begun()
    monkeypatch.setattr(subprocess, "Popen", found)
    monkeypatch.setattr("shutil.which", lambda name: f"/bin/{name}")
    return found


def test_a_desktop_opens_it(
    begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    path = tmp_path / "verslag met spaties.docx"
    path.touch()
    open_outside(path)
    ((program, opened),) = begun
    assert program.endswith("open")
    assert opened == str(path.resolve())


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac always has a desktop")
def test_without_a_desktop_the_terminal_is_left_alone(
    begun: Begun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    path = tmp_path / "verslag.docx"
    path.touch()
    with pytest.raises(FileError, match="Open it yourself"):
        open_outside(path)
    assert not begun


def test_what_is_gone_is_told(begun: Begun, tmp_path: Path) -> None:
    with pytest.raises(FileError, match="not there any more"):
        open_outside(tmp_path / "weg.docx")
    assert not begun


@pytest.mark.parametrize("form", ["docx", "md"])
def test_what_is_stopped_writes_nothing(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"verslag.{form}"
    path.write_text("oud", encoding="utf-8")
    with pytest.raises(Stopped):
        export(the_minutes(), path, form, force=True, stopped=lambda: True)
    assert path.read_text(encoding="utf-8") == "oud"
    assert [own.name for own in tmp_path.iterdir()] == [path.name]

"""Settings of nobody, and a desk with an agreement on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.files.commanding import Desk, begin


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """An empty folder and the commands in it."""
    monkeypatch.setenv("PA_TUI_SETTINGS", str(tmp_path / "settings.toml"))
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


@pytest.fixture
def table(desk: Desk) -> Desk:
    """A folder with an agreement of four articles."""
    begin(desk)
    return desk

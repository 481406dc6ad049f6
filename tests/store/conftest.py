"""What the tests of files share."""

from __future__ import annotations

from pathlib import Path

import pytest

from pa_tui import edits
from pa_tui.workspace import Workspace
from tests.store.filing import new_file


@pytest.fixture(autouse=True)
def own_state(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))


@pytest.fixture
def table(tmp_path: Path) -> Workspace:
    return new_file(tmp_path / "rietbeek.pa", edits.OpenMeeting())

"""Every edit can be told in a sentence."""

from __future__ import annotations

from pa_tui.edits import EDITS
from pa_tui.telling import base


def test_every_edit_has_a_sentence() -> None:
    for module in base._KINDS:
        __import__(f"pa_tui.telling.{module}")
    assert set(base._SENTENCES) == set(EDITS.values())

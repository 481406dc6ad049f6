"""Every edit can be told in a sentence."""

from __future__ import annotations

import subprocess
import sys

from pa_tui.edits import EDITS

_ASK = """
from pa_tui.domain.agreement import Agreement
from pa_tui.edits.meeting import CloseMeeting
from pa_tui.telling import describe_edit
print(describe_edit(CloseMeeting(), Agreement()))
from pa_tui.telling.base import _SENTENCES
print(*(edit.__name__ for edit in _SENTENCES))
"""


def test_every_edit_has_a_sentence_without_loading_one_first() -> None:
    done = subprocess.run(
        (sys.executable, "-c", _ASK), capture_output=True, text=True, check=True
    )
    told, names = done.stdout.splitlines()
    assert told
    assert set(names.split()) == set(EDITS)

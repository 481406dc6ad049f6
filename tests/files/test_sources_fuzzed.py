"""Mutated documents end in a reading or in a refusal, within bounds of memory and time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.fuzz import EXAMPLES

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
from pathlib import Path
from tests.tools.fuzz import limit, runs
limit()
paths = [Path(name) for name in sys.argv[2:]]
for _ in runs(paths, iter(range(int(sys.argv[1])))):
    pass
"""
TEXT = """# Prestatieafspraken Rietbeek 2027

## 1 Betaalbaar wonen

1.1 Beekwonen wijst in 2027 twaalf woningen toe aan starters. De gemeente neemt het initiatief.

- HBR informeert de huurders.
- De gemeente levert vóór 1 oktober een lijst.

| Plan | Aantal |
| --- | --- |
| De Weverij | 24 |
"""


def fuzzed(count: int, *paths: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, str(count), *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are for POSIX")
def test_mutated_texts_are_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "rietbeek.md"
    path.write_text(TEXT, encoding="utf-8")
    other = tmp_path / "rietbeek.txt"
    other.write_text(TEXT * 5, encoding="utf-8")
    done = fuzzed(60, path, other)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or not EXAMPLES.is_dir(), reason="the examples are not here"
)
def test_mutated_examples_are_read_or_refused() -> None:
    paths = [p for p in sorted(EXAMPLES.glob("*.*")) if p.suffix in (".docx", ".pdf", ".txt")]
    done = fuzzed(40, *paths)
    assert done.returncode == 0, done.stderr

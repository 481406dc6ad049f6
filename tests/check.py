"""Runs every check of the project: ``python -m tests.check``.

Format, lint, types, import contracts, tests, and at last the program as somebody installs
it: in an environment of its own, with only what it needs to run. All of them run even where
one fails; the exit code is 1 then.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PYTHON = sys.executable
BESIDE = Path(PYTHON).parent

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", (PYTHON, "-m", "ruff", "format", "--check", ".")),
    ("lint", (PYTHON, "-m", "ruff", "check", ".")),
    ("types", (PYTHON, "-m", "mypy")),
    ("imports", (str(BESIDE / "lint-imports"),)),
    ("tests", (PYTHON, "-m", "pytest", "-n", "auto")),
    ("smoke", (PYTHON, "-m", "tests.tools.smoke")),
)


def main(wanted: list[str]) -> int:
    """Runs the checks, or only those named; 0 where all of them are content."""
    names = [name for name, _ in CHECKS]
    if unknown := [name for name in wanted if name not in names]:
        print(f"No check is called {', '.join(unknown)}; there are {', '.join(names)}.")
        return 2
    failed = []
    for name, command in CHECKS:
        if wanted and name not in wanted:
            continue
        print(f"-- {name}", flush=True)
        begun = time.monotonic()
        done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False)
        print(
            f"   {name}: {time.monotonic() - begun:.0f} s, exit {done.returncode}", flush=True
        )
        if done.returncode:
            failed.append(name)
    print(f"Failed: {', '.join(failed)}" if failed else "All checks are content.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

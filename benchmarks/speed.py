"""Measures the program beside a bare Textual one: ``python -m benchmarks.speed [RUNS]``.

Both run in a pseudo-terminal of 120 by 40, in turns, so that a busy moment of the machine
falls on both. Every figure is the median of all runs; a ratio is that to the bare program
with as many rows. Nothing is asserted: machines differ, ratios hardly do.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.large import write
from benchmarks.terminal import Terminal

RUNS = 15
SIZES = (40, 10_000)
DOWN = "\x1b[B"
KEYS = 10

Times = dict[tuple[str, int, str], list[float]]


@dataclass(frozen=True)
class Program:
    """Something to measure: its command, what its screen shows when it is there, the key
    that decides with what shows that the decision is safe, and the file it begins with in
    every run."""

    name: str
    rows: int
    command: tuple[str, ...]
    there: str
    decide: str = ""
    safe: str = ""
    file: Path | None = None

    def begin_anew(self) -> None:
        """Puts the file as it was before the first run where the program opens it, and lets
        it forget where its table was: a program goes on there."""
        if self.file is not None:
            shutil.copyfile(self.file.with_suffix(".kept"), self.file)
            state = _state(self.file.parent)
            shutil.rmtree(state, ignore_errors=True)
            state.mkdir(mode=0o700)


def _state(folder: Path) -> Path:
    return folder / "state"


def programs(folder: Path) -> Iterator[Program]:
    """The bare program and ours, at every size."""
    for rows in SIZES:
        bare = (sys.executable, "-m", "benchmarks.bare", str(rows))
        yield Program("bare", rows, bare, "Article number 1")
        path = folder / f"{rows}.pa"
        write(path.with_suffix(".kept"), rows)
        own = (sys.executable, "-m", "pa_tui", str(path))
        yield Program("pa-tui", rows, own, "Wonen in wijk 1", "a", "voorlopig akkoord", path)


def measure(program: Program, environment: dict[str, str]) -> Iterator[tuple[str, float]]:
    """What one run takes: the first painted agreement, a key down, a decision."""
    program.begin_anew()
    terminal = Terminal(program.command, environment)
    try:
        yield "start", terminal.until(lambda text: program.there in text)
        terminal.settled()
        for _ in range(KEYS):
            yield "key", terminal.key(DOWN)
        if program.decide:
            yield "decision", terminal.type_until(program.decide, _counted(program, terminal))
    finally:
        terminal.close()


def _counted(program: Program, terminal: Terminal) -> Callable[[str], bool]:
    """Whether the line of what just happened says that the decision is safe."""
    before = terminal.text.count(program.safe)
    return lambda text: text.count(program.safe) > before


def report(times: Times) -> str:
    """A table of medians in milliseconds with the ratio to the bare program."""
    rows = ["| what | rows | bare | pa-tui | ratio |", "| --- | ---: | ---: | ---: | ---: |"]
    for what in ("start", "key", "decision"):
        for size in SIZES:
            own = statistics.median(times["pa-tui", size, what])
            bare = times.get(("bare", size, what))
            floor = statistics.median(bare) if bare else None
            cells = (f"{floor:.1f}", f"{own / floor:.2f}") if floor else ("-", "-")
            rows.append(f"| {what} | {size:,} | {cells[0]} | {own:.1f} | {cells[1]} |")
    return "\n".join(rows)


def main(arguments: Sequence[str]) -> None:
    """Runs everything in turns and prints the table."""
    runs = int(arguments[0]) if arguments else RUNS
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "nl_NL.UTF-8",
            "PA_TUI_SETTINGS": str(folder / "settings.toml"),
            "XDG_STATE_HOME": str(_state(folder)),
            "XDG_RUNTIME_DIR": str(_state(folder)),
        }
        candidates = list(programs(folder))
        for _ in range(runs):
            for program in candidates:
                for what, took in measure(program, environment):
                    times[program.name, program.rows, what].append(took)
    print(f"Medians of {runs} interleaved runs in milliseconds, {KEYS} keys a run.\n")
    print(report(times))


if __name__ == "__main__":
    main(sys.argv[1:])

"""Giving commands in a test: the whole program but for the process around it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pa_tui.__main__ import main


@dataclass(frozen=True)
class Answer:
    """What a command said and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Desk:
    """A folder with files, and the commands given in it."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def __call__(self, *arguments: str | Path) -> Answer:
        self._capture.readouterr()
        code = main(["--lang", "en", *map(str, arguments)])
        found = self._capture.readouterr()
        return Answer(code, found.out, found.err)

    def done(self, *arguments: str | Path) -> Answer:
        """The answer to a command that must succeed."""
        answer = self(*arguments)
        assert (answer.code, answer.err) == (0, ""), answer
        return answer

    def do(self, *act: str) -> Answer:
        """An act on the agreement that must succeed."""
        return self.done("do", self.file, *act)

    @property
    def file(self) -> Path:
        """The agreement file."""
        return self.folder / "rietbeek.pa"

    def shown(self) -> Any:
        """The agreement as JSON."""
        return self.done("show", self.file, "--json").json

    def article(self, number: str) -> Any:
        """One article of it."""
        return self.done("show", self.file, number, "--json").json


def begin(desk: Desk) -> None:
    """An agreement with three parties, two themes and four articles."""
    desk.done(
        "new",
        desk.file,
        "--title",
        "Prestatieafspraken Rietbeek 2027",
        "--party",
        "gemeente:Rietbeek:Gemeente Rietbeek",
        "--party",
        "corporatie:Beekwonen:Stichting Beekwonen",
        "--party",
        "huurdersorganisatie:HBR:Huurdersbelang Rietbeek",
    )
    acts = desk.folder / "begin.txt"
    acts.write_text(
        "theme Betaalbaar\n"
        "theme Duurzaam\n"
        'add 1 --title Starters --text "Beekwonen wijst acht woningen toe aan starters."\n'
        'add 1 --text "Partijen bespreken dit in T3 2027.\\n\\n- punt een\\n- punt twee"\n'
        'add 1 --text "HBR adviseert."\n'
        'add 2 --text "Beekwonen isoleert 200 woningen."\n',
        encoding="utf-8",
    )
    desk.done("do", desk.file, "--batch", acts)

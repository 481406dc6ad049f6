"""The least Textual program that shows a list and a detail: ``python -m benchmarks.bare N``.

It is the floor that the program is measured against: header, footer, a list of N rows, and
a detail that follows the cursor within the same frame.
"""

from __future__ import annotations

import os
import sys
from typing import ClassVar

os.environ.setdefault("TEXTUAL_FPS", "240")

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Footer, Header, OptionList, Static


class Rows(OptionList):
    """A list whose own watcher moves the detail along."""

    def watch_highlighted(self, highlighted: int | None) -> None:
        super().watch_highlighted(highlighted)
        if highlighted is not None and self.is_mounted:
            detail = self.app.query_one("#detail", Static)
            detail.update(f"Article {highlighted}\n\nWhat it says.", layout=False)


class Bare(App[None]):
    """A list, a detail, and nothing else."""

    CSS = "#rows { width: 1fr; } #detail { width: 2fr; height: 1fr; padding: 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+q", "quit", "Quit")]

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            labels = (f"Article number {row}" for row in range(self.rows))
            yield Rows(*labels, id="rows", markup=False)
            yield Static("Detail", id="detail", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.query_one(Rows).focus()


if __name__ == "__main__":
    Bare(int(sys.argv[1])).run()

"""What the program reads and writes as a command: its three streams, made fit for Dutch."""

from __future__ import annotations

import os
from typing import TextIO


def speak_utf8(stream: TextIO) -> None:
    """Files and pipes get UTF-8 on every system; a terminal that cannot show a sign shows a
    question mark instead."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace")


def let_go(stream: TextIO) -> None:
    """Whoever read the output is gone; the interpreter's last flush must not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())

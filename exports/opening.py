"""A file shown by the program the system has for it; the terminal is left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from pa_tui.errors import N_, FileError


def open_outside(path: Path) -> None:
    """Asks the system to open a file and comes back at once. Raises FileError where the file
    is gone, or where nothing here opens files."""
    if not path.exists():
        raise FileError(
            N_("{path} is not there any more. Write the paper again with Enter."), path=path
        )
    try:
        if sys.platform == "win32":
            os.startfile(str(path.resolve()))
        else:
            _hand_over(path)
    except OSError as error:
        raise _failed(path, error) from error


def _hand_over(path: Path) -> None:
    opener = _opener()
    if opener is None:
        raise FileError(
            N_("Nothing here opens files. Open it yourself: {path}"), path=path.resolve()
        )
    subprocess.Popen(
        (opener, str(path.resolve())),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _opener() -> str | None:
    """The command that opens files; None without a desktop, where it would take the
    terminal."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return shutil.which("xdg-open")
    return None


def _failed(path: Path, error: OSError) -> FileError:
    return FileError(
        N_("{path} could not be opened: {reason}. Open it yourself."),
        path=path.resolve(),
        reason=error.strerror or str(error),
    )

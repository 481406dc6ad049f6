"""Files that are whole or not there: written beside their place, then put in it."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from pa_tui.errors import N_, FileError, Stopped

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_whole(
    path: Path,
    make: Callable[[], bytes],
    *,
    force: bool = False,
    stopped: Callable[[], bool] = lambda: False,
) -> Path:
    """Writes what ``make`` gives to ``path`` in one go; gives back the path. Where it was
    ``stopped`` before that, Stopped is raised.

    Raises FileError where a file is there already (unless ``force``), where the folder is
    missing, full or closed, and where ``path`` is a folder; then nothing has changed.
    """
    if path.is_dir():
        raise FileError(N_("{path} is a folder. Give the name of a file in it."), path=path)
    if not force and os.path.lexists(path):
        raise FileError(
            N_("{path} exists already and is kept. Choose another name, or say --force."),
            path=path,
        )
    goal = path.resolve()
    if not goal.parent.is_dir():
        raise FileError(
            N_(
                "The folder {folder} is not there, so {name} cannot be written. Make the "
                "folder, or choose another one."
            ),
            folder=goal.parent,
            name=path.name,
        )
    content = make()
    if stopped():
        raise Stopped(N_("Stopped. Nothing was written."))
    try:
        _put(goal, content)
    except OSError as error:
        raise _told(path, error) from error
    return path


def _put(goal: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=goal.parent, prefix=".pa-", suffix=".tmp")
    try:
        with open(handle, "wb") as half:
            half.write(content)
            half.flush()
            os.fsync(half.fileno())
        os.chmod(name, _mode(goal))
        os.replace(name, goal)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def _usual_mode() -> int:
    """The rights a new file gets. There is no way to ask without setting them for a moment,
    so it is asked once, before any thread writes."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


_USUAL = _usual_mode()


def _mode(goal: Path) -> int:
    """The rights of the file that is there, else the usual ones."""
    try:
        return goal.stat().st_mode & 0o777
    except OSError:
        return _USUAL


def _told(path: Path, error: OSError) -> FileError:
    if error.errno in _FULL:
        return FileError(
            N_(
                "There is no room for {path}: the disk is full. Make room, or choose another "
                "place. Nothing was changed."
            ),
            path=path,
        )
    if error.errno in _CLOSED:
        return FileError(
            N_(
                "{path} may not be written: the folder is read-only, or the file is open in "
                "another program. Close it, or choose another place. Nothing was changed."
            ),
            path=path,
        )
    return FileError(
        N_("{path} cannot be written: {reason}. Choose another place. Nothing was changed."),
        path=path,
        reason=error.strerror or str(error),
    )

"""Finding a file by typing its path: what is in a folder, and the rest of a name."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

AGREEMENT = (".pa",)
DOCUMENT = (".docx", ".pdf", ".txt", ".md")


def path_of(text: str) -> Path:
    """The path a person typed; "~" is the home folder."""
    return Path(os.path.expanduser(text.strip().strip("'\"")))


def listed(text: str, endings: Sequence[str]) -> list[str]:
    """What the last part of a typed path can become: the names of folders (with the sign
    that parts folders at the end) and of files with one of the endings."""
    typed = os.path.expanduser(text)
    folder, begun = os.path.split(typed)
    found = []
    for entry in _entries(Path(folder or ".")):
        fits = entry.name.casefold().startswith(begun.casefold())
        if not fits or (entry.name.startswith(".") and not begun.startswith(".")):
            continue
        if entry.is_dir():
            found.append(entry.name + os.sep)
        elif entry.name.casefold().endswith(tuple(endings)):
            found.append(entry.name)
    return sorted(found, key=lambda name: (not name.endswith(os.sep), name.casefold()))


def completed(text: str, endings: Sequence[str]) -> str:
    """The typed path with its last part made as long as it is certain."""
    names = listed(text, endings)
    if not names:
        return text
    folder, begun = os.path.split(text)
    longer = _shared_beginning(names)
    return os.path.join(folder, longer) if len(longer) > len(begun) else text


def _shared_beginning(names: Sequence[str]) -> str:
    """What all names begin with, capitals or not; the whole name where there is one."""
    first, *others = names
    for place, character in enumerate(first):
        if any(other[place : place + 1].casefold() != character.casefold() for other in others):
            return first[:place]
    return first


def files_in(folder: Path, ending: str, most: int) -> list[Path]:
    """The files of an ending in a folder, the last changed first."""
    found: list[tuple[float, Path]] = []
    for entry in _entries(folder):
        if entry.name.casefold().endswith(ending) and not entry.name.startswith("."):
            try:
                found.append((entry.stat().st_mtime, Path(entry.path)))
            except OSError:
                continue
    return [path for _, path in sorted(found, reverse=True)[:most]]


def near_home(path: Path) -> str:
    """A folder as a person knows it: "~/Documenten"."""
    try:
        return os.path.join("~", path.relative_to(Path.home())) if path != Path.home() else "~"
    except (ValueError, RuntimeError):
        return str(path)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return

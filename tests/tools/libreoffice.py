"""Tracked changes taken over and refused by LibreOffice, held against the clean drafts.

``python -m tests.tools.libreoffice 20`` makes twenty pairs of versions by random edits, has
LibreOffice accept and reject the draft with changes of each, and compares words, numbers and
footnotes with the clean drafts as LibreOffice reads those. ``--seed 7`` begins at another
pair, ``--keep FOLDER`` keeps the files. Three files (``old.docx new.docx changes.docx``)
instead of a number compare those. Exit code 1 where something differs, 2 without LibreOffice.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from exports.word import docx_bytes
from pa_tui.papers.draft import draft
from pa_tui.papers.redline import redline
from tests.paper.agreements import AT, draft_agreement
from tests.paper.editing import edited
from tests.paper.reading_docx import lines, notes_once, without_marks

_MISSING = "LibreOffice is not here: install its Writer, so that soffice stands on the path."
_SECONDS = 300
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Resolving"/>
</library:library>
"""
_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Resolving"
 script:language="StarBasic">
Sub Resolve(list As String)
  Dim number As Integer, source As String, goal As String, act As String
  number = FreeFile
  Open list For Input As #number
  Do While Not Eof(number)
    Line Input #number, source
    Line Input #number, goal
    Line Input #number, act
    One(source, goal, act)
  Loop
  Close #number
End Sub

Sub One(source As String, goal As String, act As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim word(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  Dim paper As Object, way As Object
  paper = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  If IsNull(paper) Then Exit Sub
  If act &lt;&gt; "-" Then
    way = createUnoService("com.sun.star.frame.DispatchHelper")
    way.executeDispatch(paper.CurrentController.Frame, ".uno:" &amp; act, "", 0, Array())
  End If
  paper.storeToURL(ConvertToURL(goal), word())
  paper.close(True)
End Sub
</script:module>
"""
_CONTENTS = ("TOC", "Contents", "Inhopg")
_ACTS = {"old": "-", "new": "-", "rejected": "RejectAllTrackedChanges",
         "accepted": "AcceptAllTrackedChanges"}  # fmt: skip


def run(arguments: Sequence[str]) -> int:
    """Makes or takes the files, lets LibreOffice work on them, tells what differs."""
    given = _arguments(arguments)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print(_MISSING, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        place = Path(given.keep or folder).absolute()
        place.mkdir(parents=True, exist_ok=True)
        if len(given.what) == 3:
            found = [("files", *map(Path, given.what))]
        else:
            found = list(_pairs(int(given.what[0]), given.seed, place))
        _resolve(office, found, place, Path(folder) / "profile")
        wrong = sum(_compared(name, place) for name, *_ in found)
    print(f"{len(found) - wrong} of {len(found)} are equal, taken over and refused.")
    return 1 if wrong else 0


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("python -m tests.tools.libreoffice")
    parser.add_argument("what", nargs="*", default=["20"], help="how many pairs, or 3 files")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", help="a folder to keep the files in")
    given = parser.parse_args(arguments)
    if len(given.what) != 3 and not (len(given.what) == 1 and given.what[0].isdecimal()):
        parser.error("say how many pairs, or name the old, the new and the changes")
    return given


def _pairs(count: int, seed: int, place: Path) -> Iterator[tuple[str, Path, Path, Path]]:
    """Versions made by random edits, as files: the older, the newer, and both in one."""
    for number in range(seed, seed + count):
        chance = Random(number)
        seeds = [chance.randrange(10**9) for _ in range(chance.randint(2, 14))]
        old = edited(draft_agreement(), seeds[: len(seeds) // 3])
        new = edited(old, seeds[len(seeds) // 3 :])
        files = {
            "old": draft(old, at=AT, version="Concept"),
            "new": draft(new, at=AT, version="Concept"),
            "changes": redline(old, new, at=AT, since="Concept", version="Concept"),
        }
        for kind, paper in files.items():
            (place / f"{number}-{kind}.docx").write_bytes(docx_bytes(paper))
        paths = [place / f"{number}-{kind}.docx" for kind in files]
        yield str(number), paths[0], paths[1], paths[2]


def _resolve(
    office: str, found: Sequence[tuple[str, Path, Path, Path]], place: Path, profile: Path
) -> None:
    """Has LibreOffice read every file and write it again, changes taken over or refused."""
    jobs = []
    for name, old, new, changes in found:
        for kind, act in _ACTS.items():
            source = {"old": old, "new": new}.get(kind, changes).absolute()
            jobs += [str(source), str(place / f"{name}-{kind}-read.docx"), act]
    listed = place / "jobs.txt"
    listed.write_text("\n".join(jobs) + "\n", encoding="utf-8")
    own = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    first = [*own, "--terminate_after_init"]
    subprocess.run(first, capture_output=True, timeout=_SECONDS, check=False)
    macros = profile / "user" / "basic" / "Standard"
    macros.mkdir(parents=True, exist_ok=True)
    (macros / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (macros / "Resolving.xba").write_text(_MODULE, encoding="utf-8")
    macro = f'macro:///Standard.Resolving.Resolve("{listed}")'
    limit = _SECONDS + 10 * len(jobs)
    try:
        subprocess.run([*own, macro], capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        print(f"LibreOffice did not end within {limit} seconds.", file=sys.stderr)


def _compared(name: str, place: Path) -> bool:
    """Whether something differs, after telling what."""
    wrong = False
    for kind, clean in (("accepted", "new"), ("rejected", "old")):
        sides = []
        for own in (kind, clean):
            file = place / f"{name}-{own}-read.docx"
            if not file.exists():
                print(f"{name} {kind}: LibreOffice wrote no {file.name}")
                return True
            try:
                sides.append(_read(file.read_bytes()))
            except KeyError:
                print(f"{name} {kind}: {file.name} has no numbers, so it is no draft of ours")
                return True
        for place_of, (got, wanted) in enumerate(zip(*sides, strict=True)):
            if got != wanted:
                wrong = True
                what = ("the text", "the footnotes")[place_of]
                first = next(
                    (n for n, (a, b) in enumerate(zip(got, wanted, strict=False)) if a != b),
                    min(len(got), len(wanted)),
                )
                print(f"{name} {kind}: {what} differ at {first}:")
                print(f"   got    {got[first : first + 2]}")
                print(f"   wanted {wanted[first : first + 2]}")
    return wrong


def _read(docx: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """What a reader sees, the list of contents left out."""
    told = lines(without_marks(docx))
    kept = (own.printed.strip() for own in told if not own.style.startswith(_CONTENTS))
    own = [(mark, said.removeprefix(mark).lstrip()) for mark, said in notes_once(docx)]
    return [line for line in kept if line], own


if __name__ == "__main__":
    raise SystemExit(run(sys.argv[1:]))

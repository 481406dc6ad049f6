"""Papers by command: written where they are asked, or refused in one line."""

from __future__ import annotations

import json
from pathlib import Path

from tests.files.commanding import Desk


def test_export_of_the_whole_and_of_papers(table: Desk) -> None:
    where = table.done("export", "json", table.file).out.strip()
    assert json.loads(Path(where).read_text("utf-8")) == table.shown()
    table.do("open-meeting", "--date", "2026-09-15")
    table.do("decide", "1.1", "agreed")
    for what, form in (("minutes", "docx"), ("draft", "docx"), ("markdown", "md")):
        path = Path(table.done("export", what, table.file).out.strip())
        assert path.suffix == f".{form}"
        assert path.stat().st_size > 200
    out = table.folder / "verslag.md"
    table.done("export", "minutes", table.file, "-o", out)
    assert "CONCEPT" in out.read_text("utf-8")


def test_changes_since_a_version_or_a_meeting(table: Desk) -> None:
    table.done("version", table.file, "Concept 1")
    table.do("open-meeting", "--date", "2026-09-15")
    table.do("decide", "1.1", "amended", "--text", "Beekwonen wijst twaalf woningen toe.")
    table.do("close-meeting")
    out = table.folder / "uit.md"
    for since in ("Concept 1", "concept 1 "):
        table.done(
            "export",
            "redline",
            table.file,
            "--since",
            since,
            "-o",
            out,
            "--force",
            "--comments",
        )
        assert "~~acht~~**twaalf**" in out.read_text("utf-8")
    table.done("export", "redline", table.file, "--since", "WG1", "-o", out, "--force")
    assert "~~" not in out.read_text("utf-8")
    refused = table("export", "redline", table.file, "--since", "Concept 9")
    assert refused.code == 2
    assert "Concept 1, WG1" in refused.err
    table.done("export", "redline", table.file, "-o", out, "--force")
    assert "~~acht~~**twaalf**" in out.read_text("utf-8")


def test_changes_without_a_version_are_those_since_the_opening_of_the_last_meeting(
    table: Desk,
) -> None:
    out = table.folder / "uit.md"
    refused = table("export", "redline", table.file, "-o", out)
    assert refused.code == 2
    assert "no version and no meeting yet" in refused.err
    table.do("open-meeting", "--date", "2026-09-15")
    table.do("decide", "1.1", "amended", "--text", "Beekwonen wijst twaalf woningen toe.")
    table.done("export", "redline", table.file, "-o", out)
    assert "~~acht~~**twaalf**" in out.read_text("utf-8")
    table.do("close-meeting")
    table.done("export", "redline", table.file, "-o", out, "--force")
    assert "~~acht~~**twaalf**" in out.read_text("utf-8")
    table.do("open-meeting", "--date", "2026-09-22")
    table.done("export", "redline", table.file, "-o", out, "--force")
    assert "~~acht~~" not in out.read_text("utf-8")


def test_a_paper_nobody_knows_is_refused_with_what_there_is(table: Desk) -> None:
    refused = table("export", "verslag", table.file)
    assert refused.code == 2
    assert refused.err.startswith("“verslag” is not known here. Choose from: minutes")


def test_a_form_a_paper_cannot_have_is_refused(table: Desk) -> None:
    for where in (("--format", "xlsx"), ("-o", str(table.folder / "x.pdf"))):
        refused = table("export", "draft", table.file, *where)
        assert refused.code == 2
        assert "docx, md" in refused.err
    assert not (table.folder / "x.pdf").exists()

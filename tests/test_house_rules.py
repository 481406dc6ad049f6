"""The rules of the house, as far as a machine can see them."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from pa_tui import __version__
from pa_tui.edits import Moment, StartAgreement
from pa_tui.sample import sample_acts
from storage import create_file
from storage.settings import Settings
from tests.tools.reference import PAGES, written

ROOT = Path(__file__).parent.parent
PACKAGES = ("pa_tui", "screens", "storage", "exports")
FOLDERS = (*PACKAGES, "tests", "benchmarks")
SOURCES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
PROGRAM = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in PACKAGES]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINES = 400
LONGEST = 60


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _loaded(code: str) -> set[str]:
    """The modules a fresh interpreter holds after running ``code``."""
    code += "\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run(
        (sys.executable, "-c", code), cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


# -- what is loaded ---------------------------------------------------------------------


@pytest.mark.parametrize("part", ["domain", "edits", "reading", "papers", "sample"])
def test_the_plain_part_loads_no_terminal_database_or_word(part: str) -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in PROGRAM
        if path.relative_to(ROOT).parts[:2] == ("pa_tui", part)
    ]
    loaded = _loaded("\n".join(f"import {name}" for name in names))
    assert names
    assert loaded.isdisjoint({"textual", "rich", "sqlite3", "sqlite_utils", "docx", "msgspec"})
    assert loaded.isdisjoint({"screens", "storage", "exports", "pa_tui.app", "pa_tui.cli"})


def test_spokes_load_no_other_spoke() -> None:
    for spoke in ("screens", "storage", "exports"):
        others = {"screens", "storage", "exports"} - {spoke}
        assert _loaded(f"import {spoke}").isdisjoint(others), spoke


_FIRST_PICTURE = """
import asyncio, pathlib, sys
from pa_tui.__main__ import build

async def look(app):
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.current_mode == "walk"
        print("\\n".join(sys.modules))

house = build(pathlib.Path(sys.argv[1]))
house._later.cancel()
asyncio.run(look(house.app))
house.put_away()
"""


def test_the_first_picture_needs_no_word_no_commands_and_nothing_for_writing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "sample.pa"
    edit, at, by = next(iter(sample_acts()))
    assert isinstance(edit, StartAgreement)
    create_file(path, edit, Moment.of(at, by)).close()
    done = subprocess.run(
        (sys.executable, "-c", _FIRST_PICTURE, str(path)),
        cwd=ROOT,
        env={**os.environ, "PA_TUI_SETTINGS": str(tmp_path / "settings.toml")},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "screens.walk.screen" in loaded
    assert loaded.isdisjoint({"docx", "lxml", "sqlite_utils", "click", "tomli_w"})
    assert loaded.isdisjoint({"exports", "pa_tui.cli", "pa_tui.papers.minutes"})
    assert loaded.isdisjoint({"pa_tui.reading.entry", "pa_tui.reading.dates", "pa_tui.papers"})


# -- the shape of the code --------------------------------------------------------------


@pytest.mark.parametrize("path", SOURCES, ids=_named)
def test_a_file_reads_at_a_glance(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= LINES


@pytest.mark.parametrize("path", PROGRAM, ids=_named)
def test_a_function_fits_one_glance(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= LONGEST, f"{node.name} has {length} lines"


@pytest.mark.parametrize("part", ["domain", "edits", "reading", "papers", "sample"])
def test_the_plain_part_asks_no_clock(part: str) -> None:
    clock = re.compile(
        r"\b(?:datetime|date)\.(?:now|today|utcnow)\(|\btime\.(?:time|monotonic)\("
    )
    sources = list((ROOT / "pa_tui" / part).rglob("*.py"))
    assert sources
    assert [_named(p) for p in sources if clock.search(p.read_text("utf-8"))] == []


def test_stylesheets_stay_small() -> None:
    for folder in PACKAGES:
        for path in (ROOT / folder).rglob("*.tcss"):
            assert path.read_text("utf-8").count("\n") <= LINES, _named(path)


def test_modules_are_named_for_what_they_hold() -> None:
    vague = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}
    assert [_named(p) for p in SOURCES if p.stem in vague or p.parent.name in vague] == []


@pytest.mark.parametrize("path", PROGRAM, ids=_named)
def test_nothing_is_left_for_later(path: Path) -> None:
    text = path.read_text("utf-8")
    later = "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3))
    assert not re.search(
        rf"#.*\b({later})\b|\btime\.sleep\(|except(?: (?:Base)?Exception[^\n]*)?:\s*pass\b",
        text,
    )


# -- what is written down ---------------------------------------------------------------


def _tracked() -> list[Path]:
    done = subprocess.run(
        ("git", "ls-files"), cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("not a checkout")
    return [path for name in done.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    places = re.compile(r"(?<![\w.~-])/(?:root|work|home|Users)/\w|[A-Z]:\\Users\\")
    hosts = re.compile(r"pypi\.(?:org|python)|pythonhosted|npmjs")
    for path in _tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        if path.suffix in {".mo", ".docx", ".pa"} or path == Path(__file__):
            continue
        assert not places.search(text), _named(path)
        assert not hosts.search(text), _named(path)


def test_the_changelog_knows_this_version() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def _commands_of_the_readme() -> list[str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return [block.strip() for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)]


def test_the_readme_has_two_commands_of_one_line_and_ci_runs_the_second() -> None:
    run, check = _commands_of_the_readme()[:2]
    assert "\n" not in run + check
    assert run.endswith("pa-tui demo")
    assert check in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_every_link_in_the_docs_leads_somewhere() -> None:
    for path in DOCS:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)[^)]*\)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{_named(path)}: {target}"


@pytest.mark.parametrize("page", PAGES)
def test_every_key_and_command_stands_in_the_docs(page: str) -> None:
    assert (ROOT / "docs" / page).read_text("utf-8") == written(page)


def test_every_setting_stands_in_the_docs() -> None:
    text = "".join(path.read_text("utf-8") for path in DOCS)
    assert [f.name for f in fields(Settings) if f"`{f.name}`" not in text] == []


def test_every_dependency_stands_in_the_docs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    names = [re.split(r"[<>=\[]", entry)[0] for entry in named]
    assert [name for name in names if not re.search(rf"\b{re.escape(name)}\b", text)] == []

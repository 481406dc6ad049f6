"""The three example agreements in every form people have them."""

from __future__ import annotations

import importlib.util
import itertools
import json
import re
from pathlib import Path

import pytest

from pa_tui.cli.shown.agreement import shown_agreement
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.kind import DocumentKind
from storage.sources import read_document

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXAMPLES = SHARED / "examples"
FORMS = ("-plain.docx", "-auto.docx", "-tabel.docx", ".md", ".txt", ".pdf")
EXPECTED = sorted(EXAMPLES.glob("*.expected.json")) if EXAMPLES.is_dir() else []
EXACT = [
    "themes",
    "articles",
    "order",
    "theme_of_article",
    "text_start",
    "text_end",
    "groups",
    "titles",
    "subitems",
    "article_tables",
    "cross_refs",
    "footnotes",
    "footnote_refs",
    "parties",
    "party_roles",
    "signatories",
    "annexes",
    "annex_items",
    "nothing_lost",
    "explicit_leads",
]
NEARLY = ("text_whole", "context", "timing", "timing_spans")

pytestmark = pytest.mark.skipif(not EXPECTED, reason="the example documents are not here")


def scorer():
    spec = importlib.util.spec_from_file_location(
        "score_import", SHARED / "scoring" / "score_import.py"
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(path: Path):
    count = itertools.count()
    return read_agreement(read_document(path), mint=lambda: f"id{next(count)}")


def agreement_of(reading) -> Agreement:
    entities = [reading.facts, *reading.entities]
    return Agreement().with_changes([Change(e.KIND, e.id, "", None, e) for e in entities])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.name.split(".")[0])
def test_an_example_is_read_as_a_careful_reader_reads_it(expected, form):
    path = EXAMPLES / (expected.name.removesuffix(".expected.json") + form)
    if not path.exists():
        pytest.skip("this form is not here")
    wanted = json.loads(expected.read_text(encoding="utf-8"))
    reading = read(path)
    found = scorer().score(wanted, shown_agreement(agreement_of(reading)))
    low = {key: found.missed[key] for key in EXACT if found.figures[key] < 1}
    low |= {key: found.missed[key] for key in NEARLY if found.figures[key] < 0.98}
    low |= {"bullets": found.missed["bullets"]} if found.figures["bullets"] < 0.9 else {}
    assert not low
    assert reading.kind is DocumentKind.AGREEMENT
    assert reading.facts.year == wanted["year"]


def test_a_council_notice_is_no_agreement():
    path = EXAMPLES / "kennisgeving-westervoort-2022.txt"
    if not path.exists():
        pytest.skip("the notice is not here")
    reading = read(path)
    assert reading.kind is DocumentKind.NOTICE
    kinds = {entity.KIND for entity in reading.entities}
    assert kinds == {"unread"}


EXCERPTS = SHARED / "excerpts"
ROW = re.compile(r"\| (N?\d+) \| ([\w-]+) \|.*\| (?P<count>\d+)?[^|]*\|$", re.MULTILINE)


def excerpts():
    index = EXCERPTS / "index.md"
    rows = ROW.finditer(index.read_text(encoding="utf-8")) if index.exists() else ()
    return [(row[1], int(row["count"] or 0)) for row in rows]


@pytest.mark.parametrize(("number", "count"), excerpts())
def test_an_opening_gives_the_agreements_it_holds_and_invents_none(number, count):
    (path,) = EXCERPTS.glob(f"{number}-*.txt")
    reading = read(path)
    assert sum(entity.KIND == "article" for entity in reading.entities) == count
    assert (reading.kind is DocumentKind.AGREEMENT) == (count > 0)

"""Whatever the text: no crash, every finding in its place, the same twice, linear time."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.text import paragraph, plain
from pa_tui.errors import Unreadable
from pa_tui.reading.commitments import cut
from pa_tui.reading.dates import timings
from pa_tui.reading.entry import read_action, read_leads, read_timing, read_until
from pa_tui.reading.findings import Findings, read
from pa_tui.reading.wording import say_timing
from tests.dutch.table import TABLE, TWO_TOWNS

TODAY = date(2026, 9, 15)
WORDS = """
Beekwonen|De gemeente|gemeenten|partijen|we|zij|HBR|De Goede Haard|Rietbeek|samen met|en|,|.|. |
;|: |neemt|het initiatief|regie|ligt bij|wordt|worden|zal|bouwt|vraagt|aan|door|van|in|op
|vóór|voor|tot|tot en met|vanaf|per|uiterlijk|na|eind|begin|medio|Q1|T2|H1|kwartaal|eerste|1e
|oktober|31 februari|2027|2026-2029|1-1-2027|week 36|jaarlijks|elk|om de|twee|keer per|jaar|12
|woningen|30%|€|1.000,50|zie|afspraak|3.1|4a|(|)|bijlage|indien|dat|zodat|binnen|zomer|komende|label|B
|-
|’|t/m|9999|0|½|\u00a0|é
"""
PIECES = st.sampled_from([*WORDS.replace("\n", "").split("|"), "\n"])
DUTCH = st.lists(PIECES, max_size=40).map(" ".join)
TEXTS = st.one_of(DUTCH, st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))


def _spans_hold(text: str, found: Findings) -> None:
    for one in (*found.parties, *found.references):
        assert text[one.start : one.end] == one.text
    for who in found.outsiders:
        assert text[who.start : who.end] == who.name
    for when in found.timings:
        assert text[when.start : when.end] == when.timing.text != ""
    for much in found.quantities:
        assert text[much.start : much.end] == much.quantity.text != ""


@given(TEXTS)
@settings(deadline=None, max_examples=300)
def test_every_finding_is_where_it_says(text: str) -> None:
    found = read(text, parties=TABLE, year=2027)
    _spans_hold(text, found)
    assert found == read(text, parties=TABLE, year=2027)
    _spans_hold(text, read(text, today=TODAY, group="Prestaties gemeente"))


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_timings_follow_each_other_and_end_after_they_start(text: str) -> None:
    reached = 0
    for found in timings(text, year=2027):
        assert found.start >= reached
        reached = found.end
        timing = found.timing
        assert timing.start is None or timing.end is None or timing.start <= timing.end
        assert say_timing(timing)
        assert say_timing(timing, "en")


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_cutting_loses_nothing_and_invents_nothing(text: str) -> None:
    block = paragraph(text)
    flat = " ".join(plain(block).split())
    reading = cut(block, parties=TWO_TOWNS, year=2027)
    keys = {party.id for party in TWO_TOWNS}
    assert reading.commitments
    for part in reading.commitments:
        assert part.words in flat
        assert {lead.party for lead in part.leads} | set(part.joint) <= keys
        assert not {lead.party for lead in part.leads} & set(part.joint)
    told = [t for part in reading.commitments for t in part.timings]
    assert told == [f.timing for f in timings(plain(block), year=2027)]
    carriers = {lead.party for p in reading.commitments for lead in p.leads}
    shared = {key for p in reading.commitments for key in p.joint}
    assert {lead.party for lead in reading.leads} <= carriers | shared


@given(TEXTS)
@settings(deadline=None, max_examples=200)
def test_a_typed_line_is_understood_or_refused_in_words(line: str) -> None:
    for typed in (
        lambda: read_action(line, parties=TABLE, persons=("Jan de Boer",), today=TODAY),
        lambda: read_timing(line, year=2027, today=TODAY),
        lambda: read_until(line, parties=TABLE, today=TODAY),
        lambda: read_leads(line, TABLE, ("Jan de Boer",)),
    ):
        with suppress(Unreadable):
            typed()


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "1",
        "1.",
        "(",
        "in ",
        "€ 1.000 - ",
        "tot en met ",
        "gemeente en ",
        "Q1 en Q2, ",
        "partijen ",
        "zie 1.1, ",
        "minimaal ",
        "samen met Rietbeek ",
        "Beekwonen levert in Q1 2027 12 woningen op, waar nodig samen met partijen, ",
    ],
)
def test_time_grows_no_faster_than_the_text(piece: str) -> None:
    """A hundred thousand characters well within what a quadratic reader would need."""
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    read(text, parties=TABLE, year=2027)
    cut(paragraph(text), parties=TABLE, year=2027)
    assert time.process_time() - began < 10

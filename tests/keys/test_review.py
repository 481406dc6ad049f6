"""The review after import: two sides that follow each other, and setting right by keys."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import Role
from pa_tui.domain.text import plain
from pa_tui.memory import MemoryStore
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.lines import Document, Line, SourceKind
from pa_tui.services import Services
from pa_tui.workspace import Workspace
from screens.imported import IMPORTED, imported
from screens.review.result import ResultPane
from screens.review.rows import Kind, Row
from screens.review.source import SourcePane, breaks
from tests.keys.seeing import SIZES, seeing
from tests.samples import TODAY, done

LINES = (
    Line("Prestatieafspraken Rietbeek 2027", 1, 1, heading=0),
    Line("Gemeente Rietbeek, Stichting Beekwonen en Huurdersbelang Rietbeek (HBR) maken", 2, 1),
    Line("1 Betaalbaar wonen", 4, 1, heading=1),
    Line("1.1 Beekwonen verhoogt de huren in 2027 met ten hoogste drie procent per", 5, 1),
    Line("1.2 Jaarlijks onderzoekt de gemeente Rietbeek de woonlasten van huurders.", 6, 1),
    Line("1.3 De gemeente betaalt een bijdrage. Beekwonen meldt achterstanden.", 7, 2),
    Line("2 Genoeg woningen", 8, 2, heading=1),
    Line("2.1 Beekwonen bouwt in 2027 veertig woningen, zie afspraak 1.2.", 9, 2),
    Line("2.2 De gemeente wijst vóór 1 oktober 2027 een locatie aan.", 10, 2),
    Line("2.4 HBR houdt in 2027 een enquête onder de huurders van Beekwonen.", 11, 2),
)


class House:
    """Makes files in memory and remembers them."""

    def __init__(self) -> None:
        self.made: list[tuple[Path, Agreement]] = []

    def create(self, path: Path, edit) -> Workspace:
        value = done(Agreement(), edit)
        self.made.append((path, value))
        return Workspace(MemoryStore(value), lambda: TODAY, "Noor")


def made(lines=LINES):
    numbers = count()
    document = Document(tuple(lines), SourceKind.WORD, pages=2)
    reading = read_agreement(document, mint=lambda: f"n{next(numbers):05}")
    return imported(reading, Path("rietbeek.docx"), lambda: TODAY)


class Review:
    """What a person does and sees in the review."""

    def __init__(self, table) -> None:
        self.table = table

    @property
    def screen(self):
        return self.table.app.screen_stack[0]

    @property
    def now(self) -> Agreement:
        return self.screen.agreement

    @property
    def result(self) -> ResultPane:
        return self.screen.result

    @property
    def source(self) -> SourcePane:
        return self.screen.source

    def numbers(self) -> list[str | None]:
        return [
            line.number
            for theme in self.now.ordered_themes
            for line in self.now.lines_of(theme.id)
            if not line.removed
        ]

    def text(self, number: str) -> str:
        (key,) = [k for k, x in self.now.lines.items() if x.number == number and not x.removed]
        return plain(self.now.articles[key].text)

    async def on(self, number: str) -> None:
        """Goes to an article or theme of a number."""
        for row in self.result.rows:
            shelf = {Kind.ARTICLE: self.now.lines, Kind.THEME: self.now.themes}.get(row.kind)
            if shelf is not None and shelf[row.key].number == number:
                self.result.go(row)
                await self.table.pilot.pause()
                return
        raise AssertionError(number)


async def reviewing(table, lines=LINES) -> Review:
    table.app.kept[IMPORTED] = made(lines)
    await table.app.action_mode("review")
    await table.press()
    return Review(table)


def looking(house=None, size=(120, 40)):
    house = house or House()
    services = Services(create_file=house.create, now=lambda: TODAY)
    return seeing("start", None, size, services=services)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_read_stands_beside_its_source(size):
    async with looking(size=size) as table:
        review = await reviewing(table)
        assert table.shows("6 articles in 2 themes · 2 questions")
        assert table.shows("1 Betaalbaar wonen ✓ sure")
        await review.on("1.2")
        if size[0] < 100:
            assert "source: rietbeek.docx" not in table.screen
            await table.press("tab")
        assert table.shows("source: rietbeek.docx page 1")
        assert table.shows("│ 1.2 Jaarlijks onderzoekt") or table.shows("▌ 1.2 Jaarlijks")


async def test_the_sides_follow_each_other():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("2.1")
        assert review.screen.made.source[review.source.at].text.startswith("2.1")
        assert table.shows("source: rietbeek.docx page 2")
        await table.press("tab", "down")
        assert review.now.lines[review.result.here.key].number == "2.2"
        await table.press("home")
        assert review.result.here.kind is Kind.FACTS


async def test_a_guess_has_a_mark_a_word_and_a_question_and_n_finds_it():
    async with looking() as table:
        review = await reviewing(table)
        await table.press("n")
        assert review.now.lines[review.result.here.key].number == "1.1"
        assert table.shows("? It stops in the middle of a sentence.")
        assert table.shows("? look at it")
        await table.press("g")
        assert table.said == "1.1 is the first article of its theme. Make it context instead."
        await table.press("a")
        assert table.shows("✓ looked at")
        await table.press("n")
        assert review.now.lines[review.result.here.key].number == "2.4"
        assert table.shows("? 2.4 comes after 2.2. Is one missing?")


async def test_joining_undoing_and_bringing_back():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("1.2")
        await table.press("g")
        assert review.numbers() == ["1.1", "1.3", "2.1", "2.2", "2.4"]
        assert "per 1.2 Jaarlijks" in review.text("1.1")
        assert table.said == "1.2 joined with what stands before it"
        assert review.now.lines[review.result.here.key].number == "1.1"
        assert len(review.screen.source._marked) == 2
        await table.press("u")
        assert review.numbers() == ["1.1", "1.2", "1.3", "2.1", "2.2", "2.4"]
        await table.press("ctrl+r")
        assert "1.2" not in review.numbers()


async def test_cutting_offers_the_places_and_takes_typed_words():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("1.3")
        await table.press("s")
        assert table.shows("Beekwonen meldt achterstanden.")
        await table.press("enter")
        assert review.text("1.3") == "De gemeente betaalt een bijdrage."
        await table.press("u")
        await review.on("1.3")
        await table.press("s", "ctrl+u")
        await table.enter("een bijdrage")
        assert review.text("1.3") == "De gemeente betaalt"
        made = next(x for x in review.now.lines.values() if x.number is None)
        assert made.label.startswith("een bijdrage")


async def test_words_that_are_not_there_cut_nothing():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("1.3")
        await table.press("s", "ctrl+u")
        await table.enter("zomaar")
        assert table.said == "These words do not stand in it; nothing was cut"
        assert len(review.numbers()) == 6


async def test_paragraphs_open_and_go_up():
    lines = [*LINES[:6], Line("Beekwonen belt binnen een week met wie achterloopt.", 7, 2)]
    async with looking() as table:
        review = await reviewing(table, [*lines, *LINES[6:]])
        await review.on("1.3")
        await table.press("right", "down", "down")
        assert review.result.here.kind is Kind.BLOCK
        await table.press("h")
        assert review.text("1.3").endswith("meldt achterstanden.")
        assert None in review.numbers()


async def test_higher_and_lower():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("1.3")
        await table.press("h")
        titles = [theme.title for theme in review.now.ordered_themes]
        assert titles[1].startswith("De gemeente betaalt")
        assert review.result.here == Row(Kind.THEME, review.now.ordered_themes[1].id)
        await table.press("l")
        assert [t.title for t in review.now.ordered_themes] == [
            "Betaalbaar wonen",
            "Genoeg woningen",
        ]
        assert review.numbers()[:3] == ["1.1", "1.2", "1.3"]


async def test_no_article_goes_to_what_was_left_out_and_comes_back():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("1.2")
        await table.press("x")
        assert review.result.here.kind is Kind.UNREAD
        assert table.shows("· left out")
        assert table.shows("said to be no agreement")
        await table.press("h")
        assert review.numbers()[:3] == ["1.1", "1.2", "1.3"]
        await table.press("x", "t")
        assert "1.2 Jaarlijks" in review.text("1.1")


async def test_context_and_numbers():
    async with looking() as table:
        review = await reviewing(table)
        await review.on("2.2")
        await table.press("c")
        assert "2.2" not in review.numbers()
        await review.on("2.4")
        await table.press("r", "ctrl+u")
        await table.enter("2.9")
        assert "2.9" in review.numbers()
        await table.press("R")
        assert review.numbers() == ["1.1", "1.2", "1.3", "2.1", "2.2"]


async def test_parties_are_changed_added_and_taken_out():
    async with looking() as table:
        review = await reviewing(table)
        before = len(review.now.parties)
        await table.press("p")
        await table.enter("Huurdersraad Molenveen")
        assert len(review.now.parties) == before + 1
        party = review.now.party_named("Huurdersraad Molenveen")
        assert party.role is Role.CORPORATION
        review.result.go(Row(Kind.PARTY, party.id))
        await table.press("w", "down")
        await table.type("HRM")
        await table.press("down", "right", "enter")
        assert review.now.parties[party.id].role is Role.TENANTS
        assert review.now.parties[party.id].short == "HRM" or "HRM" in (
            review.now.parties[party.id].short
        )
        await table.press("x")
        assert party.id not in review.now.parties
        await table.press("p", "escape")
        assert table.app.current_mode == "review"


async def test_year_and_signing_are_changed_and_a_bad_day_is_told():
    async with looking() as table:
        review = await reviewing(table)
        await table.press("home", "w", "down", "ctrl+u")
        await table.type("2028")
        await table.press("up", "up")
        await table.enter("dertig mei")
        assert table.said == "“dertig mei” is not a day. Write it as 31-12-2027."
        await table.press("ctrl+u")
        await table.enter("12-12-2027")
        assert review.now.about.year == 2028
        assert review.now.about.signature_date.isoformat() == "2027-12-12"


async def test_enter_makes_the_file_of_what_was_set_right(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    house = House()
    async with looking(house) as table:
        review = await reviewing(table)
        await review.on("1.2")
        await table.press("g")
        await review.on("1.3")
        await table.press("r", "ctrl+u")
        await table.enter("1.2")
        assert house.made == []
        await table.press("enter")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        ((path, value),) = house.made
        assert path.name == "rietbeek.pa"
        assert [value.lines[k].number for k in value.order.flat] == [
            "1.1",
            "1.2",
            "2.1",
            "2.2",
            "2.4",
        ]
        (anchor,) = value.article_named("2.1").text[0].anchors
        assert value.label(anchor) == "1.2"
        assert anchor.target == value.article_named("1.2").id
        assert all(c.article in value.articles for c in value.commitments.values())
        assert table.app.current_mode == "overview"


async def test_stopping_asks_before_it_drops_what_was_read():
    async with looking() as table:
        await reviewing(table)
        await table.press("ctrl+q")
        assert table.shows("drop what was read of rietbeek.docx?")
        await table.press("escape")
        assert table.app.current_mode == "review"


async def test_a_click_takes_the_row_or_line_that_was_clicked():
    async with looking() as table:
        review = await reviewing(table)
        rows = [n for n, row in enumerate(table.rows) if "2.2 De gemeente wijst" in row]
        await table.pilot.click(offset=(80, rows[0]))
        assert review.now.lines[review.result.here.key].number == "2.2"
        rows = [n for n, row in enumerate(table.rows) if "2 Genoeg" in row[:50]]
        await table.pilot.click(offset=(6, rows[0]))
        assert review.result.here.kind is Kind.THEME


async def test_two_thousand_articles_draw_only_what_is_seen():
    lines = [Line("Prestatieafspraken Rietbeek 2027", 1, heading=0)]
    for number in range(1, 2001):
        if number % 100 == 1:
            chapter = number // 100 + 1
            lines.append(Line(f"{chapter} Thema {chapter}", len(lines) + 1, heading=1))
        words = f"Beekwonen bouwt in 2027 {number} woningen aan de Molenweg."
        place = number % 100 or 100
        lines.append(Line(f"{chapter}.{place} {words}", len(lines) + 1))
    async with looking() as table:
        review = await reviewing(table, lines)
        drawn = 0
        usual = review.result._draw

        def draw(row, width, here):
            nonlocal drawn
            drawn += 1
            return usual(row, width, here)

        review.result._draw = draw
        await table.press("end", "g")
        assert len(review.numbers()) == 1999
        assert drawn < 400


@pytest.mark.parametrize(
    "text", ["", "kort", "een twee drie vier vijf", "x" * 50, "é️👩‍👩‍👧 " * 9]
)
def test_broken_lines_lose_nothing_and_fit(text):
    pieces = breaks(text, 11)
    shown = "".join(text[start:end] for start, end in pieces)
    assert shown.replace(" ", "") == text.replace(" ", "")

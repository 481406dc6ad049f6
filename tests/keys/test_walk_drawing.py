"""How words become lines, and that every colour can be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.color import Color

from pa_tui.domain.text import Block, BlockKind, Cell, as_printed
from screens.entry.line_editor import LineEditor
from screens.palette import THEMES, inks
from screens.walk.rows import Rows
from screens.widgets.ink import Run, clip_line, ends, fit, line, shown, width_of
from screens.widgets.prose import changes, prose, table
from screens.widgets.typeset import wrap
from tests.samples import agreement

any_text = st.text(max_size=80)
readable = st.characters(min_codepoint=32, max_codepoint=0x3FF, exclude_categories=["Cc"])
words_only = st.text(readable, max_size=120)
MOVES = (
    "left",
    "right",
    "home",
    "end",
    "backspace",
    "delete",
    "ctrl+left",
    "ctrl+right",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "ctrl+z",
    "ctrl+y",
    "ctrl+delete",
)


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours as WCAG 2.1 defines it."""

    def luminance(colour: Color) -> float:
        parts = [c / 255 for c in colour.rgb]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def plain(rows):
    return ["".join(run.text for run in row) for row in rows]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_its_ground(theme):
    ground = Color.parse(theme.background)
    for name, style in inks(theme).items():
        if name in ("line", "cursor", "here") or style.color is None:
            continue
        colour = Color.from_rich_color(style.color)
        assert contrast(ground, colour) >= 4.5, name


def test_changes_do_not_hang_on_colour():
    text = (Block(BlockKind.PARAGRAPH, "acht woningen"),)
    other = (Block(BlockKind.PARAGRAPH, "twaalf woningen"),)
    assert plain(changes(text, other, as_printed, 60)) == ["  [acht] twaalf woningen"]


def test_brackets_keep_their_distance_from_what_replaces_them():
    text = (Block(BlockKind.PARAGRAPH, "kosten € 3.000."),)
    other = (Block(BlockKind.PARAGRAPH, "kosten € 4.800."),)
    assert plain(changes(text, other, as_printed, 60)) == ["  kosten [€ 3.000] € 4.800."]


@settings(deadline=None)
@given(words_only, st.integers(4, 40))
def test_wrapped_lines_fit_and_lose_no_word(text, width):
    rows = wrap([Run(text)], width)
    assert all(width_of(row) <= width for row in rows)
    assert "".join("".join(plain(rows)).split()) == "".join(text.split())


@settings(deadline=None)
@given(any_text, st.integers(0, 30))
def test_fit_takes_exactly_its_cells(text, width):
    assert cell_len(fit(shown(text), width)) == width


@settings(deadline=None)
@given(any_text, any_text, st.integers(10, 60))
def test_two_ends_fill_a_row(left, right, width):
    row = ends(line(left), clip_line(line(right), width), width)
    assert width_of(row) <= max(width, width_of(clip_line(line(right), width)))


@settings(deadline=None)
@given(any_text)
def test_what_is_shown_steers_no_terminal(text):
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown(text))
    assert "\u202e" not in shown(text)


@pytest.mark.parametrize("width", [12, 30, 80])
def test_a_wide_table_is_wrapped_into_its_width(width):
    cells = tuple(
        tuple(Cell(f"rij {row} kolom {column} met woorden") for column in range(3))
        for row in range(4)
    )
    lines = table(Block(BlockKind.TABLE, cells=cells), as_printed, width)
    assert all(width_of(row) <= max(width, 3 * 4 + 6) for row in lines)


def test_an_amount_of_money_stays_whole():
    rows = plain(wrap([Run("Beekwonen betaalt € 26.000 mee")], 20))
    assert rows == ["Beekwonen betaalt", "€ 26.000 mee"]


def test_the_bar_stands_beside_the_words_of_the_part():
    text = (Block(BlockKind.PARAGRAPH, "Eerst dit."), Block(BlockKind.PARAGRAPH, "Dan dat."))
    assert plain(prose(text, as_printed, 40, "Dan dat.")) == ["  Eerst dit.", "", "▎ Dan dat."]


# -- rows ------------------------------------------------------------------------------------


def test_rows_find_every_article_and_back():
    value = agreement()
    rows = Rows(value)
    assert len(rows) == 16
    for row in range(len(rows)):
        found = rows.at(row)
        if isinstance(found, str):
            assert rows.row_of(found, value.lines[found].theme) == row


def test_rows_of_some_articles_only():
    value = agreement()
    rows = Rows(value, ("a12", "a31"))
    shown_rows = [rows.at(row) for row in range(len(rows))]
    assert [getattr(row, "number", row) for row in shown_rows] == ["1", "a12", "3", "a31"]
    assert rows.row_of("a11", "t1") is None


# -- the line --------------------------------------------------------------------------------


def test_the_line_editor_edits():
    editor = LineEditor("een twee")
    for key in ("ctrl+left", "ctrl+w"):
        assert editor.take(key, None)
    assert editor.text == "twee"
    editor.take("ctrl+z", None)
    assert editor.text == "een twee"
    editor.take("ctrl+y", None)
    assert (editor.text, editor.cursor) == ("twee", 0)
    assert not editor.take("f5", None)


@settings(deadline=None)
@given(
    any_text,
    st.lists(st.sampled_from(MOVES), max_size=20),
)
def test_the_cursor_never_leaves_the_line(text, keys):
    editor = LineEditor()
    editor.insert(text)
    for key in keys:
        editor.take(key, None)
        assert 0 <= editor.cursor <= len(editor.text)

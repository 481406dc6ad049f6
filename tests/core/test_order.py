"""The order of the articles and the counts per theme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.order import Tally, tallied
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.edits import (
    AddArticle,
    AddTheme,
    DecideTogether,
    Edit,
    MoveArticle,
    RemoveArticle,
    Renumber,
    SetLead,
    apply,
)
from pa_tui.errors import NotFound
from tests import samples


def after(agreement: Agreement, *edits: Edit) -> Agreement:
    for number, edit in enumerate(edits, start=100):
        agreement = apply(edit, agreement, samples.moment(number)).agreement
    return agreement


def numbers(agreement: Agreement) -> list[str | None]:
    return [agreement.lines[key].number for key in agreement.order.flat]


def test_reading_order_is_theme_by_theme() -> None:
    start = samples.agreement()
    wanted = [n for n in numbers(start) if n]
    assert wanted == sorted(wanted)
    assert len(start.order.flat) == len(start.articles)


def test_an_article_in_between_gets_a_letter_and_moves_no_other_number() -> None:
    start = samples.agreement()
    new = after(start, AddArticle("1", (samples.paragraph("Nieuw."),), after="1.1"))
    assert [n for n in numbers(new) if n not in numbers(start)] == ["1.1a"]
    assert numbers(new).index("1.1a") == numbers(new).index("1.1") + 1


def test_at_the_end_of_a_theme_the_next_number_is_taken() -> None:
    new = after(samples.agreement(), AddArticle("4", (samples.paragraph("Nieuw."),)))
    assert numbers(new)[-1] == "4.3"


def test_a_new_theme_takes_no_number_that_articles_of_another_begin_with() -> None:
    start = samples.agreement()
    bare = Shelf(Held([replace(theme, number=None) for theme in start.themes.values()]))
    new = after(
        replace(start, themes=bare),
        AddTheme("Wonen en zorg"),
        AddArticle("Wonen en zorg", (samples.paragraph("Nieuw."),)),
    )
    assert new.ordered_themes[-1].number == "5"
    assert numbers(new)[-1] == "5.1"


def test_a_moved_article_stands_behind_its_goal_with_its_own_number() -> None:
    new = after(samples.agreement(), MoveArticle("1.1", "2.2"))
    found = numbers(new)
    assert found.index("1.1") == found.index("2.2") + 1
    assert new.article_named("1.1").theme == "t2"


def test_renumbering_leaves_out_what_was_removed() -> None:
    new = after(samples.agreement(), RemoveArticle("2.1"), Renumber())
    line = next(line for line in new.lines_of("t2") if not line.removed)
    assert line.number == "2.1"


def test_known_order_and_counts_are_those_made_anew() -> None:
    new = after(
        samples.agreement(),
        SetLead("2.1", ("beekwonen",)),
        DecideTogether(("1.1", "2.1"), outside_meeting=True),
        MoveArticle("1.1", "2.1"),
        RemoveArticle("3.1"),
    )
    again = Agreement(
        **{name: getattr(new, name) for name in ("themes", "articles", "lines", "facts")}
    )
    assert new.order.flat == again.order.flat
    assert dict(new.tallies) == dict(tallied(new.lines.values()))


def test_a_tally_counts_what_is_decided_led_and_dropped() -> None:
    new = after(
        samples.agreement(),
        SetLead("4.1", ("hbr",)),
        DecideTogether(("4.1",), outside_meeting=True),
        RemoveArticle("4.2"),
    )
    assert new.tallies["t4"] == Tally(articles=1, decided=1, dropped=1, led=1)


def test_an_article_is_found_by_number_or_id_and_its_neighbours_are_named() -> None:
    start = samples.agreement()
    assert start.article_named("1.2.").id == start.article_named("a12").id
    with pytest.raises(NotFound, match="Near it"):
        start.article_named("1.99")

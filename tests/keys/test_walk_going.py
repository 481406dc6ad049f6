"""Moving over the articles, and what the screen looks like at every size."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.text import paragraph
from pa_tui.edits.article import Propose
from pa_tui.edits.decision import RecordDecision, TakePosition
from pa_tui.edits.structure import NameVersion
from pa_tui.edits.wording import ReviseText
from pa_tui.room import Wish
from tests.keys.walking import walking
from tests.samples import agreement, done, in_meeting


async def test_down_and_up_step_over_the_headings():
    async with walking(agreement()) as table:
        seen = []
        for key in ("down", "down", "down", "down", "up"):
            await table.press(key)
            seen.append(table.number())
        assert seen == ["1.2", "1.3", "1.4", "2.1", "1.4"]
        await table.press("end")
        assert table.number() == "4.2"
        await table.press("home")
        assert table.number() == "1.1"


async def test_space_goes_to_the_next_undecided_article_and_round():
    decided = done(
        in_meeting(),
        *(RecordDecision(key, Outcome.AGREED) for key in ("a12", "a13", "a14")),
    )
    async with walking(decided) as table:
        await table.press("space")
        assert table.number() == "2.1"
        await table.press("end", "space")
        assert table.number() == "1.1"


async def test_space_says_when_all_is_decided():
    everything = done(
        in_meeting(), *(RecordDecision(key, Outcome.AGREED) for key in agreement().order.flat)
    )
    async with walking(everything) as table:
        await table.press("space")
        assert table.said == "There is no other undecided article."


async def test_a_colon_jumps_to_a_number():
    async with walking(agreement()) as table:
        await table.press("colon")
        await table.type("3.1")
        assert "Isoleren" in table.rows[-2]
        await table.press("enter")
        assert table.number() == "3.1"


async def test_an_unknown_number_is_told():
    async with walking(agreement()) as table:
        await table.press("colon")
        await table.enter("9.9")
        assert "There is no article 9.9" in table.said
        assert table.number() == "1.1"


async def test_tab_goes_through_the_parts():
    async with walking(agreement()) as table:
        await table.press("tab")
        assert table.said == "This article has one part."
        await table.press("down")
        assert "part 1 of 2" in table.screen
        await table.press("tab")
        assert "part 2 of 2" in table.screen
        assert table.shows("▎ De gemeente en Beekwonen bespreken")
        await table.press("shift+tab")
        assert "part 1 of 2" in table.screen


async def test_a_long_article_is_read_on():
    async with walking(agreement()) as table:
        await table.press("end")
        assert "Alinea 1 over" in table.screen
        assert "page down reads on" in table.screen
        await table.press("pagedown")
        assert "Alinea 1 over" not in table.screen
        await table.press(*["pagedown"] * 9)
        assert "Alinea 40 over" in table.screen
        assert "page down reads on" not in table.screen
        await table.press(*["pageup"] * 9)
        assert "Alinea 1 over" in table.screen


async def test_three_panes_at_120():
    async with walking(in_meeting()) as table:
        await table.press("down")
        rows = table.rows
        assert len(rows) == 40
        assert "Prestatieafspraken Rietbeek 2027" in rows[0]
        assert "Working group 2 · 15 Sep 2026" in rows[0]
        assert rows[1].startswith("╭ Articles · 0 of 12 ─")
        assert "┬ 1.2 · Afspraken ─" in rows[1]
        assert "┬ Positions ─" in rows[1]
        assert "1 Betaalbaar wonen        0/4" in rows[2]
        assert table.shows("last year: realised, 6 van 6 · Beekwonen wees zes")
        assert "a agree  w amend  v reserve  l later  b board │ e text" in rows[-1]


async def test_one_pane_at_80():
    async with walking(in_meeting(), (80, 24)) as table:
        await table.press("down")
        rows = table.rows
        assert len(rows) == 24
        assert rows[1].startswith("╭ 1.2 · Afspraken · part 1 of 2 ─")
        assert table.shows("Lead Beekwonen · In 2027 · acht woningen")
        assert table.shows("1 Gemeente nothing yet · 2 Beekwonen nothing yet")
        assert "a w v l b │ e t p n k │ space next · i contents" in rows[-1].replace(
            "  ", " · "
        )
        assert all(len(row) <= 80 for row in rows)


async def test_the_list_opens_and_closes_at_80():
    async with walking(agreement(), (80, 24)) as table:
        assert "2.1 Nieuwbouw" not in table.screen
        await table.press("i")
        assert "2.1 Nieuwbouw" in table.screen
        assert "4 Leefbaar" in table.screen
        await table.press("down", "enter")
        assert table.number() == "1.2"
        assert "2.1 Nieuwbouw" not in table.screen


async def test_the_list_can_be_put_away_at_120():
    async with walking(agreement()) as table:
        await table.press("i")
        assert "2.1 Nieuwbouw" not in table.screen
        await table.press("i")
        assert "2.1 Nieuwbouw" in table.screen


async def test_a_smaller_window_says_so():
    async with walking(agreement(), (79, 24)) as table:
        assert "79 wide and 24 high" in table.screen
        assert "Huurverhoging" not in table.screen


async def test_growing_and_shrinking_keeps_the_article():
    async with walking(agreement()) as table:
        await table.press("down")
        await table.pilot.resize_terminal(80, 24)
        await table.pilot.pause()
        assert table.rows[1].startswith("╭ 1.2")
        await table.pilot.resize_terminal(140, 45)
        await table.pilot.pause()
        assert "┬ 1.2 · Afspraken" in table.rows[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_strange_words_are_only_words(size):
    async with walking(agreement(), size) as table:
        for _ in range(11):
            await table.press("down")
            assert all(cell_len(row) <= size[0] for row in table.rows)
        await table.press("colon")
        await table.enter("2.3")
        assert "Let op: [/] en [x]." in table.screen
        await table.press("colon")
        await table.enter("3.2")
        assert "Woningborggarantiefonds" in table.screen
        assert "Rest." in table.screen


async def test_a_table_and_sub_items_are_drawn():
    async with walking(agreement()) as table:
        await table.press("colon")
        await table.enter("2.1")
        assert table.shows("Beekwonen │ 120 │ 80")
        await table.press("colon")
        await table.enter("1.3")
        assert table.shows("a. de corporaties melden achterstanden;")
        assert table.shows("• ook ’s avonds")


async def test_a_reference_shows_the_number_of_today():
    async with walking(agreement()) as table:
        await table.press("colon")
        await table.enter("2.2")
        assert "Dit gaat samen met afspraak 1.2.¹" in table.screen
        assert "¹ Zie ook de woonvisie." in table.screen


async def test_an_empty_agreement_has_a_walk():
    async with walking(Agreement()) as table:
        assert "There are no articles here." in table.screen
        for key in "awvlbetpnkcjfAu":
            await table.press(key, "escape")
        assert "There are no articles here." in table.screen


# -- looking ---------------------------------------------------------------------------------


async def test_what_changed_is_shown_as_words_removed_and_added():
    changed = done(agreement(), ReviseText("a11", paragraph("De huren stijgen gemiddeld 3%.")))
    async with walking(changed) as table:
        assert "[3,5%] 3%" in table.screen
        await table.press("c")
        assert "[3,5%]" not in table.screen
        assert "De huren stijgen gemiddeld 3%." in table.screen
        await table.press("c")
        assert "[3,5%] 3%" in table.screen


async def test_what_changed_since_a_version():
    async with walking(agreement()) as table:
        workspace = table.app.workspace
        workspace.perform(NameVersion("Concept 1"))
        store = table.store
        workspace.perform(ReviseText("a11", paragraph("De huren dalen.")))
        store.as_of = lambda entry: agreement()
        await table.pilot.pause()
        await table.press("c", "c")
        await table.app.workers.wait_for_complete()
        await table.pilot.pause()
        assert "Since Concept 1" in table.screen
        assert "dalen" in table.screen
        await table.press("down", "c")
        assert "Nothing changed here since then." in table.screen
        assert table.said == "Nothing changed here since Concept 1"
        await table.press("c")
        assert table.said == "The text of this article has not changed"
        await table.press("escape")
        assert "Since Concept 1" not in table.screen


async def test_last_year_and_the_bid():
    async with walking(agreement()) as table:
        await table.press("down", "j")
        for words in (
            "Last year, 1.2",
            "Beekwonen wees zes woningen toe.",
            "realised · 6 van 6",
        ):
            assert table.shows(words)
        assert table.shows("Beekwonen biedt acht woningen.")
        await table.press("j")
        assert "Last year, 1.2" not in table.screen


@pytest.mark.parametrize(
    ("key", "numbers"),
    [
        ("o", 10),
        ("s", 1),
        ("u", 1),
        ("t", 11),
        ("d", 11),
        ("v", 1),
        ("r", 1),
    ],
)
async def test_filters(key, numbers):
    shaped = done(
        in_meeting(),
        RecordDecision("a13", Outcome.DEFERRED, until="werkgroep 3"),
        RecordDecision("a21", Outcome.NO_AGREEMENT),
        TakePosition("a22", "hbr", Stance.RESERVE),
        Propose("a31", "hbr", paragraph("Anders.")),
    )
    async with walking(shaped) as table:
        await table.press("f", key)
        assert table.walk.contents.rows.articles == numbers
        assert f"{numbers} article" in table.said
        await table.press("escape")
        assert table.walk.contents.rows.articles == 12


async def test_an_empty_filter_shows_everything_and_says_so():
    async with walking(agreement()) as table:
        await table.press("f", "u")
        assert table.said == "No article: held over"
        assert table.walk.contents.rows.articles == 12


async def test_an_article_that_leaves_the_filter_stays_in_sight():
    async with walking(in_meeting()) as table:
        await table.press("f", "o", "a")
        assert "✓ 1.1" in table.screen
        assert table.number() == "1.1"


@pytest.mark.parametrize("words", ["isoleert 200", "ISOLEREN", "3.1"])
async def test_search_finds_numbers_titles_and_texts(words):
    async with walking(agreement()) as table:
        await table.press("slash")
        await table.type(words)
        await table.pilot.pause()
        assert "1 article" in table.screen
        await table.press("enter")
        assert table.number() == "3.1"


async def test_search_minds_no_accents_and_can_be_left():
    async with walking(agreement()) as table:
        await table.press("ctrl+f")
        await table.type("buurtbehéér")
        await table.pilot.pause()
        assert table.number() == "4.1"
        await table.press("escape")
        assert table.number() == "1.1"
        assert table.walk.contents.rows.articles == 12


async def test_search_that_finds_nothing_says_so():
    async with walking(agreement()) as table:
        await table.press("slash")
        await table.type("zzz")
        await table.pilot.pause()
        assert "nothing found" in table.screen


async def test_the_room_sees_no_notes_and_no_half_typed_words():
    async with walking(in_meeting()) as table:
        await table.press("n")
        await table.enter("vertrouwelijk")
        assert "vertrouwelijk" in "\n".join(table.rows[:-2])
        await table.press("z")
        assert "vertrouwelijk" not in table.screen
        await table.press("n")
        await table.type("half woord")
        assert "half woord" not in table.screen
        assert "•••• •••••" in table.screen or "••••••••••" in table.screen
        await table.press("enter")
        assert table.said == "A note was written down"
        assert "half woord" not in table.screen
        await table.press("z")
        assert "Pause" in table.screen
        assert "Huurverhoging" not in table.screen
        await table.press("a")
        assert table.agreement.decision_on("a11") is None
        await table.press("z")
        assert "Huurverhoging" in table.screen


async def test_c_on_an_unchanged_article_says_so():
    async with walking(agreement()) as table:
        await table.press("c")
        assert table.said == "The text of this article has not changed"


async def test_the_final_text_comes_before_the_next_article_here_and_on_the_wall():
    changed = done(in_meeting(), ReviseText("a11", paragraph("De huren stijgen met 3%.")))
    async with walking(changed) as table:
        await table.press("a")
        assert "[gemiddeld 3,5%]" in table.screen
        await table.press("space")
        assert table.number() == "1.1"
        assert "[gemiddeld 3,5%]" not in table.screen
        assert table.said == "The text as it will read now"
        assert table.walk.where().wish is Wish.FINAL
        await table.press("space")
        assert table.number() == "1.2"
        await table.press("up", "space")
        assert table.number() == "1.2"

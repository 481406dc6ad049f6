"""Texts in full, and the menu behind the point."""

from __future__ import annotations

import pytest

from pa_tui.domain.decisions import Outcome, ProposalState
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits.arranging import SplitArticle
from pa_tui.edits.article import Propose
from pa_tui.edits.wording import ReviseText
from pa_tui.memory import MemoryStore
from screens.walk.editor import TextEditor
from tests.keys.walking import walking
from tests.samples import STARTERS, agreement, done, in_meeting


def words(table, key="a11"):
    return plain(table.agreement.articles[key].text)


async def edit(table, text):
    editor = table.app.screen
    assert isinstance(editor, TextEditor)
    editor.words.text = text
    await table.pilot.pause()


async def test_e_changes_the_words():
    async with walking(in_meeting()) as table:
        await table.press("e")
        assert "Text of 1.1" in table.screen
        assert "# Huurverhoging" in table.screen
        await edit(table, "# Huurverhoging\n\nDe huren stijgen gemiddeld 3%.")
        assert "[3,5%] 3%" in table.screen
        await table.press("f10")
        assert words(table) == "De huren stijgen gemiddeld 3%."
        assert table.agreement.decision_on("a11") is None
        assert "[3,5%] 3%" in table.screen
        assert table.said == "Text of 1.1 changed"


async def test_typing_and_ctrl_s_keep():
    async with walking(in_meeting()) as table:
        await table.press("e", "pagedown", "end")
        await table.type(" Echt.")
        await table.press("ctrl+s")
        assert words(table).endswith("Echt.")


async def test_the_title_stands_above_the_words():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await edit(table, "# Huren\n\nDe huren stijgen gemiddeld 3,5%.")
        await table.press("f10")
        assert table.agreement.articles["a11"].title == "Huren"
        assert table.agreement.articles["a11"].revised_from is None


async def test_w_decides_with_other_words_and_says_which():
    async with walking(in_meeting()) as table:
        await table.press("w")
        assert "Agree to 1.1 with other words" in table.screen
        await edit(table, "De huren stijgen gemiddeld 3%.")
        await table.press("f10")
        decision = table.agreement.decision_on("a11")
        assert decision.outcome is Outcome.AMENDED
        assert plain(decision.before) == "De huren stijgen gemiddeld 3,5%."
        assert table.said == "1.1 provisionally agreed with an amendment: “3,5%” becomes “3%”"
        assert "≈ 1.1" in table.screen


async def test_nothing_changed_is_nothing_decided():
    async with walking(in_meeting()) as table:
        await table.press("w", "f10")
        assert table.agreement.decision_on("a11") is None
        assert table.said == "Nothing was changed, so nothing was decided."


async def test_leaving_unchanged_is_at_once():
    async with walking(in_meeting()) as table:
        await table.press("e", "escape")
        assert "Text of 1.1" not in table.screen


async def test_leaving_changed_words_asks():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await edit(table, "Anders.")
        await table.press("escape")
        assert "These words are not kept yet" in table.screen
        await table.press("escape")
        assert isinstance(table.app.screen, TextEditor)
        await table.press("escape", "w")
        assert not isinstance(table.app.screen, TextEditor)
        assert words(table) == "De huren stijgen gemiddeld 3,5%."
        assert table.store.half_typed() == ()


async def test_words_in_the_editor_survive():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await edit(table, "Half getypt")
        kept = table.store.half_typed()
        assert [(h.purpose.split()[0], h.text) for h in kept] == [("text", "Half getypt")]
    store = MemoryStore(agreement())
    store.keep_half_typed("text", "a11", "Half getypt")
    async with walking(agreement(), store=store) as table:
        await table.press("enter")
        assert isinstance(table.app.screen, TextEditor)
        assert "Half getypt" in table.screen
        await table.press("f10", "x")
        assert words(table) == "Half getypt"
        assert store.half_typed() == ()


@pytest.mark.parametrize(("opens", "answer"), [("e", "m"), ("w", "m"), ("e", "o"), ("w", "o")])
async def test_half_typed_words_know_the_text_they_began_on(opens, answer):
    async with walking(in_meeting()) as table:
        await table.press(opens)
        await edit(table, "Mijn woorden.")
        (kept,) = table.store.half_typed()
    moved = done(in_meeting(), ReviseText("a11", paragraph("Andermans woorden.")))
    store = MemoryStore(moved)
    store.keep_half_typed(kept.purpose, "a11", kept.text)
    async with walking(moved, store=store) as table:
        await table.press("enter")
        assert isinstance(table.app.screen, TextEditor)
        assert "is another since these words were typed" in table.screen
        await table.press("f10")
        if opens == "e":
            await table.press("x")
        assert words(table) == "Andermans woorden."
        await table.press(answer)
        assert words(table) == ("Mijn woorden." if answer == "m" else "Andermans woorden.")
        assert store.half_typed() == ()


async def test_a_half_typed_proposal_goes_on_as_a_proposal():
    store = MemoryStore(in_meeting())
    store.keep_half_typed("proposal hbr", "a11", "Half voorstel")
    async with walking(in_meeting(), store=store) as table:
        await table.press("enter")
        assert isinstance(table.app.screen, TextEditor)
        await table.press("f10")
        (proposal,) = table.agreement.proposals.of("a11")
        assert (proposal.party, plain(proposal.text)) == ("hbr", "Half voorstel")
        assert store.half_typed() == ()


async def test_a_text_that_moved_meanwhile_is_not_overwritten():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await edit(table, "# Huurverhoging\n\nMijn woorden.")
        table.app.workspace.perform(ReviseText("a11", paragraph("Andermans woorden.")))
        await table.press("f10")
        assert words(table) == "Andermans woorden."
        assert isinstance(table.app.screen, TextEditor)
        assert "changed in another window" in table.screen
        assert "Andermans" in table.screen
        assert "Mijn" in table.screen
        await table.press("f10")
        assert words(table) == "Andermans woorden."
        assert table.shows("o keep the other text · m keep mine in its place")
        await table.press("escape", "f10", "m")
        assert words(table) == "Mijn woorden."


async def test_of_two_texts_the_other_can_be_kept():
    async with walking(in_meeting()) as table:
        await table.press("w")
        await edit(table, "Mijn woorden.")
        table.app.workspace.perform(ReviseText("a11", paragraph("Andermans woorden.")))
        await table.press("f10", "f10", "o")
        assert not isinstance(table.app.screen, TextEditor)
        assert words(table) == "Andermans woorden."
        assert table.agreement.decision_on("a11") is None
        assert table.store.half_typed() == ()


async def test_typing_begins_under_the_title():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await table.type("Dus: ")
        await table.press("f10")
        assert words(table) == "Dus: De huren stijgen gemiddeld 3,5%."
        assert table.agreement.articles["a11"].title == "Huurverhoging"


async def test_a_new_article_begins_with_its_title():
    async with walking(agreement()) as table:
        await table.press("full_stop", "n")
        await table.type("Nieuw")
        await table.press("f10")
        assert table.agreement.articles[table.walk.here].title == "Nieuw"


async def test_a_first_line_that_lost_its_sign_is_asked_about():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await edit(table, "Huren\n\nDe huren stijgen gemiddeld 3%.")
        await table.press("f10")
        assert isinstance(table.app.screen, TextEditor)
        await table.press("t")
        assert table.agreement.articles["a11"].title == "Huren"
        assert words(table) == "De huren stijgen gemiddeld 3%."


async def test_another_text_says_whose_agreement_lapses():
    async with walking(in_meeting()) as table:
        await table.press("1", "a", "4", "a", "2", "v", "a", "enter", "e")
        await table.type("Dus: ")
        await table.press("f10")
        await table.pilot.pause()
        assert table.said == "Text of 1.1 changed; the agreement of Gemeente and HBR lapses"
        await table.press("u")
        assert "lapses" not in table.said


async def test_the_words_have_the_keys_after_a_small_window():
    async with walking(in_meeting()) as table:
        await table.press("e")
        await table.pilot.resize_terminal(60, 20)
        await table.pilot.pause()
        await table.pilot.resize_terminal(120, 40)
        await table.pilot.pause()
        await table.type("Nu ")
        assert "Nu De huren" in table.app.screen.words.text


async def test_pasted_control_characters_do_not_come_in():
    from textual.events import Paste

    async with walking(in_meeting()) as table:
        await table.press("e")
        editor = table.app.screen
        editor.words.post_message(Paste("schoon\x1b[2J\x07"))
        await table.pilot.pause()
        assert "\x1b" not in editor.words.text
        assert "schoon" in editor.words.text


# -- the menu --------------------------------------------------------------------------------


async def test_the_point_shows_the_menu():
    async with walking(in_meeting(), (80, 24)) as table:
        await table.press("full_stop")
        for option in ("v dropped", "r regular work", "m details follow", "d parts"):
            assert option in table.screen
        await table.press("escape")
        assert "v dropped" not in table.screen
        assert "a w v l b" in table.rows[-1]


async def test_dropped_with_a_reason():
    async with walking(in_meeting()) as table:
        await table.press("full_stop", "v", "u", "enter")
        decision = table.agreement.decision_on("a11")
        assert (decision.outcome, decision.reason) == (Outcome.DROPPED, "uitgevoerd")
        assert "× 1.1" in table.screen


async def test_regular_work():
    async with walking(in_meeting()) as table:
        await table.press("full_stop", "r", "enter")
        assert table.agreement.decision_on("a11").outcome is Outcome.REGULAR


async def test_details_follow():
    async with walking(in_meeting()) as table:
        await table.press("full_stop", "m")
        await table.enter("het aantal, Beekwonen voor 1 november")
        decision = table.agreement.decision_on("a11")
        assert decision.outcome is Outcome.PRO_MEMORIE
        assert decision.reason == "Beekwonen"
        assert decision.until_date.isoformat() == "2026-10-31"


async def test_key_agreement_on_and_off():
    async with walking(agreement()) as table:
        await table.press("full_stop", "k")
        assert table.agreement.articles["a11"].key_agreement
        assert "key agreement" in table.rows[1]
        await table.press("full_stop", "k")
        assert not table.agreement.articles["a11"].key_agreement


async def test_park():
    async with walking(agreement()) as table:
        await table.press("full_stop", "p")
        await table.enter("wachtlijsten")
        assert [p.text for p in table.agreement.parked.of("a11")] == ["wachtlijsten"]


async def test_split():
    async with walking(agreement()) as table:
        await table.press("down", "full_stop", "s")
        await table.type("2")
        assert "De gemeente en Beekwonen bespreken" in "\n".join(table.rows[-2:])
        await table.press("enter")
        assert words(table, "a12") == STARTERS
        assert "1.2a" in table.screen


async def test_merge():
    async with walking(agreement()) as table:
        await table.press("full_stop", "g")
        await table.enter("1.4")
        assert words(table).endswith("Wij denken na over de woonlasten.")
        assert table.agreement.articles["a14"].removed
        assert "× 1.4" in table.screen


async def test_a_number_that_is_not_there_moves_and_merges_nothing():
    async with walking(agreement()) as table:
        for key, typed in (("g", "9.9"), ("o", "9.9"), ("g", "1.1"), ("o", "")):
            before = table.agreement
            await table.press("full_stop", key)
            await table.enter(typed)
            assert table.agreement is before
            assert table.walk.foot.is_typing
            await table.press("escape")


async def test_move():
    async with walking(agreement()) as table:
        await table.press("full_stop", "o")
        await table.enter("2.1")
        assert table.agreement.articles["a11"].theme == "t2"
        assert table.number() == "1.1"


async def test_a_new_article_comes_behind_and_is_shown():
    async with walking(agreement()) as table:
        await table.press("full_stop", "n")
        await edit(table, "# Nieuw\n\nHBR krijgt een eigen ruimte.")
        await table.press("f10")
        assert table.number() == "1.1a"
        assert table.shows("Nieuw")
        assert words(table, table.walk.here) == "HBR krijgt een eigen ruimte."


async def test_a_proposal_and_what_becomes_of_it():
    async with walking(in_meeting()) as table:
        await table.press("full_stop", "t", "n", "4")
        assert "HBR proposes for 1.1" in table.screen
        await edit(table, "De huren blijven gelijk.")
        await table.press("f10")
        (proposal,) = table.agreement.proposals.of("a11")
        assert (proposal.party, plain(proposal.text)) == ("hbr", "De huren blijven gelijk.")
        assert words(table) == "De huren stijgen gemiddeld 3,5%."
        assert table.shows("1 HBR: De huren blijven")
        await table.press("full_stop", "t", "w")
        await table.enter("past niet bij het bod")
        (proposal,) = table.agreement.proposals.of("a11")
        assert proposal.state is ProposalState.DECLINED


async def test_taking_a_proposal_over():
    proposed = done(in_meeting(), Propose("a11", "hbr", paragraph("De huren blijven gelijk.")))
    async with walking(proposed) as table:
        await table.press("full_stop", "t", "o")
        assert words(table) == "De huren blijven gelijk."


async def test_suggestions_are_confirmed():
    async with walking(agreement()) as table:
        await table.press("down", "y")
        parts = table.agreement.commitments_of("a12")
        assert all(lead.state.value == "confirmed" for part in parts for lead in part.leads)


async def test_a_part_is_cut_off_and_joined():
    async with walking(agreement()) as table:
        await table.press("full_stop", "d", "k")
        await table.enter("gemiddeld 3,5%")
        assert len(table.agreement.commitments_of("a11")) == 2
        assert "part 1 of 2" in table.screen
        await table.press("full_stop", "d", "s")
        assert len(table.agreement.commitments_of("a11")) == 1


async def test_renumbering_is_asked_and_is_one_act():
    split = done(agreement(), SplitArticle("1.3", 2))
    async with walking(split) as table:
        numbers = [line.number for line in table.agreement.lines.values()]
        assert "1.3a" in numbers
        await table.press("full_stop", "N", "escape")
        assert [line.number for line in table.agreement.lines.values()] == numbers
        await table.press("full_stop", "N", "enter")
        renumbered = [line.number for line in table.agreement.lines.values()]
        assert "1.3a" not in renumbered
        assert "1.5" in renumbered
        await table.press("u")
        assert [line.number for line in table.agreement.lines.values()] == numbers

"""Texts in full."""

from __future__ import annotations

import pytest

from pa_tui.domain.decisions import Outcome
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits.wording import ReviseText
from pa_tui.memory import MemoryStore
from screens.walk.editor import TextEditor
from tests.keys.walking import walking
from tests.samples import agreement, done, in_meeting


def words(table, key="a11"):
    return plain(table.agreement.articles[key].text)


async def edit(table, text, title=None):
    editor = table.app.screen
    assert isinstance(editor, TextEditor)
    editor.words.text = text
    if title is not None:
        editor.heading.text = title
    await table.pilot.pause()


async def test_e_changes_the_words():
    async with walking(in_meeting()) as table:
        await table.press("e")
        assert "Text of 1.1" in table.screen
        assert table.shows("│ Huurverhoging")
        assert "#" not in table.screen
        await edit(table, "De huren stijgen gemiddeld 3%.")
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
        await edit(table, "De huren stijgen gemiddeld 3,5%.", title="Huren")
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
        assert [(h.purpose.split()[0], h.text) for h in kept] == [
            ("text", "# Huurverhoging\n\nHalf getypt")
        ]
    store = MemoryStore(agreement())
    store.keep_half_typed("text", "a11", "Half getypt")
    async with walking(agreement(), store=store) as table:
        await table.press("enter")
        assert isinstance(table.app.screen, TextEditor)
        assert "Half getypt" in table.screen
        await table.press("f10")
        assert words(table) == "Half getypt"
        assert table.agreement.articles["a11"].title == "Huurverhoging"
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
        await edit(table, "Mijn woorden.")
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


async def test_keys_go_from_the_title_to_the_words_and_back():
    async with walking(agreement()) as table:
        await table.press("full_stop", "n")
        await table.type("Ruimte")
        await table.press("enter")
        await table.type("HBR krijgt een ruimte.")
        await table.press("up")
        await table.type(" eigen")
        await table.press("down", "end")
        await table.type(" Echt.")
        (kept,) = table.store.half_typed()
        assert kept.text.startswith("# ")
        await table.press("f10")
        article = table.agreement.articles[table.walk.here]
        assert article.title == "Ruimte eigen"
        assert words(table, article.id).endswith("HBR krijgt een ruimte. Echt.")


async def test_an_article_without_a_title_opens_on_its_words():
    async with walking(agreement()) as table:
        bare = next(a for a in table.agreement.articles.values() if not a.title and a.text)
        table.walk.go(bare.id)
        await table.press("e")
        assert "#" not in table.screen
        assert table.app.screen.words.has_focus
        assert table.app.screen.heading.text == ""
        await table.press("escape")
        assert not isinstance(table.app.screen, TextEditor)


async def test_other_words_of_an_amendment_have_no_title():
    async with walking(in_meeting()) as table:
        await table.press("w", "up", "shift+tab")
        assert table.app.screen.words.has_focus
        assert not table.shows("Huurverhoging")


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

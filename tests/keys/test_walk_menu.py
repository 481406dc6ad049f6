"""The menu behind the point, and what it opens."""

from __future__ import annotations

from pa_tui.domain.decisions import Outcome, ProposalState
from pa_tui.domain.parties import State
from pa_tui.domain.text import paragraph, plain
from pa_tui.edits.arranging import SplitArticle
from pa_tui.edits.article import Propose
from tests.keys.test_walk_texts import edit, words
from tests.keys.walking import walking
from tests.samples import STARTERS, agreement, done, in_meeting


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
        assert (decision.text, decision.reason) == ("het aantal, Beekwonen", "")
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


async def test_paragraphs_have_numbers_while_a_split_is_asked():
    async with walking(agreement()) as table:
        table.walk.go("a12")
        blocks = table.agreement.articles["a12"].text
        assert len(blocks) > 1
        await table.press("full_stop", "s")
        first = " ".join(plain(blocks[1:2]).split()[:2])
        assert table.shows(f"2 {first}")
        await table.enter("9")
        assert table.shows(f"2 {first}")
        await table.press("escape")
        assert not table.shows(f"2 {first}")
        await table.press("full_stop", "s")
        await table.enter("2")
        assert not table.shows(f"1 {' '.join(plain(blocks[:1]).split()[:2])}")


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
        await edit(table, "HBR krijgt een eigen ruimte.", title="Nieuw")
        await table.press("f10")
        assert table.number() == "1.1a"
        assert table.shows("Nieuw")
        assert words(table, table.walk.here) == "HBR krijgt een eigen ruimte."


async def test_a_new_article_comes_with_what_its_words_suggest():
    async with walking(agreement()) as table:
        await table.press("full_stop", "n")
        await edit(table, "Beekwonen start in T2 2027 met 12 woningen.", title="Starters")
        await table.press("f10")
        (part,) = table.agreement.commitments_of(table.walk.here)
        assert [(lead.party, lead.state) for lead in part.leads] == [
            ("beekwonen", State.SUGGESTED)
        ]
        assert [timing.text for timing in part.timings] == ["in T2 2027"]
        assert table.shows("Beekwonen?") or table.shows("Lead Beekwonen")
        await table.press("y")
        (part,) = table.agreement.commitments_of(table.walk.here)
        assert part.leads[0].state is State.CONFIRMED


async def test_a_proposal_and_what_becomes_of_it():
    async with walking(in_meeting()) as table:
        await table.press("full_stop", "t", "n", "4")
        assert "HBR proposes for 1.1" in table.screen
        await edit(table, "De huren blijven gelijk.")
        await table.press("f10")
        (proposal,) = table.agreement.proposals.of("a11")
        assert (proposal.party, plain(proposal.text)) == ("hbr", "De huren blijven gelijk.")
        assert words(table) == "De huren stijgen gemiddeld 3,5%."
        assert table.shows("1 HBR: De huren [stijgen")
        assert table.shows("blijven gelijk.")
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


async def test_a_key_that_is_no_answer_is_told_as_such():
    async with walking(agreement()) as table:
        await table.press("full_stop", "N", "ctrl+r")
        assert "ctrl+r" in "\n".join(table.rows[-3:])
        assert table.shows("enter renumber")
        await table.press("escape")
        assert "ctrl+r" not in "\n".join(table.rows[-3:])

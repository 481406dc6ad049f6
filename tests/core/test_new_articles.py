"""An article that is made of new words or split off comes with what its words suggest."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.parties import State
from pa_tui.edits import AddArticle, ReviseText, SetLead, SplitArticle, apply
from pa_tui.edits.base import Edit
from pa_tui.reading.suggesting import with_suggestions
from tests import samples

STARTERS = samples.paragraph("Beekwonen wijst in T2 2027 12 woningen toe aan starters.")
RENTS = samples.paragraph(
    "De Goede Haard levert voor 1 oktober 2027 een overzicht van de huren."
)
SILENT = samples.paragraph("Het gaat om woningen in het centrum.")


def after(agreement: Agreement, *acts: Edit) -> Agreement:
    for act in acts:
        fresh = samples.moment(len(agreement.articles) * 100 + len(agreement.commitments))
        agreement = apply(act, agreement, fresh).agreement
    return agreement


def known(agreement: Agreement, number: str) -> list[tuple[set[str], list[str]]]:
    """Who leads and when, of each part of an article."""
    parts = agreement.commitments_of(agreement.article_named(number).id)
    return [({x.party for x in p.leads}, [t.text for t in p.timings]) for p in parts]


def split(agreement: Agreement, at: int = 2) -> Agreement:
    return after(agreement, with_suggestions(SplitArticle("1.1", at), agreement))


def with_text(*blocks: samples.Block, lead: str = "rietbeek") -> Agreement:
    """The sample with other words in 1.1, that one party confirmed to lead as a whole."""
    start = samples.agreement()
    (part,) = start.commitments_of("a11")
    assert part.words == ""
    return after(start, ReviseText("1.1", blocks), SetLead("1.1", (lead,)))


def test_the_words_of_a_new_article_suggest_its_parts() -> None:
    start = samples.agreement()
    edit = with_suggestions(AddArticle("1", (STARTERS, RENTS), after="1.1"), start)
    new = after(start, edit)
    assert known(new, "1.1a") == [
        ({"beekwonen"}, ["in T2 2027"]),
        ({"goede-haard"}, ["voor 1 oktober 2027"]),
    ]
    parts = new.commitments_of(new.article_named("1.1a").id)
    assert [part.quantities[0].text for part in parts if part.quantities] == ["12 woningen"]
    assert {x.state for p in parts for x in (*p.leads, *p.timings)} == {State.SUGGESTED}
    assert [part.rank for part in parts] == sorted({part.rank for part in parts})
    assert len({part.id for part in parts}) == 2


def test_the_heading_a_new_article_comes_under_names_who_leads() -> None:
    words = (samples.paragraph("Start in 2027 met inloopspreekuren."),)
    start = after(
        samples.agreement(),
        AddArticle("1", words, after="1.1", group="Prestaties Beekwonen 2027"),
    )
    edit = with_suggestions(AddArticle("1", words, after="1.1a"), start)
    assert {lead.party for part in edit.parts for lead in part.leads} == {"beekwonen"}


def test_an_article_of_a_title_alone_has_one_part() -> None:
    start = samples.agreement()
    new = after(start, with_suggestions(AddArticle("1", (), "Starters", "1.1"), start))
    assert known(new, "1.1a") == [(set(), [])]


def test_an_act_without_suggestions_makes_one_part() -> None:
    new = after(samples.agreement(), AddArticle("1", (STARTERS,), after="1.1"))
    assert known(new, "1.1a") == [(set(), [])]


def test_a_piece_that_is_split_off_says_itself_who_and_when() -> None:
    new = split(with_text(STARTERS, RENTS))
    assert known(new, "1.1a") == [({"goede-haard"}, ["voor 1 oktober 2027"])]
    assert known(new, "1.1")[0][0] == {"rietbeek"}


def test_what_a_piece_leaves_unsaid_is_asked_as_it_was_known_of_the_whole() -> None:
    new = split(with_text(STARTERS, SILENT))
    assert known(new, "1.1a")[0][0] == {"rietbeek"}
    (part,) = new.commitments_of(new.article_named("1.1a").id)
    assert {lead.state for lead in part.leads} == {State.SUGGESTED}


def test_parts_with_words_go_along_as_they_are() -> None:
    start = samples.agreement()
    start = after(
        start, with_suggestions(AddArticle("1", (STARTERS, RENTS), after="1.1"), start)
    )
    start = after(start, SetLead("1.1a", ("hbr",), part=2))
    before = start.commitments_of(start.article_named("1.1a").id)[1]
    new = after(start, with_suggestions(SplitArticle("1.1a", 2), start))
    (part,) = new.commitments_of(new.article_named("1.1b").id)
    assert part == replace(before, article=part.article)
    assert known(new, "1.1a") == [({"beekwonen"}, ["in T2 2027"])]

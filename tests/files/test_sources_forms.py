"""One agreement in every form reads the same."""

from __future__ import annotations

import itertools

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.changes import Change
from pa_tui.domain.parties import Role
from pa_tui.domain.text import AnchorKind, BlockKind, anchors_of, plain
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.kind import DocumentKind
from storage.sources import read_document
from tests.files import rietbeek


def write(tmp_path, form):
    path = tmp_path / f"rietbeek.{'docx' if form in ('styled', 'look', 'tables') else form}"
    if form == "md":
        path.write_text(rietbeek.as_markdown(), encoding="utf-8")
    elif form == "txt":
        path.write_text(rietbeek.as_extracted_text(), encoding="utf-8")
    else:
        rietbeek.as_word(path, styled=form != "look", tables=form == "tables")
    return path


def read(path, **options):
    count = itertools.count()
    return read_agreement(read_document(path), mint=lambda: f"id{next(count)}", **options)


def agreement_of(reading) -> Agreement:
    entities = [reading.facts, *reading.entities]
    return Agreement().with_changes([Change(e.KIND, e.id, "", None, e) for e in entities])


FORMS = ("styled", "look", "tables", "md", "txt")


@pytest.fixture(params=FORMS)
def agreement(request, tmp_path):
    reading = read(write(tmp_path, request.param))
    assert reading.kind is DocumentKind.AGREEMENT
    return agreement_of(reading)


def numbered(agreement, number):
    return agreement.article_named(number)


def test_every_agreement_is_found_under_its_number(agreement):
    themes = agreement.ordered_themes
    found = [line.number for theme in themes for line in agreement.lines_of(theme.id)]
    assert found == rietbeek.NUMBERS


def test_every_agreement_keeps_its_words(agreement):
    words = {n: t for k, n, t in rietbeek.MATTER if k == "n"}
    for number, text in words.items():
        assert plain(numbered(agreement, number).text).startswith(text)


def test_agreements_stand_in_their_themes(agreement):
    themes = [(theme.number, theme.title) for theme in agreement.ordered_themes]
    assert themes == [("3", "Samenwerking"), ("4.1", "Betaalbaarheid"), ("4.2", "Duurzaamheid")]
    held = [
        [line.number for line in agreement.lines_of(t.id)] for t in agreement.ordered_themes
    ]
    assert held == [["1", "2"], ["3", "4", "5"], ["6", "7"]]


def test_headings_over_agreements_are_their_groups(agreement):
    groups = [numbered(agreement, number).group for number in rietbeek.NUMBERS]
    joint = "Gezamenlijke prestaties 2027"
    gemeente, corporation = "Prestaties gemeente 2027", "Prestaties Beekwonen 2027"
    assert groups == ["", "", joint, joint, gemeente, corporation, corporation]


def test_background_is_context_of_its_theme(agreement):
    second, third = agreement.ordered_themes[1:]
    assert [p.title for p in second.context if p.text] == ["Doel"]
    assert "laag inkomen" in plain(second.context[0].text)
    assert "weinig vraagt" in plain(third.context[0].text)


def test_bullets_sub_items_and_tables_keep_their_shape(agreement):
    kinds = {n: [b.kind for b in numbered(agreement, n).text] for n in ("3", "6", "7")}
    assert kinds["3"].count(BlockKind.BULLET) == 2
    assert [b.mark for b in numbered(agreement, "6").text if b.mark] == ["a", "b"]
    table = numbered(agreement, "7").text[-1]
    assert table.kind is BlockKind.TABLE
    assert [[cell.text for cell in row] for row in table.cells][1] == ["Noord", "12", "2027"]


def test_a_reference_points_at_its_agreement(agreement):
    anchors = list(anchors_of(numbered(agreement, "4").text))
    assert [(a.kind, a.target, a.shown) for a in anchors] == [
        (AnchorKind.ARTICLE, numbered(agreement, "6").id, "6")
    ]


def test_the_parties_and_who_signs_for_them(agreement):
    found = {p.id: (p.role, p.signatory.name) for p in agreement.ordered_parties}
    assert found == {
        "rietbeek": (Role.MUNICIPALITY, "Mevr. L. van der Beek"),
        "beekwonen": (Role.CORPORATION, "Dhr. T. Haverkort"),
        "hbr": (Role.TENANTS, "Mevr. A. de Wit"),
    }


def test_place_day_year_and_title(agreement):
    facts = agreement.about
    assert (facts.title, facts.year) == (rietbeek.TITLE, 2027)
    assert (facts.place, facts.signature_date.isoformat()) == ("Rietbeek", "2026-12-14")


def test_the_annex_counts_its_points_and_makes_no_agreements(agreement):
    (annex,) = agreement.annexes.values()
    assert (annex.title, annex.items) == (rietbeek.ANNEX, 2)


def test_front_matter_comes_before_the_themes(agreement):
    titles = [section.title for section in agreement.sections.values()]
    assert "Inleiding" in titles
    assert "Rollen" in titles


def test_no_words_are_lost(agreement):
    said = " ".join(
        [
            *(plain(a.text) for a in agreement.articles.values()),
            *(plain(s.text) for s in agreement.sections.values()),
            *(plain(a.text) for a in agreement.annexes.values()),
            *(u.text for u in agreement.unread.values()),
            *(plain(p.text) for t in agreement.themes.values() for p in t.context),
        ]
    ).replace("\n", " ")
    for kind, _, text in rietbeek.MATTER:
        if kind in "pnsb":
            assert text in said

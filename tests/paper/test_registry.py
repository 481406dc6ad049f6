"""Papers by name, with the names of their files."""

from __future__ import annotations

import pytest

from exports import FORMS
from pa_tui.domain.agreement import Agreement
from pa_tui.errors import NotAllowed
from pa_tui.papers.blocks import Change, Paper
from pa_tui.papers.registry import PAPERS, Wish, slug
from tests.paper.agreements import AT, draft_agreement
from tests.paper.decided import decided_agreement


@pytest.mark.parametrize("name", sorted(PAPERS))
def test_each_paper_is_made_and_has_forms_that_exist(name: str) -> None:
    kind = PAPERS[name]
    assert kind.make(decided_agreement(), Wish(AT, "2", since=draft_agreement())).blocks
    assert set(kind.forms) <= set(FORMS)


def test_file_names() -> None:
    agreement = decided_agreement()
    wish = Wish(AT, "2")
    file_name = PAPERS["minutes"].file_name
    title = "prestatieafspraken-rietbeek-2027"
    assert file_name(agreement, wish) == f"{title}-verslag-wg2-2026-09-15.docx"
    assert (
        file_name(agreement, wish, "md", "Rietbeek 2027 (werk)")
        == "Rietbeek-2027-werk-verslag-wg2-2026-09-15.md"
    )
    draft = PAPERS["draft"]
    assert draft.file_name(agreement, wish, of="rietbeek") == "rietbeek-concept-1.docx"
    assert draft.file_name(Agreement(), wish) == "afspraken-concept.docx"
    since = Wish(AT, since_name="Concept 1")
    assert (
        PAPERS["redline"].file_name(agreement, since, of="r")
        == "r-concept-1-wijzigingen-sinds-concept-1.docx"
    )
    assert PAPERS["markdown"].file_name(agreement, wish, of="r") == "r.md"


def test_names_fit_any_system() -> None:
    assert slug("Súdwest-Fryslân: a/b\\c? * 2027") == "sudwest-fryslan-a-b-c-2027"
    assert len(slug("x" * 300)) == 80


def test_changes_need_an_older_version() -> None:
    with pytest.raises(NotAllowed, match="--since"):
        PAPERS["redline"].make(decided_agreement(), Wish(AT))


def test_minutes_of_no_meeting() -> None:
    with pytest.raises(NotAllowed):
        PAPERS["minutes"].make(Agreement(), Wish(AT))


def test_open_points_stand_beside_the_changes_and_are_none() -> None:
    old, new = draft_agreement(), decided_agreement()
    bare = PAPERS["redline"].make(new, Wish(AT, since=old))
    remarked = PAPERS["redline"].make(new, Wish(AT, since=old, comments=True))
    changes = [sum(isinstance(b, Change) for b in p.blocks) for p in (bare, remarked)]
    assert changes[0] == changes[1] > 0
    assert _remarks(remarked) > 3
    assert _remarks(bare) == 0


def _remarks(paper: Paper) -> int:
    own = (b.after if isinstance(b, Change) else b for b in paper.blocks)
    return sum(len(getattr(block, "comments", ())) for block in own)

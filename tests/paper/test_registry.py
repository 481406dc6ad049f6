"""Papers by name, with the names of their files."""

from __future__ import annotations

import pytest

from exports import FORMS
from pa_tui.domain.agreement import Agreement
from pa_tui.errors import NotAllowed, NotFound
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
    assert PAPERS["minutes"].file_name(agreement, wish) == "verslag-wg2-2026-09-15.docx"
    assert PAPERS["minutes"].file_name(agreement, wish, "md") == "verslag-wg2-2026-09-15.md"
    assert (
        PAPERS["draft"].file_name(agreement, wish)
        == "prestatieafspraken-rietbeek-2027-concept-1.docx"
    )
    assert PAPERS["draft"].file_name(Agreement(), wish) == "prestatieafspraken-concept.docx"


def test_names_fit_any_system() -> None:
    assert slug("Súdwest-Fryslân: a/b\\c? * 2027") == "sudwest-fryslan-a-b-c-2027"
    assert len(slug("x" * 300)) == 80


def test_changes_need_an_older_version() -> None:
    with pytest.raises(NotAllowed, match="--since"):
        PAPERS["redline"].make(decided_agreement(), Wish(AT))


def test_minutes_of_no_meeting() -> None:
    with pytest.raises(NotFound):
        PAPERS["minutes"].make(Agreement(), Wish(AT))

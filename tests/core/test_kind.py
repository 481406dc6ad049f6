"""What a document is, before anything in it is read as an agreement."""

from __future__ import annotations

import pytest

from pa_tui.reading.kind import DocumentKind, kind_of


@pytest.mark.parametrize(
    ("texts", "articles", "kind"),
    [
        (["Prestatieafspraken Rietbeek 2027", "1.1 Iets."], 1, DocumentKind.AGREEMENT),
        (["De gemeente en de woningcorporatie spreken af"], 1, DocumentKind.AGREEMENT),
        (["Huurders en gemeente", "Artikel 1"], 3, DocumentKind.AGREEMENT),
        (["Licence for the use of a work", "1. Definitions"], 15, DocumentKind.UNKNOWN),
        (["Reglement van de tennisvereniging", "Artikel 1 De leden"], 9, DocumentKind.UNKNOWN),
        (["Reglement van de gemeente over honden", "Artikel 1"], 4, DocumentKind.UNKNOWN),
        (["Persbericht", "Prestatieafspraken getekend"], 2, DocumentKind.PRESS_RELEASE),
        (["Prestatieafspraken 2027", "Inleiding"], 0, DocumentKind.OPENING),
        (["Boodschappen"], 0, DocumentKind.UNKNOWN),
    ],
)
def test_the_kind_of_a_document(texts: list[str], articles: int, kind: DocumentKind) -> None:
    assert kind_of(texts, articles) is kind

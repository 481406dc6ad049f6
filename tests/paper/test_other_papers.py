"""Annotated agenda, cover note, version for members and council notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from exports import rendered
from pa_tui.domain.agreement import Agreement, AgreementStatus
from pa_tui.domain.articles import LastYear
from pa_tui.domain.meetings import MeetingKind, Note
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.papers.blocks import Heading, Paper, Signatures, said
from pa_tui.papers.notice import EMBARGO
from pa_tui.papers.plainwords import abbreviations
from pa_tui.papers.registry import PAPERS, Wish
from tests.paper.agreements import AT, draft_agreement, with_lines, words
from tests.paper.decided import decided_agreement

NAMES = ("agenda", "cover", "plain", "notice")
PERSONS = ("M. Terpstra", "A. de Groot", "J. Smit", "P. Geheim")


def made(name: str, agreement: Agreement) -> Paper:
    return PAPERS[name].make(agreement, Wish(AT))


def text(name: str, agreement: Agreement | None = None) -> str:
    return rendered(made(name, agreement or decided_agreement()), "md").decode()


def headings(paper: Paper) -> list[str]:
    return [said(b.runs) for b in paper.blocks if isinstance(b, Heading)]


def with_article(agreement: Agreement, key: str, **fields: object) -> Agreement:
    own = replace(agreement.articles[key], **fields)  # type: ignore[arg-type]
    return with_lines(replace(agreement, articles=agreement.articles.put(own)))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_internal_and_nobody_by_name(name: str) -> None:
    agreement = decided_agreement()
    note = Note("n9", "a-2-5", "GEHEIM", internal=True)
    told = text(name, replace(agreement, notes=agreement.notes.put(note)))
    assert "GEHEIM" not in told
    before_actions = told.partition("## Openstaande acties")[0]
    assert not [person for person in PERSONS if person in before_actions]


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_made_of_nothing(name: str) -> None:
    assert made(name, Agreement()).blocks
    assert made(name, draft_agreement()).blocks


@pytest.mark.parametrize("name", ["cover", "plain", "notice"])
def test_positions_stay_at_the_table(name: str) -> None:
    told = text(name)
    for party in ("HBR", "Beekwonen", "De Goede Haard"):
        for stance in ("voorbehoud", "niet akkoord", "komt terug", "nog geen standpunt"):
            assert f"{party}: {stance}" not in told
    assert "raadpleging van de achterban" not in told


@pytest.mark.parametrize("name", NAMES)
def test_levels_never_skip_one(name: str) -> None:
    before = 0
    for block in made(name, decided_agreement()).blocks:
        if isinstance(block, Heading):
            assert block.level <= before + 1
            before = block.level


# -- the agenda ---------------------------------------------------------------------------


def test_the_agenda_puts_what_is_known_beside_the_question() -> None:
    agreement = with_article(
        decided_agreement(),
        "a-2-5",
        bid="Twaalf woningen.",
        last_year=LastYear("2.4", "oud", "", "vertraagd door de vergunning"),
    )
    board = replace(agreement.meetings["wg3"], kind=MeetingKind.ADMINISTRATIVE)
    told = text("agenda", replace(agreement, meetings=agreement.meetings.put(board)))
    point = told[told.index("2.5") :]
    assert "**Vorig jaar:** 2.4 · vertraagd door de vergunning" in point
    assert "**Bod:** Twaalf woningen." in point
    assert "Nemen partijen een tekstvoorstel over, geheel of deels?" in point
    assert "Gemeente: De start is op 1 maart 2027." in point
    assert "HBR: voorbehoud bij het aantal woningen" in told
    assert "Wat is nodig om het voorbehoud van HBR op te heffen?" in told


def test_the_agenda_of_a_working_group_says_what_goes_up() -> None:
    told = text("agenda", decided_agreement())
    assert "Niet op deze agenda" in told
    assert "Naar het bestuurlijk overleg: 2.5 en 3.4." in told.replace("\\", "")


def test_untouched_articles_are_for_one_breath() -> None:
    told = text("agenda", draft_agreement())
    assert "De afspraken 1.1 tot en met 1.10" in told or "kunnen en bloc" in told
    assert "Er zijn geen bespreekpunten." in told


def test_the_agenda_is_that_of_the_next_meeting_and_not_for_all() -> None:
    paper = made("agenda", decided_agreement())
    assert paper.title.startswith("Geannoteerde agenda werkgroep 3")
    assert "niet verspreiden" in said(paper.header)


# -- the cover note -------------------------------------------------------------------------


def test_the_cover_note_asks_about_disputes_first() -> None:
    told = text("cover")
    assert "1. Een besluit te nemen over afspraak 2.5, waarover partijen het niet" in told
    assert "2. De afspraken 2.3, 3.4 en 4.5 tot en met 4.7 te bespreken." in told
    assert "3. De overige prestatieafspraken 2027 vast te stellen, onder voorbehoud" in told
    assert "**Waar het om gaat:** de startdatum." in told
    assert "| Tekstvoorstel Beekwonen | De start is in het najaar van 2027. |" in told
    assert "**Vervalt:** 1.6." in told
    assert "**Naar regulier werk:** 3.2." in told
    assert "14 december 2026" in told


def test_what_not_all_agree_to_is_no_formality() -> None:
    told = text("cover")
    talk, formal = told.index("## 3 Ter bespreking"), told.index("## 4 Hamerstukken")
    assert "**Besloten, maar nog niet met alle partijen akkoord:** 2.3." in told[talk:formal]
    unheard = "**Nog niet alle partijen hebben zich uitgesproken over:** 4.5 tot en met 4.7."
    assert unheard in told[talk:formal]
    assert "2.3," not in told[formal : told.index("## 5 Wat nog volgt")]
    assert "Er zijn geen bespreekpunten" not in told
    assert "aantal, uiterlijk 1 november 2026." in told


def test_every_article_has_its_place_on_the_cover_note() -> None:
    agreement = decided_agreement()
    found = said_numbers(text("cover", agreement))
    assert {line.number for line in agreement.lines.values()} <= found


def said_numbers(told: str) -> set[str]:
    import re

    found = set(re.findall(r"\d+\.\d+", told))
    for first, last in re.findall(r"(\d+\.\d+) tot en met (\d+\.\d+)", told):
        theme, low = first.split(".")
        found |= {f"{theme}.{n}" for n in range(int(low), int(last.split(".")[1]) + 1)}
    return found


# -- the version for members ----------------------------------------------------------------


def test_members_get_one_question_for_each_article() -> None:
    paper = made("plain", decided_agreement())
    told = rendered(paper, "md").decode()
    assert told.count("Bent u het hiermee eens?") == 38
    assert "**Eerst stond er:** De Goede Haard stelt uiterlijk 1 oktober 2027" in told
    assert "**Wie doet dit?** Beekwonen." in told
    assert "vóór of op 12 oktober 2026" in told
    assert "1.6 " in told[told.index("Dit vervalt") :]
    assert paper.large


def test_members_read_what_goes_on_elsewhere_and_no_day_that_has_passed() -> None:
    told = text("plain")
    assert "3.2 " in told[told.index("# Dit gaat gewoon door") : told.index("# Dit vervalt")]
    late = PAPERS["plain"].make(decided_agreement(), Wish(AT + timedelta(days=60)))
    said_late = rendered(late, "md").decode()
    assert "vóór of op" not in said_late
    assert "Uw antwoord krijgen wij graag" in said_late


def test_large_type_is_larger() -> None:
    import io
    import zipfile

    paper = made("plain", decided_agreement())
    sizes = []
    for own in (paper, replace(paper, large=False)):
        with zipfile.ZipFile(io.BytesIO(rendered(own, "docx"))) as file:
            styles = file.read("word/styles.xml").decode()
        sizes.append(int(styles.partition('<w:sz w:val="')[2].partition('"')[0]))
    assert sizes == [26, 20]


def test_abbreviations_are_explained_as_the_text_does() -> None:
    agreement = with_article(
        draft_agreement(),
        "a-1-2",
        text=words("Het Rietbeeks Energie Fonds (REF) helpt; de RvC en HBR letten op. Reffen."),
    )
    found = abbreviations(agreement)
    assert found["REF"] == "Rietbeeks Energie Fonds"
    assert found["RvC"].startswith("raad van commissarissen")
    assert found["HBR"] == "Huurdersbelang Rietbeek"
    assert "ALV" not in found


# -- the notice -----------------------------------------------------------------------------


def test_the_notice_has_its_parts_in_order() -> None:
    agreement = with_article(decided_agreement(), "a-1-1", key_agreement=True)
    found = headings(made("notice", agreement))
    assert [h for h in found if not h.startswith("Afspraken met")] == [
        "Kernboodschap",
        "Aanleiding",
        "Relevant beleidskader",
        "Proces",
        "Belangrijkste afspraken",
        "Waarover geen overeenstemming is",
        "Wat is anders dan vorig jaar",
        "Regulier werk",
        "Financiën",
        "Vervolg en monitoring",
        "Ondertekening",
        "Bijlagen",
        "Verdere informatie",
    ]
    assert any(h.startswith("Afspraken met") and "Beekwonen" in h for h in found)


def test_the_notice_tells_what_was_held_and_not_agreed() -> None:
    told = text("notice")
    assert "De werkgroep kwam bijeen op 1 september 2026 en 15 september 2026." in told
    disputes = told[told.index("Waarover geen") : told.index("Wat is anders")]
    assert "2.5" in disputes
    assert "3.4" not in disputes
    assert "startdatum" not in disputes
    for article in ("42 lid 1", "43 lid 1", "44 lid 2", "44a lid 1"):
        assert article in told


def test_the_embargo_ends_when_all_have_signed() -> None:
    agreement = decided_agreement()
    assert EMBARGO in said(made("notice", agreement).header)
    for party in agreement.ordered_parties[1:]:
        signed = replace(party, signed_on=date(2026, 12, 10))
        agreement = replace(agreement, parties=agreement.parties.put(signed))
    assert EMBARGO in said(made("notice", agreement).header)
    last = replace(agreement.ordered_parties[0], signed_on=date(2026, 12, 12))
    agreement = replace(agreement, parties=agreement.parties.put(last))
    assert "EMBARGO" not in repr(made("notice", agreement))


def test_all_agreed_is_said_only_where_it_is_so() -> None:
    assert "Over alle afspraken is overeenstemming" not in text("notice", draft_agreement())
    assert "Nog niet over alle afspraken is besloten" in text("notice", draft_agreement())


def test_who_is_not_agreed_yet_keeps_the_notice_from_saying_that_all_are() -> None:
    decided = decided_agreement()
    assert "nog niet alle partijen ingestemd: 2.3 en 4.5 tot en met 4.7." in text("notice")
    settled = decided.decisions.values()
    up = {d.article for d in settled if not d.outcome.settles}
    kept = [a for a in decided.articles.values() if a.id not in up and a.decision]
    all_but = with_lines(replace(decided, articles=Shelf(Held(kept))))
    told = text("notice", all_but)
    assert "Nog niet alle partijen hebben met alle afspraken ingestemd." in told
    assert "Er zijn geen geschilpunten" not in told
    assert "het over alles eens" not in told
    signed = replace(all_but.about, status=AgreementStatus.SIGNED)
    told = text("notice", replace(all_but, facts=all_but.facts.put(signed)))
    assert "Over alle afspraken is overeenstemming." in told
    assert "Partijen zijn het over alles eens." in told


def test_secretary_and_mayor_sign_the_notice() -> None:
    (own,) = (
        b for b in made("notice", decided_agreement()).blocks if isinstance(b, Signatures)
    )
    assert [entry.function for entry in own.entries] == ["secretaris", "burgemeester"]

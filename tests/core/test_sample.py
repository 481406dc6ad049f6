"""The sample agreement is sound: its texts, its acts and its sums."""

import re
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

import pytest

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.decisions import Outcome, ReservationKind, Stance
from pa_tui.domain.lines import Status
from pa_tui.domain.meetings import MeetingState, MinutesState, Presence
from pa_tui.domain.text import BlockKind, anchors_of, plain
from pa_tui.edits.base import Moment
from pa_tui.edits.structure import StartAgreement
from pa_tui.memory import MemoryStore
from pa_tui.sample import NOW, sample_acts
from pa_tui.sample.source import source


@pytest.fixture(scope="module")
def store() -> MemoryStore:
    store = MemoryStore()
    for place, (edit, at, who) in enumerate(sample_acts()):
        store.commit(edit, Moment(at, who, uuid5(NAMESPACE_URL, str(place))))
    return store


@pytest.fixture(scope="module")
def agreement(store: MemoryStore) -> Agreement:
    return store.agreement


def test_the_first_act_starts_the_agreement_and_time_goes_on() -> None:
    acts = list(sample_acts())
    moments = [at for _, at, _ in acts]
    assert isinstance(acts[0][0], StartAgreement)
    assert moments == sorted(moments)
    assert moments[-1] < NOW


@pytest.mark.parametrize(
    "now", [datetime(2026, 11, 20, 21, 36), datetime(2028, 3, 1, 0, 20), datetime(2027, 12, 31)]
)
def test_working_group_2_is_meeting_now_whenever_that_is(now: datetime) -> None:
    store = MemoryStore()
    moments = []
    for edit, at, who in sample_acts(now):
        store.commit(edit, Moment.of(at, who))
        moments.append(at)
    agreement = store.agreement
    first, running = agreement.ordered_meetings
    assert moments == sorted(moments)
    assert timedelta() < now - moments[-1] < timedelta(minutes=5)
    assert running.opened_at
    assert running.opened_at.date() == running.date
    assert timedelta(minutes=50) < now - running.opened_at < timedelta(minutes=60)
    assert (running.date - first.date).days == 21
    assert agreement.about.year == running.date.year + 1
    assert f"In {agreement.about.year} " in plain(agreement.article_named("1.2").text)


def test_two_samples_are_the_same_acts() -> None:
    assert list(sample_acts()) == list(sample_acts())


def test_articles_stand_under_the_numbers_their_texts_give_them(agreement: Agreement) -> None:
    numbers = [draft.number for draft in source().drafts]
    assert sorted(line.number for line in agreement.lines.values()) == sorted(numbers)
    assert 28 <= len(numbers) <= 36


def test_every_part_consists_of_words_of_its_article(agreement: Agreement) -> None:
    for part in agreement.commitments.values():
        text = " ".join(plain(agreement.articles[part.article].text).split())
        assert part.words in text


def test_every_anchor_points_at_something_there_is(agreement: Agreement) -> None:
    texts = [a.text for a in agreement.articles.values()]
    anchors = [anchor for text in texts for anchor in anchors_of(text)]
    assert len(anchors) >= 6
    for anchor in anchors:
        assert anchor.target in agreement.articles or anchor.target in agreement.footnotes


def test_last_year_is_a_version_of_its_own(store: MemoryStore) -> None:
    first, second = list(store.entries())[:2]
    assert store.agreement.ordered_versions[0].name == "Ondertekend 2026"
    signed = store.as_of(first.id)
    changed = [
        key
        for key, article in signed.articles.items()
        if store.agreement.articles[key].text != article.text
    ]
    assert len(changed) >= 10
    assert not any("2027" in plain(signed.articles[key].text) for key in changed)
    assert second.edit.name == "Ondertekend 2026"


def test_the_first_meeting_is_over_and_its_minutes_are_adopted(agreement: Agreement) -> None:
    first, second = agreement.ordered_meetings
    assert (first.state, first.minutes_state) == (MeetingState.CLOSED, MinutesState.ADOPTED)
    assert second.state is MeetingState.OPEN
    assert {h.what for h in first.happenings} == {"arrived", "left", "suspended", "resumed"}
    states = {a.state for a in first.attendance}
    assert {Presence.REPLACED, Presence.EXCUSED, Presence.ONLINE, Presence.LEFT} <= states


def test_the_first_meeting_took_decisions_of_every_outcome(agreement: Agreement) -> None:
    first = agreement.ordered_meetings[0]
    decisions = agreement.decisions_of(first.id)
    assert {decision.outcome for decision in decisions} == set(Outcome)
    assert any(decision.en_bloc for decision in decisions)
    assert any(decision.missing for decision in decisions)
    assert any(decision.reopened for decision in decisions)


def test_parties_differ_in_every_way(agreement: Agreement) -> None:
    stands = [s for d in agreement.decisions.values() for s in d.positions]
    assert {s.kind for s in stands if s.stance is Stance.RESERVE} == set(ReservationKind)
    assert all(s.reason for s in stands if s.stance is Stance.DISAGREE)
    assert any(s.stance is Stance.DISAGREE for s in stands)
    assert any(s.stance is Stance.RETURNS for s in stands)


def test_the_running_meeting_is_half_way(agreement: Agreement) -> None:
    undecided = [line.number for line in agreement.lines.values() if line.is_undecided]
    decided = [x for x in agreement.lines.values() if x.status is Status.DECIDED]
    assert "4.1" in undecided
    assert "3.6" in undecided
    assert len(decided) > len(undecided) > 5


def test_notes_actions_and_parking_lot_have_something_in_them(agreement: Agreement) -> None:
    assert any(note.internal for note in agreement.notes.values())
    assert any(action.due for action in agreement.actions.values())
    assert {a.party for a in agreement.actions.values()} >= {"rietbeek", "beekwonen", "hbr"}
    assert agreement.parked


def test_the_texts_have_every_shape(agreement: Agreement) -> None:
    articles = list(agreement.articles.values())
    kinds = {block.kind for article in articles for block in article.text}
    assert kinds == set(BlockKind)
    assert {bool(article.title) for article in articles} == {True, False}
    assert {"Afspraken", "Regulier werk", "Prestaties gemeente 2027"} <= {
        article.group for article in articles
    }
    assert sum(article.last_year is not None for article in articles) >= 18
    assert sum(bool(article.bid) for article in articles) >= 10


def test_the_building_programme_adds_up(agreement: Agreement) -> None:
    (table,) = [
        block for block in agreement.article_named("2.1").text if block.kind is BlockKind.TABLE
    ]
    rows = [[_number(cell.text) for cell in row[2:]] for row in table.cells[1:]]
    *plans, total = rows
    assert [sum(column) for column in zip(*plans, strict=True)] == total
    assert all(sum(row[:-1]) == row[-1] for row in rows)
    assert total[-1] == 240


def _number(words: str) -> int:
    return int(words) if words.isdigit() else 0


@pytest.mark.parametrize(
    ("number", "whole"), [("1.4", "48.000"), ("4.2", "22.000"), ("3.1", "184")]
)
def test_parts_of_an_amount_add_up(agreement: Agreement, number: str, whole: str) -> None:
    words = plain(agreement.article_named(number).text)
    amounts = {
        "1.4": r"€ ([\d.]+)",
        "4.2": r"€ ([\d.]+)",
        "3.1": r"(\d+) (?:eengezins|appart|woningen)",
    }
    found = [int(n.strip(".").replace(".", "")) for n in re.findall(amounts[number], words)]
    first, *parts = found
    assert first == int(whole.replace(".", ""))
    assert sum(parts[:3]) == first

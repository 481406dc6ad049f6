from __future__ import annotations

from datetime import date

import pytest

from pa_tui.domain.parties import Basis, Party, Role, State
from pa_tui.domain.timing import TimingKind
from pa_tui.errors import Unreadable
from pa_tui.reading.entry import prepare, read_action, read_leads, read_timing, read_until
from tests.dutch.table import HBR, SMALL, TABLE

TODAY = date(2026, 9, 15)  # a Tuesday
PERSONS = ("Jan de Boer", "Karin Vos", "Karim Vonk")

ACTIONS = [
    (
        "Beekwonen levert lijst aan voor 1 oktober",
        "beekwonen",
        "2026-09-30",
        "vóór 1 oktober 2026",
    ),
    ("gemeente zoekt dit uit vóór 1 sep", "rietbeek", "2027-08-31", "vóór 1 september 2027"),
    ("HBR reageert uiterlijk 12 okt", "hbr", "2026-10-12", "uiterlijk 12 oktober 2026"),
    (
        "De Goede Haard stuurt cijfers 2026 voor 12-10",
        "haard",
        "2026-10-11",
        "vóór 12 oktober 2026",
    ),
    ("Beekwonen belt vrijdag", "beekwonen", "2026-09-18", "uiterlijk 18 september 2026"),
    (
        "Beekwonen belt volgende week vrijdag",
        "beekwonen",
        "2026-09-25",
        "uiterlijk 25 september 2026",
    ),
    ("HBR komt terug eind volgende week", "hbr", "2026-09-25", "uiterlijk 25 september 2026"),
    ("gemeente kijkt over twee weken", "rietbeek", "2026-09-29", "uiterlijk 29 september 2026"),
    ("Beekwonen rekent dit door in Q4", "beekwonen", "2026-12-31", "vóór 1 januari 2027"),
    (
        "Beekwonen maakt een plan voor 2027 in maart",
        "beekwonen",
        "2027-03-31",
        "vóór 1 april 2027",
    ),
    (
        "gemeente doet dit eind van de maand",
        "rietbeek",
        "2026-09-30",
        "uiterlijk 30 september 2026",
    ),
    ("HBR reageert eind dit kwartaal", "hbr", "2026-09-30", "uiterlijk 30 september 2026"),
    ("iets uitzoeken", None, "None", ""),
    ("lijst maken voor 4-5 woningen", None, "None", ""),
    ("navragen bij Beekwonen", None, "None", ""),
]


@pytest.mark.parametrize(("line", "party", "due", "words"), ACTIONS)
def test_an_action_has_its_party_and_its_last_day(
    line: str, party: str | None, due: str, words: str
) -> None:
    entry = read_action(line, parties=TABLE, persons=PERSONS, today=TODAY)
    assert (entry.party, str(entry.due), entry.due_words) == (party, due, words)


def test_the_words_of_the_date_are_not_part_of_what_is_to_be_done() -> None:
    line = "Beekwonen levert voor 1 oktober de lijst aan"
    entry = read_action(line, parties=TABLE, today=TODAY)
    assert entry.text == "Beekwonen levert de lijst aan"
    assert entry.due_span is not None
    assert line[slice(*entry.due_span)] == "voor 1 oktober"
    assert entry.party_span is not None
    assert line[slice(*entry.party_span)] == "Beekwonen"


def test_a_name_behind_the_at_sign_is_a_person_or_a_party() -> None:
    entry = read_action("@jan stuurt de stukken", persons=PERSONS, parties=TABLE, today=TODAY)
    assert (entry.person, entry.text) == ("Jan de Boer", "stuurt de stukken")
    entry = read_action("cijfers ophalen @haard", persons=PERSONS, parties=TABLE, today=TODAY)
    assert (entry.party, entry.person) == ("haard", None)


def test_a_name_nobody_or_two_people_have_is_left_in_the_line() -> None:
    entry = read_action("@kari belt", persons=PERSONS, parties=TABLE, today=TODAY)
    assert (entry.person, entry.unknown, entry.text) == (None, ("kari",), "@kari belt")


@pytest.mark.parametrize("line", ["Beekwonen belt 31 februari", "stukken voor 30-2-2027"])
def test_a_day_that_is_not_in_the_calendar_is_refused(line: str) -> None:
    with pytest.raises(Unreadable):
        read_action(line, parties=TABLE, today=TODAY)


TIMINGS = [
    ("T2 2026", TimingKind.PERIOD, "2026-05-01", "2026-08-31", "1 mei - 31 augustus 2026"),
    ("vóór 1 oktober", TimingKind.DEADLINE, "None", "2027-09-30", "vóór 1 oktober 2027"),
    (
        "uiterlijk 12 okt",
        TimingKind.DEADLINE,
        "None",
        "2027-10-12",
        "uiterlijk 12 oktober 2027",
    ),
    ("2028", TimingKind.PERIOD, "2028-01-01", "2028-12-31", "2028"),
    ("mei", TimingKind.PERIOD, "2027-05-01", "2027-05-31", "1 mei - 31 mei 2027"),
    ("12-10", TimingKind.PERIOD, "2027-10-12", "2027-10-12", "12 oktober 2027"),
    ("medio 2027", TimingKind.DEADLINE, "None", "2027-06-30", "vóór 1 juli 2027"),
    ("na de zomer", TimingKind.START, "2027-09-01", "None", "vanaf 1 september 2027"),
    ("zo snel mogelijk", TimingKind.VAGUE, "None", "None", "zo snel mogelijk"),
    ("als het zo uitkomt", TimingKind.VAGUE, "None", "None", "als het zo uitkomt"),
    ("na vaststelling", TimingKind.EVENT, "None", "None", "na vaststelling"),
    (
        "klaar in Q3",
        TimingKind.PERIOD,
        "2027-07-01",
        "2027-09-30",
        "1 juli - 30 september 2027",
    ),
]


@pytest.mark.parametrize(("line", "kind", "start", "end", "words"), TIMINGS)
def test_a_planning_is_read_as_it_is_typed(
    line: str, kind: TimingKind, start: str, end: str, words: str
) -> None:
    entry = read_timing(line, year=2027, today=TODAY)
    timing = entry.timing
    assert (timing.kind, str(timing.start), str(timing.end)) == (kind, start, end)
    assert (timing.text, timing.state, entry.words) == (line, State.CONFIRMED, words)


def test_two_plannings_in_one_line_are_both_kept() -> None:
    entry = read_timing("eind 2027, daarna jaarlijks", year=2027, today=TODAY)
    assert entry.timing.text == "eind 2027"
    assert [t.every for t in entry.more] == ["year"]


@pytest.mark.parametrize("line", ["31 februari", "12-13-2026", "2027-02-30", "", "   ", "45-1"])
def test_a_planning_the_calendar_does_not_have_is_refused(line: str) -> None:
    with pytest.raises(Unreadable):
        read_timing(line, year=2027, today=TODAY)


def test_until_tells_the_day_and_whose_turn_it_is() -> None:
    entry = read_until(
        "tot werkgroep 3, De Goede Haard levert tekst voor 12 okt", parties=TABLE, today=TODAY
    )
    assert (entry.date, entry.party) == (date(2026, 10, 11), "haard")
    assert read_until("werkgroep 3", parties=TABLE, today=TODAY).date is None


def test_leads_joint_and_involved_from_one_line() -> None:
    entry = read_leads(
        "beek, de goede haard samen met gemeente; betrokken HBR, zorgpartijen", TABLE, PERSONS
    )
    assert [lead.party for lead in entry.leads] == ["beekwonen", "haard"]
    assert {lead.basis for lead in entry.leads} == {Basis.EXPLICIT}
    assert {lead.state for lead in entry.leads} == {State.CONFIRMED}
    assert entry.joint == ("rietbeek",)
    assert [(i.name, i.party) for i in entry.involved] == [
        ("HBR", "hbr"),
        ("zorgpartijen", None),
    ]
    assert entry.unknown == ()


@pytest.mark.parametrize("line", ["gemeente (jan", "gemeente (jan)", "gemeente @jan"])
def test_a_person_stands_behind_the_party(line: str) -> None:
    (lead,) = read_leads(line, TABLE, PERSONS).leads
    assert (lead.party, lead.person) == ("rietbeek", "Jan de Boer")


def test_what_nobody_is_called_is_said() -> None:
    entry = read_leads("beekwonen, xyz", TABLE, PERSONS)
    assert ([lead.party for lead in entry.leads], entry.unknown) == (["beekwonen"], ("xyz",))


def test_a_name_that_can_be_two_parties_is_not_guessed() -> None:
    assert read_leads("corporatie", TABLE).unknown == ("corporatie",)
    assert [lead.party for lead in read_leads("corporatie", SMALL).leads] == ["beekwonen"]
    assert read_leads("partijen", TABLE).joint == tuple(p.id for p in TABLE)


def test_a_party_called_samen_is_not_taken_apart() -> None:
    together = Party(
        "hvsamen", "f", "HV Samen", "Huurdersvereniging Samen en Sterk", Role.TENANTS
    )
    entry = read_leads("HV Samen samen met beekwonen", (*SMALL, together))
    assert ([lead.party for lead in entry.leads], entry.joint) == (["hvsamen"], ("beekwonen",))
    entry = read_leads("Huurdersvereniging Samen en Sterk", (HBR, together))
    assert [lead.party for lead in entry.leads] == ["hvsamen"]


def test_what_was_prepared_reads_as_before() -> None:
    before = read_timing("T2 2026", year=2027, today=TODAY)
    prepare()
    assert read_timing("T2 2026", year=2027, today=TODAY) == before


@pytest.mark.parametrize(
    ("line", "due", "words"),
    [
        ("tot 12 oktober", "2026-10-12", "uiterlijk 12 oktober 2026"),
        ("tot 12-10", "2026-10-12", "uiterlijk 12 oktober 2026"),
        ("vóór 12 oktober", "2026-10-11", "vóór 12 oktober 2026"),
        ("voor 12 oktober", "2026-10-11", "vóór 12 oktober 2026"),
    ],
)
def test_waiting_until_a_day_includes_that_day(line: str, due: str, words: str) -> None:
    entry = read_until(line, parties=TABLE, today=TODAY)
    assert (str(entry.date), entry.due_words) == (due, words)


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("K1 2022 tot en met K3 2022", "2022-01-01", "2022-09-30"),
        ("K1-K3 2022", "2022-01-01", "2022-09-30"),
        ("Q1 2022 tot en met Q3 2022", "2022-01-01", "2022-09-30"),
        ("T1 2022 t/m T2 2022", "2022-01-01", "2022-08-31"),
        ("K3", "2027-07-01", "2027-09-30"),
    ],
)
def test_a_row_of_quarters(line: str, start: str, end: str) -> None:
    timing = read_timing(line, year=2027, today=TODAY).timing
    assert (str(timing.start), str(timing.end)) == (start, end)


def test_the_first_party_named_owns_the_action_and_the_others_are_named() -> None:
    entry = read_action(
        "gemeente, HBR en Beekwonen plannen overleg over 2 weken", parties=TABLE, today=TODAY
    )
    assert (entry.party, entry.others) == ("rietbeek", ("hbr", "beekwonen"))
    assert (entry.text, entry.due) == (
        "gemeente, HBR en Beekwonen plannen overleg",
        date(2026, 9, 29),
    )
    assert read_action("HBR belt met Beekwonen", parties=TABLE, today=TODAY).others == ()

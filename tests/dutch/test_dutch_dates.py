from __future__ import annotations

from datetime import date

import pytest

from pa_tui.domain.parties import State
from pa_tui.domain.timing import TimingKind
from pa_tui.reading.dates import timings

YEAR = 2027

DEADLINES = [
    ("vóór 1 oktober", "2027-09-30"),
    ("voor 15 december 2026", "2026-12-14"),
    ("uiterlijk 1 mei", "2027-05-01"),
    ("uiterlijk op 15 december", "2027-12-15"),
    ("uiterlijk vóór 1 juli", "2027-06-30"),
    ("uiterlijk in mei", "2027-05-31"),
    ("uiterlijk eind Q3", "2027-09-30"),
    ("uiterlijk begin 2028", "2028-03-31"),
    ("Uiterlijk in het tweede tertiaal", "2027-08-31"),
    ("niet later dan 1 april", "2027-04-01"),
    ("op zijn laatst in mei", "2027-05-31"),
    ("tot en met december 2027", "2027-12-31"),
    ("t/m 2028", "2028-12-31"),
    ("tot medio 2027", "2027-06-30"),
    ("medio 2027", "2027-06-30"),
    ("tot 1 november", "2027-10-31"),
    ("vóór Q3", "2027-06-30"),
    ("voor de zomer", "2027-06-30"),
    ("voor het eind van het jaar", "2027-12-31"),
    ("voor het zomerreces", "2027-06-30"),
    ("vóór eind september", "2027-09-30"),
    ("tegen het einde van 2027", "2027-12-31"),
    ("per eind 2027", "2027-12-31"),
    ("uiterlijk vrijdag 16 okt.", "2027-10-16"),
    ("vóór 15-12-2027", "2027-12-14"),
    ("voor 15/12/2027", "2027-12-14"),
    ("uiterlijk 15.12.2027", "2027-12-15"),
    ("uiterlijk 1-1-28", "2028-01-01"),
]

PERIODS = [
    ("in Q1", "2027-01-01", "2027-03-31"),
    ("het Q2", "2027-04-01", "2027-06-30"),
    ("Q1 2028", "2028-01-01", "2028-03-31"),
    ("Q1-2028", "2028-01-01", "2028-03-31"),
    ("2028-Q3", "2028-07-01", "2028-09-30"),
    ("in Q1 en Q2 2027", "2027-01-01", "2027-06-30"),
    ("Q3/Q4", "2027-07-01", "2027-12-31"),
    ("in het eerste kwartaal van 2027", "2027-01-01", "2027-03-31"),
    ("1e kwartaal 2027", "2027-01-01", "2027-03-31"),
    ("kwartaal 4", "2027-10-01", "2027-12-31"),
    ("in het derde en vierde kwartaal", "2027-07-01", "2027-12-31"),
    ("eerste twee kwartalen van 2027", "2027-01-01", "2027-06-30"),
    ("in het laatste kwartaal", "2027-10-01", "2027-12-31"),
    ("in T2 van 2027", "2027-05-01", "2027-08-31"),
    ("in het T3 2027", "2027-09-01", "2027-12-31"),
    ("in het eerste tertiaal", "2027-01-01", "2027-04-30"),
    ("In de tweede helft van 2027", "2027-07-01", "2027-12-31"),
    ("in de 1e helft", "2027-01-01", "2027-06-30"),
    ("het tweede halfjaar van 2027", "2027-07-01", "2027-12-31"),
    ("eerste half jaar 2027", "2027-01-01", "2027-06-30"),
    ("in H2 2027", "2027-07-01", "2027-12-31"),
    ("in de tweede helft van oktober", "2027-10-16", "2027-10-31"),
    ("in 2027", "2027-01-01", "2027-12-31"),
    ("gedurende het jaar", "2027-01-01", "2027-12-31"),
    ("in het lopende jaar", "2027-01-01", "2027-12-31"),
    ("voor 2027", "2027-01-01", "2027-12-31"),
    ("In de jaren 2026 t/m 2029", "2026-01-01", "2029-12-31"),
    ("in 2027/2028", "2027-01-01", "2028-12-31"),
    ("in 2027/28", "2027-01-01", "2028-12-31"),
    ("in 2027 en 2028", "2027-01-01", "2028-12-31"),
    ("voor de periode 2027-2030", "2027-01-01", "2030-12-31"),
    ("in de periode 2026 tot en met 2029", "2026-01-01", "2029-12-31"),
    ("begin 2027", "2027-01-01", "2027-03-31"),
    ("eind 2027", "2027-10-01", "2027-12-31"),
    ("eind van het jaar", "2027-10-01", "2027-12-31"),
    ("begin volgend jaar", "2028-01-01", "2028-03-31"),
    ("begin september", "2027-09-01", "2027-09-10"),
    ("medio december", "2027-12-10", "2027-12-20"),
    ("eind juni", "2027-06-21", "2027-06-30"),
    ("in het najaar van 2027", "2027-09-01", "2027-11-30"),
    ("komend voorjaar", "2027-03-01", "2027-05-31"),
    ("in de winter van 2027", "2027-12-01", "2028-02-29"),
    ("in maart 2027", "2027-03-01", "2027-03-31"),
    ("in februari/maart", "2027-02-01", "2027-03-31"),
    ("juli tot en met november", "2027-07-01", "2027-11-30"),
    ("vanaf 1 juli tot 1 november", "2027-07-01", "2027-10-31"),
    ("van 1 juli tot en met 1 november 2027", "2027-07-01", "2027-11-01"),
    ("tussen 1 mei en 1 juli", "2027-05-01", "2027-07-01"),
    ("in week 36", "2027-09-06", "2027-09-12"),
    ("week 36-38", "2027-09-06", "2027-09-26"),
    ("in de eerste week van mei", "2027-05-01", "2027-05-07"),
    ("01-10-'27", "2027-10-01", "2027-10-01"),
    ("half oktober", "2027-10-10", "2027-10-20"),
    ("2e week oktober", "2027-10-08", "2027-10-14"),
    ("in de eerste maanden van 2027", "2027-01-01", "2027-03-31"),
    ("rond de jaarwisseling", "2027-12-31", "2027-12-31"),
    ("12-16 oktober", "2027-10-12", "2027-10-16"),
    ("op vrijdag 9 oktober 2027", "2027-10-09", "2027-10-09"),
    ("2027-12-15", "2027-12-15", "2027-12-15"),
]

STARTS = [
    ("vanaf november 2026", "2026-11-01"),
    ("vanaf begin 2027", "2027-01-01"),
    ("vanaf Q2 2027", "2027-04-01"),
    ("per 1-1-2028", "2028-01-01"),
    ("per 1 januari 2027", "2027-01-01"),
    ("met ingang van 1 maart", "2027-03-01"),
    ("m.i.v. 1 maart", "2027-03-01"),
    ("na de zomer", "2027-09-01"),
    ("na Q2 2027", "2027-07-01"),
    ("na 1 oktober", "2027-10-02"),
    ("van 2028 en verder", "2028-01-01"),
]

RHYTHMS = [
    ("jaarlijks", "year", None),
    ("elk jaar", "year", None),
    ("halfjaarlijks", "half-year", None),
    ("ieder half jaar", "half-year", None),
    ("eens per half jaar", "half-year", None),
    ("elk kwartaal", "quarter", None),
    ("elkaar kwartaal", "quarter", None),
    ("1 x per kwartaal", "quarter", None),
    ("om het kwartaal", "quarter", None),
    ("kwartaal-overleg", "quarter", None),
    ("per tertiaal", "tertial", None),
    ("elke maand", "month", None),
    ("maandelijks", "month", None),
    ("eens per twee maanden", "2 month", None),
    ("om de drie maanden", "quarter", None),
    ("tweewekelijks", "2 week", None),
    ("minimaal twee keer per jaar", "half-year", None),
    ("2x per jaar", "half-year", None),
    ("driemaal per jaar", "year", 3),
    ("één keer per jaar", "year", None),
    ("om de twee jaar", "2 year", None),
    ("eens in de twee jaar", "2 year", None),
    ("tweejaarlijks", "2 year", None),
    ("elke vier jaar", "4 year", None),
    ("om het jaar", "2 year", None),
    ("1x/kwartaal", "quarter", None),
    ("elke eerste maandag van de maand", "month", None),
    ("ieder najaar", "year", None),
    ("tweemaal per maand", "month", 2),
    ("halfjaarlijkse evaluatie", "half-year", None),
    ("minimaal driemaal bijeen", "year", 3),
]

WITHOUT_DAYS = [
    ("binnen 5 werkdagen na aanmelding", TimingKind.EVENT),
    ("binnen drie maanden na ondertekening", TimingKind.EVENT),
    ("na vaststelling van het beleid", TimingKind.EVENT),
    ("na deze afstemming", TimingKind.EVENT),
    ("voorafgaand aan besluitvorming", TimingKind.EVENT),
    ("voordat de sloop begint", TimingKind.EVENT),
    ("voor de start van de bouw", TimingKind.EVENT),
    ("zodra de vergunning er is", TimingKind.EVENT),
    ("één jaar na oplevering", TimingKind.EVENT),
    ("uiterlijk drie weken voor de vergadering", TimingKind.EVENT),
    ("vier weken voorafgaand aan de sloop", TimingKind.EVENT),
    ("per direct", TimingKind.VAGUE),
    ("indien nodig", TimingKind.CONDITION),
    ("zolang de rente laag blijft", TimingKind.CONDITION),
    ("de komende jaren", TimingKind.VAGUE),
    ("zo snel mogelijk", TimingKind.VAGUE),
    ("op termijn", TimingKind.VAGUE),
    ("structureel", TimingKind.VAGUE),
    ("in een vroeg stadium", TimingKind.VAGUE),
    ("gedurende de looptijd van deze afspraken", TimingKind.VAGUE),
    ("in trimester 2 van 2027", TimingKind.VAGUE),
    ("op 31 februari 2027", TimingKind.VAGUE),
]

FALSE_FRIENDS = [
    "De huur is € 640 (prijspeil 2026).",
    "De peildatum is 2025, peildatum 1 januari 2026.",
    "In de Woonvisie Rietbeek 2030 staat meer.",
    "De Woonwet 2015 en het energieconvenant 2012 gelden.",
    "Starters tot en met 27 jaar krijgen voorrang.",
    "Huurders met 2 maanden huurachterstand krijgen bericht.",
    "De jaarlijks voor verhuur vrijkomende woningen tellen mee.",
    "De jaarlijkse huurverhoging blijft beperkt.",
    "Wij gaan om de tafel en helpen elkaar.",
    "De 1e aftoppingsgrens en een 50/50 verdeling.",
    "Voor 1- en 2-persoonshuishoudens is weinig te vinden.",
    "1 Juli: bod van Beekwonen",
    "De brief van 12 maart 2027 is besproken.",
    "Het warmtenet bestaat sinds 1983.",
    "Dat kost € 5.000 per jaar.",
    "Er komen 2000 woningen bij.",
    "Het contract d.d. 28-11-2026 geldt.",
    "In 2025 heeft de gemeente het beleid vastgesteld.",
    "Op 8 april 2026 is het programma vastgesteld.",
    "Per 1 januari 2026 geldt een nieuwe methode.",
    "In oktober 2026 heeft de raad de visie vastgesteld.",
]


def _only(text: str, year: int = YEAR):
    found = timings(text, year=year)
    assert len(found) == 1, [f.timing.text for f in found]
    finding = found[0]
    assert text[finding.start : finding.end] == finding.timing.text
    assert finding.timing.state is State.SUGGESTED
    return finding.timing


def _in_a_sentence(words: str) -> str:
    return f"Beekwonen doet dit {words}, zoals besproken."


@pytest.mark.parametrize(("words", "end"), DEADLINES)
def test_a_deadline_ends_on_its_last_day(words: str, end: str) -> None:
    timing = _only(_in_a_sentence(words))
    assert timing.kind is TimingKind.DEADLINE
    assert (timing.text, timing.start, str(timing.end)) == (words, None, end)


@pytest.mark.parametrize(("words", "start", "end"), PERIODS)
def test_a_period_has_both_its_days(words: str, start: str, end: str) -> None:
    timing = _only(_in_a_sentence(words))
    assert timing.kind is TimingKind.PERIOD
    assert (str(timing.start), str(timing.end)) == (start, end)
    assert timing.text in words


@pytest.mark.parametrize(("words", "start"), STARTS)
def test_a_start_has_no_end(words: str, start: str) -> None:
    timing = _only(_in_a_sentence(words))
    assert (timing.kind, timing.text) == (TimingKind.START, words)
    assert (str(timing.start), timing.end) == (start, None)


@pytest.mark.parametrize(("words", "every", "count"), RHYTHMS)
def test_a_rhythm_says_how_often(words: str, every: str, count: int | None) -> None:
    timing = _only(_in_a_sentence(words))
    assert (timing.kind, timing.text) == (TimingKind.RECURRING, words)
    assert (timing.every, timing.count, timing.start, timing.end) == (every, count, None, None)


@pytest.mark.parametrize(("words", "kind"), WITHOUT_DAYS)
def test_what_depends_on_something_has_no_days(words: str, kind: TimingKind) -> None:
    timing = _only(_in_a_sentence(words))
    assert (timing.kind, timing.text) == (kind, words)
    assert (timing.start, timing.end, timing.every) == (None, None, None)


@pytest.mark.parametrize("sentence", FALSE_FRIENDS)
def test_what_only_looks_like_planning_is_left_alone(sentence: str) -> None:
    assert [f.timing.text for f in timings(sentence, year=YEAR)] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "De gemeente neemt voordat de vergunning wordt verleend contact op met HBR.",
            "voordat de vergunning wordt verleend",
        ),
        ("Als dat het geval is, wordt een plan gemaakt.", "Als dat het geval is"),
        (
            "Mocht de animo achterblijven, dan kan HBR helpen.",
            "Mocht de animo achterblijven",
        ),
        (
            "Wanneer er overlast ontstaat worden partijen gebeld.",
            "Wanneer er overlast ontstaat",
        ),
    ],
)
def test_a_clause_ends_where_the_sentence_goes_on(sentence: str, words: str) -> None:
    assert _only(sentence).text == words


def test_the_end_of_a_quarter_is_its_last_month() -> None:
    timing = _only(_in_a_sentence("eind Q2"))
    assert (str(timing.start), str(timing.end)) == ("2027-06-01", "2027-06-30")


@pytest.mark.parametrize(
    ("sentence", "text", "end"),
    [
        ("Het doel is een CO2-neutrale voorraad in 2050.", "in 2050", "2050-12-31"),
        ("Dat wordt maximaal 80 kg per 2030.", "per 2030", "2030-12-31"),
        ("Beekwonen realiseert 30% minder gasgebruik tot 2035.", "tot 2035", "2034-12-31"),
        ("De gemeente maakt de ambitie voor 2050 concreet.", "voor 2050", "2050-12-31"),
        ("Zij maken een routekaart naar 2030, 2040 en 2050.", None, "2050-12-31"),
    ],
)
def test_the_horizon_of_a_target_is_no_time_of_action(
    sentence: str, text: str | None, end: str
) -> None:
    timing = _only(sentence)
    assert (timing.kind, timing.start, str(timing.end)) == (TimingKind.TARGET, None, end)
    assert text is None or timing.text == text


def test_a_far_horizon_in_passing_is_left_alone() -> None:
    sentence = "Beekwonen onderzoekt de ontwikkeling van de sociale voorraad tot 2040."
    assert timings(sentence, year=YEAR) == ()


def test_a_number_after_a_year_is_not_part_of_it() -> None:
    timing = _only("Beekwonen levert in 2027 12 woningen op.")
    assert (timing.text, str(timing.end)) == ("in 2027", "2027-12-31")


def test_years_after_the_year_named_before() -> None:
    found = timings(
        "In 2028 volgt de rest, met een vooruitblik op de twee jaar daarna.", year=YEAR
    )
    assert found[-1].timing.text == "de twee jaar daarna"
    assert (found[-1].timing.start, found[-1].timing.end) == (
        date(2029, 1, 1),
        date(2030, 12, 31),
    )


def test_the_end_of_one_year_and_the_begin_of_the_next_are_two_dates() -> None:
    found = timings("Dit start eind 2027/begin 2028.", year=YEAR)
    assert [str(f.timing.start) for f in found] == ["2027-10-01", "2028-01-01"]


def test_the_autumn_before_the_year_can_be_planning() -> None:
    timing = _only("Eind 2026 worden de adviezen opgeleverd.")
    assert (str(timing.start), str(timing.end)) == ("2026-10-01", "2026-12-31")


def test_without_a_year_the_next_occurrence_counts() -> None:
    found = timings("Dit is klaar voor 1 oktober.", today=date(2026, 10, 1))
    assert found[0].timing.end == date(2027, 9, 30)
    found = timings("Dit gebeurt in Q4.", today=date(2026, 10, 15))
    assert found[0].timing.start == date(2026, 10, 1)


def test_without_year_and_today_the_kind_is_known_and_the_days_are_not() -> None:
    timing = timings("Dit is klaar vóór 1 oktober.")[0].timing
    assert (timing.kind, timing.start, timing.end) == (TimingKind.DEADLINE, None, None)


@pytest.mark.parametrize(
    ("damaged", "start"),
    [
        ("dit wordt in 2027gedaan", "2027-01-01"),
        ("dit wordt in 2O27 gedaan", "2027-01-01"),
        ("dit start per 1oktober 2027", "2027-10-01"),
        ("dit start in\n Q1 2027", "2027-01-01"),
    ],
)
def test_damage_of_extraction_is_read_through(damaged: str, start: str) -> None:
    assert str(timings(damaged, year=YEAR)[0].timing.start) == start

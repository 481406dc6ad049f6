"""Meetings ahead: their templates, their agendas item by item, and what each item is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from pa_tui.domain.agendas import (
    articles_of,
    due_times,
    minutes_to_adopt,
    planned_end,
    sides_away,
)
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import still_parked
from pa_tui.domain.decisions import Outcome, Stance, Treatment
from pa_tui.domain.meetings import (
    AgendaItem,
    ItemKind,
    MeetingKind,
    MeetingState,
    ParkedState,
    Presence,
)
from pa_tui.domain.parties import Role
from pa_tui.domain.people import known_people
from pa_tui.domain.selection import Selection
from pa_tui.domain.templates import Holds, MeetingTemplate, TemplateItem, Templates, fitted
from pa_tui.edits import (
    AddAction,
    AddAgendaItem,
    AdoptMinutes,
    AskTreatment,
    Attend,
    CancelMeeting,
    ChangeAgendaItem,
    ChangeMeeting,
    CloseMeeting,
    DropAgendaItem,
    ExtendAgendaItem,
    MoveAgendaItem,
    OpenMeeting,
    Park,
    ParkedToAgenda,
    PlanMeeting,
    RecordDecision,
    TakePosition,
)
from pa_tui.edits.meeting import meeting_named
from pa_tui.errors import AgreementError, NotAllowed, NotFound
from tests.samples import TODAY, agreement, done, in_meeting

OCTOBER = date(2026, 10, 28)
ITEMS = (AgendaItem("Opening", 5), AgendaItem("Huur", 20, theme="t1", kind=ItemKind.THEME))


def planned(*more) -> Agreement:
    return done(
        agreement(),
        PlanMeeting(date=OCTOBER, begins="13.00", place="Raadhuis", agenda=ITEMS),
        *more,
    )


def only(value: Agreement):
    (meeting,) = value.ordered_meetings
    return meeting


def titles(value: Agreement) -> list[str]:
    return [item.title for item in only(value).agenda]


def ids(value: Agreement) -> list[str]:
    return [item.id for item in only(value).agenda]


def test_a_planned_meeting_waits_with_its_agenda() -> None:
    meeting = only(planned())
    assert (meeting.state, meeting.number, meeting.date) == (MeetingState.PLANNED, 1, OCTOBER)
    assert meeting.opened_at is None
    assert len({item.id for item in meeting.agenda}) == 2
    assert all(meeting.agenda[0].id for _ in meeting.agenda)


def test_items_are_due_one_after_another() -> None:
    meeting = only(planned())
    times = [at for _, at in due_times(meeting)]
    assert times == [datetime(2026, 10, 28, 13, 0), datetime(2026, 10, 28, 13, 5)]
    assert planned_end(meeting) == datetime(2026, 10, 28, 13, 25)
    assert planned_end(replace(meeting, begins="")) is None


@pytest.mark.parametrize(
    "edit",
    [OpenMeeting(), OpenMeeting(number=1), OpenMeeting(MeetingKind.WORKING_GROUP)],
)
def test_opening_a_kind_opens_the_planned_one(edit) -> None:
    before = only(planned())
    meeting = only(planned(edit))
    assert (meeting.id, meeting.state) == (before.id, MeetingState.OPEN)
    assert (meeting.agenda, meeting.place) == (before.agenda, "Raadhuis")
    assert meeting.date == TODAY.date()
    assert [a.state for a in meeting.attendance] == [Presence.PRESENT] * 4


def test_what_is_said_at_the_opening_goes_before_what_was_planned() -> None:
    meeting = only(planned(OpenMeeting(place="Buurthuis", chair="Ria", absent=("HBR",))))
    assert (meeting.place, meeting.chair) == ("Buurthuis", "Ria")
    assert not meeting.is_here("hbr")


@pytest.mark.parametrize(
    "edit", [OpenMeeting(number=2), OpenMeeting(MeetingKind.ADMINISTRATIVE)]
)
def test_another_number_or_kind_is_another_meeting(edit) -> None:
    value = planned(edit)
    assert len(value.meetings) == 2
    assert value.running_meeting is not None
    assert value.running_meeting.place == ""


def test_the_same_meeting_is_not_planned_twice_and_the_next_one_gets_the_next_number() -> None:
    with pytest.raises(NotAllowed, match="planned already"):
        planned(PlanMeeting(number=1))
    numbers = [m.number for m in planned(PlanMeeting(date=OCTOBER)).ordered_meetings]
    assert numbers == [1, 2]


def test_planned_and_running_meetings_change_closed_ones_do_not() -> None:
    value = planned(ChangeMeeting(begins="14.30", chair="Ria", place=""))
    meeting = only(value)
    assert (meeting.begins, meeting.chair, meeting.place) == ("14.30", "Ria", "")
    value = done(value, OpenMeeting(), ChangeMeeting(place="Zaal 2"))
    assert only(value).place == "Zaal 2"
    value = done(value, CloseMeeting())
    with pytest.raises(NotAllowed, match="is closed"):
        done(value, ChangeMeeting(only(value).id, place="elders"))


def test_a_meeting_is_called_off_before_it_opened_only() -> None:
    key = only(planned()).id
    assert planned(CancelMeeting(key)).ordered_meetings == ()
    with pytest.raises(NotAllowed, match="close it"):
        planned(OpenMeeting(), CancelMeeting(key))


@pytest.mark.parametrize("edit", [CancelMeeting, lambda key: DropAgendaItem("3")])
def test_a_parked_point_comes_back_when_it_goes_off_the_agenda(edit) -> None:
    value = planned(Park("Fietsen"), ParkedToAgenda("1"))
    (point,) = value.parked.values()
    assert (point.state, titles(value)[2:]) == (ParkedState.AGENDA, ["Fietsen"])
    assert still_parked(value) == ()
    (again,) = still_parked(done(value, edit(only(value).id)))
    assert (again.text, again.became) == ("Fietsen", "")


def test_an_item_comes_where_it_was_asked() -> None:
    first, second = ids(planned())
    extra = AgendaItem("Mededelingen", 3)
    assert titles(planned(AddAgendaItem(extra))) == ["Opening", "Huur", "Mededelingen"]
    assert titles(planned(AddAgendaItem(extra, first))) == ["Opening", "Mededelingen", "Huur"]
    assert titles(planned(AddAgendaItem(extra, ""))) == ["Mededelingen", "Opening", "Huur"]
    assert titles(planned(MoveAgendaItem(second))) == ["Huur", "Opening"]
    assert titles(planned(MoveAgendaItem(first, second))) == ["Huur", "Opening"]
    assert titles(planned(MoveAgendaItem(first, first))) == ["Opening", "Huur"]
    assert titles(planned(DropAgendaItem(first))) == ["Huur"]
    assert titles(planned(DropAgendaItem("2"))) == ["Opening"]


def test_an_item_changes_and_gets_more_time_each_by_itself() -> None:
    first, second = ids(planned())
    value = planned(
        ExtendAgendaItem(second),
        ChangeAgendaItem(second, title="Huren"),
        ChangeAgendaItem(first, minutes=8),
        ExtendAgendaItem(first, -20),
    )
    assert [(i.title, i.minutes) for i in only(value).agenda] == [("Opening", 0), ("Huren", 25)]


def test_two_windows_that_change_the_agenda_lose_nothing_of_each_other() -> None:
    first, second = ids(planned())
    mine, theirs = (
        ChangeAgendaItem(first, "Welkom"),
        AddAgendaItem(AgendaItem("Bod", 5), second),
    )
    after = {tuple(titles(planned(a, b))) for a, b in ((mine, theirs), (theirs, mine))}
    assert after == {("Welkom", "Huur", "Bod")}


def test_items_of_an_older_file_without_ids_are_named_by_place() -> None:
    old = planned()
    bare = tuple(replace(item, id="") for item in only(old).agenda)
    meeting = replace(only(old), agenda=bare)
    value = replace(old, meetings=old.meetings.put(meeting))
    value = done(value, MoveAgendaItem("2"))
    assert titles(value) == ["Huur", "Opening"]
    assert all(ids(value))


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (AddAgendaItem(AgendaItem("")), "needs a title"),
        (AddAgendaItem(AgendaItem("x", -1)), "fewer than 0"),
        (AddAgendaItem(AgendaItem("x", theme="t9")), "no theme t9"),
        (
            AddAgendaItem(AgendaItem("x", kind=ItemKind.SELECTION, selection="rood")),
            "no list “rood”",
        ),
        (AddAgendaItem(AgendaItem("x", selection="rood")), "no list “rood”"),
        (PlanMeeting(agenda=(AgendaItem("x", selection="rood"),)), "no list “rood”"),
        (OpenMeeting(agenda=(AgendaItem(""),)), "needs a title"),
        (DropAgendaItem("7"), "no item 7"),
        (DropAgendaItem("1", meeting="5"), "no meeting 5 ahead"),
    ],
)
def test_what_cannot_be_on_an_agenda_is_refused(edit, words) -> None:
    with pytest.raises(AgreementError, match=words):
        planned(edit)


def test_minutes_are_asked_of_a_meeting_that_was_held() -> None:
    value = done(
        agreement(), OpenMeeting(), CloseMeeting(), PlanMeeting(date=OCTOBER, number=7)
    )
    assert meeting_named(value, None).number == 1
    assert meeting_named(value, 7).date == OCTOBER
    with pytest.raises(NotFound):
        meeting_named(value, 9)


def test_a_list_holds_what_fits_now() -> None:
    item = AgendaItem("Open", kind=ItemKind.SELECTION, selection=Selection.OPEN)
    value = in_meeting()
    assert "a11" in articles_of(value, item)
    assert "a11" not in articles_of(done(value, RecordDecision("1.1", Outcome.AGREED)), item)
    assert articles_of(value, AgendaItem("x", articles=("a12",), theme="t1")) == ("a12",)
    assert articles_of(value, ITEMS[1]) == ("a11", "a12", "a13", "a14")
    assert articles_of(value, ITEMS[0]) == ()


def test_a_side_is_away_when_nobody_of_it_is_there() -> None:
    for absent, sides in (
        ((), ()),
        (("hbr",), (Role.TENANTS,)),
        (("beekwonen",), ()),
        (("beekwonen", "goede-haard"), (Role.CORPORATION,)),
    ):
        value = in_meeting(absent=absent)
        assert sides_away(value, value.running_meeting) == sides


def test_people_of_earlier_meetings_of_this_kind_are_known() -> None:
    value = done(
        agreement(),
        OpenMeeting(),
        Attend("Ria Vos", Presence.PRESENT, "beekwonen"),
        Attend("Teun Bos", Presence.EXCUSED, "hbr"),
        CloseMeeting(),
        OpenMeeting(MeetingKind.ADMINISTRATIVE),
        Attend("Wethouder Aker", Presence.PRESENT, "rietbeek"),
        CloseMeeting(),
        OpenMeeting(),
        Attend("Ria Vos", Presence.ONLINE, "beekwonen"),
    )
    known = known_people(value, value.running_meeting)
    assert [(own.person, own.party) for own in known] == [("Teun Bos", "hbr")]
    value = done(value, CloseMeeting(), OpenMeeting(MeetingKind.OFFICIAL))
    assert len(known_people(value, value.running_meeting)) == 3


def test_the_minutes_of_the_same_kind_come_first_for_adoption() -> None:
    value = done(
        agreement(),
        OpenMeeting(),
        CloseMeeting(),
        OpenMeeting(MeetingKind.OFFICIAL),
        CloseMeeting(),
        OpenMeeting(),
    )
    meeting = value.running_meeting
    first = minutes_to_adopt(value, meeting)
    assert first.kind is MeetingKind.WORKING_GROUP
    value = done(value, AdoptMinutes(first.id))
    assert minutes_to_adopt(value, meeting) is None


# -- templates --------------------------------------------------------------------------------

THEMES = MeetingTemplate(
    "x",
    MeetingKind.WORKING_GROUP,
    (
        TemplateItem(Holds.POINT, "Opening", 10),
        TemplateItem(Holds.MINUTES, "Verslag", 5),
        TemplateItem(Holds.ACTIONS, "Acties", 5),
        TemplateItem(Holds.THEMES),
        TemplateItem(Holds.CLOSING, "Sluiting", 10),
    ),
    length=120,
)


def share(value: Agreement, theme: str) -> int:
    return next(i.minutes for i in fitted(THEMES, value, OCTOBER) if i.theme == theme)


def test_what_is_to_be_discussed_weighs_more_than_what_may_pass() -> None:
    value = agreement()
    asked = done(value, AskTreatment(("4.1",), "HBR", Treatment.DISCUSS))
    passed = done(value, AskTreatment(("4.1",), "HBR", Treatment.FORMALITY))
    disputed = done(in_meeting(), TakePosition("4.1", "HBR", Stance.DISAGREE))
    assert share(passed, "t4") < share(value, "t4") < share(asked, "t4")
    assert share(disputed, "t4") > share(value, "t4")


def test_what_is_settled_asks_for_no_time() -> None:
    value = done(
        in_meeting(),
        RecordDecision("4.1", Outcome.AGREED),
        RecordDecision("4.2", Outcome.AGREED),
    )
    assert share(value, "t4") == 0


@pytest.mark.parametrize(("length", "total"), [(120, 120), (45, 45), (20, 20), (0, 0)])
def test_the_minutes_come_to_the_length(length, total) -> None:
    items = fitted(THEMES, agreement(), OCTOBER, length)
    assert sum(item.minutes for item in items) == total


def test_there_is_no_last_time_before_the_first_meeting() -> None:
    kinds = {item.kind for item in fitted(THEMES, agreement(), OCTOBER)}
    assert kinds == {ItemKind.POINT, ItemKind.THEME}
    kinds = {item.kind for item in fitted(THEMES, planned(), OCTOBER)}
    assert {ItemKind.MINUTES, ItemKind.ACTIONS} <= kinds
    waits = done(agreement(), AddAction("lijst maken"))
    assert ItemKind.ACTIONS in {item.kind for item in fitted(THEMES, waits, OCTOBER)}


def test_a_template_is_found_by_kind_and_number() -> None:
    def of(name: str, number: int | None) -> MeetingTemplate:
        return replace(THEMES, name=name, number=number)

    known = Templates((of("een", 1), of("drie", 3)))
    found = [known.of(MeetingKind.WORKING_GROUP, n).name for n in (1, 2, 3, 5)]
    assert found == ["een", "een", "drie", "drie"]
    with_any = Templates((of("een", 1), of("elk", None)))
    assert with_any.of(MeetingKind.WORKING_GROUP, 2).name == "elk"
    bare = Templates().of(MeetingKind.EVALUATION)
    assert sum(i.minutes for i in fitted(bare, agreement(), OCTOBER)) == bare.length

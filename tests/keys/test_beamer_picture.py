"""What the room sees and never sees: pictures made of plain values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from pa_tui import edits
from pa_tui.domain.decisions import Outcome, Stance
from pa_tui.domain.meetings import Presence
from pa_tui.domain.text import paragraph
from pa_tui.edits.meeting import Attend
from pa_tui.language import speak
from pa_tui.room import Pointer, Room, Stage, Wish
from screens.beamer.following import PATIENCE, READING
from tests.keys.test_hostile_words import hostile
from tests.keys.wall import Wall, at
from tests.samples import agreement, done, in_meeting

TWELVE = "In 2027 wijst Beekwonen twaalf woningen met voorrang toe aan starters."
AMENDED = paragraph(TWELVE)


@pytest.fixture(autouse=True)
def english():
    speak("en")
    yield
    speak("nl")


@pytest.fixture
def wall() -> Wall:
    return Wall()


def revised(value):
    """1.2 in other words, not decided yet."""
    return done(value, edits.ReviseText("a12", AMENDED))


def amended(value):
    """1.2 in other words that are decided in one act."""
    return done(value, edits.RecordDecision("a12", Outcome.AMENDED, new_text=AMENDED))


# -- what stands there ---------------------------------------------------------------------


def test_before_there_is_a_chair_the_title_and_the_themes(wall):
    shown = wall.looks(agreement(), None)
    assert "Prestatieafspraken Rietbeek 2027" in shown
    assert "1 Betaalbaar wonen" in shown
    assert "4 Leefbaar" in shown


def test_an_article_with_who_when_and_no_decision(wall):
    shown = wall.looks(in_meeting(), at("a12"))
    for words in (
        "1 Betaalbaar wonen",
        "1.2 Starters met voorrang",
        "acht woningen met voorrang",
        "part 1 of 2 · Beekwonen · In 2027",
        "not decided yet",
    ):
        assert words in shown
    assert "together Beekwonen" in wall.looks(in_meeting(), at("a12", part=2))


@pytest.mark.parametrize(
    ("table", "said", "apart"),
    [
        (in_meeting(), [edits.TakePosition("a11", "hbr", Stance.RESERVE)], "reservation HBR"),
        (in_meeting(), [edits.TakePosition("a11", "hbr", Stance.DISAGREE)], "HBR"),
        (in_meeting(), [edits.TakePosition("a11", "hbr", Stance.RETURNS)], "HBR"),
        (in_meeting(absent=("hbr",)), [], "HBR"),
    ],
)
def test_never_plainly_agreed_while_somebody_stands_apart(wall, table, said, apart):
    decided = done(table, *said, edits.RecordDecision("a11", Outcome.AGREED))
    shown = wall.looks(decided, at("a11"))
    assert "◐ provisionally agreed, " in shown
    assert apart in shown.partition("provisionally agreed")[2]


def test_all_agree(wall):
    decided = done(in_meeting(), edits.RecordDecision("a11", Outcome.AGREED))
    assert wall.looks(decided, at("a11")).endswith("✓ provisionally agreed")


def test_positions_only_when_asked_for(wall):
    said = done(in_meeting(), edits.TakePosition("a11", "hbr", Stance.DISAGREE, reason="geld"))
    assert "does not agree" not in wall.looks(said, at("a11"))
    shown = wall.looks(said, at("a11", positions=True))
    assert "HBR does not agree" in shown
    assert "Gemeente nothing yet" in shown
    assert "geld" not in shown


def test_many_positions_leave_room_for_text_and_outcome(wall):
    table = in_meeting()
    for number in range(16):
        party = replace(table.parties["hbr"], id=f"p{number}", short=f"Partij {number}")
        table = replace(table, parties=table.parties.put(party))
    shown = wall.looks(table, at("a11", positions=True))
    assert "De huren stijgen" in shown
    assert all(f"Partij {number} not present" in shown for number in range(16))
    assert "not decided yet" in shown


def test_what_is_decided_together(wall):
    shown = wall.looks(in_meeting(), Pointer(Stage.TOGETHER, articles=("a11", "a14", "gone")))
    assert "To decide together 1.1 Huurverhoging 1.4 Wij denken na over de woonlasten." in shown


def test_who_is_there(wall):
    table = done(in_meeting(absent=("hbr",)), Attend("beekwonen", Presence.ONLINE))
    meeting = table.running_meeting.id
    shown = wall.looks(table, Pointer(Stage.MEETING, meeting=meeting))
    assert "Working group 2" in shown
    assert "Stichting Beekwonen online" in shown
    assert "Huurdersbelang Rietbeek absent" in shown


def test_what_a_meeting_came_to(wall):
    table = done(
        in_meeting(),
        edits.TakePosition("a21", "hbr", Stance.RESERVE),
        edits.RecordDecision("a21", Outcome.AGREED),
        edits.DecideTogether(("a14", "a11")),
        edits.AddAction("Cijfers sturen", "a11", "beekwonen"),
    )
    wall.height = 40
    shown = wall.looks(table, Pointer(Stage.RESULT, meeting=table.running_meeting.id))
    assert "Provisionally agreed 1.1 Huurverhoging 1.4 Wij denken" in shown
    assert "Provisionally agreed, reservation HBR 2.1 Nieuwbouw" in shown
    assert "Actions Cijfers sturen · Beekwonen" in shown


def test_a_meeting_that_decided_nothing_says_so(wall):
    table = in_meeting()
    pointer = Pointer(Stage.RESULT, meeting=table.running_meeting.id)
    assert "Nothing was decided yet" in wall.looks(table, pointer)


# -- the change first, then the final text -------------------------------------------------


def test_a_new_wording_is_shown_as_a_change_until_it_is_decided(wall):
    table = in_meeting()
    assert "[" not in wall.looks(table, at("a12"))
    changed = revised(table)
    assert "[acht] twaalf" in wall.looks(changed, at("a12"))
    wall.later(hours=1)
    assert "[acht] twaalf" in wall.looks(changed, at("a12"))
    decided = done(changed, edits.RecordDecision("a12", Outcome.AGREED))
    shown = wall.looks(decided, at("a12"))
    assert "twaalf woningen" in shown
    assert "acht" not in shown


def test_a_text_that_is_decided_at_once_shows_its_change_first(wall):
    table = in_meeting()
    wall.looks(table, at("a12"))
    decided = amended(table)
    shown = wall.looks(decided, at("a12"))
    assert "[acht] twaalf" in shown
    assert "with an amendment" in shown
    wall.later(seconds=READING.total_seconds() - 1)
    assert "[acht]" in wall.looks(decided, at("a12"))
    wall.later(seconds=2)
    assert "acht" not in wall.looks(decided, at("a12"))


def test_a_change_of_a_change_is_compared_with_what_the_table_knew(wall):
    changed = revised(in_meeting())
    wall.looks(changed, at("a12"))
    last = paragraph(TWELVE.replace("twaalf", "vijftien"))
    decided = done(changed, edits.RecordDecision("a12", Outcome.AMENDED, new_text=last))
    assert "[acht] vijftien" in wall.looks(decided, at("a12"))


def test_after_the_chair_went_on_the_final_text_stands(wall):
    wall.looks(in_meeting(), at("a12"))
    decided = amended(in_meeting())
    wall.looks(decided, at("a12"))
    assert "Schulden" in wall.looks(decided, at("a13"))
    assert "acht" not in wall.looks(decided, at("a12"))


def test_a_change_that_is_taken_back_is_shown_too(wall):
    table = in_meeting()
    decided = amended(table)
    wall.looks(decided, at("a12"))
    assert "[twaalf] acht" in wall.looks(table, at("a12"))


def test_the_chair_shows_the_change_or_the_final_text(wall):
    decided = amended(in_meeting())
    assert "[acht] twaalf" in wall.looks(decided, at("a12", wish=Wish.CHANGE))
    assert "acht" not in wall.looks(decided, at("a12", wish=Wish.FINAL))
    assert "acht" not in wall.looks(revised(in_meeting()), at("a12", wish=Wish.FINAL))


# -- held still, paused, lost --------------------------------------------------------------


def test_held_still_it_shows_what_it_showed_and_says_so(wall):
    table = in_meeting()
    wall.looks(table, at("a11"))
    later = done(table, edits.RecordDecision("a11", Outcome.AGREED))
    shown = wall.looks(later, at("a13", room=Room.COVERED))
    assert "Huurverhoging" in shown
    assert "not decided yet" in shown
    assert shown.endswith("held still since 14:00")
    wall.later(minutes=3)
    assert wall.looks(later, at("a13", room=Room.COVERED)).endswith("since 14:00")
    assert "Schulden" in wall.looks(later, at("a13"))
    assert "held" not in wall.text


def test_held_still_before_anything_was_shown(wall):
    shown = wall.looks(in_meeting(), at("a11", room=Room.COVERED))
    assert "Betaalbaar wonen" in shown
    assert "Huurverhoging" not in shown
    assert shown.endswith("held still")


def test_a_pause_shows_the_title_and_the_time(wall):
    wall.looks(in_meeting(), at("a11"))
    shown = wall.looks(in_meeting(), at("a11", room=Room.PAUSED))
    assert shown == "Prestatieafspraken Rietbeek 2027 Pause 14:00"
    wall.later(minutes=5)
    assert wall.looks(in_meeting(), at("a11", room=Room.PAUSED)).endswith("14:05")


def test_a_chair_that_is_gone_leaves_the_last_picture(wall):
    wall.looks(in_meeting(), at("a11"))
    wall.later(minutes=1)
    shown = wall.looks(in_meeting(), None)
    assert "Huurverhoging" in shown
    assert shown.endswith("as it was at 14:01")
    wall.later(minutes=1)
    assert wall.looks(in_meeting(), None).endswith("as it was at 14:01")
    assert "as it was" not in wall.looks(in_meeting(), at("a11"))


def test_a_file_that_cannot_be_read_leaves_the_last_picture(wall):
    wall.looks(in_meeting(), at("a11"))
    before = wall.text
    assert wall.looks(None) == before
    wall.later(seconds=PATIENCE.total_seconds())
    shown = wall.looks(None)
    assert shown.startswith(before)
    assert shown.endswith("as it was at 14:00")


def test_a_pause_stays_a_pause_when_the_chair_is_gone(wall):
    wall.looks(in_meeting(), at("a11", room=Room.PAUSED))
    assert "Pause" in wall.looks(in_meeting(), None)


def test_an_article_that_is_not_in_the_file_yet_changes_nothing(wall):
    before = wall.looks(in_meeting(), at("a11"))
    assert wall.looks(in_meeting(), at("unknown")) == before


# -- nothing is cut, nothing jumps -----------------------------------------------------------


def test_a_long_text_is_read_page_by_page_and_then_from_the_start(wall):
    table = in_meeting()
    seen: set[int] = set()
    first = wall.looks(table, at("a42"))
    assert "page 1 of" in first
    pages = int(first.partition("page 1 of ")[2].split()[0])
    for page in range(pages):
        shown = wall.looks(table, at("a42", page=page))
        seen |= {number for number in range(1, 41) if f"Alinea {number} over" in shown}
    assert seen == set(range(1, 41))
    assert wall.looks(table, at("a42", page=pages)) == first
    assert "Alinea 40 over" in wall.looks(table, at("a42", page=-1))


def test_a_long_text_is_shown_from_the_part_at_hand(wall):
    table = done(in_meeting(), edits.CutCommitment("a42", "Alinea 30"))
    assert "Alinea 30 over" in wall.looks(table, at("a42", part=2))
    assert "Alinea 1 over" not in wall.text


def test_a_long_text_is_shown_from_its_first_change(wall):
    text = list(agreement().articles["a42"].text)
    text[30] = paragraph("Alinea 31 is nieuw.")[0]
    table = done(in_meeting(), edits.ReviseText("a42", tuple(text)))
    shown = wall.looks(table, at("a42"))
    assert "is nieuw." in shown


def test_everything_keeps_its_place(wall):
    places = set()
    for article in ("a11", "a12", "a14", "a21", "a31"):
        wall.looks(in_meeting(), at(article))
        heading = next(
            y for y, row in enumerate(wall.rows) if f"{article[1]}.{article[2]}" in row
        )
        outcome = next(y for y, row in enumerate(wall.rows) if "not decided" in row)
        left = len(wall.rows[outcome]) - len(wall.rows[outcome].lstrip())
        places.add((heading, outcome, left))
    assert len(places) == 1


_STAGES = st.builds(
    Pointer,
    st.sampled_from(Stage),
    st.sampled_from([*agreement().articles, "", "unknown"]),
    st.integers(-3, 50),
    st.lists(st.sampled_from(["a11", "a42", "x"]), max_size=4).map(tuple),
    st.sampled_from(["", "unknown", in_meeting().running_meeting.id]),
    st.integers(-100, 100),
    st.sampled_from(Wish),
    st.sampled_from(Room),
    st.booleans(),
)


@given(_STAGES, _STAGES, st.integers(40, 220), st.integers(10, 90))
def test_every_picture_fits_and_is_never_blank(first, second, width, height):
    wall = Wall(width, height)
    for pointer in (first, second, None):
        wall.looks(in_meeting(), pointer)
        assert len(wall.rows) == height
        assert wall.text
        assert max(map(cell_len, wall.rows)) <= width


# -- never on the wall -------------------------------------------------------------------------

SECRET = "geheimzinnig"


def full_of_secrets():
    """An agreement with a secret in every place that is not for the room."""
    table = done(
        revised(in_meeting()),
        edits.TakeNote(SECRET, "a12"),
        edits.TakeNote(SECRET, "a12", internal=True),
        edits.TakeNote(SECRET),
        edits.TakePosition("a12", "hbr", Stance.RESERVE, reason=SECRET),
        edits.TakePosition("a11", "hbr", Stance.DISAGREE, reason=SECRET),
        edits.Propose("a12", "hbr", paragraph(SECRET)),
        edits.Park(SECRET, "a12"),
        edits.RecordDecision("a12", Outcome.AGREED),
        edits.RecordDecision("a13", Outcome.DROPPED, reason=SECRET),
        edits.RecordDecision("a14", Outcome.NO_AGREEMENT, reason=SECRET),
    )
    articles = table.articles
    for article in list(articles.values()):
        articles = articles.put(replace(article, bid=SECRET))
    return replace(table, articles=articles)


SECRETS = full_of_secrets()


@given(_STAGES, st.booleans())
def test_no_note_reason_proposal_or_bid_is_ever_on_the_wall(pointer, high):
    wall = Wall(120, 60 if high else 24)
    meeting = SECRETS.running_meeting.id
    for place in (pointer, replace(pointer, room=Room.LIVE, meeting=meeting, positions=True)):
        assert SECRET not in wall.looks(SECRETS, place)


def test_the_secrets_are_there_to_be_found():
    assert SECRET in "".join(note.text for note in SECRETS.notes.values())
    assert SECRETS.decision_on("a13").reason == SECRET
    assert SECRETS.positions_on("a11")["hbr"].reason == SECRET


@pytest.mark.parametrize("stage", Stage)
def test_words_of_users_steer_nothing(stage):
    table = hostile()
    wall = Wall(120, 60)
    meeting = table.running_meeting.id
    pointer = Pointer(stage, "a11", articles=("a11",), meeting=meeting, positions=True)
    wall.looks(table, pointer)
    for row in wall.rows:
        assert all(sign >= " " and not "\x7f" <= sign <= "\x9f" for sign in row)
        assert "\u202e" not in row

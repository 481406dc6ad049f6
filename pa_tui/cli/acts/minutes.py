"""The secretary's words in minutes as acts."""

from __future__ import annotations

from pa_tui.cli.acts.base import Act, Table
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.edits import Edit
from pa_tui.edits.minutes import DropRewording, Reword
from pa_tui.errors import N_, NotFound
from pa_tui.papers.editions import meeting_of_minutes
from pa_tui.papers.minutes import minutes_with_words

_MEETING = Option("--meeting", "N", N_("of which meeting; the last one"))
_PLACE = Word("PLACE", N_("which piece, as “pa-tui minutes --pieces” names it"))


def _reword(given: Given, table: Table) -> Edit:
    meeting = meeting_of_minutes(table.agreement, given.get("--meeting"))
    place = given.word("PLACE")
    made = minutes_with_words(table.agreement, meeting, at=table.now).made
    if place not in made:
        raise NotFound(
            N_(
                "There is no piece “{place}” in these minutes. “pa-tui minutes --pieces” "
                "names them all."
            ),
            place=place,
        )
    mine = table.agreement.rewordings.get(f"{meeting.id}/{place}")
    held = mine.becomes if mine else ""
    becomes = held if given.flag("--keep") else given.text("WORDS")
    return Reword(meeting.id, place, made[place], becomes, held)


def _drop(given: Given, table: Table) -> Edit:
    meeting = meeting_of_minutes(table.agreement, given.get("--meeting"))
    return DropRewording(meeting.id, given.word("PLACE"))


ACTS = (
    Act(
        Form(
            "reword",
            N_("other words for a piece of the minutes"),
            (_PLACE, Word("WORDS", N_("the words"), optional=True, rest=True)),
            (
                _MEETING,
                Option(
                    "--keep",
                    "",
                    N_("the words that stand there, over what the program writes now"),
                ),
            ),
        ),
        _reword,
    ),
    Act(
        Form(
            "drop-rewording",
            N_("the program’s own words again in a piece of the minutes"),
            (_PLACE,),
            (_MEETING,),
        ),
        _drop,
    ),
)

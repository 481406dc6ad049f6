"""The keys that give pieces of the minutes other words, and settle what conflicts."""

from __future__ import annotations

from pa_tui.domain.meetings import Meeting, MinutesState
from pa_tui.edits.minutes import DropRewording, Reword
from pa_tui.errors import AgreementError
from pa_tui.language import _
from pa_tui.papers.editions import Edition
from pa_tui.papers.rewording import Conflict
from pa_tui.ports import HalfTyped
from screens.entry.asking import Option, Question
from screens.listing import ListingScreen
from screens.papers.leaves import CONFLICT
from screens.papers.reader import Reader

_TYPED = "minutes"
"""What half-typed words of minutes are kept for."""


class Rewriting(ListingScreen):
    """A screen with minutes in a reader."""

    reader: Reader

    def action_into(self) -> None:
        """Puts the cursor in the text."""
        raise NotImplementedError

    def action_out(self) -> None:
        """Puts the cursor back in the list."""
        raise NotImplementedError

    @property
    def edition(self) -> Edition | None:
        """The minutes that are read and can get other words; None where others are."""
        raise NotImplementedError

    @property
    def meeting(self) -> Meeting | None:
        """The meeting whose minutes are read."""
        raise NotImplementedError

    def action_words(self) -> None:
        """Other words for the piece under the cursor; from the list the cursor goes into
        the text first."""
        if not self._may_reword():
            return
        if not self.reader.lit:
            self.action_into()
            self.say(_("Enter gives the piece other words"))
            return
        place = self._place()
        if place is None:
            return
        conflict = self._conflict(place)
        if conflict is None:
            self._open(place)
        else:
            self._settle(conflict)

    def action_next_conflict(self) -> None:
        """To the next piece whose words conflict with the record."""
        made = self.edition
        if made is None or not made.conflicts:
            self.say(_("Nothing conflicts"))
            return
        places = [CONFLICT + own.place for own in made.conflicts]
        here = self.reader.current
        following = places.index(here) + 1 if self.reader.lit and here in places else 0
        self.action_into()
        self.reader.go_to(places[following % len(places)])
        count = len(places)
        self.say(
            _("Conflict {place} of {count}", place=following % count + 1, count=count),
            _("enter chooses"),
        )

    def action_program(self) -> None:
        """The program's own words again."""
        if not self._may_reword():
            return
        place, meeting = self._place(), self.meeting
        if place is None or meeting is None:
            self.say(_("Choose a piece of the text first"), _("e goes into it"))
        elif self._mine(place):
            self._drop(meeting, place)
        else:
            self.say(_("The program’s own words stand there"))

    # -- one piece -------------------------------------------------------------------------

    def _may_reword(self) -> bool:
        meeting = self.meeting
        if meeting is None:
            self.say(_("Only minutes can get other words; others change with the record."))
            return False
        if meeting.minutes_state is MinutesState.ADOPTED:
            self.say(_("Adopted minutes do not change; the next minutes put them right."))
            return False
        if self.edition is None:
            self.say(_("An older version does not change. Go to the minutes as they are now."))
            return False
        return True

    def _place(self) -> str | None:
        """The piece under the cursor."""
        here = self.reader.current if self.reader.lit else None
        return here.removeprefix(CONFLICT) if isinstance(here, str) else None

    def _conflict(self, place: str) -> Conflict | None:
        found = self.edition.conflicts if self.edition else ()
        return next((own for own in found if own.place == place), None)

    def _mine(self, place: str) -> str:
        """The secretary's words in a piece; empty where there are none."""
        assert self.meeting is not None
        own = self.agreement.rewordings.get(f"{self.meeting.id}/{place}")
        return own.becomes if own is not None else ""

    def _settle(self, conflict: Conflict) -> None:
        """Asks whose words stay."""
        meeting = self.meeting
        assert meeting is not None
        answers = [Option(_("n"), _("let them go"), "program")]
        if conflict.now is not None:
            answers = [
                Option(_("k"), _("keep yours"), "mine"),
                Option(_("n"), _("what the record says now"), "program"),
                Option(_("w"), _("other words"), "edit"),
            ]

        def chosen(which: str) -> None:
            if which == "program":
                self._drop(meeting, conflict.place)
            elif which == "edit":
                self._open(conflict.place)
            elif conflict.now is not None:
                mine = conflict.mine
                edit = Reword(meeting.id, conflict.place, conflict.now, mine, mine)
                self.perform(edit, lambda receipt: self.say(_("Your words stay")))

        self.ask(Question(_("Whose words stay?"), tuple(answers), chosen))

    def _drop(self, meeting: Meeting, place: str) -> None:
        self.perform(
            DropRewording(meeting.id, place),
            lambda receipt: self.say(_("The program’s own words stand there again")),
        )

    def _open(self, place: str) -> None:
        """Opens the words of a piece."""
        from screens.papers.words import WordsScreen

        meeting, made = self.meeting, self.edition
        assert meeting is not None
        assert made is not None
        program = dict(made.made).get(place)
        if program is None:
            return
        mine = self._mine(place)
        typed = (_TYPED, f"{meeting.id}/{place}")
        waiting = next(
            (own for own in self.workspace.store.half_typed() if _is_at(own, typed)), None
        )

        def keep(words: str) -> None:
            self.workspace.keep_half_typed(*typed, words)

        def written(words: str | None) -> None:
            if words is None or words == (mine or program):
                keep("")
            else:
                self._write(Reword(meeting.id, place, program, words, mine), typed)

        words = waiting.text if waiting else mine or program
        news = _("These words were half typed before.") if waiting else ""
        self.app.push_screen(WordsScreen(words, program, keep, news), written)

    def _write(self, edit: Reword, typed: tuple[str, str]) -> None:
        hear = self.told(lambda receipt: self.say(_("These words stand in the minutes")))
        try:
            self.workspace.submit(edit, hear, typed)
        except AgreementError as error:
            self.refuse(error)


def _is_at(own: HalfTyped, typed: tuple[str, str]) -> bool:
    return (own.purpose, own.place) == typed

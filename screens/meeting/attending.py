"""The keys that say how a party or a person is at the table."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.meetings import Presence, TableRole
from pa_tui.domain.people import known_people
from pa_tui.edits.attendance import ForgetAttendance
from pa_tui.edits.meeting import Attend
from pa_tui.language import N_, _, n_
from pa_tui.telling import describe_edit
from screens.entry.asking import Entry, Option, Question
from screens.listing import ListingScreen

_CHOICES = (
    ("a", Presence.PRESENT),
    ("o", Presence.ONLINE),
    ("k", Presence.EXCUSED),
    ("x", Presence.ABSENT),
    ("v", Presence.LEFT),
    ("b", Presence.ARRIVED),
    ("r", Presence.REPLACED),
)
_ROLES = (
    ("d", TableRole.MEMBER, N_("takes part")),
    ("v", TableRole.CHAIR, N_("chair")),
    ("n", TableRole.SECRETARY, N_("minutes")),
    ("a", TableRole.ADVISER, N_("adviser, of no party")),
    ("t", TableRole.LISTENER, N_("listener, of no party")),
)


class Attending(ListingScreen):
    """A board whose stops are ("party", key) and ("person", name, key or "")."""

    def _whom(self) -> tuple[str, str | None, str]:
        """Who the cursor is on: the name an edit wants, its party, how it is called."""
        match self.board.current:
            case ("party", str(party)):
                return party, None, labels.party(self.agreement, party)
            case ("person" | "known", str(name), str(party)):
                return name, party or None, name
        return "", None, ""

    def action_stop(self) -> None:
        """What Enter means where the cursor is."""
        match self.board.current:
            case ("known", *_):
                self.action_attend(Presence.PRESENT.value)
            case _:
                self.action_attendance()

    def action_everybody(self) -> None:
        """Notes everybody who is known from earlier meetings as present."""
        meeting = self.agreement.running_meeting
        known = known_people(self.agreement, meeting) if meeting else ()
        for entry in known:
            edit = Attend(entry.person, Presence.PRESENT, entry.party, entry.role)
            if not self.perform(edit):
                return
        words = n_("{count} person is here", "{count} persons are here", len(known))
        self.say(words if known else _("Nobody is known from earlier meetings"))

    def action_attend(self, state: str) -> None:
        """Notes how the party or person under the cursor is there."""
        who, party, name = self._whom()
        presence = Presence(state)
        if who and presence is Presence.REPLACED:
            self.action_replaced()
        elif who:
            self._attend(Attend(who, presence, party, self._role_of(who)), name)

    def action_attendance(self) -> None:
        """Asks how the party or person under the cursor is there."""
        who, _party, name = self._whom()
        if not who:
            return
        options = tuple(
            Option(key, labels.name(presence), presence.value) for key, presence in _CHOICES
        )
        self.ask(Question(name, options, self.action_attend))

    def action_party(self, place: int) -> None:
        """Asks how a party is there, by its place in the list."""
        parties = self.agreement.ordered_parties
        if 1 <= place <= len(parties):
            self.board.go_to(("party", parties[place - 1].id))
            self.action_attendance()

    def action_replaced(self) -> None:
        """Asks who sits there instead."""
        who, party, name = self._whom()
        if not who:
            return

        def taken(by: str) -> None:
            if by:
                role = self._role_of(who)
                self._attend(Attend(who, Presence.REPLACED, party, role, by), name)

        self.type_in(Entry(_("{name} is replaced by", name=name), taken))

    def action_forget_person(self) -> None:
        """Takes the person under the cursor off the attendance."""
        match self.board.current:
            case ("person", str(name), str(party)):
                edit = ForgetAttendance(name, party or None)
                told = describe_edit(edit, self.agreement)
                self.perform(edit, lambda receipt: self.say(told, _("u takes it back")))
            case _:
                self.say(_("Go to a person first; a party stays on the list"))

    def action_name(self, typed: str = "") -> None:
        """Asks for the name of a person, and what he does here."""
        match self.board.current:
            case ("party", str(party)) | ("person" | "known", str(), str(party)):
                pass
            case _:
                party = ""
        party_name = labels.party(self.agreement, party) if party else ""
        prompt = _("Name, for {party}", party=party_name) if party else _("Name")
        self.type_in(Entry(prompt, lambda name: self._named(name, party), text=typed))

    def _named(self, name: str, party: str) -> None:
        if not name:
            return
        options = (
            Option("enter", "", TableRole.MEMBER.value),
            *(Option(key, _(label), role.value) for key, role, label in _ROLES),
        )

        def chosen(value: str) -> None:
            role = TableRole(value)
            outside = role in (TableRole.ADVISER, TableRole.LISTENER)
            self._attend(
                Attend(name, Presence.PRESENT, None if outside else party or None, role), name
            )

        self.ask(Question(name, options, chosen, lambda: self.action_name(name)))

    def _attend(self, edit: Attend, name: str) -> None:
        words = labels.name(edit.state)
        self.perform(edit, lambda receipt: self.say(f"{name}: {words}"))

    def _role_of(self, who: str) -> TableRole:
        meeting = self.agreement.running_meeting
        if meeting is None:
            return TableRole.MEMBER
        entries = (*meeting.attendance, *known_people(self.agreement, meeting))
        return next((a.role for a in entries if a.person == who), TableRole.MEMBER)

"""What a party says: its choice opens on one line and never cycles."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from pa_tui import edits, labels
from pa_tui.domain.decisions import ReservationKind, Stance, Treatment
from pa_tui.domain.parties import ALL, SILENT, Party
from pa_tui.language import _
from screens.entry.asking import Option, Question
from screens.walk.deciding import Deciding

if TYPE_CHECKING:
    from pa_tui.reading.entry.action import UntilEntry
    from pa_tui.reading.entry.heard import HeardEntry

_CLEAR = "clear"
_LIFT = "lift"
_NO_WISH = "no wish"


class Speaking(Deciding):
    """The keys for positions."""

    def action_party(self, number: int) -> None:
        """Opens the choice of the party of this number; 0 is all of them."""
        if self.here is None:
            return
        if number == 0:
            self.choose(ALL, _("all parties"))
            return
        parties = self.agreement.ordered_parties
        if number > len(parties):
            self.say(_("There is no party {number}.", number=number))
            return
        party = parties[number - 1]
        self.choose(party.id, party.short, str(number))

    def action_party_by_letter(self) -> None:
        """Asks for a party by letter and opens its choice."""
        self._which_party(_("party"), self._choose_of)

    def _choose_of(self, party: Party) -> None:
        self.choose(party.id, party.short)

    def _which_party(self, prompt: str, chosen: object, *, digits: bool = False) -> None:
        """Asks which party, by digit where nine are enough, else by letter."""
        parties = self.agreement.ordered_parties
        signs = "123456789" if digits and len(parties) <= 9 else ascii_lowercase
        options = tuple(
            Option(sign, party.short, party, opens=True)
            for sign, party in zip(signs, parties, strict=False)
        )
        self.ask(Question(prompt, options, chosen))  # type: ignore[arg-type]

    def choose(self, party: str, name: str, digit: str = "") -> None:
        """Asks what a party (key, or "all") says of the article.

        A second digit or a point after the digit means that a number was begun: it goes on
        as a jump to that article.
        """
        options = [
            Option("a", _("agrees"), Stance.AGREE),
            Option("v", _("reservation"), Stance.RESERVE, opens=True),
            Option("n", _("does not agree"), Stance.DISAGREE, opens=True),
            Option("k", _("comes back on it"), Stance.RETURNS, opens=True),
            Option("x", _("not concerned"), Stance.NOT_APPLICABLE),
        ]
        position = self.agreement.positions_on(self.here or "").get(party)
        if position is not None:
            options.append(Option("w", _("clear"), _CLEAR))
            if position.stance is Stance.RESERVE:
                options.append(Option("o", _("lift"), _LIFT))
        options += self._wishes(party)

        def other(key: str) -> bool:
            if digit and (key == "." or key.isdigit()):
                self.action_jump(digit + key)
                return True
            return False

        self.ask(
            Question(
                name, tuple(options), lambda said: self._said(party, name, said), other=other
            )
        )

    def _wishes(self, party: str) -> list[Option]:
        """How a party may ask to have the article treated: before a meeting, while nothing
        is decided; in a meeting only what it asked can be changed."""
        line = self.agreement.lines[self.here or ""]
        asked = party in (*line.discuss, *line.formality)
        in_meeting = self.agreement.running_meeting is not None
        if party == ALL or not line.is_undecided or (in_meeting and not asked):
            return []
        options = [
            Option("h", _("formality"), Treatment.FORMALITY),
            Option("b", _("discuss"), Treatment.DISCUSS),
        ]
        if asked:
            options.append(Option("g", _("no wish"), _NO_WISH))
        return options

    def _said(self, party: str, name: str, said: Stance | Treatment | str) -> None:
        article = self.here
        if article is None:
            return
        if isinstance(said, Treatment):
            self.act(edits.AskTreatment((article,), party, said))
        elif said == _NO_WISH:
            self.act(edits.AskTreatment((article,), party, None))
        elif said == _CLEAR:
            self.act(edits.ClearPosition(article, party))
        elif said == _LIFT:
            self.action_lift(party, name)
        elif not isinstance(said, Stance):
            return
        elif party == ALL and self._speaking_otherwise(said):
            self._which_of_all(said)
        else:
            self._speak(party, name, said)

    def _speak(self, party: str, name: str, said: Stance) -> None:
        """Takes a position, after the words that belong to it."""
        if said is Stance.RESERVE:
            self._reserve(party, name)
        elif said is Stance.RETURNS:
            self._returns(party, name)
        elif said is Stance.DISAGREE:
            self._disagrees(party, name)
        elif self.here is not None:
            self.act(edits.TakePosition(self.here, party, said))

    def _disagrees(self, party: str, name: str) -> None:
        def take(article: str, words: str) -> bool:
            edit = edits.TakePosition(article, party, Stance.DISAGREE, words)
            return self.act(edit, ("disagree", article))

        self.line_for(
            "disagree",
            _("{party} does not agree, because", party=name),
            take,
            hint=_("enter keeps, empty: reason follows · esc"),
        )

    # -- all of them -----------------------------------------------------------------------

    def _speaking_otherwise(self, said: Stance) -> tuple[str, ...]:
        """The names of the parties that would be overruled if all said this."""
        at_hand = self.agreement.positions_on(self.here or "")
        return tuple(
            own.short
            for own in self._there()
            if own.id in at_hand and at_hand[own.id].stance is not said
        )

    def _there(self) -> tuple[Party, ...]:
        """The parties concerned that are at the table (outside a meeting: all concerned)."""
        article, meeting = self.article, self.agreement.running_meeting
        concerned = self.agreement.parties_at(article.theme) if article else ()
        return tuple(own for own in concerned if meeting is None or meeting.is_here(own.id))

    def _which_of_all(self, said: Stance) -> None:
        """Asks whether those that said something else are meant too."""
        names = labels.listed(self._speaking_otherwise(said))
        self.ask(
            Question(
                _("{parties} said something else; position for", parties=names),
                (
                    Option("l", _("only those without one"), SILENT),
                    Option("o", _("all, also over theirs"), ALL),
                ),
                lambda whom: self._speak(whom, _("all parties"), said),
            )
        )

    def _returns(self, party: str, name: str) -> None:
        def take(article: str, words: str) -> bool:
            found = self.read_until(words)
            reason = "" if found.date else found.words
            edit = edits.TakePosition(article, party, Stance.RETURNS, reason, found.date)
            return self.act(edit, ("returns", article))

        prompt = _("{party} comes back on it, by", party=name)
        self.line_for("returns", prompt, take, self._understood_until)

    # -- reservations ----------------------------------------------------------------------

    def action_reserve(self) -> None:
        """A party makes a reservation: which party, of what kind, until when."""
        if self.here is not None:
            self._which_party(_("reservation of"), self._reserve_of, digits=True)

    def _reserve_of(self, party: Party) -> None:
        self._reserve(party.id, party.short)

    def _reserve(self, party: str, name: str) -> None:
        prompt = _("reservation {party}", party=name)
        bodies = (
            Option("a", _("members"), "achterban", opens=True),
            Option("c", _("college"), "college", opens=True),
            Option("r", _("supervisory board"), "raad van commissarissen", opens=True),
            Option("b", _("its board"), "bestuur", opens=True),
            Option("i", _("on the content"), "", opens=True),
        )
        self.ask(
            Question(
                prompt,
                bodies,
                lambda body: (
                    self._consent(party, name, body) if body else self._content(party, name)
                ),
            )
        )

    def _consent(self, party: str, name: str, body: str) -> None:
        def take(article: str, words: str) -> bool:
            found = self.read_until(words)
            reason = f"{body}; {words}" if words and _says_more(words, found) else body
            edit = edits.TakePosition(
                article, party, Stance.RESERVE, reason, found.date, ReservationKind.CONSENT
            )
            return self.act(edit, ("reserve", article))

        prompt = _("{party}, {body}, until", party=name, body=body)
        self.line_for("reserve", prompt, take, self._understood_until)

    def _content(self, party: str, name: str) -> None:
        def take(article: str, words: str) -> bool:
            edit = edits.TakePosition(
                article, party, Stance.RESERVE, words, kind=ReservationKind.CONTENT
            )
            return self.act(edit, ("reserve", article))

        prompt = _("{party} has a reservation on", party=name)
        self.line_for("reserve", prompt, take)

    def action_lift(self, party: str, name: str) -> None:
        """A reservation is lifted: when and how that was let know."""

        def take(article: str, words: str) -> bool:
            heard = self.read_message(words)
            edit = edits.LiftReservation(article, party, heard.source, heard.on)
            return self.act(edit, ("lift", article))

        hint = _("9 October, e-mail of … · enter · esc drops")
        prompt = _("{party}: lifted, heard by", party=name)
        self.line_for("lift", prompt, take, self._understood_heard, hint=hint)

    def _understood_heard(self, words: str) -> str:
        return self._heard_in_words(self.read_message(words))

    def _understood_withdrawal(self, words: str) -> str:
        return self._heard_in_words(self.read_withdrawal(words))

    def _heard_in_words(self, heard: HeardEntry) -> str:
        day = labels.day(heard.on or self.today)
        return " · ".join(filter(None, (day, heard.source, heard.reason)))

    def action_withdraw(self) -> None:
        """A party comes back on its agreement."""
        self._which_party(_("no longer agrees"), self._withdraw, digits=True)

    def _withdraw(self, party: Party) -> None:
        def take(article: str, words: str) -> bool:
            heard = self.read_withdrawal(words)
            if not heard.reason:
                self.say(_("Say why {party} no longer agrees.", party=party.short))
                return False
            edit = edits.WithdrawAgreement(
                article, party.id, heard.reason, heard.source, heard.on
            )
            return self.act(edit, ("withdraw", article))

        hint = _("22 September, e-mail of …: why · enter · esc")
        prompt = _("{party} no longer agrees, because", party=party.short)
        self.line_for("withdraw", prompt, take, self._understood_withdrawal, hint=hint)


def _says_more(words: str, found: UntilEntry) -> bool:
    """Whether words tell more than the day that was read in them."""
    return found.date is None or len(words.split()) > len(found.due_words.split()) + 1

"""Notes and actions: written down in one line, and put right in one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from pa_tui import edits
from pa_tui.domain.meetings import Action, Note
from pa_tui.domain.parties import Party
from pa_tui.edits.base import Edit
from pa_tui.language import _
from screens.walk.writing import Writing

_Corrected = Callable[[str], Edit]
_INTERNAL = re.compile(r"\bintern(?:al)?\s*:\s*", re.IGNORECASE)


class NoteWords(NamedTuple):
    """A note as typed: its words, whose they are, and whether it is internal."""

    text: str
    party: Party | None = None
    internal: bool = False


def read_note(words: str, parties: Iterable[Party]) -> NoteWords:
    """A note from one line: "HBR: te duur" is theirs. With "intern:" anywhere in it the
    whole note is internal; in the middle the word stays where it is."""
    words = words.strip()
    first = _INTERNAL.match(words)
    rest = words[first.end() :] if first else words
    who, colon, said = rest.partition(":")
    party = next((p for p in parties if p.is_called(who)), None) if colon else None
    if party is not None and said.strip():
        inner = _INTERNAL.match(said.strip())
        rest = said.strip()[inner.end() :] if inner else said.strip()
    else:
        party = None
    internal = _INTERNAL.search(words) is not None
    return NoteWords(rest or words, party, internal)


class Noting(Writing):
    """The keys that write something down beside the article."""

    def action_note(self) -> None:
        """A note for the minutes, of a party or internal where the line says so."""

        def take(article: str, words: str) -> bool:
            note = self._read_note(words)
            party = note.party.id if note.party else None
            edit = edits.TakeNote(note.text, article, party, note.internal)
            return self.act(edit, ("note", article))

        self.line_for(
            "note", _("note"), take, self._understood_note, hint=self._hint_for_notes()
        )

    def _hint_for_notes(self) -> str:
        return _(
            "“{party}: …” is theirs, “intern: …” stays out of the minutes · enter · esc",
            party=self._last_party(),
        )

    def _read_note(self, words: str) -> NoteWords:
        return read_note(words, self.agreement.ordered_parties)

    def _understood_note(self, words: str) -> str:
        note = self._read_note(words)
        if note.internal:
            return _("internal, not in the minutes")
        return note.party.short if note.party else ""

    def action_act(self) -> None:
        """Somebody will do something by a day."""

        def take(article: str, words: str) -> bool:
            found = self.read_action(words)
            edit = edits.AddAction(
                found.text, article, found.party, found.person, found.due, found.due_words
            )
            return self.act(edit, ("action", article))

        self.line_for("action", _("action"), take, self._understood_action)

    # -- putting right ---------------------------------------------------------------------

    def action_correct(self) -> None:
        """The last note or action of this article comes back in the line."""
        last = self._last_entry()
        if isinstance(last, Note):
            self._correct_note(last)
        elif last is not None:
            self._correct_action(last)
        elif self.here is not None:
            self.say(_("There is no note or action on this article to correct."))

    def _last_entry(self) -> Note | Action | None:
        here = self.here or ""
        found: list[Note | Action] = [
            *self.agreement.notes.of(here),
            *self.agreement.actions.of(here),
        ]
        dated = [own for own in found if own.at is not None]
        return max(dated, key=lambda own: str(own.at), default=None)

    def _correct_note(self, note: Note) -> None:
        party = self.agreement.parties.get(note.party or "")
        before = f"{party.short}: {note.text}" if party else note.text
        if note.internal and not _INTERNAL.search(before):
            before = f"intern: {before}"

        def corrected(words: str) -> Edit:
            said = self._read_note(words)
            whose = said.party.id if said.party else ""
            return edits.CorrectNote(note.id, said.text, whose, said.internal)

        self._put_right(_("correct the note"), before, corrected, note=True)

    def _correct_action(self, action: Action) -> None:
        def corrected(words: str) -> Edit:
            found = self.read_action(words)
            return edits.CorrectAction(
                action.id, found.text, found.party, found.person, found.due, found.due_words
            )

        self._put_right(_("correct the action"), self._as_typed(action), corrected)

    def _as_typed(self, action: Action) -> str:
        """An action in words that read back as the same."""
        words = f"{action.text} {action.due_words}".strip()
        if action.party and self.read_action(words).party != action.party:
            words = f"{words} @{action.party}"
        if action.person:
            words = f"{words} @{action.person.split()[0]}"
        return words

    def _put_right(
        self, prompt: str, before: str, corrected: _Corrected, *, note: bool = False
    ) -> None:
        def take(article: str, words: str) -> bool:
            if words == before:
                self.say(_("Nothing was changed."))
                return True
            return self.act(corrected(words), ("correct", article))

        self.line_for(
            "correct",
            prompt,
            take,
            self._understood_note if note else self._understood_action,
            text=before,
            hint=self._hint_for_notes() if note else "",
        )

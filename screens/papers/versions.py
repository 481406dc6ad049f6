"""The keys that show the versions of minutes that were kept, and compare them."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.domain.minutes import MinutesVersion
from pa_tui.language import _
from pa_tui.papers.editions import compared, read_back, versions_of
from screens.entry.asking import Option, Question
from screens.papers.leaves import Read
from screens.papers.rewriting import Rewriting


class Comparing(Rewriting):
    """A screen that shows minutes, a version of them, or two compared."""

    shown_versions: tuple[str, ...] = ()
    """The ids of the versions that are read: none, one or two ("" is the minutes now)."""

    def look(self) -> None:
        """Reads what is to be read now, where that is something else."""
        raise NotImplementedError

    def kept(self) -> tuple[MinutesVersion, ...]:
        """The versions of the minutes that are read, oldest first."""
        meeting = self.meeting
        return versions_of(self.agreement, meeting) if meeting is not None else ()

    def action_compare(self) -> None:
        """Two versions in one, with what went and what came."""
        kept = self.kept()
        if not kept:
            self.say(_("There are no versions yet. Writing the minutes keeps one."))
            return
        match self.board.current:
            case ("version", str(key)):
                self._ask_with_which(key, kept)
            case _ if self.edition is not None and self.edition.kept is None:
                self._compare(kept[-1].id, "")
            case _ if len(kept) > 1:
                self._compare(kept[-2].id, kept[-1].id)
            case _:
                self.say(_("There is one version, and nothing changed since."))

    def _compare(self, older: str, newer: str) -> None:
        self.action_out()
        self.shown_versions = (older, newer)
        self.look()

    def _ask_with_which(self, key: str, kept: tuple[MinutesVersion, ...]) -> None:
        others = [own for own in kept if own.id != key][-9:]
        answers = [Option(str(own.number), own.name, own.id) for own in others]

        def chosen(other: str) -> None:
            numbers = {own.id: own.number for own in kept}
            pair = sorted((key, other), key=lambda own: numbers.get(own, len(kept) + 1))
            self._compare(*pair)

        now = Option(_("n"), _("as they are now"), "")
        self.ask(Question(_("Compare with which?"), (*answers, now), chosen))


def of_versions(agreement: Agreement, meeting: Meeting, chosen: list[MinutesVersion]) -> Read:
    """A version, or two of them compared."""
    first, last = chosen[0], chosen[-1]
    if first is last:
        told = _("{name}, kept {when}", name=first.name, when=labels.moment(first.at))
        return Read(read_back(agreement, meeting, first), above=told)
    told = _("From {older} to {newer}", older=first.name, newer=last.name)
    return Read(compared(first, last), above=told)

"""The keys that show the versions of minutes that were kept, and compare them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pa_tui import labels
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.domain.minutes import MinutesVersion
from pa_tui.language import _
from pa_tui.papers.blocks import Paper
from pa_tui.papers.editions import as_version, compared, read_back, versions_of
from screens.entry.asking import Option, Question
from screens.offers import Offer
from screens.papers.leaves import Read
from screens.papers.rewriting import Rewriting

ReadShown = Callable[[Agreement, datetime], Read]
"""Makes what is read of versions, of the agreement now at a moment."""


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

    def of_shown(self, offer: Offer) -> ReadShown | None:
        """Makes what is shown of an offer's versions; None where it is the paper itself."""
        kept, wanted = {own.id: own for own in self.kept()}, self.shown_versions
        meeting, edition = self.meeting, offer.edition
        if not wanted or meeting is None or edition is None:
            return None

        def read(agreement: Agreement, at: datetime) -> Read:
            now = [] if all(wanted) else [as_version(edition(agreement, at), meeting)]
            chosen = [kept[key] if key else now[0] for key in wanted if key in kept or not key]
            return _read(agreement, meeting, chosen)

        return read

    def as_seen(self, offer: Offer) -> Offer:
        """The offer as it is read: with versions shown, a version or two compared."""
        read = self.of_shown(offer)
        if read is None:
            return offer
        names = {own.id: own.name for own in self.kept()}
        called = [names.get(key, _("now")) for key in self.shown_versions]

        def make(agreement: Agreement, at: datetime) -> Paper:
            found = read(agreement, at).paper
            assert isinstance(found, Paper)
            return found

        return replace(
            offer,
            make=make,
            named=lambda of, form: _after(offer.named(of, form), called),
            edition=None,
        )

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


def _read(agreement: Agreement, meeting: Meeting, chosen: Sequence[MinutesVersion]) -> Read:
    """A version, or two of them compared."""
    first, last = chosen[0], chosen[-1]
    if first is last:
        told = _("{name}, kept {when}", name=first.name, when=labels.moment(first.at))
        return Read(read_back(agreement, meeting, first), above=told)
    told = _("From {older} to {newer}", older=first.name, newer=last.name)
    return Read(compared(first, last), above=told)


def _after(name: str, versions: Sequence[str]) -> str:
    """The name of a file with the versions it is of: "verslag-wg2-concept-1-concept-2.docx"."""
    from pa_tui.papers.registry import slug

    path = Path(name)
    return "-".join((path.stem, *map(slug, versions))) + path.suffix

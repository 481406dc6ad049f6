"""The mark and the word of an article in the list, as far as the table has come with it.

Never plain "agreed" while a party has a reservation, objects, comes back on it, said nothing
or was not there.
"""

from __future__ import annotations

from typing import NamedTuple

from pa_tui import labels
from pa_tui.domain.decisions import Outcome, Treatment
from pa_tui.domain.lines import ArticleLine
from pa_tui.language import N_, _


class Mark(NamedTuple):
    """A sign of one cell, its word (msgid) and its ink."""

    sign: str
    label: str
    ink: str

    @property
    def word(self) -> str:
        """The word in the language in use."""
        return _(self.label)


OPEN = Mark("·", N_("open"), "quiet")
CONTESTED = Mark("!", N_("contested"), "dispute")
REMOVED = Mark("×", N_("taken out"), "gone")
_OUTCOMES = {
    Outcome.AGREED: Mark("✓", N_("agreed"), "agreed"),
    Outcome.AMENDED: Mark("≈", N_("amended"), "amended"),
    Outcome.DEFERRED: Mark("‖", N_("held over"), "later"),
    Outcome.DROPPED: Mark("×", N_("dropped"), "gone"),
    Outcome.REGULAR: Mark("→", N_("regular"), "gone"),
    Outcome.PRO_MEMORIE: Mark("…", N_("details follow"), "amended"),
    Outcome.NO_AGREEMENT: Mark("↑", N_("administrative"), "up"),
}
OBJECTED = Mark("◐", N_("objection"), "dispute")
RESERVED = Mark("◐", N_("reservation"), "amended")
RETURNING = Mark("◐", N_("comes back"), "later")
UNHEARD = Mark("◐", N_("not everyone"), "amended")
_AGREEING = (Outcome.AGREED, Outcome.AMENDED, Outcome.PRO_MEMORIE)


def mark(line: ArticleLine) -> Mark:
    """How an article stands."""
    if line.contested:
        return CONTESTED
    if line.removed:
        return REMOVED
    if line.outcome is None:
        return OPEN
    apart = _apart(line) if line.outcome in _AGREEING else None
    return apart or _OUTCOMES[line.outcome]


def _apart(line: ArticleLine) -> Mark | None:
    """The mark of an agreed article to which not everybody simply agreed."""
    if line.objecting:
        return OBJECTED
    if line.reserved:
        return RESERVED
    if line.returning:
        return RETURNING
    return UNHEARD if line.unheard else None


def hint(line: ArticleLine) -> str:
    """The quiet question beside an article that is not concrete yet: "lead?", "date?"."""
    if line.removed or line.outcome in (Outcome.DROPPED, Outcome.REGULAR):
        return ""
    if not line.lead:
        return _("lead?")
    return "" if line.dated else _("date?")


def wished(line: ArticleLine) -> str:
    """What parties asked beforehand for an open article: to discuss it, else to pass it."""
    if line.discuss:
        return labels.name(Treatment.DISCUSS)
    return labels.name(Treatment.FORMALITY) if line.formality else ""

"""The whole agreement for one period as one immutable value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pa_tui.domain.articles import (
    Annex,
    Article,
    Commitment,
    Footnote,
    Section,
    Theme,
    Unread,
)
from pa_tui.domain.changes import Change
from pa_tui.domain.decisions import Decision, Position, Proposal, Wish
from pa_tui.domain.facts import AgreementStatus, Facts, Version
from pa_tui.domain.lines import ArticleLine, summarise
from pa_tui.domain.meetings import Action, Meeting, MeetingState, Note, Parked
from pa_tui.domain.minutes import MinutesVersion, Rewording
from pa_tui.domain.order import Order, Tally, tallied, tally
from pa_tui.domain.parties import Party, Role
from pa_tui.domain.shelf import Shelf, parent_of
from pa_tui.domain.text import Anchor, AnchorKind
from pa_tui.errors import N_, NotFound

ENTITIES: tuple[type[Any], ...] = (
    Facts,
    Party,
    Section,
    Theme,
    Article,
    Commitment,
    Footnote,
    Annex,
    Unread,
    Position,
    Decision,
    Proposal,
    Meeting,
    Note,
    Action,
    Parked,
    Version,
    Wish,
    Rewording,
    MinutesVersion,
)
"""Every kind of entity, parents before what hangs on them."""

BY_KIND: MappingProxyType[str, type[Any]] = MappingProxyType({e.KIND: e for e in ENTITIES})

_IN_A_LINE = frozenset({"article", "commitment", "position", "decision", "proposal", "wish"})
_STRUCTURE = frozenset({"theme", "rank", "number", ""})


@dataclass(frozen=True)
class Agreement:
    """The agreement at one moment. Reading it is all a screen or paper ever does; only
    ``with_changes`` gives another one.

    ``lines`` holds one :class:`ArticleLine` per article.
    """

    facts: Shelf[Facts] = field(default_factory=Shelf)
    parties: Shelf[Party] = field(default_factory=Shelf)
    sections: Shelf[Section] = field(default_factory=Shelf)
    themes: Shelf[Theme] = field(default_factory=Shelf)
    articles: Shelf[Article] = field(default_factory=Shelf)
    commitments: Shelf[Commitment] = field(default_factory=Shelf)
    footnotes: Shelf[Footnote] = field(default_factory=Shelf)
    annexes: Shelf[Annex] = field(default_factory=Shelf)
    unread: Shelf[Unread] = field(default_factory=Shelf)
    positions: Shelf[Position] = field(default_factory=Shelf)
    decisions: Shelf[Decision] = field(default_factory=Shelf)
    proposals: Shelf[Proposal] = field(default_factory=Shelf)
    meetings: Shelf[Meeting] = field(default_factory=Shelf)
    notes: Shelf[Note] = field(default_factory=Shelf)
    actions: Shelf[Action] = field(default_factory=Shelf)
    parked: Shelf[Parked] = field(default_factory=Shelf)
    versions: Shelf[Version] = field(default_factory=Shelf)
    wishes: Shelf[Wish] = field(default_factory=Shelf)
    rewordings: Shelf[Rewording] = field(default_factory=Shelf)
    minutes_versions: Shelf[MinutesVersion] = field(default_factory=Shelf)
    lines: Shelf[ArticleLine] = field(default_factory=Shelf)
    known_order: Order | None = field(default=None, repr=False)
    known_tallies: Mapping[str, Tally] | None = field(default=None, repr=False)

    # -- reading ----------------------------------------------------------------------

    @cached_property
    def about(self) -> Facts:
        """Title, year, period and status."""
        return self.facts.get("agreement", Facts())

    @cached_property
    def ordered_themes(self) -> tuple[Theme, ...]:
        """The themes in reading order."""
        return tuple(sorted(self.themes.values(), key=lambda theme: theme.rank))

    @cached_property
    def ordered_parties(self) -> tuple[Party, ...]:
        """The parties in the order of the table."""
        return tuple(sorted(self.parties.values(), key=lambda party: party.rank))

    @cached_property
    def ordered_meetings(self) -> tuple[Meeting, ...]:
        """The meetings, oldest first."""
        return tuple(sorted(self.meetings.values(), key=lambda m: (m.date, m.rank)))

    @cached_property
    def ordered_versions(self) -> tuple[Version, ...]:
        """The named versions, oldest first."""
        return tuple(sorted(self.versions.values(), key=lambda version: version.rank))

    @cached_property
    def order(self) -> Order:
        """The articles in reading order; dropped ones keep their place."""
        if self.known_order is not None:
            return self.known_order
        ranks = {theme.id: theme.rank for theme in self.themes.values()}
        lines = [line for line in self.lines.values() if line.theme in ranks]
        lines.sort(key=lambda line: (ranks[line.theme], line.rank, line.id))
        return Order((line.theme, line.id, line.number) for line in lines)

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """How each theme (id) stands, in numbers; themes without articles are left out."""
        return (
            tallied(self.lines.values()) if self.known_tallies is None else self.known_tallies
        )

    def lines_of(self, theme: str) -> tuple[ArticleLine, ...]:
        """The lines of a theme's articles in reading order."""
        return tuple(self.lines[key] for key in self.order.by_theme.get(theme, ()))

    def commitments_of(self, article: str) -> tuple[Commitment, ...]:
        """The parts of an article in the order of its words."""
        return tuple(sorted(self.commitments.of(article), key=lambda c: c.rank))

    def decision_on(self, article: str) -> Decision | None:
        """The present decision on an article; None while open or reopened."""
        key = self.articles[article].decision
        return self.decisions.get(key) if key else None

    def decisions_on(self, article: str) -> tuple[Decision, ...]:
        """All decisions ever taken on an article, oldest first."""
        return tuple(sorted(self.decisions.of(article), key=lambda d: d.at))

    def decisions_of(self, meeting: str) -> tuple[Decision, ...]:
        """The decisions a meeting took, in the order of their numbers."""
        found = (d for d in self.decisions.values() if d.meeting == meeting)
        return tuple(sorted(found, key=lambda d: d.number))

    def positions_on(self, article: str) -> dict[str, Position]:
        """The present positions on an article by party key."""
        return {p.party: p for p in self.positions.of(article)}

    def parties_at(self, theme: str) -> tuple[Party, ...]:
        """The parties that take part in a theme, in the order of the table."""
        return tuple(p for p in self.ordered_parties if p.takes_part_in(theme))

    @property
    def running_meeting(self) -> Meeting | None:
        """The meeting that is open now, or None."""
        return next(
            (m for m in reversed(self.ordered_meetings) if m.state is MeetingState.OPEN), None
        )

    # -- finding what a person names ----------------------------------------------------

    def article_named(self, name: str) -> Article:
        """The article of this number or id.

        Raises NotFound where there is none, or where several carry the number.
        """
        if name in self.articles:
            return self.articles[name]
        found = self.order.by_number.get(name.strip().rstrip(".").casefold(), ())
        if len(found) > 1:
            raise NotFound(
                N_(
                    "{number} stands {count} times in this agreement. Name the article by its "
                    "id: {ids}."
                ),
                number=name,
                count=len(found),
                ids=", ".join(found),
            )
        if not found:
            raise NotFound(
                N_("There is no article {number}. Near it: {near}."),
                number=name,
                near=self._near(name) or "-",
            )
        return self.articles[found[0]]

    def _near(self, name: str) -> str:
        numbers = sorted(self.order.by_number)
        place = bisect_left(numbers, name.casefold())
        return ", ".join(numbers[max(0, place - 2) : place + 2])

    def party_named(self, name: str) -> Party:
        """The party of this key, short name, name or alias; raises NotFound."""
        exact = [p for p in self.ordered_parties if p.is_called(name)]
        if not exact:
            wanted = name.casefold().strip()
            exact = [
                p
                for p in self.ordered_parties
                if wanted and (p.short.casefold().startswith(wanted) or p.id.startswith(wanted))
            ]
        if len(exact) == 1 or (exact and exact[0].id == name):
            return exact[0]
        raise NotFound(
            N_("There is no party “{name}”. The parties are: {parties}.")
            if not exact
            else N_("“{name}” can be several parties. The parties are: {parties}."),
            name=name,
            parties=", ".join(f"{p.short} ({p.id})" for p in self.ordered_parties) or "-",
        )

    def theme_named(self, name: str) -> Theme:
        """The theme of this number, title or id; raises NotFound."""
        wanted = name.casefold().strip().rstrip(".")
        for theme in self.ordered_themes:
            if wanted in (theme.id, (theme.number or "").casefold(), theme.title.casefold()):
                return theme
        raise NotFound(
            N_("There is no theme “{name}”. The themes are: {themes}."),
            name=name,
            themes="; ".join(f"{t.number or '-'} {t.title}" for t in self.ordered_themes)
            or "-",
        )

    def label(self, anchor: Anchor) -> str:
        """How an anchor is printed now: the number of what it points at, as it stands
        today; the words it was read from where the target is gone or has no number."""
        if anchor.kind is AnchorKind.FOOTNOTE:
            note = self.footnotes.get(anchor.target)
            return f"[^{note.mark if note else anchor.shown}]"
        line = self.lines.get(anchor.target)
        if line is None or not line.number or line.removed:
            return anchor.shown
        now = line.number + anchor.suffix
        return anchor.shown if "".join(anchor.shown.split()) == now else now

    def with_role(self, role: Role) -> tuple[Party, ...]:
        """The parties of one side of the table."""
        return tuple(p for p in self.ordered_parties if p.role is role)

    # -- becoming another one ----------------------------------------------------------

    @staticmethod
    def shelf_name(kind: str) -> str:
        """The field that holds the shelf of a kind ("articles" for "article")."""
        return _SHELF[kind]

    def shelf_of(self, kind: str) -> Shelf[Any]:
        """The shelf of entities of a kind ("article")."""
        shelf: Shelf[Any] = getattr(self, _SHELF[kind])
        return shelf

    def with_changes(self, changes: Iterable[Change]) -> Agreement:
        """The agreement after these changes; what they do not touch is shared."""
        shelves: dict[str, Shelf[Any]] = {}
        touched: dict[str, None] = {}
        restructured = False
        for change in changes:
            name = _SHELF[change.kind]
            shelf = shelves.get(name, getattr(self, name))
            old = shelf.get(change.id)
            new = _changed(old, change)
            if new is None:
                shelf = shelf.without(change.id) if old is not None else shelf
            else:
                shelf = shelf.put(new)
            shelves[name] = shelf
            restructured = restructured or (
                change.kind in ("article", "theme") and change.field in _STRUCTURE
            )
            if change.kind in _IN_A_LINE:
                for entity in (old, new):
                    if entity is not None:
                        touched[entity.id if change.kind == "article" else entity.article] = (
                            None
                        )
        order = None if restructured else self.order
        after = replace(self, **shelves, known_order=order, known_tallies=self.tallies)
        return after._with_lines(touched) if touched else after

    def _with_lines(self, articles: Iterable[str]) -> Agreement:
        lines, tallies = self.lines, dict(self.tallies)
        for key in articles:
            old = lines.get(key)
            new = self.line_for(key) if key in self.articles else None
            if new == old:
                continue
            if old is not None:
                tallies[old.theme] = tallies[old.theme] - tally(old)
            if new is not None:
                tallies[new.theme] = tallies.get(new.theme, Tally()) + tally(new)
            lines = lines.without(key) if new is None else lines.put(new)
        return replace(self, lines=lines, known_tallies=tallies)

    def line_for(self, article: str) -> ArticleLine:
        """The line of an article made anew from what hangs on it."""
        return summarise(
            self.articles[article],
            self.commitments_of(article),
            self.positions.of(article),
            self.decision_on(article),
            self.proposals.of(article),
            wishes=self.wishes.of(article),
            decided_before=any(True for _ in self.decisions.of(article)),
        )

    def entities(self) -> Iterator[Any]:
        """Every entity of every kind, parents before what hangs on them."""
        for entity in ENTITIES:
            yield from self.shelf_of(entity.KIND).values()


def _changed(old: Any, change: Change) -> Any:
    if not change.field:
        return change.after
    if old is None:
        return None
    return replace(old, **{change.field: change.after})


def _shelf_names() -> dict[str, str]:
    plural = {
        "facts": "facts",
        "party": "parties",
        "annex": "annexes",
        "unread": "unread",
        "parked": "parked",
        "wish": "wishes",
    }
    names = {entity.KIND: plural.get(entity.KIND, entity.KIND + "s") for entity in ENTITIES}
    known = {f.name for f in fields(Agreement)}
    assert known.issuperset(names.values())
    return names


_SHELF = _shelf_names()

__all__ = [
    "BY_KIND",
    "ENTITIES",
    "Agreement",
    "AgreementStatus",
    "Facts",
    "Version",
    "parent_of",
]

"""Going back: undo as a reversal of changes, and the agreement as it once was."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from pa_tui.domain.agreement import ENTITIES, Agreement
from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.changes import Change
from pa_tui.domain.meetings import MeetingState
from pa_tui.errors import N_, NeedsConfirmation, NotAllowed
from pa_tui.ports import Act, Entry

COUNTERS = MappingProxyType({"meeting": "decisions_taken", "facts": "actions_made"})
"""Numbers that are never given twice (WG2-07, A-014), so no undo turns them back."""


def undoable(newest_first: Iterable[Entry], mine: Callable[[Entry], bool]) -> Entry | None:
    """The act that undo takes back: the last one of mine that is in force."""
    settled: set[str] = set()
    for entry in newest_first:
        if not mine(entry) or entry.of in settled or entry.edit.GOES_OUT:
            continue
        settled.add(entry.of)
        if entry.act is not Act.UNDO:
            return entry
    return None


def redoable(newest_first: Iterable[Entry], mine: Callable[[Entry], bool]) -> Entry | None:
    """The undo that redo brings back: the last of mine that no new act came after."""
    settled: set[str] = set()
    for entry in newest_first:
        if not mine(entry) or entry.edit.GOES_OUT:
            continue
        if entry.act is Act.DO:
            return None
        if entry.act is Act.UNDO and entry.of not in settled:
            return entry
        settled.add(entry.of)
    return None


def reversal(entry: Entry, agreement: Agreement) -> tuple[Change, ...]:
    """The changes that take an entry back. Raises :class:`InTheWay` with the first change
    whose present value is another one by now."""
    turned = []
    own = {(change.kind, change.id) for change in entry.changes}
    for change in entry.changes:
        if _brings(change):
            for entity in hanging_on(agreement, change.kind, change.id):
                if (entity.KIND, entity.id) not in own:
                    raise InTheWay(Change(entity.KIND, entity.id, "", None, entity))
    for change in reversed(entry.changes):
        if COUNTERS.get(change.kind) == change.field:
            continue
        present = agreement.shelf_of(change.kind).get(change.id)
        if not _still_holds(change, present):
            raise InTheWay(change)
        if change.kind == "article" and not change.field and change.after is None:
            _must_have_its_number(change.before, agreement)
        before = present if not change.field else change.after
        turned.append(Change(change.kind, change.id, change.field, before, change.before))
    return tuple(turned)


def _brings(change: Change) -> bool:
    """Whether it is since this change that things can hang on an entity: it was made, or a
    planned meeting was opened."""
    made = not change.field and change.before is None
    return made or (change.kind, change.field, change.before) == (
        "meeting",
        "state",
        MeetingState.PLANNED,
    )


def begins(entry: Entry) -> bool:
    """Whether an entry is the very beginning of an agreement, which no undo takes away."""
    return any(c.kind == "facts" and not c.field and c.before is None for c in entry.changes)


def _must_have_its_number(article: Article, agreement: Agreement) -> None:
    """Raises InTheWay where an article that comes back would find its number taken."""
    for key in agreement.order.by_number.get((article.number or "").casefold(), ()):
        raise InTheWay(Change("article", key, "", None, agreement.articles[key]))


def hanging_on(agreement: Agreement, kind: str, key: str) -> Iterator[Any]:
    """What points at an entity and would point at nothing without it."""
    if kind == "theme":
        yield from (agreement.articles[one] for one in agreement.order.by_theme.get(key, ()))
    for entity in ENTITIES if kind in ("article", "meeting", "party") else ():
        if kind == entity.PARENT:
            yield from agreement.shelf_of(entity.KIND).of(key)
        elif kind in entity.__dataclass_fields__:
            shelf = agreement.shelf_of(entity.KIND)
            yield from (one for one in shelf.values() if getattr(one, kind) == key)
    if kind == "party":
        yield from (one for one in agreement.commitments.values() if _names(one, key))


def _names(part: Commitment, party: str) -> bool:
    carrying = [lead.party for lead in part.leads] + [who.party for who in part.involved]
    return party in part.joint or party in carrying


class InTheWay(Exception):
    """A later act changed what an undo would turn back."""

    def __init__(self, change: Change) -> None:
        super().__init__(change)
        self.change = change


def _still_holds(change: Change, present: Any) -> bool:
    if present is None or (change.after is None and not change.field):
        return present is None and change.after is None
    if change.field:
        return bool(getattr(present, change.field) == change.after)
    counter = COUNTERS.get(change.kind)
    if counter is None:
        return bool(present == change.after)
    return bool(replace(present, **{counter: getattr(change.after, counter)}) == change.after)


def touches(entry: Entry, change: Change) -> bool:
    """Whether an entry changed the same field, or the whole of the same entity."""
    return any(
        own.kind == change.kind
        and own.id == change.id
        and (not own.field or not change.field or own.field == change.field)
        for own in entry.changes
    )


def must_not_cross(entry: Entry, agreement: Agreement, *, confirmed: bool = False) -> None:
    """Raises NeedsConfirmation where taking the entry back would change a closed meeting
    unasked, and NotAllowed where the minutes of that meeting are adopted."""
    meeting = agreement.meetings.get(entry.meeting) if entry.meeting else None
    if meeting is None or meeting.state is not MeetingState.CLOSED:
        return
    from pa_tui.edits.corrections import must_not_be_adopted

    must_not_be_adopted(meeting)
    if not confirmed:
        raise NeedsConfirmation(
            N_(
                "That was done in the meeting of {date}, which is closed. Confirm to take it "
                "back all the same (--force)."
            ),
            date=meeting.date,
        )


def rewound(agreement: Agreement, later: Iterable[Entry]) -> Agreement:
    """The agreement before the later entries, which are given newest first."""
    for entry in later:
        agreement = agreement.with_changes(
            change.reversed() for change in reversed(entry.changes)
        )
    return agreement


def changed_articles(
    agreement: Agreement, entries: Iterable[Entry], known: Collection[str] = ()
) -> tuple[str, ...]:
    """The ids of the articles that entries touched, in the order of first touch."""
    found: dict[str, None] = dict.fromkeys(known)
    for entry in entries:
        for change in entry.changes:
            key = article_of(change, agreement)
            if key is not None:
                found[key] = None
    return tuple(found)


def article_of(change: Change, agreement: Agreement) -> str | None:
    """The id of the article a change is about, where it is about one."""
    if change.kind == "article":
        return change.id
    entity = agreement.shelf_of(change.kind).get(change.id) or change.after or change.before
    return getattr(entity, "article", None)


def nothing_to_undo() -> NotAllowed:
    """The answer where nothing can be taken back."""
    return NotAllowed(N_("There is nothing to undo."))


def nothing_to_redo() -> NotAllowed:
    """The answer where nothing can be brought back."""
    return NotAllowed(N_("There is nothing to bring back."))

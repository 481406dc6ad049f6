"""Parties and persons as they are typed in one line: by name, alias, key or beginning."""

from __future__ import annotations

from collections.abc import Sequence

from pa_tui.domain.parties import Party


def parties_called(name: str, parties: Sequence[Party]) -> tuple[str, ...]:
    """The keys of the parties a typed name can be; exact names go before beginnings."""
    exact = tuple(p.id for p in parties if p.is_called(name))
    wanted = name.casefold()
    return exact or tuple(
        p.id
        for p in parties
        if p.id.startswith(wanted) or p.short.casefold().startswith(wanted)
    )


def person_called(name: str, persons: Sequence[str]) -> str | None:
    """The one person this name, first name, surname or beginning of it can be; else None."""
    wanted = name.casefold().strip()
    if not wanted:
        return None
    for matches in (
        [p for p in persons if p.casefold() == wanted],
        [p for p in persons if wanted in p.casefold().split()],
        [p for p in persons if any(w.startswith(wanted) for w in p.casefold().split())],
    ):
        if matches:
            return matches[0] if len(set(matches)) == 1 else None
    return None

"""What an act changed: the language of the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entity went from ``before`` to ``after``.

    ``field`` empty means the whole entity: it appeared (``before`` None) or went (``after``
    None).
    """

    kind: str
    id: str
    field: str
    before: Any
    after: Any

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.kind, self.id, self.field, self.after, self.before)

"""Mode 2, the walk: every act of the table on one key."""

from __future__ import annotations

from screens.walk.going import Going


class WalkScreen(Going):
    """The walk with all its acts."""

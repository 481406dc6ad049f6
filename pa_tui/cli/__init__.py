"""Every act of the screens as a command: for scripts and for screen readers.

``run`` is all the doorbell needs. A command is a :class:`Command` in the ``COMMANDS`` of its
module; what it asks of the world comes in as :class:`Outside`.
"""

from __future__ import annotations

from pa_tui.cli.outside import Outside
from pa_tui.cli.running import run

__all__ = ["Outside", "run"]

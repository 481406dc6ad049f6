"""Every act of the screens by the name it has on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pa_tui.cli.acts import (
    agenda,
    between,
    building,
    carrying,
    closing,
    deciding,
    meeting,
    minutes,
)
from pa_tui.cli.acts.base import Act, Table

ACTS: Mapping[str, Act] = MappingProxyType(
    {
        act.form.name: act
        for act in (
            *deciding.ACTS,
            *carrying.ACTS,
            *building.ACTS,
            *agenda.ACTS,
            *meeting.ACTS,
            *minutes.ACTS,
            *between.ACTS,
            *closing.ACTS,
        )
    }
)
"""The acts, in the order in which help lists them."""

__all__ = ["ACTS", "Act", "Table"]

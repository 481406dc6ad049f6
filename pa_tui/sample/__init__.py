"""The sample agreement of `pa-tui demo`: Rietbeek, a municipality that does not exist."""

from __future__ import annotations

from pa_tui.sample.acts import sample_acts
from pa_tui.sample.occasion import NOW

__all__ = ["NOW", "sample_acts"]

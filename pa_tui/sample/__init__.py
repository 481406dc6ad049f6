"""The sample agreement of `pa-tui demo`: Rietbeek, a municipality that does not exist."""

from __future__ import annotations

from pa_tui.sample.acts import NOW, sample_acts

__all__ = ["NOW", "sample_acts"]

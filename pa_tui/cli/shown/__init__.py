"""The agreement as the JSON that scripts and other programs read; every key always there.

Days are ISO, ends inclusive; ``text`` is Markdown; parties stand as their keys, articles as
their ids (with the number beside it where something is about one).
"""

from __future__ import annotations

from pa_tui.cli.shown.agreement import FORMAT, shown_agreement, shown_version
from pa_tui.cli.shown.articles import shown_article
from pa_tui.cli.shown.findings import shown_finding

__all__ = ["FORMAT", "shown_agreement", "shown_article", "shown_finding", "shown_version"]

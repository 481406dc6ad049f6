"""An article that goes up in another: what the meeting writes down about it."""

from __future__ import annotations

from pa_tui.domain.articles import Article
from pa_tui.domain.decisions import Decision, Outcome
from pa_tui.edits.base import Worksheet
from pa_tui.edits.decision import standing_of, text_before


def record_absorbed(sheet: Worksheet, article: Article, home: Article) -> None:
    """Writes down that the running meeting let an article go up in another. Nobody is spoken
    for: what the parties say, they say about the article that has its words now."""
    meeting = sheet.open_meeting()
    key = sheet.mint()
    sheet.add(
        Decision(
            key,
            article.id,
            meeting.id,
            meeting.decisions_taken + 1,
            Outcome.DROPPED,
            standing_of(meeting),
            sheet.moment.at,
            sheet.moment.by,
            reason=f"opgegaan in {home.number or home.title or 'een andere afspraak'}",
            before=text_before(sheet, article, meeting),
            after=article.text,
        )
    )
    sheet.set(meeting, decisions_taken=meeting.decisions_taken + 1)
    sheet.set(sheet.article(article.id), decision=key, revised_from=None)

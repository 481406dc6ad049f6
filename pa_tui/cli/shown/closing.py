"""What comes back, what was put right after a closing, and adoption, in the JSON."""

from __future__ import annotations

from pa_tui.cli.shown.values import Json, article_fields, iso
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.coming_back import coming_back
from pa_tui.domain.meetings import Meeting


def shown_ending(agreement: Agreement, meeting: Meeting) -> Json:
    """What the chair changed in what comes back after a meeting, what was put right since,
    and how its minutes were adopted."""
    return {
        "comes_back": [
            {
                **article_fields(agreement, own.article),
                "comes": own.comes,
                "reason": own.reason,
            }
            for own in meeting.comes_back
        ],
        "corrections": [
            {
                "at": iso(own.at),
                "by": own.by,
                "about": own.about.value,
                "what": own.what,
                "was": own.was,
                "becomes": own.becomes,
            }
            for own in meeting.corrections
        ],
        "adopted": {
            "in": meeting.adopted_in,
            "at": iso(meeting.adopted_at),
            "changes": list(meeting.adopted_with),
        }
        if meeting.adopted_at
        else None,
    }


def shown_coming_back(agreement: Agreement) -> list[Json]:
    """Every article that comes back after the running (else the last) meeting, and why."""
    return [
        {
            **article_fields(agreement, one.article),
            "why": [why.value for why in one.whys],
            "comes": one.comes,
            "reason": one.reason,
            "until": iso(one.until),
            "administrative": one.up,
        }
        for one in coming_back(agreement)
    ]

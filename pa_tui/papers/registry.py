"""Every paper that can be made, by name: how it is made, what its file is called, its forms.

A new paper is one entry here; commands and screens find it by its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.edits.meeting import meeting_named
from pa_tui.errors import N_, NotAllowed
from pa_tui.papers.actionlist import actions_paper
from pa_tui.papers.agenda import agenda
from pa_tui.papers.blocks import Paper
from pa_tui.papers.carried import LeadAndPlanning
from pa_tui.papers.concordance import concordance
from pa_tui.papers.cover import cover
from pa_tui.papers.credit import Step
from pa_tui.papers.decisionlist import decisions_paper
from pa_tui.papers.draft import draft, version_name
from pa_tui.papers.editions import edition, meeting_of_minutes
from pa_tui.papers.gatherings import code
from pa_tui.papers.matrix import matrix
from pa_tui.papers.minutes import minutes
from pa_tui.papers.notice import notice
from pa_tui.papers.plainwords import plain_version
from pa_tui.papers.planning import planning
from pa_tui.papers.redline import redline
from pa_tui.papers.state import state_of_the_table

_LONGEST = 80
TEXTS = ("docx", "md")
"""The forms of a paper that is read."""
TABLES = (*TEXTS, "xlsx", "csv")
"""The forms of a paper that is one table."""
DAYS = ("ics", *TABLES)
"""The forms of a paper of days."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks of a paper: the moment it is made; which meeting it is about (id or
    number; None is the running or else the last one, for lists all of them); remarks in the
    margin; only what somebody confirmed; its version; the agreement as it was in an older
    version, whose name is ``since_name``, and the ``steps`` it took since; and how a draft
    tells lead and planning (``shows``); and the ``others`` a council notice tells of."""

    at: datetime
    meeting: str | None = None
    comments: bool = False
    confirmed: bool = False
    version: str = ""
    since: Agreement | None = None
    since_name: str = ""
    steps: tuple[Step, ...] = ()
    shows: LeadAndPlanning = LeadAndPlanning.SENTENCE
    others: tuple[Agreement, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper: ``title`` is the sentence (msgid) a list names it with, empty where none does;
    ``make`` gives it, ``stem`` the end of its file's name, ``forms`` are the endings it can
    have, the usual one first. ``compares`` tells that it looks back at an older version: the
    oldest, where nobody says which."""

    title: str
    make: Callable[[Agreement, Wish], Paper]
    stem: Callable[[Agreement, Wish], str]
    forms: tuple[str, ...] = TEXTS
    compares: bool = False

    def file_name(self, agreement: Agreement, wish: Wish, form: str = "", of: str = "") -> str:
        """The usual name of its file, after the agreement file's own (``of``) or the title:
        "rietbeek-verslag-wg2-2026-09-15.docx"."""
        return named(agreement, of, self.stem(agreement, wish), form or self.forms[0])


def named(agreement: Agreement, of: str, stem: str, form: str) -> str:
    """The name of a file made of an agreement (file): what it is of, what it is, its form."""
    own = re.sub(r"[^\w.-]+", "-", of).strip("-.") or slug(agreement.about.title)
    return f"{'-'.join(filter(None, (own or 'afspraken', stem)))}.{form}"


def slug(words: str) -> str:
    """Words as part of a file's name on any system: small letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare)[:_LONGEST].strip("-")


def _minutes(agreement: Agreement, wish: Wish) -> Paper:
    meeting = meeting_of_minutes(agreement, wish.meeting)
    if wish.version:
        return minutes(agreement, meeting, at=wish.at, version=wish.version)
    return edition(agreement, meeting, wish.at).paper


def _minutes_stem(agreement: Agreement, wish: Wish) -> str:
    meeting = meeting_of_minutes(agreement, wish.meeting)
    return f"verslag-{slug(code(meeting))}-{meeting.date:%Y-%m-%d}"


def _draft(agreement: Agreement, wish: Wish) -> Paper:
    return draft(
        agreement,
        at=wish.at,
        comments=wish.comments,
        version=wish.version,
        shows=wish.shows,
    )


def _draft_stem(agreement: Agreement, wish: Wish) -> str:
    return slug(wish.version or version_name(agreement)) or "concept"


def _redline(agreement: Agreement, wish: Wish) -> Paper:
    if wish.since is None:
        raise NotAllowed(
            N_(
                "Changes are shown against an older text, and there is no version and no "
                "meeting yet. Name a day with --since (2026-09-15), or keep the text of today "
                "with “pa-tui version FILE NAME”."
            )
        )
    return redline(
        wish.since,
        agreement,
        at=wish.at,
        steps=wish.steps,
        version=wish.version,
        since=wish.since_name,
        comments=wish.comments,
        shows=wish.shows,
    )


def _redline_stem(agreement: Agreement, wish: Wish) -> str:
    since = f"-sinds-{slug(wish.since_name)}" if slug(wish.since_name) else ""
    return f"{_draft_stem(agreement, wish)}-wijzigingen{since}"


def _asked_meeting(agreement: Agreement, wish: Wish) -> Meeting | None:
    """The meeting somebody asked for; None where nobody did."""
    return meeting_named(agreement, wish.meeting) if wish.meeting is not None else None


def _decisions(agreement: Agreement, wish: Wish) -> Paper:
    return decisions_paper(agreement, _asked_meeting(agreement, wish), at=wish.at)


def _actions(agreement: Agreement, wish: Wish) -> Paper:
    return actions_paper(agreement, _asked_meeting(agreement, wish), at=wish.at)


def _of_meeting(stem: str) -> Callable[[Agreement, Wish], str]:
    def made(agreement: Agreement, wish: Wish) -> str:
        meeting = _asked_meeting(agreement, wish)
        return f"{stem}-{slug(code(meeting))}" if meeting else stem

    return made


def _matrix(agreement: Agreement, wish: Wish) -> Paper:
    return matrix(agreement, at=wish.at, confirmed=wish.confirmed)


def _concordance(agreement: Agreement, wish: Wish) -> Paper:
    return concordance(agreement, wish.since, wish.since_name, at=wish.at)


def _calendar(agreement: Agreement, wish: Wish) -> Paper:
    return planning(agreement, at=wish.at, confirmed=wish.confirmed)


def _agenda(agreement: Agreement, wish: Wish) -> Paper:
    return agenda(agreement, _asked_meeting(agreement, wish), at=wish.at)


def _cover(agreement: Agreement, wish: Wish) -> Paper:
    return cover(agreement, at=wish.at)


def _plain(agreement: Agreement, wish: Wish) -> Paper:
    return plain_version(agreement, at=wish.at)


def _state(agreement: Agreement, wish: Wish) -> Paper:
    return state_of_the_table(agreement, at=wish.at)


def _notice(agreement: Agreement, wish: Wish) -> Paper:
    return notice(agreement, at=wish.at, others=wish.others)


def _always(stem: str) -> Callable[[Agreement, Wish], str]:
    return lambda agreement, wish: stem


PAPERS: Mapping[str, PaperKind] = MappingProxyType(
    {
        "minutes": PaperKind(N_("Minutes"), _minutes, _minutes_stem),
        "draft": PaperKind(N_("Draft agreement"), _draft, _draft_stem),
        "redline": PaperKind(N_("Draft with changes"), _redline, _redline_stem, compares=True),
        "agenda": PaperKind(
            N_("Annotated agenda"), _agenda, _of_meeting("geannoteerde-agenda")
        ),
        "cover": PaperKind(
            N_("Cover note for the administrative meeting"), _cover, _always("oplegger")
        ),
        "plain": PaperKind(
            N_("Version for the tenants’ members"), _plain, _always("achterban")
        ),
        "notice": PaperKind(N_("Council notice"), _notice, _always("raadsinformatiebrief")),
        "decisions": PaperKind(
            N_("Decision list"), _decisions, _of_meeting("besluitenlijst"), TABLES
        ),
        "actions": PaperKind(N_("Action list"), _actions, _of_meeting("actielijst"), TABLES),
        "matrix": PaperKind(N_("Who does what when"), _matrix, _always("matrix"), TABLES),
        "concordance": PaperKind(
            N_("Concordance of numbers"),
            _concordance,
            _always("concordantie"),
            TABLES,
            compares=True,
        ),
        "calendar": PaperKind(
            N_("Calendar"), _calendar, _always("termijnen"), ("ics", *TABLES)
        ),
        "state": PaperKind(N_("State of the table"), _state, _always("stand")),
        "markdown": PaperKind("", _draft, _always(""), ("md",)),
    }
)
"""The papers by the name they are asked for with."""

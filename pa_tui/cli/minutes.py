"""`pa-tui minutes`: the text of minutes, their pieces, and the versions that were kept."""

from __future__ import annotations

from collections.abc import Sequence

from pa_tui import labels
from pa_tui.cli.command import ATTENTION, DONE, FILE, Command, file_of
from pa_tui.cli.grammar import Form, Given, Option, WrongUse
from pa_tui.cli.outside import JSON, TODAY, Outside, moment_of
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.meetings import Meeting
from pa_tui.domain.minutes import MinutesVersion
from pa_tui.errors import N_, AgreementError
from pa_tui.keeping import edition_of, to_keep
from pa_tui.language import _, n_, tell
from pa_tui.papers.blocks import Paper
from pa_tui.papers.editions import (
    Edition,
    as_version,
    compared,
    meeting_of_minutes,
    read_back,
    version_named,
    versions_of,
)
from pa_tui.papers.markdown import write_markdown
from pa_tui.papers.rewording import Conflict
from pa_tui.ports import Store


def minutes(given: Given, outside: Outside) -> int:
    """Prints the minutes, a version of them, two compared, or their pieces."""
    with outside.opened(file_of(given)) as store:
        agreement = store.agreement
        meeting = meeting_of_minutes(agreement, given.get("--meeting"))
        versions = versions_of(agreement, meeting)
        if given.flag("--versions"):
            _tell_versions(versions, given, outside)
        elif given.flag("--compare"):
            _tell_text(
                write_markdown(_compared(store, meeting, given, outside)), "", given, outside
            )
        elif given.flag("--version"):
            version = version_named(versions, given.text("--version"))
            _tell_text(version.text, version.name, given, outside)
        else:
            made = _edition(store, meeting, given, outside)
            if given.flag("--pieces"):
                _tell_pieces(agreement, meeting, made, given, outside)
            else:
                _tell_text(made.text, made.name, given, outside)
            return warned(made.conflicts, outside)
    return DONE


def _tell_text(text: str, name: str, given: Given, outside: Outside) -> None:
    if given.flag("--json"):
        outside.tell_json({"name": name, "text": text})
    else:
        outside.tell(text.rstrip("\n"))


def _edition(store: Store, meeting: Meeting, given: Given, outside: Outside) -> Edition:
    at = moment_of(given, outside).at
    entries = store.entries(newest_first=True)
    return edition_of(store.agreement, meeting, at, entries, store.as_of)


def _compared(store: Store, meeting: Meeting, given: Given, outside: Outside) -> Paper:
    """Two versions, or one and the minutes as they are now."""
    versions = versions_of(store.agreement, meeting)
    names = given.all("--compare")
    if len(names) > 2:
        raise WrongUse(N_("Two versions can be compared. Say --compare twice."))
    older = version_named(versions, names[0])
    if len(names) == 2:
        return compared(older, version_named(versions, names[1]))
    return compared(older, as_version(_edition(store, meeting, given, outside), meeting))


def _tell_versions(versions: Sequence[MinutesVersion], given: Given, outside: Outside) -> None:
    if given.flag("--json"):
        outside.tell_json(
            [
                {
                    "number": own.number,
                    "name": own.name,
                    "at": own.at.isoformat(),
                    "by": own.by,
                }
                for own in versions
            ]
        )
        return
    for own in versions:
        outside.tell(f"{labels.moment(own.at)}  {own.by or '-'}  {own.name}")
    if not versions:
        outside.tell(_("No version was kept yet. Exporting the minutes keeps one."))


def _tell_pieces(
    agreement: Agreement, meeting: Meeting, made: Edition, given: Given, outside: Outside
) -> None:
    moved = {conflict.place: conflict for conflict in made.conflicts}
    mine = {
        own.place: own.becomes
        for own in agreement.rewordings.values()
        if own.meeting == meeting.id
    }
    gone = [(own.place, "") for own in made.conflicts if own.now is None]
    if given.flag("--json"):
        outside.tell_json(
            [
                {
                    "place": place,
                    "program": told if place not in moved else moved[place].now,
                    "mine": mine.get(place),
                    "conflict": place in moved,
                }
                for place, told in (*made.made, *gone)
            ]
        )
        return
    for place, told in (*made.made, *gone):
        sign = "!" if place in moved else "≈" if place in mine else " "
        outside.tell(f"{sign} {place}  {' / '.join(mine.get(place, told).split(chr(10)))}")
        if place in moved:
            now = moved[place].now
            outside.tell("    " + (_("now: {words}", words=now) if now else _("now: gone")))


def warned(conflicts: Sequence[Conflict], outside: Outside) -> int:
    """The exit code; where pieces conflict a line tells how many."""
    if not conflicts:
        return DONE
    outside.warn(
        n_(
            "{count} piece of the minutes has other words while the record changed under it. "
            "“pa-tui minutes --pieces” shows it.",
            "{count} pieces of the minutes have other words while the record changed under "
            "them. “pa-tui minutes --pieces” shows them.",
            len(conflicts),
        )
    )
    return ATTENTION


class Outgoing:
    """The minutes that an export writes: as they are now, or a version that was asked for."""

    def __init__(self, store: Store, given: Given, outside: Outside) -> None:
        self._store, self._outside = store, outside
        self._moment = moment_of(given, outside)
        self.meeting = meeting_of_minutes(store.agreement, given.get("--meeting"))
        self._made: Edition | None = None
        if given.get("--version"):
            versions = versions_of(store.agreement, self.meeting)
            version = version_named(versions, given.text("--version"))
            self.paper = read_back(store.agreement, self.meeting, version)
        else:
            self._made = _edition(store, self.meeting, given, outside)
            self.paper = self._made.paper

    def keep(self) -> int:
        """Keeps what went out as a version, and tells of pieces in conflict; the exit code."""
        if self._made is None:
            return DONE
        act = to_keep(self.meeting, self._made)
        told = warned(self._made.conflicts, self._outside)
        if act is None:
            return told
        try:
            self._store.commit(act, self._moment)
        except AgreementError as error:
            words = _("Written, but not kept as a version: {why}", why=tell(error))
            self._outside.warn(words)
            return ATTENTION
        return told


COMMANDS = (
    Command(
        Form(
            "minutes",
            N_("prints the minutes of a meeting, their pieces or their versions"),
            (FILE,),
            (
                Option("--meeting", "N", N_("of which meeting; the last one")),
                Option("--versions", "", N_("the versions that were kept")),
                Option("--version", "K", N_("this version: its name or number")),
                Option(
                    "--compare",
                    "K",
                    N_("what changed since this version; said twice: between two"),
                    many=True,
                ),
                Option("--pieces", "", N_("every piece with its name, and what conflicts")),
                JSON,
                TODAY,
            ),
        ),
        minutes,
    ),
)

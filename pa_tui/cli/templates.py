"""`pa-tui templates`: the usual agendas of meetings, written where they can be edited."""

from __future__ import annotations

from pa_tui.cli.command import ATTENTION, DONE, Command
from pa_tui.cli.grammar import Form, Given
from pa_tui.cli.outside import FORCE, JSON, Outside
from pa_tui.errors import N_
from pa_tui.language import _, tell


def templates(given: Given, outside: Outside) -> int:
    """Writes the shipped templates to the folder of the user; 1 where one of the user's own
    cannot be used."""
    written = outside.write_templates(given.flag("--force"))
    found = outside.meeting_templates()
    if given.flag("--json"):
        outside.tell_json(
            {
                "written": [str(path) for path in written],
                "templates": [
                    {"name": own.name, "kind": own.kind.value, "number": own.number}
                    for own in found.known
                ],
                "troubles": [tell(error) for error in found.troubles],
            }
        )
    else:
        for path in written:
            outside.tell(str(path))
        if not written:
            outside.tell(_("All templates are there already; --force writes them anew."))
    return ATTENTION if found.troubles else DONE


COMMANDS = (
    Command(
        Form(
            "templates",
            N_("writes the usual agendas of meetings as TOML, to be edited"),
            (),
            (FORCE, JSON),
        ),
        templates,
    ),
)

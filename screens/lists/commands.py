"""What can be done on the lists, and on who does what when."""

from __future__ import annotations

from dataclasses import replace

from pa_tui.language import N_
from screens.keys import Command

_GO = Command("lists.go", "enter", N_("to the article"), N_("Shows its article"), 1)
_SEARCH = Command(
    "lists.search",
    "slash,ctrl+f",
    N_("search"),
    N_("Narrows the lists: words, @party, open, overdue, 3., before:2026-10"),
    3,
)
_PLANNING = Command(
    "lists.planning",
    "w",
    N_("planning"),
    N_("The articles by who leads them and by quarter, and back"),
    3,
)
_ALL = Command("lists.all", "escape", N_("all"), N_("Shows all actions again"))

LISTS = (
    _GO,
    Command("lists.done", "g", N_("done"), N_("The action is done"), 2, "state('done')"),
    Command("lists.busy", "b", N_("busy"), N_("Somebody works on it"), 2, "state('busy')"),
    Command("lists.open", "o", N_("open"), N_("It is still to be done"), 2, "state('open')"),
    Command(
        "lists.dropped",
        "x",
        N_("dropped"),
        N_("It need not be done any more"),
        2,
        "state('dropped')",
    ),
    Command(
        "lists.lift",
        "v",
        N_("lift"),
        N_("A reservation is lifted, with when and how that was said"),
    ),
    Command("lists.made_action", "k", N_("action"), N_("A parked point becomes an action")),
    Command(
        "lists.on_agenda",
        "a",
        N_("agenda"),
        N_("A parked point goes on the agenda of the next meeting"),
    ),
    _SEARCH,
    _PLANNING,
    _ALL,
)

_IN_SIGHT = {
    "actions": ("done", "busy", "open", "dropped"),
    "reservations": ("lift",),
    "parked": ("made_action", "on_agenda", "done", "open"),
}


def lists_keys(section: str) -> tuple[Command, ...]:
    """The commands of the lists, with those in sight that mean something in a section."""
    shown = _IN_SIGHT.get(section, _IN_SIGHT["actions"])
    acting = {name for names in _IN_SIGHT.values() for name in names}
    return tuple(
        replace(own, group=2 if own.id.removeprefix("lists.") in shown else 0)
        if own.id.removeprefix("lists.") in acting
        else own
        for own in LISTS
    )


PLANNING = (
    _GO,
    Command("lists.left", "left", N_("to the left"), N_("To the article before"), 0),
    Command("lists.right", "right", N_("to the right"), N_("To the next article"), 0),
    Command(
        "lists.tertials",
        "t",
        N_("quarters or tertials"),
        N_("Plans by tertials, or by quarters again"),
        2,
    ),
    _SEARCH,
    _PLANNING,
    _ALL,
)

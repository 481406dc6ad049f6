"""Where another screen sends the walk: to an article, perhaps with a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pa_tui.app import PaTuiApp

GOAL = "walk.goal"
"""What ``app.kept`` holds it under until the walk comes up and takes it."""


class Goal(NamedTuple):
    """The id of an article, and the name of a filter of the walk or ""."""

    article: str | None
    filter: str = ""


async def show_article(app: PaTuiApp, goal: Goal) -> None:
    """Shows the walk at a goal."""
    app.kept[GOAL] = goal
    await app.action_mode("walk")


QUERY = "lists.query"
"""What ``app.kept`` holds the query of the lists under until they come up and take it."""


async def show_actions(app: PaTuiApp, query: str) -> None:
    """Shows the action list, narrowed to a query."""
    app.kept[QUERY] = query
    await app.action_mode("lists")

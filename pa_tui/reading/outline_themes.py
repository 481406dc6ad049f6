"""Which headings are themes and which are groups."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pa_tui.reading.genre import THEME_WORDS, is_context_heading, is_group_heading
from pa_tui.reading.outline_items import FLAT, Item
from pa_tui.reading.outline_numbers import Run

_THEME = 1


@dataclass(slots=True)
class Plan:
    """What begins where: indexes of articles, of themes; the level of each heading."""

    articles: set[int] = field(default_factory=set)
    themes: set[int] = field(default_factory=set)
    levels: dict[int, int] = field(default_factory=dict)
    run: Run | None = None


def plan_themes(
    items: Sequence[Item], kept: Sequence[int], articles: Sequence[int], run: Run | None
) -> Plan:
    """The plan for the items in ``kept``; with no articles there are no themes."""
    plan = Plan(set(articles), run=run)
    for index in kept:
        level = items[index].level
        if level is not None and index not in plan.articles:
            plan.levels[index] = _level(items[index], level)
    if not articles:
        return plan
    above = _ancestors(kept, plan)
    if any(plan.levels[n] == FLAT for chain in above.values() for n in chain):
        _promote(items, kept, plan, above)
        above = _ancestors(kept, plan)
    plan.themes = set(_themes(items, plan, above))
    return plan


def _level(item: Item, level: int) -> int:
    """The level of a heading; in plain text its number tells."""
    if level != FLAT or item.number is None:
        return level
    shapes = {"d": 1, "L": 1, "chapter": 1, "word": 1, "Ld": 2, "d.d": 2, "d.d.d": 3}
    return shapes.get(item.number.shape, FLAT)


def _ancestors(kept: Sequence[int], plan: Plan) -> dict[int, list[int]]:
    """For each article the headings it stands under, the outermost first."""
    open_: list[int] = []
    found = {}
    for index in kept:
        if index in plan.articles:
            found[index] = list(open_)
        elif index in plan.levels:
            level = plan.levels[index]
            open_ = [n for n in open_ if plan.levels[n] < level] + [index]
    return found


def _promote(
    items: Sequence[Item], kept: Sequence[int], plan: Plan, above: dict[int, list[int]]
) -> None:
    """In plain text, the unnumbered headings that must be themes: one where the prefix of
    the numbers changes, else those that speak of a theme of the genre."""
    articles = sorted(plan.articles)
    if all(any(items[n].number for n in above[a]) for a in articles):
        return
    flat = [n for n in kept if plan.levels.get(n) == FLAT and _may_be_theme(items[n])]
    before: int | None = None
    for article in articles:
        start = 0 if before is None else bisect_right(flat, before)
        heads = flat[start : bisect_left(flat, article)]
        if heads and _is_border(items, plan, before, article, heads):
            named = [n for n in heads if THEME_WORDS.search(items[n].title)]
            chosen = (named or heads)[-1] if before is None else (named or heads)[0]
            plan.levels[chosen] = _THEME
        before = article


def _may_be_theme(item: Item) -> bool:
    return not is_context_heading(item.title) and not is_group_heading(item.title)


def _is_border(
    items: Sequence[Item], plan: Plan, before: int | None, article: int, heads: Sequence[int]
) -> bool:
    if before is None:
        return True
    one, two = items[before].number, items[article].number
    if plan.run is not None and _prefixes(items, plan) > 1 and one and two:
        return one.prefix != two.prefix
    if one and two and two.last < one.last:
        return True
    return any(THEME_WORDS.search(items[n].title) for n in heads)


def _prefixes(items: Sequence[Item], plan: Plan) -> int:
    """How many different themes the numbers of the articles themselves name."""
    if plan.run is None or not plan.run.is_prefixed:
        return 0
    numbers = (items[index].number for index in plan.run.indexes)
    return len({number.prefix for number in numbers if number})


def _themes(items: Sequence[Item], plan: Plan, above: dict[int, list[int]]) -> Iterator[int]:
    """The theme of every article that stands under one."""
    depth = _depth(items, plan, above)
    numbered = {a: _deepest_numbered(items, chain) for a, chain in above.items()}
    several = len({n for n in numbered.values() if n is not None}) > 1
    for article, chain in above.items():
        exact = _exact(items, article, chain)
        deepest = numbered[article]
        candidates = [n for n in chain if not is_group_heading(items[n].title)] or chain
        if exact is not None:
            yield exact
        elif deepest is not None and (several or depth is None):
            yield deepest
        elif candidates:
            yield candidates[min(depth or 0, len(candidates) - 1)]


def _exact(items: Sequence[Item], article: int, chain: Sequence[int]) -> int | None:
    """The heading whose number the article's number begins with."""
    number = items[article].number
    if number is None or not number.prefix:
        return None
    for index in reversed(chain):
        own = items[index].number
        if own is not None and own.parts == number.prefix:
            return index
    return None


def _deepest_numbered(items: Sequence[Item], chain: Sequence[int]) -> int | None:
    for index in reversed(chain):
        if items[index].number is not None and not is_group_heading(items[index].title):
            return index
    return None


def _depth(items: Sequence[Item], plan: Plan, above: dict[int, list[int]]) -> int | None:
    """How deep themes lie among unnumbered headings: the first depth at which articles
    stand under different headings, and where the numbers say so, at which each prefix has
    its own."""
    chains = {
        a: [
            n
            for n in chain
            if not is_group_heading(items[n].title) and not is_context_heading(items[n].title)
        ]
        for a, chain in above.items()
    }
    deepest = max((len(chain) for chain in chains.values()), default=0)
    for depth in range(deepest):
        heads = {a: chain[depth] for a, chain in chains.items() if len(chain) > depth}
        if len(set(heads.values())) < 2 or len(heads) < 0.6 * len(chains):
            continue
        if plan.run is None or not plan.run.is_prefixed or _follows(items, heads):
            return depth
    return 0 if deepest else None


def _follows(items: Sequence[Item], heads: dict[int, int]) -> bool:
    """Whether articles of one prefix stand under one heading."""
    of_prefix: dict[object, set[int]] = {}
    for article, head in heads.items():
        number = items[article].number
        of_prefix.setdefault(number.prefix if number else None, set()).add(head)
    return all(len(found) == 1 for found in of_prefix.values())

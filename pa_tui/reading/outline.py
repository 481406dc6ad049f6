"""Recognises the outline of an agreement: themes with their articles, and all around it.

The order of decisions: what is no text goes; footnotes are taken out; annexes, signatures
and contents are set apart; the numbers that number agreements are chosen; then headings
become themes, groups and context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from pa_tui.reading.genre import AGREEING, CONSIDERING, PROMISE_LABEL, is_promise, names_in
from pa_tui.reading.lines import Document, Line, SourceKind
from pa_tui.reading.outline_filling import Filling
from pa_tui.reading.outline_items import FLAT, Item, items_of
from pa_tui.reading.outline_notes import printed_notes
from pa_tui.reading.outline_numbers import Run, numbered_articles
from pa_tui.reading.outline_parts import Outline, Part
from pa_tui.reading.outline_regions import (
    CONTENTS,
    PLACE_AND_DATE,
    REPEATED_TITLE,
    annexes_of,
    contents_of,
    signing_of,
)
from pa_tui.reading.outline_tables import Row, expanded
from pa_tui.reading.outline_themes import plan_themes
from pa_tui.reading.paragraphs import bulleted, paragraphs


def outline_of(document: Document) -> Outline:
    """The outline of a document; never fails, what makes no sense is left out by name."""
    lines, left_out = _as_paragraphs(document)
    lines, notes = printed_notes(lines, document.notes)
    found = Outline(notes=notes, skipped=list(left_out))
    apart = expanded(items_of(lines, flat=document.kind is SourceKind.TEXT))
    items = apart.items
    contents = contents_of(items)
    found.skipped += [(items[index].line, CONTENTS) for index in sorted(contents)]
    annexes = annexes_of(items, contents)
    end = annexes[0] if annexes else len(items)
    found.title = _title_of(items[:end], contents)
    repeated = _repeated_titles(items, found.title)
    found.skipped += [(items[index].line, REPEATED_TITLE) for index in sorted(repeated)]
    gone = contents | repeated
    run, articles = _articles(items, apart.rows, end, gone)
    first = min(articles, default=end)
    signing = signing_of(items, 0, end, _late_from(articles, first, end))
    if signing:
        found.signing = [items[index] for index in signing if index not in gone]
        gone = gone | set(signing)
        articles = [index for index in articles if index not in gone]
    kept = [index for index in range(end) if index not in gone]
    plan = plan_themes(items, kept, articles, run)
    filling = Filling(found, items, plan, apart)
    for index in kept:
        filling.take(index)
    filling.close()
    found.annexes = _parts(items, annexes, contents)
    return found


def _as_paragraphs(document: Document) -> tuple[list[Line], list[tuple[Line, str]]]:
    if document.wrapped:
        return paragraphs(document.lines, document.pages)
    return [bulleted(line) for line in document.lines], []


def _title_of(items: Sequence[Item], contents: set[int]) -> str:
    """The title: a title style, else the first heading or short line that names the genre."""
    for index, item in enumerate(items[:60]):
        if item.level == 0 and index not in contents:
            return item.title
    named = re.compile(
        r"prestatie-?\s?afspraken|samenwerkings?(?:overeenkomst|afspraken)|prestatiekader|"
        r"beleidsovereenkomst|raamovereenkomst|lokaal akkoord|alliantie|woonakkoord|"
        r"jaarschijf|meerjarenafspraken",
        re.IGNORECASE,
    )
    short = [
        item
        for item in items[:15]
        if len(item.line.text) < 140 and not item.line.text.rstrip().endswith((":", ";", ","))
    ]
    dated = re.compile(PLACE_AND_DATE.pattern + "$", re.IGNORECASE)
    for item in sorted(
        short, key=lambda item: (dated.search(item.line.text) is not None, not item.is_heading)
    ):
        usable = not item.line.is_bullet and (item.is_heading or item.number is None)
        if usable and named.search(item.line.text):
            return re.sub(r"\s+Pagina \d+$", "", item.title or item.line.text)
    return ""


def _repeated_titles(items: Sequence[Item], title: str) -> set[int]:
    known = re.sub(r"\W+", "", title).casefold()
    if len(known) < 8:
        return set()
    same = [
        index
        for index, item in enumerate(items)
        if len(item.line.text) < 200 and re.sub(r"\W+", "", item.line.text).casefold() == known
    ]
    groups = {item.line.text for item in items if item.is_heading and item.number is None}
    return {
        index
        for index in same[1:]
        if not items[index].is_heading or items[index].line.text not in groups
    }


def _articles(
    items: Sequence[Item], rows: dict[int, Row], end: int, gone: set[int]
) -> tuple[Run | None, list[int]]:
    """Where agreements begin: rows of tables, else numbers, else bullets under a label."""
    inside = [index for index in rows if index < end and index not in gone]
    if inside:
        return None, inside
    listed = _listed(items)
    eligible = [
        index
        for index in range(end)
        if index not in gone and not _is_considered(items, index) and index not in listed
    ]
    run = numbered_articles(items, eligible)
    if run is not None:
        return run, list(run.indexes)
    return None, _labelled(items, [index for index in range(end) if index not in gone])


def _is_considered(items: Sequence[Item], index: int) -> bool:
    """Whether an item belongs to the considerations before "komen overeen"."""
    for before in range(index - 1, max(-1, index - 25), -1):
        text = items[before].line.text
        if AGREEING.search(text):
            return False
        if CONSIDERING.match(text.lstrip("*. ")) and len(text) < 60:
            return True
        if items[before].is_heading and not CONSIDERING.match(items[before].title):
            return False
    return False


def _listed(items: Sequence[Item]) -> set[int]:
    """The short numbered lines that only announce a heading that comes later."""
    found: set[int] = set()
    below: set[str] = set()
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        known = item.title.casefold()
        short = len(item.title) <= 90 and not item.line.text.rstrip().endswith((".", ";", ":"))
        styled = item.level is not None and item.level < FLAT
        if item.number is not None and short and not styled and known in below:
            found.add(index)
        if known and len(item.line.text) < 120 and (item.number or item.is_heading):
            below.add(known)
    return found


def _labelled(items: Sequence[Item], eligible: Sequence[int]) -> list[int]:
    """Bullets under labels such as "Resultaatafspraak" and "Verzoek aan ...", else the
    paragraphs under labels that come back: agreements that nobody numbered."""
    under = _under_labels(items, eligible)
    names = names_in(item.text for item in items)
    direct = [
        n
        for group in under
        for n in takewhile(lambda n: items[n].line.is_bullet, group)
        if items[n].line.level == 0
    ]
    promises = [index for index in direct if is_promise(items[index].text, names)]
    if direct and len(promises) >= max(2, len(direct) * 0.5):
        return direct
    told = [[n for n in group if _is_told(items[n], names)] for group in under]
    labels = [group for group in told if group]
    return [n for group in labels for n in group] if len(labels) > 1 and not direct else []


def _under_labels(items: Sequence[Item], eligible: Sequence[int]) -> list[list[int]]:
    """What stands under each label, headings apart."""
    found: list[list[int]] = []
    label = False
    for index in eligible:
        item = items[index]
        if item.is_heading:
            label = PROMISE_LABEL.fullmatch(item.title) is not None
            found += [[]] if label else []
        elif label and (item.line.is_bullet or item.is_plain):
            found[-1].append(index)
    return found


def _is_told(item: Item, names: re.Pattern[str] | None) -> bool:
    """Whether a paragraph says by itself what parties agree on."""
    return item.is_plain and len(item.text) > 40 and is_promise(item.text, names)


def _late_from(articles: Sequence[int], first: int, end: int) -> int:
    """From which item on a name with a function is a signature: after the last agreement,
    or anywhere past the middle where there are none."""
    if articles:
        return max(articles)
    return min(first, end // 2)


def _parts(items: Sequence[Item], starts: Sequence[int], gone: set[int]) -> list[Part]:
    """The annexes: from each heading to the next; a lone "Bijlagen" over them is none."""
    found = []
    for place, start in enumerate(starts):
        stop = starts[place + 1] if place + 1 < len(starts) else len(items)
        inside = tuple(items[index] for index in range(start + 1, stop) if index not in gone)
        if inside or not re.fullmatch(r"bijlagen?\s*:?", items[start].title, re.IGNORECASE):
            found.append(Part(items[start].line.text.strip(" :"), inside))
    return found

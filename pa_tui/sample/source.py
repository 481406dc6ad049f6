"""Reads the texts of the sample: TOML files beside this module, in Markdown.

In a text ``[2.1]`` refers to article 2.1 and ``[^1]`` is a footnote mark. An article has
``text`` for the new year; where last year said it otherwise ``was`` holds that wording, and
``decided`` the one that the table made of it. Articles with ``new_after`` are new this year.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from importlib.resources import files
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from pa_tui.domain.agreement import Facts
from pa_tui.domain.articles import (
    Annex,
    Article,
    Commitment,
    Footnote,
    LastYear,
    Passage,
    Quantity,
    Section,
    Strength,
    Theme,
)
from pa_tui.domain.markdown import from_markdown
from pa_tui.domain.parties import Basis, Involved, Lead, Party, Role, Signatory, State
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import Anchor, AnchorKind, Text, plain
from pa_tui.domain.timing import Timing, TimingKind

_THEMES = ("theme-1.toml", "theme-2.toml", "theme-3.toml", "theme-4.toml")
WRITTEN_FOR = 2027
_YEAR = re.compile(r"\b20[23]\d\b")
_ANCHOR = re.compile(r"\[(?:\^(?P<note>\d+)|(?P<number>\d+\.\d+))\]")

Table = Mapping[str, Any]


def sample_id(kind: str, name: str) -> str:
    """The id of a thing in the sample, the same in every sample ever made."""
    return uuid5(NAMESPACE_URL, f"pa-tui:rietbeek:{kind}:{name}").hex


@dataclass(frozen=True, slots=True)
class Part:
    """A commitment of an article: its words last year and this year, and who and when."""

    was: str
    words: str
    leads: tuple[Lead, ...]
    joint: tuple[str, ...]
    involved: tuple[str, ...]
    timings: tuple[Timing, ...]
    quantities: tuple[Quantity, ...]
    strength: Strength


@dataclass(frozen=True, slots=True)
class Draft:
    """An article of the sample through the year; texts are None where nothing changed."""

    number: str
    theme: str
    title: str
    group: str
    text: Text
    was: Text | None
    decided: Text | None
    new_after: str | None
    bid: str
    last_year: LastYear | None
    key_agreement: bool
    parts: tuple[Part, ...]
    proposals: tuple[tuple[str, Text, str], ...]

    @property
    def id(self) -> str:
        """The id of its article."""
        return sample_id("article", self.number)


@dataclass(frozen=True, slots=True)
class Source:
    """All texts of the sample for one year."""

    year: int
    about: Table
    themes: tuple[Table, ...]
    drafts: tuple[Draft, ...]

    def draft(self, number: str) -> Draft:
        """The article of this number."""
        return next(draft for draft in self.drafts if draft.number == number)


@cache
def source(year: int = WRITTEN_FOR) -> Source:
    """The texts for an agreement of this year: every year they name moves along."""
    themes = tuple(_table(name, year) for name in _THEMES)
    drafts = tuple(_draft(theme, article) for theme in themes for article in theme["articles"])
    return Source(year, _table("agreement.toml", year), themes, drafts)


def _table(name: str, year: int) -> Table:
    def moved(found: re.Match[str]) -> str:
        return str(int(found[0]) + year - WRITTEN_FOR)

    text = (files(__package__) / name).read_text("utf-8")
    return tomllib.loads(_YEAR.sub(moved, text))


def meant(markdown: str) -> Text:
    """A text with its references and footnote marks as anchors."""
    return from_markdown(markdown.strip(), find=_anchors)


def _anchors(words: str) -> Iterator[tuple[int, int, Anchor]]:
    for found in _ANCHOR.finditer(words):
        if found["note"]:
            anchor = Anchor(
                AnchorKind.FOOTNOTE, sample_id("footnote", found["note"]), found["note"]
            )
        else:
            anchor = Anchor(
                AnchorKind.ARTICLE, sample_id("article", found["number"]), found["number"]
            )
        yield found.start(), found.end(), anchor


def _draft(theme: Table, article: Table) -> Draft:
    text = meant(article["text"])
    was = meant(article["was"]) if "was" in article else None
    return Draft(
        article["number"],
        theme["number"],
        article.get("title", ""),
        article["group"],
        text,
        was,
        meant(article["decided"]) if "decided" in article else None,
        article.get("new_after"),
        article.get("bid", ""),
        _last_year(article.get("last_year"), was or text),
        article.get("key", False),
        tuple(_part(part) for part in article["parts"]),
        tuple(
            (proposal["party"], meant(proposal["text"]), proposal["remark"])
            for proposal in article.get("proposals", ())
        ),
    )


def _last_year(table: Table | None, text: Text) -> LastYear | None:
    if table is None:
        return None
    return LastYear(
        table["number"], plain(text), table.get("evaluation", ""), table.get("remark", "")
    )


def _part(part: Table) -> Part:
    basis = Basis(part.get("basis", "explicit"))
    sure = State.CONFIRMED if basis is Basis.EXPLICIT else State.SUGGESTED
    words = _words(part.get("words", ""))
    return Part(
        _words(part["was"]) if "was" in part else words,
        words,
        tuple(Lead(party, None, basis, sure) for party in part.get("leads", ())),
        tuple(part.get("joint", ())),
        tuple(part.get("involved", ())),
        tuple(_timing(when) for when in part.get("when", ())),
        tuple(Quantity(amount) for amount in part.get("amounts", ())),
        Strength(part.get("strength", "none")),
    )


def _words(markdown: str) -> str:
    return " ".join(plain(meant(markdown)).split())


def _timing(when: Table) -> Timing:
    return Timing(
        when["text"],
        TimingKind(when["kind"]),
        when.get("start"),
        when.get("end"),
        when.get("every"),
        when.get("count"),
        State.SUGGESTED if when.get("question") else State.CONFIRMED,
    )


# -- the agreement as it was signed last year -------------------------------------------


def facts(texts: Source) -> Facts:
    """What the sample is as a whole."""
    about = texts.about
    return Facts(
        title=about["title"],
        year=about["year"],
        period_start=about["start"],
        period_end=about["end"],
        place=about["place"],
        source=about["source"],
    )


def entities(texts: Source) -> Iterator[Any]:
    """Parties, texts and articles as the year began: last year's wording."""
    about = texts.about
    yield from _ranked(_party, about["parties"])
    yield from _ranked(_section, about["front"])
    yield from _ranked(_theme, texts.themes)
    yield from _ranked(_footnote, about["footnotes"])
    yield from _ranked(_annex, about["annexes"])
    for theme in texts.themes:
        old = [d for d in texts.drafts if d.theme == theme["number"] and not d.new_after]
        for rank, draft in zip(spread(len(old)), old, strict=True):
            yield _article(draft, rank)
            yield from _commitments(draft, texts)


def _ranked(make: Any, tables: Iterable[Table]) -> Iterator[Any]:
    tables = tuple(tables)
    for rank, table in zip(spread(len(tables)), tables, strict=True):
        yield make(table, rank)


def _party(table: Table, rank: str) -> Party:
    return Party(
        table["key"],
        rank,
        table["short"],
        table["name"],
        Role(table["role"]),
        tuple(table["aliases"]),
        Signatory(**table["signatory"]),
        themes=tuple(sample_id("theme", number) for number in table.get("themes", ())),
    )


def _section(table: Table, rank: str) -> Section:
    key = sample_id("section", table["title"])
    return Section(key, rank, table["title"], meant(table["text"]), table.get("level", 1))


def _theme(table: Table, rank: str) -> Theme:
    context = tuple(Passage(p["title"], meant(p["text"])) for p in table["context"])
    number = table["number"]
    return Theme(sample_id("theme", number), rank, number, table["title"], context)


def _footnote(table: Table, rank: str) -> Footnote:
    return Footnote(sample_id("footnote", table["mark"]), rank, table["mark"], table["text"])


def _annex(table: Table, rank: str) -> Annex:
    key = sample_id("annex", table["title"])
    return Annex(key, rank, table["title"], meant(table["text"]), table.get("items", 0))


def _article(draft: Draft, rank: str) -> Article:
    return Article(
        draft.id,
        sample_id("theme", draft.theme),
        rank,
        draft.number,
        draft.title,
        draft.group,
        draft.was or draft.text,
        key_agreement=draft.key_agreement,
        bid=draft.bid,
        last_year=draft.last_year,
    )


def _commitments(draft: Draft, texts: Source) -> Iterator[Commitment]:
    parties = {table["short"]: table["key"] for table in texts.about["parties"]}
    timed = tuple if draft.was is None else partial(_a_year_earlier, texts.year)
    for place, (rank, part) in enumerate(
        zip(spread(len(draft.parts)), draft.parts, strict=True)
    ):
        yield Commitment(
            sample_id("commitment", f"{draft.number}/{place}"),
            draft.id,
            rank,
            part.was,
            part.leads,
            part.joint,
            tuple(Involved(name, parties.get(name)) for name in part.involved),
            timed(part.timings),
            part.quantities,
            part.strength,
        )


def _a_year_earlier(year: int, timings: Iterable[Timing]) -> tuple[Timing, ...]:
    def earlier(day: date | None) -> date | None:
        return day.replace(year=day.year - 1) if day else None

    return tuple(
        replace(
            timing,
            text=timing.text.replace(str(year), str(year - 1)),
            start=earlier(timing.start),
            end=earlier(timing.end),
        )
        for timing in timings
    )

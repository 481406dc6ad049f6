"""How well real agreements are read, held against a careful reader's findings."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pa_tui.domain.parties import Party, Role
from pa_tui.domain.text import Block, BlockKind, Text
from pa_tui.reading.commitments import cut
from pa_tui.reading.references import references

EXAMPLES = Path(__file__).parents[3] / "shared" / "examples"
DOCUMENTS = sorted(EXAMPLES.glob("*.expected.json")) if EXAMPLES.is_dir() else []
ROLES = {
    "gemeente": Role.MUNICIPALITY,
    "corporatie": Role.CORPORATION,
    "huurdersorganisatie": Role.TENANTS,
}

pytestmark = pytest.mark.skipif(not DOCUMENTS, reason="the examples are not here")


def _parties(document: dict[str, Any]) -> tuple[Party, ...]:
    return tuple(
        Party(p["short"], str(i), p["short"], p["name"], ROLES[p["role"]], tuple(p["aliases"]))
        for i, p in enumerate(document["parties"])
    )


def _text(body: str) -> Text:
    blocks = []
    for line in body.split("\n"):
        letter = re.match(r"([a-z])\. ", line)
        if line.startswith("- "):
            blocks.append(Block(BlockKind.BULLET, line[2:]))
        elif letter:
            blocks.append(Block(BlockKind.SUBITEM, line[3:], mark=letter[1]))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, line))
    return tuple(blocks)


def _articles():
    for path in DOCUMENTS:
        document = json.loads(path.read_text("utf-8"))
        parties = _parties(document)
        for theme in document["themes"]:
            for article in theme["articles"]:
                reading = cut(
                    _text(article["body"]),
                    parties=parties,
                    year=document["year"],
                    group=article.get("section") or "",
                )
                yield article, reading


def _f1(hit: int, found: int, wanted: int) -> float:
    return 2 * hit / (found + wanted)


def test_leads_are_found() -> None:
    hit = found = wanted = 0
    for article, reading in _articles():
        leads = {lead.party for lead in reading.leads}
        primary = set(article["primary"])
        if article["lead"] and not article.get("lead_scope"):
            assert set(article["lead"]) <= leads, article["number"]
        hit += len(leads & primary)
        found += len(leads)
        wanted += len(primary)
    assert _f1(hit, found, wanted) >= 0.92


def _key(timing: dict[str, Any]) -> tuple[str | None, str | None, str | None]:
    every = timing["every"]
    return timing["start"], timing["end"], every.rstrip("s") if every else None


def test_timings_are_found_with_their_days() -> None:
    hit = found = wanted = 0
    for article, reading in _articles():
        got = [
            (t.text.lower(), (t.start and str(t.start), t.end and str(t.end), t.every))
            for part in reading.commitments
            for t in part.timings
        ]
        free = []
        for told in article["timing"]:
            want = {"start": None, "end": None, "every": None, **told}
            days = _key(want)
            if (
                want.get("relative")
                or want.get("scope") == "goal"
                or days == (None, None, None)
            ):
                free.append(want["text"].lower())
                continue
            wanted += 1
            match = next(
                (
                    g
                    for g in got
                    if want["text"].lower() in g[0] or g[0] in want["text"].lower()
                ),
                None,
            )
            if match:
                got.remove(match)
                found += 1
                hit += match[1] == days
        found += sum(
            any(days) and not any(words in f or f in words for f in free) for words, days in got
        )
    assert _f1(hit, found, wanted) >= 0.95


def test_references_are_found() -> None:
    for article, _ in _articles():
        found = {r.number + r.suffix for r in references(article["body"])}
        assert set(article["cross_refs"]) <= found, article["number"]

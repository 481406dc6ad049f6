"""Agreements as large as wanted: ``python -m benchmarks.large 10000 large.pa``.

The texts are made up; every article has three parts with an owner and a date, so that a
file of ten thousand weighs what a real one of that size would.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pa_tui.domain.agreement import Facts
from pa_tui.domain.articles import Article, Commitment, Quantity, Strength, Theme
from pa_tui.domain.parties import Lead, Party, Role
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import Block, BlockKind
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.edits import Moment, OpenMeeting, StartAgreement
from storage import create_file

YEAR = 2027
WHEN = datetime(2026, 9, 29, 13, 30)
PARTIES = (
    ("rietbeek", "Gemeente", "Gemeente Rietbeek", Role.MUNICIPALITY),
    ("beekwonen", "Beekwonen", "Stichting Beekwonen", Role.CORPORATION),
    ("goede-haard", "De Goede Haard", "Woningstichting De Goede Haard", Role.CORPORATION),
    ("hbr", "HBR", "Huurdersbelang Rietbeek", Role.TENANTS),
)
STREETS = ("Merelstraat", "Lijsterhof", "Molenpad", "Weverslaan", "Klaverweg", "Beekkade")


def large_agreement(articles: int, per_theme: int = 250) -> StartAgreement:
    """The act that starts an agreement of so many articles, three parts each."""
    facts = Facts(
        title=f"Prestatieafspraken Rietbeek {YEAR}",
        year=YEAR,
        period_start=date(YEAR, 1, 1),
        period_end=date(YEAR, 12, 31),
    )
    return StartAgreement(facts, tuple(_entities(articles, per_theme)))


def _entities(articles: int, per_theme: int) -> Iterator[Any]:
    for rank, (key, short, name, role) in zip(spread(4), PARTIES, strict=True):
        yield Party(key, rank, short, name, role)
    themes = -(-articles // per_theme) if articles > 40 else 4
    per_theme = -(-articles // themes)
    for number, rank in enumerate(spread(themes), start=1):
        yield Theme(f"t{number}", rank, str(number), f"Wonen in wijk {number}")
        count = min(per_theme, articles - (number - 1) * per_theme)
        for place, within in enumerate(spread(count), start=1):
            yield from _article(number, place, within)


def _article(theme: int, place: int, rank: str) -> Iterator[Any]:
    key = f"a{theme}-{place}"
    street = STREETS[(theme + place) % len(STREETS)]
    homes = 4 + (7 * theme + 3 * place) % 60
    sentences = (
        f"Beekwonen verbetert in {YEAR} {homes} woningen aan de {street}.",
        f"De gemeente verleent de vergunning voor de {street} vóór 1 mei {YEAR}.",
        f"HBR bespreekt de uitkomst ieder half jaar met de bewoners van de {street}.",
    )
    text = tuple(Block(BlockKind.PARAGRAPH, words) for words in sentences)
    number = f"{theme}.{place}"
    yield Article(key, f"t{theme}", rank, number, f"Woningen {street}", "Afspraken", text)
    for part, (words, owner, timing) in enumerate(
        zip(sentences, ("beekwonen", "rietbeek", "hbr"), _timings(), strict=True)
    ):
        yield Commitment(
            f"{key}-{part}",
            key,
            "258"[part],
            words,
            (Lead(owner),),
            timings=(timing,),
            quantities=(Quantity(f"{homes} woningen"),) if part == 0 else (),
            strength=Strength.RESULT,
        )


def _timings() -> tuple[Timing, Timing, Timing]:
    return (
        Timing(f"in {YEAR}", TimingKind.PERIOD, date(YEAR, 1, 1), date(YEAR, 12, 31)),
        Timing(f"vóór 1 mei {YEAR}", TimingKind.DEADLINE, end=date(YEAR, 4, 30)),
        Timing("ieder half jaar", TimingKind.RECURRING, every="half-year"),
    )


def write(path: Path, articles: int) -> None:
    """Makes a file of so many articles with a meeting open."""
    file = create_file(path, large_agreement(articles), Moment.of(WHEN, "benchmark"))
    file.commit(OpenMeeting(date=WHEN.date()), Moment.of(WHEN, "benchmark"))
    file.close()


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))

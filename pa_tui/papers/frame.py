"""The frame around a paper: title, confidentiality, header and footer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from pa_tui.domain.agreement import Agreement
from pa_tui.papers.appointments import Appointment
from pa_tui.papers.blocks import (
    Block,
    Look,
    PageCount,
    Paper,
    Paragraph,
    Run,
    Table,
    words,
)
from pa_tui.papers.dutch import inside, moment


def framed(
    agreement: Agreement,
    title: str,
    blocks: Iterable[Block],
    at: datetime,
    *,
    stamp: str = "",
    landscape: bool = False,
    public: bool = False,
    appointments: tuple[Appointment, ...] = (),
    organisations: tuple[str, ...] = (),
) -> Paper:
    """A paper with its title over it, what it may not be taken for (``stamp``) on every page,
    and the moment and page under it. What the file says of confidentiality is said too,
    unless the paper is ``public`` by its nature. It is made in the name of the parties, or
    of ``organisations``."""
    secret = "" if public else confidentiality(agreement)
    marks = " · ".join(mark for mark in (stamp, secret) if mark)
    return Paper(
        title,
        tuple(_headed(title, marks, blocks)),
        header=(Run(f"{title}\t{marks}"),),
        footer=(Run(f"{moment(at)}\tpagina "), PageCount.THIS, Run(" van "), PageCount.ALL),
        stamp=marks,
        landscape=landscape,
        organisations=organisations or tuple(p.name for p in agreement.ordered_parties),
        first_header=False,
        appointments=appointments,
        made_at=at,
    )


def _headed(title: str, marks: str, blocks: Iterable[Block]) -> Iterator[Block]:
    if marks:
        yield Paragraph(words(marks), Look.STAMP)
    yield Paragraph(words(title), Look.TITLE)
    yield from blocks


def confidentiality(agreement: Agreement) -> str:
    """What the file says of confidentiality, as a line without a full stop; perhaps empty."""
    return " ".join(inside(agreement.about.confidential).split())


def listing(
    agreement: Agreement,
    title: str,
    table: Table,
    at: datetime,
    *,
    nothing: str,
    says: str = "",
    upright: bool = False,
    appointments: tuple[Appointment, ...] = (),
) -> Paper:
    """A paper of one table on lying pages, or on upright ones; ``nothing`` stands under it
    where it has no rows, ``says`` above it."""
    above = (Paragraph(words(says)),) if says else ()
    filled = len(table.rows) > table.header_rows
    below = () if filled else (Paragraph(words(nothing)),)
    own = f"{title} {subject_of(agreement)}".strip()
    blocks = (*above, table, *below)
    return framed(agreement, own, blocks, at, landscape=not upright, appointments=appointments)


def subject_of(agreement: Agreement) -> str:
    """What the talks are about, in a sentence: "prestatieafspraken Rietbeek 2027"."""
    title = agreement.about.title.strip() or f"Prestatieafspraken {agreement.about.year or ''}"
    title = title.strip()
    if title.startswith("Prestatieafspraken"):
        return title[:1].lower() + title[1:]
    return title

"""Papers as Word files (.docx)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from exports.wordml.body import Body
from exports.wordml.package import Files, packed
from exports.wordml.settings import app_part, core_part, fonts_part, settings_part
from exports.wordml.stationery import A4, A4_LYING, Stationery
from exports.wordml.styles import styles_part
from pa_tui.papers.blocks import Paper


def docx_bytes(
    paper: Paper, template: Path | None = None, settings: Path | None = None
) -> bytes:
    """The paper as the bytes of a .docx; the same paper gives the same bytes.

    Numbers are Word's own automatic ones wherever Word can count them, footnotes are
    footnotes, references are fields that follow their target. With a ``template`` it wears
    that house style, its styles chosen as ``settings`` tell; raises FileError where one of
    the two is unfit.
    """
    styles = styles_part(large=paper.large, dense=paper.dense)
    if template is None:
        plain = Stationery(A4.closer(), A4_LYING.closer()) if paper.dense else Stationery()
        return packed(*_parts(paper, styles, plain))
    from exports.house.dressing import Dress
    from exports.house.template import template_of

    house = template_of(template, settings)
    dress = Dress(house, styles, large=paper.large, dense=paper.dense)
    document, files = _parts(paper, dress.styles(), dress.stationery())
    dressed = replace(
        files,
        numbering=dress.worn(files.numbering),
        footnotes=files.footnotes and dress.worn(files.footnotes),
        comments=files.comments and dress.worn(files.comments),
        theme=dress.theme(),
    )
    return packed(dress.worn(document, is_text=True), dressed)


def _parts(paper: Paper, styles: bytes, stationery: Stationery) -> tuple[bytes, Files]:
    """The body of a paper and its other parts."""
    body = Body(paper, stationery.with_margin() if paper.margin else stationery)
    document = body.written()
    footnotes = body.inlines.footnotes.part()
    files = Files(
        styles=styles,
        settings=settings_part(
            footnotes=footnotes is not None, even_differs=stationery.even_differs
        ),
        fonts=fonts_part(),
        numbering=body.numbering.part(),
        core=core_part(paper.title, paper.language, paper.organisations),
        app=app_part(paper.organisations),
        footnotes=footnotes,
        comments=body.inlines.comments.part(),
        edges=body.pages.edges,
    )
    return document, files

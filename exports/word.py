"""Papers as Word files (.docx)."""

from __future__ import annotations

from exports.wordml.body import Body
from exports.wordml.package import Files, packed
from exports.wordml.settings import app_part, core_part, fonts_part, settings_part
from exports.wordml.styles import styles_part
from pa_tui.papers.blocks import Paper


def docx_bytes(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx; the same paper gives the same bytes.

    Numbers are Word's own automatic ones wherever Word can count them, footnotes are
    footnotes, references are fields that follow their target.
    """
    body = Body(paper)
    document = body.written()
    footnotes = body.inlines.footnotes.part()
    files = Files(
        styles=styles_part(large=paper.large),
        settings=settings_part(footnotes=footnotes is not None),
        fonts=fonts_part(),
        numbering=body.numbering.part(),
        core=core_part(paper.title, paper.language, paper.organisations),
        app=app_part(paper.organisations),
        footnotes=footnotes,
        comments=body.inlines.comments.part(),
        edges=body.pages.edges,
    )
    return packed(document, files)

"""Taking over or refusing every tracked change of a .docx, as Word's rules say: written
apart from the program, for its tests."""

from __future__ import annotations

from tests.paper.reading_docx import W, part, with_body


def resolved(docx: bytes, *, accept: bool) -> bytes:
    """The file with all changes taken over, or all refused."""
    body = part(docx, "word/document.xml")
    stay, go = (("ins", "moveTo"), ("del", "moveFrom"))
    if not accept:
        stay, go = go, stay
    _rows(body, stay, go)
    _properties(body, accept)
    gone = _marks(body, stay, go)
    _words(body, stay, go)
    _join(gone)
    for table in list(body.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    return with_body(docx, body)


def _rows(body, stay, go) -> None:
    for row in list(body.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        marks = [] if properties is None else [e.tag[len(W) :] for e in properties]
        if any(mark in go for mark in marks):
            row.getparent().remove(row)
        for mark in list(properties if properties is not None else ()):
            if mark.tag[len(W) :] in stay:
                properties.remove(mark)


def _properties(body, accept: bool) -> None:
    for change in list(body.iter(f"{W}pPrChange")):
        properties = change.getparent()
        if accept:
            properties.remove(change)
            continue
        kept = [e for e in properties if e.tag in (f"{W}rPr", f"{W}sectPr")]
        old = list(change.find(f"{W}pPr"))
        for own in list(properties):
            properties.remove(own)
        properties.extend([*old, *kept])


def _marks(body, stay, go) -> list:
    gone = []
    for paragraph in body.iter(f"{W}p"):
        look = paragraph.find(f"{W}pPr/{W}rPr")
        for mark in list(look) if look is not None else ():
            name = mark.tag[len(W) :]
            if name in go:
                gone.append(paragraph)
            if name in go or name in stay:
                look.remove(mark)
    return gone


def _words(body, stay, go) -> None:
    for name in go:
        for own in list(body.iter(f"{W}{name}")):
            own.getparent().remove(own)
    for name in stay:
        for own in list(body.iter(f"{W}{name}")):
            place = own.getparent().index(own)
            for child in reversed(list(own)):
                own.getparent().insert(place, child)
            own.getparent().remove(own)
    for old, new in (("delText", "t"), ("delInstrText", "instrText")):
        for own in list(body.iter(f"{W}{old}")):
            own.tag = f"{W}{new}"
    for side in ("From", "To"):
        for end in ("Start", "End"):
            for own in list(body.iter(f"{W}move{side}Range{end}")):
                own.getparent().remove(own)


def _join(gone: list) -> None:
    """A paragraph whose mark went becomes the beginning of the next one."""
    for paragraph in gone:
        following = paragraph.getnext()
        if following is None or following.tag != f"{W}p":
            raise AssertionError("this mark cannot go")
        place = 1 if following.find(f"{W}pPr") is not None else 0
        for own in reversed([e for e in paragraph if e.tag != f"{W}pPr"]):
            following.insert(place, own)
        paragraph.getparent().remove(paragraph)

"""Pieces of text that change places while a reading is reviewed: no word is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment, Passage
from pa_tui.domain.ranks import between, spread
from pa_tui.domain.text import ANCHOR, Block, BlockKind, Label, Text, paragraph, plain
from pa_tui.edits.base import Worksheet
from pa_tui.edits.wording import as_questions

_NUMBER = re.compile(
    r"(?P<number>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?)(?P<end>[.):]?)\s+(?=\S)"
)
_LISTED = re.compile(r"[a-z]{1,2}|\d{1,3}|[ivx]{1,5}")
_ENDED = re.compile(r"[.:;!?…][\"'”’)\]]*\s*$")


def numbered(words: str) -> tuple[str | None, str]:
    """The number that words begin with, as printed, and the words after it; None where
    they begin with an amount ("12 woningen") or with no number."""
    found = _NUMBER.match(words)
    if found is None or words[found.end()].islower():
        return None, words
    number = found["number"]
    if "." in number or found["end"] or number[0].isalpha():
        return number, words[found.end() :]
    return None, words


def paragraphs_of(words: str) -> Text:
    """Words as blocks, one for each line that has any."""
    return tuple(block for row in words.split("\n") if row.strip() for block in paragraph(row))


def heading_of(number: str | None, title: str) -> str:
    """ "1.2 Starters", as it was printed."""
    return f"{number or ''} {title}".strip()


def lone_group(agreement: Agreement, article: Article) -> str:
    """The group of an article where no other article of its theme stands in it."""
    others = (line for line in agreement.lines_of(article.theme) if line.id != article.id)
    alone = all(line.removed or line.group != article.group for line in others)
    return article.group if alone else ""


def whole(agreement: Agreement, article: Article, *, listed: bool = False) -> Text:
    """All an article says as one text: its lone group, number, title and words.

    ``listed`` makes a number such as "a" or "3" the mark of a sub-item.
    """
    group = lone_group(agreement, article)
    before = paragraph(group) if group else ()
    first, *rest = article.text or paragraph("")
    if article.title or first.kind is BlockKind.TABLE:
        heading = heading_of(article.number, article.title)
        return (*before, *(paragraph(heading) if heading else ()), *article.text)
    if listed and article.number and _LISTED.fullmatch(article.number):
        own = replace(first, kind=BlockKind.SUBITEM, mark=article.number)
    else:
        own = replace(first, text=f"{article.number or ''} {first.text}".strip())
    return (*before, own, *rest)


def run_on(head: Text, tail: Text) -> Text:
    """Two texts as one; a sentence that was broken off runs on."""
    if not head or not tail:
        return (*head, *tail)
    last, first = head[-1], tail[0]
    broken = last.kind is not BlockKind.TABLE and not _ENDED.search(last.text)
    if not broken or first.kind is not BlockKind.PARAGRAPH:
        return (*head, *tail)
    joined = replace(
        last,
        text=f"{last.text} {first.text}".strip(),
        anchors=(*last.anchors, *first.anchors),
    )
    return (*head[:-1], joined, *tail[1:])


def cut_at(text: Text, block: int, offset: int) -> tuple[Text, Text]:
    """A text in two: from the word at a character of a block (counted from 1) on it is the
    second."""
    own = text[block - 1]
    offset = min(offset, len(own.text))
    while 0 < offset < len(own.text) and not own.text[offset - 1].isspace():
        offset -= 1
    if offset <= 0 or own.kind is BlockKind.TABLE:
        return text[: block - 1], text[block - 1 :]
    head, tail = own.text[:offset].rstrip(), own.text[offset:].lstrip()
    marks = head.count(ANCHOR)
    first = replace(own, text=head, anchors=own.anchors[:marks])
    second = Block(BlockKind.PARAGRAPH, tail, own.anchors[marks:])
    return (*text[: block - 1], first), (second, *text[block:])


def printed(context: tuple[Passage, ...]) -> Text:
    """Passages as one text, their titles as paragraphs."""
    found: list[Block] = []
    for passage in context:
        found += [*(paragraph(passage.title) if passage.title else ()), *passage.text]
    return tuple(found)


def words_of(text: Text, label: Label) -> str:
    """The words of a text with the marks of its items, one block a line."""
    rows = []
    for block in text:
        mark = f"{block.mark}. " if block.mark else ""
        rows.append(mark + plain((block,), label))
    return "\n".join(rows)


def ranks_after(low: str | None, count: int) -> Iterator[str]:
    """So many ranks in order, all after ``low``."""
    base = between(low, None)
    return (base + rank for rank in spread(count))


def flat(text: Text) -> str:
    """The words of a text on one line, as parts of an article quote them."""
    return " ".join(plain(text).split())


def move_parts(sheet: Worksheet, one: str, other: str, was: Text) -> None:
    """The parts of an article that goes up in another go along with the words they had;
    ``was`` is the text the other had before."""
    parts = sheet.agreement.commitments_of(other)
    for own in sheet.agreement.commitments_of(one):
        if not own.words and parts:
            sheet.set(own, words=flat(was))
    last = max((p.rank for p in sheet.agreement.commitments_of(one)), default=None)
    for part, rank in zip(parts, ranks_after(last, len(parts)), strict=True):
        words = part.words or flat(sheet.agreement.articles[other].text)
        sheet.set(part, article=one, rank=rank, words=words)


def share_parts(sheet: Worksheet, article: str, new: str, head: Text, tail: Text) -> None:
    """The parts of an article that was cut in two go where their words went; one that was
    cut through itself, or is the whole, stands in both as a suggestion."""
    stays, goes = flat(head), flat(tail)
    for part in sheet.agreement.commitments_of(article):
        words = part.words
        if words and words in stays:
            continue
        if words and words in goes:
            sheet.set(part, article=new)
            continue
        place = f"{stays} {goes}".find(words) if words else -1
        first = stays[place:] if place >= 0 else ""
        second = words[len(first) :].strip() if first else ""
        along = replace(part, id=sheet.mint(), article=new, words=second)
        sheet.add(replace(along, **as_questions(along)))
        sheet.set(part, words=first)
    for own in (article, new):
        if not sheet.agreement.commitments_of(own):
            sheet.add(Commitment(sheet.mint(), own, between(None, None)))

"""Random edits of an agreement: everything a draft prints can change, come, go or move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import Any

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Annex, Article, Commitment, Footnote, Passage, Section, Theme
from pa_tui.domain.decisions import Decision, Outcome, Standing
from pa_tui.domain.parties import Lead, Party, Role, Signatory
from pa_tui.domain.ranks import spread
from pa_tui.domain.shelf import Held, Shelf
from pa_tui.domain.text import ANCHOR, Anchor, AnchorKind, Block, BlockKind, Cell, Text
from pa_tui.domain.timing import Timing, TimingKind
from tests.paper.agreements import AT, with_lines

WORDS = tuple(
    w
    for line in (
        "acht twaalf € 1.250,00 2.1 6:119a woningen huurders gemeente Beekwonen uiterlijk",
        "’s-Gravenhage t/m ]]> &amp; <b> 🏠 een de het in 2027 25% zullen bouwen overleg",
    )
    for w in line.split()
)
TITLES = ("", "Starters", "Wonen met zorg", "Energie en comfort", "Huurbeleid 2027")


def edited(agreement: Agreement, seeds: Iterable[int]) -> Agreement:
    """The agreement after one random edit for each seed."""
    for seed in seeds:
        chance = Random(seed)
        agreement = with_lines(chance.choice(EDITS)(agreement, chance))
    return agreement


def sentence(chance: Random) -> str:
    return f"{' '.join(chance.choices(WORDS, k=chance.randint(1, 14)))}.".capitalize()


def words_of(text: str, chance: Random) -> str:
    """The words with some of them other, gone or new; anchors stay."""
    made = []
    for word in text.split(" "):
        dice = chance.random()
        if ANCHOR in word or dice > 0.15:
            made.append(word)
        elif dice > 0.1:
            made += [word, chance.choice(WORDS)]
        elif dice > 0.05:
            made.append(chance.choice(WORDS))
    if chance.random() < 0.2:
        made.append(sentence(chance))
    return " ".join(made)


def new_block(agreement: Agreement, chance: Random) -> Block:
    kind = chance.choice(list(BlockKind))
    if kind is BlockKind.TABLE:
        columns = chance.randint(1, 3)
        rows = range(chance.randint(1, 4))
        cells = tuple(tuple(Cell(sentence(chance)) for _ in range(columns)) for _ in rows)
        return Block(kind, cells=cells, header_rows=chance.randint(0, 1))
    mark = chance.choice("abcdx") if kind is BlockKind.SUBITEM else ""
    text, anchors = sentence(chance), ()
    if chance.random() < 0.3 and agreement.footnotes:
        note = chance.choice(sorted(agreement.footnotes))
        text, anchors = text + ANCHOR, (Anchor(AnchorKind.FOOTNOTE, note, "1"),)
    elif chance.random() < 0.2:
        key = chance.choice(sorted(agreement.articles))
        number = agreement.articles[key].number or "?"
        text, anchors = text + ANCHOR, (Anchor(AnchorKind.ARTICLE, key, number),)
    return Block(kind, text, anchors, mark, chance.choice([0, 0, 0, 1]))


def other_block(block: Block, chance: Random) -> Block:
    if block.kind is not BlockKind.TABLE:
        shape = {"level": 1 - min(block.level, 1)} if chance.random() < 0.1 else {}
        return replace(block, text=words_of(block.text, chance), **shape)
    rows = [list(row) for row in block.cells]
    plain = all(cell.rows == cell.columns == 1 for row in rows for cell in row)
    act = chance.choice(["words", "row", "less", "column", "fewer"] if plain else ["words"])
    if act == "row":
        new = [Cell(sentence(chance)) for _ in rows[0]]
        rows.insert(chance.randint(0, len(rows)), new)
    elif act == "less" and len(rows) > 1:
        del rows[chance.randrange(len(rows))]
    elif act == "column":
        rows = [[*row, Cell(sentence(chance))] for row in rows]
    elif act == "fewer" and len(rows[0]) > 1:
        rows = [row[1:] for row in rows]
    else:
        row = chance.choice(rows)
        place = chance.randrange(len(row))
        row[place] = replace(row[place], text=words_of(row[place].text, chance))
    return replace(block, cells=tuple(map(tuple, rows)))


def other_text(text: Text, agreement: Agreement, chance: Random) -> Text:
    blocks = list(text)
    act = chance.choice(["words", "words", "words", "add", "drop", "swap", "anew"])
    place = chance.randrange(len(blocks)) if blocks else 0
    if act == "add" or not blocks:
        blocks.insert(place, new_block(agreement, chance))
    elif act == "drop":
        del blocks[place]
    elif act == "swap":
        blocks.append(blocks.pop(place))
    elif act == "anew":
        blocks = [new_block(agreement, chance) for _ in range(chance.randint(0, 4))]
    else:
        blocks[place] = other_block(blocks[place], chance)
    return tuple(blocks)


def put(agreement: Agreement, shelf: str, *entities: Any) -> Agreement:
    held = getattr(agreement, shelf)
    for entity in entities:
        held = held.put(entity)
    return replace(agreement, **{shelf: held})


def one(agreement: Agreement, shelf: str, chance: Random) -> Any:
    held = getattr(agreement, shelf)
    return held[chance.choice(sorted(held))]


def _rank(chance: Random) -> str:
    return chance.choice(list(spread(60))) + chance.choice("123456789")


# -- the edits ------------------------------------------------------------------------------


def revise(agreement: Agreement, chance: Random) -> Agreement:
    own: Article = one(agreement, "articles", chance)
    return put(agreement, "articles",
               replace(own, text=other_text(own.text, agreement, chance)))  # fmt: skip


def retitle(agreement: Agreement, chance: Random) -> Agreement:
    own: Article = one(agreement, "articles", chance)
    return put(agreement, "articles", replace(own, title=chance.choice(TITLES)))


def move(agreement: Agreement, chance: Random) -> Agreement:
    own: Article = one(agreement, "articles", chance)
    theme = one(agreement, "themes", chance).id
    moved = replace(own, theme=theme, rank=_rank(chance))
    if chance.random() < 0.4:
        moved = replace(moved, text=other_text(own.text, agreement, chance))
    return put(agreement, "articles", moved)


def add(agreement: Agreement, chance: Random) -> Agreement:
    theme: Theme = one(agreement, "themes", chance)
    number = chance.choice([f"{theme.number}.{chance.randint(1, 30)}", "12a", "", "A.3"])
    text = tuple(new_block(agreement, chance) for _ in range(chance.randint(0, 4)))
    title, group = chance.choice(TITLES), chance.choice(["", "Regulier werk"])
    key, rank = f"new{chance.random()}", _rank(chance)
    own = Article(key, theme.id, rank, number or None, title, group, text)
    return put(agreement, "articles", own)


def remove(agreement: Agreement, chance: Random) -> Agreement:
    own: Article = one(agreement, "articles", chance)
    return put(agreement, "articles", replace(own, removed=not own.removed))


def decide(agreement: Agreement, chance: Random) -> Agreement:
    own: Article = one(agreement, "articles", chance)
    decision = Decision(f"d{chance.random()}", own.id, None, 0, chance.choice(list(Outcome)),
                        Standing.PROVISIONAL, AT, "A. Persoon", after=own.text)  # fmt: skip
    agreement = put(agreement, "decisions", decision)
    return put(agreement, "articles", replace(own, decision=decision.id))


def renumber(agreement: Agreement, chance: Random) -> Agreement:
    made = []
    for theme in agreement.ordered_themes:
        lines = [line for line in agreement.lines_of(theme.id) if not line.removed]
        made += [
            replace(agreement.articles[line.id], number=f"{theme.number}.{place}")
            for place, line in enumerate(lines, 1)
        ]
    return put(agreement, "articles", *made)


def change_theme(agreement: Agreement, chance: Random) -> Agreement:
    own: Theme = one(agreement, "themes", chance)
    act = chance.randrange(5)
    if act == 0:
        number = str(len(agreement.themes) + 1)
        return put(agreement, "themes", Theme(f"t{chance.random()}", _rank(chance), number,
                                              sentence(chance)))  # fmt: skip
    if act == 1 and not agreement.lines_of(own.id):
        return replace(agreement, themes=agreement.themes.without(own.id))
    if act == 2:
        return put(agreement, "themes", replace(own, rank=_rank(chance)))
    if act == 3:
        return put(agreement, "themes", replace(own, title=words_of(own.title, chance),
                   number=chance.choice([own.number, "7", "B", None])))  # fmt: skip
    passage = Passage(chance.choice(["", "Doel"]), (new_block(agreement, chance),))
    return put(agreement, "themes", replace(own, context=(*own.context[1:], passage)))


def change_front(agreement: Agreement, chance: Random) -> Agreement:
    kind, shelf = chance.choice([(Section, "sections"), (Annex, "annexes")])
    held = getattr(agreement, shelf)
    if not held or chance.random() < 0.3:
        title = chance.choice(["Toelichting", "Regulier werk", "Begrippen"])
        own = kind(f"s{chance.random()}", _rank(chance), title, (new_block(agreement, chance),))
        return put(agreement, shelf, own)
    own = one(agreement, shelf, chance)
    if chance.random() < 0.2:
        return replace(agreement, **{shelf: held.without(own.id)})
    other = replace(own, text=other_text(own.text, agreement, chance), rank=_rank(chance))
    return put(agreement, shelf, other)


def change_note(agreement: Agreement, chance: Random) -> Agreement:
    if not agreement.footnotes or chance.random() < 0.3:
        key, mark = f"n{chance.random()}", chance.choice("12345*")
        return put(agreement, "footnotes", Footnote(key, _rank(chance), mark, sentence(chance)))
    own: Footnote = one(agreement, "footnotes", chance)
    if chance.random() < 0.3:
        return replace(agreement, footnotes=agreement.footnotes.without(own.id))
    return put(agreement, "footnotes", replace(own, text=words_of(own.text, chance),
               mark=chance.choice([own.mark, "1", "2", "*"])))  # fmt: skip


def change_party(agreement: Agreement, chance: Random) -> Agreement:
    own: Party = one(agreement, "parties", chance)
    act = chance.randrange(3)
    if act == 0:
        key = f"p{chance.random()}"
        new = Party(key, _rank(chance), "Nieuw", "Stichting Nieuw", Role.CORPORATION)
        return put(agreement, "parties", new)
    if act == 1 and len(agreement.parties) > 2:
        return replace(agreement, parties=agreement.parties.without(own.id))
    return put(agreement, "parties", replace(own, name=words_of(own.name, chance),
               signatory=Signatory(sentence(chance), "wethouder")))  # fmt: skip


def carry(agreement: Agreement, chance: Random) -> Agreement:
    own: Article = one(agreement, "articles", chance)
    part = next(iter(agreement.commitments_of(own.id)), Commitment(f"c{own.id}", own.id, "1"))
    leads = (Lead(one(agreement, "parties", chance).id),) if chance.random() < 0.7 else ()
    when = Timing(chance.choice(["T2 2027", "vóór 1 mei 2027"]), TimingKind.PERIOD)
    timings = (when,) if chance.random() < 0.7 else ()
    return put(agreement, "commitments", replace(part, leads=leads, timings=timings))


EDITS: tuple[Callable[[Agreement, Random], Agreement], ...] = (
    *(revise, revise, revise, retitle, move, move, add, remove, decide, renumber),
    *(change_theme, change_front, change_note, change_party, carry),
)


def small_agreement(agreement: Agreement) -> Agreement:
    """An agreement with only the first articles of each theme, for many quick examples."""
    kept = [own for own in agreement.articles.values() if (own.number or "")[2:] in "123"]
    return with_lines(replace(agreement, articles=Shelf(Held(kept))))

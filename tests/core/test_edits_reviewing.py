"""Setting right what was read: whatever is done, no word of the source is lost."""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pa_tui.domain.agreement import Agreement
from pa_tui.domain.text import BlockKind, Text, plain
from pa_tui.edits import (
    CutInTwo,
    Edit,
    JoinWithPrevious,
    LeaveOut,
    Lower,
    MakeContext,
    RaiseToArticle,
    RaiseToTheme,
    RemoveParty,
    Rename,
    SetParty,
    StartAgreement,
    TakeIn,
    TakeInAsArticle,
    apply,
)
from pa_tui.errors import AgreementError, NotAllowed, NotFound
from pa_tui.memory import MemoryStore
from pa_tui.reading.agreement import read_agreement
from pa_tui.reading.lines import BULLET, Document, Line, SourceKind
from tests import samples

LINES = (
    Line("Prestatieafspraken Rietbeek 2027", 1, heading=0),
    Line("Inleiding", 2, heading=1),
    Line("Gemeente Rietbeek, Stichting Beekwonen en HBR maken afspraken voor 2027.", 3),
    Line("1 Betaalbaar wonen", 4, heading=1),
    Line("Achtergrond", 5, heading=2),
    Line("De woonlasten van huurders stegen de laatste jaren sneller dan hun inkomen.", 6),
    Line("Afspraken", 7, heading=2),
    Line("1.1 Beekwonen verhoogt de huren in 2027 met ten hoogste drie procent per", 8),
    Line("1.2 Jaarlijks onderzoekt de gemeente de inflatie en de woonlasten.", 9),
    Line("1.3 De gemeente en Beekwonen spreken het volgende af:", 10),
    Line("Beekwonen meldt achterstanden vóór 1 juli 2027.", 11, mark="a."),
    Line("de gemeente belt binnen een week", 12, mark=BULLET),
    Line("1.4 De gemeente betaalt daarvoor een bijdrage. 1.5 HBR houdt een enquête.", 13),
    Line("2 Genoeg woningen", 14, heading=1),
    Line("Prestaties", 15, heading=2),
    Line("2.1 Beekwonen bouwt in 2027 veertig woningen, zie afspraak 1.3.", 16),
    Line("2.2 De gemeente wijst vóór 1 oktober 2027 een locatie aan.", 17),
    Line("Bijlage 1 Regulier werk", 18, heading=1),
    Line("Beekwonen onderhoudt de portieken en de gemeente de stoepen in de wijk.", 19),
)
_WORDS = re.compile(r"\w+")


def imported() -> Agreement:
    numbers = count()
    reading = read_agreement(
        Document(LINES, SourceKind.WORD), mint=lambda: f"n{next(numbers):03}"
    )
    edit = StartAgreement(reading.facts, reading.entities)
    return apply(edit, Agreement(), samples.moment(1)).agreement


def done(value: Agreement, *edits: Edit) -> Agreement:
    for number, edit in enumerate(edits, start=1000 + len(value.lines)):
        value = apply(edit, value, samples.moment(number)).agreement
    return value


def key(value: Agreement, number: str) -> str:
    (found,) = [
        line.id for line in value.lines.values() if line.number == number and not line.removed
    ]
    return found


def theme(value: Agreement, number: str) -> str:
    return value.theme_named(number).id


def words(value: Agreement) -> Counter[str]:
    """Every word that is still somewhere, groups counted once."""

    def said(text: Text) -> str:
        return " ".join([*(block.mark for block in text), plain(text, value.label)])

    found = [u.text for u in value.unread.values()]
    for own in value.themes.values():
        found += [own.number or "", own.title]
        found += [f"{p.title} {said(p.text)}" for p in own.context]
    for part in (*value.sections.values(), *value.annexes.values()):
        found += [part.title, said(part.text)]
    live = [a for k in value.order.flat if not (a := value.articles[k]).removed]
    found += [f"{a.number or ''} {a.title} {said(a.text)}" for a in live]
    return Counter(_WORDS.findall(" ".join([*found, *sorted({a.group for a in live})])))


def texts(value: Agreement) -> dict[str | None, str]:
    return {
        line.number: plain(value.articles[line.id].text, value.label)
        for own in value.ordered_themes
        for line in value.lines_of(own.id)
        if not line.removed
    }


def test_the_sample_is_read_as_the_tests_below_need_it() -> None:
    value = imported()
    assert list(texts(value)) == ["1.1", "1.2", "1.3", "1.4", "2.1", "2.2"]
    assert [t.title for t in value.ordered_themes] == ["Betaalbaar wonen", "Genoeg woningen"]
    assert len(value.annexes) == 1


def test_a_broken_sentence_runs_on_when_joined() -> None:
    value = imported()
    after = done(value, JoinWithPrevious(key(value, "1.2")))
    assert "procent per 1.2 Jaarlijks onderzoekt" in texts(after)["1.1"]
    assert "1.2" not in texts(after)
    parts = after.commitments_of(key(after, "1.1"))
    assert len(parts) >= len(value.commitments_of(key(value, "1.1")))
    own = " ".join(texts(after)["1.1"].split())
    assert all(part.words in own for part in parts)


def test_a_whole_sentence_stays_a_paragraph_of_its_own_when_joined() -> None:
    value = imported()
    after = done(value, JoinWithPrevious(key(value, "2.2")))
    blocks = after.articles[key(after, "2.1")].text
    assert [block.text.split()[0] for block in blocks] == ["Beekwonen", "2.2"]


def test_the_first_of_a_theme_cannot_be_joined_and_says_what_can() -> None:
    value = imported()
    with pytest.raises(NotAllowed, match="first article"):
        done(value, JoinWithPrevious(key(value, "1.1")))


def test_cutting_finds_the_number_and_shares_the_parts() -> None:
    value = imported()
    own = key(value, "1.4")
    offset = value.articles[own].text[0].text.index("1.5")
    after = done(value, CutInTwo(own, 1, offset))
    assert texts(after)["1.4"] == "De gemeente betaalt daarvoor een bijdrage."
    assert texts(after)["1.5"] == "HBR houdt een enquête."
    for number in ("1.4", "1.5"):
        found = after.commitments_of(key(after, number))
        assert found
        assert all(part.words in texts(after)[number] for part in found)


def test_a_sub_item_that_is_cut_off_takes_its_letter_as_number() -> None:
    value = imported()
    after = done(value, CutInTwo(key(value, "1.3"), 2))
    assert texts(after)["a"].startswith("Beekwonen meldt achterstanden")
    assert "belt binnen een week" in texts(after)["a"]


def test_a_cut_with_nothing_on_one_side_is_refused() -> None:
    value = imported()
    with pytest.raises(NotAllowed):
        done(value, CutInTwo(key(value, "1.4"), 1))
    with pytest.raises(NotFound):
        done(value, CutInTwo(key(value, "1.4"), 9))


def test_an_article_becomes_a_theme_with_what_is_below_it() -> None:
    value = done(imported(), Rename(key(imported(), "1.3"), title="Schulden"))
    after = done(value, RaiseToTheme(key(value, "1.3")))
    assert [t.title for t in after.ordered_themes] == [
        "Betaalbaar wonen",
        "Schulden",
        "Genoeg woningen",
    ]
    below = after.lines_of(after.theme_named("Schulden").id)
    assert [line.number for line in below] == ["1.4"]


def test_front_matter_and_annexes_become_themes() -> None:
    value = imported()
    (section,) = value.sections.values()
    (annex,) = value.annexes.values()
    after = done(value, RaiseToTheme(section.id), RaiseToTheme(annex.id))
    assert [t.title for t in after.ordered_themes] == [
        "Inleiding",
        "Betaalbaar wonen",
        "Genoeg woningen",
        "Bijlage 1 Regulier werk",
    ]


def test_a_theme_becomes_an_article_followed_by_its_own() -> None:
    value = imported()
    after = done(value, Lower(theme(value, "2")))
    assert list(texts(after)) == ["1.1", "1.2", "1.3", "1.4", "2", "2.1", "2.2"]
    assert texts(after)["2"] == "Genoeg woningen"
    with pytest.raises(NotAllowed):
        done(value, Lower(theme(value, "1")))


def test_a_lettered_article_becomes_a_sub_item_again() -> None:
    value = done(imported(), CutInTwo(key(imported(), "1.3"), 2))
    after = done(value, Lower(key(value, "a")))
    assert [(b.kind, b.mark) for b in after.articles[key(after, "1.3")].text[1:2]] == [
        (BlockKind.SUBITEM, "a")
    ]


def test_the_first_article_goes_down_to_the_context_and_comes_back() -> None:
    value = imported()
    after = done(value, Lower(key(value, "1.1")))
    context = after.themes[theme(after, "1")].context
    assert "huren" in plain(context[-1].text)
    again = done(after, RaiseToArticle(theme(after, "1"), len(context)))
    assert next(iter(texts(again))) == "1.1"


def test_what_is_no_agreement_is_listed_and_taken_in_again() -> None:
    value = imported()
    own = key(value, "1.2")
    after = done(value, LeaveOut(own, 9))
    (left,) = [u for u in after.unread.values() if u.line == 9]
    assert left.text.startswith("1.2 Jaarlijks")
    back = done(after, TakeInAsArticle(left.id, theme(value, "1"), key(value, "1.1")))
    assert list(texts(back)) == list(texts(value))
    inside = done(after, TakeIn(left.id, key(value, "1.1")))
    assert "gemeente de inflatie" in texts(inside)["1.1"]
    beside = done(after, TakeIn(left.id, theme(value, "2")))
    assert "inflatie" in plain(beside.themes[theme(value, "2")].context[-1].text)


def test_a_theme_that_is_none_leaves_its_articles_to_its_neighbour() -> None:
    value = imported()
    after = done(value, LeaveOut(theme(value, "1"), 4))
    assert list(texts(after)) == list(texts(value))
    assert len(after.themes) == 1
    with pytest.raises(NotAllowed):
        done(after, LeaveOut(theme(after, "2"), 14))


def test_the_last_of_a_group_takes_the_name_of_the_group_along() -> None:
    value = imported()
    after = done(value, LeaveOut(key(value, "2.1"), 16))
    last = done(after, MakeContext(key(after, "2.2")))
    assert "Prestaties" in words(last)


def test_a_line_is_taken_in_where_there_is_no_theme_yet() -> None:
    value = imported()
    after = done(value, LeaveOut(key(value, "2.2"), 17))
    (left,) = [u for u in after.unread.values() if u.line == 17]
    made = done(after, TakeInAsArticle(left.id, "Afspraken"))
    assert made.ordered_themes[-1].title == "Afspraken"
    assert texts(made)["2.2"].startswith("De gemeente wijst")


def test_a_party_goes_and_leads_nothing_any_more() -> None:
    value = imported()
    name = next(p.id for p in value.ordered_parties if "Beekwonen" in p.name)
    after = done(value, RemoveParty(name))
    assert name not in after.parties
    for part in after.commitments.values():
        assert name not in part.joint
        assert all(lead.party != name for lead in part.leads)
    again = done(after, SetParty("bw", "Beekwonen", value.parties[name].role))
    assert again.party_named("Beekwonen").id == "bw"


# -- whatever is done -------------------------------------------------------------------------


@st.composite
def acts(draw: st.DrawFn) -> list[tuple[str, int, int, int]]:
    kinds = st.sampled_from(
        ("join", "cut", "theme", "passage", "lower", "context", "out", "in", "article")
    )
    number = st.integers(0, 40)
    return draw(st.lists(st.tuples(kinds, number, number, number), max_size=8))


def edit_of(value: Agreement, kind: str, a: int, b: int, c: int) -> Edit | None:
    live = [k for k in value.order.flat if not value.lines[k].removed]
    themes = [t.id for t in value.ordered_themes]
    pools = {
        "join": [*live, *themes],
        "cut": live,
        "theme": [*live, *value.sections, *value.annexes],
        "passage": themes,
        "lower": [*live, *themes],
        "context": live,
        "out": [*live, *themes],
    }
    pool = pools.get(kind, list(value.unread))
    goals = [*live, *themes] if kind == "in" else live
    if not pool or not goals:
        return None
    target, goal = pool[a % len(pool)], goals[b % len(goals)]
    if kind == "cut":
        blocks = len(value.articles[target].text) or 1
        return CutInTwo(target, b % blocks + 1, c)
    if kind == "article":
        return TakeInAsArticle(target, value.articles[goal].theme, goal)
    simple = {"join": JoinWithPrevious, "theme": RaiseToTheme, "lower": Lower}
    simple |= {"context": MakeContext}
    if kind in simple:
        return simple[kind](target)
    more = {"passage": (RaiseToArticle, b % 4 + 1), "out": (LeaveOut, b), "in": (TakeIn, goal)}
    edit, second = more[kind]
    return edit(target, second)


@settings(deadline=None, max_examples=80)
@given(acts())
def test_no_word_is_lost_and_every_act_can_be_taken_back(chosen) -> None:
    start = imported()
    store = MemoryStore(start)
    kept = 0
    for number, (kind, a, b, c) in enumerate(chosen):
        edit = edit_of(store.agreement, kind, a, b, c)
        if edit is None:
            continue
        before = words(store.agreement)
        try:
            receipt = store.commit(edit, samples.moment(500 + number))
        except AgreementError:
            continue
        kept += bool(receipt.entry.changes)
        lost = before - words(store.agreement)
        assert set(lost) <= set(words(store.agreement)), edit
        assert all(word in ("Afspraken", "Prestaties") for word in lost), (edit, lost)
        ordered = [x for t in store.agreement.themes for x in store.agreement.lines_of(t)]
        assert {x.id for x in ordered} == set(store.agreement.lines)
    for number in range(kept):
        store.undo(samples.moment(900 + number))
    assert texts(store.agreement) == texts(start)
    assert words(store.agreement) == words(start)

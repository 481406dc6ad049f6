"""Articles and their parts in the JSON."""

from __future__ import annotations

from pa_tui.cli.shown.values import (
    Json,
    involved,
    leads,
    markdown,
    quantities,
    stands,
    timings,
)
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.articles import Article, Commitment
from pa_tui.domain.decisions import Proposal
from pa_tui.domain.progress import article_involved, article_joint, article_leads
from pa_tui.domain.text import Anchor, AnchorKind, BlockKind, Text, anchors_of, plain


def shown_article(agreement: Agreement, article: Article) -> Json:
    """One article with its decision, parts and proposals."""
    line = agreement.lines[article.id]
    parts = agreement.commitments_of(article.id)
    found: Json = {
        "id": article.id,
        "number": article.number,
        "title": article.title,
        "group": article.group,
        "text": markdown(agreement, article.text),
        "status": line.status.value,
        "decision": line.outcome.value if line.outcome else None,
        "standing": line.standing.value if line.standing else None,
        "key_agreement": article.key_agreement,
    }
    found |= _shape(agreement, article.text)
    found |= {
        "leads": leads(article_leads(parts, article.text)),
        "joint": list(article_joint(parts)),
        "involved": involved(article_involved(parts)),
        "timings": timings(timing for part in parts for timing in part.timings),
        "quantities": quantities(amount for part in parts for amount in part.quantities),
        "commitments": [_part(agreement, article, part) for part in parts],
        "proposals": [_proposal(agreement, one) for one in agreement.proposals.of(article.id)],
        "positions": stands(agreement.positions_on(article.id).values()),
        "wishes": [
            {"party": wish.party, "treatment": wish.treatment.value, "reason": wish.reason}
            for wish in agreement.wishes.of(article.id)
        ],
    }
    return found


def _shape(agreement: Agreement, text: Text) -> Json:
    """What the text is built of, and what it points at."""
    kinds = [block.kind for block in text]
    anchors = tuple(anchors_of(text))
    return {
        "subitems": [block.mark for block in text if block.kind is BlockKind.SUBITEM],
        "bullets": kinds.count(BlockKind.BULLET),
        "tables": kinds.count(BlockKind.TABLE),
        "references": _pointed_at(agreement, anchors, AnchorKind.ARTICLE),
        "footnotes": _pointed_at(agreement, anchors, AnchorKind.FOOTNOTE),
    }


def _pointed_at(
    agreement: Agreement, anchors: tuple[Anchor, ...], kind: AnchorKind
) -> list[str]:
    labels = (agreement.label(anchor) for anchor in anchors if anchor.kind is kind)
    bare = ("".join(label.removeprefix("[^").removesuffix("]").split()) for label in labels)
    return list(dict.fromkeys(bare))


def _part(agreement: Agreement, article: Article, part: Commitment) -> Json:
    words = part.words or " ".join(plain(article.text, agreement.label).split())
    return {
        "id": part.id,
        "text": words,
        "leads": leads(article_leads((part,))),
        "joint": list(part.joint),
        "involved": involved(part.involved),
        "timings": timings(part.timings),
        "quantities": quantities(part.quantities),
        "strength": part.strength.value,
    }


def _proposal(agreement: Agreement, proposal: Proposal) -> Json:
    return {
        "id": proposal.id,
        "party": proposal.party,
        "text": markdown(agreement, proposal.text),
        "remark": proposal.remark,
        "state": proposal.state.value,
        "reason": proposal.reason,
    }

"""The commands that read an agreement file: show, history, versions, check."""

from __future__ import annotations

from collections.abc import Sequence

from pa_tui import labels
from pa_tui.cli.command import ATTENTION, DONE, FILE, Command, file_of
from pa_tui.cli.entries import shown_entry
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.cli.outside import JSON, Outside
from pa_tui.cli.plain import agreement_lines, article_lines
from pa_tui.cli.shown import shown_agreement, shown_article, shown_finding, shown_version
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.concreteness import Finding, findings
from pa_tui.errors import N_
from pa_tui.history import article_of
from pa_tui.language import _, n_, tell
from pa_tui.ports import Entry
from pa_tui.questions import question, why
from pa_tui.telling import describe


def show(given: Given, outside: Outside) -> int:
    """Prints the agreement, or one article of it."""
    with outside.opened(file_of(given)) as store:
        agreement = store.agreement
        named = given.get("ARTICLE")
        if named is None and given.flag("--json"):
            outside.tell_json(shown_agreement(agreement))
        elif named is None:
            outside.tell("\n".join(agreement_lines(agreement)))
        elif given.flag("--json"):
            outside.tell_json(shown_article(agreement, agreement.article_named(named)))
        else:
            article = agreement.article_named(named)
            outside.tell("\n".join(article_lines(agreement, article)))
    return DONE


def history(given: Given, outside: Outside) -> int:
    """Prints who changed what when, oldest first."""
    with outside.opened(file_of(given)) as store:
        agreement = store.agreement
        named = given.get("ARTICLE")
        about = agreement.article_named(named).id if named is not None else None
        entries = [e for e in store.entries() if not about or _is_about(e, about, agreement)]
        if given.flag("--json"):
            outside.tell_json([shown_entry(entry, agreement) for entry in entries])
            return DONE
        for entry in entries:
            words = describe(entry, agreement)
            outside.tell(f"{labels.moment(entry.at)}  {entry.by or '-'}  {words}")
    return DONE


def _is_about(entry: Entry, article: str, agreement: Agreement) -> bool:
    return any(article_of(change, agreement) == article for change in entry.changes)


def versions(given: Given, outside: Outside) -> int:
    """Prints the named versions, oldest first."""
    with outside.opened(file_of(given)) as store:
        found = store.agreement.ordered_versions
    if given.flag("--json"):
        outside.tell_json([shown_version(version) for version in found])
        return DONE
    for version in found:
        outside.tell(f"{labels.moment(version.at)}  {version.name}")
    if not found:
        outside.tell(_("No version has a name yet. “pa-tui version FILE NAME” gives one."))
    return DONE


def check(given: Given, outside: Outside) -> int:
    """Prints what is damaged in the file and what is not concrete yet."""
    damage = [tell(fault) for fault in outside.damage(file_of(given))]
    if damage:
        if given.flag("--json"):
            outside.tell_json({"sound": False, "damage": damage, "findings": []})
        else:
            outside.tell("\n".join(damage))
        return ATTENTION
    with outside.opened(file_of(given)) as store:
        found = list(findings(store.agreement))
        if given.flag("--json"):
            questions = [shown_finding(store.agreement, finding) for finding in found]
            outside.tell_json({"sound": True, "damage": [], "findings": questions})
        else:
            outside.tell(_("The file is sound."))
            _ask(found, store.agreement, outside)
    return ATTENTION if found and given.flag("--strict") else DONE


def _ask(found: Sequence[Finding], agreement: Agreement, outside: Outside) -> None:
    for finding in found:
        where = labels.article(agreement, finding.article)
        outside.tell(f"{where}  {question(finding)} ({why(finding)})")
    outside.tell(
        n_("{count} question about the text.", "{count} questions about the text.", len(found))
    )


COMMANDS = (
    Command(
        Form(
            "show",
            N_("prints the agreement, or one article"),
            (FILE, Word("ARTICLE", N_("the article's number, or its id"), optional=True)),
            (JSON,),
        ),
        show,
    ),
    Command(
        Form(
            "history",
            N_("prints who changed what when"),
            (FILE, Word("ARTICLE", N_("only what touched this article"), optional=True)),
            (JSON,),
        ),
        history,
    ),
    Command(Form("versions", N_("prints the named versions"), (FILE,), (JSON,)), versions),
    Command(
        Form(
            "check",
            N_("tells whether the file is sound and what is not concrete yet"),
            (FILE,),
            (
                JSON,
                Option("--strict", "", N_("exit code 1 also where a question is left open")),
            ),
        ),
        check,
    ),
)

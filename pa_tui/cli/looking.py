"""The commands that read an agreement file: show, history, versions, check."""

from __future__ import annotations

from pa_tui import labels
from pa_tui.cli.command import ATTENTION, DONE, FILE, Command, file_of
from pa_tui.cli.entries import shown_entry
from pa_tui.cli.grammar import Form, Given, Option, Word
from pa_tui.cli.outside import JSON, Outside
from pa_tui.cli.plain import agreement_lines, article_lines
from pa_tui.cli.shown import shown_agreement, shown_article, shown_finding, shown_version
from pa_tui.domain.agreement import Agreement
from pa_tui.domain.concreteness import findings, question
from pa_tui.errors import N_
from pa_tui.history import article_of
from pa_tui.language import _, n_, tell
from pa_tui.ports import Entry
from pa_tui.telling import describe


def show(given: Given, outside: Outside) -> int:
    """Prints the agreement, or one article of it."""
    agreement = outside.open_file(file_of(given)).agreement
    named = given.get("ARTICLE")
    article = agreement.article_named(named) if named is not None else None
    if given.flag("--json"):
        outside.tell_json(
            shown_agreement(agreement) if article is None else shown_article(agreement, article)
        )
    else:
        lines = (
            agreement_lines(agreement) if article is None else article_lines(agreement, article)
        )
        outside.tell("\n".join(lines))
    return DONE


def history(given: Given, outside: Outside) -> int:
    """Prints who changed what when, oldest first."""
    store = outside.open_file(file_of(given))
    agreement = store.agreement
    named = given.get("ARTICLE")
    about = agreement.article_named(named).id if named is not None else None
    entries = [e for e in store.entries() if about is None or _is_about(e, about, agreement)]
    if given.flag("--json"):
        outside.tell_json([shown_entry(entry, agreement) for entry in entries])
        return DONE
    for entry in entries:
        who = entry.by or "-"
        outside.tell(f"{labels.moment(entry.at)}  {who}  {describe(entry, agreement)}")
    return DONE


def _is_about(entry: Entry, article: str, agreement: Agreement) -> bool:
    return any(article_of(change, agreement) == article for change in entry.changes)


def versions(given: Given, outside: Outside) -> int:
    """Prints the named versions, oldest first."""
    agreement = outside.open_file(file_of(given)).agreement
    if given.flag("--json"):
        outside.tell_json([shown_version(version) for version in agreement.ordered_versions])
        return DONE
    for version in agreement.ordered_versions:
        outside.tell(f"{labels.moment(version.at)}  {version.name}")
    if not agreement.versions:
        outside.tell(_("No version has a name yet. “pa-tui version FILE NAME” gives one."))
    return DONE


def check(given: Given, outside: Outside) -> int:
    """Prints what is damaged in the file and what is not concrete yet."""
    damage = [tell(fault) for fault in outside.damage(file_of(given))]
    agreement = outside.open_file(file_of(given)).agreement
    found = list(findings(agreement))
    if given.flag("--json"):
        outside.tell_json(
            {
                "sound": not damage,
                "damage": damage,
                "findings": [shown_finding(agreement, finding) for finding in found],
            }
        )
    else:
        outside.tell("\n".join(damage) if damage else _("The file is sound."))
        for finding in found:
            where = labels.article(agreement, finding.article)
            outside.tell(f"{where}  {question(finding)}")
        outside.tell(
            n_(
                "{count} question about the text.",
                "{count} questions about the text.",
                len(found),
            )
        )
    return ATTENTION if damage or (found and given.flag("--strict")) else DONE


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

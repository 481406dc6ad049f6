"""Making papers in the background: what is there is never written over unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pa_tui.errors import AgreementError
from pa_tui.language import _, n_
from screens.base import TableScreen
from screens.entry.asking import Option, Question
from screens.offers import Offer, free_place, place_of

Made = Callable[[Sequence[Path]], None]
"""Hears where the papers are."""

_Wish = tuple[Offer, str, Path, bool]
"""A paper, its form, its place, and whether it may take the place of what is there."""


def make_papers(
    screen: TableScreen, wanted: Sequence[tuple[Offer, str]], made: Made = lambda paths: None
) -> None:
    """Writes papers (each with its form) beside the agreement file; asks where one is there
    already. The screen says when they are written, and where."""
    file = screen.workspace.store.path
    wishes = [(offer, form, place_of(offer, file, form), False) for offer, form in wanted]
    taken = [path.name for _, _, path, _ in wishes if path.exists()]
    if not taken:
        _write(screen, wishes, made)
        return
    answers = (
        Option(_("o"), _("write over it"), True),
        Option(_("b"), _("beside it, with a number"), False),
    )

    def answered(over: bool) -> None:
        if over:
            _write(screen, [(o, f, path, True) for o, f, path, _ in wishes], made)
        else:
            _write(screen, [(o, f, free_place(path), False) for o, f, path, _ in wishes], made)

    asked = (
        _("{name} is there already", name=taken[0])
        if len(taken) == 1
        else n_(
            "{count} paper is there already", "{count} papers are there already", len(taken)
        )
    )
    screen.ask(Question(asked, answers, answered))


def _write(screen: TableScreen, wishes: Sequence[_Wish], made: Made) -> None:
    workspace, services = screen.workspace, screen.app.services
    agreement, at = workspace.agreement, workspace.clock()
    deliver = screen.app.deliver

    def work() -> None:
        written: list[Path] = []
        try:
            for offer, form, path, over in wishes:
                paper = offer.make(agreement, at)
                written.append(services.export(paper, path, form, force=over))
        except AgreementError as error:
            told = error
            deliver(lambda: screen.refuse(told))
        else:
            deliver(lambda: _done(screen, written, made))

    screen.say(n_("Making {count} paper …", "Making {count} papers …", len(wishes)))
    screen.run_worker(work, thread=True, group="papers")


def _done(screen: TableScreen, written: Sequence[Path], made: Made) -> None:
    if len(written) == 1:
        words = _("Written: {name}", name=written[0].name)
    else:
        words = n_("{count} paper written", "{count} papers written", len(written))
    folder = written[0].parent.resolve().name
    screen.say(words, _("in {folder}", folder=folder) if folder else "")
    made(written)

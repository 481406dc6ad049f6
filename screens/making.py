"""Making papers in the background: what is there is never written over unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from pa_tui.errors import AgreementError, Stopped
from pa_tui.language import _, n_
from screens.base import TableScreen
from screens.entry.asking import Option, Question
from screens.offers import Chosen, Offer, free_place, place_of

if TYPE_CHECKING:
    from pa_tui.papers.editions import Edition

Made = Callable[[Sequence[Path]], None]
"""Hears where the papers are."""

_Wish = tuple[Offer, str, Path, bool]
"""A paper, its form, its place, and whether it may take the place of what is there."""


@dataclass(slots=True)
class Making:
    """Papers being made: ``stop`` ends it before the next file is written; ``over`` tells
    that it has ended."""

    over: bool = False
    stopping: Event = field(default_factory=Event)

    def stop(self) -> None:
        """No paper is written any more."""
        self.stopping.set()


def make_papers(
    screen: TableScreen,
    wanted: Sequence[tuple[Offer, str]],
    made: Made = lambda paths: None,
    chosen: Chosen | None = None,
    begun: Callable[[Making], None] = lambda making: None,
) -> None:
    """Writes papers (each with its form) where they were chosen to go, else beside the
    agreement file; asks where one is there already. The screen says when they are written,
    and where; ``begun`` gets what can stop it."""
    chosen = chosen or Chosen()
    file = screen.workspace.store.path
    wishes = [
        (offer, form, place_of(offer, file, form, chosen.folder), False)
        for offer, form in wanted
    ]
    taken = [path.name for _, _, path, _ in wishes if path.exists()]

    def write(found: Sequence[_Wish]) -> None:
        making = Making()
        begun(making)
        _write(screen, found, made, chosen, making)

    if not taken:
        write(wishes)
        return
    answers = (
        Option(_("o"), _("write over it"), True),
        Option(_("b"), _("beside it, with a number"), False),
    )

    def answered(over: bool) -> None:
        if over:
            write([(o, f, path, True) for o, f, path, _ in wishes])
        else:
            write([(o, f, free_place(path), False) for o, f, path, _ in wishes])

    asked = (
        _("{name} is there already", name=taken[0])
        if len(taken) == 1
        else n_(
            "{count} paper is there already", "{count} papers are there already", len(taken)
        )
    )
    screen.ask(Question(asked, answers, answered))


def _write(
    screen: TableScreen,
    wishes: Sequence[_Wish],
    made: Made,
    chosen: Chosen,
    making: Making,
) -> None:
    workspace, services = screen.workspace, screen.app.services
    agreement, at = workspace.agreement, workspace.clock()
    deliver = screen.app.deliver

    def work() -> None:
        written: list[Path] = []
        editions: dict[str, Edition] = {}
        try:
            for place, (offer, form, path, over) in enumerate(wishes, 1):
                _progress(screen, place, len(wishes), offer.title)
                paper = None
                if offer.edition is not None:
                    editions[offer.meeting] = offer.edition(agreement, at)
                    paper = editions[offer.meeting].paper
                house: dict[str, Any] = {}
                if form == "docx" and chosen.template is not None:
                    house["template"] = chosen.template
                written.append(
                    services.export(
                        paper or offer.make(agreement, at),
                        path,
                        form,
                        force=over,
                        stopped=making.stopping.is_set,
                        **house,
                    )
                )
        except Stopped:
            deliver(lambda: _stopped(screen, written, editions, made))
        except AgreementError as error:
            told = error
            deliver(lambda: screen.refuse(told))
        else:
            deliver(lambda: _done(screen, written, editions, made))
        finally:
            making.over = True

    screen.run_worker(work, thread=True, group="papers")


def _progress(screen: TableScreen, place: int, count: int, title: str) -> None:
    words = _("{place} of {count}: {title} …", place=place, count=count, title=title)
    screen.app.deliver(lambda: screen.say(words, _("esc stops")))


def _stopped(
    screen: TableScreen, written: Sequence[Path], editions: dict[str, Edition], made: Made
) -> None:
    if written:
        _done(screen, written, editions, made)
    screen.say(
        n_(
            "Stopped; {count} paper was written before",
            "Stopped; {count} papers were written before",
            len(written),
        )
        if written
        else _("Stopped. Nothing was written.")
    )


def _done(
    screen: TableScreen, written: Sequence[Path], editions: dict[str, Edition], made: Made
) -> None:
    conflicts = sum(len(own.conflicts) for own in editions.values())
    _keep(screen, editions)
    if len(written) == 1:
        words = _("Written: {path}", path=written[0].resolve())
    else:
        words = n_(
            "{count} paper written in {folder}",
            "{count} papers written in {folder}",
            len(written),
            folder=written[0].parent.resolve(),
        )
    aside = n_("{count} conflict in it", "{count} conflicts in it", conflicts)
    screen.say(words, aside if conflicts else "")
    made(written)


def _keep(screen: TableScreen, editions: dict[str, Edition]) -> None:
    """The minutes that went out are versions from now on."""
    from pa_tui.keeping import to_keep

    for meeting, own in editions.items():
        act = to_keep(screen.agreement.meetings[meeting], own)
        if act is not None:
            screen.perform(act)

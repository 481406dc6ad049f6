"""One agreement on the table: the one road of every write, and news for whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import TypeVar

from pa_tui.domain.agreement import Agreement
from pa_tui.edits.base import Edit, Moment, apply
from pa_tui.errors import N_, AgreementError
from pa_tui.ports import Clock, Receipt, Store

Told = Callable[[Receipt | AgreementError], None]
"""Hears how an act ended: what was written, or why not."""


Trouble = Callable[[AgreementError], None]
"""Hears what went wrong with something nobody waits for."""

T = TypeVar("T")


def _untold(error: AgreementError) -> None:
    """Nobody is there to hear it; the next act that is waited for tells it."""


def _outcome(call: Callable[[], T]) -> T | AgreementError:
    """What a call gives, or the error that tells why it does not: never an exception, which
    would be lost on the storage thread."""
    try:
        return call()
    except AgreementError as error:
        return error
    except Exception as error:
        return AgreementError(
            N_("Something went wrong that should not: {reason}. The file is as it was."),
            reason=repr(error),
        )


@dataclass(frozen=True, slots=True)
class _Pending:
    """An act that is on the screen already and on its way to the file."""

    edit: Edit
    moment: Moment


class Workspace:
    """The agreement as it is shown, over a store.

    ``perform`` writes and waits: for commands. ``submit`` shows the result at once, writes
    on the storage thread and tells when it is safe: for the screens. With ``submit``, all
    methods are called from the one thread that draws; ``deliver`` carries a call to it.
    """

    def __init__(
        self,
        store: Store,
        clock: Clock,
        who: str,
        runner: Executor | None = None,
        deliver: Callable[[Callable[[], None]], None] | None = None,
    ) -> None:
        self.store = store
        self.clock = clock
        self.who = who
        self.agreement: Agreement = store.agreement
        self.last: Receipt | None = None
        self._runner = runner
        self._deliver = deliver or (lambda call: call())
        self._pending: list[_Pending] = []
        self._listeners: list[Callable[[Agreement], None]] = []

    def deliver_by(self, deliver: Callable[[Callable[[], None]], None]) -> None:
        """From now on ``deliver`` carries calls to the thread that draws."""
        self._deliver = deliver

    # -- news -----------------------------------------------------------------------------

    def subscribe(self, listener: Callable[[Agreement], None]) -> Callable[[], None]:
        """Calls ``listener`` with each new agreement; the call given back ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _show(self, agreement: Agreement) -> None:
        if agreement is not self.agreement:
            self.agreement = agreement
            for listener in tuple(self._listeners):
                listener(agreement)

    # -- writing and waiting -------------------------------------------------------------

    def moment(self) -> Moment:
        """Now, by whoever sits here."""
        return Moment.of(self.clock(), self.who)

    def perform(self, edit: Edit) -> Receipt:
        """Does an act and returns when it is safely in the file; raises a domain error."""
        return self._settled(self.store.commit(edit, self.moment()))

    def undo(self, *, confirmed: bool = False) -> Receipt:
        """Takes the last act of this window back; see :meth:`Store.undo`."""
        return self._settled(self.store.undo(self.moment(), confirmed=confirmed))

    def redo(self) -> Receipt:
        """Brings back what was last taken back."""
        return self._settled(self.store.redo(self.moment()))

    def _settled(self, receipt: Receipt) -> Receipt:
        self.last = receipt
        self._show(receipt.agreement)
        return receipt

    # -- writing while the screen goes on ---------------------------------------------------

    def submit(self, edit: Edit, told: Told, typed: tuple[str, str] | None = None) -> None:
        """Shows what an act does at once and writes it in the background.

        Raises a domain error where it cannot be done. ``told`` hears when it is in the file,
        or why it is not; then the screen shows again what the file holds. ``typed`` are the
        purpose and place of the half-typed text it was made of, which is forgotten with it.
        """
        moment = self.moment()
        applied = apply(edit, self.agreement, moment)
        pending = _Pending(edit, moment)
        self._pending.append(pending)
        self._show(applied.agreement)
        self._in_background(lambda: self.store.commit(edit, moment, typed), told, pending)

    def submit_undo(self, told: Told, *, confirmed: bool = False) -> None:
        """:meth:`undo` in the background."""
        moment = self.moment()
        self._in_background(lambda: self.store.undo(moment, confirmed=confirmed), told)

    def submit_redo(self, told: Told) -> None:
        """:meth:`redo` in the background."""
        moment = self.moment()
        self._in_background(lambda: self.store.redo(moment), told)

    def look(self, trouble: Trouble = _untold) -> None:
        """Fetches in the background what other windows wrote meanwhile."""

        def fetch() -> Agreement | None:
            return self.store.refresh()

        def show(agreement: Agreement | None) -> None:
            if agreement is not None:
                self._show(self._with_pending(agreement))

        self._asked(fetch, show, trouble)

    def keep_half_typed(
        self, purpose: str, place: str, text: str, trouble: Trouble = _untold
    ) -> None:
        """Keeps what is being typed, in the background; empty text forgets it."""

        def keep() -> None:
            self.store.keep_half_typed(purpose, place, text)

        self._asked(keep, lambda done: None, trouble)

    def _asked(self, ask: Callable[[], T], hear: Callable[[T], None], trouble: Trouble) -> None:
        """Asks the store something in the background; ``hear`` gets the answer."""

        def work() -> None:
            answer = _outcome(ask)
            if isinstance(answer, AgreementError):
                self._deliver(lambda: trouble(answer))
            else:
                self._deliver(lambda: hear(answer))

        self._run(work)

    def _in_background(
        self, write: Callable[[], Receipt], told: Told, pending: _Pending | None = None
    ) -> None:
        def work() -> None:
            result = _outcome(write)
            held = self.store.agreement
            self._deliver(lambda: self._finish(result, held, told, pending))

        self._run(work)

    def _run(self, work: Callable[[], None]) -> None:
        if self._runner is None:
            work()
        else:
            self._runner.submit(work)

    def _finish(
        self,
        result: Receipt | AgreementError,
        held: Agreement,
        told: Told,
        pending: _Pending | None,
    ) -> None:
        """``held`` is what the file holds after the act, also where it was not done."""
        if pending is not None:
            self._pending.remove(pending)
        if isinstance(result, Receipt):
            self.last = result
            held = result.agreement
        self._show(self._with_pending(held))
        told(result)

    def _with_pending(self, agreement: Agreement) -> Agreement:
        for pending in self._pending:
            try:
                agreement = apply(pending.edit, agreement, pending.moment).agreement
            except AgreementError:
                continue  # the storage thread meets the same error and tells it
        return agreement

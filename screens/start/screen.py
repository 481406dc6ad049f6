"""The screen before there is an agreement: recent files, open, new, import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from textual import events

from pa_tui.domain.agreement import Agreement
from pa_tui.errors import AgreementError
from pa_tui.language import _
from pa_tui.workspace import Workspace
from screens.entry.asking import Entry, Option, Question
from screens.imported import IMPORTED, Imported
from screens.keys import EVERYWHERE, Command, is_typed
from screens.listing import MOVING, ListingScreen
from screens.start.beginning import (
    beginning_fields,
    beginning_from,
    file_for,
    place_typed,
    title_for,
)
from screens.start.commands import FORM, HOME, READING
from screens.start.folder import AGREEMENT, DOCUMENT, completed, files_in, listed, path_of
from screens.start.importing import Reader, Step
from screens.start.pages import (
    beside_form_page,
    folder_page,
    home_page,
    reading_page,
)
from screens.widgets.form import Form

_MOST = 8


class Stage(StrEnum):
    """What the screen is about."""

    HOME = "home"
    FORM = "form"
    READING = "reading"


_COMMANDS = {Stage.HOME: HOME, Stage.FORM: FORM, Stage.READING: READING}


class StartScreen(ListingScreen):
    """Brings an agreement on the table."""

    KEYS = (*HOME, *FORM, *READING)

    def __init__(self) -> None:
        self._stage = Stage.HOME
        self._reader: Reader | None = None
        self._touched: set[str] = set()
        self.form = Form()
        super().__init__()

    @property
    def own_keys(self) -> tuple[Command, ...]:
        return _COMMANDS[self._stage]

    def commands(self) -> tuple[Command, ...]:
        """Without the other screens while there is nothing to show on them."""
        there = [c for c in EVERYWHERE if not c.does.startswith("app.mode")]
        if self._stage is Stage.FORM:
            return (*self.own_keys, *(c for c in there if not is_typed(c)))
        return (*self.own_keys, *MOVING, *there)

    def compose_body(self) -> Iterable[Any]:
        """The form of a new agreement, over the page."""
        self.form.display = False
        yield self.form
        yield self.board

    def on_screen_resume(self) -> None:
        """Looks again which files there are."""
        self._enter(Stage.HOME)

    def translated(self) -> None:
        """Says everything in the language in use now."""
        super().translated()
        self._draw()

    def show(self, agreement: Agreement) -> None:
        """What is on the table is not shown here."""

    # -- home ---------------------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """The folder the program was started in."""
        return Path.cwd()

    def _enter(self, stage: Stage) -> None:
        self._stage = stage
        self.form.display = stage is Stage.FORM
        self.rebind()
        self._draw()

    def _draw(self) -> None:
        self.topline.show("")
        match self._stage:
            case Stage.HOME:
                recent = list(self.app.services.recent()[:_MOST])
                here = files_in(self.folder, ".pa", _MOST)
                folder = self.folder
                self.board.show(lambda width: home_page(recent, here, folder, width))
            case Stage.FORM:
                here, folder = files_in(self.folder, ".pa", _MOST), self.folder
                self.board.show(lambda width: beside_form_page(here, folder, width))
            case Stage.READING if self._reader is not None:
                self._progressed(self._reader, Step(1, 0))

    def _list(self, names: Sequence[str]) -> None:
        self.board.show(lambda width: folder_page(names, width))

    def action_choose(self) -> None:
        """Does what the cursor is on."""
        match self.board.current:
            case ("file", str(path)):
                self._open(Path(path))
            case ("act", "open"):
                self.action_open()
            case ("act", "new"):
                self.action_new()
            case ("act", "import"):
                self.action_import()

    def action_recent(self, place: int) -> None:
        """Opens one of the recent files."""
        recent = self.app.services.recent()[:_MOST]
        if place <= len(recent):
            self._open(recent[place - 1])

    def action_back(self) -> None:
        """Back to where one came from."""
        if self._reader is not None:
            self._reader.stop()
            self._reader = None
            self.say(_("Stopped; nothing was made"))
        if self._stage is Stage.HOME and self.app.workspace is not None:
            self.run_worker(self.app.action_mode("walk"))
            return
        self._enter(Stage.HOME)

    # -- open ---------------------------------------------------------------------------------

    def action_open(self) -> None:
        """Asks for the path of an agreement file."""
        self._ask_path(_("Open"), AGREEMENT, self._open)

    def _ask_path(
        self, prompt: str, endings: Sequence[str], taken: Callable[[Path], None]
    ) -> None:
        self.say("")

        def chosen(text: str) -> None:
            self._draw()
            if text:
                taken(path_of(text))

        self.type_in(
            Entry(
                prompt,
                chosen,
                completed=lambda text: completed(text, endings),
                changed=lambda text: self._list(listed(text, endings)),
                dropped=self._draw,
                hint=_("tab completes · enter goes on · esc drops"),
            )
        )
        self._list(listed("", endings))

    def _open(self, path: Path) -> None:
        self._put_on_table(lambda: self.app.services.open_file(path))

    def _put_on_table(self, make: Callable[[], Workspace]) -> None:
        try:
            workspace = make()
        except AgreementError as error:
            self._draw()
            self.refuse(error)
            return
        self.run_worker(self.app.put_on_table(workspace))

    # -- new ----------------------------------------------------------------------------------

    def action_new(self) -> None:
        """Asks for what a new agreement needs."""
        self.say("")
        self._touched = set()
        fields = beginning_fields(self.folder, self.app.services.now().date())
        self.form.show(_("A new agreement"), fields, self._begin, self._form_changed)
        self._enter(Stage.FORM)

    def _form_changed(self, key: str) -> None:
        self._touched.add(key)
        values = self.form.values
        follow = {"title": title_for, "file": file_for}
        if key in ("municipality", "year"):
            self.form.fill(
                {
                    name: make(values["municipality"], values["year"])
                    for name, make in follow.items()
                    if name not in self._touched
                }
            )

    def action_send(self) -> None:
        """Makes the agreement the form describes."""
        self._begin(self.form.values)

    def _begin(self, values: dict[str, str]) -> None:
        try:
            edit, path = beginning_from(values), place_typed(self.folder, values)
        except AgreementError as error:
            self.refuse(error)
            return
        self._put_on_table(lambda: self.app.services.create_file(path, edit))

    def take_key(self, event: events.Key) -> bool:
        """The form gets every key that means something in it."""
        if super().take_key(event):
            return True
        return self._stage is Stage.FORM and self.form.take_key(event)

    def on_paste(self, event: events.Paste) -> None:
        """Pasted words go into the line being typed."""
        if self._stage is Stage.FORM and not self.foot.is_busy:
            self.form.paste(event.text)
            event.stop()
        else:
            super().on_paste(event)

    # -- import -------------------------------------------------------------------------------

    def action_import(self) -> None:
        """Asks for the path of a document."""
        self._ask_path(_("Import"), DOCUMENT, self._read)

    def _read(self, source: Path, *, anyway: bool = False) -> None:
        services = self.app.services
        reader = Reader(services.read_document, source, services.now)
        self._reader = reader
        self._enter(Stage.READING)
        deliver = self.app.deliver

        def told(step: Step) -> None:
            deliver(lambda: self._progressed(reader, step))

        def work() -> None:
            result = reader.run(told, anyway=anyway)
            deliver(lambda: self._was_read(reader, result, anyway=anyway))

        self.run_worker(work, thread=True, group="import")

    def _progressed(self, reader: Reader, step: Step) -> None:
        if reader is self._reader:
            self.board.show(lambda width: reading_page(reader.source, step, width))

    def _was_read(
        self, reader: Reader, result: Imported | AgreementError, *, anyway: bool
    ) -> None:
        if reader is not self._reader:
            return
        self._reader = None
        if isinstance(result, AgreementError):
            self._enter(Stage.HOME)
            self.refuse(result)
        elif not (result.is_agreement or anyway):
            self._enter(Stage.HOME)
            self._ask_anyway(result.path)
        else:
            self.app.kept[IMPORTED] = result
            self.run_worker(self.app.action_mode("review"))

    def _ask_anyway(self, source: Path) -> None:
        answers = (
            Option(_("y"), _("yes, read it all the same"), True),
            Option(_("n"), _("no"), False),
        )
        self.ask(
            Question(
                _("{name} does not look like prestatieafspraken", name=source.name),
                answers,
                lambda yes: self._read(source, anyway=True) if yes else None,
            )
        )

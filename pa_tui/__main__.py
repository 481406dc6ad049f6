"""The doorbell: reads the arguments, builds, wires and runs; nobody imports it but tests.

Opening a file is what people wait for, so nothing is imported before the first picture that
it does not need; commands bring in what they need themselves.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from pa_tui.errors import N_, AgreementError, Damaged
from pa_tui.language import _, speak, spoken, tell
from pa_tui.streams import let_go, speak_utf8

if TYPE_CHECKING:
    from datetime import datetime

    from pa_tui.app import PaTuiApp, RoomHouse
    from pa_tui.cli import Outside
    from pa_tui.domain.templates import Templates
    from pa_tui.edits.structure import StartAgreement
    from pa_tui.papers.blocks import Paper
    from pa_tui.ports import Store
    from pa_tui.reading.lines import Document, Progress
    from pa_tui.services import Services
    from pa_tui.workspace import Workspace
    from storage import AgreementFile, Settings
    from storage.sources import Revisions

REFUSED, INTERRUPTED = 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program and gives its exit code; whatever goes wrong is told in one line."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        speak_utf8(stream)
    try:
        return _run(arguments)
    except AgreementError as error:
        return _refused(tell(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        let_go(sys.stdout)
        return 0
    except Exception as error:
        if os.environ.get("PA_TUI_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return _refused(
            _(
                "The program itself went wrong ({what}). What was done before is in the file; "
                "please report this.",
                what=what,
            )
        )


def _run(arguments: list[str]) -> int:
    if not arguments or (len(arguments) == 1 and _is_plainly_a_file(arguments[0])):
        return show(Path(arguments[0]) if arguments else None)
    from pa_tui.cli import run

    return run(arguments, outside(arguments))


def _is_plainly_a_file(name: str) -> bool:
    return name.endswith(".pa") and os.path.isfile(name)


def _refused(words: str) -> int:
    _warn(words)
    return REFUSED


def _warn(words: str) -> None:
    """Writes one line about what went wrong."""
    print(" ".join(words.split()), file=sys.stderr)  # noqa: T201


# -- the screens ------------------------------------------------------------------------


def show(path: Path | None, language: str | None = None) -> int:
    """Opens the screens on a file, or on the start where there is none; the exit code."""
    _take_terminal()
    return _shown(build(path, language))


def show_room(path: Path, language: str | None = None) -> int:
    """Opens the room's window on a file; the exit code. Says first what is wrong with it."""
    from storage.agreement_file import watch_file

    watch_file(path).close()
    _take_terminal()
    return _shown(build_room(path, language))


def _take_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise AgreementError(
            N_("The screens need a terminal. “pa-tui --help” lists the commands without one.")
        )
    os.environ.setdefault("TEXTUAL_FPS", "240")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    gc.disable()


def _shown(house: House | RoomHouse) -> int:
    try:
        house.app.run()
    finally:
        house.put_away()
    return house.app.return_code or 0


def build(path: Path | None = None, language: str | None = None) -> House:
    """The program over a file, wired. Raises FileError where the file cannot be opened."""
    from storage import load_settings

    settings = load_settings()
    speak(language or settings.language or None)
    return House(path, settings)


def build_room(path: Path, language: str | None = None) -> RoomHouse:
    """The room's window over a file, wired. Raises FileError where it cannot be opened."""
    from pa_tui.app import RoomHouse
    from screens import room_front
    from storage import load_settings
    from storage.onlooker import Onlooker

    speak(language or load_settings().language or None)
    return RoomHouse(room_front(), Onlooker(path), _now)


class House:
    """Everything that belongs to one run of the screens: the app, the file that is open,
    and the one thread that writes to it."""

    def __init__(self, path: Path | None, settings: Settings) -> None:
        from concurrent.futures import ThreadPoolExecutor
        from threading import Timer

        from pa_tui.app import PaTuiApp
        from screens import front
        from storage.herald import Herald

        self.settings = settings
        self._saved: Settings | None = None
        self._runner = ThreadPoolExecutor(1, "storage")
        self._herald = Herald()
        self._open: list[AgreementFile] = []
        workspace = self.open_file(path) if path is not None else None
        self.app: PaTuiApp = PaTuiApp(
            front(), self._services(), workspace, theme=settings.theme
        )
        self._later = Timer(_SETTLED, self._get_ready)
        self._later.daemon = True
        self._later.start()

    def _services(self) -> Services:
        from pa_tui.services import Services
        from storage import still_there

        return Services(
            open_file=self.open_file,
            create_file=self.create_file,
            read_document=_read_document,
            export=_export,
            open_outside=_open_outside,
            template=lambda: self.settings.template,
            recent=lambda: still_there(self.settings.recent),
            meeting_templates=_meeting_templates,
            keep=self.keep,
            copy_state=self.copy_state,
            point=self._herald.point,
            is_watched=self._herald.is_watched,
            was_at=self._herald.was_at,
            now=_now,
        )

    def open_file(self, path: Path) -> Workspace:
        """The agreement file on the table; the one before it is let go."""
        from storage import open_file

        return self._on_table(open_file(path))

    def create_file(self, path: Path, edit: StartAgreement) -> Workspace:
        """A new agreement file on the table."""
        from pa_tui.edits import Moment
        from storage import create_file

        return self._on_table(create_file(path, edit, Moment.of(_now(), self._who())))

    def _on_table(self, store: AgreementFile) -> Workspace:
        from pa_tui.workspace import Workspace

        self._let_go()
        self._open.append(store)
        self._herald.sit_at(store.path)
        self.settings = self.settings.with_recent(store.path)
        return Workspace(store, _now, self._who(), self._runner)

    def keep(self, name: str, value: str) -> None:
        """Keeps a setting for the next time, in the background."""
        from dataclasses import replace

        changed: dict[str, Any] = {name: value}
        self.settings = replace(self.settings, **changed)
        self._runner.submit(self._save)

    def copy_state(self, path: Path) -> None:
        """Has another process write the state of the table; where depends on the settings."""
        from pa_tui.safeguard import begin_copy

        self._runner.submit(begin_copy, path, self.settings.safety_copies)

    def _save(self) -> None:
        from storage import save_settings

        settings = self.settings
        if settings != self._saved and save_settings(settings):
            self._saved = settings

    def _who(self) -> str:
        return self.settings.who or _user()

    def _get_ready(self) -> None:
        """What can wait until the first picture is there."""
        for store in self._open:
            self._runner.submit(store.warm_up)
        self._runner.submit(self._save)
        self._herald.begin()

    def _let_go(self) -> None:
        while self._open:
            self._runner.submit(self._open.pop().close)

    def put_away(self) -> None:
        """Waits until every act is in the file and lets it go."""
        self._later.cancel()
        self._herald.leave()
        self._let_go()
        self._runner.submit(self._save)
        self._runner.shutdown()


_SETTLED = 0.5
"""Seconds after which the first picture is there on any machine that can show one."""


def _now() -> datetime:
    from datetime import datetime

    return datetime.now()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _read_document(
    path: Path, *, revisions: str | None = None, progress: Progress | None = None
) -> Document:
    from storage.sources import read_document

    return read_document(path, revisions=cast("Revisions | None", revisions), progress=progress)


def _export(
    paper: Paper,
    path: Path,
    form: str,
    *,
    force: bool = False,
    template: Path | None = None,
    styles: Path | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Path:
    from exports import export

    return export(
        paper, path, form, force=force, template=template, styles=styles, stopped=stopped
    )


def _open_outside(path: Path) -> None:
    from exports.opening import open_outside

    open_outside(path)


def _meeting_templates() -> Templates:
    from storage.meetings import load_templates

    return load_templates()


# -- the commands -----------------------------------------------------------------------


def outside(arguments: Sequence[str]) -> Outside:
    """The world as the commands may ask of it. The screens speak the language that the
    arguments ask for, else the one that was set in them."""
    import storage
    from pa_tui.cli import Outside

    asked = any(word.partition("=")[0] == "--lang" for word in arguments)
    return Outside(
        open_file=storage.open_file,
        create_file=storage.create_file,
        damage=_damage,
        read_document=_read_document,
        export=_export,
        show=lambda path: show(path, spoken() if asked else None),
        show_room=lambda path: show_room(path, spoken() if asked else None),
        now=_now,
        who=lambda: storage.load_settings().who or _user(),
        out=sys.stdout,
        err=sys.stderr,
        words_in=sys.stdin,
        toml_text=_toml_text,
        restore=_restore,
        meeting_templates=_told_templates,
        write_templates=_write_templates,
    )


def _told_templates() -> Templates:
    """The templates of meetings; those that cannot be used are told."""
    found = _meeting_templates()
    for error in found.troubles:
        _warn(tell(error))
    return found


def _write_templates(force: bool) -> tuple[Path, ...]:
    from storage.meetings import write_templates

    return write_templates(force=force)


def _toml_text(store: Store) -> str:
    from storage.toml_copy import toml_text

    return toml_text(store)


def _restore(copy: Path, path: Path, *, force: bool = False) -> Store:
    from storage.toml_restore import restore

    return restore(copy, path, force=force)


def _damage(path: Path) -> tuple[AgreementError, ...]:
    import storage

    try:
        file = storage.open_file(path)
        try:
            return file.damage()
        finally:
            file.close()
    except Damaged as error:
        return (error,)


if __name__ == "__main__":
    sys.exit(main())

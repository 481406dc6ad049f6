"""The program as somebody gets it: ``python -m tests.tools.smoke``.

Installs the project in a fresh environment with only its run-time dependencies, then makes
the sample agreement, shows it and exports papers, as a person would from a shell.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SECONDS = 300
FOLDERS = """
from importlib.metadata import files
own = {file.parts[0] for file in files("pa-tui")}
print(*(name for name in own if name != ".." and not name.endswith(".dist-info")))
"""
NAMES = "from pa_tui.cli.exporting import WHATS; print(*WHATS)"


class Installed:
    """The project in an environment of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")

    def make(self) -> None:
        """Creates the environment and installs the project from its source."""
        shutil.rmtree(ROOT / "build", ignore_errors=True)  # or the last build's files return
        venv.create(self.folder / "venv", with_pip=True)
        self.run("python", "-m", "pip", "install", "-q", str(ROOT))

    def _environment(self) -> dict[str, str]:
        """Nothing of the person who runs this: no settings, no folders, no import path."""
        kept = {name: v for name, v in os.environ.items() if not name.startswith("XDG_")}
        home = str(self.folder)
        return {
            **kept,
            "HOME": home,
            "USERPROFILE": home,
            "PYTHONPATH": "",
            "PA_TUI_SETTINGS": "",
        }

    def run(self, program: str, *arguments: str) -> str:
        """What a program of the environment prints; raises where it fails."""
        done = subprocess.run(
            (str(self.programs / program), *arguments),
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        if done.returncode:
            said = f"{done.stdout}{done.stderr}".strip()
            raise SystemExit(f"{program} {' '.join(arguments)}: {done.returncode}\n{said}")
        return done.stdout


def try_out(installed: Installed) -> None:
    """Uses the program; raises SystemExit where something is not as it should be."""
    installed.run("python", "-c", "import exports, pa_tui, screens, storage")
    packages = set(installed.run("python", "-c", FOLDERS).split())
    if packages != {"exports", "pa_tui", "screens", "storage"}:
        raise SystemExit(f"The wheel brings {', '.join(sorted(packages))}.")
    print(installed.run("pa-tui", "--version").strip())
    installed.run("pa-tui", "demo", "sample.pa")
    shown = installed.run("pa-tui", "show", "sample.pa")
    if "Rietbeek" not in shown:
        raise SystemExit("The sample is shown without its name.")
    oldest = json.loads(installed.run("pa-tui", "versions", "sample.pa", "--json"))[0]["name"]
    for what in installed.run("python", "-c", NAMES).split():
        since = ("--since", oldest) if what == "redline" else ()
        out = Path(installed.run("pa-tui", "export", what, "sample.pa", *since).strip())
        if not (installed.folder / out).stat().st_size:
            raise SystemExit(f"{out.name} is empty.")
        print(f"{what}: {out.name}")
    installed.run("pa-tui", "check", "sample.pa")


def main() -> None:
    """Installs and tries out, in a folder that goes away."""
    with tempfile.TemporaryDirectory() as folder:
        installed = Installed(Path(folder))
        installed.make()
        try_out(installed)


if __name__ == "__main__":
    sys.exit(main())

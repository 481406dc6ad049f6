"""Any screen of the real app, driven by keys and read as a person reads it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

import screens
from pa_tui.app import PaTuiApp
from pa_tui.domain.agreement import Agreement
from pa_tui.language import speak
from pa_tui.memory import MemoryStore
from pa_tui.services import Services
from pa_tui.workspace import Workspace
from tests.keys.walking import Table
from tests.samples import TODAY

SIZES = ((120, 40), (80, 24))


@asynccontextmanager
async def seeing(
    mode: str,
    agreement: Agreement | None,
    size: tuple[int, int] = (120, 40),
    *,
    services: Services | None = None,
    store: MemoryStore | None = None,
    now: datetime = TODAY,
) -> AsyncIterator[Table]:
    """A screen over an agreement (None: before there is one), in English."""
    speak("en")
    store = store or MemoryStore(agreement)
    workspace = None if agreement is None else Workspace(store, lambda: now, "Noor")
    app = PaTuiApp(screens.front(), services, workspace, mode=mode)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Table(app, pilot, store)
    speak("nl")

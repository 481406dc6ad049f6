"""The agreement file, settings, and the readers of documents."""

from __future__ import annotations

from storage.agreement_file import AgreementFile, open_file
from storage.creation import create_file
from storage.settings import Settings, load_settings, save_settings, still_there

__all__ = [
    "AgreementFile",
    "Settings",
    "create_file",
    "load_settings",
    "open_file",
    "save_settings",
    "still_there",
]

"""Keeps the catalogues of the screen's languages: ``python -m tests.tools.catalogues``.

Extracts the sentences the program can say, brings the catalogue of each language up to date
and compiles it. Translations in ``.po`` files named on the command line fill what is still
empty in Dutch. In English a sentence is itself unless its catalogue says it better. The
files carry no line numbers and no dates, so they change only where the sentences do.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent.parent
PACKAGES = ("pa_tui", "screens", "storage", "exports")
LANGUAGES = ("nl", "en")
LOCALE = ROOT / "pa_tui" / "locale"
TEMPLATE = LOCALE / "pa_tui.pot"
KEYWORDS = {"_": None, "N_": None, "n_": (1, 2)}

Key = str | tuple[str, ...]


def extracted() -> Catalog:
    """Every sentence marked in the code, in order of the alphabet, without translations."""
    catalog = _empty(None)
    for package in PACKAGES:
        found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS)
        for _, _, sentence, _, _ in found:
            catalog.add(sentence)
    return catalog


def path_of(language: str) -> Path:
    """The catalogue of a language that people edit."""
    return LOCALE / language / "LC_MESSAGES" / "pa_tui.po"


def read(path: Path, language: str | None = None) -> Catalog:
    """The catalogue in a file; an empty one where there is no file."""
    if not path.exists():
        return _empty(language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to_date(
    language: str, template: Catalog, old: Catalog, others: Iterable[Catalog] = ()
) -> Catalog:
    """The catalogue of a language with exactly the template's sentences, translated as far
    as ``old``, then ``others``, know how."""
    catalog = _empty(language)
    for message in sentences(template):
        known = next((s for c in (old, *others) if (s := _said(c, message.id))), None)
        if known is None and language == "en":
            known = message.id
        catalog.add(message.id, known or "")
    return catalog


def _said(catalog: Catalog, sentence: Key) -> Key | None:
    """The whole translation of a sentence; None where one is missing or only guessed."""
    message = catalog.get(sentence)
    if message is None or message.fuzzy or not is_whole(message):
        return None
    return message.string if message.pluralizable == isinstance(sentence, tuple) else None


def is_whole(message: Message) -> bool:
    """Whether a sentence, or each of its plural forms, has a translation."""
    return all(message.string) if message.pluralizable else bool(message.string)


def sentences(catalog: Catalog) -> list[Message]:
    """The sentences of a catalogue in order of the alphabet."""
    return sorted((m for m in catalog if m.id), key=lambda message: _first(message.id))


def _first(key: Key) -> str:
    return key if isinstance(key, str) else key[0]


class _Undated(Catalog):
    """A catalogue whose header says only what reading it needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        headers = [("Content-Type", "text/plain; charset=utf-8")]
        if self.locale is not None:
            headers.append(("Language", str(self.locale_identifier)))
            headers.append(("Plural-Forms", self.plural_forms))
        return headers


def _empty(language: str | None) -> Catalog:
    return _Undated(locale=language, domain="pa_tui", header_comment="", fuzzy=False)


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as text, without places and dates."""
    out = io.BytesIO()
    write_po(out, catalog, width=90, no_location=True, sort_output=True)
    return out.getvalue().lstrip()


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it: what is translated."""
    whole = _empty(str(catalog.locale_identifier))
    for message in sentences(catalog):
        if is_whole(message):
            whole.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, whole)
    return out.getvalue()


def main(files: list[str]) -> int:
    """Extracts, updates and compiles; prints the sentences that have no Dutch yet."""
    template = extracted()
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(as_po(template))
    others = [read(Path(name)) for name in files]
    missing = []
    for language in LANGUAGES:
        path = path_of(language)
        given = others if language == "nl" else []
        catalog = brought_up_to_date(language, template, read(path, language), given)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(catalog))
        path.with_suffix(".mo").write_bytes(as_mo(catalog))
        missing += [
            f"{language}: {_first(m.id)}" for m in sentences(catalog) if not is_whole(m)
        ]
    print("\n".join(missing) if missing else "Every sentence is translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

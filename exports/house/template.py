"""A template as a paper uses it: its styles, theme, colour and letterhead."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exports.house.letterhead import stationery_of
from exports.house.names import Names, mapping
from exports.house.opening import BROKEN, Opened, no_word_file, opened
from exports.wordml.package import EdgePart
from exports.wordml.stationery import Link, Media, Stationery
from exports.wordml.styles import styles_part
from exports.wordml.xml import Element, parsed
from pa_tui.errors import N_, FileError


@dataclass(frozen=True, slots=True)
class Template:
    """The styles of a template; its theme where it has one; its sheets with what stands on
    their edges; and which of its styles, by id, stand in for ours, by name."""

    styles: Element
    theme: EdgePart | None
    stationery: Stationery
    instead: Mapping[str, str]


def template_of(path: Path, settings: Path | None = None) -> Template:
    """The template at ``path``; ``settings`` says which of its styles play which part, by
    default the ``.toml`` of the same name beside it, where there is one.

    Raises FileError where it is missing, locked, no Word file, or without styles, and where
    the settings cannot be read or do not fit.
    """
    file = opened(path)
    try:
        styles = file.tree(file.related("styles") or "word/styles.xml")
        theme, stationery = _theme(file), stationery_of(file)
    except BROKEN as error:
        raise no_word_file(path) from error
    theirs = Names(styles) if styles is not None else None
    if styles is None or theirs is None or not theirs.exact:
        raise FileError(
            N_("{path} holds no styles, so no house style. Choose another template."), path=path
        )
    beside = path.with_suffix(".toml")
    if settings is None and not beside.exists():
        return Template(styles, theme, stationery, {})
    instead = mapping(settings or beside, path, theirs, Names(parsed(styles_part())))
    return Template(styles, theme, stationery, instead)


def _theme(file: Opened) -> EdgePart | None:
    """The theme with its pictures."""
    name = file.related("theme")
    content = file.content(name) if name else None
    if content is None or file.tree(name) is None:
        return None
    links = []
    for key, own in file.relations(name).items():
        blob = None if own.outside else file.content(own.target)
        kind = file.content_type(own.target)
        if blob is None or not kind.startswith("image/"):
            return None
        links.append(Link(key, own.type, Media(posixpath.basename(own.target), kind, blob)))
    return EdgePart("theme/theme1", content, tuple(links))

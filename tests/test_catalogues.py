"""Everything the program can say is said in Dutch and in English."""

from __future__ import annotations

import gettext
import io
from string import Formatter

import pytest
from babel.messages.catalog import Catalog

from tests.tools.catalogues import LANGUAGES, extracted, is_whole, path_of, read, sentences

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted()


def _forms(message) -> list[tuple[str, str]]:
    """A sentence beside its translation, one pair per plural form."""
    if not message.pluralizable:
        return [(message.id, message.string)]
    return list(zip(message.id, message.string, strict=True))


def _fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def test_every_sentence_has_a_translation(language: str, template: Catalog) -> None:
    catalog = read(path_of(language), language)
    missing = [
        message.id
        for message in sentences(template)
        if (known := catalog.get(message.id)) is None or known.fuzzy or not is_whole(known)
    ]
    assert missing == []


def test_no_translation_is_left_over(language: str, template: Catalog) -> None:
    catalog = read(path_of(language), language)
    assert [m.id for m in sentences(catalog) if m.id not in template] == []
    assert dict(catalog.obsolete) == {}


def test_a_translation_has_the_fields_of_its_sentence(language: str, template: Catalog) -> None:
    for message in sentences(read(path_of(language), language)):
        every = set().union(*(_fields(one) for one, _ in _forms(message)))
        for sentence, said in _forms(message) if is_whole(message) else ():
            unsaid = {"count"} if message.pluralizable else set()
            assert _fields(said) - unsaid == _fields(sentence) - unsaid, message.id
            assert _fields(said) <= every, message.id


def test_the_compiled_catalogue_is_the_one_people_edit(
    language: str, template: Catalog
) -> None:
    path = path_of(language)
    compiled = gettext.GNUTranslations(io.BytesIO(path.with_suffix(".mo").read_bytes()))
    entries = {key: said for key, said in compiled._catalog.items() if key}
    expected = {}
    for message in sentences(read(path, language)):
        for place, (_, said) in enumerate(_forms(message)):
            key = (message.id[0], place) if message.pluralizable else message.id
            if said:
                expected[key] = said
    assert entries == expected

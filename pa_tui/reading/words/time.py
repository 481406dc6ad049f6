"""Dutch words for days, periods and rhythms, and the pieces of pattern made of them."""

from __future__ import annotations

GAP = r"[\s\u00a0]{1,4}"
"""White space between two words; bounded, so that no pattern can run away."""

MAY_GAP = r"[\s\u00a0]{0,3}"
"""White space that damaged text may have lost."""

MONTHS: dict[str, int] = {
    "januari": 1,
    "jan": 1,
    "februari": 2,
    "feb": 2,
    "febr": 2,
    "maart": 3,
    "mrt": 3,
    "april": 4,
    "apr": 4,
    "mei": 5,
    "juni": 6,
    "jun": 6,
    "juli": 7,
    "jul": 7,
    "augustus": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "oktober": 10,
    "okt": 10,
    "november": 11,
    "nov": 11,
    "december": 12,
    "dec": 12,
}

MONTH_NAMES = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

MONTH_SHORT = (
    "jan",
    "feb",
    "mrt",
    "apr",
    "mei",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)

WEEKDAYS: dict[str, int] = {
    "maandag": 0,
    "dinsdag": 1,
    "woensdag": 2,
    "donderdag": 3,
    "vrijdag": 4,
    "zaterdag": 5,
    "zondag": 6,
    "ma": 0,
    "di": 1,
    "wo": 2,
    "do": 3,
    "vr": 4,
    "za": 5,
    "zo": 6,
}

ORDINALS: dict[str, int] = {
    "eerste": 1,
    "1e": 1,
    "1ste": 1,
    "1ᵉ": 1,
    "tweede": 2,
    "2e": 2,
    "2de": 2,
    "2ᵉ": 2,
    "derde": 3,
    "3e": 3,
    "3de": 3,
    "3ᵉ": 3,
    "vierde": 4,
    "4e": 4,
    "4de": 4,
    "4ᵉ": 4,
    "laatste": -1,
}

NUMBERS: dict[str, int] = {
    "een": 1,
    "één": 1,
    "eén": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
    "elf": 11,
    "twaalf": 12,
    "dertien": 13,
    "veertien": 14,
    "vijftien": 15,
    "twintig": 20,
    "dertig": 30,
    "veertig": 40,
    "vijftig": 50,
    "honderd": 100,
}

SEASONS: dict[str, tuple[int, int]] = {
    "voorjaar": (3, 5),
    "lente": (3, 5),
    "zomer": (6, 8),
    "zomerperiode": (6, 8),
    "najaar": (9, 11),
    "herfst": (9, 11),
    "winter": (12, 2),
}
"""First and last month. Before the summer is before its recess: the end of June."""

BREAKS: dict[str, tuple[tuple[int, int], tuple[int, int]]] = {
    "zomervakantie": ((7, 1), (8, 31)),
    "zomerreces": ((7, 1), (8, 31)),
    "bouwvak": ((7, 1), (8, 31)),
    "bouwvakantie": ((7, 1), (8, 31)),
    "vakantie": ((7, 1), (8, 31)),
    "kerstvakantie": ((12, 21), (12, 31)),
    "kerstreces": ((12, 21), (12, 31)),
    "kerst": ((12, 25), (12, 26)),
    "jaarwisseling": ((12, 31), (12, 31)),
}

PARTS: dict[str, str] = {
    "begin": "begin",
    "aanvang": "begin",
    "medio": "medio",
    "midden": "medio",
    "half": "medio",
    "halverwege": "medio",
    "eind": "eind",
    "einde": "eind",
    "ultimo": "eind",
    "slot": "eind",
    "eerste maanden": "begin",
    "laatste maanden": "eind",
}


def any_of(words: object) -> str:
    """A pattern for one of these words, longest first so that none hides another."""
    return "|".join(sorted(map(str, words), key=len, reverse=True))  # type: ignore[call-overload]


MONTH = rf"(?:{any_of(MONTHS)})(?:\.|\b)"
ORDINAL = rf"(?:{any_of(ORDINALS)})"
NUMBER = rf"(?:\d{{1,3}}|{any_of(NUMBERS)})"
YEAR = r"(?:19[5-9]\d|2[0oO][0-9oO]\d)(?!\d)"
SHORT_YEAR = r"['’‘`]\d{2}(?!\d)"

LINK = r"(?:t/m|t\.?e\.?m\.?|tot\s{1,2}en\s{1,2}met|en\s{1,2}met|-|–|—|/|en|of|\+|&)"
"""What joins two quarters, months or years into a row."""

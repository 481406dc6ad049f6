"""The commands that make an agreement file or a version in it: new, version."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from pa_tui.cli.command import DONE, FILE, Command, file_of
from pa_tui.cli.grammar import Form, Given, Option, Word, WrongUse
from pa_tui.cli.outside import FORCE, JSON, WRITES, Outside, moment_of
from pa_tui.cli.shown import shown_version
from pa_tui.domain.agreement import Facts
from pa_tui.domain.parties import Party, Role
from pa_tui.domain.ranks import spread
from pa_tui.domain.text import clean
from pa_tui.edits.structure import NameVersion, StartAgreement, must_be_a_year, version_named
from pa_tui.errors import N_
from pa_tui.language import _

_SIDES = {
    "gemeente": Role.MUNICIPALITY,
    "corporatie": Role.CORPORATION,
    "woningcorporatie": Role.CORPORATION,
    "huurders": Role.TENANTS,
    "huurdersorganisatie": Role.TENANTS,
    **{role.value: role for role in Role},
}


def new(given: Given, outside: Outside) -> int:
    """Makes an agreement file with its parties and no articles yet."""
    moment = moment_of(given, outside)
    title = clean(given.text("--title")).strip()
    year = given.number("--year") or _year_in(title) or moment.today.year + 1
    facts = facts_of(title or f"Prestatieafspraken {year}", year)
    path = file_of(given)
    store = outside.create_file(
        path,
        StartAgreement(facts, _parties(given.all("--party"))),
        moment,
        force=given.flag("--force"),
    )
    store.close()
    if given.flag("--json"):
        outside.tell_json({"path": str(path), "title": facts.title, "year": facts.year})
    else:
        outside.tell(_("Made: {path}. “pa-tui {path}” opens it.", path=path))
    return DONE


def facts_of(title: str, year: int) -> Facts:
    """The facts of a new agreement for one calendar year; raises NotAllowed."""
    must_be_a_year(year)
    return Facts(
        title=title,
        year=year,
        period_start=date(year, 1, 1),
        period_end=date(year, 12, 31),
    )


def _year_in(title: str) -> int | None:
    found = re.search(r"\b20\d\d\b", title)
    return int(found[0]) if found else None


def _parties(said: Iterable[str]) -> tuple[Party, ...]:
    said = tuple(said)
    keys: list[str] = []
    found = []
    for rank, words in zip(spread(len(said)), said, strict=True):
        side, _colon, rest = clean(words).partition(":")
        short, _colon, name = (part.strip() for part in rest.partition(":"))
        role = _SIDES.get(side.strip().casefold())
        if role is None or not short:
            raise WrongUse(
                N_(
                    "--party “{value}” is not understood. Write it as role:short name:name; "
                    "the role is gemeente, corporatie or huurdersorganisatie."
                ),
                value=words,
            )
        keys.append(_key(short, keys))
        found.append(Party(keys[-1], rank, short, name or short, role))
    return tuple(found)


def _key(short: str, taken: Iterable[str]) -> str:
    """A party's key from its short name: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode()
    key = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:36] or "partij"
    taken = set(taken)
    others = (f"{key}-{number}" for number in range(2, len(taken) + 3))
    return next(name for name in (key, *others) if name not in taken)


def version(given: Given, outside: Outside) -> int:
    """Gives the agreement as it stands a name."""
    with outside.opened(file_of(given)) as store:
        receipt = store.commit(NameVersion(given.word("NAME")), moment_of(given, outside))
    made = version_named(receipt.agreement, clean(given.word("NAME")))
    if given.flag("--json"):
        outside.tell_json(shown_version(made))
    else:
        outside.tell(_("Version: {name}", name=made.name))
    return DONE


NEW_FILE = Word("FILE", N_("the agreement file to make (.pa)"))

COMMANDS = (
    Command(
        Form(
            "new",
            N_("makes an empty agreement file"),
            (NEW_FILE,),
            (
                Option("--title", "T", N_("the title")),
                Option("--year", "Y", N_("the year it is for")),
                Option(
                    "--party",
                    "ROLE:SHORT:NAME",
                    N_("a party: corporatie:Beekwonen:Stichting Beekwonen"),
                    many=True,
                ),
                FORCE,
                JSON,
                *WRITES,
            ),
        ),
        new,
    ),
    Command(
        Form(
            "version",
            N_("gives the agreement as it stands a name"),
            (FILE, Word("NAME", N_("the name: “Concept 2”"), rest=True)),
            (JSON, *WRITES),
        ),
        version,
    ),
)

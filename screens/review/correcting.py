"""Titles, parties, year and period, put right in a few lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pa_tui import edits, labels
from pa_tui.domain.parties import Role, party_key
from pa_tui.edits.base import Edit
from pa_tui.errors import N_, Unreadable
from pa_tui.language import _
from screens.review.acting import Acting
from screens.review.rows import Kind, Row
from screens.widgets.form import Field

Making = Callable[[dict[str, str]], Edit]
"""Makes an edit of what stands in a form; raises Unreadable."""


class Correcting(Acting):
    """What `w` and `p` open."""

    def action_change(self) -> None:
        """Changes what stands at the cursor: a title, a party, or the agreement's facts."""
        match self.here:
            case Row(Kind.PARTY, key):
                self._change_party(key)
            case Row(Kind.FACTS):
                self._change_facts()
            case Row(Kind.PARTIES):
                self.action_party()
            case Row(Kind.ARTICLE | Kind.THEME | Kind.SECTION | Kind.ANNEX as kind, key):
                self._change_title(kind, key)
            case _:
                self.say(_("Nothing can be changed here"))

    def _open(self, heading: str, fields: list[Field], making: Making) -> None:
        self.form.show(heading, fields, lambda values: self._send(making, values))
        self.form.display = True
        self.detail.display = False

    def close_form(self) -> None:
        """Puts the form away."""
        self.form.display = False
        self.detail.display = True
        self.call_after_refresh(self.follow)

    def _change_title(self, kind: Kind, key: str) -> None:
        entity = self.agreement.shelf_of(kind.value)[key]
        fields = [Field("title", _("Title"), entity.title)]
        if kind in (Kind.ARTICLE, Kind.THEME):
            fields.insert(0, Field("number", _("Number"), entity.number or ""))

        def edit(values: dict[str, str]) -> Edit:
            return edits.Rename(key, values.get("number"), values["title"])

        self._open(_("Number and title"), fields, edit)

    # -- parties ------------------------------------------------------------

    def action_party(self) -> None:
        """Asks for a party that was not found."""
        self._party_form("", "", "", Role.CORPORATION)

    def _change_party(self, key: str) -> None:
        party = self.agreement.parties[key]
        self._party_form(key, party.name, party.short, party.role)

    def _party_form(self, key: str, name: str, short: str, role: Role) -> None:
        choices = tuple((own.value, labels.name(own)) for own in Role)
        fields = [
            Field("name", _("Name"), name),
            Field("short", _("Short"), short),
            Field("role", _("Role"), role.value, choices),
        ]

        def edit(values: dict[str, str]) -> Edit:
            named = values["name"] or values["short"]
            if not named:
                raise Unreadable(N_("A party needs a name."))
            taken = self.agreement.parties
            own = key or party_key(values["short"] or named, taken)
            return edits.SetParty(own, named, Role(values["role"]), values["short"])

        self._open(_("A party") if key else _("Another party"), fields, edit)

    # -- the agreement as a whole --------------------------------------------------------

    def _change_facts(self) -> None:
        about = self.agreement.about
        fields = [
            Field("title", _("Title"), about.title),
            Field("year", _("Year"), str(about.year or "")),
            Field("start", _("From"), _shown(about.period_start)),
            Field("end", _("Up to and including"), _shown(about.period_end)),
            Field("place", _("Place"), about.place),
            Field("signed", _("Signed on"), _shown(about.signature_date)),
        ]

        def edit(values: dict[str, str]) -> Edit:
            return edits.DescribeAgreement(
                title=values["title"] or None,
                year=_year(values["year"]),
                period_start=day_typed(values["start"]),
                period_end=day_typed(values["end"]),
                place=values["place"] or None,
                signature_date=day_typed(values["signed"]),
            )

        self._open(_("The agreement"), fields, edit)

    def _send(self, making: Making, values: dict[str, str]) -> None:
        try:
            edit = making(values)
        except Unreadable as error:
            self.refuse(error)
            return
        self.close_form()
        self.act(edit, stay=True)


def _shown(day: date | None) -> str:
    return f"{day.day}-{day.month}-{day.year}" if day else ""


def _year(words: str) -> int | None:
    if not words:
        return None
    if not (words.isdecimal() and 1990 <= int(words) <= 2100):
        raise Unreadable(N_("“{words}” is not a year for an agreement."), words=words)
    return int(words)


def day_typed(words: str) -> date | None:
    """The day somebody typed: 31-12-2027 or 2027-12-31; None for nothing."""
    if not words:
        return None
    try:
        numbers = [int(part) for part in words.replace("/", "-").replace(" ", "-").split("-")]
        day, month, year = numbers if numbers[0] < 100 else reversed(numbers)
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable(
            N_("“{words}” is not a day. Write it as 31-12-2027."), words=words
        ) from error

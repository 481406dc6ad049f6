"""Who leads and when, in one line. Dutch is read as it is typed."""

from __future__ import annotations

from dataclasses import replace

from pa_tui import edits, labels
from pa_tui.domain.articles import Commitment
from pa_tui.domain.parties import Basis, State
from pa_tui.language import _, spoken
from pa_tui.reading.wording import say_timing
from screens.walk.speaking import Speaking


class Writing(Speaking):
    """The keys that open a line to write on."""

    # -- lead ------------------------------------------------------------------------------

    def action_lead(self) -> None:
        """Who leads the part, together with whom, and who is involved."""
        part = self.part

        def take(article: str, words: str) -> bool:
            found = self.read_leads(words)
            if found.unknown:
                self.say(_("Nobody here is called {name}.", name=", ".join(found.unknown)))
                return False
            edit = edits.Assign(article, found.leads, found.joint, found.involved, part.place)
            return self.act(edit, ("lead", article))

        self.line_for(
            "lead",
            _("lead"),
            take,
            self._understood_leads,
            text=self._leads_as_typed(part.commitment),
            offered=True,
            hint=_("for example {example} · enter · tab · esc", example=self._example()),
        )

    def _understood_leads(self, words: str) -> str:
        found = self.read_leads(words)
        names = [
            f"{self._short(lead.party)} ({lead.person})"
            if lead.person
            else self._short(lead.party)
            for lead in found.leads
        ]
        pieces = [labels.listed(names)] if names else []
        if found.joint:
            pieces.append(_("together {who}", who=labels.parties(self.agreement, found.joint)))
        if found.involved:
            pieces.append(_("involves {who}", who=", ".join(w.name for w in found.involved)))
        pieces += [f"{name}?" for name in found.unknown]
        return " · ".join(pieces)

    def _leads_as_typed(self, part: Commitment | None) -> str:
        """What is known, in words that read back as the same; Enter then confirms it."""
        if part is None:
            return ""
        leads = [lead for lead in part.leads if lead.basis is not Basis.JOINT]
        pieces = []
        names = [
            f"{self._short(lead.party)} ({lead.person})"
            if lead.person
            else self._short(lead.party)
            for lead in leads
        ]
        if names:
            pieces.append(" en ".join(names))
        joint = dict.fromkeys(
            [lead.party for lead in part.leads if lead.basis is Basis.JOINT] + [*part.joint]
        )
        if joint:
            pieces.append("samen met " + " en ".join(self._short(key) for key in joint))
        if part.involved:
            pieces.append("betrokken " + " en ".join(who.name for who in part.involved))
        return ", ".join(pieces)

    def _example(self) -> str:
        """How a line about leads may read, with the parties of this table."""
        names = [party.short for party in self.agreement.ordered_parties[:2]]
        return ", samen met ".join(names)

    def _last_party(self) -> str:
        parties = self.agreement.ordered_parties
        return parties[-1].short if parties else "…"

    # -- planning --------------------------------------------------------------------------

    def action_timing(self) -> None:
        """When the part happens."""
        part = self.part
        known = part.commitment.timings if part.commitment else ()
        before = ", ".join(timing.text for timing in known)

        def take(article: str, words: str) -> bool:
            if words == before:
                timings = tuple(replace(timing, state=State.CONFIRMED) for timing in known)
            elif not words:
                timings = ()
            else:
                found = self.read_timing(words)
                timings = (found.timing, *found.more)
            return self.act(edits.SetTiming(article, timings, part.place), ("timing", article))

        self.line_for(
            "timing",
            _("planning"),
            take,
            self._understood_timing,
            text=before,
            offered=True,
            hint=_("T2 2027, before 1 October, yearly · enter · esc"),
        )

    def _understood_timing(self, words: str) -> str:
        if not words.strip():
            return ""
        found = self.read_timing(words)
        pieces = [say_timing(timing, spoken()) for timing in (found.timing, *found.more)]
        vague = not any(timing.is_concrete for timing in (found.timing, *found.more))
        return _("no day read") if vague and pieces == [words] else " · ".join(pieces)

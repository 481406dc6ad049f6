"""Words about time in a text: deadlines, periods, starts, rhythms, events, conditions."""

from __future__ import annotations

from datetime import date

from pa_tui.domain.parties import State
from pa_tui.domain.timing import Timing, TimingKind
from pa_tui.reading import background
from pa_tui.reading.days import Days, Frame, day_before
from pa_tui.reading.events import event_at
from pa_tui.reading.findings import TimingFinding
from pa_tui.reading.moments import Moment, bounded, moment_at
from pa_tui.reading.patterns import Pattern
from pa_tui.reading.rhythm import rhythm_at
from pa_tui.reading.sentences import Sentences
from pa_tui.reading.units import UnitKind
from pa_tui.reading.words.moments import Bound

WORD = Pattern(r"[^\W\d_]+|\d+", exact=True)
_THEN = Pattern(
    r"(?:in\s{1,3})?(?:de|het)\s{1,3}(?:(twee|drie|vier|vijf|\d)\s{1,3})?jaar\s{1,3}daar(?:na|op)\b"
)


def timings(
    text: str,
    *,
    year: int | None = None,
    today: date | None = None,
    period: tuple[date, date] | None = None,
) -> tuple[TimingFinding, ...]:
    """All words about time in reading order, with the days they mean.

    ``year`` is the year of the agreement, given to dates that name none; without it they
    get the first occurrence from ``today`` on. ``period`` is what the agreement covers.
    """
    return _Reader(text, Frame(year, today, period)).read()


class _Reader:
    def __init__(self, text: str, frame: Frame) -> None:
        self.text = text
        self.frame = frame
        self.sentences = Sentences(text)
        self.last_year = frame.last_year
        self.passed = 0

    def read(self) -> tuple[TimingFinding, ...]:
        found: list[TimingFinding] = []
        reached = 0
        for word in WORD.finditer(self.text):
            if word.start() < reached:
                continue
            finding = self.at(word.start(), word.group().lower())
            if finding is not None:
                found.append(finding)
                reached = finding.end
            reached = max(reached, self.passed)
        return tuple(found)

    def at(self, place: int, word: str) -> TimingFinding | None:
        """What begins with the word at ``place``."""
        finding = self._following_years(place, word) or self._moment(place, word)
        if finding is not None or self.passed > place:
            return finding
        rhythm = rhythm_at(self.text, place, word)
        if rhythm is not None:
            every, count, start, end = rhythm
            return self._finding(TimingKind.RECURRING, start, end, every=every, count=count)
        event = event_at(self.text, place, word)
        return self._finding(*event) if event is not None else None

    def _following_years(self, place: int, word: str) -> TimingFinding | None:
        """ "de twee jaar daarna": the years after the one named last."""
        if word not in ("de", "het", "in") or self.last_year is None:
            return None
        found = _THEN.match(self.text, place)
        if not found:
            return None
        number = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, None: 1}.get(found[1])
        number = number or int(found[1])
        first = date(min(self.last_year + 1, 9990), 1, 1)
        last = date(first.year + number - 1, 12, 31)
        return self._finding(TimingKind.PERIOD, place, found.end(), first, last)

    def _moment(self, place: int, word: str) -> TimingFinding | None:
        moment = moment_at(self.text, place, word, self.frame)
        if moment is None:
            return None
        if self._is_no_planning(moment):
            self.passed = moment.end
            return None
        if moment.unit.year is not None:
            self.last_year = moment.unit.last_year or moment.unit.year
        if moment.days is None:
            return self._finding(moment.kind_without_days, moment.start, moment.end)
        kind, start, end = self._meaning(moment, moment.days)
        return self._finding(kind, moment.start, moment.end, start, end)

    def _is_no_planning(self, moment: Moment) -> bool:
        if background.is_named(self.text, moment.start):
            return True
        if moment.days is None:
            return False
        window = self._window(moment)
        if moment.bound is Bound.NONE and not self._names_years_ahead(moment):
            return True
        if background.is_history(window, moment.unit, moment.days, self.frame):
            return True
        whole_year = moment.unit.kind is UnitKind.YEAR and not moment.unit.part
        if moment.bound is Bound.UNTIL and whole_year and moment.unit.year is not None:
            far = background.is_target("", moment.days, self.frame)
            return (
                far
                and len(window) > len(self.text[moment.start : moment.end]) + 4
                and (not background.carries_a_goal(window))
            )
        return False

    def _names_years_ahead(self, moment: Moment) -> bool:
        """ "naar 2030" is a horizon, "naar Q3" is nothing."""
        return (
            moment.unit.kind is UnitKind.YEAR
            and moment.days is not None
            and background.is_target("", moment.days, self.frame)
        )

    def _window(self, moment: Moment) -> str:
        start, end = self.sentences.around(moment.start)
        return self.text[start:end]

    def _meaning(
        self, moment: Moment, days: Days
    ) -> tuple[TimingKind, date | None, date | None]:
        unit, bound = moment.unit, moment.bound
        whole_year = unit.kind is UnitKind.YEAR and not unit.part
        if whole_year and unit.year is not None and bound is not Bound.AFTER:
            target = self._as_target(moment, days)
            if target is not None:
                return target
        return bounded(bound, unit, days)

    def _as_target(
        self, moment: Moment, days: Days
    ) -> tuple[TimingKind, date | None, date | None] | None:
        if moment.is_span and days[0].year <= (self.frame.last_year or days[0].year):
            return None
        if not background.is_target(self._window(moment), days, self.frame):
            return None
        if moment.bound is Bound.FROM:
            return None
        exclusive = moment.bound in (Bound.BEFORE, Bound.UNTIL) or (
            moment.bound is Bound.FOR and not background.follows_a_wish(self.text, moment.start)
        )
        return TimingKind.TARGET, None, day_before(days[0]) if exclusive else days[1]

    def _finding(
        self,
        kind: TimingKind,
        start: int,
        end: int,
        first: date | None = None,
        last: date | None = None,
        every: str | None = None,
        count: int | None = None,
    ) -> TimingFinding:
        words = self.text[start:end]
        timing = Timing(words, kind, first, last, every, count, State.SUGGESTED)
        return TimingFinding(timing, start, end)

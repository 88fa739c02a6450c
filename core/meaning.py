"""What a time expression says before a calendar is at hand: a closed union of small records, resolved by `core.resolve` alone."""

from dataclasses import dataclass, fields
from typing import Any, Literal

from core.when import Mod

Unit = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century", "millennium"
]
Base = Literal["published", "previous", "either", "running"]
"""What a shift counts from: the document's date ("ago"), the date named before it ("later"), whichever the reading says ("next"), or the
one in which the passage is ("by the end of the month")."""
Order = Literal["month", "day", "unknown", "dotted"]


@dataclass(frozen=True, slots=True, repr=False)
class Calendar:
    """Named pieces of a calendar. What is missing at the coarse end ("10th", "August", "Friday") is filled in from the context.

    `year` is astronomical (0 is 1 BC); of a decade or a century the leading digits stand alone (199, 19), with `bc` where they count
    back. `part` is a season (SP SU FA WI), quarter (Q1-Q4) or half (H1 H2) of the year. `weekday` is 0 for Monday. `time` is what TIMEX3
    writes after its T: a clock time or a part of the day (MO MI AF EV NI DT). `holiday` names a day that only a year can place.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    week: int | None = None
    weekday: int | None = None
    weekend: bool = False
    time: str | None = None
    decade: int | None = None
    century: int | None = None
    millennium: int | None = None
    bc: bool = False
    holiday: str | None = None
    short: bool = False
    """Whether the year is only its last two digits ("'99")."""
    order: Order | None = None
    """Of a numeric date: what its first number must be, or that both would do (`dotted`: there are dots between them)."""
    mod: Mod | None = None
    approximate: bool = False
    uncertain: bool = False

    def but(self, **changes: Any) -> "Calendar":
        """The same with these pieces changed; a faster `dataclasses.replace`.

        >>> Calendar(year=1999, month=5).but(month=6)
        Calendar(year=1999, month=6)
        """
        return Calendar(*[changes[name] if name in changes else getattr(self, name) for name in self.__slots__])

    def __repr__(self) -> str:
        named = (f"{f.name}={value!r}" for f in fields(self) if (value := getattr(self, f.name)) != f.default)
        return f"Calendar({', '.join(named)})"


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from a base ("two days ago", "the following year"); `exact` keeps the day ("a year ago today")."""

    number: int
    unit: Unit
    base: "Base | Meaning" = "published"
    mod: Mod | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Nearest:
    """The next (+1), last (-1) or present (0) of what a calendar calls by a name: "last Friday", "next June", "this spring"."""

    calendar: Calendar
    direction: int
    base: "Base | Meaning" = "published"
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Within:
    """A piece of a larger stretch that is itself to be resolved: "August last year", "Monday morning", "the end of next month"."""

    inner: Calendar
    outer: "Meaning"
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth of its kind in a larger stretch, from its end where it is negative: "the first Monday in May", "the last week of 1999"."""

    number: int
    inner: "Unit | Calendar"
    outer: "Meaning"


@dataclass(frozen=True, slots=True)
class Same:
    """The date named before it, at the given unit ("that day", "the same month"), or the same part of another year."""

    unit: Unit
    time: str | None = None
    mod: Mod | None = None
    year: int | None = None
    now: bool = False
    """Whether it is the one in which the text is written: "this day in 1963"."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long: an ISO 8601 duration. `relation` and `event` tell what it is measured from: "two days after the attack"."""

    value: str
    mod: Mod | None = None
    relation: Literal["before", "after"] | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """How often: a TIMEX3 set."""

    value: str
    quant: str | None = None
    freq: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The past, the present or the future without a place on the calendar: "recently", "now", "soon".

    `told` marks one that tells of time only in a story: in the news a "former minister" is a title.
    """

    value: Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
    told: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """From the first to the last, both inside. None is an open end."""

    first: "Meaning | None"
    last: "Meaning | None"


Meaning = Calendar | Shift | Nearest | Within | Nth | Same | Length | Repeat | Reference | Range

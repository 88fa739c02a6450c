"""What a time expression says, in words: a meaning as a reader would put it."""

from core.meaning import Base, Calendar, Length, Meaning, Nearest, Nth, Range, Reference, Repeat, Same, Shift, Within
from core.when import Mod, year_text

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PARTS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter", "H1": "the first half", "H2": "the second half"}
TIMES = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
BASES: dict[Base, str] = {
    "published": "the document's day",
    "previous": "the date named before",
    "either": "the document's day, or the date named before",
    "running": "the passage's day",
}
MODS: dict[Mod, str] = {
    "START": "the beginning of ",
    "MID": "the middle of ",
    "END": "the end of ",
    "APPROX": "about ",
    "BEFORE": "before ",
    "AFTER": "after ",
    "ON_OR_BEFORE": "not after ",
    "ON_OR_AFTER": "not before ",
    "LESS_THAN": "less than ",
    "MORE_THAN": "more than ",
    "EQUAL_OR_LESS": "at most ",
    "EQUAL_OR_MORE": "at least ",
}


def said(meaning: Meaning) -> str:
    """A meaning in words.

    >>> said(Calendar(month=5, day=3)), said(Shift(-3, "week")), said(Nearest(Calendar(weekday=4), 1))
    ('day 3 of May', "3 weeks before the document's day", "the next Friday from the document's day")
    """
    match meaning:
        case Calendar():
            return _mod(meaning.mod) + _calendar(meaning)
        case Shift(number, unit, base, mod):
            many = f"{abs(number)} {unit}{'s' * (abs(number) != 1)} {'before' if number < 0 else 'after'}" if number else f"the {unit} of"
            return f"{_mod(mod)}{many} {_base(base)}"
        case Nearest(calendar, direction, base, mod):
            return f"{_mod(mod)}the {('present', 'next', 'last')[direction]} {_calendar(calendar)} from {_base(base)}"
        case Within(inner, outer, mod):
            return f"{_mod(mod)}{said(inner)}, of {said(outer)}"
        case Nth(number, inner, outer):
            name = said(inner) if isinstance(inner, Calendar) else inner
            return f"{f'number {number}' if number > 0 else 'the last'} {name} of {said(outer)}"
        case Same(unit, time, mod, year):
            part = f", its {TIMES.get(time, time)}" if time else ""
            return f"{_mod(mod)}the {unit} of the date named before{f', in {year}' if year else ''}{part}"
        case Range(first, last):
            return f"from {said(first) if first else 'an open end'} to {said(last) if last else 'an open end'}"
        case Length(value, mod, relation, event):
            return f"how long: {_mod(mod)}{value}" + (f", {relation} '{event}'" if event else "")
        case Repeat(value, quant, freq):
            return f"how often: {' '.join(filter(None, (quant and quant.lower(), value, freq)))}"
        case Reference(value):
            return {"PAST_REF": "some time past", "PRESENT_REF": "the present", "FUTURE_REF": "some time to come"}[value]
    raise TypeError(f"no words for a {type(meaning).__name__}")


def _mod(mod: Mod | None) -> str:
    return MODS[mod] if mod else ""


def _base(base: Base | Meaning) -> str:
    return BASES[base] if isinstance(base, str) else said(base)


def _calendar(c: Calendar) -> str:
    """The named pieces, the finest first."""
    pieces = [
        TIMES.get(c.time, c.time) if c.time else "",
        c.holiday.replace("-", " ") if c.holiday else "",
        WEEKDAYS[c.weekday] if c.weekday is not None else "",
        f"day {c.day}" if c.day is not None else "",
        "weekend" if c.weekend else "",
        f"week {c.week}" if c.week is not None else "",
        MONTHS[c.month - 1] if c.month is not None else "",
        PARTS.get(c.part, f"quarter {c.part[1:]}") if c.part else "",
        _year(c),
        f"the {c.decade}0s{' BC' if c.bc else ''}" if c.decade is not None else "",
        f"century {c.century + 1}{' BC' if c.bc else ''}" if c.century is not None else "",
        f"millennium {c.millennium + 1}{' BC' if c.bc else ''}" if c.millennium is not None else "",
    ]
    return " of ".join(filter(None, pieces)) or "some time"


def _year(c: Calendar) -> str:
    if c.year is None:
        return ""
    if c.short:
        return f"a year that ends in {c.year:02d}"
    return f"{1 - c.year} BC" if c.year <= 0 else year_text(c.year).lstrip("0Y")

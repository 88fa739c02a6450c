"""Why a date is what it is, in lines to read: the words, the rule, what it says, what it was counted from."""

from collections.abc import Iterator

from core.dateline import dated
from core.model import Document, Timex
from core.resolve.reckon import weekday
from core.said import WEEKDAYS, said
from core.timex import find, timexes
from core.when import DAY, When, instant_text


def explained(document: Document) -> list[str]:
    """The explanation of every time expression of a document, as lines; none where it has no expressions.

    >>> print("\\n".join(explained(Document("a", "They met in May 2020."))))
    "May 2020"
      value    2020-05 (month: 2020-05-01 up to, not including, 2020-06-01)
      type     DATE 2020-05
      rule     month-year
      meaning  May of 2020
      anchor   none needed
    """
    found = find(document)
    lines = [line for timex in timexes(document, found=found) for line in (f'"{timex.span.text}"', *_about(timex))]
    known = dated(document, found)
    if lines and known.published and document.published is None:
        lines.append(f"the text dates itself: {known.published} ({known.published_source})")
    return lines


def _about(timex: Timex) -> Iterator[str]:
    yield f"  value    {_calendar(timex.when) if timex.when else 'no place on the calendar' + _why(timex)}"
    yield f"  type     {timex.type} {timex.value}" + (f", {timex.mod}" if timex.mod else "")
    yield f"  rule     {timex.rule}"
    yield f"  meaning  {said(timex.meaning)}"
    yield f"  anchor   {timex.anchor}: {timex.anchor_source}" if timex.anchor else "  anchor   none needed"
    yield from (f"  note     {note}" for note in timex.notes)
    for end in timex.ends:
        yield f'  end      "{end.span.text}" is {end.when or end.value}'


def _calendar(when: When) -> str:
    start = "open" if when.start is None else instant_text(when.start)
    end = "open" if when.end is None else instant_text(when.end)
    name = (
        f", {WEEKDAYS[weekday(when.start // DAY)]}" if when.start is not None and when.granularity == "day" and not when.is_interval else ""
    )
    return f"{when} ({when.granularity}{name}: {start} up to, not including, {end})"


def _why(timex: Timex) -> str:
    return {"DURATION": ": it says how long", "SET": ": it says how often"}.get(timex.type, "")

"""Stretches of time worth looking at: everything, the dense part to begin with, what lies beyond the edges of a view."""

import numpy as np

from core.when import DAY, MINUTE
from dashboard.timeline.marks import Marks

View = tuple[float, float]

MARGIN = 0.04
"""Empty share of a view to either side of its events."""
DOUBLING = 0.12
"""Share of the events that a view must win to be worth twice the length."""
FAR = 3.0
"""Everything is shown at once unless it is so many times longer than the dense stretch."""
SAMPLE = 5000
"""So many events, evenly taken, tell where most of them lie."""
LEAST = 10.0 * MINUTE
"""No view is shorter."""


def padded(start: float, end: float, least: float) -> View:
    """The view that shows start..end with some air, `least` milliseconds long at least.

    >>> padded(0.0, 100.0, 0.0)
    (-4.0, 104.0)
    """
    short = max(least - (end - start), 0.0) / 2
    start, end = start - short, end + short
    air = (end - start) * MARGIN
    return start - air, end + air


def joined(one: View, other: View) -> View:
    """The shortest view that contains both.

    >>> joined((0.0, 2.0), (1.0, 5.0))
    (0.0, 5.0)
    """
    return min(one[0], other[0]), max(one[1], other[1])


def least_length(marks: Marks) -> float:
    """A view of a single event is some ten times as long as the finest event."""
    return max(LEAST, 10 * marks.finest) if 0 < marks.finest < np.inf else 10.0 * DAY


def whole(marks: Marks) -> View:
    """The view of everything; ten days around 1970 where there is nothing."""
    if not len(marks):
        return padded(0.0, 0.0, 10.0 * DAY)
    return padded(float(marks.known_start[0]), float(marks.ordered_ends[-1]), least_length(marks))


def first_view(marks: Marks) -> View:
    """The stretch that shows most of the events and is readable at once.

    Of all stretches that hold more than half of the events, it is the one that holds most, where to be twice as long costs as much as
    DOUBLING of the events. A few that lie far off are left outside; events spread evenly are all shown.
    """
    if len(marks) < 4:
        return whole(marks)
    at = marks.ordered_at
    at = at[np.linspace(0, len(at) - 1, min(len(at), SAMPLE)).astype(np.int64)]
    count = len(at)
    # long tables need only some of the counts to try
    held = np.unique(np.linspace(count // 2 + 1, count, min(count // 2 + 1, 200)).astype(np.int64))
    spans = [at[size - 1 :] - at[: count - size + 1] for size in held]
    starts = np.array([int(span.argmin()) for span in spans])
    least = least_length(marks)
    lengths = np.array([max(float(span.min()), least) for span in spans])
    best = int(np.argmax(held / count - DOUBLING * np.log2(lengths)))
    start, end = float(at[starts[best]]), float(at[starts[best] + held[best] - 1])
    if at[-1] - at[0] <= FAR * lengths[best]:
        return whole(marks)
    return padded(*_grown(marks, start, end), least)


def _grown(marks: Marks, start: float, end: float) -> View:
    """The stretch with its events whole, as far as that takes no more than a quarter of its length to either side."""
    inside = (marks.at >= start) & (marks.at <= end) & ~marks.is_span
    if not inside.any():
        return start, end
    quarter = (end - start) / 4
    low, high = float(marks.known_start[inside].min()), float(marks.known_end[inside].max())
    return low if low >= start - quarter else start, high if high <= end + quarter else end


def beginning(part: Marks, everything: Marks, selected: str | None = None) -> View:
    """The first view of everything, or of the part itself where that shows fewer than half of its events; moved, without a change of its
    length, to where it shows the selected event.
    """
    view = first_view(everything)
    if 2 * sum(before_after(part, view)) > len(part):
        view = first_view(part)
    mark = part.find(selected)
    if mark is None or part.within(*view)[mark]:
        return view
    half = (view[1] - view[0]) / 2
    middle = float(part.known_start[mark] + part.known_end[mark]) / 2
    return middle - half, middle + half


def before_after(marks: Marks, view: View) -> tuple[int, int]:
    """How many events end before the view begins, and how many begin after it has ended."""
    return int(np.searchsorted(marks.ordered_ends, view[0], "right")), len(marks) - int(np.searchsorted(marks.known_start, view[1], "left"))


def of_lane(marks: Marks, lane: int) -> View:
    """The view of everything in a lane."""
    return padded(*marks.lanes[lane].span, least_length(marks))


def beyond(marks: Marks, view: View) -> tuple[View | None, View | None]:
    """The views of all events that lie before and of all that lie after, None where there are none; they end where this one begins."""
    least = least_length(marks)
    ended, began = before_after(marks, view)
    before = after = None
    if ended:
        first = float(marks.known_start[np.argmax(marks.known_end <= view[0])])
        start, end = padded(first, float(marks.ordered_ends[ended - 1]), least)
        before = start, min(end, max(view[0], start + least))
    if began:
        start, end = padded(float(marks.known_start[-began]), float(marks.known_end[-began:].max()), least)
        after = max(start, min(view[1], end - least)), end
    return before, after

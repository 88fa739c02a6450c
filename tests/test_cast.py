"""Who takes part: counted, first and last seen, with whom; and the silences."""

import math
import re
from collections import Counter
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.when import DAY, When
from dashboard.cast.cast import BINS, cast
from dashboard.cast.silences import silences
from dashboard.cast.strip import BARS, strip
from tests.chart_tables import harbour, row, table

CASTS = st.lists(st.lists(st.sampled_from("ABCDE"), max_size=4), max_size=12)


def told(*dates: str, actor: str = "Ada") -> pd.DataFrame:
    """An event of one actor for each date."""
    return table(row(number, edtf, f"Event {number}", [actor]) for number, edtf in enumerate(dates))


@given(CASTS)
def test_everybody_is_counted_once_in_each_event(actors: list[list[str]]) -> None:
    found = cast(table(row(number, f"{2000 + number}", "", names) for number, names in enumerate(actors)))
    expected = Counter(name for names in actors for name in set(names))
    assert dict(zip(found.names, found.events.tolist(), strict=True)) == expected
    assert list(found.events) == sorted(found.events, reverse=True)
    assert found.over.sum(axis=1).tolist() == found.events.tolist() and found.over.shape == (len(found.names), BINS)
    for place, name in enumerate(found.names):
        seen = [number for number, names in enumerate(actors) if name in names]
        assert (found.first[place], found.last[place]) == (seen[0], seen[-1])


@given(CASTS)
def test_who_met_whom_is_counted_both_ways(actors: list[list[str]]) -> None:
    found = cast(table(row(number, f"{2000 + number}", "", names) for number, names in enumerate(actors)))
    expected = Counter(
        pair for names in actors for one, other in combinations(sorted(set(names)), 2) for pair in ((one, other), (other, one))
    )
    met = {(name, other): count for name in found.names for other, count in found.met(name)}
    assert met == expected
    assert all([count for _, count in found.met(name)] == sorted((c for _, c in found.met(name)), reverse=True) for name in found.names)


def test_an_open_start_is_no_beginning_of_all_time() -> None:
    found = cast(told("../2010", "2001", "2020/.."))
    assert (found.first.tolist(), found.last.tolist()) == ([1], [2])
    assert all(map(math.isfinite, found.span))


def test_nobody_takes_part_in_nothing() -> None:
    found = cast(table([]))
    assert found.names == () and found.met("Ada") == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2001-10-07", "2013-06", "2013-07"), [("2001-10-08", "2013-06-01", 0, 1)]),
        (("2001", "2002-01-15"), []),  # somewhere in 2001 is anywhere in it
        (("2001/2011", "2003-05-01", "2020"), [("2012-01-01", "2020-01-01", 0, 2)]),  # the war went on
        (("2020", "2001/2011"), [("2012-01-01", "2020-01-01", 1, 0)]),
        (("2001-10-07", "2001-10-20"), []),  # less than a month
        (("1900", "1905", "2000"), [("1906-01-01", "2000-01-01", 1, 2)]),  # four years are not long in a century
        (("2001",), []),
        ((), []),
    ],
)
def test_silences_are_long_and_touched_by_no_event(dates: tuple[str, ...], expected: list[tuple[str, str, int, int]]) -> None:
    found = silences(told(*dates))
    assert [(each.start, each.end, each.before, each.after) for each in found] == [
        (When(start).start, When(end).start, before, after) for start, end, before, after in expected
    ]


@given(st.lists(st.tuples(st.integers(-800_000, 800_000), st.integers(1, 4000)), max_size=30))
def test_no_event_lies_in_a_silence(spans: list[tuple[int, int]]) -> None:
    rows = pd.DataFrame({"start_ms": [float(a * DAY) for a, _ in spans], "end_ms": [float((a + b) * DAY) for a, b in spans]})
    for each in silences(rows):
        assert not ((rows["start_ms"] < each.end) & (rows["end_ms"] > each.start)).any()
        assert rows["end_ms"][each.before] == each.start and rows["start_ms"][each.after] == each.end


@pytest.mark.parametrize("rows", [harbour(), told("-3200", "2021-10-09", "Y12000"), told("2021-10-09")])
def test_the_strip_has_bars_up_to_the_full_height_and_shades_the_silences(rows: pd.DataFrame) -> None:
    quiet = silences(rows)
    drawn = strip(rows, quiet, "<b>Ada</b>")
    heights = [float(height) for height in re.findall(r"height:([0-9.]+)%", drawn)]
    assert max(heights) == 100 and 1 <= len(heights) <= min(BARS, len(rows))
    assert drawn.count("<b style=") == len(quiet) and drawn.count("<span style=") >= 1
    assert 'aria-label="&lt;b&gt;Ada&lt;/b&gt;"' in drawn and "<b>Ada" not in drawn
    assert all(-0.1 <= float(left) <= 100 for left in re.findall(r"left:([0-9.-]+)%", drawn))

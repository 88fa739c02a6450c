"""Axis labels as a person would write them."""

from itertools import pairwise

import pytest

from core.when import DAY, When
from dashboard.timeline.text import text_width
from dashboard.timeline.ticks import ticks
from dashboard.words.short import range_words, when_words


def labels(first: str, last: str, width: float = 1200) -> list[str]:
    start, end = When(first).start, When(last).end
    assert start is not None and end is not None
    return [f"{tick.text} / {tick.context}" if tick.context else tick.text for tick in ticks(start, end, width)]


@pytest.mark.parametrize(
    ("first", "last", "width", "expected"),
    [
        ("2021", "2021", 900, ["Jan / 2021", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
        ("2021", "2022", 600, ["Jan / 2021", "Apr", "Jul", "Oct", "Jan / 2022", "Apr", "Jul", "Oct", "Jan / 2023"]),
        ("2021", "2024", 374, ["2021", "2022", "2023", "2024"]),
        ("-0100", "0100", 500, ["100 BC", "50 BC", "AD 1", "AD 50", "AD 100"]),
        ("-0044", "-0042", 300, ["45 BC", "44 BC", "43 BC"]),
        ("-3200", "Y12000", 500, ["AD 1", "5000", "AD 10,000"]),
        (
            "2021-10-09",
            "2021-10-09",
            500,
            ["00:00 / 9 Oct 2021", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00", "00:00 / 10 Oct 2021"],
        ),
        ("2021-12-30", "2022-01-02", 300, ["30 / Dec 2021", "31", "1 / Jan 2022", "2"]),
    ],
)
def test_ticks_read_as_a_person_writes(first: str, last: str, width: float, expected: list[str]) -> None:
    assert labels(first, last, width) == expected


@pytest.mark.parametrize("exponent", [x / 4 for x in range(12, 68)])
@pytest.mark.parametrize("origin", [-1e14, -6.2e13, 0.0, 1.6e12, 5e14])
def test_ticks_have_room_at_any_zoom(exponent: float, origin: float) -> None:
    for width in (360.0, 1250.0):
        length = 10**exponent
        found = ticks(origin, origin + length, width)
        assert len(found) <= width / 30
        if 10_000 < length < 3e15:
            assert found
        for one, two in pairwise(found):
            room = (two.label_at - one.label_at) * width / length
            assert one.at < two.at
            assert room >= (text_width(one.text, 12) + text_width(two.text, 12)) / 2
            if one.context and two.context:
                assert room >= (text_width(one.context, 12) + text_width(two.context, 12)) / 2


def test_the_context_stands_where_it_has_room() -> None:
    start, end = float(When("2021-08-06").start or 0), float(When("2021-09-01").end or 0)

    def told(margin: float) -> list[str]:
        return [f"{tick.text} / {tick.context}" if tick.context else tick.text for tick in ticks(start, end, 374, margin=margin)]

    assert told(100) == ["6 / Aug 2021", "11", "16", "21", "26", "1 / Sep 2021"]
    assert told(8) == ["6", "11 / Aug 2021", "16", "21", "26", "1 / Sep 2021"]


def test_ticks_around_the_view_begin_their_context_in_it() -> None:
    start, end = float(When("2021-03").start or 0), float(When("2021-09").end or 0)
    found = ticks(start, end, 700, around=1)
    assert min(tick.at for tick in found) < start and max(tick.at for tick in found) > end
    inside = [tick for tick in found if start <= tick.label_at <= end]
    assert inside[0].context == "2021" and not any(tick.context for tick in inside[1:])


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2021-10-09", "9 Oct 2021"),
        ("2021-10", "Oct 2021"),
        ("2021", "2021"),
        ("-0043-03-15", "15 Mar 44 BC"),
        ("-0043", "44 BC"),
        ("199X", "1990 – 1999"),
        ("2021-21", "Mar – May 2021"),
        ("2021-10-09/2021-10-10", "9 – 10 Oct 2021"),
        ("2021-09-28/2021-10-02", "28 Sep – 2 Oct 2021"),
        ("2021-12-30/2022-01-02", "30 Dec 2021 – 2 Jan 2022"),
        ("2021-08-15/..", "after 15 Aug 2021"),
        ("../2021-12", "before 1 Jan 2022"),
        ("2021-10-09T14:03", "9 Oct 2021, 14:03"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    when = When(edtf)
    assert when_words(-float("inf") if when.start is None else when.start, float("inf") if when.end is None else when.end) == words


def test_ranges_in_words() -> None:
    assert range_words(0, DAY) == "1 Jan 1970 00:00 – 00:00"
